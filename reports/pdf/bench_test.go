package pdf

import (
	"context"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

func BenchmarkPDF3(b *testing.B)  { benchmark(b, 1) }
func BenchmarkPDF30(b *testing.B) { benchmark(b, 10) }

// benchmark writes the three-page paper with its pages several times over, each
// page as full as a page of text.
func benchmark(b *testing.B, times int) {
	set := paper(b)
	three := set.Pages
	set.Pages = nil
	for range times {
		for _, p := range three {
			body := set.Root.Add("P")
			for line := range 42 {
				p.Items = append(p.Items[:len(p.Items):len(p.Items)], layout.Item{Kind: layout.Text, X: 48, Y: 40 + 5.5*float64(line),
					S: "Nämnden ser positivt på förslaget men vill se över kostnaden för driften. ", Face: layout.Serif, Size: 10.5, Elem: body})
			}
			set.Pages = append(set.Pages, p)
		}
	}
	faces := fonts.New()
	b.ReportAllocs()
	for b.Loop() {
		out, err := Write(context.Background(), set, faces, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(out))/1000, "kB/file")
	}
}
