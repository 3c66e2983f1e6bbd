package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app/language"
)

// maxClaim is the highest number that is taken for a claim's.
const maxClaim = 40

// claimsNamedIn gives the claims that a sentence speaks of by number: "yrkande 1
// och 3", "att-sats 2–4", "det andra yrkandet". A number that stands by no such
// word is none.
func (r *run) claimsNamedIn(s sentence) []int {
	t := r.sections[s.section].parts[s.part].text
	var out []int
	for _, h := range r.hitsIn(s) {
		if !slices.Contains(r.checker.speech.claims, h.Phrase) {
			continue
		}
		out = append(out, numbersAfter(t, h.Last+1, t.Sentences[s.n].Last, r.packs.Decisions.Speech.Joins)...)
		if h.First > t.Sentences[s.n].First {
			before := t.Words[h.First-1].Fold
			if i := slices.Index(r.packs.Decisions.Speech.Ordinal, before); i >= 0 {
				out = append(out, i+1)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// numbersAfter reads "1", "1 och 3", "1, 2 samt 4" and "2–4" from a word on.
func numbersAfter(t *language.Text, i, end int, joins []string) []int {
	var out []int
	for ; i < end; i++ {
		from, to, ok := claimNumber(t.Words[i].Fold)
		switch {
		case ok:
			if n := len(out); n > 0 && strings.ContainsAny(t.Source[t.Words[i-1].Span.End:t.Words[i].Span.Start], "–-") {
				from = out[n-1] + 1
			}
			for n := from; n <= to; n++ {
				out = append(out, n)
			}
		case len(out) > 0 && i+1 < end && slices.Contains(joins, t.Words[i].Fold) && isNumber(t.Words[i+1].Fold):
		case len(out) == 0 && (t.Words[i].Fold == "nr" || t.Words[i].Fold == "nummer"):
		default:
			return out
		}
	}
	return out
}

func isNumber(word string) bool {
	_, _, ok := claimNumber(word)
	return ok
}

// claimNumber reads "3", or "2-4" written with a hyphen.
func claimNumber(word string) (from, to int, ok bool) {
	a, b, interval := strings.Cut(word, "-")
	from, err := strconv.Atoi(a)
	if err != nil || from < 1 || from > maxClaim {
		return 0, 0, false
	}
	if !interval {
		return from, from, true
	}
	to, err = strconv.Atoi(b)
	return from, to, err == nil && to >= from && to <= maxClaim
}
