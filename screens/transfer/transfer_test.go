package transfer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/check"
	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// host chooses a file at once.
type host struct {
	*parttest.Host
	path string
}

func (h *host) ChooseFile(o parts.FileOptions) { o.Done(h.path) }

// room is a window over a register, with what was told.
type room struct {
	h    *host
	s    app.Store
	d    *desk.Desk
	o    Options
	told []string
}

func newRoom(t *testing.T, lang string, matters ...*app.Matter) *room {
	t.Helper()
	s, d := parttest.Register(t, matters...)
	r := &room{h: &host{parttest.New(t, lang, 1280, 800), filepath.Join(t.TempDir(), "allt.zip")}, s: s, d: d}
	k, _ := s.(app.Keeper)
	r.o = Options{Desk: d, Store: s, Keeper: k, Program: "Yttra 0", Now: func() time.Time { return parttest.Now },
		Checker: func() (*check.Checker, error) { return check.Compile(d.Packs(), lang) },
		Kind:    func(id string) string { return id },
		Fact: func(f compare.Fact) (string, []compare.Edit) {
			return string(f.What), []compare.Edit{{Op: compare.Removed, Old: f.Old}, {Op: compare.Added, New: f.New}}
		},
		Text: func(edits []compare.Edit) fyne.CanvasObject {
			var text string
			for _, e := range edits {
				text += e.Old + e.New
			}
			return parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular)
		},
		Shut: d.Shut, Help: func(string) func() { return func() {} },
		Done: func(id, told string, anew bool) {
			r.told = append(r.told, told)
			if anew {
				if err := d.Reload(id); err != nil {
					t.Error(err)
				}
			}
		}}
	return r
}

func (r *room) top() fyne.CanvasObject {
	top := r.h.Win.Canvas().Overlays().Top()
	if top == nil {
		return parts.Rect(parts.Clear, 1, 1, 0)
	}
	return top
}

func (r *room) press(t *testing.T, text string) {
	t.Helper()
	parttest.Press(t, r.top(), text)
}

// primary presses the primary button with its keys.
func (r *room) primary() {
	r.top().(*parts.Dialog).Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
}

func (r *room) sees(text string) bool {
	return strings.Contains(strings.Join(parttest.Texts(r.top()), " "), text)
}

