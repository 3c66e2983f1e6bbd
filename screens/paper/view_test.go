package paper

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func long() string {
	return strings.Repeat("Förvaltningen har övervägt flera åtgärder som är mindre ingripande, och säger här varför de valdes bort.\n\n", 60)
}

func TestPagesAreShownAndTurned(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, matter(long()))
	s := New(d, h, Options{Creator: "Yttra", Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	s.Focus()
	h.Shot(t, "paper-light")
	texts := parttest.Texts(s.Content())
	if !slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "Sida 1 av ") }) {
		t.Fatalf("%q", texts)
	}
	for range 12 {
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if s.model.At() == 0 {
		t.Error("PageDown does not turn the page")
	}
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if s.model.At() != 0 {
		t.Error("Home does not go to the first page")
	}
	s.Step(1)
	parttest.Press(t, s.Content(), "Hel sida")
	h.Shot(t, "paper-whole")
	if s.view.page.MinSize().Height > 689 {
		t.Error("the whole page is taller than the window")
	}
}

func TestFindingThatHoldsBackLeadsToTheText(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, matter("Kort."))
	var went []app.Finding
	s := New(d, h, Options{Finding: func(f app.Finding) { went = append(went, f) }})
	h.Put(s.Content())
	d.Listen(s.Show)
	held := s.model.Held()
	if len(held) == 0 {
		t.Fatal("an opinion of one word is held back by nothing")
	}
	for _, p := range parttest.Presses(s.Content()) {
		if strings.HasPrefix(strings.Join(parttest.Texts(p), " "), held[0].Title) {
			test.Tap(p)
		}
	}
	if len(went) != 1 || went[0].ID != held[0].ID {
		t.Errorf("went to %v", went)
	}
	if slices.Contains(parttest.Texts(s.Content()), "Spara slutlig PDF") {
		t.Error("a final paper is offered while something stops it")
	}
}

func TestSaveTo(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, matter("Kort."))
	s := New(d, h, Options{Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	path := filepath.Join(t.TempDir(), "ut.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil { // as the file dialog leaves it
		t.Fatal(err)
	}
	f, err := s.model.Snapshot(true)
	if err != nil {
		t.Fatal(err)
	}
	s.view.saveTo(path, f, true)
	data, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("%v, %d bytes", err, len(data))
	}
	if d.State().Document().Status != app.Final || s.model.Checked().IsZero() {
		t.Error("the document does not say that it is final, or the file was not read back")
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
	h.Shot(t, "paper-saved")
	s.view.saveTo(filepath.Join(path, "under", "a", "file.pdf"), f, false)
	if err := h.Problems[len(h.Problems)-1]; app.CodeOf(err) != app.CodeNoFile {
		t.Errorf("a place that cannot be written gave %v", err)
	}
}

func TestNoPrinter(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	t.Setenv("PATH", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir())
	d := parttest.Desk(t, matter("Kort."))
	s := New(d, h, Options{Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	s.Print()
	if err := h.Problems[len(h.Problems)-1]; app.CodeOf(err) != app.CodeNoPrinter {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}

func TestMissingLetterIsShownInstead(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t, matter("Här står 漢 i texten."))
	s := New(d, h, Options{Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	h.Shot(t, "paper-glyph")
	if !strings.Contains(strings.Join(parttest.Texts(s.Content()), " "), "漢") {
		t.Errorf("%q", parttest.Texts(s.Content()))
	}
}
