package assess

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

func words(t testing.TB) i18n.Words {
	t.Helper()
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// begin opens the first sample.
func begin(t *testing.T) (*Model, *desk.Desk) {
	t.Helper()
	matter := sample.Register()[0]
	d := parttest.Desk(t, &matter)
	m := NewModel(d, words(t))
	d.Listen(m.Take)
	return m, d
}

// few is a state with six criteria of all groups.
func few(d *desk.Desk) desk.State {
	s := d.State()
	s.Criteria = []app.CriterionResult{
		{ID: "COST-FIN-01", Severity: app.Serious, State: app.Met},
		{ID: "PROP-ALT-01", Severity: app.Serious, State: app.Indicated, Evidence: []app.Evidence{{Text: "Några andra\nåtgärder är inte aktuella.", Place: app.Place{Section: 3}}}},
		{ID: "PROP-BAL-01", Severity: app.Serious, State: app.NotAddressed},
		{ID: "PROP-DSO-01", Severity: app.Note, State: app.Waived, Reason: "skäl", Said: true},
		{ID: "PROP-LAMP-01", Severity: app.Serious, State: app.Met},
		{ID: "PROP-NEC-01", Severity: app.Blocking, State: app.Failed},
	}
	return s
}

func lines(m *Model) string {
	var out []string
	for i := range m.Len() {
		r := m.Row(i)
		if r.Head {
			out = append(out, "["+r.Title+" "+r.Count+"]")
			continue
		}
		out = append(out, r.ID)
	}
	return strings.Join(out, " ")
}

func choose(t *testing.T, m *Model, id string) app.CriterionResult {
	t.Helper()
	for i := range m.Len() {
		if m.Row(i).ID == id && m.Choose(i) {
			c, _ := m.Chosen()
			return c
		}
	}
	t.Fatalf("%s is not in the list: %s", id, lines(m))
	return app.CriterionResult{}
}

func find(t *testing.T, m *Model, want func(app.CriterionResult) bool) app.CriterionResult {
	t.Helper()
	for i := range m.Len() {
		if m.Choose(i) {
			if c, _ := m.Chosen(); want(c) {
				return c
			}
		}
	}
	t.Fatal("no such criterion in the sample")
	return app.CriterionResult{}
}

func TestGroupsOrderAndFilter(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	want := "[1  Lämplighet 1 av 1 besvarade] PROP-LAMP-01 [2  Nödvändighet 1 av 2 besvarade] PROP-NEC-01 PROP-ALT-01 " +
		"[3  Rimlig avvägning 0 av 1 besvarade] PROP-BAL-01 [Personuppgifter 1 av 1 besvarade] PROP-DSO-01 [Kostnad 1 av 1 besvarade] COST-FIN-01"
	if got := lines(m); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if m.Count("") != 6 || m.Count(app.Failed) != 1 || m.Facts()[0] != "4 av 6 frågor besvarade" {
		t.Errorf("%d %d %q", m.Count(""), m.Count(app.Failed), m.Facts())
	}
	m.Filter(app.NotAddressed)
	if got := lines(m); got != "[3  Rimlig avvägning 0 av 1 besvarade] PROP-BAL-01" {
		t.Error(got)
	}
	if c, ok := m.Chosen(); !ok || c.ID != "PROP-BAL-01" {
		t.Errorf("chosen %v %v", c.ID, ok)
	}
	m.Filter("nothing")
	if _, ok := m.Chosen(); ok || m.Judge(app.Failed, "") {
		t.Error("an empty list has a chosen row")
	}
	if !m.Step(1) || m.Filtered() != "" { // what asks for something is found past any filter
		t.Error("the next question was not found")
	}
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		states []app.CriterionState
		word   string
	}{
		{nil, "nothing"}, {[]app.CriterionState{app.NotAddressed, app.NotAddressed}, "untried"},
		{[]app.CriterionState{app.Met, app.NotAddressed}, "partly"}, {[]app.CriterionState{app.Met, app.Failed}, "failed"},
		{[]app.CriterionState{app.Met, app.Indicated}, "found"}, {[]app.CriterionState{app.Met, app.Waived}, "shown"},
	} {
		m, d := begin(t)
		s := d.State()
		s.Criteria = nil
		for i, state := range c.states {
			s.Criteria = append(s.Criteria, app.CriterionResult{ID: []string{"PROP-NEC-01", "PROP-ALT-01"}[i], State: state, Said: state == app.Waived})
		}
		m.Take(s)
		if got, want := m.Card(Necessity).Verdict, m.words.T("assess.verdict."+c.word); got != want || strings.HasPrefix(got, "[") {
			t.Errorf("%v: %q, want %q", c.states, got, want)
		}
	}
}

func TestJudgingIsOneStepAndCanBeTakenBack(t *testing.T) {
	m, d := begin(t)
	c := find(t, m, func(c app.CriterionResult) bool { return c.State == app.Indicated })
	before := len(d.State().Matter.Answers)
	if !m.Judge(app.Met, "") || !m.Judge(app.Failed, "") {
		t.Fatal("not judged")
	}
	a, ok := m.Answer()
	if !ok || a.State != app.Failed || a.Sentence != c.Evidence[0].Text || a.On != "2026-11-22" || a.Document != d.State().Document().ID {
		t.Errorf("%v %+v", ok, a)
	}
	if n := len(d.State().Matter.Answers); n != before+1 {
		t.Errorf("%d answers", n-before)
	}
	d.Undo()
	if a, _ := m.Answer(); a.State != app.Met {
		t.Errorf("undone to %q", a.State)
	}
	m.TakeBack()
	if got, _ := m.Chosen(); got.State != app.Indicated || m.Judged() {
		t.Errorf("taken back, it is %s", got.State)
	}
}

