package parts

import (
	"sort"
	"strings"

	"yttra/app"
	"yttra/app/reading"
	"yttra/i18n"
)

// setter sets the blocks of a chunk, one under the other.
type setter struct {
	p   *prose
	c   *proseChunk
	y   float32
	row []reading.Block // cells of the row that is open
}

// look is how a kind of block is set.
func (s *setter) look(b reading.Block) (size float32, face Face, ink Token, indent float32) {
	size, face, ink = TextPage, Serif, Ink
	switch b.Kind {
	case reading.Heading:
		face = SerifBold
		size = map[int]float32{1: 24, 2: TextSection}[b.Level]
		if size == 0 {
			size = TextPage
		}
	case reading.Item:
		indent = 18 * float32(max(1, b.Level))
	case reading.Footnote:
		size = TextSecond
	case reading.Furniture:
		size = TextHint
	}
	return round(size * s.p.zoom), face, ink, indent * s.p.zoom
}

func (s *setter) block(n int, b reading.Block) {
	if b.Kind == reading.Cell {
		if len(s.row) > 0 && strings.ContainsRune(s.p.text.String[s.row[len(s.row)-1].Span.End:b.Span.Start], '\n') {
			s.endRow()
		}
		s.row = append(s.row, b)
		return
	}
	s.endRow()
	size, face, ink, indent := s.look(b)
	s.gap(b, size)
	if b.Kind == reading.Footnote && (n == 0 || s.c.blocks[n-1].Kind != reading.Footnote) {
		s.c.rules = append(s.c.rules, spot{x: proseEdge, y: s.y, w: 120, h: 1})
		s.y += 6
	}
	mark := app.Span{Start: b.Span.Start, End: b.Span.Start}
	if b.Kind == reading.Item {
		if i := strings.IndexByte(s.p.text.String[b.Span.Start:b.Span.End], ' '); i > 0 && i < 8 {
			mark.End += i + 1
		}
	}
	hang := float32(0)
	if !mark.Empty() {
		words := s.p.text.String[mark.Start : mark.End-1]
		w := Measure(words, size, face).Width
		hang = Measure(words+" ", size, face).Width
		s.c.lines = append(s.c.lines, setLine{x: proseEdge + indent, y: s.y, h: pitchOf(size), size: size, face: face, ink: ink,
			words: []setWords{{s: words, w: w, span: app.Span{Start: mark.Start, End: mark.End - 1}}}})
	}
	s.y += s.lines(app.Span{Start: mark.End, End: b.Span.End}, proseEdge+indent+hang, s.p.width-indent-hang, size, face, ink)
}

// gap is the room above a block: much where the file has an empty line.
func (s *setter) gap(b reading.Block, size float32) {
	if s.y == 0 && s.c.top <= proseEdge {
		return
	}
	before := s.p.text.String[max(0, b.Span.Start-2):b.Span.Start]
	switch {
	case b.Kind == reading.Heading:
		s.y += round(0.7 * size)
	case before == "\n\n":
		s.y += round(0.6 * size)
	default:
		s.y += round(0.12 * size)
	}
}

// endRow sets the cells of a row beside each other.
func (s *setter) endRow() {
	cells := s.cells()
	if len(cells) == 0 {
		return
	}
	first := s.row[0]
	s.row = nil
	size := round(TextSecond * s.p.zoom)
	rule := func() { s.c.rules = append(s.c.rules, spot{x: proseEdge, y: s.y, w: s.p.width, h: 1}) }
	if len(s.c.rules) == 0 || s.c.rules[len(s.c.rules)-1].y != s.y-1 {
		s.gap(first, size)
		s.y += 4
		rule()
		s.y++
	}
	wide, high := s.p.width/float32(len(cells)), float32(0)
	top := s.y
	for i, c := range cells {
		s.y = top + 3
		high = max(high, s.lines(c, proseEdge+float32(i)*wide+4, wide-8, size, Serif, Ink))
	}
	s.y = top + max(high, pitchOf(size)) + 6
	rule()
	s.y++
}

