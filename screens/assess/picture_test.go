package assess

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func press(h *parttest.Host, names ...fyne.KeyName) {
	for _, k := range names {
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (s *Screen) says() string { return strings.Join(parttest.Texts(s.view.weigh.outer), " ") }

func TestMoveByKeysWithAReason(t *testing.T) {
	h, d, s, _ := open(t)
	before, _ := s.model.Point("")
	dot := s.view.weigh.picture.dots[0]
	h.Win.Canvas().Focus(dot)
	if !strings.Contains(s.says(), "Pilarna flyttar") {
		t.Errorf("the point does not say what can be done: %s", s.says())
	}
	press(h, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown)
	if p, _ := s.model.Point(""); p.Spot != (Spot{before.Need - 5, before.Intrusion - 10}) || s.view.weigh.picture.dots[0] != dot {
		t.Errorf("%+v after %+v", p.Spot, before.Spot)
	}
	press(h, fyne.KeyReturn)
	entry, ok := h.Win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("the focus is on %T", h.Win.Canvas().Focused())
	}
	h.Shot(t, "assess-moving")
	test.Type(entry, "nej")
	press(h, fyne.KeyReturn)
	if len(d.State().Matter.Placements) != 0 || !strings.Contains(s.says(), "minst tre ord") {
		t.Fatalf("one word was taken: %s", s.says())
	}
	test.Type(entry, ", bara på natten")
	press(h, fyne.KeyReturn)
	if got := d.State().Matter.Placements; len(got) != 1 || got[0].Reason != "nej, bara på natten" {
		t.Fatalf("%+v", got)
	}
	if h.Win.Canvas().Focused() != fyne.Focusable(dot) {
		t.Errorf("the focus went to %T", h.Win.Canvas().Focused())
	}
	parttest.Press(t, s.view.weigh.outer, "Låt svaren bestämma")
	if p, _ := s.model.Point(""); p.Spot != before.Spot || len(d.State().Matter.Placements) != 0 {
		t.Errorf("%+v", p)
	}
	d.Undo()
	if p, _ := s.model.Point(""); p.Reason == "" {
		t.Error("resetting cannot be undone")
	}
}

func TestEscLetsAPointGoBack(t *testing.T) {
	h, d, s, _ := open(t)
	before, _ := s.model.Point("")
	h.Win.Canvas().Focus(s.view.weigh.picture.dots[0])
	press(h, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape) // Esc in the field
	if p, _ := s.model.Point(""); p != before || h.Win.Canvas().Focused() != fyne.Focusable(s.view.weigh.picture.dots[0]) {
		t.Errorf("%+v", p)
	}
	press(h, fyne.KeyUp, fyne.KeyEscape) // Esc on the point
	if p, _ := s.model.Point(""); p != before || len(d.State().Matter.Placements) != 0 {
		t.Errorf("%+v", p)
	}
	press(h, fyne.KeyDelete) // the measure cannot be taken away
	press(h, fyne.KeyEscape)
	if h.Win.Canvas().Focused() != fyne.Focusable(s.view.list) || !strings.Contains(s.says(), "väger tyngst") {
		t.Errorf("Esc went to %T", h.Win.Canvas().Focused())
	}
}

func TestDrag(t *testing.T) {
	h, d, s, _ := open(t)
	dot := s.view.weigh.picture.dots[0]
	size := s.view.weigh.picture.Size()
	before, _ := s.model.Point("")
	for range 10 {
		dot.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-size.Width/50, -size.Height/100)})
	}
	if len(d.State().Matter.Placements) != 0 {
		t.Error("kept without a reason")
	}
	dot.DragEnd()
	p, _ := s.model.Point("")
	if p.Intrusion > before.Intrusion-18 || p.Need < before.Need+8 {
		t.Errorf("%+v became %+v", before.Spot, p.Spot)
	}
	entry, ok := h.Win.Canvas().Focused().(*parts.Entry)
	if !ok || dot.Cursor() != desktop.PointerCursor {
		t.Fatalf("the focus is on %T", h.Win.Canvas().Focused())
	}
	test.Type(entry, "Avtalet begränsar tiderna")
	parttest.Press(t, s.view.weigh.outer, "Spara")
	if len(d.State().Matter.Placements) != 1 {
		t.Error("it was not kept")
	}
	dot.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-9999, 9999)})
	dot.DragEnd()
	if p, _ := s.model.Point(""); p.Spot != (Spot{0, 0}) {
		t.Errorf("past the edge: %+v", p.Spot)
	}
	parttest.Press(t, s.view.weigh.outer, "Avbryt")
}

