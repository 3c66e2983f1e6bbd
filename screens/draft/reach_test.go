package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
)

// tab presses Tab as the window does: the text is asked first.
func (h *house) tab(back bool) fyne.Focusable {
	h.t.Helper()
	c := h.window.Canvas()
	at := c.Focused()
	if l, ok := at.(*live); ok {
		if back {
			l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	} else if back {
		c.(interface{ FocusPrevious() }).FocusPrevious()
	} else {
		c.(interface{ FocusNext() }).FocusNext()
	}
	if c.Focused() == nil {
		h.t.Fatalf("nothing has the focus after %T", at)
	}
	return c.Focused()
}

// seen tells whether a part of the page is in sight.
func (h *house) seen(f fyne.Focusable) bool {
	driver := fyne.CurrentApp().Driver()
	o := f.(fyne.CanvasObject)
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(h.page().scroll).Y
	return top >= 0 && top+o.Size().Height <= h.page().scroll.Size().Height
}

func TestShiftTabFromTheTextGoesUpThePage(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ett stycke som är kort.\n\n", 60))
	h := open(t, texts{"summary": long, "assessment": long})
	h.caret("assessment", len(long)-10)
	var ways []fyne.Focusable
	for f := h.tab(true); f != fyne.Focusable(h.screen.view.outline); f = h.tab(true) {
		if f == fyne.Focusable(h.page().live) || len(ways) > 20 {
			t.Fatalf("Shift+Tab comes back to %T after %d", f, len(ways))
		}
		ways = append(ways, f)
	}
	for n := range 2 {
		choice := fyne.Focusable(h.page().cell(h.page().items[n+2]).(*claimCell).choice)
		found := false
		for _, f := range ways {
			found = found || f == choice
		}
		if !found {
			t.Errorf("claim %d is not on the way", n+1)
		}
	}
}

func TestTabGoesThroughThePageInSight(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ett stycke som är kort.\n\n", 60))
	h := open(t, texts{"summary": long, "assessment": long, "economy": long})
	h.caret("economy", len(long))
	h.screen.Jump("outline")
	stops := 0
	for f := h.tab(false); f != fyne.Focusable(h.page().live); f = h.tab(false) {
		if stops++; stops > 30 {
			t.Fatal("the text is never reached")
		}
		if within := lastInBoard(h, f); within && !h.seen(f) {
			t.Errorf("stop %d, %T, is out of sight", stops, f)
		}
	}
	if stops < 6 {
		t.Errorf("only %d stops", stops)
	}
	if h.tab(false) != fyne.Focusable(h.screen.view.findings.chips) {
		t.Errorf("from the text to %T", h.window.Canvas().Focused())
	}
	if h.tab(true) != fyne.Focusable(h.page().live) {
		t.Errorf("and back to %T", h.window.Canvas().Focused())
	}
}

func lastInBoard(h *house, f fyne.Focusable) bool {
	for _, o := range h.page().board.objects {
		found := false
		objects(o, func(o fyne.CanvasObject) { found = found || o == f.(fyne.CanvasObject) })
		if found {
			return true
		}
	}
	return false
}

// In a narrow window the findings are not in sight: Tab goes to the strip.
func TestTabInANarrowWindow(t *testing.T) {
	h := open(t, texts{"summary": "Om ansiktsigenkänning."})
	h.window.Resize(fyne.NewSize(900, 700))
	h.caret("summary", 3)
	f := h.tab(false)
	if h.screen.view.narrow.list {
		t.Error("Tab opened the list")
	}
	found := false
	objects(h.screen.view.narrow.bottom, func(o fyne.CanvasObject) { found = found || o == f.(fyne.CanvasObject) })
	if !found {
		t.Errorf("Tab went to %T", f)
	}
	if h.tab(true) != fyne.Focusable(h.page().live) {
		t.Error("Shift+Tab does not come back to the text")
	}
}

// A matter whose claims fill the window opens with the caret in sight, and Tab
// never comes to a caret that is not.
func TestTheCaretIsInSightWhenTheTextHasTheKeyboard(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ett stycke som är kort.\n\n", 60))
	h := openDesk(t)
	m := &app.Matter{ID: "M1", Title: "Motion"}
	for range 12 {
		m.Claims = append(m.Claims, app.Claim{Text: "att tekniken prövas vid tre skolor"})
	}
	if err := h.desk.Add(m, "opinion"); err != nil {
		t.Fatal(err)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Documents[0].Sections[0].Text = long })
	h.show()
	h.screen.Focus()
	inSight := func(when string) {
		t.Helper()
		_, _, y := h.page().point()
		if top := h.page().scroll.Offset.Y; y < top || y+h.page().pitch > top+h.page().scroll.Size().Height {
			t.Errorf("%s the caret is at %v, and %v to %v is in sight", when, y, top, top+h.page().scroll.Size().Height)
		}
	}
	inSight("when it opens")
	h.screen.Jump("outline")
	h.page().scrollTo(5000)
	h.screen.Jump("text")
	inSight("when the keyboard comes back")
	at := h.page().scroll.Offset.Y
	h.screen.Jump("text")
	if h.page().scroll.Offset.Y != at {
		t.Error("the page moves though the caret was in sight")
	}
}

// Ctrl+J takes the keyboard along when it is on the page, and leaves it on the
// cards when it is there.
func TestStepTakesTheKeyboardAlong(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Ett stycke som är kort.\n\n", 60))
	h := open(t, texts{"summary": long, "assessment": long + " Om ansiktsigenkänning."})
	h.caret("summary", 0)
	h.screen.Step(1)
	if c, _ := h.screen.model.Caret(); c.Section != h.section("assessment") || h.window.Canvas().Focused() != fyne.Focusable(h.page().live) {
		t.Errorf("caret %+v, focus %T", c, h.window.Canvas().Focused())
	}
	h.screen.Jump("findings")
	h.screen.Step(1)
	if f := h.window.Canvas().Focused(); f == fyne.Focusable(h.page().live) || f == nil {
		t.Errorf("from the cards the focus goes to %T", f)
	}
	h.caret("summary", 0)
	h.page().focusClaim(0)
	h.screen.Step(1)
	if f := h.window.Canvas().Focused(); !h.seen(f) && f != fyne.Focusable(h.page().live) {
		t.Errorf("%T is out of sight", f)
	}
}
