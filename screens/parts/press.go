package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Touch is how a pressable thing looks just now.
type Touch struct {
	Hovered, Pressed, Focused, Disabled bool
}

// Ground is the fill a plain pressable has in this state.
func (t Touch) Ground(rest Token) Token {
	switch {
	case t.Disabled:
		return rest
	case t.Pressed:
		return Marked
	case t.Hovered:
		return Hover
	}
	return rest
}

// Calm is as Ground for what holds words in other colours than ink: the pressed
// ground is light enough for all of them.
func (t Touch) Calm(rest Token) Token {
	if t.Pressed && !t.Disabled {
		return Soft
	}
	return t.Ground(rest)
}

// PressOptions make a Press.
type PressOptions struct {
	Draw func(Touch) fyne.CanvasObject // called anew whenever the state changes
	Tap  func()                        // click, Space or Enter
	Key  func(*fyne.KeyEvent) bool     // before its own keys, when focused; true: taken
	Gap  float32                       // room between the thing and its ring; negative: ring inside
	Out  bool                          // out of the Tab order (a group around it has the focus)

	Disabled bool
}

// Press is anything that can be pressed: with the pointer, or with Space and
// Enter when it has the focus, which a 2 px ring shows.
type Press struct {
	widget.BaseWidget
	o     PressOptions
	touch Touch
	self  fyne.Widget // what stands in the tree: the Press, or what is built on it
}

var (
	_ fyne.Focusable    = (*Press)(nil)
	_ fyne.Tappable     = (*Press)(nil)
	_ fyne.Disableable  = (*Press)(nil)
	_ desktop.Hoverable = (*Press)(nil)
	_ desktop.Mouseable = (*Press)(nil)
)

// NewPress makes a pressable thing.
func NewPress(o PressOptions) *Press {
	p := &Press{}
	p.init(p, o)
	return p
}

func (p *Press) init(self fyne.Widget, o PressOptions) {
	p.self, p.o, p.touch = self, o, Touch{Disabled: o.Disabled}
	p.ExtendBaseWidget(self)
}

func (p *Press) set(change func(*Touch)) {
	old := p.touch
	change(&p.touch)
	if p.touch != old {
		p.Refresh()
	}
}

// Tapped presses.
func (p *Press) Tapped(*fyne.PointEvent) {
	if p.touch.Disabled {
		return
	}
	if !p.o.Out {
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.self); c != nil {
			if f, ok := p.self.(fyne.Focusable); ok {
				c.Focus(f)
			}
		}
	}
	p.press()
}

func (p *Press) press() {
	if !p.touch.Disabled && p.o.Tap != nil {
		p.o.Tap()
	}
}

func (p *Press) MouseIn(*desktop.MouseEvent)    { p.set(func(t *Touch) { t.Hovered = true }) }
func (p *Press) MouseMoved(*desktop.MouseEvent) {}
func (p *Press) MouseOut()                      { p.set(func(t *Touch) { t.Hovered, t.Pressed = false, false }) }
func (p *Press) MouseDown(*desktop.MouseEvent)  { p.set(func(t *Touch) { t.Pressed = true }) }
func (p *Press) MouseUp(*desktop.MouseEvent)    { p.set(func(t *Touch) { t.Pressed = false }) }
func (p *Press) FocusLost()                     { p.set(func(t *Touch) { t.Focused = false }) }
func (p *Press) TypedRune(rune)                 {}
func (p *Press) Enable()                        { p.set(func(t *Touch) { t.Disabled = false }) }
func (p *Press) Disable()                       { p.set(func(t *Touch) { t.Disabled = true }) }

// Disabled also keeps a thing that is out of the Tab order from taking focus.
func (p *Press) Disabled() bool { return p.touch.Disabled || p.o.Out }

// FocusGained shows the ring and brings the thing into sight.
func (p *Press) FocusGained() {
	p.set(func(t *Touch) { t.Focused = !p.o.Out })
	reveal(p.self)
}

// TypedKey presses on Space and Enter, unless its owner takes them; what nobody
// takes goes to the window.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch {
	case p.o.Key != nil && p.o.Key(e):
	case e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		p.press()
	default:
		PassKey(p.self, e)
	}
}

// PassKey hands a key nobody took to the window: F1, F2 and Esc reach only the
// widget in focus.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if f := c.OnTypedKey(); f != nil {
			f(e)
		}
	}
}

// CreateRenderer draws the thing and its ring.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{p: p, ring: Frame(Accent, 2, 6)}
	r.draw()
	return r
}

type pressRenderer struct {
	p       *Press
	ring    *canvas.Rectangle
	content fyne.CanvasObject
}

func (r *pressRenderer) draw() {
	r.content = r.p.o.Draw(r.p.touch)
	r.ring.Hidden = !r.p.touch.Focused
}

func (r *pressRenderer) Layout(s fyne.Size) {
	r.content.Resize(s)
	g := r.p.o.Gap
	r.ring.Move(fyne.NewPos(-g, -g))
	r.ring.Resize(s.AddWidthHeight(2*g, 2*g))
}

func (r *pressRenderer) MinSize() fyne.Size { return r.content.MinSize() }

func (r *pressRenderer) Refresh() {
	r.draw()
	r.Layout(r.p.Size())
	canvas.Refresh(r.p.self)
}

func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.content, r.ring}
}

func (r *pressRenderer) Destroy() {}
