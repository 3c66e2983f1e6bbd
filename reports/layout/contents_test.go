package layout

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

// long is a paper with headings of all levels and an annex.
func long(l Look, n int) Doc {
	w := words()
	w.Contents, w.ToPage = "Innehåll", "{text}, sidan {n}"
	blocks := []Block{{Role: Title, Runs: Plain("En rubrik på papperet")}, para("Ingress.")}
	for i := range n {
		blocks = append(blocks, head(fmt.Sprintf("Avsnitt %d", i+1)), Block{Role: Subheading, Runs: Plain(fmt.Sprintf("Underrubrik %d", i+1))},
			Block{Runs: []Run{{Text: "☐ rutan och en not", Note: &Footnote{Runs: Plain("Noten är så lång att den kan delas. " + strings.Repeat("Den säger mer. ", 20))}}}}, filler("text", 14))
	}
	blocks = append(blocks, Block{Role: Annex, Label: "Bilaga 1", Runs: Plain("Kalkyl")}, para("Bilagans text."), head("I bilagan"), para("Slut."))
	return Doc{Words: w, Look: l, Head: Letterhead{Name: "Kommun", Kind: "Prov"}, Foot: [][]string{{"Kommun"}}, LineNumbers: 5, Draft: true, Blocks: blocks}
}

// told is the table of contents of a set: each entry with its inset, its number and
// where its link leads.
func told(s Set) (entries []string, at map[string]int) {
	at = map[string]int{}
	for i, p := range s.Pages {
		for _, it := range p.Items {
			if it.Elem == nil || it.Elem.Role != "Reference" || it.Elem.Parent.Role != "TOCI" {
				continue
			}
			if it.X > edgeRight-contentsNumber { // the number
				entries[len(entries)-1] += it.S
				continue
			}
			entries = append(entries, fmt.Sprintf("%.0f %s", it.X-textLeft, it.S))
		}
		for _, l := range p.Links {
			if l.Elem.Role == "Reference" && l.Elem.Parent.Role == "TOCI" {
				at[l.Contents] = l.ToPage
				if l.ToPage > len(s.Pages) || l.ToY < 20 || l.ToY > pageBottom {
					at[l.Contents] = -i
				}
			}
		}
	}
	return entries, at
}

func TestContentsFromEightPages(t *testing.T) {
	seen := map[bool]bool{}
	for n := 1; n < 30; n++ {
		doc := long(Look{}, n)
		with := Flow(doc, letters{})
		doc.Words.Contents = ""
		pages := len(Flow(doc, letters{}).Pages)
		entries, _ := told(with)
		if got := len(entries) > 0; got != (pages >= contentsFrom) {
			t.Errorf("%d pages: contents %v", pages, got)
		}
		seen[pages >= contentsFrom] = true
	}
	if len(seen) != 2 {
		t.Error("no paper is short, or none is long")
	}
}

// Every entry has the number of the page where its heading stands, and leads there;
// all else in the paper is as it was.
func TestContentsAreTrue(t *testing.T) {
	for _, l := range append(looks(), Look{}) {
		doc := long(l, 18)
		set := Flow(doc, letters{})
		checkLook(t, set, newLook(l))
		entries, at := told(set)
		if len(entries) != 18*2+2 || len(at) != len(entries) {
			t.Fatalf("%+v: %d entries, %d links", l, len(entries), len(at))
		}
		k := 0
		for page, p := range set.Pages {
			for _, b := range p.Bookmarks {
				if b.Title == "En rubrik på papperet" || b.Title == "Innehåll" {
					continue
				}
				inset := map[int]float64{1: 0, 2: 6}[b.Level]
				if b.Title == "I bilagan" {
					inset = 6
				}
				if inset *= newLook(l).grow; entries[k] != fmt.Sprintf("%.0f %s %d", inset, b.Title, page+1) {
					t.Errorf("%+v: %q, but %s stands on page %d", l, entries[k], b.Title, page+1)
				}
				if to := at[fmt.Sprintf("%s, sidan %d", b.Title, page+1)]; to != page+1 {
					t.Errorf("%+v: %s leads to page %d, not %d", l, b.Title, to, page+1)
				}
				k++
			}
		}
		if again := Flow(doc, letters{}); !reflect.DeepEqual(set, again) {
			t.Errorf("%+v: placed differently the second time", l)
		}
		doc.Words.Contents = ""
		body, notes := readBack(Flow(doc, letters{}))
		gotBody, gotNotes := readBack(withoutContents(set))
		if body != gotBody || notes != gotNotes {
			t.Errorf("%+v: the rest of the paper reads otherwise", l)
		}
	}
}

