package search

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// index is the words of the register's texts, in segments of bleve's own form. New
// texts come into segments in memory; when there are several of one size they are
// put together in a file. There are no threads in it: what goes wrong goes wrong in
// the call that met it.
type index struct {
	folder string // empty: all of it lies in memory
	next   int    // number of the file made last
	stop   chan struct{}
	once   sync.Once

	using sync.RWMutex // held while segments are read, and to let them go
	l     *layout
}

// most is how many segments of one size there are before they are put together.
const most = 8

func openIndex(folder string) (*index, error) {
	x := &index{folder: folder, stop: make(chan struct{}), l: newLayout(nil)}
	if folder == "" {
		return x, nil
	}
	segs, next, err := readMark(folder)
	if err != nil {
		if err := os.RemoveAll(folder); err != nil {
			return nil, fmt.Errorf("clear index: %w", err)
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, fmt.Errorf("begin index: %w", err)
		}
	}
	x.next, x.l = next, newLayout(segs)
	return x, nil
}

// put takes texts in, in place of older ones.
func (x *index) put(texts []text) error {
	if len(texts) == 0 {
		return nil
	}
	fresh, err := newSegment(texts)
	if err != nil {
		return err
	}
	var old []int
	for _, t := range texts {
		if p := x.l.place(keyOf(t.id)); p >= 0 {
			old = append(old, p)
		}
	}
	x.set(append(x.l.without(old), fresh))
	return x.gather()
}

// erase takes texts out, and the words of these out of memory and files: what has one
// of them is written anew without it.
func (x *index) erase(places []int) error {
	var touched, kept []*segment
	for _, s := range x.l.without(places) { // older versions of it may lie in others
		if s.gone != nil && !s.gone.IsEmpty() {
			touched = append(touched, s)
		} else {
			kept = append(kept, s)
		}
	}
	if len(touched) == 0 {
		x.set(kept)
		return x.mark()
	}
	if x.folder == "" {
		x.set(append(kept, touched...))
		return nil
	}
	return x.join(touched, kept)
}

// gather puts segments of about one size together when there are several.
func (x *index) gather() error {
	if x.folder == "" {
		return nil
	}
	for {
		bySize := map[int][]*segment{}
		var full []*segment
		for _, s := range x.l.segs {
			size := sizeClass(s.left())
			bySize[size] = append(bySize[size], s)
			if len(bySize[size]) >= most {
				full = bySize[size]
			}
		}
		if full == nil {
			return nil
		}
		if err := x.join(full, others(x.l.segs, full)); err != nil {
			return err
		}
	}
}

// sizeClass is alike for what is alike within some eight times.
func sizeClass(n int) int {
	c := 0
	for n /= 100; n > 0; n /= most {
		c++
	}
	return c
}

func others(all, some []*segment) []*segment {
	in := map[*segment]bool{}
	for _, s := range some {
		in[s] = true
	}
	var out []*segment
	for _, s := range all {
		if !in[s] {
			out = append(out, s)
		}
	}
	return out
}

// wasteful reports whether the index is better put together as a whole: half of the
// words are then looked for once.
func (x *index) wasteful() bool {
	live, all, largest := 0, 0, 0
	for _, s := range x.l.segs {
		n := s.left()
		live, all, largest = live+n, all+len(s.keys), max(largest, n)
	}
	return x.folder != "" && len(x.l.segs) > 1 && ((live-largest)*8 > live || (all-live)*8 > all)
}

// joinAll puts all of it together.
func (x *index) joinAll() error { return x.join(x.l.segs, nil) }

// join puts segments together in a new file beside those that stay.
func (x *index) join(list, stay []*segment) error {
	left := 0
	for _, s := range list {
		left += s.left()
	}
	if left == 0 {
		x.set(stay)
		return x.mark()
	}
	x.next++
	name := strconv.Itoa(x.next) + ending
	s, err := merge(list, filepath.Join(x.folder, name), x.stop)
	if err != nil {
		return err
	}
	s.file = name
	x.set(append(append([]*segment{}, stay...), s))
	return x.mark()
}

// ending is that of files with segments.
const ending = ".zap"

// set puts a new layout in place of the old one, and lets go of segments that are in
// it no longer. Their files are removed when the mark has been written without them.
func (x *index) set(segs []*segment) {
	l := newLayout(segs)
	x.using.Lock()
	defer x.using.Unlock()
	old := x.l
	x.l = l
	for _, s := range old.segs {
		if !l.holds(s) {
			_ = s.x.Close() // was only read
		}
	}
}

func (l *layout) holds(s *segment) bool {
	for _, o := range l.segs {
		if o.x == s.x {
			return true
		}
	}
	return false
}

// halt stops what is being put together.
func (x *index) halt() { x.once.Do(func() { close(x.stop) }) }

// close keeps what lies in memory, and lets go of all.
func (x *index) close() error {
	var inMemory []*segment
	for _, s := range x.l.segs {
		if s.file == "" {
			inMemory = append(inMemory, s)
		}
	}
	var err error
	if x.folder != "" && len(inMemory) > 0 {
		x.stop = nil
		err = x.join(inMemory, others(x.l.segs, inMemory))
	}
	if x.folder != "" && err == nil {
		err = x.mark()
	}
	x.letGo()
	return err
}

func (x *index) letGo() {
	x.using.Lock()
	defer x.using.Unlock()
	for _, s := range x.l.segs {
		_ = s.x.Close() // was only read
	}
	x.l = newLayout(nil)
}

var errDamaged = errors.New("the index is damaged")

func bitmapOf(b []byte) (*roaring.Bitmap, error) {
	if len(b) == 0 {
		return nil, nil
	}
	r := roaring.New()
	if err := r.UnmarshalBinary(b); err != nil {
		return nil, err
	}
	return r, nil
}
