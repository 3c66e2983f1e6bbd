package reports

import (
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// paper makes the blocks of an opinion or a motion response. Text is as the
// clerk wrote it; see Build for what is normalised.
func paper(in Input) (layout.Doc, error) {
	m, err := newMaker(in, fonts.New(), nil)
	if err != nil {
		return layout.Doc{}, err
	}
	return m.paper(), nil
}
