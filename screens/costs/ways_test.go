package costs

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestWaysComeAndGo(t *testing.T) {
	m, d := begin(t, three())
	total := func() app.Money { return d.State().Cost.Total.Likely }
	proposed := total()
	m.AddWay(SeedCopy)
	if want := []string{"Förslaget", "Förslaget, kopia"}; !slices.Equal(m.Ways(), want) || m.Way() != 1 || m.Len() != 3 {
		t.Fatalf("%q, way %d, %d lines", m.Ways(), m.Way(), m.Len())
	}
	m.Go(At{0, QuantityColumn})
	m.Commit("1")
	if total() != proposed {
		t.Error("a line of an alternative moved the sum of the proposal")
	}
	if s := m.FinancingSum(); s.Label != "Mot Förslaget" || s.Second != "billigare" || strings.ReplaceAll(s.Value, "\u00a0", " ") != "−159 500 kr" {
		t.Errorf("%+v", s)
	}
	m.AddWay(SeedToday)
	if m.Way() != 2 || m.Len() != 3 || m.Cell(At{0, WhatColumn}).Text != "Drift i dag" || m.Cell(At{0, YearsColumn}).Text != "2027–32" {
		t.Errorf("way %d:\n%s", m.Way(), asText(m))
	}
	m.AddWay(SeedEmpty)
	if m.Way() != 3 || m.Len() != 0 {
		t.Errorf("way %d has %d lines", m.Way(), m.Len())
	}
	m.RemoveWay()
	if m.Way() != 2 || len(m.Ways()) != 3 {
		t.Errorf("way %d of %q", m.Way(), m.Ways())
	}
	d.Undo()
	if len(m.Ways()) != 4 {
		t.Error("a removed alternative cannot be taken back")
	}
	m.ShowWay(0)
	m.RemoveWay()
	m.Propose()
	if len(m.Ways()) != 4 || total() != proposed {
		t.Error("the proposal was removed")
	}
}

func TestPropose(t *testing.T) {
	m, d := begin(t, three())
	m.AddWay(SeedEmpty)
	m.Rename("Vuxna")
	m.Propose()
	if want := []string{"Vuxna", "Tidigare förslag"}; !slices.Equal(m.Ways(), want) || m.Way() != 0 || m.Len() != 0 {
		t.Errorf("%q, way %d, %d lines", m.Ways(), m.Way(), m.Len())
	}
	if n := d.State().Cost.Total.Likely; n != 0 {
		t.Errorf("the sum is still of the former proposal: %d", n)
	}
	d.Undo()
	if n := d.State().Cost.Total.Likely; n == 0 || len(d.State().Matter.Estimate.Lines) != 3 {
		t.Error("it cannot be taken back")
	}
}

func TestNamesOfWays(t *testing.T) {
	m, _ := begin(t, three())
	m.AddWay(SeedEmpty)
	for name, fault := range map[string]bool{"": true, "  ": true, "förslaget": true, "Nytt alternativ": false, "Vuxna": false} {
		if got := m.NameFault(name); (got != "") != fault {
			t.Errorf("%q: %q", name, got)
		}
	}
	m.Rename("förslaget")
	if m.Ways()[1] != "Nytt alternativ" {
		t.Error("two ways have one name")
	}
	m.AddWay(SeedEmpty)
	if m.Ways()[2] != "Nytt alternativ 2" {
		t.Errorf("%q", m.Ways())
	}
}

// Undo shows where it happened, also in a way that is not in front.
func TestUndoGoesToTheWay(t *testing.T) {
	m, d := begin(t, three())
	m.AddWay(SeedCopy)
	m.Go(At{2, WhatColumn})
	m.Commit("Annat")
	m.ShowWay(0)
	m.Go(At{0, WhatColumn})
	d.Undo()
	if m.Way() != 1 || m.At().Row != 2 || m.Cell(At{2, WhatColumn}).Text != "Tid" {
		t.Errorf("way %d at %v", m.Way(), m.At())
	}
}

func TestWaysInTheBar(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	b.choose(b.screen.view.ways.plus, "Dagens lösning, att fylla i")
	b.typed("Taggar som i dag\n")
	if !b.inGrid() || b.screen.model.Ways()[1] != "Taggar som i dag" {
		t.Fatalf("%q", b.screen.model.Ways())
	}
	b.Shot(t, "costs-ways")
	b.screen.Jump("outline")
	b.typed("←\n")
	if b.screen.model.Way() != 0 || b.Win.Canvas().Focused() != b.screen.view.ways.front() {
		t.Errorf("way %d", b.screen.model.Way())
	}
	b.screen.Jump("text")
	if !b.inGrid() {
		t.Error("the grid has not the focus")
	}
}

