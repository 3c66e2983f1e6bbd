package store

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// reckoned reads every record, as it stands, and adds up.
func reckoned(t *testing.T, r *register) total {
	t.Helper()
	var s total
	err := r.view(func(x tx) error {
		x.each("", func(item *badger.Item) {
			if string(item.Key()) == string(keyApplied) {
				return
			}
			if err := item.Value(func(v []byte) error { s.come(v); return nil }); err != nil {
				t.Error(err)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The total follows every change, also over one that failed and over a new opening.
func TestTotalFollows(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		save(t, r, app.Change{Matter: matter("a", "a", "x"), Base: uint64(i), At: noon})
		save(t, r, app.Change{Matter: matter("b", "b", "x"), Base: uint64(i), Name: "n", At: noon})
	}
	if _, err := r.Save(app.Change{Matter: matter("a", "a", "x"), Base: 1, At: noon}); err == nil {
		t.Fatal("saved over a newer one")
	}
	if err := errors.Join(r.Remove("b"), r.SaveProfile(app.Profile{Municipality: "Exempelkommun"})); err != nil {
		t.Fatal(err)
	}
	want := reckoned(t, r)
	if r.total != want || want.records < 10 {
		t.Errorf("%+v, want %+v", r.total, want)
	}
	for range 2 {
		copied := copyOf(t, dir)
		again, err := open(copied, 0)
		if err != nil {
			t.Fatal(err)
		}
		if again.total != want {
			t.Errorf("after opening: %+v, want %+v", again.total, want)
		}
		save(t, again, app.Change{Matter: matter("c", "c", "x"), At: noon})
		if again.total != reckoned(t, again) || again.total == want {
			t.Errorf("after a save: %+v", again.total)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// A record that could not be read makes the total unknown, when it is replaced, and
// stops nothing.
func TestTotalOverADamagedRecord(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.SaveProfile(app.Profile{Municipality: "A"}); err != nil {
		t.Fatal(err)
	}
	if err := r.db.Update(func(x *badger.Txn) error { return x.Set(keyProfile, []byte("Y")) }); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveProfile(app.Profile{Municipality: "B"}); err != nil || !r.total.unknown {
		t.Errorf("%v, %+v", err, r.total)
	}
}

func TestTotalAsJSON(t *testing.T) {
	for _, s := range []total{{}, {records: 3, a: 1, b: 1 << 63}, {records: 3, unknown: true}} {
		data, err := json.Marshal(s)
		var back total
		if err = errors.Join(err, json.Unmarshal(data, &back)); err != nil || back != s {
			t.Errorf("%s, %+v, %v", data, back, err)
		}
	}
	for _, bad := range []string{`{"sum":"x"}`, `{"sum":"00"}`, `[]`} {
		if err := json.Unmarshal([]byte(bad), new(total)); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
	var old total // as it was written before
	if err := json.Unmarshal([]byte(`{}`), &old); err != nil || !old.unknown {
		t.Errorf("%+v, %v", old, err)
	}
}
