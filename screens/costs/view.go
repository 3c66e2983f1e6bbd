package costs

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/screens/parts"
)

// view draws the model: terms, grid, what is to be mended, sums, and what the
// purchase leads to.
type view struct {
	m *Model
	h parts.Host

	outer   fyne.CanvasObject
	whole   *fyne.Container // everything, or what stands there when nothing is open
	work    *fyne.Container // the grid, between what stands over it and under it
	over    *fyne.Container
	under   *fyne.Container
	body    fyne.CanvasObject
	bar     *fyne.Container
	tabs    *parts.Choice // rows or what follows, in a narrow window
	ways    *waysBar
	actions *fyne.Container // in the header
	export  *parts.Press
	rowMenu *parts.Press
	line    *parts.Label
	change  *fyne.Container
	duties  map[string]*dutyRow
	terms   *terms
	unfold  bool
	heads   *fyne.Container
	grid    *grid
	strip   *strip
	notices *fyne.Container
	missing *fyne.Container
	dock    *fyne.Container
	sums    []*docked
	paid    *parts.Press
	side    *fyne.Container
	scroll  *parts.Scroll
	follows *side
	explain bool            // the duties are told with what they mean
	dialogs []*parts.Dialog // those that lie over the screen, the top one last
}

func newView(m *Model, h parts.Host) *view {
	v := &view{m: m, h: h, whole: container.NewStack(), notices: parts.Column(0), missing: parts.Column(0), dock: parts.Column(0), side: parts.Column(0), duties: map[string]*dutyRow{}}
	v.grid = newGrid(m, h.Window().Canvas, gridHears{changed: v.draw, moved: v.moved, menu: v.openRowMenu, paste: v.lay, turn: v.turn})
	v.strip = newStrip(v)
	v.heads = newHeads(v)
	v.terms = newTerms(m, h.Words(), v.drawSums)
	v.makeBar()
	v.scroll = parts.NewScroll(parts.Pad(0, 0, 16, 0, v.side))
	v.over = parts.Column(0, parts.Fill(parts.Panel, v.bar), v.terms.outer, parts.HLine(parts.Line), v.heads, parts.HLine(parts.Edge))
	v.under = parts.Column(0, v.strip.outer, v.notices, v.missing, parts.HLine(parts.Edge), v.dock)
	v.work = parts.Dock(v.over, v.under, parts.Fill(parts.Page, v.grid.outer))
	v.body = container.New(&split{v: v}, v.work, parts.VLine(parts.Line), parts.Fill(parts.Panel, v.scroll.Outer))
	v.outer = v.whole
	v.draw()
	return v
}

func (v *view) makeBar() {
	t := v.h.Words().T
	v.tabs = parts.NewChoice(parts.ChoiceOptions{Options: v.tabOptions(), Pick: func(int) { v.body.Refresh(); v.whole.Refresh() }})
	v.ways = newWaysBar(v)
	v.line = parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)
	v.change = container.NewStack()
	v.rowMenu = parts.NewButton(parts.ButtonOptions{Text: t("costs.row_menu"), Kind: parts.Quiet, Tap: func() {
		v.openRowMenu(v.rowMenu, fyne.NewPos(0, v.rowMenu.Size().Height+2))
	}})
	v.export = parts.NewButton(parts.ButtonOptions{Text: t("costs.export"), Tap: v.exportFile})
	v.actions = &fyne.Container{Layout: actionsLayout{v}, Objects: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("costs.import"), Tap: v.importFile}),
		v.export, parts.NewButton(parts.ButtonOptions{Text: t("costs.paste"), Tap: v.paste})}}
	v.bar = parts.Pad(8, 16, 9, 20, &fyne.Container{Layout: barLayout{}, Objects: []fyne.CanvasObject{v.tabs, v.ways.outer, v.line, parts.Row(4, v.change, v.rowMenu)}})
}

// draw shows the model anew.
func (v *view) draw() {
	var whole fyne.CanvasObject = v.body
	t := v.h.Words().T
	if !v.m.Open() {
		whole = parts.Empty(parts.IconCosts, t("costs.no_matter"), t("costs.no_matter_text"),
			parts.NewButton(parts.ButtonOptions{Text: t("screen.matters"), Kind: parts.Primary, Tap: func() { v.h.Go("matters") }}))
	}
	if len(v.whole.Objects) != 1 || v.whole.Objects[0] != whole {
		v.whole.Objects = []fyne.CanvasObject{whole}
		v.whole.Refresh()
	}
	v.grid.draw()
	v.heads.Refresh()
	v.strip.draw()
	v.terms.draw()
	v.drawSums()
}

// moved shows what follows when another cell is active: perhaps other columns.
func (v *view) moved() {
	v.heads.Refresh()
	v.strip.draw()
}

// drawSums shows what follows from the cells and terms.
func (v *view) drawSums() {
	v.line.Set(v.m.TermsLine(), parts.Muted)
	v.ways.draw()
	v.drawChange()
	v.drawNotices()
	v.drawDock()
	v.drawSide()
	v.relayout()
}

// relayout gives what has come, gone or changed height its room around the grid.
// Everything drawn anew would cost each key in a cell a frame.
func (v *view) relayout() {
	for _, c := range []*fyne.Container{v.bar, v.notices, v.missing, v.dock} {
		c.Refresh()
	}
	for _, c := range []*fyne.Container{v.over, v.under, v.work} {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

func (v *view) drawChange() {
	t := v.h.Words().T
	word := t("costs.change")
	if v.unfold {
		word = t("costs.done")
	}
	if len(v.change.Objects) == 0 || v.terms.outer.Visible() != v.unfold {
		v.change.Objects = []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: word, Kind: parts.Quiet, Tap: func() { v.fold(!v.unfold) }})}
	}
	v.terms.outer.Hidden = !v.unfold
}

