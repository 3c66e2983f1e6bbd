package costs

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/app/sheet"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

// What is copied is laid elsewhere as it was, in one step, and any program reads it.
func TestBlocksAreCopiedAndLaid(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{0, WhatColumn})
	m.To(At{1, PriceColumn}, true)
	if got := m.Copy(); got != "Kameror\t12\t14500\nLicens\t1450\t148" {
		t.Fatalf("copied %q", got)
	}
	block := m.Copy()
	m.Go(At{2, WhatColumn})
	if err := m.Paste(block); err != nil {
		t.Fatal(err)
	}
	lines := d.State().Matter.Estimate.Lines
	if len(lines) != 4 || lines[2].What != "Kameror" || lines[2].Price != app.Kronor(14500) || lines[3].Quantity != app.Units(1450) {
		t.Errorf("\n%s", asText(m))
	}
	d.Undo()
	if len(d.State().Matter.Estimate.Lines) != 3 || d.State().Matter.Estimate.Lines[2].What != "Tid" {
		t.Error("it is not one step")
	}
}

// One cell fills all that are chosen; a computed column takes nothing.
func TestOneCellInMany(t *testing.T) {
	m, d := begin(t, three())
	m.Go(At{0, QuantityColumn})
	m.To(At{2, LowColumn}, true)
	if err := m.Paste("7"); err != nil {
		t.Fatal(err)
	}
	for i, l := range d.State().Matter.Estimate.Lines {
		if l.Quantity != app.Units(7) || l.Price != app.Kronor(7) {
			t.Errorf("%d: %+v", i, l)
		}
	}
	m.Go(At{0, LikelyColumn})
	before := d.State().Matter
	if err := m.Paste("1\n2"); err != nil || d.State().Matter != before {
		t.Errorf("%v: something was written in a computed column", err)
	}
}

func TestClearingAndFilling(t *testing.T) {
	m, d := begin(t, three())
	lines := func() []app.CostLine { return d.State().Matter.Estimate.Lines }
	m.Go(At{0, QuantityColumn})
	m.To(At{3, PriceColumn}, true) // also the empty row
	m.Fill()
	if len(lines()) != 3 || lines()[2].Quantity != app.Units(12) || lines()[2].Price != app.Kronor(14500) || lines()[1].What != "Licens" {
		t.Errorf("\n%s", asText(m))
	}
	m.Clear()
	if lines()[0].Price != 0 || lines()[2].Quantity != 0 || len(lines()) != 3 {
		t.Errorf("\n%s", asText(m))
	}
	d.Undo()
	m.Go(At{1, SourceColumn})
	m.Fill() // one cell takes what is above it
	if lines()[1].Source != app.SourceQuote {
		t.Errorf("%+v", lines()[1])
	}
	m.Go(At{0, WhatColumn})
	before := d.State().Matter
	if m.Fill(); d.State().Matter != before {
		t.Error("there is nothing above the first row")
	}
	m.All()
	if m.Remove(); len(lines()) != 0 {
		t.Errorf("%d rows are left", len(lines()))
	}
}

// With Shift the arrows choose, and the ends of the table are a key away.
func TestKeysChooseABlock(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	m, g := b.screen.model, b.screen.view.grid
	far := func(k fyne.KeyName, mod fyne.KeyModifier) {
		g.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: mod})
	}
	b.shift = true
	b.typed("→→↓")
	if got := m.Block(); got.From != 0 || got.To != 1 || len(got.Columns) != 3 || !m.In(At{1, QuantityColumn}) || m.In(At{2, WhatColumn}) {
		t.Errorf("%+v", got)
	}
	b.Shot(t, "costs-block")
	b.shift = false
	b.typed("→")
	if m.Many() {
		t.Error("an arrow without Shift does not leave the block")
	}
	far(fyne.KeyEnd, fyne.KeyModifierControl)
	if m.At() != (At{11, SourceColumn}) {
		t.Errorf("Ctrl+End went to %v", m.At())
	}
	far(fyne.KeyHome, fyne.KeyModifierControl|fyne.KeyModifierShift)
	if m.At() != (At{0, KindColumn}) || !m.In(At{11, SourceColumn}) {
		t.Errorf("Ctrl+Shift+Home: %v, %+v", m.At(), m.Block())
	}
	far(fyne.KeyPageDown, fyne.KeyModifierControl)
	if m.Tab() != Spent || !b.inGrid() {
		t.Errorf("Ctrl+Page Down shows table %d", m.Tab())
	}
	far(fyne.KeyPageUp, fyne.KeyModifierControl)
	b.typed("\n")
	b.shift = true
	b.typed("\n")
	if m.Tab() != Lines || m.At().Row != 0 {
		t.Errorf("Shift+Enter is at %v of %d", m.At(), m.Tab())
	}
}

// Copy, cut and paste are the keys of the system, also while a cell is written in:
// more than one cell is then laid over the grid.
func TestTheClipboard(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	g, clip := b.screen.view.grid, fyne.CurrentApp().Clipboard()
	b.shift = true
	b.typed("→")
	b.shift = false
	was := b.line(0)
	g.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if clip.Content() != was.What+"\t40" || b.line(0).What != "" || b.line(0).Quantity != 0 {
		t.Errorf("%q, %+v", clip.Content(), b.line(0))
	}
	b.typed("←↓↓↓↓x") // writing in the empty row
	g.live.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	lines := b.desk.State().Matter.Estimate.Lines
	if g.editing || len(lines) != 5 || lines[4].What != was.What || lines[4].Quantity != was.Quantity {
		t.Errorf("editing %v, %+v", g.editing, lines[len(lines)-1])
	}
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := b.screen.model.Block(); got.From != 0 || got.To != 4 || len(got.Columns) != 9 {
		t.Errorf("%+v", got)
	}
}

