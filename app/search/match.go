package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
	zapped "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// with gives the places whose texts have a word.
func (l *layout) with(s sought) (Set, error) {
	out := NewSet(len(l.keys))
	for i, seg := range l.segs {
		if err := seg.mark(s, out[l.first[i]/64:]); err != nil {
			return nil, err
		}
	}
	return out.and(l.live), nil
}

// exact gives the places that have a term of a field.
func (l *layout) exact(name, term string) (Set, error) {
	out := NewSet(len(l.keys))
	for i, seg := range l.segs {
		r, err := seg.reader(name)
		if err == nil {
			err = r.add(term)
		}
		if err != nil {
			return nil, err
		}
		r.into(out[l.first[i]/64:])
	}
	return out.and(l.live), nil
}

// mark puts the texts that have a word into a set.
func (s *segment) mark(w sought, out Set) error {
	r, err := s.reader(fieldWords)
	if err != nil {
		return err
	}
	for i, p := range w {
		if two(p) {
			starts, err := s.reader(fieldStart)
			if err == nil {
				err = starts.add(p.text)
			}
			if err != nil {
				return err
			}
			starts.into(out)
		}
		s.meeting(p, w[:i], func(at int, root string) {
			known, err2 := s.roots.texts(at, out)
			if !known && err2 == nil {
				err2 = r.add(root)
			}
			err = cmp.Or(err, err2)
		})
		if err != nil {
			return err
		}
	}
	r.into(out)
	return nil
}

// two reports whether a pattern is two letters that words begin with: there is a
// field for them.
func two(p pattern) bool { return p.head && utf8.RuneCountInString(p.text) == 2 }

// meeting gives the roots that meet a pattern and none of those before it, and where
// they begin.
func (s *segment) meeting(p pattern, before sought, f func(at int, root string)) {
	give := func(at int, root string) {
		if !before.matches(root) {
			f(at, root)
		}
	}
	switch {
	case p.inside:
		s.roots.containing(p.text, give)
		return
	case two(p):
		return
	case p.head:
		s.roots.beginning(p.text, give)
	default:
		s.roots.beginning(p.text+"\n", give)
	}
	if p.tail {
		s.roots.containing(p.text+"\n", func(at int, root string) {
			if root != p.text && !(p.head && strings.HasPrefix(root, p.text)) {
				give(at, root)
			}
		})
	}
}

// reader gathers the texts that have terms of a field.
type reader struct {
	d    zapped.TermDictionary
	list zapped.PostingsList
	all  *roaring.Bitmap
}

func (s *segment) reader(name string) (*reader, error) {
	d, err := s.x.Dictionary(name)
	if err != nil {
		return nil, fmt.Errorf("read dictionary: %w", err)
	}
	return &reader{d: d, all: roaring.New()}, nil
}

func (r *reader) add(term string) error {
	list, err := r.d.PostingsList([]byte(term), nil, r.list)
	if err != nil {
		return fmt.Errorf("read texts of a word: %w", err)
	}
	r.list = list
	if p, ok := list.(*zap.PostingsList); ok {
		p.OrInto(r.all)
	}
	return nil
}

// into puts what was gathered into a set.
func (r *reader) into(out Set) {
	n := r.all.ToDense()
	out[:min(len(n), len(out))].or(n)
}

// words lists the terms of a field over all segments, each once, in order.
func (l *layout) words(name string) ([]string, error) {
	var out []string
	for _, s := range l.segs {
		if err := s.each(name, func(t string) { out = append(out, t) }); err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
