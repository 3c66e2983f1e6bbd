package cost

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"yttra/app"
)

// Every field that can be wrong is named, with its row; what is right is summed.
func TestBadFieldsAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*app.Estimate)
		want   Remark
	}{
		"quantity below zero":  {func(e *app.Estimate) { e.Lines[1].Quantity = -1000 }, on(1, "quantity", Negative)},
		"10^15 kronor":         {func(e *app.Estimate) { e.Lines[0].Price = app.Kronor(1e15) }, on(0, "price", TooLarge)},
		"first year 1900":      {func(e *app.Estimate) { e.FirstYear = 1900 }, on(-1, "first_year", OutOfRange)},
		"first year 1999":      {func(e *app.Estimate) { e.FirstYear = 1999 }, on(-1, "first_year", OutOfRange)},
		"first year 2101":      {func(e *app.Estimate) { e.FirstYear = 2101 }, on(-1, "first_year", OutOfRange)},
		"start 1900":           {func(e *app.Estimate) { e.Start = "1900-01-01" }, on(-1, "start", OutOfRange)},
		"needed no day":        {func(e *app.Estimate) { e.Purchase.Needed = "2027-02-30" }, on(-1, "needed", NoDay)},
		"needed 1900":          {func(e *app.Estimate) { e.Purchase.Needed = "1900-02-01" }, on(-1, "needed", OutOfRange)},
		"needed before start":  {func(e *app.Estimate) { e.Start, e.Purchase.Needed = "2027-02-02", "2027-02-01" }, on(-1, "needed", Reversed)},
		"rate":                 {func(e *app.Estimate) { e.RealRate = 10001 }, on(-1, "real_rate", OutOfRange)},
		"inflation":            {func(e *app.Estimate) { e.Inflation = -1 }, on(-1, "inflation", OutOfRange)},
		"vat":                  {func(e *app.Estimate) { e.Lines[2].VAT = 20 }, on(2, "vat", Unknown)},
		"vat below zero":       {func(e *app.Estimate) { e.Lines[2].VAT = -25 }, on(2, "vat", Unknown)},
		"index falls too much": {func(e *app.Estimate) { e.Lines[1].Index = -5001 }, on(1, "index", OutOfRange)},
		"index":                {func(e *app.Estimate) { e.Lines[1].Index = 10001 }, on(1, "index", OutOfRange)},
		"grows beyond all":     {func(e *app.Estimate) { e.Lines[1].Index, e.Lines[1].To, e.Lines[1].High = 10000, 30, app.Kronor(1e8) }, on(1, "index", TooLarge)},
		"lifetime":             {func(e *app.Estimate) { e.Lines[0].Lifetime = 101 }, on(0, "lifetime", OutOfRange)},
		"lifetime below zero":  {func(e *app.Estimate) { e.Lines[0].Lifetime = -1 }, on(0, "lifetime", OutOfRange)},
		"hours without a rate": {func(e *app.Estimate) {
			e.Lines[0] = app.CostLine{Kind: app.CostNewWork, What: "x", Quantity: 40_000, Source: app.SourceGuess}
		}, on(0, "price", Missing)},
		"paid below zero":     {func(e *app.Estimate) { e.Spent[0].Amount = -1 }, Remark{0, "amount", Negative, InSpent}},
		"paid too much":       {func(e *app.Estimate) { e.Spent[0].Amount = app.Kronor(1e15) }, Remark{0, "amount", TooLarge, InSpent}},
		"paid 1900":           {func(e *app.Estimate) { e.Spent[0].Year = 1900 }, Remark{0, "year", OutOfRange, InSpent}},
		"paid year 27":        {func(e *app.Estimate) { e.Spent[0].Year = 27 }, Remark{0, "year", OutOfRange, InSpent}},
		"more back than paid": {func(e *app.Estimate) { e.Spent[0].Back = e.Spent[0].Amount + 1 }, Remark{0, "back", NotBetween, InSpent}},
		"back below zero":     {func(e *app.Estimate) { e.Spent[0].Back = -1 }, Remark{0, "back", Negative, InSpent}},
		"paid by hearsay":     {func(e *app.Estimate) { e.Spent[0].Source = "rykte" }, Remark{0, "source", Unknown, InSpent}},
		"given below zero":    {func(e *app.Estimate) { e.Funding[1].Amount = -1 }, Remark{1, "amount", Negative, InFunding}},
		"given too much":      {func(e *app.Estimate) { e.Funding[1].Amount = math.MaxInt64 }, Remark{1, "amount", TooLarge, InFunding}},
		"given before":        {func(e *app.Estimate) { e.Funding[1].From = -1 }, Remark{1, "from", OutOfRange, InFunding}},
		"given far off":       {func(e *app.Estimate) { e.Funding[1].To = 31 }, Remark{1, "to", OutOfRange, InFunding}},
		"given backwards":     {func(e *app.Estimate) { e.Funding[1].From, e.Funding[1].To = 3, 2 }, Remark{1, "to", Reversed, InFunding}},
		"given after":         {func(e *app.Estimate) { e.Funding[1].From, e.Funding[1].To = 2, 5 }, Remark{1, "to", AfterHorizon, InFunding}},
		"option below zero":   {func(e *app.Estimate) { e.Purchase.Options = []app.PurchaseSum{{What: "x", Amount: -1}} }, Remark{0, "amount", Negative, InOptions}},
		"similar too much":    {func(e *app.Estimate) { e.Purchase.Similar = []app.PurchaseSum{{What: "x", Amount: math.MaxInt64}} }, Remark{0, "amount", TooLarge, InSimilar}},
		"option cannot be read": {func(e *app.Estimate) {
			e.Purchase.Options = []app.PurchaseSum{{What: "x", Amount: 1, Unread: map[string]string{"amount": "tolv"}}}
		}, Remark{0, "amount", Unread, InOptions}},
		"two of today":        {func(e *app.Estimate) { e.Alternatives[1].Role = app.Today }, Remark{1, "role", Twice, InAlternatives}},
		"an unknown role":     {func(e *app.Estimate) { e.Alternatives[1].Role = "best" }, Remark{1, "role", Unknown, InAlternatives}},
		"a way's pupils":      {func(e *app.Estimate) { e.Alternatives[1].Units = -1 }, Remark{1, "units", Negative, InAlternatives}},
		"cannot be read":      {func(e *app.Estimate) { e.Funding[0].Unread = map[string]string{"amount": "tolv"} }, Remark{0, "amount", Unread, InFunding}},
		"paid cannot be read": {func(e *app.Estimate) { e.Spent[0].Unread = map[string]string{"back": "tolv"} }, Remark{0, "back", Unread, InSpent}},
	} {
		t.Run(name, func(t *testing.T) {
			e := cameras()
			c.change(&e)
			w := Compare(e, nil, today).Ways[0]
			if !slices.Equal(w.Faults, []Remark{c.want}) {
				t.Errorf("faults %v, want %v", w.Faults, c.want)
			}
			if c.want.Part == InLines && c.want.Line >= 0 && c.want.Field != "lifetime" && c.want.Code != Missing {
				if l := w.Lines[c.want.Line]; l.Summed || l.Total != (Span{}) || l.Present != 0 || len(l.Years) != len(w.Years) {
					t.Errorf("the line is summed: %+v", l)
				}
			}
		})
	}
}

