package parts_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// Upp keeps the keyboard while one presses it, all the way to the top, where
// nothing more is to be pressed.
func TestTheKeyboardStaysOnUpp(t *testing.T) {
	dir := folderOf(t, "a/b/c.txt")
	p := pick(t, texts, filepath.Join(dir, "a", "b"), nil)
	c := p.h.Win.Canvas()
	for range 2 {
		c.(interface{ FocusPrevious() }).FocusPrevious()
		if f, ok := c.Focused().(*parts.Press); ok && len(parttest.Texts(f)) == 0 {
			break
		}
	}
	for range strings.Count(dir, "/") + 2 {
		f, ok := c.Focused().(*parts.Press)
		if !ok || !slices.Contains(parttest.Presses(p.d), f) {
			t.Fatalf("the keyboard is on %T, which is not in the dialog", c.Focused())
		}
		p.key(fyne.KeyReturn)
	}
	if _, ok := c.Focused().(*parts.List); !ok {
		t.Errorf("at the top the keyboard is on %T", c.Focused())
	}
	if p.key(fyne.KeyBackspace); !p.says("Dator") {
		t.Error("Backspace at the top leads away")
	}
}

func TestNobodysHomeBeginsAtTheTop(t *testing.T) {
	h := parttest.New(t, "en", 700, 500)
	d := parts.ShowFiles(h.Win, texts, parts.FilesFrom{Words: h.Lang, Aside: parttest.Aside})
	if said := strings.Join(parttest.Texts(d), " | "); !strings.Contains(said, "Computer | Name") {
		t.Errorf("%s", said)
	}
}

// Tab goes through the dialog as the eye does, and stays in it.
func TestTabOrderOfTheFileDialog(t *testing.T) {
	p := pick(t, pdf, folderOf(t, "a.pdf"), nil)
	c := p.h.Win.Canvas()
	begun := c.Focused()
	var order []string
	for range 12 {
		c.(interface{ FocusNext() }).FocusNext()
		switch f := c.Focused().(type) {
		case *parts.Press:
			order = append(order, strings.Join(parttest.Texts(f), " "))
		case *parts.List:
			order = append(order, "list")
		case *parts.Dropdown:
			order = append(order, "kinds")
		case *parts.Entry:
			order = append(order, "name")
		}
		if c.Focused() == begun {
			break
		}
	}
	want := []string{"kinds", "Avbryt", "Spara", "", "Hem", "", "Ny mapp", "list", "name"} // the empty ones: the cross and Upp
	if !slices.Equal(order, want) {
		t.Errorf("%q", order)
	}
}

func drawFilesGround(*testing.T, fyne.Window) fyne.CanvasObject {
	return parts.Rect(parts.Fog, 1, 1, 0)
}

func filesIn(t *testing.T, w fyne.Window, o parts.FileOptions) {
	// The folders above have names that leave no room for those of this machine.
	const above = "Nämndens ärenden/Kommunstyrelsens förvaltning/Handlingar till sammanträdet/"
	dir := folderOf(t, above+"Bilagor/", above+"Äldre/", above+"Motion om buss.txt", above+"Ängsgatan.txt", above+"Bilaga 2.txt", above+"Bilaga 10.txt", above+"odd\xff.txt")
	dir = filepath.Join(dir, above)
	day := time.Date(2026, 4, 15, 9, 0, 0, 0, time.Local)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Chtimes(filepath.Join(dir, e.Name()), day, day); err != nil {
			t.Fatal(err)
		}
	}
	first := true
	parts.ShowFiles(w, o, parts.FilesFrom{Words: swedish(), Home: filepath.Dir(dir), Folder: dir, Aside: func(do func(), done func(bool)) {
		if first { // the places are those of this machine
			first = false
			return
		}
		do()
		done(false)
	}})
	w.Canvas().Overlays().Top().Refresh()
}

func overFiles(t *testing.T, w fyne.Window) {
	filesIn(t, w, texts)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

func overSave(t *testing.T, w fyne.Window) {
	o := pdf
	o.Name, o.Endings, o.Kind = "Ängsgatan.txt", []string{".txt"}, "Textfiler"
	filesIn(t, w, o)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
