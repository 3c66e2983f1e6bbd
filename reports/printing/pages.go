package printing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Range is pages from one to another, both counted from 1.
type Range struct{ From, To int }

// PagesError is a part of a list of pages that is none of the paper's.
type PagesError struct {
	Part string
	Of   int // pages of the paper
}

func (e *PagesError) Error() string { return fmt.Sprintf("pages %q of %d", e.Part, e.Of) }

// ReadPages reads pages as a person writes them, "1-3, 5" or "4–", of a paper with
// so many. Nothing, and all of them, give none. It fails with *PagesError.
func ReadPages(s string, of int) ([]Range, error) {
	var out []Range
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		from, to, ranged := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
		r := Range{}
		var err error
		if r.From, err = strconv.Atoi(strings.TrimSpace(from)); err != nil {
			return nil, &PagesError{part, of}
		}
		switch to = strings.TrimSpace(to); {
		case !ranged:
			r.To = r.From
		case to == "":
			r.To = of
		default:
			if r.To, err = strconv.Atoi(to); err != nil {
				return nil, &PagesError{part, of}
			}
		}
		if r.From < 1 || r.To < r.From || r.To > of {
			return nil, &PagesError{part, of}
		}
		out = append(out, r)
	}
	if slices.Contains(out, Range{1, of}) {
		return nil, nil
	}
	slices.SortFunc(out, func(a, b Range) int { return a.From - b.From }) // CUPS wants them rising
	return joined(out), nil
}

// joined makes one range of those that meet.
func joined(rs []Range) []Range {
	var out []Range
	for _, r := range rs {
		if n := len(out) - 1; n >= 0 && r.From <= out[n].To+1 {
			out[n].To = max(out[n].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return out
}

// Sheets counts the pages that are printed of a paper with so many, in one copy.
func Sheets(rs []Range, of int) int {
	if len(rs) == 0 {
		return of
	}
	n := 0
	for _, r := range rs {
		n += r.To - r.From + 1
	}
	return n
}
