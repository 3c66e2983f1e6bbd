package pdf

import (
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// compose puts the lines of the pages together.
func compose(all []Sheet, remarks []app.Remark) reading.Text {
	b := reading.NewBuilder(app.PDF)
	for _, r := range remarks {
		b.Remark(r)
	}
	for _, s := range all {
		page := b.Page(s.Width, s.Height)
		var line strings.Builder
		for _, g := range s.Glyphs {
			if g.Unseen {
				continue
			}
			if g.Text == "\n" {
				b.WriteAt(line.String(), page, reading.Box{})
				b.End()
				line.Reset()
				continue
			}
			line.WriteString(g.Text)
		}
		b.WriteAt(line.String(), page, reading.Box{})
		b.End()
	}
	return b.Text()
}
