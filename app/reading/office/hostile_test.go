package office

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"yttra/app"
	"yttra/app/reading"
)

// slowest is far above what a busy machine needs; what grows with the square takes minutes.
const slowest = 30 * time.Second

type reader = func(context.Context, []byte) (reading.Text, error)

// refused reads what must be refused, in time and memory that a person does not notice.
func refused(t *testing.T, name string, read reader, data []byte, want app.Code) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	got, err := read(context.Background(), data)
	runtime.ReadMemStats(&after)
	if app.CodeOf(err) != want {
		t.Errorf("%s: %v, %d bytes, want %s", name, err, len(got.String), want)
	}
	if took := time.Since(began); took > slowest {
		t.Errorf("%s: %v", name, took)
	}
	if grew := (after.TotalAlloc - before.TotalAlloc) >> 20; grew > 600 {
		t.Errorf("%s: %d MB were used", name, grew)
	}
}

func TestRefused(t *testing.T) {
	big := strings.Repeat("<w:p/>", 10<<20)
	dtd := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "` + strings.Repeat("lol", 100) + `"><!ENTITY b SYSTEM "file:///etc/passwd">]>`
	body := `<w:document ` + wordSpaces + `><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>`
	for name, c := range map[string]struct {
		read reader
		data []byte
		want app.Code
	}{
		"no zip":                  {DOCX, []byte("PK\x03\x04 and no more"), app.CodeBrokenFile},
		"nothing in it":           {DOCX, parts{"word/other.xml": "x"}.zip(t), app.CodeBrokenFile},
		"no text in it":           {ODT, parts{"mimetype": "x"}.zip(t), app.CodeBrokenFile},
		"entities":                {DOCX, parts{"word/document.xml": dtd + body}.zip(t), app.CodeBrokenFile},
		"entities that are not":   {DOCX, parts{"word/document.xml": body}.zip(t), app.CodeBrokenFile},
		"entities of styles":      {DOCX, docx(t, p("x"), parts{"word/styles.xml": dtd + root("styles", "")}), app.CodeBrokenFile},
		"entities of flat ones":   {ODT, []byte(dtd + `<office:document ` + openSpaces + `/>`), app.CodeBrokenFile},
		"a part too large":        {DOCX, docx(t, big, nil), app.CodeExpands},
		"zeros":                   {DOCX, docx(t, p("x"), parts{"word/styles.xml": strings.Repeat("\x00", 60<<20)}), app.CodeExpands},
		"zeros that are not read": {DOCX, docx(t, p("x"), parts{"word/media/1.png": strings.Repeat("\x00", 60<<20)}), app.CodeExpands},
		"an attribute too large":  {DOCX, docx(t, `<w:p w:x="`+strings.Repeat("a", 100<<20)+`"/>`, nil), app.CodeExpands},
		"letters nobody knows":    {DOCX, parts{"word/document.xml": `<?xml version="1.0" encoding="klingon"?><a/>`}.zip(t), app.CodeBrokenFile},
		"no XML":                  {ODT, odt(t, "", "", parts{"content.xml": "Hej"}), app.CodeBrokenFile},
		"deep and empty":          {DOCX, docx(t, strings.Repeat("<w:sdt><w:sdtContent>", 10_000), nil), app.CodeBrokenFile},
		"a password on the zip":   {DOCX, locked(docx(t, p("x"), nil)), app.CodeFileLocked},
		"a zip with a password":   {ODT, locked(odt(t, op("x"), "", nil)), app.CodeFileLocked},
	} {
		t.Run(name, func(t *testing.T) { refused(t, name, c.read, c.data, c.want) })
	}
}

// locked sets the mark of a password on every file of a zip.
func locked(data []byte) []byte {
	for i := 0; i+10 < len(data); i++ {
		switch binary.LittleEndian.Uint32(data[i:]) {
		case 0x04034b50:
			data[i+6] |= 1
		case 0x02014b50:
			data[i+8] |= 1
		}
	}
	return data
}

// random makes letters that do not pack well.
func random(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = 'a' + byte(x>>24)%26
	}
	return string(b)
}

func TestBounded(t *testing.T) {
	lied := docx(t, p("Först"), nil) // its sizes are too small
	for i := 0; i+30 < len(lied); i++ {
		if binary.LittleEndian.Uint32(lied[i:]) == 0x02014b50 {
			binary.LittleEndian.PutUint32(lied[i+24:], 1170)
		}
	}
	deepLists := strings.Repeat(`<text:list text:style-name="N"><text:list-item>`, 10_000)
	deepTables := strings.Repeat(`<w:tbl><w:tr><w:tc>`, 10_000)
	boxes := strings.Repeat(`<w:p><w:r><w:pict><w:txbxContent>`, 10_000)
	for name, c := range map[string]struct {
		read reader
		data []byte
		cut  bool
	}{
		"sizes that are a lie":       {DOCX, lied, true},
		"a mark as long as a book":   {DOCX, docx(t, p("Först")+strings.Repeat(items("1.0 x"), 20_000), parts{"word/numbering.xml": root("numbering", abstract("0", level("0", "bullet", random(3<<20)))+num("1", "0"))}), false},
		"nothing but changes":        {DOCX, docx(t, p("Först")+`<w:p>`+strings.Repeat(`<w:ins w:author="Å">`+r(" ")+`</w:ins>`+r(" "), 90_000)+`</w:p>`, nil), false},
		"lists in lists":             {ODT, odt(t, op("Först")+deepLists, openLists0, nil), true},
		"tables in tables":           {DOCX, docx(t, p("Först")+deepTables, nil), true},
		"boxes in boxes":             {DOCX, docx(t, p("Först")+boxes, nil), true},
		"columns":                    {ODT, odt(t, op("Först")+`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000">`+op("x")+`</table:table-cell></table:table-row></table:table>`, "", nil), false},
		"spans":                      {DOCX, docx(t, p("Först")+`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>`+p("x")+`</w:tc><w:tc>`+p("y")+`</w:tc></w:tr></w:tbl>`, nil), false},
		"paragraphs":                 {DOCX, docx(t, p("Först")+strings.Repeat("<w:p/>", 1<<20), nil), false},
		"rows":                       {DOCX, docx(t, p("Först")+"<w:tbl>"+strings.Repeat("<w:tr><w:tc/></w:tr>", 300_000)+"</w:tbl>", nil), true},
		"a name that leads out":      {DOCX, docx(t, p("Först"), parts{"../../etc/passwd": "x", "/abs": "y"}), false},
		"styles based on themselves": {DOCX, docx(t, styled(`<w:pStyle w:val="A"/>`, "Först"), parts{"word/styles.xml": root("styles", `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>`)}), false},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			got := must(t, c.read, c.data)
			if !strings.HasPrefix(got.String, "Först\n") || strings.Contains(remarks(got), "cut_off") != c.cut {
				t.Errorf("%.60q %s", got.String, remarks(got))
			}
			if took := time.Since(began); took > slowest {
				t.Errorf("%v", took)
			}
		})
	}
}

