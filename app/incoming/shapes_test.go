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

// The shapes that templates and people give a motion in Word: it asks for the same and
// is moved by the same whatever shape it has.
func TestShapesOfWord(t *testing.T) {
	p := func(words ...string) string {
		var b strings.Builder
		for _, w := range words {
			w = strings.NewReplacer("\t", `</w:t><w:tab/><w:t xml:space="preserve">`, "\n", `</w:t><w:br/><w:t xml:space="preserve">`).Replace(w)
			b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + w + `</w:t></w:r></w:p>`)
		}
		return b.String()
	}
	rows := func(lines bool, rows ...[]string) string {
		s := `<w:tbl>`
		if lines {
			s += `<w:tblPr><w:tblBorders><w:left w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>`
		}
		for _, r := range rows {
			s += `<w:tr>`
			for _, c := range r {
				s += `<w:tc>` + c + `</w:tc>`
			}
			s += `</w:tr>`
		}
		return s + `</w:tbl>`
	}
	box := func(inner string) string {
		return `<w:p><w:r><w:pict><w:txbxContent>` + inner + `</w:txbxContent></w:pict></w:r></w:p>`
	}
	title := p("Motion om fler bänkar i parken", "")
	text := p("Många äldre vill kunna vila på vägen genom parken. I dag finns det få bänkar, och de som finns är slitna.", "Därför yrkar vi", "")
	claims := p("att kommunen ställer ut fler bänkar i stadsparken,", "att nämnden får i uppdrag att laga de bänkar som finns.")
	signed := p("", "Exempelstad den 3 mars 2026", "", "Åsa Öst (V)", "Bo Ekman (S)")
	for name, body := range map[string]string{
		"plain":                   title + text + claims + signed,
		"one cell":                rows(true, []string{title + text + claims + signed}),
		"breaks":                  title + text + p("att kommunen ställer ut fler bänkar i stadsparken,\natt nämnden får i uppdrag att laga de bänkar som finns.") + signed,
		"all in one paragraph":    title + p("Många äldre vill kunna vila på vägen genom parken. I dag finns det få bänkar, och de som finns är slitna.\n\nDärför yrkar vi\natt kommunen ställer ut fler bänkar i stadsparken,\natt nämnden får i uppdrag att laga de bänkar som finns.") + signed,
		"typed dashes":            title + text + p("–\tatt kommunen ställer ut fler bänkar i stadsparken,", "–\tatt nämnden får i uppdrag att laga de bänkar som finns.") + signed,
		"typed numbers":           title + text + p("1.\tatt kommunen ställer ut fler bänkar i stadsparken,", "2.\tatt nämnden får i uppdrag att laga de bänkar som finns.") + signed,
		"att in the margin":       title + text + p("att\tkommunen ställer ut fler bänkar i stadsparken,", "att\tnämnden får i uppdrag att laga de bänkar som finns.") + signed,
		"signatures in a table":   title + text + claims + p("", "Exempelstad den 3 mars 2026") + rows(false, []string{p("Åsa Öst"), p("Bo Ekman")}, []string{p("Vänsterpartiet"), p("Socialdemokraterna")}),
		"signatures in cells":     title + text + claims + p("", "Exempelstad den 3 mars 2026") + rows(false, []string{p("______", "Åsa Öst", "Vänsterpartiet"), p("______", "Bo Ekman", "Socialdemokraterna")}),
		"signatures with tabs":    title + text + claims + p("", "Exempelstad den 3 mars 2026", "", "Åsa Öst\t\t\tBo Ekman", "Vänsterpartiet\t\tSocialdemokraterna"),
		"a letterhead":            rows(false, []string{p("Vänsterpartiet", "Exempelstad"), p("MOTION", "2026-03-03")}) + title + text + claims + signed,
		"a form":                  rows(true, []string{p("Rubrik"), p("Motion om fler bänkar i parken")}, []string{p("Bakgrund"), text}, []string{p("Yrkande"), claims}) + signed,
		"claims in rows":          title + text + rows(true, []string{p("1."), p("att kommunen ställer ut fler bänkar i stadsparken,")}, []string{p("2."), p("att nämnden får i uppdrag att laga de bänkar som finns.")}) + signed,
		"claims in rows, no line": title + text + rows(false, []string{p("att"), p("kommunen ställer ut fler bänkar i stadsparken,")}, []string{p("att"), p("nämnden får i uppdrag att laga de bänkar som finns.")}) + signed,
		"one label, one claim":    title + text + rows(true, []string{p("Vi yrkar"), p("att kommunen ställer ut fler bänkar i stadsparken,")}, []string{p(""), p("att nämnden får i uppdrag att laga de bänkar som finns.")}) + signed,
		"a title in a box":        box(p("Motion om fler bänkar i parken")) + text + claims + signed,
		"a date in a box":         box(p("2026-03-03", "Dnr KS 2026/12")) + title + text + claims + signed,
	} {
		t.Run(name, func(t *testing.T) {
			got, err := office.DOCX(t.Context(), asWord(t, body))
			if err != nil {
				t.Fatal(err)
			}
			proposal := intake.Motion(got)
			var have []string
			for _, c := range proposal.Claims {
				have = append(have, strings.TrimRight(strings.TrimPrefix(c.Value, "att "), ".,"))
			}
			for _, m := range proposal.Movers {
				have = append(have, m.Name.Value+" ("+m.Party.Value+")")
			}
			if want := "kommunen ställer ut fler bänkar i stadsparken; nämnden får i uppdrag att laga de bänkar som finns; Åsa Öst (V); Bo Ekman (S)"; strings.Join(have, "; ") != want || !strings.Contains(strings.ToLower(proposal.Title.Value), "bänkar i parken") {
				t.Errorf("%q: %q\n%s", proposal.Title.Value, have, got.String)
			}
		})
	}
}
