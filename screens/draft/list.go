package draft

import "yttra/app"

// ListRow is a row of the list of findings: a card, or the head of a group of
// cards.
type ListRow struct {
	Card Card

	Group    string // name of the group that it heads; empty: it is a card
	Severity app.Severity
	Count    int // of cards in the group
	Folded   bool
}

// groupFrom is how many cards about missing things of one severity there are at
// least before they are gathered in a group.
const groupFrom = 4

// List is the cards as they are shown. What is missing in the text is gathered
// under a head for each severity when there is much of it; such a group is folded
// until somebody opens it, but never that of what stops the paper.
func (m *Model) List() []ListRow {
	cards := m.Cards()
	count := map[string]int{}
	for _, c := range cards {
		count[groupOf(c)]++
	}
	var out []ListRow
	last := ""
	for _, c := range cards {
		g := groupOf(c)
		if g == "" || count[g] < groupFrom {
			out = append(out, ListRow{Card: c})
			continue
		}
		folded, chosen := m.folded[g]
		folded = folded || !chosen && c.Finding.Severity != app.Blocking
		if g != last {
			out = append(out, ListRow{Group: g, Severity: c.Finding.Severity, Count: count[g], Folded: folded})
		}
		if last = g; !folded {
			out = append(out, ListRow{Card: c})
		}
	}
	return out
}

// groupOf names the group that a card belongs to; empty: none. No role of a
// section has a space, so the names are not mixed up with those.
func groupOf(c Card) string {
	if !c.Missing {
		return ""
	}
	return "missing " + string(c.Finding.Severity)
}

// FoldGroup hides or shows a group. The card that was open in it gives way to
// the first that is seen.
func (m *Model) FoldGroup(group string, fold bool) {
	m.folded[group] = fold
	if f, ok := m.finding(m.open); ok && fold && groupOf(Card{Finding: f, Missing: m.missing(f)}) == group {
		m.open = Key{}
		m.keepOpen(0)
	}
}
