package privacy

import (
	"fmt"
	"slices"
	"strings"
)

// maskWords stand for what is taken out; the mask is on paper, so they are
// Swedish wherever the program is used.
var maskWords = map[Kind]string{Child: "elev", Person: "person", Personnummer: "personnummer", Misnumber: "personnummer", Coordination: "samordningsnummer",
	Reserve: "reservnummer", Birth: "födelsedatum", Street: "adress", Postcode: "postadress", Phone: "telefon", Mail: "e-post",
	Property: "fastighet", Vehicle: "fordon", Device: "enhet", Health: "hälsouppgift", Protected: "uppgift"}

// Mask takes the words of the hits out of a text and writes "[elev A]" in their
// place: the same person or number gets the same words wherever they stand, and
// the s of a genitive stays. The same text and hits always give the same result,
// and masking it again changes nothing. Groups are not masked: their words are
// not a person's.
func Mask(text string, hits []Hit) string {
	m := NewMasker()
	return m.Mask(text, hits)
}

// Masker masks several texts with the same words for the same persons.
type Masker struct {
	given map[string]string // by kind and key
	count map[string]int
}

// NewMasker gives a masker that has met nobody.
func NewMasker() *Masker { return &Masker{given: map[string]string{}, count: map[string]int{}} }

// Mask masks one text. Hits may come in any order; what lies in another is part
// of it.
func (m *Masker) Mask(text string, hits []Hit) string {
	hits = slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool {
		return maskWords[h.Kind] == "" || h.Span.Start < 0 || h.Span.End > len(text) || h.Span.Empty()
	})
	for _, h := range distinct(hits) {
		if isName(h.Kind) && strings.Contains(h.Key, " ") {
			m.placeholder(h) // whole names first: a given name alone is theirs
		}
	}
	var b strings.Builder
	at := 0
	for _, h := range distinct(hits) {
		b.WriteString(text[at:h.Span.Start])
		b.WriteString(m.placeholder(h))
		if isName(h.Kind) {
			b.WriteString(genitiveOf(text[h.Span.Start:h.Span.End], text[h.Span.End:]))
		}
		at = h.Span.End
	}
	b.WriteString(text[at:])
	return b.String()
}

func isName(k Kind) bool { return k == Child || k == Person }

// placeholder gives the words for a hit: letters for persons, numbers for the rest.
func (m *Masker) placeholder(h Hit) string {
	word := maskWords[h.Kind]
	key := word + " " + h.Key
	if p, ok := m.given[key]; ok {
		return p
	}
	p := ""
	if isName(h.Kind) && !strings.Contains(h.Key, " ") {
		p = m.given[word+" "+withoutS(h.Key)]
	}
	if p == "" {
		m.count[word]++
		n := m.count[word]
		if isName(h.Kind) {
			p = fmt.Sprintf("[%s %s]", word, letters(n))
		} else {
			p = fmt.Sprintf("[%s %d]", word, n)
		}
	}
	m.given[key] = p
	if first, last := ends(h.Key); isName(h.Kind) && last != "" && m.given[word+" "+withoutS(first)] == "" {
		m.given[word+" "+withoutS(first)] = p
	}
	return p
}

// letters counts A to Z and then AA, AB.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// genitiveOf gives the s that a name ended with when what follows is owned by it.
func genitiveOf(name, after string) string {
	if !strings.HasSuffix(name, "s") || !strings.HasPrefix(after, " ") || len(after) < 2 {
		return ""
	}
	if c := after[1]; c < 'a' || c > 'z' {
		return ""
	}
	last := name[strings.LastIndexAny(name, " \u00a0\n")+1:]
	if lex.given[last] == usualName || lex.surnames[last] {
		return ""
	}
	return "s"
}
