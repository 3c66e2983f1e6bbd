package archive

import (
	"bufio"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// What is read of an archive, at most.
const (
	mostEntries = 4 << 20   // files
	mostName    = 1 << 12   // bytes of a name
	mostText    = 64 << 20  // bytes of a matter or a list, unless it is large packed as well
	mostRatio   = 300       // how much larger than packed a file that is only held against its sum may be
	atLeast     = 1 << 20   // which is allowed whatever the ratio
	mostList    = 512 << 20 // bytes of the list of contents
)

// entry is a file in a zip that somebody may have made to do harm.
type entry struct {
	name         string
	at           int64 // where its own head is
	packed, size int64
	crc          uint32
	method       uint16
	sum          [32]byte // as the list of contents has it
	listed       bool
}

// unzipped is a zip that has been opened: its files by name, each name once.
type unzipped struct {
	r       io.ReaderAt
	size    int64
	entries []entry
	byName  map[string]int
	faults  []Fault
	cut     bool
}

func (z *unzipped) fault(f Fault) {
	if len(z.faults) < mostFaults {
		z.faults = append(z.faults, f)
	}
}

// unzip reads what a zip says that it holds; of one whose end is gone, what is found
// from its beginning. It fails with CodeNotArchive when it is no zip at all.
func unzip(r io.ReaderAt, size int64) (*unzipped, error) {
	z := &unzipped{r: r, size: size, byName: map[string]int{}}
	if err := z.central(); err != nil {
		if app.CodeOf(err) == app.CodeTooLarge {
			return nil, err
		}
		z.entries, z.byName, z.cut = nil, map[string]int{}, true
		if err := z.scan(); err != nil {
			return nil, err
		}
		if len(z.entries) == 0 {
			return nil, &app.Problem{Code: app.CodeNotArchive, Err: err}
		}
		z.fault(Fault{Kind: Cut})
	}
	z.apart()
	return z, nil
}

// put takes a file, unless its name leads somewhere else or has been taken.
func (z *unzipped) put(e entry, flags uint16) error {
	if len(z.entries) >= mostEntries {
		return &app.Problem{Code: app.CodeTooLarge, Err: fmt.Errorf("more than %d files", mostEntries)}
	}
	name := strings.ReplaceAll(e.name, `\`, "/")
	if strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") {
		return nil // a folder, or what a Mac puts beside
	}
	switch clean := path.Clean(name); {
	case !utf8.ValidString(name) || len(name) > mostName || clean != name || path.IsAbs(name) || strings.HasPrefix(name, "..") || strings.Contains(name, ":") || strings.ContainsRune(name, 0):
		z.fault(Fault{Kind: BadName, Name: shown(name)})
		return nil
	case flags&withPassword != 0:
		z.fault(Fault{Kind: Locked, Name: shown(name)})
		return nil
	}
	if _, there := z.byName[name]; there {
		z.fault(Fault{Kind: Twice, Name: shown(name)})
		return nil
	}
	e.name = name
	z.byName[name] = len(z.entries)
	z.entries = append(z.entries, e)
	return nil
}

// shown is a name as it can be told.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if r := []rune(s); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return s
}

var errZip = errors.New("not a zip file")

// central reads the zip's own list, at its end.
func (z *unzipped) central() error {
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
			return errZip
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
		e := entry{name: string(name), method: le.Uint16(head[10:]), crc: le.Uint32(head[16:])}
		e.packed, e.size, e.at = int64(le.Uint32(head[20:])), int64(le.Uint32(head[24:])), int64(le.Uint32(head[42:]))
		if err := widen(more, &e.size, &e.packed, &e.at); err != nil {
			return err
		}
		if err := z.put(e, le.Uint16(head[8:])); err != nil {
			return err
		}
	}
}

// ending finds the zip's own list by what stands last of all.
func (z *unzipped) ending() (start, length int64, err error) {
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
		return 0, 0, errZip
	}
	length, start = int64(le.Uint32(tail[at+12:])), int64(le.Uint32(tail[at+16:]))
	end := z.size - int64(len(tail)) + int64(at)
	if start == math.MaxUint32 || length == math.MaxUint32 || le.Uint16(tail[at+10:]) == math.MaxUint16 {
		start, length, end, err = z.ending64(end, start, length)
	}
	if err == nil && (start < 0 || length < 0 || start > end || length > end-start) {
		err = errZip
	}
	return start, length, err
}

// ending64 is ending for a zip above 4 GB or of more than 65 534 files.
func (z *unzipped) ending64(end, start, length int64) (int64, int64, int64, error) {
	le := binary.LittleEndian
	var locator [20]byte
	if _, err := z.r.ReadAt(locator[:], end-20); err != nil || le.Uint32(locator[:]) != sigLocator64 {
		return start, length, end, nil // the numbers mean what they say
	}
	at := int64(le.Uint64(locator[8:]))
	var last [56]byte
	if at < 0 || at > end-20-56 {
		return 0, 0, 0, errZip
	}
	if _, err := z.r.ReadAt(last[:], at); err != nil || le.Uint32(last[:]) != sigEnd64 {
		return 0, 0, 0, cmp.Or(err, errZip)
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
					return errZip
				}
				*v, field = int64(le.Uint64(field)), field[8:]
			}
		}
		more = more[n:]
	}
	for _, v := range values {
		if *v < 0 {
			return errZip
		}
	}
	return nil
}

// scan reads the files one after another from the beginning, as far as they are whole.
func (z *unzipped) scan() error {
	for at := int64(0); at < z.size; {
		e, flags, data, err := z.head(at)
		if err != nil {
			return nil // here it was cut
		}
		e.at = at
		next := data + e.packed
		if flags&sizeAfter != 0 && e.packed == 0 {
			if next, err = z.measure(&e, data); err != nil {
				return nil
			}
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
func (z *unzipped) head(at int64) (e entry, flags uint16, data int64, err error) {
	le := binary.LittleEndian
	var h [30]byte
	if at < 0 || at > z.size-int64(len(h)) {
		return e, 0, 0, errZip
	}
	if _, err := z.r.ReadAt(h[:], at); err != nil {
		return e, 0, 0, err
	}
	if le.Uint32(h[:]) != sigLocal {
		return e, 0, 0, errZip
	}
	rest := make([]byte, int(le.Uint16(h[26:]))+int(le.Uint16(h[28:])))
	if _, err := z.r.ReadAt(rest, at+int64(len(h))); err != nil {
		return e, 0, 0, err
	}
	n := int(le.Uint16(h[26:]))
	e = entry{name: string(rest[:n]), method: le.Uint16(h[8:]), crc: le.Uint32(h[14:]), packed: int64(le.Uint32(h[18:])), size: int64(le.Uint32(h[22:]))}
	return e, le.Uint16(h[6:]), at + int64(len(h)) + int64(len(rest)), widen(rest[n:], &e.size, &e.packed)
}

// measure unpacks a file whose size stands after it, to find its end.
func (z *unzipped) measure(e *entry, data int64) (next int64, err error) {
	if e.method != deflated {
		return 0, errZip
	}
	src := &byteCount{r: bufio.NewReader(io.NewSectionReader(z.r, data, z.size-data))}
	f := flate.NewReader(src)
	crc := crc32.NewIEEE()
	n, err := io.Copy(crc, io.LimitReader(f, mostText+1))
	if err != nil || n > mostText {
		return 0, cmp.Or(err, errZip)
	}
	e.packed, e.size, e.crc = src.n, n, crc.Sum32()
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
func (z *unzipped) apart() {
	order := make([]int, len(z.entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(z.entries[a].at, z.entries[b].at) })
	end := int64(-1)
	for _, i := range order {
		e := &z.entries[i]
		if e.at < end {
			z.fault(Fault{Kind: Damaged, Name: shown(e.name)})
			delete(z.byName, e.name)
			e.method = math.MaxUint16 // never read
			continue
		}
		if e.packed > z.size {
			continue // said when it is read
		}
		end = e.at + 30 + e.packed
	}
}

// open gives the bytes of a file, unpacked and held against its own check sum, at
// most so many: of a larger one the reader fails with CodeTooLarge.
func (z *unzipped) open(e *entry, most int64) (io.Reader, error) {
	_, _, data, err := z.head(e.at)
	if err != nil {
		return nil, err
	}
	if e.packed > z.size-data {
		return nil, io.ErrUnexpectedEOF
	}
	var r io.Reader = bufio.NewReader(io.NewSectionReader(z.r, data, e.packed))
	switch e.method {
	case stored:
	case deflated:
		r = flate.NewReader(r)
	default:
		return nil, errZip
	}
	if e.size > most {
		return nil, tooLarge(e)
	}
	return &checked{r: r, e: e, most: min(most, e.size)}, nil
}

func tooLarge(e *entry) error { return &app.Problem{Code: app.CodeTooLarge, What: shown(e.name)} }

// checked gives what is unpacked, and fails when it is not what was packed.
type checked struct {
	r    io.Reader
	e    *entry
	crc  uint32
	n    int64
	most int64
}

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.crc = crc32.Update(c.crc, crc32.IEEETable, p[:n])
	if c.n += int64(n); c.n > c.most {
		return n, tooLarge(c.e)
	}
	if errors.Is(err, io.EOF) && (c.n != c.e.size || c.crc != c.e.crc) {
		return n, io.ErrUnexpectedEOF
	}
	return n, err
}

// read gives a whole file.
func (z *unzipped) read(e *entry, most int64) ([]byte, error) {
	r, err := z.open(e, most)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
