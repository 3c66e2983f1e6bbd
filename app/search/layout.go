package search

import (
	"math/bits"
	"slices"
)

// layout is the index at one moment: its segments one after the other. Every text
// has a place in it. It never changes; a change makes another.
type layout struct {
	segs  []*segment
	first []int // place of the first text of each segment; a multiple of 64
	live  Set   // places that hold
	*places
}

// places tells where the text of a matter is.
type places struct {
	keys  []uint64 // by place
	table []uint32 // place + 1 of a key, in the first free slot from the key's own
	mask  uint64
}

func newLayout(segs []*segment) *layout {
	l := &layout{segs: segs, places: &places{}}
	n := 0
	for _, s := range segs {
		l.first = append(l.first, n)
		n += (len(s.keys) + 63) / 64 * 64
	}
	l.live, l.keys = NewSet(n), make([]uint64, n)
	size := uint64(1) << bits.Len(uint(2*n+1))
	l.table, l.mask = make([]uint32, size), size-1
	for i, s := range segs {
		copy(l.keys[l.first[i]:], s.keys)
		for k := range s.keys {
			if s.gone == nil || !s.gone.Contains(uint32(k)) {
				l.add(l.first[i] + k)
			}
		}
	}
	return l
}

func (l *layout) add(place int) {
	l.live.Add(place)
	for slot := l.keys[place] & l.mask; ; slot = (slot + 1) & l.mask {
		if l.table[slot] == 0 {
			l.table[slot] = uint32(place) + 1
			return
		}
	}
}

// place finds the text of a matter by its key; -1 without one.
func (l *places) place(key uint64) int {
	for slot := key & l.mask; l.table[slot] != 0; slot = (slot + 1) & l.mask {
		if p := int(l.table[slot]) - 1; l.keys[p] == key {
			return p
		}
	}
	return -1
}

// at tells which segment a place is in, and the number there.
func (l *layout) at(place int) (seg int, number uint32) {
	seg, found := slices.BinarySearch(l.first, place)
	if !found {
		seg--
	}
	return seg, uint32(place - l.first[seg])
}

func (l *layout) stamp(place int) stamp {
	s, n := l.at(place)
	return l.segs[s].stamps[n]
}

// without gives the layout's segments without some places.
func (l *layout) without(places []int) []*segment {
	segs := slices.Clone(l.segs)
	numbers := make([][]uint32, len(segs))
	for _, p := range places {
		s, n := l.at(p)
		numbers[s] = append(numbers[s], n)
	}
	for i, list := range numbers {
		if len(list) > 0 {
			segs[i] = segs[i].without(list)
		}
	}
	return slices.DeleteFunc(segs, func(s *segment) bool { return s.file == "" && s.left() == 0 })
}
