package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
)

// What an end in mid-work and a repair cost of a large register; YTTRA_BENCH_ROWS says
// how large.
func TestLargeRepair(t *testing.T) {
	n := 500
	if os.Getenv("YTTRA_BENCH_ROWS") != "" {
		n = bulkRows()
	}
	dir := t.TempDir()
	o := Options{Child: Itself}
	r, err := openFolder(dir, o, 0)
	if err != nil {
		t.Fatal(err)
	}
	fillBulk(t, r, n)
	opened := func(what string, repairs int) {
		t.Helper()
		start := time.Now()
		if r, err = openFolder(dir, o, 0); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d matters opened in %s", what, n, time.Since(start).Round(time.Millisecond))
		if list, err := r.List(); err != nil || list.Len() != n {
			t.Fatalf("%d rows, %v", list.Len(), err)
		}
		if all, err := r.Repairs(); err != nil || len(all) != repairs || repairs > 0 && !all[0].Whole {
			t.Fatalf("%+v, %v", all, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	opened("closed", 0)
	if err := errors.Join(r.Close(), takeClean(dir)); err != nil {
		t.Fatal(err)
	}
	opened("not closed, every record read", 0)
	if err := errors.Join(r.Close(), os.Remove(filepath.Join(dataIn(dir), "MANIFEST"))); err != nil {
		t.Fatal(err)
	}
	opened("put together from the journal", 1)
	if _, _, err := r.BackUp(t.Context(), app.BackupDaily, nil); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(r.Close(), os.Remove(filepath.Join(dataIn(dir), "MANIFEST"))); err != nil {
		t.Fatal(err)
	}
	opened("put together from a backup", 2)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}
