package layout

import (
	"fmt"
	"strings"
	"testing"
)

// sitting is the first page of an extract: head table, item and number.
func sitting(rows ...Field) []Block {
	return []Block{{Role: HeadTable, Fields: rows}, {Role: ItemTitle, Label: "§\u00a084", Runs: Plain("Motion om bänkar i parken, som är lång nog för två rader")},
		{Role: CaseNumber, Runs: Plain("KS 2026/0447")}}
}

func notice() Block {
	return Block{Role: NoticeBox, Notice: Notice{Heading: "Anslagsbevis", Text: "Justeringen har tillkännagetts på anslagstavlan.", Fields: []Field{
		{Label: "Organ", Lines: []string{"Arbetsutskottet"}}, {Label: "Sammanträde", Lines: []string{"2026-04-14, §§ 84–85"}},
		{Label: "Anslaget sätts upp", Lines: []string{"2026-04-21"}}, {Label: "Anslaget tas ned", Lines: []string{"2026-05-13"}},
		{Label: "Protokollet förvaras", Lines: []string{"Kansliet på tredje våningen i det gamla stadshuset"}}, {Label: "Underskrift"}}}}
}

// Minutes from rule to notice, page by page and tag by tag.
func TestMinutes(t *testing.T) {
	blocks := append(sitting(Field{Label: "Sammanträdestid", Lines: []string{"Tisdagen den 14 april 2026"}}, Field{Label: "Plats"},
		Field{Label: "Beslutande", Lines: []string{"Karin (A), ordförande", "Birger (B)"}}),
		head("Beslut"), para("Så blev det."),
		Block{Role: Signatures, Signed: []Signature{{"Ivar", "Sekreterare"}}}, notice(),
		Block{Role: TableBlock, Table: Table{Label: "Attesterat av.", Caption: Plain("Godkänt digitalt."), Columns: []TableColumn{{Head: Plain("Namn")}, {Head: Plain("Datum"), Right: true}},
			Rows: []TableRow{row(false, "Märta", "2026-04-02")}}},
		Block{Role: TableBlock, Table: Table{Caption: Plain("Ett"), Columns: []TableColumn{{Head: Plain("A")}}}})
	set := place(blocks...)
	checkPages(t, set)
	golden(t, "minutes", sketch(set)+"──── structure\n"+set.Outline())
	var marks []string
	for _, p := range set.Pages {
		for _, b := range p.Bookmarks {
			marks = append(marks, b.Title)
		}
	}
	if got := strings.Join(marks, "|"); got != "§\u00a084 Motion om bänkar i parken, som är lång nog för två rader|Beslut|Anslagsbevis" {
		t.Error(got)
	}
}

func TestHundredNamesCrossPages(t *testing.T) {
	var names []string
	for i := range 100 {
		names = append(names, fmt.Sprintf("Namn%03d Efternamn", i))
	}
	set := place(sitting(Field{Label: "Beslutande", Lines: names}, Field{Label: "Plats", Lines: []string{"Salen"}})...)
	checkPages(t, set)
	if len(set.Pages) != 3 {
		t.Fatalf("%d pages", len(set.Pages))
	}
	outline := set.Outline()
	for _, n := range names {
		if strings.Count(outline, n) != 1 {
			t.Errorf("%s is read %d times", n, strings.Count(outline, n))
		}
	}
	if n := strings.Count(outline, `"Beslutande"`); n != 1 {
		t.Errorf("the label is read %d times", n)
	}
	again := false
	for _, it := range set.Pages[1].Items {
		again = again || it.S == "Beslutande" && it.Elem == nil && it.Artifact == HeaderArtifact
	}
	if !again {
		t.Error("the second page does not say whose names they are")
	}
}

