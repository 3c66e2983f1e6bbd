package search

import "math/bits"

// Set is which things of a numbered list something holds for.
type Set []uint64

// NewSet makes an empty set for so many things.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// Add takes one in.
func (s Set) Add(i int) { s[i/64] |= 1 << (i % 64) }

// Has reports whether it is in.
func (s Set) Has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

// Count is how many are in.
func (s Set) Count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// and leaves what is in both.
func (s Set) and(o Set) Set {
	for i := range s {
		s[i] &= o[i]
	}
	return s
}

func (s Set) or(o Set) Set {
	for i := range s {
		s[i] |= o[i]
	}
	return s
}

func (s Set) without(o Set) Set {
	for i := range s {
		s[i] &^= o[i]
	}
	return s
}

// each calls f with every member, in order, until it says no.
func (s Set) each(f func(i int) bool) {
	for k, w := range s {
		for ; w != 0; w &= w - 1 {
			if !f(k*64 + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