// What is left out with a row is only that row.
func TestRestIsSummed(t *testing.T) {
	e := cameras()
	e.Spent = append(e.Spent, app.Spent{What: "x", Amount: -5}, app.Spent{What: "x", Amount: kr(7), Unread: map[string]string{"year": "i fjol"}}, app.Spent{What: "x", Amount: kr(1), Year: 1900, Back: kr(2)})
	e.Funding = append(e.Funding, app.Funding{Who: "x", Amount: -5}, app.Funding{Who: "x", Amount: kr(7), Unread: map[string]string{"years": "snart"}}, app.Funding{Who: "x", Amount: kr(1), From: 3, To: 8})
	r := Sum(e, nil, today)
	if r.Sunk != (Sunk{kr(35_001), kr(5_000)}) || r.Funding.Given != kr(80_002) || len(r.Faults) != 7 {
		t.Errorf("%+v, %+v, %v", r.Sunk, r.Funding, r.Faults)
	}
}

// Nothing is missing in silence: a rate that is not given, and rows without words.
func TestWhatIsMissingIsNoted(t *testing.T) {
	e := app.Estimate{Years: 2, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "x", Price: 1, Quantity: 1000, Source: app.SourceQuote}},
		Spent: []app.Spent{{}}, Funding: []app.Funding{{}}}
	want := []Remark{on(-1, "real_rate", Missing), {0, "who", Missing, InFunding}, {0, "amount", Missing, InFunding},
		{0, "what", Missing, InSpent}, {0, "amount", Missing, InSpent}, {0, "source", Missing, InSpent}}
	if r := Sum(e, nil, today); !slices.Equal(r.Notes, want) || len(r.Faults) > 0 {
		t.Errorf("notes %v, faults %v", r.Notes, r.Faults)
	}
	e.Years = 1
	if r := Sum(e, nil, today); slices.Contains(r.Notes, on(-1, "real_rate", Missing)) {
		t.Error("one year needs no rate")
	}
}

