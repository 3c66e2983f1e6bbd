package screens

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

func (v *profileView) field(name string, o parts.FieldOptions) fyne.CanvasObject {
	o.Submit = func(string) { v.save() }
	f := parts.NewField(o)
	v.fields[name] = f
	return f.Outer
}

func labelled(label string, o fyne.CanvasObject, hint ...string) fyne.CanvasObject {
	rows := []fyne.CanvasObject{parts.Text(label, parts.TextSecond, parts.Ink, parts.Bold), parts.Left(o)}
	for _, h := range hint {
		rows = append(rows, parts.NewPara(h, parts.TextHint, parts.Muted, parts.Regular))
	}
	return parts.Column(3, rows...)
}

// signsWidth leaves the names of committees the room they need.
const signsWidth = 270

// municipality is what every paper has in common.
func (v *profileView) municipality() fyne.CanvasObject {
	t, p := v.w.words.T, &v.m.p
	left := parts.Column(12,
		v.field(fieldMunicipality, parts.FieldOptions{Label: t("profile.municipality"), Text: p.Municipality, Changed: func(s string) { p.Municipality = s }}),
		v.field("department", parts.FieldOptions{Label: t("profile.department"), Hint: t("profile.department_hint"), Text: p.Department, Changed: func(s string) { p.Department = s }}),
		v.body(),
		v.reference())
	right := parts.Column(12, v.logo(), v.signatories(),
		parts.Left(parts.NewButton(parts.ButtonOptions{Text: t("look.examples"), Kind: parts.Quiet, Tap: v.chooseExample})))
	return parts.RowTop(24, parts.Grow(left), parts.Fixed(signsWidth, 0, right))
}

// body is the committee or board that is shown: which, its name, what kind.
func (v *profileView) body() fyne.CanvasObject {
	t, m := v.w.words.T, v.m
	names := m.bodies(t("profile.body_new"))
	which := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: m.body, Width: 120, Pick: func(i int) { m.body = i; v.again("which") }})
	add := parts.NewButton(parts.ButtonOptions{Icon: parts.IconPlus, Tap: func() { m.addBody(); v.again(fieldBody) }})
	remove := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { m.removeBody(); v.again(fieldBody) }, Disabled: len(names) < 2 && m.p.Bodies[0].Name == ""})
	body := &m.p.Bodies[m.body]
	name := v.field(fieldBody, parts.FieldOptions{Text: body.Name, Ghost: t("profile.body_ghost"), Changed: func(s string) {
		body.Name = s
		which.Set(m.bodies(t("profile.body_new")), m.body)
		v.tell(m.faults())
	}})
	level := parts.NewDropdown(parts.DropdownOptions{Options: v.levels(), Chosen: max(0, slices.Index(app.Levels, body.Level)), Width: 144, Pick: func(i int) { body.Level = app.Levels[i] }})
	return parts.Column(4, parts.Text(t("profile.body"), parts.TextSecond, parts.Ink, parts.Bold), parts.Row(8, parts.Grow(which), add, remove), parts.RowTop(8, parts.Grow(name), level),
		parts.NewPara(t("profile.body_hint"), parts.TextHint, parts.Muted, parts.Regular),
		v.referenceField(fieldBodyReference, t("profile.body_reference"), t("profile.body_reference_hint"), &body.Reference))
}

func (v *profileView) levels() []string {
	var out []string
	for _, l := range app.Levels {
		out = append(out, v.w.words.T("level."+string(l)))
	}
	return out
}

// again draws the section anew, with the keyboard in a field of it.
func (v *profileView) again(field string) {
	offset := v.scroll.Inner.Offset
	v.show(v.section)
	v.scroll.Inner.ScrollToOffset(offset)
	if f, ok := v.fields[field]; ok {
		v.w.win.Canvas().Focus(f.Entry)
		return
	}
	v.w.win.Canvas().Focus(v.fields[fieldBody].Entry)
}

// reference is how the municipality writes its case references, with an example.
func (v *profileView) reference() fyne.CanvasObject {
	t := v.w.words.T
	return v.referenceField(fieldReference, t("profile.reference"), t("profile.reference_hint"), &v.m.p.Reference)
}

func (v *profileView) referenceField(name, label, hint string, form *string) fyne.CanvasObject {
	example := parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular)
	say := func() {
		s, _ := referenceExample(*form, v.w.o.Desk.State().Today)
		if s != "" {
			s = v.w.words.T("profile.reference_example", i18n.Vars{"Example": s})
		} else if *form == "" {
			s = hint
		}
		example.Set(s, parts.Muted)
	}
	say()
	f := v.field(name, parts.FieldOptions{Label: label, Text: *form, Ghost: "UN {år}/{löpnr:5}", Changed: func(s string) {
		*form = s
		say()
		v.tell(v.m.faults())
	}})
	return parts.Column(3, f, example)
}

