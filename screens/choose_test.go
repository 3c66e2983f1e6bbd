package screens

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// chosenFile is a system's dialog in which a file is chosen at once; empty: the
// person changes their mind.
type chosenFile string

func (chosenFile) Has() bool                                          { return true }
func (c chosenFile) Choose(parts.FileOptions, string) (string, error) { return string(c), nil }

type brokenDialog struct{}

func (brokenDialog) Has() bool { return true }
func (brokenDialog) Choose(parts.FileOptions, string) (string, error) {
	return "", errors.New("no display")
}

func TestSystemDialogIsUsedAndRemembered(t *testing.T) {
	b := open(t, true)
	dir := t.TempDir()
	b.system = chosenFile(filepath.Join(dir, "a.pdf"))
	got := ""
	b.ChooseFile(parts.FileOptions{Purpose: "pdf", Save: true, Done: func(path string) { got = path }})
	if got != filepath.Join(dir, "a.pdf") || b.lastFolder("pdf") != dir {
		t.Errorf("chose %q, remembered %q", got, b.lastFolder("pdf"))
	}
	b.system = chosenFile("")
	b.ChooseFile(parts.FileOptions{Done: func(string) { t.Error("nothing was chosen") }})
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if standing(dir) == dir {
		t.Error("a folder that is gone is offered")
	}
}

func TestBrokenSystemDialogGivesOurs(t *testing.T) {
	b := open(t, true)
	b.system = brokenDialog{}
	b.ChooseFile(parts.FileOptions{Endings: []string{".txt"}, Done: func(string) {}})
	if b.win.Canvas().Overlays().Top() == nil || len(b.logs) == 0 {
		t.Error("no dialog at all")
	}
}

// An answer that comes too late is nobody's, a disk that answers never takes a
// bounded number of threads, and a panic in it does not take the window down.
func TestDisksThatDoNotAnswer(t *testing.T) {
	b := open(t, true)
	b.pass()
	var hung []func()
	b.threads.away = func(f func()) { hung = append(hung, f) }
	var said []bool
	ask := func() { b.aside(func() {}, func(late bool) { said = append(said, late) }) }
	ask()
	if len(said) != 0 {
		t.Fatal("answered before the disk, and before its time")
	}
	b.pass()
	if len(said) != 1 || !said[0] || b.lastWait != diskPatience {
		t.Fatalf("%v after %v", said, b.lastWait)
	}
	hung[0]()
	if len(said) != 1 {
		t.Error("the late answer was taken")
	}
	for range 2 * mostAsides {
		ask()
	}
	if len(hung) != 1+mostAsides || len(said) != 1+mostAsides {
		t.Errorf("%d threads, %d answers", len(hung), len(said))
	}
	for _, f := range hung[1:] {
		f()
	}
	b.threads.away = func(f func()) { f() }
	b.aside(func() { panic("x") }, func(late bool) { said = append(said, late) })
	if !said[len(said)-1] || len(b.logs) == 0 || b.asides != 0 {
		t.Errorf("%v, %d left", said, b.asides)
	}
}

func TestOurDialogRemembersTheFolderAndClosesWithEsc(t *testing.T) {
	b := open(t, true)
	b.system = nil
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "m.txt"), []byte(motionText), 0o600); err != nil {
		t.Fatal(err)
	}
	got := ""
	ask := func() {
		b.ChooseFile(parts.FileOptions{Purpose: "motion", Title: "Öppna motion", Done: func(path string) { got = path }})
	}
	before := b.win.Canvas().Focused()
	ask()
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.win.Canvas().Overlays().Top() != nil || got != "" || b.win.Canvas().Focused() != before {
		t.Fatalf("Esc: %q, %T", got, b.win.Canvas().Overlays().Top())
	}
	ask()
	for _, e := range parttest.Entries(b.win.Canvas().Overlays().Top()) {
		e.SetText(filepath.Join(dir, "m.txt"))
	}
	b.command(t, ctrl, fyne.KeyReturn)
	if got != filepath.Join(dir, "m.txt") || b.lastFolder("motion") != dir {
		t.Errorf("%q, and %q is remembered", got, b.lastFolder("motion"))
	}
}

func TestSaveCopyWritesAMatterFile(t *testing.T) {
	b := open(t, true)
	b.pass()
	path := filepath.Join(t.TempDir(), "kopia.json")
	b.system = chosenFile(path)
	b.saveCopy()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := app.DecodeMatter(data)
	if err != nil || m.Title != b.o.Desk.State().Matter.Title {
		t.Errorf("%v %v", m, err)
	}
	b.system = chosenFile(filepath.Join(t.TempDir(), "finns", "inte", "x.json"))
	b.saveCopy()
	if app.CodeOf(b.shown) != app.CodeNoFile {
		t.Errorf("a folder that is gone gives %v", b.shown)
	}
}
