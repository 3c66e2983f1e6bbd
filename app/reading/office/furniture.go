package office

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// withoutPages takes page numbers, and the words that say that they are, out of what
// heads and ends pages; paragraphs with nothing else go.
func withoutPages(bs []block) []block {
	var out []block
	for _, b := range bs {
		if b.table != nil {
			t := *b.table
			t.rows = nil
			for _, r := range b.table.rows {
				cells := make([]cell, len(r.cells))
				for i, c := range r.cells {
					cells[i] = cell{c.column, withoutPages(c.blocks)}
				}
				t.rows = append(t.rows, row{cells: cells, in: r.in, out: r.out})
			}
			b.table = &t
		}
		if b.para != nil {
			p := *b.para
			p.runs = withoutPage(p.runs)
			if p.boxes = withoutPages(p.boxes); isWatermark(p.boxes) {
				p.boxes = nil
			}
			b.para = &p
		}
		out = append(out, b)
	}
	return out
}

// isWatermark recognises letters that stand below each other in a margin.
func isWatermark(bs []block) bool {
	for _, p := range paras(bs) {
		if utf8.RuneCountInString(strings.TrimSpace(plain(p.runs))) > 1 {
			return false
		}
	}
	return true
}

// withoutPage drops what stands between tabs and line ends together with a page number.
func withoutPage(rs []run) []run {
	var out, part []run
	page := false
	flush := func() {
		if !page {
			out = append(out, part...)
		}
		part, page = nil, false
	}
	for _, r := range rs {
		switch r.kind {
		case pageMark:
			page = true
		case newLine:
			flush()
			out = append(out, r)
		case words:
			for {
				before, after, more := strings.Cut(r.text, "\t")
				one := r
				one.text = before
				part = append(part, one)
				if !more {
					break
				}
				flush()
				one.text = "\t"
				out = append(out, one)
				r.text = after
			}
		default:
			part = append(part, r)
		}
	}
	flush()
	return out
}

// says recognises what is worth reading at the end of a page: a day, a reference, a
// party. Addresses and account numbers are not.
var says = regexp.MustCompile(`(?i)\b(19|20)\d\d-\d\d-\d\d\b|\b\d{1,2} (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) (19|20)\d\d\b|` +
	`\bdnr\b|\bdiarie|\b[A-ZÅÄÖ]{1,6}[ -]?(19|20)\d\d[/:-]\d|partiet\b|\b(moderaterna|socialdemokraterna|sverigedemokraterna|kristdemokraterna|liberalerna)\b|\bmotion`)

// telling gives the paragraphs that say something.
func telling(bs []block) []block {
	var out []block
	for _, b := range bs {
		if slices.ContainsFunc(paras([]block{b}), func(p *para) bool { return says.MatchString(plain(p.runs)) }) {
			out = append(out, b)
		}
	}
	return out
}
