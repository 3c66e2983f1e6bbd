package sheet

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// compared writes the ways beside each other.
func (b *bookMaker) compared() *page {
	p := &page{name: b.say("page_compare"), frozen: "B2", print: 14}
	p.widths = []float64{32, 16, 15, 15, 15, 15, 15, 15, 15, 10, 13, 13, 17, 17}
	var heads []cell
	for _, s := range []string{"way", "role", "sum_likely", "sum_low", "sum_high", "sum_present", "sum_one_off", "sum_running", "sum_investment",
		"units", "per_unit", "per_unit_year", "difference", "difference_present"} {
		heads = append(heads, head(b.say(s)))
	}
	p.row(heads...)
	for i, w := range b.ways {
		row, r := i+2, w.sum
		cells := []cell{text(b.wayName(i)), text(b.role(i))}
		for _, s := range []struct {
			key string
			m   app.Money
		}{{"likely", r.Total.Likely}, {"low", r.Total.Low}, {"high", r.Total.High}, {"present", r.Present}, {"one_off", r.OneOff},
			{"running", r.Running}, {"investment", r.Investment}} {
			cells = append(cells, reckoned(b.yearTotal(w, s.key), s.m))
		}
		per := func(by string) string {
			return fmt.Sprintf("IF(N(J%d)>0,ROUND(C%d/(J%d%s),2),0)", row, row, row, by)
		}
		cells = append(cells,
			cell{value: int(w.view.Units), formula: b.unitsOf(i)},
			reckoned(per(""), r.PerUnit), reckoned(per(fmt.Sprintf("*%d", len(r.Years))), r.PerUnitYear),
			reckoned(fmt.Sprintf("C%d-$C$2", row), r.Total.Likely-b.ways[0].sum.Total.Likely),
			reckoned(fmt.Sprintf("F%d-$F$2", row), r.Present-b.ways[0].sum.Present))
		p.row(cells...)
	}
	b.tips(p)
	return p
}

// yearTotal is the cell with the sum of all years of a row.
func (b *bookMaker) yearTotal(w *way, key string) string {
	return fmt.Sprintf("%s!%s%d", quotedSheet(b.yearPage.name), letters(w.years.total), w.years.rows[key])
}

// tips writes where the proposal and another way cost the same. They are no
// formulas: the house has found them.
func (b *bookMaker) tips(p *page) {
	if len(b.Sums.Tips) == 0 {
		return
	}
	p.row()
	p.row(title(b.say("tips")))
	p.row(head(b.say("way")), head(b.say("what")), head(b.say("now")), head(b.say("same_at")))
	for _, t := range b.Sums.Tips {
		if t.Line < 0 {
			p.row(text(b.wayName(t.Way)), text(b.say("year")), cell{}, cell{value: t.Year + max(b.ways[0].sum.Terms.First, 1) - 1, look: yearLook})
			continue
		}
		p.row(text(b.wayName(t.Way)), text(b.Estimate.Lines[t.Line].What), money(t.Now), money(t.At))
	}
}

// purchase writes what the value of the procurement is made of.
func (b *bookMaker) purchase() *page {
	p := &page{name: b.say("page_purchase"), frozen: "A2", print: 6, widths: []float64{26, 8, 44, 17, 17, 10}}
	p.row(head(b.say("part")), head(b.say("number")), head(b.head(What)), head(b.say("amount")), head(b.say("highest")), head(b.say("counted")))
	w := b.ways[0]
	for i := range w.view.Lines {
		b.purchaseLine(p, w, i)
	}
	for _, list := range []struct {
		word string
		sums []app.PurchaseSum
	}{{b.say("option"), b.Estimate.Purchase.Options}, {b.say("similar"), b.Estimate.Purchase.Similar}} {
		for i, s := range list.sums {
			amount := money(s.Amount)
			if typed, unread := s.Unread["amount"]; unread {
				amount = cell{value: typed, look: unreadLook}
			}
			row := len(p.rows) + 1
			counts := s.Unread == nil && s.Amount >= 0
			p.row(text(list.word), cell{value: i + 1}, text(s.What), amount,
				reckoned(fmt.Sprintf("IF(F%d=%s,D%d,0)", row, quotedText(b.yesWord()), row), zeroUnless(counts, s.Amount)),
				cell{formula: fmt.Sprintf("IF(AND(ISNUMBER(D%d),N(D%d)>=0),%s,%s)", row, row, quotedText(b.yesWord()), quotedText(b.noWord())), value: b.answer(counts)})
		}
	}
	last := len(p.rows)
	in := func(column string) string {
		if last < 2 {
			return "0"
		}
		return fmt.Sprintf("SUMIF($F$2:$F$%d,%s,%s$2:%s$%d)", last, quotedText(b.yesWord()), column, column, last)
	}
	p.row(cell{value: b.say("value"), look: sumTextLook}, cell{look: sumTextLook}, cell{look: sumTextLook},
		summed(in("D"), w.sum.Procurement.Value), summed(in("E"), w.sum.Procurement.Highest))
	return p
}

