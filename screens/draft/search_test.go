package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

func TestQueryFinds(t *testing.T) {
	for _, c := range []struct {
		q          Query
		text, want string
	}{
		{Query{What: "kamera"}, "Kamera, KAMEROR och övervakningskamera", "Kamera|kamera"},
		{Query{What: "Kamera", Case: true}, "Kamera och kamera", "Kamera"},
		{Query{What: "å"}, "Åre, på", "Å|å"},
		{Query{What: "kamera", Word: true}, "kamera kameran (kamera) 1kamera åkamera kamera.", "kamera|kamera|kamera"},
		{Query{What: "åtg"}, "En Åtgärd", "Åtg"},
		{Query{What: "é"}, "e\u0301 É", "É"},
		{Query{What: "aa"}, "aaaa", "aa|aa"},
		{Query{What: "en gång"}, "en\u00a0gång, en gång", "en gång"},
		{Query{What: ""}, "text", ""},
		{Query{What: "längre än texten"}, "kort", ""},
		{Query{What: "x"}, "\xff\xfex", "x"},
	} {
		var got []string
		for _, s := range c.q.in(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%+v in %q: %q, want %q", c.q, c.text, got, c.want)
		}
	}
}

func TestReplaceOneByOne(t *testing.T) {
	h := open(t, texts{"summary": "En bil och en bil.", "assessment": "Bil."})
	m := h.screen.model
	if m.Replace("x") {
		t.Error("replaced without a search")
	}
	if n := m.Search(Query{What: "bil"}); n != 3 {
		t.Fatalf("%d hits", n)
	}
	m.Replace("bilbil") // what is put in is not found again before the others
	if p, _, of := m.Hit(); of != 4 || p.Section != h.section("summary") || p.Span.Start != len("En bilbil och en ") {
		t.Errorf("next hit %+v of %d", p, of)
	}
	m.Replace("")
	m.Replace("cykel")
	if got := h.text("summary") + "|" + h.text("assessment"); got != "En bilbil och en .|cykel." {
		t.Errorf("text %q", got)
	}
	h.desk.Undo()
	if got := h.text("assessment"); got != "Bil." {
		t.Errorf("undone: %q", got)
	}
}

func TestReplaceAllIsOneStep(t *testing.T) {
	h := open(t, texts{"summary": "Åk bil, bil.", "assessment": "Bil och automobil.", "economy": ""})
	h.screen.Find()
	field := h.window.Canvas().Focused().(*parts.Entry)
	test.Type(field, "bil")
	find := h.screen.view.find
	h.screen.view.find.query.Word = true
	find.anew()
	tapText(t, find.outer, h.words.T("draft.replace"))
	test.Type(h.window.Canvas().Focused(), "tåg")
	tapText(t, find.outer, h.words.T("draft.replace_all"))
	if got := h.text("summary") + "|" + h.text("assessment"); got != "Åk tåg, tåg.|tåg och automobil." {
		t.Errorf("text %q", got)
	}
	if !says(find.outer, "3 ersatta") || !says(find.outer, h.words.T("draft.find_none")) {
		t.Error("the bar does not tell what was done")
	}
	h.desk.Undo()
	if got := h.text("summary") + "|" + h.text("assessment"); got != "Åk bil, bil.|Bil och automobil." {
		t.Errorf("undone: %q", got)
	}
}

func TestEscGoesToTheHit(t *testing.T) {
	h := open(t, texts{"summary": "Först.", "assessment": "Här är träffen och träffen."})
	h.caret("summary", 0)
	h.screen.Find()
	field := h.window.Canvas().Focused().(*parts.Entry)
	test.Type(field, "träffen")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	c, _ := h.screen.model.Caret()
	if c.Section != h.section("assessment") || c.At != len("Här är träffen och ") {
		t.Errorf("caret %+v", c)
	}
	if h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("focus %T", h.window.Canvas().Focused())
	}
	if h.screen.view.find.outer.Visible() {
		t.Error("the bar stays")
	}
	for _, i := range h.page().items {
		for _, m := range i.Marks {
			if m.Severity == "" {
				t.Error("a hit stays marked")
			}
		}
	}
	h.screen.Find()
	if got := h.screen.view.find.field.Text(); got != "träffen" {
		t.Errorf("what was looked for is forgotten: %q", got)
	}
}
