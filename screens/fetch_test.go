package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store"
	"yttra/screens/parts/parttest"
)

// ruined is a register of which nothing can be read, and a folder elsewhere with its
// backup.
func ruined(t *testing.T) (dir, away string, fault error) {
	t.Helper()
	dir, away = filepath.Join(t.TempDir(), "register"), t.TempDir()
	k, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Save(app.Change{Matter: &app.Matter{ID: "m", Title: "Cykelväg"}, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if err := k.SetSecond(away); err != nil {
		t.Fatal(err)
	}
	if err := k.KeepUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"data/*", "journal/*", "backups/*"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, path := range found {
			if info, err := os.Stat(path); err == nil && !info.IsDir() {
				if err := os.WriteFile(path, make([]byte, info.Size()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	_, fault = store.Open(dir, store.Options{})
	return dir, away, fault
}

func fetchingBench(t *testing.T, dir string, fault error) *bench {
	return openWith(t, false, func(b *bench, s Beginning) {
		b.shut, b.o.Folder, b.o.Backup = fault, dir, store.FindBackup
		b.o.Restore = func(ctx context.Context, folder, backup string, _ func(int, int)) error {
			err := store.Restore(ctx, folder, backup, store.Options{})
			if err == nil {
				b.shut = nil
			}
			return err
		}
		s.Fault = fault
		b.begin(s)
	})
}

// At worst the window says that nothing can be read, where a copy lies, and fetches the
// register from a backup that lies elsewhere.
func TestUnreadableRegisterIsFetched(t *testing.T) {
	dir, away, fault := ruined(t)
	p := app.ProblemOf(fault)
	if p == nil || p.Code != app.CodeUnreadable || p.Where == "" {
		t.Fatalf("%v", fault)
	}
	b := fetchingBench(t, dir, fault)
	for _, want := range []string{"inget i det går att läsa", filepath.Base(p.Where), "Hämta från säkerhetskopia …", "Försök igen", "Välj en annan mapp …"} {
		if !strings.Contains(b.texts(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	parttest.Press(t, b.problem, "Hämta från säkerhetskopia …")
	top := func() string { return strings.Join(parttest.Texts(b.win.Canvas().Overlays().Top()), " ") }
	if !strings.Contains(top(), "Det finns ingen hel säkerhetskopia") {
		t.Fatalf("%s", top())
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Återställ") // it does nothing yet
	if len(b.opened) != 0 || b.win.Canvas().Overlays().Top() == nil {
		t.Fatal("something was restored out of nothing")
	}
	b.system = chosenFile(away)
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Välj mapp …")
	if !strings.Contains(top(), "1 ärende") || !strings.Contains(top(), "läggs åt sidan") {
		t.Fatalf("%s", top())
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Återställ")
	if b.face != atWork || len(b.opened) != 1 || b.opened[0] != dir || b.win.Canvas().Overlays().Top() != nil {
		t.Errorf("face %d, opened %v, %v", b.face, b.opened, b.shown)
	}
	k, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	if rows, err := k.List(); err != nil || rows.Len() != 1 || rows.At(0).Title != "Cykelväg" {
		t.Errorf("%d rows, %v", rows.Len(), err)
	}
}

// What cannot be restored is told, and another backup can be chosen.
func TestBackupThatCannotBeFetched(t *testing.T) {
	dir, away, fault := ruined(t)
	b := fetchingBench(t, dir, fault)
	found, err := store.FindBackup(away)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(found.Path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(found.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	parttest.Press(t, b.problem, "Hämta från säkerhetskopia …")
	b.system = chosenFile(found.Path)
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Välj fil …")
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Återställ")
	if app.CodeOf(b.shown) != app.CodeBackup || b.face != shut {
		t.Fatalf("%v", b.shown)
	}
	parttest.Press(t, b.problem, "Hämta från säkerhetskopia …")
	if b.win.Canvas().Overlays().Top() == nil {
		t.Error("no other backup can be chosen")
	}
}

// Behind the passphrase, and for a folder that was chosen while another is open, the
// same is offered.
func TestUnreadableElsewhere(t *testing.T) {
	fault := &app.Problem{Code: app.CodeUnreadable, What: "/srv/register", Where: "/srv/register/aside/x"}
	for name, from := range map[string]face{"at work": atWork, "locked": locked} {
		b := open(t, true)
		b.o.Backup = func(string) (app.Backup, error) { return app.Backup{}, &app.Problem{Code: app.CodeNewer} }
		b.o.Restore = func(context.Context, string, string, func(int, int)) error { return nil }
		b.face = from
		b.Problem(fault)
		parttest.Press(t, b.problem, "Hämta från säkerhetskopia …")
		if top := b.win.Canvas().Overlays().Top(); top == nil || !strings.Contains(strings.Join(parttest.Texts(top), " "), "/srv/register") {
			t.Errorf("%s: nothing is offered", name)
		}
	}
}
