package draft

import (
	"strings"

	"yttra/screens/parts"
)

var _ parts.Helped = (*Screen)(nil)

// HelpTopic is the rule of the finding whose card is open.
func (s *Screen) HelpTopic() string {
	for _, c := range s.model.Cards() {
		if c.Open {
			id, _, _ := strings.Cut(c.Finding.ID, "/")
			return id
		}
	}
	return ""
}
