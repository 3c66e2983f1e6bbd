package check

import (
	"slices"

	"yttra/app/privacy"
)

// findInMetadata speaks of personal data in what the file of the paper says about
// itself: its title, from which the name of the file is made as well. The rest of
// the metadata is the body, the date, the reference and the program.
func findInMetadata(r *run, l *look) []found {
	title := r.packs.Title(r.matter, r.doc)
	if title == "" {
		return nil
	}
	parts := append([]privacy.Part{{Reading: privacy.Read(title)}}, others(r.readings(true))...)
	for _, o := range r.papers() {
		parts = append(parts, o.readings(true)...)
	}
	if m := r.motion(); m != nil {
		parts = append(parts, m.readings(true)...)
	}
	f := found{place: whole, part: "title"}
	for _, h := range privacy.Settle(parts, r.known())[0] {
		if !slices.Contains(l.texts, string(h.Kind)) {
			continue
		}
		if f.words == nil {
			f.words = []string{"{words}", title[h.Span.Start:h.Span.End]}
		}
		f.whose.person = f.whose.person || h.Near || certain(h.Kind)
		f.whose.child = f.whose.child || h.Child
	}
	if f.words == nil {
		return nil
	}
	return []found{f}
}
