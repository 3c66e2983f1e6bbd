package versions

import (
	"fyne.io/fyne/v2"

	"yttra/app/compare"
)

// stepped scrolls the change that is looked at into the upper third.
func (s *sheet) stepped() {
	i := s.m.ItemOf(s.m.At())
	if i < 0 || i >= len(s.things) {
		return
	}
	t := s.things[i]
	y := t.y
	for k, l := range t.lines {
		if holds(l, s.m.At()-t.First) && t.Op == compare.Changed {
			y += float32(k) * t.pitch
			break
		}
	}
	if top, h := s.scroll.Inner.Offset.Y, s.scroll.Inner.Size().Height; y < top+30 || y > top+h*0.6 {
		s.scrollTo(y - h/5)
	}
	s.fill()
}

func holds(l line, hunk int) bool {
	for _, p := range l {
		if p.hunk == hunk {
			return true
		}
	}
	return false
}

// showItem scrolls an item to the top.
func (s *sheet) showItem(i int) {
	if i >= 0 && i < len(s.things) {
		s.scrollTo(s.things[i].y - 18)
	}
}

func (s *sheet) scrollTo(y float32) {
	in := s.scroll.Inner
	y = max(0, min(float32(int(y)), s.height-in.Size().Height))
	if y != in.Offset.Y {
		in.ScrollToOffset(fyne.NewPos(0, y))
		s.fill()
	}
}

// key scrolls, and goes from change to change with N and P.
func (s *sheet) key(e *fyne.KeyEvent) bool {
	y, h := s.scroll.Inner.Offset.Y, s.scroll.Inner.Size().Height
	switch e.Name {
	case fyne.KeyDown:
		s.scrollTo(y + 60)
	case fyne.KeyUp:
		s.scrollTo(y - 60)
	case fyne.KeyPageDown:
		s.scrollTo(y + h - 40)
	case fyne.KeyPageUp:
		s.scrollTo(y - h + 40)
	case fyne.KeyHome:
		s.scrollTo(0)
	case fyne.KeyEnd:
		s.scrollTo(s.height)
	case fyne.KeyN:
		s.hears.step(1)
	case fyne.KeyP:
		s.hears.step(-1)
	default:
		return false
	}
	return true
}
