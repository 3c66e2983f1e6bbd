package draft

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app"
)

// shownUnits writes units as text one can compare: kind, level, sign, words.
func shownUnits(text string) string {
	var out []string
	for _, u := range unitsOf(text) {
		s := [...]string{"P", "L", "N", "H", "Q", "T", "F"}[u.kind]
		if u.level > 0 {
			s += fmt.Sprint(u.level)
		}
		if u.kind == numberUnit || u.kind == noteUnit {
			s += "(" + u.sign + ")"
		}
		if u.kind != tableUnit {
			out = append(out, s+" "+strings.ReplaceAll(text[u.text.Start:u.text.End], "\n", "↵"))
			continue
		}
		for _, row := range u.cells {
			for _, c := range row {
				if c.Start < 0 {
					s += "<>"
				} else {
					s += "<" + text[c.Start:c.End] + ">"
				}
			}
			s += "/"
		}
		out = append(out, s)
	}
	return strings.Join(out, "¦")
}

func TestUnits(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "P "},
		{"paragraphs", "en\nrad\n\ntvå", "P en↵rad¦P två"},
		{"bullets", "- a\n- b\n\n- c", "L a¦L b¦L c"},
		{"stars", "* a\n* b", "L a¦L b"},
		{"a dash waits for its space", "-", "P -"},
		{"further in too", " -\n\n  -", "P  -¦P   -"},
		{"an empty item", "- ", "L "},
		{"words before a list", "Skäl:\n- a", "P Skäl:¦L a"},
		{"an item goes on", "- a\n  mer", "L a↵  mer"},
		{"in lists", "1. a\n   - b\n     - c\n   - d\n2. e", "N(1.) a¦L1 b¦L2 c¦L1 d¦N(2.) e"},
		{"levels over an empty line", "- a\n\n  - b", "L a¦L1 b"},
		{"numbers count on", "3. a\n3. b\n9. c", "N(3.) a¦N(4.) b¦N(5.) c"},
		{"letters", "a) x\nb) y", "N(a)) x¦N(b)) y"},
		{"a number in words", "se punkt\n2) ovan", "P se punkt↵2) ovan"},
		{"a first number breaks in", "Så här:\n1. a", "P Så här:¦N(1.) a"},
		{"a year and an amount", "2026. Ett år\n\n250. Kronor", "P 2026. Ett år¦P 250. Kronor"},
		{"headings", "### R\ntext\n\n#### nej\n\n###nej", "H R¦P text¦P #### nej¦P ###nej"},
		{"a quotation", "> a\n\ntext", "Q a¦P text"},
		{"a footnote", "x[^1]\n\n[^1]: not\nmer\n[^a]:ja", "P x[^1]¦F(1) not↵mer¦F(a) ja"},
		{"no footnote", "[^1] x\n\n[^ ]: y", "P [^1] x¦P [^ ]: y"},
		{"a table", "| a | b |\n|---|--:|\n| c | d |", "T<a><b>/<c><d>/"},
		{"a table after words", "Så:\na | b\n- | -\nc | d", "P Så:¦T<a><b>/<c><d>/"},
		{"an uneven table", "|a|b|\n|-|-|\n|c|\n|d|e|f|", "T<a><b>/<c><>/<d><e|f>/"},
		{"empty cells", "|  |  |\n| --- | --- |\n| | |", "T<><>/<><>/"},
		{"bars as letters", "| a\\|b | c |\n|---|---|", "T<a\\|b><c>/"},
		{"no table", "a | b\n--- nej\n\nEtt\n---", "P a | b↵--- nej¦P Ett↵---"},
		{"spaces in a cell while one writes", "| a  | b |\n|---|---|", "T<a ><b>/"},
	} {
		if got := shownUnits(c.in); got != c.want {
			t.Errorf("%s: %q reads %s, want %s", c.name, c.in, got, c.want)
		}
	}
}

// What no clerk writes must still be shown, whole, and at once.
func TestUnitsOfOddTexts(t *testing.T) {
	for name, text := range map[string]string{
		"a paragraph of 2 MB":         strings.Repeat("ord och åter ord ", 2<<20/17),
		"a word of 5,000 letters":     strings.Repeat("å", 5000),
		"a word of 40,000 letters":    strings.Repeat("lång", 10000),
		"combining marks only":        strings.Repeat("\u0301", 9000),
		"right to left":               strings.Repeat("שלום עולם ", 2000),
		"control characters":          "a\x00b\x1b\x7f\u0085 " + strings.Repeat("\x01", 7000),
		"lone surrogates":             "a\xed\xa0\x80b",
		"bars":                        strings.Repeat("|", 9000),
		"a table of 500 columns":      strings.Repeat("|a", 500) + "|\n" + strings.Repeat("|-", 500) + "|",
		"nothing but marks":           strings.Repeat("- ", 4000),
		"footnote marks":              strings.Repeat("[^1]", 3000),
		"an open link a thousandfold": strings.Repeat("[a](", 2000),
	} {
		end := 0
		for _, u := range unitsOf(text) {
			if u.span.Start < end || u.text.Start < u.span.Start || u.kind == plainUnit && u.span.End-u.span.Start > maxUnit {
				t.Fatalf("%s: unit %v", name, u)
			}
			if u.cont && u.span.Start != end {
				t.Fatalf("%s: letters are lost between units", name)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[u.text.Start:u.text.End]) {
				t.Fatalf("%s: a letter is cut in two", name)
			}
			end = u.span.End
		}
		if end != len(text) {
			t.Errorf("%s: units end at %d of %d", name, end, len(text))
		}
	}
}

