package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	thumbsWidth = 128
	sideWidth   = 336
	thumbWidth  = 88
	least       = 200  // of a page, in logical pixels
	most        = 1600 // when it is made larger by hand
	full        = 794  // A4 at 96 dots an inch: 100 %
	bedSide     = 24   // beside the page, at least
)

// zoom is how large the page is drawn.
type zoom int

const (
	free zoom = iota - 1 // by the wheel
	wholePage
	pageWidth
	hundred
)

// sheets lays small pages, page and ways out side by side; the small pages give
// way first when there is little room.
type sheets struct{}

func (sheets) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(least+sideWidth, least) }

func (sheets) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const leastMiddle = 470
	left := float32(thumbsWidth + 1)
	side := min(sideWidth, s.Width*0.45)
	o[0].Show()
	if s.Width-left-side-1 < leastMiddle {
		o[0].Hide()
		left = 0
	}
	for i, x := range []struct{ from, to float32 }{{0, left}, {left, s.Width - side - 1}, {s.Width - side - 1, s.Width - side}, {s.Width - side, s.Width}} {
		o[i].Move(fyne.NewPos(float32(int(x.from)), 0))
		o[i].Resize(fyne.NewSize(float32(int(x.to)-int(x.from)), s.Height))
	}
}

// bedLayout gives the page its width before it lays out the scroll.
type bedLayout struct{ v *view }

func (l *bedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(least, least) }

func (l *bedLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.v.page.SetWidth(l.v.widthIn(s))
	for _, k := range o {
		k.Resize(s)
	}
	l.v.scroll.Refresh()
}

// widthIn is how wide the page is in the room there is.
func (v *view) widthIn(s fyne.Size) float32 {
	switch v.zoom {
	case free:
		return v.width
	case wholePage:
		return max(least, float32(int((s.Height-32)*210/297)))
	case hundred:
		return full
	}
	return max(least, min(s.Width-2*bedSide, 1100))
}

// setZoom draws the page larger or smaller, from its top.
func (v *view) setZoom(z zoom) {
	v.zoom = z
	v.bar.draw()
	v.bed.Refresh()
	v.toTop()
}

// toTop shows the page from its top, and the middle of it when it is wider than
// the room.
func (v *view) toTop() {
	v.scroll.ScrollToOffset(fyne.NewPos(max(0, (v.scroll.Content.MinSize().Width-v.scroll.Size().Width)/2), 0))
}

// wheel scrolls; with Ctrl it makes the page larger or smaller, a tenth a turn.
func (v *view) wheel(e *fyne.ScrollEvent) {
	if !ctrlHeld() {
		v.scroll.Scrolled(e)
		return
	}
	v.enlarge(e.Scrolled.DY > 0)
}

func (v *view) enlarge(larger bool) {
	by := float32(1.1)
	if !larger {
		by = 1 / by
	}
	v.freely(v.page.MinSize().Width * by)
}

// steps are how large the page is drawn by the keys, in per cent.
var steps = []int{25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200}

// percent is how large the page is drawn.
func (v *view) percent() int { return int(v.page.MinSize().Width*100/full + 0.5) }

// step goes to the next step of size, larger or smaller.
func (v *view) step(larger bool) {
	now, to := v.percent(), 0
	for _, p := range steps {
		if larger && p > now {
			to = p
			break
		}
		if !larger && p < now {
			to = p
		}
	}
	if to > 0 {
		v.freely(full * float32(to) / 100)
	}
}

// rune makes the page larger and smaller, and as large as it is on paper. With Ctrl
// the same keys are the whole program's.
func (v *view) rune(r rune) {
	switch r {
	case '+':
		v.step(true)
	case '-':
		v.step(false)
	case '0':
		v.setZoom(hundred)
	}
}

// freely draws the page so wide; what was at the top stays there.
func (v *view) freely(width float32) {
	top := v.scroll.Offset.Y / max(1, v.scroll.Content.MinSize().Height)
	v.width = float32(int(max(least, min(most, width))))
	v.zoom = free
	v.bed.Refresh()
	v.bar.draw()
	v.toTop()
	v.scrollBy(top * v.scroll.Content.MinSize().Height)
}

func ctrlHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
}

// wheel lies over the page and takes every turn of the wheel, and nothing else.
type wheel struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

func newWheel(turned func(*fyne.ScrollEvent)) *wheel {
	w := &wheel{turned: turned}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled tells.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.turned(e) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
