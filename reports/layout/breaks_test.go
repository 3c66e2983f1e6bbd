package layout

import (
	"fmt"
	"strings"
	"testing"
)

// textLines gives the lines of text on a page that begin with the word.
func textLines(s Set, page int, word string) int {
	n := 0
	for _, it := range s.Pages[page-1].Items {
		if it.Kind == Text && it.Elem != nil && strings.HasPrefix(it.S, word) {
			n++
		}
	}
	return n
}

// The first page has room for a number of lines that the tests fill up.
func room(t *testing.T) int {
	t.Helper()
	return textLines(place(filler("rad", 60)), 1, "rad")
}

func TestTwoLinesOnEachSideOfABreak(t *testing.T) {
	n := room(t)
	for _, c := range []struct{ before, lines, first int }{
		{n - 2, 6, 0}, // room for one line, after the space between: none
		{n - 4, 6, 3}, // a break inside
		{n - 6, 6, 4}, // the last line would be alone: two go over
		{n - 3, 3, 0}, // three lines stay together
		{n - 3, 2, 2},
	} {
		set := place(filler("fyll", c.before), filler("text", c.lines))
		if got := textLines(set, 1, "text"); got != c.first {
			t.Errorf("%d lines after %d of %d: %d on the first page, want %d", c.lines, c.before, n, got, c.first)
		}
	}
}

func TestHeadingsHaveTwoLinesBelow(t *testing.T) {
	n := room(t)
	for before := n - 8; before < n; before++ {
		set := place(filler("fyll", before), head("Rubrik"), filler("text", 6))
		if p := pageOf(set, "Rubrik"); textLines(set, p, "text") < 2 {
			t.Errorf("after %d lines the heading stands on page %d over %d lines", before, p, textLines(set, p, "text"))
		}
		set = place(filler("fyll", before), head("Rubrik"), Block{Role: Subheading, Runs: Plain("Under")}, para("ensam"), para("tvåa"))
		if p := pageOf(set, "Rubrik"); p != pageOf(set, "Under") || p != pageOf(set, "ensam") || p != pageOf(set, "tvåa") {
			t.Errorf("after %d lines the headings part from their text", before)
		}
		set = place(filler("fyll", before), head("Rubrik"), Block{Role: TableBlock, Table: Table{Caption: Plain("Tabell"), Columns: []TableColumn{{Head: Plain("Kolumn")}}, Rows: []TableRow{row(false, "rad1"), row(false, "rad2"), row(false, "rad3"), row(false, "rad4")}}})
		if p := pageOf(set, "Rubrik"); p != pageOf(set, "rad1") || pageOf(set, "rad3") != pageOf(set, "rad4") {
			t.Errorf("after %d lines: heading on %d, rows on %d %d %d", before, p, pageOf(set, "rad1"), pageOf(set, "rad3"), pageOf(set, "rad4"))
		}
	}
}

func TestLeadInStaysWithTheFirstPoint(t *testing.T) {
	n := room(t)
	for before := n - 6; before < n; before++ {
		set := place(filler("fyll", before), Block{Role: LeadIn, Runs: Plain("besluta:")}, Block{Role: Decisions, List: List{Items: items("punkt", "andra")}})
		if pageOf(set, "besluta:") != pageOf(set, "punkt") {
			t.Errorf("after %d lines the lead-in stands alone", before)
		}
	}
}

func TestSignaturesKeepLastLines(t *testing.T) {
	n := room(t)
	for before := n - 12; before < n; before++ {
		set := place(filler("fyll", before), Block{Role: Signatures, Signed: []Signature{{"Elsa", "Ordförande"}}}, Block{Role: DigitalNote, Runs: Plain("digitalt")})
		p := pageOf(set, "Elsa")
		if p != pageOf(set, "Ordförande") || p != pageOf(set, "digitalt") || textLines(set, p, "fyll") < 2 {
			t.Errorf("after %d lines: signature on page %d with %d lines", before, p, textLines(set, p, "fyll"))
		}
	}
}

func TestTableHeadIsRepeatedAndUnread(t *testing.T) {
	table := Table{Columns: []TableColumn{{Head: Plain("Namn")}, {Head: Plain("Tal"), Right: true}}}
	for i := range 100 {
		table.Rows = append(table.Rows, row(i == 99, fmt.Sprintf("rad%d", i+1), "1"))
	}
	set := place(Block{Role: TableBlock, Table: table})
	if len(set.Pages) != 3 {
		t.Fatalf("%d pages", len(set.Pages))
	}
	for i, p := range set.Pages {
		read, unread := 0, 0
		for _, it := range p.Items {
			if it.S == "Namn" {
				if it.Elem == nil && it.Artifact == HeaderArtifact {
					unread++
				} else {
					read++
				}
			}
		}
		if read+unread != 1 || (read == 1) != (i == 0) {
			t.Errorf("page %d has the head %d times read and %d times as an artifact", i+1, read, unread)
		}
	}
	if pageOf(set, "rad99") != pageOf(set, "rad100") {
		t.Error("the sum stands alone")
	}
}

func TestRowTallerThanAPage(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("ordet ", 900))
	set := place(Block{Role: TableBlock, Table: Table{Columns: []TableColumn{{Head: Plain("A")}, {Head: Plain("B")}}, Rows: []TableRow{row(false, "kort", long), row(false, "efter", "x")}}})
	checkPages(t, set)
	if len(set.Pages) < 2 || pageOf(set, "efter") != len(set.Pages) {
		t.Errorf("%d pages, the next row on %d", len(set.Pages), pageOf(set, "efter"))
	}
	n := 0
	for _, p := range set.Pages {
		for _, it := range p.Items {
			if it.Elem != nil {
				n += strings.Count(it.S, "ordet")
			}
		}
	}
	if n != 900 {
		t.Errorf("%d of 900 words are drawn", n)
	}
}

func TestNumbersStandToTheRight(t *testing.T) {
	set := place(Block{Role: TableBlock, Table: Table{Columns: []TableColumn{{Head: Plain("Slag")}, {Head: Plain("År"), Right: true}}, Rows: []TableRow{row(false, "a", "7"), row(false, "b", "1 190")}}})
	for _, it := range set.Pages[0].Items {
		if it.S == "7" || it.S == "1 190" || it.S == "År" {
			if end := it.X + 2*float64(len([]rune(it.S))); end < edgeRight-0.01 || end > edgeRight+0.01 {
				t.Errorf("%q ends at %.2f mm", it.S, end)
			}
		}
	}
}

func TestWideTableMovesIntoTheMargin(t *testing.T) {
	var columns []TableColumn
	var cells []string
	for range 7 {
		columns = append(columns, TableColumn{Head: Plain("elvabokstav")})
		cells = append(cells, "ord")
	}
	set := place(Block{Role: TableBlock, Table: Table{Columns: columns, Rows: []TableRow{row(false, cells...)}}})
	left := edgeRight
	for _, it := range set.Pages[0].Items {
		if it.Kind == Rule && it.Weight == weightOuter {
			left = min(left, it.X)
		}
	}
	if left != edgeLeft {
		t.Errorf("the table begins at %.1f mm", left)
	}
}
