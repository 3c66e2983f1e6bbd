package matters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app/desk"
	"yttra/screens/parts"
)

// view draws the model: chips, the list, and the open matter beside it.
type view struct {
	m     *Model
	d     *desk.Desk
	h     parts.Host
	o     Orders
	asker asker

	outer  *fyne.Container
	beside *besideLayout
	header fyne.CanvasObject
	search *parts.Field
	chips  *parts.Choice
	drop   *parts.Dropdown // the chips, where there is no room for them
	narrow narrowBar
	heads  fyne.CanvasObject
	list   *parts.List
	bed    *fyne.Container // the list, or what stands there when it is empty
	notice *fyne.Container // what was done, with Ångra
	panel  *fyne.Container
	strip  *fyne.Container
	first  fyne.Focusable // the first thing in the panel
	last   string         // what the panel shows
	picked string         // the row chosen last
}

func newView(m *Model, d *desk.Desk, h parts.Host, o Orders) *view {
	v := &view{m: m, d: d, h: h, o: o, asker: asker{texts: o.Texts}}
	t := h.Words().T
	v.search = parts.NewField(parts.FieldOptions{Ghost: t("matters.search"), Icon: parts.IconSearch,
		Changed: v.typed, Submit: func(string) { v.enter() }, Key: v.searchKey})
	v.header = parts.Row(12, parts.Text(t("screen.matters"), parts.TextSection, parts.Ink, parts.Bold),
		parts.Grow(container.New(searchLayout{}, v.search.Outer, parts.Hint("Ctrl+F"), parts.NewButton(parts.ButtonOptions{Text: t("matters.filter"), Tap: v.toggleNarrow}))),
		parts.NewButton(parts.ButtonOptions{Text: t("matters.open_motion"), Tap: o.OpenMotion}),
		parts.NewButton(parts.ButtonOptions{Text: t("matters.new"), Icon: parts.IconPlus, Kind: parts.Primary, Tap: o.New}))
	m.SetBin(v.readBin())
	v.chips = parts.NewChoice(parts.ChoiceOptions{Options: v.chipOptions(), Chips: true, Pick: v.pickChip})
	v.drop = parts.NewDropdown(parts.DropdownOptions{Options: v.chipNames(), Width: 220, Pick: v.pickChip})
	v.newNarrowBar()
	v.list = v.newList()
	v.bed, v.notice = container.NewStack(), parts.Column(0)
	v.panel, v.strip, v.beside = container.NewStack(), container.NewStack(), &besideLayout{}
	v.outer = container.New(v.beside, parts.Dock(v.top(), nil, parts.Fill(parts.Page, v.bed)), parts.VLine(parts.Line), filled(v.panel), filled(v.strip))
	v.drawSide(desk.State{})
	return v
}

// top is chips, order, what was just done, and heads of the columns.
func (v *view) top() fyne.CanvasObject {
	t := v.h.Words().T
	order := parts.NewDropdown(parts.DropdownOptions{Options: []string{t("matters.by_time"), t("matters.by_saved"), t("matters.by_title")}, Width: 150,
		Pick: func(i int) { v.m.Sort(Order(i)); v.rowsChanged() }})
	head := func(s string) fyne.CanvasObject {
		return parts.Middle(parts.NewLabel(s, parts.TextHint, parts.Muted, parts.Bold))
	}
	v.heads = parts.Column(0, parts.Fixed(0, 28, container.New(headLayout{}, head(t("matters.matter")), head(t("matters.findings_head")),
		head(t("matters.stage")), head(t("matters.to_day")))), parts.HLine(parts.Line))
	return parts.Column(0, parts.Pad(10, 16, 10, 20, container.New(filterLayout{}, v.chips, v.drop, order)), parts.HLine(parts.Line), v.narrow.outer, v.notice, v.heads)
}

func (v *view) chipWords() []string {
	t := v.h.Words().T
	return []string{t("matters.all"), t("matters.mine"), t("matters.short"), t("matters.waiting"), t("matters.decided"), t("matters.bin")}
}

func (v *view) chipOptions() []parts.Option {
	var out []parts.Option
	for i, f := range Filters {
		out = append(out, parts.Option{Text: v.chipWords()[i], Count: v.number(v.m.Count(f))})
	}
	return out
}

func (v *view) chipNames() []string {
	var out []string
	for _, o := range v.chipOptions() {
		out = append(out, o.Text+" "+o.Count)
	}
	return out
}

func (v *view) number(n int) string { return v.h.Words().Int(int64(n)) }

func (v *view) pickChip(i int) {
	v.unsay()
	v.show(Filters[i])
}

// show shows the rows of a chip.
func (v *view) show(f Filter) {
	if f == Bin {
		v.m.SetBin(v.readBin())
	}
	v.m.Filter(f)
	v.rowsChanged()
	v.ask()
}

// rowsChanged draws the list anew, or what stands in its place.
func (v *view) rowsChanged() {
	v.chips.Set(v.chipOptions(), int(v.m.Chosen()))
	v.drop.Set(v.chipNames(), int(v.m.Chosen()))
	v.drawNarrow()
	v.forgetErased()
	var o fyne.CanvasObject = v.list.Outer
	none := v.m.Len() == 0
	if none {
		o = v.empty()
	}
	show(v.heads, !none)
	if len(v.bed.Objects) != 1 || v.bed.Objects[0] != o {
		v.bed.Objects = []fyne.CanvasObject{o}
		v.bed.Refresh()
	}
	at := v.m.Index(v.picked)
	if at < 0 {
		at = v.m.Index(v.m.Open())
	}
	if at < 0 && !none && v.m.Chosen() == Bin { // nothing there is open: tell of the first
		at = 0
	}
	v.list.Reset(at)
	v.last = ""
	v.drawSide(v.d.State())
	if v.beside.bare != none {
		v.beside.bare = none
	}
	v.outer.Refresh()
	if v.o.Counted != nil {
		v.o.Counted()
	}
}

// near chooses the row at a place, or the last one, and puts the keyboard there:
// after something has been done to the row that stood there.
func (v *view) near(at int) {
	v.picked = ""
	v.rowsChanged()
	if n := v.m.Len(); n > 0 {
		v.list.Choose(max(0, min(at, n-1)))
	}
	v.focus()
}

// chose is told that a row was chosen. Passing over rows with the arrows opens
// none of them: only where one stays.
func (v *view) chose(id string) {
	v.picked = id
	if id == "" || id == v.m.Open() || v.m.Chosen() == Bin {
		v.drawSide(v.d.State())
		return
	}
	v.h.After("matters.open", 120, func() {
		if id == v.chosen() && v.m.Chosen() != Bin {
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

// enter opens the chosen matter and goes on to write; what lies in the bin is
// taken back.
func (v *view) enter() {
	if v.m.Chosen() == Bin {
		v.takeBack(v.chosen())
		return
	}
	v.enterScreen("draft")
}

func (v *view) enterScreen(name string) {
	id := v.chosen()
	if id == "" {
		id = v.m.ID(0)
	}
	if id != "" && v.m.Chosen() != Bin && v.openNow(id) {
		v.h.Go(name)
	}
}
