package privacy

import (
	"slices"
	"strings"
)

// mask takes the words of the hits out of a text and writes "[elev A]" in their
// place: the same person or number gets the same words wherever they stand, and
// the s of a genitive stays. The same text and hits always give the same result,
// and masking it again changes nothing. Groups are not masked: their words are
// not a person's.
func mask(text string, hits []Hit) string {
	m := NewMasker()
	return m.mask(text, hits)
}

// mask masks one text. Hits may come in any order; what lies in another is part
// of it.
func (m *Masker) mask(text string, hits []Hit) string {
	hits = slices.DeleteFunc(slices.Clone(hits), func(h Hit) bool {
		return maskWords[h.Kind] == "" || h.Span.Start < 0 || h.Span.End > len(text) || h.Span.Empty()
	})
	m.Meet(distinct(hits))
	var b strings.Builder
	at := 0
	for _, h := range distinct(hits) {
		b.WriteString(text[at:h.Span.Start])
		b.WriteString(m.Instead(h) + Genitive(h, text))
		at = h.Span.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// find finds the personal data of one paragraph that stands by itself.
func find(text string, known *Known) []Hit {
	return Settle([]Part{{Reading: Read(text)}}, known)[0]
}
