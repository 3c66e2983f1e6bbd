package incoming

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"yttra/app/intake"
	"yttra/app/reading"
	"yttra/app/reading/office"
	"yttra/app/reading/readingtest"
)

// A motion that was pasted into Word says what it said: with every line as a paragraph,
// and with line breaks typed by hand, as converters and people make them.
func TestPastedIntoWordSaysTheSame(t *testing.T) {
	for shape, between := range map[string]string{"paragraphs": `</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">`, "breaks": `</w:t><w:br/><w:t xml:space="preserve">`} {
		same, all := 0, 0
		for _, m := range readingtest.Motions(t) {
			text, err := reading.Decode([]byte(m.Paper))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := xml.EscapeText(&b, []byte(strings.ReplaceAll(strings.TrimSpace(text.String), "\f", "\n"))); err != nil {
				t.Fatal(err)
			}
			words := strings.NewReplacer("&#xA;", between, "&#x9;", `</w:t><w:tab/><w:t xml:space="preserve">`).Replace(b.String())
			got, err := office.DOCX(t.Context(), asWord(t, `<w:p><w:r><w:t xml:space="preserve">`+words+`</w:t></w:r></w:p>`))
			if err != nil {
				t.Fatal(err)
			}
			all++
			if have, want := said(intake.Motion(got)), said(intake.Motion(text)); have == want {
				same++
			} else if os.Getenv("YTTRA_SHOW") != "" {
				t.Logf("%s %s:\n%s\nwant:\n%s\nof:\n%s", shape, m.Name, have, want, got.String)
			}
		}
		t.Logf("%s: %d of %d say the same", shape, same, all)
		if same*100 < all*95 {
			t.Errorf("%s: only %d of %d", shape, same, all)
		}
	}
}

func asWord(t *testing.T, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err == nil {
		_, err = f.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
