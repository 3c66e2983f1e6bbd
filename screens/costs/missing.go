package costs

import (
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

// Lacking is a kind of cost that no line speaks of.
type Lacking struct {
	Kind app.CostKind
	Why  string // why a measure like this has it; empty: nobody has said
	From string // where that stands, and whether it is to be checked
}

// Missing lists the kinds of cost that measures of this kind always have and no line
// speaks of, with why. When nothing is known of the measure it is every kind, once
// there are lines, but never the saving: it need not be. An alternative may well do
// without.
func (m *Model) Missing() []Lacking {
	if m.state.Matter == nil || m.way > 0 {
		return nil
	}
	var out []Lacking
	rules := m.desk.Packs()
	for _, e := range rules.Missing(m.state.Matter) {
		out = append(out, Lacking{e.Kind, e.Why.In(m.words.Lang()), m.cited(e.Sources)})
	}
	if len(rules.Expected(m.state.Matter)) > 0 || len(m.lines()) == 0 {
		return out
	}
	for _, k := range m.sum.Empty {
		if k != app.CostSaving {
			out = append(out, Lacking{Kind: k})
		}
	}
	return out
}

// MissingText says what is missing, with why when it is one thing.
func (m *Model) MissingText(all []Lacking) string {
	w := m.words
	if len(all) == 1 {
		return strings.TrimSpace(w.T("costs.missing_one", i18n.Vars{"Kind": m.kind(all[0].Kind), "Why": all[0].Why}))
	}
	var names []string
	for i, l := range all {
		name := m.kind(l.Kind)
		if i > 0 {
			name = strings.ToLower(name)
		}
		names = append(names, name)
	}
	last := len(names) - 1
	return w.T("costs.missing_more", i18n.Vars{"Kinds": w.T("costs.and", i18n.Vars{"First": strings.Join(names[:last], ", "), "Last": names[last]})})
}

// cited names the sources of a reason, those that are not verified to be checked.
func (m *Model) cited(all []packs.Source) string {
	var out []string
	for _, s := range all {
		text := s.SV
		if m.words.Lang() == "en" && s.EN != "" {
			text = s.EN
		}
		if s.Sure != app.Verified && s.Sure != app.Practice {
			text += " (" + m.words.T("duty.check") + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}
