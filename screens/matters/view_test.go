package matters_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/app/search"
	"yttra/screens/matters"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func samples() []*app.Matter {
	var out []*app.Matter
	for _, m := range sample.Register() {
		out = append(out, &m)
	}
	return out
}

type bench struct {
	*parttest.Host
	desk   *desk.Desk
	screen *matters.Screen
	news   int

	originals int // how often the paper that came in was asked for
}

func open(t *testing.T, ms ...*app.Matter) *bench { return openAt(t, 1196, ms...) }

// openAt opens the screen in a width; 1196 is what is left of a window of 1280.
func openAt(t *testing.T, width float32, ms ...*app.Matter) *bench {
	s, d := parttest.Register(t, ms...)
	b := &bench{Host: parttest.New(t, "sv", width, 689), desk: d}
	texts := search.New(s, "")
	t.Cleanup(func() {
		if err := texts.Close(); err != nil {
			t.Error(err)
		}
	})
	b.screen = matters.New(b.desk, b, matters.Orders{New: func() { b.news++ }, OpenMotion: func() {}, Original: func() { b.originals++ }, Samples: func() {}, Texts: texts})
	b.desk.Listen(func(s desk.State) {
		list := s.Rows.List()
		for i := range list { // the rules may change
			list[i].Tally = app.Tally{Blocking: i, Serious: 12 - i}
		}
		s.Rows, s.Tally = app.NewRows(list), app.Tally{Blocking: 1, Serious: 11}
		b.screen.Show(s)
	})
	b.Put(parts.Dock(b.screen.Header(), nil, b.screen.Content()))
	return b
}

var update = flag.Bool("update", false, "rewrite the drawings in testdata")

// counts are what a row says of its findings. Those in the bin are as they were
// saved, by rules that may change.
var counts = regexp.MustCompile(`(?s)(type="\*matters\.tally">).*?(</widget>)`)

// golden compares the screen with a drawing in testdata; -update rewrites it.
func (b *bench) golden(t *testing.T, name string) {
	t.Helper()
	got, file := test.RenderToMarkup(b.Win.Canvas()), filepath.Join("testdata", name+".xml")
	if name == "bin" {
		got = counts.ReplaceAllString(got, "$1$2")
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) == got {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Errorf("%s:%d is drawn as\n%s\nnot\n%s\nrun with -update and look at it", file, i+1, strings.TrimSpace(g[i]), strings.TrimSpace(w[i]))
			return
		}
	}
	t.Errorf("%s has %d lines, drawn are %d", file, len(w), len(g))
}

func (b *bench) focused(k fyne.KeyName) {
	b.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func TestEmptyRegisterOffersAWayIn(t *testing.T) {
	b := open(t)
	b.Shot(t, "matters-empty")
	b.golden(t, "empty")
	texts := parttest.Texts(b.screen.Content())
	for _, want := range []string{"Öppna handling …", "Se exempel"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not offered: %q", want, texts)
		}
	}
	parttest.Press(t, b.screen.Content(), "Nytt ärende")
	if b.news != 1 {
		t.Error("Nytt ärende did nothing")
	}
}

func TestSearchWhileTyping(t *testing.T) {
	b := open(t, samples()...)
	b.Shot(t, "matters-light")
	b.golden(t, "full")
	b.screen.Find()
	entry, ok := b.Win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("Ctrl+F put the focus on %T", b.Win.Canvas().Focused())
	}
	test.Type(entry, "cykel")
	first := b.screen.Facts()[0]
	if first != "1 av 3 ärenden" {
		t.Errorf("%q", first)
	}
	test.Type(entry, "xyz")
	b.Pass()
	b.Shot(t, "matters-nothing")
	b.golden(t, "nothing")
	if !slices.Contains(parttest.Texts(b.screen.Content()), "Inget ärende innehåller ”cykelxyz”") {
		t.Errorf("%q", parttest.Texts(b.screen.Content()))
	}
	parttest.Press(t, b.screen.Content(), "Rensa sökningen")
	if b.screen.Facts()[0] != "3 av 3 ärenden" {
		t.Error(b.screen.Facts())
	}
}

func TestArrowsChooseAndEnterOpens(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Focus()
	before := b.desk.State().Matter.ID
	for range 3 {
		b.focused(fyne.KeyUp)
	}
	if b.desk.State().Matter.ID != before {
		t.Error("passing over a row opened it at once")
	}
	b.focused(fyne.KeyDown)
	b.Pass()
	chosen := b.desk.State().Matter.ID
	b.focused(fyne.KeyReturn)
	if !slices.Equal(b.Went, []string{"draft"}) || b.desk.State().Matter.ID != chosen {
		t.Errorf("went %v", b.Went)
	}
	b.focused(fyne.KeyEnd)
	b.focused(fyne.KeyReturn)
	if b.desk.State().Matter.ID == chosen {
		t.Error("Enter on another row did not open it")
	}
}