func TestOtherWays(t *testing.T) {
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	doc := root("document", "<w:body>"+p("Åsa Öst")+"</w:body>")
	wide := func(order binary.ByteOrder) string {
		var b bytes.Buffer
		for _, u := range utf16.Encode([]rune("\ufeff" + strings.Replace(doc, "UTF-8", "UTF-16", 1))) {
			_ = binary.Write(&b, order, u)
		}
		return b.String()
	}
	var latin strings.Builder
	for _, r := range strings.Replace(doc, "UTF-8", "ISO-8859-1", 1) {
		latin.WriteByte(byte(r))
	}
	for name, p := range map[string]parts{
		"strict":             {"word/document.xml": strict.Replace(doc)},
		"UTF-16":             {"word/document.xml": wide(binary.LittleEndian)},
		"UTF-16, other way":  {"word/document.xml": wide(binary.BigEndian)},
		"ISO 8859-1":         {"word/document.xml": latin.String()},
		"another prefix":     {"word/document.xml": strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(doc, "<w:", "<x:"), "</w:", "</x:"), "xmlns:w=", "xmlns:x=")},
		"no namespaces":      {"word/document.xml": `<w:document><w:body>` + p("Åsa Öst") + `</w:body></w:document>`},
		"another case":       {"WORD/Document.xml": doc},
		"another place":      {"_rels/.rels": rels("r1", "officeDocument", "/a/b.xml"), "a/b.xml": doc},
		"a mark at its head": {"word/document.xml": "\ufeff" + doc},
	} {
		t.Run(name, func(t *testing.T) {
			if got := must(t, DOCX, p.zip(t)); got.String != "Åsa Öst\n" {
				t.Errorf("%q", got.String)
			}
		})
	}
}

// Half a file gives what is in it.
func TestCutOff(t *testing.T) {
	var body, text strings.Builder
	for i := range 3000 {
		words := strings.Repeat("ord", i%7) + string(rune('a'+i*7%26)) + " kommunen" + string(rune('a'+i*11%26))
		body.WriteString(p(words))
		text.WriteString(op(words))
	}
	for name, c := range map[string]struct {
		read reader
		data []byte
	}{"docx": {DOCX, docx(t, body.String(), nil)}, "odt": {ODT, odt(t, text.String(), "", nil)}} {
		whole := must(t, c.read, c.data)
		if len(whole.Remarks) != 0 {
			t.Error(remarks(whole))
		}
		half := must(t, c.read, c.data[:len(c.data)/2])
		if n := len(half.String); !strings.HasPrefix(whole.String, half.String[:n-20]) || n < 5000 || n >= len(whole.String) || remarks(half) != "cut_off" {
			t.Errorf("%s: %d of %d bytes, %s", name, n, len(whole.String), remarks(half))
		}
		damaged := bytes.Clone(c.data)
		copy(damaged[len(damaged)/2:], "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09")
		if got, err := c.read(context.Background(), damaged); err == nil && !strings.Contains(remarks(got), "cut_off") || err != nil && app.CodeOf(err) != app.CodeBrokenFile {
			t.Errorf("%s, damaged: %v %s", name, err, remarks(got))
		}
		for i := 0; i < len(c.data); i += len(c.data)/40 + 1 {
			if got, err := c.read(context.Background(), c.data[:i]); err == nil {
				sound(t, got)
			} else if app.CodeOf(err) != app.CodeBrokenFile {
				t.Errorf("%s, %d bytes: %v", name, i, err)
			}
		}
	}
}

func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := DOCX(ctx, docx(t, strings.Repeat(p("x"), 1000), nil)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := ODT(ctx, odt(t, strings.Repeat(op("x"), 1000), "", nil)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A file that stands twice in a zip is read once, the first.
func TestTwice(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, words := range []string{"Först", "Sedan"} {
		f, err := w.Create("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(root("document", "<w:body>"+p(words)+"</w:body>"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := must(t, DOCX, b.Bytes()); got.String != "Först\n" {
		t.Errorf("%q", got.String)
	}
}
