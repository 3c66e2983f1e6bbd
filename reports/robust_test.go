package reports

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
)

// proven makes the whole file and holds it against the pages.
func proven(t testing.TB, in Input) Proof {
	t.Helper()
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadBack(set, data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Everything the fonts lack is named at once, each in its place.
func TestAllMissingGlyphsAreNamed(t *testing.T) {
	in := half(t)
	in.Document.Sections[1].Text = "Bra tanke 😀 säger nämnden. Bra 😀 igen.\n\n| Ord | Text |\n|---|---|\n| 中文 | ja |\n\n- punkt مرحبا slut[^1]\n\n[^1]: Not ☃︎ här."
	in.Document.Sections[0].Text = "Zoe\u0308 har läst."
	in.Document.YourRef = "KS 🎉"
	in.Profile.Foot = []string{"Torggatan 1\nשלום"}
	_, err := Build(in)
	var all MissingError
	if !errors.As(err, &all) {
		t.Fatalf("%v", err)
	}
	var got []string
	for _, m := range all {
		got = append(got, m.Chars+" i "+m.Where)
	}
	want := []string{"🎉 i Er beteckning: KS 🎉", "😀 i Sammanfattning: Bra tanke 😀 säger nämnden. …", "😀 i Sammanfattning: … nämnden. Bra 😀 igen.",
		"中文 i Sammanfattning: 中文", "مرحبا i Sammanfattning: punkt مرحبا slut", "☃ i Sammanfattning: Not ☃ här.", "שלום i Sidfot: שלום"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	p := app.ProblemOf(err)
	for _, s := range []string{"🎉 U+1F389", "😀 U+1F600", "中 U+4E2D", "م U+0645", "☃ U+2603", "ש U+05E9"} {
		if !strings.Contains(p.What, s) {
			t.Errorf("%s is not named in %s", s, p.What)
		}
	}
	if strings.Count(p.What, "😀") != 1 || !strings.Contains(p.Where, "Sidfot") || !strings.Contains(p.What, "… +") {
		t.Errorf("%s (%s)", p.What, p.Where)
	}
}

// A whole chapter in another script is named in a message one can read.
func TestManyMissingGlyphsMakeAShortMessage(t *testing.T) {
	in := half(t)
	var b strings.Builder
	for i := range 4000 {
		b.WriteRune(rune(0x4e00 + i))
		if i%7 == 0 {
			b.WriteString(" ord ")
		}
	}
	in.Document.Sections[1].Text = b.String() + strings.Repeat("漢", 3000)
	_, err := Build(in)
	p := app.ProblemOf(err)
	if p == nil || p.Code != app.CodeGlyph {
		t.Fatal(err)
	}
	if n := len([]rune(p.What + p.Where)); n > 2500 || n < 100 {
		t.Errorf("the message has %d letters", n)
	}
}

// What people paste and type makes a whole paper, proven like any other.
func TestHardTexts(t *testing.T) {
	table := strings.Builder{}
	table.WriteString("| Nr | Vad | Kostnad |\n|---|---|---:|\n")
	for i := range 1500 {
		fmt.Fprintf(&table, "| %d | Rad om inköp | %d |\n", i+1, i*7)
	}
	for name, c := range map[string]struct {
		text  string
		least int // pages
	}{
		"nothing":                       {"", 1},
		"one letter":                    {"x", 1},
		"a word of 5,000 letters":       {"Början " + strings.Repeat("personuppgiftsbehandling", 209)[:5000] + " slut", 2},
		"5,000 letters without a vowel": {strings.Repeat("xq", 2500), 2},
		"in a table cell":               {"| a | b |\n|---|---|\n| " + strings.Repeat("ordkedja", 625) + " | kort |", 2},
		"in a footnote":                 {"Text[^1]\n\n[^1]: " + strings.Repeat("ordkedja", 625), 1},
		"soft hyphens":                  {strings.Repeat("tjänste\u00adut\u00adlåtande\u00ad ", 300) + "\u00ad\u00ad \u00ad", 2},
		"only soft hyphens":             {"\u00ad\u00ad\u00ad", 1},
		"decomposed":                    {"A\u030a, a\u0308 och o\u0308 blir Å, ä och ö.", 1},
		"marks of direction":            {"Vänd \u202eåt vänster\u202c och \u200fåt höger\u200e, \u2067inne\u2069 ute", 1},
		"joiners and controls":          {"Ka\u200dri\u200cn\u200b \x00\x07 slut\ufeff", 1},
		"a table of 40 pages":           {table.String(), 40},
		"no-break spaces alone":         {"\u00a0\u00a0\u00a0", 1},
		"a long line without ends":      {strings.Repeat("a\u00a0", 3000), 2},
		"a list in a list, 40 deep": {func() string {
			s := ""
			for i := range 40 {
				s += strings.Repeat("  ", i) + "- punkt\n"
			}
			return s
		}(), 1},
		"500 headings": {strings.Repeat("### Rubrik\n\nText.\n\n", 500), 8},
		"500 footnotes": {func() string {
			s, n := "", ""
			for i := range 500 {
				s += fmt.Sprintf("Ord[^%d] ", i)
				n += fmt.Sprintf("\n\n[^%d]: Källa %d.", i, i)
			}
			return s + n
		}(), 5},
	} {
		t.Run(name, func(t *testing.T) {
			in := half(t)
			in.Document.Sections[3].Text = c.text
			if p := proven(t, in); p.Pages < c.least {
				t.Errorf("%d pages, at least %d were expected", p.Pages, c.least)
			}
		})
	}
}

// A paper of which nothing is written, or almost nothing, in every kind and look.
func TestEmptyDocuments(t *testing.T) {
	all, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all.Kinds {
		for _, l := range []app.Look{{}, {Sans: true, Large: true, Abreast: 3}} {
			m := &app.Matter{Documents: []app.Document{{Kind: k.ID}}}
			in := Input{Matter: m, Document: &m.Documents[0], Kind: *k, Profile: app.Profile{Look: l}}
			if p := proven(t, in); p.Pages < 1 {
				t.Errorf("%s: %d pages", k.ID, p.Pages)
			}
		}
	}
}

// Everything a profile can hold, too much of it.
func TestOverfullProfile(t *testing.T) {
	in := response(t)
	long := strings.Repeat("mycket långt namn ", 40)
	in.Profile = app.Profile{Municipality: long, Department: long, LogoText: long, Look: app.Look{Large: true, Digital: long, Abreast: 3}}
	for range 3 {
		in.Profile.Foot = append(in.Profile.Foot, strings.Repeat("Torggatan 1\n", 60))
	}
	in.Document.To = strings.Repeat("Nämnden för mycket\n", 80)
	in.Document.Signatories = nil
	for i := range 100 {
		in.Document.Signatories = append(in.Document.Signatories, app.Person{Name: fmt.Sprintf("Namn %d", i), Title: long})
	}
	proven(t, in)
}
