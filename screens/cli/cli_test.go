package cli_test

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"yttra/app"
	"yttra/app/locks"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/screens/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"yttra": func() {
			t := cli.Terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Version: "test"}
			t.Open = func(folder string, passphrase []byte) (app.Keeper, error) {
				return store.Open(folder, store.Options{Passphrase: passphrase})
			}
			t.Restore = func(folder, backup string, passphrase []byte) error {
				return store.Restore(context.Background(), folder, backup, store.Options{Passphrase: passphrase})
			}
			os.Exit(cli.Run(t, os.Args[1:]))
		},
	})
}

// Every script in testdata is a conversation with the terminal that a colleague
// can read: the command, the files, what is said and the exit code.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"encrypted": encrypted,
			"exits":     exits,
			"fill":      fill,
			"saved":     saved,
			"unpacked":  unpacked,
		},
	})
}

// encrypted FOLDER PASSPHRASE encrypts a register.
func encrypted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: encrypted FOLDER PASSPHRASE")
	}
	k, err := store.Open(ts.MkAbs(args[0]), store.Options{Cost: locks.Cost{Time: 1, Memory: 64, Threads: 1}})
	ts.Check(err)
	next, err := k.Convert(context.Background(), app.Conversion{Encrypt: true, Passphrase: []byte(args[1])}, nil)
	ts.Check(err)
	ts.Check(next.Close())
}

// saved FOLDER ID TITLE saves a matter into a register.
func saved(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: saved FOLDER ID TITLE")
	}
	k, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	_, rev, err := k.Load(args[1])
	if app.CodeOf(err) == app.CodeNotFound {
		err = nil
	}
	ts.Check(err)
	m := sample.Register()[0]
	m.ID, m.Title = args[1], args[2]
	_, err = k.Save(app.Change{Matter: &m, Base: rev.Number, At: time.Date(2026, 11, 22, 12, 0, int(rev.Number), 0, time.Local)})
	ts.Check(errors.Join(err, k.Close()))
}

// exits CODE COMMAND … runs a command and demands its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d\n%s%s", got, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

// unpacked FILE HAS LACKS … reads every part of a Word file: one of them has the first
// text, and none of them any of the others.
func unpacked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: unpacked FILE HAS LACKS …")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		_, err = io.Copy(&all, r)
		ts.Check(errors.Join(err, r.Close()))
	}
	if !strings.Contains(all.String(), args[1]) {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	for _, s := range args[2:] {
		if strings.Contains(all.String(), s) {
			ts.Fatalf("%s has %q", args[0], s)
		}
	}
}

// fill FILE MEGABYTES TEXT writes a large file of repeated text; \x00 in the text
// is a nought.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE MEGABYTES TEXT")
	}
	mb, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	chunk := make([]byte, 1<<20)
	for i := range chunk {
		chunk[i] = text[i%len(text)]
	}
	for range mb {
		_, err := f.Write(chunk)
		ts.Check(err)
	}
}
