package draft

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
)

// shown gives a model a state with findings, over the house's document.
func shown(t *testing.T, in texts, fs ...app.Finding) (*Model, *house) {
	t.Helper()
	h := open(t, in)
	s := h.desk.State()
	s.Findings = fs
	m := NewModel(h.desk, h.words)
	m.Show(s)
	return m, h
}

func found(id string, s app.Severity, section, from, to int) app.Finding {
	return app.Finding{ID: id, Severity: s, Place: app.Place{Section: section, Span: app.Span{Start: from, End: to}}, Title: id}
}

func TestOutlineCountsUpwards(t *testing.T) {
	m, _ := shown(t, texts{"summary": "Å.", "children": "Barn."},
		found("a", app.Note, 3, 0, 4), found("b", app.Blocking, 4, 0, 0), found("c", app.Serious, 2, 0, 0), found("d", app.Serious, -1, 0, 0),
		app.Finding{ID: "e", Severity: app.Blocking, Place: app.Place{Section: 0}, Waived: "skäl"})
	m.Place(Caret{Section: 3})
	rows, written, _ := m.Outline()
	var got []string
	for _, r := range rows {
		s := strings.Repeat(">", r.Level) + r.Heading + " " + string(r.Worst) + strings.Repeat("+", r.Count)
		if r.Empty {
			s += " empty"
		}
		if r.Active {
			s += " active"
		}
		if r.Ancestor {
			s += " ancestor"
		}
		got = append(got, s)
	}
	want := []string{"Sammanfattning ", "Ställningstagande  empty", "Nämndens överväganden blocking+++ empty ancestor", ">Barnets bästa note+ active", ">Ekonomi blocking+ empty"}
	if !slices.Equal(got, want) || written != 2 {
		t.Errorf("%d written\n got %q\nwant %q", written, got, want)
	}
}

func TestProposalIsWrittenWhenAllIsDecided(t *testing.T) {
	m, h := shown(t, nil)
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Decision, m.Claims[1].Decision = app.Approve, app.Reject })
	m.Show(h.desk.State())
	if rows, _, _ := m.Outline(); rows[1].Empty {
		t.Error("the proposal still counts as empty")
	}
}

func TestCardsWorstFirstAcceptedLast(t *testing.T) {
	m, _ := shown(t, texts{"summary": "Åäö och mer."},
		found("note", app.Note, 0, 0, 2), found("late", app.Serious, 0, 5, 7), found("early", app.Serious, 0, 0, 2),
		app.Finding{ID: "waived", Severity: app.Blocking, Waived: "skäl", Place: app.Place{Section: 2}}, found("stop", app.Blocking, -1, 0, 0))
	var got []string
	for _, c := range m.Cards() {
		got = append(got, c.Finding.ID+"/"+c.Section)
	}
	want := []string{"stop/", "early/Sammanfattning", "late/Sammanfattning", "note/Sammanfattning"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	m.Filter(Accepted)
	if cards := m.Cards(); len(cards) != 1 || cards[0].Finding.ID != "waived" || !cards[0].Open {
		t.Errorf("accepted: %+v", cards)
	}
	m.Filter(Filter(app.Serious))
	if n := len(m.Cards()); n != 2 {
		t.Errorf("%d serious cards", n)
	}
	m.Step(1)
	m.Step(1)
	if k, _, _ := m.Opened(); k.ID != "late" {
		t.Errorf("open is %v", k)
	}
	m.Filter(Filter(app.Note))
	if k, _, _ := m.Opened(); k.ID != "note" {
		t.Errorf("a card out of the filter stays open: %v", k)
	}
}

func TestTwoFindingsOfOneRuleAreTwoCards(t *testing.T) {
	m, _ := shown(t, texts{"summary": "Ett ett."}, found("a", app.Note, 0, 0, 3), found("a", app.Note, 0, 4, 7))
	cards := m.Cards()
	if cards[0].Key == cards[1].Key {
		t.Fatal("they have the same key")
	}
	m.Open(cards[1].Key)
	if c := m.Cards(); c[0].Open || !c[1].Open {
		t.Error("the wrong one opens")
	}
}

func TestMarksFallInTheirBlocks(t *testing.T) {
	text := "Första.\n\nAndra åäö.\n\nTredje."
	from := strings.Index(text, "ä")
	m, _ := shown(t, texts{"summary": text}, found("over", app.Serious, 0, from, strings.Index(text, "Tredje")+3), found("gone", app.Note, 0, 500, 510))
	var got []string
	for _, i := range m.Items() {
		if i.Kind == BlockItem && i.Section == 0 {
			s := i.Text + ":"
			for _, k := range i.Marks {
				s += i.Text[k.Span.Start:k.Span.End] + "|"
			}
			got = append(got, s)
		}
	}
	want := []string{"Första.:", "Andra åäö.:äö.|", "Tredje.:Tre|"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGuidanceFoldsAndRemembers(t *testing.T) {
	m, h := shown(t, texts{"summary": "Skrivet."})
	folded := func(role string) bool {
		for _, i := range m.Items() {
			if i.Kind == GuideItem && i.Section == h.section(role) {
				return i.Folded
			}
		}
		t.Fatalf("%s has no guidance", role)
		return false
	}
	if !folded("summary") || folded("assessment") {
		t.Error("guidance lies open over what is written, or folded where nothing is")
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[2].Text = "Nu skrivet." })
	m.Show(h.desk.State())
	if folded("assessment") {
		t.Error("guidance folds while one writes under it")
	}
	m.Fold("assessment", true)
	m.Fold("summary", false)
	if !folded("assessment") || folded("summary") {
		t.Error("the choice is not remembered")
	}
}

func TestCaretFollowsWhatAnotherHandChanged(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"Först och sist.", "Först sist.", "Först |sist."},
		{"Först.", "Först. Åäö", "Först. Åäö|"},
		{"ö", "å", "å|"},
		{"aaa", "aaaa", "aaaa|"},
		{"Ett\n\nTvå", "Ett Två", "Ett |Två"},
		{"x", "", "|"},
	} {
		if got := marked(c.now, changedEnd(c.old, c.now)); got != c.want {
			t.Errorf("%q → %q: %q, want %q", c.old, c.now, got, c.want)
		}
	}
}

