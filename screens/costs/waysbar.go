package costs

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// waysBar is the proposal and its alternatives as segments, with a plus for
// another and what can be done with the one that is shown. Where there is no
// room for the segments they are a drop-down.
type waysBar struct {
	v        *view
	outer    *fyne.Container
	label    fyne.CanvasObject
	segments *parts.Choice
	list     *parts.Dropdown
	plus     *parts.Press
	more     *parts.Press
}

func newWaysBar(v *view) *waysBar {
	t := v.h.Words().T
	b := &waysBar{v: v, label: parts.Text(t("costs.ways"), parts.TextHint, parts.Muted, parts.Bold)}
	b.segments = parts.NewChoice(parts.ChoiceOptions{Pick: b.show})
	b.list = parts.NewDropdown(parts.DropdownOptions{Width: waysListWidth, Pick: b.show})
	b.plus = parts.NewButton(parts.ButtonOptions{Icon: parts.IconPlus, Kind: parts.Quiet, Tap: b.add})
	b.more = parts.NewButton(parts.ButtonOptions{Text: "…", Kind: parts.Quiet, Tap: b.offer})
	b.outer = &fyne.Container{Layout: waysLayout{b}, Objects: []fyne.CanvasObject{b.label, b.segments, b.list, b.plus, b.more}}
	return b
}

func (b *waysBar) draw() {
	names := b.v.m.Ways()
	var options []parts.Option
	for i, name := range names {
		o := parts.Option{Text: parts.Fit(name, 220, parts.TextSecond, parts.Regular)}
		if i == 0 && len(names) > 1 && name != b.v.h.Words().T("costs.proposal") {
			o.Count = b.v.h.Words().T("costs.is_proposal")
		}
		if word := b.role(i); word != "" && !strings.EqualFold(word, name) {
			o.Count = word
		}
		options = append(options, o)
	}
	b.segments.Set(options, b.v.m.Way())
	b.list.Set(names, b.v.m.Way())
	b.outer.Refresh()
}

// role is the word for what an alternative is; empty when it is only another way.
func (b *waysBar) role(i int) string {
	switch b.v.m.wayRole(i) {
	case app.Today:
		return b.v.h.Words().T("costs.role.today")
	case app.Full:
		return b.v.h.Words().T("costs.role.full")
	}
	return ""
}

func (b *waysBar) show(i int) {
	b.v.finish()
	b.v.m.ShowWay(i)
	b.v.draw()
}

// front is whichever of segments and list is seen.
func (b *waysBar) front() fyne.Focusable {
	if b.segments.Visible() {
		return b.segments
	}
	return b.list
}

// add asks what the new alternative is to begin with.
func (b *waysBar) add() {
	t := b.v.h.Words().T
	seeds := []Seed{SeedCopy, SeedToday, SeedEmpty}
	words := []string{t("costs.seed_copy"), t("costs.seed_today"), t("costs.seed_empty")}
	if m := b.v.m.state.Matter; m != nil && m.Estimate.Pilot {
		seeds, words = append(seeds, SeedFull), append(words, t("costs.seed_full"))
	}
	parts.OpenMenu(b.plus, words, -1, func(i int) {
		b.begin(seeds[i])
		b.rename()
	})
}

// begin adds an alternative and shows it.
func (b *waysBar) begin(s Seed) {
	b.v.finish()
	b.v.m.AddWay(s)
	b.v.draw()
}

