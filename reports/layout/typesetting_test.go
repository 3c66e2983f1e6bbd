package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Lists stand in lists, each 6 mm further in, with the marks of their kinds: 1., a)
// and a dash.
func TestNestedLists(t *testing.T) {
	inner := Block{Role: ListBlock, List: List{Mark: Dash, Items: items("tredje nivån", "ett till")}}
	middle := Block{Role: ListBlock, List: List{Mark: Alpha, Items: [][]Block{{para("andra nivån"), inner}, {para("nästa")}}}}
	set := place(Block{Role: ListBlock, List: List{Mark: Decimal, Items: [][]Block{{para("första nivån"), middle}, {para("sist")}}}})
	at := map[string]float64{}
	for _, it := range set.Pages[0].Items {
		if it.Kind == Text {
			at[strings.TrimSpace(it.S)] = it.X - textLeft
		}
	}
	for s, want := range map[string]float64{"1.": 0, "2.": 0, "första nivån": 6, "sist": 6, "a)": 6, "b)": 6, "andra nivån": 12, "nästa": 12, "–": 12, "tredje nivån": 18, "ett till": 18} {
		if x, ok := at[s]; !ok || math.Abs(x-want) > 0.01 {
			t.Errorf("%q stands %.1f mm in, want %.1f", s, x, want)
		}
	}
	if got := roles(set.Root.Kids[1]); strings.Count(got, "L(") != 3 || !strings.HasPrefix(got, "L(LI(Lbl)(LBody(P)(L(LI(Lbl)(LBody(P)(L(LI(Lbl)(LBody))") {
		t.Errorf("tags %s", got)
	}
}

// Pages are A4 that is printed on both sides without mirroring: text between the same
// edges on every page, 25 mm for holes at the left and 30 at the right, and no ink
// nearer the paper's edge than 9 mm, where printers leave white.
func TestEveryPageHasTheSameMargins(t *testing.T) {
	if PageWidth != 210 || PageHeight != 297 || edgeLeft < 25 || PageWidth-edgeRight < 25 {
		t.Error("not A4, or no room for holes on both sides")
	}
	for _, l := range append(looks(), Look{}) {
		doc := long(l, 18)
		doc.Foot = [][]string{strings.Split(strings.Repeat("rad ", 30), " ")}
		for i, p := range Flow(doc, letters{}).Pages {
			for _, it := range p.Items {
				low, left, right := max(it.Y, it.Y2), min(it.X, it.X2), max(it.X, it.X2)
				if it.Kind == Text {
					left, right = it.X, it.X
				}
				if it.Artifact == WatermarkArtifact {
					left, right, low = it.X, it.X, PageHeight/2
				}
				if it.Kind == Rule && it.X2 == it.X || it.Kind == Disc || it.Kind == Polygon {
					continue
				}
				if left < 9 || right > PageWidth-9 || it.Y < 9 || low > PageHeight-9 {
					t.Fatalf("%+v: page %d: ink at %.1f–%.1f, %.1f", l, i+1, left, right, low)
				}
				if it.Artifact != WatermarkArtifact && (left < edgeLeft-0.01 || right > edgeRight+0.01) {
					t.Fatalf("%+v: page %d: ink outside the margins at %.1f–%.1f", l, i+1, left, right)
				}
			}
		}
	}
}

// Every page of a draft has UTKAST in the right margin, unread and beside the text; a
// final paper has it on none.
func TestWatermarkOnDraftsOnly(t *testing.T) {
	for _, draft := range []bool{true, false} {
		doc := long(Look{}, 18)
		doc.Draft = draft
		for i, p := range Flow(doc, letters{}).Pages {
			n := 0
			for _, it := range p.Items {
				if it.Artifact == WatermarkArtifact && it.Kind == Text {
					if n++; it.X <= edgeRight || it.Turn != 90 || it.Elem != nil {
						t.Errorf("page %d: %+v", i+1, it)
					}
				}
			}
			if (n == 1) != draft {
				t.Errorf("draft %v: page %d has the word %d times", draft, i+1, n)
			}
		}
	}
}

// Line numbers count lines of text, from 1 on each page, every n-th; the contents,
// tables and figures are not counted.
func TestLineNumbers(t *testing.T) {
	for _, every := range []int{1, 5} {
		doc := long(Look{}, 18)
		doc.LineNumbers = every
		for i, p := range Flow(doc, letters{}).Pages {
			want := every
			for _, it := range p.Items {
				if it.Kind != Text || it.Size != usual.count.size {
					continue
				}
				if it.S != fmt.Sprint(want) || it.Elem != nil || it.X+2*float64(len(it.S)) > numberEdge+0.01 {
					t.Errorf("page %d: %q, want %d: %+v", i+1, it.S, want, it)
				}
				want += every
			}
			if every == 1 && want == every {
				t.Errorf("page %d has no numbers", i+1)
			}
		}
	}
}

// Annexes are numbered in the margin, begin a page each, and are in the outline.
func TestAnnexesBeginPages(t *testing.T) {
	var blocks []Block
	for i := range 12 {
		blocks = append(blocks, para("Text."), Block{Role: Annex, Label: fmt.Sprintf("Bilaga %d", i+1), Runs: Plain("Underlag")})
	}
	set := place(append(blocks, para("Slut."))...)
	if len(set.Pages) != 13 {
		t.Fatalf("%d pages", len(set.Pages))
	}
	for i, p := range set.Pages[1:] {
		want := fmt.Sprintf("Bilaga %d", i+1)
		if len(p.Bookmarks) != 1 || p.Bookmarks[0].Title != want+" Underlag" || p.Bookmarks[0].Level != 0 {
			t.Errorf("page %d: %+v", i+2, p.Bookmarks)
		}
		found := false
		for _, it := range p.Items {
			found = found || strings.TrimSpace(it.S) == want && it.X == edgeLeft && it.Elem != nil && it.Elem.Role == "H1"
		}
		if !found {
			t.Errorf("page %d has no %s in the margin", i+2, want)
		}
	}
}
