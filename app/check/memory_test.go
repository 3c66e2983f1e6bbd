package check

import (
	"fmt"
	"strings"
	"testing"
)

// A change in one paragraph reads one paragraph.
func TestOnlyTheChangedParagraphIsRead(t *testing.T) {
	c, m := compiled(t), longMatter(t)
	c.Run(m, 0)
	before := len(c.memory.young)
	if before < 100 {
		t.Fatalf("only %d paragraphs are remembered", before)
	}
	s := &m.Documents[0].Sections[2]
	s.Text = strings.Replace(s.Text, ". ", ", i dag. ", 1)
	c.Run(m, 0)
	if got := len(c.memory.young) - before; got != 1 {
		t.Errorf("%d paragraphs were read", got)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	c := compiled(t)
	m := opinion("assessment: x")
	for i := range 3 * maxParagraphs {
		m.Documents[0].Sections[0].Text = fmt.Sprintf("Stycke %d.", i)
		c.newRun(m, &m.Documents[0])
		if len(c.memory.young) > maxParagraphs || len(c.memory.old) > maxParagraphs {
			t.Fatalf("%d and %d paragraphs are remembered", len(c.memory.young), len(c.memory.old))
		}
	}
	if len(c.memory.old) != maxParagraphs {
		t.Errorf("the older generation holds %d", len(c.memory.old))
	}
	big := strings.Repeat("ord ", maxBytes/8)
	for i := range 4 {
		m.Documents[0].Sections[0].Text = fmt.Sprintf("%d %s", i, big)
		c.newRun(m, &m.Documents[0])
		if c.memory.bytes > maxBytes {
			t.Fatalf("%d bytes are remembered", c.memory.bytes)
		}
	}
}

// What is asked for again is kept when a generation ends.
func TestOldParagraphsComeBack(t *testing.T) {
	c := compiled(t)
	m := opinion("assessment: Behåll mig.")
	c.newRun(m, &m.Documents[0])
	kept := c.memory.young[key{"Behåll mig.", 0}]
	c.memory.old, c.memory.young, c.memory.bytes = c.memory.young, map[key]*paragraph{}, 0
	c.newRun(m, &m.Documents[0])
	if c.memory.young[key{"Behåll mig.", 0}] != kept {
		t.Error("it was read anew")
	}
}
