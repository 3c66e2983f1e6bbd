package app

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// packedRows are rows one after the other. Words that many rows have (parties, names
// of officers, days) are kept once.
type packedRows struct {
	data  []byte
	at    []uint32 // where each begins
	words []string
}

// RowPacker packs rows one by one. The zero value is ready.
type RowPacker struct {
	p     packedRows
	saved []int64 // for Latest
	index map[string]uint64
}

// Add packs a row after those before it.
func (b *RowPacker) Add(r *Row) {
	p := &b.p
	p.at = append(p.at, uint32(len(p.data)))
	b.saved = append(b.saved, r.Saved.UnixNano())
	for _, w := range [...]string{string(r.Received), string(r.Meeting), string(r.Stage), r.Holder, string(r.Outcome), string(r.Due), string(r.Source)} {
		b.word(w)
	}
	b.number(len(r.Officers))
	for _, o := range r.Officers {
		b.word(o)
	}
	b.text(r.ID)
	b.text(r.Title)
	b.number(len(r.References))
	for _, s := range r.References {
		b.text(s)
	}
	b.number(len(r.Movers))
	for _, m := range r.Movers {
		b.word(m.Name)
		b.word(m.Party)
		extra := ""
		if len(m.Extra) > 0 {
			e, _ := json.Marshal(m.Extra) // of raw JSON that was read before
			extra = string(e)
		}
		b.text(extra)
	}
	for _, n := range [...]int{r.Claims, r.Undecided, r.Tally.Blocking, r.Tally.Serious, r.Tally.Note} {
		b.number(n)
	}
	p.data = binary.AppendUvarint(p.data, r.Revision)
	b.moment(r.Saved)
	b.moment(r.Removed)
	b.word(r.RemovedBy)
}

func (b *RowPacker) moment(at time.Time) {
	var when []byte
	if !at.IsZero() {
		var err error
		if when, err = at.MarshalBinary(); err != nil { // a zone with odd seconds
			when, _ = at.UTC().MarshalBinary()
		}
	}
	b.text(string(when))
}

func (b *RowPacker) number(n int) { b.p.data = binary.AppendVarint(b.p.data, int64(n)) }

func (b *RowPacker) text(s string) {
	b.p.data = append(binary.AppendUvarint(b.p.data, uint64(len(s))), s...)
}

func (b *RowPacker) word(s string) {
	n, ok := b.index[s]
	if !ok {
		if b.index == nil {
			b.index = map[string]uint64{}
		}
		n = uint64(len(b.p.words))
		b.index[s], b.p.words = n, append(b.p.words, s)
	}
	b.p.data = binary.AppendUvarint(b.p.data, n)
}

// Rows gives what has been packed, in the order it was added. The packer is then done.
func (b *RowPacker) Rows() Rows {
	p := b.p
	p.data = slices.Clip(p.data)
	return Rows{base: &p}
}

// Latest gives what has been packed, latest saved first; rows that were saved at the
// same moment by their identity. The packer is then done.
func (b *RowPacker) Latest() Rows {
	order := make([]int, len(b.saved))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		switch {
		case b.saved[i] > b.saved[j]:
			return -1
		case b.saved[i] < b.saved[j]:
			return 1
		}
		return slices.Compare(b.p.id(i), b.p.id(j))
	})
	at := make([]uint32, len(order))
	for i, o := range order {
		at[i] = b.p.at[o]
	}
	b.p.at = at
	return b.Rows()
}

func (p *packedRows) len() int {
	if p == nil {
		return 0
	}
	return len(p.at)
}

// unpacker reads what RowPacker wrote. It goes by the rules of its own writing:
// UnpackRows has looked through what came from elsewhere.
type unpacker struct {
	rest  []byte
	words []string
	bad   bool
}

func (p *packedRows) from(i int) unpacker { return unpacker{p.data[p.at[i]:], p.words, false} }

func (u *unpacker) uint() uint64 {
	v, n := binary.Uvarint(u.rest)
	if n <= 0 {
		u.bad = true
		return 0
	}
	u.rest = u.rest[n:]
	return v
}

func (u *unpacker) number() int {
	v, n := binary.Varint(u.rest)
	if n <= 0 {
		u.bad = true
		return 0
	}
	u.rest = u.rest[n:]
	return int(v)
}

func (u *unpacker) count() int {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.bad = true
		return 0
	}
	return n
}

func (u *unpacker) text() []byte {
	n := u.uint()
	if n > uint64(len(u.rest)) {
		u.bad = true
		return nil
	}
	out := u.rest[:n]
	u.rest = u.rest[n:]
	return out
}

