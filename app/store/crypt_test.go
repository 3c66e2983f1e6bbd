package store

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/locks"
	"yttra/app/store/backup"
	"yttra/app/store/seal"
)

const phrase = "fyra häftiga ankor i snön"

// cheaply are options whose passphrases cost little.
func cheaply(passphrase string) Options {
	o := Options{Cost: locks.Cost{Time: 1, Memory: 64, Threads: 1}}
	if passphrase != "" {
		o.Passphrase = []byte(passphrase)
	}
	return o
}

func openWith(t *testing.T, dir string, o Options) *register {
	t.Helper()
	r, err := openFolder(dir, o, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// encrypt encrypts a register that is open.
func encrypt(t *testing.T, r *register) *register {
	t.Helper()
	return convert(t, r, app.Conversion{Encrypt: true, Passphrase: []byte(phrase)})
}

func convert(t *testing.T, r *register, c app.Conversion) *register {
	t.Helper()
	next, err := r.Convert(context.Background(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { next.Close() })
	return next.(*register)
}

func TestEncryptedFolderReopenedBetweenSteps(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := encrypt(t, openWith(t, dir, cheaply("")))
		return &opened{s, func() app.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openWith(t, dir, cheaply(phrase))
			return s
		}}
	})
}

func TestEncryptedFolderLeftOpenBetweenSteps(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := encrypt(t, openWith(t, dir, cheaply("")))
		return &opened{s, func() app.Store {
			dir = copyOf(t, dir)
			s = openWith(t, dir, cheaply(phrase))
			return s
		}}
	})
}

// Between every two steps the register is converted: to a key, to another, to none.
func TestFolderConvertedBetweenSteps(t *testing.T) {
	testStore(t, func(t *testing.T) *opened {
		s := openWith(t, t.TempDir(), cheaply(""))
		n := 0
		return &opened{s, func() app.Store {
			if n++; s.db.IsClosed() {
				return s
			}
			s = convert(t, s, app.Conversion{Encrypt: n%3 != 0, Passphrase: []byte(phrase)})
			return s
		}}
	})
}

// hidden are words, identities and names that a register of these tests holds.
var hidden = []string{"hemligrubrik", "id-av-ärendet", "orden i texten", "bilaga-om-maja.pdf", "%PDF-hemlig", "Nämnden för det dolda", "Maja Dold", "versionens namn",
	"ett sagt skäl", "andra-ärendet", "gammal lydelse"}

// filled is a register with all of that in it, in every kind of place.
func filled(t *testing.T, dir string, o Options) *register {
	t.Helper()
	r := openWith(t, dir, o)
	m := matter("id-av-ärendet", "hemligrubrik", "gammal lydelse "+strings.Repeat("orden i texten ", 40))
	m.Documents[0].Annexes = []app.Annex{{Name: "bilaga-om-maja.pdf", Data: append([]byte("%PDF-hemlig "), noise(300_000)...)}}
	rev := save(t, r, app.Change{Matter: m, At: noon, By: "Maja Dold", Name: "versionens namn"})
	m.Documents[0].Sections[0].Text = strings.Repeat("orden i texten, ny lydelse ", 30)
	save(t, r, app.Change{Matter: m, At: noon, By: "Maja Dold", Base: rev.Number, Name: "versionens namn 2"})
	save(t, r, app.Change{Matter: matter("andra-ärendet", "hemligrubrik 2", strings.Repeat("orden i texten ", 60_000)), At: noon})
	save(t, r, app.Change{Matter: matter("slängt", "hemligrubrik 3", "orden i texten"), At: noon})
	if err := r.Remove("slängt"); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveProfile(app.Profile{Municipality: "Nämnden för det dolda", Officer: app.Person{Name: "Maja Dold"}}); err != nil {
		t.Fatal(err)
	}
	if err := r.Record(app.Event{Action: app.ActExported, Matter: "id-av-ärendet", Name: "bilaga-om-maja.pdf", Reason: "ett sagt skäl"}); err != nil {
		t.Fatal(err)
	}
	return r
}

