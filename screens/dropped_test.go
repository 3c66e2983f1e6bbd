package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"yttra/app"
	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func (b *bench) drop(paths ...string) {
	var uris []fyne.URI
	for _, p := range paths {
		uris = append(uris, storage.NewFileURI(p))
	}
	b.dropped(fyne.Position{}, uris)
}

func TestDroppedFilesAreOpenedOneAfterTheOther(t *testing.T) {
	b := open(t, false)
	b.pass()
	folder := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	matter, err := app.EncodeMatter(&sample.Register()[0])
	if err != nil {
		t.Fatal(err)
	}
	b.drop(file("a.txt", []byte(sample.Motion())), file("b.YTTRA", matter), file("c.json", matter))
	d, ok := b.win.Canvas().Overlays().Top().(*parts.Dialog)
	if !ok || !strings.Contains(b.texts(), "2 filer till väntar. Näst i tur: b.YTTRA") {
		t.Fatalf("%v %s", ok, b.texts())
	}
	b.drop(file("d.json", matter)) // over a dialog nothing is taken
	d.Close()
	parttest.Press(t, b.notices, "Öppna nästa")
	if n := b.o.Desk.State().Rows.Len(); n != 1 || !strings.Contains(b.texts(), "1 fil till väntar: c.json") {
		t.Fatalf("%d matters, %s", n, b.texts())
	}
	parttest.Press(t, b.notices, "Öppna nästa")
	if n := b.o.Desk.State().Rows.Len(); n != 2 || strings.Contains(b.texts(), "väntar: ") {
		t.Errorf("%d matters, %s", n, b.texts())
	}
}

func TestDroppedThingsThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	cut := filepath.Join(folder, "cut.json")
	if err := os.WriteFile(cut, []byte("{\"format\":"), 0o600); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(folder, "photo.png")
	if err := os.WriteFile(picture, []byte("\x89PNG\x00\x00\x01\x02"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{folder, cut, picture, filepath.Join(folder, "gone.txt")} {
		b := open(t, false)
		b.pass()
		b.drop(path)
		if b.shown == nil || b.win.Canvas().Overlays().Top() != nil || b.o.Desk.State().Rows.Len() != 0 {
			t.Errorf("%s: problem %v, %d matters", filepath.Base(path), b.shown, b.o.Desk.State().Rows.Len())
		}
		if b.shown != nil && app.CodeOf(b.shown) == app.CodeInternal {
			t.Errorf("%s is called our own fault: %v", filepath.Base(path), b.shown)
		}
	}
	b := open(t, false)
	b.drop()
	if b.shown != nil {
		t.Error("nothing was dropped, yet there is a problem")
	}
}
