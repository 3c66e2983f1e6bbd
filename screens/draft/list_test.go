package draft

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

func (m *Model) told() string {
	var out []string
	for _, r := range m.List() {
		switch {
		case r.Group != "":
			s := string(r.Severity) + "(" + strings.Repeat("|", r.Count) + ")"
			if r.Folded {
				s += "folded"
			}
			out = append(out, s)
		case r.Card.Open:
			out = append(out, "*"+r.Card.Finding.ID)
		default:
			out = append(out, r.Card.Finding.ID)
		}
	}
	return strings.Join(out, " ")
}

// Criteria without a sentence are missing in the text.
func lost(id string, s app.Severity, section int) app.Finding {
	return app.Finding{ID: id, Severity: s, Place: app.Place{Section: section}, Title: id}
}

func TestWhatIsMissingIsGathered(t *testing.T) {
	ids := []string{"PROP-ALT-01", "PROP-BAL-01", "PROP-NEC-01", "PROP-LAMP-01"}
	var fs []app.Finding
	for _, id := range ids {
		fs = append(fs, lost(id, app.Serious, 2))
	}
	fs = append(fs, lost("COST-TCO-01", app.Blocking, 4), lost("FORM-SEC-01/privacy", app.Note, -1), found("x", app.Serious, 0, 0, 2), lost("LANG-LIX-01", app.Note, 0))
	m, _ := shown(t, texts{"summary": "Åäö."}, fs...)
	if got := m.told(); got != "*COST-TCO-01 x serious(||||)folded LANG-LIX-01 FORM-SEC-01/privacy" {
		t.Fatalf("list %q", got)
	}
	m.FoldGroup("missing serious", false)
	if got := m.told(); got != "*COST-TCO-01 x serious(||||) PROP-ALT-01 PROP-BAL-01 PROP-NEC-01 PROP-LAMP-01 LANG-LIX-01 FORM-SEC-01/privacy" {
		t.Errorf("open %q", got)
	}
	m.Open(Key{ID: "PROP-NEC-01", Section: 2})
	m.FoldGroup("missing serious", true)
	if got := m.told(); got != "*COST-TCO-01 x serious(||||)folded LANG-LIX-01 FORM-SEC-01/privacy" {
		t.Errorf("an open card is folded away: %q", got)
	}
	for range 3 { // into the group
		m.Step(1)
	}
	if got := m.told(); !strings.Contains(got, "*PROP-ALT-01") {
		t.Errorf("a step does not unfold: %q", got)
	}
}

func TestOneCardIsOpen(t *testing.T) {
	a, b, c := found("a", app.Serious, 0, 0, 2), found("b", app.Serious, 0, 4, 6), found("c", app.Serious, 0, 8, 10)
	a.Quote, b.Quote, c.Quote = "aa", "bb", "cc"
	m, h := shown(t, texts{"summary": "aa, bb, cc, dd"}, a, b, c)
	show := func(fs ...app.Finding) string {
		s := h.desk.State()
		s.Findings = fs
		m.Show(s)
		return m.told()
	}
	if got := m.told(); got != "*a b c" {
		t.Fatalf("at first %q", got)
	}
	m.Step(1)
	if got := m.told(); got != "*a b c" {
		t.Errorf("the first step is to the open one: %q", got)
	}
	m.Step(1)
	if got := show(a, c); got != "a *c" {
		t.Errorf("what was mended gives way to the next: %q", got)
	}
	if got := show(a); got != "*a" {
		t.Errorf("or to the last: %q", got)
	}
	if got := show(); got != "" {
		t.Errorf("or to none: %q", got)
	}
	if got := show(a, b); got != "*a b" {
		t.Errorf("then the first: %q", got)
	}
}

// Two findings of one rule are known by their words when one of them goes.
func TestTheOpenCardIsKnownByItsWords(t *testing.T) {
	one, two := found("rule", app.Note, 0, 0, 3), found("rule", app.Note, 0, 5, 8)
	one.Quote, two.Quote = "ett", "två"
	m, h := shown(t, texts{"summary": "ett, två"}, one, two)
	m.Open(Key{ID: "rule", Section: 0, N: 1})
	s := h.desk.State()
	s.Findings = []app.Finding{two}
	m.Show(s)
	if _, f, ok := m.Opened(); !ok || f.Quote != "två" {
		t.Errorf("open is %q", f.Quote)
	}
	s.Findings = []app.Finding{found("rule", app.Note, 0, 0, 2), one, two}
	m.Show(s)
	if k, f, _ := m.Opened(); f.Quote != "två" || k.N != 2 {
		t.Errorf("open is %v %q", k, f.Quote)
	}
}

