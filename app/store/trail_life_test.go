package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// latest is the newest backup of a register.
func latest(t *testing.T, r *register) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(backupsIn(r.dir), "*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no backup: %v", err)
	}
	last := ""
	for _, f := range found {
		if info, err := os.Stat(f); err == nil && !info.IsDir() && f > last && filepath.Ext(f) != ".json" {
			last = f
		}
	}
	return last
}

// Where the chain ended when a backup was made is known from the backup alone: a chain
// that is written anew afterwards, or cut off, with a head that fits, is found.
func TestBackupsKnowTheChain(t *testing.T) {
	r := busy(t, t.TempDir())
	if _, _, err := r.backUp(context.Background(), app.BackupDaily, nil); err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("n", "T", "x"), At: noon})
	whole(t, r)
	tampered(t, r, func(t tx) error { return rewrite(t, 3, 8, func(e *app.Event) { e.By = "Ingen" }) })
	if got := faults(t, r); !strings.HasPrefix(got, "7 rewritten ") {
		t.Errorf("%q", got)
	}
	r = busy(t, t.TempDir())
	if _, _, err := r.backUp(context.Background(), app.BackupDaily, nil); err != nil {
		t.Fatal(err)
	}
	tampered(t, r, func(t tx) error {
		_, _ = t.remove(keyEvent(6)), t.remove(keyEvent(7))
		return rewrite(t, 5, 5, func(*app.Event) {})
	})
	if got := faults(t, r); !strings.HasPrefix(got, "6–7 cut ") {
		t.Errorf("%q", got)
	}
}

// A register that is restored goes on with the trail it had, also with what was done
// after the backup.
func TestTrailGoesOnAfterARestore(t *testing.T) {
	dir := t.TempDir()
	r := busy(t, dir)
	if _, _, err := r.backUp(context.Background(), app.BackupDaily, nil); err != nil {
		t.Fatal(err)
	}
	path := latest(t, r)
	save(t, r, app.Change{Matter: matter("m", "T", "å"), Base: 4, At: noon.Add(time.Hour), Events: []app.Event{{Action: app.ActFinal}}})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(context.Background(), dir, path, Options{}); err != nil {
		t.Fatal(err)
	}
	s := openWith(t, dir, Options{})
	if got := acts(told(t, s, app.EventFilter{})); got != busyActs+" final backup_restored" {
		t.Error(got)
	}
	whole(t, s)
}

// A register that is put together from backup and journal has its whole trail, and
// tells that it was.
func TestTrailGoesOnAfterARepair(t *testing.T) {
	dir := t.TempDir()
	r := busy(t, dir)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(dataIn(dir), badger.ManifestFilename), 4); err != nil {
		t.Fatal(err)
	}
	s := openWith(t, dir, Options{})
	if got := acts(told(t, s, app.EventFilter{})); got != busyActs+" repaired" {
		t.Error(got)
	}
	whole(t, s)
}

func TestTrailGoesOnAfterAMigration(t *testing.T) {
	s := openWith(t, unzipped(t, "schema1.zip"), Options{})
	if got := acts(told(t, s, app.EventFilter{})); got != "migrated" {
		t.Error(got)
	}
	whole(t, s)
}

func TestTrailGoesOnUnderAKey(t *testing.T) {
	r := openWith(t, t.TempDir(), cheaply(""))
	save(t, r, app.Change{Matter: matter("m", "T", "x"), At: noon, Name: "Hemligt namn"})
	r = encrypt(t, r)
	if err := r.SetPassphrase([]byte(phrase), []byte("en helt annan lösenfras nu")); err != nil {
		t.Fatal(err)
	}
	all := told(t, r, app.EventFilter{})
	if acts(all) != "created named encrypted passphrase" || all[2].Name != "Hemligt namn" {
		t.Errorf("%s %+v", acts(all), all)
	}
	whole(t, r)
	r = convert(t, r, app.Conversion{})
	if got := acts(told(t, r, app.EventFilter{})); got != "created named encrypted passphrase decrypted" {
		t.Error(got)
	}
	whole(t, r)
}

// Erasing takes the words with it: the chain holds, and says who erased what.
func TestTrailGoesOnAfterAnErasure(t *testing.T) {
	r := busy(t, t.TempDir())
	if err := r.Remove("m"); err != nil {
		t.Fatal(err)
	}
	if err := r.Erase("m", "Begäran om radering.", nil); err != nil {
		t.Fatal(err)
	}
	for _, e := range told(t, r, app.EventFilter{}) {
		if e.Name != "" || e.Reason != "" && e.Action != app.ActErased {
			t.Errorf("words are left: %+v", e)
		}
	}
	if got := acts(told(t, r, app.EventFilter{})); got != busyActs+" removed erased" {
		t.Error(got)
	}
	whole(t, r)
}

// Checking 100,000 events and listing a page of them takes no time to speak of.
func TestHundredThousandEvents(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	n := 100_000
	if os.Getenv("YTTRA_LONG") == "" {
		n = 20_000
	}
	r := busy(t, t.TempDir())
	for done := 0; done < n; {
		tampered(t, r, func(t tx) error {
			for range 2000 {
				e := app.Event{Action: app.ActWaived, Matter: "m", About: "prop-alt-01", By: "Eva Åkesson", At: noon}
				if done++; done%4 == 0 {
					e.Reason = "Avser bara en skola."
				}
				if err := t.record(e); err != nil {
					return err
				}
			}
			return nil
		})
	}
	begin := time.Now()
	c := whole(t, r)
	checked := time.Since(begin)
	begin = time.Now()
	page := told(t, r, app.EventFilter{Most: 200})
	listed := time.Since(begin)
	begin = time.Now()
	rare := told(t, r, app.EventFilter{By: "Bo Ek", Most: 200})
	t.Logf("%d events: checked in %v, a page in %v, one person's in %v", c.Count, checked, listed, time.Since(begin))
	if len(page) != 200 || len(rare) != 1 {
		t.Errorf("%d and %d events", len(page), len(rare))
	}
	if listed > time.Second || checked > time.Duration(n/10_000)*time.Second {
		t.Errorf("too slow: checked in %v, a page in %v", checked, listed)
	}
}
