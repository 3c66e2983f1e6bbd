package unzip

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Methods and signatures of the zip format (APPNOTE 6.3.10).
const (
	stored   = 0
	deflated = 8

	sigLocal     = 0x04034b50
	sigCentral   = 0x02014b50
	sigEnd       = 0x06054b50
	sigEnd64     = 0x06064b50
	sigLocator64 = 0x07064b50
	sigAfter     = 0x08074b50
	withPassword = 1
	sizeAfter    = 1 << 3
	extra64      = 1
)

// central reads the zip's own list, at its end.
func (z *Zip) central() error {
	start, length, err := z.ending()
	if err != nil {
		return err
	}
	b := bufio.NewReaderSize(io.NewSectionReader(z.r, start, length), 1<<16)
	le := binary.LittleEndian
	var head [46]byte
	for {
		if _, err := io.ReadFull(b, head[:]); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if le.Uint32(head[:]) != sigCentral {
			return ErrZip
		}
		name := make([]byte, le.Uint16(head[28:]))
		more := make([]byte, le.Uint16(head[30:]))
		if _, err := io.ReadFull(b, name); err != nil {
			return err
		}
		if _, err := io.ReadFull(b, more); err != nil {
			return err
		}
		if _, err := b.Discard(int(le.Uint16(head[32:]))); err != nil {
			return err
		}
		e := Entry{Name: string(name), method: le.Uint16(head[10:]), crc: le.Uint32(head[16:])}
		e.Packed, e.Size, e.at = int64(le.Uint32(head[20:])), int64(le.Uint32(head[24:])), int64(le.Uint32(head[42:]))
		if err := widen(more, &e.Size, &e.Packed, &e.at); err != nil {
			return err
		}
		if err := z.put(e, le.Uint16(head[8:])); err != nil {
			return err
		}
	}
}

// ending finds the zip's own list by what stands last of all.
func (z *Zip) ending() (start, length int64, err error) {
	tail := make([]byte, min(z.size, 22+math.MaxUint16))
	if _, err := z.r.ReadAt(tail, z.size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return 0, 0, err
	}
	le := binary.LittleEndian
	at := -1
	for i := len(tail) - 22; i >= 0; i-- {
		if le.Uint32(tail[i:]) == sigEnd && i+22+int(le.Uint16(tail[i+20:])) <= len(tail) {
			at = i
			break
		}
	}
	if at < 0 {
		return 0, 0, ErrZip
	}
	length, start = int64(le.Uint32(tail[at+12:])), int64(le.Uint32(tail[at+16:]))
	end := z.size - int64(len(tail)) + int64(at)
	if start == math.MaxUint32 || length == math.MaxUint32 || le.Uint16(tail[at+10:]) == math.MaxUint16 {
		start, length, end, err = z.ending64(end, start, length)
	}
	if err == nil && (start < 0 || length < 0 || start > end || length > end-start) {
		err = ErrZip
	}
	return start, length, err
}

// ending64 is ending for a zip above 4 GB or of more than 65 534 files.
func (z *Zip) ending64(end, start, length int64) (int64, int64, int64, error) {
	le := binary.LittleEndian
	var locator [20]byte
	if _, err := z.r.ReadAt(locator[:], end-20); err != nil || le.Uint32(locator[:]) != sigLocator64 {
		return start, length, end, nil // the numbers mean what they say
	}
	at := int64(le.Uint64(locator[8:]))
	var last [56]byte
	if at < 0 || at > end-20-56 {
		return 0, 0, 0, ErrZip
	}
	if _, err := z.r.ReadAt(last[:], at); err != nil || le.Uint32(last[:]) != sigEnd64 {
		return 0, 0, 0, cmp.Or(err, ErrZip)
	}
	return int64(le.Uint64(last[48:])), int64(le.Uint64(last[40:])), at, nil
}

// widen reads the sizes that 32 bits do not hold.
func widen(more []byte, values ...*int64) error {
	le := binary.LittleEndian
	for len(more) >= 4 {
		id, n := le.Uint16(more), int(le.Uint16(more[2:]))
		if more = more[4:]; n > len(more) {
			return nil // another program's, and wrongly written
		}
		if id == extra64 {
			field := more[:n]
			for _, v := range values {
				if *v != math.MaxUint32 {
					continue
				}
				if len(field) < 8 {
					return ErrZip
				}
				*v, field = int64(le.Uint64(field)), field[8:]
			}
		}
		more = more[n:]
	}
	for _, v := range values {
		if *v < 0 {
			return ErrZip
		}
	}
	return nil
}