func TestAlternativesInThePicture(t *testing.T) {
	h, d, s, _ := open(t)
	parttest.Press(t, s.view.weigh.outer, "Lägg till alternativ")
	top := h.Win.Canvas().Overlays().Top()
	entry, _ := h.Win.Canvas().Focused().(*parts.Entry)
	parttest.Press(t, top, "Ställ på plats")
	if h.Win.Canvas().Overlays().Top() == nil {
		t.Fatal("an alternative without a name")
	}
	test.Type(entry, "Taggar (i dag)")
	parttest.Press(t, top, "Ställ på plats")
	press(h, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	test.Type(h.Win.Canvas().Focused(), "Används redan i dag")
	press(h, fyne.KeyReturn)
	h.Shot(t, "assess-alternative")
	got := d.State().Matter.Placements
	if len(got) != 1 || got[0].Name != "Taggar (i dag)" || got[0].Need != 50 || got[0].Intrusion != 35 {
		t.Fatalf("%+v", got)
	}
	press(h, fyne.KeyF2)
	entry, _ = h.Win.Canvas().Focused().(*parts.Entry)
	entry.SetText("Taggar")
	parttest.Press(t, h.Win.Canvas().Overlays().Top(), "Spara")
	if d.State().Matter.Placements[0].Name != "Taggar" || !strings.Contains(s.says(), "Taggar: behov 50, intrång 35.") {
		t.Error(s.says())
	}
	parttest.Press(t, s.view.weigh.outer, "Ta bort")
	if len(d.State().Matter.Placements) != 0 || strings.Contains(s.says(), "Taggar") {
		t.Error(s.says())
	}
}

func TestPictureFoldsInANarrowWindow(t *testing.T) {
	h, _, s, _ := open(t)
	h.Win.Resize(fyne.NewSize(769, 500))
	if s.view.weigh.outer.Visible() {
		t.Fatal("the picture takes the room")
	}
	parttest.Press(t, s.Content(), "Visa bilden")
	if !s.view.weigh.outer.Visible() {
		t.Error("it does not unfold")
	}
	h.Shot(t, "assess-narrow-picture")
	parttest.Press(t, s.Content(), "Vik ihop bilden")
	h.Win.Resize(fyne.NewSize(1196, 689))
	if !s.view.weigh.outer.Visible() || s.view.narrow {
		t.Error("a wide window does not show it")
	}
}

// ChooseRule finds a question behind filters and folded groups.
func TestChooseRule(t *testing.T) {
	_, _, s, _ := open(t)
	s.view.only(Suitability)
	s.ChooseRule("PROP-BAL-01")
	if s.HelpTopic() != "PROP-BAL-01" || s.model.Alone() != "" {
		t.Errorf("%s", s.HelpTopic())
	}
	s.ChooseRule("LANG-LIX-01")
	if s.HelpTopic() != "PROP-BAL-01" {
		t.Error("what is no question was chosen")
	}
}

func TestPictureGoldens(t *testing.T) {
	_, d, s, _ := open(t)
	empty := func(m *app.Matter) {
		for i := range m.Documents[0].Sections {
			m.Documents[0].Sections[i].Text = ""
		}
	}
	for name, change := range map[string]func(*app.Matter){
		"answers.xml": func(*app.Matter) {},
		"nothing.xml": empty,
		"moved.xml": func(m *app.Matter) {
			m.Placements = []app.Placement{{Need: 60, Intrusion: 40, Reason: "Ett skäl till."}, {Name: "Taggar", Need: 40, Intrusion: 15, Reason: "Finns i dag."}, {Name: "Fler vuxna", Need: 62, Intrusion: 42, Reason: "Prövas i år."}}
		},
	} {
		d.Edit("", change)
		state := few(d) // the rules may change
		if name == "nothing.xml" {
			for i := range state.Criteria {
				state.Criteria[i].State, state.Criteria[i].Evidence = app.NotAddressed, nil
			}
		}
		s.Show(state)
		w := test.NewTempWindow(t, s.view.weigh.outer)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(480, 290))
		test.AssertRendersToMarkup(t, name, w.Canvas())
		d.Undo()
	}
}
