package assess

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// rewrite puts another sentence in the place of one.
func rewrite(d *desk.Desk, old, now string) {
	d.Edit("", func(m *app.Matter) {
		for i, s := range m.Documents[0].Sections {
			m.Documents[0].Sections[i].Text = strings.ReplaceAll(s.Text, old, now)
		}
	})
}

// met finds a criterion with a sentence, has the clerk confirm it, and gives both.
func met(t *testing.T, m *Model) (id, sentence string) {
	t.Helper()
	c := find(t, m, func(c app.CriterionResult) bool { return c.State == app.Indicated && len(c.Evidence) > 0 })
	sentence = c.Evidence[0].Text
	if !m.Judge(app.Met, "") {
		t.Fatal("it cannot be met")
	}
	return c.ID, sentence
}

func TestAnAnswerFallsWithItsSentenceAndIsTiedAgain(t *testing.T) {
	m, d := begin(t)
	id, sentence := met(t, m)
	facts := m.Facts()
	rewrite(d, sentence, "Meningen är omskriven och säger något annat om belysningen.")
	c := choose(t, m, id)
	if !c.Stale || c.Said || c.Was != sentence || c.State == app.Met {
		t.Fatalf("%+v", c)
	}
	r := m.Row(m.Index())
	if !r.Stale || r.Was == "" {
		t.Errorf("the row does not say it: %+v", r)
	}
	if got := m.Facts(); len(got) != len(facts)+1 || !strings.Contains(strings.Join(got, " "), "1 att bedöma på nytt") {
		t.Errorf("%q", got)
	}
	m.OnlyOpen(true)
	if i := m.Index(); i < 0 || m.Row(i).ID != id {
		t.Error("what must be judged anew is not among what is open")
	}
	m.ShowAll()
	choose(t, m, id)
	all := m.Candidates()
	if len(all) < 5 || slices.ContainsFunc(all[1:], func(o Candidate) bool { return o.like > all[0].like }) {
		t.Fatalf("%d candidates, %+v", len(all), all[:min(2, len(all))])
	}
	found := having(all, "OMSKRIVEN belysningen")
	if len(found) != 1 || !m.Tie(found[0].Text) {
		t.Fatalf("%+v", found)
	}
	if c = choose(t, m, id); c.State != app.Met || !c.Said || c.Stale || len(c.Evidence) != 1 || !strings.Contains(c.Evidence[0].Text, "belysningen") {
		t.Errorf("%+v", c)
	}
	if got := having(all, "xyzzy"); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestTyingKeepsWhatWasSaid(t *testing.T) {
	m, d := begin(t)
	c := find(t, m, func(c app.CriterionResult) bool { return c.State == app.Indicated && len(c.Evidence) > 0 })
	const reason = "ett skäl som är långt nog för att stå för sig självt"
	m.Judge(app.Waived, reason)
	rewrite(d, c.Evidence[0].Text, "Något helt annat.")
	if got := choose(t, m, c.ID); !got.Stale {
		t.Fatalf("%+v", got)
	}
	if !m.Tie("Något helt annat.") {
		t.Fatal("it is not tied")
	}
	if got := choose(t, m, c.ID); got.State != app.Waived || got.Reason != reason || got.Stale {
		t.Errorf("%+v", got)
	}
	if m.Tie(" ") {
		t.Error("tied to nothing")
	}
}

// A question with no sentence can be met by one that only the clerk sees.
func TestPointInTheWindow(t *testing.T) {
	h, d, s, _ := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return len(c.Evidence) == 0 && c.State == app.NotAddressed })
	parttest.Press(t, s.Content(), "Peka ut en mening …")
	h.Shot(t, "assess-point")
	entry, ok := h.Win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("the keyboard is on %T", h.Win.Canvas().Focused())
	}
	test.Type(entry, "xyzzy")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(h.Win.Canvas().Overlays().List()) == 0 {
		t.Fatal("nothing was chosen, and it closed")
	}
	entry.SetText("")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	got := stateOf(d, c.ID)
	if got.State != app.Met || len(got.Evidence) != 1 || got.Evidence[0].Text != s.model.Candidates()[1].Text {
		t.Errorf("%+v", got)
	}
	if len(h.Win.Canvas().Overlays().List()) > 0 {
		t.Error("the dialog is still there")
	}
}

func TestWhatTheTextSetsAsideIsNeitherGapNorPass(t *testing.T) {
	m, d := begin(t)
	s := d.State()
	sentence := "Förvaltningen gör ingen egen analys av frågan, eftersom förslaget avslås."
	s.Criteria = []app.CriterionResult{{ID: "PROP-NEC-01", Severity: app.Serious, State: app.Waived, Reason: sentence, Evidence: []app.Evidence{{Text: sentence, Place: app.Place{Section: 2}}}},
		{ID: "PROP-ALT-01", Severity: app.Serious, State: app.Waived, Reason: "skäl", Said: true}}
	m.Take(s)
	if m.Count(setAside) != 1 || m.Count(app.Waived) != 1 || m.Row(m.Index()).State != "Avstås i texten" {
		t.Errorf("%d set aside, %d waived, %+v", m.Count(setAside), m.Count(app.Waived), m.Row(m.Index()))
	}
	if c := m.Card(Necessity); c.Answered() != 2 || c.Verdict != "Funnet i texten" {
		t.Errorf("%+v", c)
	}
	m.OnlyOpen(true)
	if m.Len() != 0 {
		t.Error("it is told as a gap")
	}
	m.ShowAll()
	choose(t, m, "PROP-NEC-01")
	if !m.AcceptReason() {
		t.Fatal("the reason is not taken")
	}
	if a, ok := m.latest("PROP-NEC-01"); !ok || a.State != app.Waived || a.Reason != sentence || a.Sentence != sentence {
		t.Errorf("%+v", a)
	}
	choose(t, m, "PROP-ALT-01")
	if m.AcceptReason() {
		t.Error("a reason of the clerk's own was taken from the text")
	}
}
