package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
)

func TestDecisionIsChosenOnThePage(t *testing.T) {
	h := open(t, nil)
	cells := 0
	for _, item := range h.page().items {
		if item.Kind != ClaimItem {
			continue
		}
		cells++
		c := h.page().cells[keyOfItem(item)].(*claimCell)
		if c.missed.Hidden {
			t.Errorf("claim %d does not ask for a choice", item.N)
		}
		h.window.Canvas().Focus(c.choice)
		c.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		c.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		c.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if got := h.desk.State().Matter.Claims[item.N].Decision; got != app.DeemedAnswered {
			t.Errorf("claim %d is %q", item.N, got)
		}
		if !c.missed.Hidden || c.ask.Hidden {
			t.Errorf("claim %d: the reason is not asked for", item.N)
		}
		h.window.Canvas().Focus(c.reason.Entry)
		test.Type(c.reason.Entry, "med hänvisning till åtgärder")
		if got := h.desk.State().Matter.Claims[item.N].Reason; got != "åtgärder" {
			t.Errorf("reason %q", got)
		}
		if f := h.window.Canvas().Focused(); f != fyne.Focusable(c.reason.Entry) {
			t.Errorf("the field lost the focus to %T", f)
		}
	}
	if cells != 2 {
		t.Fatalf("%d claims on the page", cells)
	}
	found := false
	for _, item := range h.page().items {
		found = found || item.Kind == ProposalItem && len(item.Points) > 0
	}
	if !found {
		t.Error("the proposal does not follow")
	}
}

func TestKeysAfterTheDocumentIsGone(t *testing.T) {
	h := open(t, texts{"summary": "Å."})
	h.caret("summary", 1)
	l := h.page().live
	if err := h.desk.Remove("M1"); err != nil {
		t.Fatal(err)
	}
	l.TypedRune('x')
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	h.screen.Step(1)
	h.screen.Insert()
	h.screen.Waive()
	h.screen.Find()
	h.screen.Emphasize("*")
	h.screen.Jump("findings")
	if h.desk.State().Matter != nil {
		t.Error("the matter is there again")
	}
}

