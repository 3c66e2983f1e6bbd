package unzip

import (
	"bufio"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"

	"yttra/app"
)

// Open gives the bytes of a file, unpacked and held against its own check sum, at
// most so many: of a larger one the reader fails with CodeTooLarge.
func (z *Zip) Open(e *Entry, most int64) (io.Reader, error) {
	_, _, data, err := z.head(e.at)
	if err != nil {
		return nil, err
	}
	if e.Packed > z.size-data {
		return nil, io.ErrUnexpectedEOF
	}
	var r io.Reader = bufio.NewReader(io.NewSectionReader(z.r, data, e.Packed))
	switch e.method {
	case stored:
	case deflated:
		r = flate.NewReader(r)
	default:
		return nil, ErrZip
	}
	if e.Size > most {
		return nil, tooLarge(e)
	}
	return &checked{r: r, e: e, most: min(most, e.Size)}, nil
}

func tooLarge(e *Entry) error { return &app.Problem{Code: app.CodeTooLarge, What: Shown(e.Name)} }

// checked gives what is unpacked, and fails when it is not what was packed.
type checked struct {
	r    io.Reader
	e    *Entry
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
	if errors.Is(err, io.EOF) && (c.n != c.e.Size || c.crc != c.e.crc) {
		return n, io.ErrUnexpectedEOF
	}
	return n, err
}

// Read gives a whole file.
func (z *Zip) Read(e *Entry, most int64) ([]byte, error) {
	r, err := z.Open(e, most)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// ReadTorn gives what is left of the file that a zip was cut in, at most so many bytes.
// What it was packed as cannot be known.
func (z *Zip) ReadTorn(most int64) []byte {
	if z.Torn == nil {
		return nil
	}
	_, _, from, err := z.head(z.Torn.at)
	if err != nil {
		return nil
	}
	var r io.Reader = bufio.NewReader(io.NewSectionReader(z.r, from, z.size-from))
	if z.Torn.method == deflated {
		r = flate.NewReader(r)
	}
	data, _ := io.ReadAll(io.LimitReader(r, most)) // it ends before its time
	return data
}
