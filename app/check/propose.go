package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// sign is a pack's sign with its phrases in the checker's set.
type sign struct {
	packs.Sign
	phrases, unless []int
}

// Propose reads in a text what kind of measure it is about, whom it touches and
// whether it means buying something: a proposal for the clerk to change. What a
// sentence denies is no sign. A text with no sign of a measure is about a general
// one.
func Propose(p *packs.Packs, text string) (measures []app.Measure, affected []app.Group, purchase bool) {
	set := language.NewSet(len(p.Signs))
	ids := func(phrases []string) (out []int) {
		for _, phrase := range phrases {
			if id, err := set.Add(phrase); err == nil {
				out = append(out, id)
			}
		}
		return out
	}
	var signs []sign
	for _, s := range p.Signs {
		if s.Topic == "" {
			signs = append(signs, sign{s, ids(s.Phrases), ids(s.Unless)})
		}
	}
	in := sentencesWith(set, text)
	for _, s := range signs {
		if s.silenced(in) || s.seen(in, s.Times) == nil {
			continue
		}
		measures, affected = append(measures, s.Measures...), append(affected, s.Affected...)
		purchase = purchase || s.Purchase
	}
	if len(measures) == 0 {
		measures = []app.Measure{app.General}
	}
	return ordered(measures, app.Measures), ordered(affected, []app.Group{app.Children, app.Employees, app.Public}), purchase
}

// sentencesWith finds the sentences of a text that have phrases of the set they do
// not deny.
func sentencesWith(set *language.Set, text string) []spotted {
	var out []spotted
	at := map[int]int{} // by sentence, where in out
	t := language.Read(text)
	for _, h := range set.Find(t) {
		if t.Denied(h) {
			continue
		}
		i, known := at[h.Sentence]
		if !known {
			i = len(out)
			at[h.Sentence] = i
			out = append(out, spotted{title: heads(text, t.Sentences[h.Sentence].Span)})
		}
		out[i].phrases = append(out[i].phrases, h.Phrase)
	}
	return out
}

// ordered gives each of all that was found, once.
func ordered[T comparable](got, all []T) []T {
	var out []T
	for _, v := range all {
		if slices.Contains(got, v) {
			out = append(out, v)
		}
	}
	return out
}

// speaksOf tells whether the document, the matter's title or a claim has a sign
// of the topic.
func (c *Checker) speaksOf(topic string, r *run) bool {
	for _, s := range c.signs {
		if s.Topic == topic && slices.ContainsFunc(s.phrases, func(p int) bool { return len(r.at(p)) > 0 }) {
			return true
		}
	}
	return c.asksFor(topic, r)
}

// asksFor tells whether the matter's title or a claim has a sign of the topic,
// whatever the document goes on to speak of.
func (c *Checker) asksFor(topic string, r *run) bool {
	var about strings.Builder
	about.WriteString(r.matter.Title)
	for _, claim := range r.matter.Claims {
		about.WriteString("\n\n" + claim.Text)
	}
	hits := c.memory.read(about.String(), language.Prose, c).hits
	return slices.ContainsFunc(c.signs, func(s sign) bool {
		return s.Topic == topic && slices.ContainsFunc(hits, func(h hit) bool { return slices.Contains(s.phrases, h.Phrase) })
	})
}
