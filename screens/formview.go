package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/intake"
	"yttra/screens/parts"
)

// formView draws a form in a dialog: each field with the words of the motion it
// was taken from beside it.
type formView struct {
	w      *Window
	f      form
	fields map[string]*parts.Field
	claims *fyne.Container
	scroll *parts.Scroll
	dialog *parts.Dialog
	done   func(form)
}

// formOptions say what a form dialog is for.
type formOptions struct {
	Title string
	Yes   string
	Done  func(form)
}

func (w *Window) showForm(f form, o formOptions) {
	v := &formView{w: w, f: f, fields: map[string]*parts.Field{}, done: o.Done}
	v.scroll = parts.NewScroll(parts.Pad(14, 22, 20, 20, v.body()))
	cancel := parts.NewButton(parts.ButtonOptions{Text: w.words.T("word.cancel"), Tap: func() { v.dialog.Close() }})
	yes := parts.NewButton(parts.ButtonOptions{Text: o.Yes, Kind: parts.Primary, Tap: v.finish})
	v.dialog = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: o.Title, Width: 1000, Height: 700, Help: v.w.helpAt("motion"),
		Body: v.scroll.Outer, Buttons: []fyne.CanvasObject{cancel, yes}}, v.fields[fieldTitle].Entry)
}

func (v *formView) finish() {
	faults := v.f.faults()
	for name, field := range v.fields {
		sentence := ""
		if key, ok := faults[name]; ok {
			sentence = v.w.words.T(key)
		}
		field.Fault(sentence)
	}
	v.scroll.Refit()
	if len(faults) > 0 {
		return
	}
	v.dialog.Close()
	v.done(v.f)
}

func (v *formView) body() fyne.CanvasObject {
	t := v.w.words.T
	v.claims = parts.Column(8)
	v.drawClaims()
	rows := []fyne.CanvasObject{
		v.row(fieldTitle, parts.FieldOptions{Label: t("form.title"), Hint: t("form.title_hint"), Text: v.f.Title, Changed: func(s string) { v.f.Title = s }}),
		v.row(fieldMovers, parts.FieldOptions{Label: t("form.movers"), Hint: t("form.movers_hint"), Text: v.f.Movers, Lines: 2, Changed: func(s string) { v.f.Movers = s }}),
		v.row(fieldRefs, parts.FieldOptions{Label: t("form.references"), Text: v.f.References, Changed: func(s string) { v.f.References = s }}),
		v.row(fieldReceived, parts.FieldOptions{Label: t("form.received"), Hint: t("form.received_hint"), Text: v.f.Received, Ghost: t("form.day"), Changed: func(s string) { v.f.Received = s }}),
	}
	if len(v.f.Days) > 0 {
		rows = append(rows, v.days())
	}
	rows = append(rows, parts.Text(t("form.claims"), parts.TextSecond, parts.Ink, parts.Bold), v.claims,
		parts.Left(parts.NewButton(parts.ButtonOptions{Text: t("form.add_claim"), Icon: parts.IconPlus, Kind: parts.Quiet, Tap: v.addClaim})))
	return parts.Column(12, append(rows, v.choices()...)...)
}

// row sets a field beside the words it came from.
func (v *formView) row(name string, o parts.FieldOptions) fyne.CanvasObject {
	o.Submit = func(string) { v.finish() }
	field := parts.NewField(o)
	v.fields[name] = field
	if v.f.Found == nil {
		return field.Outer
	}
	return v.beside(field.Outer, name)
}

func (v *formView) beside(field fyne.CanvasObject, name string) fyne.CanvasObject {
	in, ok := v.f.Found[name]
	if !ok {
		return parts.RowTop(20, parts.Grow(field), parts.Fixed(360, 0, parts.Column(0)))
	}
	var lines []fyne.CanvasObject
	if in.Words != "" {
		text := strings.TrimSpace(in.Before + "”" + in.Words + "”" + in.After)
		lines = append(lines, parts.Hint(v.w.words.T("form.from")), parts.NewPara(text, parts.TextSecond, parts.Ink, parts.SerifItalic))
	}
	if in.Doubt != intake.NoDoubt {
		lines = append(lines, parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Mark(parts.MarkSerious, 15, parts.Panel)),
			parts.Grow(parts.NewPara(v.w.words.T("doubt."+string(in.Doubt)), parts.TextHint, parts.Serious, parts.Regular))))
	}
	return parts.RowTop(20, parts.Grow(field), parts.Fixed(360, 0, parts.Column(2, lines...)))
}

// days are those the motion speaks of, to choose from.
func (v *formView) days() fyne.CanvasObject {
	objects := []fyne.CanvasObject{parts.Hint(v.w.words.T("form.days"))}
	for _, d := range v.f.Days {
		objects = append(objects, parts.NewButton(parts.ButtonOptions{Text: d.Day + " · " + v.w.words.T("day."+string(d.Role)), Kind: parts.Quiet,
			Tap: func() { v.f.Received = d.Day; v.fields[fieldReceived].SetText(d.Day) }}))
	}
	return parts.Flow(4, objects...)
}

