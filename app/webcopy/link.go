package webcopy

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/markup"
	"yttra/app/privacy"
)

// A link as it is written: its words, and its address with what may follow it.
var linked = regexp.MustCompile(`\[((?:[^\[\]\\]|\\.)*)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)`)

// An address in the text itself.
var bareAddress = regexp.MustCompile(`<?(?i:https?://|mailto:|www\.)[^\s<>|]+>?`)

// unlinked takes away every link whose address holds something that is removed:
// its words stay. An address in the text is removed whole.
func unlinked(source string, cuts []cut, gone *privacy.Seeker) []cut {
	var inside []app.Span // addresses that go
	var marks []cut
	for _, m := range linked.FindAllStringSubmatchIndex(source, -1) {
		address := app.Span{Start: m[4], End: m[5]}
		if strings.HasPrefix(source[address.Start:], markup.Scheme) || !touched(cuts, address) && !holds(gone, source[address.Start:address.End]) {
			continue
		}
		inside = append(inside, app.Span{Start: m[3], End: m[1]})
		marks = append(marks, cut{app.Span{Start: m[0], End: m[0] + 1}, "", -1}, cut{app.Span{Start: m[3], End: m[1]}, "", -1})
	}
	cuts = slices.DeleteFunc(cuts, func(c cut) bool {
		return slices.ContainsFunc(inside, func(s app.Span) bool { return s.Start <= c.Start && c.End <= s.End })
	})
	return wholeAddresses(source, sorted(append(cuts, marks...)))
}

// wholeAddresses lets a cut in a bare address take all of it.
func wholeAddresses(source string, cuts []cut) []cut {
	for _, m := range bareAddress.FindAllStringIndex(source, -1) {
		end := m[0] + len(strings.TrimRight(source[m[0]:m[1]], ".,;:!?)"))
		for i := range cuts {
			if c := &cuts[i]; c.Start >= m[0] && c.End <= end && c.instead != "" {
				c.Start, c.End = m[0], end
			}
		}
	}
	return sorted(cuts)
}

func touched(cuts []cut, s app.Span) bool {
	return slices.ContainsFunc(cuts, func(c cut) bool { return over(c.Span, s) })
}

// holds tells whether an address holds something that is gone, behind its escapes.
func holds(gone *privacy.Seeker, address string) bool {
	plain, err := url.PathUnescape(address)
	return err == nil && len(gone.Find(plain)) > 0
}