// offer opens what can be done with the way that is shown.
func (b *waysBar) offer() {
	t, m := b.v.h.Words().T, b.v.m
	what, do, chosen := []string{t("costs.rename")}, []func(){b.rename}, -1
	if m.Way() > 0 {
		what = append(what, t("costs.propose"), t("costs.own_units"))
		do = append(do, m.Propose, b.askUnits)
		for i, word := range []string{"costs.is_other", "costs.is_today", "costs.is_full"} {
			if m.Role() == app.WayRoles[i] {
				chosen = len(what)
			}
			what, do = append(what, t(word)), append(do, func() { m.SetRole(app.WayRoles[i]) })
		}
		what, do = append(what, t("costs.remove_way")), append(do, m.RemoveWay)
	} else if m.Open() {
		pilot := m.state.Matter.Estimate.Pilot
		if pilot {
			chosen = len(what)
		}
		what, do = append(what, t("costs.pilot")), append(do, func() { m.SetPilot(!pilot) })
	}
	parts.OpenMenu(b.more, what, chosen, func(i int) {
		b.v.finish()
		do[i]()
		b.v.draw()
	})
}

// askUnits asks how many the alternative is shared by.
func (b *waysBar) askUnits() {
	w, m := b.v.h.Words(), b.v.m
	parts.Ask(b.v.h.Window(), w, parts.AskOptions{Title: w.T("costs.own_units_title"), Label: w.T("costs.own_units_label"), Start: m.OwnUnits(),
		Yes: w.T("costs.own_units_yes"), Check: m.UnitsFault, Done: func(s string) {
			m.SetOwnUnits(s)
			b.v.draw()
			b.v.grid.focus()
		}})
}

func (b *waysBar) rename() {
	w := b.v.h.Words()
	parts.Ask(b.v.h.Window(), w, parts.AskOptions{Title: w.T("costs.rename_title"), Label: w.T("costs.way_name"), Start: b.v.m.Ways()[b.v.m.Way()],
		Yes: w.T("costs.rename_yes"), Check: b.v.m.NameFault, Done: func(s string) {
			b.v.m.Rename(s)
			b.v.draw()
			b.v.grid.focus()
		}})
	if field, ok := b.v.h.Window().Canvas().Focused().(fyne.Shortcutable); ok { // what is typed replaces the old name
		field.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

const waysListWidth = 200

type waysLayout struct{ b *waysBar }

func (l waysLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(waysListWidth+80, 34) }

// whole is how wide the bar is with its label and segments.
func (l waysLayout) whole() float32 {
	b := l.b
	return b.label.MinSize().Width + 10 + b.segments.MinSize().Width + 6 + b.plus.MinSize().Width + b.more.MinSize().Width
}

func (l waysLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	b := l.b
	fits := l.whole() <= s.Width
	show(b.label, fits)
	show(b.segments, fits)
	show(b.list, !fits)
	x := float32(0)
	at := func(o fyne.CanvasObject, gap float32) {
		if o.Visible() {
			m := o.MinSize()
			put(o, x, (s.Height-m.Height)/2, m.Width, m.Height)
			x += m.Width + gap
		}
	}
	at(b.label, 10)
	at(b.segments, 6)
	at(b.list, 6)
	at(b.plus, 0)
	at(b.more, 0)
}

// barLayout sets the tabs of a narrow window, the alternatives, what holds for
// them and the way to change it in one row; the third is left out where
// it has no room.
type barLayout struct{}

func (barLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 34) }

func (barLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const gap = 12
	x := float32(0)
	if o[0].Visible() {
		m := o[0].MinSize()
		put(o[0], 0, (s.Height-m.Height)/2, m.Width, m.Height)
		x = m.Width + gap
	}
	change := o[3].MinSize()
	end := s.Width - change.Width
	put(o[3], end, (s.Height-change.Height)/2, change.Width, change.Height)
	line, ok := o[2].(*parts.Label)
	wants := float32(0)
	if ok {
		wants = line.Natural()
	}
	ways := o[1].MinSize().Width
	if c, ok := o[1].(*fyne.Container); ok {
		if l, ok := c.Layout.(waysLayout); ok && x+l.whole() <= end {
			ways = l.whole()
		}
	}
	put(o[1], x, 0, ways, s.Height)
	x += ways + gap
	m := o[2].MinSize()
	if show(o[2], wants <= end-gap-x); o[2].Visible() {
		put(o[2], end-gap-wants, (s.Height-m.Height)/2, wants, m.Height)
	}
}
