package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// face is what the window shows.
type face int

const (
	atWork     face = iota // a register is open
	firstStart             // nobody has been here before
	shut                   // the register cannot be opened
	locked                 // it is encrypted, and the passphrase is asked for
)

const welcomeWidth = 640

// welcome is the first start, or a register that is shut: three things to begin
// with, the look of the window, and where everything is kept. There is no rail.
type welcome struct {
	outer fyne.CanvasObject
	first fyne.Focusable
	w     *Window
}

var _ parts.Screen = (*welcome)(nil)

func newWelcome(w *Window) *welcome {
	v := &welcome{w: w}
	rows := []fyne.CanvasObject{v.title(), parts.Pad(8, 0, 0, 0, v.choices()), parts.Pad(8, 0, 8, 0, parts.HLine(parts.Line)), v.looks(), parts.Pad(6, 0, 0, 0, v.kept())}
	switch w.face {
	case locked:
		f := newUnlockForm(w, w.o.Folder, w.unlocked)
		v.first, f.moved = f.field.Entry, w.relayout
		rows = []fyne.CanvasObject{v.title(), parts.Box(parts.Panel, parts.Line, 4, parts.Pad(14, 16, 16, 16, parts.Column(12, f.outer, parts.Row(8, parts.Grow(), f.button)))), v.kept(), v.looks()}
	case shut:
		rows = []fyne.CanvasObject{v.title(), v.kept(), v.looks()}
	}
	v.outer = parts.NewScroll(parts.Pad(16, 16, 16, 16, parts.Align(0.5, 0.5, parts.Fixed(welcomeWidth, 0, parts.Column(9, rows...))))).Outer
	return v
}

// Content is what the window shows.
func (v *welcome) Content() fyne.CanvasObject { return v.outer }

// Focus puts the keyboard on the first thing to do.
func (v *welcome) Focus() {
	if v.first != nil {
		v.w.win.Canvas().Focus(v.first)
	}
}

func (v *welcome) title() fyne.CanvasObject {
	t := v.w.words.T
	title, text := t("welcome.title"), t("welcome.text")
	switch v.w.face {
	case shut:
		title, text = t("welcome.shut"), t("welcome.shut_text")
	case locked:
		title, text = t("welcome.locked"), t("welcome.locked_text")
	}
	return parts.Row(14, parts.Fixed(44, 0, parts.Centre(parts.Icon(parts.IconLogo, 36, parts.Accent, parts.Fog))),
		parts.Grow(parts.Column(1, parts.NewLabel(title, parts.TextBig, parts.Ink, parts.Bold), parts.NewPara(text, parts.TextControl, parts.Muted, parts.Regular))))
}

func (v *welcome) choices() fyne.CanvasObject {
	t := v.w.words.T
	return parts.Column(9,
		v.choice(parts.IconMatters, t("welcome.example"), t("welcome.example_text"), "Alt+1", v.w.example),
		v.choice(parts.IconPaper, t("welcome.motion"), t("welcome.motion_text"), "Alt+2", v.w.beginWithMotion),
		v.choice(parts.IconSettings, t("welcome.profile"), t("welcome.profile_text"), "Alt+3", v.w.fetchProfile))
}

func (v *welcome) choice(icon, title, text, key string, do func()) fyne.CanvasObject {
	p := parts.NewPress(parts.PressOptions{Tap: func() { v.w.whole(do) }, Draw: func(touch parts.Touch) fyne.CanvasObject {
		return parts.Fixed(0, 67, parts.Box(touch.Ground(parts.Page), parts.Line, 4, parts.Pad(0, 15, 0, 15, parts.Middle(parts.Row(16,
			parts.Icon(icon, 24, parts.Accent, parts.Page),
			parts.Grow(parts.Column(1, parts.NewLabel(title, parts.TextPage, parts.Ink, parts.Bold), parts.NewLabel(text, parts.TextSecond, parts.Muted, parts.Regular))),
			parts.Hint(key), parts.Icon(parts.IconRight, 18, parts.Ink, parts.Page))))))
	}})
	if v.first == nil {
		v.first = p
	}
	return p
}

func (v *welcome) looks() fyne.CanvasObject {
	return parts.Flow(24, v.w.languageChoice(v.w.words.T("welcome.language")), v.w.lookChoice(), v.w.sizeChoice([]int{100, 125, 150}))
}

func (v *welcome) kept() fyne.CanvasObject {
	t := v.w.words.T
	text := t("welcome.kept", i18n.Vars{"Folder": shortFolder(v.w.o.Folder, 60)})
	if v.w.face != firstStart {
		text = shortFolder(v.w.o.Folder, 80)
	}
	row := []fyne.CanvasObject{parts.Icon(parts.IconBook, 18, parts.Ink, parts.Panel), parts.Grow(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular))}
	if v.w.o.Open != nil {
		change := parts.NewLink(t("window.folder_change"), v.w.changeFolder)
		row = append(row, change)
		if v.w.face == shut {
			v.first = change
		}
	}
	return parts.Box(parts.Panel, parts.Line, 4, parts.Pad(8, 12, 9, 12, parts.Row(10, row...)))
}

// bringFace lays the first start in the window.
func (w *Window) bringFace() {
	w.faceScreen = newWelcome(w)
	w.work.Objects = []fyne.CanvasObject{w.faceScreen.Content()}
	w.relayout()
	for key, do := range map[fyne.KeyName]func(){fyne.Key1: w.example, fyne.Key2: w.beginWithMotion, fyne.Key3: w.fetchProfile} {
		w.win.Canvas().AddShortcut(keys(alt, key), func(fyne.Shortcut) {
			if w.face == firstStart && w.win.Canvas().Overlays().Top() == nil {
				w.whole(do)
			}
		})
	}
}

// beginWithMotion opens the person's own register and asks for a motion.
func (w *Window) beginWithMotion() { w.withRegister(w.openMotion) }

// fetchProfile asks for the municipality's profile as a file, and shows what it
// says, for the person to add their name.
func (w *Window) fetchProfile() {
	w.chooseProfile(func(p app.Profile) {
		w.withRegister(func() { w.editProfile(p) })
	})
}
