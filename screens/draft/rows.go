package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/screens/parts"
)

// measurer tells how wide a text is in a face at the page's size.
type measurer func(s string, f parts.Face) float32

// row is one line of a block as it stands on the page.
type row struct {
	pieces   []piece
	from, to int // bytes of the block that it shows; to is before the space it broke at
}

// piece is a part of a row in one face.
type piece struct {
	text     string
	at       int // byte offset in the block
	x, width float32
	face     parts.Face
	link     bool
	figure   bool
}

// rowsOf breaks what is written in a block into rows. Raw shows the text with its
// marks, but of a bound figure only the words, exactly as an Entry of the same width
// breaks it; otherwise emphasis is
// emphasis, links are underlined and footnotes are small figures.
func rowsOf(text string, width float32, raw, bold bool, m measurer) []row {
	var out []row
	for at := 0; ; {
		line := text[at:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		runs := rawRuns(line, at)
		if !raw {
			runs = runsOf(line, at)
		}
		for i := range runs {
			runs[i].bold = runs[i].bold || bold
		}
		l := newLine(runs, at, m)
		l.whole = raw
		out = append(out, l.breakAt(width)...)
		at += len(line) + 1
		if at > len(text) {
			return out
		}
	}
}

// line is a run of letters with faces, and where each stands in the block.
type line struct {
	runes []rune
	at    []int // of each rune, and the end
	look  []look
	m     measurer
	whole bool // all of one face, and measured across the ends of runs, as an entry does
}

// look is how a letter is drawn.
type look struct {
	face         parts.Face
	link, figure bool
}

func newLine(runs []run, at int, m measurer) line {
	l := line{m: m}
	end := at
	for _, r := range runs {
		face := parts.Serif
		switch {
		case r.bold:
			face = parts.SerifBold
		case r.italic:
			face = parts.SerifItalic
		}
		for i, c := range r.text {
			l.runes = append(l.runes, c)
			l.at = append(l.at, r.at+i)
			l.look = append(l.look, look{face, r.link, r.figure})
		}
		end = r.at + len(r.text)
	}
	l.at = append(l.at, end)
	return l
}

// each gives the stretches of one face between two runes.
func (l line) each(a, b int, f func(a, b int)) {
	for a < b {
		end := a + 1
		for end < b && l.look[end] == l.look[a] && l.at[end] == l.at[end-1]+utf8.RuneLen(l.runes[end-1]) {
			end++
		}
		f(a, end)
		a = end
	}
}

func (l line) width(a, b int) (w float32) {
	if l.whole && a < b {
		return l.m(string(l.runes[a:b]), l.look[a].face)
	}
	l.each(a, b, func(a, b int) { w += l.m(string(l.runes[a:b]), l.look[a].face) })
	return w
}

// breakAt breaks at spaces, as many words to a row as go in. A word wider than
// the row is broken where it must be. These are the rules of Fyne's entry.
func (l line) breakAt(width float32) []row {
	var out []row
	guess := 0 // how many letters the last row took
	for low := 0; ; {
		high := l.fit(low, guess, width)
		out = append(out, l.row(low, high))
		guess = high - low
		low = high
		if low >= len(l.runes) {
			break
		}
		if unicode.IsSpace(l.runes[low]) {
			low++
			if low >= len(l.runes) {
				break
			}
		}
	}
	return out
}

// fit finds where the row that begins at low ends.
func (l line) fit(low, guess int, width float32) int {
	n := len(l.runes)
	fits := func(end int) bool { return l.width(low, end) <= width }
	if guess == 0 {
		guess = 64
	}
	if n-low <= guess+guess/4 && fits(n) {
		return n
	}
	end := l.spaceBefore(low, min(n, low+guess+1))
	if end > low && fits(end) {
		for end < n {
			next := l.spaceAfter(end + 1)
			if !fits(next) {
				break
			}
			end = next
		}
		return end
	}
	for end > low && !fits(end) {
		end = l.spaceBefore(low, end)
	}
	if end > low {
		return end
	}
	if first := l.spaceAfter(low + 1); fits(first) {
		return l.fit(low, first-low, width) // the guess was short of the first word
	}
	if unicode.IsSpace(l.runes[low]) {
		return low + 1 // the space stands alone, the long word comes after
	}
	for end = low + 1; end < n && fits(end+1); end++ {
	}
	return end
}

// spaceBefore is the last space in (low, before), low when there is none.
func (l line) spaceBefore(low, before int) int {
	for i := before - 1; i > low; i-- {
		if unicode.IsSpace(l.runes[i]) {
			return i
		}
	}
	return low
}

// spaceAfter is the first space from a rune on, or the end.
func (l line) spaceAfter(from int) int {
	for i := from; i < len(l.runes); i++ {
		if unicode.IsSpace(l.runes[i]) {
			return i
		}
	}
	return len(l.runes)
}

func (l line) row(a, b int) row {
	r := row{from: l.at[a], to: l.at[b]}
	if b > a && b < len(l.runes) {
		r.to = l.at[b-1] + utf8.RuneLen(l.runes[b-1])
	}
	var x float32
	start := a
	l.each(a, b, func(a, b int) {
		p := piece{text: string(l.runes[a:b]), at: l.at[a], x: x, face: l.look[a].face, link: l.look[a].link, figure: l.look[a].figure}
		if p.width = l.m(p.text, p.face); l.whole {
			p.width = l.width(start, b) - x
		}
		x += p.width
		r.pieces = append(r.pieces, p)
	})
	return r
}

// x is where an offset stands in the row.
func (r row) x(at int, m measurer) float32 {
	x := float32(0)
	for _, p := range r.pieces {
		switch {
		case at <= p.at:
			return p.x
		case at < p.at+len(p.text):
			return p.x + m(p.text[:at-p.at], p.face)
		default:
			x = p.x + p.width
		}
	}
	return x
}

// offset is the letter boundary nearest to an x.
func (r row) offset(x float32, m measurer) int {
	best, at := float32(-1), r.from
	for _, p := range r.pieces {
		low := 0
		if x > p.x+p.width { // past it: only its end is near
			low = len(p.text)
		}
		for i := low; i <= len(p.text); {
			d := p.x + m(p.text[:i], p.face) - x
			if d < 0 {
				d = -d
			}
			if best < 0 || d <= best {
				best, at = d, p.at+i
			} else if p.x+m(p.text[:i], p.face) > x {
				break
			}
			if i == len(p.text) {
				break
			}
			i = clusterAfter(p.text, i)
		}
	}
	return at
}

// rowAt finds the row an offset stands in; at a break between two rows without a
// space it is the later one.
func rowAt(rows []row, at int) int {
	n := len(rows) - 1
	for n > 0 && rows[n].from > at {
		n--
	}
	return n
}

// stretch is a part of a row, from x to x.
type stretch struct {
	row    int
	x0, x1 float32
}

// stretches gives the parts of rows that a span covers.
func stretches(rows []row, s app.Span, m measurer) []stretch {
	var out []stretch
	for i, r := range rows {
		from, to := max(s.Start, r.from), min(s.End, r.to)
		if from < to {
			out = append(out, stretch{i, r.x(from, m), r.x(to, m)})
		}
	}
	return out
}
