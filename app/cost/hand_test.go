package cost

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

// cameras is an invented measure, summed by hand below:
//
//	                    year 1   year 2     year 3     year 4     total
//	servers            100 000        –          –          –   100 000     written off over 3 years
//	licences            10 000   10 200     10 404   10 612,08   41 216,08  12 500 with VAT, 2 % a year
//	saving                   –   −5 000     −5 000      −5 000  −15 000
//	likely             110 000    5 200      5 404    5 612,08  126 216,08
//	written off              –   33 333,33  33 333,34  33 333,33
//	funded              60 000   20 000          –           –   80 000     60 000 decided, 10 000 + 10 000 not
//	gap                 50 000        –      5 404    5 612,08   61 016,08
func cameras() app.Estimate {
	return app.Estimate{Years: 4, RealRate: 350, Inflation: 200, Units: 32, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "servrar", Quantity: app.Units(2), Price: kr(50_000), Lifetime: 3, Source: app.SourceQuote},
		{Kind: app.CostLicences, What: "licenser", Quantity: app.Units(1), Price: kr(12_500), VAT: 25, Index: 200, From: 1, To: 4,
			Low: kr(10_000), High: kr(15_000), Source: app.SourceContract},
		{Kind: app.CostSaving, What: "väktare", Quantity: app.Units(1), Price: kr(5_000), From: 2, To: 4, Source: app.SourceExperience}},
		Funding: []app.Funding{{Who: "nämnden", Amount: kr(60_000), Decided: true}, {Who: "fullmäktige", From: 2, Amount: kr(10_000)}, {Who: "nämnden", From: 2, Amount: kr(10_000)}},
		Spent:   []app.Spent{{What: "förstudie", Year: 2025, Amount: kr(35_000), Back: kr(5_000), Source: app.SourceQuote}},
		Alternatives: []app.Alternative{
			{Name: "i dag", Role: app.Today, Lines: []app.CostLine{{Kind: app.CostOperation, What: "väktare", Quantity: app.Units(1), Price: kr(31_000), From: 1, To: 4, Source: app.SourceContract}}},
			{Name: "lås", Units: 16, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "lås", Quantity: app.Units(1), Price: kr(130_000), Source: app.SourceQuote}}}},
	}
}

func TestCamerasByHand(t *testing.T) {
	r := Sum(cameras(), nil, today)
	if len(r.Faults) > 0 {
		t.Fatal(r.Faults)
	}
	var likely, off, funded, gap []app.Money
	for _, y := range r.Years {
		likely, off, funded, gap = append(likely, y.Likely), append(off, y.Depreciation), append(funded, y.Funded), append(gap, y.Gap)
	}
	for name, x := range map[string][2][]app.Money{
		"likely":      {likely, {kr(110_000), kr(5200), kr(5404), 561208}},
		"written off": {off, {0, 3333333, 3333334, 3333333}},
		"funded":      {funded, {kr(60_000), kr(20_000), 0, 0}},
		"gap":         {gap, {kr(50_000), 0, kr(5404), 561208}},
	} {
		if !slices.Equal(x[0], x[1]) {
			t.Errorf("%s %v, want %v", name, x[0], x[1])
		}
	}
	// 41 216,08 is 32 972,86 to 49 459,30: 8 000 and 12 000 the first year, 2 % a year.
	if want := (Span{10000000 + 3297286 - 1500000, 12621608, 10000000 + 4945930 - 1500000}); r.Total != want {
		t.Errorf("total %+v, want %+v", r.Total, want)
	}
	// 5 200 ÷ (1,035 × 1,02), 5 404 ÷ (…)², 5 612,08 ÷ (…)³
	if want := app.Money(11000000 + 492564 + 484880 + 476982); r.Present != want {
		t.Errorf("present %d, want %d", r.Present, want)
	}
	if r.PerUnit != 394425 || r.PerUnitYear != 98606 || r.Investment != kr(100_000) || r.OneOff != kr(100_000) || r.Running != 2621608 {
		t.Errorf("%d, %d, %d, %d, %d", r.PerUnit, r.PerUnitYear, r.Investment, r.OneOff, r.Running)
	}
	if want := (Funding{kr(80_000), kr(60_000), 6101608, 6621608}); r.Funding != want {
		t.Errorf("funding %+v", r.Funding)
	}
	if r.Sunk != (Sunk{kr(35_000), kr(5_000)}) || r.Sunk.Lost() != kr(30_000) {
		t.Errorf("sunk %+v", r.Sunk)
	}
	if w := r.Lines[1]; w.Each != kr(10_000) || w.Total.Likely != 4121608 || !w.Summed {
		t.Errorf("licences %+v", w)
	}
	// The rate at 2 and 5 %, and the licences; the purchase has no range.
	if len(r.Swings) != 2 || r.Swings[0] != (Swing{1, "", r.Total.Low, r.Total.High}) || r.Swings[1].Term != "real_rate" || r.Swings[1].Width() != 83907 {
		t.Errorf("swings %+v", r.Swings)
	}
}

