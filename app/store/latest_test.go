package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"yttra/app"
)

// The journal is that of another day, and Badger's log is gone: what is left is whole
// and old. What is missing is said; after that the register goes on.
func TestBothEndsAreLost(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	save(t, r, app.Change{Matter: matter("m", "Förut", "x"), At: noon})
	before := copyOf(t, dir)
	save(t, r, app.Change{Matter: matter("m", "Sedan", "y"), Base: 1, Name: "n", At: noon.Add(time.Hour)})
	now := copyOf(t, dir)
	for _, name := range []string{"journal", "data"} {
		if err := os.RemoveAll(filepath.Join(now, name)); err != nil {
			t.Fatal(err)
		}
		if err := copyTree(filepath.Join(before, name), filepath.Join(now, name)); err != nil {
			t.Fatal(err)
		}
	}
	again, err := open(now, 0)
	if err != nil {
		t.Fatal(err)
	}
	reports, err := again.Repairs()
	if err != nil || len(reports) != 1 || reports[0].Whole || !slices.ContainsFunc(reports[0].Lost, func(l app.Lost) bool { return l.Kind == app.LostUnknown }) {
		t.Fatalf("nobody says that a change is missing: %+v %v", reports, err)
	}
	save(t, again, app.Change{Matter: matter("m", "På nytt", "z"), Base: 1, At: noon.Add(2 * time.Hour)})
	again = reopen(t, now, again)
	if reports, err := again.Repairs(); err != nil || len(reports) != 1 {
		t.Errorf("it is said again: %+v %v", reports, err)
	}
	if m, rev, err := again.Load("m"); err != nil || m.Title != "På nytt" || rev.Number != 2 {
		t.Errorf("%v %+v %v", m, rev, err)
	}
}

// A lock that is damaged, empty or older says nothing.
func TestWitnessThatSaysNothing(t *testing.T) {
	for _, line := range []string{"", "0", latestLine(7)[:20] + " 00000000", "99999999999999999999 00000000"} {
		dir := t.TempDir()
		r, err := open(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		save(t, r, app.Change{Matter: matter("m", "T", "x"), At: noon})
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "lock"), append(make([]byte, latestAt), line...), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := open(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		if reports, err := s.Repairs(); err != nil || len(reports) != 0 || ids(t, s.List) != "m" {
			t.Errorf("%q: %+v %v", line, reports, err)
		}
	}
}
