package screens

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// broken is a register that cannot be written while it is broken.
type brokenStore struct {
	app.Store
	fault error
}

func (b *brokenStore) Save(c app.Change) (app.Revision, error) {
	if b.fault != nil {
		return app.Revision{}, b.fault
	}
	return b.Store.Save(c)
}

// bench is a whole window on one thread, over a register in memory.
type bench struct {
	*Window
	store *brokenStore
	fired map[int]func()
	next  int
	logs  []error
}

func open(t *testing.T, samples bool) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	mem, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mem.Close() })
	b := &bench{store: &brokenStore{Store: mem}, fired: map[int]func(){}}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	checker := func(lang string) (*check.Checker, error) { return check.Compile(p, lang) }
	c, err := checker("sv")
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.New(desk.Parts{Store: b.store, Packs: p, Checker: c, Now: func() time.Time { return parttest.Now }})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.SetProfile(app.Profile{Theme: "light"}); err != nil {
		t.Fatal(err)
	}
	if samples {
		for _, m := range sample.Register() {
			if err := d.Add(&m, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Desk: d, Words: w, Checker: checker, Creator: "Yttra", Log: func(err error) { b.logs = append(b.logs, err) },
		Samples: func() ([]*app.Matter, error) {
			var out []*app.Matter
			for _, m := range sample.Register() {
				out = append(out, &m)
			}
			return out, nil
		}}
	b.Window = newWindow(a, o, threads{
		away: func(f func()) { f() },
		back: func(f func()) { f() },
		later: func(_ time.Duration, f func()) func() bool {
			n := b.next
			b.next++
			b.fired[n] = f
			return func() bool { delete(b.fired, n); return true }
		},
		now: func() time.Time { return parttest.Now },
	})
	b.win.Show()
	b.started()
	t.Cleanup(func() { b.closed = true })
	return b
}

// pass lets every timer fire.
func (b *bench) pass() {
	fired := b.fired
	b.fired = map[int]func(){}
	for _, f := range fired {
		f()
	}
}

// menuItem finds a command of the menu by its shortcut.
func (b *bench) command(t *testing.T, m fyne.KeyModifier, k fyne.KeyName) {
	t.Helper()
	want := (&desktop.CustomShortcut{KeyName: k, Modifier: m}).ShortcutName()
	for _, menu := range b.win.MainMenu().Items {
		for _, i := range menu.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == want {
				i.Action()
				return
			}
		}
	}
	t.Fatalf("no command has %s", want)
}

func (b *bench) texts() string { return strings.Join(parttest.Texts(b.win.Content()), " | ") }

func TestShortcutsAreUnique(t *testing.T) {
	b := open(t, false)
	seen := map[string]string{}
	for _, m := range b.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut == nil {
				continue
			}
			if other, twice := seen[i.Shortcut.ShortcutName()]; twice {
				t.Errorf("%s and %s share %s", other, i.Label, i.Shortcut.ShortcutName())
			}
			seen[i.Shortcut.ShortcutName()] = i.Label
			if c, ok := i.Shortcut.(*desktop.CustomShortcut); ok && c.Modifier&(ctrl|alt) == ctrl|alt {
				t.Errorf("%s uses Ctrl+Alt, which is AltGr", i.Label)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d shortcuts", len(seen))
	}
}

func TestScreensBySHortcut(t *testing.T) {
	b := open(t, true)
	for _, r := range table() {
		b.command(t, ctrl, r.key)
		if b.front != r.name || b.work.Objects[0] != b.screens[r.name].Content() {
			t.Errorf("Ctrl+%s shows %s", r.key, b.front)
		}
		if b.win.Canvas().Focused() == nil {
			t.Errorf("%s has no focus when it comes to front", r.name)
		}
	}
}

func TestWithoutAMatterOnlyTheListCanBeShown(t *testing.T) {
	b := open(t, false)
	for _, r := range table()[1:] {
		b.Go(r.name)
		if b.front != "matters" {
			t.Errorf("%s is shown with nothing open", r.name)
		}
	}
}

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

