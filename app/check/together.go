package check

import (
	"errors"
	"slices"
	"strings"
)

// bunch is words that mean something when they stand in one sentence, in any
// order: one phrase of every group. The first group is what the sentence is about:
// when that is denied, nothing is said.
type bunch [][]int

var errGroups = errors.New(`want two groups or more: "skylt~ | dekal~ + kamer*"`)

// bunches reads what a look has together.
func (b *builder) bunches(texts []string) ([]bunch, error) {
	var out []bunch
	for _, text := range texts {
		var read bunch
		for group := range strings.SplitSeq(text, "+") {
			ids, err := b.all(strings.Split(group, "|"))
			if err != nil {
				return nil, err
			}
			read = append(read, ids)
		}
		if len(read) < 2 {
			return nil, errGroups
		}
		out = append(out, read)
	}
	return out, nil
}

// together gives a spot for every sentence that holds a whole bunch: the first of
// its first group that is not denied, or else the first.
func (r *run) together(l *look) []spot {
	var out []spot
	for _, b := range l.together {
		heads := r.views(l, b[0])
		for _, group := range b[1:] {
			if len(heads) == 0 {
				break
			}
			in := r.within(group)
			heads = slices.DeleteFunc(heads, func(s spot) bool { return !in[s.sentence()] })
		}
		for i, s := range heads {
			switch n := len(out) - 1; {
			case i == 0 || heads[i-1].sentence() != s.sentence():
				out = append(out, s)
			case out[n].denied && !s.denied:
				out[n] = s
			}
		}
	}
	return out
}
