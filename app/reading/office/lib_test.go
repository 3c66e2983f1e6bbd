package office

import (
	"context"
	"maps"
	"slices"
	"testing"

	"yttra/app/reading"
	"yttra/app/reading/readingtest"
)

// What LibreOffice makes of papers is read word by word: the invented motions, and the
// real papers where they are, laid out in the ways that people do. Signatures beside each
// other are read column by column, which is another order than that of the lines.
func TestThroughLibreOffice(t *testing.T) {
	texts := map[string]string{}
	for _, m := range readingtest.Motions(t) {
		texts["motion "+m.Name] = m.Paper
	}
	through(t, texts)
}

func TestSourcesThroughLibreOffice(t *testing.T) { through(t, readingtest.Sources(t)) }

func through(t *testing.T, texts map[string]string) {
	t.Helper()
	papers, flat := map[string]readingtest.Paper{}, map[string][]byte{}
	for name, text := range texts {
		for _, l := range readingtest.Layouts {
			p := readingtest.Lay(text, l)
			papers[name+", "+l.Name], flat[name+", "+l.Name] = p, p.Flat
		}
	}
	for format, read := range map[string]func(context.Context, []byte) (reading.Text, error){"docx": DOCX} {
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
