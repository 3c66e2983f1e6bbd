package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestNamedVersionAndBack(t *testing.T) {
	b := open(t, true)
	b.pass()
	b.Go("costs")
	b.saveVersion()
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Till nämnden")
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Spara version")
	title := b.o.Desk.State().Matter.Title
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Annan" })
	b.save()
	b.command(t, ctrl|shift, fyne.KeyS)
	if b.front != versionsScreen || b.win.Canvas().Focused() == nil {
		t.Fatalf("front is %s, focus %v", b.front, b.win.Canvas().Focused())
	}
	if !strings.Contains(b.texts(), "Till nämnden") {
		t.Fatalf("%s", b.texts())
	}
	parttest.Press(t, b.work, "Återställ hela versionen")
	if got := b.o.Desk.State().Matter.Title; got != title || b.front != "draft" {
		t.Errorf("title is %q on %s", got, b.front)
	}
	if !strings.Contains(b.texts(), "Ärendet är återställt till ”Till nämnden”") || b.win.Canvas().Focused() == nil {
		t.Errorf("nobody says so: %s", b.texts())
	}
	parttest.Press(t, b.notices, "Ångra")
	if got := b.o.Desk.State().Matter.Title; got != "Annan" {
		t.Errorf("going back cannot be undone: %q", got)
	}
	if strings.Contains(b.texts(), "är återställt") || b.win.Canvas().Focused() == nil {
		t.Error("the row stays, or the keyboard is nowhere")
	}
}

func TestEscLeavesTheVersions(t *testing.T) {
	b := open(t, true)
	b.Go("paper")
	b.showVersions()
	b.showVersions() // twice is once
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.front != "paper" {
		t.Errorf("front is %s", b.front)
	}
}

func TestEscLeavesTheVersionsThatTheProgramBeganWith(t *testing.T) {
	b := open(t, true)
	b.Go(versionsScreen)
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.front != "draft" {
		t.Errorf("front is %s", b.front)
	}
}

func TestVersionsNeedAMatter(t *testing.T) {
	b := open(t, false)
	b.showVersions()
	if b.front != "matters" {
		t.Errorf("front is %s", b.front)
	}
}

func TestARowThatTellsGoesWithTheScreen(t *testing.T) {
	b := open(t, true)
	b.o.Desk.Edit("", func(m *app.Matter) { m.Title = "Annan" })
	b.showVersions()
	parttest.Press(t, b.work, "Återställ hela versionen")
	if b.told == nil {
		t.Fatal("nothing is told")
	}
	b.Go("paper")
	if b.told != nil || strings.Contains(b.texts(), "är återställt") {
		t.Error("the row stays")
	}
}
