package paper

import (
	"fyne.io/fyne/v2"
)

// key turns pages and scrolls in them; Enter goes to the text that is on top.
func (v *view) key(e *fyne.KeyEvent) bool {
	s := v.scroll
	switch e.Name {
	case fyne.KeyDown:
		v.scrollBy(60)
	case fyne.KeyUp:
		v.scrollBy(-60)
	case fyne.KeyRight:
		v.scrollAside(60)
	case fyne.KeyLeft:
		v.scrollAside(-60)
	case fyne.KeyPageDown, fyne.KeySpace:
		if !v.scrollBy(s.Size().Height - 40) {
			v.turn(v.m.At() + 1)
		}
	case fyne.KeyPageUp:
		if !v.scrollBy(40 - s.Size().Height) {
			v.turn(v.m.At() - 1)
		}
	case fyne.KeyHome:
		v.turn(0)
		v.toTop()
	case fyne.KeyEnd:
		v.turn(len(v.m.Pages()) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.openTop()
	default:
		return false
	}
	return true
}

// scrollBy reports whether there was anywhere to go.
func (v *view) scrollBy(by float32) bool {
	s := v.scroll
	room := max(0, s.Content.MinSize().Height-s.Size().Height)
	before := s.Offset.Y
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(0, min(room, before+by))))
	return s.Offset.Y != before
}

// scrollAside moves a page that is wider than the room.
func (v *view) scrollAside(by float32) {
	s := v.scroll
	room := max(0, s.Content.MinSize().Width-s.Size().Width)
	s.ScrollToOffset(fyne.NewPos(max(0, min(room, s.Offset.X+by)), s.Offset.Y))
}

// thumbKey moves among the small pages; Enter goes to the page itself.
func (v *view) thumbKey(e *fyne.KeyEvent) bool {
	to := v.m.At()
	switch e.Name {
	case fyne.KeyDown, fyne.KeyRight, fyne.KeyPageDown:
		to++
	case fyne.KeyUp, fyne.KeyLeft, fyne.KeyPageUp:
		to--
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(v.small) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		v.focus()
		return true
	default:
		return false
	}
	v.turn(to)
	if at := v.m.At(); at < len(v.small) {
		v.h.Window().Canvas().Focus(v.small[at])
	}
	return true
}

// over tells the page what can be pointed at.
func (v *view) over(y float64) (left, top, bottom float64, ok bool) {
	s, ok := v.m.SpotAt(y)
	return s.Left, s.Top, s.Bottom, ok
}

// point goes to where what was pointed at was written.
func (v *view) point(y float64) {
	if s, ok := v.m.SpotAt(y); ok {
		v.open(s)
	}
}

func (v *view) open(s Spot) {
	switch {
	case s.Page > 0:
		v.turn(s.Page - 1)
		v.show(s.PageY)
	case s.Costs:
		v.h.Go("costs")
	case s.Place.Section >= 0 && v.o.Place != nil:
		v.seen = s.Place // coming back shows the same page
		v.o.Place(s.Place)
	}
}

// openTop goes to the first text in sight.
func (v *view) openTop() {
	const step = 2.0
	perMM := float64(v.page.Px(1))
	for y := float64(v.scroll.Offset.Y) / perMM; y < pageBottom; y += step {
		if s, ok := v.m.SpotAt(y); ok && s.Page == 0 {
			v.open(s)
			return
		}
	}
}

const pageBottom = 297 // mm

// follow turns to where the caret is in the text, when it has moved since it was
// last asked about.
func (v *view) follow() {
	if v.o.Caret == nil {
		return
	}
	p, ok := v.o.Caret()
	if !ok || p == v.seen {
		return
	}
	v.seen = p
	page, y, ok := v.m.PageOf(p)
	if !ok {
		return
	}
	v.turn(page)
	v.show(y)
}

// show brings a height of the page into sight, from its top when it can be.
func (v *view) show(y float64) {
	v.toTop()
	if room := v.scroll.Size().Height; v.page.Px(y) > room*0.8 { // not in sight from the top
		v.scrollBy(v.page.Px(y) - room/3)
	}
}
