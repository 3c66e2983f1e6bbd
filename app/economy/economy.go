// Package economy drafts the section about what a measure costs, from its
// estimate and the passages of the packs, with every amount bound to the estimate.
//
// It never invents: what the estimate does not say is left out, or left in
// [brackets] for the clerk. It decides nothing and keeps nothing.
package economy

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/figures"
	"yttra/app/packs"
)

// Draft writes the section of a matter: paragraphs of small Markdown. It is empty
// when the estimate has no lines.
func Draft(p *packs.Packs, m *app.Matter, set *figures.Set) string {
	if len(m.Estimate.Lines) == 0 {
		return ""
	}
	d := draft{packs: p, matter: m, set: set, result: set.Ways().Ways[0]}
	var parts, out []string
	for _, passage := range p.Economy.Passages {
		text := d.passage(passage)
		if text == "" {
			continue
		}
		if n := len(parts); n > 0 && parts[n-1] == passage.Part {
			out[n-1] += " " + text
			continue
		}
		parts, out = append(parts, passage.Part), append(out, text)
	}
	return strings.Join(out, "\n\n")
}

// draft is one section on its way.
type draft struct {
	packs  *packs.Packs
	matter *app.Matter
	set    *figures.Set
	result cost.Result // of the proposal
}

// passage writes a passage, once or for each other way; empty when it is not
// wanted, or something it names is not there.
func (d *draft) passage(p packs.Passage) string {
	if p.Each == "" {
		if !d.wants(p.When, 0) {
			return ""
		}
		return d.fill(p.SV)
	}
	var out []string
	for i, a := range d.matter.Estimate.Alternatives {
		if a.Role == app.OtherWay && len(a.Lines) > 0 && d.wants(p.When, i+1) {
			if s := d.fill(strings.ReplaceAll(p.SV, "/*", "/"+strconv.Itoa(i+1))); s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, " ")
}

// wants tells whether all facts hold; way is the one a passage is written for.
func (d *draft) wants(when []string, way int) bool {
	for _, w := range when {
		fact, not := strings.CutPrefix(w, "!")
		if d.holds(fact, way) == not {
			return false
		}
	}
	return true
}

// holds tells whether a fact of packs.Facts holds.
func (d *draft) holds(fact string, way int) bool {
	e, r := &d.matter.Estimate, d.result
	switch fact {
	case "long", "short":
		return (len(r.Years) > 1) == (fact == "long")
	case "both":
		return r.OneOff != 0 && r.Running != 0
	case "kinds":
		return len(r.Kinds) > 1 && d.kinds() != ""
	case "saving":
		return d.has("kind/saving")
	case "investment":
		return r.Investment > 0
	case "discounted":
		return r.Present != r.Total.Likely
	case "range":
		return r.Total.Low != r.Total.High
	case "sourced":
		return !slices.ContainsFunc(e.Lines, func(l app.CostLine) bool { return l.Source == "" })
	case "units":
		return e.Units > 0
	case "named":
		return d.has("name/" + strconv.Itoa(way))
	case "today", "full":
		return d.has("way/" + fact + "/total")
	case "pilot":
		return e.Pilot
	case "missing":
		return len(d.packs.Missing(d.matter)) > 0
	case "spent":
		return r.Sunk.Paid > 0
	case "back":
		return r.Sunk.Back > 0
	case "purchase":
		return r.Procurement.Value > 0
	case "wide":
		return r.Procurement.Highest != r.Procurement.Value
	case "words":
		return strings.TrimSpace(e.Financing) != ""
	case "charge":
		return len(d.packs.Exposure(d.matter).Caps) >= 2
	case "index":
		return slices.ContainsFunc(e.Lines, func(l app.CostLine) bool { return l.Index > 0 })
	}
	return d.has(fact) // the name of a figure: period, swing, limit, procedure, funding
}

func (d *draft) has(key string) bool {
	_, ok := d.set.Find(key)
	return ok
}

// slot is a word of a passage that is filled in.
var slot = regexp.MustCompile(`\{[a-zåäö_/0-9]+\}`)

// fill writes words and figures in their slots; empty when one of them is not
// there.
func (d *draft) fill(text string) string {
	whole := true
	out := slot.ReplaceAllStringFunc(text, func(s string) string {
		words := d.word(strings.Trim(s, "{}"))
		whole = whole && words != ""
		return words
	})
	if !whole {
		return ""
	}
	return out
}

// word is what a slot says.
func (d *draft) word(name string) string {
	switch name {
	case "kinds":
		return d.kinds()
	case "missing":
		return d.missing()
	case "enhet":
		return strings.ToLower(cleaned(d.matter.Estimate.UnitName, "enhet"))
	case "payers":
		return d.payers()
	case "financing":
		return stopped(cleaned(d.matter.Estimate.Financing, ""))
	case "limitlaw":
		return d.limitLaw()
	case "cap_low", "cap_high", "cap_law":
		return d.cap(name)
	}
	f, ok := d.set.Find(name)
	if !ok {
		return ""
	}
	bound, why := d.set.Bound(figures.Name(name, formOf(f)))
	if why != figures.Found {
		return ""
	}
	return bound
}

// formOf is how an amount is best read: large ones in millions.
func formOf(f figures.Figure) app.MoneyForm {
	const large = app.Money(20_000_000_00)
	if f.Amount >= large || f.Amount <= -large {
		return app.Millions
	}
	return app.InKronor
}
