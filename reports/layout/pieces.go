package layout

import (
	"slices"
	"strings"
	"unicode"
)

// piece is the smallest thing that a line is made of: letters in one style that
// are never parted, with the space that follows them.
type piece struct {
	text  string
	face  Face
	size  float64
	raise float64 // above the baseline
	width float64 // mm, space included
	trail float64 // the part of width that is space
	elem  *Elem
	url   string
	note  *note // whose mark this is
	tick  rune  // ☐ or ☒, drawn as a shape
	shape Shape // that it is; it has no letters
	after gap
	cost  float64 // of ending a line here
}

// letters reports whether the piece is drawn as letters of its style.
func (p piece) letters() bool { return p.note == nil && p.tick == 0 && p.shape == NoShape }

// gap is what may happen after a piece.
type gap int

const (
	noBreak  gap = iota
	atSpace      //
	atHyphen     // a hyphen is drawn if the line ends here
	atMark       // after a hyphen or slash that is there anyway
	anywhere     // inside a word that is wider than the column
	forced       // the line ends here
)

// What the ways of ending a line cost, in mm² of shortfall.
const (
	costBinding  = 289  // 17 mm: a hyphen where the clerk put it or after a binding s
	costJoint    = 576  // 24 mm: any other hyphen
	costAnywhere = 4000 // cutting a word
)

// setter makes pieces of runs.
type setter struct {
	f     *flow
	text  *Elem // what the letters belong to
	home  *Elem // where footnotes are added
	style style
	hy    hyphenation
	out   []piece
}

// pieces turns runs into pieces of the element text. Footnotes become elements
// of home.
func (f *flow) pieces(text, home *Elem, runs []Run, st style, hy hyphenation) []piece {
	s := setter{f: f, text: text, home: home, style: st, hy: hy}
	for _, r := range runs {
		s.run(r)
	}
	return s.out
}

// blanks makes of tabulators what can be broken at.
var blanks = strings.NewReplacer("\t", " ", "\r", "")

func (s *setter) run(r Run) {
	p := piece{face: s.style.face(r.Bold, r.Italic), size: s.style.size, elem: s.text, url: r.Link}
	if r.Link != "" {
		p.elem = s.text.AddInline("Link")
	}
	s.shape(r.Shape, p)
	rest := blanks.Replace(r.Text)
	for rest != "" {
		at := strings.IndexAny(rest, " \n")
		if at < 0 {
			s.word(rest, p)
			break
		}
		s.word(rest[:at], p)
		newline, next := rest[at] == '\n', strings.TrimLeft(rest[at:], " \n")
		s.space(newline, p)
		if last := len(s.out) - 1; !newline && mayBind(rest[:at], next) && last >= 0 && s.out[last].after == atSpace && s.f.bound.binds(rest[:at], upTo(next)) {
			s.out[last].after = noBreak
		}
		rest = next
	}
	if r.Note != nil {
		s.mark(r.Note)
	}
}

// upTo is the word that a text begins with.
func upTo(s string) string {
	if at := strings.IndexAny(s, " \n"); at >= 0 {
		return s[:at]
	}
	return s
}

// space ends the last piece with a space, once.
func (s *setter) space(newline bool, p piece) {
	after := atSpace
	if newline {
		after = forced
	}
	last := len(s.out) - 1
	if last < 0 {
		return
	}
	if q := &s.out[last]; q.letters() && q.trail == 0 && q.elem == p.elem && q.face == p.face {
		q.trail = s.f.m.Width(q.face, " ", q.size)
		q.text += " "
		q.width += q.trail
		q.after = after
		return
	}
	if s.out[last].trail > 0 {
		return
	}
	if s.out[last].tick != 0 && !newline { // a box stays with its word
		after = noBreak
	}
	p.text, p.after = " ", after
	p.width = s.f.m.Width(p.face, " ", p.size)
	p.trail = p.width
	s.out = append(s.out, p)
}

// word adds a word without spaces, cut where it may be broken.
func (s *setter) word(word string, p piece) {
	for word != "" {
		at := strings.IndexAny(word, "☐☑☒")
		if at < 0 {
			s.letters(word, p)
			return
		}
		s.letters(word[:at], p)
		tick := []rune(word[at:])[0]
		s.box(tick, p)
		word = word[at+len(string(tick)):]
	}
}

