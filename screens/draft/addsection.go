package draft

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// outlineFoot is what stands under the outline: add a section, and what can be
// done with the one the person is in.
func (v *view) outlineFoot() fyne.CanvasObject {
	add := parts.NewButton(parts.ButtonOptions{Text: v.words.T("draft.add_section"), Icon: parts.IconPlus, Kind: parts.Quiet, Tap: v.orders.sectionWanted})
	var more *parts.Press
	more = parts.NewButton(parts.ButtonOptions{Icon: parts.IconMore, Kind: parts.Quiet, Tap: func() { v.openSectionMenu(more) }})
	return parts.Pad(4, 12, 6, 8, parts.Column(4, parts.HLine(parts.Line), parts.Row(0, add, parts.Grow(), more)))
}

// openSectionMenu offers what can be done with the section the person is in.
func (v *view) openSectionMenu(under fyne.CanvasObject) {
	r, ok := v.outline.here()
	if !ok {
		return
	}
	parts.OpenMenuAt(under, fyne.NewPos(0, -4*30), v.sectionMenu(), -1, func(i int) { v.sectionDo(r, i) })
}

func (v *view) sectionMenu() []string {
	return []string{v.words.T("draft.section_rename"), v.words.T("draft.section_up"), v.words.T("draft.section_down"), v.words.T("draft.section_remove")}
}

func (v *view) sectionDo(r OutlineRow, i int) {
	switch i {
	case 0:
		v.orders.sectionRenamed(r)
	case 1:
		v.orders.sectionMoved(r, -1)
	case 2:
		v.orders.sectionMoved(r, 1)
	default:
		v.orders.sectionRemoved(r)
	}
}

// addDialog offers the sections of the kind that are missing, and a free one
// with a heading of one's own.
type addDialog struct {
	dialog *parts.Dialog
	rows   []*parts.Press
	own    *parts.Field
}

func (v *view) openAdd(win fyne.Window, missing []MissingSection, add func(role string), own func(heading string)) {
	d := &addDialog{}
	var list []fyne.CanvasObject
	for i, s := range missing {
		row := parts.NewPress(parts.PressOptions{Gap: -2, Tap: func() { d.dialog.Close(); add(s.Role) },
			Key:  func(e *fyne.KeyEvent) bool { return d.step(win.Canvas(), i, e) },
			Draw: func(t parts.Touch) fyne.CanvasObject { return v.drawMissing(s, t) }})
		d.rows = append(d.rows, row)
		list = append(list, row)
	}
	finish := func() {
		if d.own.Text() == "" {
			d.own.Fault(v.words.T("draft.own_empty"))
			d.dialog.Relayout()
			return
		}
		d.dialog.Close()
		own(d.own.Text())
	}
	d.own = parts.NewField(parts.FieldOptions{Label: v.words.T("draft.own_heading"), Hint: v.words.T("draft.own_hint"), Submit: func(string) { finish() }})
	first := fyne.Focusable(d.own.Entry)
	body := []fyne.CanvasObject{}
	if len(list) > 0 {
		first = d.rows[0]
		rows := parts.Column(0, list...)
		scroll := parts.NewScroll(rows)
		body = append(body, parts.Fixed(0, min(float32(len(list))*addRow, 5.5*addRow), scroll.Outer), parts.HLine(parts.Line))
	}
	body = append(body, parts.Pad(8, 20, 16, 20, d.own.Outer))
	d.dialog = parts.ShowDialog(win, v.words, parts.DialogOptions{Title: v.words.T("draft.add_title"), Width: 560, Body: parts.Column(4, body...),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: v.words.T("word.cancel"), Tap: func() { d.dialog.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: v.words.T("draft.own_add"), Kind: parts.Primary, Tap: finish})}}, first)
}

const addRow = 58 // height of a section that can be added

func (v *view) drawMissing(s MissingSection, t parts.Touch) fyne.CanvasObject {
	head := []fyne.CanvasObject{parts.Text(s.Heading, parts.TextControl, parts.Ink, parts.Bold)}
	if s.Required {
		head = append(head, parts.Grow(), parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Text(v.words.T("draft.section_required"), parts.TextHint, parts.Serious, parts.Bold))
	}
	text := parts.Column(1, parts.Row(6, head...), parts.NewLabel(s.Guidance, parts.TextHint, parts.Muted, parts.Regular))
	row := parts.Row(10, parts.Icon(parts.IconPlus, 18, parts.Accent, parts.Panel), parts.Grow(parts.Middle(text)))
	return parts.Fixed(0, addRow, parts.Box(t.Ground(parts.Clear), parts.Clear, 0, parts.Pad(0, 20, 0, 20, row)))
}

// step moves the focus between the sections that can be added, and on to the
// field.
func (d *addDialog) step(c fyne.Canvas, i int, e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDown && i+1 == len(d.rows) {
		c.Focus(d.own.Entry)
		return true
	}
	return stepRows(c, d.rows, i, e)
}
