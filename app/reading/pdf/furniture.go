package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/reading"
)

// leaf is a page on its way to be read: its words, and what was taken from its edges.
type leaf struct {
	width, height float32
	rows          []row
	rules         []reading.Box
	head, foot    []row // of the page, which are no part of the text
	notes         []row // footnotes
	page          int
	body          float32 // the size of most of the paper's letters
}

// edge is how much of a page's height heads and feet stand in, at its top and bottom.
const edge = 0.2

// furnish takes the heads and feet off the pages: what is repeated on another page at
// the same place, and page numbers.
func furnish(leaves []*leaf) {
	body := bodySize(leaves)
	type place struct {
		text string
		foot bool
	}
	at := map[place][]*row{}
	page := map[*row]int{}
	for _, l := range leaves {
		l.body = body
		notes := l.ruled()
		for i := range l.rows {
			r := &l.rows[i]
			if l.isNote(i, notes) {
				continue
			}
			if foot := r.base > l.height*(1-edge); foot || r.base < l.height*edge {
				k := place{shape(r.text()), foot}
				at[k] = append(at[k], r)
				page[r] = l.page
			}
		}
	}
	repeated := map[*row]bool{}
	for _, rs := range at {
		for i, r := range rs {
			for _, other := range rs[max(0, i-8):min(len(rs), i+9)] {
				if page[other] != page[r] && abs(other.base-r.base) < 10 {
					repeated[r] = true
				}
			}
		}
	}
	for _, l := range leaves {
		l.trim(func(r *row) bool { return repeated[r] }, len(leaves) > 1)
	}
}

// shape is a text with its figures alike: "Sida 2 (3)" and "Sida 3 (3)" are one.
func shape(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, strings.ReplaceAll(s, " ", ""))
}

// trim takes rows off both ends of the page, as long as they are furniture.
func (l *leaf) trim(repeated func(*row) bool, many bool) {
	from, to := 0, len(l.rows)
	for from < to {
		r := &l.rows[from]
		if r.base > l.height*edge || !repeated(r) && !l.isNumber(from, from+1, many) {
			break
		}
		from++
	}
	for to > from {
		r := &l.rows[to-1]
		if r.base < l.height*(1-edge) || !repeated(r) && !l.isNumber(to-1, to-2, many) {
			break
		}
		to--
	}
	l.head, l.foot = l.rows[:from], l.rows[to:]
	l.rows = l.rows[from:to]
	if address := l.address(); address < len(l.rows) {
		l.foot = append(append([]row{}, l.rows[address:]...), l.foot...)
		l.rows = l.rows[:address]
	}
}

// isNumber tells whether a row at the edge of the page is its number, or, from the
// second page on, a head that ends with one.
func (l *leaf) isNumber(i, next int, many bool) bool {
	r := l.rows[i]
	if isPageNumber(r.text()) {
		return true
	}
	if next < 0 || next >= len(l.rows) || abs(l.rows[next].base-r.base) < 1.4*r.size {
		return false
	}
	return many && l.page > 0 && pageNumberIn(r) >= 0
}

var pageNumber = regexp.MustCompile(`(?i)^(?:sida|sidan|sid\.?|page|s\.)? ?[-–(]? ?\d{1,3}(?: ?(?:\(|/|av|of) ?\d{1,3} ?\)?)? ?[-–)]?$`)

// isPageNumber recognises "1", "1 (2)", "1/2", "Sida 1 av 2", "– 1 –".
func isPageNumber(s string) bool { return len(s) < 24 && pageNumber.MatchString(s) }

// pageNumberIn gives the word with which a page number begins that stands apart in a
// row; -1 when there is none.
func pageNumberIn(r row) int {
	for i := len(r.words) - 1; i > 0; i-- {
		if r.words[i].x0-r.words[i-1].x1 > 1.2*r.size {
			s := wordsText(r.words[i:])
			if isPageNumber(s) && (strings.ContainsAny(s, "(/") || strings.IndexFunc(s, unicode.IsLetter) >= 0) {
				return i
			}
			return -1
		}
	}
	return -1
}

// withoutNumber gives a row of a head or foot without the number of its page; nothing
// when it is no more than that.
func withoutNumber(r row) []word {
	if isPageNumber(r.text()) {
		return nil
	}
	if i := pageNumberIn(r); i > 0 {
		return r.words[:i]
	}
	return r.words
}

var addressRE = regexp.MustCompile(`(?i)\b(?:www\.|https?:|[\w.-]+@[\w-]+\.|[a-zåäö0-9-]+\.(?:se|nu|org|com)\b|tfn|tel|telefon|fax|org\.? ?nr|organisationsnummer|postadress|besöksadress|e-post|bankgiro|plusgiro|bg |pg |växel|\d{3} ?\d{2} [A-ZÅÄÖ]|box \d)`)

// address finds where the foot of a letterhead begins that stands at the bottom of the
// page: an address, small or set apart. It gives the number of rows when there is none.
func (l *leaf) address() int {
	n := len(l.rows)
	if n < 3 {
		return n
	}
	notes := l.ruled()
	for from := n - 1; from > 0 && from >= n-8; from-- {
		r := l.rows[from]
		if r.base < l.height*0.82 || l.isNote(from, notes) {
			return n
		}
		gap := r.base - l.rows[from-1].base
		apart := gap > 2.2*max(r.size, l.rows[from-1].size) || r.size < 0.92*l.body && gap > 1.5*r.size && l.rows[from-1].size > r.size*1.05
		if !apart {
			continue
		}
		for _, f := range l.rows[from:] {
			if addressRE.MatchString(f.text()) {
				return from
			}
		}
		return n
	}
	return n
}

// bodySize is the size that most letters of the pages have.
func bodySize(leaves []*leaf) float32 {
	count := map[int]int{}
	best := 0
	for _, l := range leaves {
		for _, r := range l.rows {
			for _, w := range r.words {
				k := int(w.size*2 + 0.5)
				count[k] += utf8.RuneCountInString(w.text)
				if count[k] > count[best] || count[k] == count[best] && k < best {
					best = k
				}
			}
		}
	}
	return float32(best) / 2
}
