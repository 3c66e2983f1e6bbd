package draft

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Whatever keys come, the entry shows the caret's block as the desk has it, with
// the caret where the model has it, and the text stays sound.
func TestAnyKeysKeepPageAndDeskTogether(t *testing.T) {
	for seed := range uint64(6) {
		h := open(t, texts{"summary": "Första åäö.\n\nAndra **fet** 👍🏽 e\u0301.\n\n- ett\n- två[^1]\n\n| a | b |\n| --- | --- |\n| c | d |\n\n### R\n\n> q [l](https://a.se)\n\n[^1]: not", "assessment": "Tre rader som räcker till att brytas, eftersom de är långa nog för det: " + strings.Repeat("ord ", 40)})
		h.caret("summary", 4)
		r := rand.New(rand.NewPCG(seed, 7))
		clip := fyne.CurrentApp().Clipboard()
		clip.SetContent("inklistrat\r\nfrån annat\n\n• punkt\n• å")
		log := ""
		for range 160 {
			log += h.anyKey(r, clip)
			h.together(log)
			if t.Failed() {
				return
			}
		}
	}
}

// anyKey presses one key and says which.
func (h *house) anyKey(r *rand.Rand, clip fyne.Clipboard) string {
	l := h.page().live
	keys := []rune("aå öx-1*\n\n\b\b\b\x7f←→↑↓⇱⇲")
	switch n := r.IntN(len(keys) + 14); {
	case n < len(keys):
		h.typed(string(keys[n]))
		return string(keys[n])
	case n == len(keys):
		h.desk.Undo()
		return "<undo>"
	case n == len(keys)+1:
		h.desk.Redo()
		return "<redo>"
	case n == len(keys)+2:
		l.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		return "<paste>"
	case n == len(keys)+3:
		l.TypedShortcut(&fyne.ShortcutSelectAll{})
		return "<all>"
	case n == len(keys)+4:
		l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierControl})
		return "<ctrl+backspace>"
	case n == len(keys)+5:
		h.screen.Emphasize("**")
		return "<bold>"
	case n == len(keys)+6:
		l.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
		return "<cut>"
	case n >= len(keys)+9:
		orders := []string{"bullet", "number", "head", "quote", "table", "note", "row", "row_away", "column", "column_away", "column_right", "table_away"}
		order := orders[r.IntN(len(orders))]
		h.screen.Format(order)
		return "<" + order + ">"
	}
	moves := []rune("↑↓←→⇱⇲")
	key := string(moves[r.IntN(len(moves))])
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	h.typed(key)
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	return "<shift " + key + ">"
}

func (h *house) together(log string) {
	h.t.Helper()
	m, l := h.screen.model, h.page().live
	section, _, s := m.Block()
	text := h.desk.State().Document().Sections[section].Text
	switch {
	case !utf8.ValidString(text):
		h.t.Errorf("after %s the text is broken: %q", log, text)
	case text[s.Start:s.End] != l.Text:
		h.t.Errorf("after %s the entry shows %q, the block is %q", log, l.Text, text[s.Start:s.End])
	case m.caret.At != s.Start+l.at():
		h.t.Errorf("after %s the caret is at %d in the entry, at %d in the model, in %q", log, l.at(), m.caret.At-s.Start, l.Text)
	case h.window.Canvas().Focused() != fyne.Focusable(l):
		h.t.Errorf("after %s the focus is with %T", log, h.window.Canvas().Focused())
	}
}
