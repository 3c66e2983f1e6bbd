package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// picture is a one-pixel picture, painted over the whole page by "/Im Do" in paint.
const (
	paint   = "q 595 0 0 842 0 0 cm /Im Do Q "
	picture = "/Resources <</Font <</F1 5 0 R /F2 6 0 R>> /XObject <</Im 7 0 R>>>>"
)

func pictured(content string) []byte {
	return readingtest.PDF("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "+picture+">>",
		readingtest.Stream("", content),
		readingtest.Plain, readingtest.Bold,
		readingtest.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xd0"))
}

// lines are so many lines of text, from the top of a page.
func lines(n int, before string) string {
	return "BT " + before + " /F1 11 Tf 70 780 Td " + strings.Repeat("(En rad av en motion om busskort) Tj 0 -14 Td ", n) + "ET "
}

func TestScans(t *testing.T) {
	ctx := context.Background()
	for name, data := range map[string][]byte{
		"a picture":             pictured(paint),
		"with a stamp":          pictured(paint + "BT /F1 9 Tf 400 800 Td (Ink. 2026-11-02 KS 2026/115) Tj ET"),
		"letters drawn":         readingtest.OnePage(strings.Repeat("70 700 m 80 710 90 700 100 690 c S ", 200), ""),
		"unseen but not behind": pictured(paint + "BT 3 Tr /F1 9 Tf 400 800 Td ET"),
	} {
		if _, err := Read(ctx, data); app.CodeOf(err) != app.CodeScanned || app.ProblemOf(err).Where != "1" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		data []byte
		want app.RemarkCode
	}{
		"read by a machine": {pictured(paint + lines(20, "3 Tr")), app.RemarkMachineRead},
		"text under it":     {pictured(lines(20, "") + paint), app.RemarkMachineRead},
		"text over it":      {pictured(paint + lines(20, "")), app.RemarkPictures},
	} {
		text, err := Read(ctx, c.data)
		if err != nil || strings.Count(text.String, "En rad av en motion") != 20 || len(text.Remarks) != 1 || text.Remarks[0].Code != c.want || text.Remarks[0].N != 1 {
			t.Errorf("%s: %v, %v: %.80q", name, err, text.Remarks, text.String)
		}
	}
}

func TestABlankPageIsNoScan(t *testing.T) {
	if text, err := Read(context.Background(), readingtest.OnePage("", "")); err != nil || !text.Blank() || len(text.Remarks) != 0 {
		t.Errorf("%v, %v", err, text.Remarks)
	}
}

func TestWhatAFileWouldDo(t *testing.T) {
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [<</Type /Annot /Subtype /Link /Rect [70 700 200 720] /A <</S /Launch /F (cmd.exe)>>>> <</Type /Annot /Subtype /Link /Rect [70 600 200 620] /A <</S /URI /URI (https://example.se/)>>>> <</Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents (Stryk detta)>>]>>")
	all, remarks, err := sheets(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	what := []string{}
	for _, r := range remarks {
		what = append(what, string(r.Code)+" "+r.What)
	}
	if got := strings.Join(what, ", "); got != "active JavaScript, active Launch, comments " {
		t.Error(got)
	}
	if a := all[0].Annots; len(a) != 2 || a[0].Kind != Link || a[0].Text != "https://example.se/" || !near(a[0].Box.Y, 222) || a[1].Kind != Note || a[1].Text != "Stryk detta" {
		t.Errorf("%+v", a)
	}
}

func TestAFileInTheFile(t *testing.T) {
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(bilaga) 4 0 R]>>>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>",
		"<</Type /Filespec /F (../../etc/budget.xlsx) /EF <</F 5 0 R>>>>", readingtest.Stream("/Type /EmbeddedFile", "abc"))
	_, remarks, err := sheets(context.Background(), data)
	if err != nil || len(remarks) != 1 || remarks[0].Code != app.RemarkEmbedded || remarks[0].What != "bilaga" && remarks[0].What != "budget.xlsx" {
		t.Errorf("%v, %v", remarks, err)
	}
}

func TestAFilledForm(t *testing.T) {
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] /Contents 7 0 R /Resources <</Font <</F1 6 0 R>>>>>>",
		"<</Type /Annot /Subtype /Widget /FT /Tx /T (rubrik) /V (Fler busskort) /Rect [70 700 300 720] /P 3 0 R /AP <</N 5 0 R>>>>",
		readingtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 230 20] /Resources <</Font <</F1 6 0 R>>>>", "BT /F1 12 Tf 2 5 Td (Fler busskort) Tj ET"),
		"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
		readingtest.Stream("", "BT /F1 12 Tf 70 740 Td (Rubrik:) Tj ET"))
	s := sheetOf(t, data)
	if got := s.seen(); got != "Rubrik:\nFler busskort" {
		t.Errorf("%q", got)
	}
	if len(s.Annots) != 1 || s.Annots[0].Kind != Field || s.Annots[0].Text != "Fler busskort" {
		t.Errorf("%+v", s.Annots)
	}
}

