package draft

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// What the outline tells, and what becomes of it. The keyboard stays in the
// outline; what is taken away can be undone like everything else.

// Move moves the section the person is in, or the row of the outline with the
// keyboard, one step.
func (s *Screen) Move(by int) {
	r, ok := s.model.Here()
	if s.view.outline.focus {
		r, ok = s.view.outline.here()
	}
	if ok {
		s.sectionMoved(r, by)
	}
}

func (s *Screen) sectionPicked(r OutlineRow) {
	s.view.closeList()
	if r.At >= 0 {
		s.model.Place(Caret{r.Section, r.At})
		s.view.show()
		s.view.page.showPlace(r.Section, r.At)
		s.view.page.focusText()
		return
	}
	text := s.model.Look(r.Section)
	s.view.show()
	s.view.page.showSection(r.Section)
	if text {
		s.view.page.focusText()
	} else {
		s.view.page.focusClaims(r.Section)
	}
}

func (s *Screen) sectionMenu(r OutlineRow, at fyne.Position) {
	parts.OpenMenuAt(s.view.outline, at, s.view.sectionMenu(), -1, func(i int) { s.view.sectionDo(r, i) })
}

func (s *Screen) sectionMoved(r OutlineRow, by int) {
	r = s.model.MoveRow(r, by)
	s.view.show()
	s.view.outline.goTo(r)
	s.view.page.showSection(r.Section)
}

func (s *Screen) sectionRemoved(r OutlineRow) {
	s.model.RemoveRow(r)
	s.view.show()
}

func (s *Screen) sectionRenamed(r OutlineRow) {
	w := s.host.Words()
	parts.Ask(s.host.Window(), w, parts.AskOptions{Title: w.T("draft.rename_title"), Label: w.T("draft.own_heading"), Start: r.Heading, Yes: w.T("draft.rename_yes"),
		Check: func(heading string) string {
			if heading == "" {
				return w.T("draft.own_empty")
			}
			return ""
		},
		Done: func(heading string) {
			s.model.RenameRow(r, heading)
			s.view.show()
		}})
}

func (s *Screen) sectionWanted() {
	if s.model.State().Document() == nil {
		return
	}
	goOn := func() {
		s.view.show()
		if at := s.model.where(); at >= 0 {
			s.view.page.showSection(at)
			s.view.page.focusText()
		}
	}
	s.view.openAdd(s.host.Window(), s.model.Missing(),
		func(role string) { s.model.AddSection(role); goOn() },
		func(heading string) { s.model.AddOwn(heading); goOn() })
}