// The pointer chooses too: with Shift, and by drawing over the cells.
func TestThePointerChoosesABlock(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	m, g := b.screen.model, b.screen.view.grid
	x := func(c Column) float32 { left, _ := cellSpan(g.columns(g.Size().Width), m.place(c)); return left + 8 }
	g.tapped(1, x(QuantityColumn))
	b.shift = true
	g.tapped(3, x(PriceColumn))
	b.shift = false
	if got := m.Block(); got.From != 1 || got.To != 3 || len(got.Columns) != 2 || g.editing {
		t.Errorf("%+v", got)
	}
	g.tapped(0, x(WhatColumn))
	g.dragged(0, fyne.NewPos(x(QuantityColumn), 2*rowHeight+4))
	if got := m.Block(); got.From != 0 || got.To != 2 || len(got.Columns) != 2 {
		t.Errorf("%+v", got)
	}
	g.dragged(2, fyne.NewPos(x(QuantityColumn), -rowHeight)) // upwards
	if got := m.Block(); got.To != 1 {
		t.Errorf("%+v", got)
	}
	b.screen.view.openRowMenu(g, fyne.NewPos(0, 0))
	if menu := menuIn(b.Win.Canvas().Overlays().Top()); menu == nil || !slices.ContainsFunc(menu.Items, func(o fyne.CanvasObject) bool { return slices.Contains(said(o), "Ta bort 2 rader") }) {
		t.Error("the menu is not for all that is chosen")
	}
}

// A table with heads is added after the lines, in whatever order its columns are;
// what has no place is told by the name of its cell.
func TestPastedHeads(t *testing.T) {
	m, d := begin(t, three())
	text := "À-pris\tKonto\tVad\tAntal\tSlag\n1 234,50 kr\t4010\t\"Kablar,\n\"\"grova\"\"\"\t3\tInköp\ndyrt\t\tDosor\t12\tLunch\n"
	if err := m.Paste(text); err != nil {
		t.Fatal(err)
	}
	lines := d.State().Matter.Estimate.Lines
	if len(lines) != 5 || lines[3].Price != 123450 || lines[3].Quantity != app.Units(3) || lines[3].Kind != app.CostPurchase {
		t.Fatalf("\n%s", asText(m))
	}
	if u := lines[4].Unread; u["price"] != "dyrt" || u["kind"] != "Lunch" || lines[4].What != "Dosor" {
		t.Errorf("%+v", lines[4])
	}
	told := m.Told()
	if told == nil || told.Text != "2 rader lades till. 2 celler fick ingen plats." || !slices.Contains(told.Loose, "B2 ”4010”: kolumnen har ingen rubrik som känns igen.") {
		t.Errorf("%+v", told)
	}
	m.Go(At{0, WhatColumn})
	if m.Commit("Annat"); m.Told() != nil {
		t.Error("it is still told after something else was done")
	}
}

// A table too long is refused whole, and says how long it was.
func TestTooManyRowsLeaveEverything(t *testing.T) {
	m, d := begin(t, three())
	before := d.State().Matter
	for _, n := range []int{sheet.MaxRows, 1_000_000} { // the lines there are count too
		m.Go(At{2, WhatColumn})
		err := m.Paste(strings.Repeat("Kablar\t3\t100\n", n))
		p := app.ProblemOf(err)
		if p == nil || p.Code != app.CodeTooManyRows || !strings.Contains(p.Where, m.words.Int(int64(n))) || d.State().Matter != before {
			t.Errorf("%d rows: %v", n, err)
		}
	}
	m.Go(At{3, WhatColumn})
	if err := m.Paste(strings.Repeat("Kablar\t3\t100\n", sheet.MaxRows-3)); err != nil || m.Len() != sheet.MaxRows {
		t.Errorf("%v, %d rows", err, m.Len())
	}
}

// BenchmarkPaste lays tables of many lengths; those that are too long are refused.
func BenchmarkPaste(b *testing.B) {
	w, err := i18n.New("sv")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1000, sheet.MaxRows, 20_000, 1_000_000} {
		text := strings.Repeat("Licenser\tKablar av olika slag\t1 234,5\t1 234,50 kr\t2027–2029\n", n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := parttest.Desk(b, &app.Matter{Title: "Kameror", Estimate: app.Estimate{FirstYear: 2027, Years: 6}})
			m := NewModel(d, w)
			for b.Loop() {
				m.Go(At{0, KindColumn})
				if err := m.Paste(text); (err != nil) != (n > sheet.MaxRows) {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCell writes in one cell of the longest estimate there can be.
func BenchmarkCell(b *testing.B) {
	w, err := i18n.New("sv")
	if err != nil {
		b.Fatal(err)
	}
	e := app.Estimate{FirstYear: 2027, Years: 6, RealRate: 350}
	for i := range sheet.MaxRows {
		e.Lines = append(e.Lines, app.CostLine{Kind: app.CostOperation, What: fmt.Sprint("Rad ", i), Quantity: app.Units(1), Price: app.Kronor(100), From: 1, To: 6})
	}
	m := NewModel(parttest.Desk(b, &app.Matter{Title: "Kameror", Estimate: e}), w)
	n := int64(0)
	for b.Loop() {
		n++
		m.Go(At{2500, PriceColumn})
		m.Commit(fmt.Sprint(100 + n))
	}
}
