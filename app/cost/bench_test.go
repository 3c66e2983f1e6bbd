package cost

import (
	"fmt"
	"testing"

	"yttra/app"
)

// large is an estimate with so many lines over twenty years in each of four ways:
// all with a range, every second one with a price that changes, with VAT of every
// rate, savings, and investments that are written off.
func large(lines int) app.Estimate {
	e := app.Estimate{Years: 20, FirstYear: 2027, RealRate: 350, Inflation: 200, Units: 480, UnitName: "elev", Start: "2027-01-15",
		Spent:   []app.Spent{{What: "provköp", Year: 2026, Amount: kr(35_000), Back: kr(5_000), Source: app.SourceQuote}},
		Funding: []app.Funding{{Who: "nämnden", From: 1, To: 20, Amount: kr(2_000_000), Decided: true}, {Who: "fullmäktige", Amount: kr(900_000)}}}
	e.Lines = largeWay(lines, 0)
	for way := 1; way <= 3; way++ {
		a := app.Alternative{Name: fmt.Sprint("alternativ ", way), Lines: largeWay(lines, way)}
		if way == 1 {
			a.Role = app.Today
		}
		e.Alternatives = append(e.Alternatives, a)
	}
	return e
}

func largeWay(lines, way int) []app.CostLine {
	out := make([]app.CostLine, lines)
	rates := []int{0, 25, 12, 6}
	for i := range out {
		l := app.CostLine{Kind: app.CostKinds[i%len(app.CostKinds)], What: fmt.Sprint("rad ", i), Quantity: app.Quantity(1500 + 250*(i%37)),
			Price: app.Money(12_345_67 + 991*i + 77_777*way), From: 1, To: 20, VAT: rates[i%4], Source: app.SourceQuote}
		if i%2 == 1 {
			l.Index = 150 + 25*(i%9)
		}
		if i%10 == 0 {
			l.To, l.Lifetime = 1, 5
		}
		l.Low, l.High = l.Amount()*8/10, l.Amount()*13/10
		out[i] = l
	}
	return out
}

// BenchmarkRecompute sums 200 lines over 20 years in each of four ways: what a key
// in the largest estimate costs.
func BenchmarkRecompute(b *testing.B) {
	e := large(200)
	if c := Compare(e, limits, today); len(c.Ways) != 4 || len(c.Ways[3].Swings) < 200 || len(c.Ways[0].Faults) > 0 || len(c.Tips) < 3 {
		b.Fatalf("%d ways, %v, %d tips", len(c.Ways), c.Ways[0].Faults, len(c.Tips))
	}
	b.ReportAllocs()
	for b.Loop() {
		Compare(e, limits, today)
	}
}

// BenchmarkMillionLines sums a million rows, each with a price that changes.
func BenchmarkMillionLines(b *testing.B) {
	e := app.Estimate{Years: 10, RealRate: 350, Lines: largeWay(1_000_000, 0)}
	for i := range e.Lines {
		l := &e.Lines[i]
		l.Price, l.Low, l.High, l.To, l.Index = l.Price%1_000_000, 0, 0, 1+i%10, i%10000
	}
	if r := Sum(e, limits, today); len(r.Faults) > 0 {
		b.Fatal(r.Faults[:1])
	}
	for b.Loop() {
		Sum(e, limits, today)
	}
}
