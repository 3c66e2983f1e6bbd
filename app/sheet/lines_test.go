package sheet

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"yttra/app"
	"yttra/i18n"
)

// fataler is a test, or one of rapid's.
type fataler interface {
	Helper()
	Fatal(...any)
}

// readers and languages are made once: their words are many.
var (
	readers   = sync.OnceValues(func() (map[string]*Reader, error) { return perLanguage(NewReader) })
	languages = sync.OnceValues(func() (map[string]i18n.Words, error) { return perLanguage(i18n.New) })
)

func perLanguage[T any](make func(string) (T, error)) (map[string]T, error) {
	out := map[string]T{}
	for _, lang := range i18n.Languages {
		x, err := make(lang)
		if err != nil {
			return nil, err
		}
		out[lang] = x
	}
	return out, nil
}

func reader(t fataler, lang string) *Reader {
	t.Helper()
	all, err := readers()
	if err != nil {
		t.Fatal(err)
	}
	return all[lang]
}

// table parts a text as it is copied: | between cells.
func table(text string) Table {
	var t Table
	for _, row := range strings.Split(strings.Trim(text, "\n"), "\n") {
		t.Rows = append(t.Rows, strings.Split(row, "|"))
	}
	return t
}

func read(t *testing.T, text string, first int) Lines {
	t.Helper()
	got, err := reader(t, "sv").Lines(table(text), first)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestHeadsInAnyOrderAndLanguage(t *testing.T) {
	want := app.CostLine{Kind: app.CostLicences, What: "Plattform", Quantity: app.Units(12), Price: 45050, From: 1, To: 3,
		Low: 500000, High: 600000, Source: app.SourceQuote, VAT: 25, Index: 250, CallOff: true}
	for name, text := range map[string]string{
		"svenska":  "Vad|Slag|À-pris|Antal|År|Lägst|Högst|Källa|Moms|Index|Avrop\nPlattform|Licenser|450,50|12|2027–29|5 000|6 000|Offert|25 %|2,5 %|ja",
		"engelska": "Call-off|What|Kind|Price|Quantity|From|To|Low|High|Source|VAT|Index\nyes|Plattform|Licences|450,50|12|2027|2029|5 000|6 000|Quote|25|2,5",
		"andra ord": "Kostnadsslag|Benämning|Mängd|Pris (kr/st)|Period|Min, kr per år|Max, kr|Underlag|Momssats|Uppräkning|Ramavtal\n" +
			"abonnemang|Plattform|12 st|450:-50|1-3|5000|6000|anbud|inkl moms|2,50|x",
	} {
		if name == "andra ord" {
			text = strings.Replace(text, "450:-50", "450,50 kr", 1)
		}
		t.Run(name, func(t *testing.T) {
			got := read(t, text, 2027)
			if len(got.Lines) != 1 || fmt.Sprintf("%+v", got.Lines[0]) != fmt.Sprintf("%+v", want) {
				t.Errorf("\n got %+v\nwant %+v", got.Lines, want)
			}
			if len(got.Loose) != 0 {
				t.Errorf("loose: %v", got.Loose)
			}
		})
	}
}

func TestWithoutHeadsTheColumnsStandAsInTheGrid(t *testing.T) {
	got := read(t, "Inköp|Armband|35|1 000|2027|30 000|35 000|40 000|Offert|utan\nDrift|Nät|1|500|2028–29||||Avtal|", 0)
	if len(got.Lines) != 2 || len(got.Loose) != 0 || got.FirstYear != 2027 {
		t.Fatalf("%+v", got)
	}
	l := got.Lines[0]
	if l.Kind != app.CostPurchase || l.Amount() != app.Kronor(35000) || l.Low != app.Kronor(30000) || l.High != app.Kronor(40000) || l.From != 1 {
		t.Errorf("%+v", l)
	}
	if l := got.Lines[1]; l.From != 2 || l.To != 3 || l.Source != app.SourceContract {
		t.Errorf("%+v", l)
	}
}

func TestNothingUnreadableIsLost(t *testing.T) {
	got := read(t, "Slag|Vad|Antal|Pris|Från|Till|Lägst|Högst|Källa|Moms|Index|Avskrivning|Egen tid\n"+
		"Trollkonst|Stavar|tolv|12.345|i fjol|2099|lite|mycket|hörsägen|13 %|snabbt|evigt|kanske", 2027)
	want := map[string]string{"kind": "Trollkonst", "quantity": "tolv", "price": "12.345", "years": "i fjol–2099", "low": "lite", "high": "mycket",
		"source": "hörsägen", "vat": "13 %", "index": "snabbt", "lifetime": "evigt", "internal": "kanske"}
	if fmt.Sprint(got.Lines[0].Unread) != fmt.Sprint(want) || got.Lines[0].What != "Stavar" {
		t.Errorf("\n got %v\nwant %v", got.Lines[0].Unread, want)
	}
}

func TestWhatHasNoPlaceIsReported(t *testing.T) {
	got := read(t, `
Kalkyl för armband||||
Upprättad av|Siv|||

Slag|Vad|Antal|Pris|Färg|Enhet
Engångskostnader|||||
|Vi har frågat tre leverantörer||||
Inköp|Armband|35|1000|röd|st
Inköp|Laddare|1|500|||utanför
|Summa||1500||
Totalt|||1500||
`, 0)
	var told []string
	for _, l := range got.Loose {
		told = append(told, l.Cell+" "+l.Text+" "+string(l.Why))
	}
	want := []string{"A1 Kalkyl för armband above", "A2 Upprättad av above", "B2 Siv above", "E4 Färg no_head", "A5 Engångskostnader only_text",
		"B6 Vi har frågat tre leverantörer only_text", "E7 röd no_head", "G8 utanför no_head", "B9 Summa sum_row", "D9 1500 sum_row",
		"A10 Totalt sum_row", "D10 1500 sum_row"}
	if strings.Join(told, "\n") != strings.Join(want, "\n") {
		t.Errorf("\n got %s\nwant %s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
	if len(got.Lines) != 2 || got.Lines[0].What != "Armband, st" || fmt.Sprint(got.Rows) != "[7 8]" || got.Heads != 4 {
		t.Errorf("%+v", got)
	}
}

func TestAmountsWithoutPrice(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // quantity × price, VAT, what is reported
	}{
		{"Vad|Belopp\na|1 200", "1 × 120000 0 []"},
		{"Vad|Belopp (tkr)\na|1 200,5", "1 × 120050000 0 []"},
		{"Vad|Kostnad, mnkr\na|2,4", "1 × 240000000 0 []"},
		{"Vad|Antal|Belopp inkl. moms\na|3|1 200", "3 × 40000 25 []"},
		{"Vad|Antal|Belopp\na|7|100", "1 × 10000 0 [{B2 7 uneven}]"},
		{"Vad|Antal|Pris|Belopp\na|7|100|700", "7 × 10000 0 []"},
		{"Vad|Antal|Pris|Belopp\na|7|100|710", "7 × 10000 0 [{D2 710 not_equal}]"},
		{"Vad|Antal|Pris|Belopp\na|7|100|många", "7 × 10000 0 [{D2 många not_equal}]"},
		{"Vad|År|Totalt\na|2027–28|100", "1 × 0 0 [{C2 100 many_year}]"},
		{"Vad|År|Totalt\na|2028|100", "1 × 10000 0 []"},
		{"Vad|År|Pris|Totalt\na|2027–28|100|200", "1 × 10000 0 []"},
	} {
		got := read(t, c.text, 2027)
		l := got.Lines[0]
		if s := fmt.Sprintf("%s × %d %d %v", l.Quantity, l.Price, l.VAT, got.Loose); s != c.want {
			t.Errorf("%q: got %s, want %s", c.text, s, c.want)
		}
	}
}

// Years beside each other become lines with the years that have the same amount.
func TestYearsBesideEachOther(t *testing.T) {
	got := read(t, `
Slag|Vad|2027|2028 (tkr)|År 2029|2030
Drift|Nät|1 000|1|1 000,50|
Inköp|Lås||||många
Avveckling|Inget|0||0|
Licenser|Med pris|||5|
Summa|||||7
`, 0)
	var lines []string
	for _, l := range got.Lines {
		lines = append(lines, fmt.Sprintf("%s %d %d–%d %v", l.What, l.Price, l.From, l.To, l.Unread))
	}
	want := []string{"Nät 100000 1–2 map[]", "Nät 100050 3–0 map[]", "Lås 0 4–0 map[price:många]", "Med pris 500 3–0 map[]"}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") || got.FirstYear != 2027 || fmt.Sprint(got.Rows) != "[2 2 3 5]" {
		t.Errorf("\n got %s\nwant %s\n%+v", strings.Join(lines, "\n"), strings.Join(want, "\n"), got)
	}
	if s := fmt.Sprint(got.Loose); s != "[{A4 Avveckling only_text} {B4 Inget only_text} {C4 0 only_text} {E4 0 only_text} {A6 Summa sum_row} {F6 7 sum_row}]" {
		t.Error(s)
	}
	got = read(t, "Vad|Antal|Pris|2027|2028\na|2|10|20|20", 0)
	if len(got.Lines) != 1 || got.Lines[0].Price != 1000 || fmt.Sprint(got.Loose) != "[{D2 20 not_equal} {E2 20 not_equal}]" {
		t.Errorf("%+v", got)
	}
	got = read(t, "Vad|2027|2028|Summa\na|10|30|40\nb|10|30|41", 0)
	if len(got.Lines) != 4 || got.Lines[1].Price != 3000 || fmt.Sprint(got.Loose) != "[{D3 41 not_equal}]" {
		t.Errorf("%+v", got)
	}
	got = read(t, "Vad|Antal|2027|2028\na|2|20|20", 0)
	if len(got.Lines) != 1 || got.Lines[0].Quantity != app.Units(1) || got.Lines[0].To != 2 || fmt.Sprint(got.Loose) != "[{B2 2 uneven}]" {
		t.Errorf("%+v", got)
	}
}

func TestTablesThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		table Table
		code  app.Code
		where string
	}{
		"no heads":   {table("katt|hund\n1|2"), app.CodeNoHeads, "A1"},
		"empty":      {Table{Rows: [][]string{{"", " "}}}, app.CodeEmpty, ""},
		"heads only": {table("Slag|Vad|Pris"), app.CodeEmpty, ""},
		"a million":  {Table{Name: "Blad1", Rows: make([][]string, 1_000_000)}, app.CodeTooManyRows, "Blad1, A5001"},
	} {
		_, err := reader(t, "sv").Lines(c.table, 0)
		var p *app.Problem
		if !errors.As(err, &p) || p.Code != c.code || p.Where != c.where {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCellNames(t *testing.T) {
	for want, at := range map[string][2]int{"A1": {0, 0}, "Z2": {1, 25}, "AA10": {9, 26}, "AZ1": {0, 51}, "BA1": {0, 52}, "XFD1048576": {1048575, 16383}} {
		if got := Cell(at[0], at[1]); got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}
