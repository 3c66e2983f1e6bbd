package check

import (
	"cmp"
	"slices"

	"yttra/app"
)

// Advice about a word that stands on every page is one piece of advice, and a
// paper of three pages with forty pieces of it is put aside unread. What is left
// out is counted on the last that is told, and comes forward when that is mended.

// telling is how a finding is told: with which others, and how much it weighs.
type telling struct {
	group  string // empty: alone
	weight int
}

// How much advice a rule of language gives at most: so many, and one more for
// every so many words.
const (
	mostAdvice     = 4
	wordsPerAdvice = 800
)

// together lets findings of the same group be told once, at the first place, with
// how many more there are. One that has been accepted with a reason stands alone.
func together(fs []app.Finding, how []telling) (out []app.Finding, weights []int) {
	first := map[string]int{}
	for i, f := range fs {
		g := how[i].group
		at, known := first[g]
		switch {
		case g == "" || f.Waived != "":
		case known:
			out[at].Repeats += 1 + f.Repeats
			continue
		default:
			first[g] = len(out)
		}
		out, weights = append(out, f), append(weights, how[i].weight)
	}
	return out, weights
}

// fewest keeps the heaviest findings, in their order; those accepted with a reason
// are always kept.
func fewest(fs []app.Finding, weights []int, most int) []app.Finding {
	open := 0
	for _, f := range fs {
		if f.Waived == "" {
			open++
		}
	}
	if open <= most {
		return fs
	}
	order := make([]int, len(fs))
	for i := range fs {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if x, y := fs[a].Waived != "", fs[b].Waived != ""; x != y {
			if x {
				return -1
			}
			return 1
		}
		return cmp.Compare(weights[b], weights[a])
	})
	kept := order[:len(fs)-open+most]
	hidden := 0
	for _, i := range order[len(kept):] {
		hidden += 1 + fs[i].Repeats
	}
	slices.Sort(kept)
	var out []app.Finding
	for _, i := range kept {
		out = append(out, fs[i])
	}
	for i := len(out) - 1; i >= 0; i-- {
		if out[i].Waived == "" {
			out[i].Repeats += hidden
			break
		}
	}
	return out
}
