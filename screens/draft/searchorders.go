package draft

// What the search bar tells.

func (s *Screen) searched(q Query, step int) (n, of int) {
	if step == 0 {
		s.model.Search(q)
	} else {
		s.model.StepHit(step)
	}
	return s.showHit()
}

// showHit puts the caret at the present hit and scrolls to it; the keyboard stays
// in the bar.
func (s *Screen) showHit() (n, of int) {
	p, n, of := s.model.Hit()
	if of > 0 {
		s.model.Place(Caret{p.Section, p.Span.Start})
	}
	s.view.show()
	if of > 0 {
		s.view.page.showPlace(p.Section, p.Span.Start)
	}
	return n, of
}

func (s *Screen) replaced(with string, all bool) (done, n, of int) {
	switch {
	case all:
		done = s.model.ReplaceAll(with)
	case s.model.Replace(with):
		done = 1
	}
	n, of = s.showHit()
	return done, n, of
}

// searchLeft takes the hits away; the keyboard goes to the text, at the hit.
func (s *Screen) searchLeft() {
	s.model.Search(Query{})
	s.view.show()
	s.view.page.focusText()
}
