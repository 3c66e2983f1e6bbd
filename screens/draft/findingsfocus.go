package draft

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// Where the keyboard is in the list of findings, and where it goes.

// held is what in the list has the focus.
type held struct {
	canvas fyne.Canvas
	card   Key
	group  string
	on     bool
}

func (f *findings) focused() held {
	h := held{canvas: fyne.CurrentApp().Driver().CanvasForObject(f.list)}
	if h.canvas == nil {
		return h
	}
	now := h.canvas.Focused()
	for k, d := range f.drawn {
		if d.holds(now) {
			h.card, h.on = k, true
		}
	}
	for k, g := range f.groups {
		if now == fyne.Focusable(g.head) {
			h.group, h.on = k, true
		}
	}
	return h
}

// refocus gives the focus back to what had it, when that was drawn anew.
func (f *findings) refocus(h held) {
	if !h.on {
		return
	}
	g, d := f.groups[h.group], f.drawn[h.card]
	switch now := h.canvas.Focused(); {
	case g != nil && h.group != "":
		h.focusOn(g.head)
	case d != nil && d.holds(now):
	case d != nil:
		h.focusOn(d.head)
	default:
		f.focusOpen(h.canvas)
	}
}

func (h held) focusOn(p *parts.Press) {
	if h.canvas.Focused() != fyne.Focusable(p) {
		h.canvas.Focus(p)
	}
}

// focusOpen puts the keyboard on the open card, else on the chips.
func (f *findings) focusOpen(c fyne.Canvas) {
	for _, r := range f.rows {
		if r.Group == "" && r.Card.Open {
			c.Focus(f.drawn[r.Card.Key].head)
			f.reveal(r.Card.Key)
			return
		}
	}
	c.Focus(f.chips)
}

// holds tells whether something that can have the focus stands on the card.
func (d *drawnCard) holds(o fyne.Focusable) bool {
	p, ok := o.(*parts.Press)
	return ok && within(d.outer, p)
}

func within(in fyne.CanvasObject, p *parts.Press) bool {
	if in == fyne.CanvasObject(p) {
		return true
	}
	c, ok := in.(*fyne.Container)
	return ok && slices.ContainsFunc(c.Objects, func(o fyne.CanvasObject) bool { return within(o, p) })
}

// key is what the keys do on a card's head.
func (f *findings) key(k Key, e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.orders.cardShow(k)
	case fyne.KeyUp:
		f.stepFocus(func(r ListRow) bool { return r.Group == "" && r.Card.Key == k }, -1)
	case fyne.KeyDown:
		f.stepFocus(func(r ListRow) bool { return r.Group == "" && r.Card.Key == k }, 1)
	case fyne.KeyEscape:
		f.orders.leaveText("text")
	default:
		return false
	}
	return true
}

// stepFocus moves the keyboard to the row next to one.
func (f *findings) stepFocus(from func(ListRow) bool, by int) {
	i := slices.IndexFunc(f.rows, from) + by
	c := fyne.CurrentApp().Driver().CanvasForObject(f.list)
	if i < 0 || i >= len(f.rows) || c == nil {
		return
	}
	if r := f.rows[i]; r.Group != "" {
		c.Focus(f.groups[r.Group].head)
	} else {
		c.Focus(f.drawn[r.Card.Key].head)
	}
}
