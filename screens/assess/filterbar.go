package assess

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// filterBar is what narrows the list: the states as chips, and under them a search,
// the area, the severity and only what is open.
type filterBar struct {
	v      *view
	outer  fyne.CanvasObject
	states []app.CriterionState // what the chips stand for
	chips  *parts.Choice
	drop   *parts.Dropdown // in place of the chips in a narrow window
	search *parts.Field
	groups *parts.Dropdown
	of     []Group // what is offered in groups, after all
	weight *parts.Dropdown
	open   *parts.Choice
}

func newFilterBar(v *view) *filterBar {
	f := &filterBar{v: v}
	t := v.h.Words().T
	f.chips = parts.NewChoice(parts.ChoiceOptions{Chips: true, Pick: f.pickState})
	f.drop = parts.NewDropdown(parts.DropdownOptions{Width: 230, Pick: f.pickState})
	f.search = parts.NewField(parts.FieldOptions{Ghost: t("assess.search"), Icon: parts.IconSearch, Changed: func(s string) { v.m.Search(s); v.sifted() }, Key: f.searchKey,
		Submit: func(string) { v.focus() }})
	f.groups = parts.NewDropdown(parts.DropdownOptions{Width: 180, Pick: f.pickGroup})
	f.weight = parts.NewDropdown(parts.DropdownOptions{Width: 156, Pick: f.pickWeight})
	f.open = parts.NewChoice(parts.ChoiceOptions{Chips: true, Chosen: -1, Options: []parts.Option{{Text: t("assess.only_open")}}, Pick: func(int) { v.m.OnlyOpen(!v.m.IsOnlyOpen()); v.sifted() }})
	states := parts.Pad(7, 16, 4, 20, &fyne.Container{Layout: chipsLayout{}, Objects: []fyne.CanvasObject{f.chips, f.drop, parts.Hint(t("assess.next"))}})
	more := parts.Pad(2, 16, 7, 20, &fyne.Container{Layout: narrowing{}, Objects: []fyne.CanvasObject{f.search.Outer, f.groups, f.weight, f.open}})
	f.outer = parts.Fill(parts.Fog, parts.Column(0, states, more, parts.HLine(parts.Line)))
	return f
}

// draw shows what is chosen, and how many there are of each.
func (f *filterBar) draw() {
	w, m := f.v.h.Words(), f.v.m
	f.states = []app.CriterionState{"", app.Failed, app.NotAddressed, app.Indicated, app.Met, app.Waived}
	if m.Count(setAside) > 0 || m.Filtered() == setAside {
		f.states = append(f.states, setAside)
	}
	var options []parts.Option
	var names []string
	chosen := 0
	for i, s := range f.states {
		o := parts.Option{Text: w.T("assess.all"), Count: w.Int(int64(m.Count(s)))}
		if s != "" {
			o.Text, o.Mark = w.T("state."+string(s)), parts.StateMark(s)
		}
		switch s { // shorter words: the chips stand in one row
		case app.Indicated:
			o.Text = w.T("assess.found")
		case app.Waived:
			o.Text = w.T("assess.reason")
		case setAside:
			o.Text = w.T("assess.set_aside_short")
		}
		if s == m.Filtered() {
			chosen = i
		}
		options, names = append(options, o), append(names, o.Text+"  "+o.Count)
	}
	f.chips.Set(options, chosen)
	f.drop.Set(names, chosen)
	f.drawMore()
}

func (f *filterBar) drawMore() {
	t, m := f.v.h.Words().T, f.v.m
	f.of = m.groups()
	names, chosen := []string{t("assess.all_groups")}, 0
	for i, g := range f.of {
		names = append(names, t("assess.group."+string(g)))
		if g == m.Alone() {
			chosen = i + 1
		}
	}
	f.groups.Set(names, chosen)
	names, chosen = []string{t("assess.all_severities")}, 0
	for i, s := range app.Severities {
		names = append(names, t("severity."+string(s)))
		if s == m.Weighed() {
			chosen = i + 1
		}
	}
	f.weight.Set(names, chosen)
	chosen = -1
	if m.IsOnlyOpen() {
		chosen = 0
	}
	f.open.Set([]parts.Option{{Text: t("assess.only_open")}}, chosen)
	f.search.SetText(m.Searched())
}

func (f *filterBar) pickState(i int) {
	f.v.m.Filter(f.states[i])
	f.v.sifted()
}

func (f *filterBar) pickGroup(i int) {
	g := f.v.m.Alone() // of all: the one that is shown alone is let go
	if i > 0 {
		g = f.of[i-1]
	}
	f.v.m.Only(g)
	f.v.sifted()
}

func (f *filterBar) pickWeight(i int) {
	s := app.Severity("")
	if i > 0 {
		s = app.Severities[i-1]
	}
	f.v.m.Weighing(s)
	f.v.sifted()
}

// searchKey empties the search with Esc, then leaves it; Down goes to the list.
func (f *filterBar) searchKey(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyEscape && f.v.m.Searched() != "":
		f.v.m.Search("")
		f.v.sifted()
	case e.Name == fyne.KeyEscape, e.Name == fyne.KeyDown:
		f.v.focus()
	default:
		return false
	}
	return true
}

// narrowing lays the search and what stands after it in a row; what there is no
// room for gives way from the right, but for the last.
type narrowing struct{}

const leastSearch = 150

func (narrowing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastSearch, 34) }

func (narrowing) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const gap = 8
	rest := s.Width - leastSearch
	for _, i := range []int{3, 1, 2} { // what is open, the area, the severity
		need := o[i].MinSize().Width + gap
		if need > rest {
			o[i].Hide()
			continue
		}
		o[i].Show()
		rest -= need
	}
	x := s.Width
	for i := 3; i > 0; i-- {
		if !o[i].Visible() {
			continue
		}
		m := o[i].MinSize()
		x -= m.Width
		put(o[i], x, (s.Height-m.Height)/2, m.Width, m.Height)
		x -= gap
	}
	put(o[0], 0, 0, x, s.Height)
}
