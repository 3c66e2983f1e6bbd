package screens

import (
	"errors"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

// A person who types without a pause is saved all the same.
func TestUnbrokenTypingIsSavedWithinFiveSeconds(t *testing.T) {
	b := open(t, true)
	b.pass()
	for range 60 { // six seconds of a key each tenth of a second
		b.clock = b.clock.Add(100 * time.Millisecond)
		b.o.Desk.Edit("type:0", func(m *app.Matter) { m.Title += "x" })
		if wait := b.lastWait; wait == 0 {
			b.pass()
			break
		}
	}
	if b.o.Desk.State().Saved.State != desk.Kept {
		t.Error("six seconds of typing are not saved")
	}
	if b.clock.Sub(parttest.Now) < 4*time.Second {
		t.Error("it was saved although it was still quiet to come")
	}
}

func TestFailingRegisterLeavesTheTextInTheSettings(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.store.fault = &app.Problem{Code: app.CodeNotSaved, Where: "disk"}
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Skrivet på full disk" })
	b.pass()
	kept, err := b.o.Settings.Rescued()
	if err != nil || len(kept) != 1 || kept[0].Matter.Title != "Skrivet på full disk" {
		t.Fatalf("%+v %v", kept, err)
	}
	b.store.fault = nil
	parttest.Press(t, b.problem, "Försök igen")
	if kept, _ = b.o.Settings.Rescued(); len(kept) != 0 {
		t.Error("what the register has taken still lies there")
	}
}

// rescuedBench is the next start after a register did not take some text.
func rescuedBench(t *testing.T, since bool) (*bench, string) {
	t.Helper()
	b := open(t, true)
	b.pass()
	before := b.o.Desk.State().Matter.Title
	b.store.fault = &app.Problem{Code: app.CodeNotSaved}
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Det sista jag skrev" })
	b.pass()
	b.store.fault = nil
	d, err := desk.New(desk.Parts{Store: b.store, Packs: b.o.Desk.Packs(), Checker: mustChecker(t, b), Now: func() time.Time { return parttest.Now }})
	if err != nil {
		t.Fatal(err)
	}
	if since {
		if err := d.Open(b.o.Desk.State().Matter.ID); err != nil {
			t.Fatal(err)
		}
		d.Edit("", func(m *app.Matter) { m.Title = "Sparat sedan dess" })
		if err := d.Save(); err != nil {
			t.Fatal(err)
		}
	}
	b.take(Register{Desk: d})
	b.findRescued()
	b.drawNotes()
	return b, before
}

func TestRescuedTextIsOfferedAtTheNextStart(t *testing.T) {
	b, _ := rescuedBench(t, false)
	if !strings.Contains(b.texts(), "Text som registret inte tog emot finns kvar: ”Det sista jag skrev”") {
		t.Fatal(b.texts())
	}
	n := b.o.Desk.State().Rows.Len()
	parttest.Press(t, b.notes, "Hämta texten")
	s := b.o.Desk.State()
	if s.Matter.Title != "Det sista jag skrev" || s.Saved.State != desk.Kept || s.Rows.Len() != n || b.front != "draft" {
		t.Errorf("%q, %d rows, %s", s.Matter.Title, s.Rows.Len(), b.front)
	}
	if strings.Contains(b.texts(), "inte tog emot") {
		t.Error("the row stays")
	}
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 0 {
		t.Error("it is still outside the register")
	}
}

func TestRescuedTextNeverOverwritesWhatCameAfter(t *testing.T) {
	b, _ := rescuedBench(t, true)
	n := b.o.Desk.State().Rows.Len()
	parttest.Press(t, b.notes, "Hämta texten")
	s := b.o.Desk.State()
	if s.Matter.Title != "Det sista jag skrev (hämtad text)" || s.Rows.Len() != n+1 {
		t.Errorf("%q, %d rows of %d", s.Matter.Title, s.Rows.Len(), n)
	}
}

func TestRescuedTextIsThrownAwayOnlyWhenAsked(t *testing.T) {
	b, before := rescuedBench(t, false)
	parttest.Press(t, b.notes, "Ta bort")
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 1 {
		t.Fatal("it was thrown away without a question")
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Ta bort")
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 0 || strings.Contains(b.texts(), "inte tog emot") {
		t.Error("it is still there")
	}
	found := false
	rows, err := b.store.List()
	for _, r := range rows.All() {
		found = found || r.Title == before
	}
	if err != nil || !found {
		t.Errorf("the register was touched: %v", err)
	}
}

func TestConflictKeepsBoth(t *testing.T) {
	b := open(t, true)
	b.pass()
	id := b.o.Desk.State().Matter.ID
	m, rev, err := b.store.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	m.Title = "Den andras"
	if _, err := b.store.Save(app.Change{Matter: m, Base: rev.Number, At: parttest.Now}); err != nil {
		t.Fatal(err)
	}
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Min" })
	b.pass()
	if app.CodeOf(b.shown) != app.CodeConflict {
		t.Fatalf("shown: %v", b.shown)
	}
	parttest.Press(t, b.problem, "Spara som kopia")
	titles := map[string]bool{}
	for _, r := range b.o.Desk.State().Rows.All() {
		titles[r.Title] = true
	}
	if !titles["Den andras"] || !titles["Min (min kopia)"] || b.shown != nil || b.o.Desk.State().Saved.State != desk.Kept {
		t.Errorf("%v, %v", titles, b.shown)
	}
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 0 {
		t.Error("what is kept twice lies in the settings too")
	}
}

// cracked is a store in which the latest text of a matter cannot be read.
type cracked struct{ app.Store }

func (c cracked) Load(id string) (*app.Matter, app.Revision, error) {
	return nil, app.Revision{}, &app.Problem{Code: app.CodeDamaged, What: "text/" + id, Err: errors.New("checksum")}
}

func TestDamagedMatterOpensAnEarlierVersion(t *testing.T) {
	b := open(t, true)
	row := b.o.Desk.State().Rows.At(0)
	d, err := desk.New(desk.Parts{Store: cracked{b.store}, Packs: b.o.Desk.Packs(), Checker: mustChecker(t, b), Now: func() time.Time { return parttest.Now }})
	if err != nil {
		t.Fatal(err)
	}
	b.take(Register{Desk: d})
	b.Problem(b.o.Desk.Open(row.ID))
	parttest.Press(t, b.problem, "Öppna en tidigare version")
	if m := b.o.Desk.State().Matter; m == nil || m.ID != row.ID || m.Title != sample.Register()[2].Title || b.shown != nil {
		t.Errorf("%v, %v", m, b.shown)
	}
}

func TestLeavingOverUnsavedTextKeepsOrForgetsIt(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Sista ordet" })
	b.store.fault = &app.Problem{Code: app.CodeNotSaved}
	b.leave()
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 1 {
		t.Error("while the person thinks, the text is nowhere")
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Stäng utan att spara")
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 0 || !b.closed {
		t.Error("what the person threw away comes back")
	}
}

func TestWhatCannotBeSavedAtABreakIsKeptElsewhere(t *testing.T) {
	b := open(t, true)
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Sista ordet" })
	b.store.fault = &app.Problem{Code: app.CodeNotSaved}
	b.rescue()
	if kept, _ := b.o.Settings.Rescued(); len(kept) != 1 || kept[0].Matter.Title != "Sista ordet" {
		t.Errorf("%+v", kept)
	}
}

func TestWhySomethingIsNotSavedIsSaid(t *testing.T) {
	b := open(t, true)
	b.pass()
	for where, want := range map[string]string{"disk": "Ändringarna sparas inte. Disken är full.", "folder": "Mappen går inte att nå: /hem/yttra", "": "Ändringarna sparas inte."} {
		b.store.fault = &app.Problem{Code: app.CodeNotSaved, What: "/hem/yttra", Where: where}
		b.o.Desk.Edit("", func(m *app.Matter) { m.Title += "x" })
		b.pass()
		if !strings.Contains(b.texts(), want) || !strings.Contains(b.texts(), "Texten finns kvar i fönstret.") {
			t.Errorf("%s: %q is not said", where, want)
		}
	}
}
