package versions

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// house is the screen in a window, over a matter with two versions and changes.
type house struct {
	*parttest.Host
	desk *desk.Desk
	s    *Screen
	told []string
	at   desk.Spot
}

func inWindow(t *testing.T, width, height float32, change func(*app.Matter)) *house {
	t.Helper()
	h := &house{Host: parttest.New(t, "sv", width, height)}
	h.desk = parttest.Desk(t, matter())
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	h.desk.Edit("", change)
	h.s = New(h.desk, h, Options{Done: func(told string, at desk.Spot) { h.told, h.at = append(h.told, told), at }})
	h.Put(h.s.Content())
	h.desk.Listen(h.s.Show)
	h.s.Focus()
	return h
}

func changed(m *app.Matter) {
	s := m.Documents[0].Sections
	s[1].Text = strings.Replace(s[1].Text, "dyra", "billiga", 1)
	s[2].Text = "Kostnaden är beräknad till 35 800 kronor."
}

func (h *house) focused() fyne.Focusable { return h.Win.Canvas().Focused() }

func (h *house) key(k fyne.KeyName) { h.focused().TypedKey(&fyne.KeyEvent{Name: k}) }

func (h *house) texts() []string { return parttest.Texts(h.s.Content()) }

func (h *house) says(t *testing.T, want ...string) {
	t.Helper()
	for _, w := range want {
		if !slices.Contains(h.texts(), w) {
			t.Errorf("%q is not shown in %q", w, h.texts())
		}
	}
}

func TestChangesAreDrawnAndStepped(t *testing.T) {
	h := inWindow(t, 1196, 689, changed)
	h.Shot(t, "versions-light")
	h.says(t, "Till nämnden", "2 ändringar", "dyra ", "billiga ", "5 stycken utan ändring", "tillagt", "borttaget", "finns nu", "fanns i ”Till nämnden”")
	if h.focused() != fyne.Focusable(h.s.view.list) {
		t.Errorf("the keyboard is in %T", h.focused())
	}
	h.s.Step(1)
	h.says(t, "Ändring 1 av 2")
	h.s.Jump("text")
	h.key(fyne.KeyN)
	h.says(t, "Ändring 2 av 2")
	h.key(fyne.KeyP)
	h.says(t, "Ändring 1 av 2")
	h.s.Jump("findings")
	h.key(fyne.KeyEnd)
	h.key(fyne.KeyReturn)
	h.s.Step(1)
	h.says(t, "Ändring 2 av 2")
}

func TestAFoldOpensAndTheKeyboardStays(t *testing.T) {
	h := inWindow(t, 1196, 689, changed)
	for _, p := range parttest.Presses(h.s.Content()) {
		if slices.Contains(parttest.Texts(p), "5 stycken utan ändring") {
			h.Win.Canvas().Focus(p)
		}
	}
	h.key(fyne.KeySpace)
	if n := strings.Count(strings.Join(h.texts(), "|"), "Ett stycke som står kvar."); n != 6 {
		t.Errorf("%d paragraphs are shown", n)
	}
	if h.focused() != fyne.Focusable(h.s.view.sheet.keys) {
		t.Errorf("the keyboard is in %T", h.focused())
	}
}

func TestTheButtonOfASectionPutsItBack(t *testing.T) {
	h := inWindow(t, 1196, 689, changed)
	parttest.Press(t, h.s.view.sheet.body, "Återställ avsnittet")
	if got := h.desk.State().Matter.Documents[0].Sections[1].Text; !strings.Contains(got, "dyra") {
		t.Errorf("text is %q", got)
	}
	if len(h.told) != 1 || !strings.Contains(h.told[0], "”Bedömning” är återställt") || h.at != (desk.Spot{Document: 0, Section: 1}) {
		t.Errorf("%q %+v", h.told, h.at)
	}
	h.says(t, "1 ändring", "Före återställning")
	h.desk.Undo()
	h.says(t, "2 ändringar")
	parttest.Press(t, h.s.Content(), "Återställ hela versionen")
	h.says(t, "Inga ändringar")
}

func TestArrowsChooseVersions(t *testing.T) {
	h := inWindow(t, 1196, 689, changed)
	for range 5 {
		h.key(fyne.KeyDown)
	}
	last := h.s.model.list[len(h.s.model.list)-1].Number
	if h.s.model.chosen != last || h.focused() != fyne.Focusable(h.s.view.list) {
		t.Errorf("chosen is %d", h.s.model.chosen)
	}
	h.key(fyne.KeyHome)
	if h.s.model.chosen != h.s.model.list[0].Number {
		t.Errorf("Home chose %d", h.s.model.chosen)
	}
	test.TapAt(h.s.view.list, fyne.NewPos(40, h.s.view.list.top(2)+8))
	if h.s.model.chosen != last {
		t.Error("a click does not choose")
	}
}

