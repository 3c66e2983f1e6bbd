package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/figures"
	"yttra/app/language"
)

// findOtherAmounts speaks of amounts in the text that are not in the estimate.
// In sections about economy any amount counts, elsewhere those in a sentence with
// one of the phrases. A sentence with one of unless is about other money: limits,
// fees, budgets, what others pay; see otherMoney. A figure that is bound to the estimate is held
// to what it is bound to, wherever it stands.
func findOtherAmounts(r *run, l *look) []found {
	if len(r.matter.Estimate.Lines) == 0 {
		return nil
	}
	var known, single []app.Money
	wanted, excused := r.within(l.phrases), r.within(r.otherMoney(l))
	var out []found
	for i, s := range r.sections {
		out = append(out, r.strayed(i)...)
		if !s.own || len(l.roles) > 0 && !slices.Contains(l.roles, s.role) {
			continue
		}
		for j, p := range s.parts {
			if p.kind == language.TableRow || p.kind == language.Quote {
				continue
			}
			for _, a := range p.amounts {
				at := place(i, p.at, a.Span)
				n, ok := r.sentenceAt(at)
				if !ok || n.part != j || excused.has(n) || !wanted.has(n) || inside(p.quotes, a.Span) || inside(p.reported, a.Span) || r.isBound(at) || len(out) >= maxTold {
					continue
				}
				if known == nil {
					known, single = r.knownAmounts()
				}
				written := p.text.Of(a.Span)
				if near, ok := agrees(a, written, known); !ok && !threeMake(a.Money, single) {
					f := found{place: at}
					if meant := r.clearly(a.Money); meant != nil {
						near = meant.Amount
						bound, _ := r.figures().Bound(figures.Name(meant.Key, formOf(written)))
						f.mend = []string{bound}
					}
					f.words = []string{"{here}", written, "{there}", near.Written(app.InKr)}
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// otherMoney are the phrases of sentences that are about money the estimate does
// not hold: those of unless; of given while it does not hold today's solution; and
// of with while it does not say what has been paid.
func (r *run) otherMoney(l *look) []int {
	out := l.unless
	if r.matter.Estimate.Way(app.Today) == 0 {
		out = slices.Concat(out, l.given)
	}
	if len(r.matter.Estimate.Spent) == 0 {
		out = slices.Concat(out, l.with)
	}
	return out
}

// agrees tells whether an amount is one of those known, as far as it is written:
// "2,4 miljoner" stands for anything that rounds to it, but for no more than a
// tenth of itself. near is the known one that is nearest.
func agrees(a language.Amount, written string, known []app.Money) (near app.Money, ok bool) {
	slack := min(resolution(a.Money, written)/2, a.Money/10)
	best := app.Money(-1)
	for _, k := range known {
		d := max(a.Money-k, k-a.Money)
		if best < 0 || d < best {
			near, best = k, d
		}
	}
	return near, best >= 0 && best <= slack
}

// resolution is what the last digit that is not a nought stands for.
func resolution(m app.Money, written string) app.Money {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, written)
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n == 0 {
		return 0
	}
	step := m / app.Money(n)
	for ; n%10 == 0; n /= 10 {
		step *= 10
	}
	return step
}

// threeMake tells whether three lines make an amount together, to the krona: a
// text sums what it names, "kameror, installation och licenser".
func threeMake(m app.Money, single []app.Money) bool {
	single = single[:min(len(single), maxSums)]
	for i, a := range single {
		for j, b := range single[:i] {
			if slices.Contains(single[:j], m-a-b) {
				return true
			}
		}
	}
	return false
}

// maxSums is how many lines of an estimate are added two and two.
const maxSums = 60

// knownAmounts are all amounts that the estimate holds or gives: lines, years,
// kinds and sums of every way, what parts the ways, what is spent, given, lacking
// and bought, by unit, how it is paid, and two lines together. single are the lines
// and kinds.
func (r *run) knownAmounts() (out, single []app.Money) {
	e, ways := r.matter.Estimate, r.figures().Ways()
	add := func(ms ...app.Money) { out = append(out, ms...) }
	for i, w := range ways.Ways {
		add(w.Present, w.OneOff, w.Running, w.PerUnit, w.Investment, w.Procurement.Value, w.Procurement.Highest, w.Total.Low, w.Total.Likely, w.Total.High)
		for _, y := range w.Years {
			add(y.Low, y.Likely, y.High, y.OneOff, y.Running, y.Present, y.Investment, y.Depreciation, y.Funded, y.Gap)
		}
		if n := app.Money(len(w.Years)); n > 1 {
			add(w.PerUnit/n, w.Total.Likely/n, (w.Total.Likely-w.Years[0].Likely)/(n-1))
		}
		add(w.Total.Likely-ways.Ways[0].Total.Likely, ways.Ways[0].Total.Likely-w.Total.Likely, w.Present-ways.Ways[0].Present, ways.Ways[0].Present-w.Present)
		for _, k := range w.Kinds {
			single = append(single, k.Total.Likely)
			add(k.Total.Low, k.Total.High)
			for _, y := range k.Years {
				add(y.Likely)
			}
		}
		for j, x := range e.View(i).Lines {
			single = append(single, x.Amount(), x.Amount()*app.Money(max(1, x.To-max(1, x.From)+1)))
			add(x.Price, x.Low, x.High)
			if j < len(w.Lines) {
				single = append(single, w.Lines[j].Total.Likely)
				add(w.Lines[j].Each)
				for _, y := range w.Lines[j].Years {
					add(y.Likely)
				}
			}
		}
	}
	first := ways.Ways[0]
	add(first.Sunk.Paid, first.Sunk.Back, first.Sunk.Lost(), first.Funding.Given, first.Funding.Decided, first.Funding.Gap)
	for _, x := range e.Spent {
		add(x.Amount, x.Back)
	}
	for _, x := range e.Funding {
		add(x.Amount)
	}
	for _, x := range slices.Concat(e.Purchase.Options, e.Purchase.Similar) {
		add(x.Amount)
	}
	for _, a := range language.Amounts(e.Financing) {
		add(a.Money)
	}
	add(single...)
	for i, a := range single[:min(len(single), maxSums)] {
		for _, b := range single[:i] {
			add(a + b)
		}
	}
	return slices.DeleteFunc(out, func(m app.Money) bool { return m <= 0 }), single
}

// findSummaryAmounts speaks of an amount in the sections named by roles that is
// near one in the rest of the paper but not the same: 2,4 and 2,6 million.
func findSummaryAmounts(r *run, l *look) []found {
	rest := r.amountsIn(func(role string) bool { return !slices.Contains(l.roles, role) })
	if len(rest) == 0 || len(rest) > maxRest {
		return nil
	}
	sums := pairs(rest)
	excused := r.within(l.unless)
	var out []found
	for _, a := range r.amountsIn(func(role string) bool { return slices.Contains(l.roles, role) }) {
		near, same := agrees(a.Amount, a.written, sums)
		for _, o := range rest {
			if _, ok := agrees(o.Amount, o.written, []app.Money{a.Money}); ok {
				same = true
			}
		}
		n, ok := r.sentenceAt(a.place)
		if !ok || excused.has(n) || same || max(a.Money-near, near-a.Money) > a.Money*3/10 {
			continue
		}
		out = append(out, found{place: a.place, words: []string{"{here}", a.written, "{there}", near.Written(app.InKr)}})
	}
	return out
}

// maxRest is how many amounts a paper may have for them to be compared.
const maxRest = 200

// writtenAmount is an amount in its place.
type writtenAmount struct {
	language.Amount
	place   app.Place
	written string
}

// amountsIn gives the amounts of the sections with such roles.
func (r *run) amountsIn(wanted func(role string) bool) []writtenAmount {
	var out []writtenAmount
	for i, s := range r.sections {
		if !wanted(s.role) {
			continue
		}
		for _, p := range s.parts {
			for _, a := range p.amounts {
				out = append(out, writtenAmount{a, place(i, p.at, a.Span), p.text.Of(a.Span)})
			}
		}
	}
	return out
}

// pairs gives the amounts and those that two of them make together.
func pairs(all []writtenAmount) []app.Money {
	var out []app.Money
	for i, a := range all {
		out = append(out, a.Money)
		for _, b := range all[:min(i, maxSums)] {
			out = append(out, a.Money+b.Money)
		}
	}
	return out
}
