package intake

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

func FuzzMotion(f *testing.F) {
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Add("yrkar att att att\n1. att\nå\u0308-\nb (S)\u00ad\n\f2026-\n04-15 KS 2026/")
	f.Fuzz(func(t *testing.T, s string) {
		text := pasted(s)
		checkSpans(t, text, Motion(text))
	})
}

// A motion of four pages with a list, notes and signatures.
func BenchmarkMotion(b *testing.B) {
	why := strings.Repeat("Det är viktigt att alla som bor i Norrby kan ta sig till skolan, och Anna Berg (S) har frågat om det den 3 mars 2026. "+
		"Kommunen har under flera år talat om saken, men inget har hänt (KS 2026/00123). Därför behövs en plan.\n\n", 40)
	text := pasted("Motion om säkra skolvägar\n\n" + why + "Vi yrkar att kommunfullmäktige beslutar\n\n" +
		"1. att en plan för säkra skolvägar tas fram,\n2. att kommunstyrelsen får i uppdrag att avsätta medel, och\n3. att planen följs upp.\n\nAnna Berg (S)\nBo Ek (S)\n")
	for b.Loop() {
		if p := Motion(text); len(p.Claims) != 3 {
			b.Fatal(len(p.Claims))
		}
	}
}

// Work grows with the text and no faster: long motions, one endless line, and
// texts made to look back or ahead as far as they can. The bound is far above
// what a busy machine needs; work that grows with the square takes hours.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	page := "Vi yrkar att kommunen utreder skolmiljön i Norrby (KS 2026/00123) den 3 mars 2026.\n\n" +
		"Anna Berg (S) menar att det är viktigt att alla trivs, och föreslår därför en plan.\n- att planen följs upp\n\n"
	for name, c := range map[string]struct {
		text string
		most time.Duration
	}{
		"five megabytes of motion": {strings.Repeat(page, 5<<20/len(page)), 60 * time.Second},
		"one line":                 {strings.Repeat("vi yrkar att kommunen bygger en bro (S) 2026-04-15 ", 20<<20/51), 60 * time.Second},
		"one word":                 {strings.Repeat("a", 20<<20), 60 * time.Second},
		"hyphens":                  {strings.Repeat("skol-\n", 2<<20/6), 60 * time.Second},
		"years":                    {strings.Repeat("2026-", 4<<20/5), 60 * time.Second},
		"open parentheses":         {strings.Repeat("Anna Berg (", 4<<20/11), 60 * time.Second},
		"names":                    {strings.Repeat("Anna Berg\n", 4<<20/10), 60 * time.Second},
		"parties":                  {strings.Repeat("För Moderaterna Exempelstad Anna Berg\n", 2<<20/38), 60 * time.Second},
		"att":                      {"vi yrkar " + strings.Repeat("att ", 2<<20/4), 60 * time.Second},
		"combining marks":          {strings.Repeat("å\u0308\u0308\u0308", 2<<20/8), 60 * time.Second},
		"spaces":                   {strings.Repeat(" ", 10<<20) + "att", 60 * time.Second},
		"short lines":              {"Motion om bro\n" + strings.Repeat("Bygg bron\n", 4<<20/10), 60 * time.Second},
		"stems":                    {strings.Repeat("Vi yrkar att fullmäktige beslutar\n\n", 4<<20/36), 60 * time.Second},
		"items under items":        {"Vi yrkar att:\n" + strings.Repeat("- att ge nämnden i uppdrag att\n  • bygga\n", 4<<20/45), 60 * time.Second},
		"names, then parties":      {"Vi yrkar att en bro byggs.\n\n" + strings.Repeat("Anna Berg\nBo Ek\n(S)\n(M)\n", 4<<20/26), 60 * time.Second},
		"signed electronically":    {"Vi yrkar att en bro byggs.\n\n" + strings.Repeat("Detta dokument är elektroniskt undertecknat\nAnna Berg 2026-03-01 IP 10.0.0.1\n", 4<<20/80), 60 * time.Second},
		"ranks":                    {"Vi yrkar i första hand att " + strings.Repeat("bron byggs, i andra hand att ", 4<<20/29), 60 * time.Second},
		"soft hyphens":             {strings.Repeat("\u00ad ", 2<<20/3), 60 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			text := pasted(c.text)
			begun := time.Now()
			p := Motion(text)
			if d := time.Since(begun); d > c.most {
				t.Errorf("took %v", d)
			} else {
				t.Logf("%v, %d claims", d.Round(time.Millisecond), len(p.Claims))
			}
			checkSpans(t, text, p)
		})
	}
}
