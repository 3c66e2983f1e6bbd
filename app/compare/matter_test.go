package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

func side(text string) Side {
	return Side{Matter: &app.Matter{Documents: []app.Document{{ID: "d", Kind: "opinion", Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: text}}}}}}
}

// tell writes sections as lines one can compare.
func tell(ss []Section) string {
	var b strings.Builder
	for _, s := range ss {
		fmt.Fprintf(&b, "%s %s", [...]string{"=", "~", "+", "-"}[s.Op], show(s.Heading))
		if s.Moved {
			b.WriteString(" (moved)")
		}
		b.WriteByte('\n')
		for _, p := range s.Paragraphs {
			text := p.New
			switch p.Op {
			case Changed:
				text = show(p.Edits)
			case Removed:
				text = p.Old
			}
			fmt.Fprintf(&b, "   %s %s", [...]string{"=", "~", "+", "-"}[p.Op], text)
			if p.Moved > 0 {
				fmt.Fprintf(&b, " (moved %d)", p.Moved)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestSections(t *testing.T) {
	sec := func(role, heading, text string) app.Section {
		return app.Section{Role: role, Heading: heading, Text: text}
	}
	const long = "Förvaltningen har övervägt flera åtgärder under året."
	for _, c := range []struct {
		name     string
		old, new []app.Section
		want     string
	}{
		{"same", []app.Section{sec("a", "A", "Ett.")}, []app.Section{sec("a", "A", "Ett.")}, "= A\n   = Ett.\n"},
		{"renamed by role", []app.Section{sec("a", "Bedömning", "Ett.")}, []app.Section{sec("a", "Nämndens bedömning", "Ett.")},
			"~ [-Bedömning-]{+Nämndens bedömning+}\n   = Ett.\n"},
		{"renamed, another role, same text", []app.Section{sec("a", "Ett", long)}, []app.Section{sec("b", "Två", long)}, "~ [-Ett-]{+Två+}\n   = " + long + "\n"},
		{"added and removed", []app.Section{sec("a", "A", "Ett."), sec("b", "B", "Två."), sec("c", "C", "")}, []app.Section{sec("a", "A", "Ett."), sec("d", "D", "Fyra."), sec("c", "C", "")},
			"= A\n   = Ett.\n- [-B-]\n   - Två.\n+ {+D+}\n   + Fyra.\n= C\n"},
		{"moved", []app.Section{sec("a", "A", "Ett."), sec("b", "B", "Två."), sec("c", "C", "Tre.")}, []app.Section{sec("b", "B", "Två."), sec("c", "C", "Tre."), sec("a", "A", "Ett.")},
			"= B\n   = Två.\n= C\n   = Tre.\n~ A (moved)\n   = Ett.\n"},
		{"two of the same role and heading", []app.Section{sec("x", "X", "Ett."), sec("x", "X", "Två.")}, []app.Section{sec("x", "X", "Två.")},
			"~ X\n   - Ett.\n   + Två.\n- [-X-]\n   - Två.\n"},
		{"paragraph moved to another section", []app.Section{sec("a", "A", long), sec("b", "B", "Två.")}, []app.Section{sec("a", "A", ""), sec("b", "B", "Två.\n\n"+long)},
			"~ A\n   - " + long + " (moved 1)\n~ B\n   = Två.\n   + " + long + " (moved 1)\n"},
		{"list items are compared one by one", []app.Section{sec("a", "A", "Så här:\n\n- taggar delas ut varje dag\n- vakter går runt")},
			[]app.Section{sec("a", "A", "Så här:\n\n- taggar delas ut varje dag\n- grindar sätts upp\n- vakter går runt")},
			"~ A\n   = Så här:\n   = - taggar delas ut varje dag\n   + - grindar sätts upp\n   = - vakter går runt\n"},
		{"none", nil, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := newReader().sections(c.old, c.new, func(app.Section, bool) []string { return nil })
			if tell(got) != c.want {
				t.Errorf("got\n%swant\n%s", tell(got), c.want)
			}
		})
	}
}

func TestIdenticalMattersGiveNothing(t *testing.T) {
	m := matter()
	res := Matters(Side{Matter: m, Total: 100}, Side{Matter: m.Clone(), Total: 100})
	if res.Changes() != 0 || len(res.Facts) != 0 || res.Documents[0].Op != Same {
		t.Errorf("%+v", res)
	}
	empty := &app.Matter{}
	if res := Matters(Side{Matter: empty}, Side{Matter: empty}); res.Changes() != 0 || len(res.Documents) != 0 {
		t.Errorf("%+v", res)
	}
}

func matter() *app.Matter {
	return &app.Matter{ID: "m", Title: "Kameror vid skolan", References: []string{"KS 2026/1"}, Stage: app.Drafting,
		Claims:   []app.Claim{{Text: "att kameror sätts upp", Decision: app.Reject}, {Text: "att provet utvärderas inom ett år"}},
		Answers:  []app.Answer{{Criterion: "PROP-1", State: app.Met, Document: "d1"}},
		Estimate: app.Estimate{Years: 5, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Kameror", Quantity: 2000, Price: 5000}}},
		Documents: []app.Document{{ID: "d1", Kind: "opinion", Sections: []app.Section{
			{Role: app.RoleProposal, Heading: "Förslag till beslut"}, {Role: "assessment", Heading: "Bedömning", Text: "Nämnden avstyrker."}}}}}
}

func TestFactsThatDiffer(t *testing.T) {
	a, b := matter(), matter()
	b.Title = "Kameror vid Norra skolan"
	b.Claims = []app.Claim{{Text: "att kameror sätts upp", Decision: app.Approve, Reason: "med hänvisning till svaret"}, {Text: "att provet utvärderas inom två år"}, {Text: "att taggar köps in"}}
	b.Answers = []app.Answer{{Criterion: "PROP-1", State: app.Waived, Reason: "Prövat.", Document: "d1"}, {Criterion: "PROP-2", State: app.Met}}
	b.Estimate.Lines[0].Price = 6000
	b.Estimate.Lines = append(b.Estimate.Lines, app.CostLine{Kind: app.CostSupport, What: "Drift", Quantity: 1000, Price: 700})
	b.Estimate.Years = 6
	a.Estimate.Spent = []app.Spent{{What: "Förstudie", Amount: 900}, {What: "Provköp", Amount: 50}}
	b.Estimate.Spent = []app.Spent{{What: "Förstudie", Amount: 900, Back: 100}}
	b.Estimate.Funding = []app.Funding{{Who: "Nämnden", Amount: 400, Decided: true}}
	b.Estimate.Alternatives = []app.Alternative{{Name: "I dag", Role: app.Today}}
	b.Stage = app.Waiting
	b.Documents[0].Status = app.Final
	res := Matters(Side{Matter: a, Total: 10000}, Side{Matter: b, Total: 12700})
	var got []string
	for _, f := range res.Facts {
		got = append(got, fmt.Sprintf("%s %d %s %s>%s %s", f.What, f.N, f.Name, f.Old, f.New, show(f.Edits)))
	}
	want := []string{
		"title 0  Kameror vid skolan>Kameror vid Norra skolan Kameror vid {+Norra +}skolan",
		"stage 0  drafting>waiting ",
		"decision 1  reject>approve ",
		"reason 1  >med hänvisning till svaret {+med hänvisning till svaret+}",
		"claim 2  att provet utvärderas inom ett år>att provet utvärderas inom två år att provet utvärderas inom [-ett -]{+två +}år",
		"claim 3  >att taggar köps in {+att taggar köps in+}",
		"total 0  10000>12700 ",
		"line 0 Kameror 10000>12000 ",
		"line 0 Drift >700 ",
		"way 0 I dag >true ",
		"spent 0 Förstudie 900>900 ",
		"spent 0 Provköp 50> ",
		"funding 0 Nämnden >400 ",
		"terms 0  > ",
		"answer 0 PROP-1 met>waived {+Prövat.+}",
		"answer 0 PROP-2 >met ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d := res.Documents[0]; d.Op != Changed || len(d.Facts) != 1 || d.Facts[0].What != Status || d.Changes() != 1 {
		t.Errorf("%+v", d)
	}
}

func TestWhatNoFactSpeaksOfIsSaid(t *testing.T) {
	for name, change := range map[string]func(*app.Matter){
		"placement":    func(m *app.Matter) { m.Placements = []app.Placement{{Need: 40}} },
		"answer's day": func(m *app.Matter) { m.Answers[0].On = "2026-11-22" },
		"draft number": func(m *app.Matter) { m.Documents[0].Draft = 3 },
		"level":        func(m *app.Matter) { m.Documents[0].Level = app.Council },
	} {
		m := matter()
		change(m)
		if res := Matters(Side{Matter: matter()}, Side{Matter: m}); res.Changes() != 1 {
			t.Errorf("%s: %+v", name, res)
		}
	}
}

func TestProposalPointsAreComparedInTheirSection(t *testing.T) {
	m := matter()
	old := Side{Matter: m, Proposals: []app.Proposal{{Lead: "Nämnden beslutar", Points: []string{"att avslå yrkandet om kameror"}}}}
	new := Side{Matter: m, Proposals: []app.Proposal{{Lead: "Nämnden beslutar", Points: []string{"att bifalla yrkandet om kameror"}}}}
	got := tell(Matters(old, new).Documents[0].Sections[:1])
	want := "~ Förslag till beslut\n   = Nämnden beslutar\n   ~ att [-avslå -]{+bifalla +}yrkandet om kameror\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestDocumentsThatDiffer(t *testing.T) {
	doc := func(id, kind string) app.Document {
		return app.Document{ID: id, Kind: kind, Sections: []app.Section{{Role: "a", Heading: "A", Text: "Text."}}}
	}
	old := Side{Matter: &app.Matter{Documents: []app.Document{doc("1", "opinion"), doc("2", "motion_response"), doc("", "letter")}}}
	new := Side{Matter: &app.Matter{Documents: []app.Document{doc("1", "motion_response"), doc("3", "motion_response"), doc("", "letter")}}}
	var got []string
	for _, d := range Matters(old, new).Documents {
		got = append(got, fmt.Sprint(d.Op, d.Old, d.New, len(d.Facts), d.Changes()))
	}
	// The first is another kind now; the second was removed and one added.
	if want := []string{"1 0 0 1 1", "3 1 -1 0 2", "2 -1 1 0 2", "0 2 2 0 0"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// paragraphsWhole holds that the paragraphs of a comparison are those of both
// texts, each in its order.
func paragraphsWhole(t *testing.T, old, new string) {
	t.Helper()
	d := Matters(side(old), side(new)).Documents[0]
	var a, b []string
	for _, p := range d.Sections[0].Paragraphs {
		if p.Op != Added {
			a = append(a, p.Old)
		}
		if p.Op != Removed {
			b = append(b, p.New)
		}
		if p.Op == Changed {
			whole(t, p.Old, p.New, p.Edits)
		}
	}
	if !slices.Equal(a, Units(old)) || !slices.Equal(b, Units(new)) {
		t.Errorf("paragraphs of %q and %q are %q and %q", old, new, a, b)
	}
	if old == new && d.Changes() != 0 {
		t.Errorf("%q differs from itself", old)
	}
}

func TestParagraphsAreWhole(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""}, {"a", ""}, {"Ett.\n\nTvå.", "Två.\n\nEtt."}, {"- a\n- b\n\n1. c\n2. d", "- b\n- a\n\n### d\n| x |\n|---|\n| y |"},
		{strings.Repeat("Ett stycke om ingenting.\n\n", 80), strings.Repeat("Ett annat stycke om allt.\n\n", 90)},
	} {
		paragraphsWhole(t, c[0], c[1])
		paragraphsWhole(t, c[0], c[0])
	}
}

// BenchmarkMatters compares two versions of a paper of thirty pages.
func BenchmarkMatters(b *testing.B) {
	var old, new []app.Section
	for i := range 15 {
		var x, y strings.Builder
		for k := range 20 {
			p := fmt.Sprintf("Förvaltningen har i avsnitt %d stycke %d prövat frågan noga, vägt behovet mot intrånget och funnit att åtgärden inte bör genomföras nu.", i, k)
			p += " " + strings.Repeat("Det finns andra sätt som är mindre ingripande. ", 3)
			x.WriteString(p + "\n\n")
			if k%4 == 0 {
				p = strings.Replace(p, "prövat frågan noga", "utrett frågan på nytt", 1)
			}
			if k != 7 {
				y.WriteString(p + "\n\n")
			}
		}
		old = append(old, app.Section{Role: fmt.Sprint(i), Heading: fmt.Sprint("Avsnitt ", i), Text: x.String()})
		new = append(new, app.Section{Role: fmt.Sprint(i), Heading: fmt.Sprint("Avsnitt ", i), Text: y.String()})
	}
	m := func(s []app.Section) Side {
		return Side{Matter: &app.Matter{Documents: []app.Document{{ID: "d", Sections: s}}}}
	}
	for b.Loop() {
		if Matters(m(old), m(new)).Changes() == 0 {
			b.Fatal("nothing differs")
		}
	}
}

func TestOtherRulesAreSaidOfADocument(t *testing.T) {
	facts := func(old, new *app.Checked) []Fact {
		a, b := side("Text."), side("Text.")
		a.Matter.Documents[0].Checked, b.Matter.Documents[0].Checked = old, new
		return Matters(a, b).Documents[0].Facts
	}
	old := &app.Checked{Packs: "3f2a", Program: "Yttra 0.1.0", On: "2026-11-22"}
	if got := facts(nil, old); len(got) > 0 {
		t.Errorf("that it was checked is no change: %+v", got)
	}
	if got := facts(old, &app.Checked{Packs: "3f2a", On: "2026-11-23"}); len(got) > 0 {
		t.Errorf("by the same rules another day: %+v", got)
	}
	got := facts(old, &app.Checked{Packs: "91bc", On: "2027-01-01"})
	if len(got) != 1 || got[0].What != Rules || got[0].Old != "3f2a Yttra 0.1.0 2026-11-22" || got[0].New != "91bc 2027-01-01" {
		t.Errorf("%+v", got)
	}
}

func TestScreeningIsSaid(t *testing.T) {
	a, b := side("Text."), side("Text.")
	b.Matter.Screening = &app.Screening{By: "Ada Ek", On: "2026-11-22"}
	got := Matters(a, b).Facts
	if len(got) != 1 || got[0].What != Screening || got[0].New != "2026-11-22 Ada Ek" {
		t.Errorf("%+v", got)
	}
}

// Every field of the estimate that somebody can change makes a difference that is told.
func TestEveryTermOfTheEstimateIsSeen(t *testing.T) {
	for name, change := range map[string]func(*app.Estimate){
		"inflation": func(e *app.Estimate) { e.Inflation = 200 },
		"pilot":     func(e *app.Estimate) { e.Pilot = true },
		"option":    func(e *app.Estimate) { e.Purchase.Options = []app.PurchaseSum{{What: "ett år till", Amount: 5}} },
		"needed":    func(e *app.Estimate) { e.Purchase.Needed = "2027-08-15" },
		"index":     func(e *app.Estimate) { e.Lines[0].Index = 200 },
		"unread":    func(e *app.Estimate) { e.Lines[0].Unread = map[string]string{"price": "tolv"} },
		"units":     func(e *app.Estimate) { e.Alternatives[0].Units = 7 },
		"way line":  func(e *app.Estimate) { e.Alternatives[0].Lines = []app.CostLine{{What: "x"}} },
		"decided":   func(e *app.Estimate) { e.Funding[0].Decided = true },
	} {
		a, b := matter(), matter()
		for _, m := range []*app.Matter{a, b} {
			m.Estimate.Alternatives = []app.Alternative{{Name: "I dag"}}
			m.Estimate.Funding = []app.Funding{{Who: "Nämnden", Amount: 400}}
		}
		change(&b.Estimate)
		if res := Matters(Side{Matter: a}, Side{Matter: b}); len(res.Facts) != 1 || res.Facts[0].What == Rest {
			t.Errorf("%s: %+v", name, res.Facts)
		}
	}
}

// Two versions whose bound figures read the same are the same, and what differs is
// told in the words.
func TestFiguresAreComparedByTheirWords(t *testing.T) {
	a := "Det kostar [12 kronor](cost:total) i allt."
	if ss := Matters(side(a), side("Det kostar 12 kronor i allt.")).Documents; len(ss) > 0 && ss[0].Changes() > 0 {
		t.Errorf("a binding nobody sees is a change: %+v", ss)
	}
	got := tell(Matters(side(a), side("Det kostar [13 kronor](cost:total) i allt.")).Documents[0].Sections)
	if !strings.Contains(got, "12") || !strings.Contains(got, "13") || strings.Contains(got, "cost:") {
		t.Error(got)
	}
}
