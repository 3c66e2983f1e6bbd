package layout

import (
	"slices"
	"strings"
	"testing"
)

// set breaks text in a column of so many letters.
func set(text string, width int, hy hyphenation) []string {
	f := &flow{doc: &Doc{Words: words()}, m: letters{}, swedish: readSwedish(), notes: map[*Footnote]*note{}}
	w := 2 * float64(width)
	ps := f.fit(f.pieces(&Elem{}, &Elem{}, Plain(text), usual.text, hy), w, hy)
	var out []string
	for _, l := range f.breakLines(ps, w) {
		s := ""
		for _, p := range l.pieces {
			s += p.text
		}
		out = append(out, strings.ReplaceAll(s, "\u00ad", "¬"))
	}
	return out
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		hy         hyphenation
		want       string
	}{
		{"even rather than greedy", "aaaa bb cc ddddd", 7, hyphenText, "aaaa |bb cc |ddddd"},
		{"a short last line is avoided", "aaaaaaa bbbbbbb ccccccc ddddddd eeeeeee ff", 40, hyphenText, "aaaaaaa bbbbbbb ccccccc ddddddd |eeeeeee ff"},
		{"no line ends in one letter", "nämnden bor i staden här uppe nu", 13, hyphenText, "nämnden bor |i staden här |uppe nu"},
		{"no-break spaces hold", "se 5\u00a0§\u00a0lagen", 9, hyphenText, "se |5\u00a0§\u00a0lagen"},
		{"forced", "ett\ntvå", 20, hyphenText, "ett |två"},
		{"binding s", "utbildningsnämnden", 14, hyphenText, "utbildnings¬|nämnden"},
		{"joint", "kommunfullmäktige", 14, hyphenText, "kommun¬|fullmäktige"},
		{"soft hyphens only where they stand", "tjäns\u00adteutbildningsnämnd", 18, hyphenText, "tjäns¬|teutbildningsnämnd"},
		{"soft hyphen unseen", "tjänste\u00adskrivelse", 30, hyphenText, "tjänsteskrivelse"},
		{"written hyphen", "barn-perspektiv", 10, hyphenNever, "barn-|perspektiv"},
		{"date stays", "den 2026-03-12 x", 10, hyphenNever, "den |2026-03-12 |x"},
		{"no-break hyphen", "ring 0999\u201100-abc", 12, hyphenText, "ring |0999-00-abc"},
		{"slash between words", "och/eller annan/annat", 16, hyphenNever, "och/eller annan/|annat"},
		{"number with slash", "UBN 2026/0123", 9, hyphenNever, "UBN |2026/0123"},
		{"address", "https://example.org/en/lang/vag", 20, hyphenNever, "https://example.org/|en/lang/vag"},
		{"cut when nothing else helps", "aaaaaaaaaaaa", 5, hyphenNever, "aaaaa|aaaaa|aa"},
		{"syllable in a narrow cell", "proportionalitet", 12, hyphenCell, "proportiona¬|litet"},
		{"spaces become one", " a \t b  c", 20, hyphenNever, "a b c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(set(c.text, c.width, c.hy), "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestHyphenation(t *testing.T) {
	joints := readJoints(jointList)
	for word, want := range map[string][]int{
		"utbildningsnämnden":  {11},
		"verksamhetsplan":     {11},
		"Kommunfullmäktige":   {6},
		"kommunikationsplan":  {14},
		"universitetslärare":  {12},
		"personuppgift":       {6},
		"tjänsteutlåtande":    {7},
		"skolinspektionen":    nil,
		"ansiktsigenkänning":  {7},
		"ledningssystem":      {8},
		"föreningsliv":        nil, // three letters after
		"föreningslivet":      {9},
		"häktningstid":        nil,
		"tingsrätten":         nil, // four letters before
		"besluts":             nil,
		"ansökningshandling":  {10},
		"egenskapsbeskrivare": {9},
	} {
		if got := points([]rune(word), hyphenText, joints); !slices.Equal(got, want) {
			t.Errorf("%s may break at %v, want %v", word, got, want)
		}
	}
	if points([]rune("utbildningsnämnden"), hyphenNever, joints) != nil {
		t.Error("a word is broken where none may be")
	}
	for _, j := range joints {
		if j.at < 3 || len(j.word)-j.at < 3 {
			t.Errorf("joint in %s leaves a stump", string(j.word))
		}
	}
}

func TestBalancedTitle(t *testing.T) {
	s := place(Block{Role: Title, Runs: Plain("Svar på motion om digitala armband i kommunens alla fritidshem")})
	var got []string
	for _, it := range s.Pages[0].Items {
		if it.Size == usual.title.size {
			got = append(got, strings.TrimSpace(it.S))
		}
	}
	if len(got) != 1 {
		t.Errorf("a title that fits is broken: %q", got)
	}
	s = place(Block{Role: Title, Runs: Plain("Svar på motion om digitala armband i kommunens alla fritidshem och skolor")})
	got = nil
	for _, it := range s.Pages[0].Items {
		if it.Size == usual.title.size {
			got = append(got, strings.TrimSpace(it.S))
		}
	}
	if len(got) != 2 || len([]rune(got[0]))-len([]rune(got[1])) > 8 || len([]rune(got[1]))-len([]rune(got[0])) > 8 {
		t.Errorf("lines of the title: %q", got)
	}
}
