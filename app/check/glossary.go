package check

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"yttra/app/language"
)

// explanation is an abbreviation that stands in parentheses after words that
// phrases match: "personuppgiftsbiträdesavtal (PUB)".
type explanation struct {
	short   string // folded
	word    int
	phrases []int
}

// glossary holds the abbreviations that a paper has explained so far, with the
// phrases that they answer to.
type glossary map[string][]int

// explanations finds those of a paragraph, by place.
func explanations(p *paragraph) []explanation {
	var out []explanation
	for _, n := range p.capitals {
		span := p.text.Words[n].Span
		if n == 0 || !strings.HasSuffix(strings.TrimRight(p.text.Source[:span.Start], "”\"’"), " (") || !strings.HasPrefix(p.text.Source[span.End:], ")") {
			continue
		}
		short := p.text.Words[n].Fold
		e := explanation{short: short, word: n}
		for _, h := range p.hits {
			if h.Last == n-1 && spells(p.text, short, h.Hit) {
				e.phrases = append(e.phrases, h.Phrase)
			}
		}
		if len(e.phrases) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// spells tells whether the letters of an abbreviation stand in order in the words
// of a hit, beginning with the first.
func spells(t *language.Text, short string, h language.Hit) bool {
	var long strings.Builder
	for _, w := range t.Words[h.First : h.Last+1] {
		long.WriteString(w.Fold)
	}
	rest := long.String()
	first, _ := utf8.DecodeRuneInString(short)
	if !strings.HasPrefix(rest, string(first)) {
		return false
	}
	for _, r := range short {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+utf8.RuneLen(r):]
	}
	return true
}

// read adds hits where abbreviations explained before stand, and then what the
// paragraphs themselves explain.
func (x glossary) read(parts []part) {
	for i := range parts {
		p := &parts[i]
		next, more := 0, []hit(nil)
		for _, n := range p.capitals {
			if next < len(p.explains) && p.explains[next].word == n {
				e := p.explains[next]
				x[e.short] = append(x[e.short], e.phrases...)
				next++
				continue
			}
			more = append(more, x.hits(p.paragraph, n)...)
		}
		if len(more) > 0 {
			p.hits = append(slices.Clone(p.hits), more...)
			slices.SortStableFunc(p.hits, func(a, b hit) int { return comparePlaces(a.First, b.First, b.Last, a.Last) })
		}
	}
}

// hits are the phrases that the abbreviation at word n stands for.
func (x glossary) hits(p *paragraph, n int) []hit {
	if len(x) == 0 {
		return nil
	}
	var out []hit
	for _, phrase := range x[language.Fold(abbreviationIn(p.text.Of(p.text.Words[n].Span)))] {
		sentence := sort.Search(len(p.text.Sentences), func(i int) bool { return p.text.Sentences[i].Last > n })
		out = append(out, p.judge(language.Hit{Phrase: phrase, Sentence: sentence, First: n, Last: n, Span: p.text.Words[n].Span}))
	}
	return out
}
