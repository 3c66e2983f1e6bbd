package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/language"
)

// A term is a word of at least so many letters; two of them are one word spelled
// in two ways when they are alike but for one letter, which is not among the
// first (a prefix makes another word) nor the last (those are endings).
const (
	termLetters   = 10
	termHead      = 3
	termTail      = 4
	hyphenLetters = 5 // "epost" and "e-post"
)

// term is a word of a paragraph that may be spelled in two ways.
type term struct {
	word int // of the text
	id   int32
}

// termIndex gives every word an identity and knows which look like another. It
// is filled as paragraphs are read, so that a check only counts.
type termIndex struct {
	ids    map[string]int32
	words  []string
	near   [][]int32 // by identity: other spellings
	groups map[likeness][]int32
}

// likeness is what words that may be alike have in common.
type likeness struct {
	kind byte // = all but hyphens, < beginning, > end
	text string
}

// maxTerms is how many words are known before the index begins anew; maxAlike is
// how many of one beginning or end a new word is compared with.
const (
	maxTerms = 50000
	maxAlike = 60
)

func newTermIndex() termIndex {
	return termIndex{ids: map[string]int32{}, groups: map[likeness][]int32{}}
}

func (x *termIndex) id(word string) int32 {
	if id, ok := x.ids[word]; ok {
		return id
	}
	word = strings.Clone(word)
	id := int32(len(x.words))
	x.ids[word] = id
	x.words, x.near = append(x.words, word), append(x.near, nil)
	for _, k := range likenesses(word) {
		for _, other := range x.groups[k] {
			if twoSpellings(word, x.words[other]) && !slices.Contains(x.near[id], other) {
				x.near[id], x.near[other] = append(x.near[id], other), append(x.near[other], id)
			}
		}
		if len(x.groups[k]) < maxAlike {
			x.groups[k] = append(x.groups[k], id)
		}
	}
	return id
}

// likenesses are the groups of a word. A letter more may be two bytes more, and
// half of that one, so there are two beginnings and two ends.
func likenesses(w string) []likeness {
	out := []likeness{{'=', strings.ReplaceAll(w, "-", "")}}
	if len(w) < termLetters {
		return out
	}
	for half := (len(w)-2)/2 - 1; half <= len(w)/2-1; half++ {
		out = append(out, likeness{'<', w[:half]}, likeness{'>', w[len(w)-half:]})
	}
	return out
}

// terms gives the words of a paragraph that are long enough to be terms. Names
// and words with digits are none.
func (x *termIndex) terms(t *language.Text) []term {
	var out []term
	for i, w := range t.Words {
		if len(w.Fold) < hyphenLetters || len(w.Fold) > maxWord {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t.Source[w.Span.Start:])
		if !unicode.IsUpper(first) && !strings.ContainsAny(w.Fold, "0123456789:") {
			out = append(out, term{i, x.id(w.Fold)})
		}
	}
	return out
}

// maxWord is the longest word, in bytes, that is taken for one.
const maxWord = 80

// usage is how often a word stands in the paper, and where first.
type usage struct {
	id            int32
	count         int
	section, part int
	n             int
}

// findTerms speaks of words that the paper spells in two ways: with a letter
// left out, or with and without a hyphen. It points at the rarer one.
func findTerms(r *run, _ *look) []found {
	x := &r.checker.terms
	here, order := map[int32]*usage{}, []*usage{}
	for i, s := range r.sections {
		for j, p := range s.parts {
			for _, t := range p.terms {
				if len(x.near[t.id]) == 0 {
					continue
				}
				if here[t.id] == nil {
					here[t.id] = &usage{id: t.id, section: i, part: j, n: t.word}
					order = append(order, here[t.id])
				}
				here[t.id].count++
			}
		}
	}
	var out []found
	for _, rare := range order {
		for _, id := range x.near[rare.id] {
			usual := here[id]
			if usual == nil || rare.count > usual.count || rare.count == usual.count && len(x.words[rare.id]) >= len(x.words[id]) {
				continue
			}
			p := r.sections[rare.section].parts[rare.part]
			span := p.text.Words[rare.n].Span
			out = append(out, found{place: place(rare.section, p.at, span), mend: []string{x.words[id]}, about: x.words[rare.id],
				words: []string{"{here}", p.text.Of(span), "{there}", x.words[id], "{n}", strconv.Itoa(rare.count)}})
			break
		}
	}
	return out
}

// twoSpellings tells whether two different words are one spelled in two ways: a
// letter is left out, two have changed places, or only hyphens tell them apart.
func twoSpellings(a, b string) bool {
	if strings.ReplaceAll(a, "-", "") == strings.ReplaceAll(b, "-", "") {
		return true
	}
	if strings.Contains(a, "-") || strings.Contains(b, "-") {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < termLetters-1 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i < termHead || i > len(x)-termTail {
		return false
	}
	if len(y) > len(x) {
		return slices.Equal(x[i:], y[i+1:])
	}
	return x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}
