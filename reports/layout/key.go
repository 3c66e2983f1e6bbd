package layout

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
)

// key stands for everything that a block's lines follow from. What a block was made
// from is not in it.
type key struct {
	sum     [sha256.Size]byte
	picture *byte // where the block's picture lies in memory: it is never changed
}

// key gives the block's key and the footnotes that it is the first to name, in the
// order they stand in it; ok is false for a block that is not kept.
func (f *flow) key(b Block) (k key, notes []*Footnote, ok bool) {
	w := &f.kept.writer
	w.reset()
	w.block(b)
	for _, n := range w.notes {
		if f.notes[n] != nil { // it has its number and its place by another block
			return key{}, nil, false
		}
	}
	w.int(int(f.last))
	w.float(f.gap)
	if len(w.notes) > 0 {
		w.int(len(f.notes))
	}
	switch b.Role {
	case TableBlock:
		w.int(f.tables)
	case FigureBlock:
		w.int(f.figures)
	}
	return key{sha256.Sum256(w.buf), w.picture}, slices.Clone(w.notes), w.pictures < 2
}

// writer writes a block as bytes, so that no two blocks that look otherwise are
// written alike: every text and list has its length before it.
type writer struct {
	buf      []byte
	notes    []*Footnote
	picture  *byte
	pictures int
}

func (w *writer) reset() { w.buf, w.notes, w.picture, w.pictures = w.buf[:0], w.notes[:0], nil, 0 }

func (w *writer) int(n int) { w.buf = binary.LittleEndian.AppendUint64(w.buf, uint64(n)) }

func (w *writer) float(v float64) {
	w.buf = binary.LittleEndian.AppendUint64(w.buf, math.Float64bits(v))
}

func (w *writer) bool(vs ...bool) {
	for _, v := range vs {
		if v {
			w.buf = append(w.buf, 1)
		} else {
			w.buf = append(w.buf, 0)
		}
	}
}

func (w *writer) text(ss ...string) {
	for _, s := range ss {
		w.int(len(s))
		w.buf = append(w.buf, s...)
	}
}

func (w *writer) floats(vs ...float64) {
	for _, v := range vs {
		w.float(v)
	}
}

func (w *writer) block(b Block) {
	w.int(int(b.Role))
	w.runs(b.Runs)
	w.text(b.Label)
	w.int(int(b.List.Mark))
	w.int(b.List.Start)
	w.int(len(b.List.Items))
	for _, item := range b.List.Items {
		w.int(len(item))
		for _, inner := range item {
			w.block(inner)
		}
	}
	w.table(b.Table)
	w.figure(b.Figure)
	w.int(len(b.Signed))
	for _, s := range b.Signed {
		w.text(s.Name, s.Title)
	}
	w.fields(b.Fields)
	w.text(b.Notice.Heading, b.Notice.Text)
	w.fields(b.Notice.Fields)
}

func (w *writer) fields(all []Field) {
	w.int(len(all))
	for _, f := range all {
		w.text(f.Label)
		w.int(int(f.Column))
		w.int(len(f.Lines))
		w.text(f.Lines...)
	}
}

// runs writes footnotes by the order they come in: two runs may share one.
func (w *writer) runs(rs []Run) {
	w.int(len(rs))
	for _, r := range rs {
		w.text(r.Text, r.Link)
		w.int(int(r.Shape))
		w.bool(r.Bold, r.Italic, r.Note != nil)
		if r.Note == nil {
			continue
		}
		at := slices.Index(w.notes, r.Note)
		w.int(at)
		if at < 0 {
			w.notes = append(w.notes, r.Note)
			w.note(*r.Note)
		}
	}
}

// note writes a footnote's text; a footnote in it is not set, only known to be there.
func (w *writer) note(n Footnote) {
	w.int(len(n.Runs))
	for _, r := range n.Runs {
		w.text(r.Text, r.Link)
		w.int(int(r.Shape))
		w.bool(r.Bold, r.Italic, r.Note != nil)
	}
}

func (w *writer) table(t Table) {
	w.runs(t.Caption)
	w.text(t.Label)
	w.int(len(t.Columns))
	for _, c := range t.Columns {
		w.runs(c.Head)
		w.bool(c.Right)
		w.float(c.Width)
	}
	w.int(len(t.Rows))
	for _, r := range t.Rows {
		w.int(len(r.Cells))
		for _, c := range r.Cells {
			w.runs(c)
		}
		w.bool(r.Sum)
	}
	w.runs(t.Note)
	w.bool(t.Signs, t.Wide)
	w.text(t.Summary)
}

func (w *writer) figure(f Figure) {
	w.int(len(f.Items))
	for _, it := range f.Items {
		w.item(it)
	}
	w.floats(f.Width, f.Height)
	w.runs(f.Caption)
	w.text(f.Alt)
	w.bool(f.Wide)
}

func (w *writer) item(it Item) {
	w.int(int(it.Kind))
	w.floats(it.X, it.Y, it.X2, it.Y2, it.Size, it.Weight, it.Turn)
	w.text(it.S)
	w.int(int(it.Face))
	w.int(int(it.Stroke))
	w.int(int(it.Fill))
	w.int(int(it.Artifact))
	w.int(len(it.Dash))
	w.floats(it.Dash...)
	w.int(len(it.Points))
	for _, p := range it.Points {
		w.floats(p[0], p[1])
	}
	w.int(len(it.PNG))
	if len(it.PNG) > 0 {
		w.picture = &it.PNG[0]
		w.pictures++
	}
}
