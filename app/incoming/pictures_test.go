package incoming

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// scanOf is a PDF of a picture of the first page of a PDF, as a scanner makes it.
func scanOf(t *testing.T, r *Reader, data []byte, more ...string) []byte {
	t.Helper()
	img, err := r.Page(context.Background(), data, 0, 2480)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	rgba := img.(*image.RGBA)
	for i := 0; i < len(rgba.Pix); i += 4 {
		_, _ = z.Write(rgba.Pix[i : i+1])
	}
	_ = z.Close()
	kids := "3 0 R"
	if len(more) > 0 {
		kids += " 7 0 R"
	}
	return readingtest.PDF(append([]string{catalog, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", kids, 1+min(1, len(more))), page, readingtest.Stream("", "q 595 0 0 842 0 0 cm /Im Do Q"), readingtest.Plain,
		readingtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", rgba.Rect.Dx(), rgba.Rect.Dy()), b.String())}, more...)...)
}

// machine skips a test where nothing reads pictures.
func machine(t *testing.T, r *Reader) {
	t.Helper()
	if r.ReadsPictures() {
		return
	}
	if os.Getenv("YTTRA_DEMAND_OCR") != "" {
		t.Fatal("tesseract with Swedish is not installed")
	}
	t.Skip("tesseract with Swedish is not installed")
}

func TestAScanIsReadByTheMachine(t *testing.T) {
	r := apartForTest(t)
	machine(t, r)
	var content strings.Builder
	content.WriteString("BT /F1 20 Tf 70 760 Td (Motion om fler busskort) Tj /F1 12 Tf 0 -40 Td ")
	for _, line := range []string{"Ungdomar i kommunen har l\xe5ngt till bussen. D\xe4rf\xf6r b\xf6r fler f\xe5", "ett busskort, \xe4ven de som bor n\xe4ra skolan.", "", "Jag yrkar", "", "att n\xe4mnden ger alla elever busskort."} {
		fmt.Fprintf(&content, "(%s) Tj 0 -16 Td ", line)
	}
	content.WriteString("ET")
	scan := scanOf(t, r, readingtest.OnePage(content.String(), ""))
	if _, err := r.Read(context.Background(), "m.pdf", scan); app.CodeOf(err) != app.CodeScanned {
		t.Fatalf("%v", err)
	}
	var steps []int
	begun := time.Now()
	p, err := r.ReadPictures(context.Background(), "m.pdf", scan, func(done, of int) { steps = append(steps, done, of) })
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("a page took %v: %q %v", time.Since(begun), p.Text.String, p.Text.Remarks)
	if !strings.Contains(p.Text.String, "Därför bör fler få ett busskort, även de som bor nära skolan.") || fmt.Sprint(steps) != "[0 1 1 1]" {
		t.Errorf("%v: %q", steps, p.Text.String)
	}
	if len(p.Proposal.Claims) != 1 || len(p.Text.Remarks) == 0 || p.Text.Remarks[0].Code != app.RemarkMachineRead || p.Text.Remarks[0].N != 1 {
		t.Errorf("%+v, %v", p.Proposal.Claims, p.Text.Remarks)
	}
}

func TestAPageThatIsAPicture(t *testing.T) {
	r := apartForTest(t)
	machine(t, r)
	typed := strings.Repeat("(Denna sida har text. ) Tj 0 -16 Td ", 12)
	mixed := scanOf(t, r, readingtest.OnePage("BT /F1 14 Tf 70 742 Td (Protokollsutdrag med inskannad text) Tj ET", ""),
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources <</Font <</F1 5 0 R>>>>>>", readingtest.Stream("", "BT /F1 12 Tf 70 742 Td "+typed+"ET"))
	p, err := r.Read(context.Background(), "m.pdf", mixed)
	if err != nil || len(p.Text.Remarks) != 1 || p.Text.Remarks[0].Code != app.RemarkEmptyPages {
		t.Fatalf("%v, %v", err, p)
	}
	told := ""
	r.TryPictures(func(name string, done, of int) { told += fmt.Sprintln(name, done, of) })
	p, err = r.Read(context.Background(), "m.pdf", mixed)
	if told != "m.pdf 0 1\nm.pdf 1 1\n" {
		t.Errorf("%q", told)
	}
	if err != nil {
		t.Fatal(err)
	}
	first, then := strings.Index(p.Text.String, "Protokollsutdrag med inskannad text"), strings.Index(p.Text.String, "Denna sida har text")
	if first < 0 || then < first || len(p.Text.Remarks) == 0 || p.Text.Remarks[0].Code != app.RemarkMachineRead {
		t.Errorf("%q, %v", p.Text.String, p.Text.Remarks)
	}
}

func TestNobodyWaitsForThePicture(t *testing.T) {
	r := apartForTest(t)
	machine(t, r)
	scan := scanOf(t, r, readingtest.OnePage(strings.Repeat("BT /F1 9 Tf 70 742 Td (Motion om busskort) Tj ET ", 50), ""))
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := r.ReadPictures(ctx, "m.pdf", scan, func(int, int) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestNoProgramForPictures(t *testing.T) {
	r := apartForTest(t)
	r.look.Do(func() {})
	scan := scanOf(t, r, readingtest.OnePage(hello, ""))
	if _, err := r.ReadPictures(context.Background(), "m.pdf", scan, nil); app.CodeOf(err) != app.CodeScanned || app.ProblemOf(err).What != "m.pdf" {
		t.Errorf("%v", err)
	}
	if _, err := r.ReadPictures(context.Background(), "m.txt", []byte("text"), nil); app.CodeOf(err) != app.CodeNotPaper {
		t.Errorf("%v", err)
	}
}

func TestABatchReadsPictures(t *testing.T) {
	r := apartForTest(t)
	machine(t, r)
	path := filepath.Join(t.TempDir(), "m.pdf")
	scan := scanOf(t, r, readingtest.OnePage("BT /F1 16 Tf 70 742 Td (Motion om fler busskort till skolan) Tj ET", ""))
	if err := os.WriteFile(path, scan, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := Batch(context.Background(), r, []string{path}, BatchOptions{}).Results[0]; app.CodeOf(got.Err) != app.CodeScanned {
		t.Fatalf("unasked: %+v", got)
	}
	got := Batch(WithPictures(context.Background(), nil), r, []string{path}, BatchOptions{}).Results[0]
	if got.Err != nil || !strings.Contains(got.Title, "busskort") {
		t.Errorf("%+v", got)
	}
}