func TestNarrowWindowsHaveDropdowns(t *testing.T) {
	for _, c := range []struct {
		width      float32
		list, side bool
	}{{1196, true, true}, {900, true, false}, {576, false, false}} {
		h := inWindow(t, c.width, 560, changed)
		o := h.s.view.outer.Objects
		if o[0].Visible() != c.list || o[4].Visible() != c.side || h.s.view.version.Visible() == c.list || h.s.view.section.Visible() == c.side {
			t.Errorf("%v: list %v, outline %v", c.width, o[0].Visible(), o[4].Visible())
		}
		if h.focused() == nil {
			t.Errorf("%v: the keyboard is nowhere", c.width)
		}
		for _, k := range o {
			if k.Visible() && k.Position().X+k.Size().Width > c.width {
				t.Errorf("%v: something stands outside", c.width)
			}
		}
		if h.s.view.sheet.scroll.Inner.Size().Width < 400 {
			t.Errorf("%v: the page has %v", c.width, h.s.view.sheet.scroll.Inner.Size().Width)
		}
		h.s.Jump("findings")
		if h.focused() == nil {
			t.Errorf("%v: the sections cannot be gone to", c.width)
		}
		h.Shot(t, "versions-narrow")
	}
}

func TestADamagedVersionIsAProblemInItsPlace(t *testing.T) {
	h := inWindow(t, 1196, 689, changed)
	h.s.model.list = append(h.s.model.list, app.Revision{Number: 99})
	h.s.versionPicked(99)
	h.says(t, "Version 99", "Uppgifterna är skadade")
	if !strings.Contains(strings.Join(h.texts(), "|"), "Versionen finns inte i registret") {
		t.Errorf("nobody says so: %q", h.texts())
	}
	h.s.versionPicked(h.s.model.list[1].Number)
	h.says(t, "2 ändringar")
}

// Tab finds the buttons of the page where they are out of sight, and what stands
// around them is drawn when it has come into sight.
func TestTabRevealsWhatIsFarDown(t *testing.T) {
	h := inWindow(t, 1196, 420, func(m *app.Matter) {
		m.Documents[0].Sections[1].Text = strings.Repeat("Ett nytt stycke som tar en rad.\n\n", 60)
		m.Documents[0].Sections[2].Text = "Kostnaden är beräknad."
	})
	if slices.Contains(h.texts(), "Ekonomi") && h.s.view.sheet.things[len(h.s.view.sheet.things)-1].drawn != nil {
		t.Fatal("the last section is in sight already")
	}
	var last *parts.Press
	for _, thing := range h.s.view.sheet.things {
		if thing.press != nil {
			last = thing.press
		}
	}
	h.Win.Canvas().Focus(last)
	if h.s.view.sheet.scroll.Inner.Offset.Y == 0 || h.s.view.sheet.things[len(h.s.view.sheet.things)-1].drawn == nil {
		t.Error("the button is not brought into sight")
	}
}

// Of a long page only what is in sight is drawn.
func TestALongPageIsDrawnWhereItIsSeen(t *testing.T) {
	h := inWindow(t, 1196, 689, func(m *app.Matter) {
		var b strings.Builder
		for i := range 900 {
			fmt.Fprintf(&b, "Stycke %d är nytt, och tar mer än en rad på sidan när det ritas, eftersom det är så långt.\n\n", i)
		}
		m.Documents[0].Sections[1].Text = b.String()
	})
	if n := len(h.s.view.sheet.body.Objects); n > 400 {
		t.Errorf("%d objects", n)
	}
	h.s.Jump("text")
	before := strings.Join(h.texts(), "|")
	h.key(fyne.KeyEnd)
	if in := h.s.view.sheet.scroll.Inner; in.Offset.Y < 20000 || strings.Join(h.texts(), "|") == before {
		t.Errorf("End scrolls to %v", in.Offset.Y)
	}
}

func TestPageIsDrawn(t *testing.T) {
	h := inWindow(t, 1196, 560, changed)
	h.s.Step(1)
	test.AssertRendersToMarkup(t, "versions.xml", h.Win.Canvas())
	fyne.CurrentApp().Settings().SetTheme(parts.Theme{Look: parts.DarkLook})
	s := New(h.desk, h, Options{})
	h.Put(s.Content())
	s.Show(h.desk.State())
	test.AssertRendersToMarkup(t, "versions-dark.xml", h.Win.Canvas())
	h.Shot(t, "versions-dark")
}
