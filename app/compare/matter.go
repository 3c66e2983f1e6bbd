package compare

import (
	"slices"

	"yttra/app"
)

// Matters compares two versions of a matter.
func Matters(old, new Side) Result {
	r := newReader()
	res := Result{Facts: r.facts(old, new)}
	match := matchDocuments(old.Matter.Documents, new.Matter.Documents)
	for _, p := range inOrder(match, len(new.Matter.Documents)) {
		res.Documents = append(res.Documents, r.document(old, new, p))
	}
	return res
}

// matchDocuments goes by identity; documents without one by kind, in order.
func matchDocuments(old, new []app.Document) []int {
	match := make([]int, len(old))
	taken := make([]bool, len(new))
	for i := range old {
		match[i] = -1
	}
	for _, alike := range []func(a, b app.Document) bool{
		func(a, b app.Document) bool { return a.ID != "" && a.ID == b.ID },
		func(a, b app.Document) bool { return (a.ID == "" || b.ID == "") && a.Kind == b.Kind },
	} {
		for i, a := range old {
			j := slices.IndexFunc(new, func(b app.Document) bool { return alike(a, b) })
			if match[i] < 0 && j >= 0 && !taken[j] {
				match[i], taken[j] = j, true
			}
		}
	}
	return match
}

func (r *reader) document(old, new Side, p place) Document {
	d := Document{Old: p.old, New: p.new}
	var a, b app.Document
	if p.old >= 0 {
		a = old.Matter.Documents[p.old]
	}
	if p.new >= 0 {
		b = new.Matter.Documents[p.new]
	}
	d.Sections = r.sections(a.Sections, b.Sections, func(s app.Section, isNew bool) []string {
		switch {
		case s.Role != app.RoleProposal:
			return nil
		case isNew:
			return new.points(p.new)
		}
		return old.points(p.old)
	})
	if p.old >= 0 && p.new >= 0 {
		d.Facts = documentFacts(a, b)
	}
	switch {
	case p.old < 0:
		d.Op = Added
	case p.new < 0:
		d.Op = Removed
	case d.Changes() > 0:
		d.Op = Changed
	}
	return d
}

// points are the paragraphs of the proposal of a document.
func (s Side) points(doc int) []string {
	if doc < 0 || doc >= len(s.Proposals) {
		return nil
	}
	var out []string
	if p := s.Proposals[doc]; len(p.Points) > 0 {
		if p.Lead != "" {
			out = append(out, p.Lead)
		}
		out = append(out, p.Points...)
	}
	return out
}
