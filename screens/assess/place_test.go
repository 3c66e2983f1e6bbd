package assess

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/packs"
)

func rules(t *testing.T) func(string) *packs.Rule {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return func(id string) *packs.Rule {
		r, _ := p.Rule(id)
		return r
	}
}

func TestPlaceFollowsFromTheAnswers(t *testing.T) {
	bio := &app.Matter{Measures: []app.Measure{app.Biometrics}}
	kids := &app.Matter{Measures: []app.Measure{app.General, app.Cameras}, Affected: []app.Group{app.Children, app.Employees}}
	all := &app.Matter{Measures: []app.Measure{app.Biometrics}, Affected: []app.Group{app.Children, app.Employees, app.Public}}
	result := func(id string, s app.CriterionState) app.CriterionResult {
		return app.CriterionResult{ID: id, State: s}
	}
	for name, c := range map[string]struct {
		m    *app.Matter
		in   []app.CriterionResult
		want Spot
		ok   bool
	}{
		"no matter":           {nil, []app.CriterionResult{result("PROP-BEHOV-01", app.Met)}, Spot{}, false},
		"no measure":          {&app.Matter{}, []app.CriterionResult{result("PROP-BEHOV-01", app.Met)}, Spot{}, false},
		"nothing asked":       {bio, nil, Spot{}, false},
		"nothing answered":    {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.NotAddressed), result("PROP-ALT-01", app.Met)}, Spot{}, false},
		"need shown":          {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.Met)}, Spot{100, 80}, true},
		"need found":          {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.Indicated)}, Spot{50, 80}, true},
		"need failed":         {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.Failed)}, Spot{0, 80}, true},
		"weights":             {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.Met), result("PROP-ANDA-01", app.NotAddressed), result("PROP-LAMP-01", app.NotAddressed)}, Spot{40, 80}, true},
		"limits met":          {bio, []app.CriterionResult{result("PROP-ANDA-01", app.Met), result("PROP-ALT-01", app.Met), result("PROP-MIN-01", app.Met)}, Spot{100, 48}, true},
		"limits half":         {bio, []app.CriterionResult{result("PROP-ANDA-01", app.Met), result("PROP-ALT-01", app.Met), result("PROP-MIN-01", app.Failed)}, Spot{100, 64}, true},
		"worst kind, groups":  {kids, []app.CriterionResult{result("PROP-NYTTA-01", app.Waived)}, Spot{50, 75}, true},
		"never over hundred":  {all, []app.CriterionResult{result("PROP-BEHOV-01", app.Met)}, Spot{100, 95}, true},
		"others do not count": {bio, []app.CriterionResult{result("PROP-BEHOV-01", app.Met), result("COST-FIN-01", app.Failed), result("X-1", app.Failed), result("PROP-DSO-01", app.Failed)}, Spot{100, 80}, true},
	} {
		got, ok := Place(c.m, c.in, rules(t))
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %+v %v, want %+v %v", name, got, ok, c.want, c.ok)
		}
	}
}

// A better answer never makes the need smaller or the intrusion larger.
func TestBetterAnswersNeverCount(t *testing.T) {
	rule := rules(t)
	order := []app.CriterionState{app.NotAddressed, app.Failed, app.Indicated, app.Met}
	ids := []string{"PROP-BEHOV-01", "PROP-ANDA-01", "PROP-LAMP-01", "PROP-NYTTA-01", "PROP-ALT-01", "PROP-MIN-01", "PROP-OMF-01", "PROP-NEC-01", "PROP-GALL-01", "PROP-SKYDD-01"}
	r := rand.New(rand.NewPCG(1, 2))
	m := &app.Matter{Measures: []app.Measure{app.Wearables}, Affected: []app.Group{app.Children}}
	for range 2000 {
		var in []app.CriterionResult
		for _, id := range ids {
			in = append(in, app.CriterionResult{ID: id, State: order[r.IntN(4)]})
		}
		before, ok := Place(m, in, rule)
		i := r.IntN(len(in))
		if in[i].State == app.Met || !ok {
			continue
		}
		in[i].State = app.Met
		after, _ := Place(m, in, rule)
		if after.Need < before.Need || after.Intrusion > before.Intrusion || after.Over() < before.Over() {
			t.Fatalf("%s met: %+v became %+v", in[i].ID, before, after)
		}
	}
}

// However the points lie, no name lies over another name or over a point.
func TestNamesNeverMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 400 {
		area := fyne.NewSize(float32(385+r.IntN(500)), pictureHeight)
		var dots, taken []box
		for range 1 + r.IntN(mostAlternatives+1) {
			d := box{float32(r.IntN(int(area.Width) - dotSize)), float32(r.IntN(pictureHeight - dotSize)), dotSize, dotSize}
			if n%5 == 0 && len(dots) > 0 {
				d = dots[0] // in the same place
			}
			dots = append(dots, d)
		}
		dots = apart(dots, area)
		taken = append(taken, dots...)
		for _, d := range dots {
			b, ok := labelNear(inner(d), fyne.NewSize(float32(40+r.IntN(100)), 20), area, taken)
			if !ok || !b.in(area) {
				t.Fatalf("no room in %v for a name among %v", area, taken)
			}
			for _, o := range taken[len(dots):] {
				if b.meets(o) {
					t.Fatalf("%v lies over %v", b, o)
				}
			}
			taken = append(taken, b)
		}
		for _, upper := range []bool{true, false} {
			b, ok := cornerWords(fyne.NewSize(140, 19), area, upper, taken)
			if ok && !b.free(taken) {
				t.Fatal("a half's word lies over something")
			}
			if ok {
				taken = append(taken, b)
			}
		}
	}
}

