package costs

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

type bench struct {
	*parttest.Host
	t      *testing.T
	desk   *desk.Desk
	screen *Screen
	shift  bool
}

func open(t *testing.T, m *app.Matter, width, height float32) *bench {
	t.Helper()
	b := &bench{Host: parttest.New(t, "sv", width, height), t: t}
	b.desk = parttest.Desk(t)
	if m != nil {
		b.desk = parttest.Desk(t, m)
	}
	b.screen = New(b.desk, b)
	b.screen.view.grid.shift = func() bool { return b.shift }
	b.desk.Listen(b.screen.Show)
	b.Put(b.screen.Content())
	b.screen.Focus()
	return b
}

// matterOf is a sample matter without other ways: tests lay their own. The second
// has four lines, of which one is given to the base stations that the sample lacks.
func matterOf(i int) *app.Matter {
	m := sample.Register()[i]
	m.Estimate.Name, m.Estimate.Alternatives = "", nil
	if i == 1 {
		lines := m.Estimate.Lines
		stations := app.CostLine{Kind: app.CostPeripherals, What: "Basstationer och laddning", Quantity: app.Units(2), Price: app.Kronor(21_000),
			Low: app.Kronor(30_000), High: app.Kronor(90_000), Source: app.SourceGuess}
		m.Estimate.Lines = []app.CostLine{lines[0], stations, lines[1], lines[2]}
	}
	return &m
}

// typed sends letters and, for the runes of keys, keys to whatever has the focus.
func (b *bench) typed(s string) {
	b.t.Helper()
	keys := map[rune]fyne.KeyName{'\n': fyne.KeyReturn, '\t': fyne.KeyTab, '→': fyne.KeyRight, '←': fyne.KeyLeft, '↑': fyne.KeyUp, '↓': fyne.KeyDown,
		'\x1b': fyne.KeyEscape, '\x7f': fyne.KeyDelete, '②': fyne.KeyF2, '④': fyne.KeyF4, '⇱': fyne.KeyHome, '⇲': fyne.KeyEnd}
	for _, r := range s {
		f := b.Win.Canvas().Focused()
		if f == nil {
			b.t.Fatalf("nothing has the focus at %q", r)
		}
		if k, ok := keys[r]; ok {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			f.TypedRune(r)
		}
	}
}

func (b *bench) line(i int) app.CostLine { return b.desk.State().Matter.Estimate.Lines[i] }

func (b *bench) inGrid() bool { return b.Win.Canvas().Focused() == fyne.Focusable(b.screen.view.grid) }

func TestTypingALine(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("↓↓↓↓") // the empty row, column Vad
	b.typed("Laddställ\t2,5\t1 200\t2028-29\t")
	l := b.line(4)
	if l.What != "Laddställ" || l.Quantity != 2500 || l.Price != app.Kronor(1200) || l.From != 2 || l.To != 3 || l.Kind != app.CostInstallation {
		t.Errorf("%+v", l)
	}
	if at := b.screen.model.At(); at != (At{4, LowColumn}) || !b.inGrid() {
		t.Errorf("at %v", at)
	}
	b.typed("2000\n") // Enter goes back to where the line was begun
	if at := b.screen.model.At(); at != (At{5, WhatColumn}) || b.line(4).Low != app.Kronor(2000) {
		t.Errorf("at %v, %+v", at, b.line(4))
	}
}

func TestKeysOfAnEdit(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	before := b.line(0)
	b.typed("②!\x1b")
	if b.line(0).What != before.What || !b.inGrid() {
		t.Errorf("Esc kept %q", b.line(0).What)
	}
	b.typed("②!\n")
	if b.line(0).What != before.What+"!" || b.screen.model.At() != (At{1, WhatColumn}) {
		t.Errorf("%q at %v", b.line(0).What, b.screen.model.At())
	}
	b.typed("→②")
	b.shift = true
	b.typed("\t")
	if b.screen.model.At() != (At{1, WhatColumn}) {
		t.Errorf("Shift+Tab went to %v", b.screen.model.At())
	}
	b.shift = false
	b.typed("⇲\t")
	if b.screen.model.At() != (At{2, KindColumn}) {
		t.Errorf("Tab over the end went to %v", b.screen.model.At())
	}
	b.typed("⇱→→\x7f")
	if b.line(2).Quantity != 0 {
		t.Error("Delete did not clear")
	}
	b.desk.Undo()
	if b.line(2).Quantity == 0 {
		t.Error("clearing cannot be undone")
	}
}

