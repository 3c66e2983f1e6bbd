package assess

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// What the estimate answers is shown as such, and leads to its line in Kostnad.
func TestAnswerInTheEstimate(t *testing.T) {
	h, d, s, _ := open(t)
	var way, line = -9, -9
	s.Cost = func(w, l int) { way, line = w, l }
	c := s.find(t, func(c app.CriterionResult) bool { return c.ID == "COST-AVV-01" })
	if len(c.Evidence) > 0 || len(c.Reckoned) != 1 || c.State != app.Indicated {
		t.Fatalf("%s %+v %+v", c.State, c.Evidence, c.Reckoned)
	}
	row := s.model.Row(s.model.Index())
	if row.State != "Funnet i kalkylen" {
		t.Errorf("the state is %q", row.State)
	}
	if text, quoted := secondLine(row, s.model.words); quoted || text != "I kalkylen: Nedmontering och radering av uppgifter, 70\u00a0000\u00a0kr" {
		t.Errorf("%q, quoted %v", text, quoted)
	}
	if said := parttest.Texts(s.view.side.outer); !slices.Contains(said, "I kalkylen") {
		t.Errorf("the estimate is not shown: %q", said)
	}
	for _, p := range parttest.Presses(s.view.side.outer) {
		if slices.ContainsFunc(parttest.Texts(p), func(x string) bool { return strings.HasPrefix(x, "Nedmontering") }) {
			p.Tapped(nil)
		}
	}
	if way != 0 || line < 0 || d.State().Matter.Estimate.Lines[line].Kind != app.CostExit {
		t.Errorf("led to way %d, line %d", way, line)
	}
	h.Shot(t, "assess-estimate")
}

// The clerk may call it met by the estimate; that falls when the line is changed.
func TestMetByTheEstimateFallsWithItsLine(t *testing.T) {
	h, d, s, _ := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return c.ID == "COST-AVV-01" })
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key1})
	if got := stateOf(d, c.ID); got.State != app.Met || !got.Said || got.Stale {
		t.Fatalf("%+v", got)
	}
	a := d.State().Matter.Answers[len(d.State().Matter.Answers)-1]
	if a.Sentence != c.Reckoned[0].Text {
		t.Errorf("tied to %q", a.Sentence)
	}
	d.Edit("", func(m *app.Matter) {
		for i := range m.Estimate.Lines {
			if m.Estimate.Lines[i].Kind == app.CostExit {
				m.Estimate.Lines[i].Price = app.Kronor(71_000)
			}
		}
	})
	if got := stateOf(d, c.ID); got.State != app.Indicated || !got.Stale || got.Was != c.Reckoned[0].Text {
		t.Errorf("after the change %+v", got)
	}
}

// What the estimate lacks is said by name, with a way there.
func TestEstimateLacks(t *testing.T) {
	h, d, s, _ := open(t)
	went := -9
	s.Cost = func(_, l int) { went = l }
	d.Edit("", func(m *app.Matter) {
		m.Estimate.Lines = slices.DeleteFunc(m.Estimate.Lines, func(l app.CostLine) bool { return l.Kind == app.CostExit })
	})
	c := s.find(t, func(c app.CriterionResult) bool { return c.ID == "COST-AVV-01" })
	if c.State != app.NotAddressed || !strings.HasPrefix(c.Lacks, "Kalkylen har ingen rad för avveckling.") {
		t.Fatalf("%s %q", c.State, c.Lacks)
	}
	if text, _ := secondLine(s.model.Row(s.model.Index()), s.model.words); text != c.Lacks {
		t.Errorf("the row says %q", text)
	}
	if s.model.CanMeet() {
		t.Error("it can be called met by nothing")
	}
	if said := strings.Join(parttest.Texts(s.view.side.outer), " "); strings.Count(said, "ingen rad för avveckling") != 1 {
		t.Errorf("what is lacking is not said once: %s", said)
	}
	h.Shot(t, "assess-lacks")
	parttest.Press(t, s.Content(), "Öppna Kostnad")
	if went != -1 {
		t.Errorf("led to line %d", went)
	}
}
