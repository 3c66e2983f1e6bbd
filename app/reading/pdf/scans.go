package pdf

import (
	"slices"
	"strings"

	"yttra/app/reading"
)

// A page is a scan when a picture takes this much of it, and it has fewer letters
// that can be seen than a stamp and a reference number have.
const (
	scanShare   = 0.6
	stampLength = 150
)

// largeShare is how much of a page a picture takes that may hold words; a logotype
// takes less.
const largeShare = 0.15

// judge tells what kind of page it is, when everything on it has been read.
func (s *Sheet) judge(paintedOver bool) {
	letters, unseen := 0, 0
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		if g.Made || g.Text == " " {
			continue
		}
		if letters++; g.Unseen && g.inkless {
			unseen++
		}
	}
	whole := s.covered() >= scanShare
	switch {
	case whole && unseen*2 > letters, whole && paintedOver && letters >= stampLength:
		s.Machine = true
		for i := range s.Glyphs {
			s.Glyphs[i].Unseen = s.Glyphs[i].Unseen && !s.Glyphs[i].inkless
		}
	case letters-unseen < stampLength && whole:
		s.Scan = true
	case letters == unseen && (len(s.Pictures) > 0 || s.strokes > manyStrokes):
		s.Scan = true
	case s.unknown()*2 > letters && !s.sensible():
		s.Scan = true
	}
}

// frequent are the words that Swedish is full of.
var frequent = []string{"och", "att", "i", "som", "för", "på", "av", "en", "det", "till", "är", "med", "den", "om", "ett", "de", "har", "inte"}

// sensible tells whether letters that are guessed at make words: one in eight is one
// of the frequent, and in Swedish one in four is.
func (s *Sheet) sensible() bool {
	var b strings.Builder
	for i := range s.Glyphs {
		if g := &s.Glyphs[i]; !g.Unseen {
			b.WriteString(g.Text)
		}
	}
	words := strings.Fields(strings.ToLower(b.String()))
	n := 0
	for _, w := range words {
		if slices.Contains(frequent, w) {
			n++
		}
	}
	return n*8 > len(words)
}

// manyStrokes are more lines and curves than a page has that is empty but for its
// letterhead: its letters are drawn.
const manyStrokes = 100

// covered is how much of the page its pictures take, at most all of it.
func (s *Sheet) covered() float32 {
	var sum float32
	for _, p := range s.Pictures {
		sum += p.W * p.H
	}
	return sum / max(1, s.Width*s.Height)
}

// large counts the pictures that may hold words.
func (s *Sheet) large() (n int) {
	for _, p := range s.Pictures {
		if p.W*p.H >= largeShare*s.Width*s.Height {
			n++
		}
	}
	return n
}

// unknown counts the letters that have no meaning.
func (s *Sheet) unknown() (n int) {
	for i := range s.Glyphs {
		if s.Glyphs[i].Unknown && !s.Glyphs[i].Unseen {
			n++
		}
	}
	return n
}

// letters counts those that can be seen.
func (s *Sheet) letters() (n int) {
	for i := range s.Glyphs {
		if g := &s.Glyphs[i]; !g.Made && !g.Unseen && g.Text != " " {
			n++
		}
	}
	return n
}

// hidden counts the letters on the page that cannot be seen.
func (s *Sheet) hidden() (n int) {
	for i := range s.Glyphs {
		if g := &s.Glyphs[i]; g.Unseen && !g.Made && g.Text != " " && inside(reading.Box{X: g.X + g.W/2, Y: g.Y + g.H/2}, s.Width, s.Height) {
			n++
		}
	}
	return n
}
