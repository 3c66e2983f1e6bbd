package cost

import (
	"cmp"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

// Everything that is summed, once more: with fractions of any size, slowly, and
// without a line of what it is held against.

// whole rounds a fraction, halves away from zero.
func whole(r *big.Rat) *big.Int {
	twice := new(big.Int).Mul(new(big.Int).Abs(r.Num()), big.NewInt(2))
	n := twice.Add(twice, r.Denom())
	n.Div(n, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return n
}

func rat(m app.Money) *big.Rat { return new(big.Rat).SetInt64(int64(m)) }

// grown is (1 + hundredths of a per cent) to the power n.
func grown(change, n int) *big.Rat {
	out := big.NewRat(1, 1)
	for range n {
		out.Mul(out, big.NewRat(int64(10000+change), 10000))
	}
	return out
}

// ratAmount is what so many of a price cost n years after year 1.
func ratAmount(price app.Money, q app.Quantity, l app.CostLine, n int) *big.Rat {
	a := new(big.Rat).Mul(rat(price), big.NewRat(int64(q), 1000))
	a.Mul(a, big.NewRat(100, int64(100+l.VAT)))
	return a.Mul(a, grown(l.Index, n))
}

// triple is low, likely and high.
type triple [3]*big.Int

func newTriple() triple { return triple{new(big.Int), new(big.Int), new(big.Int)} }

func (t triple) add(o triple) {
	for i := range t {
		t[i].Add(t[i], o[i])
	}
}

func (t triple) is(s Span) bool {
	for i, m := range []app.Money{s.Low, s.Likely, s.High} {
		if t[i].Cmp(big.NewInt(int64(m))) != 0 {
			return false
		}
	}
	return true
}

func is(m app.Money, n *big.Int) bool { return n.Cmp(big.NewInt(int64(m))) == 0 }

// ratYear is what a line adds in a year of the horizon.
func ratYear(l app.CostLine, year int) triple {
	t := newTriple()
	if from := max(l.From, 1); year < from || year > max(l.To, from) {
		return t
	}
	likely := whole(ratAmount(l.Price, l.Quantity, l, year-1))
	t = triple{likely, new(big.Int).Set(likely), new(big.Int).Set(likely)}
	if l.Low != 0 || l.High != 0 {
		if low := whole(ratAmount(l.Low, 1000, l, year-1)); low.Cmp(likely) < 0 {
			t[0] = low
		}
		if high := whole(ratAmount(l.High, 1000, l, year-1)); high.Cmp(likely) > 0 {
			t[2] = high
		}
	}
	if l.Kind == app.CostSaving {
		t[0], t[2] = t[2], t[0]
		for i := range t {
			t[i] = new(big.Int).Neg(t[i])
		}
	}
	return t
}

func ratPresent(likely *big.Int, e app.Estimate, year, more int) *big.Int {
	f := new(big.Rat).Mul(grown(max(e.RealRate+more, 0), year-1), grown(e.Inflation, year-1))
	return whole(f.Quo(new(big.Rat).SetInt(likely), f))
}

// anyWay is lines that can all be summed, some of them large, close to halves or in
// years after the horizon.
func anyWay(t *rapid.T, years int, name string) []app.CostLine {
	var out []app.CostLine
	for range rapid.IntRange(0, 6).Draw(t, name) {
		from := rapid.IntRange(1, years).Draw(t, "from")
		l := app.CostLine{Kind: rapid.SampledFrom(app.CostKinds).Draw(t, "kind"), What: "x", Source: app.SourceQuote,
			From: from, To: rapid.IntRange(from, min(years+2, longest)).Draw(t, "to"),
			Quantity: app.Quantity(rapid.Int64Range(1, 2_000_000).Draw(t, "q")), Price: app.Money(rapid.Int64Range(1, 5e8).Draw(t, "p")),
			VAT:   rapid.SampledFrom([]int{0, 25, 12, 6}).Draw(t, "vat"),
			Index: rapid.SampledFrom([]int{0, 0, 200, 500, 2000, -500, 1, -5000, 10000}).Draw(t, "index"), Lifetime: rapid.SampledFrom([]int{0, 0, 1, 3, 7, 100}).Draw(t, "life")}
		if l.Index == 10000 {
			l.Price = l.Price % 999
		}
		if rapid.Bool().Draw(t, "halves") { // an öre and a half, and what grows to one
			l.Price, l.Quantity = app.Money(rapid.Int64Range(1, 60).Draw(t, "small")), app.Quantity(rapid.SampledFrom([]int64{500, 1000, 1500, 2500, 125}).Draw(t, "q"))
		}
		if rapid.Bool().Draw(t, "range") {
			l.Low = app.Money(rapid.Int64Range(0, int64(l.Amount())).Draw(t, "low"))
			above := int64(1e9)
			if l.Index == 10000 { // doubled 29 times
				above = 1e5
			}
			l.High = l.Amount() + app.Money(rapid.Int64Range(0, above).Draw(t, "above"))
		}
		out = append(out, l)
	}
	return out
}

func anyTerms(t *rapid.T) app.Estimate {
	years := rapid.IntRange(1, longest).Draw(t, "years")
	e := app.Estimate{Years: years, RealRate: rapid.IntRange(0, 1200).Draw(t, "rate"), Inflation: rapid.SampledFrom([]int{0, 200, 350, 10000}).Draw(t, "inflation"),
		Units: rapid.Int64Range(0, 5000).Draw(t, "units"), Lines: anyWay(t, years, "lines")}
	for range rapid.IntRange(0, 3).Draw(t, "funding") {
		from := rapid.IntRange(1, years).Draw(t, "from")
		e.Funding = append(e.Funding, app.Funding{Who: "x", From: from, To: rapid.IntRange(from, longest).Draw(t, "to"),
			Amount: app.Money(rapid.Int64Range(0, 5e10).Draw(t, "amount")), Decided: rapid.Bool().Draw(t, "decided")})
	}
	for range rapid.IntRange(0, 3).Draw(t, "spent") {
		s := app.Spent{What: "x", Year: 2025, Amount: app.Money(rapid.Int64Range(1, 1e12).Draw(t, "amount"))}
		s.Back = app.Money(rapid.Int64Range(0, int64(s.Amount)).Draw(t, "back"))
		e.Spent = append(e.Spent, s)
	}
	return e
}

func TestSumsAreThoseOfFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyTerms(t)
		r := Sum(e, nil, today)
		for _, f := range r.Faults {
			if f.Code != AfterHorizon {
				t.Fatalf("%+v", f)
			}
		}
		holdYears(t, e, &r)
		holdLines(t, e, &r)
		holdFunding(t, e, &r)
		holdSwings(t, e, &r)
	})
}

