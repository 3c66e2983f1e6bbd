package parts

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/i18n"
)

// fileColumns are the widths of name, day and size.
func fileColumns() []float32 { return []float32{0, 92, 84} }

// fileRow is one file or folder in the list.
type fileRow struct {
	widget.BaseWidget
	ground, ring *canvas.Rectangle
	icon         *canvas.Image
	name, day    *Label
	size         *canvas.Text
}

func newFileRow() *fileRow {
	r := &fileRow{ground: Rect(Clear, 1, 1, 0), ring: Frame(Accent, 2, 4), icon: Icon(IconPaper, 20, Muted, Page),
		name: NewLabel("", TextControl, Ink, Regular), day: NewLabel("", TextHint, Muted, Regular), size: Text("", TextHint, Muted, Regular)}
	r.size.Alignment = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

func (r *fileRow) set(w i18n.Words, e fileEntry, chosen, focused bool) {
	ground, second, icon, ink := Page, Muted, IconPaper, Muted
	if e.Folder {
		icon, ink = IconOpen, Accent
	}
	if chosen {
		ground, second, ink = Soft, Ink, Ink
	}
	r.ground.FillColor = Color(ground)
	r.ring.Hidden = !chosen || !focused
	SetIcon(r.icon, icon, ink, ground)
	r.name.Set(shownName(e.Name), Ink)
	r.day.Set(dayText(e.Day), second)
	r.size.Text, r.size.Color = sizeText(w, e.Size), Color(second)
	r.ground.Refresh()
	r.ring.Refresh()
	r.size.Refresh()
}

// CreateRenderer draws the row.
func (r *fileRow) CreateRenderer() fyne.WidgetRenderer {
	columns := Columns(12, fileColumns(), Middle(r.name), Middle(r.day), Middle(r.size))
	return widget.NewSimpleRenderer(Stack(r.ground, Pad(0, 14, 0, 14, Columns(10, []float32{20, 0}, Centre(r.icon), columns)), Pad(2, 4, 2, 4, r.ring)))
}

// drawPlaces draws the places at the left: one stop for Tab, and arrows.
func (p *filePicker) drawPlaces(places []filePlace) {
	var rows []*Press
	p.places.Objects = nil
	for i, place := range places {
		word := shownName(filepath.Base(place.Path))
		if place.Word != "" {
			word = p.from.Words.T(place.Word)
		}
		icon := IconOpen
		if place.Word == "files.computer" {
			icon = IconComputer
		}
		rows = append(rows, NewPress(PressOptions{Gap: -1, Tap: func() { p.enter(place.Path); p.focus(p.list) },
			Key: func(e *fyne.KeyEvent) bool { return rove(p.canvas, rows, i, e.Name, fyne.KeyUp, fyne.KeyDown) },
			Draw: func(t Touch) fyne.CanvasObject {
				ground, face, ink := t.Ground(Clear), Regular, Muted
				if p.m.folder == place.Path {
					ground, face, ink = Soft, Bold, Ink
				}
				return Fixed(0, 34, Fill(ground, Pad(0, 8, 0, 12, Row(9, Icon(icon, 18, ink, Fog), Grow(Middle(NewLabel(word, TextControl, Ink, face)))))))
			}}))
		rows[i].o.Out = i > 0
		p.places.Add(rows[i])
	}
	p.stops = rows
	p.places.Refresh()
	p.dialog.Relayout()
}

// drawCrumbs draws the folders around the one that is shown, as many of the
// nearest as there is room for.
func (p *filePicker) drawCrumbs() {
	all := p.m.crumbs()
	room := p.wide - placesWidth - 60
	if p.o.Folder || p.o.Save {
		room -= 130
	}
	const most, around = 220, 30
	first := len(all)
	for used := float32(0); first > 0; first-- {
		used += min(most, Measure(p.crumbName(all[first-1]), TextControl, Bold).Width) + around
		if used > room && first < len(all) {
			break
		}
	}
	up := Box(Clear, Clear, 4, Fixed(28, 28, Centre(Icon(IconUp, 20, Ink, Panel))))
	rows := make([]*Press, 0, len(all)+1)
	key := func(i int) func(e *fyne.KeyEvent) bool {
		return func(e *fyne.KeyEvent) bool { return rove(p.canvas, rows, i, e.Name, fyne.KeyLeft, fyne.KeyRight) }
	}
	rows = append(rows, NewPress(PressOptions{Gap: -1, Tap: p.up, Key: key(0), Disabled: p.m.parent() == "", Draw: func(t Touch) fyne.CanvasObject {
		return Box(t.Ground(Clear), Clear, 4, up)
	}}))
	p.crumbs.Objects = []fyne.CanvasObject{rows[0]}
	if first > 0 {
		p.crumbs.Add(Pad(0, 2, 0, 4, Text("…", TextControl, Muted, Regular)))
	}
	for i, c := range all[first:] {
		name, face := Fit(p.crumbName(c), most, TextControl, Regular), Regular
		if i == len(all)-first-1 {
			face = Bold
		}
		if i > 0 || first > 0 {
			p.crumbs.Add(Icon(IconRight, 16, Muted, Panel))
		}
		row := NewPress(PressOptions{Gap: -1, Key: key(len(rows)), Out: true, Tap: func() { p.enter(c.Path); p.focus(p.list) }, Draw: func(t Touch) fyne.CanvasObject {
			return Box(t.Ground(Clear), Clear, 4, Pad(3, 5, 4, 5, Text(name, TextControl, Ink, face)))
		}})
		rows = append(rows, row)
		p.crumbs.Add(row)
	}
	if rows[0].touch.Disabled && len(rows) > 1 {
		rows[1].o.Out = false
	}
	p.crumbs.Refresh()
	old := p.trail
	p.trail = rows
	if at, ok := p.canvas.Focused().(*Press); !ok || !slices.Contains(old, at) {
		return
	}
	if rows[0].touch.Disabled { // the top: there is nothing more to press
		p.focus(p.list)
		return
	}
	p.focus(rows[0])
}

func (p *filePicker) crumbName(c crumb) string {
	if c.Path == string(filepath.Separator) {
		return p.from.Words.T("files.computer")
	}
	return c.Name
}

// rove moves the keyboard within a group that is one stop for Tab.
func rove(c fyne.Canvas, rows []*Press, from int, key, back, on fyne.KeyName) bool {
	to := from
	switch key {
	case back:
		to--
	case on:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(rows) - 1
	default:
		return false
	}
	if to < 0 || to >= len(rows) || rows[to].touch.Disabled {
		return true
	}
	rows[to].o.Out = false
	c.Focus(rows[to])
	if to != from {
		rows[from].o.Out = true
	}
	return true
}
