package search

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"runtime"
	"slices"
	"sync"
	"time"

	"yttra/app"
)

// Answer is what texts have the words of a query. It never changes.
type Answer struct {
	*places
	live    Set   // places that hold
	words   []Set // places of the texts that have each word
	only    Set   // that pass what the query is narrowed to; nil: it is not
	pending []pending
	Near    []string // for a word that nothing has, one that differs by a letter; else empty
	Rest    int      // texts where a phrase may stand and that have not been read yet
}

// pending are the texts that have the words of a phrase, latest saved first; whether
// they stand together has not been seen yet.
type pending struct {
	word   int
	phrase []string
	texts  []candidate
}

type candidate struct {
	place int
	id    string
}

// In tells which rows have each word in their texts, and which pass what the query
// was narrowed to; only is nil when it was not.
func (a *Answer) In(rows app.Rows) (words []Set, only Set) {
	words = make([]Set, len(a.words))
	for w := range words {
		words[w] = NewSet(rows.Len())
	}
	if a.only != nil {
		only = NewSet(rows.Len())
	}
	for i, id := range rows.IDs() {
		p := a.place(maphash.Bytes(seed, id))
		if p < 0 {
			continue
		}
		for w, s := range a.words {
			if s.Has(p) {
				words[w].Add(i)
			}
		}
		if only != nil && a.only.Has(p) {
			only.Add(i)
		}
	}
	return words, only
}

// Count is how many texts have all words and pass what the query is narrowed to.
func (a *Answer) Count(q Query) int { return a.total(q).Count() }

// total is the places of these.
func (a *Answer) total(q Query) Set {
	all := slices.Clone(a.live)
	if a.only != nil {
		all.and(a.only)
	}
	for i, w := range q.Words {
		if w.Without {
			all.without(a.words[i])
		} else {
			all.and(a.words[i])
		}
	}
	return all
}

// find looks a query up.
func (l *layout) find(ctx context.Context, q Query) (*Answer, error) {
	a := &Answer{places: l.places, live: l.live, words: make([]Set, len(q.Words)), Near: make([]string, len(q.Words))}
	var err error
	if a.only, err = l.only(q); err != nil {
		return nil, err
	}
	for i, w := range q.Words {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if a.words[i], err = l.word(w); err != nil {
			return nil, err
		}
		if w.Phrase && len(pieces(w.Text)) > 1 {
			list, err := l.candidates(a.words[i])
			if err != nil {
				return nil, err
			}
			a.pending = append(a.pending, pending{i, pieces(w.Text), list})
			a.words[i], a.Rest = NewSet(len(l.keys)), a.Rest+len(list)
		}
	}
	return a, nil
}

func (l *layout) only(q Query) (Set, error) {
	var only Set
	for _, x := range [...]struct{ name, term string }{{fieldBody, q.Body}, {fieldKind, q.Kind}} {
		if x.term == "" {
			continue
		}
		s, err := l.exact(x.name, x.term)
		if err != nil {
			return nil, err
		}
		if only != nil {
			s.and(only)
		}
		only = s
	}
	return only, nil
}

// word looks one word of a query up: all of its pieces are there.
func (l *layout) word(w Word) (Set, error) {
	var all Set
	for _, p := range pieces(w.Text) {
		looked := newSought(p)
		if w.Phrase {
			looked = sought{{text: root(p)}}
		}
		s, err := l.with(looked)
		if err == nil && !w.Phrase && s.Count() == 0 {
			s, err = l.with(typing(p))
		}
		if err != nil {
			return nil, err
		}
		if all != nil {
			s.and(all)
		}
		all = s
	}
	if all == nil {
		all = NewSet(len(l.keys))
	}
	return all, nil
}

func (l *layout) candidates(s Set) ([]candidate, error) {
	var out []candidate
	var err error
	s.each(func(p int) bool {
		var id string
		id, err = l.id(p)
		out = append(out, candidate{p, id})
		return err == nil
	})
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(l.stamp(b.place).saved, l.stamp(a.place).saved) })
	return out, err
}

// id is the identity of the matter in a place.
func (l *layout) id(place int) (string, error) {
	s, n := l.at(place)
	name, err := l.segs[s].x.DocID(uint64(n))
	if err != nil {
		return "", fmt.Errorf("read name: %w", err)
	}
	id, _, err := parseName(string(name))
	return id, err
}

// chunk is how many texts are read at a time to see whether a phrase stands there;
// firstReading for how long they are before there is an answer.
const (
	chunk        = 16
	firstReading = 25 * time.Millisecond
)

// Go reads texts where a phrase may stand, for so long, and gives the answer with
// what was found. Rest is less, and 0 in the end.
func (t *Texts) Go(ctx context.Context, a *Answer, d time.Duration) *Answer {
	out := *a
	out.words, out.pending = slices.Clone(a.words), slices.Clone(a.pending)
	until := time.Now().Add(d)
	for i := range out.pending {
		p := &out.pending[i]
		if len(p.texts) > 0 {
			out.words[p.word] = slices.Clone(out.words[p.word])
		}
		for len(p.texts) > 0 && ctx.Err() == nil && !t.closed.Load() && time.Now().Before(until) {
			n := min(chunk, len(p.texts))
			for k, yes := range t.stand(p.texts[:n], p.phrase) {
				if yes {
					out.words[p.word].Add(p.texts[k].place)
				}
			}
			p.texts, out.Rest = p.texts[n:], out.Rest-n
		}
	}
	return &out
}

// stand tells in which texts a phrase stands.
func (t *Texts) stand(list []candidate, phrase []string) []bool {
	out := make([]bool, len(list))
	var all sync.WaitGroup
	workers := min(4, runtime.GOMAXPROCS(0))
	for w := range workers {
		all.Go(func() {
			for i := w; i < len(list); i += workers {
				if m, _, err := t.from.Load(list[i].id); err == nil {
					out[i] = stands(phrase, Fold(wordsOf(m)))
				}
			}
		})
	}
	all.Wait()
	return out
}

// stands reports whether words stand one after the other in a folded text.
func stands(phrase []string, text string) bool {
	at := 0 // words of the phrase that have come
	for w := range wordsIn(text) {
		for at > 0 && w != phrase[at] {
			at = fallback(phrase, at)
		}
		if w == phrase[at] {
			at++
		}
		if at == len(phrase) {
			return true
		}
	}
	return false
}

// fallback is how many words of a phrase have still come when the next one has not:
// the longest end of what came that the phrase begins with.
func fallback(phrase []string, at int) int {
	for n := at - 1; n > 0; n-- {
		if slices.Equal(phrase[at-n:at], phrase[:n]) {
			return n
		}
	}
	return 0
}
