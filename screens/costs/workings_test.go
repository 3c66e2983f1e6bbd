package costs

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sample"
)

// allAsked is everything that can be asked of a model.
func allAsked(m *Model) []Asked {
	out := []Asked{{Of: TotalSum}, {Of: LowSum}, {Of: HighSum}, {Of: OneOffSum}, {Of: RunningSum}, {Of: PresentSum}, {Of: InvestmentSum}, {Of: ValueSum}, {Of: LeftOutSum}, {Of: GapSum}, {Of: SunkSum}}
	for i := range m.sum.Years {
		out = append(out, Asked{Of: YearSum, At: i})
	}
	for _, k := range m.sum.Kinds {
		out = append(out, Asked{Of: KindSum, Kind: k.Kind})
	}
	return out
}

// Whatever is unfolded, its rows are the sum, to the öre.
func TestWorkingsAddUp(t *testing.T) {
	odd := three()
	odd.Lines[0].VAT, odd.Lines[1].Index, odd.Lines[2].Unread = 25, 233, map[string]string{"price": "många"}
	odd.Lines[1].Open, odd.Lines[0].Lifetime = true, 5
	odd.Purchase.Options = []app.PurchaseSum{{What: "Förlängning", Amount: app.Kronor(10_000)}, {What: "Bad", Amount: -5}}
	odd.Purchase.Similar = []app.PurchaseSum{{What: "Likartat", Amount: 7}}
	odd.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000), Back: app.Kronor(99)}, {What: "Oläst", Amount: 5, Unread: map[string]string{"back": "x"}}}
	odd.Funding = []app.Funding{{Who: "Nämnden", To: 3, From: 1, Amount: app.Kronor(200_000)}}
	odd.Inflation, odd.Lines[0].Price = 200, app.Kronor(99)+1
	odd.Lines = append(odd.Lines, app.CostLine{Kind: app.CostSaving, What: "Taggar", Quantity: 333, Price: app.Kronor(10_000) + 7, Low: app.Kronor(3000), High: app.Kronor(4000), From: 2, To: 9})
	estimates := []app.Estimate{odd, three(), {}, yearly(-5, 12, 0)}
	for _, m := range sample.Register() {
		estimates = append(estimates, m.Estimate)
	}
	asked := 0
	for i, e := range estimates {
		m, _ := begin(t, e)
		for _, q := range allAsked(m) {
			x := m.Working(q)
			var sum app.Money
			for _, r := range x.Rows {
				sum += r.ore
			}
			if x.Title == "" || x.Lead == "" || x.Name == "" || sum != x.sum || strings.Contains(x.Text(), "[") {
				t.Errorf("%d %+v: the rows are %d, the sum %d\n%s", i, q, sum, x.sum, x.Text())
			}
			asked += len(x.Rows)
		}
	}
	if asked < 200 {
		t.Errorf("only %d rows", asked)
	}
}

