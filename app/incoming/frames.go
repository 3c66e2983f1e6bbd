package incoming

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"image"
	"io"

	"yttra/app"
	"yttra/app/reading"
	"yttra/app/reading/pdf"
)

// Between the desk and the process apart go frames: four bytes that tell how long a
// head is, the head, and then the bytes of a file or of a picture, whose number the
// head tells. A file of 100 MB is never held twice for it.

// head is what comes back for a request; the bytes of a picture follow it.
type head struct {
	Text    *reading.Text
	Bounds  image.Rectangle // of the picture that follows; empty: none
	Scans   []int
	Sizes   []reading.Page
	Problem *problem
}

// problem is an error on its way between processes.
type problem struct {
	Code        app.Code // empty: none was known
	What, Where string
	Cause       string
	NotHeld     bool
}

// maxHead is the largest head that is read: the text of a file and the places of its
// lines, many times over.
const maxHead = 256 << 20

// errFrame is what no process of ours would say.
var errFrame = errors.New("nonsense between the processes")

func writeFrame(w *bufio.Writer, head any, body []byte) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(head); err != nil {
		return err
	}
	var size [4]byte
	binary.LittleEndian.PutUint32(size[:], uint32(b.Len()))
	for _, part := range [][]byte{size[:], b.Bytes(), body} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return w.Flush()
}

func readHead(r io.Reader, head any) error {
	var size [4]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return err
	}
	n := binary.LittleEndian.Uint32(size[:])
	if n > maxHead {
		return errFrame
	}
	l := io.LimitReader(r, int64(n))
	err := gob.NewDecoder(l).Decode(head)
	_, rest := io.Copy(io.Discard, l)
	return errors.Join(err, rest)
}

// send writes an answer, or what went wrong.
func send(w *bufio.Writer, a answer, err error) error {
	if err != nil {
		return writeFrame(w, head{Problem: problemOf(err)}, nil)
	}
	h := head{Text: &a.text, Scans: a.scans, Sizes: a.sizes}
	if a.image == nil {
		return writeFrame(w, h, nil)
	}
	h.Bounds = a.image.Rect
	return writeFrame(w, h, a.image.Pix)
}

// receive reads an answer. The first error is the task's own, the second that of the
// way between the processes.
func receive(r io.Reader) (a answer, own, way error) {
	var h head
	if err := readHead(r, &h); err != nil {
		return a, nil, err
	}
	if h.Problem != nil {
		return a, h.Problem.err(), nil
	}
	a.scans, a.sizes = h.Scans, h.Sizes
	if h.Text != nil {
		a.text = h.Text.Received()
	}
	if size := h.Bounds.Size(); size.X > 0 && size.Y > 0 {
		if size.X > maxHead/4/size.Y {
			return a, nil, errFrame
		}
		a.image = image.NewRGBA(image.Rectangle{Max: size})
		if _, err := io.ReadFull(r, a.image.Pix); err != nil {
			return a, nil, err
		}
	}
	return a, nil, nil
}

func problemOf(err error) *problem {
	out := &problem{Cause: err.Error(), NotHeld: errors.Is(err, pdf.ErrNotHeld)}
	if p := app.ProblemOf(err); p != nil {
		out.Code, out.What, out.Where, out.Cause = p.Code, p.What, p.Where, ""
		if p.Err != nil {
			out.Cause = p.Err.Error()
		}
	}
	return out
}

func (p *problem) err() error {
	switch {
	case p.NotHeld:
		return pdf.ErrNotHeld
	case p.Code == "":
		return fmt.Errorf("read in the process apart: %s", p.Cause)
	}
	out := &app.Problem{Code: p.Code, What: p.What, Where: p.Where}
	if p.Cause != "" {
		out.Err = errors.New(p.Cause)
	}
	return out
}