func (r *room) key(k fyne.KeyName) {
	r.h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

// exported is a room whose register was written to its file.
func exported(t *testing.T, matters ...*app.Matter) *room {
	t.Helper()
	r := newRoom(t, "sv", matters...)
	ShowExport(r.h, r.o)
	r.press(t, "Handlingarna som PDF")
	r.press(t, "Välj var …")
	if len(r.h.Problems) > 0 || len(r.told) != 1 || !strings.Contains(r.told[0], r.h.path) {
		t.Fatalf("%v %v", r.h.Problems, r.told)
	}
	return r
}

func matter(title string) *app.Matter {
	m := sample.Register()[0].Clone()
	m.Title = title
	return m
}

func TestExportSaysWhatItIs(t *testing.T) {
	r := newRoom(t, "en", matter("Ett"))
	ShowExport(r.h, r.o)
	for _, want := range []string{"unprotected", "do not publish it", "All matters", "Only the open matter"} {
		if !r.sees(want) {
			t.Errorf("it does not say %q: %q", want, parttest.Texts(r.top()))
		}
	}
	r.press(t, "Only the open matter")
	r.press(t, "Choose where …")
	if _, err := os.Stat(r.h.path); err != nil {
		t.Error(err)
	}
}

func TestExportThatFailsIsTold(t *testing.T) {
	r := newRoom(t, "sv", matter("Ett"))
	r.h.path = filepath.Join(r.h.path, "finns inte", "x.zip")
	ShowExport(r.h, r.o)
	r.press(t, "Välj var …")
	if len(r.h.Problems) != 1 || app.CodeOf(r.h.Problems[0]) != app.CodeNoFile {
		t.Errorf("%v", r.h.Problems)
	}
}

func TestImportIntoAnEmptyRegister(t *testing.T) {
	from := exported(t, matter("Ett"))
	r := newRoom(t, "sv")
	r.h.path = from.h.path
	ShowImport(r.h, r.o)
	if rows := r.d.State().Rows; rows.Len() != 0 || !r.sees("1 nytt ärende") || !r.sees("1 ärende skrivs") {
		t.Fatalf("%d %q", rows.Len(), parttest.Texts(r.top()))
	}
	r.primary()
	if rows := r.d.State().Rows; rows.Len() != 1 || rows.At(0).Title != "Ett" || r.told[0] != "Inläst: 1 nytt ärende." {
		t.Errorf("%d %v %v", rows.Len(), r.told, r.h.Problems)
	}
}

// What is left by Esc has written nothing.
func TestImportThatIsLeftWritesNothing(t *testing.T) {
	from := exported(t, matter("Ett"))
	r := newRoom(t, "sv")
	r.h.path = from.h.path
	ShowImport(r.h, r.o)
	r.top().(*parts.Dialog).Dismiss()
	if r.d.State().Rows.Len() != 0 || len(r.told) > 0 {
		t.Error("something was written")
	}
}

// The open matter is another in the archive: part by part it is chosen, by keys alone.
func TestChooseSideBySide(t *testing.T) {
	theirs := matter("Deras rubrik")
	theirs.Documents[0].Sections[1].Text = "Deras avsnitt."
	from := exported(t, theirs)
	r := newRoom(t, "sv", matter("Min rubrik"))
	r.h.path = from.h.path
	ShowImport(r.h, r.o)
	if !r.sees("1 som skiljer sig") || !r.sees("Inget skrivs") {
		t.Fatalf("%q", parttest.Texts(r.top()))
	}
	r.key(fyne.KeyReturn) // the first row
	for _, want := range []string{"Min rubrik", "Deras rubrik", "Deras avsnitt.", "Behåll här"} {
		if !r.sees(want) {
			t.Errorf("not beside each other: %q", want)
		}
	}
	r.h.Win.Canvas().FocusNext() // from the facts to the section
	r.key(fyne.KeyRight)
	r.key(fyne.KeySpace)
	r.press(t, "Använd valen")
	if !r.sees("Delar läses in") || !r.sees("1 ärende skrivs") {
		t.Fatalf("%q", parttest.Texts(r.top()))
	}
	r.primary()
	m := r.d.State().Matter
	if m == nil || m.Title != "Min rubrik" || m.Documents[0].Sections[1].Text != "Deras avsnitt." {
		t.Errorf("%v %v", r.told, r.h.Problems)
	}
	list, err := r.d.Revisions()
	if err != nil || list[0].Name != "Från allt.zip" || list[1].Name != "Före importen" {
		t.Errorf("%+v %v", list, err)
	}
}

func TestArrowsAndAllAtOnce(t *testing.T) {
	two := func(word string) []*app.Matter {
		a, b := matter("A"), sample.Register()[1].Clone()
		a.Holder, b.Holder = word, word
		return []*app.Matter{a, b}
	}
	from := exported(t, two("deras")...)
	r := newRoom(t, "sv", two("mitt")...)
	r.h.path = from.h.path
	ShowImport(r.h, r.o)
	r.key(fyne.KeyRight)
	r.key(fyne.KeyRight)
	r.key(fyne.KeyRight)
	if !r.sees("Båda behålls") || !r.sees("1 ärende skrivs") {
		t.Errorf("%q", parttest.Texts(r.top()))
	}
	r.press(t, "Ta arkivets") // for all
	if !r.sees("Läses in") {
		t.Errorf("%q", parttest.Texts(r.top()))
	}
	r.primary()
	for _, row := range r.d.State().Rows.List() {
		if m, _, err := r.s.Load(row.ID); err != nil || m.Holder == "mitt" && len(r.told) == 0 {
			t.Errorf("%v %v", err, r.told)
		}
	}
}

func TestFaultyArchivesAreTold(t *testing.T) {
	from := exported(t, matter("Ett"))
	data, err := os.ReadFile(from.h.path)
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t, "sv")
	r.h.path = filepath.Join(t.TempDir(), "avbruten.zip")
	if err := os.WriteFile(r.h.path, data[:len(data)*9/10], 0o600); err != nil {
		t.Fatal(err)
	}
	ShowImport(r.h, r.o)
	if !r.sees("1 sak i arkivet stämmer inte") {
		t.Fatalf("%q %v", parttest.Texts(r.top()), r.h.Problems)
	}
	r.press(t, "Visa")
	if !r.sees("Slutet av arkivet saknas.") {
		t.Errorf("%q", parttest.Texts(r.top()))
	}
	r.press(t, "Stäng")
	r.primary()
	if r.d.State().Rows.Len() != 1 {
		t.Error("what is whole is not taken")
	}
	if err := os.WriteFile(r.h.path, []byte("inget"), 0o600); err != nil {
		t.Fatal(err)
	}
	ShowImport(r.h, r.o)
	if n := len(r.h.Problems); n == 0 || app.CodeOf(r.h.Problems[n-1]) != app.CodeNotArchive {
		t.Errorf("%v", r.h.Problems)
	}
}

func TestWordsForWhatIsErasedAndUnreadable(t *testing.T) {
	r := newRoom(t, "sv")
	p := &archive.Plan{Items: []archive.Item{{Title: "Ett", State: archive.Erased, Take: archive.Leave, ErasedOn: "2026-01-02"},
		{State: archive.Unreadable, Take: archive.Leave, Faults: []archive.Fault{{Kind: archive.Damaged, Name: "arenden/x"}}},
		{Title: "Två", State: archive.Differs, ByReference: true, HereInBin: true, Bin: true, Take: archive.Leave, Here: app.Row{Title: "Tvåan"}}}}
	m := newModel(r.h.Lang, &archive.Archive{Name: "x.zip"}, p)
	var all []string
	for m.at = range m.len() {
		x := m.row(m.at)
		all = append(all, x.title, x.second, x.take, m.about())
	}
	said := strings.Join(all, "\n")
	for _, want := range []string{"togs bort för gott ur det här registret 2026-01-02", "arenden/x", "samma diarienummer som ”Tvåan”", "ligger i papperskorgen här", "låg i papperskorgen"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	if m.at = 1; m.chosen().State != archive.Erased || !m.turn(-1) || m.chosen().Take != archive.Theirs || !m.turn(1) || m.chosen().Take != archive.Leave {
		t.Errorf("%+v", m.chosen())
	}
}
