// Package parttest is a window for tests of screens: it keeps what a screen
// asked for, and does work and timers at once, on the test's own thread.
package parttest

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Host is a parts.Host that remembers.
type Host struct {
	Win      fyne.Window
	Lang     i18n.Words
	Problems []error  // shown, in order; nil takes the row away
	Went     []string // screens asked for
	Waiting  map[string]func()
}

var _ parts.Host = (*Host)(nil)

// New makes a window of a size in the light theme.
func New(t testing.TB, lang string, width, height float32) *Host {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	h := &Host{Lang: w, Waiting: map[string]func(){}, Win: test.NewTempWindow(t, parts.Rect(parts.Fog, 1, 1, 0))}
	h.Win.SetPadded(false)
	t.Cleanup(func() { HoldPairs(t, h.Win) }) // as it looks when the test is done
	h.Win.Resize(fyne.NewSize(width, height))
	return h
}

// Put lays a screen in the window.
func (h *Host) Put(o fyne.CanvasObject) {
	size := h.Win.Canvas().Size()
	h.Win.SetContent(parts.Fill(parts.Fog, o))
	h.Win.Resize(size)
}

func (h *Host) Window() fyne.Window { return h.Win }
func (h *Host) Words() i18n.Words   { return h.Lang }
func (h *Host) Problem(err error)   { h.Problems = append(h.Problems, err) }
func (h *Host) Go(screen string)    { h.Went = append(h.Went, screen) }

// Work does the work at once.
func (h *Host) Work(_ string, do func(context.Context, func(int, int)) error, done func(error)) {
	done(do(context.Background(), func(int, int) {}))
}

// ChooseFile shows the house's own dialog.
func (h *Host) ChooseFile(o parts.FileOptions) {
	parts.ShowFiles(h.Win, o, parts.FilesFrom{Words: h.Lang, Home: os.TempDir(), Aside: Aside})
}

// Aside does what asks the disk at once.
func Aside(do func(), done func(late bool)) {
	do()
	done(false)
}

// After keeps f until Pass is called.
func (h *Host) After(name string, _ int, f func()) { h.Waiting[name] = f }

// Pass lets time go: everything that waits is done.
func (h *Host) Pass() {
	waiting := h.Waiting
	h.Waiting = map[string]func(){}
	for _, f := range waiting {
		f()
	}
}

// Shot keeps a picture for the eye when YTTRA_SHOTS names a folder.
func (h *Host) Shot(t testing.TB, name string) {
	t.Helper()
	dir := os.Getenv("YTTRA_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, h.Win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// Now is the day all tests are run on.
var Now = time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC)

// Desk makes a desk over a register in memory with the matters in it.
func Desk(t testing.TB, matters ...*app.Matter) *desk.Desk {
	t.Helper()
	_, d := Register(t, matters...)
	return d
}

// Register makes a register in memory with the matters in it, and a desk over it.
func Register(t testing.TB, matters ...*app.Matter) (app.Store, *desk.Desk) {
	t.Helper()
	s, err := store.OpenMemory(func() time.Time { return Now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	p := Packs(t)
	c, err := check.Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.New(desk.Parts{Store: s, Packs: p, Checker: c, Now: func() time.Time { return Now }})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range matters {
		kind := "opinion"
		if len(m.Documents) > 0 {
			kind = ""
		}
		if err := d.Add(m, kind); err != nil {
			t.Fatal(err)
		}
	}
	return s, d
}

// Presses finds every pressable thing that can be seen in a tree.
func Presses(o fyne.CanvasObject) []*parts.Press {
	var out []*parts.Press
	visit(o, func(o fyne.CanvasObject) {
		if p, ok := o.(*parts.Press); ok {
			out = append(out, p)
		}
	})
	return out
}

// Visit calls f with everything that can be seen in a tree, in drawing order.
func Visit(o fyne.CanvasObject, f func(fyne.CanvasObject)) { visit(o, f) }

// Entries finds the fields that can be seen in a tree.
func Entries(o fyne.CanvasObject) []*parts.Entry {
	var out []*parts.Entry
	visit(o, func(o fyne.CanvasObject) {
		if e, ok := o.(*parts.Entry); ok {
			out = append(out, e)
		}
	})
	return out
}

func visit(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, k := range o.Objects {
			visit(k, f)
		}
	case fyne.Widget:
		for _, k := range test.WidgetRenderer(o).Objects() {
			visit(k, f)
		}
	}
}

// Texts gives every text that can be seen in a tree, in drawing order.
func Texts(o fyne.CanvasObject) []string {
	var out []string
	visit(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

// Press finds the pressable thing or the option that has a text, and presses it.
func Press(t testing.TB, o fyne.CanvasObject, text string) {
	t.Helper()
	found := false
	visit(o, func(o fyne.CanvasObject) {
		if found {
			return
		}
		switch o := o.(type) {
		case *parts.Press:
			if slices.Contains(Texts(o), text) {
				found = true
				test.Tap(o)
			}
		case *parts.Choice:
			visit(o, func(k fyne.CanvasObject) {
				if c, ok := k.(*canvas.Text); ok && c.Text == text && !found {
					found = true
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
					test.TapAt(o, at.AddXY(2, 2))
				}
			})
		}
	})
	if !found {
		t.Fatalf("nothing to press says %q; there is %q", text, Texts(o))
	}
}
