package draft

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/screens/parts"
)

func TestTypingReachesTheDesk(t *testing.T) {
	h := open(t, texts{"summary": "Nämnden avstyrker."})
	h.caret("summary", len("Nämnden avstyrker."))
	h.typed(" Åäö")
	if got := h.text("summary"); got != "Nämnden avstyrker. Åäö" {
		t.Errorf("text %q", got)
	}
	h.typed("\nNytt stycke.")
	if got := h.text("summary"); got != "Nämnden avstyrker. Åäö\n\nNytt stycke." {
		t.Errorf("after Enter %q", got)
	}
	for range "Nytt stycke." {
		h.typed("←")
	}
	h.typed("\b")
	if got := h.text("summary"); got != "Nämnden avstyrker. Åäö Nytt stycke." {
		t.Errorf("after Backspace %q", got)
	}
	h.typed("X")
	if got := h.text("summary"); got != "Nämnden avstyrker. Åäö XNytt stycke." {
		t.Errorf("the caret is not where the blocks met: %q", got)
	}
	h.typed("\b←\x7f")
	if got := h.text("summary"); got != "Nämnden avstyrker. ÅäöNytt stycke." {
		t.Errorf("after Delete %q", got)
	}
}

func TestDeleteAtTheEndJoins(t *testing.T) {
	h := open(t, texts{"summary": "Ett.\n\nTvå."})
	h.caret("summary", len("Ett."))
	h.typed("\x7f-")
	if got := h.text("summary"); got != "Ett. -Två." {
		t.Errorf("text %q", got)
	}
}

func TestListsGoOnAndEnd(t *testing.T) {
	h := open(t, nil)
	h.caret("summary", 0)
	h.typed("- äpple\npäron\n\nslut")
	if got := h.text("summary"); got != "- äpple\n- päron\n\nslut" {
		t.Errorf("text %q", got)
	}
}

func TestUndoBringsTheTextBackIntoTheEntry(t *testing.T) {
	h := open(t, texts{"summary": "Först."})
	h.caret("summary", len("Först."))
	h.typed(" Sedan")
	h.now = h.now.Add(5 * time.Second)
	h.typed(" mer")
	h.desk.Undo()
	l := h.page().live
	if l.Text != "Först. Sedan" || h.text("summary") != "Först. Sedan" || l.at() != len("Först. Sedan") {
		t.Errorf("entry %q at %d, desk %q", l.Text, l.at(), h.text("summary"))
	}
	h.desk.Redo()
	if l.Text != "Först. Sedan mer" || l.at() != len(l.Text) {
		t.Errorf("redone to %q at %d", l.Text, l.at())
	}
	h.typed("!")
	if got := h.text("summary"); got != "Först. Sedan mer!" {
		t.Errorf("typing does not go on: %q", got)
	}
}

func TestUndoOfEnterAndPaste(t *testing.T) {
	h := open(t, texts{"summary": "Ett två"})
	h.caret("summary", len("Ett"))
	h.typed("\n")
	h.desk.Undo()
	if l := h.page().live; h.text("summary") != "Ett två" || l.Text != "Ett två" {
		t.Errorf("text %q, entry %q", h.text("summary"), l.Text)
	}
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("A\n\n• b\n• c")
	h.page().live.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	h.desk.Undo()
	if l := h.page().live; h.text("summary") != "Ett två" || l.Text != "Ett två" {
		t.Errorf("after undone paste: text %q, entry %q", h.text("summary"), l.Text)
	}
}

func TestPasteOverSelection(t *testing.T) {
	h := open(t, texts{"summary": "Före mitt efter"})
	h.caret("summary", len("Före "))
	l := h.page().live
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	h.typed("→→→→")
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if l.SelectedText() != "mitt" {
		t.Fatalf("selected %q", l.SelectedText())
	}
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("rad ett\r\nrad två")
	l.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if got := h.text("summary"); got != "Före rad ett rad två efter" {
		t.Errorf("text %q", got)
	}
}

func TestOneEntryOnThePage(t *testing.T) {
	h := open(t, texts{"summary": "Ett.\n\nTvå.\n\nTre.", "assessment": "Fyra."})
	count := func() (n int) {
		objects(h.page().board, func(o fyne.CanvasObject) {
			if _, ok := o.(*live); ok {
				n++
			}
		})
		return n
	}
	if n := count(); n != 0 {
		t.Errorf("%d entries before the caret is placed", n)
	}
	for _, role := range []string{"summary", "assessment", "children"} {
		h.caret(role, 0)
		if n := count(); n != 1 {
			t.Errorf("%d entries with the caret in %s", n, role)
		}
	}
}

