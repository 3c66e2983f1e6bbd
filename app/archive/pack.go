package archive

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// packer writes a zip without keeping what it has written: the list of what is where,
// which stands last in a zip, grows on the disk and not in memory. Every file has its
// size before its bytes, so that an archive that was cut off can be read up to there.
type packer struct {
	out   *bufio.Writer
	at    int64
	n     int64
	dir   *scratch // records of the zip's own list
	list  *scratch // lines of the list of contents
	flate *flate.Writer
	room  bytes.Buffer    // for a packed file, used again
	tops  map[string]bool // files that lie in no folder
}

// scratch is a file of the packer's own beside the archive, gone when it is done.
type scratch struct {
	f *os.File
	*bufio.Writer
}

func newScratch(beside string) (*scratch, error) {
	f, err := os.CreateTemp(filepath.Dir(beside), ".yttra-*")
	if err != nil {
		return nil, err
	}
	return &scratch{f, bufio.NewWriter(f)}, nil
}

func (s *scratch) close() error {
	if s == nil {
		return nil
	}
	return errors.Join(s.f.Close(), os.Remove(s.f.Name()))
}

// pour writes what was gathered.
func (s *scratch) pour(w io.Writer) error {
	if err := s.Flush(); err != nil {
		return err
	}
	if _, err := s.f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.f)
	return err
}

func newPacker(f *os.File) (*packer, error) {
	p := &packer{out: bufio.NewWriterSize(f, 1<<18), tops: map[string]bool{}}
	var err error
	if p.flate, err = flate.NewWriter(nil, flate.DefaultCompression); err != nil {
		return nil, err
	}
	if p.dir, err = newScratch(f.Name()); err != nil {
		return nil, err
	}
	if p.list, err = newScratch(f.Name()); err != nil {
		return nil, errors.Join(err, p.dir.close())
	}
	return p, nil
}

func (p *packer) close() error { return errors.Join(p.dir.close(), p.list.close()) }

// listed is a file in the list of contents.
type listed struct {
	Path string `json:"path"`
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
}

// most is how much room for packed files is kept between them.
const mostRoom = 8 << 20

// add writes a file: packed, unless that makes it no smaller.
func (p *packer) add(name string, data []byte, at time.Time) error {
	if p.room.Cap() > mostRoom {
		p.room = bytes.Buffer{}
	}
	p.room.Reset()
	p.flate.Reset(&p.room)
	if _, err := p.flate.Write(data); err != nil {
		return err
	}
	if err := p.flate.Close(); err != nil {
		return err
	}
	e := zipped{name: name, at: at, method: deflated, crc: crc32.ChecksumIEEE(data), size: int64(len(data)), packed: int64(p.room.Len())}
	body := p.room.Bytes()
	if e.packed >= e.size {
		e.method, e.packed, body = stored, e.size, data
	}
	if err := p.head(e); err != nil {
		return err
	}
	if err := p.write(body); err != nil {
		return err
	}
	return p.note(listed{name, e.size, fmt.Sprintf("%x", sha256.Sum256(data))})
}

// addFrom writes a file that may be larger than memory, packed on the disk first.
func (p *packer) addFrom(name string, at time.Time, fill func(w io.Writer) error) (err error) {
	s, err := newScratch(p.dir.f.Name())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	e := zipped{name: name, at: at, method: deflated}
	crc, sum := crc32.NewIEEE(), sha256.New()
	packed := &counted{w: s}
	p.flate.Reset(packed)
	size := &counted{w: io.MultiWriter(p.flate, crc, sum)}
	if err := fill(size); err != nil {
		return err
	}
	if err := p.flate.Close(); err != nil {
		return err
	}
	e.crc, e.size, e.packed = crc.Sum32(), size.n, packed.n
	if err := p.head(e); err != nil {
		return err
	}
	if err := s.pour(p.out); err != nil {
		return err
	}
	p.at += e.packed
	return p.note(listed{name, e.size, fmt.Sprintf("%x", sum.Sum(nil))})
}

type counted struct {
	w io.Writer
	n int64
}

func (c *counted) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// note puts a file in the list of contents.
func (p *packer) note(l listed) error {
	if !strings.Contains(l.Path, "/") {
		p.tops[l.Path] = true
	}
	line, err := json.Marshal(l)
	if err != nil {
		return err
	}
	between := ",\n    "
	if p.n == 1 {
		between = "\n    "
	}
	if _, err = p.list.WriteString(between); err == nil {
		_, err = p.list.Write(line)
	}
	return err
}