func (v *formView) drawClaims() {
	v.claims.Objects = nil
	for i, c := range v.f.Claims {
		o := parts.FieldOptions{Text: c, Lines: 2, Changed: func(s string) { v.f.Claims[i] = s }}
		number := parts.Fixed(20, 0, parts.Text(v.w.words.Int(int64(i+1)), parts.TextControl, parts.Muted, parts.Bold))
		remove := parts.NewPress(parts.PressOptions{Gap: 1, Tap: func() { v.removeClaim(i) }, Draw: func(t parts.Touch) fyne.CanvasObject {
			return parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Fixed(28, 28, parts.Centre(parts.Icon(parts.IconClose, 18, parts.Muted, parts.Panel))))
		}})
		field := parts.NewField(o)
		v.claims.Add(v.claimRow(i, parts.RowTop(6, number, parts.Grow(field.Outer), remove)))
	}
	v.claims.Refresh()
}

func (v *formView) claimRow(i int, row fyne.CanvasObject) fyne.CanvasObject {
	if v.f.Found == nil {
		return row
	}
	return v.beside(row, claimField(i))
}

func (v *formView) addClaim() {
	v.f.Claims = append(v.f.Claims, "att ")
	v.drawClaims()
	v.scroll.Refit()
}

func (v *formView) removeClaim(i int) {
	v.f.Claims = slices.Delete(v.f.Claims, i, i+1)
	for n := i; n < len(v.f.Claims); n++ {
		v.f.Found[claimField(n)] = v.f.Found[claimField(n+1)]
	}
	v.drawClaims()
	v.scroll.Refit()
}

// choices are what cannot be written but chosen: kind of measure, whom it
// touches, whether something is bought, and which paper to begin with.
func (v *formView) choices() []fyne.CanvasObject {
	t := v.w.words.T
	var measures, groups []fyne.CanvasObject
	for _, m := range app.Measures {
		measures = append(measures, parts.NewToggle(t("measure."+string(m)), slices.Contains(v.f.Measures, m), func(on bool) { v.f.Measures = with(v.f.Measures, m, on) }))
	}
	for _, g := range []app.Group{app.Children, app.Employees, app.Public} {
		groups = append(groups, parts.NewToggle(t("group."+string(g)), slices.Contains(v.f.Affected, g), func(on bool) { v.f.Affected = with(v.f.Affected, g, on) }))
	}
	groups = append(groups, parts.NewToggle(t("form.purchase"), v.f.Purchase, func(on bool) { v.f.Purchase = on }))
	out := []fyne.CanvasObject{
		parts.Column(4, parts.Text(t("form.measures"), parts.TextSecond, parts.Ink, parts.Bold), parts.Flow(6, measures...), parts.Hint(t("form.measures_hint"))),
		parts.Column(4, parts.Text(t("form.affected"), parts.TextSecond, parts.Ink, parts.Bold), parts.Flow(6, groups...)),
	}
	if v.f.Kind == "" {
		return append(out, v.whereabouts())
	}
	ids, names := draftedKinds(v.w)
	return append(out, parts.Column(4, parts.Text(t("form.kind"), parts.TextSecond, parts.Ink, parts.Bold),
		parts.Left(parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: max(0, slices.Index(ids, v.f.Kind)), Width: 320, Pick: func(i int) { v.f.Kind = ids[i] }}))))
}

// stages are the steps of a matter, in order.
func stages() []app.Stage {
	return []app.Stage{app.New, app.Drafting, app.Referred, app.Waiting, app.Decided}
}

// whereabouts are how far the matter has come, and who has it.
func (v *formView) whereabouts() fyne.CanvasObject {
	t := v.w.words.T
	names := []string{t("stage.new"), t("stage.drafting"), t("stage.referred"), t("stage.waiting"), t("stage.decided")}
	stage := parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: slices.Index(stages(), v.f.Stage), Width: 240, Pick: func(i int) { v.f.Stage = stages()[i] }})
	holder := parts.NewField(parts.FieldOptions{Label: t("form.holder"), Hint: t("form.holder_hint"), Text: v.f.Holder, Changed: func(s string) { v.f.Holder = s }})
	return parts.RowTop(20, parts.Column(3, parts.Text(t("matters.stage"), parts.TextSecond, parts.Ink, parts.Bold), stage), parts.Grow(holder.Outer))
}

// draftedKinds are the kinds of document a person writes here.
func draftedKinds(w *Window) (ids, names []string) {
	for _, k := range w.o.Desk.Packs().Kinds {
		if k.Drafted {
			ids, names = append(ids, k.ID), append(names, kindName(w, k.ID))
		}
	}
	return ids, names
}

func with[T comparable](list []T, item T, on bool) []T {
	list = slices.DeleteFunc(slices.Clone(list), func(o T) bool { return o == item })
	if on {
		list = append(list, item)
	}
	return list
}
