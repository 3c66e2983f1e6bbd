package estimate

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

func figures(bs []layout.Block) []layout.Figure {
	var out []layout.Figure
	for _, b := range bs {
		if b.Role == layout.FigureBlock {
			out = append(out, b.Figure)
		}
	}
	return out
}

// ink is the rectangle of an item.
func ink(it layout.Item, faces layout.Measurer) (x, y, x2, y2 float64) {
	if it.Kind == layout.Text {
		return it.X, it.Y - 2.3, it.X + faces.Width(it.Face, it.S, it.Size), it.Y + 0.6
	}
	return min(it.X, it.X2), min(it.Y, it.Y2), max(it.X, it.X2), max(it.Y, it.Y2)
}

// sound holds a figure against what everyone must satisfy: all ink inside it, no
// words over other words or over bars, and every number in the alternative text.
func sound(t *testing.T, what string, f layout.Figure) {
	t.Helper()
	faces := fonts.New()
	for i, a := range f.Items {
		x, y, x2, y2 := ink(a, faces)
		if x < -0.01 || x2 > f.Width+0.01 || y < -0.6 || y2 > f.Height+0.6 {
			t.Errorf("%s: %q %v leaves the figure: %.1f–%.1f, %.1f–%.1f", what, a.S, a.Kind, x, x2, y, y2)
		}
		if a.Kind != layout.Text {
			continue
		}
		for j, b := range f.Items {
			bx, by, bx2, by2 := ink(b, faces)
			if i != j && b.Kind != layout.Rule && x < bx2 && bx < x2 && y < by2 && by < y2 {
				t.Errorf("%s: %q lies over %q %v", what, a.S, b.S, b.Kind)
			}
		}
		for _, n := range number.FindAllString(a.S, -1) {
			if !strings.Contains(f.Alt, n) && !strings.Contains(f.Caption[0].Text, n) && !strings.HasSuffix(a.S, "…") {
				t.Errorf("%s: %s is not in the alternative text %q", what, n, f.Alt)
			}
		}
	}
	if f.Alt == "" || len(f.Caption) == 0 {
		t.Errorf("%s: no words for it", what)
	}
}

var number = regexp.MustCompile(`\d[\d\x{00a0}]*(,\d+)?`)

func TestFiguresAreSound(t *testing.T) {
	m := whole()
	for i, f := range figures(annexOf(t, m)) {
		sound(t, fmt.Sprintf("whole %d", i), f)
	}
	if n := len(figures(annexOf(t, m))); n != 3 {
		t.Errorf("%d figures", n)
	}
	hard := whole()
	e := &hard.Estimate
	e.Years, e.Name = 30, "Ett mycket långt namn på det som föreslås, med Integritetsskyddsmyndighetens alla kameror"
	e.Lines[0].Price = kr(9_999_999_999)
	e.Lines[1].What = strings.Repeat("ordutanmellanslag", 6)
	e.Lines[1].High = kr(400_000_000_000)
	e.Lines[4].Price, e.Lines[4].Low, e.Lines[4].High, e.Lines[4].To = kr(900_000_000), 0, 0, 30
	e.Alternatives[1].Lines[0].Kind = app.CostSaving
	for i, f := range figures(annexOf(t, hard)) {
		sound(t, fmt.Sprintf("hard %d", i), f)
	}
}

// Bars are as long as their amounts, from one base line, and each ink means what
// the legend says.
func TestBarsAreTrue(t *testing.T) {
	line := func(k app.CostKind, kronor int64, to int) app.CostLine {
		return app.CostLine{Kind: k, What: "x", Quantity: app.Units(1), Price: kr(kronor), To: to, Source: app.SourceQuote}
	}
	m := &app.Matter{Estimate: app.Estimate{Years: 2, FirstYear: 2027, Lines: []app.CostLine{line(app.CostPurchase, 300, 0), line(app.CostOperation, 100, 2)},
		Alternatives: []app.Alternative{{Role: app.Today, Lines: []app.CostLine{line(app.CostOperation, 250, 1)}}, {Name: "B", Lines: []app.CostLine{line(app.CostSaving, 100, 1)}}}}}
	fs := figures(annexOf(t, m))
	ways, years := fs[0], fs[1]
	bars := func(f layout.Figure) (out []layout.Item) {
		for _, it := range f.Items {
			if it.Kind == layout.Box && it.Y > legendRoom-1 {
				out = append(out, it)
			}
		}
		return out
	}
	long := func(it layout.Item) float64 { return it.X2 - it.X }
	y := bars(years)
	if len(y) != 3 || y[0].Fill != layout.Black || y[1].Fill != layout.White || y[2].Fill != layout.White {
		t.Fatalf("years %+v", y)
	}
	if r := long(y[0]) / long(y[1]); r < 2.99 || r > 3.01 || y[1].X != y[0].X2 || y[2].X != y[0].X {
		t.Errorf("300 is %.3f times 100; %.2f, %.2f", r, y[1].X, y[0].X2)
	}
	w := bars(ways)
	if len(w) != 3 || w[0].Fill != layout.Black || w[1].Fill != layout.Hatched || w[2].Fill != layout.White {
		t.Fatalf("ways %+v", w)
	}
	if r := long(w[0]) / long(w[1]); r < 1.99 || r > 2.01 || w[2].X2 != w[0].X {
		t.Errorf("500 is %.3f times 250; a saving ends at %.2f, the others begin at %.2f", r, w[2].X2, w[0].X)
	}
	if !strings.Contains(ways.Alt, "Lägst kostnad har B med \u2212100.") || !strings.Contains(years.Alt, "Dyrast är 2027 med 400. 2027: 400, varav engång 300 och löpande 100. 2028: 100.") {
		t.Errorf("%q\n%q", ways.Alt, years.Alt)
	}
}

