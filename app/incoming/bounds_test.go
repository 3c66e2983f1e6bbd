package incoming

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// Without a process apart there is the same bound of time: PDFium is ended in the midst
// of what it does, and reads the next file.
func TestBoundsWithoutAProcessApart(t *testing.T) {
	r := New()
	if _, err := r.Text(context.Background(), "m.pdf", with(hello, "null")); err != nil {
		t.Fatal(err)
	}
	r.bound = time.Second
	begun := time.Now()
	long := with(hello+strings.Repeat("0 0 m 100 100 l S ", 2_000_000), "null")
	if _, err := r.Text(context.Background(), "m.pdf", long); app.CodeOf(err) != app.CodeTooSlow && app.CodeOf(err) != app.CodeTooHungry {
		t.Errorf("%v", err)
	}
	if d := time.Since(begun); d > longest {
		t.Errorf("it took %v", d)
	}
	r.bound = mostTime
	if text, err := r.Text(context.Background(), "m.pdf", with(hello, "null")); err != nil || !strings.Contains(text.String, "busskort") {
		t.Errorf("after that: %v", err)
	}
}

// What PDFium is compiled to is kept in the user's cache; where nothing can be kept
// there, it is compiled each time.
func TestNoPlaceForTheCache(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData", "HOME"} { // of Linux, Windows and macOS
		t.Setenv(name, file)
	}
	if text, err := apartForTest(t).Text(context.Background(), "m.pdf", with(hello, "null")); err != nil || !strings.Contains(text.String, "busskort") {
		t.Errorf("%v", err)
	}
	kept := filepath.Join(dir, "kept")
	for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData", "HOME"} {
		t.Setenv(name, kept)
	}
	for range 2 {
		r := apartForTest(t)
		if _, err := r.Text(context.Background(), "m.pdf", with(hello, "null")); err != nil {
			t.Error(err)
		}
	}
	found := 0
	_ = filepath.WalkDir(kept, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			found++
		}
		return nil
	})
	if found != 1 {
		t.Errorf("%d files are kept", found)
	}
	// Half of what was kept, as after a full disk: it is made anew.
	_ = filepath.WalkDir(kept, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			return os.Truncate(path, 1<<20)
		}
		return nil
	})
	if text, err := apartForTest(t).Text(context.Background(), "m.pdf", with(hello, "null")); err != nil || !strings.Contains(text.String, "busskort") {
		t.Errorf("half a cache: %v", err)
	}
}
