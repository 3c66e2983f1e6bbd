package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/seal"
)

func TestNewerRecordIsRefused(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	sealed := r.box.Seal(keyProfile, seal.Head{Schema: Schema + 1}, []byte("{}"))
	if err := r.db.Update(func(x *badger.Txn) error { return x.Set(keyProfile, sealed) }); err != nil {
		t.Fatal(err)
	}
	_, err = r.Profile()
	wantCode(t, err, app.CodeNewer)
}

// A record that does not match its checksum is said to be damaged by whatever
// reads it, and by nothing else.
func TestDamagedRecords(t *testing.T) {
	setUp := func(t *testing.T) *register {
		r, err := open(t.TempDir(), 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { r.Close() })
		for _, id := range []string{"a", "b"} {
			save(t, r, app.Change{Matter: matter(id, id, "x"), Name: "n", At: noon})
			save(t, r, app.Change{Matter: matter(id, id, "y"), Base: 1, At: noon})
		}
		if err := r.SaveProfile(app.Profile{Municipality: "Exempelkommun"}); err != nil {
			t.Fatal(err)
		}
		return r
	}
	load := func(r *register) error { _, _, err := r.Load("a"); return err }
	first := func(r *register) error { _, err := r.LoadRevision("a", 1); return err }
	list := func(r *register) error { _, err := r.List(); return err }
	revs := func(r *register) error { _, err := r.Revisions("a"); return err }
	profile := func(r *register) error { _, err := r.Profile(); return err }
	all := []func(*register) error{load, first, list, revs, profile}
	for name, c := range map[string]struct {
		key  []byte
		hits []int // of all
	}{
		"text":     {frameOf(t, setUp(t), "a", 2), []int{0}},
		"old text": {frameOf(t, setUp(t), "a", 1), []int{1}},
		"head":     {keyHead(seal.Box{}, "a"), []int{0, 1, 3}},
		"revision": {keyRev(seal.Box{}, "a", 2), []int{0, 3}},
		"row":      {keyRow(seal.Box{}, rows, "a"), []int{2}},
		"count":    {keyCount, []int{2}},
		"profile":  {keyProfile, []int{4}},
	} {
		for how, spoil := range map[string]func(*badger.Txn) error{
			"flipped": func(x *badger.Txn) error { return flip(x, c.key) },
			"emptied": func(x *badger.Txn) error { return x.Set(c.key, nil) },
		} {
			t.Run(name+" "+how, func(t *testing.T) {
				r := setUp(t)
				r.healing.ready = false
				if err := r.db.Update(spoil); err != nil {
					t.Fatal(err)
				}
				for i, read := range all {
					err := read(r)
					if hit := strings.Contains(fmt.Sprint(c.hits), fmt.Sprint(i)); !hit && err != nil {
						t.Errorf("reader %d: %v", i, err)
					} else if hit {
						wantCode(t, err, app.CodeDamaged)
					}
				}
				r.healing.ready = true // the journal has all of it
				for i, read := range all {
					if err := read(r); err != nil {
						t.Errorf("reader %d: %v", i, err)
					}
				}
				if p, err := r.Repairs(); err != nil || len(p) != 1 || p[0].Healed != 1 || !p[0].Whole || p[0].Found[0].Kind != app.DamageRecord {
					t.Errorf("%+v, %v", p, err)
				}
				if r.total != reckoned(t, r) {
					t.Error("something else was written")
				}
				if _, _, err := r.Load("b"); err != nil {
					t.Errorf("the other matter: %v", err)
				}
			})
		}
	}
}

// frameOf is the key of the frame of a revision.
func frameOf(t *testing.T, r *register, id string, n uint64) []byte {
	t.Helper()
	var rec record
	if err := r.view(func(t tx) error { return t.must(keyRev(seal.Box{}, id, n), &rec) }); err != nil {
		t.Fatal(err)
	}
	return keyPart(r.box, id, rec.Parts[:partSum])
}

