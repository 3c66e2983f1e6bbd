package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// An amount is put into the text from the menu; F1 in it explains it, its line is
// shown in Kostnad, and the text follows when the line is changed there.
func TestAnAmountFromTheMenuToTheCosts(t *testing.T) {
	b := open(t, true)
	d := b.o.Desk
	b.Go("draft")
	section := d.State().Document().Section("economy")
	b.screen().(parts.Placer).ShowPlace(app.Place{Section: section})
	b.format("figure")()
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	text := func() string { return d.State().Document().Sections[section].Text }
	was := text()
	if !strings.HasPrefix(was, "[") || !strings.Contains(was, "](cost:total)") {
		t.Fatalf("%q", was)
	}
	b.screen().(parts.Placer).ShowPlace(app.Place{Section: section, Span: app.Span{Start: 3, End: 3}})
	if got := b.chosenRule(); got != "figures" {
		t.Errorf("F1 shows %q", got)
	}
	b.insert()
	if b.front != "costs" {
		t.Fatalf("the keys lead to %q", b.front)
	}
	d.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price += app.Kronor(1000) })
	if text() == was {
		t.Error("the text does not follow")
	}
	d.Undo()
	if text() != was {
		t.Error("undo leaves the text")
	}
	b.showCost(1, 0)
	if b.front != "costs" {
		t.Errorf("%q is in front", b.front)
	}
}