// box adds a ticked or empty box as a small figure.
func (s *setter) box(tick rune, p piece) {
	p.elem = s.text.AddInline("Figure")
	p.elem.Alt, p.tick = s.f.doc.Words.Unticked, '☐'
	if tick != '☐' {
		p.elem.Alt, p.tick = s.f.doc.Words.Ticked, '☒'
	}
	if p.elem.Alt == "" {
		p.elem.Alt = string(tick)
	}
	p.url, p.width = "", p.size*mmPerPoint*0.8
	s.out = append(s.out, p)
}

func (s *setter) letters(word string, p piece) {
	runes, cuts := s.cuts(word)
	from := 0
	for _, c := range append(cuts, cut{at: len(runes)}) {
		if c.at <= from {
			continue
		}
		q := p
		q.text = strings.ReplaceAll(string(runes[from:c.at]), "\u2011", "-")
		q.width = s.f.m.Width(q.face, q.text, q.size)
		q.after, q.cost = c.after, c.cost
		s.out = append(s.out, q)
		from = c.at
	}
}

// cut is a place in a word where a line may end.
type cut struct {
	at    int
	after gap
	cost  float64
}

// cuts gives the word without soft hyphens and where it may be broken, in order.
// Soft hyphens that the clerk wrote are the only hyphenation of their word.
func (s *setter) cuts(word string) ([]rune, []cut) {
	runes := make([]rune, 0, len(word))
	var out []cut
	soft := strings.ContainsRune(word, '\u00ad')
	for _, r := range word {
		if r != '\u00ad' {
			runes = append(runes, r)
		} else if len(runes) > 0 && s.hy != hyphenNever {
			out = append(out, cut{len(runes), atHyphen, costBinding})
		}
	}
	if !soft && !slices.Contains(runes, '\u2011') {
		out = append(out, s.joints(runes)...)
	}
	link := strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
	for i := 1; i+1 < len(runes); i++ {
		if mayEndAfter(runes, i, link) {
			out = append(out, cut{at: i + 1, after: atMark})
		}
	}
	slices.SortStableFunc(out, func(a, b cut) int { return a.at - b.at })
	return runes, out
}

// joints finds the automatic hyphens in each stretch of letters.
func (s *setter) joints(runes []rune) []cut {
	var out []cut
	for from := 0; from < len(runes); from++ {
		to := from
		for to < len(runes) && unicode.IsLetter(runes[to]) {
			to++
		}
		for _, at := range points(runes[from:to], s.hy, s.f.joints) {
			cost := float64(costJoint)
			if runes[from+at-1] == 's' {
				cost = costBinding
			}
			out = append(out, cut{from + at, atHyphen, cost})
		}
		from = to
	}
	return out
}

// mayEndAfter reports whether a line may end after rune i: a written hyphen
// after three letters and before one, a slash between long words, or any joint
// of an address on the web.
func mayEndAfter(w []rune, i int, link bool) bool {
	switch {
	case link:
		return strings.ContainsRune("/.-_?&=", w[i]) && w[i+1] != '/' && i > 3
	case w[i] == '-':
		return i >= 3 && allLetters(w[i-3:i]) && unicode.IsLetter(w[i+1])
	case w[i] == '/':
		return i > 3 && i+4 < len(w) && allLetters(w[i-3:i]) && allLetters(w[i+1:i+4])
	}
	return false
}

func allLetters(w []rune) bool {
	return !slices.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
}

// mark adds a footnote's raised number, which never starts a line.
func (s *setter) mark(note *Footnote) {
	if s.home == nil {
		return
	}
	n := s.f.note(note, s.home)
	if last := len(s.out) - 1; last >= 0 && s.out[last].after != forced {
		s.out[last].after = noBreak
	}
	ref := s.text.AddInline("Reference")
	p := piece{face: s.style.face(false, false), size: s.style.size * 0.62, raise: s.style.size * mmPerPoint * 0.34, elem: ref, note: n}
	p.text = n.label
	p.width = s.f.m.Width(p.face, p.text, p.size) + 0.15
	s.out = append(s.out, p)
}
