package incoming

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"yttra/app/apart"
	"yttra/app/reading/pdf"
)

// ChildCommand is the hidden subcommand; main gives it to RunChild.
const ChildCommand = "reader-child"

// Itself makes the command that Apart asks for: this program, as the process that
// reads. It is nil when the system does not say where the program lies.
func Itself(args ...string) *exec.Cmd { return apart.Itself(ChildCommand, args...) }

// The exit codes of a process apart.
const (
	childFine   = 0
	childHungry = 4 // it has taken all the memory it may
	childSlow   = 5 // its task has taken all the processor time it may
)

// RunChild is the process apart: it does the tasks that come in, one after another,
// until in ends: whoever began it is gone then, or has nothing more. It gives the
// exit code.
func RunChild(in io.Reader, out io.Writer) int {
	debug.SetMemoryLimit(mostMemory / 3 << 20)
	pdf.Expendable()
	var until atomic.Int64
	go watch(&until)
	jobs := make(chan job)
	go listen(in, jobs)
	w := bufio.NewWriterSize(out, 1<<16)
	for j := range jobs {
		if j.Work > 0 {
			until.Store(int64(worked() + j.Work))
		}
		a, err := do(context.Background(), j.request, j.data)
		until.Store(0)
		if send(w, a, err) != nil {
			break // nobody hears it
		}
	}
	return childFine
}

// job is a task with the bytes of its file.
type job struct {
	request
	data []byte
}

// listen reads tasks. When there are no more, it ends the process: the task that is
// being done is for nobody.
func listen(in io.Reader, jobs chan<- job) {
	r := bufio.NewReaderSize(in, 1<<16)
	for {
		var j job
		if readHead(r, &j.request) != nil {
			os.Exit(childFine)
		}
		if j.Size > 0 {
			j.data = make([]byte, j.Size)
			if _, err := io.ReadFull(r, j.data); err != nil {
				os.Exit(childFine)
			}
		}
		jobs <- j
	}
}

// watch ends the process when it has grown beyond what it may, or has worked until the
// processor time that its task has; 0: it may take any.
func watch(until *atomic.Int64) {
	in := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(in)
		taken := in[0].Value.Uint64() - in[1].Value.Uint64() - in[2].Value.Uint64() + uint64(pdf.Used())
		if taken > mostMemory<<20 {
			os.Exit(childHungry)
		}
		if most := until.Load(); most > 0 && int64(worked()) > most {
			os.Exit(childSlow)
		}
	}
}