func (p *packer) write(b []byte) error {
	n, err := p.out.Write(b)
	p.at += int64(n)
	return err
}

// Methods and signatures of the zip format (APPNOTE 6.3.10).
const (
	stored   = 0
	deflated = 8

	sigLocal     = 0x04034b50
	sigCentral   = 0x02014b50
	sigEnd       = 0x06054b50
	sigEnd64     = 0x06064b50
	sigLocator64 = 0x07064b50
	inUTF8       = 1 << 11
	extra64      = 1
)

// zipped is one file in the zip.
type zipped struct {
	name         string
	at           time.Time
	method       uint16
	crc          uint32
	size, packed int64
}

// head writes what stands before a file, and notes what is to stand in the zip's list.
func (p *packer) head(e zipped) error {
	le := binary.LittleEndian
	day, clock := dosTime(e.at)
	size, packed, version := clip(e.size), clip(e.packed), uint16(20)
	var more []byte
	if size == math.MaxUint32 || packed == math.MaxUint32 {
		size, packed, version = math.MaxUint32, math.MaxUint32, 45
		more = le.AppendUint16(nil, extra64)
		more = le.AppendUint16(more, 16)
		more = le.AppendUint64(more, uint64(e.size))
		more = le.AppendUint64(more, uint64(e.packed))
	}
	common := le.AppendUint16(nil, version)
	for _, v := range []uint16{inUTF8, e.method, clock, day} {
		common = le.AppendUint16(common, v)
	}
	for _, v := range []uint32{e.crc, packed, size} {
		common = le.AppendUint32(common, v)
	}
	common = le.AppendUint16(common, uint16(len(e.name)))
	local := append(le.AppendUint32(nil, sigLocal), common...)
	local = append(append(le.AppendUint16(local, uint16(len(more))), e.name...), more...)

	start := clip(p.at)
	if start == math.MaxUint32 {
		if len(more) == 0 {
			more = le.AppendUint16(nil, extra64)
			more = le.AppendUint16(more, 0)
		}
		more = le.AppendUint64(more, uint64(p.at))
		le.PutUint16(more[2:], uint16(len(more)-4))
		le.PutUint16(common, 45)
	}
	central := append(le.AppendUint16(le.AppendUint32(nil, sigCentral), 45), common...)
	central = append(le.AppendUint16(central, uint16(len(more))), make([]byte, 10)...) // no comment, disk or rights
	central = append(append(le.AppendUint32(central, start), e.name...), more...)
	if _, err := p.dir.Write(central); err != nil {
		return err
	}
	p.n++
	return p.write(local)
}

// clip gives what 32 bits hold; all ones: it stands elsewhere.
func clip(n int64) uint32 { return uint32(min(n, math.MaxUint32)) }

// finish writes the zip's own list.
func (p *packer) finish() error {
	le, from := binary.LittleEndian, p.at
	at := &counted{w: p.out}
	if err := p.dir.pour(at); err != nil {
		return err
	}
	end := le.AppendUint64(le.AppendUint32(nil, sigEnd64), 44)
	end = le.AppendUint16(le.AppendUint16(end, 45), 45)
	end = append(end, make([]byte, 8)...)
	for _, v := range []int64{p.n, p.n, at.n, from} {
		end = le.AppendUint64(end, uint64(v))
	}
	end = le.AppendUint32(le.AppendUint32(end, sigLocator64), 0)
	end = le.AppendUint32(le.AppendUint64(end, uint64(from+at.n)), 1)
	if p.n < math.MaxUint16 && from+at.n < math.MaxUint32 {
		end = nil // an ordinary zip
	}
	files := uint16(min(p.n, math.MaxUint16))
	end = le.AppendUint32(le.AppendUint32(end, sigEnd), 0)
	end = le.AppendUint16(le.AppendUint16(end, files), files)
	end = le.AppendUint16(le.AppendUint32(le.AppendUint32(end, clip(at.n)), clip(from)), 0)
	if _, err := p.out.Write(end); err != nil {
		return err
	}
	p.at = from + at.n + int64(len(end))
	return p.out.Flush()
}

// dosTime is a day and time as zip has them, by the clock where it was.
func dosTime(t time.Time) (day, clock uint16) {
	if t.Year() < 1980 || t.Year() > 2107 {
		return 1<<5 | 1, 0 // the first day there is
	}
	return uint16(t.Day() | int(t.Month())<<5 | (t.Year()-1980)<<9), uint16(t.Second()/2 | t.Minute()<<5 | t.Hour()<<11)
}