func holdYears(t *rapid.T, e app.Estimate, r *Result) {
	total, present, once, running, invested := newTriple(), new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	kinds := map[app.CostKind]triple{}
	off := make([]*big.Int, longest+1)
	for n := range off {
		off[n] = new(big.Int)
	}
	for _, y := range r.Years {
		sum, once1, inv1 := newTriple(), new(big.Int), new(big.Int)
		cells := map[app.CostKind]triple{}
		for _, l := range e.Lines {
			in := ratYear(l, y.Number)
			sum.add(in)
			for _, m := range []map[app.CostKind]triple{kinds, cells} {
				if m[l.Kind][0] == nil {
					m[l.Kind] = newTriple()
				}
				m[l.Kind].add(in)
			}
			if l.From == l.To {
				once1.Add(once1, in[1])
			}
			if l.Lifetime > 0 {
				inv1.Add(inv1, in[1])
				ratWriteOff(off, in[1], y.Number, l.Lifetime)
			}
		}
		pv := ratPresent(sum[1], e, y.Number, 0)
		if !sum.is(y.Span) || !is(y.Present, pv) || !is(y.OneOff, once1) || !is(y.Running, new(big.Int).Sub(sum[1], once1)) ||
			!is(y.Investment, inv1) || !is(y.Depreciation, off[y.Number]) {
			t.Fatalf("year %+v: %v, present %v, once %v, invested %v, written off %v", y, sum, pv, once1, inv1, off[y.Number])
		}
		for _, k := range r.Kinds {
			if !cells[k.Kind].is(k.Years[y.Number-1]) {
				t.Fatalf("%s in year %d: %+v, %v", k.Kind, y.Number, k.Years[y.Number-1], cells[k.Kind])
			}
		}
		total.add(sum)
		present.Add(present, pv)
		once.Add(once, once1)
		invested.Add(invested, inv1)
	}
	running.Sub(total[1], once)
	if !total.is(r.Total) || !is(r.Present, present) || !is(r.OneOff, once) || !is(r.Running, running) || !is(r.Investment, invested) || len(kinds) != len(r.Kinds) {
		t.Fatalf("total %+v, %v; present %d, %v; kinds %v", r.Total, total, r.Present, present, kinds)
	}
	for _, k := range r.Kinds {
		if !kinds[k.Kind].is(k.Total) {
			t.Fatalf("%s: %+v, %v", k.Kind, k.Total, kinds[k.Kind])
		}
	}
	if e.Units > 0 {
		per := new(big.Rat).SetFrac(total[1], big.NewInt(e.Units))
		if !is(r.PerUnit, whole(per)) || !is(r.PerUnitYear, whole(per.Quo(per, big.NewRat(int64(e.Years), 1)))) {
			t.Fatalf("by pupil %d, %d of %v", r.PerUnit, r.PerUnitYear, total[1])
		}
	}
}

