package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Option is one of the things a Choice offers.
type Option struct {
	Text  string
	Mark  string // shape before the text; may be empty
	Count string // number after the text; may be empty
}

// ChoiceOptions make a Choice.
type ChoiceOptions struct {
	Options []Option
	Chosen  int  // -1: none
	Chips   bool // chips apart from each other; otherwise joined segments with a tick
	Pick    func(i int)
	Key     func(*fyne.KeyEvent) bool // before its own keys; true: taken. May be nil
	Rune    func(r rune)              // a letter typed in it; may be nil
}

// Choice is a row of options of which one holds: segments (Bifall | Delvis …)
// or chips (Alla, Mina …). It is one Tab stop: the arrows move inside it, Space
// or Enter picks.
type Choice struct {
	widget.BaseWidget
	o       ChoiceOptions
	at      int // where the arrows are
	hover   int // -1: nowhere
	focused bool
	places  []float32 // right edges of the options, for the pointer
}

var (
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
)

// NewChoice makes a choice.
func NewChoice(o ChoiceOptions) *Choice {
	c := &Choice{o: o, at: max(0, o.Chosen), hover: -1}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes what is offered and chosen, without telling anybody.
func (c *Choice) Set(options []Option, chosen int) {
	if slices.Equal(options, c.o.Options) && chosen == c.o.Chosen {
		return
	}
	c.o.Options, c.o.Chosen = options, chosen
	c.at = min(c.at, len(options)-1)
	c.Refresh()
}

// Chosen is the option that holds; -1 when none does.
func (c *Choice) Chosen() int { return c.o.Chosen }

// Tapped picks the option under the pointer.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil {
		cv.Focus(c)
	}
	if i := c.under(e.Position.X); i >= 0 {
		c.at = i
		c.pick()
	}
}

func (c *Choice) under(x float32) int {
	for i, right := range c.places {
		if x < right {
			return i
		}
	}
	return -1
}

func (c *Choice) pick() {
	if c.o.Pick != nil && c.at < len(c.o.Options) {
		c.o.Chosen = c.at
		c.Refresh()
		c.o.Pick(c.at)
	}
}

// TypedKey moves with the arrows and picks with Space and Enter.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	if c.o.Key != nil && c.o.Key(e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.move(max(0, c.at-1))
	case fyne.KeyRight, fyne.KeyDown:
		c.move(min(len(c.o.Options)-1, c.at+1))
	case fyne.KeyHome:
		c.move(0)
	case fyne.KeyEnd:
		c.move(len(c.o.Options) - 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.pick()
	default:
		PassKey(c, e)
	}
}

func (c *Choice) move(to int) {
	if to != c.at && to >= 0 {
		c.at = to
		c.Refresh()
	}
}

// TypedRune tells the owner.
func (c *Choice) TypedRune(r rune) {
	if c.o.Rune != nil {
		c.o.Rune(r)
	}
}

func (c *Choice) FocusGained() { c.focused = true; c.Refresh(); reveal(c) }
func (c *Choice) FocusLost()   { c.focused = false; c.at = max(0, c.o.Chosen); c.Refresh() }

func (c *Choice) MouseIn(e *desktop.MouseEvent)    { c.point(c.under(e.Position.X)) }
func (c *Choice) MouseMoved(e *desktop.MouseEvent) { c.point(c.under(e.Position.X)) }
func (c *Choice) MouseOut()                        { c.point(-1) }

func (c *Choice) point(i int) {
	if c.hover != i {
		c.hover = i
		c.Refresh()
	}
}

// CreateRenderer draws the options.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c: c, ring: Frame(Accent, 2, 6)}
	r.draw()
	return r
}

type choiceRenderer struct {
	c     *Choice
	frame fyne.CanvasObject // around segments; nil for chips
	cells []fyne.CanvasObject
	ring  *canvas.Rectangle
}

func (r *choiceRenderer) draw() {
	r.cells, r.frame = nil, nil
	if !r.c.o.Chips {
		r.frame = Box(Page, Edge, 4, nil)
	}
	for i, o := range r.c.o.Options {
		r.cells = append(r.cells, drawOption(o, r.c.o.Chips, i == r.c.o.Chosen, i == r.c.hover))
	}
	r.ring.Hidden = !r.c.focused || len(r.cells) == 0
}

func drawOption(o Option, chip, chosen, hovered bool) fyne.CanvasObject {
	ink, second, ground, border, face := Ink, Muted, Clear, Clear, Regular
	if chip {
		ground, border = Page, Edge
	}
	if hovered {
		ground = Hover
	}
	if chosen {
		ink, second, ground, border, face = OnAccent, OnAccent, Accent, Accent, Bold
	}
	var objects []fyne.CanvasObject
	switch {
	case o.Mark != "" && chosen:
		objects = append(objects, Icon(o.Mark, 16, OnAccent, Accent))
	case o.Mark != "":
		objects = append(objects, Mark(o.Mark, 16, Page))
	case chosen && !chip:
		objects = append(objects, Icon(IconCheck, 16, OnAccent, Accent))
	}
	if o.Text != "" {
		objects = append(objects, Text(o.Text, TextSecond, ink, face))
	}
	if o.Count != "" {
		objects = append(objects, Text(o.Count, TextSecond, second, Regular))
	}
	side := float32(9)
	if chip {
		side = 10
	}
	return Fixed(0, 27, Box(ground, border, 4, Pad(0, side, 1, side, Centre(Row(6, objects...)))))
}

func (r *choiceRenderer) gap() (between, edge float32) {
	if r.c.o.Chips {
		return 6, 0
	}
	return 0, 1
}

func (r *choiceRenderer) Layout(s fyne.Size) {
	between, edge := r.gap()
	if r.frame != nil {
		r.frame.Resize(r.MinSize())
		r.frame.Move(fyne.NewPos(0, round((s.Height-r.MinSize().Height)/2)))
	}
	x, y := edge, (s.Height-r.MinSize().Height)/2+edge
	r.c.places = r.c.places[:0]
	for i, cell := range r.cells {
		m := cell.MinSize()
		place(cell, x, y, m.Width, m.Height)
		if i == r.c.at {
			place(r.ring, x-ringGap, y-ringGap, m.Width+2*ringGap, m.Height+2*ringGap)
		}
		x += m.Width + between
		r.c.places = append(r.c.places, x)
	}
}

func (r *choiceRenderer) MinSize() fyne.Size {
	between, edge := r.gap()
	s := fyne.NewSize(2*edge, 27+2*edge)
	for i, cell := range r.cells {
		s.Width += round(cell.MinSize().Width)
		if i > 0 {
			s.Width += between
		}
	}
	return s
}

func (r *choiceRenderer) Refresh() {
	r.draw()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if r.frame != nil {
		out = append(out, r.frame)
	}
	return append(append(out, r.cells...), r.ring)
}

func (r *choiceRenderer) Destroy() {}
