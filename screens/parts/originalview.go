package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
)

// originalView is what scrolls in an Original: it draws what is seen, and takes the
// pointer and the keys.
type originalView struct {
	widget.BaseWidget
	p       *Original
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
	from    int // where what is being marked begins
	far     int // and where it has come to
}

var (
	_ fyne.Focusable     = (*originalView)(nil)
	_ fyne.Tappable      = (*originalView)(nil)
	_ fyne.Draggable     = (*originalView)(nil)
	_ fyne.Shortcutable  = (*originalView)(nil)
	_ desktop.Mouseable  = (*originalView)(nil)
	_ desktop.Cursorable = (*originalView)(nil)
)

func newOriginalView(p *Original) *originalView {
	v := &originalView{p: p, ring: Frame(Accent, 2, 0)}
	v.ring.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// ahead is how much is drawn above and below what is seen, so that a turn of the
// wheel shows no hole.
const ahead = 200

// update draws what is seen now.
func (v *originalView) update() {
	p := v.p
	room := p.scroll.Size()
	if room.Width < 20 || p.ground.size().IsZero() {
		return
	}
	top := p.scroll.Offset.Y
	base, grown := p.ground.see(max(0, top-ahead), top+room.Height+ahead)
	if grown {
		p.grown()
	}
	tints, lines := p.marked(p.ground.within(top-ahead, top+room.Height+ahead))
	in := p.ground.inks()
	v.objects = []fyne.CanvasObject{rectAt(in.behind, 0, max(0, top-ahead), v.Size().Width, room.Height+2*ahead)}
	if in.over {
		v.objects = append(append(append(v.objects, base...), tints...), lines...)
	} else {
		v.objects = append(append(append(v.objects, tints...), base...), lines...)
	}
	p.say()
	canvas.Refresh(v)
}

// MinSize is the size of the whole.
func (v *originalView) MinSize() fyne.Size { return v.p.ground.size() }

// Cursor is that of text: it can be marked.
func (v *originalView) Cursor() desktop.Cursor { return desktop.TextCursor }

func (v *originalView) FocusGained() { v.ring.Show() }
func (v *originalView) FocusLost()   { v.ring.Hide() }

// MouseDown begins to mark words where the pointer is.
func (v *originalView) MouseDown(e *desktop.MouseEvent) {
	v.from = v.p.ground.at(e.Position)
	v.far = v.from
}

func (v *originalView) MouseUp(*desktop.MouseEvent) {}

// Dragged marks the words from where the button was pressed to the pointer.
func (v *originalView) Dragged(e *fyne.DragEvent) {
	v.far = v.p.ground.at(e.Position)
	v.p.pick(v.from, v.far)
	off := v.p.scroll.Offset.Y
	switch y := e.Position.Y - off; {
	case y < 0:
		v.p.goTo(off + y/4)
	case y > v.p.scroll.Size().Height:
		v.p.goTo(off + (y-v.p.scroll.Size().Height)/4)
	}
}

// DragEnd tells what was marked.
func (v *originalView) DragEnd() { v.p.tell() }

// Tapped takes the keyboard, lets go of what was marked, and tells which marked place
// was pressed.
func (v *originalView) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	v.far = v.p.ground.at(e.Position)
	v.from = v.far
	if had := !v.p.picked.Empty(); had {
		v.p.picked = app.Span{}
		v.p.tell()
		v.update()
	}
	for i, s := range v.p.marks {
		if s.Start <= v.far && v.far < s.End && v.p.Press != nil {
			v.p.Press(i)
			return
		}
	}
}

// pick marks whole words from one byte to another.
func (p *Original) pick(from, to int) {
	s := wordsAround(p.o.Text.String, trimmed(p.o.Text.String, p.whole(app.Span{Start: min(from, to), End: max(from, to)})))
	if s != p.picked {
		p.picked = s
		p.view.update()
	}
}

func (p *Original) tell() {
	if p.Pick != nil {
		p.Pick(p.picked)
	}
}

