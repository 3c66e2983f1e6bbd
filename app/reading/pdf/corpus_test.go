package pdf

import (
	"context"
	"maps"
	"slices"
	"testing"

	"yttra/app/reading/readingtest"
)

// The proof: what LibreOffice makes of the real papers, in every layout, comes back
// word by word.
func TestSourcesWordByWord(t *testing.T) {
	sources := readingtest.Sources(t)
	flat, want := map[string][]byte{}, map[string][]string{}
	for name, text := range sources {
		for _, l := range readingtest.Layouts {
			p := readingtest.Lay(text, l)
			flat[name+" "+l.Name], want[name+" "+l.Name] = p.Flat, p.Want
		}
	}
	files := readingtest.Convert(t, "pdf", flat)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text, err := Read(context.Background(), files[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		m := readingtest.Compare(want[name], readingtest.Words(text.String))
		t.Logf("%-14s %6.2f %% of %4d words, %d more", name, 100*m.Share(), m.Words, len(m.Extra))
		if m.Share() < 0.995 {
			t.Errorf("%s: %6.2f %%: missing %q, more %q", name, 100*m.Share(), head(m.Missing), head(m.Extra))
		}
	}
}

func head(s []string) []string { return s[:min(len(s), 25)] }
