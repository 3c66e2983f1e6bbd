package paper

import (
	"math"
	"strings"

	"yttra/app"
	"yttra/reports"
	"yttra/reports/layout"
)

// Spot is a block of text on a page, in mm, and where it was written.
type Spot struct {
	Left, Top, Bottom float64
	Place             app.Place // of the row that was asked about
	Costs             bool      // it was made from the estimate
	Page              int       // a line of the contents leads to this page, from 1; 0: it is none
	PageY             float64   // and to this height
}

// reach is how far from a row one may point and still mean it, in mm.
const reach = 3.5

const mmPerPoint = 25.4 / 72

// rows of a line of text: from above its capitals to below its baseline.
func extent(it layout.Item) (top, bottom float64) {
	return it.Y - it.Size*mmPerPoint*0.85, it.Y + it.Size*mmPerPoint*0.3
}

// SpotAt finds the block at a height of the page that is looked at; ok is false
// where nothing was written by hand: the letterhead, the foot, the title.
func (m *Model) SpotAt(y float64) (s Spot, ok bool) {
	if m.at >= len(m.set.Pages) {
		return Spot{}, false
	}
	items := m.set.Pages[m.at].Items
	nearest, row, block := reach, layout.Item{}, (*layout.Elem)(nil)
	for _, it := range items {
		if it.Kind != layout.Text || it.Turn != 0 { // UTKAST stands beside many rows
			continue
		}
		top, bottom := extent(it)
		if d := max(top-y, y-bottom, 0); d < nearest {
			nearest, row = d, it
			block, _ = it.Elem.From()
		}
	}
	if block == nil {
		return m.contentsAt(row)
	}
	s = Spot{Left: math.Inf(1), Top: math.Inf(1), Costs: block.Source.Part == reports.PartCosts}
	for _, it := range items {
		if from, ok := it.Elem.From(); ok && from == block && it.Kind == layout.Text {
			top, bottom := extent(it)
			s.Left, s.Top, s.Bottom = min(s.Left, it.X), min(s.Top, top), max(s.Bottom, bottom)
		}
	}
	s.Place = m.place(m.origin(block.Source), row.S)
	return s, true
}

// contentsAt is where a row of the table of contents leads; ok is false for other
// rows.
func (m *Model) contentsAt(row layout.Item) (s Spot, ok bool) {
	if row.Elem == nil || row.Elem.Parent == nil || row.Elem.Parent.Role != "TOCI" {
		return s, false
	}
	for _, l := range m.set.Pages[m.at].Links {
		if l.Elem == row.Elem && l.ToPage > 0 {
			return Spot{Left: l.X, Top: l.Y, Bottom: l.Y2, Place: app.Place{Section: -1}, Page: l.ToPage, PageY: l.ToY}, true
		}
	}
	return s, false
}

// origin is where in the document something in the copy that is shown comes from.
func (m *Model) origin(s layout.Source) layout.Source {
	if c := m.Web(); c != nil && s.Part > 0 {
		s.At = c.Source(s.Part-1, s.At)
	}
	return s
}

// place is where in a section the words of a row stand, or its block begins.
func (m *Model) place(from layout.Source, words string) app.Place {
	d := m.state.Document()
	if d == nil || from.Part < 1 || from.Part > len(d.Sections) {
		return app.Place{Section: -1}
	}
	at := find(d.Sections[from.Part-1].Text, from.At, words)
	return app.Place{Section: from.Part - 1, Span: app.Span{Start: at, End: at}}
}

// mostBlock is how far into a block its rows are looked for, in bytes.
const mostBlock = 20_000

// find looks for the first words of a row in a text, from a byte on; the byte when
// they are not there. A row may begin inside a word, or with a mark the text
// writes otherwise.
func find(text string, from int, row string) int {
	from = max(0, min(from, len(text)))
	in := strings.ReplaceAll(text[from:min(len(text), from+mostBlock)], "\n", " ")
	words := strings.Fields(strings.ReplaceAll(row, "\u00ad", ""))
	for skip := 0; skip < 2 && skip < len(words); skip++ {
		for n := min(4, len(words)-skip); n > 0; n-- {
			if n == 1 && len([]rune(words[skip])) < 5 {
				continue // a short word stands anywhere
			}
			if i := strings.Index(in, strings.Join(words[skip:skip+n], " ")); i >= 0 {
				return from + i
			}
		}
	}
	return from
}

// PageOf finds the page and height where a place of the document stands; ok is
// false when nothing of its section is on paper.
func (m *Model) PageOf(p app.Place) (page int, y float64, ok bool) {
	block := m.blockOf(p)
	if block == nil {
		return 0, 0, false
	}
	last := m.origin(block.Source).At
	for i, sheet := range m.set.Pages {
		for _, it := range sheet.Items {
			if from, made := it.Elem.From(); !made || from.Source != block.Source || it.Kind != layout.Text {
				continue
			}
			at := last
			if ok { // rows come in the order of the text; the first is where the block begins
				at = m.place(layout.Source{Part: block.Source.Part, At: last}, it.S).Span.Start
			}
			if ok && at > p.Span.Start {
				return page, y, true
			}
			page, y, ok, last = i, it.Y, true, at
		}
	}
	return page, y, ok
}

// blockOf is the last block on paper that begins at or before a place of the
// document, or else the first of its section; nil when there is none.
func (m *Model) blockOf(p app.Place) *layout.Elem {
	var best *layout.Elem
	if m.set.Root == nil {
		return nil
	}
	for _, e := range m.set.Root.Kids {
		switch at := m.origin(e.Source).At; {
		case e.Source.Part != p.Section+1:
		case best == nil, at <= p.Span.Start && at > m.origin(best.Source).At:
			best = e
		}
	}
	return best
}
