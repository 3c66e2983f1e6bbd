package arrivals

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// Options is what the window does for the form.
type Options struct {
	Title string // of the dialog
	Yes   string // what the button says that finishes
	Done  func(m *Model)
	// Kinds are the kinds of document one may begin with, and their names.
	Kinds func() (ids, names []string)
	// Draw draws a page of the original, from 0, so many pixels wide; nil: its text is
	// shown.
	Draw Drawer
	Help func() // opens the help about it
	// Files are those of a letter that the paper may be, the letter itself first; PickFile
	// opens another of them. Nil: it did not come with others.
	Files    []string
	File     int
	PickFile func(i int)
}

// view is the dialog: the fields, and beside them the original when there is one.
type view struct {
	h      parts.Host
	m      *Model
	o      Options
	rows   map[Place]*row
	places []Place // in the order they stand
	left   *parts.Scroll
	head   *fyne.Container // what the paper is
	kind   *parts.Choice   // which kind it is
	side   *side           // nil: there is no original
	sides  *sides
	doubts *fyne.Container // how many there are, in the foot
	at     Place           // the field the keyboard was in last
	dialog *parts.Dialog
}

// Show opens the dialog.
func Show(h parts.Host, m *Model, o Options) {
	open(h, m, o)
}

func open(h parts.Host, m *Model, o Options) *view {
	v := &view{h: h, m: m, o: o, at: Place{Title, -1}, head: parts.Column(8), doubts: parts.Row(0)}
	v.left = parts.NewScroll(parts.Pad(14, 20, 20, 20, parts.Column(0)))
	body, width, height := fyne.CanvasObject(v.left.Outer), float32(760), float32(700)
	if m.Paper != nil {
		v.side = newSide(v)
		v.sides = newSides(h.Words(), v.left.Outer, v.side.outer, v.turned)
		body, width, height = v.sides.outer, wholeWindow, wholeWindow
	}
	v.fill()
	t := h.Words().T
	cancel := parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { v.dialog.Dismiss() }})
	yes := parts.NewButton(parts.ButtonOptions{Text: o.Yes, Kind: parts.Primary, Tap: v.finish})
	v.dialog = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: o.Title, Width: width, Height: height, Help: o.Help, Body: body,
		Left: []fyne.CanvasObject{v.doubts}, Buttons: []fyne.CanvasObject{cancel, yes}, Shortcut: v.shortcut, Leave: v.mayLeave}, v.rows[v.at].focusable())
	v.sayDoubts()
	return v
}

// wholeWindow is more than any window is wide: the dialog takes all of it but its edge.
const wholeWindow = 4000

// fill makes the left side anew, after the kind or the rows have changed.
func (v *view) fill() {
	v.rows, v.places = map[Place]*row{}, nil
	var all []fyne.CanvasObject
	if v.m.Paper != nil {
		v.fillHead()
		all = append(all, v.head)
	}
	for _, field := range v.m.Fields() {
		if isRows(field) {
			all = append(all, v.list(field))
			continue
		}
		all = append(all, v.field(field))
		if field == Received {
			if days := v.days(); days != nil {
				all = append(all, days)
			}
		}
	}
	all = append(all, v.sections()...)
	all = append(all, v.choices()...)
	v.left.Inner.Content = parts.Pad(14, 20, 20, 20, parts.Column(14, all...))
	v.left.Refit()
	if v.side != nil {
		v.side.mark()
	}
}

// refill makes the left side anew and leaves the keyboard and the page where they were.
func (v *view) refill(at Place) {
	y := v.left.Inner.Offset
	v.fill()
	v.left.Inner.ScrollToOffset(y)
	v.sayDoubts()
	v.focus(at)
}

// focus puts the keyboard in a field, in front when the original was.
func (v *view) focus(at Place) {
	if r, ok := v.rows[at]; ok {
		v.front(fieldsSide)
		v.h.Window().Canvas().Focus(r.focusable())
	}
}

// fillHead is what the paper is, and what is doubtful about the whole of it.
func (v *view) fillHead() {
	t := v.h.Words().T
	var options []parts.Option
	chosen := 0
	for i, k := range app.SourceKinds {
		options = append(options, parts.Option{Text: t("batch.kind." + k.Word())})
		if k == v.m.Kind {
			chosen = i
		}
	}
	v.kind = parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: chosen, Pick: func(i int) { v.become(app.SourceKinds[i]) }})
	v.head.Objects = []fyne.CanvasObject{parts.Column(4, parts.Text(t("arrivals.kind"), parts.TextSecond, parts.Ink, parts.Bold), parts.Left(v.kind))}
	if len(v.o.Files) > 1 {
		files := parts.NewDropdown(parts.DropdownOptions{Options: v.o.Files, Chosen: v.o.File, Width: 360, Pick: func(i int) { v.dialog.Close(); v.o.PickFile(i) }})
		v.head.Objects = append([]fyne.CanvasObject{parts.Column(4, parts.Text(t("arrivals.which"), parts.TextSecond, parts.Ink, parts.Bold), parts.Left(files))}, v.head.Objects...)
	}
	if d := v.m.KindDoubt(); d != "" {
		v.head.Add(doubtLine(t("doubt." + d)))
	}
	for _, d := range v.m.Doubts {
		v.head.Add(doubtLine(t("doubt." + d)))
	}
	v.head.Refresh()
}

// become reads the paper as another kind. The keyboard stays with the kinds: the arrows go
// on to the next.
func (v *view) become(k app.SourceKind) {
	v.m.As(k)
	v.at = Place{Title, -1}
	v.fill()
	v.left.Inner.ScrollToTop()
	v.sayDoubts()
	v.h.Window().Canvas().Focus(v.kind)
}

// doubtLine is a triangle and a sentence.
func doubtLine(text string) fyne.CanvasObject {
	return parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Mark(parts.MarkSerious, 15, parts.Panel)), parts.Grow(parts.NewPara(text, parts.TextHint, parts.Serious, parts.Regular)))
}

// finish makes the matter unless something must be mended first.
func (v *view) finish() {
	faults := v.m.Faults()
	var first *Place
	for _, p := range v.places {
		key, bad := faults[p.Field]
		if p.Row >= 0 || v.rows[p].field == nil {
			continue
		}
		sentence := ""
		if bad {
			sentence = v.h.Words().T(key)
			if first == nil {
				first = &p
			}
		}
		v.rows[p].field.Fault(sentence)
	}
	v.left.Refit()
	if first != nil {
		v.focus(*first)
		return
	}
	v.dialog.Close()
	v.o.Done(v.m)
}
