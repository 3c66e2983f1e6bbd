package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/tagging"
)

// flowed is a document as the layout places it, with everything a municipal
// paper has, pages pages long or a little more.
func flowed(t testing.TB, pages int) layout.Set {
	t.Helper()
	note := &layout.Footnote{Runs: []layout.Run{{Text: "Se "}, {Text: "protokollet", Link: "https://exempel.se/protokoll"}, {Text: ", § 14."}}}
	item := func(s string) []layout.Block { return []layout.Block{{Role: layout.Paragraph, Runs: layout.Plain(s)}} }
	blocks := []layout.Block{
		{Role: layout.Title, Runs: layout.Plain("Yttrande över motion om cykelställ vid kommunens skolor")},
		{Role: layout.Heading, Runs: layout.Plain("Förslag till beslut")},
		{Role: layout.LeadIn, Runs: layout.Plain("Utbildningsnämnden föreslår kommunfullmäktige besluta:")},
		{Role: layout.Decisions, List: layout.List{Mark: layout.Decimal, Items: [][]layout.Block{item("Motionen bifalls."), item("Kostnaden ryms i ramen.")}}},
		{Role: layout.Heading, Runs: layout.Plain("Ärendet")},
		{Role: layout.Paragraph, Runs: []layout.Run{{Text: "Motionen väcktes i januari."}, {Text: "", Note: note}, {Text: " Den har ", Bold: true}, {Text: "remitterats", Italic: true}, {Text: " till nämnden."}}},
		{Role: layout.Quotation, Runs: layout.Plain("Varje skola ska ha ett cykelställ med tak – även ☐ de små.")},
		{Role: layout.ListBlock, List: layout.List{Items: [][]layout.Block{item("tak"), {
			{Role: layout.Paragraph, Runs: layout.Plain("lås")},
			{Role: layout.ListBlock, List: layout.List{Mark: layout.Alpha, Items: [][]layout.Block{item("kedja"), item("bygel")}}}}}}},
		costs(40),
		bars(),
	}
	for n := range pages * 8 {
		blocks = append(blocks, layout.Block{Role: layout.Subheading, Runs: layout.Plain(fmt.Sprintf("Fråga %d", n+1))},
			layout.Block{Role: layout.Paragraph, Runs: layout.Plain(strings.Repeat("Utbildningsnämnden ser positivt på förslaget men vill utreda kostnaden för driften. ", 3))})
	}
	blocks = append(blocks, layout.Block{Role: layout.Signatures, Signed: []layout.Signature{{Name: "Åsa Öberg", Title: "ordförande"}, {Name: "Birger Ek", Title: "sekreterare"}}},
		layout.Block{Role: layout.DigitalNote, Runs: layout.Plain("Undertecknat digitalt.")},
		layout.Block{Role: layout.Annex, Label: "Bilaga 1", Runs: layout.Plain("Beräkning")}, item("Se tabellen.")[0])
	return layout.Flow(layout.Doc{
		Meta: meta(), Draft: true, LineNumbers: 5, Blocks: blocks,
		Words: layout.Words{Page: "Sida {n} ({of})", Watermark: "UTKAST", Table: "Tabell {n}.", Figure: "Figur {n}.", Link: "Länk till {text}",
			Note: "Fotnot {n}", Back: "Tillbaka till texten från fotnot {n}", Ticked: "ikryssad", Unticked: "tom ruta"},
		Head: layout.Letterhead{Name: "Exempelkommun", Body: "Utbildningsnämnden", Kind: "Yttrande", Draft: "Utkast 3, 2026-03-02", Number: "UBN 2026/0123",
			Logo: coat(t), LogoAlt: "Exempelkommuns vapen",
			Fields: []layout.Field{{Label: "Datum", Lines: []string{"2026-03-02"}, Column: layout.MiddleColumn}, {Label: "Till", Lines: []string{"Kommunfullmäktige", "Exempelkommun"}}}},
		Foot: [][]string{{"Exempelkommun"}, {"Storgatan 1", "999 00 Exempelby"}, {"0999-00 00 00"}},
	}, fonts.New())
}

// costs is a table that runs over a page break.
func costs(rows int) layout.Block {
	tb := layout.Table{Caption: layout.Plain("Kostnad, tkr"), Summary: "Kostnad per skola", Note: layout.Plain("Löpande priser."),
		Columns: []layout.TableColumn{{Head: layout.Plain("Skola")}, {Head: layout.Plain("Kostnad"), Right: true}}}
	for n := range rows {
		tb.Rows = append(tb.Rows, layout.TableRow{Cells: [][]layout.Run{layout.Plain(fmt.Sprintf("Skola %d", n+1)), layout.Plain("−1\u00a0240")}})
	}
	tb.Rows = append(tb.Rows, layout.TableRow{Sum: true, Cells: [][]layout.Run{layout.Plain("Summa"), layout.Plain("49\u00a0600")}})
	return layout.Block{Role: layout.TableBlock, Table: tb}
}

// bars is a figure with a bar of each ink.
func bars() layout.Block {
	f := layout.Figure{Width: 132, Height: 24, Caption: layout.Plain("Kostnad per år, tkr."), Alt: "Stapeldiagram. 2027: 1 240. 2028: 600. 2029: 20."}
	for i, ink := range []layout.Ink{layout.Black, layout.White, layout.Hatched} {
		y := float64(i) * 8
		f.Items = append(f.Items, layout.Item{Kind: layout.Text, X: 0, Y: y + 4, S: fmt.Sprint(2027 + i), Face: layout.Sans, Size: 9},
			layout.Item{Kind: layout.Box, X: 20, Y: y, X2: 100 - 30*float64(i), Y2: y + 5, Fill: ink, Weight: 0.5})
	}
	return layout.Block{Role: layout.FigureBlock, Figure: f}
}

func TestFlowedPaper(t *testing.T) {
	set := flowed(t, 2)
	out := write(t, set)
	if !bytes.Equal(out, write(t, flowed(t, 2))) {
		t.Error("not the same bytes twice")
	}
	_, faults, err := tagging.Check(out, tagging.Promise{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	s, err := tagging.Read(out)
	if err != nil {
		t.Fatal(err)
	}
	if s.Pages != len(set.Pages) || s.Pages < 3 {
		t.Errorf("%d pages written, %d placed", s.Pages, len(set.Pages))
	}
	text := s.Root.Text()
	for _, want := range []string{"Motionen bifalls.", "−1\u00a0240", "Åsa Öberg", "Summa", "Storgatan 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not read aloud", want)
		}
	}
	if f := s.Root.Find("Figure"); len(f) != 3 || f[2].Alt != "Stapeldiagram. 2027: 1 240. 2028: 600. 2029: 20." || f[2].Text() != "2027 2028 2029 " || f[2].InLine || !f[1].InLine {
		t.Errorf("figures %+v", f)
	}
	if len(s.Root.Find("Note")) != 1 || len(s.Root.Find("TR")) != 42 || len(s.Bookmarks) < 5 {
		t.Errorf("%d notes, %d rows, %d bookmarks", len(s.Root.Find("Note")), len(s.Root.Find("TR")), len(s.Bookmarks))
	}
	if dir := os.Getenv("YTTRA_PDF_OUT"); dir != "" { // for other readers
		if err := os.WriteFile(filepath.Join(dir, "flowed.pdf"), out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
