package tagging

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
)

// packed is how many objects lie in one object stream: enough to be small, few
// enough for a reader that wants one of them.
const packed = 200

// bytes writes the file with its objects in object streams and one
// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8; allowed by ISO 19005-2,
// 6.1.4): a structure tree is thousands of small objects that are alike. Objects
// are numbered anew in the order they are reached from the catalog: what nothing
// leads to is left out, and the order in which the pen happened to write them
// does not show.
func (f *file) bytes() ([]byte, error) {
	if _, ok := f.trailer.get("Root").(ref); !ok {
		return nil, errors.New("write: no catalog")
	}
	w := &writer{file: f, number: make([]int, len(f.objects))}
	w.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") // four high bytes: not a text file
	root, info := w.visit(f.trailer.get("Root").(ref)), 0
	if r, ok := f.trailer.get("Info").(ref); ok {
		info = w.visit(r)
	}
	for i := 0; i < len(w.order); i++ { // grows while it is written
		if err := w.object(w.order[i]); err != nil {
			return nil, err
		}
	}
	w.flush()
	return w.end(root, info)
}

// writer writes objects and remembers the references it has met.
type writer struct {
	bytes.Buffer
	file   *file
	number []int // ref → number in the new file; 0: not met
	order  []ref

	pack    bytes.Buffer // the objects of the object stream under way
	starts  []int        // where each begins in pack
	members []int        // their numbers
	packs   []pack
	places  []place // by number, from 1
}

// pack is an object stream that waits for its number: those of the objects in
// all of them come first.
type pack struct {
	members []int
	stream  *stream
}

// place is where an object lies: at an offset, or in a pack.
type place struct {
	packed    bool
	at, index int // offset; or number of the pack from 0, and the place in it
}

// visit gives the number a reference has in the new file.
func (w *writer) visit(r ref) int {
	if int(r) >= len(w.number) || r < 0 {
		r = 0
	}
	if w.number[r] == 0 {
		w.order = append(w.order, r)
		w.number[r] = len(w.order)
	}
	return w.number[r]
}

// object writes an object: a stream by itself, anything else into a pack.
func (w *writer) object(r ref) error {
	if s, ok := w.file.at(r).(*stream); ok {
		w.places = append(w.places, place{at: w.Len()})
		return w.alone(w.number[r], s)
	}
	w.places = append(w.places, place{packed: true, at: len(w.packs), index: len(w.members)})
	w.starts, w.members = append(w.starts, w.pack.Len()), append(w.members, w.number[r])
	if err := w.put(&w.pack, w.file.at(r)); err != nil {
		return err
	}
	w.pack.WriteByte('\n')
	if len(w.members) == packed {
		w.flush()
	}
	return nil
}

// flush closes the pack under way.
func (w *writer) flush() {
	if len(w.members) == 0 {
		return
	}
	var head bytes.Buffer
	for i, n := range w.members {
		fmt.Fprintf(&head, "%d %d ", n, w.starts[i])
	}
	s := &stream{dict: newDict("Type", name("ObjStm"), "N", len(w.members), "First", head.Len())}
	s.pack(append(head.Bytes(), w.pack.Bytes()...))
	w.packs = append(w.packs, pack{w.members, s})
	w.members, w.starts = nil, w.starts[:0]
	w.pack.Reset()
}

// alone writes "n 0 obj … endobj" around a stream.
func (w *writer) alone(n int, s *stream) error {
	fmt.Fprintf(w, "%d 0 obj\n", n)
	s.dict.set("Length", len(s.data))
	if err := w.put(&w.Buffer, s.dict); err != nil {
		return err
	}
	w.WriteString("\nstream\n")
	w.Write(s.data)
	w.WriteString("\nendstream\nendobj\n")
	return nil
}

// end writes the packs and the cross-reference stream, which is the trailer too.
// The file's identity is a sum of all that stands before.
func (w *writer) end(root, info int) ([]byte, error) {
	objects := len(w.places)
	for i, p := range w.packs {
		w.places = append(w.places, place{at: w.Len()})
		if err := w.alone(objects+1+i, p.stream); err != nil {
			return nil, err
		}
	}
	start := w.Len()
	w.places = append(w.places, place{at: start}) // the cross-reference stream itself
	sum := sha256.Sum256(w.Bytes())
	id := raw(fmt.Sprintf("<%X>", sum[:16]))
	x := &stream{dict: newDict("Type", name("XRef"), "Size", len(w.places)+1, "W", array{1, 4, 2},
		"Root", raw(fmt.Sprintf("%d 0 R", root)), "ID", array{id, id})}
	if info > 0 {
		x.dict.set("Info", raw(fmt.Sprintf("%d 0 R", info)))
	}
	x.pack(w.entries(objects))
	x.dict.set("DecodeParms", newDict("Predictor", 12, "Columns", entrySize))
	if err := w.alone(len(w.places), x); err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "startxref\n%d\n%%%%EOF\n", start)
	return w.Bytes(), nil
}

// entrySize is how many bytes an entry of the cross-reference stream has: its
// kind, then offset and generation, or number of the pack and place in it.
const entrySize = 7

// entries are the rows of the cross-reference stream, each written as what
// differs from the row above (PNG's predictor Up), which is little.
func (w *writer) entries(objects int) []byte {
	out := make([]byte, 0, (entrySize+1)*(len(w.places)+1))
	var above [entrySize]byte
	add := func(kind byte, a uint32, b uint16) {
		var row [entrySize]byte
		row[0] = kind
		binary.BigEndian.PutUint32(row[1:], a)
		binary.BigEndian.PutUint16(row[5:], b)
		out = append(out, 2) // Up
		for i := range row {
			out = append(out, row[i]-above[i])
		}
		above = row
	}
	add(0, 0, 65535) // the head of the list of free objects
	for _, p := range w.places {
		if p.packed {
			add(2, uint32(objects+1+p.at), uint16(p.index))
		} else {
			add(1, uint32(p.at), 0)
		}
	}
	return out
}

// put writes a value.
func (w *writer) put(b *bytes.Buffer, v any) error {
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
	case name:
		b.WriteByte('/')
		b.WriteString(string(v))
	case ref:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(w.visit(v)), 10))
		b.WriteString(" 0 R")
	case raw:
		b.Write(v)
	case int:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(v), 10))
	case float64:
		b.WriteString(decimal(v))
	case array:
		return w.putArray(b, v)
	case *dict:
		return w.putDict(b, v)
	default:
		return fmt.Errorf("write a %T inside another object", v)
	}
	return nil
}

func (w *writer) putArray(b *bytes.Buffer, a array) error {
	b.WriteByte('[')
	for i, e := range a {
		if i > 0 {
			b.WriteByte(' ')
		}
		if err := w.put(b, e); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

func (w *writer) putDict(b *bytes.Buffer, d *dict) error {
	b.WriteString("<<")
	for _, e := range d.entries {
		b.WriteByte('/')
		b.WriteString(string(e.key))
		b.WriteByte(' ')
		if err := w.put(b, e.value); err != nil {
			return err
		}
	}
	b.WriteString(">>")
	return nil
}

// decimal writes a length in points with two decimals: 0.01 pt is 0.004 mm.
func decimal(v float64) string {
	return strconv.FormatFloat(v, 'f', 2, 64)
}