func TestAnotherDocumentStartsAnew(t *testing.T) {
	m, h := shown(t, texts{"summary": "Å."}, found("a", app.Note, 0, 0, 1))
	m.Place(Caret{0, 2})
	m.Open(Key{ID: "a"})
	if err := h.desk.AddDocument("motion_response"); err != nil {
		t.Fatal(err)
	}
	m.Show(h.desk.State())
	if _, ok := m.Caret(); ok {
		t.Error("the caret stays in another document")
	}
	if k, _, _ := m.Opened(); k.ID == "a" {
		t.Error("the card stays open")
	}
	m.Show(desk.State{})
	if len(m.Items()) != 0 || len(m.Facts()) != 0 || len(m.Cards()) != 0 {
		t.Error("something is shown of nothing")
	}
}

func TestFactsCountWords(t *testing.T) {
	m, _ := shown(t, texts{"summary": "Nämnden avstyrker motionen.\n\n- en punkt\n- två", "assessment": "Åtgärden är oproportionerlig."})
	got := m.Facts()
	if len(got) != 3 || got[0] != "9 ord" || !strings.HasSuffix(got[1], " påpekanden") || !strings.HasPrefix(got[2], "LIX ") {
		t.Errorf("facts %q", got)
	}
}

func TestNearestIsAtTheCaret(t *testing.T) {
	m, _ := shown(t, texts{"summary": strings.Repeat("å", 60)}, found("whole", app.Blocking, -1, 0, 0), found("far", app.Serious, 0, 0, 4), found("near", app.Note, 0, 80, 90))
	cards := m.Cards()
	if got := cards[m.Nearest(cards)].Key.ID; got != "whole" {
		t.Errorf("without a caret %q", got)
	}
	m.Place(Caret{0, 84})
	if got := cards[m.Nearest(cards)].Key.ID; got != "near" {
		t.Errorf("at the caret %q", got)
	}
	m.Place(Caret{0, 10})
	if got := cards[m.Nearest(cards)].Key.ID; got != "far" {
		t.Errorf("nearer the other %q", got)
	}
	if m.Nearest(nil) != -1 {
		t.Error("there is a nearest of none")
	}
}

func TestRemoveBlocksKeepsTheRest(t *testing.T) {
	for _, c := range []struct {
		from, to int
		want     string
	}{{0, 0, "|två\n\ntre"}, {1, 1, "ett\n\n|tre"}, {2, 2, "ett\n\ntvå|"}, {0, 2, "|"}, {1, 2, "ett|"}, {2, 1, "ett\n\ntvå\n\ntre|"}} {
		m, h := shown(t, texts{"summary": "ett\n\ntvå\n\ntre"})
		m.Place(Caret{0, 100})
		m.RemoveUnits([]UnitRun{{0, c.from, c.to}}, false)
		if got := marked(h.text("summary"), m.caret.At); got != c.want {
			t.Errorf("%d–%d: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
