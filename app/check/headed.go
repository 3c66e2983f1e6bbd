package check

import (
	"slices"
	"strings"

	"yttra/app/language"
)

// minHeaded is how many words a sentence has at least to answer what its heading
// asks.
const minHeaded = 5

// headed gives a spot for every sentence that stands under a heading of the look:
// what is written under "Barnets bästa" is about the best interests of the child
// whatever its words. A sentence in which words of the look stand is told by
// them, in spoken; and one heading with two subjects tells nothing of either.
func (r *run) headed(l *look, spoken []spot) []spot {
	if len(l.headings) == 0 {
		return nil
	}
	told := sentences{run: r}
	for _, s := range spoken {
		told.add(s.sentence())
	}
	var out []spot
	for i := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		s := &r.sections[i]
		under := s.heading != nil && tells(s.heading, l.headings)
		for j := range s.parts {
			p := &s.parts[j]
			switch {
			case p.kind == language.Heading:
				under = tells(p.paragraph, l.headings)
			case under && !p.foreign && (p.kind == language.Prose || p.kind == language.Item):
				out = r.answers(out, i, j, told)
			}
		}
	}
	return out
}

// answers adds the sentences of a paragraph that say something in the body's own
// voice and are not told.
func (r *run) answers(out []spot, section, part int, told sentences) []spot {
	p := r.sections[section].parts[part]
	for n, s := range p.text.Sentences {
		if told.has(sentence{section, part, n}) || s.Last-s.First < minHeaded || p.kind == language.Prose && !ended(p.text.Of(s.Span)) || p.text.Asked(n) || inside(p.reported, p.text.Words[s.Last-1].Span) {
			continue
		}
		h := hit{Hit: language.Hit{Phrase: noPhrase, Sentence: n, First: s.First - 1, Last: s.First - 1, Span: s.Span}, unfilled: overlaps(p.fields, s.Span)}
		h.waived = waivedUnder(h, p.hits, r.checker.waivers)
		out = append(out, spot{section, part, h})
	}
	return out
}

// ended reports whether a sentence has come to its end: a line without a full
// stop is a signature or another heading.
func ended(s string) bool { return strings.HasSuffix(strings.TrimRight(s, "”\"»)"), ".") }

// noPhrase is the phrase of a hit that its heading makes.
const noPhrase = -1

// waivedUnder tells what the hits of its sentence do to one that its heading makes.
func waivedUnder(h hit, hits []hit, kinds []uint8) waiving {
	from, _ := slices.BinarySearchFunc(hits, h.Sentence, func(a hit, n int) int { return a.Sentence - n })
	to := from
	for to < len(hits) && hits[to].Sentence == h.Sentence {
		to++
	}
	return waiversIn(hits[from:to], kinds).of(h.Hit)
}

// maxTelling is how many words a heading has at most to tell what all that
// stands below it is about.
const maxTelling = 7

// tells reports whether a short heading holds one of the phrases, and no other
// subject beside it.
func tells(heading *paragraph, phrases []int) bool {
	if len(heading.text.Words) > maxTelling {
		return false
	}
	for _, h := range heading.hits {
		if slices.Contains(phrases, h.Phrase) && !besides(heading.text, h.First, h.Last) {
			return true
		}
	}
	return false
}

func besides(t *language.Text, first, last int) bool {
	for i, w := range t.Words {
		if (w.Fold == "och" || w.Fold == "samt" || w.Fold == "eller") && (i < first || i > last) {
			return true
		}
	}
	return false
}
