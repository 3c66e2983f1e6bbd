package reports

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func TestGoldens(t *testing.T) {
	for name, in := range map[string]Input{"opinion": half(t), "motion_response": response(t)} {
		t.Run(name, func(t *testing.T) {
			set, err := Build(in)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for i, p := range set.Pages {
				fmt.Fprintf(&b, "──── page %d\n%s", i+1, p.Sketch())
			}
			b.WriteString("──── structure\n" + set.Outline())
			compare(t, name+".txt", b.String())
		})
	}
}

// compare holds text against testdata/name, or rewrites it with -update.
func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s: line %d is\n%s\nwant\n%s\n(run with -update when the change is meant)", name, i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	t.Fatalf("%s: %d lines, want %d", name, len(g), len(w))
}

func TestSameInputSamePages(t *testing.T) {
	a, err := Build(response(t))
	if err != nil {
		t.Fatal(err)
	}
	faces := fonts.New()
	if _, err := BuildWith(half(t), faces); err != nil {
		t.Fatal(err)
	}
	b, err := BuildWith(response(t), faces)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Error("the same paper is placed differently the second time")
	}
}

func TestPaperLeavesTheDocumentAlone(t *testing.T) {
	in := response(t)
	in.Document.Sections[1].Text += "\n\nZoe\u0308 och Kari\u200bn" // decomposed, and with a character without ink
	before, err := app.EncodeMatter(in.Matter)
	if err != nil {
		t.Fatal(err)
	}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := app.EncodeMatter(in.Matter); string(after) != string(before) {
		t.Error("making the paper changed the document")
	}
	if !strings.Contains(set.Outline(), "Zo\u00eb och Karin") {
		t.Error("text is not composed")
	}
}

func TestMissingGlyph(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Input)
		where  string
	}{
		"text":      {func(in *Input) { in.Document.Sections[1].Text = "Bra tanke 😀 säger nämnden i sitt svar" }, "Sammanfattning: Bra tanke 😀 säger nämnden …"},
		"footnote":  {func(in *Input) { in.Document.Sections[1].Text = "Ett[^1]\n\n[^1]: källa 中" }, "Sammanfattning: källa 中"},
		"table":     {func(in *Input) { in.Document.Sections[1].Text = "| a |\n|---|\n| 😀 |" }, "Sammanfattning: 😀"},
		"list":      {func(in *Input) { in.Document.Sections[1].Text = "- a\n  - 😀" }, "Sammanfattning: 😀"},
		"heading":   {func(in *Input) { in.Document.Sections[1].Heading = "A 😀" }, "A 😀"},
		"title":     {func(in *Input) { in.Title = "A 😀" }, "Rubrik: A 😀"},
		"head":      {func(in *Input) { in.Document.YourRef = "KS 😀" }, "Er beteckning"},
		"foot":      {func(in *Input) { in.Profile.Foot = []string{"Väg 1\n😀"} }, "Sidfot: 😀"},
		"decision":  {func(in *Input) { in.Proposal.Points[0] = "Nej 😀" }, "Ställningstagande"},
		"signature": {func(in *Input) { in.Document.Signatories[0].Title = "😀" }, "Underskrifter"},
		"bad bytes": {func(in *Input) { in.Document.Sections[1].Text = "a\xff" }, "Sammanfattning"},
	} {
		t.Run(name, func(t *testing.T) {
			in := half(t)
			c.change(&in)
			_, err := Build(in)
			p := app.ProblemOf(err)
			if p == nil || p.Code != app.CodeGlyph || !strings.Contains(p.What, " U+") {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(p.Where, c.where) {
				t.Errorf("found at %q, want %q", p.Where, c.where)
			}
		})
	}
}

func TestKnownSubstitutions(t *testing.T) {
	in := half(t)
	in.Document.Sections[1].Text = "☐ nej ☒ ja ☑ kanske, 0999\u201100\u00a000, a\u030a, \x07ljud, tjänste\u00adskrivelse, \u200fvänd, ☑\ufe0f"
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	o := set.Outline()
	for _, want := range []string{`0999-00\u00a000, å, ljud, tjänsteskrivelse, vänd`, `Figure alt="ikryssad ruta"`, `Figure alt="tom ruta"`} {
		if !strings.Contains(o, want) {
			t.Errorf("%q is not in\n%s", want, o)
		}
	}
}

