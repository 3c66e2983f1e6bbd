package spelling

import "math/bits"

// table finds the entries of a word. The words lie in the file as it was read,
// and an entry is eight bytes.
type table struct {
	text    []byte
	entries []entry
	slots   []uint32 // index of an entry and one, below the tag of its word; 0 is empty
	masks   []uint32 // of an entry's letters
	sets    []flagSet
	begun   []uint64 // a bit for every beginning that some entry has; see levels
	present []uint64 // a bit for every entry: most of what is looked for is none, and is known by it
	free    uint32   // a slot that is empty
}

// levels are the lengths of beginnings, in bytes, that are remembered of every
// entry: a stem that does not begin as any of them is not looked for.
var levels = [...]int{6, 9, 12, 15}

// reach gives how many bytes of a word at most are also the beginning of an entry,
// as far as the levels tell: fewer than the first level at which none begins so.
func (t *table) reach(word []byte) int {
	h, at := uint32(2166136261), 0
	for _, n := range levels {
		if len(word) < n {
			break
		}
		for ; at < n; at++ {
			h = (h ^ uint32(word[at])) * 16777619
		}
		if b := h & uint32(len(t.begun)*64-1); t.begun[b/64]>>(b%64)&1 == 0 {
			return n - 1
		}
	}
	return len(word)
}

// begin remembers how an entry begins.
func (t *table) begin(word []byte) {
	h, at := uint32(2166136261), 0
	for _, n := range levels {
		if len(word) < n {
			return
		}
		for ; at < n; at++ {
			h = (h ^ uint32(word[at])) * 16777619
		}
		b := h & uint32(len(t.begun)*64-1)
		t.begun[b/64] |= 1 << (b % 64)
	}
}

// entry is a stem of the dictionary.
type entry struct {
	at    uint32 // byte in the text
	flags uint16 // number of its set
	size  uint8  // bytes
	runes uint8
}

func (t *table) word(e entry) []byte { return t.text[e.at : e.at+uint32(e.size)] }

func (t *table) index() {
	size := 1 << bits.Len(uint(len(t.entries)*3/2+1))
	t.slots = make([]uint32, size)
	t.masks = make([]uint32, len(t.entries))
	t.begun = make([]uint64, max(1, size/4)) // sixteen bits for every slot
	t.present = make([]uint64, max(1, size/8))
	for i, e := range t.entries {
		t.begin(t.word(e))
		t.masks[i] = letterMask(t.word(e))
		h := hash(t.word(e))
		bit := t.bit(h)
		t.present[bit/64] |= 1 << (bit % 64)
		at := h & uint32(size-1)
		tries := 0
		for ; t.slots[at] != 0 && tries < maxTwins; tries++ {
			at = (at + 1) & uint32(size-1)
		}
		if tries < maxTwins {
			t.slots[at] = tag(h) | uint32(i+1)
		}
	}
	for t.slots[t.free] != 0 {
		t.free++
	}
}

// bit is where a word's hash is marked in present; other bits of it choose the slot.
func (t *table) bit(hash uint32) uint32 {
	return hash * 2654435769 >> (32 - bits.Len(uint(len(t.present)*64-1)))
}

// maxTwins is how far a word is filed from its place. No honest list comes near;
// in one that says the same word a million times the rest is left out.
const maxTwins = 512

// A slot has room for as many entries as are read, and ten bits of the hash by
// which other words are passed without a look at them.
const indexBits = 22

func tag(hash uint32) uint32 { return hash >> indexBits << indexBits }

// homonyms walks over the entries of one word.
type homonyms struct {
	*table
	word []byte
	tag  uint32
	slot uint32
}

func (t *table) find(word []byte) homonyms {
	h := hash(word)
	if b := t.bit(h); t.present[b/64]>>(b%64)&1 == 0 {
		return homonyms{t, word, 0, t.free}
	}
	return homonyms{t, word, tag(h), h & uint32(len(t.slots)-1)}
}

// next gives the flags of the next entry.
func (h *homonyms) next() (flagSet, bool) {
	for slot := h.slots[h.slot]; slot != 0; slot = h.slots[h.slot] {
		h.slot = (h.slot + 1) & uint32(len(h.slots)-1)
		if tag(slot) != h.tag {
			continue
		}
		e := h.entries[slot&(1<<indexBits-1)-1]
		if string(h.table.word(e)) == string(h.word) {
			return h.sets[e.flags], true
		}
	}
	return nil, false
}

// hash is FNV-1a.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
