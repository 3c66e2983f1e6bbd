package draft

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

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
	h.page().scroll.ScrollToOffset(fyne.NewPos(0, 150)) // the block is in sight
	h.page().fill()
	blocks := blocksOf(text)
	for _, want := range []string{"stycket** är l", "rader", "hamnar"} {
		at := strings.Index(text, want)
		x, y, b := h.pointOf("assessment", at)
		b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y), AbsolutePosition: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
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
	for _, item := range p.items {
		u := item.unit
		if item.Kind != BlockItem || item.Section != section || at < u.span.Start || at > u.span.End {
			continue
		}
		if b = p.blocks[keyOfItem(item)]; b == nil {
			h.t.Fatalf("the block of %q is not drawn", h.text(role)[at:])
		}
		at -= u.text.Start
		for _, box := range p.plan(item).boxes {
			if box.span.Start <= at && at <= box.span.End {
				n := rowAt(box.rows, at-box.span.Start)
				return pageSide + box.x + box.rows[n].x(at-box.span.Start, serif), box.y + (float32(n)+0.5)*p.pitch, b
			}
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
