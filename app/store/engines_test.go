package store

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

func TestMemory(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		s, err := OpenMemory()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return &opened{s, func() app.Store { return s }}
	})
}

func TestFolder(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		s := openIn(t, t.TempDir())
		return &opened{s, func() app.Store { return s }}
	})
}

func TestFolderReopenedBetweenSteps(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := openIn(t, dir)
		return &opened{s, func() app.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openIn(t, dir)
			return s
		}}
	})
}

// Between every two steps the process "dies": what its folder holds at that
// moment, never closed, is opened elsewhere.
func TestFolderLeftOpenBetweenSteps(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := openIn(t, dir)
		return &opened{s, func() app.Store {
			dir = copyOf(t, dir)
			s = openIn(t, dir)
			return s
		}}
	})
}

// child is set in the process that saves until it is killed.
const child = "YTTRA_TEST_SAVE_IN"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == ChildCommand { // the test program is its own child
		os.Exit(RunChild(os.Args[2:], os.Stdin, os.Stdout))
	}
	if dir := os.Getenv(child); dir != "" {
		saveForEver(dir)
	}
	os.Exit(m.Run())
}

// saveForEver tells every save after it has been acknowledged.
func saveForEver(dir string) {
	s, err := Open(dir, Options{})
	for i := 0; err == nil; i++ {
		id := fmt.Sprint("m", i%5)
		var base uint64
		if _, rev, err := s.Load(id); err == nil {
			base = rev.Number
		}
		text := strings.Repeat("ord ", i*37%3000)
		if i%50 == 49 {
			text = strings.Repeat("mycket ", 200_000)
		}
		var rev app.Revision
		rev, err = s.Save(app.Change{Matter: matter(id, fmt.Sprint(base+1), text), Base: base, At: time.Now(), Name: "behåll"})
		fmt.Println(id, rev.Number, len(text))
	}
	fmt.Println("fault:", err)
	os.Exit(3)
}

func TestKilledInMidWrite(t *testing.T) {
	dir := t.TempDir()
	acknowledged := map[string]map[uint64]int{}
	for round := range 4 {
		killWhileSaving(t, dir, 40+30*round, acknowledged)
		s := openIn(t, dir)
		for id, revs := range acknowledged {
			_, last, err := s.Load(id)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			for n, size := range revs {
				m, err := s.LoadRevision(id, n)
				if err != nil || m.Title != fmt.Sprint(n) || len(m.Documents[0].Sections[0].Text) != size || n > last.Number {
					t.Fatalf("round %d: %s revision %d was acknowledged: %v", round, id, n, err)
				}
			}
			if got := len(revisions(t, s, id)); got < len(revs) || got > len(revs)+round+1 {
				t.Errorf("round %d: %d revisions, %d acknowledged", round, got, len(revs))
			}
		}
		if rows, err := s.List(); err != nil || rows.Len() != 5 {
			t.Errorf("round %d: %d rows, %v", round, rows.Len(), err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killWhileSaving lets a child save, kills it after so many saves, and notes
// what it had acknowledged.
func killWhileSaving(t *testing.T, dir string, saves int, into map[string]map[uint64]int) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), child+"="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if n == saves {
			if err := c.Process.Kill(); err != nil { // and read on what it said before it died
				t.Fatal(err)
			}
		}
		var id string
		var rev uint64
		var size int
		if _, err := fmt.Sscan(lines.Text(), &id, &rev, &size); err != nil || rev == 0 {
			t.Fatalf("the child said %q", lines.Text())
		}
		if into[id] == nil {
			into[id] = map[uint64]int{}
		}
		into[id][rev] = size
	}
	if err := c.Wait(); err == nil || c.ProcessState.ExitCode() == 3 {
		t.Fatalf("the child was to be killed: %v", err)
	}
}

func openIn(t *testing.T, dir string) app.Store {
	t.Helper()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// copyOf copies a folder as it is at one moment: when Badger's background work
// made or removed a file meanwhile, it begins again.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	for range 50 {
		to, before := t.TempDir(), inside(dir)
		if err := copyTree(dir, to); err == nil && inside(dir) == before {
			return to
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the folder never stood still")
	return ""
}

// inside lists the files of a folder with their sizes.
func inside(dir string) string {
	var b strings.Builder
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil {
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintln(&b, path, info.Size())
			}
		}
		return nil
	})
	return b.String()
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		case d.Name() == "LOCK":
			return nil
		}
		return copyFile(path, filepath.Join(to, rel))
	})
}

// copyFile leaves holes where there are only zeros, as Badger's own files have.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	block, zeros, at := make([]byte, 1<<16), make([]byte, 1<<16), int64(0)
	for {
		n, err := io.ReadFull(in, block)
		if n > 0 && !bytes.Equal(block[:n], zeros[:n]) {
			if _, err := out.WriteAt(block[:n], at); err != nil {
				return err
			}
		}
		at += int64(n)
		if err != nil { // the end
			return out.Truncate(at)
		}
	}
}
