package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestAFileDroppedOnThePaperBecomesAnAnnex(t *testing.T) {
	b := open(t, true)
	b.o.Desk.OpenDocument(0)
	folder := t.TempDir()
	text, heavy := filepath.Join(folder, "brev_från_region.txt"), filepath.Join(folder, "tung.bin")
	if err := os.WriteFile(text, []byte("hej"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(heavy, nil, 0o600); err != nil || os.Truncate(heavy, app.MostAnnex+1) != nil {
		t.Fatal(err)
	}
	b.Go("paper")
	rows := b.o.Desk.State().Rows.Len()
	before := len(b.o.Desk.State().Document().Annexes)
	b.drop(heavy, text)
	as := b.o.Desk.State().Document().Annexes
	if len(as) != before+1 || as[before].Title != "brev från region" || as[before].How != app.AnnexListed || string(as[before].Data) != "hej" {
		t.Fatalf("%d annexes", len(as))
	}
	top := b.win.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(strings.Join(parttest.Texts(top), " "), "Bilagorna numreras") {
		t.Fatal("the annexes are not shown")
	}
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
	if !strings.Contains(b.texts(), "Filen är för stor för en bilaga: tung.bin.") || !strings.Contains(b.texts(), "52\u00a0MB") {
		t.Error("the file that is too heavy is not told, with its size")
	}
	if b.o.Desk.Undo(); len(b.o.Desk.State().Document().Annexes) != before {
		t.Error("it is not one step")
	}
	b.Go("matters")
	b.drop(text) // elsewhere it is a motion
	if b.o.Desk.State().Rows.Len() != rows || b.win.Canvas().Overlays().Top() == nil || len(b.o.Desk.State().Document().Annexes) != before {
		t.Error("a file dropped elsewhere is not read as a motion")
	}
}

func TestFactsAndReferralsByKeys(t *testing.T) {
	b := open(t, true)
	b.Go("draft")
	for key, says := range map[fyne.KeyName]string{fyne.KeyH: "Handlingens uppgifter: ", fyne.KeyM: "Remisser"} {
		b.command(t, ctrl, key)
		top := b.win.Canvas().Overlays().Top()
		if top == nil || !strings.Contains(strings.Join(parttest.Texts(top), " "), says) {
			t.Fatalf("%s opens nothing that says %q", key, says)
		}
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if b.win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s stays", says)
		}
	}
}
