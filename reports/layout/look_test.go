package layout

import (
	"math"
	"testing"
)

// looks are all that a municipality can choose, each with its own ink.
func looks() []Look {
	var out []Look
	for _, sans := range []bool{false, true} {
		for _, large := range []bool{false, true} {
			for abreast := range 4 {
				out = append(out, Look{Sans: sans, Large: large, Abreast: abreast, Ink: Coloured(0x1f, 0x3a, uint8(abreast))})
			}
		}
	}
	return out
}

// everything is a paper with every kind of block, over several pages.
func everything() Doc {
	doc := Doc{Words: words(), Draft: true, LineNumbers: 5, Foot: [][]string{{"Kommun"}, {"Torggatan 1"}},
		Head:   Letterhead{Name: "Kommun", Body: "Nämnden", Kind: "Tjänsteutlåtande", Draft: "Utkast 3, 2026-03-02", Fields: []Field{{Label: "Datum", Lines: []string{"2026-03-02"}, Column: MiddleColumn}}},
		Blocks: append([]Block{{Role: Title, Runs: Plain("En rubrik på papperet")}}, pages(3)...)}
	return Doc{Words: doc.Words, Draft: true, LineNumbers: 5, Foot: doc.Foot, Head: doc.Head, Blocks: append(doc.Blocks,
		Block{Role: Quotation, Runs: Plain("Ett citat.")},
		Block{Role: LeadIn, Runs: Plain("Nämnden beslutar:")}, Block{Role: Decisions, List: List{Items: items("Motionen avslås.")}},
		Block{Role: Signatures, Signed: []Signature{{"Elsa", "Ordförande"}, {"Nils", "Direktör"}, {"Ivar", "Utredare"}, {"Märta", "Jurist"}}},
		Block{Role: DigitalNote, Runs: Plain("Undertecknas digitalt.")}, Block{Role: Annex, Label: "Bilaga 1", Runs: Plain("Analys")}, para("Slut."))}
}

// What a municipality may not change holds in every look: margins, sizes, black
// text, a measure of at most 140 mm, and the tags.
func TestNoLookBreaksTheRules(t *testing.T) {
	usualTags := roles(Flow(everything(), letters{}).Root)
	for _, l := range looks() {
		doc := everything()
		doc.Look = l
		set := Flow(doc, letters{})
		checkLook(t, set, newLook(l))
		if got := roles(set.Root); got != usualTags {
			t.Errorf("%+v: other tags", l)
		}
		for i, p := range set.Pages {
			for _, it := range p.Items {
				if it.Kind != Text {
					continue
				}
				if it.Fill != NoInk || it.Stroke != NoInk {
					t.Errorf("%+v, page %d: %q has an ink of its own", l, i+1, it.S)
				}
				least := 7.5
				if l.Large {
					least *= largeSize
				}
				if small := it.Elem.block() != nil && it.Elem.Role != "Reference"; small && it.Size < least-0.01 {
					t.Errorf("%+v, page %d: %q in %.1f points", l, i+1, it.S, it.Size)
				}
				if l.Sans && it.Face >= Serif {
					t.Errorf("%+v, page %d: %q has serifs", l, i+1, it.S)
				}
			}
		}
	}
	if measure > 140 || usual.text.size < 10 {
		t.Error("the house's own look breaks its rules")
	}
}

// roles is the structure tree without its text.
func roles(e *Elem) string {
	s := e.Role
	for _, k := range e.Kids {
		s += "(" + roles(k) + ")"
	}
	return s
}

// Large print is 13 points on 6.875 mm, and everything else in proportion.
func TestLargePrint(t *testing.T) {
	k := newLook(Look{Large: true})
	if math.Abs(k.text.size-13) > 1e-9 || math.Abs(k.text.lead-6.875) > 1e-9 {
		t.Errorf("text %v", k.text)
	}
	for name, s := range map[string][2]style{"cells": {k.cell, usual.cell}, "notes": {k.note, usual.note}, "labels": {k.label, usual.label}, "titles": {k.title, usual.title}} {
		if math.Abs(s[0].size/s[1].size-13/10.5) > 1e-9 || math.Abs(s[0].lead/s[1].lead-1.25) > 1e-9 {
			t.Errorf("%s: %v, usually %v", name, s[0], s[1])
		}
	}
	doc := Doc{Words: words(), Look: Look{Large: true}, Blocks: pages(2)}
	for i, p := range Flow(doc, letters{}).Pages {
		for _, it := range p.Items {
			if it.Kind == Text && it.Elem != nil && it.Elem.Role == "P" && it.Face == Serif && math.Abs(math.Remainder(it.Y-k.text.lead*baseline, k.half)) > 0.01 {
				t.Errorf("page %d: %q at %.2f is off the grid of half lines", i+1, it.S, it.Y)
			}
		}
	}
}

// The municipality's ink is in the page's own rules and the bar, nowhere else.
func TestInkIsInRulesAndBar(t *testing.T) {
	doc := everything()
	doc.Look.Ink = Coloured(0x1f, 0x3a, 0x5f)
	bars, edges := 0, 0
	for _, p := range Flow(doc, letters{}).Pages {
		for _, it := range p.Items {
			switch {
			case it.Fill == doc.Look.Ink && it.Kind == Box && it.X == markLeft:
				bars++
			case it.Stroke == doc.Look.Ink && it.Kind == Rule && it.X == edgeLeft && it.X2 == edgeRight:
				edges++
			case it.Fill == doc.Look.Ink || it.Stroke == doc.Look.Ink:
				t.Errorf("%+v", it)
			}
		}
	}
	if bars == 0 || edges < 3 {
		t.Errorf("%d bars, %d rules from edge to edge", bars, edges)
	}
}

func TestSignaturesAbreast(t *testing.T) {
	for _, c := range []struct{ chosen, people, first int }{{0, 1, 1}, {0, 2, 2}, {0, 3, 3}, {0, 4, 2}, {1, 3, 1}, {2, 3, 2}, {3, 4, 3}, {9, 4, 3}, {-1, 2, 2}} {
		b := Block{Role: Signatures}
		for range c.people {
			b.Signed = append(b.Signed, Signature{"Elsa", "Ordförande"})
		}
		set := Flow(Doc{Words: words(), Look: Look{Abreast: c.chosen}, Blocks: []Block{b}}, letters{})
		at, n := map[float64]int{}, 0
		for _, it := range set.Pages[0].Items {
			if it.Kind == Rule && it.X >= textLeft {
				at[it.Y]++
				n++
				if w := it.X2 - it.X; w > 61.51 || w < 39.99 {
					t.Errorf("%+v: a signature is %.1f mm wide", c, w)
				}
			}
		}
		most := 0
		for _, k := range at {
			most = max(most, k)
		}
		if n != c.people || most != c.first {
			t.Errorf("%+v: %d rules, %d side by side", c, n, most)
		}
	}
}

func TestInksHaveColours(t *testing.T) {
	if r, g, b, ok := Coloured(1, 2, 255).RGB(); r != 1 || g != 2 || b != 255 || !ok {
		t.Error(r, g, b, ok)
	}
	if _, _, _, ok := Coloured(0, 0, 0).RGB(); !ok {
		t.Error("a black colour is none")
	}
	for _, i := range []Ink{NoInk, Hatched} {
		if _, _, _, ok := i.RGB(); ok {
			t.Errorf("ink %d has a colour", i)
		}
	}
}
