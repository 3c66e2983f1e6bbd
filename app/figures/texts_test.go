package figures

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/markup"
)

// paid is the worked estimate with who pays, what is spent and an uncertain line.
func paid() app.Estimate {
	e := worked()
	e.Lines[1].Low, e.Lines[1].High = app.Kronor(500), app.Kronor(2000)
	e.Spent = []app.Spent{{What: "Prov", Amount: app.Kronor(35_000), Back: app.Kronor(5000)}}
	e.Funding = []app.Funding{{Who: "Nämnden", From: 1, To: 2, Amount: app.Kronor(4000), Decided: true}}
	return e
}

func TestFiguresOfEverythingElse(t *testing.T) {
	s := of(paid())
	for name, want := range map[string]string{
		"years": "3\u00a0år", "period": "2027–2029", "count": "10", "swing": "Licens", "procedure": "direktupphandling",
		"against/today": "10\u00a0500\u00a0kronor dyrare", "against/today?tkr": "11\u00a0tkr dyrare", "name/1": "Fler vuxna", "name/today": "Som i dag",
		"line/1": "9\u00a0000\u00a0kronor", "line/2": "3\u00a0000\u00a0kronor", "line/2/year": "1\u00a0000\u00a0kronor",
		"low": "10\u00a0500\u00a0kronor", "high": "15\u00a0000\u00a0kronor", "procurementhigh?kr": "15\u00a0000\u00a0kr",
		"sunk": "35\u00a0000\u00a0kronor", "sunkback": "5\u00a0000\u00a0kronor", "sunklost": "30\u00a0000\u00a0kronor",
		"funding": "8\u00a0000\u00a0kronor", "decided": "8\u00a0000\u00a0kronor", "gap": "7\u00a0000\u00a0kronor", "gap/2027": "6\u00a0000\u00a0kronor", "funding/2": "4\u00a0000\u00a0kronor",
	} {
		if got, why := s.Words(name); got != want || why != Found {
			t.Errorf("%s: %q %s, want %q", name, got, why, want)
		}
	}
	cheap := paid()
	cheap.Lines = cheap.Lines[1:]
	cheap.Lines[0].Price, cheap.Lines[0].Low, cheap.Lines[0].High = app.Kronor(200), 0, 0
	cheap.FirstYear, cheap.Units, cheap.Start = 0, 0, "2027-01-01"
	s = of(cheap)
	if got, _ := s.Words("against/today?kr"); got != "900\u00a0kr billigare" {
		t.Errorf("%q", got)
	}
	for _, name := range []string{"period", "count", "swing", "procedure", "limit", "unit", "line/2"} {
		if got, why := s.Words(name); why != Gone {
			t.Errorf("%s is there: %q", name, got)
		}
	}
	cheap.Lines[0].Price = app.Kronor(500)
	if got, _ := of(cheap).Words("against/today"); got != "lika dyrt" {
		t.Errorf("%q", got)
	}
	one := app.Estimate{Years: 1, FirstYear: 2027, Lines: cheap.Lines}
	if got, _ := of(one).Words("period"); got != "2027" {
		t.Errorf("%q", got)
	}
}

// What somebody has called a thing never breaks the field that says it.
func TestNamesAreFitToBeRead(t *testing.T) {
	for in, want := range map[string]string{"": "", "   ": "", "**": "", "^1": "", "A [b] *c*|d\\e": "A (b) c d e", "x](cost:total)": "x)(cost:total)", "å\nö": "å ö", strings.Repeat("ab ", 40): strings.Repeat("ab ", 19) + "ab…"} {
		got := plain(in)
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if got != "" {
			text := "a " + markup.BoundTo("name/1", got) + " b"
			if fs := markup.Fields(text); len(fs) != 1 || markup.Read(text).Text != "a "+got+" b" {
				t.Errorf("%q is not a field", text)
			}
		}
	}
}

func TestLoosen(t *testing.T) {
	s := of(worked())
	const is, was = "[12\u00a0000\u00a0kronor](cost:total)", "Det kostar [12\u00a0000\u00a0kronor](cost:total)."
	for _, c := range []struct{ name, was, text, want string }{
		{"nothing", was, was, was},
		{"words by hand", was, "Det kostar [12\u00a0500\u00a0kronor](cost:total).", "Det kostar 12\u00a0500\u00a0kronor."},
		{"words round it", was, "Nu kostar det " + is + ".", "Nu kostar det " + is + "."},
		{"one more, from elsewhere", was, was + " [7 kr](cost:total)", was + " [7 kr](cost:total)"},
		{"another form", was, "Det kostar [12\u00a0tkr](cost:total?tkr).", "Det kostar [12\u00a0tkr](cost:total?tkr)."},
		{"moved", is + " och [6\u00a0000\u00a0kronor](cost:way/1/total)", "[6\u00a0000\u00a0kronor](cost:way/1/total) och " + is, "[6\u00a0000\u00a0kronor](cost:way/1/total) och " + is},
		{"gone", was, "Det kostar.", "Det kostar."},
		{"bold by hand", was, "Det kostar [**12\u00a0000\u00a0kronor**](cost:total).", "Det kostar [**12\u00a0000\u00a0kronor**](cost:total)."},
	} {
		if got := s.Loosen(c.was, c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTextsAreOffered(t *testing.T) {
	var got []string
	for _, f := range of(paid()).List() {
		got = append(got, f.Key)
	}
	for _, k := range []string{"years", "period", "count", "swing", "procedure", "against/today", "gap/2027", "line/2/year", "sunklost", "limit", "way/1/total"} {
		if !slices.Contains(got, k) {
			t.Errorf("%s is not offered", k)
		}
	}
	if got[0] != "total" || slices.Contains(got, "name/1") || slices.Contains(got, "way/1/present") {
		t.Errorf("%q", got)
	}
}
