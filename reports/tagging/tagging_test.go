package tagging

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// drawn is a file as the pen leaves it: pages with these contents and the name of
// one font.
func drawn(t testing.TB, contents ...string) []byte {
	t.Helper()
	f := &file{objects: []any{nil}, trailer: &dict{}}
	font := f.add(newDict("Type", name("Font"), "Subtype", name("Type1"), "BaseFont", name("face3"), "Encoding", name("WinAnsiEncoding")))
	resources := f.add(newDict("Font", newDict("F1", font)))
	pages := newDict("Type", name("Pages"))
	tree, kids := f.add(pages), array{}
	for _, c := range contents {
		kids = append(kids, f.add(newDict("Type", name("Page"), "Parent", tree, "Resources", resources, "MediaBox", array{0, 0, 595, 842},
			"Group", newDict("S", name("Transparency")), "Contents", f.add(&stream{dict: &dict{}, data: []byte(c)}))))
	}
	pages.set("Kids", kids)
	pages.set("Count", len(kids))
	f.trailer.set("Root", f.add(newDict("Type", name("Catalog"), "Pages", tree, "Names", &dict{}, "OpenAction", array{kids[0], name("Fit")})))
	f.trailer.set("Info", f.add(&dict{}))
	return classic(t, f)
}

// classic writes a file as the pen does, with a cross-reference table.
func classic(t testing.TB, f *file) []byte {
	t.Helper()
	w := &writer{file: f, number: make([]int, len(f.objects))}
	w.visit(f.trailer.get("Root").(ref))
	w.visit(f.trailer.get("Info").(ref))
	w.WriteString("%PDF-1.3\n")
	var offsets []int
	for i := 0; i < len(w.order); i++ {
		offsets = append(offsets, w.Len())
		var err error
		if s, ok := f.objects[w.order[i]].(*stream); ok {
			err = w.alone(i+1, s)
		} else {
			fmt.Fprintf(w, "%d 0 obj\n", i+1)
			err = w.put(&w.Buffer, f.objects[w.order[i]])
			w.WriteString("\nendobj\n")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	start := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(w, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(w, "trailer\n<</Size %d/Root 1 0 R/Info 2 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return w.Bytes()
}

// face is the font of drawn: it has glyphs for ASCII, å, ä, ö and the dash.
func face() Font {
	font := Font{Base: "face3", File: fonts.Shared(layout.SerifItalic)}
	all := []rune(" ()0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\\abcdefghijklmnopqrstuvwxyz\u00adäåö–")
	slices.Sort(all)
	known := fonts.New()
	for _, r := range all {
		glyph, width := known.Glyph(layout.SerifItalic, r)
		font.Letters = append(font.Letters, Letter{uint16(r), glyph, width})
	}
	return font
}

// show writes s as the pen writes a text.
func show(s string) string {
	var b strings.Builder
	for _, r := range s {
		for _, c := range []byte{byte(r >> 8), byte(r)} {
			if c == '(' || c == ')' || c == '\\' {
				b.WriteByte('\\')
			}
			b.WriteByte(c)
		}
	}
	return "BT 10.00 20.00 Td (" + b.String() + ") Tj ET\n"
}

func marked(role string, mcid int, s string) string {
	return fmt.Sprintf("BT /F1 10 Tf ET\n/%s <</MCID %d>> BDC\n%sEMC\n", role, mcid, show(s))
}

// straight is the kerning of a text without any.
func straight(s string) []int16 { return make([]int16, len([]rune(s))) }

var about = Info{Title: "Svar <på> motion", Author: "Exempelkommun & nämnden", Subject: "Motion", Reference: "UBN 2026/0123",
	Status: "Utkast", Lang: "sv-SE", Date: "2026-03-02", Creator: "Yttra", Rules: "3f2a19c4a1b2", Copy: "Webbexemplar"}

// small is two pages: a heading, and a paragraph with a link that continues on
// the second page.
func small(t testing.TB) ([]byte, Tree) {
	t.Helper()
	src := drawn(t,
		"/Artifact <</Type /Layout>> BDC\n0 0 m 10 10 l S\nEMC\n"+marked("H1", 0, "Svar")+marked("P", 1, "Se ")+marked("Link", 2, "protokoll () "),
		marked("P", 0, "och för\u00adslag – slut"))
	link := &Node{Role: "Link", Kids: []Kid{Mark{0, 2}, Object{0, 0}}}
	root := &Node{Role: "Document", Kids: []Kid{
		&Node{Role: "H1", ID: "start", Kids: []Kid{Mark{0, 0}}},
		&Node{Role: "P", ID: "avsnitt", Kids: []Kid{Mark{0, 1}, link, Mark{1, 0}}}}}
	return src, Tree{Root: root, Fonts: []Font{face()},
		Outline: []Bookmark{{Title: "Svar", Y: 800}},
		Pages: []Page{
			{Marks: 3, Kerns: [][]int16{straight("Svar"), straight("Se "), straight("protokoll () ")}, Links: []Link{{Rect: [4]float64{1, 2, 3, 4}, ToPage: 1, ToY: 7, Contents: "Till sidan 2"}}},
			{Marks: 1, Kerns: [][]int16{straight("och för\u00adslag – slut")}}}}
}

func TestThereAndBack(t *testing.T) {
	src, tree := small(t)
	out, err := Apply(src, tree, about)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(out)
	if err != nil {
		t.Fatal(err)
	}
	want := "Document\n  H1 #start Svar\n  P #avsnitt Se [Link protokoll () → page 2] och förslag – slut\n"
	if s.Outline() != want {
		t.Errorf("read\n%swant\n%s", s.Outline(), want)
	}
	if s.Info != about {
		t.Errorf("says %+v", s.Info)
	}
	if len(s.Bookmarks) != 1 || s.Bookmarks[0] != (Heading{Title: "Svar", Page: 1}) {
		t.Errorf("outline %+v", s.Bookmarks)
	}
	_, faults, err := Check(out, Promise{})
	if err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
	plain := unpacked(t, out)
	if i := strings.Index(plain, "/Names [(avsnitt)"); i < 0 || !strings.Contains(plain[i:i+60], "(start)") {
		t.Error("the ID tree is not in order")
	}
	for _, gone := range []string{"/OpenAction", "/Group", "face3"} {
		if strings.Contains(plain, gone) {
			t.Errorf("%s is still there", gone)
		}
	}
	if !strings.Contains(plain, "+SourceSerif4-Italic") {
		t.Error("the font has not its own name")
	}
}

// unpacked is a file's objects as text, without what is in streams.
func unpacked(t testing.TB, pdf []byte) string {
	t.Helper()
	f, err := load(pdf, Promise{})
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{file: f, number: make([]int, len(f.objects))}
	for _, o := range f.objects {
		if s, ok := o.(*stream); ok {
			o = s.dict
		}
		if err := w.put(&w.Buffer, o); err != nil {
			t.Fatal(err)
		}
		w.WriteByte('\n')
	}
	return w.String()
}

// What we write, the library reads: written again it says the same.
func TestWrittenAgainItSaysTheSame(t *testing.T) {
	out := finished(t)
	f, err := load(out, Promise{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.bytes()
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read(out)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read(again)
	if err != nil || a.Outline() != b.Outline() || a.Info != b.Info {
		t.Errorf("%v\n%s\n%s", err, a.Outline(), b.Outline())
	}
}

// More objects than one object stream holds come back in their places.
func TestManyObjectStreams(t *testing.T) {
	src, tree := small(t)
	for i := range 5 * packed {
		tree.Root.Kids = append(tree.Root.Kids, &Node{Role: "P", ID: fmt.Sprintf("p%04d", i)})
	}
	out, err := Apply(src, tree, about)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(out)
	if err != nil {
		t.Fatal(err)
	}
	found := s.Root.Find("P")
	if len(found) != 5*packed+1 || found[5*packed].ID != fmt.Sprintf("p%04d", 5*packed-1) {
		t.Errorf("%d paragraphs came back", len(found))
	}
	if n := bytes.Count(out, []byte("/Type /ObjStm")); n < 5 {
		t.Errorf("%d object streams", n)
	}
}

func TestApplyRefuses(t *testing.T) {
	h1 := func(tr *Tree) *Node { return tr.Root.Kids[0].(*Node) }
	for want, spoil := range map[string]func(*Tree, *Info){
		"no title":              func(_ *Tree, i *Info) { i.Title = "" },
		"no language":           func(_ *Tree, i *Info) { i.Lang = "" },
		"is no day":             func(_ *Tree, i *Info) { i.Date = "2026-02-30" },
		"2 pages drawn, 1":      func(tr *Tree, _ *Info) { tr.Pages = tr.Pages[:1] },
		"no Document":           func(tr *Tree, _ *Info) { tr.Root = nil },
		"no standard":           func(tr *Tree, _ *Info) { h1(tr).Role = "Rubrik" },
		"alternative text":      func(tr *Tree, _ *Info) { h1(tr).Role = "Figure" },
		"without an ID":         func(tr *Tree, _ *Info) { h1(tr).Role, h1(tr).ID = "Note", "" },
		"two elements with":     func(tr *Tree, _ *Info) { tr.Root.Kids[1].(*Node).ID = "start" },
		"its own ancestor":      func(tr *Tree, _ *Info) { h1(tr).Kids, h1(tr).ID = []Kid{tr.Root}, "" },
		"has two owners":        func(tr *Tree, _ *Info) { h1(tr).Kids = append(h1(tr).Kids, Mark{0, 1}) },
		"mark 0 on page 1 has":  func(tr *Tree, _ *Info) { h1(tr).Kids = nil },
		"page 1 has no mark 9":  func(tr *Tree, _ *Info) { h1(tr).Kids = []Kid{Mark{0, 9}} },
		"page 10 has no mark":   func(tr *Tree, _ *Info) { h1(tr).Kids = []Kid{Mark{9, 0}} },
		"has no link 4":         func(tr *Tree, _ *Info) { h1(tr).Kids = []Kid{Mark{0, 0}, Object{0, 4}} },
		"link 0 on page 2 has":  func(tr *Tree, _ *Info) { tr.Pages[1].Links = tr.Pages[0].Links },
		"screen reader":         func(tr *Tree, _ *Info) { tr.Pages[0].Links[0].Contents = " " },
		"leads to page 8 of 2":  func(tr *Tree, _ *Info) { tr.Pages[0].Links[0].ToPage = 7 },
		`bookmark "Svar"`:       func(tr *Tree, _ *Info) { tr.Outline[0].Page = -1 },
		"kerning does not fit":  func(tr *Tree, _ *Info) { tr.Pages[0].Kerns[0] = []int16{1} },
		"kerning for 4":         func(tr *Tree, _ *Info) { tr.Pages[0].Kerns = append(tr.Pages[0].Kerns, nil) },
		"cannot hold a <nil>":   func(tr *Tree, _ *Info) { h1(tr).Kids = append(h1(tr).Kids, nil) },
		"no such font":          func(tr *Tree, _ *Info) { tr.Fonts = nil },
		"can be cut":            func(tr *Tree, _ *Info) { tr.Fonts[0].File = nil },
		"out of order":          func(tr *Tree, _ *Info) { slices.Reverse(tr.Fonts[0].Letters) },
		"3 marks drawn, 4":      func(tr *Tree, _ *Info) { tr.Pages[0].Marks++ },
		"page 1: an annotation": nil,
	} {
		src, tree := small(t)
		i := about
		if spoil == nil {
			src = bytes.Replace(src, []byte("/Group "), []byte("/Annots"), 1)
		} else {
			spoil(&tree, &i)
		}
		out, err := Apply(src, tree, i)
		if err == nil || !strings.Contains(err.Error(), want) || out != nil {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestKern(t *testing.T) {
	content := "q 0 g " + show("AV(") + "Q\n(\x00\\\\) Tj"
	got, _, err := kern([]byte(content), [][]int16{{-40, 12, 99}, {5}})
	want := "q 0 g BT 10.00 20.00 Td [<0041> 40 <0056> -12 <0028>] TJ ET\nQ\n[<005C>] TJ"
	if err != nil || string(got) != want {
		t.Errorf("got %q %v\nwant %q", got, err, want)
	}
	for _, bad := range []string{"(\x00A", "Tj", "(\x00A) 1 Tj", "[(\x00A) Tj", "1 2", "BI", "/P <</MCID 1>> BDC EMC (\x00A) Tj"} {
		if _, _, err := kern([]byte(bad), [][]int16{{0}}); err == nil {
			t.Errorf("%q was kerned", bad)
		}
	}
}

func TestOutlineCounts(t *testing.T) {
	f := &file{objects: []any{nil}}
	page := f.add(&dict{})
	var marks []Bookmark
	for _, level := range []int{2, 0, 1, 3, 1, 0} { // levels may be skipped
		marks = append(marks, Bookmark{Title: fmt.Sprint(len(marks)), Level: level})
	}
	root, err := addOutline(f, []ref{page}, marks)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{file: f, catalog: newDict("Outlines", root), number: map[ref]int{page: 0}}
	got, err := r.outline()
	if err != nil {
		t.Fatal(err)
	}
	if want := "[{0 0 1} {1 0 1} {2 1 1} {3 2 1} {4 1 1} {5 0 1}]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	second := f.dict(f.dict(f.dict(root).get("First")).get("Next"))
	if f.dict(root).get("Count") != 6 || second.get("Count") != 3 {
		t.Errorf("counts %v and %v", f.dict(root).get("Count"), second.get("Count"))
	}
}

func TestURLs(t *testing.T) {
	for in, want := range map[string]string{
		"https://exempel.se/a?b=1&c=%20#d": "https://exempel.se/a?b=1&c=%20#d",
		"https://exempel.se/ö (1)":         "https://exempel.se/%C3%B6%20(1)",
		"mailto:namnd@exempel.se":          "mailto:namnd@exempel.se",
	} {
		d, err := Link{URL: in, Contents: "x"}.annotation(nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := bytesOf(d.get("A").(*dict).get("URI")); string(got) != want {
			t.Errorf("%s became %s", in, got)
		}
	}
}
