package language

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed data/negation.txt
var negationList string

// deny holds the words of denial by group; see data/negation.txt.
var deny = readGroups(negationList)

func readGroups(list string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(list) {
		group, all, ok := strings.Cut(line, ":")
		if ok && !strings.HasPrefix(line, "#") {
			out[group] = strings.Fields(all)
		}
	}
	return out
}

// How many words "utan" reaches, and how far a denial is looked for at all.
const (
	scopeWithout = 4
	scope        = 40
)

// Denied reports whether the sentence says that what was hit is missing or has
// not been done: "ingen analys av jämställdhet eller barn", "alternativ
// saknas", "konsekvensbedömning har inte gjorts". A judgement, "inte rimlig" or
// "behövs inte", denies nothing of the kind, and neither does a phrase that
// holds the denial itself. The scope is the clause; "eller" and "och" carry it
// over after ingen and varken, only "eller" otherwise.
func (t *Text) Denied(h Hit) bool {
	for _, w := range t.Words[h.First : h.Last+1] {
		if is(w, "none") || is(w, "not") || is(w, "lacking") {
			return false
		}
	}
	s := t.Sentences[h.Sentence]
	s.First, s.Last = max(s.First, h.First-scope), min(s.Last, h.Last+1+scope)
	return !t.needed(s, h) && (t.deniedBefore(s, h) || t.deniedAfter(s, h))
}

// deniedBefore looks leftwards from the hit to the beginning of its clause.
func (t *Text) deniedBefore(s Sentence, h Hit) bool {
	second := false // past an "och": another clause may have begun
	for i := h.First - 1; i >= s.First; i-- {
		if t.clauseEnds(i, s.Last) {
			return false
		}
		w := t.Words[i]
		switch {
		case is(w, "none"), is(w, "lacking"):
			return true
		case is(w, "without"):
			return h.First-i <= scopeWithout && !t.negatedBetween(s.First, i)
		case is(w, "not") && !second:
			return t.undone(i, s.First, s.Last)
		case is(w, "breaks"):
			return false
		case w.Fold == "och":
			second = true
		}
	}
	return false
}

// deniedAfter looks rightwards from the hit to the end of its clause.
func (t *Text) deniedAfter(s Sentence, h Hit) bool {
	for i := h.Last + 1; i < s.Last; i++ {
		if t.clauseEnds(i-1, s.Last) {
			return false
		}
		w := t.Words[i]
		switch {
		case is(w, "lacking"):
			return true
		case is(w, "not"):
			return t.undone(i, s.First, s.Last)
		case is(w, "breaks"), w.Fold == "att", w.Fold == "och", is(w, "without"):
			return false
		}
	}
	return false
}

// undone reports whether the "inte" at i stands by a word of doing or being
// there, and is not "inte bara".
func (t *Text) undone(i, first, last int) bool {
	if i+1 < last && is(t.Words[i+1], "only") {
		return false
	}
	for j := max(first, i-2); j < min(last, i+4); j++ {
		if j != i && begins(t.Words[j], "done") {
			return true
		}
	}
	return false
}

// needed reports whether the hit's clause is about need.
func (t *Text) needed(s Sentence, h Hit) bool {
	for i := h.First - 1; i >= s.First && !t.clauseEnds(i, s.Last); i-- {
		if begins(t.Words[i], "needed") {
			return true
		}
	}
	for i := h.Last + 1; i < s.Last && !t.clauseEnds(i-1, s.Last); i++ {
		if begins(t.Words[i], "needed") {
			return true
		}
	}
	return false
}

func (t *Text) negatedBetween(first, last int) bool {
	for _, w := range t.Words[first:last] {
		if is(w, "not") || is(w, "none") {
			return true
		}
	}
	return false
}

// clauseEnds reports whether a mark after word i ends its clause. A comma in an
// enumeration, with "eller" or "och" soon after, does not.
func (t *Text) clauseEnds(i, last int) bool {
	if i+1 >= last {
		return true
	}
	gap := t.Source[t.Words[i].Span.End:t.Words[i+1].Span.Start]
	if strings.ContainsAny(gap, ";:()") || strings.Contains(gap, " – ") {
		return true
	}
	if !strings.Contains(gap, ",") {
		return false
	}
	for j := i + 1; j < min(last, i+5); j++ {
		if f := t.Words[j].Fold; j > i+1 && (f == "eller" || f == "och") {
			return false
		}
		if is(t.Words[j], "breaks") {
			return true
		}
	}
	return true
}

func is(w Word, group string) bool { return slices.Contains(deny[group], w.Fold) }

func begins(w Word, group string) bool {
	return slices.ContainsFunc(deny[group], func(p string) bool { return strings.HasPrefix(w.Fold, p) })
}
