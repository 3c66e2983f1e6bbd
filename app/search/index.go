package search

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	unicodewords "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
)

// format is the form of the index; one of another form is made anew.
var format = []byte("1")

var keyFormat = []byte("yttra-format")

const (
	field    = "text"
	analyser = "words"
)

// index holds the words of texts. The name of a text in it is the matter's
// identity and the revision, so that it can be told what is old.
type index struct {
	x     bleve.Index
	mu    sync.Mutex
	known map[string]uint64 // revision of each matter in it
}

// openIndex opens the index in a folder, or begins a new one when there is none or
// what is there cannot be used. Without a folder it lies in memory.
func openIndex(folder string) (*index, error) {
	x, err := openFolder(folder)
	if err != nil {
		if err := os.RemoveAll(folder); err != nil {
			return nil, fmt.Errorf("clear index: %w", err)
		}
		if x, err = newIndex(folder); err != nil {
			return nil, fmt.Errorf("begin index: %w", err)
		}
	}
	i := &index{x: x}
	if i.known, err = names(x); err != nil {
		return nil, errors.Join(fmt.Errorf("list index: %w", err), x.Close())
	}
	return i, nil
}

func openFolder(folder string) (bleve.Index, error) {
	if folder == "" {
		return nil, os.ErrNotExist
	}
	x, err := bleve.OpenUsing(folder, map[string]any{"bolt_timeout": "2s"})
	if err != nil {
		return nil, err
	}
	if v, err := x.GetInternal(keyFormat); err != nil || !bytes.Equal(v, format) {
		return nil, errors.Join(errors.New("another form of index"), err, x.Close())
	}
	return x, nil
}

func newIndex(folder string) (bleve.Index, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	var x bleve.Index
	if folder == "" {
		x, err = bleve.NewMemOnly(m)
	} else {
		x, err = bleve.NewUsing(folder, m, scorch.Name, scorch.Name, nil)
	}
	if err != nil {
		return nil, err
	}
	if err := x.SetInternal(keyFormat, format); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// newMapping indexes one field of words as they stand, in small letters. Words are
// not stemmed: Swedish stems are weak, and parts of words are found anyway.
func newMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	if err := m.AddCustomAnalyzer(analyser, map[string]any{"type": custom.Name, "tokenizer": unicodewords.Name, "token_filters": []string{lowercase.Name}}); err != nil {
		return nil, err
	}
	f := bleve.NewTextFieldMapping()
	f.Analyzer, f.Store, f.IncludeTermVectors, f.DocValues, f.IncludeInAll = analyser, false, false, false, false
	d := bleve.NewDocumentStaticMapping()
	d.AddFieldMappingsAt(field, f)
	m.DefaultMapping = d
	return m, nil
}

// names reads which texts the index has.
func names(x bleve.Index) (map[string]uint64, error) {
	n, err := x.DocCount()
	if err != nil {
		return nil, err
	}
	out := make(map[string]uint64, n)
	err = each(context.Background(), x, query.NewMatchAllQuery(), int(n), func(id string, revision uint64) { out[id] = revision })
	return out, err
}

// each calls f with every text that answers a question.
func each(ctx context.Context, x bleve.Index, q query.Query, most int, f func(id string, revision uint64)) error {
	if most == 0 {
		return nil
	}
	r := bleve.NewSearchRequestOptions(q, most, 0, false)
	r.Score = "none"
	found, err := x.SearchInContext(ctx, r)
	if err != nil {
		return err
	}
	for _, h := range found.Hits {
		id, number, _ := strings.Cut(h.ID, " ")
		revision, err := strconv.ParseUint(number, 10, 64)
		if err != nil {
			return fmt.Errorf("read name %q: %w", h.ID, err)
		}
		f(id, revision)
	}
	return nil
}

func name(id string, revision uint64) string { return id + " " + strconv.FormatUint(revision, 10) }

// text is what is put into the index of one matter.
type text struct {
	id       string
	revision uint64
	words    string
}

// put takes texts in, in place of older ones, and drops matters.
func (i *index) put(texts []text, drop []string) error {
	i.mu.Lock()
	defer i.mu.Unlock()
	b := i.x.NewBatch()
	forget := func(id string) {
		if old, ok := i.known[id]; ok {
			b.Delete(name(id, old))
		}
	}
	for _, t := range texts {
		forget(t.id)
		if err := b.Index(name(t.id, t.revision), map[string]string{field: t.words}); err != nil {
			return err
		}
	}
	for _, id := range drop {
		forget(id)
	}
	if err := i.x.Batch(b); err != nil {
		return err
	}
	for _, id := range drop {
		delete(i.known, id)
	}
	for _, t := range texts {
		i.known[t.id] = t.revision
	}
	return nil
}

// revision is which revision of a matter the index has; 0 for none.
func (i *index) revision(id string) uint64 {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.known[id]
}

// strangers are the matters in the index that are not in the register.
func (i *index) strangers(own map[string]bool) []string {
	i.mu.Lock()
	defer i.mu.Unlock()
	var out []string
	for id := range i.known {
		if !own[id] {
			out = append(out, id)
		}
	}
	return out
}

// find gives the matters whose text has the word, also inside a longer one.
func (i *index) find(ctx context.Context, word string) (map[string]bool, error) {
	out := map[string]bool{}
	q := question(word)
	if q == nil {
		return out, nil
	}
	n, err := i.x.DocCount()
	if err != nil {
		return nil, err
	}
	err = each(ctx, i.x, q, int(n), func(id string, _ uint64) { out[id] = true })
	return out, err
}

// leastInside is how many letters are looked for inside other words; fewer must be
// a word of their own.
const leastInside = 3

func question(word string) query.Query {
	var all []query.Query
	for _, w := range pieces(word) {
		if utf8.RuneCountInString(w) < leastInside {
			q := query.NewTermQuery(w)
			q.SetField(field)
			all = append(all, q)
			continue
		}
		q := query.NewWildcardQuery("*" + w + "*")
		q.SetField(field)
		all = append(all, q)
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return query.NewConjunctionQuery(all)
}

// pieces are the parts of a word as the index knows them: letters and digits.
func pieces(word string) []string {
	return strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
