package cli_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/sample"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/cli"
)

// foreign is a paper of somebody else's, changed as their programs change one: by
// objects written anew after its end (ISO 32000-1, 7.5.6).
type foreign struct {
	data  []byte
	next  int            // number of the next new object
	fresh map[int]string // objects that are written anew
	extra string         // more entries of the trailer
}

// libreOffice is the paper that all of them begin as, which may itself follow.
func libreOffice(t *testing.T) *foreign {
	t.Helper()
	data, err := os.ReadFile("../../reports/testdata/annex-libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return &foreign{data: data, next: 29, fresh: map[int]string{}}
}

// object is the number of the object whose text has mark in it, and the text.
func (f *foreign) object(mark string) (int, string) {
	for _, at := range regexp.MustCompile(`(?m)^(\d+) 0 obj\n`).FindAllSubmatchIndex(f.data, -1) {
		body := f.data[at[1]:]
		body = body[:bytes.Index(body, []byte("endobj"))]
		if bytes.Contains(body, []byte(mark)) {
			n := 0
			fmt.Sscan(string(f.data[at[2]:at[3]]), &n)
			return n, string(body)
		}
	}
	panic("no object with " + mark)
}

// change writes an object anew, with old replaced by new.
func (f *foreign) change(mark, old, new string) *foreign {
	n, body := f.object(mark)
	if now, ok := f.fresh[n]; ok {
		body = now
	}
	if !strings.Contains(body, old) {
		panic(mark + " has no " + old)
	}
	f.fresh[n] = strings.Replace(body, old, new, 1)
	return f
}

// catalog adds entries to the catalog.
func (f *foreign) catalog(entries string) *foreign {
	return f.change("/Type/Catalog", "/Type/Catalog", "/Type/Catalog"+entries)
}

// add writes a new object; # in it is its own number and + the next one's.
func (f *foreign) add(body string) int {
	n := f.next
	f.fresh[n] = strings.NewReplacer("#", fmt.Sprint(n), "+", fmt.Sprint(n+1)).Replace(body)
	f.next++
	return n
}

func (f *foreign) stream(entries string, b []byte) int {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(b)
	w.Close()
	n := f.add("")
	f.fresh[n] = fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\n", entries, z.Len(), z.String())
	return n
}

func (f *foreign) bytes() []byte {
	out := bytes.NewBuffer(bytes.Clone(f.data))
	out.WriteString("\n")
	var table strings.Builder
	for n := 1; n < f.next; n++ {
		if body, ok := f.fresh[n]; ok {
			fmt.Fprintf(&table, "%d 1\n%010d 00000 n \n", n, out.Len())
			fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, body)
		}
	}
	at := out.Len()
	last := regexp.MustCompile(`startxref\s+(\d+)`).FindSubmatch(f.data)[1]
	fmt.Fprintf(out, "xref\n%strailer\n<</Size %d/Root 27 0 R/Info 28 0 R/Prev %s/ID[<9F20A226195698276C01A27E23EBEB91><9F20A226195698276C01A27E23EBEB91>]%s>>\nstartxref\n%d\n%%%%EOF\n",
		table.String(), f.next, last, f.extra, at)
	return out.Bytes()
}

