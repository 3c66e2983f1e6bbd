package word

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

func para(s string) layout.Block { return layout.Block{Runs: layout.Plain(s)} }

func items(texts ...string) [][]layout.Block {
	var out [][]layout.Block
	for _, s := range texts {
		out = append(out, []layout.Block{para(s)})
	}
	return out
}

func row(sum bool, cells ...string) layout.TableRow {
	r := layout.TableRow{Sum: sum}
	for _, c := range cells {
		r.Cells = append(r.Cells, layout.Plain(c))
	}
	return r
}

func logo(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func swedish() layout.Words {
	return layout.Words{Page: "Sida {n} ({of})", Watermark: "UTKAST", Table: "Tabell\u00a0{n}.", Figure: "Figur\u00a0{n}.", Contents: "Innehåll", ToPage: "{text}, sidan {n}"}
}

// everything has everything that can stand on a paper.
func everything(t testing.TB) layout.Doc {
	note := &layout.Footnote{Runs: []layout.Run{{Text: "Källan, se "}, {Text: "förordningen", Link: "https://example.org/rätt?a=1&b=2"}, {Text: "."}}}
	figure := layout.Figure{Width: 60, Height: 12, Caption: layout.Plain("Kostnad per år"), Alt: "Stapel: 2027 är 71 600 kronor.",
		Items: []layout.Item{{Kind: layout.Box, X: 1, Y: 2, X2: 40, Y2: 8, Fill: layout.Black}, {Kind: layout.Text, X: 42, Y: 7, S: "71 600", Size: 9}}}
	return layout.Doc{Words: swedish(), Draft: true, LineNumbers: 5, Foot: [][]string{{"Kommun", "Kansli"}, {"Torggatan 1"}, {"0999\u201100"}},
		Meta: layout.Meta{Title: "Svar på motion & fråga", Author: "Nämnden, Kommun", Subject: "Yttrande", Reference: "UBN 2026/1", Status: "Utkast", Lang: "sv-SE", Date: "2026-03-02", Creator: "Yttra 1.0", Rules: "7"},
		Head: layout.Letterhead{Name: "Kommun", Body: "Nämnden för allt", Kind: "Yttrande", Draft: "Utkast 3, 2026-03-02", Number: "UBN 2026/1", Logo: logo(t, 50, 60), LogoAlt: "Vapen",
			Fields: []layout.Field{{Label: "Handläggare", Lines: []string{"Ivar Penna", "Märta Skrift"}}, {Label: "Till", Lines: []string{"Styrelsen"}},
				{Label: "Datum", Lines: []string{"2026-03-02"}, Column: layout.MiddleColumn}, {Label: "Nummer", Lines: []string{"UBN 2026/1"}, Column: layout.RightColumn}, {Label: "Tomt", Column: layout.RightColumn}}},
		Blocks: []layout.Block{
			{Role: layout.HeadTable, Fields: []layout.Field{{Label: "Beslutande", Lines: []string{"Elsa", "Nils"}}, {Label: "Tomt"}}},
			{Role: layout.Title, Runs: layout.Plain("Svar på motion")},
			para("Inledning."),
			{Role: layout.Heading, Runs: layout.Plain("Första")}, {Role: layout.Subheading, Runs: layout.Plain("Under")},
			{Runs: []layout.Run{{Text: "Text med "}, {Text: "fet", Bold: true}, {Text: " och "}, {Text: "länk", Link: "https://example.org"}, {Text: " och not.", Note: note}, {Text: " Igen", Note: note},
				{Text: ". Ruta ☐ nej, nummer 0999\u201100, mjukt\u00adstreck,\nrad och עברית inne."}}},
			{Role: layout.LeadIn, Runs: layout.Plain("Listan:")},
			{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal, Start: 9, Items: [][]layout.Block{{para("nio")}, {para("tio"), {Role: layout.ListBlock, List: layout.List{Mark: layout.Alpha, Items: items("a", "b")}}, para("slut på tio")}}}},
			{Role: layout.ListBlock, List: layout.List{Items: items("streck", "streck till")}},
			{Role: layout.Quotation, Runs: layout.Plain("”Ett citat.”")},
			{Role: layout.TableBlock, Table: layout.Table{Caption: layout.Plain("Kostnad, tkr"), Summary: "Vad det kostar", Columns: []layout.TableColumn{{Head: layout.Plain("Slag")}, {Head: layout.Plain("2026"), Right: true}, {Head: layout.Plain("2027"), Right: true}},
				Rows: []layout.TableRow{row(false, "Inköp", "180", "–"), row(false, "Drift", "20"), row(true, "Summa", "200", "0")}, Note: layout.Plain("Fasta priser.")}},
			{Role: layout.TableBlock, Table: layout.Table{Wide: true, Columns: []layout.TableColumn{{}, {}}, Rows: []layout.TableRow{row(false, "a", "b")}}},
			{Role: layout.TableBlock, Table: layout.Table{Columns: []layout.TableColumn{{Head: layout.Plain("En")}}, Rows: []layout.TableRow{row(false, "c")}}},
			{Role: layout.FigureBlock, Figure: figure},
			{Role: layout.Heading, Runs: layout.Plain("Beslut")}, {Role: layout.LeadIn, Runs: layout.Plain("Nämnden beslutar:")},
			{Role: layout.Decisions, List: layout.List{Items: items("Fullmäktige avslår motionen.", "Fullmäktige anser det andra yrkandet besvarat.")}},
			{Role: layout.Signatures, Signed: []layout.Signature{{Name: "Elsa", Title: "Ordförande"}, {Name: "Nils", Title: "Direktör"}}},
			{Role: layout.DigitalNote, Runs: layout.Plain("Undertecknas digitalt.")},
			{Role: layout.TableBlock, Table: layout.Table{Label: "Attesterat av.", Columns: []layout.TableColumn{{Head: layout.Plain("Namn")}, {Head: layout.Plain("Datum")}}, Rows: []layout.TableRow{row(false, "Elsa", "2026-03-02")}}},
			{Role: layout.ItemTitle, Label: "§ 84", Runs: layout.Plain("Ett ärende")}, {Role: layout.CaseNumber, Runs: layout.Plain("UBN 2026/1")},
			{Role: layout.ItemTitle, Label: "§§ 84–85 i protokollet", Runs: layout.Plain("Ett ärende till")},
			{Role: layout.NoticeBox, Notice: layout.Notice{Heading: "Anslagsbevis", Text: "Protokollet är justerat.", Fields: []layout.Field{{Label: "Organ", Lines: []string{"Nämnden", "och styrelsen"}}, {Label: "Underskrift"}}}},
			{Role: layout.Annex, Label: "Bilaga 1", Runs: layout.Plain("Analys")}, para("Slut."),
		}}
}

