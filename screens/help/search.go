package help

import (
	"slices"
	"strings"
	"unicode"
)

// Hit is a page that holds what was searched for, and where.
type Hit struct {
	ID    string
	Title string
	Quote string // words around the first hit in the body; empty: only the title
}

// Words parts a text into words as a search sees them: letters and digits, small.
// å, ä and ö are letters of their own.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Search finds the pages in which every word of the query begins some word. Pages
// whose title holds all of them come first, then those whose title holds some,
// then the rest in the order of the contents.
func (b *Book) Search(query string) []Hit {
	words := Words(query)
	if len(words) == 0 {
		return nil
	}
	var ranked [3][]Hit
	for _, id := range b.order {
		p := b.pages[id]
		inTitle := within(words, Words(p.Title+" "+p.ID))
		quote, all := b.quote(p, words)
		switch {
		case inTitle == len(words):
			ranked[0] = append(ranked[0], Hit{id, p.Title, quote})
		case all && inTitle > 0:
			ranked[1] = append(ranked[1], Hit{id, p.Title, quote})
		case all:
			ranked[2] = append(ranked[2], Hit{id, p.Title, quote})
		}
	}
	return slices.Concat(ranked[0], ranked[1], ranked[2])
}

// within counts the words that begin one of the others.
func within(words, in []string) int {
	n := 0
	for _, w := range words {
		if slices.ContainsFunc(in, func(s string) bool { return strings.HasPrefix(s, w) }) {
			n++
		}
	}
	return n
}

// quote gives the block with most of the words, cut around the first of them, and
// whether the page as a whole holds them all.
func (b *Book) quote(p Page, words []string) (quote string, all bool) {
	most := 0
	body := Words(p.Title + " " + p.ID)
	for _, block := range p.Blocks {
		text := block.Text()
		in := Words(text)
		body = append(body, in...)
		if n := within(words, in); n > most {
			most, quote = n, around(text, words)
		}
	}
	return quote, within(words, body) == len(words)
}

// around cuts a text to the words about the first hit.
func around(text string, words []string) string {
	fields := strings.Fields(text)
	at := max(0, slices.IndexFunc(fields, func(f string) bool { return Marked(f, words) }))
	from := max(0, at-3)
	out := strings.Join(fields[from:min(len(fields), from+16)], " ")
	if from > 0 {
		out = "… " + out
	}
	return out
}

// Marked reports whether a word of a text is one that was searched for.
func Marked(field string, words []string) bool {
	for _, s := range Words(field) {
		for _, w := range words {
			if strings.HasPrefix(s, w) {
				return true
			}
		}
	}
	return false
}
