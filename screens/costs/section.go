package costs

import (
	"reflect"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// section is a part of the side under a head that folds it. What is in it is
// made anew only when what it shows has changed.
type section struct {
	head        *parts.Press
	outer, body *fyne.Container
	inner       *fyne.Container // the body and the room around it
	title, hint string
	shut        bool
	now, shown  any // what it is to show, and what the body shows
	make        func() fyne.CanvasObject
	refit       func()
}

// newSection makes a section without words; keys hears what the head does not use.
func newSection(keys func(*fyne.KeyEvent) bool, refit func()) *section {
	s := &section{body: parts.Column(0), refit: refit}
	s.head = parts.NewPress(parts.PressOptions{Gap: -1, Tap: s.turn, Draw: s.drawHead, Key: func(e *fyne.KeyEvent) bool {
		switch {
		case e.Name == fyne.KeyLeft && !s.shut, e.Name == fyne.KeyRight && s.shut:
			s.turn()
			return true
		}
		return keys(e)
	}})
	s.inner = parts.Pad(0, 16, 12, 16, s.body)
	s.outer = parts.Column(0, parts.HLine(parts.Line), parts.Pad(2, 8, 2, 8, s.head), s.inner)
	s.outer.Hide()
	return s
}

func (s *section) drawHead(t parts.Touch) fyne.CanvasObject {
	icon := parts.IconDown
	if s.shut {
		icon = parts.IconRight
	}
	row := []fyne.CanvasObject{parts.Grow(parts.NewLabel(s.title, parts.TextSecond, parts.Ink, parts.Bold))}
	if s.hint != "" {
		row = append(row, parts.Hint(s.hint))
	}
	row = append(row, parts.Icon(icon, 18, parts.Muted, parts.Panel))
	return parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Pad(7, 4, 7, 8, parts.Row(6, row...)))
}

// turn folds the section, or unfolds it.
func (s *section) turn() {
	s.shut = !s.shut
	s.fill()
	s.head.Refresh()
	s.refit()
}

// set shows something under a title, or nothing, and reports whether that is not
// as it was.
func (s *section) set(on bool, title, hint string, what any, make func() fyne.CanvasObject) bool {
	changed := s.outer.Visible() != on
	if show(s.outer, on); !on {
		return changed
	}
	if s.title != title || s.hint != hint {
		s.title, s.hint = title, hint
		s.head.Refresh()
		changed = true
	}
	s.now, s.make = what, make
	return s.fill() || changed
}

// fill makes the body when it is seen and is not as it should be.
func (s *section) fill() bool {
	show(s.inner, !s.shut)
	if s.shut {
		was := len(s.body.Objects) > 0
		s.body.Objects, s.shown = nil, nil
		return was
	}
	if s.shown == nil || !reflect.DeepEqual(s.now, s.shown) {
		s.shown = s.now
		s.body.Objects = []fyne.CanvasObject{s.make()}
		return true
	}
	return false
}
