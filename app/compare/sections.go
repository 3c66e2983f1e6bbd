package compare

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// sections compares the sections of a document. Lead gives the paragraphs that
// stand before a section's own text, as the points of a proposal.
func (r *reader) sections(old, new []app.Section, lead func(s app.Section, isNew bool) []string) []Section {
	match := matchSections(old, new)
	var out []Section
	for _, p := range inOrder(match, len(new)) {
		s := Section{Old: p.old, New: p.new, Moved: p.moved}
		var before, after []string
		var was, is app.Section
		if p.old >= 0 {
			was = old[p.old]
			before = append(lead(was, false), Units(markup.Read(was.Text).Text)...)
		}
		if p.new >= 0 {
			is = new[p.new]
			after = append(lead(is, true), Units(markup.Read(is.Text).Text)...)
		}
		s.Heading = r.words.words(was.Heading, is.Heading)
		s.Paragraphs = r.paragraphs(before, after)
		switch {
		case p.old < 0:
			s.Op = Added
		case p.new < 0:
			s.Op = Removed
		case s.Changes() > 0:
			s.Op = Changed
		}
		out = append(out, s)
	}
	markMoved(out)
	return out
}

// matchSections gives for each old section the new one it has become, or -1: the
// same role and heading, else the same heading, else the same text, else the same
// role, in order.
func matchSections(old, new []app.Section) []int {
	match := make([]int, len(old))
	for i := range match {
		match[i] = -1
	}
	taken := make([]bool, len(new))
	for _, alike := range []func(a, b app.Section) bool{
		func(a, b app.Section) bool { return a.Role == b.Role && a.Heading == b.Heading },
		func(a, b app.Section) bool { return a.Heading == b.Heading && a.Heading != "" },
		func(a, b app.Section) bool { return a.Text == b.Text && strings.TrimSpace(a.Text) != "" },
		func(a, b app.Section) bool { return a.Role == b.Role && a.Role != "" },
	} {
		for i, a := range old {
			for j := 0; match[i] < 0 && j < len(new); j++ {
				if !taken[j] && alike(a, new[j]) {
					match[i], taken[j] = j, true
				}
			}
		}
	}
	return match
}

// place is one thing that is in one or both of two rows.
type place struct {
	old, new int // -1: not there
	moved    bool
}

// inOrder lists what is in two rows in the order of the new one; what is gone
// comes after what it stood after.
func inOrder(match []int, lenNew int) []place {
	became := make([]int, lenNew) // of each new one: the old one, or -1
	for j := range became {
		became[j] = -1
	}
	for i, j := range match {
		if j >= 0 {
			became[j] = i
		}
	}
	stays := longestRising(became)
	gone := func(out []place, from int) []place {
		for i := from; i < len(match) && match[i] < 0; i++ {
			out = append(out, place{old: i, new: -1})
		}
		return out
	}
	out := gone(nil, 0)
	for j, i := range became {
		out = append(out, place{old: i, new: j, moved: i >= 0 && !stays[j]})
		if i >= 0 {
			out = gone(out, i+1)
		}
	}
	return out
}

// longestRising marks the members of a longest rising row among those that are
// not negative: those that have kept their order.
func longestRising(v []int) []bool {
	in := make([]bool, len(v))
	ends := []int{} // index of the least end of a rising row of each length
	before := make([]int, len(v))
	for j, x := range v {
		if x < 0 {
			continue
		}
		n, _ := slices.BinarySearchFunc(ends, x, func(k, x int) int { return v[k] - x })
		before[j] = -1
		if n > 0 {
			before[j] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, j)
		} else {
			ends[n] = j
		}
	}
	if len(ends) > 0 {
		for j := ends[len(ends)-1]; j >= 0; j = before[j] {
			in[j] = true
		}
	}
	return in
}

// leastMoved is how many words a paragraph has that is said to have moved;
// shorter ones stand in many places.
const leastMoved = 4

// markMoved finds paragraphs that were taken from one place and put, word for
// word, in another.
func markMoved(all []Section) {
	gone := map[string][]*Paragraph{}
	each(all, Removed, func(p *Paragraph, key string) { gone[key] = append(gone[key], p) }, func(p *Paragraph) string { return p.Old })
	n := 0
	each(all, Added, func(p *Paragraph, key string) {
		if was := gone[key]; len(was) > 0 {
			n++
			was[0].Moved, p.Moved = n, n
			gone[key] = was[1:]
		}
	}, func(p *Paragraph) string { return p.New })
}

func each(all []Section, op Op, f func(p *Paragraph, key string), text func(*Paragraph) string) {
	for i := range all {
		for k := range all[i].Paragraphs {
			p := &all[i].Paragraphs[k]
			if p.Op != op {
				continue
			}
			if words := strings.Fields(text(p)); len(words) >= leastMoved {
				f(p, strings.Join(words, " "))
			}
		}
	}
}