func TestNoDocument(t *testing.T) {
	for _, in := range []Input{{}, {Matter: &app.Matter{}}} {
		if _, err := Build(in); app.CodeOf(err) != app.CodeNoDocument {
			t.Errorf("got %v", err)
		}
	}
	if set, err := Build(Input{Matter: &app.Matter{}, Document: &app.Document{}}); err != nil || len(set.Pages) != 1 || set.Meta.Title != "Utan rubrik" {
		t.Errorf("an empty document: %d pages, %q, %v", len(set.Pages), set.Meta.Title, err)
	}
}

func TestClaims(t *testing.T) {
	const wish = "att a,"
	for _, c := range []struct{ name, text, want string }{
		{"no text", "", "LeadIn Motionären yrkar|List att a,"},
		{"after the opening", "Väcktes i mars. Motionären yrkar:\n\nSkälen är goda.", "LeadIn Väcktes i mars. Motionären yrkar:|List att a,|Paragraph Skälen är goda."},
		{"last", "Skälen är goda.", "Paragraph Skälen är goda.|LeadIn Motionären yrkar|List att a,"},
		{"in the text already", "Motionären vill\natt a och inget mer.", "Paragraph Motionären vill att a och inget mer."},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := half(t)
			in.Matter.Claims = []app.Claim{{Text: wish}, {Text: " "}}
			in.Document.Sections = []app.Section{{Role: "motion_content", Heading: "M", Text: c.text}}
			doc, err := paper(in)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range doc.Blocks[2 : len(doc.Blocks)-2] { // between the headings and the signatures
				got = append(got, said(b))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%q gives %s, want %s", c.text, s, c.want)
			}
		})
	}
}

// said is a block as one can compare it.
func said(b layout.Block) string {
	switch b.Role {
	case layout.LeadIn:
		return "LeadIn " + textOf(b.Runs)
	case layout.ListBlock:
		s := "List"
		for _, item := range b.List.Items {
			s += " " + textOf(item[0].Runs)
		}
		return s
	}
	return "Paragraph " + textOf(b.Runs)
}

func TestHeadingsSkipNoLevel(t *testing.T) {
	in := half(t)
	in.Document.Sections = []app.Section{
		{Role: "ingress", Text: "### Först\n\nText"},
		{Role: "assessment", Heading: "Överväganden"},
		{Role: "children", Heading: "Barnets bästa", Text: "Text\n\n### Under\n\nText"},
		{Role: "proposal", Heading: "Tom"}}
	in.Proposal = app.Proposal{}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range set.Root.Kids {
		if strings.HasPrefix(e.Role, "H") {
			got = append(got, e.Role)
		}
	}
	if strings.Join(got, " ") != "H1 H2 H2 H3 H3" {
		t.Errorf("headings %v", got)
	}
}

func TestLabelsAreAllThere(t *testing.T) {
	l, err := readLabels()
	if err != nil {
		t.Fatal(err)
	}
	v := reflect.ValueOf(l)
	for i := range v.NumField() {
		if v.Field(i).String() == "" {
			t.Errorf("no label for %s", v.Type().Field(i).Name)
		}
	}
}

func TestWrappedProblemKeepsItsCode(t *testing.T) {
	in := half(t)
	in.Title = "😀"
	_, err := Build(in)
	var p *app.Problem
	if !errors.As(err, &p) || !strings.HasPrefix(err.Error(), "make paper: ") {
		t.Errorf("%v", err)
	}
}

func BenchmarkBuild(b *testing.B) {
	in, faces := response(b), fonts.New()
	for b.Loop() {
		if _, err := BuildWith(in, faces); err != nil {
			b.Fatal(err)
		}
	}
}

var _ layout.Measurer = (*fonts.Faces)(nil)