// A duty is ticked from the keyboard, keeps the focus, and is kept.
func TestDutiesAreTicked(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	duties := b.screen.model.Purchase().Duties
	if len(duties) == 0 {
		t.Fatal("the sample asks for nothing")
	}
	b.screen.Jump("findings")
	row := b.screen.view.duties[duties[0].Code].press
	if b.Win.Canvas().Focused() != fyne.Focusable(b.screen.view.follows.years.head) {
		t.Fatal("the side has not the focus")
	}
	b.Win.Canvas().Focus(row)
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !slices.Contains(b.desk.State().Matter.Estimate.Done, duties[0].Code) || b.Win.Canvas().Focused() != fyne.Focusable(row) {
		t.Error("it was not ticked, or the focus is lost")
	}
	if !slices.ContainsFunc(parttest.Texts(row), func(s string) bool { return strings.HasPrefix(s, "Gjort") }) {
		t.Errorf("%q", parttest.Texts(row))
	}
	b.desk.Undo()
	if len(b.desk.State().Matter.Estimate.Done) != 0 {
		t.Error("a tick cannot be undone")
	}
}

// Where there is little room the terms of a line are a set of columns of their own,
// and what is not usual in them is told beside the text.
func TestTwoSetsOfColumns(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	m := b.screen.model
	b.typed("⇲")
	if m.At().Column != SourceColumn {
		t.Errorf("End went to %v", m.At())
	}
	b.typed("\t")
	if m.At() != (At{1, KindColumn}) {
		t.Errorf("Tab went to %v", m.At())
	}
	b.typed("④⇲")
	if m.At().Column != ClassColumn || !slices.Contains(parttest.Texts(b.screen.Content()), "Betalas till") {
		t.Errorf("at %v", m.At())
	}
	b.typed("7\n")
	if b.line(1).Lifetime != 7 {
		t.Errorf("%+v", b.line(1))
	}
	b.typed("↑←←e")
	if !b.line(1).Internal || m.Beside(1) != "" {
		t.Errorf("%+v, beside %q", b.line(1), m.Beside(1))
	}
	b.typed("④")
	if m.Beside(1) != "egen tid" || m.At() != (At{1, WhatColumn}) {
		t.Errorf("beside %q, at %v", m.Beside(1), m.At())
	}
	if got := m.Cell(At{4, YearsColumn}).Text; got != "27–32" {
		t.Errorf("years %q", got)
	}
	m.Go(At{1, VATColumn})
	if m.At().Column != VATColumn || m.Set() != 1 {
		t.Error("going to a cell does not show it")
	}
}

// Where there is much room all columns are shown, and there is nothing to choose.
func TestAllColumns(t *testing.T) {
	b := open(t, matterOf(0), 1516, 689)
	if n := len(b.screen.model.columns()); n != mostColumnsShown || b.screen.model.Sets() != 0 || b.screen.view.strip.sets.Visible() {
		t.Errorf("%d columns, %d sets", n, b.screen.model.Sets())
	}
	b.Shot(t, "costs-wide")
}

// The grid goes on as empty rows down to the sums; a click in one of them is in
// the row that becomes a line.
func TestEmptyRowsFillTheGrid(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	g := b.screen.view.grid
	if n, want := g.Length(), int(g.Size().Height/rowHeight); n != want || n <= b.screen.model.Len()+1 {
		t.Fatalf("%d rows, room for %d", n, want)
	}
	g.tapped(g.Length()-1, 200)
	if b.screen.model.At() != (At{b.screen.model.Len(), WhatColumn}) {
		t.Errorf("at %v", b.screen.model.At())
	}
}

// The menu of a row opens where the pointer is, on that row.
func TestRowMenuUnderThePointer(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.screen.view.grid).AddXY(200, 2*rowHeight+8)
	b.screen.view.grid.menu(2, &fyne.PointEvent{Position: fyne.NewPos(200, 8), AbsolutePosition: at})
	menu := menuIn(b.Win.Canvas().Overlays().Top())
	if menu == nil || b.screen.model.At().Row != 2 {
		t.Fatalf("at %v", b.screen.model.At())
	}
}
