package costs

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// yearly is an estimate whose years cost what is said, in kronor; below zero is
// saved.
func yearly(kronor ...int64) app.Estimate {
	e := app.Estimate{FirstYear: 2027, Years: len(kronor)}
	for i, k := range kronor {
		l := app.CostLine{Kind: app.CostPurchase, What: "Rad", Quantity: app.Units(1), Price: app.Kronor(k), From: i + 1, Source: app.SourceQuote}
		if k < 0 {
			l.Kind, l.Price = app.CostSaving, app.Kronor(-k)
		}
		e.Lines = append(e.Lines, l)
	}
	return e
}

func TestWhatTheYearsSay(t *testing.T) {
	for _, c := range []struct {
		e          app.Estimate
		want, text string
	}{
		{yearly(0, 0), "Inga belopp är ifyllda än.", "kr"},
		{yearly(1_600_000), "2027 är enda året: 1,6 mnkr.", "tkr"},
		{yearly(400_000, 400_000), "Kostnaden är 400 tkr varje år.", "tkr"},
		{yearly(1_600_000, 412_000, 412_000), "2027 är dyrast: 1,6 mnkr. Därefter 0,4 mnkr per år.", "tkr"},
		{yearly(1_600_000, 412_000, 482_000), "2027 är dyrast: 1,6 mnkr. Därefter 0,4–0,5 mnkr per år.", "tkr"},
		{yearly(84_000, 6_300_000, 84_000), "2028 är dyrast: 6 300 tkr. Övriga år 84 tkr per år.", "tkr"},
		{yearly(0, 6_300_000, 0), "2028 är dyrast: 6,3 mnkr. Övriga år kostar ingenting.", "tkr"},
		{yearly(-20_000, -350_000, -20_000), "2028 sparar mest: 350 tkr. Inget år kostar mer än det sparar.", "tkr"},
		{yearly(2_000_000, -500_000, -400_000), "2027 är dyrast: 2,0 mnkr. Därefter −0,5 till −0,4 mnkr per år. 2 år är besparingen större än kostnaden.", "tkr"},
		{yearly(900, 450), "2027 är dyrast: 900 kr. Därefter 450 kr per år.", "kr"},
		{yearly(900_000_000, 450_000_000), "2027 är dyrast: 900 mnkr. Därefter 450 mnkr per år.", "mnkr"},
	} {
		m, _ := begin(t, c.e)
		if got := plain(m.YearsSay()); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
		if got := m.Years().Title; got != "Kostnad per år, "+c.text {
			t.Error(got)
		}
	}
	e := yearly(100_000, 50_000)
	e.FirstYear = 0
	m, _ := begin(t, e)
	if got := plain(m.YearsSay()); got != "År 1 är dyrast: 100 tkr. Därefter 50 tkr per år." {
		t.Error(got)
	}
}

// The pieces of a bar lie on each other from the line outwards, saved ones below
// it, and the year's sum is marked where it is none of their ends.
func TestBarsArePieces(t *testing.T) {
	e := three()
	e.Lines = append(e.Lines, app.CostLine{Kind: app.CostSaving, What: "Taggar", Quantity: app.Units(1), Price: app.Kronor(97_150), From: 3, To: 6})
	m, _ := begin(t, e)
	c := m.Years()
	if c.Zero != 200 || !slices.Equal(c.Groups, []Group{RunningCost, OneOffCost, SavedCost}) || len(c.Bars) != 6 {
		t.Fatalf("%d %v", c.Zero, c.Groups)
	}
	b := c.Bars[0]
	if b.Name != "2027" || b.Number != "389" || b.Net != -1 || b.Pieces[0] != (Piece{RunningCost, 200, 641}) || b.Pieces[1] != (Piece{OneOffCost, 641, 1000}) {
		t.Errorf("%+v", b)
	}
	if s := plain(b.Says); s != "2027: engångskostnader 174 000 kr, löpande 214 600 kr. Tillsammans 388 600 kr." {
		t.Error(s)
	}
	b = c.Bars[2]
	if b.Number != "117" || b.Net != 441 || b.Pieces[2] != (Piece{SavedCost, 0, 200}) {
		t.Errorf("%+v", b)
	}
	if s := plain(b.Says); s != "2029: löpande 214 600 kr, besparing −97 150 kr. Tillsammans 117 450 kr." {
		t.Error(s)
	}
}

