package costs

import (
	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

// Charge is what an infringement can cost, or has cost somebody.
type Charge struct {
	Sum    string // Högst 5 000 000 kr
	Title  string // who, and when; empty for a cap
	Text   string
	Status string // what came of it
	Known  bool   // the outcome is final
	Source string
	Check  bool // to be shown as "kontrollera"
}

// Exposure is what the matter risks beside the calculation; without caps there is
// nothing to show.
type Exposure struct {
	Caps, Cases []Charge
}

// Exposure words what breaking the rules on personal data can cost.
func (m *Model) Exposure() Exposure {
	var out Exposure
	if m.state.Matter == nil {
		return out
	}
	w := m.words
	x := m.desk.Packs().Exposure(m.state.Matter)
	for _, c := range x.Caps {
		out.Caps = append(out.Caps, sourced(w, Charge{Sum: w.T("costs.exposure.cap", i18n.Vars{"Sum": w.Kronor(int64(c.Amount))}), Text: c.Words.In(w.Lang())}, c.Sources))
	}
	for _, c := range x.Cases {
		charge := Charge{Sum: w.T("costs.exposure.none"), Title: c.Name.In(w.Lang()), Text: c.Words.In(w.Lang()), Status: c.Outcome.In(w.Lang()), Known: c.Final}
		if c.Amount > 0 {
			charge.Sum = w.Kronor(int64(c.Amount))
		}
		if c.Day != "" {
			charge.Title += ", " + string(c.Day)
		}
		out.Cases = append(out.Cases, sourced(w, charge, c.Sources))
	}
	return out
}

// sourced adds where a fact was read, and whether it must be looked up.
func sourced(w i18n.Words, c Charge, sources []packs.Source) Charge {
	for i, s := range sources {
		name := s.SV
		if w.Lang() == "en" && s.EN != "" {
			name = s.EN
		}
		if i > 0 {
			c.Source += "; "
		}
		c.Source += name
		c.Check = c.Check || s.Sure != app.Verified && s.Sure != app.Practice
	}
	return c
}
