package sheet

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/cost"
)

func export(t fataler, lang string, e app.Estimate) Export {
	t.Helper()
	all, err := languages()
	if err != nil {
		t.Fatal(err)
	}
	return Export{Words: all[lang], Title: "Armband", Day: "2026-11-22", Estimate: e, Sums: cost.Compare(e, nil, "2026-11-22")}
}

func TestCSV(t *testing.T) {
	e := app.Estimate{FirstYear: 2027, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "=HYPERLINK(\"http://x\";\"y\")", Quantity: 1500, Price: 3500050, To: 6, Low: 1, High: 9900000, Source: app.SourceQuote, VAT: 25, Index: -50},
		{Kind: app.CostTraining, What: "Kurs; två dagar", Quantity: app.Units(2), Internal: true, Lifetime: 5, Unread: map[string]string{"price": "+tolv"}},
	}}
	want := "\ufeffSlag;Vad;Antal;À-pris;År;Lägst;Trolig;Högst;Källa;Moms;\"Index, % per år\";\"Avskrivning, år\";Egen tid;Avrop;Löper tills vidare\r\n" +
		"Inköp;\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";\"1,5\";\"35000,50\";2027–2032;\"0,01\";\"42000,60\";99000;Offert;25 %;\"-0,50\";;;;\r\n" +
		"Utbildning;\"Kurs; två dagar\";2;'+tolv;2027;;;;;utan;0;5;ja;;\r\n"
	if got := string(export(t, "sv", e).CSV()); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// lines are lines as the program can hold them, with what a person may have written
// in the texts.
func lines() *rapid.Generator[app.CostLine] {
	texts := rapid.OneOf(rapid.StringMatching(`[a-zåäö=+@;",' -]{0,12}[a-zåäö=+@;"'-]`),
		rapid.SampledFrom([]string{"Summa", "Kurs\nandra raden", "", "'=1", "”citat”", "1 200", "2027", "Totalt för alla", "ja", "=cmd|' /C calc'!A0"}))
	return rapid.Custom(func(t *rapid.T) app.CostLine {
		l := app.CostLine{
			Kind:     rapid.SampledFrom(app.CostKinds).Draw(t, "kind"),
			What:     strings.TrimSpace(texts.Draw(t, "what")),
			Quantity: app.Quantity(rapid.Int64Range(0, 50_000).Draw(t, "quantity")),
			Price:    app.Money(rapid.OneOf(rapid.Int64Range(0, 1000), rapid.Int64Range(0, 1_000_000_000)).Draw(t, "price")),
			From:     rapid.IntRange(1, 20).Draw(t, "from"),
			Source:   rapid.SampledFrom(append([]app.CostSource{""}, app.CostSources...)).Draw(t, "source"),
			VAT:      rapid.SampledFrom([]int{0, 25, 12, 6}).Draw(t, "vat"),
			Index:    rapid.SampledFrom([]int{0, 0, 200, 250, -150, 333}).Draw(t, "index"),
			Lifetime: rapid.SampledFrom([]int{0, 0, 3, 5, 10}).Draw(t, "lifetime"),
			Internal: rapid.Bool().Draw(t, "internal"), CallOff: rapid.Bool().Draw(t, "call-off"), Open: rapid.Bool().Draw(t, "open"),
		}
		l.To = rapid.IntRange(l.From, 20).Draw(t, "to")
		if rapid.Bool().Draw(t, "ranged") {
			l.Low = l.Amount() / app.Money(rapid.IntRange(1, 4).Draw(t, "low"))
			l.High = l.Amount() * app.Money(rapid.IntRange(1, 4).Draw(t, "high"))
		}
		if rapid.IntRange(0, 9).Draw(t, "unread") == 0 {
			f := rapid.SampledFrom([]Field{Kind, Quantity, Price, Years, Low, High, Source, VAT, Index, Lifetime, Own}).Draw(t, "field")
			l = reader(t, "sv").Put(l, f, rapid.SampledFrom([]string{"tolv", "-öh", "=y", "1.234.5", "2,3,4;"}).Draw(t, "text"), 0)
			l = emptied(l, f)
		}
		return l
	})
}

// emptied is a line as a sheet tells it: under what cannot be read there is nothing.
func emptied(l app.CostLine, f Field) app.CostLine {
	switch f {
	case Kind:
		l.Kind = ""
	case Quantity:
		l.Quantity = app.Units(1)
	case Price:
		l.Price = 0
	case Years:
		l.From, l.To = 0, 0
	case Low:
		l.Low = 0
	case High:
		l.High = 0
	case Source:
		l.Source = ""
	case VAT:
		l.VAT = 0
	case Index:
		l.Index = 0
	case Lifetime:
		l.Lifetime = 0
	case Own:
		l.Internal = false
	}
	return l
}

// same makes two ways to say the same year one.
func same(lines []app.CostLine) string {
	var out []string
	for _, l := range lines {
		if _, unread := l.Unread["years"]; !unread {
			l.From = max(l.From, 1)
			l.To = max(l.To, l.From)
		}
		out = append(out, fmt.Sprintf("%+v", l))
	}
	return strings.Join(out, "\n")
}

// What is written in a file is read from it again, in either language.
func TestCSVReturns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := app.Estimate{FirstYear: rapid.SampledFrom([]int{0, 2027, 2099}).Draw(t, "first"), Lines: rapid.SliceOfN(lines(), 1, 5).Draw(t, "lines")}
		if rapid.Bool().Draw(t, "another way") {
			e.Alternatives = []app.Alternative{{Name: "=Annat", Lines: rapid.SliceOfN(lines(), 1, 3).Draw(t, "other lines")}}
		}
		lang := rapid.SampledFrom([]string{"sv", "en"}).Draw(t, "language")
		data := export(t, rapid.SampledFrom([]string{"sv", "en"}).Draw(t, "words"), e).CSV()
		got, err := reader(t, lang).File(data, e.FirstYear)
		if err != nil || len(got.Loose) > 0 {
			t.Fatalf("%v %v\n%s", err, got.Loose, data)
		}
		back := got.Into(app.Estimate{Name: e.Name, FirstYear: e.FirstYear})
		for w := range len(e.Alternatives) + 1 {
			if a, b := same(e.View(w).Lines), same(back.View(w).Lines); a != b {
				t.Fatalf("way %d:\n was %s\n got %s\n%s", w, a, b, data)
			}
		}
	})
}