// holds fails when a register is not as filled made it.
func holdsAll(t *testing.T, r *register) {
	t.Helper()
	m, rev, err := r.Load("id-av-ärendet")
	if err != nil || rev.Number != 2 || m.Title != "hemligrubrik" || !strings.Contains(m.Documents[0].Sections[0].Text, "ny lydelse") || len(m.Documents[0].Annexes[0].Data) != 300_012 {
		t.Fatalf("%+v %v", rev, err)
	}
	if old, err := r.LoadRevision("id-av-ärendet", 1); err != nil || !strings.HasPrefix(old.Documents[0].Sections[0].Text, "gammal lydelse") {
		t.Fatalf("the first version: %v", err)
	}
	if m, _, err := r.Load("andra-ärendet"); err != nil || len(m.Documents[0].Sections[0].Text) != 900_000 {
		t.Fatalf("the large text: %v", err)
	}
	if got := ids(t, r.List); !strings.Contains(got, "id-av-ärendet") || !strings.Contains(got, "andra-ärendet") {
		t.Errorf("list: %s", got)
	}
	if got := ids(t, r.Bin); got != "slängt" {
		t.Errorf("bin: %s", got)
	}
	if p, err := r.Profile(); err != nil || p.Municipality != "Nämnden för det dolda" {
		t.Errorf("profile: %+v %v", p, err)
	}
	check, err := r.CheckTrail(nil, nil)
	if err != nil || !check.Whole() {
		t.Errorf("trail: %+v %v", check, err)
	}
	if e := told(t, r, app.EventFilter{Actions: []app.Action{app.ActExported}}); len(e) != 1 || e[0].Reason != "ett sagt skäl" {
		t.Errorf("events: %+v", e)
	}
}

