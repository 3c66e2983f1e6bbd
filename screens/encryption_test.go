package screens

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/locks"
	"yttra/app/store"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

const goodPhrase = "fyra häftiga ankor i snön"

// lockedStart opens the window of somebody whose register is encrypted.
func lockedStart(t *testing.T) *bench {
	return openWith(t, true, func(b *bench, s Beginning) {
		b.o.Unlock = func(folder string, passphrase []byte) (Register, error) {
			if string(passphrase) != goodPhrase {
				return Register{}, &app.Problem{Code: app.CodePassphrase, What: folder}
			}
			return b.o.Open(folder)
		}
		s.Fault = &app.Problem{Code: app.CodeNeedsKey}
		b.begin(s)
	})
}

// under writes in a field, in place of what stands there.
func under(e *parts.Entry, text string) { e.SetText(text) }

func TestEncryptedRegisterAsksCalmly(t *testing.T) {
	b := lockedStart(t)
	for _, want := range []string{"Registret är krypterat", "Lösenfras", "Lås upp", "Visa det jag skriver", "Byt mapp"} {
		if !strings.Contains(b.texts(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	field, ok := b.win.Canvas().Focused().(*parts.Entry)
	if !ok || !field.Password || b.shown != nil {
		t.Fatalf("the focus is on %T, a problem is shown: %v", b.win.Canvas().Focused(), b.shown)
	}
	parttest.Press(t, b.win.Content(), "Visa det jag skriver")
	if field.Password {
		t.Error("it is not shown")
	}
	parttest.Press(t, b.win.Content(), "Lås upp")
	if !strings.Contains(b.texts(), "Skriv lösenfrasen.") {
		t.Error("an empty passphrase is tried")
	}
	under(field, "fel fras ")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !strings.Contains(b.texts(), "Lösenfrasen stämmer inte") || !strings.Contains(b.texts(), "mellanslag") || b.face != locked {
		t.Errorf("face %d: %s", b.face, b.texts())
	}
	under(field, goodPhrase)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.face != atWork || len(b.opened) != 1 || b.opened[0] != b.o.Folder {
		t.Errorf("face %d, opened %v", b.face, b.opened)
	}
	if field.Text != "" {
		t.Error("the passphrase is left in the field")
	}
}

// A command at the locked page asks in a dialog, and goes on when it is open.
func TestAnotherFolderThatIsEncrypted(t *testing.T) {
	b := lockedStart(t)
	plain := b.o.Open
	b.o.Open = func(string) (Register, error) { return Register{}, &app.Problem{Code: app.CodeNeedsKey} }
	b.o.Unlock = func(folder string, passphrase []byte) (Register, error) { return plain(folder) }
	gone := false
	b.withRegister(func() { gone = true })
	top := b.win.Canvas().Overlays().Top()
	if top == nil || gone {
		t.Fatal("nobody asks")
	}
	under(parttest.Entries(top)[0], goodPhrase)
	parttest.Press(t, top, "Lås upp")
	if !gone || b.face != atWork {
		t.Errorf("face %d, %v", b.face, gone)
	}
}

// withKeeper gives the window a real register in a folder, and notes how it is converted.
func withKeeper(t *testing.T) (*bench, *app.Conversion, *[]byte) {
	b := open(t, false)
	k, err := store.Open(filepath.Join(t.TempDir(), "r"), store.Options{Cost: locks.Cost{Time: 1, Memory: 64, Threads: 1}, KeyStore: locks.InMemory()})
	if err != nil {
		t.Fatal(err)
	}
	b.reg.Keeper = k
	t.Cleanup(func() { k.Close() })
	var how app.Conversion
	var phrase []byte
	b.o.Convert = func(ctx context.Context, r Register, c app.Conversion, step func(int, int)) (Register, error) {
		how, phrase = c, bytes.Clone(c.Passphrase)
		next, err := r.Keeper.Convert(ctx, c, step)
		if err != nil {
			return r, err
		}
		t.Cleanup(func() { next.Close() })
		out, err := b.o.Open("anew")
		out.Keeper = next
		return out, err
	}
	return b, &how, &phrase
}

func TestEncryptionIsToldToBeFatalFirst(t *testing.T) {
	b, how, phrase := withKeeper(t)
	b.showEncryption()
	top := b.win.Canvas().Overlays().Top()
	said := strings.Join(parttest.Texts(top), " ")
	for _, want := range []string{"registret förlorat", "ingen bakväg", "SSD", "krypteras inte"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said", want)
		}
	}
	entries := parttest.Entries(top)
	press := func() { parttest.Press(t, top, "Kryptera registret") }
	says := func(want string) {
		t.Helper()
		if !strings.Contains(strings.Join(parttest.Texts(top), " "), want) || how.Encrypt {
			t.Errorf("%q is not said, or it was encrypted", want)
		}
	}
	under(entries[0], "kort")
	press()
	says("minst 12")
	under(entries[0], "qwertyuiopå1234567890")
	press()
	says("först")
	under(entries[0], goodPhrase)
	under(entries[1], goodPhrase+"x")
	press()
	says("inte lika")
	under(entries[1], goodPhrase)
	press()
	says("markera rutan")
	for _, p := range parttest.Presses(top) {
		if strings.Contains(strings.Join(parttest.Texts(p), " "), "Jag förstår") {
			p.Tapped(&fyne.PointEvent{})
		}
	}
	press()
	if !how.Encrypt || how.KeepBackups || how.KeyStore || string(*phrase) != goodPhrase {
		t.Fatalf("%+v", how)
	}
	if strings.Trim(string(how.Passphrase), "\x00") != "" {
		t.Error("the passphrase is not wiped")
	}
	if l := b.reg.Keeper.Lock(); !l.Encrypted || !l.Passphrase {
		t.Errorf("%+v", l)
	}
}

func TestLockedRegisterCanBeChanged(t *testing.T) {
	b, how, _ := withKeeper(t)
	b.convert(app.Conversion{Encrypt: true, Passphrase: []byte(goodPhrase)}, "crypt.done_on")
	closeTop := func() { b.win.Canvas().Overlays().Top().(*parts.Dialog).Close() }
	closeTop()
	b.showEncryption()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Använd nyckelförvaret")
	if !b.reg.Keeper.Lock().KeyStore || !strings.Contains(strings.Join(parttest.Texts(b.win.Canvas().Overlays().Top()), " "), "öppnas det utan fråga") {
		t.Errorf("%+v", b.reg.Keeper.Lock())
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Byt lösenfras")
	top := b.win.Canvas().Overlays().Top()
	entries := parttest.Entries(top)
	under(entries[0], "fel")
	under(entries[1], "en helt annan mening")
	under(entries[2], "en helt annan mening")
	parttest.Press(t, top, "Byt lösenfras")
	if !strings.Contains(strings.Join(parttest.Texts(top), " "), "stämmer inte") {
		t.Error("a wrong passphrase is not told")
	}
	under(entries[0], goodPhrase)
	parttest.Press(t, top, "Byt lösenfras")
	if got := strings.Join(parttest.Texts(b.win.Canvas().Overlays().Top()), " "); !strings.Contains(got, "Lösenfrasen är bytt") {
		t.Error(got)
	}
	closeTop()
	b.showEncryption()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Ta bort krypteringen")
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Ta bort krypteringen")
	if how.Encrypt || b.reg.Keeper.Lock().Encrypted {
		t.Error("it is still encrypted")
	}
}
