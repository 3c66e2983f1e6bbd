package incoming

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/reading"
)

const (
	hangs   app.Format = "test-hangs"
	works   app.Format = "test-works"
	dies    app.Format = "test-dies"
	grows   app.Format = "test-grows"
	answers app.Format = "test-answers"
)

// longest is how long a test waits for what must come: far more than a busy machine needs.
const longest = time.Minute

var grown [][]byte

// theTestProgram is its own process apart, with readers that do what files do.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == ChildCommand {
		readers[hangs] = func(context.Context, []byte) (reading.Text, error) { select {} }
		readers[works] = func(ctx context.Context, _ []byte) (reading.Text, error) {
			for ctx.Err() == nil { // it never ends
			}
			return reading.Text{}, nil
		}
		readers[dies] = func(context.Context, []byte) (reading.Text, error) { os.Exit(2); return reading.Text{}, nil }
		readers[grows] = func(context.Context, []byte) (reading.Text, error) {
			for {
				b := make([]byte, 1<<20)
				for i := range b {
					b[i] = byte(i)
				}
				grown = append(grown, b)
			}
		}
		readers[answers] = func(_ context.Context, data []byte) (reading.Text, error) {
			b := reading.NewBuilder(answers)
			b.Remark(app.Remark{Code: app.RemarkPictures, N: len(data)})
			b.WriteAt(string(data), b.Page(595, 842), reading.Box{X: 1, Y: 2, W: 3, H: 4})
			return b.Text(), nil
		}
		os.Exit(RunChild(os.Stdin, os.Stdout))
	}
	os.Exit(m.Run())
}

// self is this test program as the process apart.
func self(args ...string) *exec.Cmd {
	return exec.Command(os.Args[0], append([]string{ChildCommand}, args...)...)
}

func apartForTest(t *testing.T) *Reader {
	t.Helper()
	r := Apart(self)
	t.Cleanup(func() { _ = r.Close() })
	return r
}

func read(r *Reader, f app.Format, data string) (reading.Text, error) {
	a, err := r.ask(context.Background(), request{Task: taskRead, Format: f}, []byte(data))
	return a.text, err
}

func TestATextComesBackWhole(t *testing.T) {
	got, err := read(apartForTest(t), answers, "Åkrar & ängar")
	if err != nil {
		t.Fatal(err)
	}
	if got.String != "Åkrar & ängar\n" || len(got.Blocks) != 1 || len(got.Pages) != 1 || len(got.Remarks) != 1 || got.Remarks[0].N != 15 {
		t.Errorf("%+v", got)
	}
	if on := got.On(app.Span{Start: 0, End: 8}); len(on) != 1 || on[0].Box.X != 1 {
		t.Errorf("on the page: %v", on)
	}
	if got.Source(0) != 0 || got.Source(len(got.String)) != len(got.String) {
		t.Error("its bytes cannot be pointed at")
	}
}

func TestWhatAFileCanDo(t *testing.T) {
	r := apartForTest(t)
	for f, want := range map[app.Format]app.Code{hangs: app.CodeTooSlow, works: app.CodeTooSlow, dies: app.CodeReaderGone, grows: app.CodeTooHungry} {
		switch r.bound, r.work = longest, longest; f {
		case hangs: // by the clock: it takes nothing of the processor
			r.bound = time.Second
		case works:
			r.work = time.Second
		}
		if _, err := read(r, f, "x"); app.CodeOf(err) != want {
			t.Errorf("%s: %v", f, err)
		}
		if got, err := read(r, answers, "nästa"); err != nil || got.String != "nästa\n" {
			t.Errorf("after one that %s: %q, %v", f, got.String, err)
		}
	}
}

func TestNobodyWaitsAnyLonger(t *testing.T) {
	r := apartForTest(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := r.ask(ctx, request{Task: taskRead, Format: hangs}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := r.ask(ctx, request{Task: taskRead, Format: answers}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestItRests(t *testing.T) {
	r := apartForTest(t)
	r.rest = 50 * time.Millisecond
	if _, err := read(r, answers, "x"); err != nil {
		t.Fatal(err)
	}
	for begun := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		r.mu.Lock()
		gone := r.child == nil
		r.mu.Unlock()
		if gone {
			break
		}
		if time.Since(begun) > longest {
			t.Fatal("it does not rest")
		}
	}
	if _, err := read(r, answers, "x"); err != nil {
		t.Errorf("after that: %v", err)
	}
}

func TestWithoutAProcessApart(t *testing.T) {
	readers[answers] = func(_ context.Context, data []byte) (reading.Text, error) { return reading.Plain(string(data)), nil }
	defer delete(readers, answers)
	for name, r := range map[string]*Reader{"none": New(), "not there": Apart(func(...string) *exec.Cmd { return exec.Command("/no/such/program") }), "nil": Apart(func(...string) *exec.Cmd { return nil })} {
		if got, err := read(r, answers, "här"); err != nil || got.String != "här" {
			t.Errorf("%s: %q, %v", name, got.String, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestClosedWhileItReads(t *testing.T) {
	r := apartForTest(t)
	go func() {
		for running := false; !running; time.Sleep(10 * time.Millisecond) {
			r.mu.Lock()
			running = r.child != nil
			r.mu.Unlock()
		}
		_ = r.Close()
	}()
	if _, err := read(r, hangs, "x"); app.CodeOf(err) != app.CodeReaderGone {
		t.Errorf("%v", err)
	}
}
