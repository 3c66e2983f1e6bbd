package pdf

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"yttra/app"
)

// document is a file that PDFium has opened.
type document struct {
	e     *engine
	sum   [sha256.Size]byte
	doc   uint64
	data  uint32 // the file in PDFium's memory, which it reads as it goes
	pages int
	fonts map[string]int // their numbers by name and kind

	remarks  []app.Remark // on the whole file
	active   []string     // what it would do
	attached []string     // the names of the files in it
}

// The answers of FPDF_GetLastError.
const (
	errPassword = 4
	errSecurity = 5
)

// open opens a file, also one that lacks its end. It fails with CodeFileLocked,
// CodeTooHungry or CodeBrokenFile.
func (e *engine) open(data []byte) (*document, error) {
	var end []byte
	if endless(data) { // to look for what is not there takes long in a large file
		end = ending(data)
	}
	d, err := e.load(data, end)
	if app.CodeOf(err) != app.CodeBrokenFile || e.err != nil || end != nil {
		return d, err
	}
	if end = ending(data); end != nil {
		if d, other := e.load(data, end); other == nil && d.pages > 0 {
			return d, nil
		}
	}
	return nil, err
}

// load opens a file with an end put to it; both lie in PDFium's memory alone then.
func (e *engine) load(data, end []byte) (*document, error) {
	size := len(data) + len(end)
	d := &document{e: e, data: e.alloc(size), fonts: map[string]int{}}
	if d.data == 0 || !e.mem.Write(d.data, data) || !e.mem.Write(d.data+uint32(len(data)), end) {
		return nil, e.fault(errors.New("no room for the file"), app.CodeTooHungry)
	}
	if d.doc = e.call(fnLoad, uint64(d.data), uint64(size), 0); d.doc == 0 {
		code := app.CodeBrokenFile
		if n := e.call(fnLastError); n == errPassword || n == errSecurity {
			code = app.CodeFileLocked
		}
		err := e.fault(errors.New("PDFium does not open it"), code)
		e.free(d.data)
		return nil, err
	}
	d.pages = e.count(fnPageCount, d.doc)
	return d, e.fault(nil, "")
}

// close gives back what the document holds.
func (d *document) close() {
	d.e.call(fnCloseDoc, d.doc)
	d.e.free(d.data)
}

// fault is what went wrong: the context's end before what PDFium fell over, and that
// before what the caller has to say.
func (e *engine) fault(err error, code app.Code) error {
	switch {
	case e.ctx.Err() != nil:
		return context.Cause(e.ctx)
	case e.err != nil && e.memory.refused:
		return &app.Problem{Code: app.CodeTooHungry, Where: fmt.Sprintf("%d MB", maxMemory>>20), Err: e.err}
	case e.err != nil:
		return &app.Problem{Code: app.CodeBrokenFile, Err: e.err}
	case err != nil:
		return &app.Problem{Code: code, Err: err}
	}
	return nil
}