// purchaseLine writes a line as a part of the value: all its years, also those after
// the horizon, or 48 months of what runs on. What is no purchase is left out.
func (b *bookMaker) purchaseLine(p *page, w *way, i int) {
	l, k := w.view.Lines[i], w.years
	yes := quotedText(b.yesWord())
	row := len(p.rows) + 1
	all := func(first int) string {
		s := fmt.Sprintf("SUM(%s)", b.onYears(k, first+i, 1, k.years))
		if k.more > 0 {
			s += fmt.Sprintf("+SUM(%s)", b.onYears(k, first+i, k.years+1, k.years+k.more))
		}
		return s
	}
	counts := w.sum.Lines[i].Summed && l.Kind != app.CostSaving && l.Kind != app.CostRisk && !l.Internal && !l.CallOff
	runs := fmt.Sprintf("AND(F%d=%s,%s=%s)", row, yes, w.of(Open, i), yes)
	likely := fmt.Sprintf("IF(%s,4*%s,%s*(%s))", runs, w.of(Likely, i), w.of(sign, i), all(k.likely))
	highest := fmt.Sprintf("IF(%s,4*IF(%s=1,%s,%s),IF(%s=1,%s,-(%s)))", runs, w.of(ranged, i), w.of(highNet, i), w.of(Likely, i), w.of(sign, i), all(k.high), all(k.low))
	value, top := b.worth(w, i, counts)
	p.row(text(b.partWord(l)), cell{value: i + 1}, text(l.What), reckoned(likely, value), reckoned(highest, top),
		cell{formula: fmt.Sprintf("IF(AND(%s=1,%s=1,%s<>%s,%s<>%s,%s<>%s),%s,%s)", w.of(counted, i), w.of(sign, i), w.of(Kind, i), quotedText(b.kind(app.CostRisk)),
			w.of(Own, i), yes, w.of(CallOff, i), yes, yes, quotedText(b.noWord())), value: b.answer(counts)})
}

// onYears are cells of a row of the years, on another sheet.
func (b *bookMaker) onYears(k block, row, from, to int) string {
	return fmt.Sprintf("%s!%s:%s", quotedSheet(b.yearPage.name), k.at(row, from), k.at(row, to))
}

// worth is what a line is in the value, as the house has reckoned it.
func (b *bookMaker) worth(w *way, i int, counts bool) (likely, highest app.Money) {
	l := w.view.Lines[i]
	if l.Open && counts {
		year := l
		year.From, year.To = 1, 1
		r := cost.Sum(app.Estimate{Lines: []app.CostLine{year}, Years: 1}, nil, "")
		return 4 * r.Total.Likely, 4 * r.Total.High
	}
	r := cost.Sum(app.Estimate{Lines: []app.CostLine{l}, Years: LastYear}, nil, "")
	if l.Kind == app.CostSaving {
		return -r.Total.Likely, -r.Total.Low
	}
	return r.Total.Likely, r.Total.High
}

// partWord says what a line is in the value.
func (b *bookMaker) partWord(l app.CostLine) string {
	switch {
	case l.Kind == app.CostSaving || l.Kind == app.CostRisk:
		return b.kind(l.Kind)
	case l.Internal:
		return b.head(Own)
	case l.CallOff:
		return b.head(CallOff)
	case l.Open:
		return b.say("part_open")
	}
	return b.say("part_line")
}

