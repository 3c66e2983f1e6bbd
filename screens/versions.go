package screens

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/versions"
)

// versionsScreen is the one screen that is not in the rail: it is opened from the
// menu, and left with Esc.
const versionsScreen = "versions"

func openVersions(w *Window) (parts.Screen, func(desk.State)) {
	s := versions.New(w.o.Desk, w, versions.Options{Done: w.restored})
	return s, s.Show
}

// saveVersion keeps the open matter under a name, never thinned away.
func (w *Window) saveVersion() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	w.leaveScreen()
	parts.Ask(w.win, w.words, parts.AskOptions{Title: w.words.T("window.version_title"), Label: w.words.T("window.version_name"),
		Hint: w.words.T("window.version_hint"), Start: w.versionName(), Offers: w.versionNames(), Yes: w.words.T("window.save_version"),
		Done: func(name string) {
			if strings.TrimSpace(name) == "" {
				name = w.versionName()
			}
			if err := w.o.Desk.SaveVersion(name); err != nil {
				w.Problem(err)
			}
		}})
}

func (w *Window) versionName() string {
	return w.words.T("window.version_start", i18n.Vars{"Day": string(w.o.Desk.State().Today)})
}

// versionNames are offered beside the one that is proposed.
func (w *Window) versionNames() []string {
	return []string{w.words.T("window.version_to_body"), w.words.T("window.version_to_review"), w.words.T("window.version_reviewed")}
}

// showVersions opens the versions of the open matter.
func (w *Window) showVersions() {
	if w.front != versionsScreen {
		w.before = w.front
		w.Go(versionsScreen)
	}
}

// leaveVersions goes back to the screen the versions were opened from; to Skriv
// when the program began with them.
func (w *Window) leaveVersions() { w.Go(cmp.Or(w.before, "draft")) }

// restored tells, in a row, that something was put back, and shows it in Skriv.
func (w *Window) restored(told string, at desk.Spot) {
	w.Go("draft")
	if at.Section >= 0 {
		w.showPlace(app.Place{Section: at.Section})
	}
	w.tell(told, parts.Action{Text: w.words.T("word.undo"), Do: w.undo})
}

// tell shows a row over the work that says what was done and offers one thing, or
// nothing. It
// stays until it is closed, used, or another screen comes to front.
func (w *Window) tell(text string, a parts.Action) {
	w.untell()
	act := func(do func()) func() {
		return func() {
			w.untell()
			do()
			w.screen().Focus()
		}
	}
	all := []fyne.CanvasObject{parts.Mark(parts.MarkMet, 18, parts.OKSoft), parts.Grow(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular))}
	if a.Do != nil {
		all = append(all, parts.NewButton(parts.ButtonOptions{Text: a.Text, Icon: parts.IconUndo, Tap: act(a.Do)}))
	}
	row := parts.Row(10, append(all, parts.NewButton(parts.ButtonOptions{Text: w.words.T("word.close"), Kind: parts.Quiet, Tap: act(func() {})}))...)
	w.told = parts.Fill(parts.OKSoft, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.OK, 4, 1, 0), parts.Pad(7, 12, 8, 12, row)))
	w.notices.Add(w.told)
	w.relayout()
}

func (w *Window) untell() {
	if w.told != nil {
		w.notices.Remove(w.told)
		w.told = nil
		w.relayout()
	}
}
