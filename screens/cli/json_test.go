package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"yttra/app"
	"yttra/screens/cli"
)

const paperText = `Yttrande

Datum
2026-03-12

Till
Kommunstyrelsen

Yttrande över motion av Åsa Öberg (FE) om kameror vid Norra skolan

Sammanfattning

Nämnden föreslår att motionen avslås. 🙂

Bedömning

Eleverna lämnar sitt samtycke. Kamerorna köps in för 35 000 kronor.

Barnets bästa

Nämnden har prövat barnets bästa och bedömer att intrånget blir för stort.
`

// Offsets are bytes in the file that was given, whatever its letters are stored
// as: the words cut out of the file are the words that were reported.
func TestOffsetsAreBytesInTheFile(t *testing.T) {
	latin, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(paperText, "🙂", ""))
	if err != nil {
		t.Fatal(err)
	}
	crlf := strings.ReplaceAll(paperText, "\n", "\r\n")
	for name, c := range map[string]struct {
		data   []byte
		decode func([]byte) string
	}{
		"utf-8":        {[]byte(paperText), func(b []byte) string { return string(b) }},
		"bom":          {[]byte("\ufeff" + paperText), func(b []byte) string { return string(b) }},
		"crlf":         {[]byte(crlf), func(b []byte) string { return string(b) }},
		"windows-1252": {[]byte(latin), func(b []byte) string { s, _ := charmap.Windows1252.NewDecoder().String(string(b)); return s }},
		"utf-16":       {utf16le(paperText), fromUTF16},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "paper.txt", c.data)
			checkOffsets(t, path, c.data, c.decode)
		})
	}
}

func TestOffsetsInAMatterFile(t *testing.T) {
	m := &app.Matter{Title: "Kameror", Measures: []app.Measure{app.Cameras}, Affected: []app.Group{app.Children}, Documents: []app.Document{{
		ID: "a", Kind: "opinion", Sections: []app.Section{
			{Role: "summary", Heading: "Sammanfattning", Text: "Nämnden säger \"nej\".\n\nDet är så."},
			{Role: "assessment", Heading: "Bedömning", Text: "Rad ett är kort.\n\nEleverna lämnar sitt samtycke till kamerorna.\n\nBarnets bästa har prövats: intrånget blir för stort för eleverna."},
		},
	}}}
	data, err := app.EncodeMatter(m)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ReplaceAll(data, []byte("å"), []byte(`\u00e5`))
	path := write(t, "matter.json", data)
	checkOffsets(t, path, data, func(b []byte) string {
		var s string
		if err := json.Unmarshal([]byte(`"`+string(b)+`"`), &s); err != nil {
			t.Errorf("%q is no piece of a JSON text: %v", b, err)
		}
		return s
	})
}

func checkOffsets(t *testing.T, path string, data []byte, decode func([]byte) string) {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &out, Err: &errs}, []string{"check", path, "--kind", "opinion", "--format", "json"})
	if code != cli.Stopping {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	var r cli.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	cut := func(what string, start, end int, text string) {
		if start < 0 || end > len(data) || start >= end {
			t.Errorf("%s: %d–%d is outside the file", what, start, end)
			return
		}
		got := strings.ReplaceAll(decode(data[start:end]), "\r\n", "\n")
		if got != text {
			t.Errorf("%s: the file says %q there, not %q", what, got, text)
		}
	}
	seen := 0
	for _, f := range r.Findings {
		if f.End > 0 {
			cut(f.ID, f.Start, f.End, f.Text)
			seen++
		}
	}
	for _, c := range r.Criteria {
		for _, e := range c.Evidence {
			cut(c.ID, e.Start, e.End, e.Text)
			seen++
		}
	}
	if seen < 3 {
		t.Errorf("only %d places were reported", seen)
	}
	if r.Checked.Packs == "" || r.Checked.Packs != r.Pack || r.Checked.Program == "" || !r.Checked.On.Valid() {
		t.Errorf("checked by %+v", r.Checked)
	}
	if !strings.Contains(out.String(), `"id": "PROP-BARN-01"`) {
		t.Error("children are affected, but the criterion does not apply")
	}
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func utf16le(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func fromUTF16(b []byte) string {
	var us []uint16
	for i := 0; i+1 < len(b); i += 2 {
		us = append(us, uint16(b[i])|uint16(b[i+1])<<8)
	}
	return string(utf16.Decode(us))
}
