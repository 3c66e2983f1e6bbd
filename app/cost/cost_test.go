package cost

import (
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

const today app.Date = "2026-11-22"

// tablets is an invented purchase, summed by hand below.
func tablets() app.Estimate {
	return app.Estimate{Years: 4, FirstYear: 2027, RealRate: 350, Units: 120, UnitName: "elev", Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "läsplattor", Quantity: app.Units(120), Price: app.Kronor(3450), Source: app.SourceQuote},
		{Kind: app.CostPeripherals, What: "fodral", Quantity: app.Units(120), Price: app.Kronor(250), VAT: 25, Source: app.SourceQuote},
		{Kind: app.CostLicences, What: "läromedel", Quantity: app.Units(120), Price: app.Kronor(180), From: 1, To: 4,
			Low: app.Kronor(18000), High: app.Kronor(30000), Source: app.SourceContract},
		{Kind: app.CostTraining, What: "två dagar", Quantity: 12500, Price: app.Kronor(4200), Internal: true, Source: app.SourceExperience},
		{Kind: app.CostRisk, What: "buffert", Quantity: app.Units(1), Price: app.Kronor(20000), From: 2, Source: app.SourceGuess},
		{Kind: app.CostSaving, What: "böcker", Quantity: app.Units(1), Price: app.Kronor(35000), From: 2, To: 4,
			Low: app.Kronor(10000), High: app.Kronor(40000), Source: app.SourceExperience},
	}}
}

// The table, in kronor:
//
//	                year 1   year 2   year 3   year 4    total
//	purchase       414 000        –        –        –  414 000
//	peripherals     24 000        –        –        –   24 000  (30 000 with VAT)
//	licences        21 600   21 600   21 600   21 600   86 400  (18 000–30 000)
//	training        52 500        –        –        –   52 500
//	risk                 –   20 000        –        –   20 000
//	saving               –  −35 000  −35 000  −35 000 −105 000  (10 000–40 000)
//	likely         512 100    6 600  −13 400  −13 400  491 900
//	present value  512 100  6376,81 −12508,81 −12085,81 493 882,19
func TestTableByHand(t *testing.T) {
	r := Sum(tablets(), nil, today)
	if len(r.Faults) > 0 {
		t.Fatalf("faults %v", r.Faults)
	}
	want := []Year{
		{Number: 1, Calendar: 2027, Span: Span{kr(508500), kr(512100), kr(520500)}, OneOff: kr(490500), Running: kr(21600), Present: kr(512100), Gap: kr(512100)},
		{Number: 2, Calendar: 2028, Span: Span{kr(-2000), kr(6600), kr(40000)}, OneOff: kr(20000), Running: kr(-13400), Present: 637681, Gap: kr(6600)},
		{Number: 3, Calendar: 2029, Span: Span{kr(-22000), kr(-13400), kr(20000)}, OneOff: 0, Running: kr(-13400), Present: -1250904},
		{Number: 4, Calendar: 2030, Span: Span{kr(-22000), kr(-13400), kr(20000)}, OneOff: 0, Running: kr(-13400), Present: -1208603},
	}
	for i, w := range want {
		if !reflect.DeepEqual(r.Years[i], w) {
			t.Errorf("year %d\n got %+v\nwant %+v", i+1, r.Years[i], w)
		}
	}
	if want := (Span{kr(462500), kr(491900), kr(600500)}); r.Total != want {
		t.Errorf("total %+v, want %+v", r.Total, want)
	}
	if r.Present != kr(512100)+637681-1250904-1208603 {
		t.Errorf("present value %d", r.Present)
	}
	if r.OneOff != kr(510500) || r.Running != kr(-18600) || r.PerUnit != 409917 || r.Kronor() != 491900 {
		t.Errorf("one-off %d, running %d, per pupil %d", r.OneOff, r.Running, r.PerUnit)
	}
	var kinds []string
	for _, k := range r.Kinds {
		kinds = append(kinds, fmt.Sprint(k.Kind, k.Total.Likely/100))
	}
	if got, want := strings.Join(kinds, " "), "purchase414000 peripherals24000 licences86400 training52500 risk20000 saving-105000"; got != want {
		t.Errorf("kinds %s", got)
	}
	if want := []app.CostKind{app.CostInstallation, app.CostIntegration, app.CostOperation, app.CostSupport, app.CostNewWork,
		app.CostLegal, app.CostExit}; !slices.Equal(r.Empty, want) {
		t.Errorf("empty kinds %v", r.Empty)
	}
	if want := []Remark{on(1, "vat", VAT)}; !slices.Equal(r.Notes, want) {
		t.Errorf("notes %v", r.Notes)
	}
	// 414 000 + 24 000 + 86 400; the highest licences are 4 × 30 000.
	if p := r.Procurement; p.Value != kr(524400) || p.Highest != kr(558000) {
		t.Errorf("value %d, highest %d", p.Value, p.Highest)
	}
}

