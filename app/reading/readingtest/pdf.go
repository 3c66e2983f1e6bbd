package readingtest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// PDF puts one together of the bodies of its objects, from number 1 on; the first is
// its catalog.
func PDF(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

// Stream is the body of an object that holds bytes.
func Stream(dict, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// OnePage is a PDF of one page of A4 with a content, in Helvetica (F1) and bold (F2).
// more goes into the dictionary of the page.
func OnePage(content, more string) []byte {
	return PDF("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R /F2 6 0 R>>>> "+more+">>",
		Stream("", content),
		Plain, Bold)
}

// Plain and Bold are fonts that every reader of PDF has.
const (
	Plain = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
	Bold  = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding>>"
)

// Zeros are a bomb: the zlib stream of so many million zeros, a thousandth as large.
func Zeros(million int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	part := make([]byte, 1<<20)
	_, _ = w.Write(part)
	_ = w.Flush()
	head := b.Len()
	_, _ = w.Write(part)
	_ = w.Flush()
	block := bytes.Clone(b.Bytes()[head:]) // what follows zeros: the same again and again
	for range million - 2 {
		b.Write(block)
	}
	b.WriteString("\x03\x00") // the last block, empty; no reader waits for the sum
	return b.String()
}

// Pages is a PDF of pages of A4, with the lines of each in Helvetica.
func Pages(pages ...[]string) []byte {
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", "", Plain}
	var kids strings.Builder
	for _, lines := range pages {
		var c strings.Builder
		c.WriteString("BT /F1 11 Tf 70 770 Td 14 TL ")
		for _, line := range lines {
			latin, _ := charmap.Windows1252.NewEncoder().String(line)
			fmt.Fprintf(&c, "(%s) Tj T* ", strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(latin))
		}
		c.WriteString("ET")
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F1 3 0 R>>>>>>", n+1), Stream("", c.String()))
	}
	objects[1] = fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", kids.String(), len(pages))
	return PDF(objects...)
}
