package spelling_test

import (
	"slices"
	"testing"
	"time"
)

func TestSuggest(t *testing.T) {
	d := small(t)
	for word, want := range map[string]string{
		"nämmnden": "nämnden", "Komunen": "Kommunen", "nämndfsråga": "nämndsfråga", "NÄMDEN": "NÄMNDEN", "åsa": "Åsa",
		"iår": "i år", "påchående": "påstgående", "barn-frga": "barn-fråga", "lucak": "lucka",
	} {
		if got := d.Suggest(word); len(got) == 0 || got[0] != want || len(got) > 5 {
			t.Errorf("%q: %q, want %q first", word, got, want)
		}
	}
	for _, word := range []string{"nämnden", "xyzxyzxyz", "förbannad", "barnsfal", "frga-frga", "", "\xff", "a" + string(make([]byte, 200))} {
		for _, s := range d.Suggest(word) {
			if s == "förbannat" || s == "barnsfall" || !d.Knows(s) || d.Knows(word) {
				t.Errorf("%q: %q", word, s)
			}
		}
	}
}

// Slips that a clerk makes, and what was meant, in the real dictionary.
func TestSuggestSwedish(t *testing.T) {
	d := swedish(t)
	for word, want := range map[string]string{
		"ansiktsgenkänning": "ansiktsigenkänning", "komun": "kommun", "kommunfullmäktiga": "kommunfullmäktige", "erfodras": "erfordras",
		"behandlign": "behandling", "personupgifter": "personuppgifter", "dataskydsombud": "dataskyddsombud", "upphandlng": "upphandling",
		"ochså": "också", "bedömma": "bedöma", "nämdsekreterare": "nämndsekreterare", "sverige": "Sverige", "Sverge": "Sverige",
		"abbonemang": "abonnemang", "intresant": "intressant", "rekomendera": "rekommendera", "iår": "i år", "integritets-frgan": "integritets-frågan",
	} {
		got := d.Suggest(word)
		if i := slices.Index(got, want); i < 0 || i > 1 {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// A long word that nobody knows takes no longer than a short one, and a word made
// to be split in every way returns as well.
func TestHostileWordsReturn(t *testing.T) {
	d := swedish(t)
	start := time.Now()
	for _, word := range []string{"ööööööööööööööööööööööööööööööööööööööööööööööx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaax",
		"barnbarnsbarnbarnsbarnbarnsbarnbarnsbarnbarnsx", "tvåtvåtvåtvåtvåtvåtvåtvåtvåtvåtvåtvåx", "a-a-a-a-a-a-a-a-a-a-a-a-a-a-xx-a-a-a-a-a-xx"} {
		d.Knows(word)
		d.Suggest(word)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("%v", took)
	}
}

func BenchmarkSuggest(b *testing.B) {
	d := swedish(b)
	words := []string{"ansiktsgenkänning", "komun", "erfodras", "behandlign", "dataskydsombud", "tillgänglihetsdirektivet"}
	for b.Loop() {
		for _, w := range words {
			d.Suggest(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(words)), "ms/word")
}

func FuzzSpelling(f *testing.F) {
	f.Add(smallAff, smallDic, "nämndsfråga")
	f.Add("SET UTF-8\nCOMPOUNDFLAG A\nCOMPOUNDMIN 1\nSIMPLIFIEDTRIPLE\nSFX A Y 1\nSFX A 0 a/A .\nFULLSTRIP\n", "1\na/A\n", "aaaaaaaaaaaaaaaaaaaab")
	f.Add("SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE A*A*A*A*A*A*A*\n", "1\na/A\n", "aaaaaaaaaaaaaaaaaaaaaaaaab")
	f.Add("SET UTF-8\nBREAK 2\nBREAK a\nBREAK ^aa\nREP 2\nREP a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "1\na\n", "aaaaaaaaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, aff, dic, word string) {
		d, err := read(aff, dic)
		if err != nil {
			return
		}
		start := time.Now()
		known := d.Knows(word)
		d.Begins(word)
		for _, s := range d.Suggest(word) {
			if known || s == "" {
				t.Errorf("%q is proposed for %q", s, word)
			}
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%v", took)
		}
	})
}
