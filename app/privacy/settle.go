package privacy

import (
	"slices"
	"sort"

	"yttra/app"
)

// Part is a paragraph in its place.
type Part struct {
	*Reading
	Official bool // head, signatures, list of those present: names and addresses there may stand
	Other    bool // of another paper in the matter: only who is known counts
}

// Settle gives the hits of each part, in the order of the text. Somebody who is
// named with party or title anywhere is known everywhere, and somebody who is a
// child anywhere is one everywhere.
func Settle(parts []Part, known *Known) [][]Hit {
	return Judge(parts, known).Hits
}

// Judged is what has been settled of some parts.
type Judged struct {
	Hits   [][]Hit      // of each part, in the order of the text
	Stands [][]app.Span // of each part: whole names of those who act in public
	Known  *Known       // with those whom the parts themselves make known
}

// Judge settles the hits of each part, and tells which names may stand.
func Judge(parts []Part, known *Known) Judged {
	s := settling{known: known.Clone(), private: map[string]Kind{}}
	children := s.listed(parts)
	for i, p := range parts {
		s.learn(p, i > 0 && parts[i-1].title || i > 1 && parts[i-2].title || i+1 < len(parts) && parts[i+1].title)
	}
	for i, p := range parts {
		if !p.Other {
			s.mark(p, children[i])
		}
	}
	out := Judged{Hits: make([][]Hit, len(parts)), Stands: make([][]app.Span, len(parts)), Known: s.known}
	for i, p := range parts {
		if !p.Other {
			out.Hits[i], out.Stands[i] = s.hits(p), s.stands(p)
		}
	}
	return out
}

// stands gives the whole names in a part that are those of somebody known.
func (s *settling) stands(p Part) []app.Span {
	var out []app.Span
	for _, n := range p.names {
		if kind := s.private[n.key]; n.full && s.known.knows(n) && kind != Child {
			out = append(out, n.span)
		}
	}
	return out
}

// settling is what is settled over all parts.
type settling struct {
	known   *Known
	private map[string]Kind // key of a name, and its given name: Child or Person
}

// listed tells which parts are rows under a head that says they are of children.
func (s *settling) listed(parts []Part) []bool {
	out := make([]bool, len(parts))
	under := false
	for i, p := range parts {
		out[i] = under && p.row
		under = p.heads || under && p.row
	}
	return out
}

// learn takes up who may stand: party, title, signature.
func (s *settling) learn(p Part, byTitle bool) {
	for _, n := range p.names {
		if n.public || !n.child && !n.kin && n.full && (p.Official || byTitle && n.alone) {
			s.known.person(n.key)
		}
	}
}

// mark takes up who may not.
func (s *settling) mark(p Part, child bool) {
	for _, n := range p.names {
		switch {
		case s.known.knows(n) && (!n.child || n.close && n.full): // whoever acts in public may speak of a child
		case n.child || n.maybe || child:
			s.flag(n, Child)
		case n.full && !p.Official || n.kin:
			s.flag(n, Person)
		}
	}
}

func (s *settling) flag(n name, k Kind) {
	first, last := ends(n.key)
	for _, key := range []string{n.key, withoutS(first)} {
		if last == "" || key == n.key || !s.known.given[key] {
			if s.private[key] != Child {
				s.private[key] = k
			}
		}
	}
}

// hits gives what a part holds, now that it is known who is who.
func (s *settling) hits(p Part) []Hit {
	var out []Hit
	private := make([]bool, len(p.names))
	for i, n := range p.names {
		kind := s.private[n.key]
		if kind == "" && !n.full {
			kind = s.private[withoutS(n.key)]
		}
		if kind == "" || kind == Person && s.known.knows(n) {
			continue
		}
		private[i] = true
		child := kind == Child || n.kin && n.beside
		out = append(out, Hit{Kind: kind, Span: n.span, Key: n.key, Near: child || n.kin, Child: child})
	}
	for _, t := range p.tied {
		if t.name < 0 || private[t.name] || !s.known.knows(p.names[t.name]) && (p.names[t.name].full || p.names[t.name].sure) {
			t.hit.Near, t.hit.Child = true, t.name < 0 || s.private[p.names[t.name].key] == Child
			out = append(out, t.hit)
		}
	}
	for _, h := range p.hits {
		if s.known.allows(h) || p.Official && contactData(h.Kind) {
			continue
		}
		near, child := s.beside(p, private, h)
		h.Near, h.Child = h.Near || near, h.Child || child
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b Hit) int { return a.Span.Start - b.Span.Start })
	return slices.CompactFunc(out, func(a, b Hit) bool { return a.Kind == b.Kind && a.Span == b.Span })
}

func contactData(k Kind) bool {
	return slices.Contains([]Kind{Phone, Mail, Street, Postcode, Property}, k)
}

// beside tells whether a private person, or a child, is named near a hit.
func (s *settling) beside(p Part, private []bool, h Hit) (near, child bool) {
	i := sort.Search(len(p.names), func(i int) bool { return p.names[i].span.End+nearby >= h.Span.Start })
	for ; i < len(p.names) && p.names[i].span.Start <= h.Span.End+nearby; i++ {
		near = near || private[i]
		child = child || private[i] && s.private[p.names[i].key] == Child
	}
	return near, child
}
