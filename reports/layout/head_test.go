package layout

import (
	"fmt"
	"slices"
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
		end := 0.0
		for _, it := range p.Items {
			if it.Y == headBase && it.Kind == Text {
				if it.X < end {
					t.Errorf("the running head %q begins in the one before", it.S)
				}
				end = it.X + 2*float64(len([]rune(it.S)))
			}
		}
		if end > edgeRight+0.01 {
			t.Errorf("the running head ends at %.1f", end)
		}
	}
}

// A long kind begins further to the left, so that its number is not cut.
func TestLongKindInTheRunningHead(t *testing.T) {
	h := Letterhead{Name: "Kommun", Body: "En nämnd", Kind: "Sammanställn.", Number: "KS 2026/1"}
	set := Flow(Doc{Words: words(), Head: h, Blocks: []Block{filler("rad", 60)}}, letters{})
	if !slices.ContainsFunc(set.Pages[1].Items, func(it Item) bool { return it.S == "Sammanställn.  KS 2026/1" && it.X < midCol }) {
		t.Error("kind and number are cut")
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

// checkAll is checkPages, and that each of the texts is drawn once.
func checkAll(t *testing.T, s Set, texts ...string) {
	t.Helper()
	checkPages(t, s)
	outline := squeeze(s.Outline())
	for _, text := range texts {
		if n := strings.Count(outline, squeeze(text)); n != 1 {
			t.Errorf("%q is there %d times", text, n)
		}
	}
}

// A foot that takes half the page pushes the text up; what no page has room for is
// text at the end. Nothing runs off the paper, and nothing is lost.
func TestLongFoot(t *testing.T) {
	for _, n := range []int{5, 12, 21, 22, 60, 300} {
		var all []string
		column := func(name string) (out []string) {
			for i := range n {
				out = append(out, fmt.Sprintf("%s%03d", name, i))
			}
			all = append(all, out...)
			return out
		}
		doc := Doc{Words: words(), Head: Letterhead{Name: "Kommun"}, Foot: [][]string{column("besök"), column("post"), column("telefon")}, Blocks: []Block{filler("text", 50)}}
		for _, large := range []bool{false, true} {
			doc.Look.Large = large
			set := Flow(doc, letters{})
			checkAll(t, set, all...)
			if kids := set.Root.Kids; kids[len(kids)-1].Role != "Sect" {
				t.Errorf("%d lines: the foot is not read last", n)
			}
			lowest := 0.0
			for _, it := range set.Pages[0].Items {
				if it.Kind == Text && it.Face == Serif {
					lowest = max(lowest, it.Y)
				}
			}
			for _, it := range set.Pages[0].Items {
				if it.Elem != nil && it.Elem.Parent == set.Root.Kids[len(set.Root.Kids)-1] && it.Y <= lowest {
					t.Errorf("%d lines: the foot stands in the text at %.1f mm", n, it.Y)
				}
			}
		}
	}
}

// A foot with one endless line, or a word wider than its column, is whole.
func TestWideFoot(t *testing.T) {
	address := "https://www.exempelkommun.example/kontakt" // 41 letters of 2 mm, in a column of 40 mm
	set := Flow(Doc{Words: words(), Foot: [][]string{{"Kommun"}, {"Torggatan 1"}, {address, "0999"}}, Blocks: []Block{para("Text.")}}, letters{})
	checkAll(t, set, "Torggatan 1")
	whole := false
	for _, it := range set.Pages[0].Items {
		whole = whole || strings.TrimSpace(it.S) == address
	}
	if !whole {
		t.Errorf("the address is broken\n%s", set.Pages[0].Sketch())
	}
	endless := strings.Repeat("x", 5000)
	checkAll(t, Flow(Doc{Words: words(), Foot: [][]string{{endless}, {"b", strings.Repeat("ord ", 2000)}, {"telefon"}}}, letters{}), endless, "telefon")
}

// Fields that fill the letterhead go into the text, in their order.
func TestManyFields(t *testing.T) {
	var fields []Field
	var all []string
	for i := range 60 {
		f := Field{Label: fmt.Sprintf("Fält%02d", i), Lines: []string{fmt.Sprintf("värde%02d", i), fmt.Sprintf("mer%02d", i)}, Column: Column(i % 3)}
		fields = append(fields, f)
		all = append(all, f.Label, f.Lines[0], f.Lines[1])
	}
	set := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Fields: fields}, Foot: [][]string{strings.Split(strings.Repeat("rad ", 18), " ")},
		Blocks: []Block{{Role: Title, Runs: Plain("Rubrik")}, para("Text.")}}, letters{})
	checkAll(t, set, all...)
	body, _ := readBack(set)
	last := -1
	for _, f := range fields {
		if at := strings.Index(body, f.Lines[0]); at >= 0 {
			if at < last {
				t.Errorf("%s comes before the field above it", f.Label)
			}
			last = at
		}
	}
	if last < 0 {
		t.Error("no field went into the text")
	}
}

func TestHundredSignatories(t *testing.T) {
	for _, n := range []int{1, 12, 13, 14, 15, 99, 100} {
		for _, abreast := range []int{0, 1, 3} {
			b := Block{Role: Signatures}
			var all []string
			for i := range n {
				b.Signed = append(b.Signed, Signature{fmt.Sprintf("Namn%03d", i), fmt.Sprintf("Titel%03d", i)})
				all = append(all, b.Signed[i].Name, b.Signed[i].Title)
			}
			set := Flow(Doc{Words: words(), Look: Look{Abreast: abreast}, Head: Letterhead{Name: "Kommun"}, Blocks: []Block{filler("text", 30), b, {Role: DigitalNote, Runs: Plain("digitalt")}}}, letters{})
			checkAll(t, set, all...)
			for i := range n {
				if p := pageOf(set, all[2*i]); p != pageOf(set, all[2*i+1]) {
					t.Errorf("%d people: %s and the title are parted", n, all[2*i])
				}
			}
			for i := range set.Pages {
				if names, text := textLines(set, i+1, "Namn"), textLines(set, i+1, "text"); names > 0 && i > 0 && text == 0 && names < 2 && n > 2 {
					t.Errorf("%d people, %d abreast: %d alone on page %d", n, abreast, names, i+1)
				}
			}
			if pageOf(set, "digitalt") != pageOf(set, all[len(all)-1]) {
				t.Errorf("%d people: the note stands alone", n)
			}
			if first := pageOf(set, all[0]); textLines(set, first, "text") < 2 {
				t.Errorf("%d people: the first signs on page %d without text", n, first)
			}
		}
	}
}

// A body whose name is wider than its place is broken with a hyphen, at a joint.
func TestLongBodyBesideAWideLogo(t *testing.T) {
	set := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Body: "Samhällsbyggnadsförvaltningen", Kind: "Prov", Logo: picture(t, 300, 90)}}, letters{})
	if s := set.Pages[0].Sketch(); !strings.Contains(s, "Samhällsbyggnads- ") || !strings.Contains(s, "förvaltningen") {
		t.Errorf("\n%s", s)
	}
}
