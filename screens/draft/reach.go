package draft

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The way of Tab over the page: the claims and what folds in the order they
// stand, then the text. Shift+Tab goes from the text to what stands above the
// caret.

// reachable tells whether something on an item can have the focus.
func (i Item) reachable() bool {
	return i.Kind == ClaimItem || i.Kind == GuideItem || i.Kind == ProposalItem
}

// reach is which items out of sight Tab must find on the board: the outermost
// ones, where it comes in, and the nearest above and below what is in sight.
func (p *page) reach(top, bottom float32) map[int]bool {
	out := map[int]bool{}
	first, last, above, below := -1, -1, -1, -1
	for i, item := range p.items {
		if !item.reachable() {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
		switch at := p.places[i]; {
		case at.y+at.height < top:
			above = i
		case at.y > bottom && below < 0:
			below = i
		}
	}
	for _, i := range []int{first, last, above, below} {
		out[i] = true
	}
	return out
}

// backward gives the focus to what stands nearest above the caret; false when
// nothing does.
func (p *page) backward() bool {
	for i := min(p.liveItem(), len(p.places)) - 1; i >= 0; i-- {
		if !p.items[i].reachable() {
			continue
		}
		if f := lastIn(p.cell(p.items[i]).object()); f != nil {
			p.showItem(i)
			p.focusOn(f)
			return true
		}
	}
	return false
}

// lastIn is the last thing in an object that can have the focus; nil when none
// can.
func lastIn(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	switch o := o.(type) {
	case fyne.Focusable:
		return o
	case *container.ThemeOverride:
		return lastIn(o.Content)
	case *fyne.Container:
		for i := len(o.Objects) - 1; i >= 0; i-- {
			if f := lastIn(o.Objects[i]); f != nil {
				return f
			}
		}
	}
	return nil
}

// holds tells whether something on a claim or on what folds has the focus.
func (p *page) holds(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && slices.ContainsFunc(p.items, func(i Item) bool { return i.reachable() && inside(p.cell(i).object(), o) })
}

func inside(in, o fyne.CanvasObject) bool {
	switch in := in.(type) {
	case *container.ThemeOverride:
		return inside(in.Content, o)
	case *fyne.Container:
		return slices.ContainsFunc(in.Objects, func(k fyne.CanvasObject) bool { return inside(k, o) })
	}
	return in == o
}

// tabOut leaves the text for what stands beside it, or else for the findings; where
// they are not in sight, for what comes next.
func (v *view) tabOut(c fyne.Canvas) {
	if v.beside.enter != nil && v.beside.outer.Visible() && v.beside.enter() {
		return
	}
	if n, ok := c.(interface{ FocusNext() }); ok && v.narrow.on && !v.narrow.list {
		n.FocusNext()
		return
	}
	v.leaveTo(c, "findings")
}
