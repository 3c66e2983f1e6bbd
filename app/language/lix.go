package language

import "unicode/utf8"

// Counts is what readability is figured from.
type Counts struct{ Words, Sentences, Long int }

// Count counts the running text: words that begin with a letter, sentences with
// such a word, and words of more than six letters. Headings, tables and lists
// are for the caller to leave out.
func (t *Text) Count() Counts {
	var c Counts
	for _, s := range t.Sentences {
		n := 0
		for _, w := range t.Words[s.First:s.Last] {
			if w.Fold[0] < 'a' && w.Fold[0] < utf8.RuneSelf {
				continue // a number, §
			}
			n++
			if len(w.Fold) > 6 && letters(w.Fold) > 6 {
				c.Long++
			}
		}
		if n > 0 {
			c.Words += n
			c.Sentences++
		}
	}
	return c
}

// Add sums two counts.
func (c Counts) Add(o Counts) Counts {
	return Counts{c.Words + o.Words, c.Sentences + o.Sentences, c.Long + o.Long}
}

// LIX is Björnsson's measure: words per sentence plus the share of long words in
// per cent, rounded. 0 for a text without words.
func (c Counts) LIX() int {
	if c.Words == 0 || c.Sentences == 0 {
		return 0
	}
	return (c.Words*c.Words + 100*c.Long*c.Sentences + c.Words*c.Sentences/2) / (c.Words * c.Sentences)
}

// CountWords counts the words of a text, numbers and all, as a status line does.
func CountWords(s string) int { return len(words(s)) }
