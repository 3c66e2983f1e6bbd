// Package journal knows the plain file in which every accepted change stands before
// it is acknowledged, and the frames that it and backups are made of.
//
// It knows no engine, and never looks into a value.
package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Batch is one accepted change: all of it holds, or nothing.
type Batch struct {
	Seq uint64 // 1, 2, 3 … within a register, without gaps
	Ops []Op
}

// Op is what becomes of one record.
type Op struct {
	Key   []byte
	Value []byte // the sealed value; nil: the record is removed
}

// A frame holds a batch, big endian:
//
//	0  "YtF1"
//	4  length of the payload, 4 bytes
//	8  SHA-256 over bytes 0–7 and the payload, cut to 16 bytes
//	24 payload: seq, 8 bytes; number of ops, 4 bytes; of each op the length of its
//	   key, 4 bytes, the key, the length of its value, 4 bytes (ff ff ff ff: removed),
//	   and the value
//
// Each frame begins with the same four bytes, so that what follows on a damaged one
// can be found.
const (
	sumAt     = 8
	payloadAt = 24
	removed   = 1<<32 - 1
)

var mark = []byte("YtF1")

// MostFrame is the largest payload that is written or read, in bytes.
const MostFrame = 64 << 20

// ErrTooLarge is a batch that does not fit a frame.
var ErrTooLarge = errors.New("the change is too large for a frame")

// AppendFrame appends the frame of a batch to dst. It fails with ErrTooLarge.
func AppendFrame(dst []byte, b Batch) ([]byte, error) {
	size := 12
	for _, o := range b.Ops {
		size += 8 + len(o.Key) + len(o.Value)
	}
	if size > MostFrame {
		return dst, fmt.Errorf("%w: %d bytes", ErrTooLarge, size)
	}
	at := len(dst)
	dst = append(dst, mark...)
	dst = binary.BigEndian.AppendUint32(dst, uint32(size))
	dst = append(dst, make([]byte, payloadAt-sumAt)...)
	dst = binary.BigEndian.AppendUint64(dst, b.Seq)
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(b.Ops)))
	for _, o := range b.Ops {
		dst = binary.BigEndian.AppendUint32(dst, uint32(len(o.Key)))
		dst = append(dst, o.Key...)
		n := uint32(len(o.Value))
		if o.Value == nil {
			n = removed
		}
		dst = binary.BigEndian.AppendUint32(dst, n)
		dst = append(dst, o.Value...)
	}
	sum := sumOf(dst[at:at+sumAt], dst[at+payloadAt:])
	copy(dst[at+sumAt:], sum[:payloadAt-sumAt])
	return dst, nil
}

func sumOf(head, payload []byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write(head)
	h.Write(payload)
	return [sha256.Size]byte(h.Sum(nil))
}

// Damage is a stretch of a file that holds no whole frame.
type Damage struct {
	From, To int64 // bytes; To is where the next whole frame begins, or the end
	End      bool  // nothing whole follows: it may be a write that was cut off
}

func (d *Damage) Error() string {
	return fmt.Sprintf("bytes %d to %d are no frame", d.From, d.To)
}

// Frames reads the frames of a file from its beginning or the middle.
type Frames struct {
	r    io.ReaderAt
	at   int64
	size int64
}

// NewFrames reads frames from byte at of a file of so many bytes.
func NewFrames(r io.ReaderAt, at, size int64) *Frames { return &Frames{r: r, at: at, size: size} }

// At is the byte after the last frame that was read.
func (f *Frames) At() int64 { return f.at }

// Next gives the next whole batch. It fails with io.EOF at the end, and with *Damage
// where there is no whole frame; the call after that goes on behind the damage. A
// fault of the disk is damage of what could not be read. The values are the caller's.
func (f *Frames) Next() (Batch, error) {
	if f.at >= f.size {
		return Batch{}, io.EOF
	}
	if b, n, ok := f.read(f.at); ok {
		f.at += n
		return b, nil
	}
	d := &Damage{From: f.at, To: f.size, End: true}
	if at, ok := f.find(f.at + 1); ok {
		d.To, d.End = at, false
	}
	f.at = d.To
	return Batch{}, d
}

// read reads the frame at a byte.
func (f *Frames) read(at int64) (b Batch, n int64, ok bool) {
	var head [payloadAt]byte
	if _, err := f.r.ReadAt(head[:], at); err != nil || !bytes.Equal(head[:4], mark) {
		return b, 0, false
	}
	size := int64(binary.BigEndian.Uint32(head[4:]))
	if size > MostFrame || at+payloadAt+size > f.size {
		return b, 0, false
	}
	payload := make([]byte, size)
	if _, err := f.r.ReadAt(payload, at+payloadAt); err != nil {
		return b, 0, false
	}
	if sum := sumOf(head[:sumAt], payload); !bytes.Equal(sum[:payloadAt-sumAt], head[sumAt:]) {
		return b, 0, false
	}
	b, ok = parse(payload)
	return b, payloadAt + size, ok
}

func parse(p []byte) (b Batch, ok bool) {
	if len(p) < 12 {
		return b, false
	}
	b.Seq = binary.BigEndian.Uint64(p)
	n := int(binary.BigEndian.Uint32(p[8:]))
	p = p[12:]
	field := func() []byte {
		if !ok || len(p) < 4 {
			ok = false
			return nil
		}
		size := binary.BigEndian.Uint32(p)
		if p = p[4:]; size == removed {
			return nil
		}
		if int64(size) > int64(len(p)) {
			ok = false
			return nil
		}
		out := p[:size:size]
		p = p[size:]
		return out
	}
	ok = n <= len(p)/8
	for i := 0; ok && i < n; i++ {
		o := Op{Key: field(), Value: field()}
		b.Ops = append(b.Ops, o)
	}
	return b, ok && len(p) == 0
}

// find looks for the next whole frame from a byte on.
func (f *Frames) find(from int64) (int64, bool) {
	const step = 1 << 16
	buf := make([]byte, step+len(mark)-1)
	for ; from < f.size; from += step {
		n, err := f.r.ReadAt(buf, from)
		for at := 0; ; at++ {
			i := bytes.Index(buf[at:n], mark)
			if i < 0 {
				break
			}
			at += i
			if _, _, ok := f.read(from + int64(at)); ok {
				return from + int64(at), true
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			continue // what lies behind a bad block may be whole
		}
	}
	return 0, false
}
