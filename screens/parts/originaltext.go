package parts

import (
	"math"
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/reading"
	"yttra/i18n"
)

// prose is the text of an original, set in lines: what its file says are headings,
// lists, tables and footnotes look so. A long one is set piece by piece as it is seen;
// until then a piece has about the height it will have.
type prose struct {
	text   reading.Text
	words  i18n.Words
	notes  []app.Remark // with a place, in order
	width  float32      // of the lines
	zoom   float32
	pieces []*proseChunk
}

// proseChunk is some blocks after each other.
type proseChunk struct {
	blocks []reading.Block
	span   app.Span
	top    float32
	high   float32
	lines  []setLine // nil: not set yet
	rules  []spot
}

// setLine is one line as it is set, its place from the top of its chunk.
type setLine struct {
	x, y, h float32
	size    float32
	face    Face
	ink     Token
	words   []setWords
}

// setWords are words of a line that stand together in the text, or words that do not
// stand in it: what was deleted, and whose a change is.
type setWords struct {
	s      string
	x, w   float32
	span   app.Span
	not    bool // they do not stand in the text
	struck bool
}

const (
	proseEdge  = 22   // beside the lines
	proseWide  = 640  // of a line, at most
	chunkBytes = 6000 // of a chunk, about
)

func newProse(t reading.Text, w i18n.Words) *prose {
	p := &prose{text: t, words: w}
	for _, r := range t.Remarks {
		if r.Code == app.RemarkInserted && r.End > r.Start || r.Code == app.RemarkDeleted {
			p.notes = append(p.notes, r)
		}
	}
	sort.SliceStable(p.notes, func(i, j int) bool { return standsAt(p.notes[i]) < standsAt(p.notes[j]) })
	var c *proseChunk
	for _, b := range blocksOf(t) {
		if c == nil || b.Span.End-c.span.Start > chunkBytes && b.Kind != reading.Cell {
			c = &proseChunk{span: b.Span}
			p.pieces = append(p.pieces, c)
		}
		c.blocks = append(c.blocks, b)
		c.span.End = max(c.span.End, b.Span.End)
	}
	return p
}

// blocksOf gives the blocks of a text, and what stands between them as paragraphs.
func blocksOf(t reading.Text) []reading.Block {
	var out []reading.Block
	at := 0
	plain := func(to int) {
		for at < to {
			end := to
			if i := strings.IndexByte(t.String[at:to], '\n'); i >= 0 {
				end = at + i
			}
			if strings.TrimSpace(t.String[at:end]) != "" {
				out = append(out, reading.Block{Span: app.Span{Start: at, End: end}, Kind: reading.Paragraph})
			}
			at = end + 1
		}
	}
	for _, b := range t.Blocks {
		if b.Span.Start < at || b.Span.End > len(t.String) {
			continue
		}
		plain(b.Span.Start)
		out = append(out, b)
		at = b.Span.End
	}
	plain(len(t.String))
	return out
}

func (p *prose) inks() inks {
	return inks{marked: Soft, now: Marked, found: NoteSoft, picked: Marked, line: Accent, behind: Page}
}

func (p *prose) fit(width, zoom float32) {
	p.width, p.zoom = max(60, min(width-2*proseEdge, proseWide*zoom)), zoom
	y := float32(proseEdge)
	for _, c := range p.pieces {
		c.lines, c.rules, c.top = nil, nil, y
		c.high = p.guess(c)
		y += c.high
	}
}

// guess is about how high a chunk will be.
func (p *prose) guess(c *proseChunk) float32 {
	size := TextPage * p.zoom
	letters := p.width / (size * meanLetter)
	rows := float32(0)
	for _, b := range c.blocks {
		rows += float32(math.Ceil(float64(float32(b.Span.End-b.Span.Start)/letters))) + 0.5
	}
	return rows * pitchOf(size)
}

func pitchOf(size float32) float32 { return round(size * 1.35) }

// set sets the lines of a chunk that has none yet, and moves those below.
func (p *prose) set(i int) bool {
	c := p.pieces[i]
	if c.lines != nil {
		return false
	}
	s := setter{p: p, c: c}
	for n, b := range c.blocks {
		s.block(n, b)
	}
	s.endRow()
	if c.lines == nil {
		c.lines = []setLine{}
	}
	more := s.y - c.high
	c.high = s.y
	for _, below := range p.pieces[i+1:] {
		below.top += more
	}
	return more != 0
}

func (p *prose) size() fyne.Size {
	if p.width == 0 {
		return fyne.Size{}
	}
	high := float32(2 * proseEdge)
	if n := len(p.pieces); n > 0 {
		high = p.pieces[n-1].top + p.pieces[n-1].high + proseEdge
	}
	return fyne.NewSize(p.width+2*proseEdge, high)
}