// Today's solution costs 31 000 a year: after four years 124 000, and the cameras
// 126 216,08. They never catch up within the horizon; the locks are dearer from the
// first year to the end.
//
// The same as today: licences of (124 000 − 85 000) ÷ 4,121608 = 9 462,33 a year.
// The same as the locks: (130 000 − 85 000) ÷ 4,121608 = 10 918,07.
// Servers: 124 000 − 26 216,08 and 130 000 − 26 216,08, once. The saving that makes
// up for it: (126 216,08 + 15 000 − 124 000) ÷ 3 = 5 738,69.
func TestTipsByHand(t *testing.T) {
	c := Compare(cameras(), nil, today)
	want := []Tip{
		{Way: 1, Line: 1, Now: kr(10_000), At: 946233, Within: true, More: true},
		{Way: 1, Line: 0, Now: kr(100_000), At: 9778392, More: true},
		{Way: 1, Line: 2, Now: kr(5_000), At: 573869},
		{Way: 2, Line: 1, Now: kr(10_000), At: 1091807, Within: true, More: true},
		{Way: 2, Line: 0, Now: kr(100_000), At: 10378392, More: true},
		{Way: 2, Line: 2, Now: kr(5_000), At: 373869},
	}
	if !slices.Equal(c.Tips, want) {
		t.Errorf("tips\n%+v\nwant\n%+v", c.Tips, want)
	}
	trial := cameras()
	trial.Pilot, trial.Alternatives[1].Role = true, app.Full
	if tips := Compare(trial, nil, today).Tips; !slices.Equal(tips, want[:3]) {
		t.Errorf("a trial and its full scale are no two ways to the same: %+v", tips)
	}
	if c.Today != 1 || c.Full != 0 || len(c.Ways) != 3 {
		t.Errorf("today %d, full %d", c.Today, c.Full)
	}
	e := cameras()
	e.Lines[1].Price = kr(11_250) // 9 000 a year: 122 094,47 after four years
	for i, x := range Compare(e, nil, today).Tips {
		if i == 0 && x != (Tip{Way: 1, Line: -1, Year: 4}) || i > 0 && x.Line == -1 {
			t.Errorf("tip %d: %+v", i, x)
		}
	}
	if got, want := c.Ways[0].Cumulative(), []app.Money{kr(110_000), kr(115_200), kr(120_604), 12621608}; !slices.Equal(got, want) {
		t.Errorf("all together %v", got)
	}
}

func TestDifferenceByHand(t *testing.T) {
	c := Compare(cameras(), nil, today)
	d := c.Difference(0, 2)
	if d.Nominal != (Span{11797286 - kr(130_000), 12621608 - kr(130_000), 13445930 - kr(130_000)}) || d.Present != 12454426-kr(130_000) || d.PerUnit != 394425-812500 {
		t.Errorf("%+v", d)
	}
	if b := c.Difference(2, 0); b.Nominal.Likely != -d.Nominal.Likely || b.Present != -d.Present || b.Nominal.Low != -d.Nominal.High {
		t.Errorf("the other way round: %+v", b)
	}
	for _, i := range []int{-1, 3} {
		if c.Difference(0, i) != (Difference{}) || c.Difference(i, 0) != (Difference{}) {
			t.Errorf("way %d is none", i)
		}
	}
}

func TestCrossing(t *testing.T) {
	for name, x := range map[string]struct {
		a, b []app.Money
		year int
		more bool
		ok   bool
	}{
		"dear first":          {[]app.Money{9, 10, 11}, []app.Money{5, 10, 15}, 3, false, true},
		"cheap first":         {[]app.Money{5, 10, 15}, []app.Money{9, 9, 9}, 2, true, true},
		"never":               {[]app.Money{5, 6, 7}, []app.Money{6, 7, 8}, 0, false, false},
		"the same in the end": {[]app.Money{9, 10}, []app.Money{5, 10}, 0, false, false},
		"the same always":     {[]app.Money{1}, []app.Money{1}, 0, false, false},
		"from the same":       {[]app.Money{5, 6}, []app.Money{5, 9}, 0, false, false},
		"back and forth":      {[]app.Money{9, 1, 9, 1}, []app.Money{5, 5, 5, 5}, 4, false, true},
		"one year":            {[]app.Money{9}, []app.Money{1}, 0, false, false},
	} {
		if year, more, ok := crossing(x.a, x.b); year != x.year || more != x.more || ok != x.ok {
			t.Errorf("%s: %d %v %v", name, year, more, ok)
		}
	}
}

// What has been paid is told beside, and moves no sum, no difference and no point.
func TestSunkIsInNoSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyTerms(t)
		e.Alternatives = []app.Alternative{{Name: "other", Lines: anyWay(t, e.Years, "other lines")}}
		e.Spent = append(e.Spent, app.Spent{What: "x", Year: 2025, Amount: app.Money(rapid.Int64Range(1, 1e14).Draw(t, "paid"))})
		with := Compare(e, limits, today)
		e.Spent = nil
		without := Compare(e, limits, today)
		if with.Ways[0].Sunk.Paid == 0 || without.Ways[0].Sunk != (Sunk{}) || with.Ways[1].Sunk != (Sunk{}) {
			t.Fatalf("sunk %+v, %+v, %+v", with.Ways[0].Sunk, without.Ways[0].Sunk, with.Ways[1].Sunk)
		}
		for _, c := range []Comparison{with, without} {
			c.Ways[0].Sunk, c.Ways[0].Notes = Sunk{}, nil
		}
		if !reflect.DeepEqual(with, without) {
			t.Fatalf("\n%+v\n%+v", with, without)
		}
	})
}

// Each way is what it would be alone, on the horizon of all.
func TestWaysAreSummedAlike(t *testing.T) {
	e := cameras()
	c := Compare(e, limits, today)
	for i, w := range c.Ways {
		view := e.View(i)
		if alone := Sum(view, limits, today); !reflect.DeepEqual(alone, w) {
			t.Errorf("way %d\n%+v\n%+v", i, alone, w)
		}
	}
	if c.Ways[2].Units != 16 || c.Ways[1].Units != 32 {
		t.Error("a way has its own pupils")
	}
	e.Years = 0
	e.Alternatives[1].Lines[0].From = 9
	for i, w := range Compare(e, limits, today).Ways {
		if len(w.Years) != 9 || w.Terms.Years != 9 {
			t.Errorf("way %d has %d years", i, len(w.Years))
		}
	}
}
