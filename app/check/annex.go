package check

import (
	"slices"
	"strconv"

	"yttra/app/privacy"
)

// findInOriginal speaks once of the motion, or whatever came in, when it holds
// personal data of the kinds that the look names: it is published with the paper
// as its annex.
func findInOriginal(r *run, l *look) []found {
	n, first := 0, ""
	var w whose
	for _, h := range r.data().original {
		if !slices.Contains(l.texts, string(h.Kind)) || !h.Near && h.Kind != privacy.Misnumber && !certain(h.Kind) {
			continue
		}
		if n++; first == "" {
			first = squeeze(h.words)
		}
		w.person, w.child = w.person || h.Near, w.child || h.Child
	}
	if n == 0 {
		return nil
	}
	return []found{{place: whole, part: "original", whose: w, words: []string{"{count}", strconv.Itoa(n), "{words}", first}}}
}

// certain tells of kinds that are a person's wherever they stand.
func certain(k privacy.Kind) bool {
	return slices.Contains([]privacy.Kind{privacy.Personnummer, privacy.Coordination, privacy.Reserve, privacy.Birth, privacy.Health, privacy.Protected, privacy.Child}, k)
}

// originalHits takes the words of the hits of a document of one section.
func (r *run) originalHits(hits [][]privacy.Hit) []originalHit {
	var out []originalHit
	for i, p := range r.sections[0].parts {
		for _, h := range hits[i] {
			out = append(out, originalHit{h, p.text.Of(h.Span)})
		}
	}
	return out
}
