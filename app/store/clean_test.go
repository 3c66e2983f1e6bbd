package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// closed makes a register with something in it and closes it.
func closed(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	fillBulk(t, r, 300)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestCleanMark(t *testing.T) {
	dir := closed(t)
	left := lookBack(dir)
	if !left.clean || left.why != nil || left.mark.Seq == 0 || len(left.mark.Files) < 3 {
		t.Fatalf("%+v", left)
	}
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !r.left.clean || lookBack(dir).clean {
		t.Error("the mark stands while the register is open")
	}
	for range 2 {
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if again := lookBack(dir); !again.clean || again.mark.Seq != left.mark.Seq {
		t.Errorf("%+v", again)
	}
	r, err = open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("ny", "T", "x"), At: noon})
	if died := lookBack(copyOf(t, dir)); died.clean || died.why == nil {
		t.Errorf("%+v", died)
	}
	r.Close()
	if later := lookBack(dir); !later.clean || later.mark.Seq != left.mark.Seq+1 {
		t.Errorf("%+v", later)
	}
}

// Whatever Badger would read when it opens is noticed beforehand.
func TestCleanMarkNoticesDamage(t *testing.T) {
	dir := closed(t)
	left := lookBack(dir)
	var table filePrint
	for _, p := range left.mark.Files {
		if isTable(p.Name) {
			table = p
		}
	}
	if table.From == 0 || table.From > table.Size-100 {
		t.Fatalf("%+v", table)
	}
	in := func(name string) string { return filepath.Join(dataIn(dir), name) }
	manifest, key, sst := in(badger.ManifestFilename), in("KEYREGISTRY"), in(table.Name)
	for name, spoil := range map[string]func() error{
		"manifest":              func() error { return flipFile(manifest, 20) },
		"manifest, longer":      func() error { return os.Truncate(manifest, 5000) },
		"manifest gone":         func() error { return os.Remove(manifest) },
		"keys":                  func() error { return flipFile(key, 3) },
		"a table's end":         func() error { return flipFile(sst, -1) },
		"a table's index":       func() error { return flipFile(sst, -500) },
		"a table's last block":  func() error { return flipFile(sst, int(table.From)+5) },
		"a table cut":           func() error { return os.Truncate(sst, 100) },
		"a table more":          func() error { return os.WriteFile(in("000999.sst"), []byte("x"), 0o600) },
		"a table by other name": func() error { return os.Rename(sst, in("000998.sst")) },
		"a log":                 func() error { return os.WriteFile(in("00009.mem"), nil, 0o600) },
		"the mark":              func() error { return flipFile(cleanIn(dir), 12) },
		"the mark cut":          func() error { return os.Truncate(cleanIn(dir), 50) },
		"the mark gone":         func() error { return os.Remove(cleanIn(dir)) },
	} {
		t.Run(name, func(t *testing.T) {
			whole := copyOf(t, dir)
			if err := spoil(); err != nil {
				t.Fatal(err)
			}
			if got := lookBack(dir); got.clean || got.why == nil {
				t.Errorf("%+v", got)
			}
			if err := errors.Join(os.RemoveAll(dir), copyTree(whole, dir)); err != nil {
				t.Fatal(err)
			}
		})
	}
	if err := flipFile(sst, 5000); err != nil { // a block in the middle is verified when it is read
		t.Fatal(err)
	}
	if got := lookBack(dir); !got.clean {
		t.Errorf("%+v", got)
	}
}

// The register is taken also while Badger is closed, as it is during a repair, and free
// again after an opening that failed.
func TestLockOfTheFolder(t *testing.T) {
	dir := closed(t)
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.db.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = open(dir, 0)
	wantCode(t, err, app.CodeLocked)
	if p := app.ProblemOf(err); p.What != dir {
		t.Errorf("it names %q", p.What)
	}
	if err := r.letGo(); err != nil {
		t.Fatal(err)
	}
	_, err = open(dir, 1<<62)
	wantCode(t, err, app.CodeDiskFull)
	r, err = open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
}

// Tables of level zero are merged when there are many; a child that dies over it leaves
// everything as it was, and a register that is looked at before it is opened.
func TestTablesAreMerged(t *testing.T) {
	dir := t.TempDir()
	o := Options{Child: func(...string) *exec.Cmd { return exec.Command(os.Args[0], "-test.run=^$") }}
	for i := range manyTables + 2 {
		r, err := openFolder(dir, o, 0)
		if err != nil {
			t.Fatal(err)
		}
		save(t, r, app.Change{Matter: matter(fmt.Sprintf("m%02d", i), "T", "x"), At: noon})
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if clean := lookBack(dir).clean; clean != (i+1 < manyTables) {
			t.Errorf("%d tables, clean: %v", i+1, clean)
		}
	}
	for _, o := range []Options{{Child: Itself}, {}} {
		there := copyOf(t, dir)
		r, err := openFolder(there, o, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if n := looseTables(dataIn(there)); n != 0 || !lookBack(there).clean {
			t.Errorf("%d loose tables are left", n)
		}
		if rows, err := openIn(t, there).List(); err != nil || rows.Len() != manyTables+2 {
			t.Errorf("%d rows, %v", rows.Len(), err)
		}
	}
}

// No record goes into Badger's value log, which has no checksum that is looked at.
func TestValueLogStaysEmpty(t *testing.T) {
	dir := closed(t)
	logs, err := filepath.Glob(filepath.Join(dataIn(dir), "*.vlog"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range logs {
		if info, err := os.Stat(path); err != nil || info.Size() > 20 {
			t.Errorf("%s: %v %v", path, info, err)
		}
	}
}
