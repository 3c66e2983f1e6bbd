package compare

// Two paragraphs are alike when, of every hundred letters in both, so many stand
// in words they share.
const alike = 35

// Gaps larger than this are paired by looking only so far ahead.
const (
	largeGap = 2500
	ahead    = 24
)

// pair gives each paragraph of a its fellow in b among those alike, in order, so
// that as much as possible is shared.
func (r *reader) pair(a, b []unit, fellows []int) {
	if len(a)*len(b) > largeGap {
		r.pairAhead(a, b, fellows)
		return
	}
	// best[i][j] is the most that can be shared from a[i:] and b[j:].
	best := make([][]int, len(a)+1)
	shared := make([][]int, len(a))
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		shared[i] = make([]int, len(b))
		for j := len(b) - 1; j >= 0; j-- {
			shared[i][j] = r.shared(a[i], b[j])
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if s := shared[i][j]; s > 0 {
				best[i][j] = max(best[i][j], s+best[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case shared[i][j] > 0 && best[i][j] == shared[i][j]+best[i+1][j+1]:
			fellows[i] = j
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
}

// pairAhead takes for each paragraph the most alike of the next few.
func (r *reader) pairAhead(a, b []unit, fellows []int) {
	next := 0
	for i := range a {
		most, at := 0, -1
		for j := next; j < min(len(b), next+ahead); j++ {
			if s := r.shared(a[i], b[j]); s > most {
				most, at = s, j
			}
		}
		if at >= 0 {
			fellows[i] = at
			next = at + 1
		}
	}
}

// shared is how many letters stand in words that both have; 0 when they are not
// alike, or when too much has been looked at already.
func (r *reader) shared(a, b unit) int {
	most := 2 * min(a.size, b.size)
	if most*100 < alike*(a.size+b.size) || r.left < 0 {
		return 0
	}
	r.left -= len(a.bag) + len(b.bag)
	n := 0
	for i, j := 0, 0; i < len(a.bag) && j < len(b.bag); {
		switch x, y := a.bag[i], b.bag[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			n += r.words.letters[x]
			i, j = i+1, j+1
		}
	}
	if 2*n*100 < alike*(a.size+b.size) {
		return 0
	}
	return max(n, 1)
}
