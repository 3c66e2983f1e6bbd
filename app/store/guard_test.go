package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store/seal"
)

// A process that dies between any two moves of a swap leaves a register that opens, and
// a report of the repair when it came so far.
func TestSwapThatWasCutShort(t *testing.T) {
	made := t.TempDir()
	r, err := openFolder(made, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	report := app.Repair{At: noon, Rebuilt: true, Whole: true, Found: []app.Damage{{Kind: app.DamageData}}}
	for name, c := range map[string]struct {
		upTo func(dir, data string) error // what had been done
		told bool
	}{
		"while it was put together": {func(dir, data string) error {
			return errors.Join(os.MkdirAll(data+partSuffix, 0o700), os.WriteFile(filepath.Join(data+partSuffix, "000001.sst"), []byte("x"), 0o600))
		}, false},
		"before it got its name": {func(dir, data string) error {
			return errors.Join(copyTree(data, data+partSuffix), writeReport(dir, pending, report, seal.Box{}))
		}, false},
		"before the old one went": {func(dir, data string) error {
			return errors.Join(copyTree(data, data+newSuffix), zero(filepath.Join(data, "MANIFEST")), writeReport(dir, pending, report, seal.Box{}))
		}, true},
		"before the new one came": {func(dir, data string) error {
			return errors.Join(copyTree(data, data+newSuffix), os.Rename(data, data+oldSuffix), writeReport(dir, pending, report, seal.Box{}))
		}, true},
		"before the old one was removed": {func(dir, data string) error {
			return copyTree(data, data+oldSuffix)
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, made)
			if err := c.upTo(dir, dataIn(dir)); err != nil {
				t.Fatal(err)
			}
			r, err := openFolder(dir, Options{}, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			if got := ids(t, r.List); got != "a" {
				t.Errorf("there is %q", got)
			}
			all, err := r.Repairs()
			if err != nil || (len(all) == 1) != c.told {
				t.Errorf("%+v, %v", all, err)
			}
			for _, suffix := range []string{partSuffix, newSuffix, oldSuffix} {
				if _, err := os.Stat(dataIn(dir) + suffix); err == nil {
					t.Errorf("data%s is left", suffix)
				}
			}
			if _, err := os.Stat(reportIn(dir, pending)); err == nil {
				t.Error("a report is left pending")
			}
		})
	}
}

// When nothing can be read the folder is left as it is, a copy lies aside, and nobody
// gets an empty register in its place.
func TestNothingCanBeRead(t *testing.T) {
	dir := t.TempDir()
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"data/*.sst", "data/MANIFEST", "data/*.mem", "journal/*"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, path := range found {
			if err := zero(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	for range 2 {
		before, err := os.ReadDir(dataIn(dir))
		if err != nil {
			t.Fatal(err)
		}
		_, err = openFolder(dir, Options{}, 0)
		p := app.ProblemOf(err)
		if p == nil || p.Code != app.CodeUnreadable || p.What != dir {
			t.Fatalf("%v", err)
		}
		if _, err := os.Stat(filepath.Join(p.Where, "data", "MANIFEST")); err != nil {
			t.Errorf("no copy aside: %v", err)
		}
		if after, err := os.ReadDir(dataIn(dir)); err != nil || len(after) != len(before) {
			t.Errorf("%d files of %d are left, %v", len(after), len(before), err)
		}
	}
}

// What was set aside goes when all was well, when it is old, and when there is more.
func TestAsidesAreThinned(t *testing.T) {
	dir := t.TempDir()
	now := noon
	for i := range 6 {
		at := now.Add(-time.Duration(i) * 40 * 24 * time.Hour)
		if err := os.MkdirAll(filepath.Join(asideIn(dir), at.UTC().Format(stamp), "data"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(asideIn(dir), "min egen mapp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := thinAsides(dir, now); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(asideIn(dir))
	if err != nil || len(left) != 4 { // three of ours, and somebody's own
		t.Errorf("%v, %v", left, err)
	}
	if err := thinAsides(t.TempDir(), now); err != nil {
		t.Error(err)
	}
	to, err := setAside(dir, now.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if err := dropAside(to); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("it is left")
	}
}

// An end in mid-work with whole data is no repair, and nothing is told.
func TestUncleanEndIsNoRepair(t *testing.T) {
	dir := grown(t, 6, false)
	var steps []string
	r, err := openFolder(dir, Options{Child: Itself, Tell: func(s app.Step, _, _ int) { steps = append(steps, string(s)) }}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	all, err := r.Repairs()
	if err != nil || len(all) != 0 || r.left.clean || fmt.Sprint(steps) != "[verify]" {
		t.Errorf("%+v, %v, %v", all, err, steps)
	}
	if _, err := os.Stat(asideIn(dir)); err == nil {
		t.Error("what was set aside is left")
	}
	if r.total != reckoned(t, r) {
		t.Error("the total is another")
	}
}

// What stands in the name of a folder is no pattern: a lost manifest is noticed there too.
func TestFolderNamedLikeAPattern(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Nämnden [2026]")
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	if err := errors.Join(r.Close(), os.Remove(filepath.Join(dataIn(dir), "MANIFEST")), os.Remove(markIn(dir))); err != nil {
		t.Fatal(err)
	}
	if r, err = openFolder(dir, Options{}, 0); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got := ids(t, r.List); got != "a" {
		t.Errorf("there is %q", got)
	}
}
