package language

import (
	_ "embed"
	"strings"

	"yttra/app"
)

//go:embed data/reporting.txt
var reportingList string

// Reported finds what the text says that somebody else says: "Motionären menar
// att …", "I motionen föreslås …", "…, enligt motionärerna". Each span goes from
// where that begins to the end of the sentence, or to where the writer's own view
// takes over: "…, men förvaltningen bedömer". What only weighs the other's words,
// "delar inte motionärens bedömning", is the writer's own. The spans are in order
// and apart.
func (t *Text) Reported() []app.Span {
	var out []app.Span
	before := false // the sentence before was somebody else's to its end
	for _, s := range t.Sentences {
		from, to := t.reportedIn(s)
		if from < 0 && before && t.goesOnReporting(s) {
			from, to = s.First, s.Last
		}
		before = from >= 0 && to == s.Last
		if from >= 0 {
			out = append(out, app.Span{Start: t.Words[from].Span.Start, End: t.Words[to-1].Span.End})
		}
	}
	return out
}

// Asked reports whether a sentence is a question.
func (t *Text) Asked(n int) bool {
	return strings.HasSuffix(strings.TrimRight(t.Of(t.Sentences[n].Span), "”\"»)"), "?")
}

// TitlesOthers reports whether a heading is of what somebody else says,
// "Motionens innehåll", and not of what is answered to it, "Svar på motionen".
func (t *Text) TitlesOthers() bool {
	other := false
	for i := range t.Words {
		if t.is(i, owner|says) || t.is(i, answer) {
			return false
		}
		other = other || t.is(i, mover|paper)
	}
	return other
}

// reportedIn gives the words of a sentence that are somebody else's; from is -1
// when none are.
func (t *Text) reportedIn(s Sentence) (from, to int) {
	for i := s.First; i < s.Last; i++ {
		if !t.is(i, mover|paper|party) {
			continue
		}
		if from = t.reportAt(s, i); from >= 0 {
			return from, t.ownAgain(s, i)
		}
		if from, to = t.titled(s, i); from >= 0 {
			return from, to
		}
	}
	return -1, 0
}

// reportAt tells where a report begins whose speaker is at i; -1 when the word
// there is no speaker.
func (t *Text) reportAt(s Sentence, i int) int {
	before := func(n int, c class) bool { return i-n >= s.First && t.is(i-n, c) }
	switch prev := t.wordBefore(s, i); {
	case prev == "enligt" && (t.is(i, mover) || t.opens(s, i-1)):
		return s.First
	case prev == "i" && t.is(i, paper):
		if before(2, told) || t.opens(s, i-1) && t.near(s, i, told|says) {
			return i - 1
		}
		return -1
	case prev == "av" && before(2, told|adverb) && t.is(i, paper):
		if before(2, told) || before(3, told) {
			return s.First
		}
		return -1
	}
	if t.is(i, party) && !t.inParentheses(i) || strings.HasSuffix(t.Words[i].Fold, "s") && !t.is(i, party) {
		return -1 // "motionärens"
	}
	if before(1, says) || before(1, adverb) && before(2, says) {
		if t.ownerBefore(s, i) {
			return -1 // "nämnden avstyrker motionen": the writer speaks of it
		}
		if t.is(i, mover) || !before(1, aside) {
			return t.inverted(s, i)
		}
	}
	if before(1, aside) && !t.is(i, party) {
		return -1
	}
	for j := i + 1; j < min(s.Last, i+4); j++ {
		if t.is(j, says) {
			return i
		}
		if !t.is(j, adverb|party) {
			break
		}
	}
	return -1
}

// ownerBefore reports whether the writer is named right before the verb before i.
func (t *Text) ownerBefore(s Sentence, i int) bool {
	for j := i - 2; j >= max(s.First, i-4); j-- {
		if t.is(j, owner) {
			return true
		}
		if strings.Contains(t.Source[t.Words[j].Span.End:t.Words[j+1].Span.Start], ",") {
			return false
		}
	}
	return false
}

// inverted tells where a report begins in "…, menar motionären": with the
// sentence when the words come last, else with them.
func (t *Text) inverted(s Sentence, i int) int {
	if t.is(i, party) {
		return -1
	}
	for j := i; j < s.Last-1; j++ {
		if !t.is(j+1, adverb) {
			return i - 1
		}
	}
	return s.First
}

// titled gives what a motion is about where it is only named: "en motion av A (S)
// om att köpa kameror". It ends where the sentence goes on.
func (t *Text) titled(s Sentence, i int) (from, to int) {
	if w := t.Words[i].Fold; w != "motion" && w != "skrivelse" && w != "medborgarförslag" {
		return -1, 0
	}
	for from = i + 1; from < min(s.Last, i+16); from++ {
		if w := t.Words[from].Fold; w == "om" || w == "angående" || w == "gällande" || w == "med" {
			break
		}
	}
	if from >= min(s.Last, i+16) {
		return -1, 0
	}
	for to = from + 1; to < s.Last && !t.is(to, finite|breaks|owner); to++ {
	}
	return from, to
}

// ownAgain gives the word where the writer's own view takes over after i.
func (t *Text) ownAgain(s Sentence, i int) int {
	for j := i + 1; j < s.Last; j++ {
		switch t.Words[j].Fold {
		case "men", "medan", "dock", "däremot", "vilket", "något":
			if t.nearOwner(s, j) {
				return j
			}
		}
		if strings.Contains(t.Source[t.Words[j-1].Span.End:t.Words[j].Span.Start], ";") && t.nearOwner(s, j-1) {
			return j
		}
	}
	return s.Last
}

// nearOwner reports whether the writer is named, with a verb, right after j.
func (t *Text) nearOwner(s Sentence, j int) bool {
	for k := j + 1; k < min(s.Last, j+4); k++ {
		if t.is(k, owner) {
			return k+1 < s.Last && t.is(k+1, judges) || k > s.First && t.is(k-1, judges)
		}
	}
	return false
}

// goesOnReporting reports whether a sentence begins "De vill också", "Vidare
// föreslås", "Man pekar".
func (t *Text) goesOnReporting(s Sentence) bool {
	if s.Last-s.First < 2 {
		return false
	}
	first, second := s.First, s.First+1
	return t.is(first, person) && t.is(second, says) || t.is(first, adverb) && t.is(second, told)
}

func (t *Text) wordBefore(s Sentence, i int) string {
	if i == s.First {
		return ""
	}
	return t.Words[i-1].Fold
}

// opens reports whether word i begins its sentence or stands after a comma.
func (t *Text) opens(s Sentence, i int) bool {
	return i == s.First || t.is(i-1, adverb) || strings.Contains(t.Source[t.Words[i-1].Span.End:t.Words[i].Span.Start], ",")
}

// near reports whether a word of the class stands among the four after i.
func (t *Text) near(s Sentence, i int, c class) bool {
	for j := i + 1; j < min(s.Last, i+5); j++ {
		if t.is(j, c) {
			return true
		}
	}
	return false
}

func (t *Text) inParentheses(i int) bool {
	w := t.Words[i].Span
	return strings.HasSuffix(t.Source[:w.Start], "(") && strings.HasPrefix(t.Source[w.End:], ")")
}