func TestWhatCannotBeSaid(t *testing.T) {
	m, d := begin(t)
	find(t, m, func(c app.CriterionResult) bool { return c.State == app.NotAddressed && len(c.Evidence) == 0 })
	before := d.State().Matter
	if m.Judge(app.Met, "") {
		t.Error("met without a sentence to point at")
	}
	if m.Judge(app.Waived, "  ") {
		t.Error("accepted without a reason")
	}
	if d.State().Matter != before {
		t.Error("the matter changed")
	}
	if !m.Judge(app.Waived, "Frågan hör till ett annat ärende.") {
		t.Error("a reason was refused")
	}
	if c, _ := m.Chosen(); c.State != app.Waived || c.Reason != "Frågan hör till ett annat ärende." {
		t.Errorf("%+v", c)
	}
}

// When the sentence is edited away the judgement does not hold, and says so.
func TestStaleJudgement(t *testing.T) {
	m, d := begin(t)
	c := find(t, m, func(c app.CriterionResult) bool { return c.State == app.Indicated && len(c.Evidence) > 0 })
	m.Judge(app.Met, "")
	p := c.Evidence[0].Place
	d.Edit("", func(matter *app.Matter) {
		s := &matter.Documents[0].Sections[p.Section]
		s.Text = s.Text[:p.Span.Start] + "Annat." + s.Text[p.Span.End:]
	})
	choose(t, m, c.ID)
	if got, _ := m.Chosen(); !got.Stale {
		t.Errorf("%+v", got)
	}
	if _, ok := m.Answer(); ok || !m.Judged() {
		t.Error("the judgement is shown as if it held, or cannot be taken back")
	}
	m.TakeBack()
	if got, _ := m.Chosen(); got.Stale {
		t.Error("it is still stale")
	}
}

func TestSentenceCanBeChosen(t *testing.T) {
	m, _ := begin(t)
	c := find(t, m, func(c app.CriterionResult) bool { return len(c.Evidence) > 1 })
	m.Say(1)
	if m.Place() != c.Evidence[1].Place {
		t.Error("the place is not the chosen sentence's")
	}
	m.Judge(app.Met, "")
	if a, _ := m.Answer(); a.Sentence != c.Evidence[1].Text {
		t.Errorf("tied to %q", a.Sentence)
	}
}

func TestInsertFindsTheSection(t *testing.T) {
	m, d := begin(t)
	for id, role := range map[string]string{"PROP-ALT-01": "assessment", "PROP-BARN-01": "children", "PROP-DSO-01": "privacy", "COST-RISK-01": "economy"} {
		choose(t, m, id)
		p, ok := m.Insert()
		doc := d.State().Document()
		if !ok || doc.Sections[p.Section].Role != role {
			t.Errorf("%s went to %v", id, doc.Sections[max(0, p.Section)].Role)
			continue
		}
		text := doc.Sections[p.Section].Text
		if text[p.Span.Start:p.Span.End] != m.Asked().Wording || !strings.HasSuffix(text[:p.Span.Start], "\n\n") && p.Span.Start > 0 {
			t.Errorf("%s: %q", id, text)
		}
		d.Undo()
	}
}

func TestAsked(t *testing.T) {
	m, _ := begin(t)
	c := find(t, m, func(c app.CriterionResult) bool { return c.State == app.NotAddressed || c.State == app.Failed })
	a := m.Asked()
	if a.Why == "" || a.Accept == "" || a.Wording == "" {
		t.Errorf("%s: %+v", c.ID, a)
	}
	choose(t, m, "PROP-ALT-01")
	if got := m.Asked().Laws; len(got) != 2 || got[0].Checked != "2026-11-22" || !strings.Contains(got[0].Text, "förvaltningslagen") {
		t.Errorf("%+v", got)
	}
	choose(t, m, "PROP-KANS-01") // rests on an article that was not read
	if got := m.Asked().Laws; len(got) < 2 || !slices.ContainsFunc(got, func(l Law) bool { return l.Checked == "" }) {
		t.Errorf("%+v", got)
	}
}

func TestWeight(t *testing.T) {
	m, d := begin(t)
	for id, want := range map[string]string{"PROP-ALT-01": "Stoppande för biometri, kamerabevakning", "PROP-LAMP-01": "Allvarlig", "PROP-NEC-01": "Stoppande"} {
		choose(t, m, id)
		if got := m.Weight(); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	d.Edit("", func(a *app.Matter) { a.Measures = []app.Measure{app.CloudService} })
	choose(t, m, "PROP-ALT-01")
	if got := m.Weight(); got != "Allvarlig" {
		t.Error(got)
	}
}

func TestNothingOpen(t *testing.T) {
	d := parttest.Desk(t)
	m := NewModel(d, words(t))
	m.OpenScreening()
	m.Answering("KAM", true)
	m.Confirm()
	m.TakeBack()
	if _, ok := m.Insert(); ok || m.Len() != 0 || m.Facts() != nil || m.Judged() || m.Place().Section != -1 || m.Asked().Wording != "" || len(m.Points()) != 0 || m.Says() == "" {
		t.Error("something is there")
	}
}