// ratWriteOff writes an outlay off in the years after it.
func ratWriteOff(off []*big.Int, outlay *big.Int, year, life int) {
	done := new(big.Int)
	for k := 1; k <= life; k++ {
		upTo := whole(new(big.Rat).SetFrac(new(big.Int).Mul(outlay, big.NewInt(int64(k))), big.NewInt(int64(life))))
		if year+k <= longest {
			off[year+k].Add(off[year+k], new(big.Int).Sub(upTo, done))
		}
		done = upTo
	}
	if done.Cmp(outlay) != 0 {
		panic("the parts are not the outlay")
	}
}

func holdLines(t *rapid.T, e app.Estimate, r *Result) {
	for i, l := range e.Lines {
		total, present := newTriple(), new(big.Int)
		for n := 1; n <= e.Years; n++ {
			in := ratYear(l, n)
			if !in.is(r.Lines[i].Years[n-1]) {
				t.Fatalf("line %d in year %d: %+v, %v", i, n, r.Lines[i].Years[n-1], in)
			}
			total.add(in)
			present.Add(present, ratPresent(in[1], e, n, 0))
		}
		one := whole(ratAmount(l.Price, 1000, l, 0))
		if w := r.Lines[i]; !w.Summed || !total.is(w.Total) || !is(w.Present, present) || !is(w.Each, one) {
			t.Fatalf("line %d: %+v, %v, present %v", i, w, total, present)
		}
	}
}

func holdFunding(t *rapid.T, e app.Estimate, r *Result) {
	var want Funding
	for _, y := range r.Years {
		var given, decided app.Money
		for _, f := range e.Funding {
			if f.From <= y.Number && y.Number <= f.To {
				given += f.Amount
				if f.Decided {
					decided += f.Amount
				}
			}
		}
		gap := max(0, y.Likely-given)
		if y.Funded != given || y.Decided != decided || y.Gap != gap {
			t.Fatalf("year %+v: given %d, decided %d", y, given, decided)
		}
		want.Given, want.Decided, want.Gap, want.Open = want.Given+given, want.Decided+decided, want.Gap+gap, want.Open+max(0, y.Likely-decided)
	}
	var sunk Sunk
	for _, s := range e.Spent {
		sunk.Paid, sunk.Back = sunk.Paid+s.Amount, sunk.Back+s.Back
	}
	if r.Funding != want || r.Sunk != sunk || r.Sunk.Lost() != sunk.Paid-sunk.Back {
		t.Fatalf("funding %+v, want %+v; sunk %+v, want %+v", r.Funding, want, r.Sunk, sunk)
	}
}

func holdSwings(t *rapid.T, e app.Estimate, r *Result) {
	var want []Swing
	var totals []triple
	for _, l := range e.Lines {
		total := newTriple()
		for n := 1; n <= e.Years; n++ {
			total.add(ratYear(l, n))
		}
		totals = append(totals, total)
	}
	for i := range e.Lines {
		ends := [2]*big.Int{new(big.Int), new(big.Int)}
		for end, at := range []int{0, 2} {
			for j, total := range totals {
				if j == i {
					ends[end].Add(ends[end], total[at])
				} else {
					ends[end].Add(ends[end], total[1])
				}
			}
		}
		if ends[0].Cmp(ends[1]) != 0 {
			want = append(want, Swing{Line: i, Low: app.Money(ends[0].Int64()), High: app.Money(ends[1].Int64())})
		}
	}
	var lower, higher app.Money
	for _, y := range r.Years {
		lower += app.Money(ratPresent(big.NewInt(int64(y.Likely)), e, y.Number, -150).Int64())
		higher += app.Money(ratPresent(big.NewInt(int64(y.Likely)), e, y.Number, 150).Int64())
	}
	if lower != higher {
		want = append([]Swing{{Line: -1, Term: "real_rate", Low: min(lower, higher), High: max(lower, higher)}}, want...)
	}
	slices.SortStableFunc(want, func(a, b Swing) int { return cmp.Compare(b.High-b.Low, a.High-a.Low) })
	if !slices.Equal(r.Swings, want) {
		t.Fatalf("swings\n%+v\n%+v", r.Swings, want)
	}
}