func TestPresentValue(t *testing.T) {
	for _, c := range []struct {
		m           app.Money
		rate, years int
		want        app.Money
	}{
		{kr(100000), 0, 29, kr(100000)},
		{kr(100000), 400, 0, kr(100000)},
		{kr(100000), 400, 1, 9615385},   // 96 153,846
		{kr(100000), 400, 10, 6755642},  // 67 556,417
		{kr(100000), 350, 29, 3687482},  // 36 874,8155
		{-kr(100000), 400, 1, -9615385}, // the same the other way
		{3, 10000, 1, 2},                // 1,5 öre rounds away from zero
		{-3, 10000, 1, -2},
		{1, 10000, 2, 0},
	} {
		rate := discount(c.rate, 0)
		if got := rate.present(c.m, c.years); got != c.want {
			t.Errorf("%d at %d in %d years is %d, want %d", c.m, c.rate, c.years, got, c.want)
		}
	}
}

func TestVATIsTakenOffExactly(t *testing.T) {
	for _, c := range []struct {
		price app.Money
		q     app.Quantity
		want  app.Money
	}{
		{kr(125), app.Units(1), kr(100)},
		{999, app.Units(1), 799},       // 799,2
		{1, app.Units(3), 2},           // 2,4
		{1, 3125, 3},                   // 2,5 away from zero
		{999, app.Units(1000), 799200}, // rounded once, not a thousand times
	} {
		r := Sum(app.Estimate{Lines: []app.CostLine{{Kind: app.CostPurchase, Price: c.price, Quantity: c.q, VAT: 25}}}, nil, today)
		if r.Total.Likely != c.want || r.Procurement.Value != c.want {
			t.Errorf("%d × %s is %d, want %d", c.price, c.q, r.Total.Likely, c.want)
		}
	}
	l := app.CostLine{Kind: app.CostPurchase, Price: kr(125), Quantity: app.Units(1), Low: kr(100), High: kr(150), VAT: 25}
	if r := Sum(app.Estimate{Lines: []app.CostLine{l}}, nil, today); r.Total != (Span{kr(80), kr(100), kr(120)}) {
		t.Errorf("the range keeps its VAT: %+v", r.Total)
	}
}

