package assess

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/packs"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func TestFilters(t *testing.T) {
	m, d := begin(t)
	m.Take(few(d))
	for name, c := range map[string]struct {
		set  func()
		want string
	}{
		"severity":                  {func() { m.Weighing(app.Blocking) }, "PROP-NEC-01"},
		"open":                      {func() { m.OnlyOpen(true) }, "PROP-NEC-01 PROP-BAL-01"},
		"area":                      {func() { m.Only(Cost) }, "COST-FIN-01"},
		"area and open":             {func() { m.Only(Necessity); m.OnlyOpen(true) }, "PROP-NEC-01"},
		"id":                        {func() { m.Search("dso-01") }, "PROP-DSO-01"},
		"sentence":                  {func() { m.Search("  andra ÅTGÄRDER ") }, "PROP-ALT-01"},
		"reason":                    {func() { m.Search("skäl") }, "PROP-DSO-01"},
		"nothing":                   {func() { m.Search("xyzzy") }, ""},
		"state of what is searched": {func() { m.Search("PROP"); m.Filter(app.Met) }, "PROP-LAMP-01"},
	} {
		m.ShowAll()
		c.set()
		var got []string
		for i := range m.Len() {
			if !m.Head(i) {
				got = append(got, m.Row(i).ID)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	m.ShowAll()
	m.Search("prop")
	if m.Count("") != 5 || m.Count(app.Met) != 1 {
		t.Errorf("the counts do not follow the search: %d, %d", m.Count(""), m.Count(app.Met))
	}
	if got := m.Facts()[0]; got != "4 av 6 frågor besvarade" {
		t.Errorf("the progress follows the search: %s", got)
	}
	if m.ChooseRule("COST-FIN-01"); m.Searched() != "" || m.at != "COST-FIN-01" {
		t.Error("a question behind a search is not found")
	}
}

func TestEveryCriterionHasAGroupOfAReadableSize(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := map[Group]int{}
	n := 0
	for _, r := range p.Rules {
		if r.Criterion() {
			all[groupOf(r)]++
			n++
		}
	}
	for _, g := range Groups {
		if all[g] == 0 || all[g] > n/3 {
			t.Errorf("%s has %d of %d", g, all[g], n)
		}
	}
	if groupOf(nil) != Other {
		t.Error("a rule that nobody knows has another group")
	}
}

func TestFiltersInTheWindow(t *testing.T) {
	h, _, s, _ := open(t)
	all := s.model.Len()
	s.Find()
	entry, ok := h.Win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("the keyboard is on %T", h.Win.Canvas().Focused())
	}
	test.Type(entry, "barn")
	if s.model.Len() == 0 || s.model.Len() >= all || h.Win.Canvas().Focused() != fyne.Focusable(entry) {
		t.Fatalf("%d of %d", s.model.Len(), all)
	}
	h.Shot(t, "assess-search")
	test.Type(entry, "xyzzy")
	if s.model.Len() != 0 {
		t.Fatal("something is found")
	}
	parttest.Press(t, s.Content(), "Visa alla frågor")
	if s.model.Len() != all || entry.Text != "" {
		t.Errorf("%d of %d, %q", s.model.Len(), all, entry.Text)
	}
	s.Find()
	test.Type(entry, "barn")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.model.Len() != all {
		t.Error("Esc does not empty the search")
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if h.Win.Canvas().Focused() != fyne.Focusable(s.view.list) {
		t.Errorf("then the keyboard is on %T", h.Win.Canvas().Focused())
	}
	s.view.filters.pickGroup(1 + len(s.view.filters.of) - 1)
	if s.model.Alone() != s.view.filters.of[len(s.view.filters.of)-1] {
		t.Errorf("%s is alone", s.model.Alone())
	}
	s.view.filters.pickGroup(0)
	s.view.filters.pickWeight(1)
	if s.model.Alone() != "" || s.model.Weighed() != app.Blocking {
		t.Errorf("%q %q", s.model.Alone(), s.model.Weighed())
	}
	s.view.filters.pickWeight(0)
	s.view.filters.open.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !s.model.IsOnlyOpen() || s.view.filters.open.Chosen() != 0 {
		t.Error("only what is open is not shown")
	}
	s.view.filters.open.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.model.IsOnlyOpen() || s.model.Len() != all {
		t.Error("it is not let go")
	}
}

func TestThePictureFoldsInAWideWindow(t *testing.T) {
	h, _, s, _ := open(t)
	before := s.view.list.Size().Height
	parttest.Press(t, s.view.weigh.outer, "Vik ihop bilden")
	h.Shot(t, "assess-folded")
	if s.view.weigh.outer.Visible() || s.view.list.Size().Height < before+100 {
		t.Errorf("the list has %v, and had %v", s.view.list.Size().Height, before)
	}
	parttest.Press(t, s.Content(), "Visa bilden")
	if !s.view.weigh.outer.Visible() || s.view.list.Size().Height != before {
		t.Error("it is not shown again")
	}
}

func TestOtherRulesAreTold(t *testing.T) {
	_, d, s, _ := open(t)
	told := func() bool {
		return strings.Contains(strings.Join(parttest.Texts(s.Content()), " "), "Reglerna har ändrats sedan dess")
	}
	if told() {
		t.Error("a paper that was never kept was checked by nothing")
	}
	d.Edit("", func(m *app.Matter) { m.Documents[0].Checked = &app.Checked{Packs: "0123456789ab", On: "2025-11-22"} })
	if text, changed := s.model.Rules(); !changed || !told() || !strings.Contains(text, "0123456789ab") {
		t.Errorf("%q, told %v", text, told())
	}
	d.RecordCheck(d.State().Document().ID)
	if told() {
		t.Error("it is told although it has been checked by the new rules")
	}
}

// With every question asked, rows are made only for what is seen.
func TestOnlyRowsInSightAreDrawn(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, everything())
	s := New(d, h, func(app.Place) {})
	h.Put(s.Content())
	d.Listen(s.Show)
	if s.model.Len() < 70 {
		t.Fatalf("%d rows", s.model.Len())
	}
	drawn := 0
	for _, text := range parttest.Texts(s.view.list.Outer) {
		if strings.HasSuffix(text, "besvarade") || text == "Ej behandlat" || text == "Funnet i texten" || text == "Underkänt" || text == "Uppfyllt" {
			drawn++
		}
	}
	if drawn == 0 || drawn > 14 {
		t.Errorf("%d of %d rows are drawn", drawn, s.model.Len())
	}
}
