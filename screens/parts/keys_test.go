package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/reports/raster"
	"yttra/screens/parts"
)

// acting is a part that can be acted on, and how one knows that it was.
type acting struct {
	name  string
	part  func(did func()) fyne.CanvasObject
	keys  []fyne.KeyName // each does it once, pressed one after the other
	moves []fyne.KeyName // pressed before, to come to what can be done
}

var press = []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter}

func choiceOf(chips bool, did func()) fyne.CanvasObject {
	return parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: "Bifall"}, {Text: "Delvis"}, {Text: "Avslag"}}, Chosen: -1, Chips: chips, Pick: func(i int) {
		if i == 2 {
			did()
		}
	}})
}

// Every part that acts, by the keyboard alone.
var actings = []acting{
	{name: "button", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: "Spara", Tap: did})
	}},
	{name: "primary", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: "Spara", Kind: parts.Primary, Tap: did})
	}},
	{name: "quiet", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: "Spara", Kind: parts.Quiet, Tap: did})
	}},
	{name: "link", keys: press, part: func(did func()) fyne.CanvasObject { return parts.NewLink("Gå dit", did) }},
	{name: "toggle", keys: press, part: func(did func()) fyne.CanvasObject { return parts.NewToggle("Barn", false, func(bool) { did() }) }},
	{name: "radio", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.NewRadio(parts.RadioOptions{Text: "Uppfyllt", Tap: did})
	}},
	{name: "segments", keys: press, moves: []fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, part: func(did func()) fyne.CanvasObject { return choiceOf(false, did) }},
	{name: "chips", keys: press, moves: []fyne.KeyName{fyne.KeyEnd}, part: func(did func()) fyne.CanvasObject { return choiceOf(true, did) }},
	{name: "dropdown", keys: []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp}, part: func(did func()) fyne.CanvasObject {
		return parts.NewDropdown(parts.DropdownOptions{Options: []string{"a", "b", "c"}, Width: 90, Pick: func(int) { did() }})
	}},
	{name: "field", keys: []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, part: func(did func()) fyne.CanvasObject {
		return parts.NewField(parts.FieldOptions{Label: "Inkom", Submit: func(string) { did() }}).Outer
	}},
	{name: "card", keys: press, part: func(did func()) fyne.CanvasObject {
		_, head := parts.Card(parts.CardOptions{Words: swedish(), Finding: finding(app.Note), Tap: did})
		return head
	}},
	{name: "list", keys: press, moves: []fyne.KeyName{fyne.KeyDown}, part: func(did func()) fyne.CanvasObject {
		l := parts.NewList(parts.ListOptions{Len: func() int { return 3 }, Height: 30, Make: func() fyne.CanvasObject { return parts.Frame(parts.Accent, 2, 4) },
			Fill: func(ring fyne.CanvasObject, _ int, chosen, focused bool) {
				ring.(*canvas.Rectangle).Hidden = !chosen || !focused
			}, Chose: func(int) {}, Enter: func(i int) {
				if i == 1 {
					did()
				}
			}})
		return parts.Fixed(0, 120, l.Outer)
	}},
	{name: "page", keys: []fyne.KeyName{fyne.KeyPageDown}, part: func(did func()) fyne.CanvasObject {
		return parts.NewPageView(parts.PageOptions{Painter: raster.New(), Width: 60, Key: func(e *fyne.KeyEvent) bool { did(); return true }})
	}},
	{name: "banner", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.Banner(parts.MarkSerious, "Rad 9", &parts.Action{Text: "Gå dit", Do: did})
	}},
	{name: "problem", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.ShowProblem(swedish(), &app.Problem{Code: app.CodeNotSaved}, func() {}, parts.Action{Text: "Försök igen", Do: did})
	}},
	{name: "progress", keys: press, part: func(did func()) fyne.CanvasObject {
		return parts.NewProgress(swedish(), "Skriver PDF", did).Outer
	}},
}

// Tab comes to every part and goes on from it, the part looks different when it
// has the focus, its keys do what a click does, and what it does not take reaches
// the window.
func TestEveryPartByKeyboard(t *testing.T) {
	for _, a := range actings {
		t.Run(a.name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: parts.LightLook})
			done := 0
			before, after := button("före", parts.Plain, ""), button("efter", parts.Plain, "")
			w := test.NewTempWindow(t, parts.Fill(parts.Page, parts.Pad(12, 12, 12, 12, parts.Column(20, parts.Left(before), a.part(func() { done++ }), parts.Left(after)))))
			w.Resize(fyne.NewSize(700, 300))
			w.Canvas().Focus(before)
			w.Canvas().(interface{ FocusNext() }).FocusNext()
			at := w.Canvas().Focused()
			if at == nil || at == fyne.Focusable(before) || at == fyne.Focusable(after) {
				t.Fatalf("Tab goes to %T", at)
			}
			if len(ringsIn(w)) != 1 {
				t.Error("nothing shows the focus")
			}
			key := func(k fyne.KeyName) { at.TypedKey(&fyne.KeyEvent{Name: k}) }
			for _, k := range a.moves {
				key(k)
			}
			for i, k := range a.keys {
				if key(k); done != i+1 {
					t.Errorf("%s: done %d times, want %d", k, done, i+1)
				}
			}
			passed := false
			w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { passed = e.Name == fyne.KeyF1 })
			if key(fyne.KeyF1); !passed && a.name != "page" { // a page asks its owner first
				t.Error("F1 stays in the part")
			}
			for range 4 {
				if w.Canvas().Focused() == fyne.Focusable(after) {
					return
				}
				w.Canvas().(interface{ FocusNext() }).FocusNext()
			}
			t.Error("Tab does not come out of the part")
		})
	}
}

// ringsIn is where the accent frames of a window are.
func ringsIn(w fyne.Window) []fyne.Position {
	var found []fyne.Position
	var look func(o fyne.CanvasObject, at fyne.Position)
	look = func(o fyne.CanvasObject, at fyne.Position) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		switch o := o.(type) {
		case *canvas.Rectangle:
			if o.StrokeWidth == 2 && o.StrokeColor == parts.Color(parts.Accent) {
				found = append(found, at)
			}
		case *fyne.Container:
			for _, k := range o.Objects {
				look(k, at)
			}
		case fyne.Widget:
			for _, k := range test.WidgetRenderer(o).Objects() {
				look(k, at)
			}
		}
	}
	look(w.Content(), fyne.Position{})
	return found
}
