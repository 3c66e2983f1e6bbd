package matters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// view draws the model: chips, the list, and the open matter beside it.
type view struct {
	m *Model
	d *desk.Desk
	h parts.Host
	o Orders

	outer  fyne.CanvasObject
	header fyne.CanvasObject
	search *parts.Field
	chips  *parts.Choice
	list   *parts.List
	bed    *fyne.Container // the list, or what stands there when it is empty
	notice *fyne.Container // "ligger i papperskorgen", with Ångra
	side   *fyne.Container
	last   string // what the side panel shows
}

// Widths of the columns of a row, and of the panel beside the list.
const (
	marginLeft  = 20
	marginRight = 16
	tallyWidth  = 126
	stageWidth  = 206
	timeWidth   = 136
	sideWidth   = 332
	leastList   = 560 // of the list, before the panel gives way
	leastStages = 680 // of the list, before the column with stages gives way
)

// places are the left edges of title, findings, stage and time in a row of a
// width; stages says whether there is room for that column.
func places(width float32) (title, tally, stage, time float32, stages bool) {
	time = width - marginRight - timeWidth
	stage, stages = time, width >= leastStages
	if stages {
		stage -= stageWidth
	}
	return marginLeft, stage - tallyWidth, stage, time, stages
}

func newView(m *Model, d *desk.Desk, h parts.Host, o Orders) *view {
	v := &view{m: m, d: d, h: h, o: o}
	t := h.Words().T
	v.search = parts.NewField(parts.FieldOptions{Ghost: t("matters.search"), Icon: parts.IconSearch,
		Changed: func(s string) { m.Search(s); v.rowsChanged() }, Submit: func(string) { v.enter() }, Key: v.searchKey})
	v.header = parts.Row(12, parts.Text(t("screen.matters"), parts.TextSection, parts.Ink, parts.Bold), parts.Grow(parts.Shrink(340, 120, v.search.Outer)),
		parts.NewButton(parts.ButtonOptions{Text: t("matters.open_motion"), Tap: o.OpenMotion}),
		parts.NewButton(parts.ButtonOptions{Text: t("matters.new"), Icon: parts.IconPlus, Kind: parts.Primary, Tap: o.New}))
	v.chips = parts.NewChoice(parts.ChoiceOptions{Options: v.chipOptions(), Chips: true, Pick: v.pickChip})
	v.list = newList(m, v.opened, v.enter, v.key)
	v.bed = container.NewStack()
	v.notice = parts.Column(0)
	v.side = container.NewStack()
	v.outer = parts.Aside(parts.Dock(v.top(), nil, parts.Fill(parts.Page, v.bed)), parts.Fill(parts.Panel, v.side), sideWidth, leastList)
	v.drawSide(desk.State{})
	return v
}

// top is chips, order and heads of the columns.
func (v *view) top() fyne.CanvasObject {
	t := v.h.Words().T
	order := parts.NewDropdown(parts.DropdownOptions{Options: []string{t("matters.by_time"), t("matters.by_saved"), t("matters.by_title")}, Width: 196,
		Pick: func(i int) { v.m.Sort(Order(i)); v.rowsChanged() }})
	head := func(s string) fyne.CanvasObject {
		return parts.Middle(parts.NewLabel(s, parts.TextHint, parts.Muted, parts.Bold))
	}
	heads := parts.Fixed(0, 28, container.New(headLayout{}, head(t("matters.matter")), head(t("matters.findings_head")), head(t("matters.stage")), head(t("matters.to_day"))))
	return parts.Column(0, parts.Pad(10, 16, 10, 20, parts.GiveWay(8, v.chips, order)), parts.HLine(parts.Line), heads, parts.HLine(parts.Line), v.notice)
}

// headLayout sets the words over the columns.
type headLayout struct{}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 28) }

func (headLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	title, tally, stage, time, stages := places(s.Width)
	o[2].Hide()
	if stages {
		o[2].Show()
	}
	for i, x := range []struct{ from, to float32 }{{title, tally}, {tally, stage}, {stage, time}, {time, s.Width}} {
		o[i].Move(fyne.NewPos(float32(int(x.from)), 0))
		o[i].Resize(fyne.NewSize(max(0, x.to-x.from-4), s.Height))
	}
}

func (v *view) chipOptions() []parts.Option {
	t := v.h.Words().T
	names := []string{t("matters.all"), t("matters.mine"), t("matters.short"), t("matters.waiting"), t("matters.decided"), t("matters.bin")}
	var out []parts.Option
	for i, f := range Filters {
		out = append(out, parts.Option{Text: names[i], Count: v.h.Words().Int(int64(v.m.Count(f)))})
	}
	return out
}

