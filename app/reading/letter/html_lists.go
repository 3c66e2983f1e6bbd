package letter

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"yttra/app/reading"
)

// list is a list that is open.
type list struct {
	ordered, none bool
	kind          byte // 1, a, A, i, I
	n             int  // of the next item
	back          bool // it counts down
	fromEnd       bool // … from how many there are
	items         []*para
}

func (h *page) beginList(tag atom.Atom, a attributes) {
	l := &list{ordered: tag == atom.Ol, kind: '1', n: 1}
	if t := a["type"]; t != "" {
		l.kind = t[0]
	}
	switch {
	case a.style("list-style-type:none", "list-style:none"):
		l.none = true
	case a.style("list-style-type:lower-alpha", "list-style-type:lower-latin"):
		l.kind = 'a'
	case a.style("list-style-type:upper-alpha", "list-style-type:upper-latin"):
		l.kind = 'A'
	case a.style("list-style-type:lower-roman"):
		l.kind = 'i'
	case a.style("list-style-type:upper-roman"):
		l.kind = 'I'
	case a.style("list-style-type:disc", "list-style-type:circle", "list-style-type:square"):
		l.ordered = false
	}
	_, l.back = a["reversed"]
	n, err := strconv.Atoi(strings.TrimSpace(a["start"]))
	if l.fromEnd = l.back && err != nil; err == nil {
		l.n = n
	}
	h.lists = append(h.lists, l)
}

func (h *page) endList() {
	n := len(h.lists) - 1
	if n < 0 {
		return
	}
	l := h.lists[n]
	if l.fromEnd && l.ordered && !l.none {
		for i, p := range l.items {
			p.mark = number(len(l.items)-i, l.kind) + ". "
		}
	}
	h.lists = h.lists[:n]
}

func (h *page) beginItem(a attributes) {
	p := h.para(h.state())
	p.kind, p.level = reading.Item, max(1, len(h.lists))
	if len(h.lists) == 0 { // an item without its list
		p.mark = "– "
		return
	}
	l := h.lists[len(h.lists)-1]
	if n, err := strconv.Atoi(strings.TrimSpace(a["value"])); err == nil {
		l.n = n
	}
	switch {
	case l.none || a.style("list-style-type:none", "list-style:none"):
	case l.ordered:
		p.mark = number(l.n, l.kind) + ". "
	default:
		p.mark = "– "
	}
	l.items = append(l.items, p)
	if l.n++; l.back {
		l.n -= 2
	}
}

// number writes one as a list of a kind counts.
func number(n int, kind byte) string {
	switch {
	case kind == 'a' && n > 0 && n <= 26*27:
		return letters(n)
	case kind == 'A' && n > 0 && n <= 26*27:
		return strings.ToUpper(letters(n))
	case kind == 'i' && n > 0 && n < 4000:
		return roman(n)
	case kind == 'I' && n > 0 && n < 4000:
		return strings.ToUpper(roman(n))
	}
	return strconv.Itoa(n)
}

func letters(n int) string {
	if n > 26 {
		return letters((n-1)/26) + letters((n-1)%26+1)
	}
	return string(rune('a' + n - 1))
}

func roman(n int) string {
	var b strings.Builder
	for _, s := range []struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= s.n; n -= s.n {
			b.WriteString(s.s)
		}
	}
	return b.String()
}

// tidyMark makes the mark of a list of what a word processor wrote for it: a number as
// it is, and a dash for the many signs that are drawn with fonts of pictures.
func tidyMark(mark string) string {
	if mark == "" || mark == "– " {
		return mark
	}
	mark = strings.Join(strings.FieldsFunc(mark, unseen), " ")
	r, n := utf8.DecodeRuneInString(mark)
	switch {
	case mark == "":
		return ""
	case n == len(mark) && (r == 'o' || r == 'Ø' || r == 'ü' || r == 'v' || r == 'q' || !unicode.IsLetter(r) && !unicode.IsDigit(r)):
		return "– "
	}
	return mark + " "
}
