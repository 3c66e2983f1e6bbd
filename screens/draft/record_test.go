package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestRecordStandsFirstAndKeepsTheKeyboard(t *testing.T) {
	h := open(t, texts{"summary": "Kort."})
	asked := 0
	h.screen.Record = func() { asked++ }
	c := h.page().cell(h.page().items[0]).(*recordCell)
	h.window.Canvas().Focus(c.press)
	c.press.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if asked != 1 {
		t.Fatal("Enter does not open it")
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Body, m.Documents[0].CaseRef = "Kulturnämnden", "KN 2026/00031" })
	got := strings.Join(parttest.Texts(h.page().cell(h.page().items[0]).object()), " ")
	if !strings.Contains(got, "Yttrande") || !strings.Contains(got, "Kulturnämnden · 2026-11-22 · KN 2026/00031") {
		t.Errorf("it says %q", got)
	}
	if h.window.Canvas().Focused() != fyne.Focusable(c.press) {
		t.Error("the keyboard is lost when what it says changes")
	}
}