func written(t testing.TB, d layout.Doc) []byte {
	t.Helper()
	data, err := Write(d, fonts.New())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWholePaper(t *testing.T) {
	data := written(t, everything(t))
	b := sound(t, data)
	got := b.sketch(t)
	golden := filepath.Join("testdata", "whole.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as %s; -update writes it\n%s", golden, got)
	}
	if !bytes.Equal(data, written(t, everything(t))) {
		t.Error("not the same bytes twice")
	}
}

func TestListsBeginAnew(t *testing.T) {
	d := layout.Doc{Words: swedish(), Blocks: []layout.Block{
		{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal, Items: items("ett", "två")}},
		{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal, Start: 5, Items: items("fem")}},
		{Role: layout.ListBlock, List: layout.List{Mark: layout.Alpha, Start: 99999, Items: items("långt fram")}},
		{Role: layout.Decisions, List: layout.List{Items: items("beslut")}}}}
	var got []string
	for _, n := range sound(t, written(t, d)).part(t, "word/numbering.xml").all("w:num") {
		got = append(got, n.val("w:abstractNumId")+" from "+n.val("w:lvlOverride", "w:startOverride"))
	}
	if s := strings.Join(got, ", "); s != "1 from , 2 from 1, 2 from 5, 3 from 32767, 4 from 1" {
		t.Errorf("lists %s", s)
	}
}

func TestWhatTheFileSaysOfItself(t *testing.T) {
	b := sound(t, written(t, everything(t)))
	core := b.part(t, "docProps/core.xml")
	for name, want := range map[string]string{"dc:title": "Svar på motion & fråga", "dc:creator": "Nämnden, Kommun", "dc:language": "sv-SE", "cp:keywords": "UBN 2026/1", "cp:contentStatus": "Utkast", "dcterms:created": "2026-03-02T00:00:00Z"} {
		if k := core.kid(name); k == nil || k.text != want {
			t.Errorf("%s is not %q", name, want)
		}
	}
	if lang := b.part(t, "word/styles.xml").all("w:lang"); len(lang) == 0 || lang[0].attrs["w:val"] != "sv-SE" {
		t.Error("the language of the text is not said")
	}
	if s := string(b.parts["docProps/custom.xml"]); !strings.Contains(s, "UBN 2026/1") || !strings.Contains(s, ">7<") {
		t.Errorf("custom properties %s", s)
	}
}

