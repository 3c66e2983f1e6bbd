package check

import (
	"slices"

	"yttra/app"
)

// weighEvidence looks for sentences that answer a criterion, in the body's own
// words: what the mover says is neither an answer nor a fault.
//
// A red phrase fails it, unless its sentence holds one of unless or the document
// one of needs. A waiver waives it. A phrase indicates it, and so do words that
// stand together in a sentence. A sentence that says the thing is missing, one
// that asks, one with a [field] that nobody has filled in, and one that waives
// the question without a reason speak of it without answering: they are shown,
// and the criterion is still not addressed. A waiver with its reason in the same
// sentence waives what nothing else in the text answers.
func (r *run) weighEvidence(l *look) verdict {
	if red := r.redSentences(l); len(red) > 0 {
		return verdict{app.Failed, red}
	}
	if waived := sentencesOf(filled(r.views(l, l.waiver))); len(waived) > 0 {
		return verdict{app.Waived, waived}
	}
	if len(l.phrases)+len(l.together) == 0 {
		return verdict{}
	}
	var said, waived, open []spot
	for _, s := range inOrder(r.views(l, l.phrases), r.together(l)) {
		switch {
		case s.unfilled:
			open = append(open, s)
		case s.waived == reasonedWaiver:
			waived = append(waived, s)
		case s.denied, s.asked, s.waived == bareWaiver:
			open = append(open, s)
		default:
			said = append(said, s)
		}
	}
	switch {
	case len(said) > 0:
		return verdict{app.Indicated, sentencesOf(said)}
	case len(waived) > 0:
		return verdict{app.Waived, sentencesOf(waived)}
	}
	return verdict{app.NotAddressed, sentencesOf(open)}
}

func (r *run) redSentences(l *look) []sentence {
	red := r.views(l, l.red)
	if len(red) == 0 || len(filled(r.views(l, l.needs))) > 0 {
		return nil
	}
	excused := r.within(l.unless)
	return sentencesOf(slices.DeleteFunc(red, func(s spot) bool { return s.asked || excused[s.sentence()] }))
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