// A tornado has the widest on top, what lowers white to the left, what raises black
// to the right; those there is no room for are told of.
func TestTornado(t *testing.T) {
	m := &app.Matter{}
	for i := range 12 {
		m.Estimate.Lines = append(m.Estimate.Lines, app.CostLine{Kind: app.CostPurchase, What: fmt.Sprintf("Rad %d", i+1), Quantity: app.Units(1), Price: kr(100),
			Low: kr(90), High: kr(int64(110 + i))})
	}
	out := annexOf(t, m)
	f := figures(out)[0]
	sound(t, "tornado", f)
	var boxes []layout.Item
	for _, it := range f.Items {
		if it.Kind == layout.Box && it.Y > legendRoom-1 {
			boxes = append(boxes, it)
		}
	}
	if len(boxes) != 20 {
		t.Fatalf("%d bars", len(boxes))
	}
	for i := 0; i < len(boxes); i += 2 {
		low, high := boxes[i], boxes[i+1]
		if low.Fill != layout.White || high.Fill != layout.Black || low.X2 != high.X || low.X2 != boxes[0].X2 || i > 0 && high.X2 > boxes[i-1].X2 {
			t.Errorf("row %d: %+v %+v", i/2+1, low, high)
		}
	}
	if !strings.HasPrefix(f.Alt, "Tornadodiagram i kronor, den rad som påverkar mest överst: Rad 12. Rad 12: från \u221210 till +21.") || strings.Contains(f.Alt, "Rad 2:") {
		t.Error(f.Alt)
	}
	if !strings.Contains(told(out), "Ytterligare 2 rader har ett spann") {
		t.Error(told(out))
	}
}

// Whatever is estimated, the sheet is made, its figures are sound, and no cell of
// an amount is wider than the page.
func TestAnyEstimate(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for n := range 60 {
		m := randomMatter(r)
		for _, b := range append(annexOf(t, m), economyOf(t, m, "")...) {
			switch b.Role {
			case layout.FigureBlock:
				sound(t, fmt.Sprintf("estimate %d", n), b.Figure)
			case layout.TableBlock:
				for _, row := range b.Table.Rows {
					if len(row.Cells) != len(b.Table.Columns) {
						t.Errorf("estimate %d: %s: %d cells under %d heads", n, plain(b.Table.Caption), len(row.Cells), len(b.Table.Columns))
					}
				}
			}
		}
	}
}

func randomMatter(r *rand.Rand) *app.Matter {
	pick := func(max int64) app.Money { return app.Money(r.Int64N(max)) }
	lines := func(n int) (out []app.CostLine) {
		for i := range n {
			l := app.CostLine{Kind: app.CostKinds[r.IntN(len(app.CostKinds))], What: strings.Repeat("Något ", 1+i%9), Quantity: app.Quantity(r.Int64N(50_000)), Price: pick(1 << uint(8+r.IntN(34))),
				From: r.IntN(8), To: r.IntN(31), Index: r.IntN(900) - 300, Source: app.CostSources[r.IntN(4)], VAT: []int{0, 25, 12, 6}[r.IntN(4)], Lifetime: r.IntN(4) * 5}
			if r.IntN(3) == 0 {
				l.Low, l.High = l.Amount()/2, l.Amount()*2
			}
			out = append(out, l)
		}
		return out
	}
	e := app.Estimate{Years: r.IntN(31), FirstYear: []int{0, 2027}[r.IntN(2)], RealRate: r.IntN(800), Units: int64(r.IntN(2000)), Lines: lines(r.IntN(25)), Pilot: r.IntN(2) == 0, Start: "2027-02-01"}
	for i := range r.IntN(4) {
		e.Alternatives = append(e.Alternatives, app.Alternative{Role: app.WayRoles[i%3], Lines: lines(r.IntN(5))})
	}
	for range r.IntN(3) {
		e.Spent = append(e.Spent, app.Spent{What: "Förstudie", Amount: pick(1e9), Back: pick(1e8)})
		e.Funding = append(e.Funding, app.Funding{Who: "Nämnden", From: r.IntN(5), To: 5 + r.IntN(20), Amount: pick(1e10), Decided: r.IntN(2) == 0})
	}
	return &app.Matter{Title: "Slump", Estimate: e, Measures: []app.Measure{app.Cameras}}
}

// The sheet of a large estimate: 200 lines over 30 years and three other ways.
func BenchmarkAnnex(b *testing.B) {
	m := whole()
	e := &m.Estimate
	e.Years = 30
	for i := range 192 {
		e.Lines = append(e.Lines, app.CostLine{Kind: app.CostKinds[i%12], What: fmt.Sprintf("Rad %d", i), Quantity: app.Units(2), Price: kr(int64(1000 + i)), To: 30, Low: kr(900), High: kr(9000)})
	}
	s, faces := sheetOf(b, m), fonts.New()
	for b.Loop() {
		if _, err := s.Annex(faces); err != nil {
			b.Fatal(err)
		}
	}
}
