package check

import (
	"slices"

	"yttra/app"
)

// weighEvidence looks for sentences that answer a criterion.
//
// A red phrase fails it, unless its sentence holds one of unless or the document
// one of needs. A waiver waives it. A phrase indicates it, and so do words that
// stand together in a sentence; a sentence that says
// the thing is missing, or one with a [field] that nobody has filled in, speaks
// of the question without answering it, so it is shown, and the criterion is
// still not addressed.
func (r *run) weighEvidence(l *look) verdict {
	if red := r.redSentences(l); len(red) > 0 {
		return verdict{app.Failed, red}
	}
	if waived := sentencesOf(filled(r.spots(l, l.waiver))); len(waived) > 0 {
		return verdict{app.Waived, waived}
	}
	if len(l.phrases)+len(l.together) == 0 {
		return verdict{}
	}
	var said, denied []spot
	for _, s := range inOrder(r.spots(l, l.phrases), r.together(l)) {
		if s.denied || s.unfilled {
			denied = append(denied, s)
		} else {
			said = append(said, s)
		}
	}
	if len(said) > 0 {
		return verdict{app.Indicated, sentencesOf(said)}
	}
	return verdict{app.NotAddressed, sentencesOf(denied)}
}

func (r *run) redSentences(l *look) []sentence {
	red := r.spots(l, l.red)
	if len(red) == 0 || len(filled(r.spots(l, l.needs))) > 0 {
		return nil
	}
	excused := r.within(l.unless)
	return sentencesOf(slices.DeleteFunc(red, func(s spot) bool { return excused[s.sentence()] }))
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
