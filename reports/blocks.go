package reports

import (
	"context"
	"fmt"

	"yttra/app"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Blocks makes the blocks of a paper with its text in normal form, for a file whose
// reader has fonts of its own: no character is refused. Of a copy for the web the PDF
// is made too, and looked through: what is left in it would be left in the blocks.
func Blocks(in Input) (layout.Doc, error) {
	if in.Copy == app.WebCopy {
		if _, _, err := Write(context.Background(), in, nil); err != nil {
			return layout.Doc{}, err
		}
	}
	m, err := newMaker(in, fonts.New(), nil)
	if err != nil {
		return layout.Doc{}, fmt.Errorf("make paper: %w", err)
	}
	doc := m.paper()
	(&checker{}).doc(&doc, m)
	return doc, nil
}
