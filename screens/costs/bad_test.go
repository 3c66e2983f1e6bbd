package costs

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// Everything that can be wrong in a cell is said in Swedish, by row and column, and
// what was typed stands where it was typed.
func TestBadInputIsNamedByCell(t *testing.T) {
	for _, c := range []struct {
		column       Column
		typed, kept  string
		says         string
		leavesTheSum bool // it is shown as wrong, but can be counted
	}{
		{QuantityColumn, "-3", "−3", "Rad 1, Antal: antalet är negativt. En besparing är en rad av slaget Besparing med positivt antal.", false},
		{QuantityColumn, "tolv", "tolv", "Rad 1, Antal: ”tolv” är inte ett tal. Raden räknas inte förrän den är rättad.", false},
		{PriceColumn, "1000000000000000", "1 000 000 000 000 000", "Rad 1, À-pris: beloppet är för stort för att kunna summeras.", false},
		{PriceColumn, "1" + strings.Repeat("0", 30), "1" + strings.Repeat("0", 30), "Rad 1, À-pris: ”1" + strings.Repeat("0", 30) + "” är för stort för att kunna räknas. Raden räknas inte förrän den är rättad.", false},
		{PriceColumn, "12 kr styck", "12 kr styck", "Rad 1, À-pris: ”12 kr styck” är inte ett belopp. Raden räknas inte förrän den är rättad.", false},
		{PriceColumn, "-100", "−100", "Rad 1, À-pris: beloppet är negativt; en besparing anges som ett positivt belopp.", false},
		{YearsColumn, "1900", "1900", "Rad 1, År: ”1900” är inte ett av kalkylens år, eller flera, som 2027–2032. Raden räknas inte förrän den är rättad.", false},
		{LowColumn, "=A1", "=A1", "Rad 1, Lägst: ”=A1” är inte ett belopp. Raden räknas inte förrän den är rättad.", false},
		{KindColumn, "lunch", "lunch", "Rad 1, Slag: ”lunch” är inget slag i listan. Raden räknas inte förrän den är rättad.", false},
		{SourceColumn, "katten", "katten", "Rad 1, Källa: ”katten” är ingen källa i listan. Raden har ingen källa förrän det är rättat.", true},
		{VATColumn, "17", "17", "Rad 1, Moms: ”17” är ingen momssats. Momsen är 25, 12 eller 6 %. Raden räknas inte förrän den är rättad.", false},
		{IndexColumn, "99", "99", "Rad 1, Index: ”99” är inte en procentsats mellan −20 och 20. Raden räknas inte förrän den är rättad.", false},
		{PayeeColumn, "kompisen", "kompisen", "Rad 1, Betalas till: ”kompisen” är inget val i listan. Raden räknas inte förrän den är rättad.", false},
		{ClassColumn, "500 år", "500 år", "Rad 1, Klass: ”500 år” är varken drift eller en avskrivningstid på 1–100 år. Raden räknas inte förrän den är rättad.", false},
	} {
		m, d := begin(t, three())
		likely := d.State().Cost.Total.Likely
		m.Go(At{0, c.column})
		m.Commit(c.typed)
		f := m.Faults()
		if len(f) != 1 || nb(m.Say(f[0])) != c.says {
			t.Errorf("%q: %d faults, %q", c.typed, len(f), said2(m, f))
		}
		if cell := m.Cell(At{0, c.column}); !cell.Bad || nb(cell.Text) != c.kept {
			t.Errorf("%q stands as %+v", c.typed, cell)
		}
		if now := d.State().Cost.Total.Likely; (now == likely) != c.leavesTheSum {
			t.Errorf("%q: the sum is %d, was %d", c.typed, now, likely)
		}
	}
}