// chunkAt is the chunk at a height.
func (p *prose) chunkAt(y float32) int {
	return max(0, min(len(p.pieces)-1, sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].top+p.pieces[i].high > y })))
}

// chunkOf is the chunk that a byte is in.
func (p *prose) chunkOf(at int) int {
	return max(0, min(len(p.pieces)-1, sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].span.End > at })))
}

func (p *prose) reach(s app.Span) bool {
	grown := false
	for i := p.chunkOf(s.Start); i < len(p.pieces) && p.pieces[i].span.Start < s.End; i++ {
		grown = p.set(i) || grown
	}
	return grown
}

func (p *prose) keep(y float32) func() float32 {
	if p.width == 0 || len(p.pieces) == 0 {
		return func() float32 { return 0 }
	}
	at := p.at(fyne.NewPos(0, y+pitchOf(TextPage)/2))
	if y <= 0 {
		return func() float32 { return 0 }
	}
	return func() float32 {
		p.reach(app.Span{Start: at, End: at + 1})
		if b := p.boxes(wordsAround(p.text.String, app.Span{Start: at, End: at})); len(b) > 0 {
			return b[0].y
		}
		return y
	}
}

func (p *prose) page(float32) (n, of int) { return 0, 0 }

func (p *prose) within(top, bottom float32) app.Span {
	if len(p.pieces) == 0 {
		return app.Span{}
	}
	return app.Span{Start: p.pieces[p.chunkAt(top)].span.Start, End: p.pieces[p.chunkAt(bottom)].span.End}
}

func (p *prose) boxes(s app.Span) []spot {
	var out []spot
	if len(p.pieces) == 0 || s.Empty() {
		return nil
	}
	for i := p.chunkOf(s.Start); i < len(p.pieces) && p.pieces[i].span.Start < s.End; i++ {
		for _, l := range p.pieces[i].lines {
			for _, w := range l.words {
				if w.not || !meets(s, w.span) {
					continue
				}
				from := l.before(p.text.String, w, max(s.Start, w.span.Start))
				to := l.before(p.text.String, w, min(s.End, w.span.End))
				out = append(out, spot{x: l.x + w.x + from, y: p.pieces[i].top + l.y, w: to - from, h: l.h, edge: 6})
			}
		}
	}
	return out
}

// before is how wide a line's words are before a byte.
func (l setLine) before(text string, w setWords, at int) float32 {
	switch at {
	case w.span.Start:
		return 0
	case w.span.End:
		return w.w
	}
	return Measure(text[w.span.Start:at], l.size, l.face).Width
}

func (p *prose) at(pos fyne.Position) int {
	if len(p.pieces) == 0 {
		return 0
	}
	c := p.pieces[p.chunkAt(pos.Y)]
	y := pos.Y - c.top
	best, in, far := -1, 0, float32(0)
	for i, l := range c.lines {
		for n, w := range l.words {
			if d := 8*outside(y, l.y, l.y+l.h) + outside(pos.X, l.x+w.x, l.x+w.x+w.w); !w.not && (best < 0 || d < far) {
				best, in, far = i, n, d
			}
		}
	}
	if best < 0 {
		return c.span.Start
	}
	l, w := c.lines[best], c.lines[best].words[in]
	r := []rune(w.s)
	n := sort.Search(len(r), func(n int) bool { return Measure(string(r[:n+1]), l.size, l.face).Width > pos.X-l.x-w.x })
	return w.span.Start + len(string(r[:n]))
}

func (p *prose) see(top, bottom float32) ([]fyne.CanvasObject, bool) {
	if len(p.pieces) == 0 {
		return nil, false
	}
	grown := false
	var out []fyne.CanvasObject
	for i := p.chunkAt(top); i < len(p.pieces) && p.pieces[i].top < bottom; i++ {
		grown = p.set(i) || grown
		c := p.pieces[i]
		for _, r := range c.rules {
			out = append(out, rectAt(Line, r.x, c.top+r.y, r.w, r.h))
		}
		for _, l := range c.lines {
			if y := c.top + l.y; y+l.h < top || y > bottom {
				continue
			}
			out = append(out, l.draw(c.top)...)
		}
	}
	return out, grown
}

func (l setLine) draw(top float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, w := range l.words {
		ink := l.ink
		if w.not {
			ink = Muted
		}
		t := Text(w.s, l.size, ink, l.face)
		place(t, l.x+w.x, top+l.y, w.w, l.h)
		out = append(out, t)
		if w.struck {
			out = append(out, rectAt(Muted, l.x+w.x, top+l.y+0.55*l.h, w.w, 1))
		}
	}
	return out
}
