package check

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/spelling"
)

// words is a dictionary with nothing but these words.
func dictionary(t testing.TB, words string) *spelling.Dictionary {
	t.Helper()
	list := strings.Fields(words)
	d, err := spelling.Read([]byte("SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDEND X\nBREAK 2\nBREAK -\nBREAK -$\n"), []byte("99\n"+strings.Join(list, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestMisspeltWords(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"spelling\"\n")
	c.Know(app.Profile{Municipality: "Grönköpings kommun", Words: []string{"knytis"}, Officer: app.Person{Name: "Bo Ek"},
		Bodies: []app.Body{{Name: "Vattunämnden", Signatories: []app.Person{{Name: "Siv Mygg"}}}}})
	text := func(s string) string {
		m := opinion("assessment: " + s)
		m.Title, m.Movers = "Tiggargubbar på torget", []app.Mover{{Name: "Åse Fjälår", Party: "FI"}}
		m.Documents[0].Department = "Tekniska kontoriet"
		return quotes(c.Run(m, 0), "TEST-01")
	}
	if got := text("Ojj vad feel."); got != "" {
		t.Errorf("without a dictionary: %q", got)
	}
	c.Spell(dictionary(t, "det är en fin dag i och med barn på vid säger hon att vi ser till elev elever utbildnings/X frågor/X fel nämnden den första"))
	for in, want := range map[string]string{
		"Det är en finn dag.":                              "finn",
		"Finn dag. En fin dag.":                            "Finn",
		"En finn och finn dag.":                            "finn +1",
		"Finnn dag. Det är Finnn. Det är finnn.":           "finnn", // a name has a capital
		"Vid Grönköping säger Åse Fjälår det.":             "",
		"Fjälår och grönköpings barn och knytiset, knytis": "knytiset",
		"Kontoriet ser tiggargubbar.":                      "",
		"IMY, eID, 3D och 28x ser till LOU:s barn.":        "",
		"Det är t.ex. en dag, jfr. kap. 2.":                "",
		"Se anna.ek@exempel.se eller www.exempel.se/xyz.":  "Se|eller",
		"Hon säger ”xyz abc” och *privacy by design*.":     "",
		"En _xyz_ dag **finn** dag":                        "finn",
		"> xyz abc":                                        "",
		"| Xyz | abc |":                                    "abc",
		"Utbildnings- och barnfrågor":                      "barnfrågor",
		"Det är nämn-\nden och barn.":                      "",
		"Det är nämm-\nden och barn-\noch elev.":           "nämm-\nden",
		"Det är fin\u00ad t.":                              "",
		"We have seen that this works well for everyone.":  "",
		"Knut Hamsson säger det.":                          "",
		"elev-frågor":                                      "",
		"elev-frgor":                                       "elev-frgor",
		"Elev/eleverr":                                     "eleverr",
		"":                                                 "",
	} {
		if got := text(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	c.Spell(nil)
	if got := text("Ojj vad feel."); got != "" {
		t.Errorf("the dictionary was taken away: %q", got)
	}
}

func TestTermsOfThePacks(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"spelling\"\n")
	c.Spell(dictionary(t, "det är en chatt"))
	c.speller.terms = spelling.NewList([]string{"padelbana"})
	if got := quotes(c.Run(opinion("assessment: Det är en padelbana. Det är en padelbaana."), 0), "TEST-01"); got != "padelbaana" {
		t.Errorf("%q", got)
	}
}

func TestSuggestionsAreLookedForWhenAsked(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"spelling\"\n")
	c.Spell(dictionary(t, "nämnden säger nej"))
	fs := findings(c.Run(opinion("assessment: Nämmnden säger nej."), 0), "TEST-01")
	if len(fs) != 1 || fs[0].Mend != "" || fs[0].Word != "nämmnden" {
		t.Fatalf("%+v", fs)
	}
	for range 2 {
		if got := c.Mends(fs[0]); !slices.Equal(got, []string{"Nämnden"}) {
			t.Errorf("%q", got)
		}
	}
	c.Spell(nil)
	if got := c.Mends(fs[0]); got != nil {
		t.Errorf("%q without a dictionary", got)
	}
}

// A paragraph of five megabytes, without a word in it that is right, returns.
func TestManyMisspeltWordsReturn(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"spelling\"\n")
	c.Spell(dictionary(t, "nämnden"))
	for _, s := range []string{"xyz ", "”xyz” ", "*x* ", "a@b ", "xyz-\n"} {
		c.Run(opinion("assessment: "+strings.Repeat(s, 1<<20/len(s))), 0)
	}
}

// What spelling costs in a document of 28 pages: the words are met for the first
// time, or one paragraph has changed.
func BenchmarkSpelling28Pages(b *testing.B) {
	d, err := spelling.Load(spelling.Here().Folders())
	if err != nil {
		b.Skip(err)
	}
	c, m := compiled(b), longMatter(b)
	for b.Loop() {
		c.Spell(d)
		c.Run(m, 0)
	}
}

func BenchmarkSpellingOneParagraph(b *testing.B) {
	d, err := spelling.Load(spelling.Here().Folders())
	if err != nil {
		b.Skip(err)
	}
	c, m := compiled(b), longMatter(b)
	c.Spell(d)
	s := &m.Documents[0].Sections[3]
	before, n := s.Text, 0
	for b.Loop() {
		n++
		s.Text = before + "Nämnden bedömer efter " + strings.Repeat("x", n%30) + " dagar att åtgärden inte är proportionerlig."
		c.Run(m, 0)
	}
}

// A word of one's own is taken at once, also when it has been asked for before.
func TestOwnWordIsTakenAtOnce(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"spelling\"\n")
	c.Spell(dictionary(t, "det är en"))
	m := opinion("assessment: Det är en knytis.")
	if got := quotes(c.Run(m, 0), "TEST-01"); got != "knytis" {
		t.Errorf("%q", got)
	}
	for words, want := range map[string]string{"knytis": "", "annat": "knytis"} {
		c.Know(app.Profile{Words: []string{words}})
		if got := quotes(c.Run(m, 0), "TEST-01"); got != want {
			t.Errorf("with %q: %q", words, got)
		}
	}
}
