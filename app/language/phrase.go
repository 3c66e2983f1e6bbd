package language

import (
	"errors"
	"fmt"
	"strings"

	"yttra/app"
)

// Hit is a place where a phrase was found.
type Hit struct {
	Phrase      int // index among the compiled phrases
	Sentence    int
	First, Last int // words, both included
	Span        app.Span
}

// Set is a set of phrases compiled once. In a phrase a word that ends in "*"
// matches every word that begins so, and "*" alone stands for one to three
// words. A word of ten letters or more also matches inside a compound, and with
// one letter wrong. Find is not safe for use by several goroutines.
type Set struct {
	phrases [][]element
	byFirst map[int][]int // first element's atom to phrases
	atoms   atomIndex
	memo    map[string][]int // folded word to the atoms it matches
}

// element is an atom, or a gap of one to three words.
type element struct {
	atom int
	gap  bool
}

// maxGap is how many words "*" may stand for, and maxMemo how many different
// words are remembered before the memory starts anew.
const (
	maxGap  = 3
	maxMemo = 20000
)

// ErrPhrase says that a phrase has no word, or a gap at its beginning or end.
var ErrPhrase = errors.New("not a phrase")

// Compile reads phrases; a fault names the phrase.
func Compile(phrases []string) (*Set, error) {
	s := &Set{byFirst: map[int][]int{}, atoms: newAtomIndex(), memo: map[string][]int{}}
	for i, p := range phrases {
		elements, err := s.parse(p)
		if err != nil {
			return nil, fmt.Errorf("compile phrase %q: %w", p, err)
		}
		s.phrases = append(s.phrases, elements)
		s.byFirst[elements[0].atom] = append(s.byFirst[elements[0].atom], i)
	}
	return s, nil
}

func (s *Set) parse(phrase string) ([]element, error) {
	var out []element
	for field := range strings.FieldsSeq(phrase) {
		if field == "*" {
			out = append(out, element{gap: true})
			continue
		}
		prefix := strings.HasSuffix(field, "*")
		ws := words(strings.TrimSuffix(field, "*"))
		if len(ws) == 0 {
			return nil, ErrPhrase
		}
		for i, w := range ws {
			literal, last := w.Fold, i == len(ws)-1
			if last && prefix && strings.HasSuffix(field, "-*") {
				literal += "-"
			}
			out = append(out, element{atom: s.atoms.add(literal, prefix && last)})
		}
	}
	if len(out) == 0 || out[0].gap || out[len(out)-1].gap {
		return nil, ErrPhrase
	}
	return out, nil
}

// Find finds every phrase in the text, by place. A phrase lies within one
// sentence; of overlapping hits of one phrase the first is kept.
func (s *Set) Find(t *Text) []Hit {
	if len(s.memo) > maxMemo {
		clear(s.memo)
	}
	var hits []Hit
	until := map[int]int{} // phrase to the word after its latest hit
	for n, sentence := range t.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			for _, atom := range s.match(t.Words[i].Fold) {
				for _, p := range s.byFirst[atom] {
					last := s.rest(t, s.phrases[p][1:], i, sentence.Last)
					if last < 0 || i < until[p] {
						continue
					}
					until[p] = last + 1
					span := app.Span{Start: t.Words[i].Span.Start, End: t.Words[last].Span.End}
					hits = append(hits, Hit{p, n, i, last, span})
				}
			}
		}
	}
	return hits
}

// rest matches what follows word at; it gives the last word, or -1.
func (s *Set) rest(t *Text, es []element, at, end int) int {
	if len(es) == 0 {
		return at
	}
	if !es[0].gap {
		if at+1 < end && s.matches(t.Words[at+1].Fold, es[0].atom) {
			return s.rest(t, es[1:], at+1, end)
		}
		return -1
	}
	for skip := 1; skip <= maxGap; skip++ {
		if last := s.rest(t, es[1:], at+skip, end); last >= 0 {
			return last
		}
	}
	return -1
}

func (s *Set) matches(word string, atom int) bool {
	for _, a := range s.match(word) {
		if a == atom {
			return true
		}
	}
	return false
}

func (s *Set) match(word string) []int {
	got, ok := s.memo[word]
	if !ok && len(word) > longestWord {
		return s.atoms.match(word)
	}
	if !ok {
		got = s.atoms.match(word)
		s.memo[strings.Clone(word)] = got
	}
	return got
}

// Valid reports what is wrong with a phrase, or nil.
func Valid(phrase string) error {
	_, err := Compile([]string{phrase})
	return err
}

// Len is the number of phrases.
func (s *Set) Len() int { return len(s.phrases) }
