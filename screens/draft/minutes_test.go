package draft

import (
	"strings"
	"testing"

	"yttra/app"
)

// Minutes and reports are written here like any paper: what stands around the text
// is no section of theirs, and cannot be added as one.
func TestMinutesAreWrittenInTheirSections(t *testing.T) {
	m, h := shown(t, texts{"summary": "Nämnden avstyrker."})
	for _, c := range [][2]string{{"minutes_extract", "Sammanfattning, Yrkanden, Beslutsgång, Beslut, Beslutsunderlag"},
		{"official_report", "Förvaltningens förslag till beslut, Sammanfattning, Ärendet/Bakgrund, Ärendets beredning, Förvaltningens synpunkter och förslag"}} {
		kind, want := c[0], c[1]
		if err := h.desk.AddDocument(kind); err != nil {
			t.Fatal(err)
		}
		m.Show(h.desk.State())
		var names []string
		for _, s := range h.desk.State().Document().Sections {
			names = append(names, s.Heading)
		}
		if got := strings.Join(names, ", "); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", kind, got)
		}
		for _, s := range m.Missing() {
			if s.Role == "item" || s.Role == "signatures" || s.Role == "notice" || s.Role == "attest" {
				t.Errorf("%s: %s is offered as text", kind, s.Role)
			}
		}
		if len(m.Items()) < len(names) {
			t.Errorf("%s: %d rows for %d sections", kind, len(m.Items()), len(names))
		}
		for i := range h.desk.State().Document().Sections {
			for _, item := range m.Items() {
				if item.Kind == GuideItem && item.Section == i && item.Text == "" {
					t.Errorf("%s: section %d has no guidance", kind, i)
				}
			}
		}
	}
	if d := h.desk.State().Matter.Documents[1]; d.Sections[d.Section(app.RoleSummary)].Text == "" {
		t.Error("the minutes do not begin with the answer's summary")
	}
}
