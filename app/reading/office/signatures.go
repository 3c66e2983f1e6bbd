package office

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/reading"
)

// People sign beside each other: names on one line, what they are or stand for on the
// next, parted by tabs or in a table without lines. Read line by line, names and
// parties part; so such lines are read column by column.

// line is the parts of a line that tabs part.
type line [][]run

// mostBeside is how many sign beside each other, and below each other in one column.
const mostBeside = 8

// signatures writes the paragraphs at the head of blocks that are signatures beside
// each other, and gives how many blocks they were.
func (w *writer) signatures(bs []block) int {
	var lines []line
	n := 0
	for ; n < len(bs) && len(lines) < mostBeside; n++ {
		p := bs[n].para
		if p == nil || p.kind != reading.Paragraph || p.label != "" || len(p.boxes) > 0 {
			break
		}
		ls := linesOf(p.runs)
		if len(lines) == 0 && (len(ls) == 0 || !ls[0].names() || len(ls) > 1 && !below(ls[:1], ls[1:])) || len(lines) > 0 && !below(lines, ls) {
			break
		}
		lines = append(lines, ls...)
	}
	if len(lines) < 2 {
		return 0
	}
	w.columns(lines)
	return n
}

// below tells that lines stand below signatures as what belongs to them: as many parts,
// and no new names.
func below(lines, more []line) bool {
	for _, l := range more {
		if len(l) != len(lines[0]) || l.names() {
			return false
		}
	}
	return len(more) > 0
}

// signatureRows is signatures for the rows of a table.
func (w *writer) signatureRows(rows []row) int {
	var lines []line
	n := 0
	for ; n < len(rows) && len(lines) < mostBeside; n++ {
		l, ok := rows[n].line()
		if !ok || len(lines) == 0 && !l.names() || len(lines) > 0 && !below(lines, []line{l}) {
			break
		}
		lines = append(lines, l)
	}
	if len(lines) < 2 {
		return 0
	}
	w.columns(lines)
	return n
}

// line gives the cells of a row as parts of a line; ok is false when they are no short
// lines.
func (r *row) line() (l line, ok bool) {
	for _, c := range r.cells {
		var one []run
		for _, p := range paras(c.blocks) {
			if p.empty() {
				continue
			}
			if one != nil || p.label != "" || slices.ContainsFunc(p.runs, func(r run) bool { return r.kind == newLine }) {
				return nil, false
			}
			one = p.runs
		}
		if one != nil {
			l = append(l, one)
		}
	}
	return l, len(l) > 1
}

// columns writes lines column by column, each column as paragraphs that stand apart
// from the next.
func (w *writer) columns(lines []line) {
	for i := range lines[0] {
		w.gap = true
		for _, l := range lines {
			w.begin(&para{kind: reading.Paragraph, runs: l[i]})
			w.runs(l[i])
		}
	}
	w.gap = true
}

// linesOf cuts runs into lines and their parts; nil when nothing is in them.
func linesOf(rs []run) []line {
	var out []line
	var l line
	var part []run
	cut := func() {
		if strings.TrimSpace(plain(part)) != "" {
			l = append(l, part)
		}
		part = nil
	}
	end := func() {
		cut()
		if l != nil {
			out = append(out, l)
		}
		l = nil
	}
	for _, r := range rs {
		if r.kind == newLine {
			end()
			continue
		}
		for r.kind == words {
			before, after, more := strings.Cut(r.text, "\t")
			if !more {
				break
			}
			one := r
			one.text = before
			part = append(part, one)
			cut()
			r.text = after
		}
		part = append(part, r)
	}
	end()
	return out
}

func plain(rs []run) string {
	var b strings.Builder
	for _, r := range rs {
		if r.kind == words && r.out == nil {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// names tells that a line has two parts or more, and each looks like the name of a
// person.
func (l line) names() bool {
	for _, part := range l {
		if !isName(plain(part)) {
			return false
		}
	}
	return len(l) > 1 && len(l) <= mostBeside
}

// isName recognises two to four words with capitals, none of which is a party's.
func isName(s string) bool {
	s, _, _ = strings.Cut(s, "(")
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 4 || len(s) > 60 {
		return false
	}
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if particles[f] && i > 0 && i < len(fields)-1 {
			continue
		}
		if !unicode.IsUpper(r) || strings.IndexFunc(f, notInName) >= 0 || isParty(f) {
			return false
		}
	}
	return true
}

func notInName(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-’'.", r) }

var particles = map[string]bool{"von": true, "af": true, "av": true, "de": true, "van": true, "la": true, "el": true, "al": true}

// isParty recognises the words that names of parties and offices end with.
func isParty(s string) bool {
	s = strings.ToLower(strings.Trim(s, ".,"))
	for _, end := range []string{"partiet", "erna", "listan", "initiativ", "alternativet", "framtid", "politik", "ordförande", "ledare", "ledamot", "råd", "kommun", "fullmäktige"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
