package reading

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"yttra/app"
)

const swedish = "Motion om åkrar, ängar och öar – ”äntligen” … § 5\nÅÄÖ"

func TestDecodeEncodings(t *testing.T) {
	for name, c := range map[string]struct {
		in   []byte
		want Encoding
	}{
		"utf-8":          {[]byte(swedish), UTF8},
		"utf-8 with bom": {[]byte("\xef\xbb\xbf" + swedish), UTF8},
		"utf-16 le bom":  {utf16Bytes("\ufeff"+swedish, binary.LittleEndian), UTF16LE},
		"utf-16 be bom":  {utf16Bytes("\ufeff"+swedish, binary.BigEndian), UTF16BE},
		"utf-16 le":      {utf16Bytes(swedish, binary.LittleEndian), UTF16LE},
		"utf-16 be":      {utf16Bytes(swedish, binary.BigEndian), UTF16BE},
		"windows-1252":   {[]byte("Motion om \xe5krar, \xe4ngar och \xf6ar \x96 \x94\xe4ntligen\x94 \x85 \xa7 5\n\xc5\xc4\xd6"), Windows1252},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Decode(c.in)
			if err != nil || got.String != swedish || got.Encoding != c.want {
				t.Fatalf("%q as %s, %v", got.String, got.Encoding, err)
			}
			i := strings.Index(got.String, "ängar")
			s := got.SourceSpan(app.Span{Start: i, End: i + len("ängar")})
			if part, err := decodePart(c.in, s, c.want); err != nil || part != "ängar" {
				t.Errorf("span %v holds %q, %v", s, part, err)
			}
			if got.Source(len(got.String)) != len(c.in) || got.Source(-5) > 3 {
				t.Error("the ends are not the file's ends")
			}
		})
	}
}

func decodePart(data []byte, s app.Span, e Encoding) (string, error) {
	part := data[s.Start:s.End]
	switch e {
	case UTF16LE:
		return fromUTF16(part, 0, e).String, nil
	case UTF16BE:
		return fromUTF16(part, 0, e).String, nil
	case Windows1252:
		return fromWindows1252(part).String, nil
	}
	t, err := Decode(part)
	return t.String, err
}

func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func TestLineEnds(t *testing.T) {
	in := "ett\r\ntvå\rtre\n\r\nfyra\ffem\u2028sex\r"
	got, err := Decode([]byte(in))
	if err != nil || got.String != "ett\ntvå\ntre\n\nfyra\nfem\nsex\n" {
		t.Fatalf("%q, %v", got.String, err)
	}
	for _, w := range []string{"ett", "två", "tre", "fyra", "fem", "sex"} {
		if i := got.Source(strings.Index(got.String, w)); !strings.HasPrefix(in[i:], w) {
			t.Errorf("%s is said to be at %d", w, i)
		}
	}
}

func TestAlmostUTF8(t *testing.T) {
	got, err := Decode([]byte(strings.Repeat("åäö ", 30) + "slut \xc3"))
	if err != nil || got.Encoding != UTF8 || !strings.HasSuffix(got.String, "slut \ufffd") {
		t.Errorf("%q as %s, %v", got.String, got.Encoding, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	noise := make([]byte, 3000)
	for i := range noise {
		noise[i] = byte(i*7%31 + 1)
	}
	for name, c := range map[string]struct {
		in   string
		code app.Code
		what string
	}{
		"pdf":        {"%PDF-1.7\n%\xe2\xe3", app.CodeNotText, "PDF"},
		"zip":        {"PK\x03\x04 något", app.CodeNotText, "ZIP"},
		"docx":       {"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml", app.CodeNotText, "DOCX"},
		"odt":        {"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", app.CodeNotText, "ODT"},
		"exe":        {"MZ\x90\x00\x03", app.CodeNotText, "EXE"},
		"doc":        {"\xd0\xcf\x11\xe0\xa1\xb1", app.CodeNotText, "DOC"},
		"rtf":        {`{\rtf1\ansi hej}`, app.CodeNotText, "RTF"},
		"png":        {"\x89PNG\r\n", app.CodeNotText, "PNG"},
		"nuls":       {"hej\x00\x00hej\x00då och lite till text", app.CodeNotText, "binary"},
		"controls":   {string(noise), app.CodeNotText, "binary"},
		"empty":      {"", app.CodeEmpty, ""},
		"blank":      {" \r\n\t\u00a0\n", app.CodeEmpty, ""},
		"only a bom": {"\xef\xbb\xbf", app.CodeEmpty, ""},
		"zero width": {"\u200b\ufeff\n", app.CodeEmpty, ""},
		"large":      {strings.Repeat("a", MaxBytes+1), app.CodeTooLarge, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode([]byte(c.in))
			if p := app.ProblemOf(err); p == nil || p.Code != c.code || p.What != c.what {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestAWordThatBeginsAsAProgram(t *testing.T) {
	if got, err := Decode([]byte("MZ-gruppens motion om åkrar")); err != nil || !strings.HasPrefix(got.String, "MZ-") {
		t.Errorf("%q, %v", got.String, err)
	}
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "motion.txt")
	pdf := filepath.Join(dir, "motion.pdf")
	huge := filepath.Join(dir, "stor.txt")
	if err := os.WriteFile(good, []byte(swedish), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pdf, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(50 << 20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if got, err := ReadFile(good); err != nil || got.String != swedish {
		t.Errorf("%q, %v", got.String, err)
	}
	begun := time.Now()
	for path, want := range map[string]struct {
		code app.Code
		what string
	}{
		filepath.Join(dir, "finns-inte.txt"): {app.CodeNoFile, "finns-inte.txt"},
		dir:                                  {app.CodeNoFile, filepath.Base(dir)},
		pdf:                                  {app.CodeNotText, "motion.pdf (PDF)"},
		huge:                                 {app.CodeTooLarge, "stor.txt"},
	} {
		if _, err := ReadFile(path); app.CodeOf(err) != want.code || app.ProblemOf(err).What != want.what {
			t.Errorf("%s: %v", path, err)
		}
	}
	if d := time.Since(begun); d > 30*time.Second {
		t.Errorf("refusing took %v: the large file was read", d)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(swedish))
	f.Add(utf16Bytes("\ufeff"+swedish, binary.LittleEndian))
	f.Add([]byte("\xe5\xe4\xf6 \x94hej\x94\r\n"))
	f.Add([]byte("\xff\xfe\x00\xd8\x41"))
	f.Add([]byte("a\r\r\n\n\x1a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decode(data)
		if err != nil {
			if app.ProblemOf(err) == nil {
				t.Fatalf("a fault without a code: %v", err)
			}
			return
		}
		last := -1
		for i := range got.String {
			s := got.Source(i)
			if s <= last || s >= len(data) {
				t.Fatalf("letter %d is at %d after %d in %d bytes", i, s, last, len(data))
			}
			last = s
		}
		if strings.Contains(got.String, "\r") {
			t.Fatal("a line end is left")
		}
	})
}
