package pdf

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// everyLetter is what Swedish papers are written with.
const everyLetter = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ abcdefghijklmnopqrstuvwxyzåäöéèàü 0123456789 – — ” ’ • … − § é ½ % & / ( ) [ ] \\ @ + = * # : ; ! ? € °"

// sheet places text by hand, so that these tests need no layout.
type sheet struct {
	page layout.Page
	y    float64
}

func (s *sheet) text(e *layout.Elem, x float64, f layout.Face, size float64, t string) *sheet {
	s.page.Items = append(s.page.Items, layout.Item{Kind: layout.Text, X: x, Y: s.y, S: t, Face: f, Size: size, Elem: e})
	return s
}

func (s *sheet) down(mm float64) *sheet { s.y += mm; return s }

func (s *sheet) add(it layout.Item) *sheet { s.page.Items = append(s.page.Items, it); return s }

func meta() layout.Meta {
	return layout.Meta{Title: "Yttrande över motion om cykelställ (förslag)", Author: "Exempelkommun, Utbildningsnämnden",
		Subject: "Yttrande: Motion om cykelställ & tak", Reference: "UBN 2026/0123", Status: "Utkast", Lang: "sv-SE",
		Date: "2026-03-02", Creator: "Yttra 0.1"}
}

// paper is a document of three pages with one of everything that can be drawn.
func paper(t testing.TB) layout.Set {
	t.Helper()
	root := &layout.Elem{Role: "Document"}
	head := root.Add("Sect")
	one, two, three := &sheet{y: 16.5}, &sheet{y: 16.5}, &sheet{y: 16.5}

	logo := head.Add("Figure")
	logo.Alt, logo.BBox = "Exempelkommuns vapen", [4]float64{25, 9.6, 40, 27.6}
	one.add(layout.Item{Kind: layout.Picture, X: 25, Y: 9.6, X2: 40, Y2: 27.6, PNG: coat(t), Elem: logo})
	one.text(head.Add("P"), 48, layout.SansBold, 12, "Exempelkommun")
	one.add(layout.Item{Kind: layout.Rule, X: 25, Y: 30.25, X2: 180, Y2: 30.25, Weight: 0.5})
	one.down(19.25)
	pair := head.Add("P")
	one.text(pair, 117, layout.Sans, 8, "Datum ").down(4.5).text(pair, 117, layout.Sans, 9.5, "2026-03-02 ")

	h1 := root.Add("H1")
	one.down(30).text(h1, 48, layout.SerifBold, 17, "Yttrande över motion om ").down(7.7).text(h1, 48, layout.SerifBold, 17, "cykelställ")
	one.page.Bookmarks = append(one.page.Bookmarks, layout.Bookmark{Title: "Yttrande över motion om cykelställ", Y: one.y - 8})

	p := root.Add("P")
	link := p.AddInline("Link")
	mark := p.AddInline("Reference")
	one.down(9).text(p, 48, layout.Serif, 10.5, "Nämnden har läst ").text(link, 77, layout.Serif, 10.5, "protokollet ")
	one.page.Links = append(one.page.Links, layout.Link{X: 77, Y: one.y - 3, X2: 96, Y2: one.y + 1, Elem: link,
		URL: "https://exempel.se/ärende?id=1 2", Contents: "Länk till protokollet"})
	one.add(layout.Item{Kind: layout.Rule, X: 77, Y: one.y + 0.5, X2: 96, Y2: one.y + 0.5, Weight: 0.4})
	one.text(p, 97, layout.Serif, 10.5, "och tillstyrker.").text(mark, 124, layout.Serif, 6.5, "1")
	one.page.Links = append(one.page.Links, layout.Link{X: 123, Y: one.y - 3, X2: 126, Y2: one.y, Elem: mark, ToPage: 1, ToY: 250})
	one.down(5.5).text(p, 48, layout.SerifItalic, 10.5, "Ordet sjukvårds\u00ad").down(5.5).text(p, 48, layout.SerifItalic, 10.5, "personal delas. ")

	h2 := root.Add("H2")
	one.down(11).text(h2, 48, layout.SansBold, 12, "Förslag till beslut")
	one.page.Bookmarks = append(one.page.Bookmarks, layout.Bookmark{Title: "Förslag till beslut", Level: 1, Y: one.y - 5})
	l := root.Add("L")
	l.List = "Decimal"
	for _, s := range []string{"1. ", "2. "} {
		li := l.Add("LI")
		lbl, body := li.Add("Lbl"), li.Add("LBody")
		one.down(5.5).add(layout.Item{Kind: layout.Box, X: 43.5, Y: one.y - 4, X2: 44.2, Y2: one.y + 1.5, Fill: layout.Black})
		one.text(lbl, 48, layout.Serif, 10.5, s).text(body, 54, layout.Serif, 10.5, "Motionen bifalls.")
	}
	note := root.Add("Note")
	note.ID = "not-1"
	lbl, np := note.Add("Lbl"), note.Add("P")
	one.y = 250
	one.text(lbl, 48, layout.Sans, 8.5, "1 ").text(np, 53, layout.Sans, 8.5, "Protokoll § 14, 2026-01-12.")
	one.page.Links = append(one.page.Links, layout.Link{X: 48, Y: 247, X2: 50, Y2: 250, Elem: lbl, ToPage: 1, ToY: 90, Contents: "Till texten"})

	table(root, two)
	chart(root, two)
	q := root.Add("BlockQuote").Add("P")
	two.down(10).text(q, 55, layout.Serif, 10, everyLetter[:40]+" ")
	three.text(q, 55, layout.Serif, 10, everyLetter[40:]) // one element on two pages
	h3 := root.Add("H3")
	three.down(11).text(h3, 48, layout.SansBold, 10, "AVTAL Tak To Vy 11171")
	three.page.Bookmarks = append(three.page.Bookmarks, layout.Bookmark{Title: "AVTAL", Level: 2, Y: three.y - 5})
	last := root.Add("P")
	three.down(5.5).text(last, 48, layout.SansItalic, 9, "Undertecknat digitalt.")

	set := layout.Set{Root: root, Meta: meta()}
	for n, s := range []*sheet{one, two, three} {
		draft(s)
		s.add(layout.Item{Kind: layout.Text, X: 160, Y: 16.5, S: "Sida " + string(rune('1'+n)) + " (3)", Face: layout.Sans, Size: 8.5, Artifact: layout.HeaderArtifact})
		set.Pages = append(set.Pages, s.page)
	}
	return set
}

