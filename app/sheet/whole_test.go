package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"yttra/app"
)

// same estimates say the same, however their years are written.
func sameEstimate(e app.Estimate) string {
	out := []string{same(e.Lines)}
	e.Lines = nil
	for _, a := range e.Alternatives {
		out = append(out, fmt.Sprintf("%s %s %d", a.Name, a.Role, a.Units), same(a.Lines))
	}
	e.Alternatives = nil
	for _, f := range e.Funding {
		if f.Unread["years"] == "" {
			f.From = max(f.From, 1)
			f.To = max(f.To, f.From)
		}
		out = append(out, fmt.Sprintf("%+v", f))
	}
	e.Funding = nil
	return strings.Join(append(out, fmt.Sprintf("%+v", e)), "\n")
}

func TestWorkbookReturnsWhole(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		data, err := export(t, lang, whole()).XLSX()
		must(t, err)
		got, err := reader(t, "sv").File(data, 0)
		must(t, err)
		if got.Whole == nil || len(got.Loose) > 0 || len(got.Lines.Lines) != 9 || len(got.Ways) != 9 {
			t.Fatalf("%s: %+v", lang, got)
		}
		if a, b := sameEstimate(whole()), sameEstimate(*got.Whole); a != b {
			t.Errorf("%s:\n was %s\n\n got %s", lang, a, b)
		}
	}
}

func TestEveryWorkbookReturnsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := estimates().Draw(t, "estimate")
		data, err := export(t, rapid.SampledFrom([]string{"sv", "en"}).Draw(t, "words"), e).XLSX()
		if err != nil {
			t.Fatal(err)
		}
		got, err := reader(t, rapid.SampledFrom([]string{"sv", "en"}).Draw(t, "language")).File(data, 0)
		if err != nil || got.Whole == nil || len(got.Loose) > 0 {
			t.Fatalf("%v %v", err, got.Loose)
		}
		if a, b := sameEstimate(e), sameEstimate(*got.Whole); a != b {
			t.Fatalf("\n was %s\n\n got %s", a, b)
		}
	})
}

// What a person has changed in it is read, and what cannot be read is told.
func TestWorkbookThatWasChanged(t *testing.T) {
	data, err := export(t, "sv", whole()).XLSX()
	must(t, err)
	f, err := excelize.OpenReader(strings.NewReader(string(data)))
	must(t, err)
	for at, v := range map[string]any{"Kalkyl!C2": 130, "Kalkyl!D3": "på begäran", "Villkor!B4": "sex år", "Villkor!B5": 0.04, "Villkor!B8": "plats",
		"Nedlagt!C2": "mycket", "Finansiering!E3": 100, "Upphandling!D10": 5, "Nedlagt!H2": "en anteckning"} {
		sheet, cell, _ := strings.Cut(at, "!")
		must(t, f.SetCellValue(sheet, cell, v))
	}
	b, err := f.WriteToBuffer()
	must(t, err)
	got, err := reader(t, "sv").File(b.Bytes(), 0)
	must(t, err)
	e := got.Whole
	if e.Lines[0].Quantity != app.Units(130) || e.Lines[1].Unread["price"] != "på begäran" || e.Years != 0 || e.RealRate != 400 || e.UnitName != "plats" ||
		e.Spent[0].Unread["amount"] != "mycket" || e.Funding[1].Amount != 10000 || e.Purchase.Options[0].Amount != 500 {
		t.Errorf("%+v", e)
	}
	if s := fmt.Sprint(got.Loose); s != "[{Villkor, B4 sex år not_read} {Nedlagt, H2 en anteckning not_read}]" {
		t.Error(s)
	}
}

func TestSheetNames(t *testing.T) {
	used := []string{"år", "alla"}
	for name, want := range map[string]string{"a/b:c?*[d]": "a b c   d", "Alla": "Alla (2)", "": "–", "'s": "s", strings.Repeat("å", 40): strings.Repeat("å", 31),
		strings.Repeat("😀", 20): strings.Repeat("😀", 15)} {
		if got := sheetName(name, used); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
