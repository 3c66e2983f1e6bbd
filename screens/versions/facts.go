package versions

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/compare"
	"yttra/i18n"
)

// fact says what a fact is called, and what it was and is.
func (m *Model) fact(f compare.Fact) (label string, edits []compare.Edit) {
	label = m.words.T("versions.fact."+string(f.What), i18n.Vars{"N": m.words.Int(int64(f.N)), "Name": f.Name})
	switch f.What {
	case compare.Motion, compare.Terms, compare.Rest, compare.Placements, compare.Publishing:
		return label, said(m.words.T("versions.is_changed"))
	case compare.Answer:
		return label, append(m.values(f), spaced(f.Edits)...)
	case compare.Line, compare.Way, compare.Spent, compare.Funding, compare.Vote, compare.Annex, compare.Referral:
		if f.Old == f.New {
			return label, said(m.words.T("versions.is_changed"))
		}
	}
	if len(f.Edits) > 0 {
		return label, f.Edits
	}
	return label, m.values(f)
}

func said(s string) []compare.Edit { return []compare.Edit{{Op: compare.Same, Old: s, New: s}} }

// spaced sets text apart from what stands before it.
func spaced(edits []compare.Edit) []compare.Edit {
	if len(edits) == 0 {
		return nil
	}
	return append([]compare.Edit{{Op: compare.Same, Old: " ", New: " "}}, edits...)
}

// values words what a fact was and is.
func (m *Model) values(f compare.Fact) []compare.Edit {
	old, new := m.value(f.What, f.Old), m.value(f.What, f.New)
	if old == new {
		return said(new)
	}
	return []compare.Edit{{Op: compare.Removed, Old: old + " "}, {Op: compare.Added, New: new}}
}

// value words one value of a fact.
func (m *Model) value(what compare.What, v string) string {
	if v == "" && what != compare.Stage && what != compare.Decision && what != compare.Status {
		return m.words.T("word.none")
	}
	switch what {
	case compare.Stage:
		if v == "" {
			v = "new"
		}
		return m.each("stage.", v)
	case compare.Decision:
		if v == "" {
			return m.words.T("versions.undecided")
		}
		return m.each("decision.", v)
	case compare.Status:
		if app.Status(v) == app.Final {
			return m.words.T("word.final")
		}
		return m.words.T("word.draft")
	case compare.Answer:
		return m.each("state.", v)
	case compare.Measures:
		return m.each("measure.", v)
	case compare.Affected:
		return m.each("group.", v)
	case compare.Vote:
		return m.each("cast.", v)
	case compare.Annex:
		return m.each("annex.", v)
	case compare.Referral:
		return m.each("stand.", v)
	case compare.Purchase, compare.Way, compare.Digitally:
		return m.words.T("versions.yes")
	case compare.DocumentKind:
		return m.kind(v)
	case compare.Total, compare.Line, compare.Spent, compare.Funding:
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			return m.words.Kronor(n)
		}
	}
	return v
}

// each words a list of codes; one that nobody knows stays as it is.
func (m *Model) each(prefix, codes string) string {
	var out []string
	for _, c := range strings.Split(codes, "\n") {
		if m.words.Has(prefix + c) {
			c = m.words.T(prefix + c)
		}
		out = append(out, c)
	}
	return strings.Join(out, ", ")
}