func TestLanguageSwitchLosesNoWork(t *testing.T) {
	b := open(t, true)
	b.Go("assess")
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Ny rubrik" })
	b.speak("en")
	if b.front != "assess" || b.o.Desk.State().Matter.Title != "Ny rubrik" || !b.o.Desk.State().CanUndo {
		t.Error("the switch changed what was open")
	}
	if texts := b.texts(); !strings.Contains(texts, "Assess") || strings.Contains(texts, "Pröva") {
		t.Errorf("%s", texts)
	}
	if b.win.MainMenu().Items[0].Label != "File" || b.o.Desk.State().Profile.Language != "en" {
		t.Error("menu or profile is not in English")
	}
	b.speak("sv")
	if !strings.Contains(b.texts(), "Pröva") {
		t.Error("Swedish did not come back")
	}
}

func TestThemeSwitchRebuilds(t *testing.T) {
	b := open(t, true)
	before := b.win.Content()
	b.look("dark")
	if !parts.Dark() || b.win.Content() == before || b.o.Desk.State().Profile.Theme != "dark" {
		t.Error("the window is not dark")
	}
	b.look("light")
	if parts.Dark() {
		t.Error("the window stayed dark")
	}
}

func TestSizeStaysWithinItsBounds(t *testing.T) {
	b := open(t, false)
	for range 20 {
		b.command(t, ctrl, fyne.KeyPlus)
	}
	if got := b.o.Desk.State().Profile.Scale; got != mostPercent {
		t.Errorf("%d", got)
	}
	for range 20 {
		b.command(t, ctrl, fyne.KeyMinus)
	}
	if got := b.o.Desk.State().Profile.Scale; got != leastPercent {
		t.Errorf("%d", got)
	}
	b.command(t, ctrl, fyne.Key0)
	if got := b.o.Desk.State().Profile.Scale; got != 100 {
		t.Errorf("%d", got)
	}
}

func TestMotionToMatter(t *testing.T) {
	b := open(t, false)
	b.command(t, ctrl, fyne.KeyO)
	entry, ok := b.win.Canvas().Focused().(*parts.Entry)
	if !ok {
		t.Fatalf("the focus is on %T", b.win.Canvas().Focused())
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Läs motionen")
	if len(b.win.Canvas().Overlays().List()) != 1 {
		t.Fatal("an empty text was read")
	}
	entry.SetText(motionText)
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Läs motionen")
	top := b.win.Canvas().Overlays().Top()
	if texts := strings.Join(parttest.Texts(top), " "); !strings.Contains(texts, "Ur motionen") {
		t.Fatalf("the words it came from are not shown: %s", texts)
	}
	parttest.Press(t, top, "Skapa ärende")
	s := b.o.Desk.State()
	if s.Matter == nil || len(s.Matter.Claims) != 2 || len(s.Matter.Measures) == 0 || s.Document() == nil || b.front != "draft" {
		t.Errorf("%+v, front %s", s.Matter, b.front)
	}
	if s.Saved.State != desk.Kept || s.Matter.Motion == nil || s.Matter.Motion.Text != motionText {
		t.Error("the matter or its motion is not kept")
	}
}

func TestCommandsDoNotReachPastADialog(t *testing.T) {
	b := open(t, true)
	b.saveVersion()
	b.command(t, ctrl, fyne.Key3)
	if b.front == "assess" {
		t.Error("a screen changed behind a dialog")
	}
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close the dialog")
	}
}

func TestNamedVersionAndBack(t *testing.T) {
	b := open(t, true)
	b.saveVersion()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Spara version")
	title := b.o.Desk.State().Matter.Title
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Annan" })
	b.save()
	b.showVersions()
	texts := parttest.Texts(b.win.Canvas().Overlays().Top())
	if !slices.Contains(texts, "Version 2026-11-22") {
		t.Fatalf("%q", texts)
	}
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Gå tillbaka hit")
	if got := b.o.Desk.State().Matter.Title; got != title {
		t.Errorf("title is %q", got)
	}
	b.undo()
	if got := b.o.Desk.State().Matter.Title; got != "Annan" {
		t.Errorf("going back cannot be undone: %q", got)
	}
}

func TestSamplesFillAnEmptyRegister(t *testing.T) {
	b := open(t, false)
	parttest.Press(t, b.win.Content(), "Se exempel")
	s := b.o.Desk.State()
	if len(s.Rows) != 3 || s.Profile.Municipality == "" || s.Profile.Theme != "light" {
		t.Errorf("%d rows, %+v", len(s.Rows), s.Profile)
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

func TestRailByKeys(t *testing.T) {
	b := open(t, true)
	b.win.Canvas().Focus(b.rail)
	b.rail.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.rail.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.front != table()[1].name {
		t.Errorf("front is %s", b.front)
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
