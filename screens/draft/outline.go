package draft

import (
	"strings"

	"yttra/app"
)

// OutlineRow is a section in the outline, or a heading inside a section's text.
type OutlineRow struct {
	Section  int
	At       int // byte offset of the heading in the section's text; -1: the section itself
	Heading  string
	Level    int          // 0 for a chapter, more for what lies under one
	Worst    app.Severity // of the open findings in it and under it; empty: none
	Count    int          // of those findings
	Empty    bool         // nothing is written
	Active   bool         // the person is in it
	Ancestor bool         // the person is in something under it
}

// subheading is a heading that the clerk has written inside a section's text.
type subheading struct {
	text    string
	at      int // of the mark
	body    app.Span
	deep    int // 1 for ###, 2 for ####
	nothing bool
}

// subheadings finds the headings in a text, each with the text that follows it.
func subheadings(text string) []subheading {
	var out []subheading
	if !strings.Contains(text, "#") {
		return nil
	}
	for _, b := range blocksOf(text) {
		line, rest, _ := strings.Cut(text[b.Start:b.End], "\n")
		marks := len(line) - len(strings.TrimLeft(line, "#"))
		heading := strings.TrimSpace(line[marks:])
		if marks == 0 || marks > 6 || heading == "" || !strings.HasPrefix(line[marks:], " ") {
			if n := len(out); n > 0 && strings.TrimSpace(text[b.Start:b.End]) != "" {
				out[n-1].nothing = false
			}
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].body.End = b.Start
		}
		out = append(out, subheading{text: heading, at: b.Start, deep: max(1, marks-2), nothing: strings.TrimSpace(rest) == "",
			body: app.Span{Start: min(b.Start+len(line)+1, len(text)), End: len(text)}})
	}
	return out
}

// Outline lists the sections, each with the headings in its text below it;
// written counts the sections with something in them, of all there are.
func (m *Model) Outline() (rows []OutlineRow, written, of int) {
	doc := m.state.Document()
	if doc == nil {
		return nil, 0, 0
	}
	chapter := -1
	for i, s := range doc.Sections {
		first := len(rows)
		r := OutlineRow{Section: i, At: -1, Heading: s.Heading, Empty: m.empty(i)}
		if m.level(i) > 2 && chapter >= 0 {
			r.Level = 1
		} else {
			chapter = first
		}
		rows = append(rows, r)
		if !r.Empty {
			written++
		}
		for _, h := range subheadings(s.Text) {
			rows = append(rows, OutlineRow{Section: i, At: h.at, Heading: h.text, Level: r.Level + h.deep, Empty: h.nothing})
		}
		m.tally(rows[first:], i)
		m.activate(rows[first:], i)
		if rows[first].Level == 1 {
			rows[chapter].take(rows[first])
		}
	}
	return rows, written, len(doc.Sections)
}

// tally counts the open findings of a section in its rows.
func (m *Model) tally(rows []OutlineRow, section int) {
	for _, f := range m.state.Findings {
		if f.Place.Section != section || f.Waived != "" {
			continue
		}
		rows[0].add(f.Severity)
		if i := rowOf(rows, f.Place.Span.Start); i > 0 && !f.Place.Span.Empty() {
			rows[i].add(f.Severity)
		}
	}
}

// activate marks the row the person is in.
func (m *Model) activate(rows []OutlineRow, section int) {
	switch {
	case m.look == section:
		rows[0].Active = true
	case m.look < 0 && m.inText && m.caret.Section == section:
		i := rowOf(rows, m.caret.At)
		rows[i].Active, rows[0].Ancestor = true, i > 0
	}
}

// rowOf is the row of a section's rows in which an offset lies.
func rowOf(rows []OutlineRow, at int) int {
	i := len(rows) - 1
	for i > 0 && rows[i].At > at {
		i--
	}
	return i
}

func (r *OutlineRow) add(s app.Severity) {
	r.Count++
	if s.Rank() > r.Worst.Rank() {
		r.Worst = s
	}
}

// take counts what lies under a chapter in it.
func (r *OutlineRow) take(under OutlineRow) {
	r.Count += under.Count
	if under.Worst.Rank() > r.Worst.Rank() {
		r.Worst = under.Worst
	}
	r.Ancestor = r.Ancestor || under.Active || under.Ancestor
}

// level of a section's heading, 2 or 3, 0 for none; by its role in the kind.
func (m *Model) level(section int) int {
	if m.state.Kind != nil {
		if k, ok := m.state.Kind.Section(m.state.Document().Sections[section].Role); ok {
			return k.Level
		}
	}
	return 2
}

// empty tells whether a section still waits for its text. The proposal is
// written when every claim has a decision.
func (m *Model) empty(section int) bool {
	s := m.state.Document().Sections[section]
	if strings.TrimSpace(s.Text) != "" {
		return false
	}
	return s.Role != app.RoleProposal || len(m.state.Proposal.Points) == 0 || m.state.Matter.Undecided() > 0
}

// editable tells whether a section has blocks to write in. The proposal follows
// from the claims, so it has only what an existing paper brought with it.
func (m *Model) editable(section int) bool {
	s := m.state.Document().Sections[section]
	return s.Role != app.RoleProposal || s.Text != ""
}
