package privacy

import (
	"fmt"
	"regexp"
	"strings"
)

// maskWords stand for what is taken out; the mask is on paper, so they are
// Swedish wherever the program is used.
var maskWords = map[Kind]string{Child: "elev", Person: "person", Personnummer: "personnummer", Misnumber: "personnummer", Coordination: "samordningsnummer",
	Reserve: "reservnummer", Birth: "födelsedatum", Street: "adress", Postcode: "postadress", Phone: "telefon", Mail: "e-post",
	Property: "fastighet", Vehicle: "fordon", Device: "enhet", Health: "hälsouppgift", Protected: "uppgift"}

// Masker masks several texts with the same words for the same persons.
type Masker struct {
	given map[string]string // by kind and key
	count map[string]int
	taken map[string]bool // words that stand in a text already, for somebody else
}

// NewMasker gives a masker that has met nobody.
func NewMasker() *Masker {
	return &Masker{given: map[string]string{}, count: map[string]int{}, taken: map[string]bool{}}
}

var masked = regexp.MustCompile(`\[[\p{L}-]+ (?:[A-Z]{1,3}|[0-9]{1,5})\\?\]`)

// Taken keeps words like "[elev A]" that a text has already from being given to
// anybody else.
func (m *Masker) Taken(text string) {
	for _, s := range masked.FindAllString(text, -1) {
		m.taken[strings.ReplaceAll(s, `\`, "")] = true
	}
}

// Meet meets the persons of some hits who have more than a given name: when a text
// names them by it alone, it is known whose it is.
func (m *Masker) Meet(hits []Hit) {
	for _, h := range hits {
		if isName(h.Kind) && strings.Contains(h.Key, " ") {
			m.Instead(h)
		}
	}
}

func isName(k Kind) bool { return k == Child || k == Person }

// Instead gives the words that stand for a hit: letters for persons, numbers for
// the rest; none for kinds that are not masked.
func (m *Masker) Instead(h Hit) string {
	word := maskWords[h.Kind]
	if word == "" {
		return ""
	}
	key := word + " " + h.Key
	if p, ok := m.given[key]; ok {
		return p
	}
	p := ""
	if isName(h.Kind) && !strings.Contains(h.Key, " ") {
		p = m.given[word+" "+withoutS(h.Key)]
	}
	for p == "" || m.taken[p] {
		m.count[word]++
		if n := m.count[word]; isName(h.Kind) {
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

// Genitive gives the s that the name of a hit ended with in its text, when what
// follows is owned by it.
func Genitive(h Hit, text string) string {
	name, after := text[h.Span.Start:h.Span.End], text[h.Span.End:]
	if !isName(h.Kind) || !strings.HasSuffix(name, "s") || !strings.HasPrefix(after, " ") || len(after) < 2 {
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
