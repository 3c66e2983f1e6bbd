package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/sample"
)

// The proof: a spreadsheet program that knows nothing of the house reckons every
// formula of the workbooks anew, from the lines, and comes to the same öre. The
// values the formulas had are made wrong first, so that it must.
func TestSpreadsheetComesToTheSameOre(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("YTTRA_DEMAND_SPREADSHEET") != "" {
			t.Fatal("soffice is not installed")
		}
		t.Skip("soffice is not installed: packaging/setup.sh test")
	}
	dir, books := t.TempDir(), map[string]proof{}
	for name, e := range provable(t) {
		lang := "sv"
		if name == "whole" || strings.HasSuffix(name, "1") {
			lang = "en"
		}
		x := export(t, lang, e)
		b, pages := x.book()
		data, err := packed(pages, b.properties(), "")
		must(t, err)
		must(t, os.WriteFile(filepath.Join(dir, name+".xlsx"), lied(t, data), 0o644))
		books[name] = proof{b, pages}
	}
	start := time.Now()
	recalculated(t, office, dir)
	t.Logf("%d workbooks in %s", len(books), time.Since(start).Round(time.Millisecond))
	formulas := 0
	for name, p := range books {
		t.Run(name, func(t *testing.T) { formulas += p.check(t, filepath.Join(dir, name)) })
	}
	t.Logf("%d formulas", formulas)
	t.Run("saved again", func(t *testing.T) { savedAgain(t, office, dir, books) })
	if formulas < 10_000 {
		t.Errorf("only %d formulas were reckoned", formulas)
	}
}

// provable are estimates that try the rounding: those of the house's examples, one
// with something of everything, one with halves of an öre, one that is long, and
// some that chance made.
func provable(t *testing.T) map[string]app.Estimate {
	t.Helper()
	out := map[string]app.Estimate{"whole": whole(), "halves": halves(), "long": long(), "empty": {}}
	for i, m := range sample.Register() {
		out[fmt.Sprintf("sample%d", i+1)] = m.Estimate
	}
	for i := range 16 {
		out[fmt.Sprintf("random%02d", i+1)] = estimates().Example(i + 1)
	}
	return out
}

// halves has every way for an amount to end on half an öre.
func halves() app.Estimate {
	e := app.Estimate{Years: 3, RealRate: 2500, Inflation: 1000}
	for _, vat := range []int{0, 25, 12, 6} {
		for i := range 30 {
			e.Lines = append(e.Lines, app.CostLine{Kind: app.CostPurchase, VAT: vat, To: 3, Index: []int{0, 5000, 2500, 10000}[i%4],
				Quantity: []app.Quantity{500, 1500, 125, 2250, 7500}[i%5], Price: app.Money(100+vat) * app.Money(2*i+1) / 2, Lifetime: i % 4})
		}
	}
	return e
}

// long has two hundred lines, with an index, in twenty years.
func long() app.Estimate {
	e := app.Estimate{Years: 20, FirstYear: 2027, RealRate: 300, Inflation: 200, Units: 977}
	for i := range 200 {
		e.Lines = append(e.Lines, app.CostLine{Kind: app.CostKinds[i%len(app.CostKinds)], Quantity: app.Quantity(1001 + 37*i), Price: app.Money(99_999 + 12_345*i),
			From: 1 + i%7, To: 20, Index: 50 * (i % 9), VAT: []int{0, 25, 12, 6}[i%4]})
	}
	return e
}

