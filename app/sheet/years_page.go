package sheet

import (
	"fmt"

	"yttra/app"
	"yttra/app/cost"
)

// block is where the years of a way stand on their sheet: rows counted from 1,
// columns from 0.
type block struct {
	years  int // of the horizon
	more   int // years after it that lines have, in columns after the total
	total  int // the column with the sum of the horizon
	head   int // the row with the years
	number int // the row with their numbers
	rows   map[string]int
	likely int // the first row of the lines: likely, low, high, written off
	low    int
	high   int
	off    int
}

// firstYearColumn is where the years begin, after what and kind.
const firstYearColumn = 2

// at is a cell of the block: a row, and a year from 1.
func (k block) at(row, year int) string { return fmt.Sprintf("%s%d", letters(k.column(year)), row) }

func (k block) column(year int) int {
	if year > k.years {
		return firstYearColumn + year // after the total
	}
	return firstYearColumn + year - 1
}

// sumKeys are the rows with sums, in order; the last three are the proposal's.
var sumKeys = []string{"likely", "low", "high", "one_off", "running", "present", "investment", "depreciation", "funded", "decided", "gap"}

const waySums = 8

// place finds the rows of a way's block, the first of which is given, and gives the
// row after them.
func (w *way) place(first int, proposal bool) int {
	k := block{years: len(w.sum.Years), rows: map[string]int{}, head: first + 1, number: first + 2}
	for _, l := range w.view.Lines {
		k.more = max(k.more, min(max(l.From, l.To), LastYear)-k.years)
	}
	k.total = firstYearColumn + k.years
	row := k.number + 1
	keys := sumKeys
	if !proposal {
		keys = sumKeys[:waySums]
	}
	for _, s := range keys {
		k.rows[s] = row
		row++
	}
	for _, at := range []*int{&k.likely, &k.low, &k.high, &k.off} {
		*at = row + 1 // under a heading
		row = *at + len(w.view.Lines)
	}
	w.years = k
	return row + 1
}

// yearly writes the years of a way: the sums first, and under them every line in
// every year, likely, at its lowest, at its highest, and as written off.
func (b *bookMaker) yearly(w *way) {
	p, k := b.yearPage, w.years
	p.row(title(b.wayName(b.wayIndex(w))))
	heads := []cell{head(b.say("what")), head(b.say("kind"))}
	numbers := []cell{note(b.say("number")), {}}
	for n := 1; n <= k.years+k.more; n++ {
		if n == k.years+1 {
			heads, numbers = append(heads, head(b.say("total"))), append(numbers, cell{})
		}
		calendar := max(w.sum.Terms.First, 1) + n - 1
		heads = append(heads, cell{value: calendar, formula: fmt.Sprintf("%s+%s-1", b.term("first"), k.at(k.number, n)), look: headLook})
		numbers = append(numbers, cell{value: n, look: noteLook})
	}
	if k.more == 0 {
		heads = append(heads, head(b.say("total")))
	}
	p.row(heads...)
	p.row(numbers...)
	keys := sumKeys
	if b.wayIndex(w) > 0 {
		keys = sumKeys[:waySums]
	}
	for _, s := range keys {
		b.sumRow(w, s)
	}
	for _, part := range []string{"likely", "low", "high", "depreciation"} {
		p.row(cell{value: b.say("lines_" + part), look: sumTextLook})
		for i := range w.view.Lines {
			b.lineYears(w, part, i)
		}
	}
	p.row()
}

// sumRow writes a row of sums, with the sum of the horizon last.
func (b *bookMaker) sumRow(w *way, s string) {
	k := w.years
	cells := []cell{{value: b.say("sum_" + s), look: sumTextLook}, {look: sumTextLook}}
	all := app.Money(0)
	for n := 1; n <= k.years; n++ {
		formula, m := b.sumOfYear(w, s, n)
		cells = append(cells, summed(formula, m))
		all += m
	}
	row := k.rows[s]
	cells = append(cells, summed(fmt.Sprintf("SUM(%s:%s)", k.at(row, 1), k.at(row, k.years)), all))
	b.yearPage.row(cells...)
}

// sumOfYear is the formula of a sum in a year, and what the house has summed.
func (b *bookMaker) sumOfYear(w *way, s string, n int) (string, app.Money) {
	k, y := w.years, w.sum.Years[n-1]
	lines := func(first int) string {
		return fmt.Sprintf("%s:%s", k.at(first, n), k.at(first+len(w.view.Lines)-1, n))
	}
	if len(w.view.Lines) == 0 && n <= k.years {
		lines = func(int) string { return "0" }
	}
	some := func(condition string) string {
		if len(w.view.Lines) == 0 {
			return "0"
		}
		return fmt.Sprintf("SUMPRODUCT((%s)*%s)", condition, lines(k.likely))
	}
	sum := k.at(k.rows["likely"], n)
	switch s {
	case "likely":
		return "SUM(" + lines(k.likely) + ")", y.Likely
	case "low":
		return "SUM(" + lines(k.low) + ")", y.Low
	case "high":
		return "SUM(" + lines(k.high) + ")", y.High
	case "one_off":
		return some(w.all(From) + "=" + w.all(To)), y.OneOff
	case "running":
		return sum + "-" + k.at(k.rows["one_off"], n), y.Running
	case "present":
		return fmt.Sprintf("ROUND(%s/%s^(%s-1),2)", sum, b.term("discount"), k.at(k.number, n)), y.Present
	case "investment":
		return some(fmt.Sprintf("(%s>0)*(%s<=100)", w.all(Lifetime), w.all(Lifetime))), y.Investment
	case "depreciation":
		return "SUM(" + lines(k.off) + ")", y.Depreciation
	case "funded":
		return b.fundedIn(k.at(k.head, n), ""), y.Funded
	case "decided":
		return b.fundedIn(k.at(k.head, n), b.yesWord()), y.Decided
	}
	return fmt.Sprintf("MAX(%s-%s,0)", sum, k.at(k.rows["funded"], n)), y.Gap
}