func nb(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func said2(m *Model, all []Fault) (out []string) {
	for _, f := range all {
		out = append(out, m.Say(f))
	}
	return out
}

// The terms are named too: a year nobody can mean, a rate that is no number. An
// empty rate is none, and is said so.
func TestBadTermsAreNamed(t *testing.T) {
	for _, c := range []struct {
		term        Term
		typed, says string
	}{
		{FirstYear, "1900", "Första år: ”1900” är inte ett år mellan 2000 och 2100."}, {RealRate, "hög", "Realränta, %: ”hög” är inte en procentsats."},
		{Inflation, "-1", "Inflation, %: ”-1” är inte en procentsats."}, {Years, "300", "Antal år: ”300” är inte ett tal mellan 1 och 30."},
		{Units, "-5", "Delas på: ”-5” är inte ett helt tal."}, {Needed, "i höst", "Ska vara i drift: ”i höst” är inte en dag. Skriv ÅÅÅÅ-MM-DD."},
	} {
		m, _ := begin(t, three())
		m.SetTerm(c.term, c.typed)
		f := m.Faults()
		if len(f) != 1 || m.Say(f[0]) != c.says || m.Term(c.term) != c.typed {
			t.Errorf("%s %q: %q", c.term, c.typed, said2(m, f))
		}
	}
	m, _ := begin(t, three())
	if m.SetTerm(RealRate, ""); len(m.Faults()) > 0 || m.Sums()[1].Second != "utan realränta" || !strings.Contains(m.RateExplained(), "Utan realränta väger alla år lika.") {
		t.Errorf("%+v, %q", m.Sums()[1], m.RateExplained())
	}
}

// What is wrong in the other tables is named by table, row and column.
func TestBadInputInEveryTable(t *testing.T) {
	for _, c := range []struct {
		tab         Tab
		column      Column
		typed, says string
	}{
		{Spent, SpentAmount, "mycket", "Redan betalt, rad 1, Belopp: ”mycket” är inte ett belopp. Raden räknas inte förrän den är rättad."},
		{Spent, SpentAmount, "-5", "Redan betalt, rad 1, Belopp: beloppet är negativt."},
		{Spent, SpentYear, "1900", "Redan betalt, rad 1, År: ”1900” är inte ett årtal mellan 1950 och 2100. Raden räknas inte förrän den är rättad."},
		{Funding, FundingAmount, "allt", "Finansiering, rad 1, Belopp per år: ”allt” är inte ett belopp. Raden räknas inte förrän den är rättad."},
		{Funding, FundingYears, "2032-2040", "Finansiering, rad 1, År: året ligger efter kalkylens sista år och räknas inte."},
		{Funding, FundingDecided, "kanske", "Finansiering, rad 1, Beslutat: ”kanske” är inget val i listan. Raden räknas inte förrän den är rättad."},
		{Bought, BoughtAmount, "-1", "Köpet, rad 1, Belopp: beloppet är negativt."},
	} {
		m, d := begin(t, three())
		m.ShowTab(c.tab)
		m.Go(At{0, c.column})
		m.Commit(c.typed)
		f := m.Faults()
		if len(f) != 1 || nb(m.Say(f[0])) != c.says || f[0].Tab != c.tab || !m.Cell(At{0, c.column}).Bad {
			t.Errorf("%d %q: %q", c.tab, c.typed, said2(m, f))
		}
		if d.Undo(); len(m.Faults()) > 0 {
			t.Errorf("%q cannot be taken back", c.typed)
		}
	}
}

// What is given, spent and bought beside the lines is kept in the estimate, and
// moves what it should and nothing else.
func TestTheOtherTables(t *testing.T) {
	m, d := begin(t, three())
	total, value := d.State().Cost.Total, d.State().Cost.Procurement.Value
	lay := func(tab Tab, text string) {
		t.Helper()
		m.ShowTab(tab)
		m.Go(At{0, 0})
		if err := m.Paste(text); err != nil {
			t.Fatal(err)
		}
	}
	lay(Spent, "Armband\t2024\t35 000 kr\t5000\t\tOffert")
	lay(Funding, "Nämnden\tdriftbudget\t2027-32\t200 000\t\tJa\nFullmäktige\t\t2027\t50 000")
	lay(Spent, "Belopp\tKonto\tWhat\n100\t4010\tLaddare\n")
	if sp := d.State().Matter.Estimate.Spent; len(sp) != 2 || sp[1].What != "Laddare" || sp[1].Amount != app.Kronor(100) ||
		!slices.Contains(m.Told().Loose, "B2 ”4010”: kolumnen har ingen rubrik som känns igen.") {
		t.Errorf("%+v, %+v", sp, m.Told())
	}
	m.Remove()
	lay(Bought, "Likartat köp\tAndra skolor\t70 000\nOption\tTvå år till\t90 000")
	s := d.State()
	e := s.Matter.Estimate
	if s.Cost.Total != total || s.Cost.Sunk.Paid != app.Kronor(35_000) || s.Cost.Sunk.Back != app.Kronor(5000) || e.Spent[0].Source != app.SourceQuote {
		t.Errorf("%+v %+v", s.Cost.Sunk, e.Spent)
	}
	if len(e.Funding) != 2 || !e.Funding[0].Decided || e.Funding[0].To != 6 || s.Cost.Funding.Given != app.Kronor(1_250_000) {
		t.Errorf("%+v", e.Funding)
	}
	if len(e.Purchase.Options) != 1 || e.Purchase.Similar[0].What != "Andra skolor" || s.Cost.Procurement.Value != value+app.Kronor(160_000) {
		t.Errorf("%+v, value %d was %d", e.Purchase, s.Cost.Procurement.Value, value)
	}
	if got := strings.Split(asText(m), "\n"); got[0] != "Option eller förlängning|Två år till|90 000|" || got[1] != "Likartat köp|Andra skolor|70 000|" {
		t.Errorf("%q", got)
	}
	m.Go(At{0, BoughtKind})
	m.Choose(1) // an option becomes a similar purchase: the active cell goes with it
	if m.At().Row != 0 || len(d.State().Matter.Estimate.Purchase.Similar) != 2 {
		t.Errorf("at %v", m.At())
	}
	if f := m.FinancingSum(); !f.Warn || !strings.HasPrefix(nb(f.Second), "2027: ") {
		t.Errorf("%+v", f)
	}
	m.ShowTab(Lines)
	d.Undo()
	if m.Tab() != Bought {
		t.Error("undo does not show where it was")
	}
}
