package screens

import (
	"context"
	"errors"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

func TestAutosaveAfterAQuietSecond(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Ny rubrik" })
	if b.o.Desk.State().Saved.State != desk.Changed {
		t.Fatal("an edit is not marked")
	}
	b.pass()
	if b.o.Desk.State().Saved.State != desk.Kept {
		t.Error("a quiet second did not save")
	}
	if !strings.Contains(b.texts(), "Sparat 09.42") {
		t.Errorf("the status line does not say so: %s", b.texts())
	}
}

func TestFailedSaveIsARowUntilItWorks(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.store.fault = &app.Problem{Code: app.CodeNotSaved, Err: errors.New("disk full")}
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Ny rubrik" })
	b.pass()
	for _, want := range []string{"Ändringarna sparas inte.", "Försök igen", "Spara kopia …", "Inte sparat"} {
		if !strings.Contains(b.texts(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if len(b.logs) == 0 {
		t.Error("the chain was not logged")
	}
	if b.o.Desk.State().Matter.Title != "Ny rubrik" {
		t.Error("the text is gone")
	}
	b.store.fault = nil
	parttest.Press(t, b.problem, "Försök igen")
	if strings.Contains(b.texts(), "Ändringarna sparas inte.") || b.o.Desk.State().Saved.State != desk.Kept {
		t.Error("the row stays although it works again")
	}
}

func TestClosingSavesFirst(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Sista ordet" })
	b.leave()
	if !b.closed {
		t.Fatal("the window did not close")
	}
	id := b.o.Desk.State().Matter.ID
	m, _, err := b.store.Load(id)
	if err != nil || m.Title != "Sista ordet" {
		t.Errorf("%v, %v", m, err)
	}
}

func TestClosingDoesNotLoseWhatCannotBeSaved(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Sista ordet" })
	b.store.fault = &app.Problem{Code: app.CodeNotSaved}
	b.leave()
	if b.closed {
		t.Fatal("the window closed with text that is nowhere else")
	}
	top := b.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nobody was asked")
	}
	parttest.Press(t, top, "Stanna kvar")
	if b.closed || b.win.Canvas().Overlays().Top() != nil {
		t.Error("Stanna kvar did not stay")
	}
	b.leave()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Stäng utan att spara")
	if !b.closed {
		t.Error("the person's own choice was not followed")
	}
}

func TestWorkCanBeStoppedAndBreaksAlone(t *testing.T) {
	b := open(t, false)
	var got error
	b.Work("Gör något", func(ctx context.Context, step func(int, int)) error {
		step(1, 2)
		parttest.Press(t, b.notices, "Avbryt")
		return ctx.Err()
	}, func(err error) { got = err })
	if app.CodeOf(got) != app.CodeCancelled {
		t.Errorf("stopped work gave %v", got)
	}
	b.Work("Gör fel", func(context.Context, func(int, int)) error { panic("bang") }, func(err error) { got = err })
	if got == nil || !strings.Contains(got.Error(), "bang") {
		t.Errorf("broken work gave %v", got)
	}
	if strings.Contains(b.texts(), "Gör f") {
		t.Error("the row of finished work stays")
	}
}

func TestTimerOfACallThatWasReplacedIsStill(t *testing.T) {
	b := open(t, false)
	n := ""
	b.After("x", 10, func() { n += "a" })
	first := b.fired[b.next-1]
	b.After("x", 10, func() { n += "b" })
	first() // it was already on its way
	b.pass()
	if n != "b" {
		t.Errorf("%q", n)
	}
}

func TestBadFilesAreProblems(t *testing.T) {
	b := open(t, false)
	for path, want := range map[string]app.Code{
		t.TempDir() + "/finns-inte.txt":  app.CodeNoFile,
		t.TempDir() + "/finns-inte.json": app.CodeNoFile,
	} {
		b.openFile(path)
		if app.CodeOf(b.shown) != want {
			t.Errorf("%s: %v", path, b.shown)
		}
	}
	b.takeMatter("x.json", []byte("{"))
	if app.CodeOf(b.shown) != app.CodeNotMatter || app.ProblemOf(b.shown).What != "x.json" {
		t.Errorf("%v", b.shown)
	}
	m := sample.Register()[0]
	data, err := app.EncodeMatter(&m)
	if err != nil {
		t.Fatal(err)
	}
	b.takeMatter("x.json", data)
	if b.shown != nil || b.o.Desk.State().Matter.ID == m.ID || b.o.Desk.State().Matter.Title != m.Title {
		t.Errorf("a good file gave %v", b.shown)
	}
}

func TestRefuseTellsWhatToDo(t *testing.T) {
	var out strings.Builder
	code := Guard(&out, func() { panic(noDisplay{"window creation error"}) })
	if !strings.Contains(out.String(), "yttra pdf") {
		t.Errorf("what works without a window is not said: %s", out.String())
	}
	if code != ourFault || !strings.Contains(out.String(), "window creation error") {
		t.Errorf("%d %s", code, out.String())
	}
	if got := Refuse(&out, &app.Problem{Code: app.CodeLocked}); got != badInput {
		t.Errorf("a locked register gives %d", got)
	}
	if Guard(&out, func() {}) != fine {
		t.Error("a window that closed is a fault")
	}
}

// Fyne now and then never comes back from its loop: the register is let go all the
// same, so that the next start finds it free.
func TestAClosedWindowEnds(t *testing.T) {
	b := open(t, true)
	closed, ended := false, false
	b.reg.Close = func() error { closed = true; return nil }
	b.o.Stuck = func() { ended = closed }
	b.end()
	if !ended {
		t.Error("the register is held by a process without a window")
	}
}

func TestFileDialogsOpen(t *testing.T) {
	b := open(t, true)
	for name, show := range map[string]func(){"copy": b.saveCopy, "matter": b.openMatterFile, "motion": b.chooseMotion, "pdf": b.export} {
		before := len(b.win.Canvas().Overlays().List())
		show()
		if len(b.win.Canvas().Overlays().List()) != before+1 {
			t.Errorf("%s: no dialog", name)
		}
		if o := b.win.Canvas().Overlays().Top(); o != nil {
			b.win.Canvas().Overlays().Remove(o)
		}
	}
	if b.shown != nil {
		t.Error(b.shown)
	}
}

func TestABrokenCommandLeavesTheWindow(t *testing.T) {
	b := open(t, true)
	b.unlessDialog(command{do: func() { panic("bang") }})()
	if app.CodeOf(b.shown) != app.CodeInternal || !strings.Contains(b.shown.Error(), "bang") {
		t.Errorf("%v", b.shown)
	}
}

func TestWhatBreaksTheWindowIsSavedFirst(t *testing.T) {
	b := open(t, true)
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Sista ordet" })
	b.rescue()
	if b.o.Desk.State().Saved.State != desk.Kept {
		t.Error("the text was not saved")
	}
}
