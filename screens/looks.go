package screens

import (
	"bytes"
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

func bytesReader(b []byte) io.Reader { return bytes.NewReader(b) }

// The three choices of how the window looks. They act at once and are kept in
// the person's settings.

func (w *Window) languageChoice(label string) fyne.CanvasObject {
	languages := []string{"sv", "en"}
	return labelled(label, parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: w.words.T("menu.swedish")}, {Text: w.words.T("menu.english")}},
		Chosen: slices.Index(languages, w.words.Lang()), Pick: func(i int) { w.anew(func() { w.speak(languages[i]) }) }}))
}

func (w *Window) lookChoice() fyne.CanvasObject {
	t := w.words.T
	looks := []string{"", "light", "dark"}
	return labelled(t("profile.look"), parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("menu.system")}, {Text: t("menu.light")}, {Text: t("menu.dark")}},
		Chosen: max(0, slices.Index(looks, w.known().Look)), Pick: func(i int) { w.anew(func() { w.look(looks[i]) }) }}))
}

func (w *Window) sizeChoice(sizes []int) fyne.CanvasObject {
	var options []parts.Option
	for _, n := range sizes {
		options = append(options, parts.Option{Text: w.words.Percent(n * 100)})
	}
	return labelled(w.words.T("profile.size"), parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: slices.Index(sizes, percent(w.known())),
		Pick: func(i int) { w.anew(func() { w.scaleTo(sizes[i]) }) }}))
}

// anew changes the looks, and draws an open profile dialog anew in them.
func (w *Window) anew(change func()) {
	d, _ := w.win.Canvas().Overlays().Top().(*parts.Dialog)
	v := w.profile
	change()
	if d == nil || v == nil || v.dialog != d {
		return
	}
	m := v.m
	d.Close()
	w.showModel(m, v.section)
}
