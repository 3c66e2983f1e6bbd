package sheet

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// lineFields are the columns of a sheet with lines; the last four stand beside the
// paper.
var lineFields = []Field{Kind, What, Quantity, Price, From, To, Low, Likely, High, Source, VAT, Index, Lifetime,
	Own, CallOff, Open, Total, counted, sign, highNet, ranged}

const printedFields = 17

var lineWidths = []float64{15, 38, 9, 13, 8, 8, 13, 13, 13, 13, 8, 9, 11, 8, 8, 9, 15, 9, 9, 13, 9}

// way is one of the ways of an estimate: the sheet its lines stand in, and where
// its years are.
type way struct {
	view  app.Estimate
	sum   cost.Result
	page  *page
	years block
}

// of is a field of a line in formulas; the lines are counted from 0.
func (w *way) of(f Field, line int) string {
	return fmt.Sprintf("%s!$%s%d", quotedSheet(w.page.name), fieldLetters(f), line+2)
}

// all is a field of all lines.
func (w *way) all(f Field) string {
	c := fieldLetters(f)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", quotedSheet(w.page.name), c, c, len(w.view.Lines)+1)
}

func fieldLetters(f Field) string {
	for i, g := range lineFields {
		if f == g {
			return letters(i)
		}
	}
	return ""
}

// lines writes the sheet with the lines of a way, and under them their sum.
func (b *bookMaker) lines(w *way) {
	var heads []cell
	for _, f := range lineFields {
		heads = append(heads, head(b.head(f)))
	}
	p := w.page
	p.widths, p.frozen, p.print = lineWidths, "C2", printedFields
	p.row(heads...)
	for i, l := range w.view.Lines {
		var cells []cell
		for _, f := range lineFields {
			cells = append(cells, b.lineCell(w, i, l, f))
		}
		p.row(cells...)
	}
	last := len(w.view.Lines) + 1
	if last > 1 {
		kinds, sources, answers := b.kindList(), b.sourceList(), b.answerList()
		for f, list := range map[Field]string{Kind: kinds} {
			p.lists = append(p.lists, choiceList{rangeOf(f, last), list})
		}
		p.lists = append(p.lists, choiceList{rangeOf(Source, last), sources})
		for _, f := range []Field{Own, CallOff, Open} {
			p.lists = append(p.lists, choiceList{rangeOf(f, last), answers})
		}
	}
	sums := make([]cell, printedFields)
	for i := range sums {
		sums[i].look = sumTextLook
	}
	sums[1].value = words(b.Words, "sheet.sums")[0]
	sums[printedFields-1] = summed(sumOfColumn(fieldLetters(Total), 2, last), w.sum.Total.Likely)
	p.row(sums...)
}

func rangeOf(f Field, last int) string {
	return fmt.Sprintf("%s2:%s%d", fieldLetters(f), fieldLetters(f), last)
}

func sumOfColumn(column string, first, last int) string {
	if last < first {
		return "0"
	}
	return fmt.Sprintf("SUM(%s%d:%s%d)", column, first, column, last)
}

// lineCell writes a field of a line: what was written, or the formula for it.
func (b *bookMaker) lineCell(w *way, i int, l app.CostLine, f Field) cell {
	if s, unread := l.Unread[f.json()]; unread {
		if f == To {
			return cell{} // the years are in one cell
		}
		return cell{value: s, look: unreadLook}
	}
	from, to := bothYears(l.From, l.To, w.sum.Terms.First)
	switch f {
	case Kind:
		return text(b.kind(l.Kind))
	case What:
		return lettered(l.What, wrapLook)
	case Quantity:
		return cell{value: float64(l.Quantity) / 1000, look: quantityLook}
	case Price:
		return money(l.Price)
	case From:
		return cell{value: from, look: yearLook}
	case To:
		return cell{value: to, look: yearLook}
	case Low, High:
		if end(l, f) == "" {
			return cell{}
		}
		return money(map[Field]app.Money{Low: l.Low, High: l.High}[f])
	case Source:
		return text(b.source(l.Source))
	case VAT:
		return cell{value: float64(l.VAT) / 100, look: percentLook}
	case Index:
		return cell{value: float64(l.Index) / 10000, look: percentLook}
	case Lifetime:
		if l.Lifetime == 0 {
			return cell{}
		}
		return cell{value: l.Lifetime}
	case Own:
		return text(b.yes(l.Internal))
	case CallOff:
		return text(b.yes(l.CallOff))
	case Open:
		return text(b.yes(l.Open))
	case Total:
		return reckoned(fmt.Sprintf("%s!%s%d", quotedSheet(b.yearPage.name), letters(w.years.total), w.years.likely+i), w.sum.Lines[i].Total.Likely)
	}
	return b.derived(w, i, f)
}

