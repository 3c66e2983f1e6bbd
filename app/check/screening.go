package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Sighting is a sentence that made the program propose an answer to the
// screening.
type Sighting struct {
	Answer   string    // see packs.Sign.Answers
	Sentence string    // white space squeezed
	Place    app.Place // in the document; section −1: it stands in the motion or the matter's title
}

// timesInDocument is in how many sentences of a paper a sign stands at least,
// when there is a motion that says what it is about: a paper also speaks of what
// is done elsewhere, and of what could be done instead.
const timesInDocument = 2

// Screen reads in the motion, and in a document of the matter, what the matter is
// about: each answer that has signs, with its first sentence, in the order of
// the signs. doc may be −1. What a sentence denies is no sign.
func (c *Checker) Screen(m *app.Matter, doc int) []Sighting {
	c.mu.Lock()
	defer c.mu.Unlock()
	var motion, paper []spotted
	for _, text := range about(m) {
		motion = append(motion, c.spot(text, -1)...)
	}
	if doc >= 0 && doc < len(m.Documents) {
		for i, s := range m.Documents[doc].Sections {
			paper = append(paper, c.spot(s.Text, i)...)
		}
	}
	least := 1
	if m.Motion != nil && strings.TrimSpace(m.Motion.Text) != "" {
		least = timesInDocument
	}
	var out []Sighting
	for _, s := range c.signs {
		if s.silenced(motion) {
			continue
		}
		first := s.seen(motion, s.Times)
		if first == nil {
			first = s.seen(paper, max(least, s.Times))
		}
		for _, a := range s.Answers() {
			if first != nil && !slices.ContainsFunc(out, func(o Sighting) bool { return o.Answer == a }) {
				out = append(out, Sighting{a, squeeze(first.quote), first.place})
			}
		}
	}
	return out
}

// about is what a matter says of itself.
func about(m *app.Matter) []string {
	out := []string{m.Title}
	for _, claim := range m.Claims {
		out = append(out, claim.Text)
	}
	if m.Motion != nil {
		out = append(out, m.Motion.Text)
	}
	return out
}

// spotted is a sentence with the phrases that stand in it.
type spotted struct {
	phrases []int
	quote   string
	place   app.Place
	title   bool // it names what the text is about
}

func (s *spotted) has(phrases []int) bool {
	return slices.ContainsFunc(s.phrases, func(p int) bool { return slices.Contains(phrases, p) })
}

// opening is how many bytes into a text its title may begin, after the letterhead.
const opening = 1000

// heads tells whether a sentence near the beginning of a text ends without a stop,
// as a title does.
func heads(text string, s app.Span) bool {
	return s.Start < opening && !strings.HasSuffix(strings.TrimRight(text[s.Start:s.End], "”\"’)"), ".")
}

// spot finds the sentences of a text that have phrases they do not deny.
func (c *Checker) spot(source string, section int) []spotted {
	var out []spotted
	reading := markup.Read(source)
	text := reading.Text
	for _, p := range c.parts(text) {
		at := map[int]int{} // by sentence, where in out
		for _, h := range p.hits {
			if h.denied {
				continue
			}
			i, known := at[h.Sentence]
			if !known {
				i = len(out)
				at[h.Sentence] = i
				where := place(section, p.at, p.text.Sentences[h.Sentence].Span)
				said := spotted{quote: text[where.Span.Start:where.Span.End], title: section < 0 && heads(text, where.Span)}
				where.Span = app.Span(reading.Place(markup.Span(where.Span)))
				said.place = where
				out = append(out, said)
			}
			out[i].phrases = append(out[i].phrases, h.Phrase)
		}
	}
	return out
}

// seen is the first sentence with a phrase of the sign, when there are enough. A
// title is enough by itself.
func (s sign) seen(in []spotted, times int) (first *spotted) {
	n := 0
	for i := range in {
		if !in[i].has(s.phrases) || in[i].has(s.unless) {
			continue
		}
		if n++; in[i].title {
			n = max(n, times)
		}
		if first == nil {
			first = &in[i]
		}
	}
	if n < max(1, times) {
		return nil
	}
	return first
}

// silenced tells that the title speaks of what makes a sign that must be said
// again mean something else: a camera in a motion about a photo club.
func (s sign) silenced(in []spotted) bool {
	return s.Times > 1 && slices.ContainsFunc(in, func(o spotted) bool { return o.title && o.has(s.unless) })
}
