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
	phrases []int
}

// Propose reads in a text what kind of measure it is about, whom it touches and
// whether it means buying something: a proposal for the clerk to change. What a
// sentence denies is no sign. A text with no sign of a measure is about a general
// one.
func Propose(p *packs.Packs, text string) (measures []app.Measure, affected []app.Group, purchase bool) {
	var phrases []string
	var of []int // the sign of each
	for i, s := range p.Signs {
		for _, phrase := range s.Phrases {
			if s.Topic == "" && language.Valid(phrase) == nil {
				phrases, of = append(phrases, phrase), append(of, i)
			}
		}
	}
	set, err := language.Compile(phrases)
	if err != nil {
		return []app.Measure{app.General}, nil, false
	}
	in := make([]map[int]bool, len(p.Signs)) // sentences with the sign
	t := language.Read(text)
	for _, h := range set.Find(t) {
		if n := of[h.Phrase]; !t.Denied(h) {
			if in[n] == nil {
				in[n] = map[int]bool{}
			}
			in[n][h.Sentence] = true
		}
	}
	for i, s := range p.Signs {
		if len(in[i]) == 0 || len(in[i]) < s.Times {
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
