package estimate

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// Annex is the whole cost sheet, without its title: what it comes to, the ways,
// the years, every line, what moves the sum, what is spent, who pays, how it is
// bought, what is risked beside it, what is not counted, and how it is reckoned.
func (s Sheet) Annex(faces layout.Measurer) ([]layout.Block, error) {
	if !s.Has() {
		return nil, nil
	}
	p, err := s.printer(faces)
	if err != nil {
		return nil, err
	}
	r := p.sum()
	p.intro(r)
	p.comparison()
	if len(r.Years) > 1 && len(r.Kinds) > 0 {
		p.head(p.w.Annex.Years)
		p.add(p.yearTable(r, false).block(p))
		p.add(p.yearFigure(r)...)
		p.capital(r)
	}
	p.lines()
	p.sensitivity(r)
	p.spent(false)
	p.funding(false, true)
	p.purchase(r)
	p.exposure()
	p.missing(r)
	p.method(r)
	return p.out, nil
}

// Title is the cost sheet's when it is a paper of its own.
func (s Sheet) Title(matter string) (string, error) {
	w, err := readWords()
	return say(w.Annex.PaperTitle, "title", matter), err
}

// Name is what the cost sheet is called as an annex: its title, its label in the
// margin, and how the text speaks of it.
func (s Sheet) Name(n int) (title, label, mention string, err error) {
	w, err := readWords()
	at := strconv.Itoa(n)
	return w.Annex.Title, say(w.Annex.Label, "n", at), say(w.Annex.Mention, "n", at), err
}

// intro says what it comes to.
func (p *printer) intro(r cost.Result) {
	w := p.w.Annex
	if len(r.Kinds) == 0 {
		p.say(w.None)
		return
	}
	n := len(r.Years)
	pairs := []string{"way", p.way(0), "sum", written(r.Total.Likely), "years", strconv.Itoa(n), "from", p.year(1), "to", p.year(n)}
	s := w.Intro
	switch {
	case n == 1:
		s = w.IntroOne
	case p.first() > 0:
		s = w.IntroSpan
	}
	out := []string{say(s, pairs...)}
	if r.Total.Low != r.Total.High {
		out = append(out, say(w.Range, "low", written(r.Total.Low), "high", written(r.Total.High)))
	}
	if r.OneOff != 0 && r.Running != 0 {
		out = append(out, say(w.Parts, "one_off", written(r.OneOff), "running", written(r.Running)))
	}
	if r.Present != r.Total.Likely {
		out = append(out, say(w.Present, "present", written(r.Present)))
	}
	if r.PerUnit != 0 {
		s := w.Per
		if n > 1 {
			s = w.PerYear
		}
		out = append(out, say(s, "per", written(r.PerUnit), "year", written(r.PerUnitYear), "unit", p.unitName(), "n", kronor.in(app.Kronor(p.e.Units))))
	}
	if len(r.Faults) > 0 {
		out = append(out, w.Faults)
	}
	p.say(append(out, p.pilot())...)
}

// pilot says what full scale would cost.
func (p *printer) pilot() string {
	full := p.Compared.Full
	switch {
	case !p.e.Pilot:
		return ""
	case full == 0 || full >= len(p.Compared.Ways) || len(p.Compared.Ways[full].Kinds) == 0:
		return p.w.Annex.PilotUnknown
	}
	sum, name := written(p.Compared.Ways[full].Total.Likely), p.e.Alternatives[full-1].Name
	if name == "" {
		return say(p.w.Annex.PilotBare, "sum", sum)
	}
	return say(p.w.Annex.Pilot, "sum", sum, "name", name)
}

// sensitivity tells what moves the sum.
func (p *printer) sensitivity(r cost.Result) {
	if len(r.Kinds) == 0 {
		return
	}
	w, all := p.w.Sensitivity, p.swings()
	p.head(w.Head)
	ranged := 0
	for _, s := range all {
		if s.Line < 0 {
			continue
		}
		if ranged++; ranged == 1 {
			p.say(say(w.Most, "line", quoted(p.swing(s)), "low", written(s.Low), "high", written(s.High)))
		}
	}
	if ranged == 0 {
		p.say(w.None)
	}
	p.add(p.swingFigure()...)
	switch more := len(all) - swingsMost; {
	case more == 1:
		p.say(w.MoreOne)
	case more > 1:
		p.say(say(w.More, "n", strconv.Itoa(more)))
	}
}

// exposure tells what breaking the rules on personal data can cost, with where it
// stands and how sure that is.
func (p *printer) exposure() {
	w, x := p.w.Annex, p.Exposure
	if len(x.Caps) == 0 && len(x.Cases) == 0 {
		return
	}
	p.head(w.Risk)
	var caps []string
	for _, c := range x.Caps {
		caps = append(caps, say(w.Cap, "amount", written(c.Amount), "words", c.Words.SV, "source", p.cited(c.Sources)))
	}
	if len(caps) == 0 {
		p.say(w.RiskLead)
	} else {
		p.list(w.RiskLead, caps)
	}
	if len(x.Cases) == 0 {
		return
	}
	g := grid{caption: w.CaseCaption, heads: []string{w.Case, w.CaseAmount, w.CaseOutcome}, words: []int{2}, wide: true}
	for _, c := range x.Cases {
		name := c.Name.SV
		if c.Day != "" {
			name += ", " + string(c.Day)
		}
		g.rows = append(g.rows, row{name: joined(name+".", c.Words.SV), cells: []cell{some(c.Amount), word(joined(c.Outcome.SV, p.cited(c.Sources)))}})
	}
	p.add(g.block(p))
}

// cited names sources in brackets; what nobody has verified is to be checked.
func (p *printer) cited(all []packs.Source) string {
	var out []string
	for _, s := range all {
		name := bound(s.SV)
		if s.Sure != app.Verified && s.Sure != app.Practice {
			name += " – " + p.w.Annex.Check
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return ""
	}
	return "(" + strings.Join(out, "; ") + ")"
}

// missing tells what a measure like this also costs, and what has no line.
func (p *printer) missing(r cost.Result) {
	w := p.w.Annex
	if len(p.e.Lines) == 0 {
		return
	}
	p.head(w.Missing)
	told := map[app.CostKind]bool{}
	switch {
	case !p.Known:
	case len(p.Missing) == 0:
		p.say(w.MissingNone)
	default:
		var items []string
		for _, x := range p.Missing {
			told[x.Kind] = true
			items = append(items, joined(say(w.MissingItem, "kind", p.kind(x.Kind), "why", x.Why.SV), p.cited(x.Sources)))
		}
		p.list(w.MissingLead, items)
	}
	var empty []string
	for _, k := range r.Empty {
		if !told[k] && k != app.CostSaving {
			empty = append(empty, lower(p.kind(k)))
		}
	}
	var out []string
	if len(empty) > 0 {
		out = append(out, say(w.Empty, "kinds", listed(empty, p.w.And)))
	}
	if slices.Contains(r.Empty, app.CostSaving) {
		out = append(out, w.NoSaving)
	}
	p.say(out...)
}
