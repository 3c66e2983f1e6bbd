package draft

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// narrow is what stands in for outline and findings when the window is narrow: a
// dropdown above the page, one finding in a strip below it.
type narrow struct {
	words    i18n.Words
	orders   orders
	top      fyne.CanvasObject
	bottom   *fyne.Container
	sections *parts.Dropdown
	chips    *parts.Choice
	rows     []OutlineRow
	names    []string // of the rows, and what adds one
	active   int
	strip    stripLook
	on       bool // the window is narrow
	list     bool // the list lies over the page
}

// stripLook is everything the strip is drawn from.
type stripLook struct {
	card  Card
	n, of int
}

func newNarrow(w i18n.Words, o orders, toggle func()) *narrow {
	n := &narrow{words: w, orders: o}
	n.sections = parts.NewDropdown(parts.DropdownOptions{Chosen: -1, Ghost: w.T("draft.sections"), Width: 232, Pick: func(i int) {
		if i < len(n.rows) {
			o.sectionPicked(n.rows[i])
			return
		}
		n.sections.Set(n.names, n.active) // the last row is none of them
		o.sectionWanted()
	}})
	all := parts.NewButton(parts.ButtonOptions{Text: w.T("draft.all_findings"), Tap: toggle})
	n.chips = parts.NewChoice(parts.ChoiceOptions{Chips: true, Chosen: -1, Pick: func(i int) {
		o.filtered(filters[i+1])
		toggle()
	}})
	row := parts.Pad(8, 12, 8, 12, parts.Row(8, n.sections, parts.Grow(), n.chips, all))
	n.top = parts.Fill(parts.Panel, parts.Column(0, row, parts.HLine(parts.Line)))
	n.bottom = parts.Stack()
	return n
}

// show draws what has changed; near is the card the strip shows, -1 for none.
func (n *narrow) show(rows []OutlineRow, cards []Card, near int, t app.Tally) {
	n.rows = rows
	var names []string
	active := -1
	for i, r := range rows {
		name := strings.Repeat("\u2003", r.Level) + r.Heading
		if r.Count > 0 {
			name += " (" + strconv.Itoa(r.Count) + ")"
		}
		names = append(names, name)
		if r.Active {
			active = i
		}
	}
	n.names, n.active = append(names, "+ "+n.words.T("draft.add_section")), active
	n.sections.Set(n.names, active)
	n.chips.Set(chipOptions(n.words, t)[1:], -1)
	look := stripLook{n: near + 1, of: len(cards)}
	if near >= 0 {
		look.card = cards[near]
	}
	if len(n.bottom.Objects) > 0 && look.n == n.strip.n && look.of == n.strip.of && sameCard(look.card, n.strip.card) {
		return
	}
	n.strip = look
	n.bottom.Objects = []fyne.CanvasObject{n.draw(look)}
	if size := n.bottom.Size(); size.Width > 0 {
		n.bottom.Objects[0].Resize(size)
	}
	n.bottom.Refresh()
}

func (n *narrow) draw(l stripLook) fyne.CanvasObject {
	if l.n == 0 {
		return parts.Box(parts.Page, parts.Line, 0, parts.Pad(8, 12, 9, 12, parts.NewLabel(n.words.T("draft.no_findings"), parts.TextControl, parts.Muted, parts.Regular)))
	}
	f, k := l.card.Finding, l.card.Key
	shape := parts.SeverityMark(f.Severity)
	second := parts.Row(5, parts.Text(n.words.T("severity."+string(f.Severity)), parts.TextHint, parts.MarkWord(shape), parts.Bold),
		parts.Text("· "+n.words.T("part.of", i18n.Vars{"N": l.n, "Of": l.of}), parts.TextHint, parts.Muted, parts.Regular))
	row := []fyne.CanvasObject{parts.Mark(shape, 20, parts.Page),
		parts.Grow(parts.Column(0, parts.NewLabel(f.Title, parts.TextControl, parts.Ink, parts.Bold), second)),
		parts.NewButton(parts.ButtonOptions{Text: n.words.T("draft.why"), Kind: parts.Quiet, Tap: func() { n.orders.whyWanted(k) }})}
	switch {
	case len(l.card.Mends) > 0:
		with := l.card.Mends[0]
		row = append(row, parts.NewButton(parts.ButtonOptions{Text: n.words.T("draft.mend_short"), Icon: parts.IconCheck, Kind: parts.Primary, Tap: func() { n.orders.cardMend(k, with) }}))
	case f.Wording != "":
		row = append(row, parts.NewButton(parts.ButtonOptions{Text: n.words.T("part.insert"), Icon: parts.IconPlus, Kind: parts.Primary, Tap: func() { n.orders.cardInsert(k) }}))
	}
	row = append(row, parts.NewButton(parts.ButtonOptions{Text: n.words.T("draft.waive_short"), Tap: func() { n.orders.cardWaive(k) }}),
		parts.NewButton(parts.ButtonOptions{Text: n.words.T("draft.next"), Icon: parts.IconDown, Kind: parts.Quiet, Tap: func() { n.orders.stepped(1) }}))
	inner := parts.Pad(8, 12, 9, 12, parts.Row(9, row...))
	return parts.Column(0, parts.HLine(parts.Edge), parts.Fill(parts.Page, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.MarkColor(shape), 4, 1, 0), inner)))
}
