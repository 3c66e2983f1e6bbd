package main

import (
	"os"
	"path/filepath"
	"strings"

	"yttra/app/reading/readingtest"
)

// papers lays what came in where the file dialog begins: a motion as PDF, and a folder
// with a motion, a remiss and half a PDF. gone takes it away: what is saved later is
// looked for there.
func papers() (gone func()) {
	home := os.Getenv("HOME")
	folder := filepath.Join(home, "post")
	must(os.MkdirAll(folder, 0o755))
	motion := []string{"2026-09-28", "Motion om cykelparkering vid stationen", "Allt fler pendlar, och cyklarna får inte plats under tak.", "Vi föreslår fullmäktige besluta",
		"1. att utreda en låsbar cykelparkering vid stationen", "2. att ansöka om statlig medfinansiering", "Karin Ekdahl (MP)"}
	for path, data := range map[string][]byte{
		filepath.Join(home, "motion.pdf"):   readingtest.Pages(strings.Split(strings.Join(motion, "\n\n"), "\n")),
		filepath.Join(folder, "motion.txt"): []byte(strings.ReplaceAll(strings.Join(motion, "\n\n"), "stationen", "badhuset")),
		filepath.Join(folder, "remiss.txt"): []byte("Länsstyrelsen i Norrbottens län\n\nDatum: 2026-10-05\nDiarienummer: 400-18233-2026\n\nRemiss av förslag till plan för laddning\n\nNi får tillfälle att yttra er över förslaget.\n\n1. Vilka platser saknar laddning?\n\nSvaret ska ha kommit in senast den 15 december 2026.\n"),
		filepath.Join(folder, "halv.pdf"):   []byte("%PDF-1.4\nslut"),
	} {
		must(os.WriteFile(path, data, 0o600))
	}
	return func() {
		must(os.Remove(filepath.Join(home, "motion.pdf")))
		must(os.RemoveAll(folder))
	}
}

// arrivals goes through what came in beside its original, as every kind it may be, and
// through the list of several.
func (w *walker) arrivals() {
	defer papers()()
	w.say("Stämmer det här?")
	w.key("ctrl+1")
	w.shows("Minst tid kvar")
	before := w.look()
	w.key("ctrl+o")
	w.shows("Handlingens text")
	w.on("Välj fil")
	w.key("Return")
	w.shows("motion.pdf")
	w.on("parts.List")
	w.key("End", "Return")
	if !w.shows("Vad är det som kommit in?") {
		w.closed()
		return
	}
	w.shows("Sida 1 av 1")
	w.check("opening")
	w.round(nil)
	w.still()
	w.onBothSides()
	w.kinds()
	w.closed()
	if l := w.check("Esc"); l.focus != before.focus {
		w.fail("Esc gives the focus to %s, and not back to %s", l.name, before.name)
	}
	w.several()
}

// onBothSides goes to the next doubt, searches in the original, goes there and back.
func (w *walker) onBothSides() {
	w.say("Stämmer det här?, both sides")
	w.key("ctrl+j")
	w.until("Ctrl+J goes to no field", func() bool { return strings.Contains(w.look().name, "parts.Entry") })
	w.check("Ctrl+J")
	w.key("ctrl+f")
	w.write("cykel")
	w.shows("1 av")
	w.check("Ctrl+F")
	field := w.look()
	w.key("ctrl+shift+e")
	w.until("Ctrl+Shift+E does not leave the search", func() bool { return w.look().focus != field.focus })
	field = w.check("Ctrl+Shift+E to the fields")
	w.key("ctrl+shift+e")
	w.until("Ctrl+Shift+E does not go to the original", func() bool { return w.look().focus != field.focus })
	w.check("Ctrl+Shift+E to the original")
	w.key("ctrl+shift+e")
	w.until("Ctrl+Shift+E does not go back", func() bool { return w.look().focus == field.focus })
}

// kinds makes the paper a remiss, a letter, a finished paper and a motion again.
func (w *walker) kinds() {
	w.on("Motion Remiss")
	for _, k := range []string{"Vad remissen handlar om", "Vad skrivelsen handlar om", "Vad handlingen handlar om"} {
		w.say("Stämmer det här?, " + k)
		w.on("Motion Remiss")
		w.key("Right", "space")
		w.shows(k)
		if l := w.check("another kind"); !strings.Contains(l.name, "Motion Remiss") {
			w.fail("choosing a kind leads away from the kinds, to %s", l.name)
		}
		w.round(nil)
	}
	w.on("Motion Remiss")
	w.key("Home", "space")
	w.shows("Vad motionen handlar om")
	w.still()
}

// several takes in a folder, looks at one of what is in it, and leaves.
func (w *walker) several() {
	w.say("Ta in flera")
	w.key("Alt_L", "Right", "Left", "Down", "Down", "Down", "Return")
	if !w.shows("Välj en mapp") {
		w.closed()
		return
	}
	w.on("parts.List")
	w.key("Home")
	w.key("Return")
	w.on("Välj")
	w.key("Return")
	if !w.shows("Spara rapport") {
		w.closed()
		return
	}
	w.check("reading")
	w.round(nil)
	w.still()
	w.on("Öppna")
	w.key("Return")
	w.say("Ta in flera, one of them")
	if w.shows("Stämmer det här?") {
		w.round(nil)
		w.key("Escape")
		w.hides("Stämmer det här?")
		w.check("Esc")
	}
	w.key("Escape")
	w.shows("Stänga listan?")
	w.say("Ta in flera, sure")
	w.round(nil)
	w.on("Lämna")
	w.key("Return")
	w.until("the list stays", func() bool { return !w.look().overlay })
	w.check("leaving")
}
