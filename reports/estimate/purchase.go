package estimate

import (
	"strconv"

	"yttra/app"
	"yttra/app/cost"
)

// purchase tells what is to be bought for, how, and when.
func (p *printer) purchase(r cost.Result) {
	w, x := p.w.Purchase, r.Procurement
	if len(r.Kinds) == 0 {
		return
	}
	p.head(w.Head)
	if x.Procedure == cost.NoPurchase {
		p.say(w.None, p.called(x))
		return
	}
	value := say(w.Value, "value", written(x.Value))
	if x.Highest > x.Value {
		value = say(w.ValueRange, "value", written(x.Value), "highest", written(x.Highest))
	}
	p.say(value, say(w.Law, "law", w.Laws[x.Law], "subject", w.Subjects[x.Subject], "day", p.day(x.Day)))
	p.say(append([]string{p.procedure(x)}, p.sourced(x)...)...)
	p.say(append(p.purchaseRisks(x), p.called(x))...)
	p.add(p.parts(x).block(p))
	p.duties(x)
	p.timeline(x)
}

// procedure says how it is to be bought, and on which section that rests.
func (p *printer) procedure(x cost.Procurement) string {
	w := p.w.Purchase
	s := ""
	switch x.Procedure {
	case cost.DirectAward:
		s = w.DirectAward
	case cost.Advertised:
		if s = w.Advertised; x.Limit <= x.Value {
			s = w.AdvertisedSpecial
		}
	case cost.EUDirective:
		s = w.EuDirective
	default:
		s = joined(w.Unknown, say(w.Why[x.Why], "eur", bare(app.Kronor(x.EUR), app.InKr)))
	}
	s = say(s, "limit", written(x.Limit))
	if x.Under != "" {
		s = joined(s, say(w.Under, "section", bound(x.Under)))
	}
	return s
}

// sourced says where the limits come from, and what a person has to look up.
func (p *printer) sourced(x cost.Procurement) []string {
	w := p.w.Purchase
	var out []string
	switch {
	case x.Source == "":
	case x.Check:
		out = append(out, say(w.SourceCheck, "source", bound(x.Source)))
	default:
		out = append(out, say(w.Source, "source", bound(x.Source)))
	}
	if x.Own {
		out = append(out, w.Own)
	}
	if x.Check {
		out = append(out, w.Check)
	}
	if x.AtHighest != x.Procedure {
		out = append(out, say(w.AtHighest, "procedure", w.Procedures[x.AtHighest]))
	}
	return out
}

func (p *printer) purchaseRisks(x cost.Procurement) []string {
	w := p.w.Purchase
	var out []string
	for _, r := range x.Risks {
		s := w.Split
		if r.Code == cost.PilotRisk {
			s = w.Pilot
		}
		out = append(out, say(s, "limit", written(r.Limit), "value", written(r.Value), "procedure", w.Procedures[r.Procedure]))
	}
	return out
}

// called tells what is called off under contracts there are; empty when nothing is.
func (p *printer) called(x cost.Procurement) string {
	if x.Beside == 0 {
		return ""
	}
	return say(p.w.Purchase.Beside, "amount", written(x.Beside))
}

// parts is the table of what the value is made of, and what is left out.
func (p *printer) parts(x cost.Procurement) grid {
	w := p.w.Purchase
	g := grid{caption: w.Caption, heads: []string{w.Part, w.WhyHead, w.Counted, w.LeftOut}, words: []int{1}, tight: []int{1}}
	var out app.Money
	for _, part := range p.gathered(x.Parts) {
		in, beside := amount(part.Amount), cell{}
		if !part.Counted {
			in, beside = beside, in
			out += part.Amount
		}
		name := named(part.What, p.w.LineTable.Unnamed)
		g.rows = append(g.rows, row{name: name, cells: []cell{word(w.Parts[part.Code]), in, beside}})
	}
	g.rows = append(g.rows, row{name: w.Sum, sum: true, cells: []cell{word("\u00a0"), amount(x.Value), some(out)}})
	return g
}

// partsMost is how many parts of the value have a row each.
const partsMost = 20

// gathered puts lines of the same sort together when they are many: each has its
// own row in the table of lines.
func (p *printer) gathered(parts []cost.ValuePart) []cost.ValuePart {
	if len(parts) <= partsMost {
		return parts
	}
	var out []cost.ValuePart
	at, count := map[cost.PartCode]int{}, map[cost.PartCode]int{}
	for _, part := range parts {
		if part.Code == cost.PartOption || part.Code == cost.PartSimilar {
			out = append(out, part)
			continue
		}
		i, ok := at[part.Code]
		if !ok {
			i = len(out)
			at[part.Code] = i
			out = append(out, cost.ValuePart{Code: part.Code, Counted: part.Counted})
		}
		out[i].Amount += part.Amount
		if count[part.Code]++; count[part.Code] == 1 {
			out[i].What = p.w.Method.LineOne
		} else {
			out[i].What = say(p.w.Method.LineMany, "n", strconv.Itoa(count[part.Code]))
		}
	}
	return out
}

// day writes a date in a sentence: "12 mars 2026".
func (p *printer) day(d app.Date) string {
	at, ok := d.Time()
	if !ok {
		return string(d)
	}
	return strconv.Itoa(at.Day()) + "\u00a0" + p.w.Months[at.Month()-1] + " " + strconv.Itoa(at.Year())
}
