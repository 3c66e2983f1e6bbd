package assess

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
)

func words(t *testing.T) i18n.Words {
	t.Helper()
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func state() desk.State {
	return desk.State{
		Matter: &app.Matter{Documents: []app.Document{{ID: "d", Sections: []app.Section{{Heading: "Bedömning", Text: "Några andra åtgärder bedöms inte vara aktuella."}}}}},
		Criteria: []app.CriterionResult{
			{ID: "A", Title: "Behov", Severity: app.Serious, State: app.Met},
			{ID: "B", Title: "Alternativ", Severity: app.Blocking, State: app.Indicated, Evidence: []app.Evidence{{Text: "Några andra åtgärder bedöms inte vara aktuella."}}},
			{ID: "C", Title: "Barnets bästa", Severity: app.Serious, State: app.NotAddressed},
			{ID: "D", Title: "Ändamål", Severity: app.Blocking, State: app.Failed},
			{ID: "E", Title: "Samråd", Severity: app.Note, State: app.Waived, Reason: "skäl"},
		}}
}

func order(m *Model) string {
	var b strings.Builder
	for i := range m.Len() {
		b.WriteString(m.Row(i).ID)
	}
	return b.String()
}

func TestOrderCountAndFilter(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state())
	if got := order(m); got != "DBCAE" {
		t.Errorf("order %s", got)
	}
	if m.Count("") != 5 || m.Count(app.Failed) != 1 || m.Facts()[0] != "3 av 5 frågor besvarade" {
		t.Errorf("%d %d %q", m.Count(""), m.Count(app.Failed), m.Facts())
	}
	m.Filter(app.NotAddressed)
	if got := order(m); got != "C" {
		t.Errorf("filtered %s", got)
	}
	if c, ok := m.Chosen(); !ok || c.ID != "C" {
		t.Errorf("chosen %v %v", c.ID, ok)
	}
	m.Filter(app.CriterionState("nothing"))
	if _, ok := m.Chosen(); ok || m.Step(1) {
		t.Error("an empty list has a chosen row")
	}
}

func TestRow(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state())
	r := m.Row(1)
	if r.Section != "Bedömning" || r.State != "Funnet i texten" || r.Evidence == "" {
		t.Errorf("%+v", r)
	}
}

func TestStepGoesToWhatAsksForSomething(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state())
	var got string
	for _, by := range []int{1, 1, 1, -1} {
		m.Step(by)
		c, _ := m.Chosen()
		got += c.ID
	}
	if got != "CDCD" {
		t.Errorf("%s", got)
	}
}

func TestChoiceStaysWhereItWas(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state())
	m.Choose(2)
	s := state()
	s.Criteria[2].State = app.Met
	m.Take(s)
	if c, _ := m.Chosen(); c.ID != "C" {
		t.Errorf("the choice moved to %s", c.ID)
	}
}

func TestAnswerIsTiedToTheSentence(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state())
	m.Choose(1)
	if a, ok := m.Answer(app.Met, ""); !ok || a.Criterion != "B" || !strings.HasPrefix(a.Sentence, "Några andra") {
		t.Errorf("%+v", a)
	}
	if a, _ := m.Answer(app.Waived, "ett skäl"); a.Sentence != "" || a.Reason != "ett skäl" {
		t.Errorf("%+v", a)
	}
}
