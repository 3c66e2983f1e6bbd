package paper

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/reports"
	"yttra/screens/parts"
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
		if held := s.model.Held(); strings.HasPrefix(strings.Join(parttest.Texts(p), " "), strings.Fields(held[0].Title)[0]) {
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
	s.model.state.Findings = nil
	f, err := s.model.Snapshot(true)
	if err != nil {
		t.Fatal(err)
	}
	s.view.saveTo(path, f, true)
	data, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("%v, %d bytes", err, len(data))
	}
	if d.State().Document().Status != app.Final || s.model.Proof().At.IsZero() {
		t.Error("the document does not say that it is final, or the file was not read back")
	}
	if c := d.State().Document().Checked; c == nil || c.Packs != d.Packs().Version || c.On != d.State().Today {
		t.Errorf("the document does not say what it was checked by: %+v", c)
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

func screenOf(t *testing.T, h *parttest.Host, m *app.Matter, o Options) *Screen {
	t.Helper()
	d := parttest.Desk(t, m)
	s := New(d, h, o)
	h.Put(s.Content())
	d.Listen(s.Show)
	return s
}

func TestPointingAtTheTextLeadsToIt(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	var went []app.Place
	s := screenOf(t, h, matter(long()), Options{Place: func(p app.Place) { went = append(went, p) }})
	page := s.view.page
	for y := float32(0); y < page.Size().Height && len(went) == 0; y += 4 {
		test.TapAt(page, fyne.NewPos(300, y))
	}
	if len(went) != 1 || went[0].Section != 0 {
		t.Fatalf("went to %v", went)
	}
	s.Focus()
	h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(went) != 2 || went[1] != went[0] {
		t.Errorf("Enter went to %v", went)
	}
	_, y, _ := s.model.PageOf(went[0])
	test.MoveMouse(h.Win.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(page).AddXY(300, page.Px(y)-2))
	if page.Cursor() == desktop.DefaultCursor {
		t.Error("nothing shows that the text can be pointed at")
	}
	h.Shot(t, "paper-over")
}

func TestThePageFollowsTheCaret(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	at := app.Place{}
	s := screenOf(t, h, matter(long()), Options{Caret: func() (app.Place, bool) { return at, true }})
	s.Focus()
	if s.model.At() != 0 {
		t.Errorf("the caret at the beginning shows page %d", s.model.At())
	}
	end := len(long()) - 10
	at = app.Place{Section: 0, Span: app.Span{Start: end, End: end}}
	s.Focus()
	last := len(s.model.Pages()) - 1
	if s.model.At() != last {
		t.Errorf("the caret at the end shows page %d of %d", s.model.At(), last)
	}
	s.view.turn(0)
	s.Focus()
	if s.model.At() != 0 {
		t.Error("a caret that has not moved turned the page")
	}
}

// What holds back is one thing to do, or the first three and all of them; the
// buttons below stay in sight.
func TestHeldBlock(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 420)
	s := screenOf(t, h, matter("Kort."), Options{Finding: func(app.Finding) {}})
	all := []app.Finding{{ID: "A", Title: "Ett"}, {ID: "B", Title: "Två"}, {ID: "C", Title: "Tre"}}
	many := parts.Stack(s.view.held(append(all, app.Finding{ID: "X", Title: "En till"})))
	if slices.Contains(parttest.Texts(many), "En till") {
		t.Error("it lists them all")
	}
	parttest.Press(t, many, "Alla 4 påpekanden")
	if !slices.Equal(h.Went, []string{"draft"}) {
		t.Errorf("went %v", h.Went)
	}
	if b := s.view.foot.front(); fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Y+b.Size().Height > 420 || !b.Visible() {
		t.Error("the primary button is out of sight")
	}
	var went []string
	s.view.o.Finding = func(f app.Finding) { went = append(went, f.ID) }
	one := parts.Stack(s.view.held(all[:1]))
	h.Put(one)
	parttest.Press(t, one, "Gå till påpekandet")
	if !slices.Equal(went, []string{all[0].ID}) {
		t.Errorf("went to %v", went)
	}
}

