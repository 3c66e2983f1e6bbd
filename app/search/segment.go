package search

import (
	"fmt"
	"hash/crc32"
	"hash/maphash"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/document"
	field "github.com/blevesearch/bleve_index_api"
	zapped "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"yttra/app"
)

// Fields of a text in the index.
const (
	fieldWords = "w" // roots of its words
	fieldStart = "s" // the first two letters of each, so that two letters are found at once
	fieldBody  = "b" // bodies that answer, in full
	fieldKind  = "k" // kinds of measure
)

// text is what the index takes in of one matter.
type text struct {
	id            string
	stamp         stamp
	words         string
	bodies, kinds []string
}

// textOf is what is searched of a matter.
func textOf(m *app.Matter, id string, s stamp) text {
	t := text{id: id, stamp: s, words: wordsOf(m), bodies: bodiesOf(m)}
	for _, k := range m.Measures {
		t.kinds = append(t.kinds, string(k))
	}
	return t
}

// bodiesOf names the bodies that a matter's papers speak for.
func bodiesOf(m *app.Matter) []string {
	var out []string
	for _, d := range m.Documents {
		if b := strings.TrimSpace(d.Body); b != "" {
			out = append(out, b)
		}
	}
	return out
}

// stamp tells which saved version of a matter a text is of. The moment is in it too:
// after a restore a matter may have the same number again.
type stamp struct {
	revision uint64
	saved    int64
}

func stampOf(r app.Row) stamp { return stamp{r.Revision, r.Saved.UnixNano()} }

func nameOf(id string, s stamp) string {
	return id + " " + strconv.FormatUint(s.revision, 36) + " " + strconv.FormatInt(s.saved, 36)
}

func parseName(name string) (id string, s stamp, err error) {
	id, rest, _ := strings.Cut(name, " ")
	revision, saved, _ := strings.Cut(rest, " ")
	if s.revision, err = strconv.ParseUint(revision, 36, 64); err == nil {
		s.saved, err = strconv.ParseInt(saved, 36, 64)
	}
	return id, s, err
}

// Matters are known by a number made of their identity: a register of 100,000 would
// else be in memory twice. It differs from run to run, and two of 100,000 are alike
// once in four thousand million runs.
var seed = maphash.MakeSeed()

func keyOf(id string) uint64 { return maphash.String(seed, id) }

// segment is a part of the index that never changes: the words of some texts. It
// lies in memory until it has been put together with others in a file.
type segment struct {
	x      zapped.Segment
	file   string // name in the folder; empty: in memory
	size   int64
	sum    uint32
	keys   []uint64 // of the matters, by their number in here
	stamps []stamp
	gone   *roaring.Bitmap // numbers that hold no longer; never changed in place
	roots  *roots
}

var plugin zap.ZapPlugin

// castagnoli is the sum over files: processors reckon it.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// newSegment makes a segment in memory.
func newSegment(texts []text) (*segment, error) {
	docs := make([]field.Document, len(texts))
	once := &field.TokenFreq{} // how often a word stands in a text is not kept
	for i := range texts {
		docs[i] = documentOf(&texts[i], once)
	}
	x, _, err := plugin.New(docs)
	if err != nil {
		return nil, fmt.Errorf("index texts: %w", err)
	}
	return know(&segment{x: x})
}

func documentOf(t *text, once *field.TokenFreq) field.Document {
	d := document.NewDocument(nameOf(t.id, t.stamp))
	d.AddIDField()
	d.Fields[0].Analyze()
	words, starts := field.TokenFrequencies{}, field.TokenFrequencies{}
	for w := range wordsIn(Fold(t.words)) {
		r := root(w)
		if _, known := words[r]; known {
			continue
		}
		words[strings.Clone(r)] = once
		if s := start(r); s != "" {
			starts[s] = once
		}
	}
	exact := func(list []string) field.TokenFrequencies {
		out := field.TokenFrequencies{}
		for _, s := range list {
			out[s] = once
		}
		return out
	}
	d.AddField(terms{fieldWords, words})
	d.AddField(terms{fieldStart, starts})
	d.AddField(terms{fieldBody, exact(t.bodies)})
	d.AddField(terms{fieldKind, exact(t.kinds)})
	return d
}

