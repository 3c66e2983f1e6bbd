package screens

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// pdfMotion is a motion of two pages, written as simply as a PDF can be.
func pdfMotion() []byte {
	pages := [][]string{{"Motion om fler b\\344nkar", "M\\345nga \\344ldre beh\\366ver vila p\\345 v\\344gen till aff\\344ren."},
		{"Jag yrkar", "att kommunen st\\344ller ut fler b\\344nkar", "\\305sa \\326st \\(FE\\)"}}
	var objects []string
	for i, lines := range pages {
		var s strings.Builder
		for n, l := range lines {
			fmt.Fprintf(&s, "BT /F1 12 Tf 70 %d Td (%s) Tj ET\n", 770-30*n, l)
		}
		objects = append(objects, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F1 7 0 R>>>>>>", 4+2*i),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", s.Len(), s.String()))
	}
	objects = append([]string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R 5 0 R] /Count 2>>"}, objects...)
	objects = append(objects, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>")
	out := "%PDF-1.7\n"
	var at []int
	for i, o := range objects {
		at = append(at, len(out))
		out += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := len(out)
	out += fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		out += fmt.Sprintf("%010d 00000 n \n", n)
	}
	return []byte(out + fmt.Sprintf("trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref))
}

// withOriginal is a window over a matter that came as a file.
func withOriginal(t *testing.T, name string, data []byte) *bench {
	t.Helper()
	b := open(t, false)
	p, err := b.reader.Read(context.Background(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	m := p.Matter("2026-11-22")
	if err := b.o.Desk.Add(m, "opinion"); err != nil {
		t.Fatal(err)
	}
	b.win.Resize(fyne.NewSize(1280, 800))
	b.Go("draft")
	return b
}

const textMotion = "Motion om fler bänkar\n\nJag yrkar\n\natt kommunen ställer ut fler bänkar.\n\nÅsa Öst (FE)\n"

func TestTheOriginalStandsBesideTheText(t *testing.T) {
	b := withOriginal(t, "motion.txt", []byte(textMotion))
	b.command(t, ctrl|shift, fyne.KeyO)
	b.pass()
	if b.original == nil || !b.known().Original || !strings.Contains(b.texts(), "Originalets text") {
		t.Fatalf("it is not there: %s", b.texts())
	}
	b.toggleBeside()
	b.pass()
	if b.original != nil || b.known().Original || b.beside == nil || len(pageViews(b.win.Content())) != 1 {
		t.Error("the page has not taken its place")
	}
	b.showClaim(0)
	if b.original == nil || b.beside != nil || b.known().Beside {
		t.Error("it has not come back for a claim")
	}
	b.build() // another language or theme
	b.pass()
	if b.original == nil || !strings.Contains(b.texts(), "Åsa Öst (FE)") {
		t.Error("it is gone after the window was built anew")
	}
	b.toggleOriginal()
	if b.original != nil || b.known().Original {
		t.Error("it does not go away")
	}
}

// Words of it become a quotation in the draft, which is one step to undo.
func TestWordsOfTheOriginalAreQuoted(t *testing.T) {
	b := withOriginal(t, "motion.txt", []byte(textMotion))
	written := func() string {
		var out []string
		for _, s := range b.o.Desk.State().Document().Sections {
			out = append(out, s.Text)
		}
		return strings.Join(out, "\n")
	}
	before := written()
	parttest.Press(t, b.win.Content(), "Visa i originalet")
	parttest.Press(t, b.win.Content(), "Citera")
	if want := "”att kommunen ställer ut fler bänkar” (motionen)"; !strings.Contains(written(), want) {
		t.Errorf("%q", written())
	}
	if b.o.Desk.Undo(); written() != before {
		t.Errorf("after undo: %q", written())
	}
}

// A narrow window has no room beside the text: the original is a dialog there.
func TestTheOriginalInANarrowWindow(t *testing.T) {
	b := withOriginal(t, "motion.txt", []byte(textMotion))
	b.win.Resize(fyne.NewSize(1000, 700))
	for _, show := range []func(){b.toggleOriginal, func() { b.showClaim(0) }} {
		show()
		top := b.win.Canvas().Overlays().Top()
		if top == nil || !slices.Contains(parttest.Texts(top), "Originalet – motion.txt") {
			t.Fatalf("no dialog: %s", b.texts())
		}
		parttest.Press(t, top, "Stäng")
	}
	b.Go("matters")
	parttest.Press(t, b.win.Content(), "Visa mer")
	parttest.Press(t, b.win.Canvas().Overlays().Top(), "Motion")
	top := b.win.Canvas().Overlays().Top()
	if !slices.Contains(parttest.Texts(top), "Originalet – motion.txt") || slices.Contains(parttest.Texts(top), "Citera") {
		t.Errorf("from the list: %q", parttest.Texts(top))
	}
}

// The pages of a PDF are drawn from the file that was kept.
func TestPagesOfAPDFBesideTheText(t *testing.T) {
	b := withOriginal(t, "motion.pdf", pdfMotion())
	if m := b.o.Desk.State().Matter; len(m.Claims) != 1 || m.Motion.Pages != 2 || m.Motion.State() != app.FileWhole {
		t.Fatalf("%+v", m)
	}
	b.showClaim(0)
	if !strings.Contains(b.texts(), "Sida 2 av 2") || strings.Contains(b.texts(), "kan inte visas") {
		t.Errorf("%s", b.texts())
	}
	parttest.Press(t, b.win.Content(), "Citera")
	if text := b.texts(); !strings.Contains(text, "(motionen, s.\u00a02)") {
		t.Errorf("%s", text)
	}
	if b.warmed != b.o.Desk.State().Matter.ID {
		t.Error("nothing was made ready")
	}
}