// withoutContents takes the table of contents and its heading out of the tree.
func withoutContents(s Set) Set {
	root := *s.Root
	root.Kids = nil
	for i, e := range s.Root.Kids {
		if e.Role != "TOC" && (i+1 == len(s.Root.Kids) || s.Root.Kids[i+1].Role != "TOC") {
			root.Kids = append(root.Kids, e)
		}
	}
	s.Root = &root
	return s
}

// A footnote's links and a ticked box are placed anew with the rest.
func TestContentsLeaveNothingBehind(t *testing.T) {
	set := Flow(long(Look{}, 18), letters{})
	figures, notes := 0, 0
	for i, p := range set.Pages {
		for _, it := range p.Items {
			if it.Elem != nil && it.Elem.Role == "Figure" {
				figures++
				if b := it.Elem.BBox; math.Abs(b[1]-it.Y) > 4 || b[3]-b[1] > 6 {
					t.Errorf("page %d: the box at %.1f is said to be at %v", i+1, it.Y, b)
				}
			}
		}
		for _, l := range p.Links {
			if !strings.HasPrefix(l.Contents, "Fotnot") {
				continue
			}
			notes++
			found := false
			for _, it := range set.Pages[l.ToPage-1].Items {
				found = found || it.Elem != nil && it.Elem.Role == "Lbl" && math.Abs(it.Y-l.ToY) < 4 && strings.TrimSpace(it.S) == strings.TrimPrefix(l.Contents, "Fotnot ")
			}
			if !found {
				t.Errorf("%s leads to page %d at %.1f, where it is not", l.Contents, l.ToPage, l.ToY)
			}
		}
	}
	if figures != 18 || notes != 18 {
		t.Errorf("%d boxes, %d marks", figures, notes)
	}
}

// Leaders are dots under dots, not read, between the words and the number.
func TestLeadersAreUnread(t *testing.T) {
	set := Flow(long(Look{}, 18), letters{})
	n := 0
	for _, p := range set.Pages {
		for _, it := range p.Items {
			if len(it.Dash) > 0 {
				n++
				if it.Elem != nil || it.X2 > edgeRight || it.X < textLeft {
					t.Errorf("%+v", it)
				}
				if off := math.Remainder(edgeRight-it.X, leaderStep); math.Abs(off) > 0.001 {
					t.Errorf("a leader's dots are %.2f mm off the others'", off)
				}
			}
		}
	}
	if n != 38 {
		t.Errorf("%d leaders", n)
	}
}

func TestLongContentsAreShortened(t *testing.T) {
	entries, _ := told(Flow(long(Look{}, 30), letters{}))
	if len(entries) != 32 { // 30 sections, the annex and its heading
		t.Errorf("%d entries: %s", len(entries), strings.Join(entries, "|"))
	}
	doc := long(Look{}, 18)
	doc.Blocks[2].Runs = Plain(strings.Repeat("mycket lång rubrik ", 30) + strings.Repeat("x", 300))
	set := Flow(doc, letters{})
	checkPages(t, set)
	if entries, _ := told(set); len(entries) == 0 {
		t.Error("no contents")
	}
}

// What is said of a paper before it is placed is never too much: a table of contents
// in a paper that is too short for one would be there on the screen and not in the file.
func TestLeastPagesAreThere(t *testing.T) {
	for _, l := range append(looks(), Look{}) {
		for n := 1; n < 16; n += 2 {
			doc := long(l, n)
			doc.Words.Contents = ""
			f := newFlow(doc, letters{}, swedish{})
			pages := len(f.make().Pages)
			if least := f.leastPages(); least > pages || n > 9 && least < pages/3 {
				t.Errorf("%+v: %d pages, and %d at least", l, pages, least)
			}
		}
	}
}
