package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yttra/app"
	"yttra/app/markup"
)

// Place is what kind of text a quote is from.
type Place int

const (
	InSection Place = iota
	InMotion
	InClaim // what is asked for, or the reason of a decision
	InCosts
)

// Quote is where a query was found in a matter, with the words around: Before and
// After are as they stand, with … where they were cut.
type Quote struct {
	Place   Place
	Heading string // of the section
	Number  int    // of the claim, from 1
	Before  string
	Words   string // what was found
	After   string
}

// part is a piece of a matter's text, in the order a person reads it.
type part struct {
	Quote
	text string
}

func partsOf(m *app.Matter) []part {
	var out []part
	add := func(q Quote, s string) {
		if s != "" {
			out = append(out, part{q, norm.NFC.String(strings.ToValidUTF8(s, " "))})
		}
	}
	for _, d := range m.Documents {
		for _, s := range d.Sections {
			add(Quote{Place: InSection, Heading: s.Heading}, markup.Read(s.Text).Text)
		}
	}
	if m.Motion != nil {
		add(Quote{Place: InMotion}, m.Motion.Text)
	}
	for i, c := range m.Claims {
		add(Quote{Place: InClaim, Number: i + 1}, c.Text)
		add(Quote{Place: InClaim, Number: i + 1}, c.Reason)
	}
	for _, l := range m.Estimate.Lines {
		add(Quote{Place: InCosts}, l.What)
	}
	for _, a := range m.Estimate.Alternatives {
		add(Quote{Place: InCosts}, a.Name)
		for _, l := range a.Lines {
			add(Quote{Place: InCosts}, l.What)
		}
	}
	add(Quote{Place: InCosts}, m.Estimate.Financing)
	return out
}

// wordsOf is what the index takes in of a matter. Headings are left out: every
// opinion has the same.
func wordsOf(m *app.Matter) string {
	var b strings.Builder
	for _, p := range partsOf(m) {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// QuoteOf finds the words to show: the first sentence of the part that has most of
// the query. The zero Quote when the texts have none of it.
func QuoteOf(m *app.Matter, q Query) Quote {
	var best Quote
	most := 0
	for _, p := range partsOf(m) {
		folded := foldInPlace(p.text)
		found, at, length := 0, 0, 0
		for _, w := range q.Words {
			i, n := where(folded, w.Text)
			if i < 0 {
				continue
			}
			if found++; n > length { // the longest word says most
				at, length = i, n
			}
		}
		if found > most {
			most, best = found, cut(p, at, at+length)
		}
	}
	return best
}

// where finds a word, or the first piece of it, in a folded text; -1 without one.
func where(folded, word string) (at, length int) {
	if i := inside(folded, word); i >= 0 {
		return i, len(word)
	}
	for _, w := range pieces(word) {
		if i := inside(folded, w); i >= 0 {
			return i, len(w)
		}
	}
	return -1, 0
}

// inside finds a word as the index does: a short one must stand by itself.
func inside(folded, w string) int {
	for from := 0; from < len(folded); {
		i := strings.Index(folded[from:], w)
		if i < 0 {
			return -1
		}
		i += from
		if utf8.RuneCountInString(w) >= leastInside || alone(folded, i, i+len(w)) {
			return i
		}
		from = i + len(w)
	}
	return -1
}

func alone(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !wordRune(before) && !wordRune(after)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// foldInPlace makes small letters without moving anything: a letter whose small
// form has another length stays.
func foldInPlace(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}

// How many bytes are shown before and after what was found; the row cuts what it
// has no room for.
const (
	quoteBefore = 26
	quoteAfter  = 90
)

// cut takes the words around a place. The whole word is shown as found.
func cut(p part, from, to int) Quote {
	s := p.text
	for r, n := utf8.DecodeLastRuneInString(s[:from]); n > 0 && wordRune(r); r, n = utf8.DecodeLastRuneInString(s[:from]) {
		from -= n
	}
	for r, n := utf8.DecodeRuneInString(s[to:]); n > 0 && wordRune(r); r, n = utf8.DecodeRuneInString(s[to:]) {
		to += n
	}
	begin, end := max(0, from-quoteBefore), min(len(s), to+quoteAfter)
	q := p.Quote
	q.Words, q.Before, q.After = tidy(s[from:to]), tidy(s[begin:from]), tidy(s[to:end])
	if begin == 0 {
		q.Before = strings.TrimLeft(q.Before, " ")
	} else {
		if _, rest, ok := strings.Cut(q.Before, " "); ok { // from a whole word on
			q.Before = rest
		}
		q.Before = "…" + strings.ToValidUTF8(q.Before, "")
	}
	if end < len(s) {
		q.After = strings.ToValidUTF8(q.After, "") + "…"
	}
	return q
}

// tidy makes one line of a text and leaves out the marks of the small Markdown.
func tidy(s string) string {
	s = strings.NewReplacer("*", "", "#", "", "_", "", "|", " ").Replace(s)
	out := strings.Join(strings.Fields(s), " ")
	if out == "" {
		return pad(s)
	}
	if pad(s[:1]) != "" {
		out = " " + out
	}
	if pad(s[len(s)-1:]) != "" {
		out += " "
	}
	return out
}

// pad is the one space that white space is shown as.
func pad(s string) string {
	if s != "" && strings.TrimSpace(s) == "" {
		return " "
	}
	return ""
}