func (u *unpacker) word() string {
	n := u.uint()
	if n >= uint64(len(u.words)) {
		u.bad = true
		return ""
	}
	return u.words[n]
}

func (p *packedRows) keys(i int, k *RowKeys) {
	u := p.from(i)
	k.Received, k.Meeting, k.Stage, k.Holder = Date(u.word()), Date(u.word()), Stage(u.word()), u.word()
	u.word()
	k.Due, k.Source = Date(u.word()), SourceKind(u.word())
	k.Officers = k.Officers[:0]
	for range u.count() {
		k.Officers = append(k.Officers, u.word())
	}
}

func (p *packedRows) id(i int) []byte {
	u := p.from(i)
	for range 7 {
		u.uint()
	}
	for range u.count() {
		u.uint()
	}
	return u.text()
}

func (p *packedRows) find(id string) int {
	for i := range p.len() {
		if string(p.id(i)) == id {
			return i
		}
	}
	return -1
}

func (p *packedRows) row(i int) Row {
	u := p.from(i)
	return u.row()
}

func (u *unpacker) row() (r Row) {
	r.Received, r.Meeting, r.Stage, r.Holder, r.Outcome = Date(u.word()), Date(u.word()), Stage(u.word()), u.word(), Decision(u.word())
	r.Due, r.Source = Date(u.word()), SourceKind(u.word())
	for range u.count() {
		r.Officers = append(r.Officers, u.word())
	}
	r.ID, r.Title = string(u.text()), string(u.text())
	for range u.count() {
		r.References = append(r.References, string(u.text()))
	}
	for range u.count() {
		m := Mover{Name: u.word(), Party: u.word()}
		if extra := u.text(); len(extra) > 0 && json.Unmarshal(extra, &m.Extra) != nil {
			u.bad = true
		}
		r.Movers = append(r.Movers, m)
	}
	for _, n := range [...]*int{&r.Claims, &r.Undecided, &r.Tally.Blocking, &r.Tally.Serious, &r.Tally.Note} {
		*n = u.number()
	}
	r.Revision = u.uint()
	r.Saved, r.Removed, r.RemovedBy = u.moment(), u.moment(), u.word()
	return r
}

func (u *unpacker) moment() (at time.Time) {
	if when := u.text(); len(when) > 0 && at.UnmarshalBinary(when) != nil {
		u.bad = true
	}
	return at
}

// Pack writes rows as bytes, for UnpackRows of the same version of the program.
func (r Rows) Pack() []byte {
	p := r.base
	if p == nil || len(r.fresh)+len(r.gone) > 0 {
		p = NewRows(r.List()).base
	}
	out := append(binary.AppendUvarint(nil, uint64(len(rowShape))), rowShape...)
	out = binary.AppendUvarint(out, uint64(len(p.words)))
	for _, w := range p.words {
		out = append(binary.AppendUvarint(out, uint64(len(w))), w...)
	}
	out = binary.AppendUvarint(out, uint64(len(p.at)))
	for _, at := range p.at {
		out = binary.LittleEndian.AppendUint32(out, at)
	}
	return append(out, p.data...)
}

// rowShape is what a row consists of: packed rows of a version that has other fields
// are not read.
var rowShape = shapeOf(reflect.TypeFor[Row]())

func shapeOf(t reflect.Type) string {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return t.String()
	}
	var fields []string
	for f := range t.Fields() {
		shape := f.Type.String()
		if f.Type.Kind() == reflect.Struct {
			shape = shapeOf(f.Type)
		}
		fields = append(fields, f.Name+" "+shape)
	}
	return "{" + strings.Join(fields, " ") + "}"
}

var errNotRows = errors.New("these are no packed rows")

// UnpackRows reads what Pack wrote; it keeps the bytes. It fails when they are others.
func UnpackRows(packed []byte) (Rows, error) {
	u := unpacker{rest: packed}
	p := &packedRows{}
	if string(u.text()) != rowShape {
		return Rows{}, errNotRows
	}
	for n := u.uint(); n > 0 && !u.bad; n-- {
		p.words = append(p.words, string(u.text()))
	}
	n := u.uint()
	if u.bad || n > uint64(len(u.rest))/4 {
		return Rows{}, errNotRows
	}
	p.at = make([]uint32, n)
	for i := range p.at {
		p.at[i] = binary.LittleEndian.Uint32(u.rest[4*i:])
	}
	p.data = u.rest[4*n:]
	for i, at := range p.at {
		if int(at) >= len(p.data) {
			return Rows{}, fmt.Errorf("%w: row %d", errNotRows, i)
		}
	}
	return Rows{base: p}, nil
}
