package assess

import (
	"slices"
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
	c := find(t, s.model, want)
	s.view.chosen()
	return c
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
	test.Type(entry, "nej")
	parttest.Press(t, s.Content(), "Godkänn")
	h.Shot(t, "assess-reason")
	if stateOf(d, c.ID).State != app.NotAddressed {
		t.Fatal("one word was taken for a reason")
	}
	reason := "Frågan prövades i nämndens beslut 2025-03-12, som bifogas handlingarna i ärendet."
	entry.SetText("")
	test.Type(entry, reason[:20])
	if err := d.Save(); err != nil { // a save in the middle must not take the field away
		t.Fatal(err)
	}
	if h.Win.Canvas().Focused() != fyne.Focusable(entry) {
		t.Fatal("a save took the focus")
	}
	test.Type(entry, reason[20:])
	parttest.Press(t, s.Content(), "Godkänn")
	if got := stateOf(d, c.ID); got.State != app.Waived || got.Reason != reason {
		t.Errorf("%+v", got)
	}
	parttest.Press(t, s.Content(), "Ta tillbaka bedömningen")
	if got := stateOf(d, c.ID); got.State != app.NotAddressed {
		t.Errorf("%+v", got)
	}
}

func TestEscLeavesTheReason(t *testing.T) {
	h, _, s, _ := open(t)
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key3})
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.view.side.asking != "" || h.Win.Canvas().Focused() != fyne.Focusable(s.view.list) {
		t.Errorf("the focus is on %T", h.Win.Canvas().Focused())
	}
}

func TestRadiosAndSentences(t *testing.T) {
	_, d, s, went := open(t)
	c := s.find(t, func(c app.CriterionResult) bool { return len(c.Evidence) > 1 && c.State == app.Indicated })
	for _, p := range parttest.Presses(s.view.side.outer) {
		if texts := parttest.Texts(p); len(texts) > 0 && strings.HasPrefix(c.Evidence[1].Text, texts[0]) {
			test.Tap(p)
			break
		}
	}
	parttest.Press(t, s.view.side.outer, "Visa i texten")
	if len(*went) != 1 || (*went)[0] != c.Evidence[1].Place {
		t.Errorf("went to %v", *went)
	}
	parttest.Press(t, s.view.side.outer, "Uppfyllt")
	if got := stateOf(d, c.ID); got.State != app.Met || got.Evidence[0].Text != c.Evidence[1].Text {
		t.Errorf("%+v", got)
	}
}

func TestInsertTellsWhere(t *testing.T) {
	h, d, s, went := open(t)
	choose(t, s.model, "PROP-ALT-01")
	s.view.chosen()
	s.Insert()
	h.Shot(t, "assess-inserted")
	if !strings.Contains(strings.Join(parttest.Texts(s.view.side.outer), " "), "Infogat sist under ”Nämndens överväganden”.") {
		t.Errorf("%q", parttest.Texts(s.view.side.outer))
	}
	parttest.Press(t, s.view.side.outer, "Visa i texten")
	p := (*went)[0]
	if text := d.State().Document().Sections[p.Section].Text; text[p.Span.Start:p.Span.End] != s.model.Asked().Wording {
		t.Errorf("shows %q", text[p.Span.Start:p.Span.End])
	}
}

func TestArrowsPassHeads(t *testing.T) {
	h, _, s, _ := open(t)
	seen := map[string]bool{}
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range s.model.Len() {
		c, ok := s.model.Chosen()
		if !ok || s.view.list.At() != s.model.Index() {
			t.Fatalf("the list is at %d, the model at %d", s.view.list.At(), s.model.Index())
		}
		seen[c.ID] = true
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if len(seen) != s.model.Count("") {
		t.Errorf("%d of %d were reached", len(seen), s.model.Count(""))
	}
}

func TestCardShowsItsStepAlone(t *testing.T) {
	h, _, s, _ := open(t)
	parttest.Press(t, s.Content(), "Nödvändighet")
	if c, _ := s.model.Chosen(); s.model.group(c.ID) != Necessity || s.model.Alone() != Necessity {
		t.Errorf("%s is chosen", c.ID)
	}
	h.Shot(t, "assess-step")
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the card kept the focus
	if s.model.Alone() != "" {
		t.Error("pressing again does not show all")
	}
}

func TestHeadFoldsAndArrowsUnfold(t *testing.T) {
	h, _, s, _ := open(t)
	n := s.model.Len()
	s.Focus()
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if s.model.Len() >= n {
		t.Error("Left does not fold the group")
	}
	s.view.list.Choose(0) // a click on the head
	if s.model.Len() != n {
		t.Errorf("%d lines, of %d", s.model.Len(), n)
	}
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s.model.Len() != n {
		t.Error("Right does not unfold")
	}
}

func TestJumpsBetweenParts(t *testing.T) {
	h, _, s, _ := open(t)
	for to, want := range map[string]fyne.Focusable{"outline": s.view.cards[0], "text": s.view.list, "findings": s.view.side.first} {
		s.Jump(to)
		if h.Win.Canvas().Focused() != want {
			t.Errorf("%s went to %T", to, h.Win.Canvas().Focused())
		}
	}
	if s.Stopping() == 0 || s.HelpTopic() == "" {
		t.Error("nothing is told to the window")
	}
}

func TestNarrow(t *testing.T) {
	h, _, s, _ := open(t)
	h.Win.Resize(fyne.NewSize(769, 423))
	h.Shot(t, "assess-narrow")
	texts := parttest.Texts(s.Content())
	for _, want := range []string{"Nödvändighet", "Er bedömning", "Visa bilden"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown in %q", want, texts)
		}
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
		if r := s.model.Row(i); !r.Head && r.State != "Ej behandlat" {
			t.Errorf("%+v is shown", r)
		}
	}
	if !strings.Contains(strings.Join(s.Facts(), ""), " av ") {
		t.Error(s.Facts())
	}
}
