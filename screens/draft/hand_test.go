package draft

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
)

// The hand in the text, in the window: what the keys and the pointer do.

func TestMarksAreNeverSeen(t *testing.T) {
	h := open(t, nil)
	h.caret("summary", 0)
	l := h.page().live
	for _, s := range []struct{ keys, entry, text string }{
		{"- ", "", "- "},
		{"ett\n", "", "- ett\n- "},
		{"\t", "", "- ett\n  - "},
		{"två\n\n", "", "- ett\n  - två\n- "},
		{"\b", "", "- ett\n  - två\n\n"},
		{"### Rubrik", "Rubrik", "- ett\n  - två\n\n### Rubrik"},
		{"\n1. a\n", "", "- ett\n  - två\n\n### Rubrik\n\n1. a\n2. "},
	} {
		h.typed(s.keys)
		if l.Text != s.entry || h.text("summary") != s.text {
			t.Fatalf("after %q the entry shows %q, the text is %q; want %q", s.keys, l.Text, h.text("summary"), s.text)
		}
	}
}

func TestFootnoteAndBack(t *testing.T) {
	h := open(t, texts{"summary": "Enligt lagen. Slut."})
	h.caret("summary", len("Enligt lagen"))
	h.screen.Format("note")
	h.typed("5 § FL\n")
	if got, want := h.text("summary"), "Enligt lagen[^1]. Slut.\n\n[^1]: 5 § FL"; got != want {
		t.Fatalf("text %q, want %q", got, want)
	}
	if got := h.screen.model.caret.At; got != len("Enligt lagen[^1]") {
		t.Errorf("Enter in the footnote put the caret at %d", got)
	}
	h.typed("\b")
	if got := h.text("summary"); got != "Enligt lagen. Slut." {
		t.Errorf("Backspace after the mark: %q", got)
	}
	h.desk.Undo()
	if got := h.text("summary"); !strings.HasSuffix(got, "FL") {
		t.Errorf("it does not come back in one step: %q", got)
	}
}

func TestClicksSelectLetterWordParagraph(t *testing.T) {
	h := open(t, texts{"summary": "Ett stycke med åtgärder, och mer.\n\nTvå."})
	p := h.page()
	h.caret("summary", 0)
	p.now = func() time.Time { return h.now }
	l := p.live
	click := func(pause time.Duration) string {
		h.now = h.now.Add(pause)
		_, b, _ := p.liveBox()
		x := b.rows[0].x(strings.Index(l.Text, "gärder"), serif)
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+6, 12), AbsolutePosition: fyne.NewPos(300, 300)}, Button: desktop.MouseButtonPrimary}
		l.MouseDown(e)
		l.MouseUp(e)
		return l.SelectedText()
	}
	for _, c := range []struct {
		pause time.Duration
		want  string
	}{{time.Hour, ""}, {100 * time.Millisecond, "åtgärder"}, {100 * time.Millisecond, "Ett stycke med åtgärder, och mer."}, {100 * time.Millisecond, ""}, {time.Second, ""}} {
		if got := click(c.pause); got != c.want {
			t.Errorf("after a pause of %v %q is selected, want %q", c.pause, got, c.want)
		}
	}
	click(100 * time.Millisecond)
	h.typed("X")
	if got := h.text("summary"); got != "Ett stycke med X, och mer.\n\nTvå." {
		t.Errorf("typed over: %q", got)
	}
}

func TestSelectAllTwiceIsTheWholeDocument(t *testing.T) {
	h := open(t, texts{"summary": "Ett.\n\n- två", "assessment": "Tre."})
	h.caret("summary", 0)
	l := h.page().live
	clip := fyne.CurrentApp().Clipboard()
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	l.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if got := clip.Content(); got != "Ett.\n\n- två\n\nTre." {
		t.Errorf("copied %q", got)
	}
	h.typed("N")
	if h.text("summary") != "N" || h.text("assessment") != "" {
		t.Errorf("typed over: %q, %q", h.text("summary"), h.text("assessment"))
	}
	h.desk.Undo()
	h.desk.Undo()
	if h.text("summary") != "Ett.\n\n- två" || h.text("assessment") != "Tre." {
		t.Errorf("undone: %q, %q", h.text("summary"), h.text("assessment"))
	}
}