// The badge tells its three states in words and shapes, and what was looked at.
func TestBadge(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter("Kort."), Options{Finding: func(app.Finding) {}})
	has := func(x string) bool { return slices.Contains(parttest.Texts(s.Content()), x) }
	if !has("Inte kontrollerad än") {
		t.Error("nothing was made, and it does not say so")
	}
	s.model.SetProof(parttest.Now, reports.Proof{Pages: 1, Words: 9, Tags: 4, Lang: "sv-SE", Title: "T"}, nil)
	s.view.drawSide()
	h.Shot(t, "paper-proved")
	if !has("kontrollerad 09.42") || !has("Filen är läst tillbaka") || !has("Samma text, taggar i ordning, språk sv-SE") {
		t.Errorf("%q", parttest.Texts(s.Content()))
	}
	parttest.Press(t, s.Content(), "Visa granskningen")
	if !slices.Contains(parttest.Texts(h.Win.Canvas().Overlays().Top()), "Samma text: 9 ord läses upp") {
		t.Errorf("%q", parttest.Texts(h.Win.Canvas().Overlays().Top()))
	}
	h.Shot(t, "paper-proof")
	s.model.SetProof(parttest.Now, reports.Proof{}, &app.Problem{Code: app.CodeUnproven, Err: &reports.ProofError{Fault: reports.FaultText}})
	s.view.drawSide()
	h.Shot(t, "paper-unproven")
	if !has("Filen klarade inte granskningen") || has("Visa granskningen") {
		t.Errorf("%q", parttest.Texts(s.Content()))
	}
}

func TestSmallPagesByKeys(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter(long()), Options{})
	s.Jump("outline")
	key := func(k fyne.KeyName) { h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyDown)
	if s.model.At() != 1 || h.Win.Canvas().Focused() != fyne.Focusable(s.view.small[1]) {
		t.Errorf("at page %d", s.model.At())
	}
	key(fyne.KeyEnd)
	key(fyne.KeyDown)
	if s.model.At() != len(s.model.Pages())-1 {
		t.Errorf("at page %d", s.model.At())
	}
	free := 0
	for _, p := range s.view.small {
		if !p.Disabled() {
			free++
		}
	}
	if free != 1 {
		t.Errorf("Tab stops at %d small pages", free)
	}
	key(fyne.KeyReturn)
	if h.Win.Canvas().Focused() != fyne.Focusable(s.view.page) {
		t.Error("Enter does not go to the page")
	}
	small := s.view.small[0]
	s.Show(s.view.d.State())
	if s.view.small[0] != small {
		t.Error("the small pages were made anew")
	}
}

func TestZoom(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, matter(long()), Options{})
	before := s.view.page.MinSize().Width
	s.view.enlarge(true)
	if now := s.view.page.MinSize().Width; now <= before || s.view.bar.zooms.Chosen() != -1 {
		t.Errorf("%v is not larger than %v, or a fixed size is still chosen", now, before)
	}
	for range 40 {
		s.view.enlarge(false)
	}
	if now := s.view.page.MinSize().Width; now != least {
		t.Errorf("the smallest is %v", now)
	}
	parttest.Press(t, s.Content(), h.Words().Percent(10000))
	if now := s.view.page.MinSize().Width; now != full {
		t.Errorf("100 per cent is %v", now)
	}
	middle := s.view.scroll.Offset.X
	if room := s.view.scroll.Size().Width; room < full && middle <= 0 {
		t.Errorf("a page of %v in a room of %v does not show its middle", full, room)
	}
	s.Focus()
	for range 20 {
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	if s.view.scroll.Offset.X != 0 {
		t.Error("its left edge cannot be reached")
	}
	s.view.wheel(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -120}})
	if s.view.scroll.Offset.Y == 0 {
		t.Error("the wheel does not scroll")
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

// The dialog on personal data asks by the level that holds, changes it in the
// matter, and tells who let what stand.
func TestPersonalDialog(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	m := matter("Eleven Elias Berg i klass 4B har klagat.")
	m.Affected = []app.Group{app.Children}
	m.Answers = []app.Answer{{Criterion: "PII-NAME-01", State: app.Waived, Document: "d", Sentence: "Eleven Elias Berg i klass 4B har klagat.", Words: "Elias Berg", Reason: "Familjen vill det.", By: "Ada Ek", On: "2026-11-22"}}
	d := parttest.Desk(t, m)
	s := New(d, h, Options{Finding: func(app.Finding) {}})
	h.Put(s.Content())
	d.Listen(s.Show)
	texts := func() string {
		return strings.Join(parttest.Texts(h.Win.Canvas().Overlays().Top()), " ")
	}
	s.view.showPersonal()
	h.Shot(t, "paper-personal")
	for _, want := range []string{"Finns någon riktig uppgift alls", "”Elias Berg” – Namn på ett barn", "Familjen vill det.", "Ada Ek, 2026-11-22"} {
		if !strings.Contains(texts(), want) {
			t.Errorf("%q is not in %q", want, texts())
		}
	}
	if h.Win.Canvas().Focused() == nil {
		t.Fatal("the keyboard is nowhere")
	}
	s.view.setLevel(1)
	if d.State().Matter.Protection != 1 || s.model.Level() != 1 {
		t.Errorf("level %d", s.model.Level())
	}
	h.Win.Canvas().Overlays().Remove(h.Win.Canvas().Overlays().Top())
	s.view.showPersonal()
	if strings.Contains(texts(), "Finns någon riktig uppgift alls") || !strings.Contains(texts(), "Finns adress") {
		t.Errorf("at level 1 it asks %q", texts())
	}
}