// What the program that shows a form is to draw itself is read from its fields.
func TestAFormThatIsNotDrawn(t *testing.T) {
	field := func(n int, rect, value string) string {
		return fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V %s /Rect [%s] /P 3 0 R>>", n, value, rect)
	}
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /AcroForm <</NeedAppearances true /Fields [6 0 R 7 0 R 8 0 R]>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [6 0 R 7 0 R 8 0 R] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
		readingtest.Stream("", "BT /F1 12 Tf 70 742 Td (Rubrik) Tj ET"), readingtest.Plain,
		field(1, "70 700 400 720", "(Fler busskort)"), field(2, "70 500 400 690", "(Jag yrkar\\r\\natt bussen g\\345r)"), field(3, "70 400 80 410", "/Off"))
	text, err := Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(text.String), " "); got != "Rubrik Fler busskort Jag yrkar att bussen går" {
		t.Errorf("%q", text.String)
	}
}

func TestAFormWithoutPages(t *testing.T) {
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /NeedsRendering true>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>")
	if _, err := Read(context.Background(), data); app.CodeOf(err) != app.CodeNotPaper {
		t.Errorf("%v", err)
	}
}

// A file that lost its end is read as far as it goes, and that is said.
func TestHalfAFile(t *testing.T) {
	data := readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Motion om busskort) Tj ET", "")
	for name, half := range map[string][]byte{
		"without its table": data[:bytes.Index(data, []byte("xref"))],
		"without its end":   data[:len(data)-20],
		"without fonts":     data[:bytes.Index(data, []byte("5 0 obj"))],
	} {
		text, err := Read(context.Background(), half)
		if err != nil || !strings.Contains(text.String, "Motion om busskort") || len(text.Remarks) == 0 || text.Remarks[0].Code != app.RemarkCutOff {
			t.Errorf("%s: %q, %v, %v", name, text.String, text.Remarks, err)
		}
	}
	if _, err := Read(context.Background(), readingtest.PDF("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [2 0 R] /Count 1>>")); app.CodeOf(err) != app.CodeBrokenFile {
		t.Errorf("no page: %v", err)
	}
}

func TestLettersOfFonts(t *testing.T) {
	plain, signs := ink{}, ink{signs: true}
	for _, c := range []struct {
		k    ink
		in   rune
		want string
		dark bool
	}{
		{plain, 'å', "å", false}, {plain, 0xf0e5, "å", false}, {plain, 0xf041, "A", false}, {signs, 0xf0b7, "\uf0b7", false},
		{plain, 0xe123, "\ue123", true}, {plain, 0, "\ufffd", true}, {plain, 2, "-", false},
	} {
		if got, dark := c.k.letter(c.in); got != c.want || dark != c.dark {
			t.Errorf("%x: %q, %v", c.in, got, dark)
		}
	}
}

