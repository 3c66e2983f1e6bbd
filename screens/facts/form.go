package facts

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// form is the fields that are shown, by name: what is typed in them lies in the
// model, and each fault finds its field.
type form struct {
	words  i18n.Words
	typed  map[string]string
	fields map[string]*parts.Field
	faults func() map[string]string // keys of sentences, by field
	refit  func()
	submit func()
}

// field makes a field of a name. Its label, and its hint where there is one, are
// words of that name.
func (f *form) field(name string, o parts.FieldOptions) fyne.CanvasObject {
	label := "facts." + name
	if o.Label == "" {
		o.Label = f.words.T(label)
	}
	if o.Hint == "" && f.words.Has(label+"_hint") {
		o.Hint = f.words.T(label + "_hint")
	}
	return f.bare(name, o)
}

// bare makes a field with the words it is given.
func (f *form) bare(name string, o parts.FieldOptions) fyne.CanvasObject {
	o.Text = f.typed[name]
	changed := o.Changed
	o.Changed = func(s string) {
		f.typed[name] = s
		if changed != nil {
			changed(s)
		}
		f.tell()
	}
	o.Submit = func(string) { f.submit() }
	field := parts.NewField(o)
	f.fields[name] = field
	return field.Outer
}

// day makes a field for a day.
func (f *form) day(name string) fyne.CanvasObject {
	return f.field(name, parts.FieldOptions{Ghost: f.words.T("form.day")})
}

// set writes in a field, as if somebody had typed it.
func (f *form) set(name, s string) {
	f.typed[name] = s
	if field, ok := f.fields[name]; ok {
		field.SetText(s)
	}
	f.tell()
}

// tell puts each fault at its field.
func (f *form) tell() {
	faults := f.faults()
	for name, field := range f.fields {
		sentence := ""
		if key, ok := faults[name]; ok {
			sentence = f.words.T(key)
		}
		field.Fault(sentence)
	}
	f.refit()
}

// clear forgets the fields: others are to be shown.
func (f *form) clear() { f.fields = map[string]*parts.Field{} }

// head is a line in bold over what belongs together.
func head(s string) fyne.CanvasObject { return parts.Text(s, parts.TextSecond, parts.Ink, parts.Bold) }

// note is a line that explains.
func note(s string) fyne.CanvasObject {
	return parts.NewPara(s, parts.TextHint, parts.Muted, parts.Regular)
}

// warn is a sentence about what has to be mended where there is no field, on the
// ground of a page.
func warn(s string) fyne.CanvasObject {
	return parts.RowTop(6, parts.Mark(parts.MarkSerious, 16, parts.Page), parts.Grow(parts.NewPara(s, parts.TextHint, parts.Serious, parts.Regular)))
}

// abreast sets fields beside each other, each with as much room.
func abreast(objects ...fyne.CanvasObject) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range objects {
		out = append(out, parts.Grow(o))
	}
	return parts.RowTop(14, out...)
}
