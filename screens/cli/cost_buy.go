package cli

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/i18n"
)

func procedureWord(w i18n.Words, p cost.Procedure) string {
	if p == cost.NoPurchase {
		return w.T("procedure.none")
	}
	return w.T("procedure." + string(p))
}

// procurement says what the purchases are worth, and how they may be made.
func (p *costPrinter) procurement() {
	b, w := p.x.proposal().Procurement, p.w
	fmt.Fprintf(p.out, "\n%s: %s\n", w.T("cli.value"), p.kr(b.Value))
	p.parts(b)
	fmt.Fprintf(p.out, "%s: %s", b.Law, procedureWord(w, b.Procedure))
	if b.Limit > 0 {
		fmt.Fprintf(p.out, " (%s)", w.T("cli.limit", i18n.Vars{"Limit": p.kr(b.Limit), "Day": string(b.Day)}))
	}
	if b.Check {
		fmt.Fprintf(p.out, " – %s", w.T("duty.check"))
	}
	p.line("")
	if b.Why != "" {
		p.line(w.T("procedure_why."+string(b.Why), i18n.Vars{"EUR": w.Int(b.EUR)}))
	}
	if b.AtHighest != b.Procedure {
		p.line(w.T("costs.at_highest", i18n.Vars{"Value": p.kr(b.Highest), "Procedure": procedureWord(w, b.AtHighest)}))
	}
	for _, r := range b.Risks {
		p.line(w.T("costs.risk."+string(r.Code), i18n.Vars{"Value": p.kr(r.Value), "Limit": p.kr(r.Limit), "Procedure": procedureWord(w, r.Procedure)}))
	}
	for _, d := range b.Duties {
		p.duty(d)
	}
	switch {
	case b.Own:
		p.line(w.T("costs.source_own", i18n.Vars{"Source": b.Source}))
	case b.Source != "":
		p.line(w.T("cli.source") + ": " + b.Source)
	}
}

// duty says what the law asks: done, to do, or what may come of it.
func (p *costPrinter) duty(d cost.Duty) {
	mark := "[ ]"
	switch {
	case d.Risk:
		mark = "·"
	case slices.Contains(p.x.matter.Estimate.Done, d.Code):
		mark = "[x]"
	}
	s := mark + " " + d.In(p.w.Lang()).Title
	if d.Check {
		s += " – " + p.w.T("duty.check")
	}
	if d.Under != "" {
		s += " (" + d.Under + ")"
	}
	p.line(s)
}

// exposure says what breaking the rules on personal data can cost, beside the sum.
func (p *costPrinter) exposure() {
	x, w := p.x.risk, p.w
	if len(x.Caps) == 0 {
		return
	}
	p.heading("cli.exposure")
	for _, c := range x.Caps {
		p.line("    " + p.kr(c.Amount) + ": " + c.Words.In(w.Lang()) + " (" + sourceOf(w, c.Sources) + ")")
	}
	for _, c := range x.Cases {
		sum := w.T("costs.exposure.none")
		if c.Amount > 0 {
			sum = p.kr(c.Amount)
		}
		name := c.Name.In(w.Lang())
		if c.Day != "" {
			name += ", " + string(c.Day)
		}
		p.line("    " + name + ": " + sum + ". " + c.Outcome.In(w.Lang()) + " (" + sourceOf(w, c.Sources) + ")")
	}
}

// sourceOf says where a fact was read, and that it is to be looked up when it must.
func sourceOf(w i18n.Words, sources []packs.Source) string {
	var out []string
	check := false
	for _, s := range sources {
		name := s.SV
		if w.Lang() == "en" && s.EN != "" {
			name = s.EN
		}
		out = append(out, name)
		check = check || s.Sure != app.Verified && s.Sure != app.Practice
	}
	if check {
		out = append(out, w.T("duty.check"))
	}
	return strings.Join(out, "; ")
}

// workings unfolds the sums: each line in each year, by what it is made of, and each
// year's worth in the money of the first.
func (p *costPrinter) workings() {
	r, e, w := p.x.proposal(), p.x.matter.Estimate, p.w
	p.heading("costs.working.title")
	for i := range e.Lines {
		name := w.T("cli.line", i18n.Vars{"N": i + 1}) + ", " + p.named(i)
		if !r.Lines[i].Summed {
			p.line(name + ": " + w.T("cli.not_summed"))
			continue
		}
		p.line(name + ": " + p.kr(r.Lines[i].Total.Likely))
		for y := range r.Years {
			if x, ok := r.Factors(e, i, y+1); ok {
				p.line("    " + p.year(y+1) + ": " + p.factors(x))
			}
		}
	}
	for y := range r.Years {
		d := r.Discounted(y + 1)
		p.line(fmt.Sprintf("%s, %s: %s ÷ ((1 + %s)(1 + %s))^%d = %s", w.T("cli.present"), p.year(y+1), p.kr(d.Of), w.Percent(d.RealRate), w.Percent(d.Inflation), d.Power, p.kr(d.Present)))
	}
	p.line(w.T("costs.working.rounded"))
	p.line(w.T("costs.working.present_rounded"))
}

// factors writes what an amount is made of: 12,5 × 1 450,33 kr ÷ 1,12 × (1 + 2,5 %)^3 = 17 431,33 kr.
func (p *costPrinter) factors(x cost.Factors) string {
	w := p.w
	s := w.Decimal(x.Quantity.String()) + " × " + p.kr(x.Price)
	if x.VAT > 0 {
		s += " ÷ " + w.Decimal(fmt.Sprintf("1.%02d", x.VAT))
	}
	if x.Power > 0 {
		s += fmt.Sprintf(" × (1 + %s)^%d", w.Percent(x.Index), x.Power)
	}
	if x.Saving {
		s = "−(" + s + ")"
	}
	s += " = " + p.kr(x.Amount.Likely)
	if x.Amount.Low != x.Amount.High {
		s += " (" + p.kr(x.Amount.Low) + " – " + p.kr(x.Amount.High) + ")"
	}
	return s
}
