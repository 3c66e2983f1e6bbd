package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store/backup"
)

const (
	backerUp   = "YTTRA_TEST_BACK_UP"
	backerSeed = "YTTRA_TEST_BACK_UP_SEED"
)

// TestBackUpForEver is the process that is killed: it saves, backs up day after day,
// copies to a second place, and restores now and then.
func TestBackUpForEver(t *testing.T) {
	dir := os.Getenv(backerUp)
	if dir == "" {
		t.Skip("is run by TestKilledInBackups")
	}
	seed, _ := strconv.ParseUint(os.Getenv(backerSeed), 10, 64)
	random := rand.New(rand.NewPCG(seed, 7))
	c := &clock{at: noon.AddDate(0, 0, int(seed)*50)}
	var r *register
	for i := 0; ; i++ {
		if r == nil {
			var err error
			if r, err = openFolder(dir, Options{Now: c.now}, 0); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				if err := r.SetSecond(filepath.Join(filepath.Dir(dir), "stick")); err != nil {
					t.Fatal(err)
				}
			}
		}
		m := withFiles(fmt.Sprint("m", random.IntN(9)))
		m.Documents[0].Sections[0].Text = fmt.Sprint("text ", seed, " ", i)
		saved(t, r, m, c.now())
		c.set(c.now().AddDate(0, 0, 1))
		if err := r.KeepUp(anyTime); err != nil {
			t.Fatal(err)
		}
		if random.IntN(4) > 0 {
			continue
		}
		all, err := backup.List(backupsIn(dir))
		if err != nil {
			t.Fatal(err)
		}
		if err := r.RestoreAll(anyTime, all[random.IntN(len(all))].Path, func(app.Step, int, int) {}); err != nil {
			t.Fatal(err)
		}
		r = nil
	}
}

// A process that backs up, rotates and restores is killed at any moment: the register
// can be used and comes to what it noted, and every backup, here and at the second
// place, is whole.
func TestKilledInBackups(t *testing.T) {
	top := t.TempDir()
	dir, stick := filepath.Join(top, "register"), filepath.Join(top, "stick")
	if err := os.MkdirAll(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, uint64(rounds(6))))
	backups := 0
	for round := range rounds(6) {
		c := exec.Command(os.Args[0], "-test.run=^TestBackUpForEver$")
		c.Env = append(os.Environ(), backerUp+"="+dir, fmt.Sprintf("%s=%d", backerSeed, round+1))
		var said strings.Builder
		c.Stdout, c.Stderr = &said, &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(100+random.IntN(900)) * time.Millisecond)
		_ = c.Process.Kill()
		_ = c.Wait()
		if strings.Contains(said.String(), "FAIL") {
			t.Fatalf("round %d: %s", round, said.String())
		}
		backups = wholeAfterKill(t, round, dir, stick)
	}
	t.Logf("%d rounds; %d backups at the end, every one whole", rounds(6), backups)
}

func wholeAfterKill(t *testing.T, round int, dir, stick string) (n int) {
	t.Helper()
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	defer r.Close()
	_ = all(t, r)
	if got := reckoned(t, r); got != r.total {
		t.Errorf("round %d: %+v, noted %+v", round, got, r.total)
	}
	if c, err := r.CheckTrail(nil, nil); err != nil || !c.Whole() {
		t.Errorf("round %d: %+v %v", round, c, err)
	}
	places, _ := filepath.Glob(filepath.Join(stick, "*"))
	for _, folder := range append(places, backupsIn(dir)) {
		list, err := backup.List(folder)
		if err != nil {
			t.Fatal(err)
		}
		n += len(list)
		for _, b := range list {
			if _, err := backup.Verify(anyTime, b.Path, folder, nil); err != nil {
				t.Errorf("round %d: %v", round, err)
			}
		}
	}
	return n
}

// How long a backup, its reading back and a restore take, and what a save meanwhile
// waits; YTTRA_BENCH_ROWS=100000 is the size that is measured for the record.
func TestBackupOfLargeRegister(t *testing.T) {
	n := bulkRows()
	dir := bulk(t, n)
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(9, 9))
	one := func() time.Duration {
		m, rev, err := r.Load(bulkID(random.IntN(n)))
		if err != nil {
			t.Fatal(err)
		}
		m.Documents[0].Sections[random.IntN(12)].Text = prose(random, 800)
		start := time.Now()
		if _, err := r.Save(app.Change{Matter: m, Base: rev.Number, At: noon.Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	var before, during []time.Duration
	for range 100 {
		before = append(before, one())
		time.Sleep(10 * time.Millisecond)
	}
	over := make(chan error)
	var b app.Backup
	start := time.Now()
	go func() {
		var err error
		b, _, err = r.BackUp(anyTime, app.BackupOwn, nil)
		over <- err
	}()
	for err = errors.New("not yet"); err != nil; {
		select {
		case err = <-over:
			if err != nil {
				t.Fatal(err)
			}
		default:
			during = append(during, one())
			time.Sleep(10 * time.Millisecond)
		}
	}
	t.Logf("%d matters: a backup of %d MB in %s, read back; a save before it %s; %d saves meanwhile %s", n, b.Size>>20,
		time.Since(start).Round(10*time.Millisecond), spread(before), len(during), spread(during))
	start = time.Now()
	if err := r.VerifyBackup(anyTime, b.Path, nil); err != nil {
		t.Fatal(err)
	}
	t.Logf("verified in %s", time.Since(start).Round(10*time.Millisecond))
	start = time.Now()
	v, err := r.OpenBackup(anyTime, b.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("preview in %s: %d changed, %d the same", time.Since(start).Round(10*time.Millisecond), len(v.Changes().Changed), v.Changes().Same)
	if err := errors.Join(v.Close(), r.Close()); err != nil {
		t.Fatal(err)
	}
	start = time.Now()
	other := filepath.Join(t.TempDir(), "other")
	if err := Restore(anyTime, other, b.Path, Options{Child: Itself}); err != nil {
		t.Fatal(err)
	}
	t.Logf("restored into an empty folder in %s", time.Since(start).Round(10*time.Millisecond))
}
