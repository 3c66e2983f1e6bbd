package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// sketchColumn is how many mm a letter of a sketch stands for.
const sketchColumn = 2.0

// Sketch gives a page as text one can read: each line of the page with its
// baseline in mm, letters about where they stand, rules as rows of ─, bars and
// boxes as ▌ and ▭. It is for tests and for terminals.
func (p Page) Sketch() string {
	rows := map[int][]Item{}
	for _, it := range p.Items {
		if it.Artifact == WatermarkArtifact && it.Kind != Text || it.Kind == Rule && it.Y != it.Y2 || it.Kind == Rule && it.Weight == 0.4 {
			continue
		}
		y := int(math.Round(sketchBase(it) * 10))
		rows[y] = append(rows[y], it)
	}
	var ys []int
	for y := range rows {
		ys = append(ys, y)
	}
	slices.Sort(ys)
	var b strings.Builder
	for _, y := range ys {
		fmt.Fprintf(&b, "%6.1f  %s\n", float64(y)/10, sketchRow(rows[y]))
	}
	return b.String()
}

// sketchBase is the baseline of the line an item belongs to: bars end below it,
// and footnote marks stand above.
func sketchBase(it Item) float64 {
	switch {
	case it.Kind == Box && it.solid() && it.X2-it.X < sketchColumn:
		return it.Y2 - 0.4 - line*(1-baseline)
	case it.Kind == Box:
		return it.Y2
	case it.Kind == Polygon && len(it.Points) > 0:
		return it.Points[0][1]
	case it.Kind == Text && it.Size < 7:
		return it.Y + it.Size/0.62*mmPerPoint*0.34
	}
	return it.Y
}

func sketchRow(items []Item) string {
	slices.SortStableFunc(items, func(a, b Item) int { return int(math.Round((a.X - b.X) * 100)) })
	var out []rune
	var last *Elem
	for i, it := range items {
		at := max(0, int(math.Round((it.X-20)/sketchColumn)))
		if block := it.Elem.block(); i > 0 && (block == nil || block != last) && len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
		last = it.Elem.block()
		for len(out) < at {
			out = append(out, ' ')
		}
		out = append(out, []rune(sketchItem(it))...)
	}
	return strings.TrimRight(string(out), " ")
}

// block is the element that e stands in, past inline ones.
func (e *Elem) block() *Elem {
	for e != nil && e.Inline {
		e = e.Parent
	}
	return e
}

func sketchItem(it Item) string {
	switch it.Kind {
	case Text:
		return strings.ReplaceAll(it.S, "\u00ad", "-")
	case Rule:
		return strings.Repeat("─", max(1, int((it.X2-it.X)/sketchColumn)))
	case Picture:
		return fmt.Sprintf("[picture %.0f × %.0f]", it.X2-it.X, it.Y2-it.Y)
	case Box:
		return sketchBox(it)
	}
	return "▭"
}

// solid tells a shape that is filled with black or a colour.
func (it Item) solid() bool { return it.Fill == Black || it.Fill >= coloured }

// sketchBox is a bar as long as the box is wide, by its ink.
func sketchBox(it Item) string {
	n := int((it.X2 - it.X) / sketchColumn)
	switch {
	case n == 0 && it.solid():
		return "▌"
	case n == 0:
		return "▭"
	case it.solid():
		return strings.Repeat("█", n)
	case it.Fill == Hatched:
		return strings.Repeat("▨", n)
	}
	return strings.Repeat("▭", n)
}

// Outline gives the structure tree as indented text: roles, attributes, and the
// text of every element in the order it is drawn.
func (s Set) Outline() string {
	says := map[*Elem][]string{}
	inline := map[*Elem][]*Elem{}
	for _, p := range s.Pages {
		for _, it := range p.Items {
			if it.Elem == nil {
				continue
			}
			attach(it.Elem, inline)
			if it.Kind == Text {
				says[it.Elem] = append(says[it.Elem], it.S)
			}
		}
	}
	var b strings.Builder
	outline(&b, s.Root, 0, says, inline)
	return b.String()
}

// attach notes inline elements with their parent when they are first drawn.
func attach(e *Elem, inline map[*Elem][]*Elem) {
	for ; e != nil && e.Parent != nil; e = e.Parent {
		if e.Inline && !slices.Contains(inline[e.Parent], e) {
			inline[e.Parent] = append(inline[e.Parent], e)
		}
	}
}

func outline(b *strings.Builder, e *Elem, depth int, says map[*Elem][]string, inline map[*Elem][]*Elem) {
	b.WriteString(strings.Repeat("  ", depth) + e.Role)
	for _, a := range []struct{ name, value string }{{"scope", e.Scope}, {"list", e.List}, {"id", e.ID}, {"alt", e.Alt}, {"summary", e.Summary}} {
		if a.value != "" {
			fmt.Fprintf(b, " %s=%q", a.name, a.value)
		}
	}
	if t := strings.Join(says[e], ""); t != "" {
		fmt.Fprintf(b, " %q", t)
	}
	b.WriteByte('\n')
	for _, k := range append(slices.Clone(e.Kids), inline[e]...) {
		outline(b, k, depth+1, says, inline)
	}
}
