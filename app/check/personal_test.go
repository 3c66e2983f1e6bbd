package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// findingsOf gives "ID severity: words" of a document's findings on personal data.
func findingsOf(r Result) string {
	var out []string
	for _, f := range r.Findings {
		if f.Personal {
			text := f.ID + " " + string(f.Severity) + ": " + f.Quote
			if f.Waived != "" {
				text += " (" + f.Waived + ")"
			}
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}

func TestPersonalDataBySeverity(t *testing.T) {
	c := compiled(t)
	for name, m := range map[string]struct {
		text     string
		children bool
		level    int
		want     string
	}{
		"a home":                    {"Hon bor på Storgatan 12.", false, 0, "PII-ADR-01 serious: Storgatan 12"},
		"a home, level 1":           {"Hon bor på Storgatan 12.", true, 1, "PII-ADR-01 blocking: Storgatan 12"},
		"a school, level 3":         {"Skolan ligger på Storgatan 12.", true, 3, "PII-ADR-01 serious: Storgatan 12"},
		"a number, level 2":         {"Eleven nås på 070-123 45 67.", true, 2, "PII-TEL-01 note: 070-123 45 67"},
		"a number, as the profile":  {"Eleven nås på 070-123 45 67.", true, 0, "PII-TEL-01 blocking: 070-123 45 67"},
		"a parent":                  {"Mamman Lena Testsson har klagat.", false, 0, "PII-NAME-02 serious: Lena Testsson"},
		"a child's parent, level 2": {"Pojkens mamma Lena Testsson har klagat.", true, 2, "PII-NAME-02 blocking: Lena Testsson"},
		"a child's parent, level 1": {"Pojkens mamma Lena Testsson har klagat.", true, 1, "PII-NAME-02 serious: Lena Testsson"},
		"land in a plan":            {"Planen gäller Backa 12:3.", false, 0, "PII-FAST-01 note: Backa 12:3"},
		"land near children":        {"Planen gäller Backa 12:3.", true, 0, "PII-FAST-01 serious: Backa 12:3"},
		"a class at a school":       {"Försöket på Lindskolan gällde 22 elever i en klass.", true, 0, "PII-CLASS-01 note: 22 elever"},
		"a table":                   {"| Elev | Nummer |\n|---|---|\n| Elias Berg | 900101-9802 |", false, 0, "PII-NAME-01 blocking: Elias Berg\nPII-PNR-01 blocking: 900101-9802"},
		"a footnote":                {"Se noten.[^1]\n\n[^1]: Anmälarens nummer är 900101−9802.", false, 0, "PII-PNR-01 blocking: 900101−9802"},
		"a heading":                 {"## Ansökan från 900101-9802\n\nText.", false, 0, "PII-PNR-01 blocking: 900101-9802"},
		"over a line end":           {"Numret är 900101-\n9802 i registret.", false, 0, "PII-PNR-01 blocking: 900101-\n9802"},
	} {
		matter := opinion("assessment: " + m.text)
		matter.Protection = m.level
		if m.children {
			matter.Affected = []app.Group{app.Children}
		}
		if got := findingsOf(c.Run(matter, 0)); got != m.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, m.want)
		}
	}
}

// Those who act for a body, and what the profile lets stand, are known in every
// paper of the matter.
func TestKnownInTheMatter(t *testing.T) {
	c := compiled(t)
	m := opinion("summary: Göran Testsson vill ha kameror, och Lena Ek bereder.", "assessment: Ring 070-123 45 67. Skriv till a@kommun.exempel.se. Xenia Ros hörs.",
		"signatures: Bo Lind\n070-765 43 21")
	if got := findingsOf(c.Run(m, 0)); got != "PII-NAME-02 serious: Göran Testsson\nPII-NAME-02 serious: Lena Ek\nPII-TEL-01 note: 070-123 45 67\nPII-MAIL-01 note: a@kommun.exempel.se\nPII-NAME-02 serious: Xenia Ros" {
		t.Errorf("nobody is known:\n%s", got)
	}
	m.Movers = []app.Mover{{Name: "Göran Testsson", Party: "FE"}}
	m.Documents[0].Officers = []app.Person{{Name: "Lena Ek"}}
	m.Motion = &app.Source{Text: "Xenia Ros (M) yrkar."}
	c.Know(app.Profile{Known: []string{"@kommun.exempel.se", "070-123 45 67"}})
	defer c.Know(app.Profile{})
	if got := findingsOf(c.Run(m, 0)); got != "" {
		t.Errorf("all are known:\n%s", got)
	}
}

