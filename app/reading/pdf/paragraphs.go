package pdf

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a printed line, or the part of one that stands in a column.
type line struct {
	words       []word
	text        string // without its mark
	mark        string // of a list
	x0, x1      float32
	textX       float32 // where its text begins after a mark, or after an "att" in the margin
	base, size  float32
	bold        bool
	left, right float32 // of its column
	page        int
	column      int     // counted through the paper
	lead        float32 // from the line before it in its column; 0 for the first
	cells       *tableRow
}

// paragraph is lines that go on with each other.
type paragraph struct {
	lines []line
	gap   bool // it stands apart from the one before
	level int  // of a heading; 0: none
}

func lineOf(r row, c column, number int) line {
	ws := glued(r.words)
	l := line{words: ws, x0: r.x0(), base: r.base, size: r.size, left: c.left, right: c.right, page: c.page, column: number}
	bold, all := 0, 0
	for _, w := range ws {
		l.x1 = max(l.x1, w.x1)
		n := utf8.RuneCountInString(w.text)
		all += n
		if w.bold {
			bold += n
		}
	}
	l.bold = bold*10 > all*9
	mark, n := markOf(ws)
	l.mark = legible(mark)
	l.text = legible(wordsText(ws[n:]))
	l.textX = ws[n].x0
	if n == 0 && len(ws) > 1 && isHangingAtt(strings.TrimRight(ws[0].text, ":")) && ws[1].x0-ws[0].x1 > 0.5*l.size {
		l.textX = ws[1].x0
	}
	return l
}

// linesOf gives the lines of the columns in the order they are read.
func linesOf(cols []column) []line {
	var out []line
	for k, c := range cols {
		before := float32(0)
		if c.cells {
			for i := range c.table {
				out = append(out, cellsLine(c, i, k, before))
				before = out[len(out)-1].base
			}
			continue
		}
		for i, r := range c.rows {
			l := lineOf(r, c, k)
			if i > 0 {
				l.lead = l.base - before
			}
			before = l.base
			out = append(out, l)
		}
	}
	return out
}

func cellsLine(c column, i, number int, before float32) line {
	t := c.table[i]
	l := line{left: c.left, right: c.right, page: c.page, column: number, cells: &t}
	for _, cell := range t.cells {
		for _, r := range cell {
			if l.words == nil {
				l.x0, l.base, l.size = r.x0(), r.base, r.size
			}
			l.words = append(l.words, r.words...)
			l.base = max(l.base, r.base)
			l.x1 = max(l.x1, r.x1())
		}
	}
	if i > 0 {
		l.lead = l.base - before
	}
	return l
}

// setting is how the text of a paper is set.
type setting struct {
	size  float32 // of most letters
	bold  bool    // most of it is bold
	leads map[int]float32
	right map[int]float32 // where lines are broken, by where they begin
	in    int             // how many paragraphs have their first line set in
	full  bool            // its lines are set out to the same right edge
}

// settingOf measures the text.
func settingOf(ls []line) setting {
	s := setting{leads: map[int]float32{}, right: map[int]float32{}}
	sizes, best, bold, all := map[int]int{}, 0, 0, 0
	leads := map[int]map[int]int{}
	for i, l := range ls {
		n := utf8.RuneCountInString(l.text)
		k := tenths(l.size)
		sizes[k] += n
		if sizes[k] > sizes[best] || sizes[k] == sizes[best] && k < best {
			best = k
		}
		all += n
		if l.bold {
			bold += n
		}
		if i > 0 && l.lead > 0.5*l.size && l.lead < 3*l.size && runsOver(ls[i-1], l) {
			if leads[k] == nil {
				leads[k] = map[int]int{}
			}
			leads[k][int(l.lead*2+0.5)]++
		}
	}
	s.size, s.bold = float32(best)/5, bold*2 > all
	for i := 1; i < len(ls); i++ { // where no words tell it, full lines do
		a, b := ls[i-1], ls[i]
		k := tenths(b.size)
		if _, ok := s.leads[k]; !ok && a.column == b.column && b.lead > 0.5*b.size && b.lead < 2.2*b.size && len(a.words) > 4 && abs(a.size-b.size) < 0.6 &&
			b.mark == "" && !endsClause(a.text) && !s.fits(a, b) {
			s.leads[k] = b.lead
		}
	}
	for k, count := range leads {
		s.leads[k] = usualLead(count)
	}
	for i := 1; i < len(ls); i++ {
		if a, b := ls[i-1], ls[i]; a.column == b.column && a.cells == nil && s.breaks(a, b) {
			for _, k := range places(a) {
				s.right[k] = max(s.right[k], a.x1)
			}
			if d := a.x0 - b.x0; a.mark == "" && d > 0.4*a.size && d < 4*a.size && b.x0 < b.left+0.3*b.size {
				s.in++
			}
		}
	}
	s.full = s.justified(ls)
	return s
}

