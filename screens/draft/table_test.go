package draft

import (
	"testing"
)

const smallTable = "| a | b |\n| --- | ---: |\n| c | d |"

func TestTableOrders(t *testing.T) {
	for _, c := range []struct {
		name        string
		order       TableOrder
		row, column int
		want        string
		caret       int
	}{
		{"a row after", RowAfter, 1, 1, smallTable + "\n|  |  |", 40},
		{"a row under the head", RowAfter, 0, 0, "| a | b |\n| --- | ---: |\n|  |  |\n| c | d |", 27},
		{"the head away: the next is the head", RowAway, 0, 0, "| c | d |\n| --- | ---: |", 2},
		{"a column after", ColumnAfter, 1, 0, "| a |  | b |\n| --- | --- | ---: |\n| c |  | d |", 40},
		{"a column away", ColumnAway, 1, 1, "| a |\n| --- |\n| c |", 16},
		{"figures to the right", ColumnRight, 1, 0, "| a | b |\n| ---: | ---: |\n| c | d |", 28},
		{"and back", ColumnRight, 0, 1, "| a | b |\n| --- | --- |\n| c | d |", 6},
	} {
		m, h := shown(t, texts{"summary": smallTable})
		u := unitsOf(smallTable)[0]
		m.Place(Caret{0, u.cells[c.row][c.column].Start})
		m.Table(c.order)
		if got := h.text("summary"); got != c.want || m.caret.At != c.caret {
			t.Errorf("%s: %q, caret %d; want %q, %d", c.name, got, m.caret.At, c.want, c.caret)
		}
	}
	m, h := shown(t, texts{"summary": "x\n\n" + smallTable + "\n\ny"})
	m.Place(Caret{0, 6})
	m.Table(TableAway)
	if got := marked(h.text("summary"), m.caret.At); got != "x\n\n|\n\ny" {
		t.Errorf("the table away: %q", got)
	}
}

// A table is written in like a form: Tab goes on, Enter goes down, and no bar is
// ever seen or harmful.
func TestWritingInATable(t *testing.T) {
	h := open(t, texts{"summary": "Före."})
	h.caret("summary", len("Före."))
	h.screen.Format("table")
	if !h.screen.model.InTable() {
		t.Fatal("no table under the caret")
	}
	h.typed("Post\tKr\tAnm\tKamera\t12 000\ta|b\n")
	want := "Före.\n\n| Post | Kr | Anm |\n| --- | --- | --- |\n| Kamera | 12 000 | a\\|b |\n|  |  |  |"
	if got := h.text("summary"); got != want {
		t.Fatalf("text %q, want %q", got, want)
	}
	if row, column := unitsOf(want)[1].cellAt(h.screen.model.caret.At); row != 2 || column != 2 {
		t.Errorf("Enter went to row %d, column %d", row, column)
	}
	h.typed("\nEfter.")
	if got := h.text("summary"); got != want[:len(want)-len("\n|  |  |  |")]+"\n\nEfter." {
		t.Errorf("Enter on an empty last row: %q", got)
	}
	h.typed("↑")
	if got := h.page().live.Text; got != "Kamera" {
		t.Errorf("Up is in %q", got)
	}
	h.typed("⇱\b")
	if got := h.page().live.Text; got != "Anm" {
		t.Errorf("Backspace at the start of a cell is in %q", got)
	}
	h.desk.Undo()
	for h.desk.State().CanUndo {
		h.desk.Undo()
	}
	if got := h.text("summary"); got != "" && got != "Före." {
		t.Errorf("all undone: %q", got)
	}
}

func TestPasteIntoACellIsOneLine(t *testing.T) {
	h := open(t, texts{"summary": smallTable})
	h.caret("summary", 2)
	h.page().paste("en | rad\r\noch en till\r\n• punkt")
	if got, want := h.text("summary"), "| en \\| rad och en till punkta | b |\n| --- | ---: |\n| c | d |"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}
