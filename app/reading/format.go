package reading

import (
	"bytes"

	"yttra/app"
)

// signatures are the first bytes of files that are told from a text by them.
var signatures = []struct {
	prefix string
	format app.Format
}{
	{"PK\x03\x04", "zip"}, {"MZ", "exe"}, {"\x7fELF", "elf"}, {"{\\rtf", app.RTF},
	{"\xd0\xcf\x11\xe0", "doc"}, {"\x89PNG", "png"}, {"\xff\xd8\xff", "jpeg"}, {"GIF8", "gif"}, {"II*\x00", "tiff"}, {"MM\x00*", "tiff"},
	{"x\x9f>\"", "tnef"}, {"\x1f\x8b", "gzip"}, {"7z\xbc\xaf", "7z"}, {"Rar!", "rar"}, {"SQLite format 3", "sqlite"},
	{"\xff\xfe\x00\x00", "utf-32"}, {"\x00\x00\xfe\xff", "utf-32"},
}

// headOfPDF is how far into a file the mark of a PDF may stand: mail programs and
// scanners put bytes before it.
const headOfPDF = 1024

// Sniff tells what a file is by its bytes, whatever its name says: one of the formats
// of app, the name of another ("zip", "exe", "png" …), or app.PlainText for what looks like
// none of them. HTML, letters and Markdown are texts to it: those are told by Format.
func Sniff(data []byte) app.Format {
	head := data[:min(len(data), 4096)]
	if i := bytes.Index(head[:min(len(head), headOfPDF)], []byte("%PDF-")); i >= 0 {
		return app.PDF
	}
	for _, s := range signatures {
		if !bytes.HasPrefix(data, []byte(s.prefix)) {
			continue
		}
		switch {
		case s.format == "exe" && bytes.IndexByte(head, 0) < 0: // a text may begin with MZ
			continue
		case s.format == "zip":
			return inZip(data)
		case s.format == "doc" && bytes.Contains(data, utf16le("__substg1.0_")):
			return "msg"
		case s.format == "doc" && bytes.Contains(data, utf16le("EncryptedPackage")): // MS-OFFCRYPTO 2.3.4.4
			return Locked
		}
		return s.format
	}
	if bytes.Contains(head, []byte("<office:document")) && bytes.Contains(head, []byte("opendocument:xmlns:text")) {
		return app.ODT // flat
	}
	return app.PlainText
}

// Locked is what a Word file that only opens with a password is to Sniff.
const Locked app.Format = "locked"

// utf16le is how the names in such a file are written.
func utf16le(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// inZip tells Word and OpenDocument files from other zips by the names in them, which
// stand at their beginning and, all of them, at their end.
func inZip(data []byte) app.Format {
	head, tail := data[:min(len(data), 1<<16)], data[max(0, len(data)-1<<16):]
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) || bytes.Contains(tail, []byte(s)) }
	switch {
	case bytes.Contains(head, []byte("application/vnd.oasis.opendocument.text")):
		return app.ODT
	case has("word/document"):
		return app.DOCX
	}
	return "zip"
}
