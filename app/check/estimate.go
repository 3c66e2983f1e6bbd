package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/language"
)

// findOtherAmounts speaks of amounts in the text that are not in the estimate.
// In sections about economy any amount counts, elsewhere those in a sentence with
// one of the phrases. A sentence with one of unless is about other money: limits,
// fees, budgets, what others pay.
func findOtherAmounts(r *run, l *look) []found {
	if len(r.matter.Estimate.Lines) == 0 {
		return nil
	}
	known, single := r.knownAmounts()
	wanted, excused := r.within(l.phrases), r.within(l.unless)
	var out []found
	for i, s := range r.sections {
		if !s.own || len(l.roles) > 0 && !slices.Contains(l.roles, s.role) {
			continue
		}
		for j, p := range s.parts {
			if p.kind == language.TableRow || p.kind == language.Quote {
				continue
			}
			for _, a := range p.amounts {
				n, ok := r.sentenceAt(place(i, p.at, a.Span))
				if !ok || n.part != j || excused.has(n) || !wanted.has(n) || inside(p.quotes, a.Span) || inside(p.reported, a.Span) {
					continue
				}
				if near, ok := agrees(a, p.text.Of(a.Span), known); !ok && len(out) < maxTold && !threeMake(a.Money, single) {
					out = append(out, found{place: place(i, p.at, a.Span), words: []string{"{here}", p.text.Of(a.Span), "{there}", inKronor(near)}})
				}
			}
		}
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
// kinds, sums, what is bought, by unit, how it is paid, and two lines together.
// single are the lines and kinds.
func (r *run) knownAmounts() (out, single []app.Money) {
	e := r.matter.Estimate
	sum := cost.Sum(e, r.packs.Thresholds, r.doc.Date)
	out = []app.Money{sum.Present, sum.OneOff, sum.Running, sum.PerUnit, app.Kronor(sum.Procurement.Kronor())}
	span := func(s cost.Span) { out = append(out, s.Low, s.Likely, s.High) }
	span(sum.Total)
	for _, y := range sum.Years {
		span(y.Span)
		out = append(out, y.OneOff, y.Running, y.Present)
	}
	for _, a := range language.Amounts(e.Financing) {
		out = append(out, a.Money)
	}
	lines := slices.Clone(e.Lines)
	for _, a := range e.Alternatives {
		lines = append(lines, a.Lines...)
		alone := cost.Sum(app.Estimate{Lines: a.Lines, Years: e.Years, Units: e.Units, RealRate: e.RealRate}, r.packs.Thresholds, r.doc.Date)
		span(alone.Total)
		out = append(out, alone.Total.Likely-sum.Total.Likely, sum.Total.Likely-alone.Total.Likely)
	}
	for _, x := range lines {
		years := app.Money(max(1, x.To-max(1, x.From)+1))
		single = append(single, x.Amount(), x.Amount()*years)
		out = append(out, x.Price, x.Low, x.High)
	}
	for _, k := range sum.Kinds {
		span(k.Total)
		single = append(single, k.Total.Likely)
		for _, y := range k.Years {
			out = append(out, y.Likely)
		}
	}
	out = append(out, single...)
	for i, a := range single[:min(len(single), maxSums)] {
		for _, b := range single[:i] {
			out = append(out, a+b)
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
		out = append(out, found{place: a.place, words: []string{"{here}", a.written, "{there}", inKronor(near)}})
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

// inKronor writes an amount with its thousands apart.
func inKronor(m app.Money) string {
	digits := strconv.FormatInt(int64(m)/100, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "\u00a0" + digits[i:]
	}
	return digits + "\u00a0kr"
}