// profile is an ICC profile of a colour space with the primaries that it has largest
// parts of.
func profile(space string, primaries ...float64) []byte {
	b := make([]byte, 128, 400)
	copy(b[8:], "\x02\x10\x00\x00mntr"+space+"XYZ ")
	copy(b[36:], "acsp")
	b = binary.BigEndian.AppendUint32(b, uint32(len(primaries)))
	for i := range primaries {
		b = append(b, []string{"rXYZ", "gXYZ", "bXYZ"}[i]...)
		b = binary.BigEndian.AppendUint32(b, uint32(132+12*len(primaries)+20*i))
		b = binary.BigEndian.AppendUint32(b, 20)
	}
	for _, v := range primaries {
		b = append(b, "XYZ \x00\x00\x00\x00"...)
		b = binary.BigEndian.AppendUint32(b, uint32(v*65536))
		b = append(b, make([]byte, 8)...)
	}
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

// intended is the paper made for a profile.
func intended(t *testing.T, n int, icc []byte) []byte {
	f := libreOffice(t)
	p := f.stream(fmt.Sprintf("/N %d", n), icc)
	return f.change("/Type/OutputIntent", "/DestOutputProfile 18 0 R", fmt.Sprintf("/DestOutputProfile %d 0 R", p)).bytes()
}

// drawn is the paper with more drawn on its page.
func drawn(t *testing.T, content string) []byte {
	f := libreOffice(t)
	s := f.stream("", []byte("\nq /Artifact BMC "+content+" EMC Q\n"))
	return f.change("/Type/Page/", "/Contents 2 0 R", fmt.Sprintf("/Contents [2 0 R %d 0 R]", s)).bytes()
}

// chain is the paper with ten thousand objects of which each leads to the next and
// the last to the first; hang puts the first somewhere.
func chain(t *testing.T, link, last string, hang func(f *foreign, first int)) []byte {
	f := libreOffice(t)
	first := f.next
	for range 9_999 {
		f.add(link)
	}
	f.add(strings.ReplaceAll(last, "FIRST", fmt.Sprint(first)))
	hang(f, first)
	return f.bytes()
}

// locked is the paper encrypted by another program, where there is one.
func locked(t *testing.T, user string) []byte {
	t.Helper()
	program, err := exec.LookPath("qpdf")
	if err != nil {
		return nil
	}
	out := filepath.Join(t.TempDir(), "locked.pdf")
	if b, err := exec.Command(program, "--encrypt", user, "chef", "256", "--", "../../reports/testdata/annex-libreoffice.pdf", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// refused are papers that cannot follow another, and why.
func refused(t *testing.T) map[string]struct {
	data []byte
	code app.Code
} {
	good := libreOffice(t).data
	form := libreOffice(t)
	field := form.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/Rect[0 0 90 20]/P 1 0 R/F 4>>")
	form.catalog(fmt.Sprintf("/AcroForm<</Fields[%d 0 R]/DA(/Helv 0 Tf)>>", field)).change("/Type/Page/", "/StructParents 0", fmt.Sprintf("/StructParents 0/Annots[%d 0 R]", field))
	script := libreOffice(t)
	js := script.add("<</S/JavaScript/JS(app.alert\\(1\\))>>")
	script.catalog(fmt.Sprintf("/Names<</JavaScript<</Names[(a)%d 0 R]>>>>", js))
	opens := libreOffice(t)
	js = opens.add("<</S/JavaScript/JS(app.alert\\(1\\))>>")
	opens.change("/Type/Catalog", "/OpenAction[1 0 R /XYZ null null 0]", fmt.Sprintf("/OpenAction %d 0 R", js))
	password := libreOffice(t)
	lock := password.add("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + strings.Repeat("4F", 32) + ">/U<" + strings.Repeat("55", 32) + ">>>")
	password.extra = fmt.Sprintf("/Encrypt %d 0 R", lock)
	kids := func(f *foreign, first int) {
		f.change("/Type/StructTreeRoot", "/K[4 0 R ]", fmt.Sprintf("/K[4 0 R %d 0 R]", first))
	}
	return map[string]struct {
		data []byte
		code app.Code
	}{
		"not a PDF":                  {[]byte("PK\x03\x04 inte en PDF"), app.CodeAnnexUnreadable},
		"cut off":                    {good[:len(good)/2], app.CodeAnnexUnreadable},
		"a password":                 {password.bytes(), app.CodeAnnexLocked},
		"encrypted, opened by all":   {locked(t, ""), app.CodeAnnexLocked},
		"encrypted, opened by some":  {locked(t, "hemligt"), app.CodeAnnexLocked},
		"a form":                     {form.bytes(), app.CodeAnnexActive},
		"a script":                   {script.bytes(), app.CodeAnnexActive},
		"a script when it is opened": {opens.bytes(), app.CodeAnnexActive},
		"no tags":                    {libreOffice(t).change("/Type/Catalog", "/StructTreeRoot 22 0 R", "").bytes(), app.CodeAnnexUntagged},
		"tags that are not meant":    {libreOffice(t).change("/Type/Catalog", "/Marked true", "/Marked false").bytes(), app.CodeAnnexUntagged},
		"CMYK on the page":           {drawn(t, "0 1 1 0 k 10 10 20 20 re f"), app.CodeAnnexColours},
		"made for a press":           {intended(t, 4, profile("CMYK")), app.CodeAnnexColours},
		"made for another RGB":       {intended(t, 3, profile("RGB ", 0.60974, 0.62567, 0.74457)), app.CodeAnnexColours},
		"a profile that is none":     {intended(t, 3, []byte("färger")), app.CodeAnnexColours},
		"elements in a circle":       {chain(t, "<</Type/StructElem/S/P/P 22 0 R/K + 0 R>>", "<</Type/StructElem/S/P/P 22 0 R/K FIRST 0 R>>", kids), app.CodeAnnexUnreadable},
		"attributes in a circle": {chain(t, "[+ 0 R]", "[FIRST 0 R]", func(f *foreign, first int) {
			kids(f, f.add(fmt.Sprintf("<</Type/StructElem/S/P/P 22 0 R/A %d 0 R>>", first)))
		}), app.CodeAnnexUnreadable},
		"pages in a circle": {chain(t, "<</Type/Pages/Count 1/Kids[+ 0 R]/Parent 8 0 R>>", "<</Type/Pages/Count 1/Kids[FIRST 0 R]>>", func(f *foreign, first int) {
			f.change("/Type/Catalog", "/Pages 8 0 R", fmt.Sprintf("/Pages %d 0 R", first))
		}), app.CodeAnnexUnreadable},
		"bookmarks in a circle": {chain(t, "<</Title(a)/Parent 16 0 R/First + 0 R/Dest[1 0 R/Fit]>>", "<</Title(a)/First FIRST 0 R>>", func(f *foreign, first int) {
			f.change("/Last 17 0 R", "/First 17 0 R", fmt.Sprintf("/First %d 0 R", first))
		}), app.CodeAnnexUnreadable},
		"a reference to itself": {chain(t, "+ 0 R", "FIRST 0 R", func(f *foreign, first int) {
			f.change("/Type/Catalog", "/StructTreeRoot 22 0 R", fmt.Sprintf("/StructTreeRoot %d 0 R", first))
		}), app.CodeAnnexUnreadable},
	}
}

// What cannot follow a paper is refused with its reason, by the function that the
// window asks and by the export; the message names the annex in both languages.
func TestAnnexesRefused(t *testing.T) {
	if err := reports.AnnexFault("Karta", libreOffice(t).data); err != nil {
		t.Fatal(err)
	}
	for name, c := range refused(t) {
		if c.data == nil {
			t.Logf("%s: no qpdf here", name)
			continue
		}
		if p := app.ProblemOf(reports.AnnexFault("Karta", c.data)); p == nil || p.Code != c.code || p.What != "Karta" {
			t.Errorf("%s: %+v, want %s", name, p, c.code)
			continue
		} else if n := utf8.RuneCountInString(p.Where); n > 200 {
			t.Errorf("%s: the place of the fault is %d letters long", name, n)
		}
		for _, lang := range []string{"sv", "en"} {
			w, err := i18n.New(lang)
			if err != nil {
				t.Fatal(err)
			}
			code, said, made := exported(t, lang, c.data)
			want := w.T("error."+string(c.code)+".title", i18n.Vars{"What": "Karta", "Where": ""})
			if code != cli.BadInput || made || !strings.Contains(said, want) || !strings.Contains(want, "Karta") || !strings.Contains(said, w.T("error."+string(c.code)+".do")) {
				t.Errorf("%s, %s: exit code %d, a file: %v, %q is not in\n%s", name, lang, code, made, want, said)
			}
		}
	}
}

// exported makes the PDF of a matter whose paper a file is to follow.
func exported(t *testing.T, lang string, annex []byte) (code int, said string, made bool) {
	t.Helper()
	m := sample.Register()[0]
	m.Documents = m.Documents[:1]
	m.Documents[0].Annexes = []app.Annex{{Title: "Karta", How: app.AnnexAppended, Name: "karta.pdf", Data: annex}}
	data, err := app.EncodeMatter(&m)
	if err != nil {
		t.Fatal(err)
	}
	in, out := write(t, "matter.json", data), filepath.Join(t.TempDir(), "out.pdf")
	var words bytes.Buffer
	code = cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &words, Err: &words, Version: "test"}, []string{"pdf", in, "-o", out, "--lang", lang})
	_, err = os.Stat(out)
	return code, words.String(), err == nil
}
