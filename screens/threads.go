package screens

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// This file is the only place where a thread is crossed: work runs elsewhere and
// comes back with fyne.Do; a timer comes back the same way. All other code of
// the window runs on the window's thread.

// threads is how the window gets off its thread and back. Tests put their own in
// its place and stay on one thread.
type threads struct {
	away  func(f func())                                     // runs f elsewhere
	back  func(f func())                                     // runs f on the window's thread
	later func(d time.Duration, f func()) (stop func() bool) // runs f elsewhere when d has passed
	now   func() time.Time
}

func realThreads() threads {
	return threads{
		away:  func(f func()) { go f() },
		back:  fyne.Do,
		later: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop },
		now:   time.Now,
	}
}

// After calls f when so many milliseconds have passed without another call with
// the same name.
func (w *Window) After(name string, milliseconds int, f func()) {
	if stop, ok := w.timers[name]; ok {
		stop()
	}
	w.turns[name]++
	turn := w.turns[name]
	w.timers[name] = w.threads.later(time.Duration(milliseconds)*time.Millisecond, func() {
		w.threads.back(func() {
			if w.turns[name] == turn && !w.closed { // nobody has called since
				delete(w.timers, name)
				w.whole(f)
			}
		})
	})
}

// patience is how long work goes on before its row is shown; work that tells how
// far it has come is shown at once. A row that only blinks is worse than none.
const patience = 300 * time.Millisecond

// Work runs do elsewhere, with a row that has its name, a bar and Avbryt.
func (w *Window) Work(name string, do func(ctx context.Context, step func(done, total int)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	row := parts.NewProgress(w.words, name, cancel)
	seen, over := false, false // on the window's thread
	show := func() {
		if !seen && !over {
			seen = true
			w.notices.Add(row.Outer)
			w.relayout()
		}
	}
	stop := w.threads.later(patience, func() { w.threads.back(show) })
	shown := time.Time{}
	step := func(n, total int) {
		if now := w.threads.now(); n == total || now.Sub(shown) > 100*time.Millisecond {
			shown = now
			w.threads.back(func() { show(); row.Set(w.words, n, total) })
		}
	}
	w.threads.away(func() {
		err := guarded(ctx, do, step)
		if errors.Is(err, context.Canceled) || err != nil && ctx.Err() != nil {
			err = &app.Problem{Code: app.CodeCancelled, What: name, Err: err}
		}
		cancel()
		stop()
		w.threads.back(func() {
			if over = true; seen {
				w.notices.Remove(row.Outer)
				w.relayout()
			}
			w.whole(func() { done(err) })
		})
	})
}

// workInFront runs do elsewhere, behind a dialog that has its name, a bar and Avbryt:
// meanwhile nothing else can be done in the window. What it shares with Work is the
// thread it comes back on.
func (w *Window) workInFront(name string, do func(ctx context.Context, step func(done, total int)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	row := parts.NewProgress(w.words, name, cancel)
	over := false
	d := parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: name, Width: 560, Body: parts.Pad(12, 0, 14, 0, row.Outer),
		Leave: func() bool { cancel(); return over }}, nil)
	shown := time.Time{}
	step := func(n, total int) {
		if now := w.threads.now(); n == total || now.Sub(shown) > 100*time.Millisecond {
			shown = now
			w.threads.back(func() { row.Set(w.words, n, total) })
		}
	}
	w.threads.away(func() {
		err := guarded(ctx, do, step)
		if err != nil && ctx.Err() != nil {
			err = &app.Problem{Code: app.CodeCancelled, What: name, Err: err}
		}
		cancel()
		w.threads.back(func() {
			over = true
			d.Close()
			w.whole(func() { done(err) })
		})
	})
}

// How long a disk may take to answer, and how many questions to disks that do
// not answer may wait at once: each holds a thread for as long as the disk likes.
const (
	diskPatience = 5 * time.Second
	mostAsides   = 16
)

// aside runs do elsewhere, without a row, and calls done back: with late when do
// has not come back in time. What it comes back with then is nobody's.
func (w *Window) aside(do func(), done func(late bool)) {
	if w.asides >= mostAsides {
		done(true)
		return
	}
	w.asides++
	answered := false // on the window's thread
	answer := func(late bool) {
		if !answered && !w.closed {
			answered = true
			w.whole(func() { done(late) })
		}
	}
	stop := w.threads.later(diskPatience, func() { w.threads.back(func() { answer(true) }) })
	w.threads.away(func() {
		err := guarded(context.Background(), func(context.Context, func(int, int)) error { do(); return nil }, nil)
		stop()
		w.threads.back(func() {
			w.asides--
			if err != nil {
				w.log(err)
			}
			answer(err != nil)
		})
	})
}

// inQuiet runs do elsewhere, without a row and for as long as it takes, and calls done
// back. What it works with ends it when it is closed.
func (w *Window) inQuiet(do func(ctx context.Context) error, done func(error)) {
	w.threads.away(func() {
		err := guarded(context.Background(), func(ctx context.Context, _ func(int, int)) error { return do(ctx) }, nil)
		w.threads.back(func() {
			if !w.closed {
				w.whole(func() { done(err) })
			}
		})
	})
}

// guarded turns a panic in work into an error: it must not take the window, and
// the text in it, down.
func guarded(ctx context.Context, do func(context.Context, func(int, int)) error, step func(int, int)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("work broke: %v\n%s", r, debug.Stack())
		}
	}()
	return do(ctx, step)
}
