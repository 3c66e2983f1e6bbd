package store

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/klauspost/compress/zstd"

	"yttra/app"
	"yttra/app/store/journal"
)

// secret is a matter whose every word is looked for.
func secret(id string) *app.Matter {
	m := many(id, 6)
	m.Title = "Hemligtitel"
	m.Movers[0].Name = "Hemlignamn"
	m.Documents[0].Sections[1].Text += " Hemligord i en mening."
	m.Motion = original(bytes.Repeat([]byte("Hemligtoriginal. "), 60_000))
	m.Documents[0].Annexes = append(m.Documents[0].Annexes, app.Annex{Title: "Egen", Name: "e.txt", Data: bytes.Repeat([]byte("Hemligbilaga. "), 90_000)})
	return m
}

// found gives the files below a folder in which a word stands, packed or not.
func found(t *testing.T, dir, word string) (in []string) {
	t.Helper()
	d, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	magic := []byte{0x28, 0xb5, 0x2f, 0xfd}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		hit := bytes.Contains(data, []byte(word)) || bytes.Contains([]byte(path), []byte(word))
		for at := 0; !hit; {
			i := bytes.Index(data[at:], magic)
			if i < 0 {
				break
			}
			at += i
			if err := d.Reset(bytes.NewReader(data[at:])); err != nil {
				return err
			}
			text, _ := io.ReadAll(io.LimitReader(d, 4<<20)) // what follows the frame is none
			hit = bytes.Contains(text, []byte(word))
			at += len(magic)
		}
		if hit {
			rel, _ := filepath.Rel(dir, path)
			in = append(in, rel)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

var secrets = []string{"Hemligtitel", "Hemlignamn", "Hemligord", "Hemligbilaga", "Hemligtoriginal"}

func TestErase(t *testing.T) {
	dir := t.TempDir()
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		t.Fatal(err)
	}
	m := secret("x")
	for i := range 3 {
		m.Documents[0].Sections[2].Text += " mer"
		save(t, r, app.Change{Matter: m, Base: uint64(i), Name: "Hemlignamn på version", At: noon})
	}
	other := withFiles("y")
	save(t, r, app.Change{Matter: other, At: noon})
	for _, w := range secrets {
		if len(found(t, dir, w)) == 0 {
			t.Fatalf("%s is not found while it is there: the search is blind", w)
		}
	}
	e, err := r.Erasure("x")
	if err != nil || e.Versions != 3 || e.Files != 2 || e.Shared != 2 || e.Documents != 2 || e.Row.Title != m.Title || e.InBin || e.Bytes == 0 {
		t.Fatalf("%+v %v", e, err)
	}
	if err := r.Erase("x", "begärd radering", nil); err != nil {
		t.Fatal(err)
	}
	gone := func(s app.Keeper) {
		t.Helper()
		_, _, err := s.Load("x")
		wantCode(t, err, app.CodeNotFound)
		_, err = s.LoadRevision("x", 1)
		wantCode(t, err, app.CodeNotFound)
		for _, base := range []uint64{0, 3} {
			_, err = s.Save(app.Change{Matter: m, Base: base, At: noon})
			if c := app.CodeOf(err); c != app.CodeErased && c != app.CodeConflict {
				t.Errorf("a save from %d: %v", base, err)
			}
		}
		stones, err := s.Erased()
		if err != nil || len(stones) != 1 || stones[0].ID != "x" {
			t.Errorf("%+v %v", stones, err)
		}
		if l, b := ids(t, s.List), ids(t, s.Bin); l != "y" || b != "" {
			t.Errorf("list %q, bin %q", l, b)
		}
		got, _, err := s.Load("y")
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, other)
	}
	gone(r)
	wantCode(t, r.Erase("x", "igen", nil), app.CodeNotFound)
	wantCode(t, r.Erase("z", "ingen", nil), app.CodeNotFound)

	// A backup would let the older journals go.
	if err := r.journal.Drop(r.applied); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for _, w := range secrets {
		if in := found(t, dir, w); len(in) > 0 {
			t.Errorf("%s is still in %v", w, in)
		}
	}
	inTables(t, dir, "x")
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.TidyUp(); err != nil {
		t.Fatal(err)
	}
	gone(s)
	if stones, _ := s.Erased(); stones[0].Left {
		t.Error("nothing is left and nobody notes it")
	}
	events, err := s.Events(app.EventFilter{Actions: []app.Action{app.ActErased}})
	if err != nil || len(events) != 1 || events[0].Matter != "x" || events[0].Reason != "begärd radering" {
		t.Errorf("%+v %v", events, err)
	}
	if c, err := s.CheckTrail(nil, nil); err != nil || !c.Whole() {
		t.Errorf("%+v %v", c, err)
	}
}

