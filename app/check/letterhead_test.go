package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// minutes is an extract with the lines of a letterhead.
func minutes(lines ...string) *app.Matter {
	return &app.Matter{Documents: []app.Document{{Kind: "minutes_extract", Sections: []app.Section{
		{Role: "head", Text: strings.Join(lines, "\n")}, {Role: "item", Heading: "§ 21 Motion om bänkar"}}}}}
}

func TestLabelsOfAForm(t *testing.T) {
	for line, want := range map[string]string{
		"Justerat: 2026-03-12":           "2026-03-12",
		"  Justerat\t2026-03-12":         "2026-03-12",
		"JUSTERAT    den 12 mars":        "den 12 mars",
		"Justerat 2026-03-12":            "2026-03-12",
		"Justerat":                       "",
		"Justerat:":                      "",
		"Justerat av Åke Alm":            "-",
		"Det är justerat: 2026":          "-",
		"Justerat\n2026-03-12":           "2026-03-12",
		"Justerat\nÅke Alm":              "",
		"Justerat\nParagrafer: 1–3":      "",
		"Justerat\nProtokollet\t§ 3":     "",
		"Justerat§":                      "-",
		"Justerat \u00a0: den 1 mars 26": "den 1 mars 26",
	} {
		m := minutes(line)
		r := compiled(t).newRun(m, &m.Documents[0])
		got := "-"
		if x := r.labels([]string{"justerat"}); len(x) > 0 {
			got = x[0].value
		}
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestNumbersOfParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"§ 458":                   "[458]",
		"§§ 450–452, 463":         "[450 451 452 463]",
		"§§ 12-14":                "[12 13 14]",
		"§ 21 Motion om 3 bänkar": "[21]",
		"Motion om bänkar":        "[]",
		"":                        "[]",
		"§ 99999999999999999999":  "[]",
		"§§ 14–12":                "[14]",
	} {
		if got := fmt.Sprint(numbersOf(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if n := len(numbersOf("§§ 1–999999999")); n != 1000 {
		t.Errorf("%d numbers", n)
	}
}

func TestPointsOnTheirLines(t *testing.T) {
	m := opinion("proposal: Nämnden beslutar\natt avslå motionen, samt\n  2. att lämna yttrandet\n- en punkt\n\natten är lång\n")
	r := compiled(t).newRun(m, &m.Documents[0])
	var got []string
	for _, p := range r.linesIn(0, []string{"att "}) {
		got = append(got, fmt.Sprintf("%s %v %v", r.quote(p.place), p.marked, p.numbered))
	}
	want := "att avslå motionen, samt false false|2. att lämna yttrandet true true|- en punkt true false"
	if strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

func TestDatedPapers(t *testing.T) {
	for text, want := range map[string]bool{"Motion, 2026-03-12": true, "Beslut 190417 § 62": true, "Motion, den 3 mars": true, "Yttrande 12/3": true,
		"Motion om bänkar": false, "Bilaga 3": false, "": false} {
		if got := hasDay(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestPapersOverSeveralLines(t *testing.T) {
	for text, want := range map[string]string{
		"- Motion om bänkar\n  i parken, 2026-03-12\n- Yttrande":    "2026-03-12|Yttrande",
		"Motion om bänkar\ni parken, 2026-03-12\nYttrande":          "2026-03-12|Yttrande",
		"Motion om bänkar,\n2026-03-12\n\nYttrande, den 3 maj 2026": "2026-03-12|maj 2026",
		"":  "",
		"-": "-",
	} {
		m := opinion("documents: " + text)
		r := compiled(t).newRun(m, &m.Documents[0])
		var got []string
		for _, p := range r.papersListed(0) {
			got = append(got, p.text[max(0, len(p.text)-10):])
		}
		ends := strings.Split(want, "|")
		if len(got) != len(ends) && want != "" {
			t.Errorf("%q: %q", text, got)
			continue
		}
		for i := range got {
			if !strings.HasSuffix(got[i], ends[i]) && !strings.HasSuffix(ends[i], got[i]) {
				t.Errorf("%q: %q", text, got)
			}
		}
	}
}
