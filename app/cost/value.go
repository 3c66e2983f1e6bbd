package cost

import "yttra/app"

// ValuePart is an amount that makes up the value of a procurement, or was left out of it.
type ValuePart struct {
	Code    PartCode
	Line    int       // index in Estimate.Lines, or in the list of the purchase
	What    string    // as the clerk has named it
	Amount  app.Money // likely
	Highest app.Money
	Counted bool // it is in the value
}

// PartCode names what a part is.
type PartCode string

const (
	PartLine     PartCode = "line"       // what a line costs in all its years, also those after the horizon
	PartOpen     PartCode = "open"       // a year's amount four times: the month's value × 48 (LOU 5 kap. 10 and 13 §§)
	PartOption   PartCode = "option"     // an option or extension (LOU 5 kap. 3 §)
	PartSimilar  PartCode = "similar"    // bought or planned by the whole authority in the year (LOU 5 kap. 4 and 11 §§)
	PartCallOff  PartCode = "called_off" // under a contract there is; left out
	PartInternal PartCode = "internal"   // own staff's time; left out
	PartRisk     PartCode = "risk"       // the risk buffer; left out
	PartSaving   PartCode = "saving"     // left out
)

// openYears is how many years' amounts an open contract counts with: 48 months.
const openYears = 4

// worth sums the value and keeps its parts.
func (p *Procurement) worth(e *app.Estimate, items []item, r *Result) {
	p.Parts = make([]ValuePart, 0, len(items)+len(e.Purchase.Options)+len(e.Purchase.Similar))
	for i := range items {
		part := partOf(&items[i], &e.Lines[items[i].line])
		if p.Highest+part.Highest > openYears*mostAll {
			r.fault(part.Line, "open", TooLarge)
			part.Counted = false
		}
		p.add(part)
	}
	p.Alone = p.Value
	p.more(PartOption, e.Purchase.Options, InOptions, r)
	p.bought = p.Value > 0
	p.more(PartSimilar, e.Purchase.Similar, InSimilar, r)
}

// more adds what the clerk has written beside the lines.
func (p *Procurement) more(code PartCode, sums []app.PurchaseSum, part Part, r *Result) {
	rows := rows{part: part, r: r}
	for i, s := range sums {
		rows.missing(i, "what", s.What == "")
		rows.missing(i, "amount", s.Amount == 0)
		out := unread(i, s.Unread, part, r)
		if rows.counts(i, "amount", s.Amount, 1) && !out {
			p.add(ValuePart{Code: code, Line: i, What: s.What, Amount: s.Amount, Highest: s.Amount, Counted: true})
		}
	}
}

func (p *Procurement) add(part ValuePart) {
	p.Parts = append(p.Parts, part)
	switch {
	case part.Counted:
		p.Value += part.Amount
		p.Highest += part.Highest
	case part.Code == PartCallOff:
		p.Beside += part.Amount
	}
}

// partOf says what a line is in the value of the procurement.
func partOf(it *item, l *app.CostLine) ValuePart {
	part := ValuePart{Code: PartLine, Line: it.line, What: l.What, Amount: it.all.Likely, Highest: it.all.High}
	switch {
	case it.kind == app.CostSaving:
		part.Code = PartSaving
	case it.kind == app.CostRisk:
		part.Code = PartRisk
	case l.Internal:
		part.Code = PartInternal
	case l.CallOff:
		part.Code = PartCallOff
	case l.Open:
		part.Code, part.Counted = PartOpen, true
		part.Amount, part.Highest = it.year.Likely*openYears, it.year.High*openYears
	default:
		part.Counted = true
	}
	return part
}

// Risk is a way the purchase may come to be seen as another than it seems.
type Risk struct {
	Code      RiskCode
	Value     app.Money // that reaches the limit
	Limit     app.Money // the limit the purchase alone is below
	Procedure Procedure // what Value leads to
}

// RiskCode names a risk.
type RiskCode string

const (
	SplitRisk RiskCode = "split" // the lines alone are below a limit that is reached with options, extensions and similar purchases (LOU 5 kap. 6, 7 and 7 a §§)
	PilotRisk RiskCode = "pilot" // the trial is below a limit that is reached with the full scale that may follow (LOU 5 kap. 3 and 7 §§)
)

// risks holds what is bought alone, and what may follow, against the same row.
func (p *Procurement) risks(e *app.Estimate, row app.Threshold, found bool) []Risk {
	var out []Risk
	if alone, _, limit := decide(p.Alone, row, found); p.Alone > 0 && stricter(p.Procedure, alone) {
		out = append(out, Risk{SplitRisk, p.Value, limit, p.Procedure})
	}
	if full := e.Way(app.Full); e.Pilot && full > 0 {
		view, whole := e.View(full), Procurement{}
		r := Result{Terms: Terms{Years: longest}}
		whole.worth(&view, new(summer).readAll(view.Lines, &r), &r)
		if then, _, _ := decide(whole.Value, row, found); whole.bought && stricter(then, p.Procedure) {
			out = append(out, Risk{PilotRisk, whole.Value, p.Limit, then})
		}
	}
	return out
}

// stricter reports whether a procedure asks for more than another. One that is not
// known asks for more than a direct award: it is either of the two above it.
func stricter(a, b Procedure) bool {
	order := map[Procedure]int{DirectAward: 1, Advertised: 2, NotKnown: 2, EUDirective: 3}
	return order[a] > order[b]
}
