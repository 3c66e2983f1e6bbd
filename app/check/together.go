package check

import (
	"slices"
	"strings"

	"yttra/app/packs"
)

// bunch is words that mean something when they stand in one sentence, in any
// order: one phrase of every group. The first group is what the sentence is about:
// when that is denied, nothing is said.
type bunch struct {
	groups [][]int
	never  []int // a sentence with one of these is about something else
}

var errGroups = &packs.Flaw{Why: packs.NoGroups}

// bunches reads what a look has together.
func (b *builder) bunches(texts []string) ([]bunch, error) {
	var out []bunch
	for _, text := range texts {
		wanted, never, excludes := strings.Cut(text, "!")
		var read bunch
		for group := range strings.SplitSeq(wanted, "+") {
			ids, err := b.group(group)
			if err != nil {
				return nil, err
			}
			read.groups = append(read.groups, ids)
		}
		if len(read.groups) < 2 || strings.ContainsAny(never, "+!") {
			return nil, errGroups
		}
		if excludes {
			var err error
			if read.never, err = b.group(never); err != nil {
				return nil, err
			}
		}
		out = append(out, read)
	}
	return out, nil
}

// group reads "a | b c".
func (b *builder) group(text string) ([]int, error) {
	phrases := strings.Split(text, "|")
	for i, p := range phrases {
		phrases[i] = squeeze(p)
	}
	return b.all(phrases)
}

// together gives a spot for every sentence that holds a whole bunch: the first of
// its first group that is not denied, or else the first.
func (r *run) together(l *look) []spot {
	var out []spot
	for _, b := range l.together {
		heads := r.views(l, b.groups[0])
		for _, group := range b.groups[1:] {
			heads = r.keep(heads, group, true)
		}
		for i, s := range r.keep(heads, b.never, false) {
			switch n := len(out) - 1; {
			case i == 0 || out[n].sentence() != s.sentence():
				out = append(out, s)
			case out[n].denied && !s.denied:
				out[n] = s
			}
		}
	}
	return out
}

// keep leaves the spots whose sentences hold one of the phrases, or hold none.
func (r *run) keep(spots []spot, phrases []int, hold bool) []spot {
	if len(spots) == 0 || len(phrases) == 0 {
		return spots
	}
	in := r.within(phrases)
	return slices.DeleteFunc(spots, func(s spot) bool { return in.has(s.sentence()) != hold })
}