func TestApart(t *testing.T) {
	got := apart([]box{{50, 50, 28, 28}, {50, 50, 28, 28}, {366, 10, 28, 28}, {368, 12, 28, 28}}, fyne.NewSize(400, 190))
	if got[0].x == got[1].x || got[2].x == got[3].x || got[3].x+got[3].w > 400 {
		t.Errorf("%v", got)
	}
}

func TestPointsMoveWithAReason(t *testing.T) {
	m, d := begin(t)
	before, ok := m.Point("")
	if !ok || before.Reason != "" {
		t.Fatalf("%+v", before)
	}
	m.MoveTo("", Spot{before.Need + 5, 400})
	if p, _ := m.Point(""); p.Intrusion != 100 || len(d.State().Matter.Placements) != 0 {
		t.Errorf("%+v", p)
	}
	if m.Keep("för att") == "" {
		t.Error("two words were taken for a reason")
	}
	m.Back()
	if p, _ := m.Point(""); p != before {
		t.Errorf("it did not go back: %+v", p)
	}
	m.MoveTo("", Spot{90, 20})
	if fault := m.Keep(" Nämnden har redan  begränsat det. "); fault != "" {
		t.Fatal(fault)
	}
	got := d.State().Matter.Placements[0]
	if got.Need != 90 || got.Intrusion != 20 || got.Reason != "Nämnden har redan begränsat det." || got.On != "2026-11-22" {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(m.Because(), "redan begränsat") || !strings.HasPrefix(m.Says(), "Behovet väger tyngst") {
		t.Errorf("%q %q", m.Says(), m.Because())
	}
	if !m.Away("") || m.Away("") {
		t.Error("it cannot be reset, or twice")
	}
	if p, _ := m.Point(""); p != before {
		t.Errorf("%+v", p)
	}
	d.Undo()
	d.Undo()
	if len(d.State().Matter.Placements) != 0 {
		t.Error("it cannot be undone")
	}
}

func TestAlternatives(t *testing.T) {
	m, d := begin(t)
	if m.Begin("  ") == "" || m.Begin("Förslaget") == "" {
		t.Error("a bad name was taken")
	}
	if fault := m.Begin(" Taggar  (i dag) "); fault != "" {
		t.Fatal(fault)
	}
	if p, ok := m.Point("Taggar (i dag)"); !ok || p.Spot != (Spot{50, 50}) || len(d.State().Matter.Placements) != 0 {
		t.Errorf("%+v", p)
	}
	m.MoveTo("Taggar (i dag)", Spot{45, 10})
	if fault := m.Keep("Finns redan och används."); fault != "" {
		t.Fatal(fault)
	}
	if m.NameFault("Taggar (i dag)") == "" {
		t.Error("two have the same name")
	}
	if m.Rename("Taggar (i dag)", "Taggar") != "" || m.Rename("Taggar", "Taggar") != "" || m.Rename("Taggar", "") == "" {
		t.Error("renaming")
	}
	if p, ok := m.Point("Taggar"); !ok || !strings.Contains(m.Tells(p), "behov 45, intrång 10. ”Finns redan") {
		t.Errorf("%q", m.Tells(p))
	}
	for _, name := range []string{"B", "C", "D", "E", "F"} {
		m.Begin(name)
		m.Keep("Ett skäl som räcker.")
	}
	if !m.Full() {
		t.Error("there is no end to alternatives")
	}
	m.Away("Taggar")
	if _, ok := m.Point("Taggar"); ok || m.Full() {
		t.Error("it is still there")
	}
	m.MoveTo("nobody", Spot{1, 1})
	if _, ok := m.Moving(); ok {
		t.Error("nobody moves")
	}
}

func TestSaysWhatIsTheCase(t *testing.T) {
	m, d := begin(t)
	for _, c := range []struct {
		spot Spot
		want string
	}{{Spot{50, 56}, "Intrånget väger tyngst: intrång 56 mot behov 50."}, {Spot{50, 55}, "Behov och intrång väger ungefär lika: 50 mot 55."}, {Spot{60, 54}, "Behovet väger tyngst: behov 60 mot intrång 54."}} {
		d.Edit("", func(a *app.Matter) {
			a.Placements = []app.Placement{{Need: c.spot.Need, Intrusion: c.spot.Intrusion, Reason: "skäl"}}
		})
		if got := m.Says(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	d.Edit("", func(a *app.Matter) { a.Placements = nil; a.Measures = nil })
	if _, ok := m.Point(""); ok || !strings.Contains(m.Says(), "Välj vad ärendet gäller") {
		t.Error(m.Says())
	}
	d.Edit("", func(a *app.Matter) {
		a.Measures = []app.Measure{app.Cameras}
		for i := range a.Documents[0].Sections {
			a.Documents[0].Sections[i].Text = ""
		}
	})
	if _, ok := m.Point(""); ok || !strings.Contains(m.Says(), "ingen av dem besvarad") || m.Because() != "" {
		t.Error(m.Says())
	}
}
