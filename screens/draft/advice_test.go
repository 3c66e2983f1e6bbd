package draft

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/spelling"
	"yttra/screens/parts/parttest"
)

const wordy = "Nämnden har angående skolan sett att 5% av eleverna kommer sent. I nuläget saknas 7% av böckerna."

// advised is a house with the real findings of a text that can be mended.
func advised(t *testing.T) *house {
	t.Helper()
	h := open(t, texts{"assessment": wordy})
	h.real = true
	h.screen.Show(h.desk.State())
	return h
}

// opened opens the first card of a rule.
func (h *house) opened(rule string) app.Finding {
	h.t.Helper()
	i := slices.IndexFunc(h.desk.State().Findings, func(f app.Finding) bool { return f.Rule() == rule })
	if i < 0 {
		h.t.Fatalf("%s says nothing", rule)
	}
	h.screen.cardWanted(h.screen.model.keyOf(i))
	return h.desk.State().Findings[i]
}

func (h *house) press(text string) {
	h.t.Helper()
	parttest.Press(h.t, h.screen.view.findings.outer, text)
}

// pick takes the i-th row of the menu that lies over the window.
func (h *house) pick(i int) {
	h.t.Helper()
	var menu *widget.PopUpMenu
	var find func(o fyne.CanvasObject)
	find = func(o fyne.CanvasObject) {
		if m, ok := o.(*widget.PopUpMenu); ok {
			menu = m
		} else if w, ok := o.(fyne.Widget); ok {
			for _, k := range test.WidgetRenderer(w).Objects() {
				find(k)
			}
		}
	}
	find(h.window.Canvas().Overlays().Top())
	if menu == nil {
		h.t.Fatal("no menu is open")
	}
	test.Tap(menu.Items[i].(fyne.Tappable))
}

func TestACardMendsItsWords(t *testing.T) {
	h := advised(t)
	h.opened("LANG-ORD-01")
	h.press("Byt till ”om”")
	if got := h.text("assessment"); !strings.HasPrefix(got, "Nämnden har om skolan") {
		t.Errorf("%q", got)
	}
	if c, ok := h.screen.model.Caret(); !ok || c.At != strings.Index(wordy, "angående")+len("om") {
		t.Errorf("the caret is at %v", c)
	}
	h.opened("TYP-PROC-01")
	h.press("Byt alla 2")
	if got := h.text("assessment"); strings.Count(got, "\u00a0%") != 2 {
		t.Errorf("%q", got)
	}
	h.desk.Undo()
	h.desk.Undo()
	if h.text("assessment") != wordy {
		t.Errorf("undone to %q", h.text("assessment"))
	}
	h.opened("LANG-ORD-01")
	h.screen.Insert() // with the key
	if got := h.text("assessment"); !strings.HasPrefix(got, "Nämnden har om skolan") {
		t.Errorf("%q", got)
	}
}

func TestACardSilencesAndIsHeardAgain(t *testing.T) {
	h := advised(t)
	f := h.opened("LANG-ORD-01")
	before := len(h.desk.State().Findings)
	hushes := h.screen.model.Hushes(f)
	if len(hushes) != 4 || hushes[0].Quiet.Word != f.Word || hushes[0].Quiet.Document == "" || !hushes[3].Quiet.Same(app.Quiet{Rule: "LANG-ORD-01"}) {
		t.Fatalf("%+v", hushes)
	}
	h.press("Tysta …")
	h.pick(0)
	s := h.desk.State()
	if s.Silenced == 0 || len(s.Findings) >= before || len(s.Matter.Quiet) != 1 {
		t.Fatalf("%d silenced, %d of %d findings, %v", s.Silenced, len(s.Findings), before, s.Matter.Quiet)
	}
	if !says(h.screen.view.findings.outer, h.words.N("draft.silenced", s.Silenced)) {
		t.Error("it is not said that something is silenced")
	}
	told := h.screen.model.Silenced()
	if len(told) != 1 || !strings.Contains(told[0].Text, "angående") || !strings.Contains(told[0].Text, "den här handlingen") {
		t.Errorf("%+v", told)
	}
	h.press(h.words.N("draft.silenced", s.Silenced))
	parttest.Press(t, h.window.Canvas().Overlays().Top(), "Visa igen")
	if s := h.desk.State(); s.Silenced != 0 || len(s.Findings) != before {
		t.Errorf("%d silenced, %d of %d findings", s.Silenced, len(s.Findings), before)
	}
	if len(h.window.Canvas().Overlays().List()) > 0 {
		t.Error("a list of nothing is left")
	}
	stop := app.Finding{ID: "LANG-ORD-01", Severity: app.Serious}
	if len(h.screen.model.Hushes(stop)) > 0 {
		t.Error("what is more than advice can be silenced")
	}
}