func TestOutlineLeadsToTheClaims(t *testing.T) {
	h := open(t, nil)
	h.caret("children", 0)
	h.desk.Edit("", func(m *app.Matter) { m.Claims[0].Decision = app.Approve })
	o := h.screen.view.outline
	h.window.Canvas().Focus(o)
	h.typed("⇱↓\n")
	c, ok := h.window.Canvas().Focused().(*parts.Choice)
	if !ok {
		t.Fatalf("focus %T", h.window.Canvas().Focused())
	}
	if rows, _, _ := h.screen.model.Outline(); !rows[1].Active {
		t.Error("the outline does not show where one is")
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := h.desk.State().Matter.Claims; got[1].Decision != app.Reject || got[0].Decision != app.Approve {
		t.Errorf("claims %+v", got)
	}
}

func TestCardsStepInsertAndWaive(t *testing.T) {
	h := open(t, texts{"assessment": "Om ansiktsigenkänning.\n\nSe DSO.", "economy": ""})
	h.caret("summary", 0)
	h.screen.Step(1)
	if _, f, _ := h.screen.model.Opened(); f.ID != "TEST-STOP" {
		t.Fatalf("first is %q", f.ID)
	}
	h.screen.Insert()
	if got := h.text("assessment"); got != "Om ansiktsigenkänning.\n\nAlternativet [åtgärd] räcker eftersom [skäl].\n\nSe DSO." {
		t.Errorf("text %q", got)
	}
	if got := h.page().live.SelectedText(); got != "[åtgärd]" {
		t.Errorf("selected is %q", got)
	}
	h.screen.Step(1)
	if _, f, _ := h.screen.model.Opened(); f.ID != "TEST-EMPTY" {
		t.Fatalf("second is %q", f.ID)
	}
	h.screen.Insert()
	if got := h.text("economy"); got != "Kostnaden är [belopp] kronor." {
		t.Errorf("economy %q", got)
	}
	h.screen.Step(1)
	if _, f, ok := h.screen.model.Opened(); !ok || f.Severity != app.Note {
		t.Fatalf("in the place of what was mended comes the next, got %q", f.ID)
	}
	h.screen.Waive()
	dialog := h.window.Canvas().Overlays().Top()
	if dialog == nil {
		t.Fatal("nobody asks for the reason")
	}
	entry := h.window.Canvas().Focused().(*parts.Entry)
	test.Type(entry, "Förkortningen förklaras i bilagan som alla ledamöter redan har fått i handen.")
	tapText(t, dialog, h.words.T("part.waive_yes"))
	if a := h.desk.State().Matter.Answers; len(a) != 1 || a[0].State != app.Waived || a[0].Criterion != "TEST-NOTE" || a[0].Sentence != "DSO" {
		t.Fatalf("answers %+v", a)
	}
	if got := h.screen.model.Cards(); len(got) != 1 || got[0].Finding.ID != "TEST-STOP" || !got[0].Open {
		t.Errorf("what is left: %+v", got)
	}
	h.screen.filtered(Accepted)
	accepted := h.screen.model.Cards()
	if len(accepted) != 1 || accepted[0].Finding.Waived == "" {
		t.Fatalf("accepted: %+v", accepted)
	}
	h.screen.cardUnwaive(accepted[0].Key)
	if len(h.desk.State().Matter.Answers) != 0 {
		t.Error("the reason was not taken back")
	}
}

func TestTapOnACardOpensItAndShowsTheSentence(t *testing.T) {
	long := strings.Repeat("Nämnden har prövat frågan noga och funnit att den bör avstås.\n\n", 40)
	h := open(t, texts{"summary": long, "assessment": "Om ansiktsigenkänning."})
	if h.page().scroll.Offset.Y != 0 {
		t.Fatal("the page is not at its top")
	}
	for _, d := range h.screen.view.findings.drawn {
		if d.card.Finding.ID == "TEST-STOP" {
			test.Tap(d.head)
		}
	}
	if _, f, ok := h.screen.model.Opened(); !ok || f.ID != "TEST-STOP" {
		t.Fatal("the card is not open")
	}
	top, height := h.page().scroll.Offset.Y, h.page().scroll.Size().Height
	y := float32(-1)
	for i, item := range h.page().items {
		if item.Kind == BlockItem && item.Section == h.section("assessment") {
			y = h.page().places[i].y
		}
	}
	if y < top || y > top+height/3 {
		t.Errorf("the sentence stands at %v, the window shows %v–%v", y, top, top+height)
	}
}

func TestOnlyWhatIsInSightExists(t *testing.T) {
	h := open(t, texts{"assessment": strings.Repeat("Ett stycke om entréer och vad som händer där på morgonen.\n\n", 400)})
	n := 0
	objects(h.page().board, func(fyne.CanvasObject) { n++ })
	if n > 400 {
		t.Errorf("%d objects for 400 blocks", n)
	}
	h.page().scrollTo(6000)
	if len(h.page().blocks) == 0 || len(h.page().blocks) > 60 {
		t.Errorf("%d blocks after scrolling", len(h.page().blocks))
	}
}

func TestWholeBlocksAreSelected(t *testing.T) {
	h := open(t, texts{"assessment": "Ett.\n\nTvå.\n\nTre.\n\nFyra."})
	h.caret("assessment", len("Ett.\n\nTvå."))
	l := h.page().live
	clip := fyne.CurrentApp().Clipboard()
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	h.typed("↓")
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if got := clip.Content(); got != "Två.\n\nTre." {
		t.Errorf("copied %q", got)
	}
	h.typed("N")
	if got := h.text("assessment"); got != "Ett.\n\nN\n\nFyra." {
		t.Errorf("typed over them: %q", got)
	}
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	h.typed("\b")
	if got := h.text("assessment"); got != "" {
		t.Errorf("all removed: %q", got)
	}
	h.desk.Undo()
	if got := h.text("assessment"); got != "Ett.\n\nN\n\nFyra." {
		t.Errorf("undone: %q", got)
	}
}

func TestEmphasisRoundTheWord(t *testing.T) {
	h := open(t, texts{"assessment": "en viktig sak"})
	h.caret("assessment", len("en vik"))
	h.screen.Emphasize("**")
	if got := h.text("assessment"); got != "en **viktig** sak" {
		t.Errorf("text %q", got)
	}
	h.screen.Emphasize("**")
	if got := h.text("assessment"); got != "en viktig sak" {
		t.Errorf("and off: %q", got)
	}
}

func TestFindGoesRound(t *testing.T) {
	h := open(t, texts{"summary": "Kamera vid dörr.", "assessment": "En KAMERA till, och en kamera."})
	h.screen.Find()
	e, ok := h.window.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("focus %T", h.window.Canvas().Focused())
	}
	test.Type(e, "kamera")
	if _, n, of := h.screen.model.Hit(); n != 1 || of != 3 {
		t.Errorf("hit %d of %d", n, of)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, n, _ := h.screen.model.Hit(); n != 1 {
		t.Errorf("after the last comes hit %d", n)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("Esc leaves the focus with %T", h.window.Canvas().Focused())
	}
}

func TestNoMatterAndNoDocument(t *testing.T) {
	h := openDesk(t)
	h.show()
	tapText(t, h.window.Content(), h.words.T("draft.choose_matter"))
	if h.went != "matters" {
		t.Errorf("went to %q", h.went)
	}
	if err := h.desk.Add(&app.Matter{Title: "Cykelväg"}, ""); err != nil {
		t.Fatal(err)
	}
	k, _ := h.desk.Packs().Kind("motion_response")
	tapText(t, h.window.Content(), k.SV.Name)
	if doc := h.desk.State().Document(); doc == nil || doc.Kind != "motion_response" {
		t.Fatalf("document %+v", doc)
	}
	h.typed("Å")
	c, _ := h.screen.model.Caret()
	if doc := h.desk.State().Document(); doc.Sections[c.Section].Text != "Å" {
		t.Errorf("one cannot write at once: %+v", doc.Sections)
	}
}

func TestPhraseIsInserted(t *testing.T) {
	h := open(t, texts{"assessment": "Redan skrivet."})
	k, _ := h.desk.State().Kind.Section("assessment")
	h.screen.model.InsertText(h.section("assessment"), k.SV.Phrases[0])
	if got := h.text("assessment"); got != "Redan skrivet.\n\n"+k.SV.Phrases[0] {
		t.Errorf("text %q", got)
	}
}

func TestNarrowWindow(t *testing.T) {
	h := open(t, texts{"assessment": "Om ansiktsigenkänning."})
	h.window.Resize(fyne.NewSize(769, 480))
	v := h.screen.view
	if !v.narrow.on || v.left.Visible() || v.findings.outer.Visible() || !v.narrow.top.Visible() || !v.narrow.bottom.Visible() {
		t.Fatal("the narrow form is not shown")
	}
	tapText(t, v.narrow.top, h.words.T("draft.all_findings"))
	if !v.findings.outer.Visible() {
		t.Error("the list does not open")
	}
	k, _, _ := h.screen.model.Opened()
	if h.window.Canvas().Focused() != fyne.Focusable(v.findings.drawn[k].head) {
		t.Errorf("the list opens with the keyboard on %T", h.window.Canvas().Focused())
	}
	h.typed("⎋")
	if v.findings.outer.Visible() || h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("Esc: list shown %v, focus %T", v.findings.outer.Visible(), h.window.Canvas().Focused())
	}
	v.narrow.sections.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if v.narrow.active < 0 {
		t.Error("no section is shown as the one with the caret")
	}
	h.window.Resize(fyne.NewSize(1196, 720))
	if !v.left.Visible() || v.narrow.top.Visible() {
		t.Error("the wide form does not come back")
	}
}

// tapText presses the button with a text.
func tapText(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	var found *parts.Press
	objects(in, func(o fyne.CanvasObject) {
		p, ok := o.(*parts.Press)
		if !ok {
			return
		}
		objects(p, func(o fyne.CanvasObject) {
			if c, ok := o.(*canvas.Text); ok && c.Text == text && found == nil {
				found = p
			}
		})
	})
	if found == nil {
		t.Fatalf("no button says %q", text)
	}
	test.Tap(found)
}
