package pdf

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/reading"
)

// Scans gives the numbers, from 0, of the pages that are pictures with no text, and
// the sizes of all pages. It fails as Read does, but for CodeScanned.
func Scans(ctx context.Context, data []byte) ([]int, []reading.Page, error) {
	all, _, err := sheets(ctx, data)
	if err != nil {
		return nil, nil, err
	}
	var scans []int
	var sizes []reading.Page
	for i, s := range all {
		sizes = append(sizes, reading.Page{Width: s.Width, Height: s.Height})
		if s.Scan {
			scans = append(scans, i)
		}
	}
	return scans, sizes, nil
}

// unsure is the confidence, in percent, under which a word is marked.
const unsure = 75

// ReadWith is Read of a file some of whose pages a machine has read from pictures:
// their words by the numbers of the pages. That they were is remarked on, and each word
// that the machine was not sure of.
func ReadWith(ctx context.Context, data []byte, words map[int][]reading.Word) (reading.Text, error) {
	all, remarks, err := sheets(ctx, data)
	if err != nil {
		return reading.Text{}, err
	}
	read := 0
	for i := range all {
		if w := words[i]; len(w) > 0 && all[i].Scan {
			all[i].overprint(w)
			read++
		}
	}
	if broken(all) || scanned(all) {
		return reading.Text{}, noText(all)
	}
	t := compose(all, recount(remarks, read))
	t.Remarks = append(t.Remarks, uncertain(t, words)...)
	t.Files = portfolio(ctx, data)
	return t, nil
}

// overprint puts words of a machine on a page. What letters it has of its own, a stamp
// say, stay when they have a meaning, and are not there twice.
func (s *Sheet) overprint(words []reading.Word) {
	var own []Glyph
	if s.unknown()*2 <= s.letters() {
		own = s.Glyphs
	}
	words = slices.DeleteFunc(slices.Clone(words), func(w reading.Word) bool {
		return slices.ContainsFunc(own, func(g Glyph) bool {
			return !g.Made && !g.Unseen && middle(w.Box, reading.Box{X: g.X, Y: g.Y, W: g.W, H: g.H})
		})
	})
	s.Glyphs = append(slices.Clone(own), typeset(words)...)
	s.Scan, s.Machine = false, true
}

// recount moves pages from those without text to those that a machine has read.
func recount(remarks []app.Remark, read int) []app.Remark {
	var out []app.Remark
	machine := app.Remark{Code: app.RemarkMachineRead, N: read}
	for _, r := range remarks {
		switch r.Code {
		case app.RemarkEmptyPages:
			if r.N -= read; r.N <= 0 {
				continue
			}
		case app.RemarkMachineRead:
			machine.N += r.N
			continue
		}
		out = append(out, r)
	}
	if machine.N > 0 {
		out = append([]app.Remark{machine}, out...)
	}
	return out
}

// typeset makes letters of words: each as wide as its share of the word, on the
// baseline of its line.
func typeset(words []reading.Word) []Glyph {
	var out []Glyph
	for len(words) > 0 {
		n := 1
		for n < len(words) && words[n].Line == words[0].Line {
			n++
		}
		if len(out) > 0 {
			last := out[len(out)-1]
			out = append(out, Glyph{Text: "\n", X: last.X + last.W, Y: last.Y, Base: last.Base, Size: last.Size, Made: true})
		}
		out = append(out, setLine(words[:n])...)
		words = words[n:]
	}
	return out
}

// setLine makes the letters of one line.
func setLine(words []reading.Word) []Glyph {
	size, base := measure(words)
	var out []Glyph
	for i, w := range words {
		if i > 0 {
			before := words[i-1].Box
			x := before.X + before.W
			out = append(out, Glyph{Text: " ", X: x, Y: base - ascent*size, W: max(0, w.Box.X-x), H: size, Base: base, Size: size, Made: true})
		}
		letters := []rune(w.Text)
		each := w.Box.W / float32(len(letters))
		for k, r := range letters {
			out = append(out, Glyph{Text: string(r), X: w.Box.X + float32(k)*each, Y: base - ascent*size, W: each, H: size, Base: base, Size: size})
		}
	}
	return out
}

// How high the ink of letters is, in parts of their size.
const (
	ascent    = 0.8  // of the font above the baseline
	capital   = 0.7  // of A, b and 1
	small     = 0.5  // of x
	descender = 0.21 // of p, below
)

// measure guesses the size and the baseline of a line from the ink of its words.
func measure(words []reading.Word) (size, base float32) {
	var sizes, bases []float32
	for _, w := range words {
		up, down := float32(small), float32(0)
		for _, r := range w.Text {
			if strings.ContainsRune("gjpqy,;()[]Q", r) {
				down = descender
			}
			if unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("bdfhijklåäöéüt()[]/§!?", r) {
				up = capital
			}
		}
		if !strings.ContainsFunc(w.Text, unicode.IsLetter) && !strings.ContainsFunc(w.Text, unicode.IsDigit) {
			continue // a dash or a full stop tells nothing
		}
		s := w.Box.H / (up + down)
		sizes, bases = append(sizes, s), append(bases, w.Box.Y+w.Box.H-down*s)
	}
	if len(sizes) == 0 {
		w := words[0].Box
		return max(w.H, 1), w.Y + w.H
	}
	slices.Sort(sizes)
	slices.Sort(bases)
	return float32(math.Round(float64(sizes[len(sizes)/2]*2)) / 2), bases[len(bases)/2]
}

// uncertain finds the words in the text that the machine was not sure of.
func uncertain(t reading.Text, words map[int][]reading.Word) []app.Remark {
	var out []app.Remark
	for _, l := range t.Lines {
		for _, w := range words[l.Page] {
			if w.Confidence >= unsure || !middle(w.Box, l.Box) {
				continue
			}
			if at, ok := find(t, l, w); ok {
				out = append(out, app.Remark{Code: app.RemarkUncertain, Start: at.Start, End: at.End, N: max(0, w.Confidence), What: w.Text})
			}
		}
	}
	return out
}

// middle tells whether the middle of a word lies in a box, or but for a point.
func middle(w, in reading.Box) bool {
	x, y := w.X+w.W/2, w.Y+w.H/2
	return x >= in.X-1 && x <= in.X+in.W+1 && y >= in.Y-1 && y <= in.Y+in.H+1
}

// find tells where in a line a word stands: of several alike the one that is nearest
// to its place on the page.
func find(t reading.Text, l reading.Line, w reading.Word) (best app.Span, ok bool) {
	s := t.String[l.Span.Start:l.Span.End]
	apart := float32(math.MaxFloat32)
	for from := 0; ; {
		i := strings.Index(s[from:], w.Text)
		if i < 0 {
			return best, ok
		}
		at := app.Span{Start: l.Span.Start + from + i, End: l.Span.Start + from + i + len(w.Text)}
		if on := t.On(at); len(on) > 0 && abs(on[0].Box.X-w.Box.X) < apart {
			apart, best, ok = abs(on[0].Box.X-w.Box.X), at, true
		}
		from += i + len(w.Text)
	}
}
