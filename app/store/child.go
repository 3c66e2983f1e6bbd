package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"yttra/app/apart"
)

// What Badger answers to a damaged file is now and then a panic in a goroutine of its
// own, or a signal: it ends the process. So a folder that nobody can vouch for is
// opened by another process first, which is this program itself under a hidden
// subcommand, and whose death is an answer too.

// ChildCommand is the hidden subcommand; main gives what follows it to RunChild.
const ChildCommand = "register-child"

// Itself makes the command that Options.Child asks for: this program, told to look
// into a folder. It is nil when the system does not say where the program lies.
func Itself(args ...string) *exec.Cmd { return apart.Itself(ChildCommand, args...) }

// The exit codes of a child.
const (
	childFine  = 0
	childFault = 1 // it has told what
	childUsage = 2
	childAlone = 3 // the process that began it is gone
)

// tasks are what a child can be told to do with a folder.
var tasks = map[string]func(dir string, out *lines) error{
	taskMerge:     func(data string, out *lines) error { return merge(data, closing, out) },
	taskMergeLong: func(data string, out *lines) error { return merge(data, opening, out) },
	taskVerify:    verifyTask,
	taskNothing:   func(string, *lines) error { return nil },
	taskPurge:     purge,
}

// RunChild does what the hidden subcommand is told: the task and the folder. It
// answers in lines of JSON, and ends when in does: whoever began it is gone then, and
// the folder is to be free for the next. It gives the exit code.
func RunChild(args []string, in io.Reader, out io.Writer) int {
	if len(args) != 2 || tasks[args[0]] == nil {
		return childUsage
	}
	if in != nil {
		go func() {
			_, _ = io.Copy(io.Discard, in)
			os.Exit(childAlone)
		}()
	}
	l := &lines{w: bufio.NewWriter(out)}
	if err := tasks[args[0]](args[1], l); err != nil {
		l.send(line{Fault: err.Error()})
		return childFault
	}
	l.send(line{Done: true})
	return childFine
}

// line is what a child says; only what it is about is set.
type line struct {
	At      int      `json:"at,omitempty"`  // how far it has come
	Of      int      `json:"of,omitempty"`  // of how many, as far as is known
	Key     []byte   `json:"key,omitempty"` // of a record
	Bad     string   `json:"bad,omitempty"` // what is wrong with it
	Checked *checked `json:"checked,omitempty"`
	Fault   string   `json:"fault,omitempty"` // why it ended
	Done    bool     `json:"done,omitempty"`  // it has said everything
}

// lines are the answers on their way out. Progress is sent at once.
type lines struct{ w *bufio.Writer }

func (l *lines) send(x line) {
	data, err := json.Marshal(x)
	if err != nil {
		return
	}
	_, _ = l.w.Write(append(data, '\n'))
	if x.Key == nil || x.Bad != "" {
		_ = l.w.Flush() // what is told last before a death counts most
	}
}

// silence is how long a child may say nothing before it counts as hung.
const silence = time.Minute

// errChild is a child that died, hung or was cut short.
var errChild = errors.New("the process that looked into the folder ended")

// ask runs a task on a folder in a child and gives every line to hear. Without a
// child it is done here. It fails with errChild when the child did not come to its
// end, and else as the task.
func (o Options) ask(task, dir string, hear func(line)) error {
	var cmd *exec.Cmd
	if o.Child != nil {
		cmd = o.Child(task, dir)
	}
	if cmd == nil {
		return here(task, dir, hear)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if cmd.Start() != nil {
		return here(task, dir, hear) // a program that is not where it was must not keep anybody out
	}
	watch := time.AfterFunc(silence, func() { _ = cmd.Process.Kill() })
	done, fault := listen(out, func() { watch.Reset(silence) }, hear)
	if !done && fault == nil {
		_ = cmd.Process.Kill() // it may hang with its output shut
	}
	err = cmd.Wait()
	watch.Stop()
	switch {
	case fault != nil:
		return fault
	case !done:
		return fmt.Errorf("%w: %w", errChild, errors.Join(err, errors.New("it did not finish")))
	}
	return nil
}

// listen reads lines to their end.
func listen(r io.Reader, heard func(), hear func(line)) (done bool, fault error) {
	d := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	for {
		var x line
		if d.Decode(&x) != nil {
			return done, fault
		}
		heard()
		switch {
		case x.Fault != "":
			fault = errors.New(x.Fault)
		case x.Done:
			done = true
		default:
			hear(x)
		}
	}
}

// here does a task in this process.
func here(task, dir string, hear func(line)) (err error) {
	defer caught(&err, dir)
	r, w := io.Pipe()
	failed := make(chan error, 1)
	go func() {
		var err error
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("%w: %v", errChild, p)
			}
			failed <- err
			_ = w.Close()
		}()
		l := &lines{w: bufio.NewWriter(w)}
		err = tasks[task](dir, l)
		_ = l.w.Flush()
	}()
	listen(r, func() {}, hear)
	return <-failed
}