func TestFindingsByArea(t *testing.T) {
	m, _ := shown(t, texts{"summary": "Åäö."}, lost("PROP-ALT-01", app.Serious, 0), lost("COST-TCO-01", app.Note, 0), lost("FORM-SEC-01/privacy", app.Note, -1),
		lost("LANG-LIX-01", app.Note, 0), lost("NOBODY-01", app.Note, 0))
	var got []string
	for _, a := range m.Areas() {
		got = append(got, string(a.Area)+strings.Repeat("|", a.Count))
	}
	if s := strings.Join(got, " "); s != "form|| proportionality| cost| language|" {
		t.Errorf("%q", s)
	}
	m.Narrow(packs.Cost)
	if got := m.told(); got != "*COST-TCO-01" {
		t.Errorf("cost: %q", got)
	}
	m.Filter(Filter(app.Serious))
	if got := m.told(); got != "" {
		t.Errorf("serious cost: %q", got)
	}
	if !m.Step(1) || m.area != "" {
		t.Error("the next finding is not found past an area that is done")
	}
	m.Narrow(packs.Language)
	m.Filter(Unanswered)
	m.reveal(Key{ID: "PROP-ALT-01"})
	if got := m.told(); m.area != "" || !strings.Contains(got, "*PROP-ALT-01") {
		t.Errorf("a card of another area: %q", got)
	}
}

func TestManyNotesAreGathered(t *testing.T) {
	var fs []app.Finding
	for i := range notesFrom + 1 {
		f := found("LANG-ORD-01", app.Note, 0, i, i+1)
		f.Quote = "x"
		fs = append(fs, f)
	}
	fs = append(fs, found("FORM-DEC-01", app.Serious, 0, 0, 1))
	m, h := shown(t, texts{"summary": strings.Repeat("x", 40)}, fs...)
	if got := m.told(); got != "*FORM-DEC-01 note("+strings.Repeat("|", notesFrom+1)+")folded" {
		t.Errorf("%q", got)
	}
	m.Step(1)
	m.Step(1)
	if got := m.told(); strings.Contains(got, "folded") || !strings.Contains(got, "*LANG-ORD-01") {
		t.Errorf("a step does not unfold: %q", got)
	}
	m.FoldGroup(groupNotes, true)
	m.Filter(Filter(app.Note))
	if got := m.told(); strings.Contains(got, "folded") || strings.Count(got, "LANG-ORD-01") != notesFrom+1 {
		t.Errorf("asked for alone they are folded: %q", got)
	}
	m.Filter(Unanswered)
	s := h.desk.State()
	s.Findings = fs[1:]
	m.Show(s)
	if got := m.told(); strings.Contains(got, "note(") {
		t.Errorf("few notes are gathered: %q", got)
	}
}

func TestWhatTheSentenceAnswers(t *testing.T) {
	h := open(t, texts{"assessment": "Vädret är grått. Förvaltningen har övervägt mindre ingripande alternativ, till exempel fler vuxna i korridoren. Slut."})
	row := h.screen.view.findings.answers
	at := func(s string) { h.caret("assessment", strings.Index(h.text("assessment"), s)); h.screen.view.show() }
	at("övervägt")
	now, ok := h.screen.model.Answers()
	if !ok || !slices.ContainsFunc(now, func(a Answered) bool { return a.ID == "PROP-ALT-01" && a.State == app.Indicated }) {
		t.Fatalf("%+v", now)
	}
	if row.outer.Disabled() {
		t.Error("there is no way to it")
	}
	if len(now) == 1 {
		test.Tap(row.outer)
	} else {
		test.Tap(row.outer)
		h.pick(0)
	}
	if h.asked != now[0].ID {
		t.Errorf("asked for %q", h.asked)
	}
	at("ädret")
	if now, _ := h.screen.model.Answers(); len(now) != 0 || !row.outer.Disabled() || !says(row.outer, "Meningen svarar inte på någon fråga") {
		t.Errorf("%+v", now)
	}
}

