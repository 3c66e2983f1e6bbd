package screens

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"yttra/app"
	"yttra/screens/parts"
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
	if b.lastFolder("pdf") == dir {
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

func TestEndingsOfFilesToWrite(t *testing.T) {
	o := parts.FileOptions{Save: true, Endings: []string{".pdf"}}
	for in, want := range map[string]string{"/a/b": "/a/b.pdf", "/a/b.PDF": "/a/b.PDF", "/a.x/b": "/a.x/b.pdf"} {
		if got := withEnding(o, in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	o.Save = false
	if withEnding(o, "/a/b") != "/a/b" {
		t.Error("a file to read got an ending")
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
