package assess

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func open(t *testing.T) (*parttest.Host, *desk.Desk, *Screen, *[]app.Place) {
	t.Helper()
	h := parttest.New(t, "sv", 1196, 689)
	m := sample.Register()[0]
	d := parttest.Desk(t, &m)
	var went []app.Place
	s := New(d, h, func(p app.Place) { went = append(went, p) })
	h.Put(s.Content())
	d.Listen(s.Show)
	s.Focus()
	return h, d, s, &went
}

func (s *Screen) find(t *testing.T, want func(app.CriterionResult) bool) app.CriterionResult {
	t.Helper()
	for i := range s.model.Len() {
		s.model.Choose(i)
		if c, _ := s.model.Chosen(); want(c) {
			s.view.chosen()
			return c
		}
	}
	t.Fatal("no such criterion in the sample")
	return app.CriterionResult{}
}

func stateOf(d *desk.Desk, id string) app.CriterionResult {
	for _, c := range d.State().Criteria {
		if c.ID == id {
			return c
		}
	}
	return app.CriterionResult{}
}

func TestJudgeByKeyAndTakeBack(t *testing.T) {
	h, d, s, _ := open(t)
	h.Shot(t, "assess-light")
	c := s.find(t, func(c app.CriterionResult) bool { return c.State == app.Indicated && len(c.Evidence) > 0 })
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key1})
	if got := stateOf(d, c.ID); got.State != app.Met {
		t.Fatalf("%s is %s after key 1", c.ID, got.State)
	}
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key2})
	if got := stateOf(d, c.ID); got.State != app.Failed {
		t.Fatalf("%s is %s after key 2", c.ID, got.State)
	}
	h.Shot(t, "assess-judged")
	s.view.takeBack()
	if got := stateOf(d, c.ID); got.State != app.Indicated {
		t.Errorf("%s is %s after the judgement was taken back", c.ID, got.State)
	}
}

func TestNothingIsMetWithoutASentence(t *testing.T) {
	h, d, s, _ := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return len(c.Evidence) == 0 && c.State == app.NotAddressed })
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key1})
	if got := stateOf(d, c.ID); got.State != app.NotAddressed {
		t.Errorf("%s became %s with no sentence to point at", c.ID, got.State)
	}
}

func TestWaiveNeedsAReason(t *testing.T) {
	h, d, s, _ := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return c.State == app.NotAddressed })
	s.Waive()
	entry, ok := h.Win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("the focus is on %T", h.Win.Canvas().Focused())
	}
	top := h.Win.Canvas().Overlays().Top()
	test.Type(entry, "nej")
	parttest.Press(t, top, "Godkänn")
	if stateOf(d, c.ID).State != app.NotAddressed {
		t.Fatal("one word was taken for a reason")
	}
	reason := "Frågan prövades i nämndens beslut 2025-03-12, som bifogas handlingarna i ärendet."
	entry.SetText("")
	test.Type(entry, reason)
	parttest.Press(t, top, "Godkänn")
	if got := stateOf(d, c.ID); got.State != app.Waived || got.Reason != reason {
		t.Errorf("%+v", got)
	}
}

func TestEnterShowsTheSentence(t *testing.T) {
	h, _, s, went := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return len(c.Evidence) > 0 })
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(*went) != 1 || (*went)[0] != c.Evidence[0].Place {
		t.Errorf("went to %v", *went)
	}
}

func TestChipsFilter(t *testing.T) {
	_, _, s, _ := open(t)
	parttest.Press(t, s.Content(), "Ej behandlat")
	for i := range s.model.Len() {
		if s.model.Row(i).State != "Ej behandlat" {
			t.Errorf("%+v is shown", s.model.Row(i))
		}
	}
	if !strings.Contains(strings.Join(s.Facts(), ""), " av ") {
		t.Error(s.Facts())
	}
}
