package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/language"
)

func TestReferencesInAText(t *testing.T) {
	for text, want := range map[string]string{
		"Ärendet GYVF-2019-433 och STK-2019-120.":                          "GYVF 2019/433 STK 2019/120",
		"KS/2017:107, KS 2018/124, KS 2017.0361, KS-2015/112, KS/2018:443": "KS 2017/107 KS 2018/124 KS 2017/0361 KS 2015/112 KS 2018/443",
		"BUN 2024/123-5 och KS2023-0123":                                   "BUN 2024/123 KS 2023/0123",
		"Dnr 2014/304, diarienummer: 2020/45":                              " 2014/304  2020/45",
		"Den 2024-01-25, åren 2024-2027 och 2024/25.":                      "",
		"SFS 2025:220, SOU 2024:27, prop. 2024/25:93, Lag (2017:725)":      "",
		"IMY 2024":             "",
		"Sommaren 2024 6 barn": "",
		"KS 2024 12 barn":      "",
		"ISO 27001":            "",
		"VON/2025:0877":        "VON 2025/0877",
		"Dnr SBN 2026/0412":    "SBN 2026/0412",
		"GDPR 2016/679":        "",
	} {
		var got []string
		for _, r := range referencesIn(language.Read(text)) {
			got = append(got, r.String())
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %q, want %q", text, g, want)
		}
	}
}

func TestReferenceThatIsASlip(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"KS 2026/00214", "KS 2026/00241", true},
		{"KS 2026/00214", "KS 2026/00314", true},
		{"KS 2025/00214", "KS 2026/00214", true},
		{"KS 2026/00214", "KS 2026/00215", false},
		{"KS 2026/00214", "BUN 2026/00241", false},
		{"KS 2026/12", "KS 2026/21", false},
		{"KS 2026/214", "KS 2026/00214", false},
		{"KS 2026/123", "KS 2026/456", false},
	} {
		a, b := referencesIn(language.Read(c.a)), referencesIn(language.Read(c.b))
		if got := a[0].slip(b[0]); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestPeopleInAText(t *testing.T) {
	for text, want := range map[string]string{
		"Motion av Magnus Olsson (SD) och Nima Gholam Ali Pour (SD)": "magnus olsson SD, ali pour SD",
		"Motionärerna Åke Alm (S) och Åsa Öman (FI).":                "åke alm S, åsa öman FI",
		"Integritetsskyddsmyndigheten (IMY) och Förvaltningen (KF).": "",
		"Moderaterna (M) och Liberalerna (L)":                        "",
		"Karin Ek (1:e vice ordförande)":                             "",
		"Magnus Olssons (SD) motion":                                 "magnus olssons SD",
		"Karin Ek, ledamot (S)":                                      "",
	} {
		var got []string
		for _, p := range peopleIn(language.Read(text)) {
			got = append(got, fmt.Sprintf("%s %s %s", p.given, p.last, p.party))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s: %q, want %q", text, g, want)
		}
	}
}

func TestOneLetter(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"olsson", "ohlsson", true}, {"lindgren", "lindgrén", true}, {"lindgren", "lingren", true}, {"ek", "eck", false},
		{"olsson", "olsson", false}, {"olsson", "karlsson", false}, {"berg", "bergs", true}, {"", "a", false}} {
		if got := oneLetter(c.a, c.b); got != c.want || oneLetter(c.b, c.a) != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestDaysInAText(t *testing.T) {
	for text, want := range map[string]string{
		"Den 12 mars 2026 och 2024-02-29.":       "2026-03-12 2024-02-29",
		"Den 31 april 2026, 2025-02-29":          "- -",
		"måndagen den 5 augusti 2019":            "2019-08-05måndag",
		"fredag 6 november 2026":                 "2026-11-06fredag",
		"12 mars, 2026 och mars 2026, 45 2026":   "",
		"Lag (2017:725) gäller 2024-2027, 12-34": "",
		"0 mars 2026": "",
	} {
		var got []string
		for _, d := range daysIn(language.Read(text)) {
			day := string(d.date)
			if day == "" {
				day = "-"
			}
			got = append(got, day+d.weekday)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %q, want %q", text, g, want)
		}
	}
}

func TestOneWordOfTwoSpellings(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ansiktsigenkänning", "ansiktsgenkänning", true},
		{"e-tjänst", "etjänst", true},
		{"kommunikation", "kommunkation", true},
		{"kommunstyrelsen", "kommunstyerlsen", true},
		{"upphandling", "upphandlingen", false},
		{"beslutade", "beslutande", false},
		{"anställning", "inställning", false},
		{"inventering", "investering", false},
		{"föreligga", "förelägga", false},
		{"skolgård", "skolgårn", false},
		{"avdelningen", "avdelningens", false},
		{"kamerabevakning", "kameraövervakning", false},
	} {
		if got := twoSpellings(c.a, c.b); got != c.want || twoSpellings(c.b, c.a) != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// What the index has seen in another paper is no spelling in this one.
func TestTermsOfThisPaperOnly(t *testing.T) {
	c := compiled(t)
	c.Run(opinion("assessment: Med ansiktsgenkänning går det fortare."), 0)
	if got := quotes(c.Run(opinion("assessment: Skolan vill ha ansiktsigenkänning."), 0), "FORM-TERM-01"); got != "" {
		t.Errorf("speaks of %q", got)
	}
}

// Two papers and the motion are held together.
func TestNamesAcrossPapers(t *testing.T) {
	m := opinion("summary: Karin Lindegren (C) vill ha bänkar.")
	m.Motion = &app.Source{Text: "Motion om bänkar\n\nVi vill ha bänkar, säger Karin Lindgren (C).\n\nKarin Lindgren (C)"}
	c := compiled(t)
	if got := quotes(c.Run(m, 0), "FORM-NAMN-01"); got != "Karin Lindegren (C)" {
		t.Errorf("points at %q", got)
	}
	m.Documents[0].Sections[0].Text = "Karin Lindgren (C) vill ha bänkar."
	if got := quotes(c.Run(m, 0), "FORM-NAMN-01"); got != "" {
		t.Errorf("points at %q", got)
	}
}

func TestHugeParagraphsOfMentions(t *testing.T) {
	c := compiled(t)
	for name, unit := range map[string]string{
		"references": "KS 2026/00%03d och BUN 2025/9%03d, ",
		"people":     "Anna Bxxx%03dlund (SD) och Karin Ek%03d (S), ",
		"days":       "måndagen den 31 april 2026 och %03d 2024-02-%03d, ",
		"terms":      "förvaltningsbeslut%03d ansiktsig%03denkänning förvaltningsbeslutet ",
	} {
		var b strings.Builder
		for i := 0; b.Len() < 1<<20; i++ {
			fmt.Fprintf(&b, unit, i%1000, i%997)
		}
		begin := time.Now()
		c.Run(opinion("summary: "+b.String()), 0)
		if d := time.Since(begin); d > 4*time.Second {
			t.Errorf("%s: %s for a megabyte", name, d)
		}
	}
}