func TestEmptyEstimateHasNoPictures(t *testing.T) {
	m, _ := begin(t, app.Estimate{})
	for _, b := range m.Years().Bars {
		if b.Number != "0" || b.Pieces[0].To != b.Pieces[0].From {
			t.Errorf("%+v", b)
		}
	}
	if sw := m.Tornado(); len(sw.Swings) != 0 || sw.Says != "Ingen rad har ett spann. Fyll i lägst och högst på de rader som är osäkra." {
		t.Errorf("%+v", sw)
	}
	if c := m.WayChart(); len(c.Bars) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestTornado(t *testing.T) {
	m, _ := begin(t, three())
	x := m.Tornado()
	if len(x.Swings) != 2 || x.Middle != 146 || x.Title != "Vad som flyttar summan mest, tkr" {
		t.Fatalf("%+v", x)
	}
	s := x.Swings[0]
	if s.Name != "Licens" || s.Row != 1 || s.Lower != 146 || s.Higher != 854 || plain(s.Numbers) != "−88 +512" {
		t.Errorf("%+v", s)
	}
	if got := plain(x.Says); got != "Osäkrast är ”Licens”: summan blir 1,4–2,0 mnkr." {
		t.Error(got)
	}
	if s := x.Swings[1]; s.Row != -1 || plain(s.Name) != "Realränta 2–5 %" || !strings.HasPrefix(plain(s.Says), "Realränta 2–5 %: nuvärdet blir 1 3") {
		t.Errorf("%+v", s)
	}
	m, _ = begin(t, yearly(100_000, 100_000)) // no rate: it can only rise
	if sw := m.Tornado().Swings; len(sw) != 1 || strings.Contains(sw[0].Numbers, " ") {
		t.Errorf("%+v", sw)
	}
	e := three()
	for i := range 9 {
		e.Lines = append(e.Lines, app.CostLine{Kind: app.CostRisk, Quantity: app.Units(1), Price: app.Kronor(5000), Low: app.Kronor(4000), High: app.Kronor(int64(6000 + i))})
	}
	m, _ = begin(t, e)
	if x := m.Tornado(); len(x.Swings) != mostSwings || x.More != 3 || x.Swings[3].Name != "Riskbuffert" {
		t.Errorf("%+v", x)
	}
}

func withToday(price int64) app.Estimate {
	e := three()
	e.Alternatives = []app.Alternative{{Name: "Taggar", Role: app.Today, Lines: []app.CostLine{
		{Kind: app.CostOperation, What: "Drift", Quantity: app.Units(1), Price: app.Kronor(price), To: 6, Low: app.Kronor(price), High: app.Kronor(price * 2)}}},
		{Name: "Tomt"}}
	return e
}

func TestPictureOfTheWays(t *testing.T) {
	m, _ := begin(t, withToday(100_000))
	c := m.WayChart()
	if len(c.Bars) != 3 || c.Zero != 0 || c.Bars[1].Note != "billigast" || c.Bars[2].Note != "inte räknat" || c.Bars[2].Number != "–" || !c.Bars[0].Proposal {
		t.Fatalf("%+v", c)
	}
	if b := c.Bars[1]; b.To != 303 || b.Low != 303 || b.High != 607 || b.Number != "600" {
		t.Errorf("%+v", b)
	}
	if got := plain(c.Says); got != "Taggar är billigast: 600 tkr. Förslaget kostar 862 tkr mer." {
		t.Error(got)
	}
	m, _ = begin(t, withToday(240_000))
	if got := plain(m.WayChart().Says); got != "Taggar är billigast: 1,4 mnkr. Förslaget kostar 22 tkr mer. Spannen går in i varandra, så skillnaden är osäker." {
		t.Error(got)
	}
	m, _ = begin(t, withToday(400_000))
	if got := plain(m.WayChart().Says); got != "Förslaget är billigast: 1,5 mnkr. Taggar kostar 938 tkr mer." {
		t.Error(got)
	}
	m, _ = begin(t, withToday(0))
	if got := plain(m.WayChart().Says); got != "Inget alternativ är billigast än. Fyll i belopp för minst två." {
		t.Error(got)
	}
}

func TestAmountsInSentences(t *testing.T) {
	m, _ := begin(t, three())
	en := NewModel(m.desk, speak(t, "en"))
	for _, c := range []struct {
		a    app.Money
		s    Scale
		want string
		en   string
	}{
		{app.Kronor(1_550_000), InMnkr, "1,6 mnkr", "SEK 1.6 million"}, {app.Kronor(-1_550_000), InMnkr, "−1,6 mnkr", "SEK −1.6 million"},
		{app.Kronor(-40_000), InMnkr, "0,0 mnkr", "SEK 0.0 million"}, {app.Kronor(1_500), InTkr, "2 tkr", "SEK 2 thousand"},
		{-50, InKr, "−1 kr", "SEK −1"}, {49, InKr, "0 kr", "SEK 0"},
	} {
		if got := plain(m.tell(c.a, c.s)); got != c.want {
			t.Errorf("%d: %s", c.a, got)
		}
		if got := plain(en.tell(c.a, c.s)); got != c.en {
			t.Errorf("%d: %s", c.a, got)
		}
	}
}
