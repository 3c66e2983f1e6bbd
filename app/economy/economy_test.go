package economy_test

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/economy"
	"yttra/app/figures"
	"yttra/app/markup"
	"yttra/app/packs"
	"yttra/app/sample"
)

const today app.Date = "2026-11-22"

type rules struct {
	packs *packs.Packs
	check *check.Checker
}

var load = sync.OnceValues(func() (rules, error) {
	p, err := packs.Load()
	if err != nil {
		return rules{}, err
	}
	c, err := check.Compile(p, "sv")
	return rules{p, c}, err
})

func house(t testing.TB) rules {
	t.Helper()
	r, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (r rules) figures(m *app.Matter) *figures.Set {
	return figures.Of(m.Estimate, r.packs.Thresholds, today)
}

// drafted is a matter whose only paper says what is drafted, and that draft.
func (r rules) drafted(m *app.Matter) (*app.Matter, string) {
	m = m.Clone()
	text := economy.Draft(r.packs, m, r.figures(m))
	m.Documents = []app.Document{{ID: "d", Kind: "opinion", Date: today, Sections: []app.Section{{Role: "economy", Heading: "Ekonomi", Text: text}}}}
	m.Answers = nil
	return m, text
}

// astray are the findings that say that an amount is not the estimate's, or not
// written as it should be.
func (r rules) astray(m *app.Matter) []string {
	var out []string
	for _, f := range r.check.Run(m, 0).Findings {
		if slices.Contains([]string{"FORM-BEL-01", "FORM-BEL-02", "FORM-BEL-03", "FORM-BEL-04", "TYP-NBSP-01", "TYP-LAG-01", "TYP-TUS-01", "TYP-TAL-01"}, f.Rule()) {
			out = append(out, f.Title+" "+f.Why)
		}
	}
	return out
}

func plain(text string) string { return strings.ReplaceAll(markup.Read(text).Text, "\u00a0", " ") }

// What is drafted of the samples answers the questions about cost that an estimate
// can answer, and stays true when the estimate changes.
func TestDraftOfTheSamples(t *testing.T) {
	r := house(t)
	for _, s := range sample.Register() {
		m, text := r.drafted(&s)
		if fs := r.astray(m); len(fs) > 0 {
			t.Errorf("%s: %q", s.Title, fs)
		}
		answered := []string{"COST-TCO-01", "COST-MOMS-01"}
		sourced := !slices.ContainsFunc(s.Estimate.Lines, func(l app.CostLine) bool { return l.Source == "" })
		if sourced && slices.ContainsFunc(s.Estimate.Lines, func(l app.CostLine) bool { return l.High > 0 || l.Kind == app.CostRisk }) {
			answered = append(answered, "COST-RISK-01")
		}
		if s.Estimate.Units > 0 {
			answered = append(answered, "COST-ENH-01")
		}
		for _, c := range r.check.Run(m, 0).Criteria {
			if slices.Contains(answered, c.ID) && c.State != app.Indicated && c.State != app.Met {
				t.Errorf("%s: %s is %s", s.Title, c.ID, c.State)
			}
		}
		for _, b := range markup.Parse(text) {
			if b.Kind != markup.Paragraph {
				t.Errorf("%s: a block of another kind in %q", s.Title, text)
			}
		}
		for i := range m.Estimate.Lines {
			l := &m.Estimate.Lines[i]
			l.Price, l.Low, l.High = 3*l.Price, 3*l.Low, 3*l.High
		}
		var broken []figures.Broken
		d := &m.Documents[0].Sections[0]
		if d.Text, broken = r.figures(m).Fill(text); d.Text == text || len(broken) > 0 {
			t.Errorf("%s does not follow: %v", s.Title, broken)
		}
		if fs := r.astray(m); len(fs) > 0 {
			t.Errorf("%s after a change: %q", s.Title, fs)
		}
	}
}

// full is an estimate with everything an estimate can have.
func full() *app.Matter {
	line := func(k app.CostKind, what string, kronor int64, from, to int) app.CostLine {
		return app.CostLine{Kind: k, What: what, Quantity: app.Units(1), Price: app.Kronor(kronor), From: from, To: to, Source: app.SourceQuote}
	}
	m := &app.Matter{Title: "Armband", Purchase: true, Measures: []app.Measure{app.Wearables}}
	m.Estimate = app.Estimate{Name: "Armband", Years: 5, FirstYear: 2024, Units: 120, UnitName: "elev", Start: "2024-03-01", Pilot: true, RealRate: 350,
		Lines: []app.CostLine{line(app.CostPurchase, "Armband", 300_000, 1, 0), line(app.CostLicences, "Licens", 50_000, 1, 5), line(app.CostSaving, "Mindre tid", 10_000, 2, 5)},
		Alternatives: []app.Alternative{{Name: "Fler vuxna", Lines: []app.CostLine{line(app.CostNewWork, "Tid", 60_000, 1, 5)}},
			{Name: "Som i dag", Role: app.Today, Lines: []app.CostLine{line(app.CostOperation, "Drift", 20_000, 1, 5)}},
			{Role: app.Full, Lines: []app.CostLine{line(app.CostPurchase, "Alla", 25_000_000, 1, 0)}},
			{Lines: []app.CostLine{line(app.CostPurchase, "Lås", 7_000, 1, 0)}}},
		Spent:   []app.Spent{{What: "Provköp", Amount: app.Kronor(35_000), Back: app.Kronor(5_000)}},
		Funding: []app.Funding{{Who: "Utbildningsnämnden", Budget: "driftbudget 2024", From: 1, To: 2, Amount: app.Kronor(200_000), Decided: true}}}
	m.Estimate.Lines[1].Low, m.Estimate.Lines[1].High = app.Kronor(40_000), app.Kronor(90_000)
	m.Estimate.Lines[1].Index = 200
	return m
}

// Every passage, read aloud once.
func TestDraftOfEverything(t *testing.T) {
	r := house(t)
	m, text := r.drafted(full())
	for _, want := range []string{
		"Den totala kostnaden under 5 år (2024–2028) beräknas till 520 202 kronor. Av beloppet är 300 000 kronor engångskostnader och 220 202 kronor löpande kostnader.",
		"I beloppet ingår inköp med 300 000 kronor och licenser och abonnemang med 260 202 kronor. Besparingar är avräknade (−40 000 kronor).",
		"Alla belopp är angivna exklusive moms. Priser som väntas stiga är uppräknade år för år i kalkylen.",
		"Kostnaden är 350 000 kronor det första året och därefter i genomsnitt 42 551 kronor per år. Räknat i dagens penningvärde",
		"Beloppen är osäkra. Kostnaden väntas bli minst ", "Mest påverkas summan av posten ”Licens”.",
		"Att fortsätta som i dag kostar 100 000 kronor under samma tid. Jämfört med dagens lösning blir förslaget 420 202 kronor dyrare.",
		"Alternativet ”Fler vuxna” kostar 300 000 kronor. Jämfört med det blir förslaget 220 202 kronor dyrare. Ett annat alternativ kostar 7 000 kronor.",
		"Förslaget är ett försök. Ett fullt införande beräknas kosta 25,0 miljoner kronor.",
		"Kostnaden motsvarar 4 335 kronor per elev, eller 867 kronor per elev och år. Antalet är 120.",
		"I kalkylen saknas kringutrustning, installation, ",
		"Hittills har 35 000 kronor betalats. Pengarna ingår inte i beräkningen, eftersom de är förbrukade vad som än beslutas. Av det kan 5 000 kronor återvinnas.",
		"Upphandlingens värde beräknas till 560 202 kronor, som högst ", "Med det värdet blir förfarandet direktupphandling. Direktupphandling är tillåten bara om värdet är lägre än 700 000 kronor (19 a kap. 2 § LOU).",
		"För åtgärden är 400 000 kronor avsatta under perioden (Utbildningsnämnden, driftbudget 2024). Av dem finns 400 000 kronor i beslutad budget. Den del av kostnaden som saknar finansiering är ",
		"Vid sidan av kostnaden finns risken för en sanktionsavgift",
		"Kostnad och effekt återrapporteras till [nämnd] senast [datum].",
	} {
		if !strings.Contains(plain(text), want) {
			t.Errorf("%q is not in\n%s", want, plain(text))
		}
	}
	if fs := r.astray(m); len(fs) > 0 {
		t.Error(fs)
	}
	states := map[string]app.CriterionState{}
	for _, c := range r.check.Run(m, 0).Criteria {
		states[c.ID] = c.State
	}
	for _, id := range []string{"COST-TCO-01", "COST-MOMS-01", "COST-NOLL-01", "COST-ENH-01", "COST-SUNK-01", "COST-RISK-01", "COST-PILOT-01"} {
		if states[id] != app.Indicated && states[id] != app.Met {
			t.Errorf("%s is %q", id, states[id])
		}
	}
}

func TestDraftOfLittle(t *testing.T) {
	r := house(t)
	if got := economy.Draft(r.packs, &app.Matter{}, r.figures(&app.Matter{})); got != "" {
		t.Errorf("of nothing: %q", got)
	}
	m := &app.Matter{Estimate: app.Estimate{Lines: []app.CostLine{{Kind: app.CostTraining, What: "Kurs", Quantity: app.Units(1), Price: app.Kronor(5000), Internal: true}},
		Financing: "Ur nämndens [ram]"}}
	_, text := r.drafted(m)
	for _, want := range []string{"Den totala kostnaden beräknas till 5 000 kronor och faller under ett år. Alla belopp", "[ange lägsta och högsta kostnad]",
		"Dagens lösning kostar [belopp] kronor under samma tid.", "Finansiering: Ur nämndens (ram)."} {
		if !strings.Contains(plain(text), want) {
			t.Errorf("%q is not in\n%s", want, plain(text))
		}
	}
	for _, no := range []string{"Upphandlingens", "sanktionsavgift", "I beloppet ingår", "{", "}"} {
		if strings.Contains(text, no) {
			t.Errorf("%q is in\n%s", no, plain(text))
		}
	}
}

// Whatever the estimate, the draft is whole, says what the estimate says, and still
// does when the estimate has become another.
func TestAnyDraftStaysTrue(t *testing.T) {
	r := house(t)
	rapid.Check(t, func(t *rapid.T) {
		m := &app.Matter{Title: "Ärende", Purchase: rapid.Bool().Draw(t, "purchase"), Measures: []app.Measure{rapid.SampledFrom(app.Measures).Draw(t, "measure")}}
		m.Estimate = estimates.Draw(t, "estimate")
		m, text := r.drafted(m)
		if len(m.Estimate.Lines) > 0 && text == "" {
			t.Fatal("nothing is drafted")
		}
		if strings.ContainsAny(plain(text), "{}") || strings.Contains(plain(text), "  ") || strings.Contains(plain(text), "..") {
			t.Fatalf("not whole:\n%s", text)
		}
		if again, broken := r.figures(m).Fill(text); again != text || len(broken) > 0 {
			t.Fatalf("not true when drafted: %v\n%s", broken, text)
		}
		if fs := r.astray(m); len(fs) > 0 {
			t.Fatalf("%q in\n%s", fs, plain(text))
		}
		for i := range m.Estimate.Lines {
			m.Estimate.Lines[i].Price = app.Money(rapid.Int64Range(1, 1e9).Draw(t, "other price"))
		}
		m.Documents[0].Sections[0].Text, _ = r.figures(m).Fill(text)
		for _, f := range r.astray(m) {
			if !strings.Contains(f, "inte finns längre") {
				t.Fatalf("%s in\n%s", f, plain(m.Documents[0].Sections[0].Text))
			}
		}
	})
}

var estimates = rapid.Custom(func(t *rapid.T) app.Estimate {
	lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) app.CostLine {
		from := rapid.IntRange(1, 3).Draw(t, "from")
		l := app.CostLine{Kind: rapid.SampledFrom(app.CostKinds).Draw(t, "kind"), What: rapid.SampledFrom([]string{"", "Armband", "a [b] *c*", "x](cost:total)"}).Draw(t, "what"),
			Quantity: app.Units(rapid.Int64Range(0, 30).Draw(t, "quantity")), Price: app.Money(rapid.Int64Range(0, 1e8).Draw(t, "price")),
			From: from, To: rapid.SampledFrom([]int{0, from, from + 2}).Draw(t, "to"), Internal: rapid.Bool().Draw(t, "internal"), Index: rapid.SampledFrom([]int{0, 250}).Draw(t, "index")}
		if rapid.Bool().Draw(t, "range") {
			l.Low, l.High = l.Amount()/2, l.Amount()*2
		}
		return l
	}), 0, 5)
	e := app.Estimate{Lines: lines.Draw(t, "lines"), Years: rapid.IntRange(0, 6).Draw(t, "years"), FirstYear: rapid.SampledFrom([]int{0, 2024}).Draw(t, "first"),
		RealRate: rapid.SampledFrom([]int{0, 350}).Draw(t, "rate"), Units: rapid.SampledFrom([]int64{0, 1, 120}).Draw(t, "units"), UnitName: rapid.SampledFrom([]string{"", "Elev"}).Draw(t, "unit"),
		Pilot: rapid.Bool().Draw(t, "pilot"), Start: rapid.SampledFrom([]app.Date{"", "2024-03-01"}).Draw(t, "start"), Financing: rapid.SampledFrom([]string{"", "Ur ramen."}).Draw(t, "words")}
	for i := range rapid.IntRange(0, 3).Draw(t, "ways") {
		role := app.OtherWay
		if i < 2 && rapid.Bool().Draw(t, "role") {
			role = app.WayRoles[i+1]
		}
		e.Alternatives = append(e.Alternatives, app.Alternative{Name: rapid.SampledFrom([]string{"", "Väg " + strconv.Itoa(i)}).Draw(t, "name"), Role: role, Lines: lines.Draw(t, "lines of way")})
	}
	if rapid.Bool().Draw(t, "spent") {
		e.Spent = []app.Spent{{What: "x", Amount: app.Kronor(35_000), Back: app.Kronor(rapid.SampledFrom([]int64{0, 5000}).Draw(t, "back"))}}
	}
	if rapid.Bool().Draw(t, "funded") {
		e.Funding = []app.Funding{{Who: rapid.SampledFrom([]string{"", "Nämnden"}).Draw(t, "who"), From: 1, Amount: app.Kronor(40_000)}}
	}
	return e
})
