package reports

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
)

// annexed is the sample's paper with an annexes section of the text.
func annexed(t *testing.T, annexes string, change func(*app.Document)) (Input, *app.Matter) {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[1]
	d := &m.Documents[0]
	d.Sections = append(d.Sections[:len(d.Sections):len(d.Sections)], app.Section{Role: roleAnnexes, Heading: "Bilagor", Text: annexes})
	if change != nil {
		change(d)
	}
	in, err := Of(p, &m, d, sample.Profile(), cost.Compare(m.Estimate, p.Thresholds, "2026-11-22").Follow(p.Buying), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return in, &m
}

// The cost sheet takes the number after those the clerk has listed, or its own
// where it is listed, and stands in the list once.
func TestNumberOfTheCostSheet(t *testing.T) {
	for text, c := range map[string]struct{ label, list string }{
		"": {"Bilaga 1", "1. Kalkyl"},
		"1. Integritetsanalys\n2. Yttrande från ombudet": {"Bilaga 3", "3. Kalkyl"},
		"1. Kalkyl, daterad 2026-11-02\n2. Ritning":      {"Bilaga 1", "1. Kalkyl, daterad 2026-11-02"},
		"- Karta":                             {"Bilaga 2", "–  Kalkyl"},
		"Bilaga 1: Karta\n\nBilaga 2: Foton":  {"Bilaga 3", "Bilaga 3: Kalkyl"},
		"Bilaga 1: Karta\n\nBilaga 2: Kalkyl": {"Bilaga 2", "Bilaga 2: Kalkyl"},
		"Karta":                               {"Bilaga 1", "Bilaga 1: Kalkyl"},
	} {
		in, _ := annexed(t, text, nil)
		set, err := Build(in)
		if err != nil {
			t.Fatal(err)
		}
		outline := set.Outline()
		if !strings.Contains(outline, `H1 "`+c.label+" Kalkyl") {
			t.Errorf("%q: the sheet is not %s", text, c.label)
		}
		if !strings.Contains(outline, "finns i "+strings.ToLower(strings.ReplaceAll(c.label, " ", "\\u00a0"))) {
			t.Errorf("%q: the table does not speak of %s", text, c.label)
		}
		all := ""
		for _, p := range set.Pages {
			all += p.Sketch()
		}
		if !strings.Contains(all, c.list) || strings.Count(all, "Kalkyl")-strings.Count(all, "Kalkylen") != 3 { // in the contents, in the list, and above the sheet
			t.Errorf("%q: %q is not listed once\n%s", text, c.list, all)
		}
	}
}

func TestCostSheetLeftOut(t *testing.T) {
	in, _ := annexed(t, "1. Karta", func(d *app.Document) { d.NoCostSheet = true })
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if s := set.Outline(); strings.Contains(s, "Kalkyl\"") || strings.Contains(s, "bilaga") || !strings.Contains(s, "Tabell\\u00a01.") || strings.Contains(s, "Figure alt=\"Ligg") {
		t.Errorf("\n%s", s)
	}
}

// Alone it has the letterhead and a title, and nothing of the document; without an
// estimate there is none.
func TestCostSheetAlone(t *testing.T) {
	in, m := annexed(t, "", nil)
	in.Part = CostSheet
	set, data := written(t, in)
	s := set.Outline()
	for _, want := range []string{`P "Kalkyl"`, `H1 "Kalkyl för `, `P "Diarienummer `, `H2 "Kostnadsrader"`, `H2 "Så är det räknat"`} {
		if !strings.Contains(s, want) {
			t.Errorf("%s is not in\n%s", want, s)
		}
	}
	if strings.Contains(s, "Förslag till beslut") || strings.Count(s, "H1 ") != 1 {
		t.Errorf("\n%s", s)
	}
	if proof, err := ReadBack(set, data); err != nil || proof.Figures < 2 || !strings.HasPrefix(proof.Title, "Kalkyl för ") {
		t.Errorf("%+v, %v", proof, err)
	}
	again, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("not the same bytes twice: %v", err)
	}
	m.Estimate = app.Estimate{}
	p, _ := packs.Load()
	in, err = Of(p, m, in.Document, in.Profile, cost.Compare(m.Estimate, nil, ""), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	in.Part = CostSheet
	if _, err := Build(in); app.CodeOf(err) != app.CodeNoEstimate {
		t.Errorf("got %v", err)
	}
}

// What a figure says is held against what was placed: another alternative text,
// other words in it, or none is found.
func TestReadBackOfFigures(t *testing.T) {
	in, _ := annexed(t, "", nil)
	set, data := written(t, in)
	if proof, err := ReadBack(set, data); err != nil || proof.Figures < 2 {
		t.Fatalf("%+v, %v", proof, err)
	}
	var fig *layout.Elem
	for _, e := range set.Root.Kids {
		if e.Role == "Figure" {
			fig = e
		}
	}
	var fault *ProofError
	was := fig.Alt
	fig.Alt = "Något annat"
	if _, err := ReadBack(set, data); !errors.As(err, &fault) || fault.Fault != FaultText {
		t.Errorf("another alternative text: %v", err)
	}
	fig.Alt = was
	for i := range set.Pages {
		for j := range set.Pages[i].Items {
			if it := &set.Pages[i].Items[j]; it.Elem == fig && it.Kind == layout.Text {
				it.S = "Annat "
			}
		}
	}
	if _, err := ReadBack(set, data); !errors.As(err, &fault) || fault.Fault != FaultText {
		t.Errorf("other words in the figure: %v", err)
	}
}

// A letter that no face has is named with the annex it stands in.
func TestMissingGlyphInTheSheet(t *testing.T) {
	in, m := annexed(t, "", nil)
	m.Estimate.Lines[0].What = "Armband 漢"
	_, err := Build(in)
	if p := app.ProblemOf(err); app.CodeOf(err) != app.CodeGlyph || !strings.Contains(p.What, "漢") || !strings.HasPrefix(p.Where, "Kalkyl: ") {
		t.Errorf("%+v", p)
	}
}

// Amounts, names and years at their ends are printed whole: the file is made, reads
// back as it was placed, and no line leaves the paper.
func TestHostileEstimateOnPaper(t *testing.T) {
	in, m := annexed(t, "1. Karta", nil)
	e := &m.Estimate
	long := strings.Repeat("Integritetsskyddsmyndighetenskamerabevakningstillstånd", 12)
	e.Name, e.UnitName, e.Units, e.Years, e.FirstYear = "”"+long+"”\nrad två", "plats\u00ad", 1, 30, 2099
	e.Lines = append(e.Lines, app.CostLine{Kind: app.CostPurchase, What: long, Quantity: app.Units(1), Price: 99_999_999_999_999_999, To: 30, High: 100_000_000_000_000_000, Low: 1},
		app.CostLine{Kind: "okänt", What: "\t\u200b", Quantity: -1, Price: -5, From: 40, Source: "gissning"}, app.CostLine{})
	e.Alternatives = append(e.Alternatives, app.Alternative{Name: "<b>&amp;(\\", Lines: e.Lines[:2]}, app.Alternative{Role: "annan", Lines: e.Lines[1:]})
	e.Spent = []app.Spent{{What: long, Year: -4, Amount: -1}, {Amount: 1, Back: 900}}
	e.Funding = []app.Funding{{Who: long, Budget: long, From: 30, To: 2, Amount: -9}, {To: 99, Amount: 1}}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []Part{WholePaper, CostSheet} {
		in, err = Of(p, m, in.Document, in.Profile, cost.Compare(*e, p.Thresholds, "").Follow(p.Buying), "Yttra")
		if err != nil {
			t.Fatal(err)
		}
		in.Part = part
		set, data := written(t, in)
		if proof, err := ReadBack(set, data); err != nil || proof.Figures < 2 {
			t.Errorf("%q: %+v, %v", part, proof, err)
		}
		faces := fonts.New()
		for n, page := range set.Pages {
			for _, it := range page.Items {
				if it.Kind == layout.Text && it.Turn == 0 && it.X+faces.Width(it.Face, strings.TrimRight(it.S, " "), it.Size) > 181 {
					t.Errorf("%q page %d: %q leaves the paper", part, n+1, it.S)
				}
			}
		}
	}
}

// A figure that is bound to the estimate is plain words on paper.
func TestBoundFiguresArePlainWords(t *testing.T) {
	in, _ := annexed(t, "", func(d *app.Document) {
		d.Sections[d.Section("economy")].Text = "Det kostar [**344\u00a0600 kronor**](cost:total?kr) på fyra år, se [sidan](https://exempel.se)."
	})
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if s := set.Outline(); !strings.Contains(s, "Det kostar 344\\u00a0600 kronor på fyra år, se .") || strings.Count(s, "Link ") != 1 {
		t.Errorf("\n%s", s)
	}
	for _, p := range set.Pages {
		for _, l := range p.Links {
			if strings.HasPrefix(l.URL, "cost") {
				t.Errorf("a link to %s", l.URL)
			}
		}
	}
}
