package layout

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

// picture is a PNG of the size.
func picture(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func row(sum bool, cells ...string) TableRow {
	r := TableRow{Sum: sum}
	for _, c := range cells {
		r.Cells = append(r.Cells, Plain(c))
	}
	return r
}

// Everything that can stand on a paper, page by page and tag by tag.
func TestWholePaper(t *testing.T) {
	note := &Footnote{Runs: Plain("Källan till detta är lång nog att ta två rader i den lilla stilen längst ned.")}
	doc := Doc{Words: words(), Draft: true, LineNumbers: 5, Foot: [][]string{{"Kommun", "Kansli"}, {"Torggatan 1"}, {"0999\u201100"}},
		Head: Letterhead{Name: "Kommun", Body: "Nämnden för allt", Kind: "Yttrande", Draft: "Utkast 3", Number: "UBN 1", Logo: picture(t, 50, 60), LogoAlt: "Vapen",
			Fields: []Field{{Label: "Handläggare", Lines: []string{"Ivar Penna", "Märta Skrift"}}, {Label: "Till", Lines: []string{"Styrelsen"}},
				{Label: "Datum", Lines: []string{"2026-03-02"}, Column: MiddleColumn}, {Label: "Nummer", Lines: []string{"UBN 1"}, Column: RightColumn}, {Label: "Tomt", Column: RightColumn}}},
		Blocks: []Block{
			{Role: Title, Runs: Plain("En rubrik som är så lång att den måste delas i två jämna rader")},
			para("Inledning med " + strings.Repeat("ganska många ord ", 8) + "till sist."),
			head("Första"), {Role: Subheading, Runs: Plain("Under")},
			{Runs: []Run{{Text: "Text med "}, {Text: "fet", Bold: true}, {Text: " och "}, {Text: "länk", Link: "https://example.org"}, {Text: " och not.", Note: note}, {Text: " Ruta ☐ nej och ☒ ja, nummer 0999\u201100 och not igen", Note: note}, {Text: "."}}},
			{Role: LeadIn, Runs: Plain("Listan:")},
			{Role: ListBlock, List: List{Mark: Decimal, Start: 9, Items: [][]Block{{para("nio")}, {para("tio, som är så lång att den inte får plats på en rad utan tar två"), {Role: ListBlock, List: List{Mark: Alpha, Items: items("a", "b")}}, para("slut på tio")}}}},
			{Role: Quotation, Runs: Plain("”Ett citat som är indraget på båda sidor och därför delas tidigare än annan text.”")},
			{Role: TableBlock, Table: Table{Caption: Plain("Kostnad, tkr"), Columns: []TableColumn{{Head: Plain("Slag")}, {Head: Plain("2026"), Right: true}, {Head: Plain("2027"), Right: true}},
				Rows: []TableRow{row(false, "Inköp", "180", "–"), row(false, "Drift", "20"), row(true, "Summa", "200", "0")}, Note: Plain("Fasta priser.")}},
			head("Beslut"), {Role: LeadIn, Runs: Plain("Nämnden beslutar:")},
			{Role: Decisions, List: List{Items: items("Fullmäktige avslår motionen.", "Fullmäktige anser det andra yrkandet besvarat med hänvisning till uppföljningen.")}},
			{Role: Signatures, Signed: []Signature{{"Elsa", "Ordförande"}, {"Nils", "Direktör"}}},
			{Role: DigitalNote, Runs: Plain("Undertecknas digitalt.")},
			{Role: Annex, Label: "Bilaga 1", Runs: Plain("Analys")}, para("Slut."),
		}}
	set := Flow(doc, letters{})
	golden(t, "whole", sketch(set)+"──── structure\n"+set.Outline())

	var marks []string
	for i, p := range set.Pages {
		for _, b := range p.Bookmarks {
			marks = append(marks, strings.Repeat(">", b.Level)+b.Title)
			if b.Y < 20 || b.Y > pageBottom {
				t.Errorf("page %d: bookmark %q at %.1f", i+1, b.Title, b.Y)
			}
		}
	}
	if got := strings.Join(marks, "|"); got != "En rubrik som är så lång att den måste delas i två jämna rader|>Första|>>Under|>Beslut|Bilaga 1 Analys" {
		t.Errorf("bookmarks %s", got)
	}
}

func TestWideLogoStandsForTheName(t *testing.T) {
	set := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Body: "Nämnden", Kind: "Prov", Logo: picture(t, 300, 90)}}, letters{})
	s := set.Pages[0].Sketch()
	if strings.Contains(s, "Kommun") || !strings.Contains(s, "[picture 41 × 12]") || !strings.Contains(s, "Nämnden") {
		t.Errorf("\n%s", s)
	}
	if bad := Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Logo: []byte("GIF")}}, letters{}); strings.Contains(bad.Outline(), "Figure") {
		t.Error("a logo that is no PNG is drawn")
	}
}
