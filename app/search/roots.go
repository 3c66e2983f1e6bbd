package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// roots is all roots of a segment in one text, in order, each after a line break, with
// one at the end. A part of a compound may be anywhere in a root: looking through this
// text for it is a few milliseconds for a million roots, and the texts that have a root
// are then read at once, without asking the dictionary for it.
type roots struct {
	text  string
	often [256]int32 // how often the text has each byte
	lists []uint32   // where in the file the texts are told that have each root; nil: not known
	lines []uint32   // how many line breaks are before each block of the text
	data  []byte     // of the file
}

// block is how many bytes of roots there are to a number in lines.
const block = 2048

// readRoots reads the roots of a segment.
func (s *segment) readRoots() error {
	r := &roots{}
	var b strings.Builder
	add := func(root string) { b.WriteByte('\n'); b.WriteString(root) }
	file, ok := s.x.(*zap.Segment)
	if ok {
		if err := r.fromFile(file, add); err != nil {
			return err
		}
	} else if err := s.each(fieldWords, add); err != nil {
		return err
	}
	b.WriteByte('\n')
	r.text = strings.Clone(b.String())
	n := uint32(0)
	for i := range len(r.text) {
		if i%block == 0 {
			r.lines = append(r.lines, n)
		}
		if r.often[r.text[i]]++; r.text[i] == '\n' {
			n++
		}
	}
	s.roots = r
	return nil
}

// fromFile reads roots, and where their texts are told, from the dictionary itself:
// bleve's own way to it reads each list of texts as well.
func (r *roots) fromFile(file *zap.Segment, add func(root string)) error {
	at, err := file.DictAddr(fieldWords)
	if err != nil {
		return nil // no text has a word
	}
	r.data = file.Data()
	size, n := binary.Uvarint(r.data[at:])
	if n <= 0 {
		return fmt.Errorf("%w: its dictionary", errDamaged)
	}
	fst, err := vellum.Load(r.data[at+uint64(n):][:size])
	if err != nil {
		return fmt.Errorf("read dictionary: %w", err)
	}
	it, err := fst.Iterator(nil, nil)
	known := true
	for ; err == nil; err = it.Next() {
		root, list := it.Current()
		add(string(root))
		r.lists = append(r.lists, uint32(list))
		known = known && list <= math.MaxUint32
	}
	if !known { // a file of more than 4 GB, or lists of one that lie in the dictionary
		r.lists = nil
	}
	if !errors.Is(err, vellum.ErrIteratorDone) {
		return fmt.Errorf("read dictionary: %w", err)
	}
	return nil
}

// containing gives where each root begins that what stands in the text of roots is in,
// and the root. It looks for the byte of it that the text has least of: that is several
// times as fast as looking for all of it.
func (r *roots) containing(listed string, f func(at int, root string)) {
	rare := 0
	for i := range len(listed) {
		if r.often[listed[i]] < r.often[listed[rare]] {
			rare = i
		}
	}
	for at := rare; at < len(r.text); {
		i := strings.IndexByte(r.text[at:], listed[rare])
		if i < 0 {
			return
		}
		at += i
		if !strings.HasPrefix(r.text[at-rare:], listed) {
			at++
			continue
		}
		from := strings.LastIndexByte(r.text[:at-rare], '\n') + 1
		to := at + strings.IndexByte(r.text[at:], '\n')
		f(from, r.text[from:to])
		at = to + rare
	}
}

// beginning gives the roots whose line begins so.
func (r *roots) beginning(prefix string, f func(at int, root string)) {
	for at := r.seek(prefix); at < len(r.text); {
		end := strings.IndexByte(r.text[at:], '\n')
		if end < 0 || !strings.HasPrefix(r.text[at:], prefix) {
			return
		}
		f(at, r.text[at:at+end])
		at += end + 1
	}
}

// seek finds where the first line begins that is not before a prefix.
func (r *roots) seek(prefix string) int {
	word := strings.TrimSuffix(prefix, "\n")
	low, high := 1, len(r.text) // low is the beginning of a line, or the end
	for low < high {
		mid := strings.LastIndexByte(r.text[:low+(high-low)/2], '\n') + 1
		end := mid + strings.IndexByte(r.text[mid:], '\n')
		if r.text[mid:end] < word {
			low = end + 1
		} else {
			high = mid
		}
	}
	return low
}

// number is which root begins at a place.
func (r *roots) number(at int) int {
	b := at / block
	return int(r.lines[b]) + strings.Count(r.text[b*block:at], "\n") - 1
}

// texts puts the texts of the root that begins at a place into a set; false when it
// does not know them.
func (r *roots) texts(at int, out Set) (bool, error) {
	if r.lists == nil {
		return false, nil
	}
	d := r.data[r.lists[r.number(at)]:]
	var size uint64
	for range 3 { // two are where bleve would tell how often and where in the text
		v, n := binary.Uvarint(d)
		size, d = v, d[n:]
	}
	return true, unroll(d[:size], out)
}

// What a list of numbers written by roaring begins with: none of its parts is written as
// runs.
const noRuns = 12346

// unroll puts a list of numbers into a set, straight from where it lies. It is of the form
// that roaring describes; most are of one number or two, and the making of its bitmaps
// would take most of the time.
func unroll(d []byte, out Set) error {
	le := binary.LittleEndian
	if le.Uint32(d) != noRuns {
		b := roaring.New()
		if _, err := b.FromBuffer(d); err != nil {
			return fmt.Errorf("read texts of a word: %w", err)
		}
		n := b.ToDense()
		out[:min(len(n), len(out))].or(n)
		return nil
	}
	parts := int(le.Uint32(d[4:]))
	head, at := d[8:], d[8+8*parts:]
	for i := range parts {
		base, n := int(le.Uint16(head[4*i:]))<<16, int(le.Uint16(head[4*i+2:]))+1
		if n > 4096 {
			for w := range 1024 {
				if v := le.Uint64(at[8*w:]); v != 0 {
					out[base/64+w] |= v
				}
			}
			at = at[8192:]
			continue
		}
		for k := range n {
			out.Add(base + int(le.Uint16(at[2*k:])))
		}
		at = at[2*n:]
	}
	return nil
}
