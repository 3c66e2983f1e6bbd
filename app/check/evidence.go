package check

import (
	"slices"

	"yttra/app"
)

// weighEvidence looks for sentences that answer a criterion, in the body's own
// words: what the mover says is neither an answer nor a fault.
//
// A red phrase fails it, unless its sentence holds one of unless or the document
// one of needs; the sentences that answer it are shown after the red ones. A waiver waives it. A phrase indicates it, and so do words that
// stand together in a sentence, and a heading under which it stands. A sentence that says the thing is missing, one
// that asks, one with a [field] that nobody has filled in, and one that waives
// the question without a reason speak of it without answering: they are shown,
// and the criterion is still not addressed. A waiver with its reason in the same
// sentence waives what nothing else in the text answers.
func (r *run) weighEvidence(l *look) verdict {
	red := r.redSentences(l)
	waived := sentencesOf(filled(r.views(l, l.waiver)))
	if len(red) == 0 && len(waived) > 0 {
		return verdict{state: app.Waived, sentences: waived}
	}
	said, reasoned, open := r.answersTo(l)
	switch {
	case len(red) > 0:
		return verdict{state: app.Failed, sentences: first(red, sentencesOf(said)), told: r.say(l)}
	case len(said) > 0:
		return verdict{state: app.Indicated, sentences: sentencesOf(said)}
	case len(reasoned) > 0:
		return verdict{state: app.Waived, sentences: sentencesOf(reasoned)}
	case len(l.phrases)+len(l.together)+len(l.headings) == 0:
		return verdict{}
	}
	return verdict{state: app.NotAddressed, sentences: sentencesOf(open)}
}

// answersTo sorts the spots that speak of the question: those that answer it,
// those that waive it with a reason, and those that leave it open.
func (r *run) answersTo(l *look) (said, reasoned, open []spot) {
	spoken := inOrder(r.views(l, l.phrases), r.together(l))
	for _, s := range inOrder(spoken, r.headed(l, spoken)) {
		switch {
		case s.unfilled:
			open = append(open, s)
		case s.waived == reasonedWaiver:
			reasoned = append(reasoned, s)
		case s.denied, s.asked, s.waived == bareWaiver:
			open = append(open, s)
		default:
			said = append(said, s)
		}
	}
	return said, reasoned, open
}

// first lays some sentences before the others, each once.
func first(some, others []sentence) []sentence {
	for _, s := range others {
		if !slices.Contains(some, s) {
			some = append(some, s)
		}
	}
	return some
}

func (r *run) redSentences(l *look) []sentence {
	red := r.views(l, l.red)
	if len(red) == 0 || len(filled(r.views(l, l.needs))) > 0 {
		return nil
	}
	excused := r.within(l.unless)
	return sentencesOf(slices.DeleteFunc(red, func(s spot) bool { return s.asked || excused.has(s.sentence()) }))
}

// inOrder lays spots of two kinds in the order of the text.
func inOrder(a, b []spot) []spot {
	if len(b) == 0 {
		return a
	}
	out := append(a, b...)
	slices.SortStableFunc(out, func(a, b spot) int {
		return comparePlaces(a.section, b.section, a.part, b.part, a.Span.Start, b.Span.Start)
	})
	return out
}

// sentencesOf names the sentences of spots, which are in order, each once.
func sentencesOf(spots []spot) []sentence {
	var out []sentence
	for _, s := range spots {
		if n := s.sentence(); len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	return out
}