func TestPersonalDataIsAcceptedEverywhere(t *testing.T) {
	c := compiled(t)
	m := opinion("assessment: Göran Testsson har klagat.\n\nFörvaltningen har träffat Göran Testsson. Göran Testssons tomt är stor.")
	once := app.Answer{Criterion: "PII-NAME-02", State: app.Waived, Sentence: "Göran Testsson har klagat.", Words: "Göran Testsson", Reason: "Känd debattör.", By: "Ada Ek", On: "2026-11-22"}
	for name, a := range map[string]struct {
		all    bool
		reason string
		want   int
	}{"here": {false, "Känd debattör.", 1}, "everywhere": {true, "Känd debattör.", 3}, "without a reason": {true, " ", 0}} {
		answer := once
		answer.All, answer.Reason = a.all, a.reason
		m.Answers = []app.Answer{answer}
		r := c.Run(m, 0)
		if got := strings.Count(findingsOf(r), "(Känd debattör.)"); got != a.want {
			t.Errorf("%s: %d accepted, want %d", name, got, a.want)
		}
		if want := a.want > 0; len(r.Approved) == 1 != want {
			t.Errorf("%s: approved %+v", name, r.Approved)
		}
		if web := strings.Contains(findingsOf(r), "PII-KAL-01/web serious"); web != (a.want > 0) {
			t.Errorf("%s: the web copy is spoken of: %v", name, web)
		}
	}
	m.Documents[0].Sections[0].Text = "Ingen nämns."
	if got := findingsOf(c.Run(m, 0)); got != "" {
		t.Errorf("what was accepted is gone: %s", got)
	}
}

func TestPersonalDataInTheOriginalAndTheTitle(t *testing.T) {
	c := compiled(t)
	m := opinion("assessment: Nämnden svarar.")
	m.Motion = &app.Source{Text: "Eleven Elias Berg i 4B slogs. Ring mig på 070-123 45 67.\n\nGöran Testsson (M)"}
	if got := findingsOf(c.Run(m, 0)); got != "PII-BIL-01/original serious: " {
		t.Errorf("the original: %s", got)
	}
	for _, f := range c.Run(m, 0).Findings {
		if f.Personal && (!strings.Contains(f.Why, "”Elias Berg”") || !strings.Contains(f.Why, "1 stycken")) {
			t.Errorf("says %q", f.Why)
		}
	}
	m.Motion, m.Title = nil, "Eleven Elias Bergs skolskjuts"
	if got := findingsOf(c.Run(m, 0)); got != "PII-META-01/title blocking: " {
		t.Errorf("a child in the title: %s", got)
	}
	m.Title = "Medborgarförslag från Göran Testsson om en bänk"
	if got := findingsOf(c.Run(m, 0)); got != "PII-META-01/title serious: " {
		t.Errorf("a person in the title: %s", got)
	}
	m.Documents[0].Title = "Svar om en bänk" // the matter's own title is the subject of the file
	if got := findingsOf(c.Run(m, 0)); got != "PII-META-01/title serious: " {
		t.Errorf("a person in the subject: %s", got)
	}
	m.Title = "Motion av Göran Testsson (M) om en bänk"
	if got := findingsOf(c.Run(m, 0)); got != "" {
		t.Errorf("a politician in the title: %s", got)
	}
}

// The real papers hold one telephone number of an official, in the head: nothing
// on personal data may be said of any of them.
func TestPersonalDataInSources(t *testing.T) {
	for _, name := range []string{"000-norrkoping-armband.txt", "001-malmo-yttrande.txt", "002-malmo-protokollsutdrag.txt", "003-stockholm-tjansteutlatande.txt", "004-helsingborg-skyddade-uppgifter.txt"} {
		_, m, r := checkedSource(t, name)
		if got := findingsOf(r); got != "" && got != "PII-TEL-01 note: 08-50833750" {
			t.Errorf("%s: %s", name, got)
		}
		m.Affected, m.Measures = []app.Group{app.Children}, append(slices.Clone(m.Measures), app.Protected)
		if got := findingsOf(compiled(t).Run(m, 0)); strings.Contains(got, "blocking") || strings.Contains(got, "serious") {
			t.Errorf("%s at the highest level: %s", name, got)
		}
	}
}

// The invented papers name politicians and officials; nothing in them stops.
func TestPersonalDataInPapers(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "papers", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no papers", err)
	}
	c := compiled(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := SplitPaper(c.packs, string(data), "")
		m := &app.Matter{Documents: []app.Document{d}, Affected: []app.Group{app.Children}}
		if got := findingsOf(c.Run(m, 0)); got != "" {
			t.Errorf("%s: %s", filepath.Base(file), got)
		}
	}
}
