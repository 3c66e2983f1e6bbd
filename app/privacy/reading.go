package privacy

import (
	"cmp"
	"slices"
	"strings"
)

// Reading is what one paragraph holds by itself. It never changes once read.
type Reading struct {
	hits  []Hit  // whoever is known, in the order of the text
	names []name // of persons, in the order of the text
	tied  []tied // what is personal beside a name that may not stand
	title bool   // nothing but somebody's title
	heads bool   // the head of a table, or the lead to a list, of children
	row   bool   // a row of a table or an item of a list
}

// tied is something that becomes a hit beside a name; name is -1 when the
// paragraph itself says that it is about somebody in particular.
type tied struct {
	hit  Hit
	name int
}

// nearby is how many bytes from a name other data are taken to be that person's.
const nearby = 80

// Read reads one paragraph, as it stands in the text. It takes time in
// proportion to its length.
func Read(s string) *Reading {
	r := newReader(s)
	out := &Reading{row: isRow(s)}
	out.hits = r.numbers(out.hits)
	out.hits = r.mails(out.hits)
	out.hits = r.phones(out.hits)
	out.hits = r.devices(out.hits)
	out.hits = r.places(out.hits)
	out.hits = distinct(slices.DeleteFunc(out.hits, r.office))
	for i := range out.hits {
		out.hits[i].Child = r.besideChild(out.hits[i])
		out.hits[i].Near = out.hits[i].Near || out.hits[i].Child
	}
	out.names = outside(r.names(), out.hits)
	if len(out.names) > 0 {
		n := &out.names[0]
		n.alone = n.first == 0 && n.last == len(r.tokens)-1
	}
	out.hits = distinct(r.groups(out.hits))
	out.tied = r.births(out.names, r.protected(out.names, r.health(out.names, nil)))
	out.title, out.heads = r.titleLine(), r.headsChildren(strings.HasPrefix(s, "|"))
	return out
}

// office tells whether an address or number is said to be where a body is reached.
func (r *reader) office(h Hit) bool {
	if h.Kind != Street && h.Kind != Postcode && h.Kind != Phone {
		return false
	}
	k := r.tokenFrom(h.Span.Start)
	for i := k - 1; i >= max(0, k-4); i-- {
		if r.is(i, isOffice) {
			return true
		}
		if strings.Contains(r.gap(i), "\n") {
			return false
		}
	}
	return false
}

func isRow(s string) bool {
	for _, mark := range []string{"|", "- ", "– ", "• ", "* "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	digits := leadingDigits(s)
	return digits > 0 && digits < 3 && (strings.HasPrefix(s[digits:], ". ") || strings.HasPrefix(s[digits:], ") "))
}

// distinct sorts hits and leaves out those that lie in another, which is the one
// of the kind that stands first in Kinds.
func distinct(hits []Hit) []Hit {
	if len(hits) < 2 {
		return hits
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(rank(a.Kind), rank(b.Kind)))
	})
	out := hits[:1]
	for _, h := range hits[1:] {
		switch last := &out[len(out)-1]; {
		case h.Span.Start >= last.Span.End:
			out = append(out, h)
		case rank(h.Kind) < rank(last.Kind):
			*last = h
		}
	}
	return out
}

func rank(k Kind) int { return slices.Index(Kinds, k) }

// outside leaves out names that are part of an address. Both lists are in the
// order of the text.
func outside(names []name, hits []Hit) []name {
	out, h := names[:0], 0
	for _, n := range names {
		for h < len(hits) && hits[h].Span.End <= n.span.Start {
			h++
		}
		if h == len(hits) || n.span.End <= hits[h].Span.Start {
			out = append(out, n)
		}
	}
	return out
}

// besideChild tells whether one particular child is spoken of near a hit.
func (r *reader) besideChild(h Hit) bool {
	first := r.tokenFrom(h.Span.Start)
	if first < 0 {
		return false
	}
	return r.around(first, max(first, r.tokenFrom(h.Span.End-1)), nearby, func(i int) bool {
		return r.oneChild(i) || r.classCode(i)
	})
}

// tokenFrom gives the token at a byte of the text as it was given.
func (r *reader) tokenFrom(at int) int {
	if r.at != nil {
		at, _ = slices.BinarySearch(r.at, int32(at))
	}
	return min(r.tokenAt(at), len(r.tokens)-1)
}

// titleLine tells whether the paragraph is a title and nothing else, as over or
// under a signature.
func (r *reader) titleLine() bool {
	return len(r.tokens) > 0 && len(r.tokens) <= 4 && len(r.text) < 80 && r.is(0, isTitle)
}

// headsChildren tells whether the paragraph leads to names of children: "Elever:"
// or the head of a table with a column for them.
func (r *reader) headsChildren(table bool) bool {
	if len(r.text) > 160 || !table && !strings.HasSuffix(strings.TrimSpace(r.text), ":") {
		return false
	}
	for i := range r.tokens {
		if r.is(i, isChild|isChildren) && !r.is(i, isPlace) && !r.is(i, isParent) {
			return true
		}
	}
	return false
}