func TestClickPutsTheCaretAtTheLetter(t *testing.T) {
	text := "Första stycket är kort.\n\nAndra **stycket** är längre och räcker över flera rader, eftersom det ska visa att ett klick på den andra raden hamnar rätt också där, vid en bokstav."
	h := open(t, texts{"assessment": text})
	blocks := blocksOf(text)
	for _, want := range []string{"stycket** är l", "rader", "hamnar"} {
		at := strings.Index(text, want)
		x, y, b := h.pointOf("assessment", at)
		b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
		l := h.page().live
		if h.window.Canvas().Focused() != fyne.Focusable(l) {
			t.Fatalf("%s: the entry has no focus", want)
		}
		if got := blocks[1].Start + l.at(); got != at {
			t.Errorf("caret before %q, want before %q", text[got:min(len(text), got+10)], want)
		}
		h.caret("assessment", 0) // away, so that the next click meets a drawn block
	}
	h.typed("Å")
	if !strings.HasPrefix(h.text("assessment"), "ÅFörsta") {
		t.Errorf("text %q", h.text("assessment"))
	}
}

// pointOf is where a letter is drawn in its block.
func (h *house) pointOf(role string, at int) (x, y float32, b *blockView) {
	h.t.Helper()
	p := h.page()
	section := h.section(role)
	blocks := blocksOf(h.text(role))
	n := blockAt(blocks, at)
	for i, item := range p.items {
		if item.Kind == BlockItem && item.Section == section && item.N == n {
			rows := p.rows(item)
			r := rowAt(rows, at-blocks[n].Start)
			b := p.blocks[keyOfItem(item)]
			if b == nil {
				h.t.Fatalf("the block of %q is not drawn", h.text(role)[at:])
			}
			_ = i
			return pageSide + rows[r].x(at-blocks[n].Start, serif), (float32(r) + 0.5) * p.pitch, b
		}
	}
	h.t.Fatalf("no block at %d", at)
	return 0, 0, nil
}

func TestClickOnMarkedSentenceOpensItsCard(t *testing.T) {
	h := open(t, texts{"assessment": "Nämnden vill pröva ansiktsigenkänning i vår."})
	x, y, b := h.pointOf("assessment", strings.Index("Nämnden vill pröva ansiktsigenkänning", "igenkänning"))
	b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
	if k, f, ok := h.screen.model.Opened(); !ok || f.ID != "TEST-STOP" {
		t.Errorf("open card %v", k)
	}
}

func TestCaretCrossesBlocksAndSections(t *testing.T) {
	h := open(t, texts{"summary": "Ett.\n\nTvå.", "assessment": "Tre."})
	h.caret("summary", 0)
	steps := []struct{ keys, want string }{
		{"⇲→", "Två."}, {"←", "Ett."}, {"↓", "Två."}, {"↓", "Tre."}, {"⇱←", "Två."}, {"⇲→", "Tre."}, {"↑↑", "Ett."},
	}
	for _, s := range steps {
		h.typed(s.keys)
		if got := h.page().live.Text; got != s.want {
			t.Errorf("%s: in %q, want %q", s.keys, got, s.want)
		}
	}
	h.page().live.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierControl})
	if c, _ := h.screen.model.Caret(); c.Section != h.section("economy") {
		t.Errorf("Ctrl+End goes to section %d", c.Section)
	}
	h.page().live.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierControl})
	if c, _ := h.screen.model.Caret(); c != (Caret{}) {
		t.Errorf("Ctrl+Home goes to %v", c)
	}
}