func TestRestyle(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to int
		style    Style
		want     string
	}{
		{"e|n", 0, 0, BulletStyle, "- e|n"},
		{"- e|n", 0, 0, BulletStyle, "e|n"},
		{"- e|n", 0, 0, NumberStyle, "1. e|n"},
		{"en\n\nt|vå\n\ntre", 0, 2, NumberStyle, "1. en\n2. t|vå\n3. tre"},
		{"1. en\n\ntv|å", 1, 1, NumberStyle, "1. en\n\n2. tv|å"},
		{"- a\n- |b\n- c", 1, 1, BulletStyle, "- a\n\n|b\n\n- c"},
		{"rub|rik\nrad", 0, 0, HeadStyle, "### rub|rik rad"},
		{"> ci|tat", 0, 0, QuoteStyle, "ci|tat"},
		{"|", 0, 0, BulletStyle, "- |"},
		{"a\n\n[^1]: n|", 0, 1, BulletStyle, "- a\n\n[^1]: n|"},
	} {
		text, s := at(t, c.in)
		out, at := restyle(text, unitsOf(text), c.from, c.to, c.style, s.Start)
		if got := marked(out, at); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestIndent(t *testing.T) {
	for _, c := range []struct {
		in   string
		by   int
		want string
	}{
		{"- a\n- |b", 1, "- a\n  - |b"},
		{"1. a\n2. |b\n3. c", 1, "1. a\n   1. |b\n2. c"},
		{"- a\n  - b\n- |c", 1, "- a\n  - b\n  - |c"},
		{"- |a", 1, "- |a"},
		{"- a\n  - |b", 1, "- a\n  - |b"},
		{"- a\n  - |b", -1, "- a\n- |b"},
		{"1. a\n   - |b\n2. c", -1, "1. a\n2. |b\n3. c"},
		{"- |a\n- b", -1, "|a\n\n- b"},
		{"tex|t", 1, "|text"},
		{"- a\n  - b\n    - c\n      - d\n      - |e", 1, "- a\n  - b\n    - c\n      - d\n      - |e"},
	} {
		got := edited(t, c.in, func(text string, units []unit, i int, _ app.Span) (string, int) { return indent(text, units, i, c.by) })
		if got != c.want {
			t.Errorf("%q %+d: %q, want %q", c.in, c.by, got, c.want)
		}
	}
}

func TestNotes(t *testing.T) {
	text, at := insertNote("Ett. Två.\n\nTre.", 4)
	if want := "Ett.[^1] Två.\n\nTre.\n\n[^1]: "; text != want || at != len(want) {
		t.Fatalf("%q, caret %d", text, at)
	}
	text, _ = insertNote(text+"not", 4)
	if want := "Ett.[^2][^1] Två.\n\nTre.\n\n[^1]: not\n\n[^2]: "; text != want {
		t.Fatalf("the second: %q", text)
	}
	start, label, ok := noteBefore(text, 8)
	if !ok || start != 4 || label != "2" {
		t.Fatalf("mark at %d, %q, %v", start, label, ok)
	}
	if text, at = removeNote(text, start, label); text != "Ett.[^1] Två.\n\nTre.\n\n[^1]: not" || at != 4 {
		t.Errorf("removed: %q, caret %d", text, at)
	}
	for _, s := range []string{"[^9]", "a]", "", "[^1]\n\n[^2]: x"} {
		if _, _, ok := noteBefore(s, min(len(s), 4)); ok {
			t.Errorf("%q has a mark of a footnote that is there", s)
		}
	}
}

func TestLinks(t *testing.T) {
	for in, want := range map[string]string{
		"se [lag|en](https://a.se/b) nu": "lagen>https://a.se/b",
		"se [lagen](https://a.se/b)| nu": "lagen>https://a.se/b",
		"se [lagen](https://a.se/b) |nu": "",
		"på https://a.se/|b, och":        "https://a.se/b>https://a.se/b",
		"[x](javascript:1)|":             "",
		"[^1|] och [a](mailto:b@c.se)":   "",
		"[a](mailto:b@c.|se)":            "a>mailto:b@c.se",
		"[tom|]()":                       "",
		"[Nämnden] [a](http://b.se)|":    "a>http://b.se",
	} {
		text, s := at(t, in)
		got := ""
		if l, ok := linkAt(text, s.Start); ok {
			got = text[l.words.Start:l.words.End] + ">" + l.to
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"imy.se": "https://imy.se", " http://a.se/x(1) ": "http://a.se/x%281%29", "namn@kommun.se": "mailto:namn@kommun.se",
		"mailto:a@b.se": "mailto:a@b.se", "hej": "", "": "", "två ord.se": "", "https://": "", ".se": "", "javascript:alert(1)": ""} {
		if got, _ := address(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
