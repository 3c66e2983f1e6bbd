package layout

import "strings"

const (
	draftBase = 200.0 // mm: the baseline of the turned word
	hatchPen  = 0.26  // mm
	hatchStep = 0.85
)

// draft sets UTKAST on the page, alike on all.
func (p *press) draft() {
	if p.drafted == nil {
		p.drafted = p.watermark()
	}
	p.page().Items = append(p.page().Items, p.drafted...)
}

// watermark is UTKAST upright in the right margin under white hatching: never
// behind text, one ink, and still there after the copier. It is empty on a final
// paper.
func (p *press) watermark() []Item {
	items := []Item{}
	word := p.f.doc.Words.Watermark
	if !p.f.doc.Draft || word == "" {
		return items
	}
	word = strings.Join(strings.Split(word, ""), " ")
	st := p.f.look.draft
	w := p.f.width(word, st)
	start := PageHeight/2 + w/2
	items = append(items, Item{Kind: Text, X: draftBase, Y: start, S: word, Face: SansBold, Size: st.size, Turn: 90})
	for d := -2.0; d < w+14; d += hatchStep { // slanting back along the word, from below its baseline to above the letters
		items = append(items, Item{Kind: Rule, X: draftBase + 0.5, Y: start - d, X2: draftBase - 10.5, Y2: start - d + 11,
			Weight: hatchPen / mmPerPoint, Stroke: White})
	}
	for i := range items {
		items[i].Artifact = WatermarkArtifact
	}
	return items
}
