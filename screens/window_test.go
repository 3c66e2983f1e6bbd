package screens

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
	"yttra/screens/settings"
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
	store    *brokenStore
	fired    map[int]func()
	next     int
	logs     []error
	clock    time.Time
	lastWait time.Duration // of the timer asked for last
	dir      string        // of the settings
	opened   []string      // folders of registers
	shut     error         // why none can be opened
}

func open(t *testing.T, samples bool) *bench { return openWith(t, samples, nil) }

// openWith opens a window that is not over a register yet; begin does that.
func openWith(t *testing.T, samples bool, begin func(*bench, Beginning)) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	mem, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mem.Close() })
	b := &bench{store: &brokenStore{Store: mem}, fired: map[int]func(){}, clock: parttest.Now}
	p := parttest.Packs(t)
	checker := func(lang string) (*check.Checker, error) { return check.Compile(p, lang) }
	c, err := checker("sv")
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.New(desk.Parts{Store: b.store, Packs: p, Checker: c, Now: func() time.Time { return parttest.Now }})
	if err != nil {
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
	b.dir = t.TempDir()
	keeper, err := settings.Open(b.dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := keeper.Change(func(s *settings.Settings) { s.Look = "light" }); err != nil {
		t.Fatal(err)
	}
	furnish := func(s app.Store) (Register, error) {
		d, err := desk.New(desk.Parts{Store: s, Packs: p, Checker: c, Now: func() time.Time { return parttest.Now }})
		return Register{Desk: d, Close: s.Close}, err
	}
	o := Options{Desk: d, Words: w, Checker: checker, Creator: "Yttra", Log: func(err error) { b.logs = append(b.logs, err) }, Settings: keeper,
		Folder: filepath.Join(t.TempDir(), "register"),
		Open: func(folder string) (Register, error) {
			if b.shut != nil {
				return Register{}, b.shut
			}
			b.opened = append(b.opened, folder)
			s, err := store.OpenMemory(nil)
			if err != nil {
				return Register{}, err
			}
			r, err := furnish(s)
			return r, err
		},
		Example: func() (Register, error) {
			s, err := store.OpenMemory(nil)
			if err != nil {
				return Register{}, err
			}
			for _, m := range sample.Register() {
				if _, err := s.Save(app.Change{Matter: &m, At: parttest.Now}); err != nil {
					return Register{}, err
				}
			}
			r, err := furnish(s)
			r.Example = true
			return r, err
		}}
	if begin != nil {
		o.Desk = nil
	}
	b.Window = newWindow(a, o, threads{
		away: func(f func()) { f() },
		back: func(f func()) { f() },
		later: func(d time.Duration, f func()) func() bool {
			b.lastWait = d
			n := b.next
			b.next++
			b.fired[n] = f
			return func() bool { delete(b.fired, n); return true }
		},
		now: func() time.Time { return b.clock },
	})
	b.system = nil
	b.win.Show()
	if begin != nil {
		begin(b, Beginning{Register: Register{Desk: d}, Words: w})
	}
	t.Cleanup(func() {
		parttest.HoldPairs(t, b.win)
		b.closed = true
	})
	return b
}

func mustChecker(t *testing.T, b *bench) *check.Checker {
	t.Helper()
	c, err := b.o.Checker("sv")
	if err != nil {
		t.Fatal(err)
	}
	return c
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
	if b.win.MainMenu().Items[0].Label != "File" || b.known().Language != "en" {
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
	if !parts.Dark() || b.win.Content() == before || b.known().Look != "dark" {
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
	if got := b.known().Scale; got != mostPercent {
		t.Errorf("%d", got)
	}
	for range 20 {
		b.command(t, ctrl, fyne.KeyMinus)
	}
	if got := b.known().Scale; got != leastPercent {
		t.Errorf("%d", got)
	}
	b.command(t, ctrl, fyne.Key0)
	if got := b.known().Scale; got != 100 {
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
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Läs texten")
	if len(b.win.Canvas().Overlays().List()) != 1 {
		t.Fatal("an empty text was read")
	}
	entry.SetText(motionText)
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Läs texten")
	top := b.win.Canvas().Overlays().Top()
	if texts := strings.Join(parttest.Texts(top), " "); !strings.Contains(texts, "Inklistrad text") || !strings.Contains(texts, "Äldre reser mindre än de vill.") {
		t.Fatalf("the original is not shown: %s", texts)
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

func TestExampleIsShownAndNotKept(t *testing.T) {
	b := open(t, false)
	parttest.Press(t, b.win.Content(), "Se exempel")
	if s := b.o.Desk.State(); s.Rows.Len() != 3 || b.known().Look != "light" {
		t.Errorf("%d rows", s.Rows.Len())
	}
	if !strings.Contains(b.texts(), "Inget av det du gör här sparas") {
		t.Error("nothing says that it is an example")
	}
	if rows, err := b.store.List(); err != nil || rows.Len() != 0 {
		t.Errorf("%d invented matters were put into the register, %v", rows.Len(), err)
	}
	parttest.Press(t, b.win.Content(), "Öppna mitt register")
	if len(b.opened) != 1 || b.opened[0] != b.o.Folder || b.o.Desk.State().Rows.Len() != 0 || strings.Contains(b.texts(), "Inget av det du gör") {
		t.Errorf("opened %v", b.opened)
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
