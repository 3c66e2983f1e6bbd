package reports

import (
	"fmt"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Blocks makes the blocks of a paper with its text in normal form, for a file whose
// reader has fonts of its own: no character is refused.
func Blocks(in Input) (layout.Doc, error) {
	m, err := newMaker(in, fonts.New(), nil)
	if err != nil {
		return layout.Doc{}, fmt.Errorf("make paper: %w", err)
	}
	doc := m.paper()
	(&checker{}).doc(&doc, m)
	return doc, nil
}
