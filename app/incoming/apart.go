package incoming

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"

	"yttra/app"
)

// child is a process apart that runs.
type child struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	to   *bufio.Writer
	from *bufio.Reader
	warm bool
}

// startTime is how long a process apart may take until it can read: where nothing is
// kept between starts, PDFium is made ready anew.
const startTime = time.Minute

// ask has a task done: in the process apart, or here when there is none. It fails with
// CodeTooSlow, CodeTooHungry and CodeReaderGone beside what the task fails with.
func (r *Reader) ask(ctx context.Context, q request, data []byte) (answer, error) {
	select {
	case r.turn <- struct{}{}:
		defer func() { <-r.turn }()
	case <-ctx.Done():
		return answer{}, context.Cause(ctx)
	}
	if err := ctx.Err(); err != nil {
		return answer{}, context.Cause(ctx)
	}
	c := r.running(ctx, q)
	if err := ctx.Err(); err != nil {
		return answer{}, context.Cause(ctx)
	}
	most := r.bound
	if c == nil {
		most = min(most, r.work)
	}
	ctx, done := bounded(ctx, most)
	defer done()
	if c == nil {
		a, err := do(ctx, q, data)
		if err != nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return a, err
	}
	defer r.restLater()
	if q.Task == taskWarm {
		return answer{}, nil
	}
	q.Work = r.work
	a, own, way := c.ask(ctx, q, data)
	if way != nil {
		return answer{}, r.gone(ctx, c, way)
	}
	return a, own
}

// bounded gives a task its time.
func bounded(ctx context.Context, most time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, most, tooSlow(most))
}

func tooSlow(most time.Duration) error {
	return &app.Problem{Code: app.CodeTooSlow, Where: fmt.Sprintf("%.0f s", most.Seconds())}
}

// running gives the process apart, started and ready for a task; nil when there is
// none, and no task could make one.
func (r *Reader) running(ctx context.Context, q request) *child {
	r.mu.Lock()
	c := r.child
	if c == nil && r.start != nil && !r.closed {
		if c = begin(r.start); c == nil {
			r.start = nil // it will not be there the next time either
		}
		r.child = c
	}
	r.mu.Unlock()
	if c == nil || c.warm || q.Format != app.PDF {
		return c
	}
	ctx, done := bounded(ctx, startTime)
	defer done()
	if _, own, way := c.ask(ctx, request{Task: taskWarm}, nil); own != nil || way != nil {
		_ = r.gone(ctx, c, way)
		return nil
	}
	c.warm = true
	return c
}

func begin(command func(args ...string) *exec.Cmd) *child {
	cmd := command()
	if cmd == nil {
		return nil
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil
	}
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return nil
	}
	return &child{cmd: cmd, in: in, to: bufio.NewWriterSize(in, 1<<16), from: bufio.NewReaderSize(out, 1<<16)}
}

// ask gives a task to the process and waits for its answer. When nobody waits any
// longer, the process is ended: there is no other way to stop what it does.
func (c *child) ask(ctx context.Context, q request, data []byte) (a answer, own, way error) {
	stop := context.AfterFunc(ctx, c.kill)
	defer stop()
	q.Size = len(data)
	if err := writeFrame(c.to, q, data); err != nil {
		return a, nil, err
	}
	a, own, way = receive(c.from)
	if way == nil && !stop() {
		way = context.Cause(ctx) // it was killed just as it answered
	}
	return a, own, way
}

func (c *child) kill() { _ = c.cmd.Process.Kill() }

// gone forgets a process that ended, and tells why it did.
func (r *Reader) gone(ctx context.Context, c *child, way error) error {
	c.kill()
	_ = c.in.Close()
	_, _ = io.Copy(io.Discard, c.from)
	err := c.cmd.Wait()
	r.mu.Lock()
	if r.child == c {
		r.child = nil
	}
	r.mu.Unlock()
	var end *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &end) && end.ExitCode() == childSlow:
		return tooSlow(r.work)
	case errors.As(err, &end) && end.ExitCode() == childHungry:
		return &app.Problem{Code: app.CodeTooHungry, Where: fmt.Sprintf("%d MB", mostMemory)}
	}
	return &app.Problem{Code: app.CodeReaderGone, Err: errors.Join(way, err)}
}

// restLater ends the process when nobody has asked for anything in a while.
func (r *Reader) restLater() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.child == nil {
		return
	}
	if r.idle == nil {
		r.idle = time.AfterFunc(r.rest, r.endIdle)
		return
	}
	r.idle.Reset(r.rest)
}

func (r *Reader) endIdle() {
	select {
	case r.turn <- struct{}{}:
		defer func() { <-r.turn }()
	default:
		return // it is being asked, and will be rested after that
	}
	r.end()
}

// end ends the process, when it is one's turn.
func (r *Reader) end() {
	r.mu.Lock()
	c := r.child
	r.mu.Unlock()
	if c != nil {
		_ = r.gone(context.Background(), c, nil)
	}
}