// 40 MB are refused with a problem, and nothing is made of them.
func TestTooMuchIsNotPasted(t *testing.T) {
	h := open(t, texts{"summary": "Kvar."})
	h.caret("summary", 2)
	h.page().paste(strings.Repeat("Mycket text. ", 40<<20/13))
	if app.CodeOf(h.fault) != app.CodePaste || !strings.Contains(h.fault.Error(), "42\u00a0MB") {
		t.Errorf("problem %v", h.fault)
	}
	if h.text("summary") != "Kvar." || h.page().live.Text != "Kvar." {
		t.Errorf("text %q, entry %q", h.text("summary"), h.page().live.Text)
	}
	h.typed("!")
	if got := h.text("summary"); got != "Kv!ar." {
		t.Errorf("typing does not go on: %q", got)
	}
}

// Undo goes word by word through everything and back, and the caret follows.
func TestUndoAllRedoAll(t *testing.T) {
	h := open(t, nil)
	h.caret("summary", 0)
	h.typed("Ett två tre\n- fyra fem\nsex")
	want := h.text("summary")
	steps, last := 0, ""
	for h.text("summary") != "" && h.desk.State().CanUndo && steps < 50 {
		last = h.text("summary")
		h.desk.Undo()
		steps++
	}
	if last == "" || strings.Contains(last, " ") || steps < 8 || steps > 12 {
		t.Errorf("%d steps, the last took %q away", steps, last)
	}
	for range steps {
		h.desk.Redo()
	}
	if got := marked(h.text("summary"), h.screen.model.caret.At); got != want+"|" {
		t.Errorf("redone: %q, want %q", got, want)
	}
}

// A paragraph no one should have to write in is still written in at once: the
// entry never gets more than a part of it.
func TestHugeParagraph(t *testing.T) {
	h := open(t, texts{"summary": strings.Repeat("Ord och åter ord. ", 20_000) + strings.Repeat("x", 5000)})
	n := len(h.text("summary"))
	h.caret("summary", n/2)
	h.typed("ny")
	l := h.page().live
	if len(l.Text) > maxUnit+2 || len(h.text("summary")) != n+2 {
		t.Errorf("the entry has %d bytes, the text grew by %d", len(l.Text), len(h.text("summary"))-n)
	}
	h.typed("\b\b⇱↑↑↓→")
	if len(h.text("summary")) != n || len(h.page().blocks) > 30 {
		t.Errorf("the text differs by %d; %d parts are drawn", len(h.text("summary"))-n, len(h.page().blocks))
	}
}

func TestLinkDialogWritesTheLink(t *testing.T) {
	h := open(t, texts{"summary": "Se vägledningen."})
	h.caret("summary", 3)
	h.screen.model.SetLink(app.Span{Start: 3, End: len("Se vägledningen")}, "vägledningen", "https://imy.se")
	if got := h.text("summary"); got != "Se [vägledningen](https://imy.se)." {
		t.Fatalf("text %q", got)
	}
	h.screen.model.SetLink(app.Span{Start: 3, End: len(h.text("summary")) - 1}, "lagen [1]", "")
	if got := h.text("summary"); got != "Se lagen (1)." {
		t.Errorf("without the address: %q", got)
	}
}

// Findings lie over the letters of the live entry too, in a cell as well.
func TestUnderlinesUnderTheEntry(t *testing.T) {
	for _, text := range []string{"Vi vill ansiktsigenkänning här.", "| a | Vi vill ansiktsigenkänning |\n| --- | --- |\n| c | d |"} {
		h := open(t, texts{"assessment": text})
		h.caret("assessment", strings.Index(text, "Vi"))
		item, b, ok := h.page().liveBox()
		if !ok {
			t.Fatal("no entry")
		}
		view := h.page().blocks[keyOfItem(h.page().items[item])]
		x := pageSide + round(b.x+serif("Vi vill ", b.face()))
		found := false
		for _, o := range view.drawn {
			found = found || o.Size().Height == 2 && o.Position().X == x && o.Position().Y > b.y
		}
		if !found {
			t.Errorf("no line under the word in %q", text)
		}
	}
}
