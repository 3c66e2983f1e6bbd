package estimate

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

var update = flag.Bool("update", false, "rewrite the goldens")

var rules = sync.OnceValues(packs.Load)

func kr(n int64) app.Money { return app.Kronor(n) }

// whole is an estimate with one of everything: a pilot of four years with three
// other ways, money spent, and money set aside for some of it.
func whole() *app.Matter {
	return &app.Matter{Title: "Motion om armband", Measures: []app.Measure{app.Wearables}, Purchase: true, Estimate: app.Estimate{
		Name: "Försök vid en skola", Years: 4, FirstYear: 2027, RealRate: 350, Inflation: 200, Units: 212, UnitName: "plats", Pilot: true, Start: "2025-02-03",
		Purchase: app.Purchase{Options: []app.PurchaseSum{{What: "Ett år till", Amount: kr(46_000)}}, Similar: []app.PurchaseSum{{What: "Armband i Västerskolan", Amount: kr(520_000)}}, Needed: "2025-08-15"},
		Lines: []app.CostLine{
			{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(40), Price: 179_000, Source: app.SourceQuote, VAT: 25, Lifetime: 3},
			{Kind: app.CostPeripherals, What: "Basstationer och laddning i varje avdelning", Quantity: app.Units(2), Price: kr(21_000), Low: kr(30_000), High: kr(90_000), Source: app.SourceGuess},
			{Kind: app.CostLicences, What: "Abonnemang", Quantity: app.Units(40), Price: kr(1_150), To: 4, Index: 300, Source: app.SourceContract},
			{Kind: app.CostTraining, What: "Utbildning, timmar", Quantity: 500, Price: kr(420), Internal: true, Source: app.SourceExperience},
			{Kind: app.CostSaving, What: "Mindre upprop", Quantity: app.Units(20), Price: kr(420), To: 4, Low: kr(5_000), High: kr(20_000), Source: app.SourceGuess},
			{Kind: app.CostOperation, What: "Nät", Quantity: app.Units(1), Price: kr(2_000), To: 4, CallOff: true},
			{Kind: app.CostSupport, Quantity: app.Units(1), Price: kr(1_000), To: 4, Open: true, Source: app.SourceGuess},
			{Kind: app.CostPurchase, What: "Reserver", Quantity: 0, Price: kr(1), Unread: map[string]string{"quantity": "tolv"}}},
		Alternatives: []app.Alternative{
			{Name: "Tavla vid dörren", Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Tavlor", Quantity: app.Units(4), Price: kr(9_000)}}},
			{Role: app.Today, Lines: []app.CostLine{{Kind: app.CostNewWork, What: "Upprop", Quantity: app.Units(190), Price: kr(420), To: 4, Internal: true}}},
			{Role: app.Full, Name: "Alla skolor", Units: 1240, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(1240), Price: kr(1_600), Low: kr(1_500_000), High: kr(2_500_000)}}},
			{Name: "Tomt"}},
		Spent:   []app.Spent{{What: "Armband som redan köpts", Year: 2024, Amount: kr(35_000), Back: kr(5_000)}, {Amount: kr(1_000)}},
		Funding: []app.Funding{{Who: "Utbildningsnämnden", Budget: "driftbudget 2027", Amount: kr(150_000), Decided: true}, {From: 2, To: 3, Amount: kr(10_000)}},
		Done:    []string{"document"}}}
}

func sheetOf(t testing.TB, m *app.Matter) Sheet {
	t.Helper()
	p, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	return Of(p, m, cost.Compare(m.Estimate, p.Thresholds, "2026-11-22").Follow(p.Buying))
}

