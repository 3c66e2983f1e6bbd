package figures

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/markup"
)

func line(kind app.CostKind, what string, kronor int64, from, to int) app.CostLine {
	return app.CostLine{Kind: kind, What: what, Quantity: app.Units(1), Price: app.Kronor(kronor), From: from, To: to}
}

// worked is an estimate small enough to be summed in the head.
func worked() app.Estimate {
	return app.Estimate{Years: 3, FirstYear: 2027, Units: 10, UnitName: "elev", Start: "2025-03-01",
		Lines: []app.CostLine{line(app.CostPurchase, "Armband", 9000, 1, 0), line(app.CostLicences, "Licens", 1000, 1, 3)},
		Alternatives: []app.Alternative{
			{Name: "Fler vuxna", Lines: []app.CostLine{line(app.CostNewWork, "Tid", 2000, 1, 3)}},
			{Name: "Som i dag", Role: app.Today, Lines: []app.CostLine{line(app.CostOperation, "Drift", 500, 1, 3)}}}}
}

var limits = []app.Threshold{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2024-01-01", To: "2025-12-31",
	DirectAward: app.Kronor(700_000), SEK: app.Kronor(2_491_240), Sure: app.Verified, Source: "x"}}

func of(e app.Estimate) *Set { return Of(e, limits, "2025-03-01") }

func TestFigures(t *testing.T) {
	s := of(worked())
	for key, kronor := range map[string]int64{
		"total": 12000, "low": 12000, "high": 12000, "present": 12000, "oneoff": 9000, "running": 3000, "first": 10000, "after": 2000,
		"peryear": 1000, "unit": 1200, "unityear": 400, "year/2027": 10000, "year/3": 1000, "kind/licences": 3000,
		"way/1/total": 6000, "way/today/total": 1500, "way/2/kind/operation": 1500, "way/today/year/2028": 500,
		"difference/today": 10500, "lower/today": -10500, "difference/1": 6000, "procurement": 12000, "limit": 700000,
	} {
		if f, ok := s.Find(key); !ok || f.Amount != app.Kronor(kronor) {
			t.Errorf("%s: %d %v, want %d", key, f.Amount/100, ok, kronor)
		}
	}
	for key, want := range map[string]Fault{
		"": Unknown, "totalt": Unknown, "way/x/total": Unknown, "way/0/total": Unknown, "way/01/total": Unknown, "way/1": Unknown, "way/1/sunk": Unknown,
		"kind/x": Unknown, "year/x": Unknown, "line/0": Unknown, "line/1/2": Unknown, "total/1": Unknown, "way/1/way/2/total": Unknown,
		"way/3/total": Gone, "way/full/total": Gone, "difference/full": Gone, "year/2030": Gone, "year/4": Gone, "kind/exit": Gone, "way/1/kind/purchase": Gone,
		"line/9": Gone, "funding": Gone, "gap": Gone, "gap/2027": Gone, "sunk": Gone,
	} {
		if _, why := s.find(key); why != want {
			t.Errorf("%q: %q, want %q", key, why, want)
		}
	}
	empty := of(app.Estimate{Spent: []app.Spent{{What: "x", Amount: app.Kronor(5)}}})
	if _, why := empty.find("total"); why != Gone {
		t.Errorf("an estimate without lines has a total: %q", why)
	}
	if _, why := empty.find("sunk"); why != Found {
		t.Errorf("what is paid already needs no lines: %q", why)
	}
}

// Every figure that is offered is found by its key, has a code that is listed and
// an amount in every form.
func TestOffered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := of(estimates.Draw(t, "estimate"))
		seen := map[string]bool{}
		for _, f := range s.List() {
			again, ok := s.Find(f.Key)
			if !ok || again != f || seen[f.Key] || !slices.Contains(Codes, f.Code) || !markup.IsFieldName(Name(f.Key, app.InMillions)) {
				t.Fatalf("%+v, found %+v %v", f, again, ok)
			}
			seen[f.Key] = true
			for _, form := range app.MoneyForms {
				if got, why := s.Words(Name(f.Key, form)); why != Found || got != f.Written(form) {
					t.Fatalf("%s as %q: %q %q", f.Key, form, got, why)
				}
			}
		}
	})
}

func TestSplit(t *testing.T) {
	for name, want := range map[string]bool{"total": true, "total?mnkr": true, "total?": false, "total?euro": false, "total?kr?kr": false} {
		if _, _, ok := Split(name); ok != want {
			t.Errorf("%s: %v", name, ok)
		}
	}
}

