package screens

import (
	"embed"
	"fmt"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// Fyne's own words, for its file dialog and entry menus. Fyne follows the
// system's language and cannot be told another, so the words of the chosen
// language are given it under the system's name as well.
//
//go:embed fyne.sv.json fyne.en.json
var fyneWords embed.FS

func (w *Window) speakFyne() {
	data, err := fyneWords.ReadFile("fyne." + w.words.Lang() + ".json")
	if err != nil {
		w.log(fmt.Errorf("read Fyne's words: %w", err))
		return
	}
	for _, l := range []fyne.Locale{lang.SystemLocale(), fyne.Locale(w.words.Lang())} {
		if err := lang.AddTranslationsForLocale(data, l); err != nil {
			w.log(fmt.Errorf("give Fyne its words: %w", err))
		}
	}
}

// speak changes the language of the window. What is being typed is finished
// first; the open matter lies in the desk and stays.
func (w *Window) speak(language string) {
	if language == w.words.Lang() {
		return
	}
	words, err := i18n.New(language)
	if err != nil {
		w.Problem(err)
		return
	}
	checker, err := w.o.Checker(language)
	if err != nil {
		w.Problem(err)
		return
	}
	w.leaveScreen()
	w.words = words
	w.speakFyne()
	w.o.Desk.Use(checker)
	w.remember(func(s *settings.Settings) { s.Language = language })
	w.build()
	w.screen().Focus()
}

// dress puts on the theme and size the person has chosen.
func (w *Window) dress() {
	p := w.known()
	setScale(w.scale * float32(percent(p)) / 100)
	w.dressing = true
	w.app.Settings().SetTheme(parts.Theme{Look: parts.LookOf(p.Look), Heard: w.heard})
	w.dressing = false
}

// worn is called when the theme has been changed, by us or by the system. When
// it was not us, the system has spoken.
func (w *Window) worn() {
	if !w.dressing && !w.heard {
		w.heard = true
		w.dress() // comes back here
		return
	}
	if w.dark != parts.Dark() && !w.closed && w.o.Desk != nil {
		w.build()
		w.screen().Focus()
	}
}

// look changes the theme: light, dark or empty for the system's.
func (w *Window) look(theme string) {
	w.remember(func(s *settings.Settings) { s.Look = theme })
	w.dress()
	w.win.SetMainMenu(w.menu())
}

// Size of everything, in per cent.
const (
	leastPercent = 90
	mostPercent  = 200
	stepPercent  = 10
)

func percent(p settings.Settings) int {
	if p.Scale == 0 {
		return 100
	}
	return min(mostPercent, max(leastPercent, p.Scale))
}

// resize makes everything larger or smaller by so many per cent; 0 is back to 100.
func (w *Window) resize(by int) {
	n := 100
	if by != 0 {
		n = percent(w.known()) + by
	}
	w.scaleTo(n)
}

// scaleTo makes everything so many per cent large.
func (w *Window) scaleTo(n int) {
	n = min(mostPercent, max(leastPercent, n))
	before := percent(w.known())
	w.remember(func(s *settings.Settings) { s.Scale = n })
	w.dress()
	w.keepFrame(before, n)
}

// keepFrame keeps the window as large on the screen as it was: Fyne would make
// it grow with what is in it, out of a small screen.
func (w *Window) keepFrame(before, after int) {
	if before != after {
		s := w.win.Canvas().Size()
		f := float32(before) / float32(after)
		w.win.Resize(fyne.NewSize(max(leastSize.Width, s.Width*f), max(leastSize.Height, s.Height*f)))
	}
}

// Fyne takes a person's scale from FYNE_SCALE alone, and reads it again each
// time the theme is set.
const scaleVariable = "FYNE_SCALE"

// startScale is the scale somebody gave the program from outside.
func startScale() float32 {
	f, err := strconv.ParseFloat(os.Getenv(scaleVariable), 32)
	if err != nil || f <= 0 {
		return 1
	}
	return float32(f)
}

func setScale(f float32) {
	// Setenv fails only for an impossible name.
	_ = os.Setenv(scaleVariable, strconv.FormatFloat(float64(f), 'f', 2, 32))
}