func TestFaults(t *testing.T) {
	ok := app.CostLine{Kind: app.CostOperation, What: "drift", Quantity: app.Units(1), Price: kr(100), From: 1, To: 2, Source: app.SourceQuote}
	for name, c := range map[string]struct {
		change func(*app.Estimate, *app.CostLine)
		want   Remark
		total  app.Money
	}{
		"year below":       {func(_ *app.Estimate, l *app.CostLine) { l.From = -1 }, on(0, "from", OutOfRange), 0},
		"year beyond":      {func(_ *app.Estimate, l *app.CostLine) { l.From, l.To = 31, 0 }, on(0, "from", OutOfRange), 0},
		"last year beyond": {func(_ *app.Estimate, l *app.CostLine) { l.To = 31 }, on(0, "to", OutOfRange), 0},
		"reversed":         {func(_ *app.Estimate, l *app.CostLine) { l.From, l.To = 3, 2 }, on(0, "to", Reversed), 0},
		"after horizon":    {func(_ *app.Estimate, l *app.CostLine) { l.To = 5 }, on(0, "to", AfterHorizon), kr(300)},
		"price":            {func(_ *app.Estimate, l *app.CostLine) { l.Price = -1 }, on(0, "price", Negative), 0},
		"quantity":         {func(_ *app.Estimate, l *app.CostLine) { l.Quantity = -1 }, on(0, "quantity", Negative), 0},
		"low":              {func(_ *app.Estimate, l *app.CostLine) { l.Low, l.High = kr(101), kr(200) }, on(0, "low", NotBetween), kr(200)},
		"high":             {func(_ *app.Estimate, l *app.CostLine) { l.Low, l.High = kr(50), kr(99) }, on(0, "high", NotBetween), kr(200)},
		"low without high": {func(_ *app.Estimate, l *app.CostLine) { l.Low = kr(50) }, on(0, "high", NotBetween), kr(200)},
		"negative low":     {func(_ *app.Estimate, l *app.CostLine) { l.Low, l.High = -1, kr(200) }, on(0, "low", Negative), kr(200)},
		"kind":             {func(_ *app.Estimate, l *app.CostLine) { l.Kind = "gift" }, on(0, "kind", Unknown), kr(200)},
		"source":           {func(_ *app.Estimate, l *app.CostLine) { l.Source = "rykte" }, on(0, "source", Unknown), kr(200)},
		"too large":        {func(_ *app.Estimate, l *app.CostLine) { l.Price, l.Quantity = 1e15, app.Units(2) }, on(0, "price", TooLarge), 0},
		"far too large":    {func(_ *app.Estimate, l *app.CostLine) { l.Price, l.Quantity = 1<<62, 1<<62 }, on(0, "price", TooLarge), 0},
		"high too large":   {func(_ *app.Estimate, l *app.CostLine) { l.High = 1 << 62 }, on(0, "high", TooLarge), kr(200)},
		"years":            {func(e *app.Estimate, _ *app.CostLine) { e.Years = 31 }, on(-1, "years", OutOfRange), kr(200)},
		"first year":       {func(e *app.Estimate, _ *app.CostLine) { e.FirstYear = 27 }, on(-1, "first_year", OutOfRange), kr(200)},
		"rate":             {func(e *app.Estimate, _ *app.CostLine) { e.RealRate = -1 }, on(-1, "real_rate", OutOfRange), kr(200)},
		"units":            {func(e *app.Estimate, _ *app.CostLine) { e.Units = -1 }, on(-1, "units", Negative), kr(200)},
		"start":            {func(e *app.Estimate, _ *app.CostLine) { e.Start = "2026-02-30" }, on(-1, "start", NoDay), kr(200)},
	} {
		t.Run(name, func(t *testing.T) {
			e := app.Estimate{Years: 3, Lines: []app.CostLine{ok}}
			c.change(&e, &e.Lines[0])
			r := Sum(e, nil, today)
			if !slices.Equal(r.Faults, []Remark{c.want}) {
				t.Errorf("faults %v, want %v", r.Faults, c.want)
			}
			if r.Total.Likely != c.total {
				t.Errorf("total %d, want %d", r.Total.Likely, c.total)
			}
			if r.Procurement.Procedure != NoPurchase && !r.Procurement.Check {
				t.Error("a procedure from a faulty estimate is to be checked")
			}
		})
	}
	if r := Sum(app.Estimate{Years: 3, RealRate: 1, Lines: []app.CostLine{ok}}, nil, today); len(r.Faults)+len(r.Notes) != 0 {
		t.Errorf("the line they start from: %v %v", r.Faults, r.Notes)
	}
}

// A line somebody has just added is no fault, only not finished.
func TestNewLineIsNotedNotFaulted(t *testing.T) {
	r := Sum(app.Estimate{Lines: []app.CostLine{{Kind: app.CostPurchase}}}, nil, today)
	want := []Remark{on(0, "source", Missing), on(0, "what", Missing), on(0, "price", Missing), on(0, "quantity", Missing)}
	if len(r.Faults) > 0 || !slices.Equal(r.Notes, want) || len(r.Years) != 1 {
		t.Errorf("%v %v %v", r.Faults, r.Notes, r.Years)
	}
}

