package costs

import (
	"yttra/app/cost"
	"yttra/i18n"
)

// Purchase is what the box about procurement says.
type Purchase struct {
	Day     string // the law, and the day the limits are of
	Title   string // the procedure in words
	Lines   []string
	Check   bool // to be shown as "kontrollera"
	Warn    bool // a triangle: more than a direct award, or not known
	Nothing bool // nothing is bought
	Duties  []Duty
}

// Duty is something the law asks, and the section it stands in.
type Duty struct {
	Code, Text, Under string
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
	out.Lines = append(out.Lines, w.T("costs.value", i18n.Vars{"Value": w.Kronor(int64(p.Value))}))
	if p.Limit > 0 {
		out.Lines = append(out.Lines, w.T("costs.limit", i18n.Vars{"Limit": w.Kronor(int64(p.Limit)), "Day": string(p.Day)}))
	}
	if p.Why != "" {
		out.Lines = append(out.Lines, w.T("procedure_why."+string(p.Why), i18n.Vars{"EUR": w.Int(p.EUR)}))
	}
	if p.AtHighest != p.Procedure {
		out.Lines = append(out.Lines, w.T("costs.at_highest", i18n.Vars{"Value": w.Kronor(int64(p.Highest)), "Procedure": w.T("procedure." + procedureKey(p.AtHighest))}))
	}
	if p.Under != "" {
		out.Lines = append(out.Lines, p.Under)
	}
	if p.Source != "" {
		out.Lines = append(out.Lines, w.T("costs.source", i18n.Vars{"Source": p.Source}))
	}
	for _, d := range p.Duties {
		out.Duties = append(out.Duties, Duty{Code: d.Code, Under: d.Under, Check: d.Check, Text: d.In(w.Lang()).Title})
	}
	return out
}

func procedureKey(p cost.Procedure) string {
	if p == cost.NoPurchase {
		return "none"
	}
	return string(p)
}