func TestLettersChoose(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("⇱i")
	if b.line(0).Kind != app.CostInstallation {
		t.Errorf("i chose %s", b.line(0).Kind)
	}
	b.typed("i")
	if b.line(0).Kind != app.CostIntegration {
		t.Errorf("the next i chose %s", b.line(0).Kind)
	}
	b.typed("⇱utb")
	if b.line(0).Kind != app.CostTraining {
		t.Errorf("utb spelled %s", b.line(0).Kind)
	}
	b.typed("r")
	if b.line(0).Kind != app.CostRisk {
		t.Errorf("a letter that spells nothing chose %s", b.line(0).Kind)
	}
	b.typed("④⇱→→→→→e")
	if !b.line(0).Internal {
		t.Error("e did not choose own staff")
	}
}

func TestMenuOfAChoice(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("⇱②")
	menu := menuIn(b.Win.Canvas().Overlays().Top())
	if menu == nil {
		t.Fatal("no menu was opened")
	}
	b.Shot(t, "costs-menu")
	if n := len(menu.Items); n != len(app.CostKinds) {
		t.Errorf("%d choices", n)
	}
	test.Tap(menu.Items[4].(fyne.Tappable))
	if b.line(0).Kind != app.CostLicences || !b.inGrid() {
		t.Errorf("chose %s", b.line(0).Kind)
	}
}

// choose opens the menu of a pressable thing and taps what it says.
func (b *bench) choose(on fyne.Tappable, what string) {
	b.t.Helper()
	test.Tap(on)
	menu := menuIn(b.Win.Canvas().Overlays().Top())
	if menu == nil {
		b.t.Fatal("no menu was opened")
	}
	for _, item := range menu.Items {
		if slices.Contains(said(item), what) {
			test.Tap(item.(fyne.Tappable))
			return
		}
	}
	b.t.Fatalf("the menu does not say %q", what)
}

// said are the texts of an item in a menu.
func said(o fyne.CanvasObject) []string {
	var out []string
	if w, ok := o.(fyne.Widget); ok {
		for _, k := range test.WidgetRenderer(w).Objects() {
			if t, ok := k.(*canvas.Text); ok {
				out = append(out, t.Text)
			}
			out = append(out, said(k)...)
		}
	}
	return out
}

func menuIn(o fyne.CanvasObject) *widget.PopUpMenu {
	w, ok := o.(fyne.Widget)
	if !ok {
		return nil
	}
	if menu, ok := o.(*widget.PopUpMenu); ok {
		return menu
	}
	for _, k := range test.WidgetRenderer(w).Objects() {
		if menu := menuIn(k); menu != nil {
			return menu
		}
	}
	return nil
}

// A click makes a cell the active one, and a second opens it; a click elsewhere
// takes what was typed.
func TestClicks(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	g := b.screen.view.grid
	x, _ := cellSpan(g.columns(g.Size().Width), 3)
	place := func(row int) fyne.Position { return fyne.NewPos(x+10, float32(row)*rowHeight+8) }
	click := func(row int) {
		p := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
		test.TapCanvas(b.Win.Canvas(), p.Add(place(row)))
	}
	click(2)
	if b.screen.model.At() != (At{2, PriceColumn}) || !b.inGrid() {
		t.Fatalf("at %v", b.screen.model.At())
	}
	click(2)
	if !g.editing {
		t.Fatal("the second click did not open the cell")
	}
	b.typed("5")
	click(3)
	if g.editing || b.line(2).Price != app.Money(11505_00) || b.screen.model.At() != (At{3, PriceColumn}) {
		t.Errorf("%d at %v", b.line(2).Price, b.screen.model.At())
	}
	click(4)
	click(4)
	b.typed("77\n")
	if len(b.desk.State().Matter.Estimate.Lines) != 5 || b.line(4).Price != app.Kronor(77) {
		t.Error("the empty row did not become a line")
	}
}

func TestBadCellIsShownNamedAndFound(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	b.typed("↓↓→tolv\n")
	b.Shot(t, "costs-bad")
	texts := parttest.Texts(b.screen.Content())
	for _, want := range []string{"tolv", "Rad 3, Antal: ”tolv” är inte ett tal. Raden räknas inte förrän den är rättad."} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if f := b.screen.Facts(); f[0] != "12 rader, 1 att rätta" {
		t.Errorf("%q", f)
	}
	b.typed("⇱")
	parttest.Press(t, b.screen.Content(), "Gå till cellen")
	if b.screen.model.At() != (At{2, QuantityColumn}) || !b.inGrid() {
		t.Errorf("at %v", b.screen.model.At())
	}
	b.typed("②")
	if b.screen.view.grid.live.Text != "tolv" {
		t.Errorf("the edit begins with %q", b.screen.view.grid.live.Text)
	}
	b.typed("\x1b13\n")
	if slices.ContainsFunc(parttest.Texts(b.screen.Content()), func(s string) bool { return strings.HasPrefix(s, "Rad 3") }) {
		t.Error("it is mended and still spoken of")
	}
}

