package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/i18n"
	"yttra/screens/help"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func (b *bench) top() string {
	if o := b.win.Canvas().Overlays().Top(); o != nil {
		return strings.Join(parttest.Texts(o), " | ")
	}
	return ""
}

func f1(f fyne.Focusable) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) }

// F1 opens the help from whatever has the focus, and Esc gives the focus back.
func TestF1FromEveryPart(t *testing.T) {
	b := open(t, true)
	c := b.win.Canvas()
	for _, r := range table() {
		b.Go(r.name)
		for stop := range 14 {
			at := c.Focused()
			if at == nil {
				t.Fatalf("%s: nothing has the focus at stop %d", r.name, stop)
			}
			f1(at)
			if !strings.HasPrefix(b.top(), "Hjälp | Esc |") {
				t.Errorf("%s: F1 on %T (stop %d) shows something else", r.name, at, stop)
				break
			}
			b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if b.top() != "" || c.Focused() != at {
				t.Fatalf("%s: the focus went from %T to %T", r.name, at, c.Focused())
			}
			c.FocusNext()
		}
	}
}

func TestHelpIsForThePlace(t *testing.T) {
	b := open(t, true)
	for name, want := range map[string]string{"matters": "Listan visar alla ärenden", "costs": "En kalkyl över hela livslängden", "paper": "Sidorna visas precis"} {
		b.Go(name)
		b.showHelp()
		if !strings.Contains(b.top(), want) {
			t.Errorf("%s: %s", name, b.top())
		}
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	for _, name := range []string{"draft", "assess"} { // the finding or criterion that is chosen
		b.Go(name)
		s, ok := b.screen().(parts.Helped)
		if !ok {
			t.Fatalf("%s names no page", name)
		}
		b.step(1)()
		id := s.HelpTopic()
		if r, known := b.o.Desk.Packs().Rule(id); !known {
			t.Errorf("%s: no rule is called %q", name, id)
		} else {
			b.showHelp()
			if !strings.Contains(b.top(), r.SV.Title) {
				t.Errorf("%s: %s", name, b.top())
			}
			b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
}

func TestHelpFromStatusLineAndDialogs(t *testing.T) {
	b := open(t, true)
	parttest.Press(t, b.status.outer, "F1 Hjälp")
	if !strings.HasPrefix(b.top(), "Hjälp | Esc |") {
		t.Fatalf("the status line: %q", b.top())
	}
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	for name, show := range map[string]func(){"Öppna en inkommen handling": b.openMotion, "Profil": b.showProfile} {
		show()
		dialog := b.win.Canvas().Overlays().Top()
		at := b.win.Canvas().Focused()
		f1(at)
		if b.win.Canvas().Overlays().Top() == dialog || !strings.Contains(b.top(), name) {
			t.Errorf("F1 in the dialog: %q", b.top())
		}
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if b.win.Canvas().Overlays().Top() != dialog || b.win.Canvas().Focused() != at {
			t.Errorf("%s: the dialog did not come back", name)
		}
		b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// Every screen has a page, and every key the pages tell of is a command's.
func TestHelpTellsOfCommandsThatExist(t *testing.T) {
	b := open(t, true)
	for _, lang := range i18n.Languages {
		b.speak(lang)
		source := b.helpSource()
		asked := source.Key
		source.Key = func(word string) (string, string) {
			label, keys := asked(word)
			if strings.HasPrefix(label, "[") || !slices.ContainsFunc(b.win.MainMenu().Items, func(m *fyne.Menu) bool {
				return slices.ContainsFunc(m.Items, func(i *fyne.MenuItem) bool { return plainLabel(i.Label) == label })
			}) {
				t.Errorf("%s: the help speaks of %s, %q, which is in no menu", lang, word, label)
			}
			return label, keys
		}
		book, err := help.NewBook(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range table() {
			if _, ok := book.Page("screen-" + r.name); !ok {
				t.Errorf("%s has no page", r.name)
			}
		}
		if _, ok := book.Page("screen-settings"); !ok {
			t.Error("the profile has no page")
		}
	}
	if k, _ := b.helpSource().Key("menu.next"); k == "" {
		t.Error("a command without words")
	}
}

func TestHelpInNarrowWindow(t *testing.T) {
	b := open(t, true)
	b.win.Resize(fyne.NewSize(700, 450))
	b.helpAt("keys")()
	if got := b.win.Canvas().Overlays().Top().Size(); got.Width > 700 {
		t.Errorf("%v", got)
	}
	for _, p := range parttest.Presses(b.win.Canvas().Overlays().Top()) {
		if slices.Contains(parttest.Texts(p), "← Bakåt") {
			test.Tap(p) // there is nowhere to go
		}
	}
	if !strings.Contains(b.top(), "Ctrl+J") {
		t.Error("the keys are not those of the menu")
	}
}

// The finding that is open in the text is the criterion that is chosen in Pröva,
// once: what is chosen there since is left alone.
func TestCriterionFollowsToAssess(t *testing.T) {
	b := open(t, true)
	b.Go("draft")
	b.step(1)()
	id := b.chosenRule()
	for range 30 {
		if r, ok := b.o.Desk.Packs().Rule(id); ok && r.Criterion() {
			break
		}
		b.step(1)()
		id = b.chosenRule()
	}
	b.Go("assess")
	if got := b.chosenRule(); got != id || id == "" {
		t.Fatalf("%q was open, %q is chosen", id, got)
	}
	b.step(1)()
	other := b.chosenRule()
	if other == id {
		t.Fatal("there is only one question")
	}
	b.Go("draft")
	b.Go("assess")
	if b.chosenRule() != other {
		t.Errorf("%q was chosen, now %q", other, b.chosenRule())
	}
}
