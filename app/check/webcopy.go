package check

import (
	"strconv"
	"strings"

	"yttra/app"
)

// findApproved speaks once when somebody lets personal data stand in the paper:
// what may stand in the paper itself may still have to be gone from its web copy.
func findApproved(r *run, _ *look) []found {
	approved := map[string]bool{}
	for i, parts := range r.data().hits {
		for j, hits := range parts {
			for _, h := range hits {
				approved[squeeze(r.quote(place(i, r.sections[i].parts[j].at, h.Span)))] = true
			}
		}
	}
	n := 0
	for _, a := range r.approvals() {
		if words := a.Words; approved[squeeze(words)] || words == "" && a.Sentence != "" && r.stands(a) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []found{{place: whole, part: "web", words: []string{"{count}", strconv.Itoa(n)}}}
}

// stands tells whether the sentence of an answer is still in the document.
func (r *run) stands(a app.Answer) bool {
	_, ok := r.find(a.Sentence)
	return ok
}

// ruleOf is the id of a rule without the part that tells missing things apart.
func ruleOf(id string) string {
	rule, _, _ := strings.Cut(id, "/")
	return rule
}