func (v *view) pickChip(i int) {
	if Filters[i] == Bin {
		rows, err := v.d.Bin()
		if err != nil {
			v.h.Problem(err)
		}
		v.m.SetBin(rows)
	}
	v.m.Filter(Filters[i])
	v.rowsChanged()
}

// rowsChanged draws the list anew, or what stands in its place.
func (v *view) rowsChanged() {
	v.chips.Set(v.chipOptions(), int(v.m.Chosen()))
	var o fyne.CanvasObject = v.list.Outer
	if v.m.Len() == 0 {
		o = v.empty()
	}
	if len(v.bed.Objects) != 1 || v.bed.Objects[0] != o {
		v.bed.Objects = []fyne.CanvasObject{o}
		v.bed.Refresh()
	}
	v.list.Reset(v.m.Index(v.m.Open()))
	v.last = ""
	v.drawSide(v.d.State())
}

// empty says why nothing is shown, and what can be done.
func (v *view) empty() fyne.CanvasObject {
	t := v.h.Words().T
	button := func(text, icon string, kind parts.ButtonKind, tap func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: text, Icon: icon, Kind: kind, Tap: tap})
	}
	switch {
	case v.m.Query() != "":
		where := v.chipOptions()[v.m.Chosen()].Text
		vars := i18n.Vars{"Query": v.m.Query(), "Where": where, "N": v.h.Words().Int(int64(v.m.Count(v.m.Chosen()))), "All": v.h.Words().Int(int64(v.m.Registered()))}
		buttons := []fyne.CanvasObject{}
		if v.m.Chosen() != All {
			buttons = append(buttons, button(t("matters.search_all"), "", parts.Primary, func() { v.m.Filter(All); v.rowsChanged() }))
		}
		return parts.Empty(parts.IconSearch, t("matters.nothing", vars), t("matters.looked", vars),
			append(buttons, button(t("matters.clear"), "", parts.Plain, func() { v.search.SetText(""); v.m.Search(""); v.rowsChanged() }))...)
	case v.m.Registered() == 0 && v.m.Chosen() != Bin:
		buttons := []fyne.CanvasObject{button(t("matters.new"), parts.IconPlus, parts.Primary, v.o.New), button(t("matters.open_motion"), "", parts.Plain, v.o.OpenMotion)}
		if v.o.Samples != nil {
			buttons = append(buttons, button(t("matters.samples"), "", parts.Plain, v.o.Samples))
		}
		return parts.Empty(parts.IconMatters, t("matters.none"), t("matters.begin"), buttons...)
	}
	return parts.Empty(parts.IconMatters, t("matters.none_here"), t("matters.none_text"), button(t("matters.show_all"), "", parts.Plain, func() { v.m.Filter(All); v.rowsChanged() }))
}

// opened is told that a row was chosen. Passing over rows with the arrows opens
// none of them: only where one stays.
func (v *view) opened(id string) {
	if id == "" || id == v.m.Open() || v.m.Chosen() == Bin {
		v.drawSide(v.d.State())
		return
	}
	v.h.After("matters.open", 120, func() {
		if id == v.chosen() {
			v.openNow(id)
		}
	})
}

func (v *view) openNow(id string) bool {
	if err := v.d.Open(id); err != nil {
		v.h.Problem(err)
		return false
	}
	return true
}

// chosen is the identity of the chosen row; empty when there is none.
func (v *view) chosen() string { return v.m.ID(v.list.At()) }

// enter opens the chosen matter and goes on to write.
func (v *view) enter() { v.enterScreen("draft") }

func (v *view) enterScreen(name string) {
	id := v.chosen()
	if id == "" {
		id = v.m.ID(0)
	}
	if id != "" && v.m.Chosen() != Bin && v.openNow(id) {
		v.h.Go(name)
	}
}

// key removes the chosen matter with Delete.
func (v *view) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDelete || v.m.Chosen() == Bin {
		return false
	}
	if id := v.chosen(); id != "" && v.openNow(id) {
		v.askRemove()
	}
	return true
}

func (v *view) searchKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDown && v.m.Len() > 0 {
		v.focus()
		return true
	}
	return false
}

func (v *view) focus() {
	if v.m.Len() == 0 {
		return
	}
	v.h.Window().Canvas().Focus(v.list)
}

func (v *view) find() {
	v.h.Window().Canvas().Focus(v.search.Entry)
	v.search.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}