// derived writes what formulas go by. The conditions are those of the sums of the
// house: a line with something that cannot be read, or cannot be, is not summed.
func (b *bookMaker) derived(w *way, i int, f Field) cell {
	l, summed := w.view.Lines[i], w.sum.Lines[i].Summed
	at := func(f Field) string { return fmt.Sprintf("$%s%d", fieldLetters(f), i+2) }
	year1 := b.lineAmount(b.wayIndex(w), i)
	switch f {
	case Likely:
		return reckoned(fmt.Sprintf("IF(%s=1,ROUND(%s*%s/(1+%s),2),0)", at(counted), at(Quantity), at(Price), at(VAT)), zeroUnless(summed, year1))
	case counted:
		return cell{formula: b.counts(at), value: one(summed), look: noteLook}
	case sign:
		v := 1
		if l.Kind == app.CostSaving {
			v = -1
		}
		return cell{formula: fmt.Sprintf("IF(%s=%s,-1,1)", at(Kind), quotedText(b.kind(app.CostSaving))), value: v, look: noteLook}
	case highNet:
		c := reckoned(fmt.Sprintf("IF(%s=1,MAX(ROUND(%s/(1+%s),2),%s),0)", at(counted), at(High), at(VAT), at(Likely)),
			zeroUnless(summed, max(b.net(l.High, l.VAT), year1)))
		c.look = noteLook
		return c
	case ranged: // the likely amount lies between, as it was given
		is := summed && (l.Low != 0 || l.High != 0) && l.Low >= 0 && l.Low <= l.Amount() && l.High >= l.Amount()
		given := fmt.Sprintf("ROUND(%s*%s,2)", at(Quantity), at(Price))
		return cell{formula: fmt.Sprintf("IF(%s=1,IF(AND(OR(%s<>0,%s<>0),%s>=0,%s<=%s,%s>=%s),1,0),0)", at(counted), at(Low), at(High), at(Low),
			at(Low), given, at(High), given), value: one(is), look: noteLook}
	}
	return cell{}
}

// counts is the formula for whether a line is summed.
func (b *bookMaker) counts(at func(Field) string) string {
	var never []string
	for _, f := range []Field{Quantity, Price, From, To, Low, High, VAT, Index, Lifetime} {
		never = append(never, "ISTEXT("+at(f)+")")
	}
	first := b.term("first")
	cannot := []string{
		at(Quantity) + "<0", at(Price) + "<0",
		at(From) + "<" + first, at(To) + "<" + at(From), at(To) + ">" + first + "+29",
		at(Index) + "<-0.5", at(Index) + ">1",
		fmt.Sprintf("ISNA(MATCH(%s,{0,0.06,0.12,0.25},0))", at(VAT)),
		fmt.Sprintf("%s*%s/(1+%s)>10^13", at(Quantity), at(Price), at(VAT)),
		fmt.Sprintf("ISNA(MATCH(%s,%s,0))", at(Kind), b.kindList()),
	}
	for _, f := range []Field{Own, CallOff, Open} {
		cannot = append(cannot, fmt.Sprintf("AND(%s<>\"\",ISNA(MATCH(%s,%s,0)))", at(f), at(f), b.answerList()))
	}
	return fmt.Sprintf("IF(OR(%s),0,IF(OR(%s),0,1))", strings.Join(never, ","), strings.Join(cannot, ","))
}

// net takes VAT off an amount as the sums of the house do; nothing when it cannot.
func (b *bookMaker) net(m app.Money, vat int) app.Money {
	return sumOf(app.CostLine{Kind: app.CostPurchase, Quantity: app.Units(1), Price: m, VAT: vat})
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func zeroUnless(is bool, m app.Money) app.Money {
	if is {
		return m
	}
	return 0
}

// quotedText is a text in a formula.
func quotedText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
