package reports

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// roleVote is the section that tells the outcome of a vote; the table stands in it.
const roleVote = "vote"

// sits reports whether the paper is from a meeting: it has the head table and no
// letter's fields.
func (m *maker) sits() bool {
	return m.in.Part == WholePaper && m.in.Kind.Form.Head == packs.FormMeeting
}

// meeting is the sitting that the paper is from; empty when nothing is told of it.
func (m *maker) meeting() app.Meeting {
	if m.d.Meeting == nil {
		return app.Meeting{}
	}
	return *m.d.Meeting
}

// opening is the head table, and the item's title with its number and the matter's.
func (m *maker) opening() {
	s := m.meeting()
	m.place = m.l.Head
	m.add(layout.Block{Role: layout.HeadTable, Fields: slices.DeleteFunc([]layout.Field{
		{Label: m.l.Sitting, Lines: linesOf(joined(", ", upperFirst(m.weekday(s.Date)), m.clock(s.Time)))},
		{Label: m.l.Place, Lines: linesOf(s.Place)},
		{Label: m.l.Deciding, Lines: rowsOf(s.Deciding)},
		{Label: m.l.Others, Lines: rowsOf(s.Others)},
		{Label: m.l.Adjusters, Lines: rowsOf(s.Adjusters)},
		{Label: m.l.Adjusting, Lines: linesOf(m.adjusting(s))},
		{Label: m.l.Items, Lines: linesOf(m.items(first(s.Items, s.Item)))},
	}, func(f layout.Field) bool { return len(f.Lines) == 0 })})
	m.place = m.l.Title
	title := layout.Block{Role: layout.ItemTitle, Runs: layout.Plain(m.title())}
	if says(s.Item) {
		title.Label = m.items(s.Item)
	}
	m.add(title, layout.Block{Role: layout.CaseNumber, Runs: layout.Plain(m.d.CaseRef)})
}

// adjusting is "Digitalt den 20 april 2026"; empty when nothing is told of it.
func (m *maker) adjusting(s app.Meeting) string {
	day := m.day(s.Adjusted)
	if s.Digitally {
		return joined(" ", m.l.Digitally, day)
	}
	return upperFirst(day)
}

// clock is "kl. 13.00–15.40" of "13.00–15.40" or of what already says so.
func (m *maker) clock(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || s[0] < '0' || s[0] > '9' {
		return s
	}
	return fill(m.l.Clock, "n", s)
}

// items is "§ 84", or "§§ 84–85" of several; the number may have its mark already.
func (m *maker) items(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), "§ \u00a0"))
	switch {
	case s == "":
		return ""
	case strings.ContainsAny(s, "–-,") || strings.Contains(s, " "):
		return fill(m.l.ItemNumbers, "n", s)
	}
	return fill(m.l.ItemNumber, "n", s)
}

// withVotes puts the table of a vote last in its section; without one it stands
// before the decision, under the heading of the kind.
func (m *maker) withVotes(all []section) []section {
	table, ok := m.votes()
	if !m.sits() || !ok {
		return all
	}
	if i := slices.IndexFunc(all, func(s section) bool { return s.role == roleVote }); i >= 0 {
		all[i].blocks = append(all[i].blocks, table)
		return all
	}
	at := max(0, slices.IndexFunc(all, func(s section) bool { return s.role == app.RoleProposal }))
	kind, _ := m.in.Kind.Section(roleVote)
	return slices.Insert(all, at, section{role: roleVote, heading: first(kind.SV.Heading, m.l.Vote), level: 2, blocks: []layout.Block{table}})
}

// votes is the table of how each of those deciding voted, with sums. Those without
// a name share a row.
func (m *maker) votes() (layout.Block, bool) {
	s := m.meeting()
	t := layout.Table{Summary: m.l.VoteSummary, Columns: []layout.TableColumn{{Head: layout.Plain(m.l.Member)},
		{Head: layout.Plain(m.l.Yes), Right: true}, {Head: layout.Plain(m.l.No), Right: true}, {Head: layout.Plain(m.l.Abstains), Right: true}}}
	unnamed := app.Meeting{}
	for _, v := range s.Votes {
		if !says(v.Name) {
			unnamed.Votes = append(unnamed.Votes, v)
			continue
		}
		t.Rows = append(t.Rows, tally(v.Name, app.Meeting{Votes: []app.Vote{v}}, "–"))
	}
	if len(unnamed.Votes) > 0 && len(t.Rows) > 0 {
		t.Rows = append(t.Rows, tally(m.l.Unnamed, unnamed, "–"))
	}
	sums := tally(m.l.Sum, s, "0")
	sums.Sum = true
	t.Rows = append(t.Rows, sums)
	return layout.Block{Role: layout.TableBlock, Table: t}, len(s.Votes) > 0
}

// tally is a row with the number of each vote.
func tally(name string, s app.Meeting, none string) layout.TableRow {
	row := layout.TableRow{Cells: [][]layout.Run{layout.Plain(strings.TrimSpace(name))}}
	for _, c := range app.Casts {
		count := none
		if n := s.Count(c); n > 0 {
			count = strconv.Itoa(n)
		}
		row.Cells = append(row.Cells, layout.Plain(count))
	}
	return row
}

// sitters are those who sign minutes; people are those whom the document names.
func (m *maker) sitters(people []app.Person) []app.Person {
	if len(people) > 0 {
		return people
	}
	return m.in.Sitting.Signs(m.meeting(), m.d.Officers)
}

// digital is the table of those who have approved minutes without ink.
func (m *maker) digital(people []app.Person) {
	s := m.meeting()
	text := m.l.AdjustedBy
	if day := m.day(s.Adjusted); day != "" {
		text = fill(m.l.AdjustedOn, "text", day)
	}
	t := layout.Table{Signs: true, Label: m.l.Adjusted, Caption: layout.Plain(text), Columns: []layout.TableColumn{{Head: layout.Plain(m.l.PersonName)}, {Head: layout.Plain(m.l.Task)}}}
	for _, p := range people {
		if says(p.Name) {
			t.Rows = append(t.Rows, layout.TableRow{Cells: [][]layout.Run{layout.Plain(p.Name), layout.Plain(p.Title)}})
		}
	}
	if len(t.Rows) > 0 {
		m.add(layout.Block{Role: layout.TableBlock, Table: t})
	}
}

// notice is the box that says that the minutes have been posted.
func (m *maker) notice() {
	s := m.meeting()
	if !m.in.Kind.Form.Notice || s.Notice == nil {
		return
	}
	m.place = m.l.Notice
	m.add(layout.Block{Role: layout.NoticeBox, Notice: layout.Notice{Heading: m.l.Notice, Text: m.l.NoticeText, Fields: []layout.Field{
		{Label: m.l.Organ, Lines: linesOf(m.speaker())},
		{Label: m.l.SittingDay, Lines: linesOf(joined(", ", string(s.Date), m.items(first(s.Items, s.Item))))},
		{Label: m.l.Posted, Lines: linesOf(string(s.Notice.Posted))},
		{Label: m.l.Removed, Lines: linesOf(string(s.Notice.Removed))},
		{Label: m.l.Kept, Lines: linesOf(s.Notice.Kept)},
		{Label: m.l.Signed, Lines: linesOf(s.Notice.By)},
	}}})
}

// rowsOf leaves out the rows that say nothing.
func rowsOf(rows []string) []string {
	var out []string
	for _, r := range rows {
		out = append(out, linesOf(r)...)
	}
	return out
}

// joined sets what there is after each other.
func joined(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return !says(s) }), by)
}
