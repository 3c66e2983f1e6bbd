package markup

import (
	"bytes"
	"slices"
	"strings"
)

// place gives every line that is not blank to a block: to the last one whose
// text begins on it or before. Footnotes that nothing refers to become
// paragraphs, so that the clerk sees them on paper.
func (d *reader) place(blocks []Block, starts []int, text string, defs []definition) []Block {
	taken := map[*Note]bool{}
	var hidden []Span
	for _, def := range defs {
		note := d.notes[def.label]
		hidden = append(hidden, def.span)
		if d.used[note] && !taken[note] {
			taken[note] = true
			continue
		}
		blocks = append(blocks, Block{Kind: Paragraph, Runs: []Run{{Text: clean([]byte(text[def.span.Start:def.span.End]))}}, Span: def.span})
		starts = append(starts, def.span.Start)
	}
	next := 0
	for _, l := range lines(text) {
		if blank(text[l.Start:l.End]) || inside(hidden, l) {
			continue
		}
		for next+1 < len(blocks) && starts[next+1] >= 0 && starts[next+1] <= l.End && blocks[next+1].Span == (Span{}) {
			next++
		}
		if next < len(blocks) && (blocks[next].Span == Span{} || blocks[next].Span.End < l.Start) && !isHidden(hidden, blocks[next].Span) {
			s := &blocks[next].Span
			if *s == (Span{}) {
				s.Start = l.Start
			}
			s.End = l.End
		}
	}
	slices.SortStableFunc(blocks, func(a, b Block) int { return a.Span.Start - b.Span.Start })
	return blocks
}

func inside(spans []Span, l Span) bool {
	return slices.ContainsFunc(spans, func(s Span) bool { return s.Start <= l.Start && l.End <= s.End })
}

func isHidden(spans []Span, s Span) bool { return s != Span{} && slices.Contains(spans, s) }

// trimBars takes away spaces and | at both ends.
func trimBars(b []byte) []byte { return bytes.Trim(b, " \t\r|") }

// paragraphs reads a text as nothing but paragraphs.
func paragraphs(text string) []Block {
	var out []Block
	for _, s := range Split(text) {
		out = append(out, Block{Kind: Paragraph, Runs: tidy([]Run{{Text: clean([]byte(text[s.Start:s.End]))}}), Span: s})
	}
	return out
}

// each calls f with the runs of every paragraph, heading and cell, in order.
func each(blocks []Block, f func([]Run)) {
	for _, b := range blocks {
		if len(b.Runs) > 0 {
			f(b.Runs)
		}
		for _, item := range b.Items {
			each(item, f)
		}
		each(b.Inner, f)
		for _, row := range b.Rows {
			for _, cell := range row {
				if len(cell) > 0 {
					f(cell)
				}
			}
		}
	}
}

// Plain is the text without marks: a line for every paragraph, heading, item and
// cell, and the footnotes last.
func Plain(text string) string {
	var b strings.Builder
	var notes []*Note
	say := func(runs []Run) {
		for _, r := range runs {
			b.WriteString(r.Text)
			if r.Note != nil && !slices.Contains(notes, r.Note) {
				notes = append(notes, r.Note)
			}
		}
		b.WriteByte('\n')
	}
	each(Parse(text), say)
	for _, n := range notes {
		say(n.Runs)
	}
	return b.String()
}
