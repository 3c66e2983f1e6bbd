package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yttra/app"
)

// workbook makes a workbook as others write them.
func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(t *testing.T, f *excelize.File, sheet, at string, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, at, &cells); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWorkbook(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		must(t, f.SetSheetName("Sheet1", "Läs mig"))
		put(t, f, "Läs mig", "A1", "Detta är en kalkyl")
		for _, name := range []string{"Gammal", "Kostnader"} {
			_, err := f.NewSheet(name)
			must(t, err)
			put(t, f, name, "A3", "Slag", "Vad", "Antal", "Pris", "År", "Moms", "Index", "Egen tid", "Belopp")
		}
		must(t, f.SetSheetVisible("Gammal", false))
		put(t, f, "Gammal", "A4", "Inköp", "gammalt", 1, 1)
		put(t, f, "Kostnader", "A4", "Inköp", "Lås", 2.5, 1000.1, time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), 0.25, 0.025, true)
		put(t, f, "Kostnader", "A5", nil, "Dörrar", 0.1+0.2, 7)
		put(t, f, "Kostnader", "A6", nil, "Golv", "två", "1 200:-", "2027–29", "12 %")
		must(t, f.MergeCell("Kostnader", "A4", "A6"))
		must(t, f.SetCellFormula("Kostnader", "I4", "C4*D4"))
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		must(t, err)
		must(t, f.SetCellStyle("Kostnader", "F4", "G6", percent))
	})
	got, err := reader(t, "sv").File(data, 0)
	must(t, err)
	if got.Sheet != "Kostnader" || len(got.Loose) != 0 || len(got.Lines.Lines) != 3 {
		t.Fatalf("%+v", got)
	}
	want := []app.CostLine{
		{Kind: app.CostPurchase, What: "Lås", Quantity: 2500, Price: 100010, From: 1, VAT: 25, Index: 250, Internal: true},
		{Kind: app.CostPurchase, What: "Dörrar", Quantity: 300, Price: 700},
		{Kind: app.CostPurchase, What: "Golv", Quantity: 1000, Price: 120000, From: 1, To: 3, VAT: 12, Unread: map[string]string{"quantity": "två"}},
	}
	for i, l := range got.Lines.Lines {
		if fmt.Sprintf("%+v", l) != fmt.Sprintf("%+v", want[i]) {
			t.Errorf("\n got %+v\nwant %+v", l, want[i])
		}
	}
}

// What a formula had is read, and held against quantity and price.
func TestFormulasHaveTheirValues(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", "A1", "Vad", "Antal", "Pris", "Belopp")
		put(t, f, "Sheet1", "A2", "Lås", 2, 10, 21)
	})
	data = rezipped(t, data, "xl/worksheets/sheet1.xml", func(s string) string {
		return strings.Replace(s, "<v>21</v>", "<f>B2*C2+1</f><v>21</v>", 1)
	})
	got, err := reader(t, "sv").File(data, 0)
	must(t, err)
	if fmt.Sprint(got.Loose) != "[{D2 21 not_equal}]" {
		t.Errorf("%+v", got)
	}
}

// rezipped changes one part of a workbook.
func rezipped(t *testing.T, data []byte, part string, change func(string) string) []byte {
	t.Helper()
	out := changed(data, part, change)
	if out == nil {
		t.Fatalf("%s was not changed", part)
	}
	return out
}

// spliced puts rows in the first sheet of a workbook.
func spliced(data []byte, rows string) []byte {
	return changed(data, "xl/worksheets/sheet1.xml", func(s string) string {
		return strings.Replace(s, "</sheetData>", rows+"</sheetData>", 1)
	})
}

// changed is a workbook with one part as a function makes it; nil when it cannot be,
// or is as it was.
func changed(data []byte, part string, change func(string) string) []byte {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	w, done := zip.NewWriter(&out), false
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return nil
		}
		b, err := io.ReadAll(io.LimitReader(r, 1<<27))
		if err != nil {
			return nil
		}
		s := string(b)
		if f.Name == part {
			s = change(s)
			done = s != string(b)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			return nil
		}
		if _, err := io.WriteString(to, s); err != nil {
			return nil
		}
	}
	if w.Close() != nil || !done {
		return nil
	}
	return out.Bytes()
}

func TestWorkbooksThatAreRefused(t *testing.T) {
	good := workbook(t, func(f *excelize.File) { put(t, f, "Sheet1", "A1", "Vad", "Pris"); put(t, f, "Sheet1", "A2", "a", 1) })
	locked := func() []byte {
		f := excelize.NewFile()
		var b bytes.Buffer
		must(t, f.Write(&b, excelize.Options{Password: "hemligt"}))
		return b.Bytes()
	}
	row := func(at int, column string) func(string) string {
		return func(s string) string {
			return strings.Replace(s, "</sheetData>", fmt.Sprintf(`<row r="%d"><c r="%s%d"><v>1</v></c></row></sheetData>`, at, column, at), 1)
		}
	}
	bomb := func(s string) string {
		return strings.Replace(s, "</sheetData>", strings.Repeat(" ", maxUnpacked)+"</sheetData>", 1)
	}
	for name, c := range map[string]struct {
		data  []byte
		code  app.Code
		where string
	}{
		"XLS":           {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 gammal"), app.CodeOldSheet, ""},
		"ODS":           {[]byte("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), app.CodeOldSheet, ""},
		"with password": {locked(), app.CodeLockedSheet, ""},
		"cut off":       {good[:len(good)/2], app.CodeNotSheet, ""},
		"another ZIP":   {[]byte("PK\x03\x04 bilder"), app.CodeNotSheet, ""},
		"far down":      {rezipped(t, good, "xl/worksheets/sheet1.xml", row(1_048_576, "A")), app.CodeTooManyRows, "Sheet1, A65537"},
		"too many rows": {rezipped(t, good, "xl/worksheets/sheet1.xml", row(MaxRows+1, "A")), app.CodeTooManyRows, "Sheet1, A5001"},
		"far out":       {rezipped(t, good, "xl/worksheets/sheet1.xml", row(3, "XFD")), app.CodeTooLarge, "Sheet1, GS3"},
		"a bomb":        {rezipped(t, good, "xl/worksheets/sheet1.xml", bomb), app.CodeTooLarge, "64 MB"},
		"damaged":       {spliced(good, "<row r=\"3\"><c r=\"A3\x01\"><v>1</v></c></row>"), app.CodeNotSheet, "xl/worksheets/sheet1.xml"},
		"nothing":       {workbook(t, func(*excelize.File) {}), app.CodeEmpty, "Sheet1"},
		"without heads": {workbook(t, func(f *excelize.File) { put(t, f, "Sheet1", "A1", "katt", "hund") }), app.CodeNoHeads, "Sheet1, A1"},
	} {
		start := time.Now()
		_, err := reader(t, "sv").File(c.data, 0)
		if p := app.ProblemOf(err); p == nil || p.Code != c.code || p.Where != c.where {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s took %s", name, d)
		}
	}
}