func (b *bench) says(t *testing.T, want ...string) {
	t.Helper()
	texts := parttest.Texts(b.Win.Content())
	for _, w := range want {
		if !slices.Contains(texts, w) {
			t.Errorf("%q is not shown: %q", w, texts)
		}
	}
}

func TestDeleteGoesToTheBinAndBack(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Focus()
	b.focused(fyne.KeyHome)
	b.Pass()
	title := b.desk.State().Matter.Title
	b.focused(fyne.KeyDelete)
	if b.desk.State().Rows.Len() != 2 {
		t.Fatalf("%d rows left", b.desk.State().Rows.Len())
	}
	b.Shot(t, "matters-removed")
	b.golden(t, "removed")
	b.Pass()
	if m := b.desk.State().Matter; m == nil || m.Title == title {
		t.Error("the keyboard did not come to the next matter")
	}
	parttest.Press(t, b.screen.Content(), "Ångra")
	b.Pass()
	if m := b.desk.State().Matter; m == nil || m.Title != title {
		t.Error("the matter did not come back to where it stood")
	}
	if _, ok := b.Win.Canvas().Focused().(*parts.List); !ok {
		t.Errorf("the focus went to %T", b.Win.Canvas().Focused())
	}
}

func TestBinIsEmptiedFromTheKeyboard(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Focus()
	for range 3 {
		b.focused(fyne.KeyDelete)
		b.Pass()
	}
	if _, ok := b.Win.Canvas().Focused().(*parts.Entry); !ok {
		t.Errorf("with an empty list the focus is on %T", b.Win.Canvas().Focused())
	}
	b.screen.Jump("outline")
	b.focused(fyne.KeyEnd)
	b.focused(fyne.KeySpace)
	b.screen.Focus()
	b.golden(t, "bin")
	b.focused(fyne.KeyDelete) // nothing to do here
	for range 3 {
		b.focused(fyne.KeyReturn)
	}
	b.says(t, "Papperskorgen är tom")
	if n := b.desk.State().Rows.Len(); n != 3 || len(b.Went) != 0 {
		t.Errorf("%d matters came back, went %v", n, b.Went)
	}
	b.golden(t, "bin-empty")
}

func TestStageAndHolderAreSetAndTakenBack(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Focus()
	b.focused(fyne.KeyHome)
	b.Pass()
	before := b.desk.State().Rows
	b.focused(fyne.KeyF2)
	b.golden(t, "standing")
	top := b.Win.Canvas().Overlays().Top()
	b.focused(fyne.KeyDown) // from På remiss to Väntar på nämnd
	entries := parttest.Entries(top)
	entries[0].SetText("Utbildningsnämnden")
	entries[1].SetText("2026-02-30")
	parttest.Press(t, top, "Spara")
	if texts := parttest.Texts(top); !slices.Contains(texts, "Dagen finns inte. Skriv den som 2026-12-09.") {
		t.Errorf("an impossible day was taken: %q", texts)
	}
	entries[1].SetText("2026-12-02")
	parttest.Press(t, top, "Spara")
	b.Pass()
	r := b.desk.State().Rows.At(0)
	if r.Stage != app.Waiting || r.Holder != "Utbildningsnämnden" || r.Meeting != "2026-12-02" {
		t.Fatalf("%+v", r)
	}
	b.says(t, "Utbildningsnämnden 2026-12-02", "Ångra")
	parttest.Press(t, b.screen.Content(), "Ångra")
	if r := b.desk.State().Rows.At(0); r.Stage != app.Referred || r.Meeting != "" || r.Holder == "Utbildningsnämnden" {
		t.Errorf("not taken back: %+v", r)
	}
	if before.Len() != b.desk.State().Rows.Len() {
		t.Error("rows were lost")
	}
}

func TestWordsInTexts(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Find()
	entry, _ := b.Win.Canvas().Focused().(*parts.Entry)
	test.Type(entry, "samtycke")
	b.says(t, "Söker i texterna …")
	b.Pass() // the texts are searched
	b.Pass() // and the words around are read
	b.golden(t, "texts")
	b.says(t, "samtycke")
	if f := b.screen.Facts(); !slices.Contains(f, "2 i texterna") {
		t.Errorf("%q", f)
	}
	b.focused(fyne.KeyEscape)
	if entry.Text != "" || b.screen.Facts()[0] != "3 av 3 ärenden" {
		t.Errorf("Esc left %q, %q", entry.Text, b.screen.Facts())
	}
	b.focused(fyne.KeyEscape)
	if _, ok := b.Win.Canvas().Focused().(*parts.List); !ok {
		t.Errorf("the second Esc went to %T", b.Win.Canvas().Focused())
	}
}

