package costs

// ShowLine shows a way, counted as in app.Estimate.View, with the keyboard on the
// price of one of its lines; -1: where it was.
func (s *Screen) ShowLine(way, line int) {
	if s.model.state.Matter == nil || way < 0 || way > s.model.lastWay() {
		return
	}
	s.view.finish()
	s.model.ShowWay(way)
	s.view.draw()
	if line >= 0 {
		s.view.goTo(Fault{At: At{Row: line, Column: PriceColumn}})
	}
}
