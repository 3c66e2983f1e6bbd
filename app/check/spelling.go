package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/spelling"
)

// spelt is what the dictionary says of a paragraph by itself.
type spelt struct {
	unknown []int    // words that the dictionary has not
	names   []string // folded words with a capital inside a sentence
}

// speller is the dictionary and what it has been asked before.
type speller struct {
	dictionary *spelling.Dictionary // nil: spelling is not checked
	terms, own spelling.List        // of the packs and of the profile
	asked      map[string]bool
	listed     map[string]bool // whether terms or own have it
	suggested  map[string][]string
}

// maxAsked is how many words are remembered.
const maxAsked = 20000

// Spell gives the checker a dictionary to spell by; nil takes it away. It is read
// apart from the rules, since it lies in a file of its own.
func (c *Checker) Spell(d *spelling.Dictionary) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.speller
	s.dictionary, s.asked, s.listed, s.suggested = d, map[string]bool{}, map[string]bool{}, map[string][]string{}
	c.memory = newMemory()
}

func (s *speller) knows(word string) bool {
	known, asked := s.asked[word]
	if !asked {
		if len(s.asked) >= maxAsked {
			clear(s.asked)
		}
		known = s.dictionary.Knows(composed(word))
		s.asked[strings.Clone(word)] = known
	}
	return known
}

func (s *speller) suggest(word string) []string {
	word = composed(word)
	out, asked := s.suggested[word]
	if !asked {
		out = s.dictionary.Suggest(word)
		s.suggested[strings.Clone(word)] = out
	}
	return slices.Clone(out)
}

var plainHyphens = strings.NewReplacer("\u00ad", "", "\u2010", "-", "\u2011", "-")

// composed is a word as a dictionary has it: whole where a line divides it,
// without soft hyphens, each letter with its marks in one.
func composed(word string) string {
	if before, after, divided := strings.Cut(word, "\n"); divided {
		word = strings.TrimSuffix(strings.TrimRight(before, " \r"), "-") + strings.TrimLeft(after, " ")
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return plainHyphens.Replace(norm.NFC.String(word))
		}
	}
	return word
}

// findMisspelt speaks of words that no dictionary has, once each. Without one it
// says nothing.
func findMisspelt(r *run, l *look) []found {
	s := &r.checker.speller
	if s.dictionary == nil {
		return nil
	}
	var out []found
	known := r.names()
	for i, section := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for _, p := range section.parts {
			for _, n := range s.misspelt(p.paragraph, known) {
				w := p.text.Words[n]
				out = append(out, found{place: place(i, p.at, w.Span), about: w.Fold, group: w.Fold, words: []string{"{word}", p.text.Of(w.Span)}})
			}
		}
	}
	return out
}

// leastForeign is how many words a sentence must have to be taken for another
// language when half of them are unknown: fewer may all be slips.
const leastForeign = 7

// misspelt gives the words of a paragraph that are neither in the dictionary, nor
// in a list, nor a name. A sentence with many of them is in another language.
func (s *speller) misspelt(p *paragraph, known names) []int {
	var out []int
	unknown := s.read(p).unknown
	for _, sentence := range p.text.Sentences {
		began := len(out)
		for len(unknown) > 0 && unknown[0] < sentence.Last {
			n := unknown[0]
			unknown = unknown[1:]
			w := p.text.Words[n]
			word := composed(p.text.Of(w.Span))
			if !known.have(w.Fold, word) && !s.inList(word) {
				out = append(out, n)
			}
		}
		words := sentence.Last - sentence.First
		if lost := len(out) - began; words >= leastForeign && 2*lost >= words {
			out = out[:began]
		}
	}
	return out
}

// inList tells whether a list has a word. The search is slow beside that in the
// dictionary, and few words need it.
func (s *speller) inList(word string) bool {
	has, asked := s.listed[word]
	if !asked {
		if len(s.listed) >= maxAsked {
			clear(s.listed)
		}
		has = s.terms.Has(s.dictionary, word) || s.own.Has(s.dictionary, word)
		s.listed[strings.Clone(word)] = has
	}
	return has
}

// names are folded words, without a genitive, that need no dictionary.
type names struct {
	given map[string]bool // in the matter and the profile: who and where
	seen  map[string]bool // with a capital inside a sentence
}

func (n names) have(fold, word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	g := genitive(fold)
	return n.given[g] || unicode.IsUpper(r) && n.seen[g]
}

