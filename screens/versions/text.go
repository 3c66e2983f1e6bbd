package versions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/compare"
	"yttra/app/markup"
	"yttra/screens/parts"
)

// span is text in one face of which one thing has become.
type span struct {
	text string
	op   compare.Op
	face parts.Face
	hunk int // which of the item's changes it belongs to; -1: none
}

// spansOf gives what to draw of edits: emphasis is emphasis, and what a line
// begins with is left out where it is drawn as a sign.
func spansOf(edits []compare.Edit, mark string, plain, bold, italic parts.Face) []span {
	var old, new strings.Builder
	for _, e := range edits {
		old.WriteString(e.Old)
		new.WriteString(e.New)
	}
	was, is := stylesOf(old.String()), stylesOf(new.String())
	faces := map[style]parts.Face{regular: plain, strong: bold, emphasis: italic}
	var out []span
	a, b, hunk := 0, 0, -1
	for i, e := range edits {
		if e.Op != compare.Same && (i == 0 || edits[i-1].Op == compare.Same) {
			hunk++
		}
		text, styles, at := e.New, is, b
		if e.Op == compare.Removed {
			text, styles, at = e.Old, was, a
		}
		for k, r := range text {
			st := regular
			if styles != nil {
				st = styles[at+k]
			}
			if st == hidden || at+k < len(mark) {
				continue
			}
			s := span{op: e.Op, face: faces[st], hunk: -1}
			if e.Op != compare.Same {
				s.hunk = hunk
			}
			if n := len(out) - 1; n < 0 || out[n].op != s.op || out[n].face != s.face || out[n].hunk != s.hunk {
				out = append(out, s)
			}
			out[len(out)-1].text += string(r)
		}
		a, b = a+len(e.Old), b+len(e.New)
	}
	return out
}

// style of a letter.
type style byte

const (
	regular style = iota
	strong
	emphasis
	hidden // a mark that is not shown
)

// longestStyled is how long a paragraph may be to be read for emphasis.
const longestStyled = 1 << 16

// stylesOf gives the style of every byte; nil when all are regular. It follows
// the letters that the markup has through the source: stars and backslashes that
// are passed by are hidden, anything else is shown as written.
func stylesOf(s string) []style {
	if len(s) > longestStyled || !strings.ContainsAny(s, `*\`) {
		return nil
	}
	out := make([]style, len(s))
	at := 0
	runsOf(markup.Parse(s), func(r markup.Run) {
		st := regular
		switch {
		case r.Bold:
			st = strong
		case r.Italic:
			st = emphasis
		}
		for _, c := range r.Text {
			for k := at; k < len(s); {
				d, n := utf8.DecodeRuneInString(s[k:])
				if d == c || unicode.IsSpace(d) && unicode.IsSpace(c) {
					hide(s[at:k], out[at:k])
					for i := range n {
						out[k+i] = st
					}
					at = k + n
					break
				}
				k += n
			}
		}
	})
	hide(s[at:], out[at:])
	return out
}

func hide(s string, styles []style) {
	for i := range len(s) {
		if s[i] == '*' || s[i] == '\\' {
			styles[i] = hidden
		}
	}
}

func runsOf(blocks []markup.Block, f func(markup.Run)) {
	for _, b := range blocks {
		for _, r := range b.Runs {
			f(r)
		}
		for _, item := range b.Items {
			runsOf(item, f)
		}
		runsOf(b.Inner, f)
		for _, row := range b.Rows {
			for _, cell := range row {
				for _, r := range cell {
					f(r)
				}
			}
		}
	}
}

// piece is a part of a row, from x on.
type piece struct {
	span
	x, width float32
}

// line is one row of text.
type line []piece

// measurer tells how wide a text is in a face.
type measurer func(s string, f parts.Face) float32

// linesOf breaks spans into rows no wider than width, at spaces, greedily. What
// came in the place of something else is set apart from it by a space.
func linesOf(spans []span, width float32, m measurer) []line {
	w := &writer{width: width, measure: m}
	for i, s := range spans {
		if i > 0 && s.op != spans[i-1].op && s.hunk == spans[i-1].hunk && s.hunk >= 0 && !endsInSpace(spans[i-1].text) {
			w.word()
			w.space(span{text: " ", face: s.face, hunk: -1})
		}
		for text := s.text; text != ""; {
			n := strings.IndexFunc(text, unicode.IsSpace)
			switch {
			case n < 0:
				w.put(s, text)
				text = ""
			case n > 0:
				w.put(s, text[:n])
				text = text[n:]
			default:
				w.word()
				_, size := utf8.DecodeRuneInString(text)
				gap := s
				gap.text = " "
				w.space(gap)
				text = text[size:]
			}
		}
	}
	w.word()
	return append(w.lines, w.row)
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// writer sets words in rows.
type writer struct {
	width   float32
	measure measurer
	lines   []line
	row     line
	x       float32
	next    []span // the word that is being read
	gap     *span  // the space before it
}

func (w *writer) put(s span, text string) {
	s.text = text
	w.next = append(w.next, s)
}

// space remembers the space before the next word; several are one.
func (w *writer) space(s span) {
	if w.gap == nil {
		w.gap = &s
	}
}

// word sets the word that was read.
func (w *writer) word() {
	if len(w.next) == 0 {
		return
	}
	var wide, gap float32
	for _, s := range w.next {
		wide += w.measure(s.text, s.face)
	}
	if w.gap != nil && len(w.row) > 0 {
		gap = w.measure(" ", w.gap.face)
	}
	if len(w.row) > 0 && w.x+gap+wide > w.width {
		w.lines = append(w.lines, w.row)
		w.row, w.x, gap = nil, 0, 0
	}
	if gap > 0 {
		w.set(*w.gap, gap)
	}
	for _, s := range w.next {
		w.long(s)
	}
	w.next, w.gap = nil, nil
}

// long sets a part of a word; what is wider than a row is broken where it must.
func (w *writer) long(s span) {
	for {
		wide := w.measure(s.text, s.face)
		if w.x+wide <= w.width || utf8.RuneCountInString(s.text) < 2 {
			w.set(s, wide)
			return
		}
		r := []rune(s.text)
		low, high := 1, len(r)
		for low < high { // the most letters that fit
			mid := (low + high + 1) / 2
			if w.x+w.measure(string(r[:mid]), s.face) <= w.width {
				low = mid
			} else {
				high = mid - 1
			}
		}
		head := s
		head.text = string(r[:low])
		w.set(head, w.measure(head.text, s.face))
		w.lines = append(w.lines, w.row)
		w.row, w.x = nil, 0
		s.text = string(r[low:])
	}
}

// set puts text at the end of the row, joined to what stands there when it is of
// one kind with it.
func (w *writer) set(s span, wide float32) {
	if n := len(w.row) - 1; n >= 0 {
		if last := &w.row[n]; last.op == s.op && last.face == s.face && last.hunk == s.hunk {
			last.text += s.text
			last.width += wide
			w.x += wide
			return
		}
	}
	w.row = append(w.row, piece{span: s, x: w.x, width: wide})
	w.x += wide
}
