package parts

import (
	"fyne.io/fyne/v2"

	"yttra/app"
)

// marked draws the marked places of an original that are within a part of it: what
// lies under the words (or lets them through), and what lies over them.
func (p *Original) marked(seen app.Span) (tints, lines []fyne.CanvasObject) {
	in := p.ground.inks()
	tint := func(s app.Span, c Token) []spot {
		if !meets(s, seen) {
			return nil
		}
		boxes := p.ground.boxes(s)
		for _, b := range boxes {
			tints = append(tints, rectAt(c, b.x-1, b.y, b.w+2, b.h))
		}
		return boxes
	}
	for _, s := range p.marks {
		if s == p.now {
			continue
		}
		for _, b := range tint(s, in.marked) {
			lines = append(lines, rectAt(in.line, b.edge, b.y, 3, b.h))
		}
	}
	for i, s := range p.hits {
		if i == p.hit {
			continue
		}
		for _, b := range tint(s, in.found) {
			lines = append(lines, rectAt(in.line, b.x, b.y+b.h-1, b.w, 2))
		}
	}
	framed := func(s app.Span, c Token) {
		boxes := tint(s, c)
		out := float32(2)
		if len(boxes) > 1 { // lines under each other: their frames would cross
			out = 0
		}
		for _, b := range boxes {
			f := Frame(in.line, 2, 2)
			place(f, b.x-3, b.y-out, b.w+6, b.h+2*out)
			lines = append(lines, f, rectAt(in.line, b.edge, b.y-out, 5, b.h+2*out))
		}
	}
	framed(p.now, in.now)
	if p.hit >= 0 {
		framed(p.hits[p.hit], in.found)
	}
	tint(p.picked, in.picked)
	return tints, append(lines, p.remarked(seen, in)...)
}

// remarked draws what the reader had to say of single words: a line under what was
// inserted and not accepted, dots under what a machine read and is not sure of.
func (p *Original) remarked(seen app.Span, in inks) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range p.o.Text.Remarks {
		s := app.Span{Start: r.Start, End: r.End}
		if r.Code != app.RemarkInserted && r.Code != app.RemarkUncertain || !meets(s, seen) {
			continue
		}
		for _, b := range p.ground.boxes(s) {
			if r.Code == app.RemarkInserted {
				out = append(out, rectAt(in.line, b.x, b.y+b.h-1, b.w, 1))
				continue
			}
			for x := b.x; x < b.x+b.w-1; x += 5 {
				out = append(out, rectAt(in.line, x, b.y+b.h-1, 2, 2))
			}
		}
	}
	return out
}

func meets(s, other app.Span) bool {
	return !s.Empty() && s.Start < other.End && other.Start < s.End
}

func rectAt(c Token, x, y, w, h float32) fyne.CanvasObject {
	r := Rect(c, 0, 0, 0)
	place(r, x, y, w, h)
	return r
}