// logo is the coat of arms or logotype, as it stands on paper.
func (v *profileView) logo() fyne.CanvasObject {
	t, p := v.w.words.T, &v.m.p
	var preview fyne.CanvasObject = parts.Centre(parts.Icon(parts.IconPaper, 24, parts.Muted, parts.Page))
	if len(p.Logo) > 0 {
		picture := canvas.NewImageFromReader(bytesReader(p.Logo), "logo")
		picture.FillMode = canvas.ImageFillContain
		preview = parts.Pad(5, 5, 5, 5, picture)
	}
	choose := parts.NewButton(parts.ButtonOptions{Text: t("profile.logo_choose"), Tap: v.chooseLogo})
	buttons := []fyne.CanvasObject{choose}
	if len(p.Logo) > 0 {
		buttons = append(buttons, parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { p.Logo = nil; v.m.logoFault = ""; v.again(fieldMunicipality) }}))
	}
	hint := fyne.CanvasObject(parts.Hint(t("profile.logo_hint")))
	if v.m.logoFault != "" {
		hint = parts.RowTop(6, parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Grow(parts.NewPara(t(v.m.logoFault), parts.TextHint, parts.Serious, parts.Regular)))
	}
	rows := []fyne.CanvasObject{labelled(t("profile.logo"), parts.Row(12, parts.Fixed(60, 70, parts.Box(parts.Paper, parts.Edge, 4, preview)), parts.Row(8, buttons...))), hint}
	if len(p.Logo) > 0 {
		rows = append(rows, v.field("logo_text", parts.FieldOptions{Label: t("profile.logo_text"), Hint: t("profile.logo_text_hint"), Text: p.LogoText, Changed: func(s string) { p.LogoText = s }}))
	}
	return parts.Column(4, rows...)
}

func (v *profileView) chooseLogo() {
	v.w.ChooseFile(parts.FileOptions{Purpose: "logo", Title: v.w.words.T("profile.logo"), Endings: []string{".png", ".jpg", ".jpeg", ".svg"}, Kind: v.w.words.T("window.files_picture"),
		Done: func(path string) {
			v.w.readSmall(path, largestLogo, func(data []byte, err error) {
				if err != nil {
					v.m.logoFault = "profile.logo_heavy"
					if app.CodeOf(err) == app.CodeNoFile {
						v.m.logoFault = "profile.logo_unread"
					}
				} else if logo, fault := readLogo(filepath.Base(path), data); fault != "" {
					v.m.logoFault = fault
				} else {
					v.m.p.Logo, v.m.logoFault = logo, ""
				}
				v.again(fieldMunicipality)
			})
		}})
}

// signatories are those who sign for the body that is shown.
func (v *profileView) signatories() fyne.CanvasObject {
	t, m := v.w.words.T, v.m
	return v.field("signatories", parts.FieldOptions{Label: t("profile.signatories"), Hint: t("profile.signatories_hint"), Text: m.signs[m.body], Lines: 3,
		Changed: func(s string) { m.signs[m.body] = s }})
}

// officer is the person at the desk.
func (v *profileView) officer() fyne.CanvasObject {
	t, p := v.w.words.T, &v.m.p
	return parts.Fixed(0, 0, parts.Column(12,
		v.field("officer", parts.FieldOptions{Label: t("profile.officer"), Hint: t("profile.officer_hint"), Text: p.Officer.Name, Changed: func(s string) { p.Officer.Name = s }}),
		v.field("officer_title", parts.FieldOptions{Label: t("profile.officer_title"), Hint: t("profile.officer_title_hint"), Text: p.Officer.Title, Changed: func(s string) { p.Officer.Title = s }})))
}

// foot is the address at the foot of the first page, in three columns.
func (v *profileView) foot() fyne.CanvasObject {
	t := v.w.words.T
	var columns []fyne.CanvasObject
	for i := range 3 {
		o := parts.FieldOptions{Label: t("profile.foot_column", i18n.Vars{"N": v.w.words.Int(int64(i + 1))}), Text: v.m.footAt(i), Lines: 5, Changed: func(s string) { v.m.setFoot(i, s) }}
		columns = append(columns, parts.Grow(v.field("foot"+string(rune('1'+i)), o)))
	}
	return parts.Column(10, parts.NewPara(t("profile.foot_text"), parts.TextControl, parts.Muted, parts.Regular), parts.RowTop(12, columns...))
}

