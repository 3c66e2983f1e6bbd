package store

import (
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"yttra/app"
)

// large opens a register with more rows than are worth a file.
func large(t *testing.T) (string, *register) {
	t.Helper()
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	for i := range leastListed + 5 {
		save(t, r, app.Change{Matter: matter(fmt.Sprint("m", i), fmt.Sprint("Ärende ", i), "x"), At: noon.Add(time.Duration(i) * time.Second)})
	}
	return dir, r
}

func reopen(t *testing.T, dir string, r *register) *register {
	t.Helper()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// agree holds the list against the records themselves.
func agree(t *testing.T, r *register) {
	t.Helper()
	got := rowsIn(t, r.List)
	want := rowsIn(t, func() (app.Rows, error) { return r.list(rows) })
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the list is not what the records say: %d rows and %d, first %s and %s", len(got), len(want), got[0].ID, want[0].ID)
	}
}

func TestListFollowsEveryChange(t *testing.T) {
	dir, r := large(t)
	agree(t, r) // and is known from here on
	steps := map[string]func() error{
		"saved": func() error {
			_, err := r.Save(app.Change{Matter: matter("m7", "Ny titel", "y"), Base: 1, At: noon.Add(time.Hour)})
			return err
		},
		"saved by a clock that was set back": func() error {
			_, err := r.Save(app.Change{Matter: matter("m8", "Förut", "y"), Base: 1, At: noon.Add(-time.Hour)})
			return err
		},
		"removed":   func() error { return r.Remove("m9") },
		"unremoved": func() error { return errors.Join(r.Remove("m10"), r.Unremove("m10")) },
	}
	for name, step := range steps {
		if err := step(); err != nil {
			t.Fatal(name, err)
		}
		agree(t, r)
		r = reopen(t, dir, r)
		if _, err := os.Stat(listIn(dir)); err != nil {
			t.Errorf("%s: no list was left: %v", name, err)
		}
		agree(t, r)
		if _, err := os.Stat(listIn(dir)); err == nil {
			t.Errorf("%s: the file lies there while the register is open", name)
		}
	}
}

// A list that is damaged, older than the register or of another is not used.
func TestListThatCannotBeUsed(t *testing.T) {
	dir, r := large(t)
	agree(t, r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(listIn(dir))
	if err != nil {
		t.Fatal(err)
	}
	cut, flipped := old[:len(old)/2], append([]byte(nil), old...)
	flipped[len(flipped)/2] ^= 1
	for name, data := range map[string][]byte{"cut": cut, "flipped": flipped, "older": old, "empty": nil} {
		if err := os.WriteFile(listIn(dir), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if r, err = open(dir, 0); err != nil {
			t.Fatal(err)
		}
		if name == "older" { // than what has been saved meanwhile
			if err := os.Rename(listIn(dir), listIn(dir)+"-old"); err != nil {
				t.Fatal(err)
			}
			save(t, r, app.Change{Matter: matter("new", "Nytt", "x"), At: noon.Add(time.Hour)})
			if err := os.Rename(listIn(dir)+"-old", listIn(dir)); err != nil {
				t.Fatal(err)
			}
		}
		agree(t, r)
		if got := rowsIn(t, r.List); name == "older" && got[0].ID != "new" {
			t.Errorf("the old list was used: %s first", got[0].ID)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSmallRegisterLeavesNoList(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if got := ids(t, s.List); got != "m" {
		t.Error(got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(listIn(dir)); err == nil {
		t.Error("a list was left")
	}
}