func TestWorkingsInWords(t *testing.T) {
	e := three()
	e.Lines[0].VAT, e.Lines[1].Index, e.Inflation, e.Units, e.UnitName = 25, 200, 200, 1240, "elev"
	m, _ := begin(t, e)
	for _, c := range []struct {
		q    Asked
		want string
	}{
		{Asked{Of: YearSum}, "Kameror|12 × 14 500 kr ÷ 1,25|139 200 kr; Licens|1 450 × 148 kr|214 600 kr; 2027||353 800 kr"},
		{Asked{Of: YearSum, At: 2}, "Licens|1 450 × 148 kr × 1,02²|223 269,84 kr; 2029||223 269,84 kr"},
		{Asked{Of: KindSum, Kind: app.CostTraining}, "Tid|1,5 × 412 kr, 2028|618 kr; Utbildning||618 kr"},
		{Asked{Of: OneOffSum}, "Kameror|12 × 14 500 kr ÷ 1,25, 2027|139 200 kr; Tid|1,5 × 412 kr, 2028|618 kr; Engångskostnader||139 818 kr"},
		{Asked{Of: UnitSum}, "Summa, trolig|÷ 1 240 ÷ 6 år|1 493 540,76 kr; Per elev och år||200,74 kr"},
	} {
		x := m.Working(c.q)
		var got []string
		for _, r := range x.Rows {
			got = append(got, r.Name+"|"+r.How+"|"+r.Amount)
		}
		got = append(got, x.Name+"||"+x.Sum)
		if s := plain(strings.Join(got, "; ")); s != c.want {
			t.Errorf("%+v\ngot  %s\nwant %s", c.q, s, c.want)
		}
	}
	x := m.Working(Asked{Of: PresentSum})
	if got := plain(x.Rows[2].How); got != "223 269,84 kr ÷ (1,035 × 1,02)²" || x.Rows[2].Ask != (Asked{Of: YearSum, At: 2}) {
		t.Error(got)
	}
	// A rate that cannot be is set aside in the sum, and in how it is told.
	e.RealRate = 10_001
	e.Funding = []app.Funding{{Who: "Nämnden", Amount: app.Kronor(100_000)}, {Amount: app.Kronor(50_000), To: 2}, {Who: "Fullmäktige", From: 2, Amount: app.Kronor(7)}}
	m, _ = begin(t, e)
	if got := plain(m.Working(Asked{Of: PresentSum}).Rows[1].How); !strings.HasSuffix(got, "kr ÷ (1 × 1,02)") {
		t.Error(got)
	}
	for i, want := range []string{"353 800 kr behövs, 150 000 kr är avsatt: Nämnden 100 000 kr, Rad 2 50 000 kr",
		"219 510 kr behövs, 50 007 kr är avsatt: Rad 2 50 000 kr, Fullmäktige 7 kr", "223 269,84 kr behövs, 0 kr är avsatt"} {
		if got := plain(m.Working(Asked{Of: GapSum}).Rows[i].How); got != want {
			t.Errorf("gap %d: %q, want %q", i, got, want)
		}
	}
	if x := m.Working(Asked{Of: YearSum, At: 17}); x.Title != "" {
		t.Errorf("a year that is not: %+v", x)
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	e := three()
	e.Lines[0].Unread = map[string]string{"quantity": "tolv"}
	m, _ := begin(t, e)
	if n := m.Working(Asked{Of: TotalSum}).Notes; !slices.Contains(n, "1 rad räknas inte, eftersom något i den inte går att läsa.") {
		t.Errorf("%q", n)
	}
}

// Compared ways have a column each, and what they lead to is told in sentences.
func TestComparisonTable(t *testing.T) {
	e := withToday(100_000)
	e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000), Back: app.Kronor(5_000)}}
	e.Units, e.UnitName = 1450, "elev"
	m, _ := begin(t, e)
	x := m.Comparison()
	got := plain(x.Text())
	for _, want := range []string{"\tFörslaget\tTaggar\tTomt\n", "Summa, trolig\t1 462 218 kr\t600 000 kr\t–\n", "Löpande per år, i snitt\t214 600 kr\t100 000 kr\t–\n",
		"Lägst – högst\t1 374 618 – 1 974 618 kr\t600 000 – 1 200 000 kr\t–\n", "Per elev\t1 008 kr\t414 kr\t–\n", "Mot dagens lösning\t+862 218 kr\t–\t–\n",
		"Redan betalt: 35 000 kr. Det räknas inte i jämförelsen, eftersom pengarna är borta vad som än beslutas. Av det kan 5 000 kr fås tillbaka.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if !slices.Equal(x.Roles, []string{"förslaget", "dagens lösning", "alternativ"}) {
		t.Errorf("%q", x.Roles)
	}
	e = withToday(100_000)
	e.Alternatives[0].Role, e.Pilot = app.Full, true
	m, _ = begin(t, e)
	got = plain(m.Comparison().Text())
	if c := m.WayChart(); c.Bars[1].Note != "fullskala" || plain(c.Says) != "Försöket kostar 1,5 mnkr. I full skala kostar det 0,6 mnkr." {
		t.Errorf("a trial is held against full scale: %+v", c)
	}
	if strings.Contains(got, "kostar lika mycket") {
		t.Errorf("a trial need not cost as much as full scale:\n%s", got)
	}
	for _, want := range []string{"Mot Förslaget\t–\t−862 218 kr\t–\n", "Försöket kostar 1,5 mnkr. I full skala kostar det 0,6 mnkr.", "Dagens lösning finns inte bland alternativen."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// A tip is told by year or by line, with the price of one where there are several.
func TestTipsInWords(t *testing.T) {
	m, _ := begin(t, withToday(100_000))
	within := tip(1, 2, 0, 618, 600, true)
	within.Within = true
	if s := m.tipSays(within); !strings.HasSuffix(s, "Det ligger mellan radens lägsta och högsta, så vilket som blir billigast är osäkert.") {
		t.Error(s)
	}
	for _, c := range []struct {
		tip  string
		want string
	}{
		{m.tipSays(tip(1, -1, 5, 0, 0, false)), "Från och med 2031 har Förslaget kostat mindre än Taggar, allt sammanlagt."},
		{m.tipSays(tip(1, -1, 5, 0, 0, true)), "Från och med 2031 har Förslaget kostat mer än Taggar, allt sammanlagt."},
		{m.tipSays(tip(1, 1, 0, 214_600, 139_200, true)), "Förslaget kostar lika mycket som Taggar om ”Licens” är 139 200 kr per år (96 kr styck); nu 214 600 kr (148 kr styck)."},
		{m.tipSays(tip(1, 0, 0, 174_000, 606, true)), "Förslaget kostar lika mycket som Taggar om ”Kameror” är 606 kr (50,50 kr styck); nu 174 000 kr (14 500 kr styck)."},
		{m.tipSays(tip(2, -1, 5, 0, 0, false)), ""}, // nothing is filled in there
		{m.tipSays(tip(7, 1, 0, 1, 1, true)), ""},
		{m.tipSays(tip(1, 9, 0, 1, 1, true)), ""},
	} {
		if plain(c.tip) != c.want {
			t.Errorf("got  %s\nwant %s", plain(c.tip), c.want)
		}
	}
}

func tip(way, line, year int, now, at int64, more bool) cost.Tip {
	return cost.Tip{Way: way, Line: line, Year: year, Now: app.Kronor(now), At: app.Kronor(at), More: more}
}
