package main

import (
	"strings"

	"yttra/app"
)

// keys presses every key of the table and holds that it does what it says.
func (w *walker) keys() {
	w.say("keys, the screens")
	for _, k := range []struct{ key, shows string }{{"ctrl+1", "Minst tid kvar"}, {"ctrl+2", "Påpekanden"}, {"ctrl+3", "Behov mot intrång"},
		{"ctrl+4", "Nuvärde"}, {"ctrl+5", "Hel sida"}} {
		w.key(k.key)
		w.shows(k.shows)
		w.check(k.key)
	}
	w.textKeys()
	w.findingKeys()
	w.sizeKeys()
	w.otherKeys()
}

// text is everything that is written in the open document.
func (w *walker) text() string {
	var out []string
	for _, s := range w.state().Document().Sections {
		out = append(out, s.Heading+"\n"+s.Text)
	}
	return strings.Join(out, "\n")
}

// changes presses keys and holds that the text became another.
func (w *walker) changes(keys ...string) {
	before := w.text()
	w.key(keys...)
	w.until(strings.Join(keys, " ")+" does not change the text", func() bool { return w.text() != before })
	w.check(keys[len(keys)-1])
}

// goes presses a key and holds that the focus comes to a kind of part.
func (w *walker) goes(key, kind string) {
	w.key(key)
	w.until(key+" does not go to "+kind, func() bool { return strings.Contains(w.look().name, kind) })
	w.check(key)
}

func (w *walker) textKeys() {
	w.say("keys, in the text")
	w.key("ctrl+2")
	w.shows("Påpekanden")
	w.goes("ctrl+shift+t", "draft.live")
	w.key("ctrl+End")
	start := w.text()
	w.write(" ord")
	w.until("letters are not written", func() bool { return w.text() != start })
	written := w.text()
	w.key("ctrl+z")
	w.until("Ctrl+Z does not take back", func() bool { return w.text() != written })
	w.goes("ctrl+y", "draft.live")
	w.until("Ctrl+Y does not do it again", func() bool { return w.text() == written })
	w.changes("ctrl+b")
	w.changes("ctrl+z")
	w.changes("ctrl+i")
	w.changes("ctrl+z")
	w.goes("ctrl+f", "parts.Entry")
	w.goes("Escape", "draft.live")
	w.goes("Escape", "draft.outline")
	w.goes("ctrl+shift+p", "parts.")
	w.goes("ctrl+shift+t", "draft.live")
	w.goes("ctrl+shift+a", "draft.outline")
	w.changes("alt+Up")
	w.changes("alt+Down")
	w.key("F2")
	if w.until("F2 does not rename", func() bool { return w.look().overlay }) {
		w.check("F2")
		w.closed()
	}
	w.lists()
}

// lists holds that Tab in a list goes a level in, and that there are still ways
// out of the text.
func (w *walker) lists() {
	w.goes("ctrl+shift+t", "draft.live")
	w.key("ctrl+End", "Return")
	w.write("ett")
	w.changes("ctrl+l") // the last section is a list: a paragraph again
	w.changes("ctrl+l")
	w.key("Return")
	w.write("två")
	before := w.text()
	w.key("Tab")
	w.until("Tab in a list does not go a level in", func() bool { return w.text() != before })
	for _, out := range [][2]string{{"ctrl+shift+a", "draft.outline"}, {"ctrl+shift+p", "parts."}, {"Escape", "draft."}} {
		w.goes("ctrl+shift+t", "draft.live")
		w.goes(out[0], out[1])
	}
	w.goes("ctrl+shift+t", "draft.live")
	w.goes("Escape", "draft.outline")
}

