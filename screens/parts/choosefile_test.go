package parts_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// folderOf makes a folder with files; a name that ends in / is a folder.
func folderOf(t *testing.T, names ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Ärenden")
	for _, n := range names {
		path := filepath.Join(dir, n)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(n, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte(n), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// picking is a file dialog in a window, driven by keys.
type picking struct {
	t      *testing.T
	h      *parttest.Host
	d      *parts.Dialog
	before *parts.Press
	got    []string
}

func pick(t *testing.T, o parts.FileOptions, dir string, aside func(do func(), done func(bool))) *picking {
	t.Helper()
	p := &picking{t: t, h: parttest.New(t, "sv", 1000, 700), before: button("före", parts.Plain, "")}
	p.h.Put(parts.Left(p.before))
	p.h.Win.Canvas().Focus(p.before)
	p.h.Win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if d, ok := p.h.Win.Canvas().Overlays().Top().(*parts.Dialog); ok && e.Name == fyne.KeyEscape {
			d.Dismiss()
		}
	})
	o.Done = func(path string) { p.got = append(p.got, path) }
	if aside == nil {
		aside = parttest.Aside
	}
	p.d = parts.ShowFiles(p.h.Win, o, parts.FilesFrom{Words: swedish(), Home: filepath.Dir(dir), Folder: dir, Aside: aside})
	return p
}

func (p *picking) key(names ...fyne.KeyName) {
	p.t.Helper()
	for _, n := range names {
		f := p.h.Win.Canvas().Focused()
		if f == nil {
			p.t.Fatalf("nothing has the focus at %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (p *picking) letters(s string) {
	for _, r := range s {
		p.h.Win.Canvas().Focused().TypedRune(r)
	}
}

func (p *picking) name() *parts.Entry {
	entries := parttest.Entries(p.d)
	return entries[len(entries)-1]
}

func (p *picking) says(text string) bool {
	return strings.Contains(strings.Join(parttest.Texts(p.d), " | "), text)
}

func (p *picking) closed() bool { return p.h.Win.Canvas().Overlays().Top() == nil }

func (p *picking) want(paths ...string) {
	p.t.Helper()
	if !slices.Equal(p.got, paths) || !p.closed() {
		p.t.Fatalf("chose %q, want %q; closed: %v; %q", p.got, paths, p.closed(), parttest.Texts(p.d))
	}
	if p.h.Win.Canvas().Focused() != fyne.Focusable(p.before) {
		p.t.Error("the focus is not where it was")
	}
}

var texts = parts.FileOptions{Title: "Öppna motion", Endings: []string{".txt"}, Kind: "Textfiler"}

func TestOpeningAFileByKeys(t *testing.T) {
	dir := folderOf(t, "Under/inne.txt", "alfa.txt", "beta.txt", "bild.png")
	p := pick(t, texts, dir, nil)
	if p.says("bild.png") || !p.says("alfa.txt") || !p.says("Ärenden") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.key(fyne.KeyDown, fyne.KeyReturn) // into Under
	p.key(fyne.KeyEnd)
	if p.name().Text != "inne.txt" {
		t.Fatalf("the name is %q", p.name().Text)
	}
	p.key(fyne.KeyBackspace) // and back, with Under chosen
	p.letters("be")
	p.key(fyne.KeyReturn)
	p.want(filepath.Join(dir, "beta.txt"))
}

func TestEscClosesAndChoosesNothing(t *testing.T) {
	p := pick(t, texts, folderOf(t, "a.txt"), nil)
	p.key(fyne.KeyDown, fyne.KeyEscape)
	p.want()
	p = pick(t, texts, folderOf(t, "a.txt"), nil)
	p.h.Win.Canvas().Focus(p.name())
	p.key(fyne.KeyEscape)
	p.want()
}

func TestTypedPaths(t *testing.T) {
	dir := folderOf(t, "Under/inne.txt", "alfa.txt")
	for name, c := range map[string]struct{ typed, want string }{
		"whole":        {dir + "/Under/inne.txt", "Under/inne.txt"},
		"home":         {"~/Ärenden/alfa.txt", "alfa.txt"},
		"part":         {"Under/inne.txt", "Under/inne.txt"},
		"no ending":    {"Under/inne", "Under/inne.txt"},
		"the first of": {"al", "alfa.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			p := pick(t, texts, dir, nil)
			p.name().SetText(c.typed)
			p.h.Win.Canvas().Focus(p.name())
			p.key(fyne.KeyReturn)
			p.want(filepath.Join(dir, c.want))
		})
	}
	p := pick(t, texts, dir, nil)
	p.name().SetText("finns inte.txt")
	p.h.Win.Canvas().Focus(p.name())
	if p.key(fyne.KeyReturn); p.closed() || !p.says("Det finns ingen fil med det namnet här.") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.name().SetText("~")
	if p.key(fyne.KeyReturn); p.closed() || p.says("ingen fil") || p.name().Text != "" || !p.says("Ärenden") {
		t.Fatalf("home is not shown: %q", parttest.Texts(p.d))
	}
}

var pdf = parts.FileOptions{Title: "Exportera …", Save: true, Name: "yttrande.pdf", Endings: []string{".pdf"}, Kind: "PDF"}

func TestSavingAsksBeforeItReplaces(t *testing.T) {
	dir := folderOf(t, "yttrande.pdf", "Under/")
	p := pick(t, pdf, dir, nil)
	if p.h.Win.Canvas().Focused() != fyne.Focusable(p.name()) || p.name().SelectedText() != "yttrande.pdf" {
		t.Fatalf("the name is not ready to write over: %q", p.name().SelectedText())
	}
	p.key(fyne.KeyReturn)
	if p.closed() || !p.says("Filen finns redan") || p.says("Exportera …") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.key(fyne.KeyReturn) // on what loses nothing
	if p.closed() || p.says("Filen finns redan") || p.h.Win.Canvas().Focused() != fyne.Focusable(p.name()) {
		t.Fatal("a second Enter did not go back to the name")
	}
	p.key(fyne.KeyReturn, fyne.KeyEscape)
	if p.closed() || p.says("Filen finns redan") {
		t.Fatal("Esc did not take the question away, and only that")
	}
	p.key(fyne.KeyReturn)
	parttest.Press(t, p.d, "Ersätt")
	p.want(filepath.Join(dir, "yttrande.pdf"))

	p = pick(t, pdf, dir, nil)
	p.name().SetText("nytt")
	p.key(fyne.KeyReturn)
	p.want(filepath.Join(dir, "nytt.pdf"))
	if _, err := os.Stat(filepath.Join(dir, "nytt.pdf")); err == nil {
		t.Error("the dialog made the file")
	}
}

func TestSavingInANewFolder(t *testing.T) {
	dir := folderOf(t, "Under/")
	p := pick(t, pdf, dir, nil)
	parttest.Press(t, p.d, "Ny mapp")
	naming := p.h.Win.Canvas().Focused().(*parts.Entry)
	naming.SetText("Under")
	if p.key(fyne.KeyReturn); !p.says("Namnet finns redan här.") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	naming.SetText("November")
	enter := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}
	p.d.Shortcut(enter)
	if p.closed() || p.says("Mappens namn") || p.name().Text != "yttrande.pdf" || p.h.Win.Canvas().Focused() != fyne.Focusable(p.name()) {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.d.Shortcut(enter)
	p.want(filepath.Join(dir, "November", "yttrande.pdf"))
}

func TestChoosingAFolder(t *testing.T) {
	dir := folderOf(t, "Register/inre/", "fil.txt")
	o := parts.FileOptions{Title: "Mapp för registret", Folder: true}
	p := pick(t, o, dir, nil)
	if p.says("fil.txt") || !p.says(dir) {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	parttest.Press(t, p.d, "Välj mapp")
	p.want(dir)

	p = pick(t, o, dir, nil)
	p.key(fyne.KeyDown)
	if !p.says(filepath.Join(dir, "Register")) {
		t.Errorf("what is chosen is not said: %q", parttest.Texts(p.d))
	}
	parttest.Press(t, p.d, "Välj mapp")
	p.want(filepath.Join(dir, "Register"))

	p = pick(t, o, dir, nil)
	p.key(fyne.KeyDown, fyne.KeyReturn)
	parttest.Press(t, p.d, "Välj mapp")
	p.want(filepath.Join(dir, "Register"))
}

func TestAltUpCrumbsAndPlaces(t *testing.T) {
	dir := folderOf(t, "Under/inne.txt", "alfa.txt")
	p := pick(t, texts, filepath.Join(dir, "Under"), nil)
	up := &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	if !p.d.Shortcut(up) || !p.says("alfa.txt") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.key(fyne.KeyReturn) // Under is chosen
	if !p.says("inne.txt") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	parttest.Press(t, p.d, "Ärenden")
	if !p.says("alfa.txt") {
		t.Fatalf("the crumb leads nowhere: %q", parttest.Texts(p.d))
	}
	p.key(fyne.KeyHome, fyne.KeyReturn)
	parttest.Press(t, p.d, "Hem") // which is Ärenden here
	if !p.says("alfa.txt") {
		t.Fatalf("the place leads nowhere: %q", parttest.Texts(p.d))
	}
}

func TestAllFilesAndEmptyFolders(t *testing.T) {
	dir := folderOf(t, "bild.png", "Tom/")
	p := pick(t, texts, filepath.Join(dir, "Tom"), nil)
	if !p.says("Mappen är tom.") {
		t.Errorf("%q", parttest.Texts(p.d))
	}
	p.h.Win.Canvas().Focus(p.kinds(t))
	p.key(fyne.KeyDown)
	p.d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if !p.says("bild.png") {
		t.Errorf("all files are not shown: %q", parttest.Texts(p.d))
	}
}

func (p *picking) kinds(t *testing.T) *parts.Dropdown {
	t.Helper()
	var found *parts.Dropdown
	parttest.Visit(p.d, func(o fyne.CanvasObject) {
		if d, ok := o.(*parts.Dropdown); ok {
			found = d
		}
	})
	if found == nil {
		t.Fatal("nothing to choose kinds with")
	}
	return found
}

// A disk that does not answer gives a row, and the dialog goes on.
func TestDeadAndClosedFolders(t *testing.T) {
	dir := folderOf(t, "a.txt", "Under/")
	dead := false
	p := pick(t, texts, dir, func(do func(), done func(bool)) {
		if !dead {
			do()
		}
		done(dead)
	})
	dead = true
	p.key(fyne.KeyDown, fyne.KeyReturn)
	if !p.says("Mappen svarar inte.") || p.says("a.txt") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	dead = false
	parttest.Press(t, p.d, "Försök igen")
	if p.says("svarar inte") || !p.says("Här finns inga filer av den sorten.") && !p.says("Mappen är tom.") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	if err := os.Remove(filepath.Join(dir, "Under")); err != nil {
		t.Fatal(err)
	}
	parttest.Press(t, p.d, "Ärenden")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	p.key(fyne.KeyEnd)
	p.d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	p.name().SetText(dir + "/")
	p.h.Win.Canvas().Focus(p.name())
	if p.key(fyne.KeyReturn); !p.says("Mappen finns inte.") {
		t.Fatalf("%q", parttest.Texts(p.d))
	}
	p.key(fyne.KeyEscape)
	p.want()
}
