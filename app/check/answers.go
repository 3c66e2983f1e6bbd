package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// answer lets the clerk's own word stand over the machine's. It is tied to a
// sentence, or to what the estimate says: when that has been edited away the answer
// no longer holds, and the result says so.
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
		switch {
		case here:
			res.Evidence = []app.Evidence{{Place: place, Text: r.quote(place)}}
		case !slices.ContainsFunc(res.Reckoned, func(x app.Reckoned) bool { return squeeze(x.Text) == squeeze(a.Sentence) }):
			res.Stale, res.Was = true, a.Sentence
			return
		}
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
		first, ok := r.findWords(a.Sentence, anywhere)
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

// find finds a sentence in the document; only white space and its place may have
// changed. A letter more or less makes another sentence, and so do words put
// before or after it.
func (r *run) find(text string) (app.Place, bool) {
	want := squeeze(text)
	if want == "" {
		return whole, false
	}
	if r.sayings == nil {
		r.learn()
	}
	if s, ok := r.sayings[want]; ok {
		return r.placeOf(s), true
	}
	return r.findWords(text, standsAlone)
}

// learn remembers where each sentence of the document stands first.
func (r *run) learn() {
	r.sayings = make(map[string]sentence, r.total)
	for i, s := range r.sections {
		for j, p := range s.parts {
			for n := range p.text.Sentences {
				one := sentence{i, j, n}
				if text := squeeze(r.quote(r.placeOf(one))); text != "" {
					if _, twice := r.sayings[text]; !twice {
						r.sayings[text] = one
					}
				}
			}
		}
	}
}

// findWords finds words in the document, at the first place that will do.
func (r *run) findWords(words string, does func(text string, from, to int) bool) (app.Place, bool) {
	if words == "" {
		return whole, false
	}
	for i, s := range r.sections {
		for from := 0; from < len(s.text); {
			at := strings.Index(s.text[from:], words)
			if at < 0 {
				break
			}
			at += from
			if does(s.text, at, at+len(words)) {
				return app.Place{Section: i, Span: app.Span{Start: at, End: at + len(words)}}, true
			}
			from = at + len(words)
		}
	}
	return whole, false
}

// anywhere takes words wherever they stand.
func anywhere(string, int, int) bool { return true }

// standsAlone reports whether what lies between from and to are whole sentences:
// a stop, a line or a mark of a list before, and a stop or a line after.
func standsAlone(text string, from, to int) bool {
	const stops = ".?!:;”»"
	before := strings.TrimRight(text[:from], " \t\u00a0-–•*")
	ended := strings.TrimRight(text[from:to], " ”»)")
	after := strings.TrimLeft(text[to:], " \t\r\u00a0")
	first, _ := utf8.DecodeLastRuneInString(before)
	last, _ := utf8.DecodeLastRuneInString(ended)
	return (before == "" || first == '\n' || strings.ContainsRune(stops, first)) &&
		(strings.ContainsRune(stops, last) || after == "" || after[0] == '\n')
}