// justified tells whether nearly all lines that sentences run over end at one edge.
func (s setting) justified(ls []line) bool {
	even, all := 0, 0
	for i := 1; i < len(ls); i++ {
		if a := ls[i-1]; s.breaks(a, ls[i]) {
			all++
			if s.edge(a)-a.x1 < 0.15*a.size {
				even++
			}
		}
	}
	return all >= 3 && even*10 >= all*8
}

func tenths(size float32) int { return int(size*5 + 0.5) }

// usualLead is the least distance of lines that is common.
func usualLead(count map[int]int) float32 {
	all, keys := 0, []int{}
	for k, n := range count {
		all += n
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		n := count[k]
		if i+1 < len(keys) && keys[i+1] == k+1 {
			n += count[k+1]
		}
		if n*5 >= all {
			return float32(k) / 2
		}
	}
	return float32(keys[0]) / 2
}

// breaks tells that a sentence runs from one line over to the next.
func (s setting) breaks(a, b line) bool {
	return runsOver(a, b) && b.lead < 1.5*s.lead(b)
}

// runsOver tells that by their words a sentence runs over from one line to another.
func runsOver(a, b line) bool {
	return a.column == b.column && a.cells == nil && b.cells == nil && b.mark == "" && abs(a.size-b.size) < 0.6 &&
		(startsSmall(b.text) && !startsAtt(b.text) && !endsClause(a.text) && len(a.text) > 20 || endsHyphen(a.text) && startsSmall(b.text))
}

// lead is how far apart lines of a size stand.
func (s setting) lead(l line) float32 {
	if v := s.leads[tenths(l.size)]; v > 0 {
		return v
	}
	return 1.3 * l.size
}

// places are the keys of the columns that begin where a line begins.
func places(l line) []int {
	k := int(l.left / 4)
	return []int{k - 1, k, k + 1}
}

// edge is where lines of a line's column are broken.
func (s setting) edge(l line) float32 {
	if v, ok := s.right[int(l.left/4)]; ok && v > l.x1-1 && v <= l.right+2*l.size {
		return v
	}
	return max(l.right, l.x1)
}

// paragraphsOf puts lines together.
func paragraphsOf(ls []line, s setting) []paragraph {
	var out []paragraph
	for i, l := range ls {
		if len(out) > 0 {
			p := &out[len(out)-1]
			var next *line
			if i+1 < len(ls) && ls[i+1].column == l.column {
				next = &ls[i+1]
			}
			if s.joins(*p, l, next) {
				p.lines = append(p.lines, l)
				continue
			}
		}
		gap := true
		if i > 0 && ls[i-1].column == l.column {
			gap = l.lead > 1.3*max(s.lead(l), s.lead(ls[i-1]))
		}
		out = append(out, paragraph{lines: []line{l}, gap: gap})
	}
	for i := range out {
		out[i].level = s.heading(out[i])
	}
	return out
}

// joins tells whether a line goes on with a paragraph.
func (s setting) joins(p paragraph, l line, next *line) bool {
	prev := p.lines[len(p.lines)-1]
	switch {
	case l.mark != "" || l.cells != nil || prev.cells != nil, l.hanging():
		return false
	case abs(l.size-prev.size) > 0.08*max(l.size, prev.size):
		return false
	case l.bold != prev.bold && (len(l.words) > 1 || len(prev.words) > 1) && !(startsSmall(l.text) && !endsClause(prev.text)):
		return false
	case l.column != prev.column:
		return s.goesOver(prev, l)
	case l.lead <= 0 || l.lead > 1.28*s.lead(l):
		return l.lead > 0 && l.lead < 1.9*s.lead(l) && s.broken(prev, l)
	case p.hangs(l):
		return !s.fits(prev, l) || !endsClause(prev.text)
	case s.setOff(p, prev, l, next):
		return false
	}
	return s.broken(prev, l) || !s.fits(prev, l) && !s.begins(p, prev, l)
}

// hangs tells that a line begins where the text after the paragraph's mark does.
func (p paragraph) hangs(l line) bool {
	first := p.lines[0]
	return first.textX > first.x0+1 && abs(l.x0-first.textX) < 0.6*l.size
}

// hanging tells that a line begins with an "att" that stands in the margin of its claim.
func (l line) hanging() bool { return l.mark == "" && l.textX > l.x0+1 }

// broken tells that a word or sentence surely runs over the line end.
func (s setting) broken(prev, l line) bool {
	if endsHyphen(prev.text) && startsSmall(l.text) {
		return true
	}
	return startsSmall(l.text) && !startsAtt(l.text) && !endsClause(prev.text) && prev.x1-prev.left > 0.45*(s.edge(prev)-prev.left)
}

// fits tells that the first word of a line had room on the line before it, so that
// somebody ended the line there.
func (s setting) fits(prev, l line) bool {
	first := l.words[0]
	if s.full && prev.x1 < s.edge(prev)-0.5*prev.size {
		return true
	}
	return prev.x1+0.25*l.size+first.x1-first.x0 < s.edge(prev)-0.35*l.size
}

