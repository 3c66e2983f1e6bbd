package spelling

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSuggestions is how many words are proposed for one, and maxLetters how long
// a word may be for anything to be looked for.
const (
	maxSuggestions = 5
	maxLetters     = 48
)

// Suggest gives what a word may have been meant to be, likeliest first: at most
// five, none when nothing is near. It takes some milliseconds.
func (d *Dictionary) Suggest(word string) []string {
	if !utf8.ValidString(word) || utf8.RuneCountInString(word) > maxLetters || d.Knows(word) {
		return nil
	}
	if out, done := d.suggestPart(word); done {
		return out
	}
	s := suggesting{Dictionary: d, word: []rune(strings.ToLower(word)), found: map[string]float64{}}
	s.look()
	return like(word, s.best())
}

// suggestPart looks at the one part of a hyphenated word that is wrong.
func (d *Dictionary) suggestPart(word string) (out []string, done bool) {
	parts := strings.Split(word, "-")
	if len(parts) < 2 {
		return nil, false
	}
	wrong := -1
	for i, p := range parts {
		if d.Knows(p) {
			continue
		}
		if wrong >= 0 {
			return nil, true
		}
		wrong = i
	}
	if wrong < 0 {
		return nil, true
	}
	for _, s := range d.Suggest(parts[wrong]) {
		parts[wrong] = s
		out = append(out, strings.Join(parts, "-"))
	}
	return out, true
}

// like gives suggestions the capitals of the word they stand for.
func like(word string, all []string) []string {
	first, n := utf8.DecodeRuneInString(word)
	capitals := word[n:] != "" && strings.ToUpper(word) == word
	for i, s := range all {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case capitals:
			all[i] = strings.ToUpper(s)
		case unicode.IsUpper(first):
			all[i] = string(unicode.ToUpper(r)) + s[n:]
		}
	}
	return all
}

// suggesting is the search for one word.
type suggesting struct {
	*Dictionary
	word  []rune // small letters
	found map[string]float64
	close bool // a word one letter away has been found
}

func (s *suggesting) look() {
	small := string(s.word)
	for _, title := range []string{string(appendTitle(nil, []byte(small))), small} {
		if s.Knows(title) {
			s.found[title] = 0.2
		}
	}
	s.byFaults(small)
	s.near()
	if !s.close {
		s.compounds()
	}
	if s.apart {
		s.split(small)
	}
}

// best orders what was found; what is far behind the first is left out.
func (s *suggesting) best() []string {
	var out []string
	for w := range s.found {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.found[a], s.found[b]), strings.Compare(a, b))
	})
	const behind = 1.1
	for i, w := range out {
		if i == maxSuggestions || s.found[w] > s.found[out[0]]+behind {
			return out[:i]
		}
	}
	return out
}

// put keeps a word that is near, when it may be suggested.
func (s *suggesting) put(w string, cost float64) {
	if old, ok := s.found[w]; ok && old <= cost || w == string(s.word) {
		return
	}
	entries := s.find([]byte(w))
	for flags, more := entries.next(); more; flags, more = entries.next() {
		if flags.has(s.noSuggest) || flags.has(s.forbidden) {
			return
		}
	}
	s.found[w] = cost
}

// byFaults tries what is often written for something else.
func (s *suggesting) byFaults(word string) {
	for _, f := range s.faults {
		for at := 0; at < len(word); at++ {
			i := strings.Index(word[at:], f.from)
			if i < 0 {
				break
			}
			at += i
			if f.head && at > 0 || f.tail && at+len(f.from) < len(word) || len(word)+len(f.to) > maxWord {
				continue
			}
			w := strings.TrimSpace(word[:at] + f.to + word[at+len(f.from):])
			if strings.Contains(w, " ") && !s.allKnown(w) || !strings.Contains(w, " ") && s.verdict([]byte(w), asWritten) != right {
				continue
			}
			s.put(w, min(0.7, weigh(s.word, []rune(w))))
			s.close = s.close || s.whole([]byte(w), asWritten) == right
		}
	}
}

func (s *suggesting) allKnown(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if !s.Knows(w) {
			return false
		}
	}
	return true
}

// split tries two words for one.
func (s *suggesting) split(word string) {
	for i := range word {
		if left, right := word[:i], word[i:]; i > 1 && len(right) > 1 && s.Knows(left) && s.Knows(right) {
			s.put(left+" "+right, 1.3)
		}
	}
}

// alphabet is what slips are mended with.
var alphabet = []rune("abcdefghijklmnopqrstuvwxyzåäöé")

// compounds tries every word that is one letter away for being put together of
// others, of which none is too short to be told from chance.
func (s *suggesting) compounds() {
	const most, least, tries = 4, 3, 60000
	spent := 0
	s.variants(func(w []rune) bool {
		word := []byte(string(w))
		if len(word) > maxWord {
			return true
		}
		c := splitting{Dictionary: s.Dictionary}
		if c.compound(word) && c.tries < maxTries && c.parts <= most && c.least >= least && s.whole(word, asWritten) == unknown {
			s.put(string(w), weigh(s.word, w)+0.2*float64(c.parts-1))
		}
		spent += c.tries
		return spent < tries
	})
}

// variants gives every word one slip away, until try says that it is enough. The
// slice is used again.
func (s *suggesting) variants(try func([]rune) bool) {
	w := s.word
	buf := make([]rune, 0, len(w)+1)
	for i := range w {
		if !try(append(append(buf, w[:i]...), w[i+1:]...)) {
			return
		}
		if i+1 < len(w) && w[i] != w[i+1] && !try(append(append(append(buf, w[:i]...), w[i+1], w[i]), w[i+2:]...)) {
			return
		}
	}
	for i := 0; i <= len(w); i++ {
		for _, r := range alphabet {
			if i < len(w) && r != w[i] && !try(append(append(append(buf, w[:i]...), r), w[i+1:]...)) ||
				!try(append(append(append(buf, w[:i]...), r), w[i:]...)) {
				return
			}
		}
	}
}
