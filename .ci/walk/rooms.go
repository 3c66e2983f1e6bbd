package main

import (
	"fyne.io/fyne/v2"
)

func (w *walker) all() {
	w.firstStart()
	w.matters()
	w.dialogs()
	w.arrivals()
	w.draft()
	w.others()
	w.files()
	w.webcopy()
	w.keys()
	w.job()
	w.register()
}

// regions gives the order of the window's parts: rail, header, left, work, right.
func regions(left, right float32) func(look) int {
	const rail, head, notice = 84, 29 + 51, 40 // the row that says it is an example
	return func(l look) int {
		switch x, y := l.at.x+l.at.w/2, l.at.y+l.at.h/2; {
		case x < rail:
			return 0
		case y < head+notice:
			return 1
		case x < rail+left:
			return 2
		case right > 0 && x > l.size.Width-right && y > 165:
			return 4
		}
		return 3
	}
}

func (w *walker) firstStart() {
	w.say("first start")
	w.shows("Välkommen till Yttra")
	w.round(nil)
	w.still()
	w.key("alt+2")
	w.say("motion dialog")
	if w.shows("Handlingens text") {
		w.round(nil)
	}
	w.key("Escape")
	w.say("Ärenden, an empty register")
	w.shows("Här finns inga ärenden än")
	w.check("Esc")
	w.round(regions(0, 0))
	w.still()
	w.on("Se exempel")
	w.key("Return")
}

func (w *walker) matters() {
	w.say("Ärenden")
	w.shows("Exempelkommun")
	w.check("opening the example")
	w.shows("Yrkanden")
	w.round(regions(0, 322))
	w.still()
	w.say("Ärenden, an empty search")
	w.key("ctrl+f")
	w.write("zzqq")
	w.shows("Inget ärende innehåller")
	w.check("searching")
	w.round(regions(0, 322))
	w.key("ctrl+f")
	w.key("Escape")
	w.hides("Inget ärende innehåller")
	w.check("Esc from the search")
	w.say("Ärenden, the filters")
	w.on("Filter")
	w.key("Return")
	w.shows("Alla lägen")
	w.check("Return")
	w.round(regions(0, 322))
	w.still()
	w.on("”Filter”")
	w.key("Return")
	w.hides("Alla lägen")
	w.say("Ärenden, the bin")
	w.on("parts.List")
	w.key("Delete")
	w.shows("ligger i papperskorgen")
	w.check("Delete")
	w.on("Papperskorg")
	w.key("End", "space")
	w.shows("Ta tillbaka")
	w.check("showing the bin")
	w.round(regions(0, 322))
	w.on("Ta tillbaka")
	w.key("Return")
	w.check("taking back")
	w.on("Papperskorg")
	w.key("Home", "space")
	w.check("showing all")
}

func (w *walker) dialogs() {
	for _, d := range []struct{ place, key, shows string }{
		{"matter form", "ctrl+n", "Skapa"},
		{"motion dialog over Ärenden", "ctrl+o", "Handlingens text"},
		{"Händelser", "ctrl+shift+g", "Kedjan är hel"},
		{"Hjälp", "F1", "Sök i hjälpen"},
	} {
		w.say(d.place)
		before := w.look()
		w.key(d.key)
		if !w.until("no dialog opens", func() bool { return w.look().overlay }) {
			continue
		}
		w.shows(d.shows)
		w.round(nil)
		w.still()
		w.closed()
		if l := w.check("Esc"); l.focus != before.focus {
			w.fail("Esc gives the focus to %s, and not back to %s", l.name, before.name)
		}
	}
	w.profile()
}

func (w *walker) profile() {
	w.say("Profil")
	w.key("ctrl+comma")
	if !w.until("no dialog opens", func() bool { return w.look().overlay }) {
		return
	}
	w.round(nil)
	for _, section := range []string{"Handläggare", "Sidfot på papper", "Papperets utseende", "Personuppgifter", "Stavning och råd", "Utseende och språk", "Egna regler", "Register och säkerhet"} {
		w.say("Profil, " + section)
		w.on(section)
		w.key("Return")
		w.check("Return")
		w.forth()
	}
	w.closed()
}

// closed presses Esc and holds that the dialog goes.
func (w *walker) closed() {
	w.key("Escape")
	w.until("Esc does not close it", func() bool { return !w.look().overlay })
}