func (w *walker) findingKeys() {
	w.say("keys, the findings")
	w.key("ctrl+2")
	w.goes("ctrl+shift+t", "draft.live")
	w.key("ctrl+j")
	w.shows("Varför")
	first := w.look().words
	w.key("ctrl+j")
	w.until("Ctrl+J does not open the next", func() bool { return w.look().words != first })
	second := w.look().words
	w.key("ctrl+shift+j")
	w.until("Ctrl+Shift+J does not open the one before", func() bool { return w.look().words != second })
	w.check("Ctrl+Shift+J")
	w.goes("ctrl+shift+p", "parts.Press")
	w.key("Return")
	w.until("Enter on a card stays on it", func() bool {
		return strings.Contains(w.look().name, "draft.live") || strings.Contains(w.look().name, "parts.Choice")
	})
	w.check("Enter on a card")
	for range 12 { // to one with words of its own
		if strings.Contains(w.look().words, "Infoga") && strings.Contains(w.look().words, "Varför") && !strings.Contains(w.look().words, "Lägg till avsnittet") {
			break
		}
		w.key("ctrl+j")
	}
	w.changes("ctrl+Return")
	w.key("ctrl+z")
}

func (w *walker) sizeKeys() {
	w.say("keys, the size")
	scale := func() (s float32) {
		w.do(func() { s = w.win.Canvas().Scale() })
		return s
	}
	for _, k := range []struct {
		key   string
		holds func(was, is float32) bool
	}{{"ctrl+plus", func(was, is float32) bool { return is > was }}, {"ctrl+minus", func(was, is float32) bool { return is < was }},
		{"ctrl+minus", func(was, is float32) bool { return is < was }}, {"ctrl+0", func(_, is float32) bool { return is == 1 }}} {
		was := scale()
		w.key(k.key)
		w.until(k.key+" does not change the size", func() bool { return k.holds(was, scale()) })
		w.check(k.key)
	}
}

func (w *walker) otherKeys() {
	w.say("keys, the others")
	w.key("ctrl+4")
	w.shows("Nuvärde")
	w.on("costs.grid")
	grid := w.look()
	w.key("Right", "F2")
	w.until("F2 does not change the cell", func() bool { return w.look().focus != grid.focus })
	w.check("F2")
	w.goes("Escape", "costs.grid")
	w.tables()
	w.key("ctrl+3")
	w.shows("Behov mot intrång")
	w.on("parts.List")
	before := w.look().words
	w.key("ctrl+j")
	w.until("Ctrl+J does not choose the next question", func() bool { return w.look().words != before })
	w.check("Ctrl+J")
	w.key("ctrl+1")
	w.goes("ctrl+f", "parts.Entry")
	w.key("F1")
	if w.shows("Sök i hjälpen") {
		w.closed()
	}
}

// tables goes through the tables of Kostnad and their columns, and writes in one.
func (w *walker) tables() {
	w.key("F4")
	w.shows("Betalas till")
	w.check("F4")
	w.key("F4")
	for _, head := range []string{"Går att få åter", "Ur vilken budget", "Räknas in som", "À-pris"} {
		w.key("ctrl+Next")
		w.shows(head)
		w.check("Ctrl+Page Down")
	}
	rows := func() int { return len(w.state().Matter.Estimate.Lines) }
	was := rows()
	w.key("ctrl+End", "Down", "Home", "Tab")
	w.write("Prov")
	w.key("Tab")
	w.write("3")
	w.key("Return")
	if rows() != was+1 {
		w.fail("writing under the last row makes %d rows of %d", rows(), was)
	}
	w.key("ctrl+Home", "shift+Down", "shift+Right", "ctrl+c", "ctrl+End", "Down", "Home", "ctrl+v")
	if rows() != was+3 {
		w.fail("two copied rows make %d of %d", rows(), was+1)
	}
	w.key("ctrl+z", "ctrl+z", "ctrl+z")
	if w.check("Ctrl+Z"); rows() != was {
		w.fail("undone to %d rows, not %d", rows(), was)
	}
}

// waived counts what has been accepted with a reason.
func waived(m *app.Matter) (n int) {
	for _, a := range m.Answers {
		if a.Reason != "" {
			n++
		}
	}
	return n
}
