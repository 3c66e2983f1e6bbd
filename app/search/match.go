package search

import (
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
		s.terms1(p, w[:i], func(term string) { err = r.add(term) })
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

// terms1 gives the terms that meet a pattern and none of those before it.
func (s *segment) terms1(p pattern, before sought, f func(term string)) {
	give := func(term string) {
		if !before.matches(term) {
			f(term)
		}
	}
	switch {
	case p.inside:
		s.containing(p.text, give)
		return
	case two(p):
		return
	case p.head:
		s.beginning(p.text, give)
	default:
		s.beginning(p.text+"\n", give)
	}
	if p.tail {
		s.containing(p.text+"\n", func(term string) {
			if !(p.head && strings.HasPrefix(term, p.text)) && term != p.text {
				give(term)
			}
		})
	}
}

// containing gives each term that what stands in the list of terms has. It looks for
// the byte of it that the list has least of: that is several times as fast as
// looking for all of it.
func (s *segment) containing(listed string, f func(term string)) {
	rare := 0
	for i := range len(listed) {
		if s.often[listed[i]] < s.often[listed[rare]] {
			rare = i
		}
	}
	for at := rare; at < len(s.terms); {
		i := strings.IndexByte(s.terms[at:], listed[rare])
		if i < 0 {
			return
		}
		at += i
		if !strings.HasPrefix(s.terms[at-rare:], listed) {
			at++
			continue
		}
		from := strings.LastIndexByte(s.terms[:at-rare], '\n') + 1
		to := at + strings.IndexByte(s.terms[at:], '\n')
		f(s.terms[from:to])
		at = to + rare
	}
}

// beginning gives the terms whose line begins so.
func (s *segment) beginning(prefix string, f func(term string)) {
	for at := s.seek(prefix); at < len(s.terms); {
		end := strings.IndexByte(s.terms[at:], '\n')
		if end < 0 || !strings.HasPrefix(s.terms[at:], prefix) {
			return
		}
		f(s.terms[at : at+end])
		at += end + 1
	}
}

// seek finds where the first line begins that is not before a prefix.
func (s *segment) seek(prefix string) int {
	word := strings.TrimSuffix(prefix, "\n")
	low, high := 1, len(s.terms) // low is the beginning of a line, or the end
	for low < high {
		mid := strings.LastIndexByte(s.terms[:low+(high-low)/2], '\n') + 1
		end := mid + strings.IndexByte(s.terms[mid:], '\n')
		if s.terms[mid:end] < word {
			low = end + 1
		} else {
			high = mid
		}
	}
	return min(low, len(s.terms))
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
