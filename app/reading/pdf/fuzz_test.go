package pdf

import (
	"context"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// Whatever the bytes are, a PDF is read to a text that holds together, or to a
// sentence, in bounded time.
func FuzzPDF(f *testing.F) {
	f.Add(readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Motion om busskort) Tj ET 70 700 m 270 700 l S", ""))
	f.Add(readingtest.OnePage("BT /F1 12 Tf 1 g 70 742 Td (dold) Tj ET", "/Rotate 90 /CropBox [10 10 300 300]"))
	f.Add(pictured(paint + lines(3, "3 Tr")))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]/Count 1>>endobj"))
	f.Add([]byte("%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>startxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx := context.Background()
		defer time.AfterFunc(20*time.Second, func() { panic("it takes too long") }).Stop()
		text, err := Read(ctx, data)
		if err != nil {
			if app.ProblemOf(err) == nil {
				t.Fatalf("a fault without a code: %v", err)
			}
			return
		}
		at := 0
		for _, l := range text.Lines {
			if l.Span.Start < at || l.Span.End > len(text.String) || l.Span.Empty() || l.Page < 0 || l.Page >= len(text.Pages) {
				t.Fatalf("line %+v after %d in %d bytes on %d pages", l, at, len(text.String), len(text.Pages))
			}
			at = l.Span.Start
		}
		if _, err := Page(ctx, Sum(data), data, 0, 100); err != nil && app.ProblemOf(err) == nil {
			t.Fatalf("a page without a code: %v", err)
		}
	})
}