// begins tells that a line begins a paragraph although the one before it is full.
func (s setting) begins(p paragraph, prev, l line) bool {
	if isSignature(l.text) && !governs(prev.text) || len(l.words) < 6 && len(prev.words) < 6 && addressRE.MatchString(l.text) {
		return true
	}
	if !startsAtt(l.text) {
		return false
	}
	switch last := prev.text[len(prev.text)-1]; {
	case strings.IndexByte(".,;:", last) >= 0:
		return true
	case unicode.IsUpper(firstOf(l.text)):
		return true
	}
	return startsAtt(p.lines[0].text) && (strings.HasSuffix(prev.text, " samt") || strings.HasSuffix(prev.text, " och")) && l.textX > l.x0
}

// setOff tells that a line begins elsewhere than the one before it, as the first line of
// a paragraph does, or the first after a list.
func (s setting) setOff(p paragraph, prev, l line, next *line) bool {
	first, in := p.lines[0], l.x0-prev.x0
	em := 0.3 * l.size
	switch {
	case len(p.lines) == 1 && first.textX > first.x0+1: // after a mark
		if abs(l.x0-first.textX) < 2*em || l.x0 > first.x0+em {
			return false
		}
		return l.x0 < first.x0-em || s.fits(prev, l)
	case abs(in) <= em && len(p.lines) == 1 && s.in > 1 && first.mark == "" && l.x0 > l.left+em && l.x0 < l.left+4*l.size:
		return !(startsSmall(l.text) && !endsClause(prev.text) && !startsAtt(l.text)) // the next first line that is set in
	case abs(in) <= em:
		return false
	case centred(prev, l):
		return false
	case in > 0:
		return !(startsSmall(l.text) && !endsClause(prev.text))
	case len(p.lines) == 1: // the first line was set in
		return false
	}
	return !(startsSmall(l.text) && !endsClause(prev.text) && !startsAtt(l.text))
}

// centred tells that two lines have one middle, and not the same ends.
func centred(a, b line) bool {
	return abs(a.x0+a.x1-b.x0-b.x1) < 6 && abs(a.x0-b.x0) > 4
}

// goesOver tells that a paragraph goes on in the next column or on the next page.
func (s setting) goesOver(prev, l line) bool {
	if endsHyphen(prev.text) && startsSmall(l.text) {
		return true
	}
	full := prev.x1 > s.edge(prev)-6*prev.size && len(prev.words) > 3
	switch {
	case !full || endsClause(prev.text) || startsAtt(l.text) && !l.small():
		return false
	case startsSmall(l.text):
		return true
	}
	return len(l.words) > 4 && !s.fits(prev, l) && l.x1 > s.edge(l)-6*l.size && !strings.HasSuffix(prev.text, "!")
}

func (l line) small() bool { return startsSmall(l.text) }

// heading gives the level of a heading: larger or bolder than the text, and short.
func (s setting) heading(p paragraph) int {
	first := p.lines[0]
	runes := 0
	for _, l := range p.lines {
		runes += utf8.RuneCountInString(l.text)
		if l.size < 1.12*s.size && (!l.bold || s.bold) || l.cells != nil {
			return 0
		}
	}
	last := p.lines[len(p.lines)-1].text
	if runes > 160 || runes < 2 || startsAtt(first.text) || isBullet(first.mark) || strings.ContainsAny(last[len(last)-1:], ".,;") {
		return 0
	}
	switch ratio := first.size / s.size; {
	case ratio >= 1.4:
		return 1
	case ratio >= 1.12:
		return 2
	}
	return 3
}

var signature = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4} ?\(\p{L}{1,4}\)|\p{Lu}[\p{L}-]+,? (?:den )?\d[\d/. -]*(?: ?\p{L}+ \d{4})?)$`)

// governs tells whether a text ends so that a name must follow: "motion av".
func governs(s string) bool {
	switch s[strings.LastIndexByte(s, ' ')+1:] {
	case "av", "och", "samt", "med", "från", "till", "för", "genom", "hos", "av:", "&", "–":
		return true
	}
	return strings.HasSuffix(s, ",")
}

// isSignature recognises a line that is a name with its party, or a place and a day.
func isSignature(s string) bool { return len(s) < 70 && signature.MatchString(s) }

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'”’“‘»(`))
	return r
}

func startsSmall(s string) bool { return unicode.IsLower(firstOf(s)) }

// startsAtt tells whether a text begins as claims do.
func startsAtt(s string) bool {
	w, rest, _ := strings.Cut(strings.TrimLeft(s, `"”’'`), " ")
	w = strings.ToLower(strings.TrimRight(w, ":"))
	switch w {
	case "att":
		return true
	case "samt", "dels":
		return strings.HasPrefix(rest, "att ")
	}
	return false
}

// endsClause tells whether a line ends as a sentence or the head of a list does.
func endsClause(s string) bool {
	s = strings.TrimRight(s, `"'”’»)¹²³⁴⁵⁶⁷⁸⁹⁰`)
	return s != "" && strings.IndexByte(".:;!?", s[len(s)-1]) >= 0
}

func endsHyphen(s string) bool {
	t := strings.TrimSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(t)
	return len(t) < len(s) && unicode.IsLetter(r)
}
