package store

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"
)

func TestChild(t *testing.T) {
	tasks["test-fine"] = func(dir string, out *lines) error {
		out.send(line{At: 1, Of: 2})
		out.send(line{Key: []byte("k"), Bad: dir})
		return nil
	}
	tasks["test-fault"] = func(string, *lines) error { return errors.New("nothing is there") }
	tasks["test-panic"] = func(string, *lines) error { panic("at the disk") }
	defer func() {
		for _, name := range []string{"test-fine", "test-fault", "test-panic"} {
			delete(tasks, name)
		}
	}()
	var heard []line
	hear := func(l line) { heard = append(heard, l) }
	if err := (Options{}).ask("test-fine", "folder", hear); err != nil || len(heard) != 2 || heard[1].Bad != "folder" {
		t.Errorf("%v, %v", heard, err)
	}
	if err := (Options{}).ask("test-fault", "folder", hear); err == nil || err.Error() != "nothing is there" {
		t.Errorf("%v", err)
	}
	if err := (Options{}).ask("test-panic", "folder", hear); !errors.Is(err, errChild) {
		t.Errorf("%v", err)
	}
	// A process of its own knows none of these tasks.
	if err := (Options{Child: Itself}).ask("test-fine", "folder", hear); !errors.Is(err, errChild) {
		t.Errorf("%v", err)
	}
	gone := func(...string) *exec.Cmd { return exec.Command("/no/such/program") }
	if err := (Options{Child: gone}).ask("test-fine", "folder", hear); err != nil {
		t.Errorf("it is not done here: %v", err)
	}
}

func TestRunChildRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, args := range [][]string{nil, {"verify"}, {"dance", "x"}, {"verify", "x", "y"}} {
		var out bytes.Buffer
		if code := RunChild(args, strings.NewReader(""), &out); code != childUsage || out.Len() > 0 {
			t.Errorf("%v: %d %q", args, code, out.String())
		}
	}
}