func TestTabAndEscLeaveTheText(t *testing.T) {
	h := open(t, texts{"assessment": "Om ansiktsigenkänning."})
	h.caret("assessment", 0)
	before := h.text("assessment")
	h.typed("\t")
	if _, ok := h.window.Canvas().Focused().(*parts.Press); !ok || h.text("assessment") != before {
		t.Errorf("Tab: focus %T, text %q", h.window.Canvas().Focused(), h.text("assessment"))
	}
	h.screen.Focus()
	h.typed("⎋")
	if _, ok := h.window.Canvas().Focused().(*outline); !ok {
		t.Errorf("Esc: focus %T", h.window.Canvas().Focused())
	}
	h.typed("↓↓\n")
	if c, _ := h.screen.model.Caret(); c.Section != 4 {
		t.Errorf("Enter in the outline: section %d", c.Section)
	}
}

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
		if got := h.desk.State().Matter.Claims[item.N].Reason; got != "med hänvisning till åtgärder" {
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
	if c, _ := h.screen.model.Caret(); h.text("assessment")[c.At] != '[' {
		t.Errorf("caret at %q", h.text("assessment")[c.At:])
	}
	h.screen.Step(1)
	if _, f, _ := h.screen.model.Opened(); f.ID != "TEST-EMPTY" {
		t.Fatalf("second is %q", f.ID)
	}
	h.screen.Insert()
	if got := h.text("economy"); got != "Kostnaden är [belopp] kronor." {
		t.Errorf("economy %q", got)
	}
	h.screen.Step(-1)
	if _, f, ok := h.screen.model.Opened(); !ok || f.Severity != app.Note {
		t.Fatalf("before the first comes the last, got %q", f.ID)
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
	cards := h.screen.model.Cards()
	last := cards[len(cards)-1]
	if last.Finding.Waived == "" {
		t.Errorf("the accepted one is not last: %+v", cards)
	}
	h.screen.cardUnwaive(last.Key)
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
	h.window.Resize(fyne.NewSize(1196, 720))
	if !v.left.Visible() || v.narrow.top.Visible() {
		t.Error("the wide form does not come back")
	}
}

// The drawn rows and the entry's rows are the same, over long Swedish paragraphs.
func TestDrawnRowsAreTheEntrysRows(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	e := widget.NewMultiLineEntry()
	e.Wrapping, e.Scroll, e.TextStyle = fyne.TextWrapWord, container.ScrollNone, parts.Serif.Style()
	w := test.NewTempWindow(t, container.NewThemeOverride(e, parts.PageTheme()))
	w.SetPadded(false)
	for _, width := range []float32{560, 486, 301} {
		w.Resize(fyne.NewSize(width+2*parts.PagePadding, 4000))
		e.Resize(fyne.NewSize(width+2*parts.PagePadding, 4000))
		for i, text := range longParagraphs() {
			e.SetText(text)
			rows := rowsOf(text, width, true, serif)
			for n, r := range rows {
				e.CursorRow, e.CursorColumn = n, 0
				if got := byteAt(text, e.CursorTextOffset()); got != r.from {
					t.Fatalf("width %v, paragraph %d, row %d begins at %d in the entry, is drawn from %d", width, i, n, got, r.from)
				}
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
				if got := byteAt(text, e.CursorTextOffset()); got != r.to {
					t.Fatalf("width %v, paragraph %d, row %d ends at %d in the entry, is drawn to %d: %q", width, i, n, got, r.to, text[r.from:r.to])
				}
			}
			e.CursorRow = len(rows)
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			if e.CursorRow != len(rows)-1 {
				t.Fatalf("width %v, paragraph %d has %d rows in the entry, %d drawn", width, i, e.CursorRow+1, len(rows))
			}
		}
	}
}

func byteAt(s string, runes int) int { return len(string([]rune(s)[:runes])) }

// longParagraphs are invented from the words of such papers, with figures, long
// compounds, dashes, emphasis, odd spaces and words wider than a row.
func longParagraphs() []string {
	words := strings.Fields("nämnden förvaltningen bedömer att åtgärden inte står i proportion till intrånget eftersom behandlingen av känsliga personuppgifter " +
		"i skolmiljö kräver samtycke som elever i beroendeställning inte fritt kan lämna. Kommunstyrelsen föreslår därför kommunfullmäktige att avslå motionen, " +
		"medan utbildningsförvaltningens integritetsskyddsutredning 2026-04-15 visar på 35 000 kronor (exkl. moms) – en kostnad som saknar finansiering i budget. " +
		"Ansiktsigenkänningssystemleverantörsavtalsuppföljning, barnkonsekvensanalys och 5 § förvaltningslagen (2017:900) nämns; se även KS 2026/00214. I å ä ö Å Ä Ö é ü **fet** *kursiv*")
	var out []string
	for i := range 40 {
		var b strings.Builder
		for j := range 60 + i*3 {
			b.WriteString(words[(i*7+j*(i%5+1))%len(words)])
			b.WriteString(" ")
			if i%9 == 8 && j%17 == 0 {
				b.WriteString(" ")
			}
			if i%6 == 5 && j%25 == 24 {
				b.WriteString("\n- ")
			}
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return append(out, strings.Repeat("ordutanmellanrum", 30), "kort "+strings.Repeat("å", 200)+" slut", "slutar med mellanslag ", "👍🏽 e\u0301 👩‍👩‍👧 "+strings.Repeat("emoji 😀 ", 40))
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
