package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"yttra/app"
)

// whole is an estimate with something of everything.
func whole() app.Estimate {
	return app.Estimate{
		Name: "Armband", Years: 6, FirstYear: 2027, RealRate: 350, Inflation: 200, Units: 120, UnitName: "elev", Financing: "Inom ram\noch lite till",
		Pilot: true, Law: app.LUF, Subject: app.SocialServices, Start: "2027-02-01", Done: []string{"document", "guidelines"},
		Purchase: app.Purchase{Letter: true, Needed: "2027-08-15", Options: []app.PurchaseSum{{What: "Ett år till", Amount: 1250050}},
			Similar: []app.PurchaseSum{{What: "Andra skolans", Amount: 777}, {What: "Oläst", Unread: map[string]string{"amount": "många"}}}},
		Spent: []app.Spent{{What: "Pilot", Year: 2025, Amount: 3500000, Back: 100, Source: app.SourceContract}, {What: "Fel", Unread: map[string]string{"amount": "tolv"}},
			{What: "Okänt år", Amount: 5, Unread: map[string]string{"year": "i fjol"}}},
		Funding: []app.Funding{{Who: "Nämnden", Budget: "Drift", From: 1, To: 3, Amount: 4000000, Decided: true}, {Who: "Staten", Amount: 99, From: 2, To: 2},
			{Who: "Ingen", Amount: 7, Unread: map[string]string{"years": "alltid"}}},
		Lines: []app.CostLine{
			{Kind: app.CostPurchase, What: "=Armband", Quantity: app.Units(120), Price: 29167, From: 1, To: 1, VAT: 25, Low: 3000000, High: 4200000, Lifetime: 3, Source: app.SourceQuote},
			{Kind: app.CostLicences, What: "Plattform", Quantity: 12500, Price: 145033, From: 1, To: 6, VAT: 12, Index: 250, Open: true, Low: 1000000, High: 1900000},
			{Kind: app.CostTraining, What: "Utbildning", Quantity: app.Units(40), Price: 45000, From: 1, To: 2, Internal: true, Index: -100},
			{Kind: app.CostSaving, What: "Mindre fika", Quantity: 1500, Price: 12347, From: 2, To: 6, VAT: 6, Low: 100, High: 90000},
			{Kind: app.CostRisk, What: "Buffert", Quantity: app.Units(1), Price: 999999, From: 1, To: 1},
			{Kind: app.CostOperation, What: "Nät", Quantity: app.Units(1), Price: 77777, From: 4, To: 9, Index: 333, CallOff: true, Lifetime: 2},
			{Kind: app.CostSupport, What: "Oläst", Quantity: app.Units(1), Price: 100, From: 1, To: 2, Unread: map[string]string{"low": "lite"}},
			{Kind: app.CostExit, What: "Spann som inte håller", Quantity: app.Units(1), Price: 100, From: 6, To: 8, Low: 200, High: 300},
		},
		Alternatives: []app.Alternative{
			{Name: "Som i dag: [nu]", Role: app.Today, Lines: []app.CostLine{{Kind: app.CostOperation, What: "Listor", Quantity: app.Units(1), Price: 5000000, From: 1, To: 6}}},
			{Name: "Alla skolor i hela kommunen från första dagen", Role: app.Full, Units: 4000},
		},
	}
}

func TestXLSXIsTheSameTwice(t *testing.T) {
	x := export(t, "sv", whole())
	a, err := x.XLSX()
	must(t, err)
	for range 5 {
		b, err := x.XLSX()
		must(t, err)
		if !bytes.Equal(a, b) {
			t.Fatal("the same estimate gave two files")
		}
	}
}

// What spreadsheet programs are strict about: columns that rise, panes that are
// there, formulas with the value they have, and no cells with nothing in them.
func TestXLSXIsSound(t *testing.T) {
	data, err := export(t, "sv", whole()).XLSX()
	must(t, err)
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	column, pane := regexp.MustCompile(`<col min="([0-9]+)"`), regexp.MustCompile(`<pane [^>]*>`)
	sheets := 0
	for _, f := range in.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		sheets++
		r, err := f.Open()
		must(t, err)
		b, err := io.ReadAll(r)
		must(t, err)
		for i, m := range column.FindAllStringSubmatch(string(b), -1) {
			if m[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: column %s stands where %d should", f.Name, m[1], i+1)
			}
		}
		for _, p := range pane.FindAllString(string(b), -1) {
			x, y := strings.Contains(p, "xSplit"), strings.Contains(p, "ySplit")
			if want := map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}[[2]bool{x, y}]; !strings.Contains(p, `activePane="`+want+`"`) {
				t.Errorf("%s: %s", f.Name, p)
			}
		}
		for _, bad := range []string{"<t></t>", "</f></c>", `t="str"><f></f>`} {
			if bytes.Contains(b, []byte(bad)) {
				t.Errorf("%s has %s", f.Name, bad)
			}
		}
	}
	if sheets != 9 {
		t.Errorf("%d sheets", sheets)
	}
}