func (r *run) names() names {
	out := names{map[string]bool{}, map[string]bool{}}
	add := func(texts ...string) {
		for _, t := range texts {
			for _, w := range language.Read(t).Words {
				out.given[genitive(w.Fold)] = true
			}
		}
	}
	m, p := r.matter, r.checker.profile
	add(m.Title, m.Holder, p.Municipality, p.Department, p.Officer.Name, p.Officer.Title)
	for _, mover := range m.Movers {
		add(mover.Name, mover.Party)
	}
	for _, b := range p.Bodies {
		add(b.Name)
		add(peopleOf(b.Signatories)...)
	}
	for _, d := range m.Documents {
		add(d.Title, d.Body, d.Department, d.To)
		add(peopleOf(d.Officers)...)
		add(peopleOf(d.Signatories)...)
	}
	for _, s := range r.sections {
		for _, p := range s.parts {
			for _, n := range r.checker.speller.read(p.paragraph).names {
				out.seen[genitive(n)] = true
			}
		}
	}
	return out
}

func peopleOf(people []app.Person) (out []string) {
	for _, p := range people {
		out = append(out, p.Name, p.Title)
	}
	return out
}

func genitive(fold string) string { return strings.TrimSuffix(fold, "s") }

// read looks up the words of a paragraph, the first time.
func (s *speller) read(p *paragraph) *spelt {
	if p.spelt == nil {
		p.spelt = s.look(p)
	}
	return p.spelt
}

func (s *speller) look(p *paragraph) *spelt {
	out := &spelt{}
	if p.kind == language.Quote {
		return out
	}
	others := foreign(p.text.Source)
	for _, sentence := range p.text.Sentences {
		for n := sentence.First; n < sentence.Last; n++ {
			w := p.text.Words[n]
			for len(others) > 0 && others[0].End <= w.Span.Start {
				others = others[1:]
			}
			if len(others) == 0 || others[0].Start >= w.Span.End {
				s.word(p, n, n == sentence.First, out)
			}
		}
	}
	return out
}

// word looks up one word. One with a capital inside a sentence is a name; what
// has a figure or more capitals is no word of a dictionary.
func (s *speller) word(p *paragraph, n int, first bool, out *spelt) {
	t := p.text
	w := t.Words[n]
	word := t.Of(w.Span)
	r, size := utf8.DecodeRuneInString(word)
	capital := unicode.IsUpper(r)
	if !unicode.IsLetter(r) || size == len(word) || strings.ContainsFunc(word[size:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return
	}
	opens := first || opensAfter(t, n)
	if capital && (!opens || p.kind == language.TableRow) {
		out.names = append(out.names, w.Fold)
		return
	}
	if s.knows(word) || inAddress(t.Source, w.Span) || t.Abbreviated(n) {
		return
	}
	after := t.Source[w.Span.End:]
	switch {
	case strings.HasPrefix(after, "-"): // "utbildnings- och …", or a word that goes on in the next line
		if strings.HasPrefix(strings.TrimLeft(after[1:], " \t\r"), "\n") || s.dictionary.Begins(composed(word)) {
			return
		}
	case brokenBefore(t.Source[:w.Span.Start]):
		return
	case capital && n+1 < len(t.Words) && nameAfter(t, n):
		return
	}
	out.unknown = append(out.unknown, n)
}

// opensAfter tells whether a word begins something new inside its sentence: after
// a colon, a line end, an opening mark.
func opensAfter(t *language.Text, n int) bool {
	return n > 0 && strings.ContainsAny(t.Source[t.Words[n-1].Span.End:t.Words[n].Span.Start], ".:!?\n•–|(”\"»*_[")
}

// nameAfter tells whether the next word has a capital too and stands close, as a
// surname does.
func nameAfter(t *language.Text, n int) bool {
	r, _ := utf8.DecodeRuneInString(t.Source[t.Words[n+1].Span.Start:])
	return unicode.IsUpper(r) && strings.TrimSpace(t.Source[t.Words[n].Span.End:t.Words[n+1].Span.Start]) == ""
}

// brokenBefore tells whether the word before ends in a hyphen at the end of its
// line, or this one begins with a hyphen.
func brokenBefore(before string) bool {
	trimmed := strings.TrimRight(before, " \t\r\n")
	return strings.HasSuffix(trimmed, "-") && len(trimmed) > 1 && trimmed[len(trimmed)-2] != ' ' && strings.Contains(before[len(trimmed):], "\n") ||
		strings.HasSuffix(before, "-")
}
