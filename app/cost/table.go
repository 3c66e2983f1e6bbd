package cost

import (
	"slices"
	"strings"

	"yttra/app"
)

// kindOrder gives the kinds their places in the table.
var kindOrder = func() map[app.CostKind]int {
	order := map[app.CostKind]int{}
	for i, k := range app.CostKinds {
		order[k] = i
	}
	return order
}()

// table fills in years, kinds, totals, and the workings' own.
func (r *Result) table(items []item, lines []app.CostLine, rate *powers) {
	r.Years = make([]Year, r.Terms.Years)
	for i := range r.Years {
		r.Years[i].Number = i + 1
		if r.Terms.First > 0 {
			r.Years[i].Calendar = r.Terms.First + i
		}
	}
	kinds := newKinds(len(r.Years))
	for i := range items {
		it := &items[i]
		l := &r.Lines[it.line]
		k := kinds.of(it.kind)
		for n := it.from - 1; n < min(it.to, len(r.Years)); n++ {
			in := l.Years[n]
			r.Years[n].take(it, in)
			k.Years[n].add(in)
			l.Total.add(in)
			l.Present += rate.present(in.Likely, n)
		}
		k.Total.add(l.Total)
		if life := lifetime(&lines[it.line]); life > 0 {
			r.invest(l, it, life)
		}
	}
	for i := range r.Years {
		y := &r.Years[i]
		y.Present = rate.present(y.Likely, i)
		r.Total.add(y.Span)
		r.Present += y.Present
		r.OneOff += y.OneOff
		r.Running += y.Running
		r.Investment += y.Investment
	}
	r.Kinds = kinds.list()
	r.Empty = emptyKinds(lines)
}

func (y *Year) take(it *item, in Span) {
	y.add(in)
	if it.oneOff() {
		y.OneOff += in.Likely
	} else {
		y.Running += in.Likely
	}
}

func (s *Span) add(o Span) {
	s.Low += o.Low
	s.Likely += o.Likely
	s.High += o.High
}

// invest notes what a line invests, and writes it off in equal parts over its life,
// from the year after each outlay. What falls after the horizon is in no year.
func (r *Result) invest(l *Line, it *item, life int) {
	for n := it.from; n <= min(it.to, len(r.Years)); n++ {
		outlay := l.Years[n-1].Likely
		r.Years[n-1].Investment += outlay
		for k := 1; k <= life && n+k <= len(r.Years); k++ {
			r.Years[n+k-1].Depreciation += writtenOff(outlay, life, k)
		}
	}
}

// writtenOff is the k-th of equal parts; together they are the outlay.
func writtenOff(outlay app.Money, life, k int) app.Money {
	if outlay < 0 {
		return -writtenOff(-outlay, life, k)
	}
	whole, rest := outlay/app.Money(life), outlay%app.Money(life)
	upTo := func(k int) app.Money { return (2*rest*app.Money(k) + app.Money(life)) / app.Money(2*life) }
	return whole + upTo(k) - upTo(k-1)
}

// kinds gathers the rows of the table: the known ones by place, others by name.
type kinds struct {
	known []Kind
	other map[app.CostKind]*Kind
	years int
}

func newKinds(years int) *kinds {
	k := &kinds{known: make([]Kind, len(app.CostKinds)), years: years}
	all := make([]Span, years*len(k.known))
	for i := range k.known {
		k.known[i].Years = all[i*years : (i+1)*years : (i+1)*years]
	}
	return k
}

func (k *kinds) of(kind app.CostKind) *Kind {
	if i, ok := kindOrder[kind]; ok {
		k.known[i].Kind = kind
		return &k.known[i]
	}
	if k.other == nil {
		k.other = map[app.CostKind]*Kind{}
	}
	if k.other[kind] == nil {
		k.other[kind] = &Kind{Kind: kind, Years: make([]Span, k.years)}
	}
	return k.other[kind]
}

// list gives those that have lines; kinds that the table does not know come last.
func (k *kinds) list() []Kind {
	var out []Kind
	for i, kind := range app.CostKinds {
		if k.known[i].Kind == kind {
			out = append(out, k.known[i])
		}
	}
	n := len(out)
	for _, other := range k.other {
		out = append(out, *other)
	}
	slices.SortFunc(out[n:], func(a, b Kind) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	return out
}

func emptyKinds(lines []app.CostLine) []app.CostKind {
	out := slices.Clone(app.CostKinds)
	for i := range lines {
		if at := slices.Index(out, lines[i].Kind); at >= 0 {
			out = slices.Delete(out, at, at+1)
		}
		if len(out) == 0 {
			return nil
		}
	}
	return out
}
