package reports

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
)

// Every look makes a file that holds: text, tags and claims as they were placed.
func TestEveryLookIsProven(t *testing.T) {
	for name, l := range map[string]app.Look{"usual": {}, "sans": {Sans: true}, "large": {Large: true, Colour: "#1f3a5f"}, "both": {Sans: true, Large: true, Colour: "#7a1f2b", Abreast: 1}} {
		t.Run(name, func(t *testing.T) {
			in := response(t)
			in.Profile.Look = l
			set, err := Build(in)
			if err != nil {
				t.Fatal(err)
			}
			data, err := pdf.Write(context.Background(), set, fonts.New(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := ReadBack(set, data); err != nil {
				t.Error(err)
			}
			serif := false
			for _, p := range set.Pages {
				for _, it := range p.Items {
					serif = serif || it.Kind == layout.Text && it.Face >= layout.Serif
				}
			}
			if serif == l.Sans {
				t.Errorf("letters with serifs: %v", serif)
			}
		})
	}
}

// What the profile says of papers reaches them; what they cannot have is told, and
// the paper is made all the same.
func TestLookReachesThePaper(t *testing.T) {
	in := response(t)
	in.LineNumbers, in.DigitalNote = 5, ""
	in.Profile.Look = app.Look{Colour: "#1f3a5f", Number: 3, Digital: "Undertecknas digitalt.", Labels: map[string]string{"officer": "Kontakt", "page": "Blad {n} av {of}"}}
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Look.Ink != layout.Coloured(0x1f, 0x3a, 0x5f) || doc.LineNumbers != 3 || doc.Head.Fields[0].Label != "Kontakt" || doc.Words.Page != "Blad {n} av {of}" {
		t.Errorf("%+v %d %q %q", doc.Look, doc.LineNumbers, doc.Head.Fields[0].Label, doc.Words.Page)
	}
	said := false
	for _, b := range doc.Blocks {
		said = said || b.Role == layout.DigitalNote && textOf(b.Runs) == "Undertecknas digitalt."
	}
	if !said {
		t.Error("no word of digital signing")
	}
	if r := Remarks(in.Profile); len(r) != 0 {
		t.Error(r)
	}
	in.LineNumbers = 0
	if doc, err = paper(in); err != nil || doc.LineNumbers != 0 {
		t.Errorf("lines of a paper that is no reading copy are numbered by %d: %v", doc.LineNumbers, err)
	}
}

func TestWhatALookCannotHaveIsTold(t *testing.T) {
	in := response(t)
	in.Profile.Look = app.Look{Colour: "#ffd500", Labels: map[string]string{"page": "Sida {n}", "nothing": "x", "to": "Till\nDig", "officer": " ", "date": "Dag"}}
	var told []string
	for _, err := range Remarks(in.Profile) {
		p := app.ProblemOf(err)
		told = append(told, string(p.Code)+" "+p.Where)
	}
	if got := strings.Join(told, ", "); got != "pale 1,4:1, label nothing, label page, label to" {
		t.Error(got)
	}
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Look.Ink != layout.NoInk || doc.Words.Page != "Sida {n} ({of})" || doc.Head.Fields[0].Label != "Handläggare" || doc.Head.Fields[2].Label != "Dag" {
		t.Errorf("%+v %q %q %q", doc.Look, doc.Words.Page, doc.Head.Fields[0].Label, doc.Head.Fields[2].Label)
	}
}

func TestLabelsAreNamed(t *testing.T) {
	all, err := Labels()
	if err != nil || all["officer"] != "Handläggare" || len(all) < 20 {
		t.Errorf("%v %v", all, err)
	}
}
