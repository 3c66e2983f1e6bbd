package layout

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// checkPages holds what is true of every placed page: ink within the margins, no
// line of text over another, and links that lead somewhere.
func checkPages(t interface{ Fatalf(string, ...any) }, s Set) { checkLook(t, s, usual) }

// checkLook is checkPages in a look.
func checkLook(t interface{ Fatalf(string, ...any) }, s Set, k look) {
	for i, p := range s.Pages {
		lines := map[int]bool{}
		for _, it := range p.Items {
			if it.Artifact == WatermarkArtifact {
				continue
			}
			left, right := it.X, it.X2
			if it.Kind == Text {
				right = it.X + 2*float64(len([]rune(strings.TrimRight(it.S, " "))))
			}
			if left < edgeLeft-0.01 || right > edgeRight+0.3 {
				t.Fatalf("page %d: %q from %.2f to %.2f mm", i+1, it.S, left, right)
			}
			if it.Y < logoTop || it.Y > 290 {
				t.Fatalf("page %d: %q at %.2f mm from the top", i+1, it.S, it.Y)
			}
			if it.Elem != nil && it.Kind == Text && it.X == textLeft && it.Size == k.text.size {
				if y := int(it.Y * 10); lines[y] {
					t.Fatalf("page %d: two lines at %.1f mm", i+1, it.Y)
				} else {
					lines[y] = true
				}
			}
		}
		for _, l := range p.Links {
			if l.X2 < l.X || l.Y2 <= l.Y || l.URL == "" && (l.ToPage < 1 || l.ToPage > len(s.Pages)) {
				t.Fatalf("page %d: link %+v", i+1, l)
			}
		}
	}
}

// readBack is all text in the order of the structure tree, the footnotes apart,
// without spaces and soft hyphens. Marks and numbers of items and notes, and the
// letterhead and foot, are left out.
func readBack(s Set) (body, notes string) {
	says := map[*Elem]*strings.Builder{}
	for _, p := range s.Pages {
		for _, it := range p.Items {
			if it.Kind != Text || it.Elem == nil || it.Elem.Role == "Reference" {
				continue
			}
			e := it.Elem.block()
			if says[e] == nil {
				says[e] = &strings.Builder{}
			}
			says[e].WriteString(it.S)
		}
	}
	var b, n strings.Builder
	var walk func(e *Elem, out *strings.Builder)
	walk = func(e *Elem, out *strings.Builder) {
		switch e.Role {
		case "Lbl", "Sect":
			return
		case "Note":
			out = &n
		}
		if said := says[e]; said != nil {
			out.WriteString(said.String())
		}
		for _, k := range e.Kids {
			walk(k, out)
		}
	}
	walk(s.Root, &b)
	return squeeze(b.String()), squeeze(n.String())
}

func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\u00ad", "", "\u00a0", "", "\n", "").Replace(s)
}

// word draws words of all lengths, some longer than a line.
func word() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		n := rapid.SampledFrom([]int{1, 2, 3, 5, 8, 13, 21, 90}).Draw(t, "length")
		return rapid.StringOfN(rapid.RuneFrom([]rune("abcåäöst-/\u00adnigsk\u00a0.,")), n, n, -1).Draw(t, "word")
	})
}

func sentence(t *rapid.T, most int) string {
	return strings.Join(rapid.SliceOfN(word(), 1, most).Draw(t, "words"), " ")
}

// anyBlock draws a block and adds its text, and its notes' text, in order.
func anyBlock(t *rapid.T, text, notes *strings.Builder) Block {
	say := func(most int) []Run {
		var runs []Run
		for range rapid.IntRange(1, 3).Draw(t, "runs") {
			r := Run{Text: sentence(t, most) + " ", Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
			if rapid.IntRange(0, 9).Draw(t, "linked") == 0 {
				r.Link = "https://example.org"
			}
			text.WriteString(r.Text)
			if rapid.IntRange(0, 6).Draw(t, "noted") == 0 {
				n := sentence(t, rapid.SampledFrom([]int{3, 20, 120}).Draw(t, "note"))
				r.Note = &Footnote{Runs: Plain(n)}
				notes.WriteString(n)
			}
			runs = append(runs, r)
		}
		return runs
	}
	role := rapid.SampledFrom([]Role{Paragraph, Paragraph, Paragraph, LeadIn, Title, Heading, Subheading, Quotation, ListBlock, Decisions, TableBlock, Signatures, DigitalNote, Annex}).Draw(t, "role")
	b := Block{Role: role}
	switch role {
	case ListBlock, Decisions:
		for range rapid.IntRange(0, 4).Draw(t, "items") {
			item := []Block{{Runs: say(20)}}
			if rapid.Bool().Draw(t, "nested") {
				item = append(item, Block{Role: ListBlock, List: List{Mark: Alpha, Items: [][]Block{{{Runs: say(9)}}, {}}}})
			}
			b.List.Items = append(b.List.Items, item)
		}
	case TableBlock:
		n := rapid.IntRange(0, 6).Draw(t, "columns")
		for i := range n {
			b.Table.Columns = append(b.Table.Columns, TableColumn{Head: say(2), Right: i > 0 && rapid.Bool().Draw(t, "right")})
		}
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			r := TableRow{Sum: rapid.Bool().Draw(t, "sum")}
			for range n {
				r.Cells = append(r.Cells, say(rapid.SampledFrom([]int{1, 1, 3, 30}).Draw(t, "cell")))
			}
			b.Table.Rows = append(b.Table.Rows, r)
		}
	case Signatures:
		for range rapid.IntRange(0, 5).Draw(t, "people") {
			p := Signature{Name: sentence(t, 6), Title: sentence(t, 3)}
			text.WriteString(p.Name + p.Title)
			b.Signed = append(b.Signed, p)
		}
	default:
		b.Runs = say(60)
	}
	return b
}

// Every word of the input is drawn exactly once, in order, within the margins;
// and the same input gives the same pages.
func TestEveryWordOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := Doc{Words: words(), Look: rapid.SampledFrom(append(looks(), Look{})).Draw(t, "look"), Head: Letterhead{Name: "Kommun", Kind: "Prov", Fields: []Field{{Label: "Till", Lines: []string{sentence(t, 9)}}}},
			LineNumbers: rapid.IntRange(0, 2).Draw(t, "numbers"), Draft: rapid.Bool().Draw(t, "draft")}
		if rapid.Bool().Draw(t, "foot") {
			doc.Foot = [][]string{{"a", "b"}, {sentence(t, 5)}}
		}
		var text, notes strings.Builder
		for range rapid.IntRange(0, 7).Draw(t, "blocks") {
			b := anyBlock(t, &text, &notes)
			doc.Blocks = append(doc.Blocks, b)
		}
		set := Flow(doc, letters{})
		checkLook(t, set, newLook(doc.Look))
		if again := Flow(doc, letters{}); !reflect.DeepEqual(set, again) {
			t.Fatalf("placed differently the second time")
		}
		body, foot := readBack(set)
		if want := squeeze(text.String()); body != want {
			t.Fatalf("drawn\n%s\nwant\n%s", body, want)
		}
		if want := squeeze(notes.String()); foot != want {
			t.Fatalf("footnotes drawn\n%s\nwant\n%s", foot, want)
		}
	})
}
