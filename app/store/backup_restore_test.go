package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/store/backup"
)

// all is everything that a register says of its matters, in an order that can be
// compared: every version of every one with its annexes, the bin and the profile.
func all(t *testing.T, s app.Store) string {
	t.Helper()
	var out strings.Builder
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	binned, err := s.Bin()
	if err != nil {
		t.Fatal(err)
	}
	rows := append(list.List(), binned...)
	slices.SortFunc(rows, func(a, b app.Row) int { return strings.Compare(a.ID, b.ID) })
	for _, row := range rows {
		fmt.Fprintf(&out, "%+v\n", row)
		for _, rev := range revisions(t, s, row.ID) {
			m, err := s.LoadRevision(row.ID, rev.Number)
			if err != nil {
				t.Fatal(err)
			}
			data, err := app.EncodeMatter(m)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "%+v %s\n", rev, sumHex(data))
		}
	}
	p, err := s.Profile()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "%+v\n", p)
	return out.String()
}

// history is a register with a past: versions, annexes, the bin, a profile.
func history(t *testing.T, r *register) {
	t.Helper()
	for i := range 12 {
		id := fmt.Sprint("ä/", i)
		for v := range 3 {
			m := matter(id, fmt.Sprint("Ärende ", i), fmt.Sprint("text ", v), strings.Repeat("lång text ", 100*v))
			if i%4 == 0 {
				m.Documents[0].Annexes = []app.Annex{{Title: "Karta", Name: "karta.pdf", Data: noise(9000 + i + 100*v)}}
			}
			base := uint64(v)
			if _, err := r.Save(app.Change{Matter: m, Base: base, Name: fmt.Sprint("version ", v), At: noon.AddDate(0, 0, v)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(r.Remove("ä/3"), r.SaveProfile(app.Profile{Municipality: "Exempelkommun"})); err != nil {
		t.Fatal(err)
	}
}

// changed is what happens to it after the backup.
func changed(t *testing.T, r *register) {
	t.Helper()
	saved(t, r, matter("ä/1", "Ärende 1", "skrivet efter"), noon.AddDate(0, 1, 0))
	saved(t, r, matter("ny", "Nytt ärende", "skrivet efter"), noon.AddDate(0, 1, 0))
	if err := errors.Join(r.Remove("ä/5"), r.Unremove("ä/3"), r.SaveProfile(app.Profile{Municipality: "Annan"})); err != nil {
		t.Fatal(err)
	}
}

// The restore drill: a register with a history is backed up, changed, destroyed in
// several ways, and restored; every matter, version, annex, the bin and the profile
// are what they were, and the backup is too.
func TestRestoreDrill(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	history(t, r)
	want := all(t, r)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	changed(t, r)
	if all(t, r) == want {
		t.Fatal("nothing has changed")
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for name, destroy := range map[string]func(dir string) error{
		"only changed":   func(string) error { return nil },
		"data gone":      func(dir string) error { return os.RemoveAll(dataIn(dir)) },
		"journal gone":   func(dir string) error { return os.RemoveAll(journalIn(dir)) },
		"files gone":     func(dir string) error { return os.RemoveAll(filesIn(dir)) },
		"mark destroyed": func(dir string) error { return os.WriteFile(markIn(dir), []byte("{"), 0o600) },
		"all but backups gone": func(dir string) error {
			return errors.Join(os.RemoveAll(dataIn(dir)), os.RemoveAll(journalIn(dir)), os.RemoveAll(filesIn(dir)), os.Remove(markIn(dir)), os.Remove(cleanIn(dir)))
		},
		"tables zeroed": func(dir string) error {
			paths, _ := filepath.Glob(filepath.Join(dataIn(dir), "*"))
			var bad error
			for _, p := range paths {
				bad = errors.Join(bad, zero(p))
			}
			return bad
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, dir)
			path := filepath.Join(backupsIn(dir), filepath.Base(b.Path))
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := destroy(dir); err != nil {
				t.Fatal(err)
			}
			if err := Restore(anyTime, dir, path, Options{Now: (&clock{at: noon.AddDate(0, 2, 0)}).now}); err != nil {
				t.Fatal(err)
			}
			after, err := os.ReadFile(path)
			if err != nil || string(after) != string(before) {
				t.Error("the backup was changed")
			}
			restoredIs(t, dir, want)
		})
	}
	t.Run("elsewhere", func(t *testing.T) {
		other := filepath.Join(t.TempDir(), "ny dator")
		if err := Restore(anyTime, other, b.Path, Options{}); err != nil {
			t.Fatal(err)
		}
		restoredIs(t, other, want)
	})
}

// restoredIs opens a register that was restored and holds it against what it was: it
// can be written in, backed up, and opened again.
func restoredIs(t *testing.T, dir, want string) {
	t.Helper()
	for range 2 {
		r, err := open(dir, reserve)
		if err != nil {
			t.Fatal(err)
		}
		if got := all(t, r); got != want {
			t.Errorf("restored\n%s\nwant\n%s", got, want)
		}
		if got := reckoned(t, r); got != r.total {
			t.Errorf("%+v, noted %+v", got, r.total)
		}
		events, err := r.Events(app.EventFilter{Actions: []app.Action{app.ActBackupRestored}})
		if err != nil || len(events) != 1 {
			t.Errorf("%+v %v", events, err)
		}
		if c, err := r.CheckTrail(nil, nil); err != nil || !c.Whole() {
			t.Errorf("%+v %v", c, err)
		}
		backups, err := backup.List(backupsIn(dir))
		if err != nil || len(backups) == 0 || backups[0].Header.Seq != r.applied || backups[0].Header.Kind != app.BackupRestored {
			t.Errorf("%d: %+v %v", r.applied, backups, err)
		}
		for _, left := range []string{restoredFolder, "swap"} {
			if _, err := os.Lstat(filepath.Join(dir, left)); err == nil {
				t.Errorf("%s is left", left)
			}
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	r, err := open(dir, reserve)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	saved(t, r, matter("efter", "Efter"), noon)
	if _, made, err := r.BackUp(anyTime, app.BackupOwn, nil); !made || err != nil {
		t.Error(made, err)
	}
}

// A restore that is broken off at any step is all or nothing.
func TestRestoreBrokenOff(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	history(t, r)
	want := all(t, r)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	changed(t, r)
	present := all(t, r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(anyTime)
	stop := Options{Tell: func(s app.Step, n, _ int) {
		if s == app.StepRestore {
			cancel()
		}
	}}
	if err := Restore(ctx, dir, b.Path, stop); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	r, err = open(dir, reserve)
	if err != nil {
		t.Fatal(err)
	}
	if all(t, r) != present {
		t.Error("a restore that was stopped changed the register")
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}

	// The swap, undone by hand after each of its moves.
	full := copyOf(t, dir)
	if err := Restore(anyTime, full, filepath.Join(backupsIn(full), filepath.Base(b.Path)), Options{}); err != nil {
		t.Fatal(err)
	}
	asides, _ := filepath.Glob(filepath.Join(full, "aside", "*"))
	for moved := range len(swapped) + 1 {
		dir := copyOf(t, full)
		aside := filepath.Join(dir, "aside", filepath.Base(asides[0]))
		p := swapPlan{Aside: filepath.Base(aside)}
		for _, name := range swapped {
			if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
				p.Brings = append(p.Brings, name)
			}
		}
		if err := os.Mkdir(restoredIn(dir), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, name := range swapped[moved:] {
			if slices.Contains(p.Brings, name) {
				if err := os.Rename(filepath.Join(dir, name), filepath.Join(restoredIn(dir), name)); err != nil {
					t.Fatal(err)
				}
			}
			_ = os.Rename(filepath.Join(aside, name), filepath.Join(dir, name))
		}
		if err := os.WriteFile(swapIn(dir), fmt.Appendf(nil, `{"aside":%q,"brings":["%s"]}`, p.Aside, strings.Join(p.Brings, `","`)), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := open(dir, reserve)
		if err != nil {
			t.Fatalf("after %d moves: %v", moved, err)
		}
		if all(t, r) != want {
			t.Errorf("after %d moves it is something else", moved)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestRestoreRefuses(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	history(t, r)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := all(t, r)
	if err := Restore(anyTime, dir, b.Path, Options{}); app.CodeOf(err) != app.CodeLocked {
		t.Error("an open register was replaced:", err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), filepath.Base(b.Path))
	data, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(bad, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(anyTime, dir, bad, Options{}); app.CodeOf(err) != app.CodeBackup {
		t.Error(err)
	}
	newer, err := backup.Create(t.TempDir(), backup.Header{Made: noon, Seq: 1, Schema: Schema + 1})
	if err != nil {
		t.Fatal(err)
	}
	info, err := newer.Finish(anyTime)
	if err != nil {
		t.Fatal(err)
	}
	if err := Restore(anyTime, dir, info.Path, Options{}); app.CodeOf(err) != app.CodeNewer {
		t.Error(err)
	}
	r, err = open(dir, reserve)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if all(t, r) != want {
		t.Error("a restore that was refused changed the register")
	}
}

// What would change is told before, and matters are looked at and brought back one by
// one.
func TestLookIntoABackup(t *testing.T) {
	r, _ := backedUp(t, t.TempDir())
	history(t, r)
	then, _, err := r.Load("ä/4")
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, err := r.OpenBackup(anyTime, b.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := v.Changes(); !c.None() || c.Same != 12 || c.Other {
		t.Errorf("%+v", c)
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
	changed(t, r)
	saved(t, r, matter("ä/4", "Ärende 4", "en annan text"), noon.AddDate(0, 1, 0))
	if v, err = r.OpenBackup(anyTime, b.Path, nil); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	c := v.Changes()
	names := func(list []app.BackupMatter) (out []string) {
		for _, m := range list {
			out = append(out, fmt.Sprint(m.Row().ID, " ", m.Then.Revision, " ", m.Now.Revision, " ", m.BinThen, " ", m.BinNow))
		}
		slices.Sort(out)
		return out
	}
	if got := fmt.Sprint(names(c.Changed), names(c.Gone), names(c.Back), c.Same, c.Profile); got !=
		"[ä/1 3 4 false false ä/3 3 3 true false ä/4 3 4 false false ä/5 3 3 false true] [ny 0 1 false false] [] 8 true" {
		t.Error(got)
	}
	old, rev, err := v.Load("ä/4")
	if err != nil || rev.Number != 3 {
		t.Fatal(rev, err)
	}
	same(t, old, then)
	if _, _, err := v.Load("ny"); app.CodeOf(err) != app.CodeNotFound {
		t.Error(err)
	}
	n, err := r.RestoreMatters(anyTime, b.Path, []string{"ä/4", "ä/5"}, nil)
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	got, rev, err := r.Load("ä/4")
	if err != nil || rev.Number != 5 || rev.Why != app.WhyRestored {
		t.Errorf("%+v %v", rev, err)
	}
	same(t, got, then)
	if rows, _ := r.List(); rows.Len() != 13 {
		t.Errorf("%d rows", rows.Len())
	}
	if left, _ := filepath.Glob(filepath.Join(r.dir, lookFolder+"*")); len(left) != 1 {
		t.Errorf("%v", left)
	}
}

// A matter that is in no register any more comes back from a backup that lies
// elsewhere.
func TestRestoreMatterIntoAnotherRegister(t *testing.T) {
	r, _ := backedUp(t, t.TempDir())
	history(t, r)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	want, _, _ := r.Load("ä/8")
	other, _ := backedUp(t, t.TempDir())
	v, err := other.OpenBackup(anyTime, b.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := v.Changes(); !c.Other || len(c.Back) != 12 || len(c.Gone) != 0 {
		t.Errorf("%+v", c)
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
	if _, err := other.RestoreMatters(anyTime, b.Path, []string{"ä/8"}, nil); err != nil {
		t.Fatal(err)
	}
	got, rev, err := other.Load("ä/8")
	if err != nil || rev.Number != 1 {
		t.Fatal(rev, err)
	}
	same(t, got, want)
}

// What was erased goes from every backup that has it, and from the second place as soon
// as that is there; the rest of each backup is as before, and can be restored. What was
// erased stays so when an older backup is restored from elsewhere.
func TestErasedGoesFromBackups(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	r, c := backedUp(t, dir)
	history(t, r)
	save(t, r, app.Change{Matter: secret("x"), At: noon, Name: "Hemlignamn på version"})
	if err := r.SetSecond(stick); err != nil {
		t.Fatal(err)
	}
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := copyOf(t, backupsIn(dir))
	c.set(noon.AddDate(0, 0, 1))
	saved(t, r, matter("ä/1", "Ärende 1", "mer"), c.now())
	keptUp(t, r)
	if in := found(t, backupsIn(dir), "Hemligord"); len(in) != 2 {
		t.Fatalf("%v: the search is blind", in)
	}
	if err := r.Erase("x", "begärt", nil); err != nil {
		t.Fatal(err)
	}
	want := all(t, r)
	place := r.secondIn(stick, s1(r.identity()))
	if err := os.Rename(place, place+" borta"); err != nil {
		t.Fatal(err)
	}
	if s := stateOf(t, r); s.Erase != 1 || !s.Erased.IsZero() {
		t.Errorf("%+v", s)
	}
	c.set(noon.AddDate(0, 0, 2))
	if s := keptUp(t, r); s.Erase != 0 || s.Erased.IsZero() || !s.Second.Stale {
		t.Errorf("%+v", s)
	}
	if err := os.Rename(place+" borta", place); err != nil {
		t.Fatal(err)
	}
	if s := keptUp(t, r); s.Second.Stale || s.Second.State != app.SecondFine {
		t.Errorf("%+v", s)
	}
	for _, w := range secrets {
		if in := append(found(t, backupsIn(dir), w), found(t, stick, w)...); len(in) > 0 {
			t.Errorf("%s is still in %v", w, in)
		}
	}
	for _, folder := range []string{backupsIn(dir), place} {
		backups, err := backup.List(folder)
		if err != nil || len(backups) != 3 {
			t.Fatal(len(backups), err)
		}
		for _, b := range backups {
			if _, err := backup.Verify(anyTime, b.Path, folder, nil); err != nil {
				t.Error(err)
			}
		}
	}
	v, err := r.OpenBackup(anyTime, filepath.Join(elsewhere, filepath.Base(b.Path)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := v.Changes(); c.Erased != 1 || len(c.Back) != 0 {
		t.Errorf("%+v", c)
	}
	if err := errors.Join(v.Close(), r.Close()); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{b.Path, filepath.Join(elsewhere, filepath.Base(b.Path))} {
		if err := Restore(anyTime, dir, from, Options{Now: c.now}); err != nil {
			t.Fatal(err)
		}
		r, err := open(dir, reserve)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := r.Load("x"); app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("restored from %s it is back: %v", from, err)
		}
		if got := reckoned(t, r); got != r.total {
			t.Errorf("%+v, noted %+v", got, r.total)
		}
		saved(t, r, matter("ä/1", "Ärende 1", "mer"), noon.AddDate(0, 0, 1))
		if len(all(t, r)) != len(want) {
			t.Errorf("restored\n%s\nwant\n%s", all(t, r), want)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A register that is open is replaced too, and is closed then; one that could not be
// replaced stays open.
func TestRestoreOfAnOpenRegister(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	history(t, r)
	want := all(t, r)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	changed(t, r)
	if err := r.RestoreAll(anyTime, b.Path+"x", func(app.Step, int, int) {}); app.CodeOf(err) != app.CodeNoFile {
		t.Error(err)
	}
	saved(t, r, matter("efter", "Efter"), noon)
	steps := map[app.Step]bool{}
	if err := r.RestoreAll(anyTime, b.Path, func(s app.Step, _, _ int) { steps[s] = true }); err != nil {
		t.Fatal(err)
	}
	if !steps[app.StepVerify] || !steps[app.StepRestore] {
		t.Errorf("%v", steps)
	}
	restoredIs(t, dir, want)
}