// given lists what of the hidden can be found anywhere in a folder, in the files or in
// their names: as it is, escaped, in hexadecimal and in base64.
func given(t *testing.T, dir string) (found []string) {
	t.Helper()
	var look []string
	for _, s := range hidden {
		look = append(look, s, strings.ReplaceAll(fmt.Sprintf("%q", s), `"`, ""), strings.ReplaceAll(strings.ReplaceAll(s, "ä", "%C3%A4"), "ö", "%C3%B6"), fmt.Sprintf("%x", s),
			base64.StdEncoding.EncodeToString([]byte(s))[:len(s)])
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		data := []byte(rel)
		if d.Type().IsRegular() {
			whole, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data = append(data, whole...)
		}
		for _, s := range look {
			if bytes.Contains(data, []byte(s)) {
				found = append(found, rel+": "+s)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestNothingIsGivenAway(t *testing.T) {
	dir := t.TempDir()
	r := filled(t, dir, cheaply(""))
	for _, name := range []string{"search", "aside", "reports", backup.Folder} { // what others leave there
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name, "x"), []byte("hemligrubrik"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if len(given(t, dir)) < 5 {
		t.Fatal("nothing can be found before it is encrypted: the test looks in the wrong way")
	}
	r = encrypt(t, r)
	holdsAll(t, r)
	for i, do := range []func(){
		func() {},
		func() { save(t, r, app.Change{Matter: matter("tredje", "hemligrubrik 4", "orden i texten"), At: noon}) },
		func() { r.Close() },
	} {
		do()
		if found := given(t, dir); len(found) > 0 {
			t.Errorf("step %d: %s", i, strings.Join(found, "\n"))
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if e.Name() == "convert" || e.Name() == "aside" || e.Name() == "reports" || e.Name() == "search" {
			t.Errorf("%s is left", e.Name())
		}
	}
	r = openWith(t, dir, cheaply(phrase))
	holdsAll(t, r)
	r = convert(t, r, app.Conversion{})
	holdsAll(t, r)
	if len(given(t, dir)) < 5 {
		t.Error("after it was taken away: it is still encrypted")
	}
}

func TestPassphraseIsAskedFor(t *testing.T) {
	dir := t.TempDir()
	r := encrypt(t, filled(t, dir, cheaply("")))
	if l := r.Lock(); !l.Encrypted || !l.Passphrase || l.KeyStore || l.Here {
		t.Errorf("%+v", l)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	before := printOf(t, dir)
	for what, want := range map[string]app.Code{"": app.CodeNeedsKey, "fel": app.CodePassphrase, phrase + " ": app.CodePassphrase} {
		_, err := openFolder(dir, cheaply(what), 0)
		wantCode(t, err, want)
		if p := app.ProblemOf(err); p.What != dir {
			t.Errorf("%q names %q", what, p.What)
		}
	}
	if after := printOf(t, dir); after != before {
		t.Error("a wrong passphrase has changed something")
	}
	holdsAll(t, openWith(t, dir, cheaply(phrase)))
}

func TestChangedPassphrase(t *testing.T) {
	dir := t.TempDir()
	r := encrypt(t, filled(t, dir, cheaply("")))
	wantCode(t, r.SetPassphrase([]byte("fel"), []byte("något annat och nytt")), app.CodePassphrase)
	if err := r.SetPassphrase([]byte(phrase), []byte("något annat och nytt")); err != nil {
		t.Fatal(err)
	}
	if e := told(t, r, app.EventFilter{Actions: []app.Action{app.ActPassphrase, app.ActEncrypted}}); len(e) != 2 || e[0].Action != app.ActPassphrase {
		t.Errorf("events: %+v", e)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := openFolder(dir, cheaply(phrase), 0)
	wantCode(t, err, app.CodePassphrase)
	holdsAll(t, openWith(t, dir, cheaply("något annat och nytt")))
	if beside, err := readKeys(keysBeside(dir)); err != nil {
		t.Error(err)
	} else if _, err := beside.ByPassphrase([]byte("något annat och nytt")); err != nil {
		t.Errorf("beside the backups: %v", err)
	}
}

func TestKeyStoreOpensSilently(t *testing.T) {
	dir := t.TempDir()
	o := cheaply("")
	o.KeyStore = locks.InMemory()
	r := convert(t, filled(t, dir, o), app.Conversion{Encrypt: true, Passphrase: []byte(phrase), KeyStore: true})
	if l := r.Lock(); !l.KeyStore || !l.Passphrase || !l.Here {
		t.Errorf("%+v", l)
	}
	again := func(o Options) (*register, error) {
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		return openFolder(dir, o, 0)
	}
	var err error
	if r, err = again(o); err != nil {
		t.Fatal(err)
	}
	holdsAll(t, r)
	if _, err = again(cheaply("")); app.CodeOf(err) != app.CodeNeedsKey {
		t.Errorf("another computer: %v", err)
	}
	if r, err = again(o); err != nil {
		t.Fatal(err)
	}
	if err := r.KeepKey(false); err != nil || r.Lock().KeyStore {
		t.Error(err)
	}
	if _, err = again(o); app.CodeOf(err) != app.CodeNeedsKey {
		t.Errorf("taken out of the key store: %v", err)
	}
	r = openWith(t, dir, Options{Passphrase: []byte(phrase), KeyStore: o.KeyStore})
	if err := r.KeepKey(true); err != nil {
		t.Fatal(err)
	}
	only := convert(t, r, app.Conversion{Encrypt: true, KeyStore: true})
	if err := only.KeepKey(false); err == nil {
		t.Error("the last way in was taken away")
	}
	r = only
	if _, err = again(cheaply(phrase)); app.CodeOf(err) != app.CodeNoKeyStore {
		t.Errorf("by key store alone, on another computer: %v", err)
	}
	if r, err = again(o); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	holdsAll(t, r)
}

func TestLostKeysComeFromTheBackups(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"gone":  os.Remove,
		"cut":   func(p string) error { return os.Truncate(p, 40) },
		"zero":  zero,
		"flip":  func(p string) error { return flipFile(p, 200) },
		"other": func(p string) error { return os.WriteFile(p, otherKeys(t), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r := encrypt(t, filled(t, dir, cheaply("")))
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			if err := spoil(keysIn(dir)); err != nil {
				t.Fatal(err)
			}
			r = openWith(t, dir, cheaply(phrase))
			holdsAll(t, r)
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			if err := spoil(keysIn(dir)); err != nil {
				t.Fatal(err)
			}
			if err := spoil(keysBeside(dir)); err != nil {
				t.Fatal(err)
			}
			before := printOf(t, dir)
			_, err := openFolder(dir, cheaply(phrase), 0)
			wantCode(t, err, app.CodeKeysGone)
			if printOf(t, dir) != before {
				t.Error("something was changed")
			}
		})
	}
}

func otherKeys(t *testing.T) []byte {
	key, k := locks.Fresh()
	k, err := k.WithPassphrase(key, []byte(phrase), cheaply("").Cost)
	if err != nil {
		t.Fatal(err)
	}
	data, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The first backup after a conversion is whole, is encrypted, and carries the keys.
func TestBackupAfterConversion(t *testing.T) {
	dir := t.TempDir()
	r := encrypt(t, filled(t, dir, cheaply("")))
	all, err := backup.List(filepath.Join(dir, backup.Folder))
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v %v", all, err)
	}
	records := 0
	info, err := backup.Read(context.Background(), all[0].Path, backup.Contents{Record: func(key, sealed []byte) error {
		records++
		if string(key) == string(keyApplied) {
			return nil
		}
		_, _, err := r.box.Open(key, sealed)
		return err
	}})
	if err != nil || records == 0 {
		t.Fatal(err)
	}
	if _, err := backup.Verify(context.Background(), all[0].Path, filepath.Dir(all[0].Path), nil); err != nil {
		t.Error(err)
	}
	k, err := locks.Decode(info.Header.Keys)
	if err != nil {
		t.Fatal(err)
	}
	if key, err := k.ByPassphrase([]byte(phrase)); err != nil || !locks.Same(key, r.secret.key) {
		t.Error(err)
	}
}

func TestKeptBackups(t *testing.T) {
	dir := t.TempDir()
	r := filled(t, dir, cheaply(""))
	if err := os.MkdirAll(filepath.Join(dir, backup.Folder), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, backup.Folder, "gammal"), []byte("orden i texten"), 0o600); err != nil {
		t.Fatal(err)
	}
	convert(t, r, app.Conversion{Encrypt: true, Passphrase: []byte(phrase), KeepBackups: true})
	old, err := filepath.Glob(filepath.Join(dir, "before-*", backup.Folder, "gammal"))
	if err != nil || len(old) != 1 {
		t.Errorf("%v %v", old, err)
	}
	if found := given(t, filepath.Join(dir, backup.Folder)); len(found) > 0 {
		t.Error(found)
	}
}

// A conversion that fails or is cancelled leaves all as it was, and the register open.
func TestFailedConversionChangesNothing(t *testing.T) {
	for name, spoil := range map[string]func(r *register, cancel func()) error{
		"cancelled": func(_ *register, cancel func()) error { cancel(); return nil },
		"damaged": func(r *register, _ func()) error {
			return r.db.Update(func(x *badger.Txn) error { return flip(x, keyRow(r.box, rows, "andra-ärendet")) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r := filled(t, dir, cheaply(""))
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			if err := spoil(r, cancel); err != nil {
				t.Fatal(err)
			}
			if _, err := r.Convert(ctx, app.Conversion{Encrypt: true, Passphrase: []byte(phrase)}, nil); err == nil {
				t.Fatal("it went well")
			}
			if _, err := os.Stat(convertIn(dir)); err == nil {
				t.Error("something is left")
			}
			if r.Lock().Encrypted {
				t.Error("it is encrypted")
			}
			save(t, r, app.Change{Matter: matter("ny", "går"), At: noon})
		})
	}
}

// Nothing can be saved meanwhile, and it says so instead of waiting.
func TestSavingDuringAConversion(t *testing.T) {
	r := filled(t, t.TempDir(), cheaply(""))
	tried := false
	next, err := r.Convert(context.Background(), app.Conversion{Encrypt: true, Passphrase: []byte(phrase)}, func(int, int) {
		if !tried {
			tried = true
			_, err := r.Save(app.Change{Matter: matter("m", "x"), At: noon})
			wantCode(t, err, app.CodeNotSaved)
			_, err = r.Convert(context.Background(), app.Conversion{}, nil)
			wantCode(t, err, app.CodeLocked)
		}
	})
	if err != nil || !tried {
		t.Fatal(err, tried)
	}
	holdsAll(t, next.(*register))
	next.Close()
}

func TestWrapped(t *testing.T) {
	r := openWith(t, t.TempDir(), cheaply(""))
	if got := r.Wrap("m", []byte("orden i texten")); string(got) != "orden i texten" {
		t.Errorf("%q", got)
	}
	r = encrypt(t, r)
	w := r.Wrap("m", []byte("orden i texten"))
	if bytes.Contains(w, []byte("orden")) {
		t.Error("it can be read")
	}
	if got, err := r.Unwrap("m", w); err != nil || string(got) != "orden i texten" {
		t.Errorf("%q %v", got, err)
	}
	_, err := r.Unwrap("n", w)
	wantCode(t, err, app.CodeDamaged)
	_, _, err = seal.Box{}.Open(keyAside("m"), w)
	wantCode(t, err, app.CodeNoKey)
}

// A register whose mark is damaged is still known to be encrypted.
func TestDamagedMarkOfAnEncryptedRegister(t *testing.T) {
	for name, keys := range map[string]bool{"with keys": true, "with those beside the backups": false} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r := encrypt(t, filled(t, dir, cheaply("")))
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			if err := zero(markIn(dir)); err != nil {
				t.Fatal(err)
			}
			if !keys {
				if err := os.Remove(keysIn(dir)); err != nil {
					t.Fatal(err)
				}
			}
			_, err := openFolder(dir, cheaply(""), 0)
			wantCode(t, err, app.CodeNeedsKey)
			r = openWith(t, dir, cheaply(phrase))
			holdsAll(t, r)
			if m, err := markOf(dir); err != nil || m.Keys != r.secret.keys.ID {
				t.Errorf("%+v %v", m, err)
			}
		})
	}
}

// prepared is a register of which a conversion has been written and decided, and nothing
// has been moved.
func prepared(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	r := filled(t, dir, cheaply(""))
	if _, err := r.identity(); err != nil {
		t.Fatal(err)
	}
	c := app.Conversion{Encrypt: true, Passphrase: []byte(phrase)}
	s, err := r.renew(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.writeAnew(context.Background(), c, s, nil); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Wherever the swap is broken off, the next opening brings it to its end.
func TestSwapBrokenOffAnywhere(t *testing.T) {
	from := prepared(t)
	broken := errors.New("broken off")
	for after := 0; ; after++ {
		dir := copyOf(t, from)
		moves := 0
		err := swapConverted(dir, func(a, b string) error {
			if moves == after {
				return broken
			}
			moves++
			return os.Rename(a, b)
		})
		if err == nil {
			if after < 10 {
				t.Errorf("there were only %d moves", after)
			}
			return
		}
		if !errors.Is(err, broken) {
			t.Fatal(err)
		}
		r := openWith(t, dir, cheaply(phrase))
		holdsAll(t, r)
		if after%7 == 0 {
			if found := given(t, dir); len(found) > 0 {
				t.Fatalf("after %d moves: %v", after, found)
			}
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// What was not decided is taken away, and the register is as it was.
func TestUnfinishedConversionIsTakenAway(t *testing.T) {
	dir := prepared(t)
	if err := os.Remove(planIn(dir)); err != nil {
		t.Fatal(err)
	}
	r := openWith(t, dir, cheaply(""))
	holdsAll(t, r)
	if _, err := os.Stat(convertIn(dir)); err == nil || r.Lock().Encrypted {
		t.Error("it is still there")
	}
}

func TestDamagedPlanTakesNothingAway(t *testing.T) {
	dir := prepared(t)
	if err := zero(planIn(dir)); err != nil {
		t.Fatal(err)
	}
	before := printOf(t, convertIn(dir))
	_, err := openFolder(dir, cheaply(phrase), 0)
	wantCode(t, err, app.CodeDamaged)
	if printOf(t, convertIn(dir)) != before {
		t.Error("something was taken away")
	}
}

// Every flipped byte of an encrypted record is damage, and never another text.
func TestFlippedBytesOfEncryptedRecords(t *testing.T) {
	r := encrypt(t, filled(t, t.TempDir(), cheaply("")))
	err := r.eachSealed(func(key, sealed []byte) error {
		if len(sealed) > 4000 || string(key) == string(keyApplied) {
			return nil
		}
		for i := range sealed {
			bad := bytes.Clone(sealed)
			bad[i] ^= 0x10
			if _, _, err := r.box.Open(key, bad); app.CodeOf(err) != app.CodeDamaged && app.CodeOf(err) != app.CodeNewer {
				return fmt.Errorf("%s, byte %d: %w", key, i, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A report names matters, and is no more to be read than they are.
func TestReportsOfAnEncryptedRegister(t *testing.T) {
	dir := t.TempDir()
	r := encrypt(t, filled(t, dir, cheaply("")))
	r.tellHealed(app.Damage{Kind: app.DamageRecord, Name: string(keyRev(r.box, "id-av-ärendet", 1)), Title: "hemligrubrik"}, 1)
	entries, err := os.ReadDir(reportsIn(dir))
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	if found := given(t, reportsIn(dir)); len(found) > 0 {
		t.Error(found)
	}
	all, err := r.Repairs()
	if err != nil || len(all) != 1 || all[0].Healed != 1 {
		t.Fatalf("%+v %v", all, err)
	}
	if err := r.RepairSeen(all[0]); err != nil {
		t.Fatal(err)
	}
	if found := given(t, reportsIn(dir)); len(found) > 0 {
		t.Error(found)
	}
}
