package costs

import (
	"slices"

	"yttra/app/cost"
	"yttra/i18n"
)

// Purchase is what the box about procurement says.
type Purchase struct {
	Day     string // the law, and the day the limits are of
	Title   string // the procedure in words
	Value   string
	Lines   []string // the limits, and what the value leads to
	Risks   []string // how the purchase may come to be seen as another than it seems
	Under   string   // the section
	Source  string   // of the limits
	Check   bool     // to be shown as "kontrollera"
	Confirm bool     // a figure of the limits is to be looked up and kept in the profile
	Warn    bool     // a triangle: more than a direct award, or not known
	Nothing bool     // nothing is bought
	Duties  []Duty
	Perils  []Duty // what may come of it; nothing to do
}

// Duty is something the law asks, and the section it stands in.
type Duty struct {
	Code, Text, Under string
	More              string // what it means
	Check             bool
}

// Purchase words what the purchases lead to.
func (m *Model) Purchase() Purchase {
	p, w := m.sum.Procurement, m.words
	out := Purchase{Day: string(p.Law) + " · " + w.T("costs.from_day", i18n.Vars{"Day": string(p.Day)}), Check: p.Check, Nothing: p.Procedure == cost.NoPurchase,
		Warn: p.Procedure != cost.NoPurchase && p.Procedure != cost.DirectAward, Title: w.T("procedure." + procedureKey(p.Procedure))}
	if out.Nothing {
		return out
	}
	out.Value = w.T("costs.value", i18n.Vars{"Value": w.Kronor(int64(p.Value))})
	if p.Limit > 0 {
		out.Lines = append(out.Lines, w.T("costs.limit", i18n.Vars{"Limit": w.Kronor(int64(p.Limit)), "Day": string(p.Day)}))
	}
	if p.Why != "" {
		out.Lines = append(out.Lines, w.T("procedure_why."+string(p.Why), i18n.Vars{"EUR": w.Int(p.EUR)}))
	}
	if p.AtHighest != p.Procedure {
		out.Lines = append(out.Lines, w.T("costs.at_highest", i18n.Vars{"Value": w.Kronor(int64(p.Highest)), "Procedure": w.T("procedure." + procedureKey(p.AtHighest))}))
	}
	if p.Beside > 0 {
		out.Lines = append(out.Lines, w.T("costs.beside", i18n.Vars{"Value": w.Kronor(int64(p.Beside))}))
	}
	for _, r := range p.Risks {
		out.Risks = append(out.Risks, w.T("costs.risk."+string(r.Code), i18n.Vars{"Value": w.Kronor(int64(r.Value)), "Limit": w.Kronor(int64(r.Limit)),
			"Procedure": w.T("procedure." + procedureKey(r.Procedure))}))
	}
	out.Under = p.Under
	switch {
	case p.Own:
		out.Source = w.T("costs.source_own", i18n.Vars{"Source": p.Source})
	case p.Source != "":
		out.Source = w.T("costs.source", i18n.Vars{"Source": p.Source})
	}
	out.Confirm = !p.Own && slices.Contains([]cost.Reason{cost.CompareEUR, cost.SpecialEUR, cost.NoDirectLimit}, p.Why)
	m.duties(p, &out)
	return out
}

// duties words what is to be done, and apart from it what may come of it.
func (m *Model) duties(p cost.Procurement, out *Purchase) {
	for _, d := range p.Duties {
		words := d.In(m.words.Lang())
		duty := Duty{Code: d.Code, Under: d.Under, Check: d.Check, Text: words.Title, More: words.Text}
		if d.Risk {
			out.Perils = append(out.Perils, duty)
		} else {
			out.Duties = append(out.Duties, duty)
		}
	}
}

func procedureKey(p cost.Procedure) string {
	if p == cost.NoPurchase {
		return "none"
	}
	return string(p)
}
