package layout

import (
	"strings"
	"testing"
)

func noted(s string, lines int) Block {
	var b strings.Builder
	for range lines {
		b.WriteString(strings.Repeat("n", 62) + " ")
	}
	return Block{Runs: []Run{{Text: s, Note: &Footnote{Runs: Plain(strings.TrimSpace(b.String()))}}}}
}

// noteLines counts the lines of footnotes on each page.
func noteLines(s Set) []int {
	out := make([]int, len(s.Pages))
	for i, p := range s.Pages {
		for _, it := range p.Items {
			if strings.HasPrefix(it.S, "nnn") {
				out[i]++
			}
		}
	}
	return out
}

func TestNoteStandsOnThePageOfItsMark(t *testing.T) {
	n := room(t)
	for before := n - 12; before < n; before++ {
		set := place(filler("fyll", before), noted("märkt", 3))
		p := pageOf(set, "märkt")
		if got := noteLines(set)[p-1]; got != 3 {
			t.Errorf("after %d lines: mark on page %d with %d lines of its note", before, p, got)
		}
		checkPages(t, set)
	}
}

// A long note is split rather than leave a great part of a page empty, with at
// least two lines on each side, and goes on before later notes.
func TestLongNoteIsSplit(t *testing.T) {
	n := room(t)
	for before := n - 16; before <= n-8; before++ {
		set := place(filler("fyll", before), noted("märkt", 20), noted("andra", 2))
		lines := noteLines(set)
		if len(lines) != 2 || lines[0] < 2 || lines[1] < 2 || lines[0]+lines[1] != 22 {
			t.Errorf("after %d lines: %v lines of notes\n%s", before, lines, sketch(set))
		}
		checkPages(t, set)
	}
}

func TestNoteLongerThanPages(t *testing.T) {
	set := place(para("före"), noted("märkt", 150), para("efter"))
	sum := 0
	for _, n := range noteLines(set) {
		sum += n
	}
	if sum != 150 || len(set.Pages) < 3 {
		t.Errorf("%d of 150 lines on %d pages", sum, len(set.Pages))
	}
	checkPages(t, set)
}

func TestNotesAreLinkedBothWays(t *testing.T) {
	shared := &Footnote{Runs: Plain("delad")}
	set := place(filler("fyll", room(t)-3), filler("mera", 8), Block{Runs: []Run{{Text: "ett", Note: shared}, {Text: " två", Note: shared}, {Text: " tre", Note: &Footnote{Runs: Plain("egen")}}}})
	var there, back []Link
	for i, p := range set.Pages {
		for _, l := range p.Links {
			if l.URL != "" || l.ToPage == 0 || l.ToY == 0 {
				t.Errorf("page %d: a link to nowhere: %+v", i+1, l)
			}
			switch l.Elem.Role {
			case "Reference":
				there = append(there, l)
			case "Lbl":
				back = append(back, l)
			}
		}
	}
	if len(there) != 3 || len(back) != 2 || there[0].Contents != "Fotnot 1" || there[2].Contents != "Fotnot 2" || back[1].Contents != "Tillbaka från 2" {
		t.Fatalf("there %+v\nback %+v", there, back)
	}
	if there[0].ToY != there[1].ToY || there[0].ToY >= there[2].ToY || back[0].ToY >= there[0].ToY {
		t.Errorf("targets: there %v %v %v back %v", there[0].ToY, there[1].ToY, there[2].ToY, back[0].ToY)
	}
}

func TestNoteInAHeadingAndATable(t *testing.T) {
	n := &Footnote{Runs: Plain("nottext")}
	set := place(Block{Role: Heading, Runs: []Run{{Text: "Rubrik", Note: n}}},
		Block{Role: TableBlock, Table: Table{Caption: []Run{{Text: "Tabell", Note: &Footnote{Runs: Plain("tvåan")}}}, Columns: []TableColumn{{Head: Plain("A")}},
			Rows: []TableRow{{Cells: [][]Run{{{Text: "cell", Note: &Footnote{Runs: Plain("trean")}}}}}}}})
	for _, s := range []string{"nottext", "tvåan", "trean"} {
		if pageOf(set, s) != 1 {
			t.Errorf("%q is on page %d", s, pageOf(set, s))
		}
	}
	for _, want := range []string{"  H2 \"Rubrik\"\n    Reference \"1\"\n  Note id=\"fn0001\"",
		"P \"Tabell 1. Tabell\"\n        Reference \"2\"\n      Note id=\"fn0002\"",
		"TH scope=\"Row\"\n          P \"cell\"\n            Reference \"3\"\n          Note id=\"fn0003\""} {
		if !strings.Contains(set.Outline(), want) {
			t.Errorf("%q is not in\n%s", want, set.Outline())
		}
	}
}
