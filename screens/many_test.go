package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// laid writes a file in a folder and gives its path.
func laid(t *testing.T, folder, name, data string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSeveralDroppedPapersAreTakenInTogether(t *testing.T) {
	b := open(t, false)
	b.pass()
	folder := t.TempDir()
	one := laid(t, folder, "a.txt", sample.Motion())
	b.drop(one, laid(t, folder, "b.txt", strings.ReplaceAll(sample.Motion(), "Norrskolan", "Söderskolan")), laid(t, folder, "c.txt", sample.Motion()))
	if texts := over(b); !strings.Contains(texts, "Ta in flera handlingar") || !strings.Contains(texts, "Skapa alla 2 ärenden") {
		t.Fatal(texts)
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Skapa alla 2 ärenden")
	if n := b.o.Desk.State().Rows.Len(); n != 2 {
		t.Fatalf("%d matters: %s", n, b.texts())
	}
	b.win.Canvas().Overlays().Top().(*parts.Dialog).Dismiss()
	b.pass()
	b.drop(folder) // a folder is the papers in it
	if texts := over(b); !strings.Contains(texts, "3 filer. 2 är inlästa, 1 är samma fil som en annan.") {
		t.Error(texts)
	}
}

func TestThePartOfALetterIsChosen(t *testing.T) {
	b := open(t, false)
	b.pass()
	letter := strings.ReplaceAll("From: Greta <greta@example.se>\nSubject: Handlingar\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"+
		"--x\nContent-Type: text/plain; charset=utf-8\n\nHej! Här kommer motionen.\n"+
		"--x\nContent-Type: text/plain; charset=utf-8; name=motion.txt\nContent-Disposition: attachment; filename=motion.txt\n\n"+sample.Motion()+"\n--x--\n", "\n", "\r\n")
	b.drop(laid(t, t.TempDir(), "brev.eml", letter))
	drop := dropdownIn(b.win.Canvas().Overlays().Top())
	if texts := over(b); drop == nil || !strings.Contains(texts, "Vilken del av brevet gäller det?") || !strings.Contains(texts, "motion.txt") {
		t.Fatal(texts)
	}
	b.win.Canvas().Focus(drop)
	drop.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if texts := over(b); !strings.Contains(texts, "brev.eml") || !strings.Contains(texts, "Hej! Här kommer motionen.") {
		t.Error(texts)
	}
}

// over is what the dialog in front says.
func over(b *bench) string {
	if top := b.win.Canvas().Overlays().Top(); top != nil {
		return strings.Join(parttest.Texts(top), " | ")
	}
	return "no dialog"
}

// dropdownIn finds the first list that drops down.
func dropdownIn(o fyne.CanvasObject) (first *parts.Dropdown) {
	parttest.Visit(o, func(o fyne.CanvasObject) {
		if d, ok := o.(*parts.Dropdown); ok && first == nil {
			first = d
		}
	})
	return first
}