// Scrolled makes larger and smaller with Ctrl, and scrolls without.
func (v *originalView) Scrolled(e *fyne.ScrollEvent) {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if !ok || d.CurrentKeyModifiers()&fyne.KeyModifierControl == 0 {
		v.p.scroll.Scrolled(e)
		return
	}
	if e.Scrolled.DY > 0 {
		v.p.Zoom(1)
	} else if e.Scrolled.DY < 0 {
		v.p.Zoom(-1)
	}
}

// TypedRune makes larger, smaller and as wide as there is room.
func (v *originalView) TypedRune(r rune) {
	switch r {
	case '+':
		v.p.Zoom(1)
	case '-':
		v.p.Zoom(-1)
	case '0':
		v.p.Zoom(0)
	}
}

// TypedKey scrolls, or marks words while Shift is held down.
func (v *originalView) TypedKey(e *fyne.KeyEvent) {
	if shifted() && v.extend(e.Name) {
		return
	}
	p := v.p
	page := p.scroll.Size().Height - lineStep
	switch e.Name {
	case fyne.KeyDown:
		p.goTo(p.scroll.Offset.Y + lineStep)
	case fyne.KeyUp:
		p.goTo(p.scroll.Offset.Y - lineStep)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.goTo(p.scroll.Offset.Y + page)
	case fyne.KeyPageUp:
		p.goTo(p.scroll.Offset.Y - page)
	case fyne.KeyHome:
		p.goTo(0)
	case fyne.KeyEnd:
		p.goTo(p.ground.size().Height)
	case fyne.KeyLeft, fyne.KeyRight:
		by := float32(lineStep)
		if e.Name == fyne.KeyLeft {
			by = -by
		}
		most := max(0, p.ground.size().Width-p.scroll.Size().Width)
		p.scroll.ScrollToOffset(fyne.NewPos(min(max(0, p.scroll.Offset.X+by), most), p.scroll.Offset.Y))
	default:
		PassKey(v, e)
	}
}

// TypedShortcut copies what is marked, and leaves all else to the window.
func (v *originalView) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		if at := v.p.Picked(); !at.Empty() {
			fyne.CurrentApp().Clipboard().SetContent(v.p.o.Text.String[at.Start:at.End])
		}
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// extend marks a word or a line more, or one less, from the keyboard. What is shown is
// where it begins when nothing is marked.
func (v *originalView) extend(k fyne.KeyName) bool {
	p := v.p
	text := p.o.Text.String
	if p.picked.Empty() {
		s := p.Picked()
		if s.Empty() {
			at := p.ground.within(p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height).Start
			s = app.Span{Start: at, End: at}
		}
		v.from, v.far = s.Start, s.End
	}
	switch k {
	case fyne.KeyRight:
		v.far = wordOn(text, v.far)
	case fyne.KeyLeft:
		v.far = wordBack(text, v.far)
	case fyne.KeyDown, fyne.KeyUp:
		boxes := p.ground.boxes(wordsAround(text, app.Span{Start: v.far, End: v.far}))
		if len(boxes) == 0 {
			return true
		}
		b := boxes[len(boxes)-1]
		y := b.y + 1.6*b.h
		if k == fyne.KeyUp {
			y = b.y - 0.6*b.h
		}
		v.far = p.ground.at(fyne.NewPos(b.x+b.w/2, y))
	default:
		return false
	}
	p.pick(v.from, v.far)
	p.tell()
	p.seek(p.picked)
	return true
}

// CreateRenderer draws what update found.
func (v *originalView) CreateRenderer() fyne.WidgetRenderer { return &originalRenderer{v} }

type originalRenderer struct{ v *originalView }

func (r *originalRenderer) Layout(fyne.Size)             {}
func (r *originalRenderer) MinSize() fyne.Size           { return r.v.MinSize() }
func (r *originalRenderer) Refresh()                     { r.v.update() }
func (r *originalRenderer) Objects() []fyne.CanvasObject { return r.v.objects }
func (r *originalRenderer) Destroy()                     {}
