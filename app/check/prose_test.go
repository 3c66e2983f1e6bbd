package check

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/language"
)

// prose makes invented text of the words and sentences in testdata/prose.txt: as
// many different words as in real papers, of many subjects, the same every time.
type prose struct {
	words     map[string][]string
	sentences []string
	random    *rand.Rand
}

func newProse(t testing.TB) *prose {
	t.Helper()
	data, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	lists, sentences, ok := strings.Cut(string(data), "---\n")
	if !ok {
		t.Fatal("prose.txt has no line of dashes")
	}
	p := &prose{words: map[string][]string{}, random: rand.New(rand.NewPCG(1, 2)), sentences: strings.Split(strings.TrimSpace(sentences), "\n")}
	for line := range strings.Lines(lists) {
		if name, all, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			p.words[name] = strings.Fields(all)
		}
	}
	return p
}

func (p *prose) one(list string) string {
	all := p.words[list]
	return strings.ReplaceAll(all[p.random.IntN(len(all))], "~", " ")
}

// sentence fills in a sentence, mark by mark from the left.
func (p *prose) sentence() string {
	rest := p.sentences[p.random.IntN(len(p.sentences))]
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(rest, "<")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		mark, after, _ := strings.Cut(after, ">")
		switch rest = after; mark {
		case "N":
			b.WriteString(strconv.Itoa(2 + p.random.IntN(900)))
		case "A":
			b.WriteString(strings.TrimSpace(p.one("heads")) + p.one("tails"))
		default:
			b.WriteString(p.one(map[string]string{"P": "places", "V": "verbs", "J": "adjectives", "M": "months", "S": "nouns", "O": "villages", "D": "acts"}[mark]))
		}
	}
}

// text is so many bytes of paragraphs of three to five sentences.
func (p *prose) text(bytes int) string {
	var b strings.Builder
	for b.Len() < bytes {
		for range 3 + p.random.IntN(3) {
			b.WriteString(p.sentence() + " ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// longMatter is an invented opinion of some 28 pages, 58 kB, about cameras and
// recognition of faces and much else.
func longMatter(t testing.TB) *app.Matter {
	p := newProse(t)
	d := app.Document{ID: "d", Kind: "opinion", Level: app.Committee, Date: "2026-03-12"}
	for _, role := range []string{"summary", "motion_content", "assessment", "assessment", "assessment", "children", "privacy", "economy"} {
		d.Sections = append(d.Sections, app.Section{Role: role, Heading: role, Text: p.text(58 << 10 / 8)})
	}
	return &app.Matter{Title: "Ansiktsigenkänning vid skolornas entréer", Measures: []app.Measure{app.Biometrics, app.Cameras},
		Affected: []app.Group{app.Children}, Purchase: true, Documents: []app.Document{d},
		Claims: []app.Claim{{Text: "att kommunen prövar ansiktsigenkänning", Decision: app.Reject}}}
}

// The measured text has about as many different words as real papers have: 441 in
// the first thousand of the five sources, 1,116 in the first 3,500.
func TestProseIsAsVariedAsPapers(t *testing.T) {
	var all strings.Builder
	for _, s := range longMatter(t).Documents[0].Sections {
		all.WriteString(s.Text)
	}
	words := language.Read(all.String()).Words
	if all.Len() < 58<<10 || len(words) < 7000 {
		t.Fatalf("%d bytes, %d words", all.Len(), len(words))
	}
	for n, want := range map[int]int{1000: 440, 3500: 1100, 7000: 1600} {
		types := map[string]bool{}
		for _, w := range words[:n] {
			types[w.Fold] = true
		}
		if len(types) < want {
			t.Errorf("%d different words in %d, want %d", len(types), n, want)
		}
	}
}
