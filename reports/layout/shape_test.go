package layout

import (
	"strings"
	"testing"
)

// A shape is drawn beside its words and never read: the words are the cell's.
func TestShapesAreDrawnAndNotRead(t *testing.T) {
	table := Table{Columns: []TableColumn{{Head: Plain("Kriterium")}, {Head: Plain("Läge")}}}
	for _, s := range []Shape{FullDisc, HalfDisc, Ring, Cross, Diamond} {
		table.Rows = append(table.Rows, TableRow{Cells: [][]Run{Plain("Ändamål"), {{Shape: s, Text: "Ej behandlat i texten"}}}})
	}
	set := Flow(Doc{Blocks: []Block{{Role: TableBlock, Table: table}}}, letters{})
	kinds := map[ItemKind]int{}
	for _, it := range set.Pages[0].Items {
		if it.Kind == Disc || it.Kind == Polygon || it.Kind == Rule && it.X2-it.X < 3 {
			kinds[it.Kind]++
			if it.Elem != nil {
				t.Errorf("a shape belongs to %s", it.Elem.Role)
			}
		}
	}
	if kinds[Disc] != 3 || kinds[Polygon] != 2 || kinds[Rule] != 2 {
		t.Errorf("drawn %v", kinds)
	}
	if n := strings.Count(set.Outline(), `TD "Ej behandlat i texten"`); n != 5 {
		t.Errorf("%d states are read:\n%s", n, set.Outline())
	}
}

// However narrow the place is, the shape stays with the first letters.
func TestShapeIsNeverAlone(t *testing.T) {
	f := &flow{doc: &Doc{Words: words()}, m: letters{}, swedish: readSwedish(), notes: map[*Footnote]*note{}}
	ps := f.pieces(&Elem{Role: "P"}, nil, []Run{{Shape: Cross, Text: "Osammanhängande"}}, usual.cell, hyphenCell)
	for _, l := range f.breakLines(f.fit(ps, 12, hyphenCell), 12) {
		if len(l.pieces) == 1 && l.pieces[0].shape != NoShape {
			t.Error("a shape ends a line")
		}
	}
}