// start is the first two letters of a root.
func start(r string) string {
	_, n := utf8.DecodeRuneInString(r)
	_, m := utf8.DecodeRuneInString(r[n:])
	if m == 0 {
		return ""
	}
	return strings.Clone(r[:n+m])
}

// terms is a field of a document whose words are told apart already.
type terms struct {
	name string
	all  field.TokenFrequencies
}

func (t terms) Name() string                                     { return t.name }
func (t terms) Value() []byte                                    { return nil }
func (t terms) ArrayPositions() []uint64                         { return nil }
func (t terms) EncodedFieldType() byte                           { return 't' }
func (t terms) Analyze()                                         {}
func (t terms) Options() field.FieldIndexingOptions              { return field.IndexField | field.SkipFreqNorm }
func (t terms) AnalyzedLength() int                              { return len(t.all) }
func (t terms) AnalyzedTokenFrequencies() field.TokenFrequencies { return t.all }
func (t terms) NumPlainTextBytes() uint64                        { return 0 }
func (t terms) Size() int                                        { return 0 }

// openSegment opens a file that has been found whole.
func openSegment(path string) (*segment, error) {
	x, err := plugin.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open segment: %w", err)
	}
	return know(&segment{x: x})
}

// know reads which texts a segment has, and its words.
func know(s *segment) (*segment, error) {
	n := s.x.Count()
	s.keys, s.stamps = make([]uint64, n), make([]stamp, n)
	for i := range n {
		name, err := s.x.DocID(i)
		if err != nil {
			return nil, fmt.Errorf("list segment: %w", err)
		}
		id, st, err := parseName(string(name))
		if err != nil {
			return nil, fmt.Errorf("list segment: %w", err)
		}
		s.keys[i], s.stamps[i] = keyOf(id), st
	}
	return s, s.readRoots()
}

// each gives all terms of a field in order.
func (s *segment) each(name string, f func(term string)) error {
	d, err := s.x.Dictionary(name)
	if err != nil {
		return fmt.Errorf("read dictionary: %w", err)
	}
	it := d.AutomatonIterator(nil, nil, nil)
	for {
		e, err := it.Next()
		if err != nil {
			return fmt.Errorf("read dictionary: %w", err)
		}
		if e == nil {
			return nil
		}
		f(e.Term)
	}
}

// merge puts segments together in a file, without what is gone.
func merge(list []*segment, path string, stop chan struct{}) (*segment, error) {
	parts, drops := make([]zapped.Segment, len(list)), make([]*roaring.Bitmap, len(list))
	for i, s := range list {
		parts[i], drops[i] = s.x, s.gone
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("clear place for segment: %w", err)
	}
	if _, _, err := plugin.Merge(parts, drops, path, stop, nil); err != nil {
		return nil, fmt.Errorf("put segments together: %w", err)
	}
	size, sum, err := sumOf(path)
	if err != nil {
		return nil, err
	}
	s, err := openSegment(path)
	if err == nil {
		s.size, s.sum = size, sum
	}
	return s, err
}

// sumOf reads a whole file.
func sumOf(path string) (size int64, sum uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	h := crc32.New(castagnoli)
	size, err = io.CopyBuffer(struct{ io.Writer }{h}, f, make([]byte, 1<<20))
	return size, h.Sum32(), err
}

// left is how many texts of it still hold.
func (s *segment) left() int {
	if s.gone == nil {
		return len(s.keys)
	}
	return len(s.keys) - int(s.gone.GetCardinality())
}

// without gives the same segment with more that is gone.
func (s *segment) without(numbers []uint32) *segment {
	out := *s
	out.gone = roaring.New()
	if s.gone != nil {
		out.gone = s.gone.Clone()
	}
	out.gone.AddMany(numbers)
	return &out
}
