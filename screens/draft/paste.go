package draft

import (
	"strconv"
	"strings"

	"yttra/app"
)

// maxPaste is how many bytes are pasted at once: a hundred pages. More is told to
// be too much before anything is made of it.
const maxPaste = 400_000

// paste puts text from elsewhere in the place of a span of one unit's text. What
// was written before and after it stays around it.
func paste(text string, s app.Span, clip string) (string, int) {
	units := unitsOf(text)
	i := unitAt(units, s.Start)
	u := units[i]
	s.Start = min(max(s.Start, u.text.Start), u.text.End) // never in the mark
	s.End = min(max(s.End, s.Start), u.text.End)
	before, after := text[u.text.Start:s.Start], text[s.End:u.text.End]
	empty := u.kind == plainUnit && strings.TrimSpace(before+after) == ""
	pieces, notes := apart(pieces(clip), units)
	if len(notes) > 0 {
		text = strings.TrimRight(text, "\n") + gap + strings.Join(notes, gap)
		s.Start, s.End = min(s.Start, len(text)), min(s.End, len(text))
		units = unitsOf(text)
		u = units[i]
	}
	switch {
	case len(pieces) == 0:
		return change(text, s, "")
	case !empty && !strings.ContainsAny(strings.Trim(clip, "\r\n"), "\r\n"):
		return change(text, s, oneLine(clip))
	}
	mark := u.mark(text)
	with := pieces
	switch first := unitsOf(pieces[0])[0]; {
	case first.kind == plainUnit:
		with = append([]string{mark + before + pieces[0]}, pieces[1:]...)
	case strings.TrimSpace(before) != "":
		with = append([]string{mark + before}, pieces...)
	}
	last := len(with) - 1
	at := len(with[last])
	switch {
	case strings.TrimSpace(after) == "":
	case unitsOf(pieces[len(pieces)-1])[0].kind == plainUnit:
		with[last] += after
	default:
		with = append(with, mark+strings.TrimLeft(after, " \n"))
	}
	out, starts := splice(text, units, i, i, with...)
	return out, starts[last] + at
}

// apart takes the footnotes out of pasted units: they stand last in the section.
// A label that the section has already becomes the next free number.
func apart(pieces []string, units []unit) (rest, notes []string) {
	next, taken := 1, map[string]bool{}
	for _, u := range units {
		if u.kind == noteUnit {
			taken[u.sign] = true
		}
	}
	for _, p := range pieces {
		label := noteMark(p)
		if label == "" {
			rest = append(rest, p)
			continue
		}
		mark := "[^" + label + "]"
		if taken[label] {
			for taken[strconv.Itoa(next)] {
				next++
			}
			label = strconv.Itoa(next)
			for i := range rest {
				rest[i] = strings.ReplaceAll(rest[i], mark, "[^"+label+"]")
			}
			p = "[^" + label + "]" + strings.TrimPrefix(p, mark)
		}
		taken[label] = true
		notes = append(notes, p)
	}
	return rest, notes
}

// oneLine makes one line of pasted text, for where a line end cannot stand.
func oneLine(clip string) string {
	var words []string
	for _, p := range pieces(clip) {
		if u := unitsOf(p)[0]; u.kind != tableUnit {
			p = p[u.text.Start:]
		}
		words = append(words, strings.ReplaceAll(p, "\n", " "))
	}
	if !strings.ContainsAny(clip, "\r\n\v\f\u2028\u2029") { // as it was, spaces at its ends too
		return unseen(clip)
	}
	return strings.Join(words, " ")
}

// pieces makes units of pasted text, each with its mark: paragraphs put together
// from lines that were broken to fit a page, items, tables.
func pieces(clip string) []string {
	p := gatherer{lines: linesOf(clip)}
	p.wrapped, p.width = wrappedLines(p.lines)
	for p.at < len(p.lines) {
		if n := p.table(); n > 0 {
			p.at += n
			continue
		}
		p.line(p.lines[p.at])
		p.at++
	}
	p.end()
	return p.out
}

