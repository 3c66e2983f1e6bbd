package incoming

import (
	"context"
	"errors"
	"image"
	"os/exec"
	"sync"
	"time"

	"yttra/app"
	"yttra/app/reading/ocr"
	"yttra/app/reading/pdf"
)

// Reader reads foreign files, one at a time, in a process apart: a file that makes its
// reader crash, hang or grow cannot take the desk with it. It may be used by several
// at once.
type Reader struct {
	start func(args ...string) *exec.Cmd // nil: everything is done in this process
	turn  chan struct{}                  // holds one while a task is done
	bound time.Duration                  // for one task
	work  time.Duration                  // of the processor, for one task
	rest  time.Duration                  // without a task, until the process apart ends

	mu     sync.Mutex
	child  *child // nil: none runs
	idle   *time.Timer
	closed bool

	tell func(name string, done, of int) // of pages that are read from pictures; nil: none are unasked
	look sync.Once
	ocr  *ocr.Program // that reads pictures; nil: there is none
}

// The bounds of a file: what it may take of the processor's time and, in MB, of memory.
// On a computer that is busy with other things that takes longer, but never more than
// mostTime by the clock. The process apart ends restAfter when nobody has asked it for
// anything.
const (
	mostWork   = 10 * time.Second
	mostTime   = 30 * time.Second
	mostMemory = 300
	restAfter  = time.Minute
)

// New makes a reader that reads in this process.
func New() *Reader { return Apart(nil) }

// Apart makes a reader with a process apart, which child makes the command for; see
// Itself. Nothing is started before it is needed. Where it cannot be started, files are
// read in this process, and may take mostWork by the clock: what a file takes of the
// processor cannot be told from what else is done there.
func Apart(child func(args ...string) *exec.Cmd) *Reader {
	return &Reader{start: child, turn: make(chan struct{}, 1), bound: mostTime, work: mostWork, rest: restAfter}
}

// Page draws a page of a PDF, from 0, width pixels wide: less when that would be more
// pixels than a picture may have. It fails as Read does, and with CodeNoFile when the
// file has no such page.
func (r *Reader) Page(ctx context.Context, data []byte, page, width int) (image.Image, error) {
	ask := request{Task: taskPage, Format: app.PDF, Sum: pdf.Sum(data), Page: page, Width: width}
	a, err := r.ask(ctx, ask, nil)
	if errors.Is(err, pdf.ErrNotHeld) {
		a, err = r.ask(ctx, ask, data)
	}
	if err != nil {
		return nil, err
	}
	return a.image, nil
}

// Warm starts what reading a PDF takes, beside everything else, so that the first file
// need not wait for it.
func (r *Reader) Warm() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.start != nil && !r.closed {
		go func() { _, _ = r.ask(context.Background(), request{Task: taskWarm, Format: app.PDF}, nil) }()
	}
}

// Close ends the process apart, whatever it does. What is read after that is read here.
func (r *Reader) Close() error {
	r.mu.Lock()
	r.closed = true
	c := r.child
	r.mu.Unlock()
	if c != nil {
		c.kill()
	}
	r.turn <- struct{}{} // whoever waits for an answer has heard that there is none
	defer func() { <-r.turn }()
	r.end()
	return nil
}
