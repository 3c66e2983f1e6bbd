package parts

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/i18n"
)

func words(t *testing.T, lang string) i18n.Words {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// codes reads the error codes out of the vocabulary itself, so that a new one
// without words is found.
func codes(t *testing.T) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../../app/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Names) == 0 || !strings.HasPrefix(v.Names[0].Name, "Code") || len(v.Values) == 0 {
			return true
		}
		lit, ok := v.Values[0].(*ast.BasicLit)
		if ok {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
		return true
	})
	if len(out) < 20 {
		t.Fatalf("only %d codes found", len(out))
	}
	return out
}

func TestEveryCodeHasWords(t *testing.T) {
	for _, lang := range i18n.Languages {
		w := words(t, lang)
		for _, c := range codes(t) {
			for _, part := range []string{".title", ".safe", ".do"} {
				if key := "error." + c + part; !w.Has(key) {
					t.Errorf("%s: %s is not written", lang, key)
				}
			}
			for _, what := range []string{"", "motion.txt"} {
				title, safe, do := ProblemWords(w, fmt.Errorf("open: %w", &app.Problem{Code: app.Code(c), What: what, Where: "rad 3"}))
				for _, s := range []string{title, safe, do} {
					if strings.Contains(s, "<no value>") || strings.Contains(s, "{{") || !strings.HasSuffix(s, ".") || strings.Contains(s, ": .") {
						t.Errorf("%s %s: %q", lang, c, s)
					}
				}
			}
		}
	}
}

func TestForeignErrorIsOurFault(t *testing.T) {
	w := words(t, "sv")
	title, _, _ := ProblemWords(w, errors.New("bang"))
	if title != w.T("error.internal.title") {
		t.Errorf("%q", title)
	}
}

func TestProblemRowOffersOneThing(t *testing.T) {
	wear(t, LightLook)
	again, closed := 0, 0
	row := ShowProblem(words(t, "sv"), &app.Problem{Code: app.CodeNotSaved}, func() { closed++ }, Action{Text: "Försök igen", Do: func() { again++ }})
	w := test.NewTempWindow(t, Column(0, row))
	w.Resize(fyne.NewSize(900, 120))
	shot(t, w, "problem")
	for _, b := range presses(row) {
		test.Tap(b)
	}
	if again != 1 || closed != 1 {
		t.Errorf("tried again %d times, closed %d times", again, closed)
	}
}

// presses finds the pressable things of a tree.
func presses(o fyne.CanvasObject) []*Press {
	var out []*Press
	switch o := o.(type) {
	case *Press:
		out = append(out, o)
	case *fyne.Container:
		for _, k := range o.Objects {
			out = append(out, presses(k)...)
		}
	}
	return out
}

func TestFieldFault(t *testing.T) {
	wear(t, LightLook)
	var got string
	f := NewField(FieldOptions{Label: "Inkom", Hint: "ÅÅÅÅ-MM-DD", Width: 240, Changed: func(s string) { got = s }})
	w := test.NewTempWindow(t, Fill(Page, Pad(20, 20, 20, 20, f.Outer)))
	test.Type(f.Entry, "2026-02-31")
	if got != "2026-02-31" {
		t.Errorf("told %q", got)
	}
	f.SetText("2026-02-28")
	if got != "2026-02-31" {
		t.Error("SetText told of itself")
	}
	before := f.Outer.MinSize().Height
	f.Fault("Februari har 28 dagar 2026. Skriv ÅÅÅÅ-MM-DD, så att dagen går att räkna från och ettårsdagen blir rätt.")
	w.Resize(fyne.NewSize(300, 200))
	shot(t, w, "field")
	if f.Outer.MinSize().Height <= before {
		t.Error("the sentence takes no room")
	}
	if h := f.box.MinSize().Height; h != 34 {
		t.Errorf("a field is %v tall", h)
	}
	if h := f.Entry.MinSize().Height; h > 34 {
		t.Errorf("the entry wants %v", h)
	}
}

