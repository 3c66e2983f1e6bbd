package language

import (
	_ "embed"
	"strings"
)

//go:embed data/negation.txt
var negationList string

// How many words "utan" reaches, and how far a denial is looked for at all.
const (
	scopeWithout = 4
	scope        = 40
)

func (t *Text) is(i int, c class) bool { return t.Words[i].class&c != 0 }

// Denied reports whether the sentence says that what was hit is missing or has
// not been done: "ingen analys av jämställdhet eller barn", "alternativ
// saknas", "konsekvensbedömning har inte gjorts". A judgement, "inte rimlig" or
// "behövs inte", denies nothing of the kind, nor does an outcome, "inga uppgifter
// sparas", nor a condition, "om samråd inte har skett", nor a phrase that holds
// the denial itself. The scope is the clause; "eller" and "och" carry it over
// after ingen and varken, only "eller" otherwise.
func (t *Text) Denied(h Hit) bool {
	for i := h.First; i <= h.Last; i++ {
		if t.is(i, none|not|lacking|without) {
			return false
		}
	}
	s := t.Sentences[h.Sentence]
	s.First, s.Last = max(s.First, h.First-scope), min(s.Last, h.Last+1+scope)
	first, last := t.clause(s, h)
	for i := first; i < last; i++ {
		if t.is(i, needed) && (i < h.First || i > h.Last) {
			return false
		}
	}
	return !t.conditional(s, first) && (t.deniedBefore(s, h, last) || t.deniedAfter(s, h))
}

// clause gives the words of the clause that a hit stands in, by its marks.
func (t *Text) clause(s Sentence, h Hit) (first, last int) {
	first, last = h.First, h.Last+1
	for first > s.First && !t.clauseEnds(first-1, s.Last) {
		first--
	}
	for last < s.Last && !t.clauseEnds(last-1, s.Last) {
		last++
	}
	return first, last
}

// conditional reports whether a clause begins with "om" or "ifall".
func (t *Text) conditional(s Sentence, first int) bool {
	w := t.Words[first].Fold
	return w == "om" || w == "ifall" || w == "såvida"
}

// deniedBefore looks leftwards from the hit to the beginning of its clause, which
// ends before last.
func (t *Text) deniedBefore(s Sentence, h Hit, last int) bool {
	second := false // past an "och": another clause may have begun
	for i := h.First - 1; i >= s.First; i-- {
		if t.clauseEnds(i, s.Last) && !t.sharedDenial(s, i) {
			return false
		}
		switch {
		case t.is(i, none):
			return !t.harmless(i, h, last)
		case t.is(i, lacking):
			return i == s.First || !relative[t.Words[i-1].Fold] // "skolor som saknar skåp får bidrag"
		case t.is(i, without):
			return t.withoutIt(s, i, h, last)
		case t.is(i, not) && !second:
			return t.undone(i, s.First, s.Last)
		case t.is(i, breaks):
			return false
		case t.Words[i].Fold == "och":
			second = true
		}
	}
	return false
}

// relative are words that begin a clause about the word before.
var relative = map[string]bool{"som": true, "vilken": true, "vilket": true, "vilka": true}

// sharedDenial reports whether the comma after word i parts what "varken" or
// "ingen" binds together: "varken barn, ungdomar eller föräldrar".
func (t *Text) sharedDenial(s Sentence, i int) bool {
	for j := i + 2; j < min(s.Last, i+6); j++ {
		if t.Words[j].Fold == "eller" {
			return true
		}
	}
	return false
}

