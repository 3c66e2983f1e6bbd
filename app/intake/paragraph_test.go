package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"yttra/app"
	"yttra/app/reading"
)

// marked gives the text as a file would that says what its paragraphs are.
func marked(plain string) reading.Text {
	f := flowOf(pasted(plain))
	b := reading.NewBuilder(app.DOCX)
	n := 0
	for _, k := range append(f.blocks, f.aside...) {
		if k.gap {
			b.Gap()
		}
		n++
		if k.mark == noMark {
			n = 0
		}
		switch {
		case strings.Contains(f.of(k), "\t"):
			for i := range strings.Count(f.of(k), "\t") + 1 {
				b.Begin(reading.Cell, i)
			}
		case k.level > 0:
			b.Begin(reading.Heading, k.level)
		case k.mark != noMark:
			b.Begin(reading.Item, 1+min(1, k.indent/2))
			b.Write(markOf(k, n))
		default:
			b.Begin(reading.Paragraph, 0)
		}
		b.Write(f.of(k))
	}
	return b.Text()
}

func markOf(k block, n int) string {
	switch k.mark {
	case bulletMark:
		return string(k.glyph) + " "
	case numberMark:
		return fmt.Sprintf("%d. ", n)
	case letterMark:
		return string(rune('a'+n-1)) + ") "
	case romanMark:
		return []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}[(n-1)%10] + ". "
	case labelMark:
		return fmt.Sprintf("Yrkande %d: ", n)
	}
	return "– "
}

// What a file says of its paragraphs changes nothing in what a paper is about.
func TestFilesWithParagraphs(t *testing.T) {
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		paper := strings.ReplaceAll(string(a.Files[0].Data), "¤FF¤", "\f")
		text := marked(paper)
		p := Motion(text)
		checkSpans(t, text, p)
		if got, want := described(p), described(Motion(pasted(paper))); got != want {
			t.Errorf("%s:\n%swant:\n%s", filepath.Base(name), got, want)
		}
	}
}

// A claim that is set as a heading is a claim, and a lead that is set as one leads.
func TestClaimsSetAsHeadings(t *testing.T) {
	b := reading.NewBuilder(app.DOCX)
	for _, p := range []struct {
		kind reading.BlockKind
		text string
	}{
		{reading.Heading, "Motion om bron"},
		{reading.Paragraph, "Bron är stängd sedan i våras och ingen vet när den öppnas."},
		{reading.Heading, "Därför yrkar Centerpartiet"},
		{reading.Heading, "att bron lagas före vintern"},
		{reading.Heading, "att trafiken leds om så länge"},
		{reading.Heading, "Anna Berg (C)"},
	} {
		b.Begin(p.kind, 2)
		b.Write(p.text)
	}
	want := "mover: Anna Berg | C\nclaim: att bron lagas före vintern\nclaim: att trafiken leds om så länge\n"
	if got := moversAndClaims(Motion(b.Text())); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A footnote and the foot of a page ask for nothing, and move nothing.
func TestFootnotesAndFeetAskForNothing(t *testing.T) {
	b := reading.NewBuilder(app.PDF)
	for _, p := range []struct {
		kind reading.BlockKind
		text string
	}{
		{reading.Furniture, "Exempelstads kommun Dnr KS 2026/00123"},
		{reading.Heading, "Motion om kolonilotter"},
		{reading.Paragraph, "Kön till lotterna är tolv år lång.¹"},
		{reading.Heading, "Yrkande"},
		{reading.Item, "1. att två nya områden med lotter anläggs²"},
		{reading.Furniture, "Ink 2026-03-02"},
		{reading.Item, "2. att områdena får vatten och 40 m² mark var"},
		{reading.Paragraph, "Edit Rova (MP)"},
		{reading.Furniture, "Miljöpartiet Anna Fot (MP)"},
		{reading.Footnote, "¹ Här föreslår vi att ingen läser."},
		{reading.Footnote, "² Förra året yrkade vi att fyra områden skulle anläggas. Ulla Not (S)"},
	} {
		b.Begin(p.kind, 1)
		b.Write(p.text)
	}
	text := b.Text()
	p := Motion(text)
	checkSpans(t, text, p)
	want := "title: Motion om kolonilotter\nsubject: Kolonilotter\nmover: Edit Rova | MP\nclaim: att två nya områden med lotter anläggs\n" +
		"claim: att områdena får vatten och 40 m² mark var\nref: KS 2026/00123\ndate: 2026-03-02 received\nreceived: 2026-03-02\n"
	if got := described(p); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