func TestEmptyEstimate(t *testing.T) {
	r := Sum(app.Estimate{}, nil, today)
	if len(r.Faults)+len(r.Notes)+len(r.Kinds) > 0 || r.Total != (Span{}) || !slices.Equal(r.Empty, app.CostKinds) ||
		r.Procurement.Procedure != NoPurchase || r.Procurement.Check {
		t.Errorf("%+v", r)
	}
}

func TestHorizonFollowsTheLines(t *testing.T) {
	r := Sum(app.Estimate{Lines: []app.CostLine{{Kind: app.CostExit, From: 7}, {Kind: app.CostSupport, From: 2, To: 5}}}, nil, today)
	if len(r.Years) != 7 || r.Years[6].Calendar != 0 {
		t.Errorf("%d years", len(r.Years))
	}
}

// Lines that are each possible can together be more than a sum holds.
func TestSumOfEverythingCannotWrap(t *testing.T) {
	e := app.Estimate{Years: 30}
	for range 400 {
		e.Lines = append(e.Lines, app.CostLine{Kind: app.CostSaving, What: "x", Source: app.SourceGuess, Quantity: app.Units(1), Price: most, From: 1, To: 30})
	}
	r := Sum(e, nil, today)
	if !slices.Equal(r.Faults, []Remark{on(-1, "lines", TooLarge)}) || r.Total != (Span{}) || r.Present != 0 {
		t.Errorf("%v %+v", r.Faults, r.Total)
	}
	e.Lines = e.Lines[:33]
	if r := Sum(e, nil, today); len(r.Faults) > 0 || r.Total.Likely != -33*30*most {
		t.Errorf("%v %+v", r.Faults, r.Total)
	}
}

func TestSumsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEstimate(t)
		r := Sum(e, nil, today)
		var years, kinds, perKindYear Span
		var pv, split app.Money
		for _, y := range r.Years {
			years.add(y.Span)
			pv += y.Present
			split += y.OneOff + y.Running
			if y.OneOff+y.Running != y.Likely {
				t.Fatalf("year %d is not its one-off and running costs", y.Number)
			}
		}
		for _, k := range r.Kinds {
			kinds.add(k.Total)
			for _, s := range k.Years {
				perKindYear.add(s)
			}
		}
		if years != r.Total || kinds != r.Total || perKindYear != r.Total || pv != r.Present ||
			split != r.Total.Likely || r.OneOff+r.Running != r.Total.Likely {
			t.Fatalf("sums differ: years %v, kinds %v, cells %v, total %v", years, kinds, perKindYear, r.Total)
		}
		if r.Total.Low > r.Total.Likely || r.Total.Likely > r.Total.High {
			t.Fatalf("total %v", r.Total)
		}
	})
}

func TestPresentValueIsNeverAboveNominal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEstimate(t)
		e.Lines = slices.DeleteFunc(e.Lines, func(l app.CostLine) bool { return l.Kind == app.CostSaving })
		r := Sum(e, nil, today)
		if r.Present > r.Total.Likely || r.Present < 0 || e.RealRate == 0 && r.Present != r.Total.Likely {
			t.Fatalf("present value %d of %d at %d", r.Present, r.Total.Likely, e.RealRate)
		}
		dearer := e
		dearer.RealRate = min(e.RealRate+100, 10000)
		if s := Sum(dearer, nil, today); s.Present > r.Present {
			t.Fatalf("a higher rate gave more: %d, %d", s.Present, r.Present)
		}
	})
}

func TestOrderOfLinesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEstimate(t)
		a := Sum(e, nil, today)
		e.Lines = rapid.Permutation(e.Lines).Draw(t, "order")
		b := Sum(e, nil, today)
		for _, r := range []*Result{&a, &b} { // what is told line by line
			r.Faults, r.Notes, r.Lines, r.Swings, r.Procurement.Parts = nil, nil, nil, nil, nil
		}
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("\n%+v\n%+v", a, b)
		}
	})
}

