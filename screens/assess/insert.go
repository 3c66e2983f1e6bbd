package assess

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// Insert puts the model wording of the chosen criterion last in the section it
// belongs to, as a paragraph of its own, and gives its place.
func (m *Model) Insert() (p app.Place, ok bool) {
	wording := m.Asked().Wording
	section := m.Fitting()
	if wording == "" || section < 0 {
		return app.Place{Section: -1}, false
	}
	m.desk.Edit("", func(matter *app.Matter) {
		s := &matter.Documents[m.state.Doc].Sections[section]
		before := strings.TrimRight(s.Text, " \n")
		if before != "" {
			before += "\n\n"
		}
		s.Text = before + wording
		p = app.Place{Section: section, Span: app.Span{Start: len(before), End: len(s.Text)}}
	})
	m.Take(m.desk.State())
	return p, true
}

// Fitting is the section the chosen criterion's wording belongs in; -1 when the
// document has none to write in.
func (m *Model) Fitting() int {
	c, ok := m.Chosen()
	doc := m.state.Document()
	if !ok || doc == nil {
		return -1
	}
	for _, role := range rolesOf(m.rule(c.ID)) {
		if i := doc.Section(role); i >= 0 {
			return i
		}
	}
	return slices.IndexFunc(doc.Sections, func(s app.Section) bool {
		return s.Role != app.RoleProposal && s.Role != app.RoleIngress && s.Role != app.RoleMotion
	})
}

// rolesOf lists the sections a criterion may be answered in, best first: what a
// rule looks in, then what it is about.
func rolesOf(r *packs.Rule) []string {
	var out []string
	if r == nil {
		return []string{"assessment"}
	}
	for _, l := range r.Look {
		out = append(out, l.Roles...)
	}
	switch {
	case r.Area == packs.Cost:
		out = append(out, "economy")
	case r.Step != "": // the three steps are the assessment itself
	case strings.Contains(r.When, "children"):
		out = append(out, "children")
	case aboutData(r):
		out = append(out, "privacy")
	}
	return append(out, "assessment", "background", "summary")
}

// aboutData: a rule that rests on data protection law.
func aboutData(r *packs.Rule) bool {
	return slices.ContainsFunc(r.Sources, func(s packs.Source) bool {
		return strings.Contains(strings.ToLower(s.SV), "dataskyddsförordningen")
	})
}
