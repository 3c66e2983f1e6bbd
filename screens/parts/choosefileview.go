package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/i18n"
)

// filePickerView is what the file dialog is drawn with.
type filePickerView struct {
	canvas fyne.Canvas
	places *fyne.Container
	stops  []*Press // of places
	crumbs *fyne.Container
	trail  []*Press // Upp, and the crumbs
	head   *Label   // over the names
	list   *List
	ring   *canvas.Rectangle // around a list without a chosen row
	empty  *fyne.Container   // in place of rows
	above  *fyne.Container   // what is wrong with the folder
	below  *fyne.Container   // a question, or the name of a new folder
	asking bool
	name   *Field
	naming *Field // the name of a new folder
	means  *Label // which folder is chosen
	wide   float32
}

const (
	filesWidth  = 920
	filesHeight = 580
	placesWidth = 190
	fileHeight  = 32
)

func (p *filePicker) make(w fyne.Window) {
	t := p.from.Words.T
	p.canvas = w.Canvas()
	p.wide = min(filesWidth, p.canvas.Size().Width-32)
	p.places, p.crumbs, p.above, p.below = Column(0), Row(0), Column(0), Column(0)
	p.empty, p.ring = Stack(), Frame(Accent, 2, 4)
	p.ring.Hide()
	p.head = NewLabel(t("files.name"), TextHint, Muted, Bold)
	p.means = NewLabel("", TextHint, Muted, Regular)
	p.list = NewList(ListOptions{Len: func() int { return len(p.m.rows) }, Height: fileHeight, Make: func() fyne.CanvasObject { return newFileRow() },
		Fill: p.fill, Chose: p.choose, Enter: p.open, Key: p.listKey, Rune: p.sought, Focused: p.focused})
	p.name = NewField(FieldOptions{Text: p.m.typed, Changed: p.typed, Submit: func(string) { p.accept(false) }, Key: p.nameKey, Whole: true})
	no := NewButton(ButtonOptions{Text: t("word.cancel"), Tap: func() { p.dialog.Close() }})
	yes := NewButton(ButtonOptions{Text: p.yes(), Kind: Primary, Tap: func() { p.accept(true) }})
	var first fyne.Focusable = p.list
	if p.o.Save {
		first = p.name.Entry
	}
	p.dialog = ShowDialog(w, p.from.Words, DialogOptions{Title: p.o.Title, Width: filesWidth, Height: filesHeight, Body: p.body(), Buttons: []fyne.CanvasObject{no, yes},
		Leave: p.mayLeave, Closed: func() { p.closed = true }, Shortcut: p.shortcut}, first)
}

func (p *filePicker) yes() string {
	t := p.from.Words.T
	switch {
	case p.o.Folder:
		return t("files.take_folder")
	case p.o.Save:
		return t("word.save")
	}
	return t("files.open")
}

func (p *filePicker) body() fyne.CanvasObject {
	t := p.from.Words.T
	top := []fyne.CanvasObject{Grow(p.crumbs)}
	if p.o.Folder || p.o.Save {
		top = append(top, NewButton(ButtonOptions{Text: t("files.new_folder"), Icon: IconPlus, Kind: Quiet, Tap: p.nameFolder}))
	}
	heads := Fill(Fog, Pad(3, 14, 4, 44, Columns(12, fileColumns(), p.head, Hint(t("files.changed")), Right(Hint(t("files.size"))))))
	label := Pad(6, 0, 0, 0, Text(t("files.name"), TextSecond, Ink, Bold))
	last := []fyne.CanvasObject{label, Grow(p.name.Outer)}
	if len(p.o.Endings) > 0 && !p.o.Folder {
		last = append(last, p.kinds())
	}
	foot := []fyne.CanvasObject{p.below, HLine(Line), Pad(10, 16, 10, 16, Column(4, RowTop(10, last...)))}
	if p.o.Folder {
		foot[2] = Pad(10, 16, 10, 16, Column(4, RowTop(10, last...), p.means))
	}
	rows := Stack(Rect(Page, 1, 1, 0), p.list.Outer, p.empty, Pad(1, 1, 1, 1, p.ring))
	top = []fyne.CanvasObject{Pad(6, 10, 6, 10, Row(8, top...)), p.above, HLine(Line), heads, HLine(Line)}
	body := Dock(Column(0, top...), Column(0, foot...), rows)
	return Columns(0, []float32{placesWidth, 1, 0}, Fill(Fog, Pad(8, 0, 8, 0, p.places)), Rect(Line, 1, 1, 0), body)
}

