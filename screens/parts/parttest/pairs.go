package parttest

import "yttra/screens/parts"

// Pairing is an ink and the grounds it lies on. Whoever puts an ink on a new
// ground lists it here; the test then says whether it can be read.
type Pairing struct {
	On      parts.Token
	Least   float64       // 4.5 for text, 3 for shapes, frames and bars (WCAG 2.1, 1.4.3 and 1.4.11)
	Grounds []parts.Token // as the drawing of the window has them
	Light   float64       // lowest contrast over Grounds in the drawing, for each theme; 0: not stated
	Dark    float64
	Beyond  []parts.Token // grounds the drawing does not show
}

const (
	forText  = 4.5
	forShape = 3
)

// Pairings are all the pairs that meet in the window. Line is decoration only and
// is in no pair.
func Pairings() []Pairing {
	const (
		page, panel, fog, rail, soft, hover, marked = parts.Page, parts.Panel, parts.Fog, parts.Rail, parts.Soft, parts.Hover, parts.Marked
		stop, serious, note, ok, waive              = parts.StopSoft, parts.SeriousSoft, parts.NoteSoft, parts.OKSoft, parts.WaiveSoft
		bench, accent, ink                          = parts.Bench, parts.Accent, parts.Ink
	)
	in := func(t ...parts.Token) []parts.Token { return t }
	return []Pairing{
		{On: parts.Ink, Least: forText, Light: 11.2, Dark: 6.4, Grounds: in(page, panel, fog, rail, soft, hover, marked, stop, serious, note, ok, waive)},
		{On: parts.Muted, Least: forText, Light: 5.65, Dark: 5.58, Grounds: in(page, panel, fog, rail, soft, hover, stop, serious, note), Beyond: in(ok, waive)},
		{On: parts.Accent, Least: forText, Light: 6.66, Dark: 6.17, Grounds: in(page, panel, fog, rail, soft), Beyond: in(hover, stop, serious, note, ok)},
		{On: parts.OnAccent, Least: forText, Light: 8.33, Dark: 8.45, Grounds: in(accent), Beyond: in(ink)},
		{On: parts.Stop, Least: forText, Light: 6.37, Dark: 5.82, Grounds: in(page, panel, fog, rail, soft, stop), Beyond: in(hover)},
		{On: parts.Serious, Least: forText, Light: 5.84, Dark: 6.54, Grounds: in(page, panel, fog, rail, soft, serious), Beyond: in(hover)},
		{On: parts.Note, Least: forText, Light: 6.03, Dark: 6.22, Grounds: in(page, panel, fog, soft, note), Beyond: in(hover)},
		{On: parts.OK, Least: forText, Light: 5.59, Dark: 6.27, Grounds: in(page, panel, fog, rail, soft, ok), Beyond: in(hover)},
		{On: parts.OnPaper, Least: forText, Light: 8.33, Dark: 8.33, Grounds: in(parts.Paper)},
		{On: parts.Waive, Least: forText, Light: 6.5, Dark: 7.48, Grounds: in(page, panel, waive), Beyond: in(fog, soft, hover)},

		{On: parts.Edge, Least: forShape, Light: 3.15, Dark: 3.56, Grounds: in(page, panel, fog, soft), Beyond: in(bench, stop, serious, note, ok, hover)},
		{On: parts.Accent, Least: forShape, Grounds: in(page, panel, fog, rail, soft, bench, hover), Beyond: in(stop, serious, note, marked)},
		{On: parts.Ink, Least: forShape, Grounds: in(page, panel, fog, soft)},
		{On: parts.Muted, Least: forShape, Grounds: in(page, panel, fog, soft, marked)},
		{On: parts.Page, Least: forShape, Grounds: in(accent)},                                                          // the dot of a radio
		{On: parts.Stop, Least: forShape, Grounds: in(page, panel, fog, soft, stop, marked), Beyond: in(serious, note)}, // the line under words of one finding inside another
		{On: parts.Serious, Least: forShape, Grounds: in(page, panel, fog, soft, serious, marked), Beyond: in(stop, note)},
		{On: parts.Note, Least: forShape, Grounds: in(page, panel, fog, soft, note, marked), Beyond: in(stop, serious)},
		{On: parts.OK, Least: forShape, Grounds: in(page, panel, fog, soft, ok, marked)},
		{On: parts.Waive, Least: forShape, Grounds: in(page, panel, soft, waive, marked)},
	}
}

// Listed says whether a pair is in the table: as text, or as a shape, for which a
// pair that is good enough for text will do.
func Listed(on, ground parts.Token, text bool) bool {
	for _, p := range Pairings() {
		if p.On != on || text && p.Least < forText {
			continue
		}
		for _, g := range append(p.Grounds, p.Beyond...) {
			if g == ground {
				return true
			}
		}
	}
	return false
}
