package draft

import (
	"strings"

	"yttra/app"
)

// OutlineRow is a section in the outline.
type OutlineRow struct {
	Section  int
	Heading  string
	Level    int          // 0 for a chapter, 1 for what lies under one
	Worst    app.Severity // of the open findings in it and under it; empty: none
	Count    int          // of those findings
	Empty    bool         // nothing is written
	Active   bool         // the person is in it
	Ancestor bool         // the person is in a section under it
}

// Outline lists the sections; written counts those with something in them.
func (m *Model) Outline() (rows []OutlineRow, written int) {
	doc := m.state.Document()
	if doc == nil {
		return nil, 0
	}
	chapter, active := -1, m.look
	if active < 0 && m.inText {
		active = m.caret.Section
	}
	for i, s := range doc.Sections {
		r := OutlineRow{Section: i, Heading: s.Heading, Empty: m.empty(i), Active: i == active}
		if m.level(i) > 2 && chapter >= 0 {
			r.Level = 1
		} else {
			chapter = i
		}
		rows = append(rows, r)
		if !r.Empty {
			written++
		}
		if r.Active && r.Level == 1 {
			rows[chapter].Ancestor = true
		}
		for _, f := range m.state.Findings {
			if f.Place.Section == i && f.Waived == "" {
				rows[i].add(f.Severity)
				if r.Level == 1 {
					rows[chapter].add(f.Severity)
				}
			}
		}
	}
	return rows, written
}

func (r *OutlineRow) add(s app.Severity) {
	r.Count++
	if s.Rank() > r.Worst.Rank() {
		r.Worst = s
	}
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
