package layout

import (
	"strings"
	"testing"
)

func TestLongFieldsGoIntoTheText(t *testing.T) {
	var lines []string
	for range 50 {
		lines = append(lines, "Nämnden för mycket")
	}
	set := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Fields: []Field{{Label: "Till", Lines: lines}, {Label: "Datum", Lines: []string{"2026"}}}}, Blocks: []Block{para("Slut.")}}, letters{})
	checkPages(t, set)
	body, _ := readBack(set)
	if n := strings.Count(body, "Nämndenförmycket"); n != 50 || !strings.HasPrefix(body, "Till:") {
		t.Errorf("%d of 50 addressees in %s", n, body)
	}
	if pageOf(set, "Datum") != 1 {
		t.Error("the next field is gone")
	}
}

func TestEndlessNames(t *testing.T) {
	long := strings.Repeat("mycket långt namn ", 600)
	set := Flow(Doc{Words: words(), Draft: true, Head: Letterhead{Name: long, Body: long, Kind: long, Draft: long, Number: long}, Foot: [][]string{{"a"}, {"b"}, {"c"}, {"d"}}, Blocks: []Block{filler("rad", 60)}}, letters{})
	checkPages(t, set)
	for _, p := range set.Pages[1:] {
		for _, it := range p.Items {
			if it.Y == headBase && it.Kind == Text && it.X < midCol && it.X+2*float64(len([]rune(it.S))) > midCol {
				t.Errorf("the running head %q runs into the next", it.S)
			}
		}
	}
}

func TestNothingToPlace(t *testing.T) {
	set := Flow(Doc{}, letters{})
	if len(set.Pages) != 1 || set.Root == nil {
		t.Fatalf("%d pages", len(set.Pages))
	}
	set = place(para(""), head(" "), Block{Role: ListBlock}, Block{Role: TableBlock}, Block{Role: Signatures}, Block{Role: Annex}, Block{Role: Quotation, Runs: Plain("\u00ad")},
		Block{Role: ListBlock, List: List{Items: [][]Block{{}, {para("")}}}})
	if n := len(set.Root.Kids); n != 2 { // the letterhead and the list of empty items
		t.Errorf("%d elements\n%s", n, set.Outline())
	}
}
