package screens

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

func wordsOf(t *testing.T, lang string) i18n.Words {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Every sort of damage, of loss and of act is said in whole sentences, in both languages.
func TestRepairIsTold(t *testing.T) {
	at := time.Date(2026, 11, 22, 8, 5, 0, 0, time.Local)
	p := app.Repair{At: at, Rebuilt: true, Backup: at.Add(-24 * time.Hour), Changes: 1, Rescued: 2, Healed: 3, Aside: "/home/ada/yttra/aside/x"}
	for _, k := range []app.DamageKind{app.DamageData, app.DamageEnd, app.DamageJournal, app.DamageMark, app.DamageKeys, app.DamageFile, app.DamageRecord} {
		p.Found = append(p.Found, app.Damage{Kind: k}, app.Damage{Kind: k})
	}
	p.Found = append(p.Found, app.Damage{Kind: app.DamageBackup, Name: "2026-11-21.backup"}, app.Damage{Kind: app.DamageRecord, Name: "row/x", Title: "Cykelväg", Detail: "checksum"})
	for _, k := range []app.LostKind{app.LostMatter, app.LostVersion, app.LostAnnex, app.LostProfile, app.LostUnknown} {
		p.Lost = append(p.Lost, app.Lost{Kind: k, Title: "Cykelväg", Revision: 4, Name: "karta.pdf", Last: at})
	}
	for _, lang := range []string{"sv", "en"} {
		w := wordsOf(t, lang)
		r := repairTold(w, p)
		if len(r.groups) != 4 || len(r.groups[0].lines) != 9 || len(r.groups[1].lines) != 5 || len(r.groups[2].lines) != 2 || len(r.groups[3].lines) != 6 {
			t.Errorf("%s: %+v", lang, r)
		}
		text := r.text(w, p)
		for _, want := range []string{"Cykelväg", "karta.pdf", "2026-11-21", "08", "row/x", "checksum", "/home/ada/yttra/aside/x"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not told:\n%s", lang, want, text)
			}
		}
		if strings.Contains(text, "{{") || strings.Contains(text, "repair.") {
			t.Errorf("%s: a word is missing:\n%s", lang, text)
		}
	}
	whole := repairTold(wordsOf(t, "sv"), app.Repair{At: at, Whole: true, Found: []app.Damage{{Kind: app.DamageEnd}}, Rebuilt: true, Changes: 41})
	if whole.ended != "Allt som har sparats finns kvar." || whole.groups[1].lines[0] != "Ingenting. Du kan arbeta som vanligt." {
		t.Errorf("%+v", whole)
	}
}

// A repair is told when the register is opened, once, and can be read again and saved.
func TestRepairIsShownOnce(t *testing.T) {
	dir := t.TempDir()
	k, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Save(app.Change{Matter: &app.Matter{ID: "m", Title: "Cykelväg"}, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "data", "MANIFEST")); err != nil {
		t.Fatal(err)
	}
	if k, err = store.Open(dir, store.Options{}); err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	f := open(t, true)
	f.reg.Keeper = k
	f.tellRepairs()
	if f.win.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is shown")
	}
	all, err := k.Repairs()
	if err != nil || len(all) != 1 || all[0].Seen {
		t.Fatalf("%+v, %v", all, err)
	}
	f.repairsSeen(all)
	f.win.Canvas().Overlays().Remove(f.win.Canvas().Overlays().Top())
	f.tellRepairs()
	if f.win.Canvas().Overlays().Top() != nil {
		t.Error("it is shown again")
	}
	f.showRepairs()
	if f.win.Canvas().Overlays().Top() == nil {
		t.Error("it cannot be read again")
	}
}

// A long report is read with the keyboard: the keys go past the button that has it.
func TestRepairScrollsByKeyboard(t *testing.T) {
	b := open(t, true)
	b.win.Resize(fyne.NewSize(900, 500))
	p := app.Repair{At: time.Now(), Whole: false}
	for i := range 40 {
		p.Lost = append(p.Lost, app.Lost{Kind: app.LostMatter, Title: fmt.Sprint("Ärende ", i)})
	}
	b.repairDialog("repair.title", []app.Repair{p})
	var scroll *container.Scroll
	parttest.Visit(b.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok {
			scroll = s
		}
	})
	if scroll == nil {
		t.Fatal("nothing scrolls")
	}
	last := scroll.Offset.Y
	for _, k := range []struct {
		key  fyne.KeyName
		down bool
	}{{fyne.KeyDown, true}, {fyne.KeyPageDown, true}, {fyne.KeyUp, false}, {fyne.KeyEnd, true}, {fyne.KeyPageUp, false}, {fyne.KeyHome, false}} {
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k.key})
		if at := scroll.Offset.Y; at == last || at > last != k.down || at < 0 {
			t.Errorf("%s: from %g to %g", k.key, last, at)
		}
		last = scroll.Offset.Y
	}
	if last != 0 {
		t.Errorf("Home leads to %g", last)
	}
}
