package store

import (
	"os"
	"path/filepath"
	"testing"

	"yttra/app"
)

// A register of which nothing can be read is restored from what lies elsewhere, or, when
// only its keys are gone, from its own backups.
func TestUnreadableIsRestored(t *testing.T) {
	dir, away := t.TempDir(), filepath.Join(t.TempDir(), "USB [1]")
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	if err := os.MkdirAll(away, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := r.SetSecond(away); err != nil {
		t.Fatal(err)
	}
	if err := r.KeepUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	own, err := FindBackup(dir)
	if err != nil || own.Matters != 1 {
		t.Fatalf("%+v, %v", own, err)
	}
	for _, pattern := range []string{"data/*", "journal/*", "backups/*.backup"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, path := range found {
			if err := zero(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, err = openFolder(dir, Options{}, 0)
	wantCode(t, err, app.CodeUnreadable)
	for name, path := range map[string]string{"by what the register knows": dir, "by hand": away} {
		b, err := FindBackup(path)
		if err != nil || !within(away, b.Path) || b.Matters != 1 {
			t.Fatalf("%s: %+v, %v", name, b, err)
		}
		if one, err := FindBackup(b.Path); err != nil || one.Path != b.Path {
			t.Errorf("%s: %+v, %v", name, one, err)
		}
	}
	b, err := FindBackup(away)
	if err != nil {
		t.Fatal(err)
	}
	if err := Restore(t.Context(), dir, b.Path, Options{}); err != nil {
		t.Fatal(err)
	}
	if r, err = openFolder(dir, Options{}, 0); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got := ids(t, r.List); got != "a" {
		t.Errorf("there is %q", got)
	}
	asides, err := filepath.Glob(filepath.Join(asideIn(dir), "*", "data"))
	if err != nil || len(asides) == 0 {
		t.Errorf("nothing is kept aside: %v", err)
	}
}

func TestNoBackupIsFound(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "20261122T120000-000000000001-daily.backup")
	if err := os.WriteFile(bad, []byte("no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, bad, filepath.Join(dir, "nowhere")} {
		_, err := FindBackup(path)
		wantCode(t, err, app.CodeBackup)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("something was made: %v, %v", left, err)
	}
}

// The keys of an encrypted register are in its backups as well.
func TestKeysGoneIsRestored(t *testing.T) {
	dir := t.TempDir()
	o := cheaply(phrase)
	r, err := openFolder(dir, o, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("a", "a", "x"), At: noon})
	next, err := r.Convert(t.Context(), app.Conversion{Encrypt: true, Passphrase: []byte(phrase)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := next.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{keysIn(dir), keysBeside(dir)} { // gone, as when somebody tidies up
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	_, err = openFolder(dir, o, 0)
	wantCode(t, err, app.CodeKeysGone)
	b, err := FindBackup(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := Restore(t.Context(), dir, b.Path, Options{}); err != nil {
		t.Fatal(err)
	}
	_, err = openFolder(dir, Options{}, 0)
	wantCode(t, err, app.CodeNeedsKey)
	if r, err = openFolder(dir, o, 0); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got := ids(t, r.List); got != "a" {
		t.Errorf("there is %q", got)
	}
}