// What is out of sight is not walked by the frame, and comes back when one scrolls.
func TestCardsOutOfSightAreHidden(t *testing.T) {
	h := open(t, texts{"assessment": strings.Repeat("Om ansiktsigenkänning. ", 80)})
	f := h.screen.view.findings
	seen := func() (n int) {
		for _, o := range f.list.Objects {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	all := len(f.list.Objects)
	if n := seen(); all < 80 || n < 5 || n > 30 {
		t.Fatalf("%d of %d cards are shown", n, all)
	}
	if !f.list.Objects[0].Visible() || f.list.Objects[all-1].Visible() {
		t.Error("at the top the first are seen")
	}
	f.scroll.Inner.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
	if f.list.Objects[0].Visible() || !f.list.Objects[all-1].Visible() || seen() > 30 {
		t.Errorf("at the end the last are seen; %d are", seen())
	}
	h.screen.Step(1)
	h.screen.Step(1)
	for range 3 {
		h.screen.Step(-1)
	}
	k, _, _ := h.screen.model.Opened()
	if d := f.drawn[k]; d == nil || !d.outer.Visible() {
		t.Error("the open card is hidden")
	}
	h.screen.Jump("findings")
	head := f.drawn[k].head
	if h.window.Canvas().Focused() != fyne.Focusable(head) {
		t.Errorf("the keyboard is on %T", h.window.Canvas().Focused())
	}
	f.scroll.Inner.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1e6)})
	if !f.drawn[k].outer.Visible() {
		t.Error("what has the focus is hidden")
	}
}

// A word that is misspelt is mended wherever it stands, in one step to undo.
func TestMisspeltWordIsMendedEverywhere(t *testing.T) {
	h := open(t, texts{"assessment": "Nämmnden säger nej. Då säger nämmnden nej igen."})
	h.real = true
	d, err := spelling.Read([]byte("SET UTF-8\n"), []byte("5\nnämnden\nsäger\nnej\ndå\nigen\n"))
	if err != nil {
		t.Fatal(err)
	}
	h.desk.Spell(d, nil)
	h.screen.Show(h.desk.State())
	h.opened("LANG-STAV-01")
	h.press("Byt till ”Nämnden”")
	at := h.desk.State().Document().Section(app.RoleAssessment)
	text := func() string { return h.desk.State().Document().Sections[at].Text }
	if text() != "Nämnden säger nej. Då säger nämnden nej igen." {
		t.Errorf("%q", text())
	}
	h.desk.Undo()
	if !strings.Contains(text(), "Nämmnden") || !strings.Contains(text(), "nämmnden") {
		t.Errorf("undone to %q", text())
	}
}

// What the estimate lacks is put right in Kostnad, and the card leads there.
func TestACardLeadsToWhatTheEstimateLacks(t *testing.T) {
	h := counted(t, "Det kostar något.")
	h.real = true
	h.screen.Show(h.desk.State())
	i := slices.IndexFunc(h.desk.State().Criteria, func(c app.CriterionResult) bool { return c.Lacks != "" && c.State != app.Met })
	if i < 0 {
		t.Fatal("the estimate lacks nothing")
	}
	h.opened(h.desk.State().Criteria[i].ID)
	h.press("Öppna Kostnad")
	if h.went != "costs" {
		t.Errorf("went to %q", h.went)
	}
	h.opened("PROP-ANDA-01")
	if says(h.screen.view.findings.outer, "Öppna Kostnad") {
		t.Error("a question that no estimate answers leads to Kostnad")
	}
}
