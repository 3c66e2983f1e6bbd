package intake

import (
	"yttra/app/reading"
)

// paragraphs gives the lines of a text whose file says what its paragraphs are: each is
// one line. Footnotes, and heads and feet of pages but those the paper opens with, are
// given apart.
func paragraphs(s string, runes *reading.Trace, marked []reading.Block) (lines, aside []line) {
	k := 0
	began := false
	all := cutLines(s)
	dropHeads(s, all)
	for _, l := range all {
		l.gap = l.blanks > 0
		at := runes.Start(l.start)
		for k < len(marked) && marked[k].Span.End <= at {
			k++
		}
		if k == len(marked) || marked[k].Span.Start > at {
			lines = append(lines, l) // between the blocks: nothing is said of it
			continue
		}
		switch b := marked[k]; b.Kind {
		case reading.Footnote:
			aside = append(aside, l)
			continue
		case reading.Furniture:
			if began {
				aside = append(aside, l)
				continue
			}
		case reading.Heading:
			if text := s[l.start:l.end]; !startsAtt(text) && !startsLower(text) { // no heading, whatever it looks like
				l.level = max(1, b.Level, l.level)
			}
		case reading.Item:
			l.depth = max(1, b.Level)
			l.goesOn = l.mark == noMark && len(lines) > 0 && lines[len(lines)-1].depth > 0 && !startsAtt(s[l.start:l.end])
		}
		began = began || marked[k].Kind != reading.Furniture
		lines = append(lines, l)
	}
	return lines, aside
}
