package check

import (
	"slices"
	"sort"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// actor is a body or office named at words of a sentence. An office, which
// writes to a body, has no level.
type actor struct {
	level       app.Level
	first, last int
	name        string // folded, as it stands
}

// actorsIn gives those whom a sentence names as doing something, in order: a
// genitive does nothing, and a name inside a longer one is left out.
func (r *run) actorsIn(s sentence) []actor {
	t := r.sections[s.section].parts[s.part].text
	var out []actor
	for _, b := range r.bodiesIn(s) {
		out = append(out, actor{b.level, b.first, b.last, t.Words[b.last].Fold})
	}
	st := t.Sentences[s.n]
	for i := st.First; i < st.Last; i++ {
		if level, ok := r.checker.actorEnding(t.Words[i].Fold); ok {
			out = append(out, actor{level, i, i, t.Words[i].Fold})
		}
	}
	slices.SortFunc(out, func(a, b actor) int { return comparePlaces(a.first, b.first, b.last, a.last) })
	kept := out[:0]
	for _, a := range out {
		if caseReference(t, a.last) {
			continue
		}
		if f := a.name; len(f) > 5 && strings.HasSuffix(f, "s") || len(kept) > 0 && a.last <= kept[len(kept)-1].last {
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// actorEnding tells by its end that a word names a body or an office.
func (c *Checker) actorEnding(word string) (app.Level, bool) {
	if !strings.HasSuffix(word, "n") && !strings.HasSuffix(word, "t") {
		return "", false
	}
	for _, b := range c.packs.Decisions.Bodies {
		for _, end := range b.Ends {
			if strings.HasSuffix(word, end) {
				return b.Level, true
			}
		}
	}
	for _, end := range c.packs.Decisions.Speech.Offices {
		if strings.HasSuffix(word, end) {
			return "", true
		}
	}
	return "", false
}

// link is one "föreslår" of a sentence: who proposes, and to whom. Either may be
// unnamed.
type link struct {
	verb     int // the word
	from, to *actor
}

// linksOf reads who proposes to whom at the given verbs of a sentence. The
// subject stands right before the verb or opens the sentence; when it does
// neither and two names follow the verb, or one that is followed by "att", the
// first of them is the subject: "därför föreslår nämnden kommunstyrelsen att …".
func (r *run) linksOf(s sentence, verbs []int) []link {
	t := r.sections[s.section].parts[s.part].text
	actors := r.actorsIn(s)
	at := func(first int) *actor {
		if i := actorFrom(actors, first); i < len(actors) && actors[i].first == first {
			return &actors[i]
		}
		return nil
	}
	is := func(i int, word string) bool { return i < t.Sentences[s.n].Last && t.Words[i].Fold == word }
	var out []link
	for i, v := range verbs {
		l := link{verb: v, from: subjectOf(actors, v, t.Sentences[s.n].First, i == 0)}
		next := at(v + 1)
		if next != nil && l.from == nil && i == 0 && (at(next.last+1) != nil || is(next.last+1, "att")) {
			l.from, next = next, at(next.last+1)
			if next == nil && is(l.from.last+1, "att") {
				next = r.deciding(at(l.from.last+2), t.Words)
			}
		} else if next == nil && is(v+1, "att") {
			next = r.deciding(at(v+2), t.Words)
		}
		l.to = next
		if i > 0 && l.from == nil {
			l.from = out[i-1].to
		}
		out = append(out, l)
	}
	return out
}

// subjectOf finds who stands right before a verb, or opens the sentence.
func subjectOf(actors []actor, verb, first int, opens bool) *actor {
	if i := actorFrom(actors, verb) - 1; i >= 0 && actors[i].last >= verb-2 {
		return &actors[i]
	}
	if opens && len(actors) > 0 && actors[0].last < verb && actors[0].first <= first+1 {
		return &actors[0]
	}
	return nil
}

// actorFrom gives the index of the first actor at or after a word.
func actorFrom(actors []actor, word int) int {
	return sort.Search(len(actors), func(i int) bool { return actors[i].first >= word })
}

// deciding keeps an actor after "att" only when it is to decide or propose on:
// "att kommunstyrelsen får i uppdrag" is not said to the board.
func (r *run) deciding(a *actor, words []language.Word) *actor {
	if a == nil || a.last+1 >= len(words) {
		return nil
	}
	next := words[a.last+1].Fold
	if !slices.ContainsFunc(r.packs.Decisions.Speech.Acts, func(act string) bool { return strings.HasPrefix(next, act) }) {
		return nil
	}
	return a
}
