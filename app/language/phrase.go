package language

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// Hit is a place where a phrase was found.
type Hit struct {
	Phrase      int // index among the compiled phrases
	Sentence    int
	First, Last int // words, both included
	Span        app.Span
}

// Set is a set of phrases compiled once. In a phrase
//
//	samtyck*   matches every word that begins so
//	plan~      a noun or adjective in its forms: planen, planernas; not planera
//	*kostnad~  also as the end of a compound: driftskostnader
//	*          alone, one to three words
//	#          a figure: 14, 2026, 35 000
//	=ombud*    no compound and no slip: not dataskyddsombudet
//
// A word of ten letters or more also matches inside a compound, and with one
// letter wrong. An abbreviation that everybody knows, GDPR, is also the words it
// stands for. Find is not safe for use by several goroutines.
type Set struct {
	atoms  *atomIndex
	nodes  []node
	starts []int32        // by atom: the node of phrases that begin with it; 0 when none does
	next   map[edge]int32 // a node and the atom of the next word to the node after
	memo   map[string][]int
	words  [][]int // atoms of each word of the text in hand
	seen   []seen  // by phrase
	round  int     // words of all texts before
}

// node is a place in the tree of phrases.
type node struct {
	ends []int32 // phrases that are whole here
	gap  int32   // node after one to three words of any kind; 0 when there is none
	more bool    // some phrase goes on with a word
}

type edge struct{ node, atom int32 }

// seen is where a phrase was found last, in words of all texts.
type seen struct{ until, sentence, times int }

const (
	maxGap     = 3     // words that "*" may stand for
	maxMemo    = 20000 // different words that are remembered before the memory starts anew
	maxRepeats = 32    // hits of one phrase in one sentence; what says it more often says no more
	keptWords  = 1 << 16
)

// ErrPhrase says that a phrase has no word, a gap at its beginning or end, or too
// few letters to be looked for inside compounds.
var ErrPhrase = errors.New("not a phrase")

// element is a word of a phrase, or a gap.
type element struct {
	atom
	gap bool
}

// NewSet makes an empty set with room for so many phrases.
func NewSet(room int) *Set {
	return &Set{atoms: newAtomIndex(room), nodes: make([]node, 1, 2*room+1), next: make(map[edge]int32, room), memo: map[string][]int{},
		seen: make([]seen, 0, room), round: 1}
}

// Add takes one more phrase and gives its index. A phrase must not be added after
// the first Find.
func (s *Set) Add(phrase string) (int, error) {
	elements, err := parse(phrase)
	if err != nil {
		return 0, fmt.Errorf("compile phrase %q: %w", phrase, err)
	}
	at := s.insert(elements)
	id := len(s.seen)
	s.nodes[at].ends = append(s.nodes[at].ends, int32(id))
	s.seen = append(s.seen, seen{})
	return id, nil
}

// insert walks the tree along a phrase, growing it, and gives the last node.
func (s *Set) insert(elements []element) int32 {
	var at int32
	for i, e := range elements {
		if e.gap {
			if s.nodes[at].gap == 0 {
				s.nodes[at].gap = s.grow()
			}
			at = s.nodes[at].gap
			continue
		}
		id := s.atoms.add(e.atom)
		if i == 0 {
			for len(s.starts) <= id {
				s.starts = append(s.starts, 0)
			}
			if s.starts[id] == 0 {
				s.starts[id] = s.grow()
			}
			at = s.starts[id]
			continue
		}
		k := edge{at, int32(id)}
		if s.next[k] == 0 {
			s.next[k] = s.grow()
			s.nodes[at].more = true
		}
		at = s.next[k]
	}
	return at
}

func (s *Set) grow() int32 {
	s.nodes = append(s.nodes, node{})
	return int32(len(s.nodes) - 1)
}

