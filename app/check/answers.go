package check

import (
	"strings"

	"yttra/app"
)

// answer lets the clerk's own word stand over the machine's. It is tied to a
// sentence: when that has been edited away the answer no longer holds, and the
// result says so.
func (r *run) answer(res *app.CriterionResult) {
	a, ok := r.latest(func(a app.Answer) bool { return a.Criterion == res.ID })
	if !ok {
		return
	}
	if a.State == app.Waived && strings.TrimSpace(a.Reason) == "" {
		return // a waiver without a reason is none
	}
	if a.Sentence != "" {
		place, here := r.find(a.Sentence)
		if !here {
			res.Stale, res.Was = true, a.Sentence
			return
		}
		res.Evidence = []app.Evidence{{Place: place, Text: r.quote(place)}}
	}
	res.State, res.Reason, res.Said = a.State, a.Reason, true
}

// around is the sentence in which a place begins; the words themselves when they
// stand in none.
func (r *run) around(place app.Place) string {
	if s, ok := r.sentenceAt(place); ok {
		return r.quote(r.placeOf(s))
	}
	return r.quote(place)
}

// waived gives the reason for which a finding of a plain rule has been accepted.
// An answer holds for the words in their sentence, or for the whole sentence; one
// that has only the words holds for the first place where they stand. The same
// words elsewhere are another finding.
func (r *run) waived(f app.Finding) string {
	rule, _, part := strings.Cut(f.ID, "/")
	quote, around := "", ""
	a, ok := r.latest(func(a app.Answer) bool {
		if a.Criterion != f.ID && !(part && a.Criterion == rule) || a.State != app.Waived {
			return false
		}
		if quote == "" && around == "" { // a sentence can be long, and few are answered
			quote, around = squeeze(f.Quote), squeeze(f.Sentence)
		}
		switch said, words := squeeze(a.Sentence), squeeze(a.Words); {
		case a.All:
			return a.Covers(f.Quote)
		case said == around:
			return words == "" || words == quote
		case said == "" || said != quote:
			return false
		}
		first, ok := r.find(a.Sentence)
		return ok && first == f.Place
	})
	if !ok {
		return ""
	}
	return strings.TrimSpace(a.Reason)
}

// latest finds the last answer for this document that fits.
func (r *run) latest(fits func(app.Answer) bool) (app.Answer, bool) {
	for i := len(r.matter.Answers) - 1; i >= 0; i-- {
		if a := r.matter.Answers[i]; (a.Document == "" || a.Document == r.doc.ID) && fits(a) {
			return a, true
		}
	}
	return app.Answer{}, false
}

// find finds a sentence, or words the clerk has marked, in the document; white
// space may have changed.
func (r *run) find(text string) (app.Place, bool) {
	want := squeeze(text)
	if want == "" {
		return whole, false
	}
	for i, s := range r.sections {
		if at := strings.Index(s.text, text); at >= 0 {
			return app.Place{Section: i, Span: app.Span{Start: at, End: at + len(text)}}, true
		}
		for j, p := range s.parts {
			for n := range p.text.Sentences {
				if place := r.placeOf(sentence{i, j, n}); squeeze(r.quote(place)) == want {
					return place, true
				}
			}
		}
	}
	return whole, false
}
