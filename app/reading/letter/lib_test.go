package letter

import (
	"context"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yttra/app/intake"
	"yttra/app/reading"
	"yttra/app/reading/readingtest"
)

// What LibreOffice makes of papers is read word by word: the invented motions, each laid
// out in one of the ways that people do, or in all of them with YTTRA_LONG, and the real
// papers where they are. Claims and movers are those of the plain text.
func TestThroughLibreOffice(t *testing.T) {
	all := os.Getenv("YTTRA_LONG") != ""
	papers, plain := map[string]readingtest.Paper{}, map[string]string{}
	for i, m := range readingtest.Motions(t) {
		for j, l := range readingtest.Layouts {
			if all || i%len(readingtest.Layouts) == j {
				name := "motion " + m.Name + ", " + l.Name
				papers[name], plain[name] = readingtest.Lay(m.Paper, l), m.Paper
			}
		}
	}
	through(t, papers, plain)
}

func TestSourcesThroughLibreOffice(t *testing.T) {
	papers, plain := map[string]readingtest.Paper{}, map[string]string{}
	for number, text := range readingtest.Sources(t) {
		for _, l := range readingtest.Layouts {
			name := "source " + number + ", " + l.Name
			papers[name], plain[name] = readingtest.Lay(text, l), text
		}
	}
	through(t, papers, plain)
}

func through(t *testing.T, papers map[string]readingtest.Paper, plain map[string]string) {
	t.Helper()
	flat := map[string][]byte{}
	for name, p := range papers {
		flat[name] = p.Flat
	}
	for format, read := range map[string]func(context.Context, []byte) (reading.Text, error){"rtf": RTF, "html": HTML} {
		files := readingtest.Convert(t, format, flat)
		words, same, other := 0, 0, 0
		for _, name := range slices.Sorted(maps.Keys(files)) {
			got, err := read(context.Background(), files[name])
			if err != nil {
				t.Errorf("%s %s: %v", format, name, err)
				continue
			}
			m := readingtest.Compare(unmarked(format, papers[name].Want), unmarked(format, readingtest.Words(got.String)))
			words, same = words+m.Words, same+m.Same
			if m.Share() < 0.995 {
				t.Errorf("%s %s: %.4f of the words; missing %q, too many %q", format, name, m.Share(), m.Missing, m.Extra)
			}
			if want, have := claims(reading.Plain(plain[name])), claims(got); want != have {
				other++
				t.Logf("%s %s: claims\n%s\nwant\n%s", format, name, have, want)
			}
		}
		if other*50 > len(files) { // a foot that was typed into the text is one of them
			t.Errorf("%s: %d of %d files have other claims", format, other, len(files))
		}
		t.Logf("%s: %d files, %d of %d words in order (%.3f %%), %d with other claims", format, len(files), same, words, 100*float64(same)/float64(words), other)
	}
}

var markRE = regexp.MustCompile(`^\(?([0-9]{1,2}|[a-z]|[ivx]+)[.)]$`)

// unmarked takes the marks of lists as LibreOffice writes them in HTML, where it says how
// a list counts but not whether a stop or a parenthesis follows.
func unmarked(format string, words []string) []string {
	if format != "html" {
		return words
	}
	out := slices.Clone(words)
	for i, w := range out {
		out[i] = markRE.ReplaceAllString(w, "$1.")
	}
	return out
}

// claims are what is asked for, without what the ways of writing a text make differ.
func claims(t reading.Text) string {
	var out []string
	for _, c := range intake.Motion(t).Claims {
		out = append(out, strings.Join(readingtest.Words(c.Value), " "))
	}
	return strings.Join(out, "\n")
}
