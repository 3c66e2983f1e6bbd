package sheet

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// Format marks a workbook of the house, on its sheet with the terms.
const Format = "yttra-estimate 1"

// termKeys are the terms in the order they stand; the last two are formulas.
var termKeys = []string{"name", "first_year", "years", "real_rate", "inflation", "units", "unit_name", "financing", "pilot",
	"law", "subject", "start", "needed", "letter", "done", "format", "first", "discount"}

// term is a cell with the value of a term.
func (b *bookMaker) term(key string) string {
	for i, k := range termKeys {
		if k == key {
			return fmt.Sprintf("%s!$B$%d", quotedSheet(b.termPage.name), i+2)
		}
	}
	return ""
}

// The columns with the words that cells are chosen from.
const (
	kindColumn   = 7
	sourceColumn = 8
	answerColumn = 9
)

func (b *bookMaker) wordList(column, n int) string {
	c := letters(column)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", quotedSheet(b.termPage.name), c, c, n+1)
}

func (b *bookMaker) kindList() string   { return b.wordList(kindColumn, len(b.kindWords())) }
func (b *bookMaker) sourceList() string { return b.wordList(sourceColumn, len(app.CostSources)) }
func (b *bookMaker) answerList() string { return b.wordList(answerColumn, 2) }

// kindWords are those of the table, and those that lines have and it has not.
func (b *bookMaker) kindWords() []string {
	var out []string
	seen := map[string]bool{"": true}
	add := func(k app.CostKind) {
		if s := b.kind(k); !seen[s] {
			seen[s], out = true, append(out, s)
		}
	}
	for _, k := range app.CostKinds {
		add(k)
	}
	for w := range len(b.Estimate.Alternatives) + 1 {
		for _, l := range b.Estimate.View(w).Lines {
			if _, unread := l.Unread[string(Kind)]; !unread {
				add(l.Kind)
			}
		}
	}
	return out
}

// terms writes what holds for the whole estimate, the alternatives by name, and the
// words that can be chosen.
func (b *bookMaker) terms() {
	p := b.termPage
	p.widths, p.print = []float64{32, 34, 12, 34, 4, 4, 4, 16, 16, 8}, 4
	p.row(head(b.say("terms")), head(b.say("given")))
	for _, k := range termKeys {
		p.row(text(b.termWord(k)), b.termCell(k))
	}
	p.row()
	p.row(head(b.say("way")), head(b.say("role")), head(b.say("units")), head(b.say("sheet")))
	for i, a := range b.Estimate.Alternatives {
		units := cell{}
		if a.Units != 0 {
			units = cell{value: a.Units}
		}
		p.row(text(a.Name), text(b.roleWord(a.Role)), units, text(b.ways[i+1].page.name))
	}
	b.put(p, 0, kindColumn, head(b.head(Kind)))
	for i, s := range b.kindWords() {
		b.put(p, i+1, kindColumn, note(s))
	}
	b.put(p, 0, sourceColumn, head(b.head(Source)))
	for i, s := range app.CostSources {
		b.put(p, i+1, sourceColumn, note(b.source(s)))
	}
	b.put(p, 0, answerColumn, head(b.say("answers")))
	b.put(p, 1, answerColumn, note(b.yesWord()))
	b.put(p, 2, answerColumn, note(b.noWord()))
}

// unitsOf is the formula for how many units a way is divided by.
func (b *bookMaker) unitsOf(w int) string {
	if w == 0 {
		return "N(" + b.term("units") + ")"
	}
	own := fmt.Sprintf("%s!$C$%d", quotedSheet(b.termPage.name), len(termKeys)+3+w)
	return fmt.Sprintf("IF(N(%s)>0,%s,N(%s))", own, own, b.term("units"))
}

// put writes a cell, from 0, that may lie outside what is there.
func (b *bookMaker) put(p *page, row, column int, c cell) {
	for len(p.rows) <= row {
		p.row()
	}
	for len(p.rows[row]) <= column {
		p.rows[row] = append(p.rows[row], cell{})
	}
	p.rows[row][column] = c
}

// termWord is what a term is called.
func (b *bookMaker) termWord(key string) string { return words(b.Words, "sheet.term."+key)[0] }

// termCell writes the value of a term; one that is not given is empty.
func (b *bookMaker) termCell(key string) cell {
	e := b.Estimate
	whole := func(n int64) cell {
		if n == 0 {
			return cell{}
		}
		return cell{value: n}
	}
	rate := func(n int) cell {
		if n == 0 {
			return cell{}
		}
		return cell{value: float64(n) / 10000, look: percentLook}
	}
	switch key {
	case "name":
		return text(e.Name)
	case "first_year":
		return whole(int64(e.FirstYear))
	case "years":
		return whole(int64(e.Years))
	case "real_rate":
		return rate(e.RealRate)
	case "inflation":
		return rate(e.Inflation)
	case "units":
		return whole(e.Units)
	case "unit_name":
		return text(e.UnitName)
	case "financing":
		return lettered(e.Financing, wrapLook)
	case "pilot":
		return text(b.yes(e.Pilot))
	case "law":
		return text(string(e.Law))
	case "subject":
		return text(b.subject(e.Subject))
	case "start":
		return text(string(e.Start))
	case "needed":
		return text(string(e.Purchase.Needed))
	case "letter":
		return text(b.yes(e.Purchase.Letter))
	case "done":
		return text(strings.Join(e.Done, ", "))
	case "format":
		return note(Format)
	}
	return b.termFormula(key)
}

// termFormula is the year that counts as the first, or what a year's distance takes
// off an amount's worth. What cannot be is as if it were not given.
func (b *bookMaker) termFormula(key string) cell {
	t := b.ways[0].sum.Terms
	if key == "first" {
		return cell{formula: fmt.Sprintf("IF(AND(N(%[1]s)>=%[2]d,N(%[1]s)<=%[3]d),%[1]s,1)", b.term("first_year"), cost.EarliestYear, cost.LatestYear),
			value: max(t.First, 1), look: noteLook}
	}
	rate := func(k string) string {
		at := b.term(k)
		return fmt.Sprintf("(1+IF(AND(N(%s)>=0,N(%s)<=1),N(%s),0))", at, at, at)
	}
	return cell{formula: rate("real_rate") + "*" + rate("inflation"), value: float64(10000+t.RealRate) * float64(10000+t.Inflation) / 1e8, look: noteLook}
}

// subject is the word for what is bought.
func (b *bookMaker) subject(s app.ProcurementSubject) string {
	if key := "costs.subject." + string(s); s != "" && b.Words.Has(key) {
		return b.Words.T(key)
	}
	return string(s)
}
