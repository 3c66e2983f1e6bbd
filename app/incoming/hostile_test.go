package incoming

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// Files that somebody may have made to do harm, or that came to harm. Each is made
// here, and answered by a text or a sentence within the bounds.

const (
	catalog = "<</Type /Catalog /Pages 2 0 R>>"
	tree    = "<</Type /Pages /Kids [3 0 R] /Count 1>>"
	page    = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</Im 6 0 R>>>>>>"
	hello   = "BT /F1 12 Tf 70 742 Td (Motion om busskort) Tj ET "
)

// much is what makes a page slow to read: the long form asks for a hundred times as
// much as a page has.
func much() int {
	if os.Getenv("YTTRA_LONG") != "" {
		return 1_000_000
	}
	return 30_000
}

// with is a page with a content, and what /Im is on it.
func with(content, im string) []byte {
	return readingtest.PDF(catalog, tree, page, readingtest.Stream("", content), readingtest.Plain, im)
}

func hostile() map[string][]byte {
	bomb := readingtest.Zeros(1024)
	flate := "/Filter /FlateDecode"
	out := map[string][]byte{
		"pages that hold themselves":       readingtest.PDF(catalog, "<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"),
		"a page that is its parent":        readingtest.PDF(catalog, tree, "<</Type /Pages /Parent 3 0 R /Kids [2 0 R 3 0 R] /Count 9>>"),
		"a count of thousands of millions": readingtest.PDF(catalog, "<</Type /Pages /Kids [3 0 R] /Count 2147483647>>", page, readingtest.Stream("", hello), readingtest.Plain, "null"),
		"a count below nothing":            readingtest.PDF(catalog, "<</Type /Pages /Kids [3 0 R] /Count -5>>", page, readingtest.Stream("", hello), readingtest.Plain, "null"),
		"an object that is itself":         readingtest.PDF(catalog, tree, page, "4 0 R", "5 0 R", "6 0 R"),
		"a length that is itself":          readingtest.PDF(catalog, tree, page, "<</Length 4 0 R>>\nstream\n"+hello+"\nendstream", readingtest.Plain, "null"),
		"a content of a gigabyte":          with("", "null"),
		"a picture of a gigabyte":          with(hello+"q 500 0 0 700 0 0 cm /Im Do Q", readingtest.Stream("/Type /XObject /Subtype /Image /Width 32768 /Height 32768 /ColorSpace /DeviceGray /BitsPerComponent 8 "+flate, bomb)),
		"a picture without end":            with(hello+"/Im Do", readingtest.Stream("/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceRGB /BitsPerComponent 16 "+flate, bomb[:100])),
		"a form that draws itself":         with(hello+"/Im Do", readingtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</Im 6 0 R>>>>", "/Im Do /Im Do")),
		"many graphics states":             with(strings.Repeat("q ", much())+hello, "null"),
		"many letters":                     with("BT /F1 12 Tf 70 742 Td "+strings.Repeat("(Motion om busskort) Tj ", much()/10)+"ET", "null"),
		"many lines":                       with(hello+strings.Repeat("0 0 m 100 100 l S ", much()), "null"),
		"a path of many":                   with(hello+"0 0 m "+strings.Repeat("100 100 l 0 0 l ", much())+"S", "null"),
		"deep lists":                       readingtest.PDF(catalog, tree, page, readingtest.Stream("", hello), readingtest.Plain, strings.Repeat("[", 200_000)+strings.Repeat("]", 200_000)),
		"deep dictionaries":                readingtest.PDF("<</Type /Catalog /Pages 2 0 R /X "+strings.Repeat("<</A ", 100_000)+"1"+strings.Repeat(">>", 100_000)+">>", tree, page, readingtest.Stream("", hello), readingtest.Plain, "null"),
		"deep lists in a content":          with(strings.Repeat("[", 500_000)+hello, "null"),
		"letters of all sizes":             with("BT /F1 1e38 Tf 70 742 Td (x) Tj /F1 -1e-38 Tf (y) Tj 1e30 0 0 1e30 1e30 1e30 Tm (z) Tj ET "+hello, "null"),
		"a page without measure":           readingtest.OnePage(hello, "/MediaBox [0 0 1e38 1e38] /CropBox [-1e38 5 1e38 5] /UserUnit 1e30 /Rotate 77"),
		"an outline that is a ring":        readingtest.PDF("<</Type /Catalog /Pages 2 0 R /Outlines 6 0 R>>", tree, page, readingtest.Stream("", hello), readingtest.Plain, "<</First 6 0 R /Next 6 0 R /Last 6 0 R /Parent 6 0 R /Title (a)>>"),
		"names that are a ring":            readingtest.PDF("<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles 6 0 R /JavaScript 6 0 R>>>>", tree, page, readingtest.Stream("", hello), readingtest.Plain, "<</Kids [6 0 R 6 0 R 6 0 R]>>"),
		"a form that is a ring":            readingtest.PDF("<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [6 0 R]>>>>", tree, page, readingtest.Stream("", hello), readingtest.Plain, "<</Kids [6 0 R] /Parent 6 0 R /FT /Tx /T (a)>>"),
		"a name with folders":              readingtest.PDF("<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(../../../x) 6 0 R]>>>>>>", tree, page, readingtest.Stream("", hello), readingtest.Plain, "<</Type /Filespec /F (C:\\\\Windows\\\\x.exe) /EF <</F 4 0 R>>>>"),
		"a table that is before itself":    []byte("%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 2 /Root 1 0 R /Prev 45>>\nstartxref\n45\n%%EOF"),
		"half a table":                     []byte("%PDF-1.7\nxref\n0 4294967295\n"),
		"nothing after the mark":           []byte("%PDF-"),
		"bytes before the mark":            append([]byte("From: x@example.se\r\n\r\n"), with(hello, "null")...),
		"a font of nonsense":               readingtest.PDF(catalog, tree, page, readingtest.Stream("", hello), "<</Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor <</Type /FontDescriptor /FontFile2 6 0 R>> /ToUnicode 6 0 R>>", readingtest.Stream("", strings.Repeat("\x00\x01nonsens", 5000))),
		"a font of a gigabyte":             readingtest.PDF(catalog, tree, page, readingtest.Stream("", hello), "<</Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor <</Type /FontDescriptor /FontFile2 6 0 R>> /ToUnicode 6 0 R>>", readingtest.Stream(flate, bomb)),
		"a font that draws itself":         readingtest.PDF(catalog, tree, page, readingtest.Stream("", hello), "<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255 /Widths [] /CharProcs <</a 6 0 R>> /Encoding <</Differences [77 /a]>> /Resources <</Font <</F1 5 0 R>>>>>>", readingtest.Stream("", "BT /F1 9 Tf (MMMM) Tj ET")),
	}
	drawn := func(resources, content, other string) []byte {
		return readingtest.PDF(catalog, tree, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> "+resources+">>>>", readingtest.Stream("", hello+content), readingtest.Plain, other)
	}
	out["a pattern of many tiles"] = drawn("/Pattern <</P 6 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f",
		readingtest.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources <<>>", "0 0 1 1 re f"))
	out["a pattern of itself"] = drawn("/Pattern <</P 6 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f",
		readingtest.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources <</Pattern <</P 6 0 R>>>>", "/Pattern cs /P scn 0 0 9 9 re f"))
	out["a colour that has to be reckoned"] = drawn("/Shading <</S <</ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1e6 0 1e6] /Function 6 0 R>>>>", "/S sh",
		readingtest.Stream("/FunctionType 4 /Domain [0 1e6 0 1e6] /Range [0 1 0 1 0 1]", "{"+strings.Repeat("exch sin exch cos ", 50_000)+" 0.5}"))
	out["a mask of itself"] = drawn("/ExtGState <</G <</SMask <</S /Luminosity /G 6 0 R>>>>>>", "/G gs 0 0 595 842 re f",
		readingtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group <</S /Transparency>> /Resources <</ExtGState <</G <</SMask <</S /Luminosity /G 6 0 R>>>>>>>>", "/G gs 0 0 500 500 re f"))
	out["a line of dots without end"] = drawn("", "[0.0001 0.0001] 0 d 0 0 m 595 842 l S 1e30 w 0 0 m 1e30 1e30 l S", "null")
	out["a picture that is none"] = drawn("/XObject <</Im 6 0 R>>", "q 500 0 0 700 0 0 cm /Im Do Q",
		readingtest.Stream("/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", strings.Repeat("\x00\x01\x30\xff\xff", 2000)))
	objects := []string{catalog, tree, page, readingtest.Stream(flate, bomb), readingtest.Plain, "null"}
	out["a content of a gigabyte"] = readingtest.PDF(objects...)
	objects[3] = readingtest.Stream("/Filter [/FlateDecode /FlateDecode]", zipped(bomb))
	out["packed twice"] = readingtest.PDF(objects...)
	objects[3] = readingtest.Stream("/Type /ObjStm /N 100000 /First 100 "+flate, bomb)
	out["packed objects of a gigabyte"] = readingtest.PDF(objects...)
	forms := []string{catalog, tree, strings.ReplaceAll(page, "/Im 6", "/A 6"), readingtest.Stream("", hello+"/A Do"), readingtest.Plain}
	for i := range 40 { // each draws the next ten times
		forms = append(forms, readingtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</A %d 0 R>>>>", i+7), strings.Repeat("/A Do ", 10)))
	}
	out["forms in forms"] = readingtest.PDF(append(forms, "null")...)
	out["ten thousand pages"] = manyPages(10_000, false)
	out["ten thousand pages, one in another"] = manyPages(10_000, true)
	out["one page a hundred thousand times"] = readingtest.PDF(catalog, "<</Type /Pages /Kids ["+strings.Repeat("3 0 R ", 100_000)+"] /Count 100000>>", page, readingtest.Stream("", hello), readingtest.Plain, "null")
	return out
}

func zipped(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// manyPages is a file of n pages; nested has each lie in a tree as deep as it is long.
func manyPages(n int, nested bool) []byte {
	objects := []string{catalog, ""}
	var kids strings.Builder
	for i := range n {
		if nested {
			objects = append(objects, fmt.Sprintf("<</Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count %d>>", max(2, i+2), i+4, n-i))
			continue
		}
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
		objects = append(objects, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>")
	}
	if nested {
		kids.WriteString("3 0 R")
		objects = append(objects, "<</Type /Page /MediaBox [0 0 595 842]>>")
	}
	objects[1] = fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", kids.String(), n)
	return readingtest.PDF(objects...)
}

// answered reads a file, and draws a page of one that can be read: each within the
// bounds, and with a sentence when it cannot.
func answered(t *testing.T, r *Reader, name string, data []byte) {
	t.Helper()
	begun := time.Now()
	text, err := r.Text(context.Background(), name+".pdf", data)
	told := ""
	switch p := app.ProblemOf(err); {
	case err == nil:
		told = strconv.Itoa(len(text.String)) + " bytes"
		if _, err := r.Page(context.Background(), data, 0, 600); err != nil && app.ProblemOf(err) == nil {
			t.Errorf("%s: its page has no sentence: %v", name, err)
		}
	case p == nil:
		t.Errorf("%s: no sentence: %v", name, err)
	default:
		told = string(p.Code)
	}
	d := time.Since(begun)
	if d > 2*r.bound+longest {
		t.Errorf("%s took %v", name, d)
	}
	most := peak(r)
	if most > mostMemory+30 {
		t.Errorf("%s took %d MB", name, most)
	}
	t.Logf("%-40s %6d ms %4d MB %s", name, d.Milliseconds(), most, told)
}

// peak is the most memory that the process apart has had, in MB; 0 where nobody says.
func peak(r *Reader) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.child == nil {
		return 0
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.child.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	_, after, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := strings.Fields(string(after))
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.Atoi(fields[0])
	return kb >> 10
}

func TestHostileFiles(t *testing.T) {
	r := apartForTest(t)
	if os.Getenv("YTTRA_LONG") == "" {
		r.bound = 2 * time.Second // what takes longer is ended in the same way
	}
	for name, data := range hostile() {
		answered(t, r, name, data)
	}
	if text, err := r.Text(context.Background(), "m.pdf", with(hello, "null")); err != nil || !strings.Contains(text.String, "busskort") {
		t.Errorf("after all of them: %v", err)
	}
}

// A good file that is cut off at each sixteenth, and one whose bits were turned over.
func TestFilesThatCameToHarm(t *testing.T) {
	r := apartForTest(t)
	good := with(strings.Repeat(hello, 40), readingtest.Stream("", strings.Repeat("x", 3000)))
	for i := range 16 {
		answered(t, r, fmt.Sprintf("cut at %d of 16", i), good[:len(good)*i/16])
	}
	rnd := rand.New(rand.NewPCG(8, 2026))
	for i := range 100 {
		bad := bytes.Clone(good)
		for range 1 + rnd.IntN(20) {
			bad[rnd.IntN(len(bad))] ^= 1 << rnd.IntN(8)
		}
		answered(t, r, fmt.Sprintf("turned over %d", i), bad)
	}
}
