package disk

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk that is full half-way through the file: the old file is whole, nothing is left
// beside it, and it is told. The limit is that of a process of its own.
func TestFullDisk(t *testing.T) {
	if path := os.Getenv("YTTRA_TEST_FULL"); path != "" {
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 1000, Max: 1000}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, make([]byte, 5000), Shared); err == nil {
			t.Fatal("5000 bytes were written where 1000 have room")
		}
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(path, []byte("whole"), 0o644); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run", "^TestFullDisk$")
	child.Env = append(os.Environ(), "YTTRA_TEST_FULL="+path)
	if out, err := child.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS") {
		t.Fatalf("%v\n%s", err, out)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "whole" {
		t.Errorf("%q, %v", got, err)
	}
	only(t, dir, "paper.pdf")
}

// A folder where no file can be made, not even by the system's own user: the old file
// is as it was. What is no file is written to, and tells when it is full.
func TestFolderThatCannotBeWrittenIn(t *testing.T) {
	const file = "/proc/version"
	before, err := os.ReadFile(file)
	if err != nil {
		t.Skip("no", file)
	}
	if err := Write(file, []byte("x"), Shared); err == nil {
		t.Error("written")
	}
	if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
		t.Errorf("%q, %v", after, err)
	}
	if err := Write("/dev/null", []byte("x"), Shared); err != nil {
		t.Error(err)
	}
	if err := Write("/dev/full", []byte("x"), Shared); err == nil {
		t.Error("a full device takes all")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(path, []byte("whole"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if os.Geteuid() == 0 {
		return // nothing is read-only to root
	}
	if err := Write(path, []byte("x"), Shared); err == nil {
		t.Error("written in a folder that cannot be written in")
	}
	if got, _ := os.ReadFile(path); string(got) != "whole" {
		t.Errorf("%q", got)
	}
}