// gatherer reads pasted lines in order and puts units together.
type gatherer struct {
	lines   []string
	at      int
	wrapped bool // the lines are broken to fit a page
	width   int  // of that page, in letters
	open    string
	last    string   // the line that open ends with
	signs   []string // bullets of the list so far, outermost first
	out     []string
}

func (p *gatherer) end() {
	if p.open != "" {
		p.out = append(p.out, strings.TrimRight(p.open, " \u00ad"))
	}
	p.open, p.last = "", ""
}

func (p *gatherer) line(line string) {
	text := tidyLine(line)
	item, sign := itemOf(line)
	switch {
	case text == "":
		if p.goesOn() {
			return
		}
		p.end()
	case item != "":
		p.end()
		p.open, p.last = p.indented(line, item, sign), text
	case strings.HasPrefix(text, "### "), strings.HasPrefix(text, "> "), noteMark(text) != "":
		p.end()
		p.open, p.last, p.signs = text, text, nil
	case p.open == "":
		p.open, p.last, p.signs = text, text, nil
	case strings.HasPrefix(p.open, "### ") || !p.joins(p.last, text):
		p.end()
		p.open, p.last, p.signs = text, text, nil
	default:
		p.open, p.last = heal(p.open, text), text
	}
}

// goesOn tells whether an empty line is only where a page ended: the sentence
// goes on below it.
func (p *gatherer) goesOn() bool {
	if p.open == "" || !p.wrapped || p.at+1 >= len(p.lines) || !strings.HasSuffix(p.lines[p.at], pageEnd) {
		return false
	}
	next := strings.TrimSpace(p.lines[p.at+1])
	return next != "" && !ended(p.last) && startsSmall(next)
}

// indented gives an item the place its bullet or its spaces say.
func (p *gatherer) indented(line, item, sign string) string {
	if spaces := len(line) - len(strings.TrimLeft(line, " ")); spaces > 0 && len(p.signs) > 0 && sign == "" {
		return strings.Repeat(" ", min(spaces, 12)) + item
	}
	if sign == "" {
		p.signs = append(p.signs, "")
		return item
	}
	for i, s := range p.signs {
		if s == sign {
			p.signs = p.signs[:i+1]
			return strings.Repeat("  ", i) + item
		}
	}
	if len(p.signs) == 0 || !strings.Contains(innerBullets, sign) {
		p.signs = []string{sign}
		return item
	}
	p.signs = append(p.signs, sign)
	return strings.Repeat("  ", min(len(p.signs), maxLevels)-1) + item
}

// table takes rows whose cells are parted by tabs, as a spreadsheet gives them,
// or by bars; n is how many lines it took.
func (p *gatherer) table() (n int) {
	lines := p.lines[p.at:]
	if tabs := strings.Count(lines[0], "\t"); tabs > 0 {
		var g grid
		for n < len(lines) && strings.Count(lines[n], "\t") == tabs {
			if item, _ := itemOf(lines[n]); item != "" {
				break
			}
			var row []string
			for _, c := range strings.Split(lines[n], "\t") {
				row = append(row, cellText(strings.TrimSpace(c)))
			}
			g.rows = append(g.rows, row)
			n++
		}
		if n < 2 {
			return 0
		}
		g.aligns = figured(g.rows, tabs+1)
		words, _ := g.write()
		p.end()
		p.out, p.signs = append(p.out, words), nil
		return n
	}
	for n < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n]), "|") {
		n++
	}
	words := strings.Join(lines[:n], "\n")
	if n < 2 || unitsOf(words)[0].kind != tableUnit {
		return 0
	}
	p.end()
	p.out, p.signs = append(p.out, words), nil
	return n
}

// figured stands columns of amounts to the right.
func figured(rows [][]string, columns int) []align {
	out := make([]align, columns)
	for c := range out {
		n := 0
		for _, row := range rows[1:] {
			if row[c] != "" && strings.Trim(row[c], "0123456789 .,-−%\u00a0kr") == "" {
				n++
			}
		}
		if n == len(rows)-1 && n > 0 {
			out[c] = alignRight
		}
	}
	return out
}