func TestKeysOnACard(t *testing.T) {
	h := open(t, texts{"summary": "Se DSO.", "assessment": "Om ansiktsigenkänning här."})
	h.caret("summary", 0)
	h.screen.Jump("findings")
	f := h.screen.view.findings
	on := func() string {
		for k, d := range f.drawn {
			if h.window.Canvas().Focused() == fyne.Focusable(d.head) {
				return k.ID
			}
		}
		return ""
	}
	if on() != "TEST-STOP" {
		t.Fatalf("the keyboard is on %q", on())
	}
	h.typed("↑↓↓")
	if on() != "TEST-NOTE" {
		t.Errorf("after Down twice on %q", on())
	}
	h.typed("\n")
	c, _ := h.screen.model.Caret()
	if h.window.Canvas().Focused() != fyne.Focusable(h.page().live) || c.Section != h.section("summary") || c.At != len("Se ") {
		t.Errorf("Enter goes to %+v, focus %T", c, h.window.Canvas().Focused())
	}
	h.screen.Jump("findings")
	h.typed("⎋")
	if h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("Esc leaves the keyboard with %T", h.window.Canvas().Focused())
	}
}

func TestTheKeyboardIsNeverLostInTheFindings(t *testing.T) {
	h := open(t, texts{"summary": "Se DSO.", "assessment": "Om ansiktsigenkänning här."})
	lost := func(what string) {
		t.Helper()
		now := h.window.Canvas().Focused()
		here := now == fyne.Focusable(h.page().live)
		objects(h.window.Content(), func(o fyne.CanvasObject) { here = here || now != nil && o == now.(fyne.CanvasObject) })
		if !here {
			t.Errorf("%s: the keyboard is on %T, which is not shown", what, now)
		}
	}
	h.caret("summary", 0)
	h.screen.Jump("findings")
	k, _, _ := h.screen.model.Opened()
	tapText(t, h.screen.view.findings.outer, h.words.T("part.waive"))
	entry := h.window.Canvas().Focused().(*parts.Entry)
	entry.SetText("Skälet är att frågan redan är avgjord i ett annat ärende.")
	tapText(t, h.window.Canvas().Overlays().Top(), h.words.T("part.waive_yes"))
	lost("accepted")
	h.screen.filtered(Accepted)
	tapText(t, h.screen.view.findings.outer, h.words.T("part.unwaive"))
	lost("taken back")
	h.screen.filtered(Unanswered)
	h.screen.model.Open(k)
	h.screen.view.show()
	tapText(t, h.screen.view.findings.outer, h.words.T("part.insert"))
	lost("inserted")
	h.screen.filtered(Filter(app.Note))
	lost("filtered")
	h.screen.groupFolded("missing note", true)
	lost("folded")
}

func TestTheListStaysPut(t *testing.T) {
	var many []app.Finding
	for i := range 30 {
		f := found("r", app.Serious, 0, i*3, i*3+2)
		f.Quote = strings.Repeat("å", i+1)
		many = append(many, f)
	}
	h := open(t, texts{"summary": strings.Repeat("åä ", 60)})
	f := h.screen.view.findings
	show := func(fs []app.Finding) {
		s := h.desk.State()
		s.Findings = fs
		h.screen.Show(s)
	}
	show(many)
	f.scroll.Inner.ScrollToOffset(fyne.NewPos(0, 700))
	anchor, y := f.anchor()
	quote := f.drawn[anchor].card.Finding.Quote
	more := append(slices.Clone(many), found("new", app.Blocking, 0, 0, 1))
	show(more)
	for k, d := range f.drawn {
		if d.card.Finding.Quote == quote {
			if got := d.outer.Position().Y - f.scroll.Inner.Offset.Y; got != y {
				t.Errorf("%v moved from %v to %v", k, y, got)
			}
		}
	}
}

func TestSectionThatIsMissingIsAddedFromItsCard(t *testing.T) {
	h := open(t, texts{"summary": "Kort."})
	s := h.desk.State()
	s.Findings = []app.Finding{lost("FORM-SEC-01/ingress", app.Blocking, -1)}
	h.screen.Show(s)
	tapText(t, h.screen.view.findings.outer, h.words.T("draft.add_section"))
	if h.section("ingress") != 0 || h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("ingress at %d, focus %T", h.section("ingress"), h.window.Canvas().Focused())
	}
}