func TestTheListIsNarrowed(t *testing.T) {
	b := open(t, samples()...)
	parttest.Press(t, b.screen.Header(), "Filter")
	b.Pass() // the texts are read for the bodies they name
	b.says(t, "Alla lägen")
	b.focused(fyne.KeyDown)
	b.focused(fyne.KeyDown) // Skrivs
	if got := b.screen.Facts()[0]; got != "1 av 3 ärenden" {
		t.Error(got)
	}
	b.golden(t, "narrowed")
	b.screen.Find()
	entry, _ := b.Win.Canvas().Focused().(*parts.Entry)
	test.Type(entry, "samtykce")
	b.Pass()
	b.says(t, "Inget ärende innehåller ”samtykce”")
	b.says(t, "Menade du ”samtycke”? Listan visar bara det som stämmer med Skrivs.")
	b.golden(t, "narrowed-nothing")
	parttest.Press(t, b.screen.Content(), "Sök på ”samtycke”")
	b.Pass()
	if entry.Text != "samtycke" || b.screen.Facts()[0] != "1 av 3 ärenden" {
		t.Errorf("%q %q", entry.Text, b.screen.Facts())
	}
	parttest.Press(t, b.screen.Content(), "Rensa")
	b.Pass()
	if got := b.screen.Facts()[0]; got != "2 av 3 ärenden" {
		t.Error(got)
	}
	parttest.Press(t, b.screen.Header(), "Filter")
	if slices.Contains(parttest.Texts(b.screen.Content()), "Alla lägen") {
		t.Error("the choices were not put away")
	}
}

func TestJumps(t *testing.T) {
	b := open(t, samples()...)
	for to, want := range map[string]string{"outline": "*parts.Choice", "text": "*parts.List", "findings": "*parts.Press"} {
		b.screen.Jump(to)
		if got := fmt.Sprintf("%T", b.Win.Canvas().Focused()); got != want {
			t.Errorf("%s went to %s, want %s", to, got, want)
		}
	}
}

func TestPapersLeadToTheirPlace(t *testing.T) {
	b := open(t, samples()...)
	b.screen.Focus()
	b.focused(fyne.KeyEnd)
	b.Pass()
	parttest.Press(t, b.screen.Content(), "Kostnad")
	parttest.Press(t, b.screen.Content(), "Tjänsteskrivelse")
	parttest.Press(t, b.screen.Content(), "Pröva")
	if want := []string{"costs", "draft", "assess"}; !slices.Equal(b.Went, want) {
		t.Errorf("went %v, want %v", b.Went, want)
	}
	parttest.Press(t, b.screen.Content(), "Motion")
	if b.originals != 1 {
		t.Error("the motion is not shown")
	}
}

// At every width everything has its place: no two texts of the list or its top lie
// over each other.
func TestNarrowWidths(t *testing.T) {
	for _, w := range []float32{1916, 1196, 1096, 1095, 820, 679, 576} {
		b := openAt(t, w, samples()...)
		if w == 820 || w == 576 {
			b.golden(t, fmt.Sprint("width-", w))
		}
		type box struct {
			text string
			x, y fyne.Position
		}
		var seen []box
		parttest.Visit(b.Win.Content(), func(o fyne.CanvasObject) {
			c, ok := o.(*canvas.Text)
			if !ok || c.Text == "" || strings.HasPrefix(c.Text, "Sök titel") { // cut by its field
				return
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
			// The words' own size: a text may be given more room than it takes.
			n := box{c.Text, at, at.AddXY(c.MinSize().Width, c.MinSize().Height-4)}
			if n.y.X > w+1 || n.x.X < 0 {
				t.Errorf("%v: %q lies outside", w, c.Text)
			}
			for _, s := range seen {
				if s.x.X < n.y.X-1 && n.x.X < s.y.X-1 && s.x.Y < n.y.Y-1 && n.x.Y < s.y.Y-1 && n.x.Y < 640 {
					t.Errorf("%v: %q lies over %q", w, n.text, s.text)
				}
			}
			seen = append(seen, n)
		})
	}
}

func TestStripShowsMore(t *testing.T) {
	b := openAt(t, 820, samples()...)
	b.screen.Focus()
	parttest.Press(t, b.screen.Content(), "Visa mer")
	top := b.Win.Canvas().Overlays().Top()
	if texts := parttest.Texts(top); !slices.Contains(texts, "Yrkanden") || !slices.Contains(texts, "Ändra läge …") {
		t.Errorf("%q", texts)
	}
	parttest.Press(t, top, "Lägg i papperskorgen")
	if b.desk.State().Rows.Len() != 2 {
		t.Error("not removed")
	}
}

// A register of a hundred thousand builds rows only for what is seen.
func TestHundredThousandRows(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	d := parttest.Desk(t)
	s := matters.New(d, h, matters.Orders{New: func() {}, OpenMotion: func() {}})
	rows := make([]app.Row, 100_000)
	for i := range rows {
		rows[i] = app.Row{ID: fmt.Sprint(i), Title: fmt.Sprint("Ärende ", i), Received: "2026-04-15"}
	}
	s.Show(desk.State{Today: "2026-11-22", Rows: app.NewRows(rows)})
	h.Put(s.Content())
	s.Focus()
	for range 30 {
		h.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	drawn := 0
	for _, text := range parttest.Texts(s.Content()) {
		if text == "Ny" {
			drawn++
		}
	}
	if drawn == 0 || drawn > 40 {
		t.Errorf("%d rows are drawn", drawn)
	}
}