// A font that does not tell what its letters mean: what is guessed of them is taken for
// text when it makes words.
func TestAFontWithoutMeaning(t *testing.T) {
	var names strings.Builder
	for i := range 90 {
		fmt.Fprintf(&names, "/g%d ", i+500)
	}
	font := "<</Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 32 /LastChar 121 /Widths [" + strings.Repeat("6 ", 90) + "] /CharProcs <<>> /Encoding <</Differences [32 " + names.String() + "]>>>>"
	for line, scan := range map[string]bool{"En rad av en motion om busskort": false, "Hq$udg$dy$hq$prwlrq$rp$exvvnruw": true} {
		data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
			readingtest.Stream("", "BT /F1 11 Tf 70 780 Td ("+line+") Tj ET"), font)
		s := sheetOf(t, data)
		if s.Scan != scan || s.seen() != line || s.unknown() == 0 {
			t.Errorf("%q: %d unknown, scan %v", s.seen(), s.unknown(), s.Scan)
		}
	}
}

func TestAPortfolio(t *testing.T) {
	files := "/Names <</EmbeddedFiles <</Names [(motion.txt) 4 0 R]>>>>"
	for catalog, want := range map[string]int{"/Collection <</Type /Collection>> " + files: 1, files: 0} {
		data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R "+catalog+">>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources <</Font <</F1 7 0 R>>>>>>",
			"<</Type /Filespec /F (motion.txt) /EF <</F 5 0 R>>>>", readingtest.Stream("/Type /EmbeddedFile", "Motion om bussar"),
			readingtest.Stream("", lines(1, "")), readingtest.Plain)
		text, err := Read(context.Background(), data)
		if err != nil || len(text.Files) != want || want == 1 && (text.Files[0].Name != "motion.txt" || string(text.Files[0].Data) != "Motion om bussar") {
			t.Errorf("%v, %+v", err, text.Files)
		}
	}
}

func TestActions(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte("1 0 <</S /JavaScript /JS (x)>> 2 30 <</S/Launch>>"))
	_ = z.Close()
	for in, want := range map[string]string{
		"<</A <</S/SubmitForm>>>>": "[SubmitForm]",
		"/JavaScripture /Launcher": "[]",
		"<</Type /ObjStm /N 2 /First 9 /Filter /FlateDecode>>\nstream\r\n" + packed.String(): "[JavaScript Launch]",
		"<</Type /ObjStm>>stream\nnonsense":                                                  "[]",
		strings.Repeat("/ObjStm stream\n\x78\x9c", 10000):                                    "[]",
	} {
		if got := fmt.Sprint(actions([]byte(in))); got != want {
			t.Errorf("%.40q: %s", in, got)
		}
	}
}

func TestBase(t *testing.T) {
	for in, want := range map[string]string{"../../x.exe": "x.exe", `C:\a\b.pdf`: "b.pdf", "motion.pdf": "motion.pdf", "a/": ""} {
		if got := base(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// What somebody has blackened is not read, and that there is such is said.
func TestBlackenedLines(t *testing.T) {
	text, err := Read(context.Background(), readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Motion av) Tj 0 -20 Td (Anna Hemlig, 19800101-1234) Tj ET 0 g 60 715 300 18 re f", ""))
	if err != nil || strings.Contains(text.String, "Hemlig") || !strings.Contains(text.String, "Motion av") || len(text.Remarks) != 1 || text.Remarks[0].Code != app.RemarkHidden {
		t.Errorf("%q, %v, %v", text.String, text.Remarks, err)
	}
}

func TestEnding(t *testing.T) {
	for in, want := range map[string]string{
		"1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj 2 0 obj <</Ty": "<</Root 1 0 R>>",
		"1 0 obj<</Pages 2 0 R/Type/Catalog>>\n7 1 obj<</Type/Catalog":   "<</Root 7 1 R>>",
		"/Type /Catalog": "", "1 0 obj /Catalog": "", "": "",
	} {
		if got := string(ending([]byte(in))); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q", in, got)
		}
	}
}
