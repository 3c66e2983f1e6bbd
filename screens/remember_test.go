package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

func TestNextStartGoesBackToWhereItWas(t *testing.T) {
	b := open(t, true)
	b.Go("draft")
	b.screen().(parts.Placer).ShowPlace(app.Place{Section: 3, Span: app.Span{Start: 12, End: 12}})
	b.Go("costs")
	s := b.o.Desk.State()
	b.rememberNow()
	k := b.known()
	if k.Screen != "costs" || k.Matter != s.Matter.ID || k.Document != s.Document().ID || k.Width == 0 {
		t.Fatalf("%+v", k)
	}
	if p, ok := k.PlaceIn(s.Document().ID); !ok || p.Section != 3 || p.At != 12 {
		t.Fatalf("the place is %+v, %v", p, ok)
	}
	d, err := desk.New(desk.Parts{Store: b.store, Packs: b.o.Desk.Packs(), Checker: mustChecker(t, b), Now: b.threads.now})
	if err != nil {
		t.Fatal(err)
	}
	b.placed = map[string]bool{}
	b.take(Register{Desk: d})
	b.goBack()
	if b.front != "costs" || b.o.Desk.State().Matter == nil || b.o.Desk.State().Matter.ID != k.Matter {
		t.Fatalf("front %s", b.front)
	}
	b.Go("draft")
	if p, ok := b.screen().(parts.Whereabouts).Place(); !ok || p.Section != 3 || p.Span.Start != 12 {
		t.Errorf("the caret is at %+v, %v", p, ok)
	}
}

func TestNextStartWithoutItsMatterShowsTheList(t *testing.T) {
	b := open(t, true)
	b.remember(func(s *settings.Settings) { s.Matter, s.Screen = "borta", "draft" })
	b.take(Register{Desk: b.o.Desk})
	b.goBack()
	if b.front != "matters" || b.shown != nil {
		t.Errorf("front %s, %v", b.front, b.shown)
	}
}

func TestPlaceBeyondTheTextIsNotGoneTo(t *testing.T) {
	b := open(t, true)
	d := b.o.Desk.State().Document()
	b.remember(func(s *settings.Settings) { s.Put(settings.Place{Document: d.ID, Section: 99, At: 5}) })
	b.Go("draft")
	if b.win.Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
}

func TestWindowFitsTheScreen(t *testing.T) {
	for name, c := range map[string]struct {
		size, room fyne.Size
		scale      float32
		want       fyne.Size
	}{
		"large screen":  {fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080), 1, fyne.NewSize(1280, 800)},
		"150 per cent":  {fyne.NewSize(1280, 800), fyne.NewSize(1280, 800), 1.5, fyne.NewSize(853, 533)},
		"unknown":       {fyne.NewSize(1280, 800), fyne.Size{}, 1, fyne.NewSize(1280, 800)},
		"tiny screen":   {fyne.NewSize(1280, 800), fyne.NewSize(640, 400), 1, fyne.NewSize(640, 400)},
		"tiny settings": {fyne.NewSize(10, 10), fyne.NewSize(1920, 1080), 1, leastSize},
	} {
		if got := fitted(c.size, c.scale, c.room); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestFocusIsNeverLostAfterACommand(t *testing.T) {
	b := open(t, true)
	for _, r := range table() {
		b.command(t, ctrl, r.key)
		b.win.Canvas().Unfocus()
		b.unlessDialog(command{do: func() {}})()
		if b.win.Canvas().Focused() == nil {
			t.Errorf("%s: nothing has the keyboard after a command", r.name)
		}
		gone := parts.NewButton(parts.ButtonOptions{Text: "x"})
		b.win.Canvas().Focus(gone)
		b.unlessDialog(command{do: func() {}})()
		if b.win.Canvas().Focused() == fyne.Focusable(gone) {
			t.Errorf("%s: what has gone has the keyboard", r.name)
		}
	}
}

func TestKeyTableIsInTheMenu(t *testing.T) {
	b := open(t, true)
	have := map[string]bool{}
	for _, m := range b.win.MainMenu().Items {
		for _, i := range m.Items {
			have[b.keyName(i.Shortcut)] = true
		}
	}
	for _, k := range []string{"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+,", "Ctrl+N", "Ctrl+O", "Ctrl+F", "Ctrl+S", "Ctrl+Z", "Ctrl+Y", "Ctrl+E", "Ctrl+P",
		"Ctrl+B", "Ctrl+I", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+J", "Ctrl+Skift+J", "Ctrl+Enter", "Ctrl+G", "Ctrl+Skift+A", "Ctrl+Skift+T", "Ctrl+Skift+P",
		"Alt+↑", "Alt+↓", "F1", "F2", "Escape"} {
		if !have[k] {
			t.Errorf("%s is not in the menu", k)
		}
	}
}
