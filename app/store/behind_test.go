package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/journal"
)

// Badger that does not take what the journal has counts for behind: the save has failed
// and is not there, the ones before are, and nothing more is written until the register
// is opened again.
func TestBadgerLeftBehind(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("m", "Ett", "x"), At: noon})
	b, txn := profileBatch(t, r, "Provköping")
	txn.Discard() // what cannot be committed
	for range 2 {
		err = r.commit(txn, b)
		wantCode(t, err, app.CodeNotSaved)
		_, err = r.Save(app.Change{Matter: matter("m", "Två", "x"), Base: 1, At: noon})
		if p := app.ProblemOf(err); p == nil || p.Code != app.CodeNotSaved || p.Where != "behind" {
			t.Error(err)
		}
		if m, _, err := r.Load("m"); err != nil || m.Title != "Ett" {
			t.Error(m, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	s := openIn(t, dir)
	if p, err := s.Profile(); err != nil || p.Municipality != "" {
		t.Error(p, err)
	}
	save(t, s, app.Change{Matter: matter("m", "Två", "x"), Base: 1, At: noon})
}

// What stands in the journal and never came to Badger is there at the next opening.
func TestJournalIsReplayed(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("m", "Ett", "x"), At: noon})
	b, txn := profileBatch(t, r, "Provköping")
	txn.Discard()
	if err := errors.Join(r.journal.Append(b), r.Close()); err != nil {
		t.Fatal(err)
	}
	s := openIn(t, dir)
	if p, err := s.Profile(); err != nil || p.Municipality != "Provköping" {
		t.Error(p, err)
	}
	save(t, s, app.Change{Matter: matter("m", "Två", "x"), Base: 1, At: noon})
}

// profileBatch is a change as update makes it, not yet written.
func profileBatch(t *testing.T, r *register, name string) (b journal.Batch, txn *badger.Txn) {
	t.Helper()
	txn = r.db.NewTransaction(true)
	sum := r.total
	x := tx{t: txn, box: r.box, seq: r.applied + 1, ops: &b.Ops, total: &sum}
	if err := errors.Join(x.put(keyProfile, 0, app.Profile{Municipality: name}), x.putApplied()); err != nil {
		t.Fatal(err)
	}
	b.Seq = x.seq
	return b, txn
}

// A journal that has lost its end, or all of it, goes on after what Badger has.
func TestJournalThatLostItsEnd(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"end damaged": func(p string) error { return flipFile(p, -1) },
		"end cut":     func(p string) error { return os.Truncate(p, 300) },
		"gone":        os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r, err := open(dir, 0)
			if err != nil {
				t.Fatal(err)
			}
			for i := range uint64(3) {
				save(t, r, app.Change{Matter: matter("m", "T", "x"), Base: i, At: noon, Name: "n"})
			}
			files, _ := filepath.Glob(filepath.Join(journalIn(dir), "*.journal"))
			if err := errors.Join(r.Close(), spoil(files[len(files)-1])); err != nil {
				t.Fatal(err)
			}
			if r, err = open(dir, 0); err != nil {
				t.Fatal(err)
			}
			if !r.short {
				t.Error("it does not say that a backup is due")
			}
			save(t, r, app.Change{Matter: matter("m", "T", "x"), Base: 3, At: noon, Name: "n"})
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			if r, err = open(dir, 0); err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			if !r.short || len(revisions(t, r, "m")) != 4 {
				t.Errorf("short: %v", r.short)
			}
			if _, made, err := r.BackUp(t.Context(), app.BackupDaily, nil); !made || err != nil || r.short {
				t.Errorf("%v, %v, short: %v", made, err, r.short)
			}
		})
	}
}
