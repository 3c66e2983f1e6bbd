package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// A dialog that names nothing to begin with has the keyboard all the same, and
// gives it back.
func TestDialogAlwaysHasTheKeyboard(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	before := button("före", parts.Plain, "")
	w := test.NewTempWindow(t, before)
	w.Resize(fyne.NewSize(700, 400))
	w.Canvas().Focus(before)
	parts.ShowDialog(w, swedish(), parts.DialogOptions{Title: "Om", Width: 300, Body: parts.Text("Text", parts.TextControl, parts.Ink, parts.Regular)}, nil)
	at := w.Canvas().Focused()
	if at == nil || at == fyne.Focusable(before) {
		t.Fatalf("the focus is on %T", at)
	}
	at.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(before) {
		t.Errorf("Space on the cross: the focus is on %T", w.Canvas().Focused())
	}
}
