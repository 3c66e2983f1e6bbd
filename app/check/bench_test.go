package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// longMatter is an invented opinion of some 28 pages (7,700 words) about cameras
// and recognition of faces; no paragraph is like another.
func longMatter() *app.Matter {
	places := []string{"Lindskolan", "Bergskolan", "Sjöskolan", "Ängsskolan", "Dalskolan", "Åsskolan"}
	roles := []string{"summary", "motion_content", "assessment", "assessment", "assessment", "children", "privacy", "economy"}
	d := app.Document{ID: "d", Kind: "opinion", Level: app.Committee, Date: "2026-03-12"}
	for i, role := range roles {
		var b strings.Builder
		for j := range 26 {
			place := places[(i+j)%len(places)]
			fmt.Fprintf(&b, "Under läsåret %d registrerades %d händelser vid %s enligt rektors sammanställning. "+
				"Kamerorna vid entrén bedöms inte minska antalet obehöriga besök, eftersom dörrarna öppnas med taggar. "+
				"Förvaltningen har övervägt bättre belysning och fler vuxna, t.ex. i korridor %d, men samtycke från eleverna kan inte användas.\n\n",
				2000+j, i*31+j*7+3, place, j)
		}
		d.Sections = append(d.Sections, app.Section{Role: role, Heading: role, Text: b.String()})
	}
	return &app.Matter{Title: "Ansiktsigenkänning vid skolornas entréer", Measures: []app.Measure{app.Biometrics, app.Cameras},
		Affected: []app.Group{app.Children}, Purchase: true, Documents: []app.Document{d},
		Claims: []app.Claim{{Text: "att kommunen prövar ansiktsigenkänning", Decision: app.Reject}}}
}

func BenchmarkCheckWhole28Pages(b *testing.B) {
	c, m := compiled(b), longMatter()
	for b.Loop() {
		c.memory = newMemory()
		c.Run(m, 0)
	}
	b.ReportMetric(float64(c.Run(m, 0).Words), "words")
}

func BenchmarkCheckOneParagraph(b *testing.B) {
	c, m := compiled(b), longMatter()
	s := &m.Documents[0].Sections[3]
	before := s.Text
	n := 0
	for b.Loop() {
		n++
		s.Text = before + fmt.Sprintf("Nämnden bedömer efter %d dagar att åtgärden inte står i rimlig proportion till behovet.", n)
		c.Run(m, 0)
	}
}

func BenchmarkCompile(b *testing.B) {
	p := loadPacks(b)
	for b.Loop() {
		if _, err := Compile(p, "sv"); err != nil {
			b.Fatal(err)
		}
	}
}
