package word

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"yttra/app/reading"
	incoming "yttra/app/reading/office"
	"yttra/app/reading/readingtest"
)

// What is written here is read again by the room that reads Word files of others: every
// word in order, and every heading with its level.
func TestOwnFilesAreReadAgain(t *testing.T) {
	docs := proofDocs(t)
	words, found := 0, 0
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		if name == "nothing" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got, err := incoming.DOCX(context.Background(), written(t, docs[name]))
			if err != nil {
				t.Fatal(err)
			}
			want := told(docs[name])
			m := readingtest.Compare(readingtest.Words(strings.ReplaceAll(want.body.String()+" "+want.notes.String(), "\u2011", "-")), readingtest.Words(got.String))
			words, found = words+m.Words, found+m.Same
			if m.Share() < 0.995 {
				t.Errorf("%.4f of %d words: missing %q, more %q", m.Share(), m.Words, m.Missing[:min(30, len(m.Missing))], m.Extra[:min(30, len(m.Extra))])
			}
			var heads []string
			for _, b := range got.Blocks {
				if b.Kind == reading.Heading {
					heads = append(heads, fmt.Sprintf("%d %s", b.Level, joined(got.String[b.Span.Start:b.Span.End])))
				}
			}
			same(t, "headings", heads, want.heads)
		})
	}
	t.Logf("%d of %d words in order", found, words)
}