// Whatever stands in a file, summing it ends, and no sum has wrapped.
func TestAnythingCanBeSummed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := app.Estimate{Years: rapid.Int().Draw(t, "years"), FirstYear: rapid.Int().Draw(t, "first"), RealRate: rapid.Int().Draw(t, "rate"),
			Units: rapid.Int64().Draw(t, "units"), Start: app.Date(rapid.String().Draw(t, "start"))}
		for range rapid.IntRange(0, 4).Draw(t, "lines") {
			e.Lines = append(e.Lines, app.CostLine{Kind: app.CostKind(rapid.SampledFrom([]string{"purchase", "saving", "?"}).Draw(t, "kind")),
				Quantity: app.Quantity(rapid.Int64().Draw(t, "q")), Price: app.Money(rapid.Int64().Draw(t, "p")),
				From: rapid.IntRange(-2, 33).Draw(t, "from"), To: rapid.IntRange(-2, 33).Draw(t, "to"), VAT: rapid.SampledFrom([]int{0, 25, 12, 6}).Draw(t, "vat"),
				Low: app.Money(rapid.Int64().Draw(t, "low")), High: app.Money(rapid.Int64().Draw(t, "high"))})
		}
		r := Sum(e, limits, today)
		sum := new(big.Int)
		for _, y := range r.Years {
			sum.Add(sum, big.NewInt(int64(y.Likely)))
		}
		if !sum.IsInt64() || sum.Int64() != int64(r.Total.Likely) || len(r.Years) < 1 || len(r.Years) > longest || r.Procurement.Value < 0 {
			t.Fatalf("%+v", r)
		}
	})
}

func anyEstimate(t *rapid.T) app.Estimate {
	e := app.Estimate{Years: rapid.IntRange(1, 30).Draw(t, "years"), RealRate: rapid.IntRange(0, 1000).Draw(t, "rate")}
	for range rapid.IntRange(0, 8).Draw(t, "lines") {
		from := rapid.IntRange(1, e.Years).Draw(t, "from")
		l := app.CostLine{Kind: rapid.SampledFrom(app.CostKinds).Draw(t, "kind"), From: from, To: rapid.IntRange(from, e.Years).Draw(t, "to"),
			Quantity: app.Quantity(rapid.Int64Range(0, 5_000_000).Draw(t, "q")), Price: app.Money(rapid.Int64Range(0, 1e9).Draw(t, "p")),
			VAT: rapid.SampledFrom([]int{0, 25, 12, 6}).Draw(t, "vat"), Internal: rapid.Bool().Draw(t, "internal")}
		if rapid.Bool().Draw(t, "range") {
			l.Low = app.Money(rapid.Int64Range(0, int64(l.Amount())).Draw(t, "low"))
			l.High = l.Amount() + app.Money(rapid.Int64Range(0, 1e9).Draw(t, "above"))
		}
		e.Lines = append(e.Lines, l)
	}
	return e
}

func kr(n int64) app.Money { return app.Kronor(n) }

// What cannot be read keeps its line out of the sum, and is said; a source that
// cannot be read does not.
func TestUnreadIsNotSummed(t *testing.T) {
	line := app.CostLine{Kind: app.CostPurchase, What: "A", Quantity: app.Units(2), Price: app.Kronor(10), Source: app.SourceQuote}
	for field, want := range map[string]app.Money{"quantity": 0, "years": 0, "source": app.Kronor(20)} {
		l := line
		l.Unread = map[string]string{field: "tolv"}
		r := Sum(app.Estimate{Lines: []app.CostLine{l}}, nil, "2026-11-22")
		if r.Total.Likely != want || len(r.Faults) != 1 || r.Faults[0] != on(0, field, Unread) {
			t.Errorf("%s: %d öre, %+v", field, r.Total.Likely, r.Faults)
		}
	}
}

// on is a remark about a line.
func on(line int, field string, c Code) Remark { return Remark{Line: line, Field: field, Code: c} }