// estimates are estimates as the program can hold them.
func estimates() *rapid.Generator[app.Estimate] {
	return rapid.Custom(func(t *rapid.T) app.Estimate {
		rate := func(name string) int {
			return rapid.SampledFrom([]int{0, 0, 200, 350, 475, 1000}).Draw(t, name)
		}
		sum := func(name string) app.Money { return app.Money(rapid.Int64Range(0, 100_000_000).Draw(t, name)) }
		e := app.Estimate{
			Name: rapid.SampledFrom([]string{"", "Armband", "=1+1"}).Draw(t, "name"), Lines: rapid.SliceOfN(lines(), 0, 12).Draw(t, "lines"),
			Years: rapid.IntRange(0, 20).Draw(t, "years"), FirstYear: rapid.SampledFrom([]int{0, 2027}).Draw(t, "first"), RealRate: rate("real"), Inflation: rate("inflation"),
			Units: rapid.Int64Range(0, 3000).Draw(t, "units"), Financing: rapid.SampledFrom([]string{"", "Inom ram\noch budget"}).Draw(t, "financing"), Pilot: rapid.Bool().Draw(t, "pilot"),
			Law: rapid.SampledFrom([]app.ProcurementLaw{"", app.LOU, app.LUF}).Draw(t, "law"), Subject: rapid.SampledFrom([]app.ProcurementSubject{"", app.Works, app.SocialServices}).Draw(t, "subject"),
			Start: rapid.SampledFrom([]app.Date{"", "2027-03-01"}).Draw(t, "start"),
		}
		e.Purchase.Letter = rapid.Bool().Draw(t, "letter")
		for range rapid.IntRange(0, 2).Draw(t, "options") {
			e.Purchase.Options = append(e.Purchase.Options, app.PurchaseSum{What: "Ett år till", Amount: sum("option")})
			e.Purchase.Similar = append(e.Purchase.Similar, app.PurchaseSum{What: "Annan skola", Amount: sum("similar")})
		}
		for range rapid.IntRange(0, 3).Draw(t, "spent") {
			paid := sum("paid")
			e.Spent = append(e.Spent, app.Spent{What: "Pilot", Year: rapid.SampledFrom([]int{0, 2024}).Draw(t, "in"), Amount: paid, Back: paid / 3, Source: app.SourceContract})
		}
		for range rapid.IntRange(0, 3).Draw(t, "funding") {
			from := rapid.IntRange(1, 10).Draw(t, "from")
			e.Funding = append(e.Funding, app.Funding{Who: "Nämnden", Budget: "Drift", From: from, To: rapid.IntRange(from, 12).Draw(t, "to"), Amount: sum("given"), Decided: rapid.Bool().Draw(t, "decided")})
		}
		for i := range rapid.IntRange(0, 2).Draw(t, "ways") {
			e.Alternatives = append(e.Alternatives, app.Alternative{Name: []string{"I dag", "Allt: nu"}[i], Role: []app.WayRole{app.Today, app.OtherWay}[i],
				Units: rapid.Int64Range(0, 500).Draw(t, "way's units"), Lines: rapid.SliceOfN(lines(), 0, 6).Draw(t, "way's lines")})
		}
		return e
	})
}

// lie stands where a formula had its value.
const lie = "987654.32"

var valueOfFormula = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// lied makes the value of every formula wrong.
func lied(t *testing.T, data []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	for _, f := range in.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			data = rezipped(t, data, f.Name, func(s string) string {
				return valueOfFormula.ReplaceAllString(s, "$1<v>"+lie+"</v>") + " "
			})
		}
	}
	return data
}

// always tells the program to reckon everything anew when it opens a file.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated opens every workbook of a folder in the program and writes each of
// their sheets as CSV beside it.
func recalculated(t *testing.T, office, dir string) {
	t.Helper()
	settings := filepath.Join(dir, "settings", "user")
	must(t, os.MkdirAll(settings, 0o755))
	must(t, os.WriteFile(filepath.Join(settings, "registrymodifications.xcu"), []byte(always), 0o644))
	files, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	must(t, err)
	convert(t, office, dir, "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,false,false,false,false,-1", dir, files...)
}

// convert opens files in the program and saves them in another format.
func convert(t *testing.T, office, dir, format, to string, files ...string) {
	t.Helper()
	cmd := exec.Command(office, append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "settings"), "--headless",
		"--convert-to", format, "--outdir", to}, files...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// savedAgain reads workbooks that the program has saved in its own way.
func savedAgain(t *testing.T, office, dir string, books map[string]proof) {
	to, names := filepath.Join(dir, "again"), []string{"whole", "random01", "random02"}
	var files []string
	for _, name := range names {
		files = append(files, filepath.Join(dir, name+".xlsx"))
	}
	convert(t, office, dir, "xlsx", to, files...)
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(to, name+".xlsx"))
		must(t, err)
		got, err := reader(t, "sv").File(data, 0)
		must(t, err)
		if got.Whole == nil || len(got.Loose) > 0 {
			t.Fatalf("%s: %+v", name, got)
		}
		if a, b := sameEstimate(books[name].made.Estimate), sameEstimate(*got.Whole); a != b {
			t.Errorf("%s:\n was %s\n\n got %s", name, a, b)
		}
	}
}