func TestFill(t *testing.T) {
	s := of(worked())
	in := "Det kostar [5 kronor](cost:total), **[x](cost:unit?kr)** per elev; [*y*](cost:year/2027?tkr), [9 kr](cost:way/7/total) och [z](cost:huh)."
	want := "Det kostar [12\u00a0000\u00a0kronor](cost:total), **[1\u00a0200\u00a0kr](cost:unit?kr)** per elev; [*10\u00a0tkr*](cost:year/2027?tkr), [9 kr](cost:way/7/total) och [z](cost:huh)."
	got, broken := s.Fill(in)
	if got != want {
		t.Errorf("%s", got)
	}
	if len(broken) != 2 || broken[0].Fault != Gone || broken[1].Fault != Unknown || in[broken[0].Field.Words.Start:broken[0].Field.Words.End] != "9 kr" {
		t.Errorf("broken: %+v", broken)
	}
	if got, broken := s.Fill("12 kronor"); got != "12 kronor" || broken != nil {
		t.Error(got, broken)
	}
}

// Filling changes nothing but the words of fields, twice is as once, and what has
// not changed is the same bytes.
func TestFillIsKind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := of(estimates.Draw(t, "estimate"))
		var b strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "pieces") {
			b.WriteString(rapid.SampledFrom([]string{"Det kostar ", "[", "]", "\n\n", "- ", "](cost:", "**", "å", " kronor", "\\"}).Draw(t, "prose"))
			if rapid.Bool().Draw(t, "field") {
				key := rapid.SampledFrom([]string{"total", "unit", "gap", "way/1/total", "way/today/high", "year/2", "kind/exit", "line/1", "nothing"}).Draw(t, "key")
				b.WriteString(markup.BoundTo(Name(key, rapid.SampledFrom(app.MoneyForms).Draw(t, "form")), "1 kr"))
			}
		}
		in := b.String()
		out, broken := s.Fill(in)
		again, still := s.Fill(out)
		if again != out || len(still) != len(broken) {
			t.Fatalf("%q fills to %q and then %q", in, out, again)
		}
		if outside(in) != outside(out) {
			t.Fatalf("%q became %q", in, out)
		}
		for _, f := range markup.Fields(out) {
			words := out[f.Words.Start:f.Words.End]
			if want, why := s.Words(f.Name); why == Found && words != want || why != Found && words != "1 kr" {
				t.Fatalf("%s reads %q in %q", f.Name, words, out)
			}
		}
	})
}

// outside is a text with the words of its fields left out.
func outside(text string) string {
	var b strings.Builder
	from := 0
	for _, f := range markup.Fields(text) {
		b.WriteString(text[from:f.Words.Start] + "¦")
		from = f.Words.End
	}
	return b.String() + text[from:]
}

func FuzzFill(f *testing.F) {
	for _, s := range []string{"[5](cost:total)", "a [*5*](cost:way/today/total?mnkr) b", "[x](cost:line/1/year)[y](cost:gap/2027)"} {
		f.Add(s)
	}
	s := of(worked())
	f.Fuzz(func(t *testing.T, in string) {
		out, _ := s.Fill(in)
		if again, _ := s.Fill(out); again != out {
			t.Fatalf("%q fills to %q and then %q", in, out, again)
		}
		if outside(in) != outside(out) {
			t.Fatalf("%q became %q", in, out)
		}
	})
}

// estimates are any that a person could have filled in, faults and all.
var estimates = rapid.Custom(func(t *rapid.T) app.Estimate {
	lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) app.CostLine {
		from := rapid.IntRange(0, 6).Draw(t, "from")
		l := app.CostLine{Kind: rapid.SampledFrom(app.CostKinds).Draw(t, "kind"), What: rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "what"),
			Quantity: app.Quantity(rapid.Int64Range(-1, 50_000).Draw(t, "quantity")), Price: app.Money(rapid.Int64Range(-1, 1e9).Draw(t, "price")),
			From: from, To: rapid.SampledFrom([]int{0, from, from + 2}).Draw(t, "to"), Internal: rapid.Bool().Draw(t, "internal")}
		if rapid.Bool().Draw(t, "range") {
			l.Low, l.High = l.Amount()/2, l.Amount()*2
		}
		return l
	}), 0, 6)
	e := app.Estimate{Lines: lines.Draw(t, "lines"), Years: rapid.IntRange(0, 6).Draw(t, "years"), FirstYear: rapid.SampledFrom([]int{0, 2027}).Draw(t, "first"),
		RealRate: rapid.SampledFrom([]int{0, 350}).Draw(t, "rate"), Units: rapid.SampledFrom([]int64{0, 120}).Draw(t, "units")}
	for i := range rapid.IntRange(0, 3).Draw(t, "ways") {
		role := app.OtherWay
		if i < 2 && rapid.Bool().Draw(t, "role") {
			role = app.WayRoles[i+1]
		}
		e.Alternatives = append(e.Alternatives, app.Alternative{Name: "alternativ " + strconv.Itoa(i), Role: role, Lines: lines.Draw(t, "lines of way")})
	}
	if rapid.Bool().Draw(t, "spent") {
		e.Spent = []app.Spent{{What: "x", Amount: app.Kronor(35_000), Back: app.Kronor(5000)}}
	}
	if rapid.Bool().Draw(t, "funded") {
		e.Funding = []app.Funding{{Who: "nämnden", From: 1, Amount: app.Kronor(40_000)}}
	}
	return e
})