// kinds chooses between files of the kind that is wanted and all.
func (p *filePicker) kinds() fyne.CanvasObject {
	return NewDropdown(DropdownOptions{Options: []string{p.o.Kind, p.from.Words.T("files.all")}, Width: 170, Pick: func(i int) {
		p.m.any = i == 1
		p.m.sift(p.m.chosen())
		p.drawAnew()
	}})
}

// draw shows what has changed in the folder; drawAnew a folder that is new.
func (p *filePicker) draw() {
	t := p.from.Words.T
	word := t("files.name")
	if p.m.reading {
		word = t("files.reading")
	}
	p.head.Set(word, Muted)
	p.list.Reset(p.m.at)
	p.empty.Objects = nil
	if len(p.m.rows) == 0 && !p.m.reading && p.m.fault == "" {
		p.empty.Add(Centre(Text(t(p.nothing()), TextControl, Muted, Regular)))
	}
	p.empty.Refresh()
	p.ring.Hidden = !p.list.focused || p.m.at >= 0
	p.ring.Refresh()
	p.mean()
}

func (p *filePicker) nothing() string {
	switch {
	case p.o.Folder:
		return "files.no_folders"
	case len(p.m.all) > 0:
		return "files.none_here"
	}
	return "files.empty"
}

func (p *filePicker) drawAnew() {
	p.drawCrumbs()
	for _, place := range p.stops {
		place.Refresh()
	}
	p.above.Objects = nil
	if fault := p.m.fault; fault != "" {
		folder := p.m.folder
		p.above.Add(Banner(MarkSerious, p.from.Words.T(fault), &Action{Text: p.from.Words.T("window.again"), Do: func() {
			p.focus(p.list)
			p.read(folder, "", false)
		}}))
	}
	p.draw()
	if p.m.at < 0 {
		p.list.ScrollToTop()
	}
	p.dialog.Relayout()
}

// mean says which folder Välj mapp chooses.
func (p *filePicker) mean() {
	if p.o.Folder {
		path := p.m.target()
		if path == "" {
			path = p.m.folder
		}
		p.means.Set(p.from.Words.T("files.means", i18n.Vars{"Folder": shownName(path)}), Muted)
	}
}

func (p *filePicker) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	if r, ok := o.(*fileRow); ok && i < len(p.m.rows) {
		r.set(p.from.Words, p.m.rows[i], chosen, focused)
	}
}

func (p *filePicker) choose(i int) {
	p.m.choose(i)
	p.name.SetText(p.m.typed)
	p.say("")
	p.ring.Hide()
	p.mean()
}

func (p *filePicker) typed(s string) {
	p.m.write(s)
	p.say("")
	p.draw()
}

func (p *filePicker) focused(bool) { p.draw() }

func (p *filePicker) listKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyBackspace {
		p.up()
		return true
	}
	return false
}

// nameKey lets the arrows go from the name to the rows.
func (p *filePicker) nameKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDown && e.Name != fyne.KeyUp || len(p.m.rows) == 0 {
		return false
	}
	p.focus(p.list)
	if p.m.at < 0 {
		p.list.Choose(0)
	}
	return true
}

// shortcut takes Alt+Up, and Ctrl+Enter while a new folder is being named.
func (p *filePicker) shortcut(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	switch {
	case ok && k.KeyName == fyne.KeyUp && k.Modifier == fyne.KeyModifierAlt:
		p.up()
	case ok && k.KeyName == fyne.KeyReturn && k.Modifier == fyne.KeyModifierControl && p.naming != nil:
		p.newFolder(p.naming.Text())
	default:
		return false
	}
	return true
}

func (p *filePicker) focus(f fyne.Focusable) { p.canvas.Focus(f) }