// lineYears writes a line in every year.
func (b *bookMaker) lineYears(w *way, part string, i int) {
	k, l := w.years, w.view.Lines[i]
	cells := []cell{text(l.What), text(b.kind(l.Kind))}
	all := app.Money(0)
	row := map[string]int{"likely": k.likely, "low": k.low, "high": k.high, "depreciation": k.off}[part] + i
	for n := 1; n <= k.years+k.more; n++ {
		if n == k.years+1 {
			cells = append(cells, reckoned(fmt.Sprintf("SUM(%s:%s)", k.at(row, 1), k.at(row, k.years)), all))
		}
		m := b.valueIn(w, part, i, n)
		all += m
		cells = append(cells, reckoned(b.inYear(w, part, i, n), m))
	}
	if k.more == 0 {
		cells = append(cells, reckoned(fmt.Sprintf("SUM(%s:%s)", k.at(row, 1), k.at(row, k.years)), all))
	}
	b.yearPage.row(cells...)
}

// valueIn is what the house has reckoned for a line in a year; nothing after the
// horizon, where only formulas tell.
func (b *bookMaker) valueIn(w *way, part string, i, n int) app.Money {
	if n > w.years.years {
		return b.after(w, i, n, part)
	}
	in := w.sum.Lines[i].Years[n-1]
	switch part {
	case "likely":
		return in.Likely
	case "low":
		return in.Low
	case "high":
		return in.High
	}
	var off app.Money
	for _, x := range b.writeOffs(w)[n] {
		if x.Line == i {
			off += x.Amount
		}
	}
	return off
}

// after is a line in a year after the horizon: what it would be in a longer one.
func (b *bookMaker) after(w *way, i, n int, part string) app.Money {
	r := cost.Sum(app.Estimate{Lines: w.view.Lines[i : i+1], Years: n}, nil, "")
	in := r.Lines[0].Years[n-1]
	switch part {
	case "likely":
		return in.Likely
	case "low":
		return in.Low
	case "high":
		return in.High
	}
	return 0
}

// inYear is the formula of a line in a year:
//
//	quantity × price ÷ (1 + VAT) × (1 + index)^(n−1), rounded once
func (b *bookMaker) inYear(w *way, part string, i, n int) string {
	k := w.years
	year, number := k.at(k.head, n), k.at(k.number, n)
	if part == "depreciation" {
		return b.writtenOff(w, i, n)
	}
	then := fmt.Sprintf("AND(%s=1,%s>=%s,%s<=%s)", w.of(counted, i), year, w.of(From, i), year, w.of(To, i))
	indexed := fmt.Sprintf("/(1+%s)*(1+%s)^(%s-1),2)", w.of(VAT, i), w.of(Index, i), number)
	likely := k.at(k.likely+i, n)
	low, high := "ROUND("+w.of(Low, i)+indexed, "ROUND("+w.of(High, i)+indexed
	switch part {
	case "low":
		return fmt.Sprintf("IF(%s,IF(%s=0,%s,IF(%s=1,MIN(%s,%s),-MAX(-%s,%s))),0)", then, w.of(ranged, i), likely, w.of(sign, i), likely, low, likely, high)
	case "high":
		return fmt.Sprintf("IF(%s,IF(%s=0,%s,IF(%s=1,MAX(%s,%s),-MIN(-%s,%s))),0)", then, w.of(ranged, i), likely, w.of(sign, i), likely, high, likely, low)
	}
	return fmt.Sprintf("IF(%s,%s*ROUND(%s*%s%s,0)", then, w.of(sign, i), w.of(Quantity, i), w.of(Price, i), indexed)
}

// writtenOff is the formula of what a line's earlier outlays are written off by in a
// year: straight, from the year after, in parts that together are the outlay.
func (b *bookMaker) writtenOff(w *way, i, n int) string {
	k := w.years
	if n == 1 || n > k.years {
		return "0"
	}
	paid := fmt.Sprintf("$%s%d:%s%d", letters(firstYearColumn), k.likely+i, letters(k.column(n-1)), k.likely+i)
	since := fmt.Sprintf("(%s-$%s$%d:%s$%d)", k.at(k.number, n), letters(firstYearColumn), k.number, letters(k.column(n-1)), k.number)
	life := w.of(Lifetime, i)
	return fmt.Sprintf("IF(AND(%s=1,%s>0,%s<=100),SUMPRODUCT((%s<=%s)*(ROUND(%s*%s/%s,2)-ROUND(%s*(%s-1)/%s,2))),0)",
		w.of(counted, i), life, life, since, life, paid, since, life, paid, since, life)
}