// draft is the turned word in the margin, hatched white.
func draft(s *sheet) {
	s.add(layout.Item{Kind: layout.Text, X: 200, Y: 180, S: "UTKAST", Face: layout.SansBold, Size: 40, Turn: 90, Artifact: layout.WatermarkArtifact})
	for d := 0.0; d < 60; d += 0.85 {
		s.add(layout.Item{Kind: layout.Rule, X: 189, Y: 180 - d, X2: 201, Y2: 175 - d, Weight: 0.7, Stroke: layout.White, Artifact: layout.WatermarkArtifact})
	}
}

func table(root *layout.Elem, s *sheet) {
	tb := root.Add("Table")
	tb.Summary = "Kostnad per år (tkr)"
	s.down(20).text(tb.Add("Caption"), 48, layout.Sans, 9.5, "Tabell\u00a01. Kostnad, tkr")
	tr := tb.Add("THead").Add("TR")
	s.down(6)
	for i, h := range []string{"År ", "Kostnad "} {
		th := tr.Add("TH")
		th.Scope = "Column"
		s.text(th, 48+40*float64(i), layout.SansBold, 9, h)
	}
	body := tb.Add("TBody")
	for _, r := range [][2]string{{"2026 ", "1\u00a0240 "}, {"2027 ", "−20 "}, {"2028 ", ""}} {
		tr := body.Add("TR")
		th := tr.Add("TH")
		th.Scope = "Row"
		s.down(6).text(th, 48, layout.Sans, 9.5, r[0]).text(tr.Add("TD"), 88, layout.Sans, 9.5, r[1])
		s.add(layout.Item{Kind: layout.Rule, X: 48, Y: s.y + 1.5, X2: 120, Y2: s.y + 1.5, Weight: 0.25})
	}
}

func chart(root *layout.Elem, s *sheet) {
	s.down(10)
	fig := root.Add("Figure")
	fig.Alt, fig.BBox = "Stapel 2026: 1 240 tkr. Stapel 2027: −20 tkr.", [4]float64{48, s.y, 180, s.y + 40}
	s.add(layout.Item{Kind: layout.Box, X: 50, Y: s.y + 5, X2: 100, Y2: s.y + 15, Fill: layout.White, Weight: 0.5, Elem: fig})
	s.add(layout.Item{Kind: layout.Disc, X: 120, Y: s.y + 10, X2: 3, Fill: layout.Black, Elem: fig})
	s.add(layout.Item{Kind: layout.Polygon, Points: [][2]float64{{130, s.y + 10}, {133, s.y + 13}, {136, s.y + 10}, {133, s.y + 7}}, Weight: 0.6, Elem: fig})
	s.add(layout.Item{Kind: layout.Rule, X: 48, Y: s.y + 20, X2: 180, Y2: s.y + 20, Weight: 0.5, Dash: []float64{1.2, 1}, Elem: fig})
	s.add(layout.Item{Kind: layout.Text, X: 60, Y: s.y + 11, S: "1\u00a0240 ", Face: layout.Sans, Size: 8.5, Elem: fig})
	s.down(40)
}

// coat is a half transparent picture.
func coat(t testing.TB) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 30, 36))
	for y := range 36 {
		for x := range 30 {
			m.Set(x, y, color.NRGBA{R: 20, G: 60, B: 140, A: uint8(x * 8)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t testing.TB, set layout.Set) []byte {
	t.Helper()
	b, err := Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
