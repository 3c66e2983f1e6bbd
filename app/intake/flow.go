package intake

import (
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// flow is the text as paragraphs: lines joined, hyphens at line ends healed,
// page furniture gone. Every offset can be traced back to the Text.
type flow struct {
	text   string
	blocks []block
	aside  []block       // heads and feet of pages, footnotes, the certificate of an electronic signature
	lines  reading.Trace // flow to cleaned text
	runes  reading.Trace // cleaned text to Text
	asked  int           // the last block that asks for something, when the claims are known; 0: none
}

// block is a paragraph, heading or list item.
type block struct {
	start, end int // in flow.text, without the mark
	mark       markKind
	glyph      rune // of a bullet
	indent     int  // as printed, of a text without paragraphs
	level      int  // of a heading
	depth      int  // of a list item, where its file says so: 1 and up
	gap        bool // an empty line stood before it
	att        bool // begins with "att"
	signature  bool // of the certificate of an electronic signature
}

func (f *flow) of(b block) string { return f.text[b.start:b.end] }

// span traces a range of the flow back to the Text.
func (f *flow) span(start, end int) app.Span {
	if end <= start {
		return app.Span{}
	}
	from, to := f.lines.Start(start), f.lines.End(end)
	return app.Span{Start: f.runes.Start(from), End: f.runes.End(to)}
}

// flowMaker writes lines into blocks.
type flowMaker struct {
	source string
	width  int
	text   []byte
	trace  reading.Trace
	blocks []block
	prev   line // the line written last
	open   bool // a block is begun
	first  attClass
}

func flowOf(t reading.Text) *flow {
	source, runes := cleaned(t.String)
	m := flowMaker{source: source}
	m.text = make([]byte, 0, len(source)+len(source)/8)
	var lines, aside []line
	if len(t.Blocks) > 0 {
		lines, aside = paragraphs(source, &runes, t.Blocks)
	} else {
		lines = linesOf(source)
		m.width = wrapWidth(source, lines)
	}
	for _, l := range lines {
		m.line(l)
	}
	m.close()
	main := len(m.blocks)
	for _, l := range aside {
		m.begin(l)
		m.prev = l
		m.close()
	}
	f := &flow{text: string(m.text), blocks: m.blocks[:main:main], aside: m.blocks[main:], lines: m.trace, runes: runes}
	f.cutCertificate()
	return f
}

func (m *flowMaker) line(l line) {
	if l.furniture && !m.finishesNumber(l) {
		m.prev.gap = m.prev.gap || l.gap
		return
	}
	if m.open && m.joins(l) {
		m.join(l)
	} else {
		m.close()
		m.begin(l)
	}
	m.prev = l
}

// finishesNumber tells the rest of a broken date or reference from a page number.
func (m *flowMaker) finishesNumber(l line) bool {
	if !m.open || l.gap {
		return false
	}
	before, after := m.source[m.prev.start:m.prev.end], m.source[l.start:l.end]
	return isDigit(after[0]) && before != "" && isBrokenWord(before, after)
}

func (m *flowMaker) begin(l line) {
	if len(m.blocks) > 0 {
		m.put('\n', m.prev.end)
	}
	text := m.source[l.start:l.end]
	m.open = true
	m.blocks = append(m.blocks, block{start: len(m.text), mark: l.mark, glyph: l.glyph, indent: l.indent, level: l.level, depth: l.depth, gap: l.gap, att: startsAtt(text)})
	m.first = classAfter(text)
	m.write(l.start, l.end)
}

func (m *flowMaker) close() {
	if m.open {
		m.blocks[len(m.blocks)-1].end = len(m.text)
		m.open = false
	}
}

// write copies source text, without emphasis marks, and with a tab for a wide
// gap between columns.
func (m *flowMaker) write(start, end int) {
	for i := start; i < end; {
		c := m.source[i]
		switch {
		case c == '*' && isEmphasis(m.source[start:end], i-start), c == '_' && strings.HasPrefix(m.source[i:end], "__"):
			i += 1 + strings.Count(m.source[i:min(i+2, end)], "__")
			continue
		case c == ' ' || c == '\t' || c == '|':
			j := i
			wide := false
			for j < end && (m.source[j] == ' ' || m.source[j] == '\t' || m.source[j] == '|') {
				wide = wide || m.source[j] != ' '
				j++
			}
			m.put(spaceOf(wide || j-i > 2), i)
			i = j
			continue
		}
		m.trace.Add(len(m.text), i, 1, 1)
		m.text = append(m.text, c)
		i++
	}
}

func spaceOf(wide bool) byte {
	if wide {
		return '\t'
	}
	return ' '
}

func (m *flowMaker) put(c byte, from int) {
	m.trace.Add(len(m.text), from, 1, 1)
	m.text = append(m.text, c)
}

// join goes on with the block, healing a word or number broken at the line end.
func (m *flowMaker) join(l line) {
	before := m.source[m.prev.start:m.prev.end]
	after := m.source[l.start:l.end]
	keep, space := reading.Seam(before, after)
	switch b := &m.blocks[len(m.blocks)-1]; {
	case len(m.text) == b.start: // only a mark was read so far
		b.att = startsAtt(after)
		m.first = classAfter(after)
	case !keep:
		m.text = m.text[:len(m.text)-len(string(lastRune(before)))]
	case space:
		m.put(' ', m.prev.end)
	}
	m.write(l.start, l.end)
}

// isEmphasis tells a Markdown star from one that stands between figures or alone.
func isEmphasis(s string, i int) bool {
	before, after := lastRune(s[:i]), firstRune(s[i+1:])
	alone := before == ' ' && after == ' '
	return !alone && !(isWordRune(before) && isWordRune(after))
}
