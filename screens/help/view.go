package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/screens/parts"
)

// view is the dialog: the contents at the left, the search above, the page at the
// right.
type view struct {
	m      *Model
	h      parts.Host
	dialog *parts.Dialog
	search *parts.Field
	list   *parts.List
	found  *parts.Label // how many pages were found
	page   *parts.Scroll
	ways   *fyne.Container // back and forward
}

func newView(m *Model, h parts.Host) *view {
	v := &view{m: m, h: h, found: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular), ways: parts.Stack()}
	t := h.Words().T
	v.search = parts.NewField(parts.FieldOptions{Ghost: t("help.search"), Icon: parts.IconSearch, Changed: v.sought, Submit: func(string) { v.first() }, Key: v.searchKey})
	v.list = parts.NewList(parts.ListOptions{Len: func() int { return len(m.Rows()) }, Height: rowHeight, Make: func() fyne.CanvasObject { return newRow() },
		Fill: func(o fyne.CanvasObject, i int, chosen, focused bool) {
			if r, ok := o.(*row); ok {
				r.show(m.Rows()[i], chosen, focused)
			}
		}, Chose: v.chose, Key: v.listKey})
	v.page = parts.NewScroll(parts.Column(0))
	return v
}

// show opens the dialog; the keyboard is in the search.
func (v *view) show() {
	top := parts.Pad(8, 16, 8, 12, parts.Row(10, parts.Fixed(0, 0, v.ways), parts.Grow(v.search.Outer), parts.Fixed(90, 0, v.found)))
	body := parts.Dock(parts.Fill(parts.Fog, parts.Column(0, top, parts.HLine(parts.Line))), nil,
		parts.Columns(0, []float32{270, 1, 0}, parts.Fill(parts.Panel, v.list.Outer), parts.VLine(parts.Line), parts.Fill(parts.Page, v.page.Outer)))
	canvas := v.h.Window().Canvas()
	back, forward := altKey(fyne.KeyLeft), altKey(fyne.KeyRight)
	v.drawWays()
	v.dialog = parts.ShowDialog(v.h.Window(), v.h.Words(), parts.DialogOptions{Title: v.h.Words().T("help.title"), Width: 900, Height: 620, Body: body, Closed: func() {
		canvas.RemoveShortcut(back)
		canvas.RemoveShortcut(forward)
	}}, v.search.Entry)
	canvas.AddShortcut(back, func(fyne.Shortcut) { v.along(v.m.Back) })
	canvas.AddShortcut(forward, func(fyne.Shortcut) { v.along(v.m.Forward) })
	v.draw()
}

func altKey(k fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}
}

// draw shows the list and the page anew.
func (v *view) draw() {
	for i, r := range v.m.Rows() {
		height := float32(rowHeight)
		if r.Quote != "" {
			height = hitHeight
		}
		v.list.SetItemHeight(i, height)
	}
	v.list.Reset(v.m.Index())
	v.drawPage()
}

func (v *view) drawPage() {
	v.found.Set("", parts.Muted)
	if len(v.m.Sought()) > 0 {
		v.found.Set(v.h.Words().N("help.found", len(v.m.Rows())), parts.Muted)
	}
	v.page.Set(v.drawn(v.m.Page()))
}

// drawn lays out a page.
func (v *view) drawn(p Page) fyne.CanvasObject {
	rows := []fyne.CanvasObject{parts.NewPara(p.Title, parts.TextSection, parts.Ink, parts.Bold)}
	for _, b := range p.Blocks {
		rows = append(rows, v.block(b))
	}
	return parts.Pad(16, 24, 24, 24, parts.Column(8, rows...))
}

func (v *view) block(b Block) fyne.CanvasObject {
	if b.Kind == Code {
		var lines []fyne.CanvasObject
		for _, s := range b.Spans {
			lines = append(lines, parts.NewPara(strings.TrimSpace(s.Text), parts.TextControl, parts.Ink, parts.Serif))
		}
		return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(7, 12, 8, 12, parts.Column(1, lines...)))
	}
	o := words(b, v.m.Sought(), v.open)
	ground := parts.Page
	if b.Kind == Quote {
		ground = parts.Fog
	}
	switch {
	case b.Mark != "":
		o = parts.Columns(8, []float32{17, 0}, parts.Align(0, 0, parts.Pad(2, 0, 0, 0, parts.Mark(b.Mark, 17, ground))), o)
	case b.Kind == Item:
		o = parts.Columns(6, []float32{14, 0}, parts.Align(0, 0, parts.Text("–", parts.TextControl, parts.Muted, parts.Regular)), o)
	}
	switch b.Kind {
	case Head:
		return parts.Pad(8, 0, 0, 0, o)
	case Quote:
		return parts.Box(parts.Fog, parts.Clear, 4, parts.Pad(7, 12, 8, 12, o))
	}
	return o
}

// open follows a link.
func (v *view) open(id string) {
	if v.m.Open(id) {
		v.shown()
	}
}

// shown draws a page that was gone to, with the keyboard in the list: what had it
// on the page before is gone.
func (v *view) shown() {
	v.drawWays()
	v.draw()
	v.h.Window().Canvas().Focus(v.list)
}

// along goes back or forward.
func (v *view) along(way func() bool) {
	if way() {
		v.shown()
	}
}

func (v *view) drawWays() {
	t := v.h.Words().T
	way := func(word string, can bool, along func() bool) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: word, Kind: parts.Quiet, Disabled: !can, Tap: func() { v.along(along) }})
	}
	v.ways.Objects = []fyne.CanvasObject{parts.Row(2, way("← "+t("help.back"), v.m.CanBack(), v.m.Back), way(t("help.forward")+" →", v.m.CanForward(), v.m.Forward))}
	v.ways.Refresh()
}

// sought searches as it is typed, and shows the best page.
func (v *view) sought(query string) {
	v.m.Search(query)
	if rows := v.m.Rows(); len(v.m.Sought()) > 0 && len(rows) > 0 {
		v.m.Look(rows[0].ID)
		v.drawWays()
	}
	v.draw()
}

// first goes from the search to what was found.
func (v *view) first() {
	if len(v.m.Rows()) > 0 {
		v.h.Window().Canvas().Focus(v.list)
	}
}

func (v *view) searchKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDown {
		v.first()
		return true
	}
	return false
}

// chose opens the page of a line; a head is passed by.
func (v *view) chose(i int) {
	if rows := v.m.Rows(); i < len(rows) && !rows[i].Head && v.m.Open(rows[i].ID) {
		v.drawWays()
		v.drawPage()
		return
	}
	v.list.Reset(v.m.Index())
}

func (v *view) listKey(e *fyne.KeyEvent) bool {
	at := v.list.At()
	switch {
	case e.Name == fyne.KeyDown:
		v.list.Choose(v.m.Beside(at, 1))
	case e.Name == fyne.KeyUp && v.m.Beside(at, -1) == at:
		v.h.Window().Canvas().Focus(v.search.Entry)
	case e.Name == fyne.KeyUp:
		v.list.Choose(v.m.Beside(at, -1))
	default:
		return false
	}
	return true
}
