package layout

import (
	"math"
	"reflect"
	"strings"
	"testing"
)

// bars is a figure of three bars, one of each ink, with values and a base line.
func bars(caption, alt string) Figure {
	return Figure{Width: 100, Height: 30, Caption: Plain(caption), Alt: alt, Items: []Item{
		{Kind: Text, X: 0, Y: 4, S: "Förslaget", Face: Sans, Size: 9},
		{Kind: Box, X: 30, Y: 0, X2: 60, Y2: 4, Fill: Black},
		{Kind: Text, X: 62, Y: 4, S: "1\u00a0200", Face: Sans, Size: 9},
		{Kind: Box, X: 30, Y: 8, X2: 50, Y2: 12, Fill: White, Weight: 0.5},
		{Kind: Box, X: 30, Y: 16, X2: 40, Y2: 20, Fill: Hatched, Weight: 0.5},
		{Kind: Disc, X: 50, Y: 25, X2: 1, Fill: Black},
		{Kind: Polygon, Points: [][2]float64{{60, 24}, {62, 24}, {61, 26}}, Fill: Black},
		{Kind: Rule, X: 0, Y: 28, X2: 100, Y2: 28, Weight: 0.7},
	}}
}

func figureBlock(f Figure) Block { return Block{Role: FigureBlock, Figure: f} }

func TestFigure(t *testing.T) {
	wide := bars("", "Bred")
	wide.Wide = true
	set := place(head("Kostnad"), para("Före."), figureBlock(bars("Kostnad, tkr.", "Stapel: 1 200.")), para("Efter."), figureBlock(wide), figureBlock(bars("Utan text", "")))
	golden(t, "figure", sketch(set)+"──── structure\n"+set.Outline())
	var found []*Elem
	for _, k := range set.Root.Kids {
		if k.Role == "Figure" {
			found = append(found, k)
		}
	}
	for i, left := range []float64{textLeft, edgeLeft, textLeft} {
		e := found[i]
		if e.BBox[0] != left || e.BBox[2] < e.BBox[0]+100 || math.Abs(e.BBox[3]-e.BBox[1]-28) > 3 {
			t.Errorf("figure %d stands in %v", i, e.BBox)
		}
		for _, it := range set.Pages[0].Items {
			if it.Elem == e && (it.X < e.BBox[0]-0.01 || it.Y > e.BBox[3]+0.01) {
				t.Errorf("figure %d: %+v is outside %v", i, it, e.BBox)
			}
			if it.Elem == e && it.Kind == Text && !strings.HasSuffix(it.S, " ") {
				t.Errorf("%q does not end with a space", it.S)
			}
		}
	}
}

// A figure without words for it is nothing to hear; one without ink is nothing.
func TestFigureWithoutWords(t *testing.T) {
	set := place(figureBlock(bars("", "")), figureBlock(Figure{Caption: Plain("Tom"), Alt: "Tom"}))
	if s := set.Outline(); strings.Contains(s, "Figure") || strings.Contains(s, "Tom") {
		t.Errorf("\n%s", s)
	}
	for _, it := range set.Pages[0].Items {
		if it.Kind == Box && it.Elem != nil {
			t.Error("ink belongs to an element that is not there")
		}
	}
}

// A figure is on one page with its caption and under its heading, at every place
// the page can have for it; what is too large is drawn smaller.
func TestFigureIsNeverSplit(t *testing.T) {
	for n := range 50 {
		tall := bars("Bildtext", "Alt")
		tall.Height = 90
		set := place(filler("a", n+1), head("Rubrik"), figureBlock(tall), para("Sist"))
		page := pageOf(set, "Förslaget")
		if pageOf(set, "Rubrik") != page || pageOf(set, "Bildtext") != page || page == 0 {
			t.Fatalf("after %d lines: heading %d, figure %d, caption %d", n+1, pageOf(set, "Rubrik"), page, pageOf(set, "Bildtext"))
		}
		for i, p := range set.Pages {
			for _, it := range p.Items {
				if it.Kind == Box && (i+1 != page || it.Y2 > pageBottom) {
					t.Fatalf("after %d lines a bar is on page %d at %.1f", n+1, i+1, it.Y2)
				}
			}
		}
	}
	huge := bars("Bildtext", "Alt")
	huge.Width, huge.Height = 400, 1200
	huge.Items = append(huge.Items, Item{Kind: Box, X: 390, Y: 1190, X2: 400, Y2: 1200, Fill: Black})
	set := place(para("a"), figureBlock(huge))
	for _, it := range set.Pages[len(set.Pages)-1].Items {
		if it.Kind == Box && (it.X2 > edgeRight+0.01 || it.Y2 > pageBottom+0.01) {
			t.Errorf("a bar ends at %.1f, %.1f", it.X2, it.Y2)
		}
	}
}

func TestHatching(t *testing.T) {
	box := Item{Kind: Box, X: 10, Y: 20, X2: 13, Y2: 25, Fill: Hatched}
	lines := box.Hatching()
	if len(lines) != 7 {
		t.Errorf("%d lines", len(lines))
	}
	for _, l := range lines {
		if l.X < 10-1e-9 || l.X2 > 13+1e-9 || l.Y > 25+1e-9 || l.Y2 < 20-1e-9 || math.Abs((l.X2-l.X)-(l.Y-l.Y2)) > 1e-9 {
			t.Errorf("%+v leaves the box or slants otherwise", l)
		}
	}
	turned := Item{Kind: Box, X: 13, Y: 25, X2: 10, Y2: 20, Fill: Hatched}
	if !reflect.DeepEqual(turned.Hatching(), lines) {
		t.Error("corners in another order give another hatching")
	}
	if len(Item{Kind: Box, X: 1, Y: 1, X2: 1, Y2: 9}.Hatching()) != 0 {
		t.Error("a box without width is hatched")
	}
}