func TestButtonsOfRows(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("↓")
	b.choose(b.screen.view.rowMenu, "Ny rad")
	if len(b.desk.State().Matter.Estimate.Lines) != 5 || b.screen.model.At() != (At{2, WhatColumn}) || !b.inGrid() {
		t.Fatalf("at %v", b.screen.model.At())
	}
	b.typed("Ny\n↑")
	b.screen.Move(-1)
	if b.line(1).What != "Ny" || b.screen.model.At().Row != 1 {
		t.Errorf("%q at %v", b.line(1).What, b.screen.model.At())
	}
	b.choose(b.screen.view.rowMenu, "Ta bort raden")
	if slices.ContainsFunc(b.desk.State().Matter.Estimate.Lines, func(l app.CostLine) bool { return l.What == "Ny" }) {
		t.Error("the row is still there")
	}
}

// What is being typed is not lost when another screen comes or a step is undone.
func TestLeaveTakesWhatIsTyped(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("Annat")
	b.screen.Leave()
	if b.line(0).What != "Annat" {
		t.Errorf("%q", b.line(0).What)
	}
	b.screen.view.fold(true)
	units := b.screen.view.terms.fields[Units]
	units.Entry.SetText("300")
	b.screen.Leave()
	if b.desk.State().Matter.Estimate.Units != 300 {
		t.Errorf("%d", b.desk.State().Matter.Estimate.Units)
	}
}

func TestTermsAreTyped(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	parttest.Press(t, b.screen.Content(), "Ändra")
	f := b.screen.view.terms.fields
	if b.Win.Canvas().Focused() != fyne.Focusable(f[FirstYear].Entry) {
		t.Error("the first field has not the focus")
	}
	b.Win.Canvas().Focus(f[Financing].Entry)
	test.Type(f[Financing].Entry, "Inom ram 2027")
	if got := b.desk.State().Matter.Estimate.Financing; got != "Inom ram 2027" || f[Financing].Text() != got {
		t.Errorf("%q, field %q", got, f[Financing].Text())
	}
	if slices.Contains(parttest.Texts(b.screen.Content()), "Saknar finansiering") {
		t.Error("it still says that financing is missing")
	}
	b.Win.Canvas().Focus(f[Years].Entry)
	f[Years].SetText("")
	test.Type(f[Years].Entry, "åtta")
	b.Win.Canvas().Focus(f[Units].Entry)
	b.Shot(t, "costs-badterm")
	if f[Years].Text() != "åtta" || b.desk.State().Matter.Estimate.Years != 4 {
		t.Errorf("field %q, years %d", f[Years].Text(), b.desk.State().Matter.Estimate.Years)
	}
	b.desk.Undo()
	if b.desk.State().Matter.Estimate.Financing != "" || f[Financing].Text() != "" {
		t.Errorf("undone to %q, field %q", b.desk.State().Matter.Estimate.Financing, f[Financing].Text())
	}
	parttest.Press(t, b.screen.Content(), "Klar")
	if b.screen.view.terms.outer.Visible() || !b.inGrid() {
		t.Error("the fields are still there")
	}
}

func TestPasteFromTheClipboard(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	fyne.CurrentApp().Clipboard().SetContent("Kablar\t3\t100\nDosor\t4\t50\n")
	b.typed("↓↓↓↓")
	parttest.Press(t, b.screen.Actions(), "Klistra in från Excel")
	if n := len(b.desk.State().Matter.Estimate.Lines); n != 6 || b.line(5).What != "Dosor" || b.line(5).Price != app.Kronor(50) {
		t.Errorf("%d lines, %+v", n, b.line(n-1))
	}
}

// Esc leaves the grid, and Tab at its last cell: it is no trap.
func TestTheGridIsNoTrap(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	b.typed("\x1b")
	if b.inGrid() {
		t.Error("Esc did not leave")
	}
	b.screen.Focus()
	b.typed("↓↓↓↓⇲\t")
	if b.inGrid() {
		t.Error("Tab did not leave at the last cell")
	}
}