// harmless reports whether "ingen" at i leaves the hit standing: "ingen tvekan om
// barnets bästa", "inga uppgifter sparas", "inget annat alternativ bedöms räcka".
func (t *Text) harmless(i int, h Hit, last int) bool {
	if t.Words[i].Fold == "varken" {
		return false
	}
	for j := i + 1; j < min(last, i+3); j++ {
		if t.is(j, excuse) {
			return true
		}
	}
	first := max(0, i-4)
	for first < i && t.clauseEnds(first, last) {
		first++
	}
	effect := false
	for j := first; j < last; j++ {
		if j == i || h.First <= j && j <= h.Last {
			continue
		}
		if t.is(j, done) && !t.is(j, outcome) {
			return false
		}
		effect = effect || t.is(j, outcome)
	}
	return effect
}

// withoutIt reports whether "utan" at i takes the hit away: "utan samtycke",
// "utan att ha prövat alternativ", not "utan också" or "utan att barn påverkas".
func (t *Text) withoutIt(s Sentence, i int, h Hit, last int) bool {
	for j := s.First; j < i; j++ {
		if t.is(j, not|none) {
			return false
		}
	}
	if i+1 >= s.Last || t.Words[i+1].Fold == "också" || t.Words[i+1].Fold == "även" {
		return false
	}
	if t.Words[i+1].Fold != "att" {
		return h.First-i <= scopeWithout
	}
	for j := i + 2; j < last; j++ {
		if (j < h.First || j > h.Last) && t.is(j, done) {
			return true
		}
	}
	return false
}

// deniedAfter looks rightwards from the hit to the end of its clause.
func (t *Text) deniedAfter(s Sentence, h Hit) bool {
	said := false // a verb has been passed, so that "och" begins something new
	for i := h.Last + 1; i < s.Last; i++ {
		if t.clauseEnds(i-1, s.Last) {
			return relative[t.Words[i].Fold] && t.leftUndone(s, i)
		}
		switch {
		case t.is(i, lacking):
			return true
		case t.is(i, not):
			return t.undone(i, s.First, s.Last)
		case relative[t.Words[i].Fold]:
			return t.leftUndone(s, i)
		case t.is(i, breaks|without), t.Words[i].Fold == "att", t.Words[i].Fold == "och" && said:
			return false
		}
		said = said || t.is(i, finite|done|outcome)
	}
	return false
}

// leftUndone reports whether the sentence ends with a relative clause, begun at i,
// that says of the word before it that it has not been done: "kostnader som inte
// har kunnat beräknas".
func (t *Text) leftUndone(s Sentence, i int) bool {
	return i+1 < s.Last && t.is(i+1, not) && s.Last-i <= 6 && t.undone(i+1, i, s.Last) && t.is(s.Last-1, done)
}

// undone reports whether the "inte" at i stands by a word of doing or being
// there, and is not "inte bara". Over an "att" only as in "inte möjligt att
// beräkna".
func (t *Text) undone(i, first, last int) bool {
	if i+1 < last && t.is(i+1, only) {
		return false
	}
	for j := max(first, i-2); j < i; j++ {
		if t.is(j, done) {
			return !t.givenOut(j, last)
		}
	}
	can := false
	for j := i + 1; j < min(last, i+5); j++ {
		switch {
		case t.is(j, done):
			return !t.givenOut(j, last)
		case t.Words[j].Fold == "att" && !can:
			return t.is(max(first, i-1), able)
		}
		can = can || t.is(j, able) || i > first && t.is(i-1, able)
	}
	return false
}

// givenOut reports whether the word at j is of giving out: "lämnats ut".
func (t *Text) givenOut(j, last int) bool {
	return j+1 < last && t.Words[j+1].Fold == "ut" && strings.HasPrefix(t.Words[j].Fold, "lämn")
}

// clauseEnds reports whether a mark after word i ends its clause. A comma in an
// enumeration, with "eller" or "och" soon after, does not.
func (t *Text) clauseEnds(i, last int) bool {
	if i+1 >= last {
		return true
	}
	gap := t.Source[t.Words[i].Span.End:t.Words[i+1].Span.Start]
	if gap == " " {
		return false
	}
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
		if t.is(j, breaks) {
			return true
		}
	}
	return true
}