func TestHeadTableEdges(t *testing.T) {
	bare := place(sitting(Field{Label: "Plats"})...)
	if s := bare.Outline(); strings.Contains(s, "Table") || !strings.Contains(s, `H1 "§`) {
		t.Errorf("no meeting:\n%s", s)
	}
	long := place(sitting(Field{Label: strings.Repeat("Sammanträdesort", 4), Lines: []string{strings.Repeat("Stadshuset, sal ", 12), strings.Repeat("x", 300)}})...)
	checkPages(t, long)
	if len(long.Pages) != 1 {
		t.Errorf("%d pages", len(long.Pages))
	}
	untitled := place(Block{Role: ItemTitle, Label: "§ 1"})
	if s := untitled.Outline(); strings.Contains(s, "H1") {
		t.Errorf("an item without a title:\n%s", s)
	}
	wide := place(Block{Role: ItemTitle, Label: "§§ 1084–1085", Runs: Plain("Titel")})
	checkPages(t, wide)
	if s := wide.Outline(); !strings.Contains(s, `H1 "§§ 1084–1085 Titel"`) {
		t.Errorf("a wide number:\n%s", s)
	}
}

// A notice that has no room left goes whole to the next page, and one that no page
// holds is said as text.
func TestNoticeIsNeverSplit(t *testing.T) {
	for lines := 30; lines < 44; lines++ {
		set := place(filler("a", lines), notice())
		checkPages(t, set)
		boxes, heads := 0, 0
		for _, p := range set.Pages {
			for _, it := range p.Items {
				if it.Kind == Box {
					boxes++
					if it.Y < pageTop-0.01 || it.Y2 > pageBottom+0.01 {
						t.Errorf("%d lines: box from %.1f to %.1f", lines, it.Y, it.Y2)
					}
				}
			}
			heads += len(p.Bookmarks)
		}
		if boxes != 1 || heads != 1 {
			t.Errorf("%d lines: %d boxes, %d bookmarks", lines, boxes, heads)
		}
	}
	tall := notice()
	tall.Notice.Fields[4].Lines = strings.Fields(strings.Repeat("hylla ", 120))
	set := place(tall)
	checkPages(t, set)
	if s := set.Outline(); strings.Count(s, "hylla") != 120 || strings.Contains(s, "Sect\n    H2") || len(set.Pages) < 1 {
		t.Errorf("tall notice:\n%s", s)
	}
	if s := place(Block{Role: NoticeBox}).Outline(); strings.Contains(s, "H2") {
		t.Errorf("an empty notice:\n%s", s)
	}
}

// Long minutes have their table of contents below the item's number, not above the
// meeting.
func TestContentsOfLongMinutes(t *testing.T) {
	blocks := sitting(Field{Label: "Plats", Lines: []string{"Salen"}})
	for i := range 9 {
		blocks = append(blocks, head(fmt.Sprintf("Del %d", i+1)), filler("a", 40))
	}
	w := words()
	w.Contents, w.ToPage = "Innehåll", "Till {text}"
	set := Flow(Doc{Words: w, Head: Letterhead{Name: "Kommun"}, Blocks: blocks}, letters{})
	s := set.Outline()
	if n, toc, first := strings.Index(s, "KS 2026/0447"), strings.Index(s, "TOC"), strings.Index(s, `H2 "Del 1"`); n < 0 || toc < n || first < toc {
		t.Errorf("number at %d, contents at %d, first heading at %d", n, toc, first)
	}
}

// In large print, and without serifs, everything is read once and stays within the
// margins, and the box within its page.
func TestMinutesInOtherLooks(t *testing.T) {
	var names []string
	for i := range 60 {
		names = append(names, fmt.Sprintf("Namn%02d Efternamn", i))
	}
	blocks := append(sitting(Field{Label: "Utses att justera", Lines: names}), filler("a", 12), notice())
	for _, l := range []Look{{Large: true}, {Sans: true, Abreast: 3}, {Large: true, Sans: true}} {
		set := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Kind: "Prov"}, Blocks: blocks, Look: l}, letters{})
		checkPages(t, set)
		outline, boxes := set.Outline(), 0
		for _, n := range append(names, "Anslagsbevis", "Kansliet på tredje") {
			if strings.Count(outline, n) != 1 {
				t.Errorf("%+v: %s is read %d times", l, n, strings.Count(outline, n))
			}
		}
		for _, p := range set.Pages {
			for _, it := range p.Items {
				if it.Kind == Box && it.Weight > 0 {
					boxes++
					if it.Y2 > pageBottom+0.01 || it.Y < ruleTop-0.01 {
						t.Errorf("%+v: box from %.1f to %.1f", l, it.Y, it.Y2)
					}
				}
			}
		}
		if boxes != 1 {
			t.Errorf("%+v: %d boxes", l, boxes)
		}
	}
}
