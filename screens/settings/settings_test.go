package settings

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

func keeper(t *testing.T, dir string) *Keeper {
	t.Helper()
	k, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSettingsComeBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "yttra")
	want := Settings{Language: "en", Look: "dark", Scale: 150, Register: "/x", Greeted: true, Width: 1000, Height: 700,
		Screen: "draft", Matter: "m", Document: "d", Places: []Place{{"d", 2, 17}}, Folders: map[string]string{"pdf": "/y"}}
	if err := keeper(t, dir).Change(func(s *Settings) { *s = want }); err != nil {
		t.Fatal(err)
	}
	if got := keeper(t, dir).Get(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	left, err := filepath.Glob(filepath.Join(dir, ".new-*"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestDamagedSettingsBeginAnew(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"look":"da`), 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := Open(dir)
	if app.CodeOf(err) != app.CodeDamaged || k == nil || k.Get().Look != "" {
		t.Fatalf("%v %v", k, err)
	}
	if err := k.Change(func(s *Settings) { s.Look = "light" }); err != nil {
		t.Fatal(err)
	}
	if keeper(t, dir).Get().Look != "light" {
		t.Error("the new settings were not kept")
	}
}

func TestSettingsThatCannotBeWrittenHold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	k, _ := Open(filepath.Join(file, "below"))
	err := k.Change(func(s *Settings) { s.Scale = 125 })
	if app.CodeOf(err) != app.CodeNoFile || k.Get().Scale != 125 {
		t.Errorf("%v, scale %d", err, k.Get().Scale)
	}
}

func TestPlacesAreBounded(t *testing.T) {
	var s Settings
	for i := range mostPlaces + 5 {
		s.Put(Place{Document: fmt.Sprint(i), Section: 1})
	}
	s.Put(Place{Document: "7", Section: 3})
	if len(s.Places) != mostPlaces {
		t.Errorf("%d places", len(s.Places))
	}
	if p, ok := s.PlaceIn("7"); !ok || p.Section != 3 || s.Places[0].Document != "7" {
		t.Errorf("%+v %v", p, ok)
	}
	if _, ok := s.PlaceIn("0"); ok {
		t.Error("the oldest place is still there")
	}
	copied := s
	copied.Put(Place{Document: "new"})
	if s.Places[0].Document == "new" {
		t.Error("a place was put into somebody else's settings")
	}
}

func TestRescuedTextComesBack(t *testing.T) {
	k := keeper(t, t.TempDir())
	at := time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC)
	for i, id := range []string{"b/../x", "a"} {
		m := &app.Matter{ID: id, Title: "Titel " + id}
		if err := k.Rescue(Rescued{m, "/r", 4, at.Add(-time.Duration(i) * time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := k.Rescued()
	if err != nil || len(got) != 2 || got[0].Matter.ID != "a" || got[1].Matter.Title != "Titel b/../x" || got[1].Base != 4 || !got[1].At.Equal(at) {
		t.Fatalf("%+v %v", got, err)
	}
	if err := os.WriteFile(filepath.Join(k.rescuedIn(), "0.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err = k.Rescued()
	if len(got) != 2 || app.CodeOf(err) != app.CodeNotMatter {
		t.Errorf("beside a broken one: %d, %v", len(got), err)
	}
	if err := k.Settle("a"); err != nil {
		t.Fatal(err)
	}
	if err := k.Settle("a"); err != nil {
		t.Errorf("settled twice: %v", err)
	}
	if got, _ = k.Rescued(); len(got) != 1 || got[0].Matter.ID != "b/../x" {
		t.Errorf("%+v", got)
	}
}

func TestKeeperInMemoryWritesNothing(t *testing.T) {
	k := keeper(t, "")
	if err := k.Change(func(s *Settings) { s.Look = "dark" }); err != nil || k.Get().Look != "dark" {
		t.Error(err)
	}
	if err := k.Rescue(Rescued{Matter: &app.Matter{ID: "m"}}); err != nil {
		t.Error(err)
	}
}

func TestSecondStartFindsTheFirst(t *testing.T) {
	for name, deep := range map[string]string{"beside the register": "", "long path": strings.Repeat("djup-mapp/", 12)} {
		t.Run(name, func(t *testing.T) {
			dir, register := short(t), filepath.Join(short(t), deep)
			if err := os.MkdirAll(register, 0o700); err != nil {
				t.Fatal(err)
			}
			if Knock(register, dir, Visit{}) {
				t.Fatal("somebody answers where nobody is")
			}
			d, err := Answer(register, dir)
			if err != nil {
				t.Fatal(err)
			}
			came := make(chan Visit, 1)
			go d.Serve(func(v Visit) { came <- v })
			if !Knock(register, dir, Visit{File: "/tmp/å b.json"}) {
				t.Fatal("nobody answers")
			}
			if v := <-came; v.File != "/tmp/å b.json" {
				t.Errorf("%+v", v)
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			if Knock(register, dir, Visit{}) {
				t.Error("a closed door answers")
			}
		})
	}
}

func TestSocketOfADeadProcessIsReplaced(t *testing.T) {
	dir, register := short(t), short(t)
	l, err := net.Listen("unix", doors(register, dir)[0])
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	l.Close()
	if Knock(register, dir, Visit{}) {
		t.Error("a dead process answers")
	}
	d, err := Answer(register, dir)
	if err != nil {
		t.Fatal(err)
	}
	d.Close()
}

func TestNoiseAtTheDoorIsNoVisit(t *testing.T) {
	dir, register := short(t), short(t)
	d, err := Answer(register, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	came := make(chan Visit, 4)
	go d.Serve(func(v Visit) { came <- v })
	c, err := net.Dial("unix", doors(register, dir)[0])
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(c, "GET / HTTP/1.1")
	c.Close()
	if !Knock(register, dir, Visit{File: "/ok"}) {
		t.Fatal("the door is shut after noise")
	}
	if v := <-came; v.File != "/ok" {
		t.Errorf("noise became %+v", v)
	}
}

// short is a folder whose path leaves room for a socket's name.
func short(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "y")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// turned is a safe that turns every byte.
type turned struct{ by byte }

func (s turned) Wrap(_ string, data []byte) []byte {
	out := []byte{s.by}
	for _, b := range data {
		out = append(out, b^s.by)
	}
	return out
}

func (s turned) Unwrap(_ string, w []byte) ([]byte, error) {
	if w[0] != s.by {
		return nil, &app.Problem{Code: app.CodeNoKey}
	}
	out := s.Wrap("", w[1:])
	return out[1:], nil
}

func TestRescuedTextOfAnEncryptedRegister(t *testing.T) {
	dir := t.TempDir()
	k := keeper(t, dir)
	k.Guard("/r", turned{0x55})
	for _, register := range []string{"/r", "/other"} {
		if err := k.Rescue(Rescued{Matter: &app.Matter{ID: register, Title: "hemlig titel"}, Register: register}); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(k.rescuedAs("/r")); err != nil || strings.Contains(string(data), "hemlig") {
		t.Errorf("%s %v", data, err)
	}
	if got, err := k.Rescued(); err != nil || len(got) != 2 || got[0].Matter.Title != "hemlig titel" || got[1].Matter.Title != "hemlig titel" {
		t.Errorf("%+v %v", got, err)
	}
	again := keeper(t, dir)
	if got, err := again.Rescued(); err != nil || len(got) != 1 || got[0].Register != "/other" {
		t.Errorf("while it is shut: %+v %v", got, err)
	}
	again.Guard("/r", turned{0x66})
	if got, err := again.Rescued(); app.CodeOf(err) != app.CodeNoKey || len(got) != 1 {
		t.Errorf("with another key: %+v %v", got, err)
	}
}