func TestAskChecksBeforeItIsDone(t *testing.T) {
	wear(t, LightLook)
	win := test.NewTempWindow(t, Fill(Fog, Rect(Fog, 10, 10, 0)))
	win.Resize(fyne.NewSize(900, 600))
	var reason string
	d := AskReason(win, words(t, "sv"), "Alternativ avfärdas utan skäl", "", func(s string) { reason = s })
	entry, ok := win.Canvas().Focused().(*Entry)
	if !ok {
		t.Fatalf("%T has the focus, not the field", win.Canvas().Focused())
	}
	test.Type(entry, "för kort")
	yes := presses(d.frame)
	test.Tap(yes[len(yes)-1])
	shot(t, win, "ask")
	if reason != "" || win.Canvas().Overlays().Top() == nil {
		t.Error("a short reason was taken")
	}
	test.Type(entry, " men alternativen prövades i nämndens beslut 2025-03-12 som bifogas här")
	test.Tap(yes[len(yes)-1])
	if !strings.Contains(reason, "alternativen prövades") || win.Canvas().Overlays().Top() != nil {
		t.Errorf("reason %q", reason)
	}
}

func TestCardForTheEye(t *testing.T) {
	wear(t, LightLook)
	shown := 0
	o := CardOptions{Words: words(t, "sv"), Open: true, Section: "Bedömning", Show: func() { shown++ }, Insert: func() {}, Waive: func() {},
		Finding: app.Finding{ID: "PROP-ALT-01", Severity: app.Blocking, Title: "Alternativ avfärdas utan skäl", Why: "Texten säger att alternativ saknas men anger inga skäl.",
			Quote: "Några andra åtgärder bedöms inte vara aktuella.", Source: "5 § förvaltningslagen (2017:900)", Wording: "Förvaltningen har övervägt …"}}
	open, head := Card(o)
	o.Open, o.Finding.Severity = false, app.Serious
	closed, _ := Card(o)
	w := test.NewTempWindow(t, Fill(Panel, Pad(10, 10, 10, 10, Column(8, open, closed))))
	w.Resize(fyne.NewSize(322, 460))
	w.Canvas().Focus(head)
	shot(t, w, "card")
	all := presses(open)
	test.Tap(all[1])
	if shown != 1 {
		t.Error("Visa i texten did nothing")
	}
}

func TestDropdownByKeysAndMenu(t *testing.T) {
	wear(t, LightLook)
	var picks []int
	d := NewDropdown(DropdownOptions{Options: []string{"Minst tid kvar", "Rubrik"}, Width: 200, Pick: func(i int) { picks = append(picks, i) }})
	w := test.NewTempWindow(t, Fill(Fog, Pad(20, 20, 200, 20, d)))
	w.Canvas().Focus(d)
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the last: stays
	test.Tap(d)
	shot(t, w, "dropdown")
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu opened")
	}
	menu := w.Canvas().Focused()
	if menu == nil {
		t.Fatal("the menu has no focus")
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(picks) != 2 || picks[0] != 1 || picks[1] != 0 || d.Chosen() != 0 {
		t.Errorf("picked %v", picks)
	}
}

// Tab moves the focus; what gets it must be seen.
func TestFocusIsBroughtIntoSight(t *testing.T) {
	wear(t, LightLook)
	var rows []fyne.CanvasObject
	var fields []*Field
	for range 20 {
		f := NewField(FieldOptions{Label: "Fält", Lines: 2})
		fields = append(fields, f)
		rows = append(rows, f.Outer)
	}
	s := NewScroll(Column(10, rows...))
	w := test.NewTempWindow(t, s.Outer)
	w.Resize(fyne.NewSize(400, 300))
	for _, i := range []int{0, 9, 19, 3} {
		w.Canvas().Focus(fields[i].Entry)
		d := fyne.CurrentApp().Driver()
		top := d.AbsolutePositionForObject(fields[i].Entry).Y - d.AbsolutePositionForObject(s.Inner).Y
		if top < 0 || top+fields[i].Entry.Size().Height > s.Inner.Size().Height {
			t.Errorf("field %d has the focus at %v, outside %v", i, top, s.Inner.Size().Height)
		}
	}
	before := s.Inner.Offset.Y
	for _, o := range s.Outer.Objects {
		if wheel, ok := o.(fyne.Scrollable); ok && o != fyne.CanvasObject(s.Inner) {
			wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
		}
	}
	if s.Inner.Offset.Y == before {
		t.Error("the wheel over a field does not scroll")
	}
}