// fold shows or hides the fields of the terms.
func (v *view) fold(open bool) {
	v.finish()
	v.unfold = open
	v.drawSums()
	if open {
		v.h.Window().Canvas().Focus(v.terms.fields[FirstYear].Entry)
	} else {
		v.grid.focus()
	}
}

// drawNotices says what is to be mended, one thing at a time, and which kinds of
// cost nobody has spoken of.
func (v *view) drawNotices() {
	w := v.h.Words()
	v.notices.Objects, v.missing.Objects = nil, nil
	banner := func(mark, text string, a parts.Action) []fyne.CanvasObject {
		b := parts.Banner(mark, text, &a)
		if width := v.grid.Size().Width; width > 0 { // it wraps before it is asked how tall it is
			b.Resize(fyne.NewSize(width, b.MinSize().Height))
		}
		return []fyne.CanvasObject{b}
	}
	if f := v.m.Faults(); len(f) > 0 {
		text := v.m.Say(f[0])
		if len(f) > 1 {
			text += " (" + w.N("costs.more", len(f)-1) + ")"
		}
		v.notices.Objects = banner(parts.MarkSerious, text, parts.Action{Text: w.T("costs.go"), Do: func() { v.goTo(f[0]) }})
	}
	if told := v.m.Told(); told != nil {
		a := parts.Action{Text: w.T("word.close"), Do: func() { v.m.Heard(); v.drawSums(); v.grid.focus() }}
		if len(told.Loose) > 0 {
			a = parts.Action{Text: w.T("costs.show_loose"), Do: func() { v.showLoose(told) }}
		}
		v.notices.Objects = append(v.notices.Objects, banner(parts.MarkNote, told.Text, a)...)
	}
	if v.m.Tab() != Lines || v.m.Told() != nil { // what follows is about the lines, and can wait
		return
	}
	if role, seed, ok := v.m.Lacks(); ok {
		text, do := w.T("costs.no_today_note"), w.T("costs.add_today")
		if role == app.Full {
			text, do = w.T("costs.no_full_note"), w.T("costs.add_full")
		}
		v.missing.Objects = append(v.missing.Objects, banner(parts.MarkNote, text, parts.Action{Text: do, Do: func() { v.ways.begin(seed); v.grid.focus() }})...)
	}
	low := v.h.Window().Canvas().Size().Height < lowWindow && len(v.missing.Objects) > 0
	if all := v.m.Missing(); len(all) > 0 && !low {
		do := w.T("costs.add_row")
		if len(all) > 1 {
			do = w.T("costs.show_missing")
		}
		v.missing.Objects = append(v.missing.Objects, banner(parts.MarkNote, v.m.MissingText(all), parts.Action{Text: do, Do: v.offerMissing})...)
	}
}

// lowWindow is the height under which one note at a time is enough: the rows need
// the room.
const lowWindow = 560

// goTo puts the keyboard where something is to be mended.
func (v *view) goTo(f Fault) {
	if f.At.Row >= 0 {
		v.tabs.Set(v.tabOptions(), 0)
		v.showTab(f.Tab)
		v.grid.focus()
		v.grid.goTo(f.At)
		return
	}
	v.fold(true)
	if field, ok := v.terms.fields[f.Term]; ok {
		v.h.Window().Canvas().Focus(field.Entry)
	}
}

func (v *view) tabOptions() []parts.Option {
	t := v.h.Words().T
	return []parts.Option{{Text: t("costs.rows_tab")}, {Text: t("costs.follows_tab")}}
}

// step goes to the next cell to mend after the active one, or the one before.
func (v *view) step(by int) {
	v.finish()
	faults := slices.DeleteFunc(slices.Clone(v.m.Faults()), func(f Fault) bool { return f.At.Row < 0 })
	if len(faults) == 0 {
		return
	}
	at, table := v.m.At(), v.m.Tab()
	after := func(f Fault) bool {
		return cmp.Or(cmp.Compare(f.Tab, table), cmp.Compare(f.At.Row, at.Row), cmp.Compare(f.At.Column, at.Column)) > 0
	}
	next := slices.IndexFunc(faults, after)
	if next < 0 {
		next = len(faults)
	}
	if by < 0 {
		next--
		if next >= 0 && faults[next].At == at && faults[next].Tab == table {
			next--
		}
	}
	v.goTo(faults[(next+len(faults))%len(faults)])
}

func (v *view) add(kind app.CostKind) {
	v.finish()
	v.m.Add(kind)
	v.draw()
	v.grid.focus()
	v.grid.seen()
}

func (v *view) removeRow() {
	v.finish()
	v.m.Remove()
	v.draw()
	v.grid.focus()
}

func (v *view) move(by int) {
	v.finish()
	v.m.Shift(by)
	v.draw()
	v.grid.seen()
}

// paste lays what has been copied elsewhere over the grid.
func (v *view) paste() {
	v.finish()
	v.lay(fyne.CurrentApp().Clipboard().Content())
	v.grid.focus()
}

// lay takes a table as text. What is refused leaves everything as it was.
func (v *view) lay(text string) {
	v.h.Problem(v.m.Paste(text))
	v.draw()
	v.grid.seen()
}

// finish takes what is being typed anywhere on the screen.
func (v *view) finish() {
	v.grid.finish(true)
	v.terms.finish()
}

func (v *view) focus() {
	if v.m.Open() {
		v.grid.focus()
	}
}

// narrow reports whether rows and what follows are shown one at a time.
func (v *view) narrow() bool { return v.tabs.Visible() }