// looks are the language, look and size of the window; they act at once.
func (v *profileView) looks() fyne.CanvasObject {
	t := v.w.words.T
	return parts.Column(16, v.w.languageChoice(t("profile.language")), v.w.lookChoice(), v.w.sizeChoice([]int{90, 100, 110, 125, 150, 175, 200}),
		parts.NewPara(t("profile.looks_text"), parts.TextSecond, parts.Muted, parts.Regular))
}

// register is where everything is kept.
func (v *profileView) register() fyne.CanvasObject {
	t := v.w.words.T
	text := t("profile.kept_example")
	if v.w.reg.Folder != "" {
		text = t("profile.kept", i18n.Vars{"Folder": shortFolder(v.w.reg.Folder, 90)})
	}
	rows := []fyne.CanvasObject{parts.NewPara(text, parts.TextControl, parts.Ink, parts.Regular)}
	if v.w.o.Open != nil {
		change := parts.NewButton(parts.ButtonOptions{Text: t("window.folder_change") + " …", Tap: func() {
			if !v.m.changed() {
				v.dialog.Close()
				v.w.changeFolder()
				return
			}
			v.mayLeave()
		}})
		rows = append(rows, parts.Left(change), parts.NewPara(t("profile.folder_hint"), parts.TextHint, parts.Muted, parts.Regular))
	}
	return parts.Column(12, rows...)
}

// fetch reads a profile file into the dialog; nothing is kept until Spara profil.
func (v *profileView) fetch() {
	v.w.chooseProfile(func(p app.Profile) {
		v.m.put(p)
		v.show(sectionMunicipality)
		v.w.win.Canvas().Focus(v.fields[fieldMunicipality].Entry)
	})
}

// give writes the profile, as the dialog shows it, to a file for others.
func (v *profileView) give() {
	if v.mendFirst() {
		return
	}
	data, err := app.EncodeProfile(v.m.profile())
	if err != nil {
		v.w.Problem(err)
		return
	}
	v.w.ChooseFile(parts.FileOptions{Purpose: "profile", Title: v.w.words.T("profile.export"), Save: true, Name: fileName(&app.Matter{Title: v.m.p.Municipality}) + "-profil.json",
		Endings: []string{".json"}, Kind: v.w.words.T("window.files_profile"), Done: func(path string) { v.w.writeFile(path, data) }})
}

// largestProfile is the largest profile file that is read.
const largestProfile = 16 << 20

// chooseProfile asks for a profile file and reads it.
func (w *Window) chooseProfile(done func(app.Profile)) {
	w.ChooseFile(parts.FileOptions{Purpose: "profile", Title: w.words.T("profile.import"), Endings: []string{".json"}, Kind: w.words.T("window.files_profile"), Done: func(path string) {
		w.readSmall(path, largestProfile, func(data []byte, err error) {
			var p app.Profile
			if err == nil {
				p, err = app.DecodeProfile(data)
			}
			if err != nil {
				if at := app.ProblemOf(err); at != nil && at.What == "" {
					at.What = filepath.Base(path)
				}
				w.fileFault(err)
				return
			}
			done(p)
		})
	}})
}

// fileFault tells of a file that could not be taken: as a row, or in a dialog
// when one lies over the rows.
func (w *Window) fileFault(err error) {
	w.Problem(err)
	if w.win.Canvas().Overlays().Top() == nil {
		return
	}
	title, safe, do := parts.ProblemWords(w.words, err)
	var d *parts.Dialog
	ok := parts.NewButton(parts.ButtonOptions{Text: w.words.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close(); w.Problem(nil) }})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: title, Width: 520,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(0, parts.NewPara(safe+" "+do, parts.TextControl, parts.Ink, parts.Regular))),
		Buttons: []fyne.CanvasObject{ok}}, ok)
}

// readSmall reads a file of at most so many bytes away from the window's thread.
func (w *Window) readSmall(path string, most int64, done func([]byte, error)) {
	var data []byte
	w.Work(w.words.T("window.reading"), func(context.Context, func(int, int)) error {
		name := filepath.Base(path)
		info, err := os.Stat(path)
		if err == nil && info.Size() > most {
			return &app.Problem{Code: app.CodeTooLarge, What: name}
		}
		if err == nil {
			data, err = os.ReadFile(path)
		}
		if err != nil {
			return &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
		}
		return nil
	}, func(err error) { done(data, err) })
}
