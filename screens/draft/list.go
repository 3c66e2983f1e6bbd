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

// notesFrom is how many notes there are at least before they are gathered in a
// group.
const notesFrom = 20

// Names of groups: no role of a section has a space, so they are not mixed up with
// those.
const (
	groupMissing = "missing " // and a severity
	groupNotes   = "all notes"
)

// List is the cards as they are shown. What is missing in the text is gathered
// under a head for each severity when there is much of it, and so are many notes;
// such a group is folded until somebody opens it, but never that of what stops the
// paper, nor the notes when nothing else is asked for.
func (m *Model) List() []ListRow {
	cards := m.Cards()
	notes := 0
	for _, c := range cards {
		if groupOf(c, true) == groupNotes {
			notes++
		}
	}
	many := notes > notesFrom && m.filter != Filter(app.Note)
	count := map[string]int{}
	for _, c := range cards {
		count[groupOf(c, many)]++
	}
	var out []ListRow
	last := ""
	for _, c := range cards {
		g := groupOf(c, many)
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

// groupOf names the group that a card belongs to when notes are many, or not;
// empty: none.
func groupOf(c Card, many bool) string {
	switch {
	case c.Missing:
		return groupMissing + string(c.Finding.Severity)
	case many && c.Finding.Severity == app.Note:
		return groupNotes
	}
	return ""
}

// groupWord is the key of a group's name.
func groupWord(group string) string {
	if group == groupNotes {
		return "draft.group_notes"
	}
	return "draft.group_missing"
}

// FoldGroup hides or shows a group. The card that was open in it gives way to
// the first that is seen.
func (m *Model) FoldGroup(group string, fold bool) {
	m.folded[group] = fold
	if f, ok := m.finding(m.open); ok && fold && groupOf(Card{Finding: f, Missing: m.missing(f)}, true) == group {
		m.open = Key{}
		m.keepOpen(0)
	}
}
