package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"yttra/app"
)

// only fails when there is anything in the folder besides the named files.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(names) {
		t.Errorf("%d files in the folder, want %v", len(entries), names)
	}
	for i, e := range entries {
		if i < len(names) && e.Name() != names[i] {
			t.Errorf("%s is left", e.Name())
		}
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "å ä ö.pdf")
	for _, s := range []string{"first", "", "a longer second"} {
		if err := Write(path, []byte(s), Shared); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != s {
			t.Errorf("%q, %v", got, err)
		}
	}
	only(t, dir, "å ä ö.pdf")
	if runtime.GOOS == "windows" {
		return
	}
	for _, rights := range []os.FileMode{Shared, Private} {
		if err := Write(path, nil, rights); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != rights {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	}
}

func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, "none", "out.pdf"), filepath.Join(dir, "folder"), filepath.Join(dir, "x\x00y"), ""} {
		err := Write(path, []byte("x"), Shared)
		if p := app.ProblemOf(err); p == nil || p.Code != app.CodeNoFile || p.What != path {
			t.Errorf("%q: %v", path, err)
		}
	}
	only(t, dir, "folder")
}

// A link to a file leads to the new one.
func TestWriteThroughALink(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := Write(link, []byte("new"), Private); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	if info, _ := os.Lstat(link); err != nil || !bytes.Equal(got, []byte("new")) || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%q, %v", got, err)
	}
	only(t, dir, "a", "b")
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := os.WriteFile(path, []byte("tio tecken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := Read(path, 10); err != nil || string(b) != "tio tecken" {
		t.Errorf("%q, %v", b, err)
	}
	for name, c := range map[string]struct {
		path string
		most int64
		code app.Code
	}{
		"one byte too many": {path, 9, app.CodeTooLarge},
		"no file":           {filepath.Join(dir, "b"), 10, app.CodeNoFile},
		"a folder":          {dir, 1 << 20, app.CodeNoFile},
	} {
		if b, err := Read(c.path, c.most); b != nil || app.CodeOf(err) != c.code || app.ProblemOf(err).What != c.path {
			t.Errorf("%s: %q, %v", name, b, err)
		}
	}
}

// The bound of a matter file is told by its size alone: nothing of it is read.
func TestReadMatterTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stor.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(app.MostMatter+1), f.Close()); err != nil { // which takes no room
		t.Fatal(err)
	}
	_, err = ReadMatter(path)
	if p := app.ProblemOf(err); p == nil || p.Code != app.CodeMatterSize || p.What != path || p.Where != "512 MB" {
		t.Errorf("%v", err)
	}
}
