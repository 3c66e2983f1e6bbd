package office

import (
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"yttra/app/reading"
	"yttra/app/reading/readingtest"
)

// What LibreOffice makes of papers is read word by word: the invented motions, each laid
// out in one of the ways that people do, or in all of them with YTTRA_LONG, and the real
// papers where they are. Signatures beside each other are read column by column, which
// is another order than that of the lines.
func TestThroughLibreOffice(t *testing.T) {
	all := os.Getenv("YTTRA_LONG") != ""
	papers := map[string]readingtest.Paper{}
	for i, m := range readingtest.Motions(t) {
		for j, l := range readingtest.Layouts {
			if all || i%len(readingtest.Layouts) == j {
				papers["motion "+m.Name+", "+l.Name] = readingtest.Lay(m.Paper, l)
			}
		}
	}
	through(t, papers)
}

func TestSourcesThroughLibreOffice(t *testing.T) {
	papers := map[string]readingtest.Paper{}
	for name, text := range readingtest.Sources(t) {
		for _, l := range readingtest.Layouts {
			papers["source "+name+", "+l.Name] = readingtest.Lay(text, l)
		}
	}
	through(t, papers)
}

func through(t *testing.T, papers map[string]readingtest.Paper) {
	t.Helper()
	flat := map[string][]byte{}
	for name, p := range papers {
		flat[name] = p.Flat
	}
	for format, read := range map[string]func(context.Context, []byte) (reading.Text, error){"docx": DOCX, "odt": ODT} {
		files := readingtest.Convert(t, format, flat)
		words, same := 0, 0
		for _, name := range slices.Sorted(maps.Keys(files)) {
			got, err := read(context.Background(), files[name])
			if err != nil {
				t.Errorf("%s %s: %v", format, name, err)
				continue
			}
			m := readingtest.Compare(papers[name].Want, readingtest.Words(got.String))
			words, same = words+m.Words, same+m.Same
			if lost := inOrderOf(m); m.Share() < 0.995 && lost > 0 {
				t.Errorf("%s %s: %.4f of the words; missing %q, too many %q", format, name, m.Share(), m.Missing, m.Extra)
			}
		}
		t.Logf("%s: %d files, %d of %d words in order (%.3f %%)", format, len(files), same, words, 100*float64(same)/float64(words))
	}
}

// inOrderOf counts the words that are missing altogether, not only from their place.
func inOrderOf(m readingtest.Measure) int {
	left := map[string]int{}
	for _, w := range m.Extra {
		left[w]++
	}
	lost := 0
	for _, w := range m.Missing {
		if left[w]--; left[w] < 0 {
			lost++
		}
	}
	return lost
}