// spent writes what has been paid already.
func (b *bookMaker) spent() *page {
	p := &page{name: b.say("page_spent"), frozen: "A2", print: 5, widths: []float64{46, 8, 17, 17, 15}}
	p.row(head(b.head(What)), head(b.say("year")), head(b.say("amount")), head(b.say("back")), head(b.head(Source)))
	for _, s := range b.Estimate.Spent {
		cells := []cell{text(s.What), {}, money(s.Amount), {}, text(b.source(s.Source))}
		if s.Year != 0 {
			cells[1] = cell{value: s.Year, look: yearLook}
		}
		if s.Back != 0 {
			cells[3] = money(s.Back)
		}
		for i, field := range []string{"what", "year", "amount", "back", "source"} {
			if typed, unread := s.Unread[field]; unread {
				cells[i] = cell{value: typed, look: unreadLook}
			}
		}
		p.row(cells...)
	}
	last := len(p.rows)
	p.row(cell{value: words(b.Words, "sheet.sums")[0], look: sumTextLook}, cell{look: sumTextLook},
		summed(b.spentSum("C", last), b.ways[0].sum.Sunk.Paid), summed(b.spentSum("D", last), b.ways[0].sum.Sunk.Back))
	return p
}

// spentSum sums the rows that can be read: amounts, not below nothing, of which no
// more can be had back than was paid.
func (b *bookMaker) spentSum(column string, last int) string {
	if last < 2 {
		return "0"
	}
	in := func(c string) string { return fmt.Sprintf("$%s$2:$%s$%d", c, c, last) }
	rows := fmt.Sprintf("ISNUMBER(%s)*(%s>=0)*(1-ISTEXT(%s))*(1-ISTEXT(%s))", in("C"), in("C"), in("B"), in("D"))
	if column == "D" {
		rows += fmt.Sprintf("*(%s>=0)*(%s<=%s)", in("D"), in("D"), in("C"))
	}
	return fmt.Sprintf("SUMPRODUCT(%s,%s)", rows, in(column))
}

var fundingWidths = []float64{32, 40, 9, 9, 17, 11, 9}

func (b *bookMaker) funding() {
	p := b.fundPage
	p.frozen, p.print, p.widths = "A2", 6, fundingWidths
	p.row(head(b.say("who")), head(b.say("budget")), head(b.head(From)), head(b.head(To)), head(b.say("amount_year")), head(b.say("decided")), head(b.head(counted)))
	first := b.ways[0].sum.Terms.First
	for i, f := range b.Estimate.Funding {
		from, to := bothYears(f.From, f.To, first)
		cells := []cell{text(f.Who), text(f.Budget), {value: from, look: yearLook}, {value: to, look: yearLook}, money(f.Amount), text(b.yes(f.Decided))}
		for j, field := range []string{"who", "budget", "years", "", "amount", "decided"} {
			if typed, unread := f.Unread[field]; unread && field != "" {
				cells[j] = cell{value: typed, look: unreadLook}
				if field == "years" {
					cells[j+1] = cell{}
				}
			}
		}
		row := i + 2
		counts := fmt.Sprintf("IF(OR(ISTEXT(C%d),ISTEXT(D%d),NOT(ISNUMBER(E%d))),0,IF(OR(E%d<0,E%d>10^13,C%d<%s,D%d<C%d,D%d>%s+29),0,1))",
			row, row, row, row, row, row, b.term("first"), row, row, row, b.term("first"))
		p.row(append(cells, cell{formula: counts, value: one(f.Unread == nil && f.Amount >= 0), look: noteLook})...)
	}
	if n := len(p.rows); n > 1 {
		p.lists = append(p.lists, choiceList{fmt.Sprintf("F2:F%d", n), b.answerList()})
	}
}

// fundedIn is the formula of what pays a year; with a word, only of what is decided.
func (b *bookMaker) fundedIn(year, decided string) string {
	n := len(b.Estimate.Funding) + 1
	if n < 2 {
		return "0"
	}
	in := func(c string) string { return fmt.Sprintf("%s!$%s$2:$%s$%d", quotedSheet(b.fundPage.name), c, c, n) }
	rows := []string{in("C") + "<=" + year, in("D") + ">=" + year, in("G") + "=1"}
	if decided != "" {
		rows = append(rows, in("F")+"="+quotedText(decided))
	}
	return fmt.Sprintf("SUMPRODUCT((%s),%s)", strings.Join(rows, ")*("), in("E"))
}
