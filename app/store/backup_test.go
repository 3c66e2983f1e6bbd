package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
)

var anyTime = context.Background()

// clock is a clock that is set by hand.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.at }

func (c *clock) set(at time.Time) { c.mu.Lock(); defer c.mu.Unlock(); c.at = at }

// register with a clock, closed when the test ends.
func backedUp(t *testing.T, dir string) (*register, *clock) {
	t.Helper()
	c := &clock{at: noon}
	r, err := openFolder(dir, Options{Now: c.now, Program: "Yttra prov"}, reserve)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r, c
}

func saved(t *testing.T, r *register, m *app.Matter, at time.Time) {
	t.Helper()
	base := uint64(0)
	if _, rev, err := r.Load(m.ID); err == nil {
		base = rev.Number
	}
	save(t, r, app.Change{Matter: m, Base: base, At: at})
	r.tidying.Wait()
}

func keptUp(t *testing.T, r *register) app.BackupState {
	t.Helper()
	if err := r.KeepUp(anyTime); err != nil {
		t.Fatal(err)
	}
	return stateOf(t, r)
}

func stateOf(t *testing.T, r *register) app.BackupState {
	t.Helper()
	s, err := r.BackupState()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A backup is made the first time a day that something has changed, by itself.
func TestBackupEveryDay(t *testing.T) {
	r, c := backedUp(t, t.TempDir())
	if s := keptUp(t, r); len(s.List) != 0 {
		t.Errorf("an empty register was backed up: %+v", s.List)
	}
	saved(t, r, matter("m1", "Ett", "text"), noon)
	s := keptUp(t, r)
	if len(s.List) != 1 || s.List[0].Kind != app.BackupDaily || s.List[0].Matters != 1 || s.List[0].Verified.IsZero() || s.List[0].Program != "Yttra prov" || s.List[0].Fault != nil {
		t.Fatalf("%+v", s.List)
	}
	for _, step := range []struct {
		at      time.Time
		changes bool
		want    int
	}{
		{noon.Add(time.Hour), true, 1},     // the same day
		{noon.AddDate(0, 0, 1), false, 2},  // the next, with the change of yesterday
		{noon.AddDate(0, 0, 2), false, 2},  // nothing has changed
		{noon.AddDate(0, 0, 3), true, 3},   //
		{noon.AddDate(0, 0, -30), true, 4}, // the clock was set back
		{noon.AddDate(0, 0, -30).Add(time.Hour), true, 4},
	} {
		c.set(step.at)
		if step.changes {
			saved(t, r, matter("m1", "Ett", step.at.String()), step.at)
		}
		if s := keptUp(t, r); len(s.List) != step.want {
			t.Errorf("%s: %d backups, want %d", step.at, len(s.List), step.want)
		}
	}
	saved(t, r, matter("m1", "Ett", "till sist"), noon)
	r.tidying.Wait()
	b, made, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil || !made || b.Kind != app.BackupOwn {
		t.Errorf("%+v %v %v", b, made, err)
	}
	if again, made, err := r.BackUp(anyTime, app.BackupOwn, nil); err != nil || made || again.Seq != b.Seq {
		t.Errorf("%+v %v %v", again, made, err)
	}
	if err := r.VerifyBackup(anyTime, b.Path, nil); err != nil {
		t.Error(err)
	}
}

// The journal goes up to the second newest whole backup, and no further.
func TestJournalGoesWithBackups(t *testing.T) {
	dir := t.TempDir()
	r, c := backedUp(t, dir)
	files := func() int {
		all, _ := filepath.Glob(filepath.Join(journalIn(dir), "*"))
		return len(all)
	}
	for day := range 4 {
		c.set(noon.AddDate(0, 0, day))
		for i := range 5 { // files of the journal are 16 MB
			m := matter("m1", "Ett", "text")
			m.Documents[0].Annexes = []app.Annex{{Title: "Karta", Data: noise(4<<20 + day*10 + i)}}
			saved(t, r, m, c.now())
		}
		keptUp(t, r)
		if day == 0 && files() == 0 {
			t.Error("the journal is gone with a single backup")
		}
	}
	all, _ := backup.List(backupsIn(dir))
	first := uint64(0)
	if holes, err := r.journal.Each(all[1].Header.Seq, func(b journal.Batch) error {
		if first == 0 {
			first = b.Seq
		}
		return nil
	}); err != nil || len(holes) > 0 || first != all[1].Header.Seq+1 {
		t.Errorf("%d %v %v", first, holes, err)
	}
}

func TestBackupOfFiles(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	m := withFiles("m1")
	saved(t, r, m, noon)
	b, _, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.VerifyBackup(anyTime, b.Path, nil); err != nil {
		t.Fatal(err)
	}
	saved(t, r, matter("m2", "Två"), noon)
	if _, made, err := r.BackUp(anyTime, app.BackupOwn, nil); err != nil || !made {
		t.Fatal(made, err)
	}
}

// A record that is damaged, or gone, is no backup, and what was there stays.
func TestDamagedRegisterIsNoBackup(t *testing.T) {
	r, _ := backedUp(t, t.TempDir())
	saved(t, r, matter("m1", "Ett", "text"), noon)
	keptUp(t, r)
	saved(t, r, matter("m2", "Två", "text"), noon)
	t1 := r.db.NewTransaction(true)
	if err := errors.Join(t1.Delete(keyHead(r.box, "m1")), t1.Commit()); err != nil {
		t.Fatal(err)
	}
	_, made, err := r.BackUp(anyTime, app.BackupOwn, nil)
	if made || app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("%v %v", made, err)
	}
	if s := stateOf(t, r); len(s.List) != 1 || s.List[0].Fault != nil {
		t.Errorf("%+v", s.List)
	}
}

