package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// profileView is the dialog with the municipality, the person at the desk and
// the looks of the window.
type profileView struct {
	w      *Window
	p      app.Profile
	signs  string // those who sign, one on each line: Namn, titel
	first  *parts.Field
	dialog *parts.Dialog
}

func (w *Window) showProfile() {
	w.leaveScreen()
	v := &profileView{w: w, p: w.o.Desk.State().Profile}
	v.p.Bodies = slices.Clone(v.p.Bodies)
	if len(v.p.Bodies) == 0 {
		v.p.Bodies = []app.Body{{Level: app.Committee}}
	}
	v.signs = linesOf(v.p.Bodies[0].Signatories)
	t := w.words.T
	scroll := parts.NewScroll(parts.Pad(16, 22, 18, 20, parts.RowTop(28, parts.Grow(v.municipality()), parts.Grow(v.looks()))))
	cancel := parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { v.dialog.Close() }})
	save := parts.NewButton(parts.ButtonOptions{Text: t("profile.save"), Kind: parts.Primary, Tap: v.save})
	v.dialog = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("profile.title"), Width: 900, Height: 560, Body: scroll.Outer,
		Buttons: []fyne.CanvasObject{cancel, save}}, v.first.Entry)
}

func (v *profileView) municipality() fyne.CanvasObject {
	t := v.w.words.T
	field := func(label, hint, text string, lines int, changed func(string)) fyne.CanvasObject {
		f := parts.NewField(parts.FieldOptions{Label: label, Hint: hint, Text: text, Lines: lines, Changed: changed})
		if v.first == nil {
			v.first = f
		}
		return f.Outer
	}
	body := &v.p.Bodies[0]
	return parts.Column(13,
		field(t("profile.municipality"), "", v.p.Municipality, 1, func(s string) { v.p.Municipality = strings.TrimSpace(s) }),
		field(t("profile.department"), t("profile.department_hint"), v.p.Department, 1, func(s string) { v.p.Department = strings.TrimSpace(s) }),
		field(t("profile.body"), t("profile.body_hint"), body.Name, 1, func(s string) { body.Name = strings.TrimSpace(s) }),
		field(t("profile.signatories"), t("profile.signatories_hint"), v.signs, 2, func(s string) { v.signs = s }),
		field(t("profile.officer"), t("profile.officer_hint"), v.p.Officer.Name, 1, func(s string) { v.p.Officer.Name = strings.TrimSpace(s) }),
		field(t("profile.officer_title"), "", v.p.Officer.Title, 1, func(s string) { v.p.Officer.Title = strings.TrimSpace(s) }))
}

func (v *profileView) looks() fyne.CanvasObject {
	t := v.w.words.T
	label := func(s string, o fyne.CanvasObject) fyne.CanvasObject {
		return parts.Column(4, parts.Text(s, parts.TextSecond, parts.Ink, parts.Bold), parts.Left(o))
	}
	languages := []string{"sv", "en"}
	themes := []string{"", "light", "dark"}
	sizes := []int{90, 100, 125, 150, 200}
	var sizeOptions []parts.Option
	for _, n := range sizes {
		sizeOptions = append(sizeOptions, parts.Option{Text: v.w.words.Percent(n * 100)})
	}
	return parts.Column(16,
		label(t("profile.language"), parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("menu.swedish")}, {Text: t("menu.english")}},
			Chosen: slices.Index(languages, v.w.words.Lang()), Pick: func(i int) { v.p.Language = languages[i] }})),
		label(t("profile.look"), parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("menu.system")}, {Text: t("menu.light")}, {Text: t("menu.dark")}},
			Chosen: max(0, slices.Index(themes, v.p.Theme)), Pick: func(i int) { v.p.Theme = themes[i] }})),
		label(t("profile.size"), parts.NewChoice(parts.ChoiceOptions{Options: sizeOptions, Chosen: slices.Index(sizes, percent(v.p)), Pick: func(i int) { v.p.Scale = sizes[i] }})),
		parts.NewPara(t("profile.kept"), parts.TextSecond, parts.Muted, parts.Regular))
}

// save keeps the profile and puts on what it says.
func (v *profileView) save() {
	v.p.Bodies[0].Signatories = peopleOf(v.signs, v.p.Bodies[0].Signatories)
	if v.p.Bodies[0].Name == "" {
		v.p.Bodies = slices.Delete(v.p.Bodies, 0, 1)
	}
	before := v.w.o.Desk.State().Profile
	v.dialog.Close()
	if err := v.w.o.Desk.SetProfile(v.p); err != nil {
		v.w.Problem(err)
		return
	}
	if before.Theme != v.p.Theme || percent(before) != percent(v.p) {
		v.w.dress()
		v.w.keepFrame(percent(before), percent(v.p))
		v.w.win.SetMainMenu(v.w.menu())
	}
	if v.p.Language != "" {
		v.w.speak(v.p.Language)
	}
}

// linesOf writes people one on each line: Namn, titel.
func linesOf(people []app.Person) string {
	var lines []string
	for _, p := range people {
		line := p.Name
		if p.Title != "" {
			line += ", " + p.Title
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// peopleOf reads what linesOf writes; a person who was there before keeps what
// this version does not know about them.
func peopleOf(s string, before []app.Person) []app.Person {
	var out []app.Person
	for _, line := range split(s, "\n") {
		name, title, _ := strings.Cut(line, ",")
		p := app.Person{Name: strings.TrimSpace(name)}
		if i := slices.IndexFunc(before, func(o app.Person) bool { return o.Name == p.Name }); i >= 0 {
			p = before[i]
		}
		p.Title = strings.TrimSpace(title)
		out = append(out, p)
	}
	return out
}
