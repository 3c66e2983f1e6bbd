package layout

import "math"

// Shape is a small mark before a run, for the eye only: the words beside it say the
// same. It is drawn in black and never read.
type Shape int

const (
	NoShape  Shape = iota
	FullDisc       // ●
	HalfDisc       // ◐
	Ring           // ○
	Cross          // ×
	Diamond        // ◇
)

const (
	shapeRadius = 0.125 // of the size in points, in mm: 1.2 mm at 9.5 points
	shapeAfter  = 0.14  // the space after it
	shapeLine   = 0.7   // points
	crossLine   = 1.5
)

// turned gives the place on a half circle, 0 to 1 from its top past its left.
func turned(part float64) (left, up float64) {
	angle := math.Pi * part
	return math.Sin(angle), math.Cos(angle)
}

// shape is the piece that a shape is: never alone at the end of a line.
func (s *setter) shape(of Shape, p piece) {
	if of == NoShape {
		return
	}
	s.out = append(s.out, piece{shape: of, face: p.face, size: p.size, elem: p.elem, width: p.size * (2*shapeRadius + shapeAfter), after: noBreak})
}

// ink draws a shape from x, in the middle of the small letters above the baseline.
func (of Shape) ink(x, base, size float64) []Item {
	r := size * shapeRadius
	y := base - 0.34*size*mmPerPoint
	x += r
	ring := Item{Kind: Disc, X: x, Y: y, X2: r - shapeLine*mmPerPoint/2, Weight: shapeLine}
	switch of {
	case FullDisc:
		return []Item{{Kind: Disc, X: x, Y: y, X2: r, Fill: Black}}
	case Ring:
		return []Item{ring}
	case HalfDisc:
		const steps = 12
		half := Item{Kind: Polygon, Fill: Black}
		for i := range steps + 1 {
			dx, dy := turned(float64(i) / steps)
			half.Points = append(half.Points, [2]float64{x - ring.X2*dx, y - ring.X2*dy})
		}
		return []Item{half, ring}
	case Cross:
		d := r * 0.8
		return []Item{{Kind: Rule, X: x - d, Y: y - d, X2: x + d, Y2: y + d, Weight: crossLine}, {Kind: Rule, X: x - d, Y: y + d, X2: x + d, Y2: y - d, Weight: crossLine}}
	}
	return []Item{{Kind: Polygon, Weight: shapeLine, Points: [][2]float64{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}}}
}
