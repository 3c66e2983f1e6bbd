package store

import (
	"os"
	"path/filepath"
	"testing"

	"yttra/app"
)

// A register that lies where none can is copied whole to a folder where one can, and
// left as it was.
func TestARegisterIsCopiedOutOfTheCloud(t *testing.T) {
	dir := t.TempDir()
	r := busy(t, dir)
	wantCode(t, Copy(dir, filepath.Join(t.TempDir(), "ny")), app.CodeLocked)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	cloud := filepath.Join(t.TempDir(), "Dropbox")
	if err := os.Rename(dir, cloud); err != nil {
		t.Fatal(err)
	}
	_, err := Open(cloud, Options{})
	wantCode(t, err, app.CodeSynced)
	wantCode(t, Copy(cloud, filepath.Join(cloud, "inne")), app.CodeSynced)
	to := filepath.Join(t.TempDir(), "Yttra")
	if err := Copy(cloud, to); err != nil {
		t.Fatal(err)
	}
	s := openWith(t, to, Options{})
	if got := acts(told(t, s, app.EventFilter{})); got != busyActs {
		t.Error(got)
	}
	if _, rev, err := s.Load("m"); err != nil || rev.Number != 4 {
		t.Errorf("%+v %v", rev, err)
	}
	if _, err := os.Stat(markIn(cloud)); err != nil {
		t.Errorf("the old one is gone: %v", err)
	}
	if err := Copy(cloud, to); err == nil {
		t.Error("a folder with something in it was copied over")
	}
	if _, err := os.Stat(to + ".part"); err == nil {
		t.Error("half a copy is left")
	}
}
