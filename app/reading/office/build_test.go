package office

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"` +
	` xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`

const openSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"`

// parts are the files of a package by name.
type parts map[string]string

func (p parts) zip(t testing.TB) []byte { return p.packed(t, zip.Deflate) }

func (p parts) packed(t testing.TB, method uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = f.Write([]byte(p[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// root makes a part of Word's of elements.
func root(name, inner string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:` + name + ` ` + wordSpaces + `>` + inner + `</w:` + name + `>`
}

// docx makes a Word file of what stands in its body, and further parts.
func docx(t testing.TB, body string, more parts) []byte {
	t.Helper()
	return wordParts(body, more).zip(t)
}

func wordParts(body string, more parts) parts {
	p := parts{"word/document.xml": root("document", "<w:body>"+body+"</w:body>")}
	maps.Copy(p, more)
	return p
}

// odt makes an OpenDocument text of what stands in its text, and its automatic styles.
func odt(t testing.TB, text, styles string, more parts) []byte {
	t.Helper()
	return openParts(text, styles, more).zip(t)
}

func openParts(text, styles string, more parts) parts {
	p := parts{"mimetype": "application/vnd.oasis.opendocument.text",
		"content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + openSpaces + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + text + `</office:text></office:body></office:document-content>`}
	maps.Copy(p, more)
	return p
}

func readWord(t testing.TB, body string, more parts) reading.Text {
	t.Helper()
	return must(t, DOCX, docx(t, body, more))
}

func readOpen(t testing.TB, text, styles string, more parts) reading.Text {
	t.Helper()
	return must(t, ODT, odt(t, text, styles, more))
}

func must(t testing.TB, read func(context.Context, []byte) (reading.Text, error), data []byte) reading.Text {
	t.Helper()
	got, err := read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, got)
	return got
}

// sound holds a text against what always holds.
func sound(t testing.TB, got reading.Text) {
	t.Helper()
	at := 0
	for _, b := range got.Blocks {
		if b.Span.Start < at || b.Span.End <= b.Span.Start || b.Span.End > len(got.String) || strings.Contains(got.String[b.Span.Start:b.Span.End], "\n") {
			t.Fatalf("block %+v in %d bytes, after %d", b, len(got.String), at)
		}
		at = b.Span.End
	}
	for _, r := range got.Remarks {
		if r.Start < 0 || r.End < r.Start || r.End > len(got.String) {
			t.Fatalf("remark %+v in %d bytes", r, len(got.String))
		}
	}
}

// remarks writes remarks as they are compared: code, number, words of the text and of
// the file, and whose.
func remarks(got reading.Text) string {
	var out []string
	for _, r := range got.Remarks {
		s := string(r.Code)
		for _, more := range []string{strings.TrimSpace(strings.Repeat("I", r.N)), got.String[r.Start:r.End], r.What, r.By} {
			if more != "" {
				s += ":" + more
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// kinds writes what the paragraphs are: "h1 p i2 c1".
func kinds(got reading.Text) string {
	var out []string
	for _, b := range got.Blocks {
		s := string(b.Kind)[:1]
		if b.Kind == reading.Footnote {
			s = "n"
		}
		if b.Level > 0 {
			s += string(rune('0' + b.Level))
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// p makes paragraphs of Word's, of plain words.
func p(words ...string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(`<w:p>` + r(w) + `</w:p>`)
	}
	return b.String()
}

func r(words string) string {
	words = strings.ReplaceAll(words, "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
	return `<w:r><w:t xml:space="preserve">` + strings.ReplaceAll(words, "\n", `</w:t><w:br/><w:t xml:space="preserve">`) + `</w:t></w:r>`
}

// styled makes a paragraph with properties.
func styled(props, words string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr>` + r(words) + `</w:p>`
}

func codeOf(err error) app.Code { return app.CodeOf(err) }