func TestNoRoomForABackup(t *testing.T) {
	r, c := backedUp(t, t.TempDir())
	saved(t, r, matter("m1", "Ett", "text"), noon)
	keptUp(t, r)
	c.set(noon.AddDate(0, 0, 1))
	saved(t, r, matter("m1", "Ett", "ny text"), noon)
	r.reserve = 1 << 62
	if err := r.KeepUp(anyTime); app.CodeOf(err) != app.CodeBackupRoom {
		t.Error(err)
	}
	s := stateOf(t, r)
	if len(s.List) != 1 || s.Fault == nil || s.Fault.Code != app.CodeBackupRoom || s.Fault.Seen {
		t.Fatalf("%+v", s)
	}
	if err := r.BackupSeen(); err != nil {
		t.Fatal(err)
	}
	_ = r.KeepUp(anyTime)
	if s := stateOf(t, r); !s.Fault.Seen {
		t.Error("the same fault is told twice")
	}
	r.reserve = reserve
	if s := keptUp(t, r); s.Fault != nil || len(s.List) != 2 {
		t.Errorf("%+v", s)
	}
}

func TestSecondPlace(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	r, c := backedUp(t, dir)
	saved(t, r, withFiles("m1"), noon)
	for _, bad := range []string{filepath.Join(dir, "backups"), filepath.Dir(dir), filepath.Join(stick, "none")} {
		if err := r.SetSecond(bad); app.CodeOf(err) != app.CodeSecond {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if err := r.SetSecond(stick); err != nil {
		t.Fatal(err)
	}
	if s := keptUp(t, r); s.Second.State != app.SecondFine || !s.Second.Latest.Equal(noon) || !s.List[0].Second {
		t.Errorf("%+v %+v", s.Second, s.List)
	}
	place := r.secondIn(stick, s1(r.identity()))
	moved := place + " away"
	if err := os.Rename(place, moved); err != nil {
		t.Fatal(err)
	}
	for day := 1; day < 3; day++ {
		c.set(noon.AddDate(0, 0, day))
		saved(t, r, matter("m2", "Två", fmt.Sprint(day)), c.now())
		if s := keptUp(t, r); s.Second.State != app.SecondAway || !s.Second.Latest.Equal(noon) || s.Fault != nil || len(s.List) != day+1 {
			t.Errorf("%+v", s)
		}
	}
	if err := os.Rename(moved, place); err != nil {
		t.Fatal(err)
	}
	if s := keptUp(t, r); s.Second.State != app.SecondFine || !s.List[0].Second || !s.List[1].Second {
		t.Errorf("%+v", s)
	}
	there, err := backup.List(place)
	if err != nil || len(there) != 3 {
		t.Fatal(there, err)
	}
	for _, b := range there {
		if _, err := backup.Verify(anyTime, b.Path, place, nil); err != nil {
			t.Error(err)
		}
	}
	if err := flipFile(there[0].Path, 400); err != nil {
		t.Fatal(err)
	}
	if err := r.SetSecond(""); err != nil {
		t.Fatal(err)
	}
	if s := stateOf(t, r); s.Second != (app.SecondPlace{}) {
		t.Errorf("%+v", s.Second)
	}
}

func s1(s string, _ error) string { return s }

// Saves go on while a backup is made, and the backup is one moment.
func TestSavesDuringBackup(t *testing.T) {
	r, _ := backedUp(t, t.TempDir())
	for i := range 300 {
		saved(t, r, matter(fmt.Sprint("m", i), "Ett", strings.Repeat("text ", 300)), noon)
	}
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				m := matter("ny"+fmt.Sprint(i), "Ny", "text")
				if _, err := r.Save(app.Change{Matter: m, At: noon}); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	for range 3 {
		b, made, err := r.BackUp(anyTime, app.BackupOwn, nil)
		if err != nil || !made {
			t.Fatal(made, err)
		}
		if err := r.VerifyBackup(anyTime, b.Path, nil); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	wg.Wait()
}

// Closing stops a backup that is being made; nothing of it is left.
func TestCloseStopsABackup(t *testing.T) {
	dir := t.TempDir()
	r, _ := backedUp(t, dir)
	for i := range 400 {
		saved(t, r, matter(fmt.Sprint("m", i), "Ett", "text"), noon)
	}
	began := make(chan bool)
	var once sync.Once
	over := make(chan error)
	go func() {
		_, _, err := r.BackUp(anyTime, app.BackupOwn, func(int, int) { once.Do(func() { close(began) }); time.Sleep(50 * time.Millisecond) })
		over <- err
	}()
	<-began
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := <-over; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	entries, _ := os.ReadDir(backupsIn(dir))
	if i := slices.IndexFunc(entries, func(e os.DirEntry) bool { return e.Name() != "state.json" }); i >= 0 {
		t.Errorf("%s is left", entries[i].Name())
	}
	if _, _, err := r.BackUp(anyTime, app.BackupOwn, nil); err == nil {
		t.Error("a closed register was backed up")
	}
}

// A backup is made before another version of the program takes over, and only then.
func TestBackupBeforeAnUpgrade(t *testing.T) {
	dir := t.TempDir()
	for i, step := range []struct {
		program string
		want    int
	}{{"Yttra 1", 0}, {"Yttra 1", 0}, {"Yttra 2", 1}, {"Yttra 2", 1}, {"Yttra 1", 2}, {"", 2}} {
		k, err := Open(dir, Options{Program: step.program})
		if err != nil {
			t.Fatal(err)
		}
		s, err := k.BackupState()
		if err != nil || len(s.List) != step.want || step.want > 0 && s.List[0].Kind != app.BackupUpgrade {
			t.Errorf("%d, %s: %+v %v", i, step.program, s.List, err)
		}
		save(t, k, app.Change{Matter: matter(fmt.Sprint("m", i), "Ett"), At: noon})
		if err := k.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
