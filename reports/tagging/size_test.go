package tagging_test

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
	"yttra/reports/tagging"
)

// long is the first sample's paper with its sections written again and again, until
// it has so many pages.
func long(t testing.TB, pages int) []byte {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[0].Clone()
	d := &m.Documents[0]
	once := d.Sections
	faces := fonts.New()
	for {
		in, err := reports.Of(p, m, d, sample.Profile(), cost.Comparison{}, "Yttra")
		if err != nil {
			t.Fatal(err)
		}
		set, err := reports.BuildWith(in, faces)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(set.Pages); n < pages {
			more := max(1, (pages-n)/max(1, n*len(once)/len(d.Sections)))
			for range more {
				for _, s := range once {
					if s.Role != app.RoleMotion && s.Role != app.RoleProposal {
						d.Sections = append(d.Sections, app.Section{Role: "more", Heading: s.Heading, Text: strings.ReplaceAll(s.Text, "[^", "[^x")})
					}
				}
			}
			continue
		}
		out, err := pdf.Write(context.Background(), set, faces, nil)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// A tagged file is at most 1.3 times the same pages without a tag in them, however
// many they are.
func TestTaggedSize(t *testing.T) {
	for _, pages := range []int{3, 27, 272, 600} {
		tagged := long(t, pages)
		bare, err := tagging.Untagged(tagged)
		if err != nil {
			t.Fatal(err)
		}
		times := float64(len(tagged)) / float64(len(bare))
		t.Logf("%d pages: %d bytes, %d untagged: %.2f times", pages, len(tagged), len(bare), times)
		if times > 1.3 || times < 1 {
			t.Errorf("%d pages: %.2f times the untagged", pages, times)
		}
	}
}
