package spelling

// How far words are from each other. Letters that change places are one slip.

// distance counts the slips between two words; more than most is most and one.
func distance(a, b []rune, most int) int {
	var rows [3][2 * maxWord]int
	if len(b)+1 > len(rows[0]) {
		return most + 1
	}
	for j := range len(b) + 1 {
		rows[1][j] = j
	}
	before, last, now := &rows[0], &rows[1], &rows[2]
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := now[0]
		for j := 1; j <= len(b); j++ {
			n := last[j-1]
			if a[i-1] != b[j-1] {
				n = min(n, last[j], now[j-1]) + 1
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					n = min(n, before[j-2]+1)
				}
			}
			now[j] = n
			least = min(least, n)
		}
		if least > most {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

// opening counts the slips between a stem and the part of a word, from its
// beginning, that is most like it; more than most is most and one.
func opening(stem, word []rune, most int) int {
	var rows [2][maxLetters + 1]int
	last, now := &rows[0], &rows[1]
	for j := range len(word) + 1 {
		last[j] = j
	}
	least := 0
	for i := 1; i <= len(stem); i++ {
		now[0], least = i, i
		from, to := max(1, i-most-1), min(len(word), i+most+1)
		if from > 1 {
			now[from-1] = most + 1
		}
		for j := from; j <= to; j++ {
			n := last[j-1]
			if stem[i-1] != word[j-1] {
				n = min(n, last[j], now[j-1]) + 1
			}
			now[j] = n
			least = min(least, n)
		}
		if to < len(word) {
			now[to+1] = most + 1
		}
		if least > most {
			return most + 1
		}
		last, now = now, last
	}
	return least
}

// weigh is distance with lighter weights for slips that are easily made: a letter
// for one that sounds or looks alike, one too many or too few of the same, two
// that have changed places.
func weigh(a, b []rune) float64 {
	const half, first = 0.5, 0.4
	rows := make([][]float64, len(a)+1)
	for i := range rows {
		rows[i] = make([]float64, len(b)+1)
		for j := range rows[i] {
			switch {
			case i == 0:
				rows[i][j] = float64(j)
				continue
			case j == 0:
				rows[i][j] = float64(i)
				continue
			}
			x, y := a[i-1], b[j-1]
			n := rows[i-1][j-1]
			if x != y {
				if alike(x, y) {
					n += half
				} else {
					n++
				}
			}
			n = min(n, rows[i-1][j]+lone(a, i-1), rows[i][j-1]+lone(b, j-1))
			if i > 1 && j > 1 && x == b[j-2] && a[i-2] == y && x != y {
				n = min(n, rows[i-2][j-2]+half)
			}
			rows[i][j] = n
		}
	}
	cost := rows[len(a)][len(b)]
	if len(a) > 0 && len(b) > 0 && a[0] != b[0] {
		cost += first
	}
	return cost
}

// lone is what a letter weighs that only one of the words has: half when it is
// the same as the one beside it.
func lone(w []rune, i int) float64 {
	if i > 0 && w[i-1] == w[i] || i+1 < len(w) && w[i+1] == w[i] {
		return 0.5
	}
	return 1
}

// alike tells whether letters are easily taken for each other.
func alike(a, b rune) bool {
	for _, set := range [...]string{"aåä", "eäé", "oöå", "ck", "csz", "vw", "iyj", "gj", "dt", "bp"} {
		both := 0
		for _, r := range set {
			if r == a || r == b {
				both++
			}
		}
		if both == 2 {
			return true
		}
	}
	return false
}
