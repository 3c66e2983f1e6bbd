package locks

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// cheap is a cost for tests.
var cheap = Cost{Time: 1, Memory: 64, Threads: 1}

const phrase = "fyra häftiga ankor i snön"

func locked(t *testing.T) (key []byte, k Keys) {
	t.Helper()
	key, k = Fresh()
	k, err := k.WithPassphrase(key, []byte(phrase), cheap)
	if err != nil {
		t.Fatal(err)
	}
	return key, k
}

func TestPassphraseOpens(t *testing.T) {
	key, k := locked(t)
	data, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if k, err = Decode(data); err != nil {
		t.Fatal(err)
	}
	if got, err := k.ByPassphrase([]byte(phrase)); err != nil || !bytes.Equal(got, key) {
		t.Errorf("%v", err)
	}
	decomposed := strings.NewReplacer("ä", "a\u0308", "ö", "o\u0308").Replace(phrase)
	if got, err := k.ByPassphrase([]byte(decomposed)); err != nil || !bytes.Equal(got, key) {
		t.Errorf("å ä ö as two characters: %v", err)
	}
	for _, wrong := range []string{"", phrase + " ", " " + phrase, strings.ToUpper(phrase), "fyra haftiga ankor i snon"} {
		if _, err := k.ByPassphrase([]byte(wrong)); app.CodeOf(err) != app.CodePassphrase {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if bytes.Contains(data, key) || strings.Contains(string(data), "ankor") {
		t.Error("the file gives it away")
	}
}

func TestChangedPassphraseKeepsTheKey(t *testing.T) {
	key, k := locked(t)
	id := k.ID
	k, err := k.WithPassphrase(key, []byte("en helt annan mening"), cheap)
	if err != nil || k.ID != id || len(k.Slots) != 1 {
		t.Fatalf("%+v %v", k, err)
	}
	if _, err := k.ByPassphrase([]byte(phrase)); app.CodeOf(err) != app.CodePassphrase {
		t.Errorf("the old one: %v", err)
	}
	if got, err := k.ByPassphrase([]byte("en helt annan mening")); err != nil || !Same(got, key) {
		t.Error(err)
	}
}

// Whatever is changed in the file, no other key comes out of it.
func TestDamagedFileIsTold(t *testing.T) {
	key, k := locked(t)
	data, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 1
		k, err := Decode(bad)
		if err != nil {
			if app.CodeOf(err) != app.CodeKeysGone && app.CodeOf(err) != app.CodeNewer {
				t.Errorf("byte %d: %v", i, err)
			}
			continue
		}
		if got, err := k.ByPassphrase([]byte(phrase)); err == nil && !Same(got, key) {
			t.Errorf("byte %d: another key", i)
		}
	}
	for n := range len(data) - 1 {
		if _, err := Decode(data[:n]); app.CodeOf(err) != app.CodeKeysGone {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
	k.Version = 2
	if data, err = k.Encode(); err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(data); app.CodeOf(err) != app.CodeNewer {
		t.Errorf("a newer file: %v", err)
	}
}

// A file that asks for all memory, or for a day, is refused before it is tried; one
// whose cost was made smaller opens with nothing.
func TestChangedCost(t *testing.T) {
	_, k := locked(t)
	for name, change := range map[string]func(*Slot){
		"memory": func(s *Slot) { s.Memory = 1 << 31 }, "passes": func(s *Slot) { s.Time = 1 << 20 }, "none": func(s *Slot) { s.Time = 0 },
		"lanes": func(s *Slot) { s.Threads = 0 }, "salt": func(s *Slot) { s.Salt = nil }, "wrapped": func(s *Slot) { s.Wrapped = nil },
	} {
		bad := k
		bad.Slots = []Slot{k.Slots[0]}
		change(&bad.Slots[0])
		data, err := bad.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Decode(data); app.CodeOf(err) != app.CodeKeysGone {
			t.Errorf("%s: %v", name, err)
		}
	}
	k.Slots[0].Time++
	if _, err := k.ByPassphrase([]byte(phrase)); app.CodeOf(err) != app.CodePassphrase {
		t.Errorf("another cost: %v", err)
	}
}

func TestKeyStore(t *testing.T) {
	key, k := locked(t)
	here, there := InMemory(), InMemory()
	k, err := k.WithKeyStore(key, here)
	if err != nil || !k.Has(Stored) || !k.Has(Passphrase) {
		t.Fatalf("%+v %v", k, err)
	}
	if got, err := k.ByKeyStore(here); err != nil || !Same(got, key) {
		t.Error(err)
	}
	if _, err := k.ByKeyStore(there); app.CodeOf(err) != app.CodeOtherKey {
		t.Errorf("another computer: %v", err)
	}
	if k, err = k.WithKeyStore(key, there); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]KeyStore{"here": here, "there": there} {
		if got, err := k.ByKeyStore(s); err != nil || !Same(got, key) {
			t.Errorf("%s: %v", name, err)
		}
	}
	without := k.WithoutKeyStore(here)
	if without.Has(Stored) || !without.Has(Passphrase) || len(here.(inMemory)) != 0 {
		t.Errorf("%+v", without)
	}
	if _, err := k.ByKeyStore(here); app.CodeOf(err) != app.CodeOtherKey {
		t.Errorf("after it was taken out: %v", err)
	}
	if _, err := k.WithKeyStore(key, dumb{}); app.CodeOf(err) != app.CodeNoKeyStore {
		t.Errorf("a system without one: %v", err)
	}
	if _, err := k.ByKeyStore(dumb{}); app.CodeOf(err) != app.CodeNoKeyStore {
		t.Errorf("a system without one: %v", err)
	}
}

// dumb is a system without a key store.
type dumb struct{}

func (dumb) Get(string) (string, error) { return "", &app.Problem{Code: app.CodeNoKeyStore} }
func (dumb) Set(string, string) error   { return &app.Problem{Code: app.CodeNoKeyStore} }
func (dumb) Delete(string) error        { return &app.Problem{Code: app.CodeNoKeyStore} }

// What a machine without D-Bus says is a problem of ours, and not a wait.
func TestSystemWithoutKeyStore(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	start := time.Now()
	_, err := System().Get("nothing")
	if code := app.CodeOf(err); err != nil && code != app.CodeNoKeyStore && !errors.Is(err, errNothing) {
		t.Errorf("%v", err)
	}
	if d := time.Since(start); d > answerIn+time.Second {
		t.Errorf("it took %v", d)
	}
}

func TestJudge(t *testing.T) {
	for text, want := range map[string]Judgement{
		"": Short, "kort": Short, "elva tecken": Short,
		"lösenord1234": Guessed, "Lösenord 2026!": Guessed, "aaaaaaaaaaaaaaaaaaaa": Guessed, "qwertyuiopåasdfgh": Guessed,
		"exempelkommun": Guessed, "Exempelkommun 2026": Guessed, "sommar sommar sommar": Guessed, "1234567890 1234567890": Guessed,
		"ojämn grusväg": Weak, "hästar äter morötter": Good, "fyra häftiga ankor i snön": Strong, "korrekt häst batteri häftklammer": Strong,
	} {
		if got := Judge([]byte(text), "Exempelkommun"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if Short.Taken() || Guessed.Taken() || !Weak.Taken() {
		t.Error("what is taken")
	}
	if !Edges([]byte(" å")) || !Edges([]byte("å ")) || Edges([]byte("å ä")) {
		t.Error("spaces at the edges")
	}
}

// The cost of a real try: half a second to some seconds, and bounded memory.
func TestMeasuredCost(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	c := Measure()
	if c.Memory > 128<<10 || c.Time < fewest || c.Time > largest {
		t.Fatalf("%+v", c)
	}
	key, k := Fresh()
	k, err := k.WithPassphrase(key, []byte(phrase), c)
	if err != nil {
		t.Fatal(err)
	}
	took := func(p string) time.Duration {
		start := time.Now()
		k.ByPassphrase([]byte(p))
		return time.Since(start)
	}
	t.Logf("%+v: right %v, wrong %v", c, took(phrase), took("en annan mening"))
	if d := took("en annan mening"); d < 100*time.Millisecond {
		t.Errorf("a wrong passphrase costs %v", d)
	}
}

func TestFileCanBeReadByAPerson(t *testing.T) {
	_, k := locked(t)
	data, err := k.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var seen map[string]any
	if err := json.Unmarshal(data, &seen); err != nil || seen["format"] != "yttra-keys" || seen["version"] != 1.0 {
		t.Errorf("%v %v", seen, err)
	}
}
