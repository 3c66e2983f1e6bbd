package main

import (
	"os"
	"path/filepath"
	"strings"
)

// job does a day's work without a mouse: a matter is opened, every claim decided,
// a finding accepted with a reason, a version saved, and the paper saved.
func (w *walker) job() {
	w.say("a job")
	w.key("ctrl+1")
	w.on("parts.List")
	w.key("Home", "Return")
	w.shows("Påpekanden")
	w.goes("ctrl+shift+t", "draft.live")
	w.key("ctrl+Home")
	w.decide()
	w.accept()
	w.keep()
	w.print()
}

// decide goes up from the text to the claims and chooses for each.
func (w *walker) decide() {
	claims := len(w.state().Matter.Claims)
	for found, n := 0, 0; found < claims; n++ {
		if n > 40 {
			w.fail("Shift+Tab from the text comes to %d of %d claims", found, claims)
			return
		}
		w.key("shift+Tab")
		if !strings.Contains(w.look().name, "Bifall Delvis") {
			continue
		}
		found++
		w.check("Shift+Tab to a claim")
		w.key("End", "space")
		w.check("deciding")
	}
	if n := w.state().Matter.Undecided(); n != 0 {
		w.fail("%d claims are undecided", n)
	}
	for _, c := range w.state().Matter.Claims {
		if c.Decision != "reject" {
			w.fail("a claim is decided %q", c.Decision)
		}
	}
}

func (w *walker) accept() {
	before := waived(w.state().Matter)
	w.goes("ctrl+shift+t", "draft.live")
	w.key("ctrl+j")
	w.shows("Varför")
	w.key("ctrl+g")
	if !w.until("Ctrl+G does not ask for a reason", func() bool { return w.look().overlay }) {
		return
	}
	w.check("Ctrl+G")
	w.write("Det framgår av beslutet som den andra nämnden fattade i februari.")
	w.on("Godkänn")
	w.key("Return")
	w.until("the finding is not accepted", func() bool { return waived(w.state().Matter) == before+1 })
	w.check("accepting")
}

func (w *walker) keep() {
	w.key("ctrl+s")
	if !w.until("Ctrl+S does not ask for a name", func() bool { return w.look().overlay }) {
		return
	}
	w.check("Ctrl+S")
	w.key("ctrl+a")
	w.write("Till presidiet")
	w.key("Return")
	w.until("the dialog stays", func() bool { return !w.look().overlay })
	w.check("saving a version")
	w.key("ctrl+shift+s")
	w.shows("Till presidiet")
	w.check("Ctrl+Shift+S")
	w.key("Escape")
	w.shows("Påpekanden")
	w.check("Esc from the versions")
}

func (w *walker) print() {
	w.key("ctrl+e")
	if !w.until("Ctrl+E does not ask for a file", func() bool { return w.look().overlay }) {
		return
	}
	w.check("Ctrl+E")
	w.key("Return")
	w.until("no PDF is saved", func() bool {
		found, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "*.pdf"))
		deeper, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "*", "*.pdf"))
		return len(found)+len(deeper) > 0
	})
	w.check("saving the paper")
	before := w.look().words
	w.key("ctrl+p")
	w.until("Ctrl+P does nothing", func() bool { return w.look().words != before })
	w.check("Ctrl+P")
}