func TestDamagedRowLeavesTheOthers(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.healing.ready = false
	for _, id := range []string{"a", "b", "c"} {
		save(t, r, app.Change{Matter: matter(id, id, "x"), At: noon})
	}
	if err := r.db.Update(func(x *badger.Txn) error { return flip(x, keyRow(seal.Box{}, rows, "b")) }); err != nil {
		t.Fatal(err)
	}
	got, err := r.List()
	wantCode(t, err, app.CodeDamaged)
	if p := app.ProblemOf(err); got.Len() != 2 || p.What != "row/b" {
		t.Errorf("%d rows, %v", got.Len(), err)
	}
	// A row that is gone without a trace is missed as well.
	if err := r.db.Update(func(x *badger.Txn) error { return x.Delete(keyRow(seal.Box{}, rows, "b")) }); err != nil {
		t.Fatal(err)
	}
	got, err = r.List()
	wantCode(t, err, app.CodeDamaged)
	if got.Len() != 2 || !strings.Contains(err.Error(), "2 rows of 3") {
		t.Errorf("%d rows, %v", got.Len(), err)
	}
	// The next save of the matter writes a whole row again.
	save(t, r, app.Change{Matter: matter("b", "b", "y"), Base: 1, At: noon})
	if got := ids(t, r.List); got != "a b c" {
		t.Errorf("after a save: %s", got)
	}
}

// A register that comes up without its own record has lost others too; it is put
// together anew.
func TestRegisterWithoutItsRecord(t *testing.T) {
	for name, lose := range map[string]func(dir string) error{
		"mark there": func(string) error { return nil },
		"mark lost":  func(dir string) error { return os.Remove(markIn(dir)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r, err := open(dir, 0)
			if err != nil {
				t.Fatal(err)
			}
			save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
			err = r.db.Update(func(x *badger.Txn) error { return x.Delete(keySchema) })
			if err := errors.Join(err, r.Close(), lose(dir)); err != nil {
				t.Fatal(err)
			}
			again, err := openFolder(dir, Options{}, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			if got := ids(t, again.List); got != "a" {
				t.Errorf("it came up with %q", got)
			}
			if p, err := again.Repairs(); err != nil || len(p) != 1 || !p[0].Whole {
				t.Errorf("%+v, %v", p, err)
			}
		})
	}
}

// A damaged old revision must not stop the clerk from saving.
func TestSaveOverDamagedRevision(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.healing.ready = false
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	save(t, r, app.Change{Matter: matter("a", "a", "y"), Base: 1, At: noon})
	if err := r.db.Update(func(x *badger.Txn) error { return flip(x, keyRev(seal.Box{}, "a", 1)) }); err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "z"), Base: 2, At: noon})
	if m, _, err := r.Load("a"); err != nil || m.Documents[0].Sections[0].Text != "z" {
		t.Errorf("%v %v", m, err)
	}
}

