package check

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"yttra/app"
)

// hostile are pieces that texts meant to harm repeat without end.
var hostile = map[string]string{
	"one sentence":   "nämnden föreslår kommunfullmäktige avslå samtycke inte alternativ ",
	"many sentences": "Nämnden föreslår kommunfullmäktige att avslå. Samtliga säger IMY och 5%. ",
	"one word":       "ansiktsigen",
	"one letter":     "å",
	"half a word":    "ansiktsigenkä ",
	"punctuation":    ".,;:!? ",
	"points":         "t.ex. A. 1. ",
	"dots":           ".",
	"digits":         "1",
	"numbers":        "1 000 ",
	"days":           "12 mars 2026 ",
	"quotes":         "” ",
	"brackets":       "”[( ",
	"fields":         "[a] ",
	"eller":          "eller ",
	"commas":         "barn,",
	"reports":        "enligt motionen, ",
	"capitals":       "IMY (GDPR) ",
	"lists":          "a:\n- b\n",
	"divided":        "för-\n",
	"lines":          "Beslut\n\n",
	"pages":          "2 (4)\n",
}

// Sixteen times the text takes about sixteen times as long, not 256. The least of
// several readings is compared, since other work on the machine only adds.
func TestHostileTextsAreReadInTimeThatFollowsTheirLength(t *testing.T) {
	c := compiled(t)
	for name, unit := range hostile {
		short, long := time.Hour, time.Hour
		for try := 0; try < 6 && (try == 0 || tooLong(short, long)); try++ {
			short, long = min(short, c.timed(unit, 1<<14)), min(long, c.timed(unit, 1<<18))
		}
		if tooLong(short, long) {
			t.Errorf("%s: %v, and sixteen times as much %v", name, short, long)
		}
	}
}

// tooLong tells work that grows by the square, 256 times for sixteen times the
// text, from work that follows the length, even on a busy machine.
func tooLong(short, long time.Duration) bool { return long > 80*max(short, time.Millisecond) }

// timed reads and splits a text of so many bytes.
func (c *Checker) timed(unit string, bytes int) time.Duration {
	text := strings.Repeat(unit, bytes/len(unit))
	c.memory = newMemory()
	begin := time.Now()
	c.Run(opinion("assessment: "+text), 0)
	SplitPaper(c.packs, text, "")
	return time.Since(begin)
}

// A paragraph of five megabytes of each kind.
func BenchmarkHostileParagraph(b *testing.B) {
	c := compiled(b)
	for name, unit := range hostile {
		m := opinion("assessment: " + strings.Repeat(unit, 5<<20/len(unit)))
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				c.memory = newMemory()
				c.Run(m, 0)
			}
		})
	}
}

// A rule speaks of a bounded number of places, however many there are.
func TestPlacesAreBounded(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"phrase\"\nphrases = [\"åsna\"]\n")
	n := 0
	for _, f := range c.Run(opinion("assessment: "+strings.Repeat("En åsna. ", 3*maxPlaces)), 0).Findings {
		if f.ID == "TEST-01" {
			n++
		}
	}
	if n != maxPlaces {
		t.Errorf("%d findings", n)
	}
}

// What is remembered says the same as what is read anew, and every place lies in
// its section.
func FuzzRun(f *testing.F) {
	warm := compiled(f)
	cold := compiled(f)
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 3), "assessment")
	}
	f.Add("Motionären menar:\n\n- att barn [vem] ”inte hörs”\n\nIngen analys görs, eftersom DPIA (konsekvensbedömning) saknas. Varför?", "children")
	f.Add("> Citat\n\n| a | 5% |\n# Motionen\nKostnad 1,5 mnkr", "motion_content")
	f.Fuzz(func(t *testing.T, text, role string) {
		m := opinion("head: Kommunen", "assessment: Barnets bästa har prövats.")
		m.Documents[0].Sections = append(m.Documents[0].Sections, app.Section{Role: role, Heading: "Rubrik", Text: text})
		m.Affected = []app.Group{app.Children}
		cold.memory = newMemory()
		a, b := warm.Run(m, 0), cold.Run(m, 0)
		if x, y := told(t, a), told(t, b); x != y {
			t.Fatalf("remembered:\n%s\nanew:\n%s", x, y)
		}
		for _, finding := range a.Findings {
			lies(t, m, finding.ID, finding.Place, finding.Quote)
		}
		for _, res := range a.Criteria {
			for _, e := range res.Evidence {
				lies(t, m, res.ID, e.Place, e.Text)
			}
		}
	})
}

func told(t *testing.T, r Result) string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// lies demands that a place holds what is quoted from it, and cuts no letter.
func lies(t *testing.T, m *app.Matter, id string, p app.Place, quote string) {
	t.Helper()
	if p.Section < 0 || p.Span.Empty() {
		return
	}
	text := m.Documents[0].Sections[p.Section].Text
	if p.Span.Start < 0 || p.Span.End > len(text) || text[p.Span.Start:p.Span.End] != quote {
		t.Fatalf("%s: %q does not lie at %v", id, quote, p)
	}
	if utf8.ValidString(text) && !utf8.ValidString(quote) {
		t.Fatalf("%s cuts a letter: %q", id, quote)
	}
}
