package check

import (
	"slices"

	"yttra/app/privacy"
)

// findInMetadata speaks of personal data in what the file of the paper says about
// itself: its title, from which the name of the file is made as well, and its
// subject, which is the matter's. The rest of the metadata is the body, the date,
// the reference and the program; nothing comes along from an original.
func findInMetadata(r *run, l *look) []found {
	texts := []string{r.packs.Title(r.matter, r.doc), r.matter.Title}
	var parts []privacy.Part
	for _, t := range texts {
		parts = append(parts, privacy.Part{Reading: privacy.Read(t)})
	}
	parts = append(parts, r.readings(true)...)
	for _, o := range r.papers() {
		parts = append(parts, o.readings(true)...)
	}
	if m := r.motion(); m != nil {
		parts = append(parts, m.readings(true)...)
	}
	f := found{place: whole, part: "title"}
	for i, hits := range privacy.Settle(parts, r.known())[:len(texts)] {
		for _, h := range hits {
			if !slices.Contains(l.texts, string(h.Kind)) {
				continue
			}
			if f.words == nil {
				f.words = []string{"{words}", texts[i][h.Span.Start:h.Span.End]}
			}
			f.whose.person = f.whose.person || h.Near || certain(h.Kind)
			f.whose.child = f.whose.child || h.Child
		}
	}
	if f.words == nil {
		return nil
	}
	return []found{f}
}
