package draft

import (
	"strings"

	"yttra/screens/parts"
)

var _ parts.Helped = (*Screen)(nil)

// HelpTopic is the page about bound figures when the caret stands in one, else the
// rule of the finding whose card is open.
func (s *Screen) HelpTopic() string {
	if _, ok := s.model.AtFigure(); ok && s.view.page.focus {
		return "figures"
	}
	for _, c := range s.model.Cards() {
		if c.Open {
			id, _, _ := strings.Cut(c.Finding.ID, "/")
			return id
		}
	}
	return ""
}
