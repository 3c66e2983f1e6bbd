package draft

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// unit is what a person sees as one thing in a section's text: a paragraph, an
// item of a list, a sub-heading, a quotation, a table, a footnote. The mark that
// makes it what it is belongs to its span and is never shown as letters: it is
// drawn, as a bullet or a number.
type unit struct {
	span  app.Span // all of it, in the section's text
	text  app.Span // what is written in it; of a table the same as span
	kind  unitKind
	level int          // of an item: how far in, from 0
	sign  string       // of an item or a footnote: what is drawn before it
	cells [][]app.Span // of a table: what is written in each cell; a missing one starts at -1
	cont  bool         // goes on with the paragraph of the unit before, which was too long for one entry
}

// unitKind is what a unit is.
type unitKind int

const (
	plainUnit unitKind = iota
	bulletUnit
	numberUnit
	headUnit
	quoteUnit
	tableUnit
	noteUnit
)

func (k unitKind) item() bool { return k == bulletUnit || k == numberUnit }

// maxUnit is how many bytes one entry is given; a longer paragraph is several
// units with nothing between them.
const maxUnit = 6000

// unitsOf cuts a section's text into units, at least one. What lies between
// their spans is line ends; nothing of the text is lost or invented.
func unitsOf(text string) []unit {
	c := cutter{text: text}
	for _, b := range blocksOf(text) {
		c.block(b)
	}
	return c.out
}

// cutter gathers units; indents are how far in the text of the items begins that
// the next one may stand under.
type cutter struct {
	text    string
	out     []unit
	indents []int
	counts  []int // the number of the last item of each level
}

func (c *cutter) block(b app.Span) {
	fresh := true // no line to go on with
	for at := b.Start; ; {
		line := lineAt(c.text[:b.End], at)
		if table, ok := tableFrom(c.text, app.Span{Start: line.Start, End: b.End}); ok {
			c.out = append(c.out, table)
			c.indents, c.counts = nil, nil
			return
		}
		fresh = c.line(line, fresh)
		if at = line.End + 1; at > b.End {
			return
		}
	}
}

// line adds a line to the unit before, or begins one; fresh tells that the next
// line begins one in any case.
func (c *cutter) line(line app.Span, fresh bool) bool {
	u := c.read(c.text[line.Start:line.End], fresh)
	if u.kind == plainUnit && !fresh {
		last := &c.out[len(c.out)-1]
		last.span.End, last.text.End = line.End, line.End
		return false
	}
	mark := u.text.Start
	u.span = line
	u.text = app.Span{Start: line.Start + mark, End: line.End}
	if !u.kind.item() && !(u.kind == plainUnit && strings.HasPrefix(c.text[line.Start:line.End], " ")) {
		c.indents, c.counts = nil, nil
	}
	if u.kind == plainUnit {
		c.long(u)
		return false
	}
	c.out = append(c.out, u)
	return u.kind == headUnit
}

// long adds a paragraph, in parts when it is too long for one entry.
func (c *cutter) long(u unit) {
	for u.span.End-u.span.Start > maxUnit {
		cut := partAt(c.text[u.span.Start:u.span.End])
		part := u
		part.span.End = u.span.Start + cut
		part.text = part.span
		c.out = append(c.out, part)
		u.span.Start += cut
		u.text, u.cont = u.span, true
	}
	c.out = append(c.out, u)
}

// partAt is where a long text is parted: after a space, else after a letter.
func partAt(text string) int {
	if i := strings.LastIndexByte(text[:maxUnit], ' '); i > maxUnit/2 {
		return i + 1
	}
	at := maxUnit
	for at > 1 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// read tells what a line begins; text.Start is the length of its mark.
func (c *cutter) read(line string, fresh bool) unit {
	u := unit{}
	switch {
	case strings.HasPrefix(line, "### "):
		u.kind, u.text.Start = headUnit, 4
	case strings.HasPrefix(line, "> "):
		u.kind, u.text.Start = quoteUnit, 2
	case noteMark(line) != "":
		u.kind, u.sign = noteUnit, noteMark(line)
		u.text.Start = len("[^]:") + len(u.sign)
		u.text.Start += len(line[u.text.Start:]) - len(strings.TrimLeft(line[u.text.Start:], " "))
	default:
		mark := itemPrefix(line)
		if !strings.HasSuffix(mark, " ") { // none, or a lone dash that waits for its space
			return u
		}
		c.item(&u, mark, fresh)
	}
	return u
}

// item reads a list's mark. A number other than the first never breaks into a
// paragraph: "se punkt 2) ovan" may stand at the start of a line.
func (c *cutter) item(u *unit, mark string, fresh bool) {
	rest := strings.TrimLeft(mark, " ")
	indent := len(mark) - len(rest)
	bullet := rest == "- " || rest == "* "
	if !fresh && !bullet && !c.out[len(c.out)-1].kind.item() && rest[0] != '1' && rest[0] != 'a' {
		return
	}
	level := 0
	for level < len(c.indents) && c.indents[level] <= indent {
		level++
	}
	c.indents = append(c.indents[:level], indent+len(rest))
	u.level, u.text.Start = level, len(mark)
	if bullet {
		u.kind, u.sign = bulletUnit, "•"
		c.counts = append(c.counts[:min(level, len(c.counts))], 0)
		return
	}
	u.kind, u.sign = numberUnit, strings.TrimSpace(rest)
	for len(c.counts) <= level {
		c.counts = append(c.counts, 0)
	}
	if c.counts = c.counts[:level+1]; c.counts[level] > 0 && isDigit(rest[0]) {
		c.counts[level]++
		u.sign = strconv.Itoa(c.counts[level]) + strings.TrimLeft(u.sign, "0123456789")
		return
	}
	c.counts[level] = max(atoi(rest), 1)
}

// noteMark is the label of a footnote that a line begins, as in "[^1]: ".
func noteMark(line string) string {
	if !strings.HasPrefix(line, "[^") {
		return ""
	}
	label, _, ok := strings.Cut(line[2:], "]:")
	if !ok || label == "" || len(label) > 40 || strings.ContainsAny(label, "[] \t^") {
		return ""
	}
	return label
}

// unitAt finds the unit an offset stands in; one between two belongs to the
// first.
func unitAt(units []unit, at int) int {
	n := len(units) - 1
	for n > 0 && units[n].span.Start > at {
		n--
	}
	return n
}

// spots are the stretches of a unit that can be written in: one, or the cells of
// a table.
func (u unit) spots() []app.Span {
	if u.kind != tableUnit {
		return []app.Span{u.text}
	}
	var out []app.Span
	for _, row := range u.cells {
		for _, c := range row {
			if c.Start >= 0 {
				out = append(out, c)
			}
		}
	}
	return out
}

// spotAt is the stretch an offset stands in, or the one before it.
func (u unit) spotAt(at int) app.Span {
	spots := u.spots()
	n := len(spots) - 1
	for n > 0 && spots[n].Start > at {
		n--
	}
	return spots[n]
}

func atoi(s string) (n int) {
	for i := 0; i < len(s) && isDigit(s[i]) && i < 4; i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}
