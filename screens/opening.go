package screens

import (
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// A register opens in less time than a window takes to come up. After an end in
// mid-work, or a repair, it does not: then the window says what is being done, and how
// far it has come, until there is something to show.
const (
	openingPatience = 1500 * time.Millisecond
	openingEvery    = 300 // milliseconds between two looks at how far it has come
)

// start begins with what o.Begin finds, and calls filled when it has been laid in the
// window.
func (w *Window) start(filled func()) {
	began := make(chan Beginning, 1)
	w.threads.away(func() { began <- w.o.Begin() })
	select {
	case b := <-began:
		w.begin(b)
		filled()
		return
	case <-time.After(openingPatience):
	}
	over := false // on the window's thread
	w.win.SetCloseIntercept(w.app.Quit)
	w.showOpening(func() bool { return over })
	w.threads.away(func() {
		b := <-began
		w.threads.back(func() {
			over = true
			w.win.SetCloseIntercept(w.leave)
			w.begin(b)
			filled()
		})
	})
}

// showOpening shows how far the opening has come, again and again until it is over.
func (w *Window) showOpening(over func() bool) {
	if over() {
		return
	}
	lang := ""
	if w.o.Settings != nil {
		lang = w.o.Settings.Get().Language
	}
	words, err := i18n.New(lang)
	if err != nil {
		w.log(err)
		return
	}
	var step app.Step
	done, all := 0, 0
	if w.o.Step != nil {
		step, done, all = w.o.Step()
	}
	w.win.SetContent(openingPage(words, step, done, all))
	w.After("opening", openingEvery, func() { w.showOpening(over) })
}

// openingPage is a calm page in the middle of the window.
func openingPage(words i18n.Words, step app.Step, done, all int) fyne.CanvasObject {
	t := words.T
	what, far := t("opening.register"), t("opening.wait")
	if key := "opening." + string(step); step != "" && words.Has(key) {
		what = t(key)
	}
	switch {
	case all > 0:
		far = t("opening.far", i18n.Vars{"Done": words.Int(int64(done)), "All": words.Int(int64(all))})
	case done > 0:
		far = t("opening.so_far", i18n.Vars{"Done": words.Int(int64(done))})
	}
	text := parts.Column(6, parts.NewPara(what, parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(far, parts.TextControl, parts.Muted, parts.Regular))
	return parts.Fill(parts.Fog, parts.Align(0.5, 0.5, parts.Fixed(welcomeWidth, 0,
		parts.RowTop(14, parts.Fixed(44, 0, parts.Centre(parts.Icon(parts.IconLogo, 36, parts.Accent, parts.Fog))), parts.Grow(text)))))
}
