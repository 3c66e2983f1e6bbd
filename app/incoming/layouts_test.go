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
	flat, want := map[string][]byte{}, map[string]string{}
	for _, m := range readingtest.Motions(t) {
		text, err := reading.Decode([]byte(m.Paper))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range readingtest.Layouts {
			name := m.Name + " " + l.Name
			flat[name], want[name] = readingtest.Lay(m.Paper, l).Flat, said(intake.Motion(text))
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
	sum, of := 0, 0
	for _, layout := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%-10s %d of %d", layout, same[layout], all[layout])
		sum, of = sum+same[layout], of+all[layout]
	}
	t.Logf("pdf: %d of %d say the same", sum, of)
	if sum*100 < of*93 {
		t.Errorf("only %d of %d", sum, of)
	}
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