// A municipality's look reaches the file.
func TestLook(t *testing.T) {
	d := everything(t)
	d.Look = layout.Look{Sans: true, Large: true, Ink: layout.Coloured(0x1f, 0x3a, 0x5f), Abreast: 1}
	b := sound(t, written(t, d))
	styles := b.part(t, "word/styles.xml")
	for _, s := range styles.all("w:style") {
		switch s.attrs["w:styleId"] {
		case "Normal":
			if s.val("w:rPr", "w:sz") != "26" {
				t.Errorf("large print is %s half points", s.val("w:rPr", "w:sz"))
			}
		case "DecisionPoint":
			if c := s.kid("w:pPr").kid("w:pBdr").kid("w:left").attrs["w:color"]; c != "1F3A5F" {
				t.Errorf("the bar is %s", c)
			}
		}
	}
	if s := string(b.parts["word/theme/theme1.xml"]); strings.Contains(s, "Serif") {
		t.Error("serifs in a look without them")
	}
	if !strings.Contains(b.sketch(t), "table 1 columns\n  row whole\n    Signature: \"Elsa\"") && !strings.Contains(b.sketch(t), `Signature keep: "Elsa"`) {
		t.Error("signatures are not one abreast")
	}
}

func TestLongPaperHasContents(t *testing.T) {
	d := layout.Doc{Words: swedish(), Blocks: []layout.Block{{Role: layout.Title, Runs: layout.Plain("Rubrik")}}}
	for _, h := range []string{"Första", "Andra", "Tredje"} {
		d.Blocks = append(d.Blocks, layout.Block{Role: layout.Heading, Runs: layout.Plain(h)})
		for range 60 {
			d.Blocks = append(d.Blocks, para(strings.Repeat("Ganska många ord i rad. ", 8)))
		}
	}
	d.Blocks = append(d.Blocks, layout.Block{Role: layout.Annex, Label: "Bilaga 1", Runs: layout.Plain("Kalkyl")}, para("Slut."))
	body := sound(t, written(t, d)).part(t, "word/document.xml")
	anchors := known(body.all("w:bookmarkStart"), "w:name")
	toc := body.all("w:sdtContent")
	if len(toc) != 1 {
		t.Fatalf("%d tables of contents", len(toc))
	}
	var got []string
	for _, p := range toc[0].all("w:p") {
		got = append(got, p.val("w:pPr", "w:pStyle")+" "+p.said())
		for _, h := range p.all("w:hyperlink") {
			if !anchors[h.attrs["w:anchor"]] {
				t.Errorf("no place %s", h.attrs["w:anchor"])
			}
		}
	}
	set := layout.Flow(d, fonts.New())
	pages := map[string]int{}
	for i, p := range set.Pages {
		for _, m := range p.Bookmarks {
			pages[m.Title] = i + 1
		}
	}
	want := []string{"TOCHeading Innehåll"}
	for _, h := range []string{"Första", "Andra", "Tredje"} {
		want = append(want, "TOC2 "+h+"\t"+itoa(pages[h]))
	}
	want = append(want, "TOC1 Bilaga 1 Kalkyl\t"+itoa(pages["Bilaga 1 Kalkyl"]))
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("contents %q, want %q", got, want)
	}
	if d.Blocks = d.Blocks[:4]; len(sound(t, written(t, d)).part(t, "word/document.xml").all("w:sdt")) != 0 {
		t.Error("a short paper has a table of contents")
	}
}