// cells are those of the open row; a row that is one block has tabs between them.
func (s *setter) cells() []app.Span {
	var out []app.Span
	for _, b := range s.row {
		from := b.Span.Start
		for i := from; i <= b.Span.End; i++ {
			if i == b.Span.End || s.p.text.String[i] == '\t' {
				out = append(out, app.Span{Start: from, End: i})
				from = i + 1
			}
		}
	}
	return out
}

// lines sets a part of the text in lines from a place, and gives how high they are.
func (s *setter) lines(span app.Span, x, width, size float32, face Face, ink Token) float32 {
	shown, runs := s.p.runs(span)
	pitch, y, at := pitchOf(size), s.y, 0
	for _, words := range breakWide(Wrap(shown, width, size, face), width, size, face) {
		if i := strings.Index(shown[at:], words); i > 0 { // the space that Wrap broke at
			at += i
		}
		l := setLine{x: x, y: y, h: pitch, size: size, face: face, ink: ink, words: wordsOf(shown, runs, at, at+len(words))}
		before := ""
		for i := range l.words {
			w := &l.words[i]
			w.x, w.w = Measure(before, size, face).Width, Measure(w.s, size, face).Width
			before += w.s
		}
		if len(l.words) > 0 {
			s.c.lines = append(s.c.lines, l)
		}
		at += len(words)
		y += pitch
	}
	return y - s.y
}

// setRun is a part of what is shown that stands together in the text, or not in it.
type setRun struct {
	from, to int // in what is shown
	start    int // in the text
	not      bool
	struck   bool
}

// runs gives what is shown of a part of the text: its own words, and among them what
// was deleted and whose each change is.
func (p *prose) runs(s app.Span) (string, []setRun) {
	var b strings.Builder
	var out []setRun
	add := func(words string, r setRun) {
		if words != "" {
			r.from = b.Len()
			b.WriteString(words)
			r.to = b.Len()
			out = append(out, r)
		}
	}
	at := s.Start
	i := sort.Search(len(p.notes), func(i int) bool { return standsAt(p.notes[i]) >= s.Start })
	for ; i < len(p.notes) && standsAt(p.notes[i]) <= s.End; i++ {
		n := p.notes[i]
		if n.Code == app.RemarkInserted && n.End == s.Start {
			continue
		}
		add(p.text.String[at:standsAt(n)], setRun{start: at})
		at = standsAt(n)
		if n.Code == app.RemarkDeleted {
			if !strings.HasSuffix(b.String(), " ") {
				add(" ", setRun{not: true})
			}
			add(oneLine(n.What), setRun{not: true, struck: true})
		}
		add(" ["+p.whose(n)+"] ", setRun{not: true})
	}
	add(p.text.String[at:s.End], setRun{start: at})
	return b.String(), out
}

// standsAt is where what is said of a change stands: after what was inserted.
func standsAt(r app.Remark) int {
	if r.Code == app.RemarkInserted {
		return r.End
	}
	return r.Start
}

// whose says what a change is and who made it.
func (p *prose) whose(r app.Remark) string {
	t, who := p.words.T, i18n.Vars{"Who": oneLine(r.By)}
	switch {
	case r.Code == app.RemarkDeleted && r.By == "":
		return t("original.deleted")
	case r.Code == app.RemarkDeleted:
		return t("original.deleted_by", who)
	case r.By == "":
		return t("original.inserted")
	}
	return t("original.inserted_by", who)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf are the words of one line of what is shown.
func wordsOf(shown string, runs []setRun, from, to int) []setWords {
	var out []setWords
	for _, r := range runs {
		if r.from >= to || r.to <= from {
			continue
		}
		a, b := max(r.from, from), min(r.to, to)
		w := setWords{s: shown[a:b], not: r.not, struck: r.struck}
		if !r.not {
			w.span = app.Span{Start: r.start + a - r.from, End: r.start + b - r.from}
		}
		out = append(out, w)
	}
	return out
}
