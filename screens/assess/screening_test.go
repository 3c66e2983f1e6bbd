package assess

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// beginOpen opens a matter that nobody has confirmed.
func beginOpen(t *testing.T, m *app.Matter) *Model {
	t.Helper()
	d := parttest.Desk(t, m)
	out := NewModel(d, words(t))
	d.Listen(out.Take)
	return out
}

func cameras() *app.Matter {
	return &app.Matter{Title: "Trygghet", Measures: []app.Measure{app.General}, Motion: &app.Source{Text: "Vi vill ha kameror vid torget. De ska köpas in."}}
}

func TestScreeningIsOpenUntilConfirmed(t *testing.T) {
	m := beginOpen(t, cameras())
	if !m.Screening() || m.Confirmed() != nil || !m.Drafted("KAM") || !m.Drafted("public") || !m.Drafted("purchase") || m.Drafted("BIO") || m.Drafted("pilot") {
		t.Fatalf("open %v, %s", m.Screening(), m.draftKey())
	}
	asks := m.Asks()
	if len(asks) == 0 || len(asks) > packs.MaxQuestions {
		t.Fatalf("%d questions", len(asks))
	}
	i := slices.IndexFunc(asks, func(a Ask) bool { return a.Answers[0].Name == "KAM" })
	if asks[i].Because != "Vi vill ha kameror vid torget." || asks[i].From != "Motionen" || asks[i].New || asks[i].Answers[0].Label != "Kamerabevakning" {
		t.Errorf("%+v", asks[i])
	}
	if m.state.Matter.Has(app.Cameras) {
		t.Error("a proposal changed the matter")
	}
	m.Answering("purchase", false)
	m.Answering("pilot", true)
	before := m.Count("")
	m.Confirm()
	s := m.Confirmed()
	if s == nil || m.Screening() || !m.state.Matter.Has(app.Cameras) || m.state.Matter.Purchase || m.Count("") <= before {
		t.Fatalf("%+v, open %v, %d questions after %d", s, m.Screening(), m.Count(""), before)
	}
	if got := m.Applies(); got != "Kamerabevakning · Allmänheten · Försök eller pilot" {
		t.Error(got)
	}
	if m.Differs() != "" {
		t.Errorf("just confirmed, and %q", m.Differs())
	}
	m.desk.Undo()
	if m.Confirmed() != nil || m.state.Matter.Has(app.Cameras) {
		t.Error("the confirmation is not undone")
	}
}

func TestScreeningLeavesTheClerksWord(t *testing.T) {
	m := beginOpen(t, cameras())
	m.Answering("KAM", false) // the clerk knows better
	m.Confirm()
	if m.Differs() != "" {
		t.Errorf("the clerk has seen the sentence: %q", m.Differs())
	}
	write := func(text string) {
		m.desk.Edit("", func(a *app.Matter) { a.Documents[0].Sections[2].Text = text })
	}
	write("En språkmodell läser bilderna.\n\nMed maskininlärning blir de bättre.")
	if got := m.Differs(); got != "Texten talar nu om: AI-system." {
		t.Error(got)
	}
	if m.state.Matter.Has(app.AISystem) || m.Screening() {
		t.Error("the clerk's word was changed")
	}
	m.OpenScreening()
	i := slices.IndexFunc(m.Asks(), func(a Ask) bool { return a.Answers[0].Name == "AI" })
	if a := m.Asks()[i]; !a.New || m.Drafted("AI") || a.From == "Motionen" || a.From == "" {
		t.Errorf("%+v", a)
	}
	m.Answering("AI", true)
	m.Confirm()
	if m.Differs() != "" || !m.state.Matter.Has(app.AISystem) {
		t.Errorf("%q", m.Differs())
	}
	write("Texten är en annan.")
	if got := m.Differs(); got != "Texten talar inte längre om: AI-system." {
		t.Error(got)
	}
	if !m.state.Matter.Has(app.AISystem) {
		t.Error("the clerk's word went with the sentence")
	}
}

func TestScreeningCanWait(t *testing.T) {
	m := beginOpen(t, cameras())
	m.Answering("BIO", true)
	m.CloseScreening()
	m.desk.Edit("", func(a *app.Matter) { a.Title = "Annat" })
	if m.Screening() || m.Confirmed() != nil || m.state.Matter.Has(app.Biometrics) {
		t.Error("it came back by itself, or changed something")
	}
	m.OpenScreening()
	if m.Drafted("BIO") {
		t.Error("what was not confirmed is still there")
	}
	m.Answering("KAM", false)
	m.desk.Edit("", func(a *app.Matter) { a.Measures = []app.Measure{app.AISystem} })
	if !m.Drafted("AI") {
		t.Error("what another hand changed does not show")
	}
}

func TestScreeningInTheWindow(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	m := sample.Register()[1]
	d := parttest.Desk(t, &m)
	s := New(d, h, func(app.Place) {})
	h.Put(s.Content())
	d.Listen(s.Show)
	h.Shot(t, "assess-screening")
	texts := strings.Join(parttest.Texts(s.Content()), "|")
	for _, want := range []string{"Vad gäller ärendet?", "Bekräfta svaren", "Ingen har bekräftat svaren än.", "Motionen", "Rubriken"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not shown in %s", want, texts)
		}
	}
	if s.view.cards[0].Visible() || s.view.list.Size().Height < 100 {
		t.Errorf("the steps are in the way, or the list has %v", s.view.list.Size())
	}
	s.Jump("outline")
	first, ok := h.Win.Canvas().Focused().(*parts.Choice)
	if !ok {
		t.Fatalf("the keyboard is on %T", h.Win.Canvas().Focused())
	}
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !s.model.Drafted("BIO") || h.Win.Canvas().Focused() != fyne.Focusable(first) {
		t.Error("the answer is not taken, or the keyboard went elsewhere")
	}
	parttest.Press(t, s.Content(), "Anställda")
	parttest.Press(t, s.Content(), "Bekräfta svaren")
	now := d.State().Matter
	if !now.Has(app.Biometrics) || now.Touches(app.Employees) || now.Screening == nil || !s.view.cards[0].Visible() {
		t.Errorf("%v %v %+v", now.Measures, now.Affected, now.Screening)
	}
	parttest.Press(t, s.Content(), "Ändra")
	if !s.model.Screening() || !strings.Contains(strings.Join(parttest.Texts(s.Content()), "|"), "Bekräftat 2026-11-22") {
		t.Error("it is not opened again")
	}
	parttest.Press(t, s.Content(), "Inte nu")
	if s.model.Screening() {
		t.Error("it is not folded")
	}
}