// inTables fails when any version of any record in Badger's tables, removed or not, is
// one of a matter's.
func inTables(t *testing.T, dir, id string) {
	t.Helper()
	db, err := badger.Open(options(dataIn(copyOf(t, dir))))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(x *badger.Txn) error {
		o := badger.DefaultIteratorOptions
		o.AllVersions = true
		it := x.NewIterator(o)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			key := string(it.Item().Key())
			if strings.HasPrefix(key, "part/"+id+"/") || strings.HasPrefix(key, "rev/"+id+"/") || key == "row/"+id || key == "matter/"+id {
				t.Errorf("%s is in the tables", key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A process that ends between any two changes of a removal leaves something that is
// removed when the register is opened again, from its journal alone.
func TestEraseInterrupted(t *testing.T) {
	made := t.TempDir()
	r, err := openFolder(made, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	m := secret("x")
	save(t, r, app.Change{Matter: m, At: noon})
	save(t, r, app.Change{Matter: withFiles("y"), At: noon})
	before := r.applied
	whole := copyOf(t, made)
	if err := r.Erase("x", "skäl", nil); err != nil {
		t.Fatal(err)
	}
	var after []journal.Batch
	if _, err := r.journal.Each(before, func(b journal.Batch) error { after = append(after, b); return nil }); err != nil {
		t.Fatal(err)
	}
	r.Close()
	for n := range after {
		t.Run(fmt.Sprint(n+1), func(t *testing.T) {
			dir := copyOf(t, whole)
			j, err := journal.Open(journalIn(dir))
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range after[:n+1] {
				if err := j.Append(b); err != nil {
					t.Fatal(err)
				}
			}
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			r, err := openFolder(dir, Options{}, 0)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := r.Load("x"); app.CodeOf(err) != app.CodeNotFound {
				t.Error(err)
			}
			old := time.Now().Add(-2 * youngest)
			paths, _ := filepath.Glob(filepath.Join(filesIn(dir), "??", "*"))
			for _, p := range paths {
				if err := os.Chtimes(p, old, old); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := r.TidyUp(); err != nil {
				t.Fatal(err)
			}
			if n := pieces(t, r, "x"); n != 0 {
				t.Errorf("%d pieces are left", n)
			}
			if err := r.journal.Drop(r.applied); err != nil {
				t.Fatal(err)
			}
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			if in := found(t, filepath.Join(dir, "files"), "Hemligbilaga"); len(in) > 0 {
				t.Errorf("the annex lies in %v", in)
			}
			if in := found(t, filepath.Join(dir, "data"), "Hemligord"); len(in) > 0 {
				t.Errorf("the text lies in %v", in)
			}
		})
	}
}

// What comes back from an older copy, when a register is put together anew, goes again.
func TestErasedComesBackAndGoes(t *testing.T) {
	s, err := OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := s.(*register)
	save(t, r, app.Change{Matter: withFiles("x"), At: noon})
	save(t, r, app.Change{Matter: withFiles("xy"), At: noon})
	old := stone{Tombstone: app.Tombstone{ID: "x", At: noon}}
	if err := r.update(func(t tx) error { return t.put(keyErased(t.box, "x"), 0, old) }); err != nil {
		t.Fatal(err)
	}
	if _, err := r.TidyUp(); err != nil {
		t.Fatal(err)
	}
	if got := ids(t, r.List); got != "xy" || pieces(t, r, "x") != 0 {
		t.Errorf("listed %s, %d pieces", got, pieces(t, r, "x"))
	}
	if m, _, err := r.Load("xy"); err != nil || len(m.Documents[0].Annexes[0].Data) == 0 {
		t.Error("the other lost something", err)
	}
}

func TestBinOfThirtyDays(t *testing.T) {
	now := noon
	r, err := openFolder(t.TempDir(), Options{Now: func() time.Time { return now }}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.SaveProfile(app.Profile{Officer: app.Person{Name: "Ada Ek"}}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b", "c"} {
		save(t, r, app.Change{Matter: withFiles(id), At: noon})
	}
	if err := r.Remove("a"); err != nil {
		t.Fatal(err)
	}
	now = noon.AddDate(0, 0, 1)
	if err := r.Remove("b"); err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: withFiles("b"), Base: 1, At: noon}) // does not begin the days anew
	bin, err := r.Bin()
	if err != nil || len(bin) != 2 {
		t.Fatal(bin, err)
	}
	i := slices.IndexFunc(bin, func(r app.Row) bool { return r.ID == "b" })
	if b := bin[i]; !b.Removed.Equal(now) || b.RemovedBy != "Ada Ek" || app.DateOf(b.Goes()) != "2026-12-23" {
		t.Errorf("%+v", b)
	}
	for _, c := range []struct {
		days float64
		gone string
	}{{-400, "[]"}, {29.9, "[]"}, {30, "[a]"}, {30.5, "[]"}, {31, "[b]"}, {400, "[]"}} {
		now = noon.Add(time.Duration(c.days * float64(day)))
		gone, err := r.TidyUp()
		if err != nil || fmt.Sprint(gone) != c.gone {
			t.Errorf("after %v days %v went: %v", c.days, gone, err)
		}
	}
	if rows, err := r.Bin(); err != nil || len(rows) != 0 {
		t.Error(rows, err)
	}
	if got, _, err := r.Load("c"); err != nil || len(got.Documents[0].Annexes[0].Data) == 0 {
		t.Error("the other lost its annex", err)
	}
	if stones, err := r.Erased(); err != nil || len(stones) != 0 {
		t.Errorf("what has lain its days is not erased: %+v %v", stones, err)
	}
	if err := r.Unremove("c"); err != nil {
		t.Fatal(err)
	}
	events, err := r.Events(app.EventFilter{Actions: []app.Action{app.ActExpired}})
	if err != nil || len(events) != 2 || events[1].Matter != "a" || events[1].By != program {
		t.Errorf("%+v %v", events, err)
	}
}
