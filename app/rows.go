package app

import (
	"iter"
	"slices"
)

// Rows is the list of a register: a value, whose rows nobody changes. A register of
// 100,000 has to be listed, so the rows lie packed in one piece of memory and are made
// when they are asked for; those that were saved since lie before it as they are.
type Rows struct {
	base  *packedRows
	gone  []int // places in base that hold no longer, ascending
	fresh []Row // before base
}

// mostFresh is how many rows lie beside the packed ones before all are packed anew.
const mostFresh = 200

// NewRows packs rows in the order given.
func NewRows(list []Row) Rows {
	var p RowPacker
	for i := range list {
		p.Add(&list[i])
	}
	return p.Rows()
}

// RowKeys is what a row is counted and ordered by.
type RowKeys struct {
	Received, Meeting Date
	Due               Date
	Source            SourceKind
	Stage             Stage
	Holder            string
	Officers          []string // only until the next call
}

// Len is how many rows there are.
func (r Rows) Len() int { return len(r.fresh) + r.base.len() - len(r.gone) }

// At makes the i-th row.
func (r Rows) At(i int) Row {
	if i < len(r.fresh) {
		return r.fresh[i]
	}
	return r.base.row(r.place(i - len(r.fresh)))
}

// Keys gives what the i-th row is counted and ordered by, without making the row.
func (r Rows) Keys(i int, k *RowKeys) {
	if i >= len(r.fresh) {
		r.base.keys(r.place(i-len(r.fresh)), k)
		return
	}
	f := &r.fresh[i]
	*k = RowKeys{f.Received, f.Meeting, f.Due, f.Source, f.Stage, f.Holder, append(k.Officers[:0], f.Officers...)}
}

// place finds the i-th row that is left in base.
func (r Rows) place(i int) int {
	for _, g := range r.gone {
		if g > i {
			break
		}
		i++
	}
	return i
}

// All gives every row with its place.
func (r Rows) All() iter.Seq2[int, Row] {
	return each(r, func(f *Row) Row { return *f }, r.base.row)
}

// IDs gives the identity of every row with its place, without making the rows; it holds
// only until the next.
func (r Rows) IDs() iter.Seq2[int, []byte] {
	return each(r, func(f *Row) []byte { return []byte(f.ID) }, r.base.id)
}

// each gives something of every row with its place: of those before base, and of those
// that are left in it.
func each[T any](r Rows, before func(*Row) T, packed func(at int) T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := range r.fresh {
			if !yield(i, before(&r.fresh[i])) {
				return
			}
		}
		gone, n := r.gone, len(r.fresh)
		for at := range r.base.len() {
			if len(gone) > 0 && gone[0] == at {
				gone = gone[1:]
				continue
			}
			if !yield(n, packed(at)) {
				return
			}
			n++
		}
	}
}

// List makes all rows.
func (r Rows) List() []Row {
	out := make([]Row, 0, r.Len())
	for _, row := range r.All() {
		out = append(out, row)
	}
	return out
}

// Index finds the row of a matter; -1 without one.
func (r Rows) Index(id string) int {
	if i := slices.IndexFunc(r.fresh, func(f Row) bool { return f.ID == id }); i >= 0 {
		return i
	}
	at := r.base.find(id)
	before, gone := slices.BinarySearch(r.gone, at)
	if at < 0 || gone {
		return -1
	}
	return len(r.fresh) + at - before
}

// With puts a row first, in place of the one its matter had.
func (r Rows) With(row Row) Rows {
	out := r.Without(row.ID)
	out.fresh = slices.Insert(slices.Clone(out.fresh), 0, row)
	if len(out.fresh) > mostFresh {
		return NewRows(out.List())
	}
	return out
}

// Without leaves the row of a matter out.
func (r Rows) Without(id string) Rows {
	i := r.Index(id)
	switch {
	case i < 0:
		return r
	case i < len(r.fresh):
		r.fresh = slices.Delete(slices.Clone(r.fresh), i, i+1)
		return r
	}
	at := r.place(i - len(r.fresh))
	before, _ := slices.BinarySearch(r.gone, at)
	r.gone = slices.Insert(slices.Clone(r.gone), before, at)
	return r
}

// Same reports whether both are one and the same list.
func (r Rows) Same(o Rows) bool {
	return r.base == o.base && slices.Equal(r.gone, o.gone) && len(r.fresh) == len(o.fresh) &&
		(len(r.fresh) == 0 || &r.fresh[0] == &o.fresh[0])
}
