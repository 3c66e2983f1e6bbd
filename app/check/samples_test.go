package check

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
)

// What the invented matters are there to show of the cost, and that their texts and
// estimates say the same.
func TestSampleMattersShowTheCost(t *testing.T) {
	p, c := loadPacks(t), compiled(t)
	ms := sample.Register()
	sums := make([]cost.Result, len(ms))
	for i := range ms {
		m := &ms[i]
		sums[i] = cost.Sum(m.Estimate, p.Thresholds, "2026-11-22")
		if len(sums[i].Faults) > 0 {
			t.Errorf("%s: %+v", m.Title, sums[i].Faults)
		}
		for _, f := range c.Run(m, 0).Findings {
			if strings.HasPrefix(f.ID, "FORM-BEL") {
				t.Errorf("%s: %s, %s", m.Title, f.ID, f.Title)
			}
		}
	}
	faces, bands, path := &ms[0], &ms[1], &ms[2]
	if e := estimateFacts(faces.Estimate, sums[0]); !e.Today || e.Others != 1 || e.Gap == 0 || e.Funded < 2 || e.Indexed == 0 || e.Classed == 0 || e.Ranged == 0 || e.Similar == 0 ||
		faces.Estimate.Purchase.Needed == "" || len(p.Missing(faces)) > 0 {
		t.Errorf("faces: %+v", e)
	}
	if e := estimateFacts(bands.Estimate, sums[1]); !e.Pilot || !e.Full || e.Funded != 0 || e.Spent != 35_800 || sums[1].Sunk.Back == 0 ||
		kinds(p.Missing(bands))[0] != app.CostPeripherals {
		t.Errorf("wristbands: %+v, missing %v", e, kinds(p.Missing(bands)))
	}
	if e := estimateFacts(path.Estimate, sums[2]); e.Gap != 0 || !e.Today || e.Others != 1 || e.Unsourced != 0 || len(p.Missing(path)) > 0 || len(sums[2].Notes) > 0 {
		t.Errorf("cycle path: %+v, missing %v, notes %v", e, kinds(p.Missing(path)), sums[2].Notes)
	}
}

func kinds(all []packs.Expected) (out []app.CostKind) {
	for _, e := range all {
		out = append(out, e.Kind)
	}
	return out
}
