package check

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
)

// What the program itself offers to insert must, filled in, answer the question it
// is offered for, and fail no other.
func TestModelWordingAnswers(t *testing.T) {
	c := compiled(t)
	fill := strings.NewReplacer("[grupp]", "flickor", "[kap. § lag]", "5 kap. 3 § skollagen", "[", "", "]", "")
	for _, r := range loadPacks(t).Rules {
		if r.Area != packs.Proportionality {
			continue
		}
		m := opinion("assessment: " + fill.Replace(r.SV.Wording))
		m.Measures, m.Affected, m.Purchase = app.Measures, []app.Group{app.Children, app.Employees, app.Public}, true
		m.Title = "Pilotprojekt"
		found := false
		for _, res := range c.Run(m, 0).Criteria {
			if res.ID == r.ID {
				found = true
				if res.State != app.Indicated && res.State != app.Waived {
					t.Errorf("%s: its own wording is %s: %s", r.ID, res.State, r.SV.Wording)
				}
			} else if res.State == app.Failed {
				t.Errorf("%s: its wording fails %s by %q", r.ID, res.ID, res.Evidence[0].Text)
			}
		}
		if !found {
			t.Errorf("%s was not asked", r.ID)
		}
	}
}