// Money that is each possible can together be more than a sum holds.
func TestMoneyBesideTheLinesCannotWrap(t *testing.T) {
	e := app.Estimate{Years: 30}
	for range 2000 {
		e.Spent = append(e.Spent, app.Spent{What: "x", Amount: most, Back: most, Source: app.SourceQuote})
		e.Funding = append(e.Funding, app.Funding{Who: "x", From: 1, To: 30, Amount: most, Decided: true})
		e.Purchase.Options = append(e.Purchase.Options, app.PurchaseSum{What: "x", Amount: most})
		e.Purchase.Similar = append(e.Purchase.Similar, app.PurchaseSum{What: "x", Amount: most})
	}
	r := Sum(e, nil, today)
	if r.Sunk.Paid != mostAll || r.Funding.Given != mostAll/(30*most)*30*most || r.Funding.Decided != r.Funding.Given || r.Procurement.Value < 0 || r.Procurement.Value > 2*mostAll {
		t.Errorf("%+v %+v %d", r.Sunk, r.Funding, r.Procurement.Value)
	}
	if f := (Remark{1000, "amount", TooLarge, InSpent}); !slices.Contains(r.Faults, f) {
		t.Error("the row that is too much is not named")
	}
}

// Whatever stands in a file, comparing it ends without a panic, every row that is
// named is there, and the sums are those of the years.
func TestAnythingCanBeCompared(t *testing.T) {
	money := func(t *rapid.T, name string) app.Money { return app.Money(rapid.Int64().Draw(t, name)) }
	rapid.Check(t, func(t *rapid.T) {
		line := func() app.CostLine {
			return app.CostLine{Kind: app.CostKind(rapid.SampledFrom([]string{"purchase", "saving", "?", ""}).Draw(t, "kind")), Quantity: app.Quantity(rapid.Int64().Draw(t, "q")),
				Price: money(t, "p"), From: rapid.IntRange(-2, 33).Draw(t, "from"), To: rapid.Int().Draw(t, "to"), Low: money(t, "low"), High: money(t, "high"),
				VAT: rapid.SampledFrom([]int{0, 25, 12, 6, -1, math.MaxInt}).Draw(t, "vat"), Index: rapid.SampledFrom([]int{0, 200, -9999, math.MinInt, 10000}).Draw(t, "index"),
				Lifetime: rapid.Int().Draw(t, "life"), Open: rapid.Bool().Draw(t, "open")}
		}
		e := app.Estimate{Years: rapid.IntRange(-1, 32).Draw(t, "years"), FirstYear: rapid.Int().Draw(t, "first"), RealRate: rapid.Int().Draw(t, "rate"), Inflation: rapid.Int().Draw(t, "inflation"),
			Units: rapid.Int64().Draw(t, "units"), Lines: []app.CostLine{line(), line()}, Alternatives: []app.Alternative{{Lines: []app.CostLine{line()}, Units: rapid.Int64().Draw(t, "units")}},
			Spent:   []app.Spent{{Year: rapid.Int().Draw(t, "year"), Amount: money(t, "paid"), Back: money(t, "back")}},
			Funding: []app.Funding{{Amount: money(t, "given"), From: rapid.Int().Draw(t, "from"), To: rapid.Int().Draw(t, "to")}}}
		e.Purchase.Needed = app.Date(rapid.String().Draw(t, "needed"))
		c := Compare(e, limits, today)
		for i, w := range c.Ways {
			sizes := map[Part]int{InLines: len(e.View(i).Lines), InSpent: 1, InFunding: 1, InAlternatives: 1}
			for _, f := range slices.Concat(w.Faults, w.Notes) {
				if f.Line < -1 || f.Line >= sizes[f.Part] || f.Field == "" {
					t.Fatalf("way %d names what is not there: %+v", i, f)
				}
			}
			var total app.Money
			for _, y := range w.Years {
				total += y.Likely
			}
			if total != w.Total.Likely || w.Sunk.Lost() < 0 || w.Funding.Given < 0 || w.Funding.Gap < 0 {
				t.Fatalf("way %d: %+v", i, w)
			}
		}
	})
}

// A million rows from a slip of the hand, each of them wrong in its own way, are all
// named within a second or two; in quadratic time it would be hours.
func TestMillionBadRows(t *testing.T) {
	if testing.Short() {
		t.Skip("sums a million rows")
	}
	rows := func(n int) app.Estimate {
		e := app.Estimate{Years: 1, Lines: make([]app.CostLine, n)}
		for i := range e.Lines {
			l := &e.Lines[i]
			*l = app.CostLine{Kind: app.CostKind(fmt.Sprint("slag ", i)), What: "x", Quantity: 1000, Price: 100, Index: i % 10_000, Source: app.SourceQuote}
			switch i % 4 {
			case 0:
				l.Quantity = -1
			case 1:
				l.Price = app.Kronor(1e15)
			case 2:
				l.From = 1900
			}
		}
		return e
	}
	const n = 1_000_000
	e := rows(n)
	start := time.Now()
	r := Sum(e, limits, today)
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %s", took)
	}
	if len(r.Faults) != n+n*3/4 || r.Total.Likely != n/4*100 || len(r.Kinds) != n/4 {
		t.Errorf("%d faults, %d öre, %d kinds", len(r.Faults), r.Total.Likely, len(r.Kinds))
	}
	if got := r.Faults[len(r.Faults)-2]; got != on(n-2, "kind", Unknown) {
		t.Errorf("the last but one is %+v", got)
	}
}
