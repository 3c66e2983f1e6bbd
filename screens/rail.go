package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const (
	railWidth = 84
	railItem  = 62
	railTop   = 56
	railGap   = 2
)

// rail is the navigation: the screens from the top, the profile at the bottom.
// It is one Tab stop; the arrows move inside it, Space or Enter goes.
type rail struct {
	widget.BaseWidget
	words   []string
	icons   []string
	names   []string
	chosen  int
	at      int
	hover   int
	focused bool
	closed  bool // no matter is open: only the first and the last can be gone to
	visit   func(name string)
}

var (
	_ fyne.Focusable    = (*rail)(nil)
	_ fyne.Tappable     = (*rail)(nil)
	_ desktop.Hoverable = (*rail)(nil)
)

func newRail(w *Window) *rail {
	r := &rail{hover: -1, visit: w.Go}
	for _, row := range table() {
		r.add(row.name, row.icon, w.words.T("screen."+row.name))
	}
	r.add("settings", parts.IconSettings, w.words.T("screen.settings"))
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) add(name, icon, word string) {
	r.names, r.icons, r.words = append(r.names, name), append(r.icons, icon), append(r.words, word)
}

func (r *rail) choose(name string) {
	for i, n := range r.names {
		if n == name {
			r.chosen, r.at = i, i
		}
	}
	r.Refresh()
}

// open says whether a matter is open, so that its screens can be gone to.
func (r *rail) open(open bool) {
	if r.closed == open {
		r.closed = !open
		r.Refresh()
	}
}

func (r *rail) shut(i int) bool { return r.closed && i > 0 && i < len(r.names)-1 }

func (r *rail) top(i int) float32 {
	if i == len(r.names)-1 {
		return r.Size().Height - railItem - 4
	}
	return railTop + float32(i)*(railItem+railGap)
}

func (r *rail) under(y float32) int {
	for i := range r.names {
		if top := r.top(i); y >= top && y < top+railItem {
			return i
		}
	}
	return -1
}

// Tapped goes to the screen under the pointer.
func (r *rail) Tapped(e *fyne.PointEvent) {
	if i := r.under(e.Position.Y); i >= 0 && !r.shut(i) {
		r.at = i
		r.visit(r.names[i])
	}
}

// TypedKey moves inside the rail and goes.
func (r *rail) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.move(-1)
	case fyne.KeyDown:
		r.move(1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.visit(r.names[r.at])
	default:
		parts.PassKey(r, e)
	}
}

func (r *rail) move(by int) {
	for i := r.at + by; i >= 0 && i < len(r.names); i += by {
		if !r.shut(i) {
			r.at = i
			r.Refresh()
			return
		}
	}
}

func (r *rail) TypedRune(rune)                   {}
func (r *rail) FocusGained()                     { r.focused, r.at = true, r.chosen; r.Refresh() }
func (r *rail) FocusLost()                       { r.focused = false; r.Refresh() }
func (r *rail) MouseIn(e *desktop.MouseEvent)    { r.point(r.under(e.Position.Y)) }
func (r *rail) MouseMoved(e *desktop.MouseEvent) { r.point(r.under(e.Position.Y)) }
func (r *rail) MouseOut()                        { r.point(-1) }

func (r *rail) point(i int) {
	if i != r.hover {
		r.hover = i
		r.Refresh()
	}
}

// MinSize leaves room for every item.
func (r *rail) MinSize() fyne.Size {
	return fyne.NewSize(railWidth, railTop+float32(len(r.names))*(railItem+railGap)+8)
}

// CreateRenderer draws the rail.
func (r *rail) CreateRenderer() fyne.WidgetRenderer {
	d := &railRenderer{r: r, ring: parts.Frame(parts.Accent, 2, 4)}
	d.draw()
	return d
}

type railRenderer struct {
	r     *rail
	back  fyne.CanvasObject
	items []fyne.CanvasObject
	ring  *canvas.Rectangle
}

func (d *railRenderer) draw() {
	d.back = parts.Fill(parts.Rail, parts.Align(0.5, 0, parts.Pad(13, 0, 0, 0, parts.Icon(parts.IconLogo, 30, parts.Accent, parts.Rail))))
	d.items = d.items[:0]
	for i := range d.r.names {
		d.items = append(d.items, d.r.item(i))
	}
	d.ring.Hidden = !d.r.focused
}

func (r *rail) item(i int) fyne.CanvasObject {
	ink, ground, face, bar := parts.Ink, parts.Clear, parts.Regular, parts.Clear
	switch {
	case i == r.chosen:
		ink, ground, face, bar = parts.Accent, parts.Soft, parts.Bold, parts.Accent
	case r.shut(i):
		ink = parts.Muted
	case i == r.hover:
		ground = parts.Hover
	}
	return parts.Fill(ground, parts.Columns(0, []float32{4, 0, 4}, parts.Rect(bar, 4, 1, 0),
		parts.Centre(parts.Column(1, parts.Centre(parts.Icon(r.icons[i], 24, ink, parts.Rail)),
			parts.Centre(parts.Text(r.words[i], parts.TextSecond, ink, face)))), parts.Rect(parts.Clear, 4, 1, 0)))
}

func (d *railRenderer) Layout(s fyne.Size) {
	d.back.Resize(s)
	for i, o := range d.items {
		o.Move(fyne.NewPos(0, d.r.top(i)))
		o.Resize(fyne.NewSize(s.Width, railItem))
	}
	d.ring.Move(fyne.NewPos(2, d.r.top(d.r.at)))
	d.ring.Resize(fyne.NewSize(s.Width-4, railItem))
}

func (d *railRenderer) MinSize() fyne.Size { return d.r.MinSize() }

func (d *railRenderer) Refresh() {
	d.draw()
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *railRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{d.back}, d.items...), d.ring)
}

func (d *railRenderer) Destroy() {}