// proof is a workbook and what the house has reckoned for it.
type proof struct {
	made  *bookMaker
	pages []*page
}

// check holds what the program came to against the house: every formula, and then
// every sum by its own name.
func (p proof) check(t *testing.T, base string) (formulas int) {
	got := map[string][][]string{}
	for _, page := range p.pages {
		data, err := os.ReadFile(base + "-" + page.name + ".csv")
		must(t, err)
		got[page.name] = parted(string(data), ';', 1<<20)
		for i, row := range page.rows {
			for j, c := range row {
				if c.formula != "" {
					formulas++
					equal(t, page.name+" "+Cell(i, j), got[page.name][i][j], c.value)
				}
			}
		}
	}
	years := got[p.made.yearPage.name]
	for i, r := range p.made.Sums.Ways {
		p.checkYears(t, years, p.made.ways[i], r)
		row := got[p.made.say("page_compare")][i+1]
		for j, m := range []app.Money{r.Total.Likely, r.Total.Low, r.Total.High, r.Present, r.OneOff, r.Running, r.Investment} {
			equal(t, "comparison", row[2+j], inKronor(m))
		}
		equal(t, "per unit", row[10], inKronor(r.PerUnit))
		equal(t, "per unit and year", row[11], inKronor(r.PerUnitYear))
		lines := got[p.made.ways[i].page.name]
		equal(t, "sum of the lines", lines[len(lines)-1-trailing(lines)][printedFields-1], inKronor(r.Total.Likely))
	}
	r := p.made.Sums.Ways[0]
	purchase := got[p.made.say("page_purchase")]
	last := purchase[len(purchase)-1-trailing(purchase)]
	equal(t, "value of the procurement", last[3], inKronor(r.Procurement.Value))
	equal(t, "highest value", last[4], inKronor(r.Procurement.Highest))
	spent := got[p.made.say("page_spent")]
	last = spent[len(spent)-1-trailing(spent)]
	equal(t, "spent", last[2], inKronor(r.Sunk.Paid))
	equal(t, "to have back", last[3], inKronor(r.Sunk.Back))
	return formulas
}

func trailing(rows [][]string) (n int) {
	for n < len(rows) && blank(rows[len(rows)-1-n]) {
		n++
	}
	return n
}

// checkYears holds each sum of each year against the house.
func (p proof) checkYears(t *testing.T, rows [][]string, w *way, r cost.Result) {
	for n, y := range r.Years {
		for key, m := range map[string]app.Money{"likely": y.Likely, "low": y.Low, "high": y.High, "present": y.Present, "one_off": y.OneOff, "running": y.Running,
			"investment": y.Investment, "depreciation": y.Depreciation, "funded": y.Funded, "decided": y.Decided, "gap": y.Gap} {
			if at, written := w.years.rows[key]; written {
				equal(t, fmt.Sprintf("%s, year %d", key, n+1), rows[at-1][w.years.column(n+1)], inKronor(m))
			}
		}
	}
	for key, m := range map[string]app.Money{"likely": r.Total.Likely, "low": r.Total.Low, "high": r.Total.High, "present": r.Present} {
		equal(t, key, rows[w.years.rows[key]-1][w.years.total], inKronor(m))
	}
	if at, written := w.years.rows["gap"]; written {
		equal(t, "gap", rows[at-1][w.years.total], inKronor(r.Funding.Gap))
	}
}

// equal holds a cell against a value: amounts to the öre, words as they are.
func equal(t *testing.T, what, got string, want any) {
	t.Helper()
	number, err := strconv.ParseFloat(strings.TrimSuffix(got, "%"), 64)
	switch want := want.(type) {
	case string:
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	case int:
		if err != nil || number != float64(want) {
			t.Errorf("%s: %s, want %d", what, got, want)
		}
	case float64:
		if err != nil || math.Round(number*100) != math.Round(want*100) || math.Abs(number-want) > 0.001 {
			t.Errorf("%s: %s, want %.2f", what, got, want)
		}
	default:
		t.Errorf("%s: %v", what, want)
	}
	if got == lie {
		t.Errorf("%s was not reckoned anew", what)
	}
}
