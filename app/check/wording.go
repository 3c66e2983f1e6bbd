package check

import (
	"slices"
	"sort"

	"yttra/app"
)

// speech holds the phrases that tell who says what; see packs.SpeechWords.
type speech struct{ matter, movers, claims, rest, propose []int }

// compileWords readies the words by which papers name decisions, bodies and
// measures.
func (c *Checker) compileWords(b *builder) {
	const file = "decisions.toml"
	c.forms, c.bodies = map[app.Decision][]int{}, map[app.Level][]int{}
	for _, f := range c.packs.Decisions.Forms {
		c.forms[f.ID] = c.ids(b, file, f.Phrase)
	}
	for _, body := range c.packs.Decisions.Bodies {
		c.bodies[body.Level] = append(c.bodies[body.Level], c.ids(b, file, body.Phrases)...)
	}
	w := c.packs.Decisions.Speech
	c.speech = speech{c.ids(b, file, w.Matter), c.ids(b, file, w.Movers), c.ids(b, file, w.Claims), c.ids(b, file, w.Rest), c.ids(b, file, w.Propose)}
	for _, s := range c.packs.Signs {
		c.signs = append(c.signs, sign{s, c.ids(b, "propose.toml", s.Phrases), c.ids(b, "propose.toml", s.Unless)})
	}
}

// ids gives the numbers of the phrases of a file of words; one that is no phrase is
// left out and told of.
func (c *Checker) ids(b *builder, file string, phrases []string) (out []int) {
	for _, p := range phrases {
		id, err := b.id(p)
		if err != nil {
			c.odd(file, p)
			continue
		}
		out = append(out, id)
	}
	return out
}

// decisionsIn gives the decisions that a sentence names, in the order they are
// offered. Much else than a motion is answered, so that counts only by its name.
func (r *run) decisionsIn(s sentence) []app.Decision {
	var out []app.Decision
	names := func(phrases []int) bool {
		return slices.ContainsFunc(r.hitsIn(s), func(h hit) bool { return slices.Contains(phrases, h.Phrase) })
	}
	for _, d := range app.Decisions {
		if !names(r.checker.forms[d]) || d == app.DeemedAnswered && !names(r.checker.speech.matter) {
			continue
		}
		out = append(out, d)
	}
	return out
}

// hitsIn gives all hits of a sentence; a paragraph's are in the order of its
// sentences.
func (r *run) hitsIn(s sentence) []hit {
	hits := r.sections[s.section].parts[s.part].hits
	from := sort.Search(len(hits), func(i int) bool { return hits[i].Sentence >= s.n })
	to := sort.Search(len(hits), func(i int) bool { return hits[i].Sentence > s.n })
	return hits[from:to]
}

// bodyAt is a body named at a word of a sentence.
type bodyAt struct {
	level       app.Level
	first, last int
}

// bodiesIn gives the bodies that a sentence names, in order. A name inside a
// longer one, as the board's in its executive committee's, is left out.
func (r *run) bodiesIn(s sentence) []bodyAt {
	var out []bodyAt
	for _, h := range r.hitsIn(s) {
		for _, level := range app.Levels {
			if slices.Contains(r.checker.bodies[level], h.Phrase) {
				out = append(out, bodyAt{level, h.First, h.Last})
			}
		}
	}
	return outermost(out)
}

func outermost(bodies []bodyAt) []bodyAt {
	slices.SortFunc(bodies, func(a, b bodyAt) int { return comparePlaces(a.first, b.first, b.last, a.last) })
	var out []bodyAt
	for _, b := range bodies {
		if len(out) == 0 || b.last > out[len(out)-1].last {
			out = append(out, b)
		}
	}
	return out
}

// bySentence cuts spots, which are in order, into those of each sentence.
func bySentence(spots []spot) [][]spot {
	var out [][]spot
	for i, s := range spots {
		if i > 0 && spots[i-1].sentence() == s.sentence() {
			out[len(out)-1] = append(out[len(out)-1], s)
			continue
		}
		out = append(out, []spot{s})
	}
	return out
}
