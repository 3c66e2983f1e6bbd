package matters_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
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
}

func open(t *testing.T, ms ...*app.Matter) *bench {
	b := &bench{Host: parttest.New(t, "sv", 1196, 689), desk: parttest.Desk(t, ms...)}
	b.screen = matters.New(b.desk, b, matters.Orders{New: func() { b.news++ }, OpenMotion: func() {}, Samples: func() {}})
	b.desk.Listen(b.screen.Show)
	b.Put(parts.Dock(b.screen.Header(), nil, b.screen.Content()))
	return b
}

func (b *bench) focused(k fyne.KeyName) {
	b.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func TestEmptyRegisterOffersAWayIn(t *testing.T) {
	b := open(t)
	b.Shot(t, "matters-empty")
	texts := parttest.Texts(b.screen.Content())
	for _, want := range []string{"Öppna motion …", "Se exempel"} {
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
	b.Shot(t, "matters-nothing")
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

func TestRemoveAsksAndCanBeUndone(t *testing.T) {
	b := open(t, samples()...)
	title := b.desk.State().Matter.Title
	foot := parttest.Presses(b.screen.Content())
	test.Tap(foot[len(foot)-1]) // the bin
	b.Shot(t, "matters-remove")
	parttest.Press(t, b.Win.Canvas().Overlays().Top(), "Lägg i papperskorgen")
	if len(b.desk.State().Rows) != 2 {
		t.Fatalf("%d rows left", len(b.desk.State().Rows))
	}
	b.Shot(t, "matters-removed")
	parttest.Press(t, b.screen.Content(), "Ångra")
	if !slices.ContainsFunc(b.desk.State().Rows, func(r app.Row) bool { return r.Title == title }) {
		t.Error("the matter did not come back")
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
	s.Show(desk.State{Today: "2026-11-22", Rows: rows})
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
