package compare

import "math"

// work bounds how many steps a comparison takes before it settles for a fair
// answer, and leastLimit how many differences are always looked for in a range.
const (
	work       = 10_000_000
	leastLimit = 24
)

// aligner finds which things of two sequences answer to each other, in order, by
// Myers' method in linear space (An O(ND) Difference Algorithm, 1986). Ranges
// with more differences than most are parted where the search has come furthest.
type aligner struct {
	a, b          []int32
	match         []int32 // of a: index in b, or -1
	forth, back   []int32 // furthest place on each diagonal, from both ends
	origin, limit int     // diagonal 0 in forth and back; most differences
	steps         int     // diagonals looked at so far
}

// align gives for each thing in a its fellow in b, or -1. Fellows are equal and
// stand in the same order.
func align(a, b []int32) []int32 { return aligned(a, b).match }

func aligned(a, b []int32) *aligner {
	n := len(a) + len(b)
	g := &aligner{a: a, b: b, match: make([]int32, len(a)), origin: len(b) + 1,
		forth: make([]int32, n+3), back: make([]int32, n+3), limit: max(leastLimit, min(2000, work/(n+1)))}
	for i := range g.match {
		g.match[i] = -1
	}
	g.between(0, len(a), 0, len(b))
	return g
}

// between matches a[a0:a1] with b[b0:b1].
func (g *aligner) between(a0, a1, b0, b1 int) {
	for {
		for a0 < a1 && b0 < b1 && g.a[a0] == g.b[b0] {
			g.match[a0] = int32(b0)
			a0, b0 = a0+1, b0+1
		}
		for a0 < a1 && b0 < b1 && g.a[a1-1] == g.b[b1-1] {
			a1, b1 = a1-1, b1-1
			g.match[a1] = int32(b1)
		}
		if a0 == a1 || b0 == b1 {
			return
		}
		x, y := g.middle(a0, a1, b0, b1)
		g.between(a0, x, b0, y)
		a0, b0 = x, y
	}
}

// middle finds a place that a shortest way from corner to corner goes through,
// or a fair one when the way is too long.
func (g *aligner) middle(a0, a1, b0, b1 int) (x, y int) {
	low, high := a0-b1, a1-b0 // diagonals there are
	f0, f1 := a0-b0, a0-b0    // diagonals reached from the start
	r0, r1 := a1-b1, a1-b1    // and from the end
	odd := (f0-r0)&1 != 0
	forth, back, o := g.forth, g.back, g.origin
	forth[o+f0], back[o+r0] = int32(a0), int32(a1)
	for cost := 1; ; cost++ {
		f0, f1 = widen(forth, o, f0, f1, low, high, -1)
		for d := f1; d >= f0; d -= 2 {
			x := int(forth[o+d-1]) + 1
			if up := int(forth[o+d+1]); up >= x {
				x = up
			}
			for x < a1 && x-d < b1 && g.a[x] == g.b[x-d] {
				x++
			}
			forth[o+d] = int32(x)
			if odd && r0 <= d && d <= r1 && int(back[o+d]) <= x {
				return x, x - d
			}
		}
		r0, r1 = widen(back, o, r0, r1, low, high, math.MaxInt32)
		for d := r1; d >= r0; d -= 2 {
			x := int(back[o+d+1]) - 1
			if down := int(back[o+d-1]); down <= x {
				x = down
			}
			for x > a0 && x-d > b0 && g.a[x-1] == g.b[x-d-1] {
				x--
			}
			back[o+d] = int32(x)
			if !odd && f0 <= d && d <= f1 && x <= int(forth[o+d]) {
				return x, x - d
			}
		}
		g.steps += (f1 - f0 + r1 - r0) / 2
		if cost >= g.limit || g.steps > work && cost >= leastLimit {
			return g.furthest(a0, a1, b0, b1, f0, f1, r0, r1)
		}
	}
}

// widen takes one more diagonal at each end, where there is one; what lies
// beyond is nowhere.
func widen(reached []int32, o, from, to, low, high int, nowhere int32) (int, int) {
	if from > low {
		from--
		reached[o+from-1] = nowhere
	} else {
		from++
	}
	if to < high {
		to++
		reached[o+to+1] = nowhere
	} else {
		to--
	}
	return from, to
}

// furthest is the place where one of the two searches has covered most.
func (g *aligner) furthest(a0, a1, b0, b1, f0, f1, r0, r1 int) (x, y int) {
	best := -1
	for d := f1; d >= f0; d -= 2 {
		at := min(int(g.forth[g.origin+d]), a1, b1+d)
		if covered := at + at - d - a0 - b0; covered > best {
			best, x, y = covered, at, at-d
		}
	}
	for d := r1; d >= r0; d -= 2 {
		at := max(int(g.back[g.origin+d]), a0, b0+d)
		if covered := a1 + b1 - at - at + d; covered > best {
			best, x, y = covered, at, at-d
		}
	}
	return x, y
}
