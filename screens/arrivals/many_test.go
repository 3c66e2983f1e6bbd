package arrivals

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// lay writes files in a folder and gives their paths.
func lay(t *testing.T, files ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		if err := os.WriteFile(path, []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func none(context.Context) map[string]string { return nil }

func readMany(t *testing.T, known Known, paths []string) *Many {
	t.Helper()
	m := NewMany(incoming.New(), paths, "2026-11-22", nil, known)
	if err := m.Read(context.Background(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	m.Settle()
	return m
}

func TestManyFilesNoneIsLost(t *testing.T) {
	other := strings.Replace(motionText, "buss", "tåg", 1)
	paths := lay(t, "a.txt", motionText, "b.pdf", "%PDF-1.4 half", "c.txt", motionText, "d.txt", other)
	m := readMany(t, none, append(paths, filepath.Join(filepath.Dir(paths[0]), "gone.txt")))
	var states []State
	for _, x := range m.Items {
		states = append(states, x.State)
	}
	if want := []State{Ready, Failed, Same, Ready, Failed}; len(states) != 5 || states[0] != want[0] || states[1] != want[1] || states[2] != want[2] || states[3] != want[3] || states[4] != want[4] {
		t.Fatalf("%v", states)
	}
	if m.Count() != 2 || m.Items[2].Same != "a.txt" || m.Items[2].Can() {
		t.Errorf("%d, %+v", m.Count(), m.Items[2])
	}
	m.Items[0].Became(errors.New("full"))
	if m.Next() != m.Items[3] {
		t.Error("what fails holds the rest")
	}
	m.Items[3].Became(nil)
	if m.Next() != nil || m.Count() != 0 {
		t.Error("something is left")
	}
}

func TestWhatIsInTheRegisterIsLeftOutUntilSomebodySaysSo(t *testing.T) {
	paths := lay(t, "a.txt", motionText)
	sum := readMany(t, none, paths).Items[0].Result.SHA256
	m := readMany(t, func(context.Context) map[string]string { return map[string]string{sum: "Buss"} }, paths)
	if x := m.Items[0]; x.State != Same || x.Same != "Buss" || x.Takes() || !x.Can() {
		t.Errorf("%+v", x)
	}
	m.Items[0].Out = false
	if m.Count() != 1 {
		t.Error("it cannot be taken all the same")
	}
}

// show opens the dialog over files, with matters kept in a list.
func show(t *testing.T, m *Many, lang string) (*parttest.Host, *[]*app.Matter) {
	t.Helper()
	h := parttest.New(t, lang, 1280, 800)
	h.Put(parts.Rect(parts.Fog, 1, 1, 0))
	var made []*app.Matter
	ShowMany(h, m, ManyOptions{Quiet: func(do func(context.Context) error, done func(error)) { done(do(context.Background())) }, Back: func(f func()) { f() },
		Add:   func(m *app.Matter, _ string) error { made = append(made, m); return nil },
		Look:  func(m *Model, done func(*Model)) { m.Values[Title] = "Rättad"; done(m) },
		Ended: func() {}})
	return h, &made
}

func top(h *parttest.Host) fyne.CanvasObject { return h.Win.Canvas().Overlays().Top() }

func TestManyInTheWindow(t *testing.T) {
	paths := lay(t, "a.txt", motionText, "b.png", "\x89PNG\r\n", "c.txt", strings.Replace(motionText, "buss", "tåg", 1))
	h, made := show(t, NewMany(incoming.New(), paths, "2026-11-22", nil, none), "sv")
	texts := strings.Join(parttest.Texts(top(h)), " ")
	for _, want := range []string{"a.txt", "Motion · ", "2 yrkanden", "b.png", "Skapa alla 2 ärenden", "Spara rapport"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not said in %s", want, texts)
		}
	}
	h.Shot(t, "many")
	parttest.Press(t, top(h), "Öppna") // the first
	parttest.Press(t, top(h), "Skapa alla 2 ärenden")
	if len(*made) != 2 || (*made)[0].Title != "Rättad" || len((*made)[0].Motion.Data) == 0 {
		t.Fatalf("%d made", len(*made))
	}
	if texts := strings.Join(parttest.Texts(top(h)), " "); !strings.Contains(texts, "Ärendet är skapat") || strings.Contains(texts, "Skapa ") {
		t.Errorf("%s", texts)
	}
}

func TestLeavingWhatHasNotBecomeMatters(t *testing.T) {
	h, made := show(t, NewMany(incoming.New(), lay(t, "a.txt", motionText), "2026-11-22", nil, none), "en")
	parttest.Press(t, top(h), "Close")
	if len(h.Win.Canvas().Overlays().List()) != 2 {
		t.Fatal("it closes without asking")
	}
	parttest.Press(t, top(h), "Leave")
	if top(h) != nil || len(*made) != 0 {
		t.Error("it does not close")
	}
}

func TestTheKeyboardIsInTheListAfterOneWasLookedAt(t *testing.T) {
	h, _ := show(t, NewMany(incoming.New(), lay(t, "a.txt", motionText), "2026-11-22", nil, none), "sv")
	parttest.Press(t, top(h), "Öppna")
	p, ok := h.Win.Canvas().Focused().(*parts.Press)
	if !ok || !slices.Contains(parttest.Presses(top(h)), p) {
		t.Errorf("the focus is on %T", h.Win.Canvas().Focused())
	}
}
