package spelling_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"yttra/app/spelling"
)

// swedish reads the dictionary that this computer has; without one the test is
// left out.
func swedish(t testing.TB) *spelling.Dictionary {
	t.Helper()
	d, err := spelling.Read(swedishFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// swedishFiles reads the Swedish dictionary of this computer.
func swedishFiles(t testing.TB) (aff, dic []byte) {
	t.Helper()
	for _, dir := range spelling.Here().Folders() {
		aff, err1 := os.ReadFile(filepath.Join(dir, "sv_SE.aff"))
		dic, err2 := os.ReadFile(filepath.Join(dir, "sv_SE.dic"))
		if err1 == nil && err2 == nil {
			return aff, dic
		}
	}
	if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
		t.Fatal("hunspell-sv is not installed")
	}
	t.Skip("hunspell-sv is not installed")
	return nil, nil
}

// The same words are right as for Hunspell itself: every word of the real papers,
// and a thousand slips made of them.
func TestAgreesWithHunspell(t *testing.T) {
	d := swedish(t)
	program, err := exec.LookPath("hunspell")
	if err != nil {
		t.Skip("hunspell is not installed")
	}
	words := sourceWords(t)
	compare(t, d, program, "words of the papers", words, 1)
	compare(t, d, program, "slips", slips(words), 0.995)
}

func compare(t *testing.T, d *spelling.Dictionary, program, what string, words []string, least float64) {
	t.Helper()
	c := exec.Command(program, "-d", "sv_SE", "-l", "-i", "UTF-8")
	c.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	wrong := map[string]bool{}
	for _, w := range strings.Fields(string(out)) {
		wrong[w] = true
	}
	agreed := 0
	var differ []string
	for _, w := range words {
		if d.Knows(w) != wrong[w] {
			agreed++
		} else {
			differ = append(differ, w)
		}
	}
	share := float64(agreed) / float64(len(words))
	t.Logf("%s: %d of %d agree (%.2f %%), %d wrong to Hunspell", what, agreed, len(words), 100*share, len(wrong))
	if share < least {
		t.Errorf("%s: %.4f agree, want %.4f; not %q", what, share, least, differ)
	} else if len(differ) > 0 {
		t.Logf("not %q", differ)
	}
}

// sourceWords gives every word of the real papers once.
func sourceWords(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/sources/*.txt")
	if len(files) == 0 {
		if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
			t.Fatal("sources: ../shared is absent")
		}
		t.Skip("sources: ../shared is absent")
	}
	var out []string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.FieldsFunc(string(text), func(r rune) bool { return !unicode.IsLetter(r) })...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// slips makes a thousand words with a letter changed, dropped, doubled or moved,
// the same every time.
func slips(words []string) []string {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abcdefghijklmnopqrstuvwxyzåäö")
	var out []string
	for len(out) < 1000 {
		w := []rune(words[r.IntN(len(words))])
		if len(w) < 3 {
			continue
		}
		i := r.IntN(len(w) - 1)
		switch r.IntN(4) {
		case 0:
			w[i] = letters[r.IntN(len(letters))]
		case 1:
			w = slices.Delete(w, i, i+1)
		case 2:
			w = slices.Insert(w, i, w[i])
		case 3:
			w[i], w[i+1] = w[i+1], w[i]
		}
		if s := string(w); utf8.ValidString(s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