// What Badger would answer by deleting tables or ending the process is repaired from
// the journal, and told.
func TestDamagedFiles(t *testing.T) {
	made := t.TempDir()
	s := openIn(t, made)
	for i := range 40 {
		save(t, s, app.Change{Matter: matter(fmt.Sprint("m", i), "T", strings.Repeat("ord ", 60_000)), At: noon})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	tables, _ := filepath.Glob(filepath.Join(dataIn(made), "*.sst"))
	if len(tables) == 0 {
		t.Fatal("no tables to spoil")
	}
	table := filepath.Join("data", filepath.Base(tables[0]))
	manifest := filepath.Join("data", badger.ManifestFilename)
	for name, spoil := range map[string]func(dir string) error{
		"manifest gone":       func(d string) error { return os.Remove(filepath.Join(d, manifest)) },
		"manifest emptied":    func(d string) error { return os.Truncate(filepath.Join(d, manifest), 0) },
		"manifest only magic": func(d string) error { return os.Truncate(filepath.Join(d, manifest), 16) },
		"manifest cut off":    func(d string) error { return os.Truncate(filepath.Join(d, manifest), 20) },
		"manifest flipped":    func(d string) error { return flipFile(filepath.Join(d, manifest), 20) },
		"manifest zeroed":     func(d string) error { return zero(filepath.Join(d, manifest)) },
		"table gone":          func(d string) error { return os.Remove(filepath.Join(d, table)) },
		"table emptied":       func(d string) error { return os.Truncate(filepath.Join(d, table), 0) },
		"table cut in half":   func(d string) error { return os.Truncate(filepath.Join(d, table), 1<<16) },
		"table zeroed":        func(d string) error { return zero(filepath.Join(d, table)) },
		"table's foot":        func(d string) error { return flipFile(filepath.Join(d, table), -30) },
		"mark":                func(d string) error { return flipFile(markIn(d), 3) },
		"everything gone":     func(d string) error { return os.RemoveAll(dataIn(d)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, made)
			if err := spoil(dir); err != nil {
				t.Fatal(err)
			}
			whole := func() {
				t.Helper()
				r, err := openFolder(dir, Options{Child: Itself}, 0)
				if err != nil {
					t.Fatal(err)
				}
				defer r.Close()
				for i := range 40 {
					m, _, err := r.Load(fmt.Sprint("m", i))
					if err != nil || len(m.Documents[0].Sections[0].Text) != 240_000 {
						t.Errorf("m%d: %v", i, err)
					}
				}
				if list, err := r.List(); err != nil || list.Len() != 40 {
					t.Errorf("%d rows, %v", list.Len(), err)
				}
				reports, err := r.Repairs()
				if err != nil || len(reports) != 1 || !reports[0].Whole || len(reports[0].Found) == 0 || len(reports[0].Lost) > 0 {
					t.Fatalf("%+v, %v", reports, err)
				}
				if name == "mark" {
					return
				}
				p := reports[0]
				if _, err := os.Stat(filepath.Join(p.Aside, "data")); !p.Rebuilt || p.Changes != 41 || err != nil {
					t.Errorf("%+v, %v", p, err)
				}
			}
			whole()
			whole() // and no second repair
		})
	}
}

func flip(x *badger.Txn, key []byte) error {
	item, err := x.Get(key)
	if err != nil {
		return err
	}
	v, err := item.ValueCopy(nil)
	if err != nil {
		return err
	}
	v[len(v)-3] ^= 4
	return x.Set(key, v)
}

// flipFile changes one byte; a negative place counts from the end.
func flipFile(path string, at int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if at < 0 {
		at += len(data)
	}
	data[at] ^= 0x55
	return os.WriteFile(path, data, 0o600)
}

func zero(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return errors.Join(os.Truncate(path, 0), os.Truncate(path, info.Size()))
}

func TestDamagedRevisionLeavesTheOthers(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.healing.ready = false
	for i, name := range []string{"ett", "två", "tre"} {
		save(t, r, app.Change{Matter: matter("m", name, "x"), Base: uint64(i), Name: name, By: "Ada Ek", At: noon})
	}
	if err := r.db.Update(func(x *badger.Txn) error { return flip(x, keyRev(seal.Box{}, "m", 2)) }); err != nil {
		t.Fatal(err)
	}
	got, err := r.Revisions("m")
	wantCode(t, err, app.CodeDamaged)
	if len(got) != 3 || got[0].Name != "tre" || got[0].By != "Ada Ek" || got[1].Number != 2 || !got[1].At.IsZero() || got[2].Name != "ett" {
		t.Errorf("%+v", got)
	}
	_, err = r.LoadRevision("m", 2) // its record says of what it is made
	wantCode(t, err, app.CodeDamaged)
	for n, title := range map[uint64]string{1: "ett", 3: "tre"} {
		if m, err := r.LoadRevision("m", n); err != nil || m.Title != title {
			t.Errorf("%v, %v", m, err)
		}
	}
	// One that is gone without a trace is missed as well.
	if err := r.db.Update(func(x *badger.Txn) error { return x.Delete(keyRev(seal.Box{}, "m", 2)) }); err != nil {
		t.Fatal(err)
	}
	got, err = r.Revisions("m")
	wantCode(t, err, app.CodeDamaged)
	if len(got) != 2 || got[0].Name != "tre" {
		t.Errorf("%+v", got)
	}
}
