package costs

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

func words(t *testing.T) i18n.Words { return speak(t, "sv") }

func speak(t *testing.T, lang string) i18n.Words {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// begin opens a matter with an estimate.
func begin(t *testing.T, e app.Estimate) (*Model, *desk.Desk) {
	t.Helper()
	d := parttest.Desk(t, &app.Matter{Title: "Kameror", Estimate: e})
	m := NewModel(d, words(t))
	m.Widen(true)
	d.Listen(m.Take)
	return m, d
}

func three() app.Estimate {
	return app.Estimate{FirstYear: 2027, Years: 6, RealRate: 350, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "Kameror", Quantity: app.Units(12), Price: app.Kronor(14500), Source: app.SourceQuote},
		{Kind: app.CostLicences, What: "Licens", Quantity: app.Units(1450), Price: app.Kronor(148), From: 1, To: 6, Low: app.Kronor(200_000), High: app.Kronor(300_000)},
		{Kind: app.CostTraining, What: "Tid", Quantity: 1500, Price: app.Kronor(412), From: 2, Internal: true},
	}}
}

// asText writes the grid as text, with all its columns.
func asText(m *Model) string {
	var b strings.Builder
	for i := range m.Len() + 1 {
		for c := range m.heads() {
			cell := m.Cell(At{i, Column(c)})
			b.WriteString(strings.ReplaceAll(cell.Text, "\u00a0", " "))
			if cell.Bad {
				b.WriteString("!")
			}
			b.WriteString("|")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestCells(t *testing.T) {
	m, _ := begin(t, three())
	want := `Inköp|Kameror|12|14 500|2027||174 000||Offert|Utan||Leverantör|Bestämd|Drift|
Licenser|Licens|1 450|148|2027–32|200 000|214 600|300 000||Utan||Leverantör|Bestämd|Drift|
Utbildning|Tid|1,5|412|2028||618|||Utan||Egen tid|Bestämd|Drift|
||||||||||||||
`
	if got := asText(m); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTyped(t *testing.T) {
	for _, c := range []struct {
		column Column
		typed  string
		want   string // as the cell shows it; "!" after what cannot be read
	}{
		{WhatColumn, "  Kameror ute ", "Kameror ute"},
		{QuantityColumn, "1 450,5", "1450,5"}, {QuantityColumn, "0,5", "0,5"}, {QuantityColumn, "tolv", "tolv!"}, {QuantityColumn, "", ""},
		{QuantityColumn, "-2", "−2!"}, {QuantityColumn, "1.500", "1.500!"},
		{PriceColumn, "96 000 kr", "96 000"}, {PriceColumn, "12:-", "12"}, {PriceColumn, "0,50", "0,50"}, {PriceColumn, "dyrt", "dyrt!"},
		{YearsColumn, "2028", "2028"}, {YearsColumn, "28-30", "2028–30"}, {YearsColumn, "1–6", "2027–32"}, {YearsColumn, "2027 – 2029", "2027–29"},
		{YearsColumn, "nästa år", "nästa år!"}, {YearsColumn, "0", "0!"}, {YearsColumn, "", "2027"}, {YearsColumn, "1999", "1999!"},
		{YearsColumn, "2030-2028", "2030–28!"}, {YearsColumn, "2027-2040", "2027–40!"},
		{LowColumn, "100 000", "100 000"}, {LowColumn, "200 000", "200 000!"}, // a range must hold the likely amount
		{HighColumn, "200 000", "200 000"}, {HighColumn, "0", "0!"}, {LowColumn, "lågt", "lågt!"},
		{KindColumn, "drift", "Drift"}, {KindColumn, "Inst", "Installation"}, {KindColumn, "In", "In!"}, {KindColumn, "lunch", "lunch!"}, {KindColumn, "Hårdvara", "Inköp"}, {KindColumn, "Licence", "Licenser"}, {SourceColumn, "Anbud", "Offert"},
		{SourceColumn, "avtal", "Avtal"}, {SourceColumn, "", ""}, {SourceColumn, "gissning", "gissning!"},
		{VATColumn, "25 %", "25 %"}, {VATColumn, "12", "12 %"}, {VATColumn, "6%", "6 %"}, {VATColumn, "", "Utan"}, {VATColumn, "utan moms", "Utan"}, {VATColumn, "17", "17!"}, {VATColumn, "inkl moms", "25 %"},
		{IndexColumn, "2,5", "2,5 %"}, {IndexColumn, "-1 %", "−1 %"}, {IndexColumn, "", ""}, {IndexColumn, "mycket", "mycket!"}, {IndexColumn, "80", "80!"},
		{PayeeColumn, "Egen tid", "Egen tid"}, {PayeeColumn, "avrop", "Avrop"}, {PayeeColumn, "", "Leverantör"}, {PayeeColumn, "kompis", "kompis!"},
		{TermColumn, "till", "Tills vidare"}, {TermColumn, "", "Bestämd"}, {TermColumn, "evigt", "evigt!"},
		{ClassColumn, "5", "Inv. 5 år"}, {ClassColumn, "Investering 7 år", "Inv. 7 år"}, {ClassColumn, "", "Drift"}, {ClassColumn, "101", "101!"}, {ClassColumn, "drift", "Drift"},
		{LikelyColumn, "5", "174 000"},
	} {
		m, _ := begin(t, three())
		m.Go(At{0, c.column})
		m.Commit(c.typed)
		cell := m.Cell(At{0, c.column})
		got := strings.ReplaceAll(cell.Text, "\u00a0", " ")
		if cell.Bad {
			got += "!"
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", m.Head(c.column).Key, c.typed, got, c.want)
		}
	}
}

// What a cell shows can be typed into it again, in both languages.
func TestShownIsTyped(t *testing.T) {
	for _, lang := range i18n.Languages {
		e := three()
		e.Lines[0].Price, e.Lines[0].Quantity, e.Lines[2].Quantity = 123456789, 1234000, 1234567
		d := parttest.Desk(t, &app.Matter{Title: "Kameror", Estimate: e})
		m := NewModel(d, speak(t, lang))
		before := d.State().Matter
		for row := range e.Lines {
			for c := range m.heads() {
				m.Go(At{row, Column(c)})
				m.Commit(m.Start())
			}
		}
		if d.State().Matter != before || len(m.Faults()) > 0 {
			t.Errorf("%s: changed: %+v", lang, m.Faults())
		}
		m.Go(At{1, PriceColumn})
		m.Commit(map[string]string{"sv": "1 234,50", "en": "1,234.50"}[lang])
		if got := d.State().Matter.Estimate.Lines[1].Price; got != 123450 {
			t.Errorf("%s: %d", lang, got)
		}
	}
}

func TestWhatCannotBeReadIsKeptAndNamed(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{0, QuantityColumn})
	m.Commit("tolv")
	if l := d.State().Matter.Estimate.Lines[0]; l.Quantity != app.Units(12) || l.Unread["quantity"] != "tolv" {
		t.Errorf("the line has %+v", l)
	}
	if got := m.Cell(At{0, LikelyColumn}).Text; got != "…" {
		t.Errorf("the line that is not summed says %q", got)
	}
	f := m.Faults()
	if len(f) != 1 || f[0].At != (At{0, QuantityColumn}) || m.Say(f[0]) != "Rad 1, Antal: ”tolv” är inte ett tal. Raden räknas inte förrän den är rättad." {
		t.Errorf("%+v", f)
	}
	if facts := m.Facts(false); facts[0] != "3 rader, 1 att rätta" {
		t.Errorf("%q", facts)
	}
	if m.Start() != "tolv" {
		t.Errorf("an edit begins with %q", m.Start())
	}
	m.Shift(1)
	if m.Cell(At{1, QuantityColumn}).Text != "tolv" || m.Cell(At{0, QuantityColumn}).Bad {
		t.Errorf("it did not follow its line:\n%s", asText(m))
	}
	d.Undo()
	if m.Cell(At{0, QuantityColumn}).Text != "tolv" {
		t.Errorf("it did not follow its line back:\n%s", asText(m))
	}
	m.Go(At{0, QuantityColumn})
	m.Commit("13")
	if len(m.Faults()) != 0 || d.State().Matter.Estimate.Lines[0].Quantity != app.Units(13) {
		t.Errorf("not mended: %+v", m.Faults())
	}
}

func TestUndoGoesToTheLine(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{2, WhatColumn})
	m.Commit("Annat")
	m.Go(At{0, KindColumn})
	d.Undo()
	if m.At().Row != 2 || m.Cell(At{2, WhatColumn}).Text != "Tid" {
		t.Errorf("at %v, %q", m.At(), m.Cell(At{2, WhatColumn}).Text)
	}
}

func TestLinesComeAndGo(t *testing.T) {
	m, d := begin(t, app.Estimate{})
	kinds := func() (out []app.CostKind) {
		for _, l := range d.State().Matter.Estimate.Lines {
			out = append(out, l.Kind)
		}
		return out
	}
	m.Go(At{0, PriceColumn})
	m.Commit("")
	if m.Len() != 0 {
		t.Error("nothing made a line")
	}
	m.Commit("100")
	m.Go(At{1, WhatColumn})
	m.Commit("El")
	if want := []app.CostKind{app.CostPurchase, app.CostPeripherals}; !slices.Equal(kinds(), want) {
		t.Errorf("%v", kinds())
	}
	m.Go(At{0, WhatColumn})
	m.Add(app.CostRisk)
	if want := []app.CostKind{app.CostPurchase, app.CostRisk, app.CostPeripherals}; !slices.Equal(kinds(), want) || m.At() != (At{1, WhatColumn}) {
		t.Errorf("%v at %v", kinds(), m.At())
	}
	m.Shift(-1)
	m.Shift(-1)
	if want := []app.CostKind{app.CostRisk, app.CostPurchase, app.CostPeripherals}; !slices.Equal(kinds(), want) || m.At().Row != 0 {
		t.Errorf("%v at %v", kinds(), m.At())
	}
	m.Remove()
	m.Go(At{2, WhatColumn})
	m.Remove()
	if want := []app.CostKind{app.CostPurchase, app.CostPeripherals}; !slices.Equal(kinds(), want) {
		t.Errorf("%v", kinds())
	}
	d.Undo()
	if kinds()[0] != app.CostRisk {
		t.Error("a removed line cannot be taken back")
	}
}

func TestFaultyNewRowIsNotLost(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{3, PriceColumn})
	m.Commit("dyrt")
	if m.Len() != 4 || m.Cell(At{3, PriceColumn}).Text != "dyrt" || d.State().Matter.Estimate.Lines[3].Price != 0 {
		t.Errorf("\n%s", asText(m))
	}
	m.Go(At{0, WhatColumn})
	m.Remove()
	if !m.Cell(At{2, PriceColumn}).Bad {
		t.Errorf("it did not follow its line:\n%s", asText(m))
	}
}

func TestClear(t *testing.T) {
	m, _ := begin(t, three())
	for c := range m.heads() {
		m.Go(At{1, Column(c)})
		m.Clear()
	}
	if got := strings.Split(asText(m), "\n")[1]; got != "Licenser||||2027|||||Utan||Leverantör|Bestämd|Drift|" {
		t.Error(got)
	}
}

// One end of a range is enough; the other is then the likely amount, and a range
// that is emptied is none.
func TestRange(t *testing.T) {
	m, d := begin(t, three())
	ends := func() [2]app.Money {
		l := d.State().Matter.Estimate.Lines[0]
		return [2]app.Money{l.Low / 100, l.High / 100}
	}
	for _, c := range []struct {
		column Column
		typed  string
		want   [2]app.Money
	}{
		{HighColumn, "200 000", [2]app.Money{174_000, 200_000}}, {LowColumn, "150 000", [2]app.Money{150_000, 200_000}},
		{LowColumn, "0", [2]app.Money{0, 200_000}}, {LowColumn, "", [2]app.Money{174_000, 200_000}}, {HighColumn, "", [2]app.Money{0, 0}},
		{LowColumn, "100 000", [2]app.Money{100_000, 174_000}}, {HighColumn, "", [2]app.Money{100_000, 174_000}}, {LowColumn, "", [2]app.Money{0, 0}},
	} {
		m.Go(At{0, c.column})
		m.Commit(c.typed)
		if ends() != c.want || len(m.Faults()) > 0 {
			t.Errorf("%s %q: %v, want %v; %+v", m.Head(c.column).Key, c.typed, ends(), c.want, m.Faults())
		}
	}
}

func TestPaste(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{2, WhatColumn})
	m.Paste("Utbildning\t10\t450\t2027-28\r\nResor\tfem\t900\r\n\r\n")
	want := `Utbildning|Utbildning|10|450|2027–28||4 500|||Utan||Egen tid|Bestämd|Drift|
Kringutrustning|Resor|fem!|900|2027||…|||Utan||Leverantör|Bestämd|Drift|
||||||||||||||
`
	if got := asText(m); !strings.HasSuffix(got, want) || m.Len() != 4 {
		t.Errorf("\n%s", got)
	}
	d.Undo()
	if m.Len() != 3 || m.Cell(At{2, WhatColumn}).Text != "Tid" {
		t.Errorf("undone to\n%s", asText(m))
	}
}

func TestNextRunsOverTheEnds(t *testing.T) {
	m, _ := begin(t, three())
	m.Go(At{0, ClassColumn})
	if !m.Next(1) || m.At() != (At{1, KindColumn}) || !m.Next(-1) || m.At() != (At{0, ClassColumn}) {
		t.Errorf("at %v", m.At())
	}
	m.Go(At{0, KindColumn})
	if m.Next(-1) {
		t.Error("there is nothing before the first cell")
	}
	m.Go(At{99, 99})
	if m.At() != (At{3, ClassColumn}) || m.Next(1) {
		t.Errorf("at %v", m.At())
	}
}