// Nothing that can be typed breaks the file, and no word is lost.
func TestAnyTextIsAFile(t *testing.T) {
	long := strings.Repeat("ord", 1700)
	rows := func(n, cells int) layout.Table {
		var tb layout.Table
		for range cells {
			tb.Columns = append(tb.Columns, layout.TableColumn{Head: layout.Plain("k")})
		}
		for range n {
			r := layout.TableRow{}
			for range cells {
				r.Cells = append(r.Cells, layout.Plain("värde"))
			}
			tb.Rows = append(tb.Rows, r)
		}
		return tb
	}
	deep := layout.List{Mark: layout.Alpha, Items: items("innerst")}
	for range 14 {
		deep = layout.List{Mark: layout.Decimal, Items: [][]layout.Block{{{Role: layout.ListBlock, List: deep}}}}
	}
	for name, blocks := range map[string][]layout.Block{
		"nothing":          nil,
		"controls":         {para("a\x00b\x08c\x1fd\x7f\ufffe\uffff\xff\xfee")},
		"emoji":            {para("glad 👩‍👩‍👧 och ✅"), {Role: layout.Title, Runs: layout.Plain("🙂")}},
		"right to left":    {para("שלום עולם (2026) مرحبا"), para("  مرحبا svenska")},
		"markup":           {para(`<w:p>&amp;]]>"'`)},
		"long word":        {para(long), {Role: layout.Heading, Runs: layout.Plain(long)}, {Role: layout.TableBlock, Table: layout.Table{Columns: []layout.TableColumn{{}}, Rows: []layout.TableRow{row(false, long)}}}},
		"long table":       {{Role: layout.TableBlock, Table: rows(1600, 5)}},
		"wide table":       {{Role: layout.TableBlock, Table: rows(2, 200)}},
		"no rows":          {{Role: layout.TableBlock, Table: layout.Table{Columns: make([]layout.TableColumn, 2)}}},
		"only a table":     {{Role: layout.TableBlock, Table: rows(1, 1)}},
		"empty items":      {{Role: layout.ListBlock, List: layout.List{Items: [][]layout.Block{nil, {}, {para("")}}}}},
		"deep list":        {{Role: layout.ListBlock, List: deep}},
		"bad links":        {{Runs: []layout.Run{{Text: "a", Link: "https://[trasig"}, {Text: "b", Link: "javascript:alert(1)"}, {Text: "c", Link: "mailto:x y"}, {Text: "d", Link: "https://e.example/" + long}, {Text: "e", Link: "https://ok.example/å?x=%20"}}}},
		"huge figure":      {{Role: layout.FigureBlock, Figure: layout.Figure{Width: 1e6, Height: 1e6, Items: []layout.Item{{Kind: layout.Disc, X: 1, Y: 1, X2: 1}}}}},
		"noted everywhere": {{Role: layout.Title, Runs: []layout.Run{{Text: "a", Note: &layout.Footnote{}}}}, {Role: layout.TableBlock, Table: layout.Table{Caption: []layout.Run{{Text: "t", Note: &layout.Footnote{Runs: layout.Plain("not")}}}, Columns: []layout.TableColumn{{Head: []layout.Run{{Text: "h", Note: &layout.Footnote{Runs: layout.Plain("not")}}}}}}}},
	} {
		t.Run(name, func(t *testing.T) { sound(t, written(t, layout.Doc{Words: swedish(), Draft: true, Blocks: blocks})) })
	}
	d := everything(t)
	d.Head.Logo = []byte("GIF89a")
	if s := sound(t, written(t, d)).sketch(t); strings.Contains(s, "Vapen") {
		t.Error("a logo that is no picture is in the file")
	}
}

func TestAnyBlocksKeepTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want strings.Builder
		say := func() []layout.Run {
			var runs []layout.Run
			for range rapid.IntRange(1, 3).Draw(t, "runs") {
				s := rapid.StringOfN(rapid.RuneFrom([]rune("abå ä–\u00a0\u00ad\u2011\n<&\x07שע👍")), 1, 12, -1).Draw(t, "text")
				want.WriteString(s)
				runs = append(runs, layout.Run{Text: s, Bold: rapid.Bool().Draw(t, "bold"), Link: rapid.SampledFrom([]string{"", "", "https://example.org", "trasig"}).Draw(t, "link")})
			}
			return runs
		}
		d := layout.Doc{Words: layout.Words{}}
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			b := layout.Block{Role: rapid.SampledFrom([]layout.Role{layout.Paragraph, layout.LeadIn, layout.Title, layout.Heading, layout.Subheading, layout.Quotation, layout.ListBlock, layout.Decisions, layout.TableBlock, layout.Annex, layout.DigitalNote}).Draw(t, "role")}
			switch b.Role {
			case layout.ListBlock, layout.Decisions:
				b.List = layout.List{Mark: layout.Mark(rapid.IntRange(0, 2).Draw(t, "mark")), Items: [][]layout.Block{{{Runs: say()}, {Role: layout.ListBlock, List: layout.List{Items: [][]layout.Block{{{Runs: say()}}}}}}}}
			case layout.TableBlock:
				b.Table = layout.Table{Columns: []layout.TableColumn{{Head: say()}, {}}, Rows: []layout.TableRow{{Cells: [][]layout.Run{say(), say()}}}}
			default:
				b.Runs = say()
			}
			d.Blocks = append(d.Blocks, b)
		}
		data, err := Write(d, fonts.New())
		if err != nil {
			t.Fatalf("%v", err)
		}
		got := sound(t, data).part(t, "word/document.xml").said()
		if a, b := strings.Join(strings.Fields(got), ""), strings.Join(strings.Fields(clean(want.String())), ""); a != b {
			t.Fatalf("%q became %q", b, a)
		}
	})
}
