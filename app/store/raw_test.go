package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/seal"
)

// grown makes a register with tables and a log, closed or as it is left by a process
// that is killed.
func grown(t *testing.T, matters int, closed bool) string {
	t.Helper()
	dir := t.TempDir()
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range matters {
		id := fmt.Sprint("m", i)
		text := strings.Repeat(fmt.Sprint("ord ", i, " "), 40_000)
		save(t, r, app.Change{Matter: matter(id, "Ärende "+id, text, "x"), Name: "n", At: noon})
		save(t, r, app.Change{Matter: matter(id, "Ärende "+id, "z", text), Base: 1, At: noon})
	}
	if !closed {
		left := copyOf(t, dir)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		return left
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Everything that Badger has is found without it, in tables and in logs.
func TestReadWithoutBadger(t *testing.T) {
	for name, closed := range map[string]bool{"closed": true, "left open": false} {
		t.Run(name, func(t *testing.T) {
			dir := grown(t, 30, closed)
			latest := map[string]entry{}
			note := func(e entry) {
				if old, ok := latest[string(e.key)]; !ok || e.version > old.version {
					e.value = append([]byte(nil), e.value...)
					latest[string(e.key)] = e
				}
			}
			found := tablesIn(dataIn(dir))
			if bad := found.scrub(func(int, int) {}); len(bad) > 0 {
				t.Errorf("whole tables are called damaged: %v", bad)
			}
			found.each(note)
			eachLogged(dataIn(dir), note)
			r, err := openFolder(dir, Options{}, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			n := 0
			err = r.view(func(x tx) error {
				x.each("", func(item *badger.Item) {
					n++
					e, ok := latest[string(item.Key())]
					if _, err := seal.Check(item.Key(), e.value); !ok || e.deleted || err != nil {
						t.Errorf("%s: %v, %v", item.Key(), ok, err)
					}
					if err := item.Value(func(v []byte) error {
						if string(v) != string(e.value) {
							t.Errorf("%s has another value", item.Key())
						}
						return nil
					}); err != nil {
						t.Error(err)
					}
				})
				return nil
			})
			if err != nil || n < 100 {
				t.Errorf("%d records, %v", n, err)
			}
		})
	}
}

// A damaged block is found, and takes only what is in it.
func TestScrub(t *testing.T) {
	dir := grown(t, 30, true)
	found := tablesIn(dataIn(dir))
	if len(found.paths) == 0 {
		t.Fatal("no tables")
	}
	count := func() (n int) {
		found.each(func(e entry) {
			if _, err := seal.Check(e.key, e.value); err == nil {
				n++
			}
		})
		return n
	}
	before := count()
	for name, spoil := range map[string]func(path string) error{
		"flipped in the middle": func(path string) error { return flipFile(path, 5000) },
		"its foot":              func(path string) error { return flipFile(path, -9) },
		"cut":                   func(path string) error { return os.Truncate(path, 4000) },
		"emptied":               func(path string) error { return os.Truncate(path, 0) },
		"zeroed":                zero,
	} {
		t.Run(name, func(t *testing.T) {
			path := found.paths[0]
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = os.WriteFile(path, whole, 0o600) }()
			if err := spoil(path); err != nil {
				t.Fatal(err)
			}
			if bad := found.scrub(func(int, int) {}); len(bad) != 1 || bad[0] != filepath.Base(path) {
				t.Errorf("%v", bad)
			}
			if n := count(); name == "flipped in the middle" && n < before/2 || n > before {
				t.Errorf("%d entries of %d", n, before)
			}
		})
	}
	if count() != before {
		t.Error("the tables are not as they were")
	}
}

// A log ends where it is damaged, and nothing in it ends the program.
func TestLogOfNothing(t *testing.T) {
	for _, b := range [][]byte{nil, make([]byte, 10), make([]byte, 200), []byte(strings.Repeat("\xff", 300)), []byte(strings.Repeat("\x01", 300))} {
		eachInLog(b, func(e entry) { t.Errorf("an entry %q out of nothing", e.key) })
	}
	if eachEntry([]byte(strings.Repeat("\xff", 300)), func(entry) {}) == nil || eachEntry(nil, func(entry) {}) == nil {
		t.Error("entries out of nothing")
	}
}