func (w *walker) draft() {
	w.say("Skriv")
	w.key("ctrl+1")
	w.on("parts.List")
	w.key("Home", "Return")
	w.shows("Påpekanden")
	w.check("opening")
	w.round(regions(208, 322))
	w.still()
	w.facts()
	w.original()
	w.say("Skriv, narrow")
	w.do(func() { w.win.Resize(fyne.NewSize(1000, 700)) })
	w.rest()
	w.key("ctrl+shift+t")
	w.round(regions(0, 0))
	w.still()
	w.say("the original, narrow")
	w.key("ctrl+shift+o")
	if w.until("no dialog opens", func() bool { return w.look().overlay }) {
		w.shows("Originalets text")
		w.round(nil)
		w.still()
		w.closed()
	}
	w.do(func() { w.win.Resize(fyne.NewSize(1280, 771)) })
	w.rest()
}

// original shows the paper that came in beside the text, goes through it, quotes from it
// and takes it away.
func (w *walker) original() {
	w.say("the original")
	w.key("ctrl+shift+o")
	w.shows("Originalets text")
	w.check("ctrl+shift+o")
	w.round(regions(208, 430))
	w.still()
	w.on("parts.Entry")
	w.write("att")
	w.shows("1 av")
	before := w.text()
	w.on("Citera")
	w.key("Return")
	w.until("Citera does not change the text", func() bool { return w.text() != before })
	w.check("Citera")
	w.key("ctrl+z")
	w.until("Ctrl+Z does not take the quotation back", func() bool { return w.text() == before })
	w.key("ctrl+shift+o")
	w.hides("Originalets text")
	w.shows("Påpekanden")
	w.check("ctrl+shift+o")
}

// facts goes through what a document says around its text, and the referrals, over
// the open matter.
func (w *walker) facts() {
	for _, d := range []struct {
		place, key, shows string
		sections          []string
	}{
		{"Handlingens uppgifter", "ctrl+h", "Diarienummer", []string{"Personer", "Bilagor"}},
		{"Remisser", "ctrl+m", "Lägg till en remiss", nil},
	} {
		w.say(d.place)
		before := w.look()
		w.key(d.key)
		if !w.until("no dialog opens", func() bool { return w.look().overlay }) {
			continue
		}
		w.shows(d.shows)
		w.round(nil)
		for _, section := range d.sections {
			w.say(d.place + ", " + section)
			w.on(section)
			w.key("Return")
			w.check("Return")
			w.forth()
		}
		w.closed()
		if l := w.check("Esc"); l.focus != before.focus {
			w.fail("Esc gives the focus to %s, and not back to %s", l.name, before.name)
		}
	}
}

// screening confirms by keyboard what the open matter is about: until then the
// questions about it stand over the others.
func (w *walker) screening() {
	w.say("Pröva, the screening")
	w.key("ctrl+3")
	w.shows("Vad gäller ärendet?")
	w.check("ctrl+3")
	w.round(regions(0, 380))
	w.still()
	w.on("Bekräfta svaren")
	w.key("Return")
	w.shows("Behov mot intrång")
	w.check("Return")
}

func (w *walker) others() {
	w.screening()
	for _, d := range []struct {
		place, key, shows string
		left, right       float32
	}{
		{"Pröva", "ctrl+3", "Behov mot intrång", 0, 380},
		{"Kostnad", "ctrl+4", "Nuvärde", 0, 322},
		{"Papper", "ctrl+5", "PDF/UA", 150, 322},
		{"Versioner", "ctrl+shift+s", "Jämför med", 250, 322},
	} {
		w.say(d.place)
		w.key(d.key)
		w.shows(d.shows)
		w.check(d.key)
		w.round(regions(d.left, d.right))
		w.still()
	}
}

func (w *walker) files() {
	w.say("file dialog")
	w.key("ctrl+5")
	w.shows("Hel sida")
	w.key("ctrl+e")
	if w.until("no dialog opens", func() bool { return w.look().overlay }) {
		w.check("Ctrl+E")
		w.round(nil)
		w.still()
		w.closed()
		w.check("Esc")
	}
}

// webcopy shows the copy for the web, goes through what is taken out of it, and
// shows the full paper again.
func (w *walker) webcopy() {
	w.say("copy for the web")
	w.key("ctrl+5")
	w.shows("Hel sida")
	w.on("Webbexemplar")
	w.key("Right", "space")
	w.shows("Vad tas bort")
	w.check("choosing the copy")
	w.on("Vad tas bort")
	w.key("Return")
	if w.until("no dialog opens", func() bool { return w.look().overlay }) {
		w.shows("Ta också bort")
		w.check("Return")
		w.round(nil)
		w.still()
		w.closed()
		w.check("Esc")
	}
	w.on("Webbexemplar")
	w.key("Left", "space")
	w.hides("Vad tas bort")
	w.check("choosing the full paper")
}
