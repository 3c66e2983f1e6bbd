package layout

import (
	"math"
	"strconv"
	"strings"
)

// Figure is a drawing with its caption below. It stands where it is put and is
// never split; one that is larger than the page is drawn smaller. Everything in
// it is one element of the structure tree, so that it is heard as Alt, and its
// text is read in the order it is drawn.
type Figure struct {
	Items   []Item // from the figure's top left corner; what they belong to is decided here
	Width   float64
	Height  float64
	Caption []Run  // numbered "Figur 1." when not empty
	Alt     string // says what it shows and every value; empty: the caption
	Wide    bool   // begins in the margin
}

const (
	captionBefore = 2.2
)

// figure adds the Figure element and, after it, its Caption.
func (f *flow) figure(parent *Elem, fig Figure) {
	x := textLeft
	if fig.Wide {
		x = edgeLeft
	}
	e := parent.Add("Figure")
	if e.Alt = fig.Alt; e.Alt == "" {
		e.Alt = plain(fig.Caption)
	}
	small := min(1, (edgeRight-x)/max(fig.Width, 1), (f.look.bottom-f.look.top-3*f.look.small.lead)/max(fig.Height, 1))
	s := &strip{height: fig.Height * small, before: f.look.line, kind: rowStrip}
	for _, it := range fig.Items {
		it = it.scaled(small).moved(x, 0)
		if it.Elem = e; it.Kind == Text {
			it.S = strings.TrimRight(strings.ReplaceAll(it.S, "\u2011", "-"), " ") + " " // so that search finds its words
		}
		s.items = append(s.items, it)
	}
	s.figure, s.frame = e, f.frame(s.items)
	if e.Alt == "" { // nothing is said of it: nothing is heard
		parent.Kids = parent.Kids[:len(parent.Kids)-1]
		s.figure, s.items = nil, unread(s.items)
	}
	s.keep = !isEmpty(fig.Caption)
	f.add(s)
	if s.keep {
		f.figures++
		runs := fig.Caption
		if label := fill(f.doc.Words.Figure, "n", strconv.Itoa(f.figures)); label != "" {
			runs = append([]Run{{Text: label + " ", Bold: true}}, runs...)
		}
		text, home := leaf(parent.Add("Caption"), runs)
		f.lines(text, home, runs, setting{x: x, width: edgeRight - x, style: f.look.small, before: captionBefore, together: true, kind: rowStrip})
	}
	f.space(f.look.line)
}

// frame is the rectangle around the ink of a figure: left, top, right, bottom.
func (f *flow) frame(items []Item) [4]float64 {
	out := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, it := range items {
		b := f.bounds(it)
		out = [4]float64{min(out[0], b[0]), min(out[1], b[1]), max(out[2], b[2]), max(out[3], b[3])}
	}
	return out
}

// bounds is the rectangle around what an item draws, outlines left out.
func (f *flow) bounds(it Item) [4]float64 {
	switch it.Kind {
	case Text:
		size := it.Size * mmPerPoint
		return [4]float64{it.X, it.Y - 0.8*size, it.X + f.m.Width(it.Face, strings.TrimRight(it.S, " "), it.Size), it.Y + 0.25*size}
	case Disc:
		return [4]float64{it.X - it.X2, it.Y - it.X2, it.X + it.X2, it.Y + it.X2}
	case Polygon:
		out := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, c := range it.Points {
			out = [4]float64{min(out[0], c[0]), min(out[1], c[1]), max(out[2], c[0]), max(out[3], c[1])}
		}
		return out
	}
	return [4]float64{min(it.X, it.X2), min(it.Y, it.Y2), max(it.X, it.X2), max(it.Y, it.Y2)}
}

// scaled gives the item at another size; line weights stay.
func (it Item) scaled(by float64) Item {
	it.X, it.Y, it.X2, it.Y2, it.Size = it.X*by, it.Y*by, it.X2*by, it.Y2*by, it.Size*by
	it.Points = mapped(it.Points, func(x, y float64) (float64, float64) { return x * by, y * by })
	return it
}

// moved gives the item at another place.
func (it Item) moved(dx, dy float64) Item {
	it.X, it.Y = it.X+dx, it.Y+dy
	if it.Kind == Rule || it.Kind == Box || it.Kind == Picture {
		it.X2, it.Y2 = it.X2+dx, it.Y2+dy
	}
	it.Points = mapped(it.Points, func(x, y float64) (float64, float64) { return x + dx, y + dy })
	return it
}

func mapped(points [][2]float64, to func(x, y float64) (float64, float64)) [][2]float64 {
	if points == nil {
		return nil
	}
	out := make([][2]float64, len(points))
	for i, c := range points {
		out[i][0], out[i][1] = to(c[0], c[1])
	}
	return out
}

const (
	hatchLine  = 0.4 // points
	hatchApart = 1.1 // mm
)

// Hatching gives the slanting lines in a Box that is filled with Hatched, each
// from its lower left end.
func (it Item) Hatching() []Item {
	left, right := min(it.X, it.X2), max(it.X, it.X2)
	top, bottom := min(it.Y, it.Y2), max(it.Y, it.Y2)
	if left == right {
		return nil
	}
	var out []Item
	for c := left + top + hatchApart; c < right+bottom; c += hatchApart { // where x + y = c
		x, x2 := max(left, c-bottom), min(right, c-top)
		out = append(out, Item{Kind: Rule, X: x, Y: c - x, X2: x2, Y2: c - x2, Weight: hatchLine, Stroke: Black})
	}
	return out
}
