package check

import (
	"sort"
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/privacy"
)

// paragraph is everything that is known of a paragraph by itself. It never
// changes once read, but that its words are looked up, and its verbs counted, when
// they are asked for.
type paragraph struct {
	kind     language.ParagraphKind
	text     *language.Text
	hits     []hit
	counts   language.Counts
	amounts  []language.Amount
	capitals []int // words that are abbreviations in capital letters
	marks    map[string][]slip
	fields   []app.Span // [what is to be filled in]
	quotes   []app.Span // quotations
	reported []app.Span // what somebody else is said to say
	explains []explanation
	personal *privacy.Reading

	people     []person
	references []reference
	days       []dayAt
	terms      []term

	announces bool    // its end says that somebody else's words follow: "I motionen yrkas:"
	spelt     *spelt  // nil until it is asked for
	verbs     []tally // of each sentence, as counted by some verbs
	counted   *verbs
}

// hit is a phrase in a paragraph, with what its sentence does to it.
type hit struct {
	language.Hit
	denied   bool // the sentence says it is missing
	asked    bool // the sentence is a question
	quoted   bool // it stands in a quotation
	reported bool // it stands in what somebody else is said to say
	waived   waiving
	unfilled bool // its sentence has a [field] that nobody has filled in
}

// memory keeps read paragraphs in two generations: when the younger is full it
// becomes the older, and what was not asked for in between is forgotten.
type memory struct {
	young, old map[key]*paragraph
	bytes      int // of text in the younger
}

type key struct {
	text string
	kind language.ParagraphKind
}

// A generation holds at most so many paragraphs and bytes of text; a document of
// 28 pages is some 250 paragraphs and 80,000 bytes.
const (
	maxParagraphs = 4000
	maxBytes      = 1 << 20
)

func newMemory() memory {
	return memory{young: map[key]*paragraph{}, old: map[key]*paragraph{}}
}

func (m *memory) read(s string, kind language.ParagraphKind, c *Checker) *paragraph {
	k := key{s, kind}
	if p, ok := m.young[k]; ok {
		return p
	}
	p, ok := m.old[k]
	if !ok {
		p = readParagraph(s, kind, c)
	}
	if len(m.young) >= maxParagraphs || m.bytes+len(s) > maxBytes {
		m.old, m.young, m.bytes = m.young, map[key]*paragraph{}, 0
	}
	m.young[k] = p
	m.bytes += len(s)
	return p
}

func readParagraph(s string, kind language.ParagraphKind, c *Checker) *paragraph {
	t := language.Read(s)
	p := &paragraph{kind: kind, text: t, counts: t.Count(), amounts: language.Amounts(s),
		capitals: capitalWords(t), marks: slipsIn(s), fields: fieldsIn(s), quotes: language.Quotes(s), reported: t.Reported(), personal: privacy.Read(s)}
	found := c.set.Find(t)
	p.hits = make([]hit, len(found))
	for i, h := range found {
		p.hits[i] = p.judge(h)
	}
	waive(p.hits, c.waivers)
	p.explains = explanations(p)
	p.people, p.references, p.days, p.terms = peopleIn(t), referencesIn(t), daysIn(t), c.terms.terms(t)
	if n := len(t.Sentences) - 1; n >= 0 && len(p.reported) > 0 {
		last := p.reported[len(p.reported)-1]
		p.announces = strings.HasSuffix(s, ":") && last.End >= t.Words[t.Sentences[n].Last-1].Span.End
	}
	return p
}

// judge tells what its sentence does to a hit.
func (p *paragraph) judge(h language.Hit) hit {
	return hit{Hit: h, denied: p.text.Denied(h), asked: p.text.Asked(h.Sentence), quoted: p.kind == language.Quote || inside(p.quotes, h.Span),
		reported: inside(p.reported, h.Span), unfilled: overlaps(p.fields, p.text.Sentences[h.Sentence].Span)}
}

// inside tells whether one of the spans, which are in order and apart, holds s.
func inside(spans []app.Span, s app.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End >= s.End })
	return i < len(spans) && spans[i].Start <= s.Start
}
