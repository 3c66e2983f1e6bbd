package desk_test

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

const paper = "Nämnden har angående skolan sett att 5% av eleverna kommer sent. I nuläget saknas 7% av böckerna."

// written opens a matter whose assessment says the paper above.
func written(t *testing.T) (*house, func() string) {
	t.Helper()
	h := open(t)
	h.add(t)
	at := h.desk.State().Document().Section(app.RoleAssessment)
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[at].Text = paper })
	return h, func() string { return h.desk.State().Matter.Documents[0].Sections[at].Text }
}

func finding(t *testing.T, h *house, rule string) app.Finding {
	t.Helper()
	fs := h.desk.State().Findings
	i := slices.IndexFunc(fs, func(f app.Finding) bool { return f.ID == rule })
	if i < 0 {
		t.Fatalf("%s says nothing", rule)
	}
	return fs[i]
}

func TestMendOnePlace(t *testing.T) {
	h, text := written(t)
	f := finding(t, h, "TYP-PROC-01")
	if !h.desk.Mend(f, h.desk.Mends(f)[0]) || !strings.Contains(text(), "5\u00a0% av") || !strings.Contains(text(), "7% av") {
		t.Errorf("%q", text())
	}
	if h.desk.Mend(f, "annat") {
		t.Error("words that are gone were mended")
	}
	h.desk.Undo()
	if text() != paper {
		t.Errorf("undone to %q", text())
	}
	for _, p := range []app.Place{{Section: -1}, {Section: 99}, {Span: app.Span{Start: -4, End: 3}}, {Span: app.Span{Start: 3, End: 1 << 40}}} {
		if f.Place = p; h.desk.Mend(f, "annat") {
			t.Errorf("mended at %+v", p)
		}
	}
}

func TestMendAllInOneStep(t *testing.T) {
	h, text := written(t)
	if n := h.desk.MendAll("TYP-PROC-01", ""); n != 2 || strings.Count(text(), "\u00a0%") != 2 {
		t.Errorf("%d places, %q", n, text())
	}
	if n := h.desk.MendAll("LANG-ORD-01", "i nuläget"); n != 1 || !strings.Contains(text(), "Nu saknas") || !strings.Contains(text(), "angående") {
		t.Errorf("%d places, %q", n, text())
	}
	h.desk.Undo()
	h.desk.Undo()
	if text() != paper || h.desk.MendAll("LANG-LIX-01", "") != 0 {
		t.Errorf("undone to %q", text())
	}
}

func TestSilenceInOneMatterAndInAll(t *testing.T) {
	h, _ := written(t)
	f, doc := finding(t, h, "TYP-PROC-01"), h.desk.State().Document().ID
	says := func() bool {
		return slices.ContainsFunc(h.desk.State().Findings, func(o app.Finding) bool { return o.ID == f.ID })
	}
	for name, q := range map[string]app.Quiet{"here": {Rule: f.Rule(), Document: doc}, "everywhere": {Rule: f.Rule()}} {
		before := h.desk.State().Silenced
		for range 2 { // twice is once
			if err := h.desk.Silence(q); err != nil {
				t.Fatal(err)
			}
		}
		s := h.desk.State()
		if says() || s.Silenced != before+1 || len(s.Matter.Quiet)+len(s.Profile.Quiet) != 1 {
			t.Errorf("%s: %d silenced, %v %v", name, s.Silenced, s.Matter.Quiet, s.Profile.Quiet)
		}
		if err := h.desk.Unsilence(q); err != nil {
			t.Fatal(err)
		}
		if s = h.desk.State(); !says() || len(s.Matter.Quiet)+len(s.Profile.Quiet) != 0 {
			t.Errorf("%s: it is not taken back", name)
		}
	}
}

func TestOwnWordsAreKeptInOrder(t *testing.T) {
	h, _ := written(t)
	for _, w := range []string{"Åsbo", "Grönköping", " Åsbo ", ""} {
		if err := h.desk.AddWord(w); err != nil {
			t.Fatal(err)
		}
	}
	if got := h.another(t).State().Profile.Words; !slices.Equal(got, []string{"Grönköping", "Åsbo"}) {
		t.Errorf("%q", got)
	}
	if err := h.desk.RemoveWord("Åsbo"); err != nil || len(h.desk.State().Profile.Words) != 1 {
		t.Errorf("%v %q", err, h.desk.State().Profile.Words)
	}
}
