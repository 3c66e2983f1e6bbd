package check

import (
	"fmt"
	"testing"

	"yttra/app/spelling"
)

// Every rule runs, and spelling with it when this computer has a dictionary.
// Nothing is remembered from before: neither paragraphs nor words.
func BenchmarkCheckWhole28Pages(b *testing.B) {
	p, m, d := loadPacks(b), longMatter(b), computersDictionary()
	words := 0
	for b.Loop() {
		b.StopTimer()
		c, err := Compile(p, "sv")
		if err != nil {
			b.Fatal(err)
		}
		c.Spell(d)
		b.StartTimer()
		words = c.Run(m, 0).Words
	}
	b.ReportMetric(float64(words), "words")
}

// The same when the words have been met before, as in all papers of a day but the
// first: every paragraph is read anew.
func BenchmarkCheckWhole28PagesOfKnownWords(b *testing.B) {
	c, m := compiled(b), longMatter(b)
	c.Spell(computersDictionary())
	c.Run(m, 0)
	for b.Loop() {
		c.memory = newMemory()
		c.Run(m, 0)
	}
}

// computersDictionary is nil when there is none.
func computersDictionary() *spelling.Dictionary {
	d, err := spelling.Load(spelling.Here().Folders())
	if err != nil {
		return nil
	}
	return d
}

func BenchmarkCheckOneParagraph(b *testing.B) {
	c, m := compiled(b), longMatter(b)
	c.Spell(computersDictionary())
	s := &m.Documents[0].Sections[3]
	before := s.Text
	n := 0
	for b.Loop() {
		n++
		s.Text = before + fmt.Sprintf("Nämnden bedömer efter %d dagar att åtgärden inte står i rimlig proportion till behovet.", n)
		c.Run(m, 0)
	}
}

// All packs read from their files, checked and made ready.
func BenchmarkLoadAndCompile(b *testing.B) {
	for b.Loop() {
		if _, err := Compile(loadPacks(b), "sv"); err != nil {
			b.Fatal(err)
		}
	}
}