func annexOf(t testing.TB, m *app.Matter) []layout.Block {
	t.Helper()
	out, err := sheetOf(t, m).Annex(fonts.New())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func economyOf(t testing.TB, m *app.Matter, annex string) []layout.Block {
	t.Helper()
	out, err := sheetOf(t, m).Economy(fonts.New(), annex)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func plain(rs []layout.Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// told is blocks as text, one line for each paragraph, item, row and figure.
func told(bs []layout.Block) string {
	var b strings.Builder
	for _, x := range bs {
		switch x.Role {
		case layout.TableBlock:
			fmt.Fprintf(&b, "[%s]\n", plain(x.Table.Caption))
			heads := []string{}
			for _, c := range x.Table.Columns {
				heads = append(heads, plain(c.Head))
			}
			fmt.Fprintf(&b, "  | %s\n", strings.Join(heads, " | "))
			for _, r := range x.Table.Rows {
				cells := []string{}
				for _, c := range r.Cells {
					cells = append(cells, plain(c))
				}
				mark := "|"
				if r.Sum {
					mark = "="
				}
				fmt.Fprintf(&b, "  %s %s\n", mark, strings.Join(cells, " | "))
			}
			if n := plain(x.Table.Note); n != "" {
				fmt.Fprintf(&b, "  * %s\n", n)
			}
		case layout.FigureBlock:
			fmt.Fprintf(&b, "(%s)\n  alt %s\n", plain(x.Figure.Caption), x.Figure.Alt)
		case layout.ListBlock:
			for _, it := range x.List.Items {
				fmt.Fprintf(&b, "- %s\n", plain(it[0].Runs))
			}
		case layout.Heading:
			fmt.Fprintf(&b, "# %s\n", plain(x.Runs))
		default:
			b.WriteString(plain(x.Runs) + "\n")
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// Everything a sheet can hold, and the document's own tables, as one can read it.
func TestSheetGolden(t *testing.T) {
	m := whole()
	got := "──── ekonomi\n" + told(economyOf(t, m, "bilaga 1")) + "──── bilaga\n" + told(annexOf(t, m))
	path := filepath.Join("testdata", "sheet.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("line %d is\n%s\nwant\n%s\n(run with -update when the change is meant)", i+1, strings.Join(g[min(i, len(g)):min(i+1, len(g))], ""), strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
}

// Nothing to tell makes no paper; one line, or money spent alone, does.
func TestWhatThereIsToPrint(t *testing.T) {
	line := app.CostLine{Kind: app.CostPurchase, What: "Cykelställ", Quantity: app.Units(1), Price: 1_234_567}
	for name, c := range map[string]struct {
		e    app.Estimate
		has  bool
		want []string // of the annex
		not  []string
	}{
		"nothing":   {app.Estimate{Years: 4, FirstYear: 2027}, false, nil, []string{"#"}},
		"one line":  {app.Estimate{Lines: []app.CostLine{line}}, true, []string{"Förslaget beräknas kosta 12 346 kronor.", "| Cykelställ | Inköp | 1 | 12 345,67 | År 1 | 12 345,67 | saknas", "# Upphandling"}, []string{"år för år", "Nuvärde", "alt "}},
		"spent":     {app.Estimate{Spent: []app.Spent{{What: "Larm", Amount: kr(5)}}}, true, []string{"Kalkylen har inga rader som kan räknas.", "[Redan nedlagt, kronor exklusive moms]"}, []string{"# Känslighet", "# Finansiering"}},
		"other way": {app.Estimate{Alternatives: []app.Alternative{{Name: "B", Lines: []app.CostLine{line}}}}, true, []string{"[Rader i B, "}, nil},
		"unread":    {app.Estimate{Lines: []app.CostLine{{Kind: app.CostPurchase, Price: 1, Unread: map[string]string{"years": "länge"}}}}, true, []string{"kan inte räknas"}, nil},
		"no row":    {app.Estimate{Start: "2099-01-01", Lines: []app.CostLine{line}}, true, []string{"Inget gränsvärde finns för den dagen.", "Kontrollera förfarandet"}, []string{"understiger"}},
	} {
		m := &app.Matter{Estimate: c.e}
		s := sheetOf(t, m)
		text := told(annexOf(t, m))
		if s.Has() != c.has {
			t.Errorf("%s: has %v", name, s.Has())
		}
		for _, w := range c.want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not in\n%s", name, w, text)
			}
		}
		for _, w := range c.not {
			if strings.Contains(strings.ReplaceAll(text, "# Redan nedlagda", ""), w) {
				t.Errorf("%s: %q is in\n%s", name, w, text)
			}
		}
	}
	if (Sheet{}).Has() {
		t.Error("no matter has a sheet")
	}
}

// A calculated limit is never told as one, and a limit that is not verified is to
// be checked.
func TestLimitsOnPaper(t *testing.T) {
	m := &app.Matter{Estimate: app.Estimate{Law: app.LUF, Subject: app.SocialServices, Start: "2017-05-05", Lines: []app.CostLine{{Kind: app.CostPurchase, What: "a", Quantity: app.Units(1), Price: kr(100)}}}}
	row := app.Threshold{Law: app.LUF, Subject: app.SocialServices, From: "2017-01-01", To: "2017-12-31", EUR: 1_000_000, SEK: kr(9_140_300), DirectAward: kr(993_368), Sure: app.Calculated, Source: "uträknat"}
	text := func(r app.Threshold) string {
		out, err := Sheet{Matter: m, Compared: cost.Compare(m.Estimate, []app.Threshold{r}, "2017-05-05")}.Annex(fonts.New())
		if err != nil {
			t.Fatal(err)
		}
		return told(out)
	}
	got := text(row)
	if strings.Contains(got, "993 368") || strings.Contains(got, "9 140 300") || !strings.Contains(got, "uträknat – kontrollera.") {
		t.Error(got)
	}
	row.Sure = app.Verified
	if got := text(row); !strings.Contains(got, "understiger direktupphandlingsgränsen, 993 368 kronor") || !strings.Contains(got, "Källa till gränsvärdena: uträknat.") {
		t.Error(got)
	}
	row.Own, row.Source = true, "Konkurrensverket 2026-01-07"
	if got := text(row); !strings.Contains(got, "Gränsvärdena är bekräftade av kommunen.") {
		t.Error(got)
	}
}

// Many lines are gathered in the table of the value, and nothing of it is lost.
func TestManyPartsAreGathered(t *testing.T) {
	m := &app.Matter{Estimate: app.Estimate{Purchase: app.Purchase{Options: []app.PurchaseSum{{What: "Förlängning", Amount: kr(7)}}}}}
	for i := range 30 {
		m.Estimate.Lines = append(m.Estimate.Lines, app.CostLine{Kind: app.CostPurchase, What: "x", Quantity: app.Units(1), Price: kr(10), Internal: i == 4})
	}
	text := told(annexOf(t, m))
	for _, want := range []string{"| 29 rader | alla år | 290 | –", "| en rad | egen arbetstid | – | 10", "| Förlängning | option eller förlängning | 7 | –", "= Värde |   | 297 | 10"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}
