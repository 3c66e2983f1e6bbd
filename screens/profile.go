package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// profileView is the dialog Profil och inställningar: sections at the left, one
// of them beside. Language, look and size act at once; the rest is kept by Spara
// profil.
type profileView struct {
	w       *Window
	m       *profileModel
	section int
	nav     *parts.Nav
	scroll  *parts.Scroll
	fields  map[string]*parts.Field // of the section shown
	picks   []*parts.Dropdown       // of the limit that is shown: law, subject, period
	shown   *pictured               // how a paper looks in it; nil before it has been looked at
	dialog  *parts.Dialog
}

// Sections of the dialog, in order.
const (
	sectionMunicipality = iota
	sectionOfficer
	sectionFoot
	sectionLook
	sectionEconomy
	sectionPersonal
	sectionWriting
	sectionLooks
	sectionRules
	sectionRegister
)

func (w *Window) showProfile() { w.editProfile(w.o.Desk.State().Profile) }

// editProfile shows a profile to change: the register's own, or one that was
// fetched and is not kept yet.
func (w *Window) editProfile(p app.Profile) {
	w.leaveScreen()
	w.showModel(w.profileModel(p), sectionMunicipality)
}

// profileModel is a profile to change, in the window's way of writing numbers.
func (w *Window) profileModel(p app.Profile) *profileModel {
	m := newProfileModel(w.o.Desk.State().Profile, p)
	m.economy = newEconomyModel(m.p.Economy, w.words.Lang() == "en")
	return m
}

// showRules opens the dialog at the municipality's own rules.
func (w *Window) showRules() {
	w.leaveScreen()
	w.showModel(w.profileModel(w.o.Desk.State().Profile), sectionRules)
}

func (w *Window) showModel(m *profileModel, section int) {
	v := &profileView{w: w, m: m}
	w.profile = v
	t := w.words.T
	var names []parts.NavRow
	for _, word := range v.sections() {
		names = append(names, parts.NavRow{Text: word})
	}
	v.nav = parts.NewNav(parts.NavOptions{Rows: names, At: section, Pick: v.show})
	v.scroll = parts.NewScroll(parts.Column(0))
	cancel := parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { v.dialog.Dismiss() }})
	save := parts.NewButton(parts.ButtonOptions{Text: t("profile.save"), Kind: parts.Primary, Tap: v.save})
	fetch := parts.NewButton(parts.ButtonOptions{Text: t("profile.import"), Kind: parts.Quiet, Tap: v.fetch})
	give := parts.NewButton(parts.ButtonOptions{Text: t("profile.export"), Kind: parts.Quiet, Tap: v.give})
	body := parts.Columns(0, []float32{200, 0}, parts.Fill(parts.Fog, parts.Pad(10, 0, 10, 0, v.nav.Outer)), v.scroll.Outer)
	v.show(section)
	v.dialog = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("profile.title"), Width: 900, Height: 560, Body: body, Help: w.helpAt("screen-settings"),
		Left: []fyne.CanvasObject{fetch, give}, Buttons: []fyne.CanvasObject{cancel, save}, Leave: v.mayLeave}, v.begin())
}

// begin is where the keyboard goes when the dialog opens.
func (v *profileView) begin() fyne.Focusable {
	if f, ok := v.fields[fieldMunicipality]; ok {
		return f.Entry
	}
	return v.nav.Row(v.section)
}

func (v *profileView) sections() []string {
	t := v.w.words.T
	return []string{t("profile.municipality_section"), t("profile.officer_section"), t("profile.foot_section"), t("look.section"), t("economy.section"), t("profile.personal_section"), t("profile.writing_section"), t("profile.looks_section"), t("own_rules.section"), t("profile.register_section")}
}

// show draws a section anew.
func (v *profileView) show(section int) {
	v.section, v.fields = section, map[string]*parts.Field{}
	v.nav.Choose(section)
	draw := []func() fyne.CanvasObject{v.municipality, v.officer, v.foot, v.paperLook, v.economy, v.personal, v.writing, v.looks, v.rules, v.register}[section]
	v.scroll.Set(parts.Pad(16, 22, 18, 22, draw()))
	v.tell(v.m.faults())
}

// tell puts each fault in its place.
func (v *profileView) tell(faults map[string]string) {
	looks, _ := v.m.look.faults(v.w.words)
	for name, f := range v.fields {
		sentence := looks[name]
		if key, ok := faults[name]; ok {
			sentence = v.w.words.T(key)
		}
		f.Fault(sentence)
	}
	v.scroll.Refit()
}

// save keeps the profile, unless something in it has to be mended first: then it
// is shown.
func (v *profileView) save() {
	if v.mendFirst() {
		return
	}
	if err := v.w.o.Desk.SetProfile(v.m.profile()); err != nil {
		v.dialog.Close()
		v.w.Problem(err)
		return
	}
	v.dialog.Close()
	v.w.build()
	v.w.hold()
}

// mendFirst shows what has to be mended before the profile can be kept or given away.
func (v *profileView) mendFirst() bool {
	faults := v.m.faultsAnywhere()
	for _, name := range []string{fieldReference, fieldBody, fieldBodyReference} {
		if faults[name] != "" {
			v.show(sectionMunicipality)
			v.w.win.Canvas().Focus(v.fields[name].Entry)
			return true
		}
	}
	looks, wrong := v.m.look.faults(v.w.words)
	for _, name := range []string{fieldColour, fieldLineStep} {
		if looks[name] != "" {
			v.show(sectionLook)
			v.w.win.Canvas().Focus(v.fields[name].Entry)
			return true
		}
	}
	if wrong != "" {
		v.m.look.word = wrong
		v.show(sectionLook)
		v.w.win.Canvas().Focus(v.fields[fieldOwnWord].Entry)
		return true
	}
	if name := v.m.economy.firstFault(); name != "" {
		v.show(sectionEconomy)
		v.w.win.Canvas().Focus(v.fields[name].Entry)
		return true
	}
	return false
}

// mayLeave asks before changes are thrown away; false keeps the dialog.
func (v *profileView) mayLeave() bool {
	if !v.m.changed() {
		return true
	}
	t := v.w.words.T
	var d *parts.Dialog
	stay := parts.NewButton(parts.ButtonOptions{Text: t("profile.go_on"), Kind: parts.Primary, Tap: func() { d.Close() }})
	drop := parts.NewButton(parts.ButtonOptions{Text: t("profile.throw"), Tap: func() { d.Close(); v.dialog.Close() }})
	d = parts.ShowDialog(v.w.win, v.w.words, parts.DialogOptions{Title: t("profile.unsaved"), Width: 480,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(0, parts.NewPara(t("profile.unsaved_text"), parts.TextControl, parts.Ink, parts.Regular))),
		Buttons: []fyne.CanvasObject{drop, stay}}, stay)
	return false
}
