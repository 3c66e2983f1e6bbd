package assess

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

func TestOneStepAlone(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	m.Only(Necessity)
	if got := lines(m); got != "[2  Nödvändighet 1 av 2 besvarade] PROP-NEC-01 PROP-ALT-01" || m.Alone() != Necessity {
		t.Error(got)
	}
	m.Only(Balance)
	m.Only(Balance)
	if m.Alone() != "" || m.Len() != 11 {
		t.Errorf("%q, %d lines", m.Alone(), m.Len())
	}
	m.Only(Suitability)
	if !m.Step(1) || m.Alone() != "" {
		t.Error("the next question is not looked for beyond the step")
	}
}

func TestFolding(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	choose(t, m, "PROP-ALT-01")
	m.Fold(m.Index())
	c, _ := m.Chosen()
	if got := lines(m); strings.Contains(got, "PROP-ALT-01") || !m.Row(2).Folded || c.ID != "PROP-BAL-01" {
		t.Errorf("%s; %s is chosen", got, c.ID)
	}
	m.Fold(99)
	m.Fold(2)
	if !strings.Contains(lines(m), "PROP-ALT-01") {
		t.Error("a head does not unfold")
	}
	m.Fold(2)
	m.Unfold()
	if m.Len() != 11 {
		t.Error(lines(m))
	}
}

func TestStoppingQuestions(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	if m.Stopping() != 1 {
		t.Errorf("%d stop", m.Stopping())
	}
	for i := range m.Len() {
		if r := m.Row(i); r.Stops != (r.ID == "PROP-NEC-01") {
			t.Errorf("%+v", r)
		}
	}
}

func TestStepGoesToWhatAsksForSomething(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	var got []string
	for _, by := range []int{1, 1, 1, -1, -1} {
		m.Step(by)
		c, _ := m.Chosen()
		got = append(got, c.ID)
	}
	if want := []string{"PROP-NEC-01", "PROP-BAL-01", "PROP-NEC-01", "PROP-BAL-01", "PROP-NEC-01"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestHeadsCannotBeChosen(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	if m.Choose(0) || m.Choose(-1) || m.Choose(99) {
		t.Error("a head was chosen")
	}
	choose(t, m, "PROP-LAMP-01")
	m.Choose(m.Beside(1))
	if c, _ := m.Chosen(); c.ID != "PROP-NEC-01" {
		t.Errorf("down went to %s", c.ID)
	}
	m.Choose(m.Beside(-1))
	if m.Beside(-1) != m.Index() {
		t.Error("there is nothing above the first")
	}
}

// A row that leaves the filter gives its place to the next.
func TestTheNextIsChosenWhenARowGoes(t *testing.T) {
	m, d := begin(t)
	s := few(d)
	for i := range s.Criteria {
		s.Criteria[i].State = app.NotAddressed
	}
	m.Take(s)
	m.Filter(app.NotAddressed)
	choose(t, m, "PROP-NEC-01")
	s.Criteria = slices.Clone(s.Criteria)
	s.Criteria[5].State = app.Failed
	m.Take(s)
	if c, _ := m.Chosen(); c.ID != "PROP-ALT-01" {
		t.Errorf("%s is chosen", c.ID)
	}
}
