package sheet

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yttra/app"
)

// FuzzText reads whatever a file may hold: it never panics, and nothing that stands
// in a cell is lost.
func FuzzText(f *testing.F) {
	for _, s := range []string{semicolons, "Slag\tVad\tPris\nInköp\t\"a\tb\"\t1 000", "sep=,\nWhat,Price\n\"a,b\",\"1,000.50\"", "\xff\xfeV\x00a\x00d\x00",
		"Vad;Slag;2027;2028;År 2029;Antal\nNät;Drift;1000;1000;x;3\nTomt;;0;;;", "Vad;Antal;Belopp, tkr;Enhet;Från;Till\nx;3;1,5;st;2027;29\nSumma;;9", "Slag;Vad;Lägst;Högst;Moms\nDrift;'=1;5;;egen, med\nRubrik"} {
		f.Add([]byte(s), 2027)
	}
	f.Fuzz(func(t *testing.T, data []byte, first int) {
		table, err := TextTable(data)
		if err != nil {
			return
		}
		for _, lang := range []string{"sv", "en"} {
			keepsAll(t, reader(t, lang), table, first%3000)
		}
	})
}

// keepsAll holds that every cell is in a field of a line, in Unread or in the report.
func keepsAll(t *testing.T, r *Reader, table Table, first int) {
	got, err := r.Lines(table, first)
	if err != nil {
		if p := app.ProblemOf(err); p == nil {
			t.Fatalf("an error without a code: %v", err)
		}
		return
	}
	told := map[string]bool{}
	for _, l := range got.Loose {
		told[l.Cell] = true
	}
	lines := map[int]app.CostLine{}
	for i, n := range got.Rows {
		l := got.Lines[i]
		if before, split := lines[n-1]; split { // a row with its years beside each other
			l.Price, l.Unread = max(l.Price, before.Price), joined(l.Unread, before.Unread)
		}
		lines[n-1] = l
	}
	in := *r
	if table.Lang != "" {
		in.English = table.Lang == "en"
	}
	columns := []column{}
	for _, f := range Order {
		columns = append(columns, column{field: f})
	}
	for i, row := range table.Rows {
		if again, ok := r.headRow(row); ok {
			columns = again
		}
		for j, s := range row {
			if s = strings.TrimSpace(s); s == "" || told[Cell(i, j)] {
				continue
			}
			field := NoField
			if j < len(columns) {
				field = columns[j].field
			}
			_, isHead := r.headRow(row)
			switch l, isLine := lines[i]; {
			case isHead && field != NoField, field.derived(), field == Number:
			case !isLine:
				t.Fatalf("%s %q is neither in a line nor in the report", Cell(i, j), s)
			case !holds(&in, l, field, s, got.FirstYear):
				t.Fatalf("%s %q (%s) is not in %+v", Cell(i, j), s, field, l)
			}
		}
	}
}

func joined(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	for k, v := range b {
		if out == nil {
			out = map[string]string{}
		}
		out[k] += v
	}
	return out
}

// holds tells whether a line says what stood in a cell: as the field read, as a
// text of it, or as what cannot be read.
func holds(r *Reader, l app.CostLine, f Field, s string, first int) bool {
	for _, unread := range l.Unread {
		if strings.Contains(unread, s) {
			return true
		}
	}
	switch f {
	case What, Remark:
		return strings.Contains(l.What, s)
	case From, To, Way, Total, Likely: // they are read with others; what differs has been told
		return true
	case Low, High, Price, Quantity, InYear: // in a unit, or completed: an amount is there or it was nothing
		return l.Low != 0 || l.High != 0 || l.Price != 0 || l.Quantity != 0 || isNothing(s)
	}
	alone := r.Put(app.CostLine{}, f, s, first)
	return alone.Unread == nil && fmt.Sprint(value(alone, f)) == fmt.Sprint(value(l, f))
}

func isNothing(s string) bool { return strings.Trim(s, "0,. -−krst:") == "" }

// value is what a line holds in a field.
func value(l app.CostLine, f Field) any {
	switch f {
	case Kind:
		return l.Kind
	case Source:
		return l.Source
	case Years:
		return [2]int{l.From, l.To}
	case VAT:
		return l.VAT
	case Index:
		return l.Index
	case Lifetime:
		return l.Lifetime
	case Own:
		return l.Internal || l.VAT != 0
	case CallOff:
		return l.CallOff
	}
	return l.Open
}

// FuzzWorkbook reads whatever bytes begin like a workbook.
func FuzzWorkbook(f *testing.F) {
	f.Add(smallBook(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if isWorkbook(data) {
			readable(t, data)
		}
	})
}

// FuzzSheet reads whatever rows a sheet of a sound workbook may hold.
func FuzzSheet(f *testing.F) {
	book := smallBook(f)
	f.Add(`<row r="3"><c r="A3" t="inlineStr"><is><t>Drift</t></is></c></row>`)
	f.Add(`<row r="999999999"><c r="ZZZZ1"><v>1e999</v></c></row>`)
	f.Add(`<row><c r="A0" t="s"><v>-1</v></c><c t="b"><f>1/0</f><v>7</v></c></row>`)
	f.Fuzz(func(t *testing.T, rows string) { readable(t, spliced(book, rows)) })
}

// smallBook is a workbook with one line.
func smallBook(t testing.TB) []byte {
	book := excelize.NewFile()
	for at, v := range map[string]any{"A1": "Slag", "B1": "Vad", "C1": "Pris", "A2": "Inköp", "B2": "Lås", "C2": 12.5} {
		if err := book.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readable reads a workbook; what it cannot read has a code.
func readable(t *testing.T, data []byte) {
	tables, err := Tables(data)
	if err != nil && app.ProblemOf(err) == nil {
		t.Fatalf("an error without a code: %v", err)
	}
	for _, table := range tables {
		if table.Err == nil {
			keepsAll(t, reader(t, "sv"), table, 0)
		}
	}
}
