package unzip

import (
	"bufio"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"slices"
)

// scan reads the files one after another from the beginning, as far as they are whole.
func (z *Zip) scan() error {
	for at := int64(0); at < z.size; {
		e, flags, data, err := z.head(at)
		if err != nil {
			return nil // here it was cut
		}
		e.at = at
		next := data + e.Packed
		if flags&sizeAfter != 0 && e.Packed == 0 {
			if next, err = z.measure(&e, data); err != nil {
				z.Torn = &e
				return nil
			}
		}
		if next > z.size {
			z.Torn = &e
		}
		if next > z.size || next <= at {
			return nil
		}
		if err := z.put(e, flags); err != nil {
			return err
		}
		at = next
	}
	return nil
}

// head reads what stands before a file, and where its bytes begin.
func (z *Zip) head(at int64) (e Entry, flags uint16, data int64, err error) {
	le := binary.LittleEndian
	var h [30]byte
	if at < 0 || at > z.size-int64(len(h)) {
		return e, 0, 0, ErrZip
	}
	if _, err := z.r.ReadAt(h[:], at); err != nil {
		return e, 0, 0, err
	}
	if le.Uint32(h[:]) != sigLocal {
		return e, 0, 0, ErrZip
	}
	rest := make([]byte, int(le.Uint16(h[26:]))+int(le.Uint16(h[28:])))
	if _, err := z.r.ReadAt(rest, at+int64(len(h))); err != nil {
		return e, 0, 0, err
	}
	n := int(le.Uint16(h[26:]))
	e = Entry{Name: string(rest[:n]), method: le.Uint16(h[8:]), crc: le.Uint32(h[14:]), Packed: int64(le.Uint32(h[18:])), Size: int64(le.Uint32(h[22:]))}
	return e, le.Uint16(h[6:]), at + int64(len(h)) + int64(len(rest)), widen(rest[n:], &e.Size, &e.Packed)
}

// measure unpacks a file whose size stands after it, to find its end.
func (z *Zip) measure(e *Entry, data int64) (next int64, err error) {
	if e.method != deflated {
		return 0, ErrZip
	}
	src := &byteCount{r: bufio.NewReader(io.NewSectionReader(z.r, data, z.size-data))}
	f := flate.NewReader(src)
	crc := crc32.NewIEEE()
	n, err := io.Copy(crc, io.LimitReader(f, mostBlind+1))
	if err != nil || n > mostBlind {
		return 0, cmp.Or(err, ErrZip)
	}
	e.Packed, e.Size, e.crc = src.n, n, crc.Sum32()
	next = data + src.n
	var after [4]byte
	if _, err := z.r.ReadAt(after[:], next); err == nil && binary.LittleEndian.Uint32(after[:]) == sigAfter {
		next += 4
	}
	return next + 12, nil
}

// byteCount counts the bytes that a reader has given.
type byteCount struct {
	r *bufio.Reader
	n int64
}

func (b *byteCount) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.n += int64(n)
	return n, err
}

func (b *byteCount) ReadByte() (byte, error) {
	c, err := b.r.ReadByte()
	if err == nil {
		b.n++
	}
	return c, err
}

// apart drops files that lie in each other: the same bytes unpacked a thousand times
// are how a small zip is made to fill a disk.
func (z *Zip) apart() {
	order := make([]int, len(z.Entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(z.Entries[a].at, z.Entries[b].at) })
	end := int64(-1)
	for _, i := range order {
		e := &z.Entries[i]
		if e.at < end {
			z.fault(Damaged, e.Name)
			delete(z.byName, e.Name)
			e.method = math.MaxUint16 // never read
			continue
		}
		if e.Packed > z.size {
			continue // said when it is read
		}
		end = e.at + 30 + e.Packed
	}
}
