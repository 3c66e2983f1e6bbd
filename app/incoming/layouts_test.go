package incoming

import (
	"context"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"yttra/app/intake"
	"yttra/app/reading"
	"yttra/app/reading/pdf"
	"yttra/app/reading/readingtest"
)

// The same paper says the same as a file and as plain text: its claims, its movers and
// its references, in every layout. Where a line ends says something in a plain text and
// other things do on a page, so not every invented paper survives every layout.
func TestLayoutsSayTheSame(t *testing.T) {
	papers := map[string]string{}
	for _, m := range readingtest.Motions(t) {
		papers[m.Name] = m.Paper
	}
	if sum, of := inLayouts(t, papers, os.Getenv("YTTRA_DEMAND_OFFICE") != ""); sum*100 < of*94 {
		t.Errorf("only %d of %d", sum, of)
	}
}

// The real papers say the same in every layout.
func TestSourcesSayTheSame(t *testing.T) {
	papers := readingtest.Sources(t)
	if sum, of := inLayouts(t, papers, true); sum*100 < of*96 {
		t.Errorf("only %d of %d", sum, of)
	}
}

// inLayouts lays papers out, each in all layouts or in three of them, and counts those
// that say the same.
func inLayouts(t *testing.T, papers map[string]string, every bool) (sum, of int) {
	t.Helper()
	flat, want := map[string][]byte{}, map[string]string{}
	for n, paper := range slices.Sorted(maps.Keys(papers)) {
		text, err := reading.Decode([]byte(papers[paper]))
		if err != nil {
			t.Fatal(err)
		}
		for k, l := range readingtest.Layouts {
			if name := paper + " " + l.Name; every || (n+k)%4 == 0 {
				flat[name], want[name] = readingtest.Lay(papers[paper], l).Flat, said(intake.Motion(text))
			}
		}
	}
	files := readingtest.Convert(t, "pdf", flat)
	same, all := map[string]int{}, map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		_, layout, _ := strings.Cut(name, " ")
		text, err := pdf.Read(context.Background(), files[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		all[layout]++
		if got := said(intake.Motion(text)); got == want[name] {
			same[layout]++
		} else if os.Getenv("YTTRA_SHOW") != "" {
			t.Logf("%s:\n%s\nwant:\n%s\nof:\n%s", name, got, want[name], text.String)
		}
	}
	for _, layout := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%-10s %d of %d", layout, same[layout], all[layout])
		sum, of = sum+same[layout], of+all[layout]
	}
	t.Logf("pdf: %d of %d say the same", sum, of)
	return sum, of
}

// said is what must be the same.
func said(p intake.Proposal) string {
	var b strings.Builder
	for _, m := range p.Movers {
		b.WriteString("mover: " + m.Name.Value + " | " + m.Party.Value + "\n")
	}
	for _, c := range p.Claims {
		b.WriteString("claim: " + c.Value + "\n")
	}
	for _, r := range p.References {
		b.WriteString("ref: " + r.Value + "\n")
	}
	return b.String()
}