func parse(phrase string) ([]element, error) {
	var out []element
	for field := range strings.FieldsSeq(phrase) {
		if field == "*" {
			out = append(out, element{gap: true})
			continue
		}
		if field == number {
			out = append(out, element{atom: atom{literal: number}})
			continue
		}
		body, alone := strings.CutPrefix(field, "=")
		body, inside := strings.CutPrefix(body, "*")
		if alone && inside {
			return nil, ErrPhrase
		}
		body, prefix := strings.CutSuffix(body, "*")
		body, forms := strings.CutSuffix(body, "~")
		if simple(body) && !inside { // most are
			a := atom{literal: body, alone: alone}
			switch {
			case prefix && forms:
				return nil, ErrPhrase
			case prefix:
				a.after = anything
			case forms:
				a.after = inflected
			}
			out = append(out, element{atom: a})
			continue
		}
		ws := words(body)
		if len(ws) == 0 || prefix && forms {
			return nil, ErrPhrase
		}
		for i, w := range ws {
			a := atom{literal: w.Fold, inside: inside && i == 0, alone: alone}
			if i == len(ws)-1 && prefix {
				a.after = anything
				if strings.HasSuffix(body, "-") {
					a.literal += "-"
				}
			}
			if i == len(ws)-1 && forms {
				a.after = inflected
			}
			if a.inside && utf8.RuneCountInString(a.literal) < shortestInner {
				return nil, ErrPhrase
			}
			out = append(out, element{atom: a})
		}
	}
	if len(out) == 0 || out[0].gap || out[len(out)-1].gap {
		return nil, ErrPhrase
	}
	return out, nil
}

// simple reports whether s is one word of small letters from a to ö.
func simple(s string) bool {
	for i := range len(s) {
		if c := s[i]; !('a' <= c && c <= 'z' || c == 0xc3 && i+1 < len(s) || i > 0 && s[i-1] == 0xc3 && (c == 0xa5 || c == 0xa4 || c == 0xb6 || c == 0xa9)) {
			return false
		}
	}
	return s != ""
}

// Find finds every phrase in the text, by place, of those that begin together the
// longest first. A phrase lies within one sentence; of overlapping hits of one
// phrase the first is kept.
func (s *Set) Find(t *Text) []Hit {
	s.words = slices.Grow(s.words[:0], len(t.Words))
	for _, w := range t.Words {
		s.words = append(s.words, s.match(w.Fold))
	}
	f := finder{Set: s, text: t}
	for n, sentence := range t.Sentences {
		f.sentence, f.end = n, sentence.Last
		for i := sentence.First; i < sentence.Last; i++ {
			from := len(f.hits)
			for _, id := range s.words[i] {
				if id < len(s.starts) && s.starts[id] != 0 {
					f.walk(s.starts[id], i, i)
				}
			}
			if len(f.hits)-from > 1 {
				slices.SortFunc(f.hits[from:], func(a, b Hit) int {
					if a.Last != b.Last {
						return b.Last - a.Last
					}
					return a.Phrase - b.Phrase
				})
			}
		}
	}
	s.round += len(t.Words) + 1
	if len(s.words) > keptWords {
		s.words = nil
	}
	return f.hits
}

// finder is one search through one text.
type finder struct {
	*Set
	text     *Text
	sentence int
	end      int // of the sentence, in words
	hits     []Hit
}

// walk follows the phrases that begin at word first and have come to word at.
func (f *finder) walk(n int32, first, at int) {
	node := &f.nodes[n]
	for _, p := range node.ends {
		f.keep(int(p), first, at)
	}
	if node.more && at+1 < f.end {
		for _, id := range f.words[at+1] {
			if to, ok := f.next[edge{n, int32(id)}]; ok {
				f.walk(to, first, at+1)
			}
		}
	}
	if node.gap == 0 {
		return
	}
	for skip := 1; skip <= maxGap && at+skip < f.end; skip++ {
		f.walk(node.gap, first, at+skip)
	}
}

func (f *finder) keep(phrase, first, last int) {
	s := &f.seen[phrase]
	if f.round+first < s.until {
		return
	}
	in := f.round + f.text.Sentences[f.sentence].First
	if s.sentence != in {
		s.sentence, s.times = in, 0
	}
	if s.times++; s.times > maxRepeats {
		return
	}
	s.until = f.round + last + 1
	span := app.Span{Start: f.text.Words[first].Span.Start, End: f.text.Words[last].Span.End}
	f.hits = append(f.hits, Hit{phrase, f.sentence, first, last, span})
}

// match gives the atoms of a folded word, from memory when it has been met.
func (s *Set) match(word string) []int {
	if len(word) > longestWord {
		return s.atoms.match(word)
	}
	got, ok := s.memo[word]
	if !ok {
		if len(s.memo) >= maxMemo {
			clear(s.memo)
		}
		got = s.atoms.match(word)
		base, _, _ := strings.Cut(word, ":") // "GDPR:s"
		if long := meanings[base]; long != "" {
			got = append(got, s.atoms.match(long)...)
			slices.Sort(got)
			got = slices.Compact(got)
		}
		s.memo[strings.Clone(word)] = got
	}
	return got
}

// Valid reports what is wrong with a phrase, or nil.
func Valid(phrase string) error {
	_, err := parse(phrase)
	return err
}

// Len is the number of phrases.
func (s *Set) Len() int { return len(s.seen) }
