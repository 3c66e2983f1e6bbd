package arrivals

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// The two sides of the dialog, by their place in the choice above them.
const (
	fieldsSide = iota
	originalSide
)

// leastWide is the width at which both sides have room; below it one is shown at a time.
const leastWide = 860

// sides lays the fields beside the original, or one of them under a choice.
type sides struct {
	outer                  *fyne.Container
	bar, left, line, right fyne.CanvasObject
	choice                 *parts.Choice
	options                []parts.Option
	narrow                 bool
	front                  int
	turned                 func(narrow bool) // told when there is room for both, and when not
}

func newSides(w i18n.Words, left, right fyne.CanvasObject, turned func(bool)) *sides {
	s := &sides{left: left, right: right, line: parts.VLine(parts.Line), turned: turned,
		options: []parts.Option{{Text: w.T("arrivals.side_fields")}, {Text: w.T("arrivals.side_original")}}}
	s.choice = parts.NewChoice(parts.ChoiceOptions{Options: s.options, Pick: s.bring})
	s.bar = parts.Column(0, parts.Pad(8, 20, 8, 20, parts.Left(s.choice)), parts.HLine(parts.Line))
	s.outer = &fyne.Container{Layout: s, Objects: []fyne.CanvasObject{s.bar, left, s.line, right}}
	return s
}

// bring puts one side in front, where there is not room for both.
func (s *sides) bring(side int) {
	if s.front != side {
		s.front = side
		s.choice.Set(s.options, side)
		s.Layout(nil, s.outer.Size())
	}
}

// MinSize lets the dialog be small: both sides scroll.
func (s *sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// Layout gives the fields two fifths of the width, and no more than they are read well in.
func (s *sides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if isNarrow := size.Width < leastWide; isNarrow != s.narrow {
		s.narrow = isNarrow
		s.turned(isNarrow)
	}
	show := func(o fyne.CanvasObject, on bool) {
		if on != o.Visible() {
			if o.Hide(); on {
				o.Show()
			}
		}
	}
	show(s.bar, s.narrow)
	show(s.line, !s.narrow)
	show(s.left, !s.narrow || s.front == fieldsSide)
	show(s.right, !s.narrow || s.front == originalSide)
	if s.narrow {
		top := s.bar.MinSize().Height
		at(s.bar, 0, 0, size.Width, top)
		at(s.left, 0, top, size.Width, size.Height-top)
		at(s.right, 0, top, size.Width, size.Height-top)
		return
	}
	wide := float32(int(min(560, size.Width*0.42)))
	at(s.left, 0, 0, wide, size.Height)
	at(s.line, wide, 0, 1, size.Height)
	at(s.right, wide+1, 0, size.Width-wide-1, size.Height)
}

func at(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
