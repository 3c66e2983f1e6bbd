package pdf

import (
	"strings"
	"unicode/utf8"
)

// note takes the footnotes off the bottom of the page: what stands there under a short
// rule, or begins with a raised figure, in letters smaller than the text's.
func (l *leaf) note() {
	from := l.ruled()
	if from == len(l.rows) {
		from = l.numbered()
	}
	l.notes, l.rows = l.rows[from:], l.rows[:from]
}

// ruled finds the first row under the rule that parts footnotes from the text; the
// number of rows when there is none.
func (l *leaf) ruled() int {
	for _, b := range l.rules {
		if b.H > b.W || b.Y < l.height*0.3 || b.W < 30 || b.W > l.width*0.5 {
			continue
		}
		from := len(l.rows)
		for from > 0 && l.rows[from-1].base-0.3*l.rows[from-1].size > b.Y {
			from--
		}
		if from == len(l.rows) || !isNoteMark(l.rows[from].words[0].text) {
			continue
		}
		if r := l.rows[from]; r.base-b.Y < 30 && r.x0() < b.X+0.2*l.width && (r.size < 0.97*l.body || from > 0 && r.size < 0.95*l.rows[from-1].size) {
			return from
		}
	}
	return len(l.rows)
}

// isNote tells whether a row stands among the footnotes under a rule: what repeats there
// is no foot of the page.
func (l *leaf) isNote(i, from int) bool {
	if i < from {
		return false
	}
	for k := from + 1; k <= i; k++ {
		if r := l.rows[k]; r.base-l.rows[k-1].base > 1.9*r.size || r.size > 1.1*l.rows[from].size {
			return false
		}
	}
	return true
}

// numbered finds the first row of footnotes by the raised figure it begins with.
func (l *leaf) numbered() int {
	best := len(l.rows)
	for from := len(l.rows) - 1; from > 0 && from > len(l.rows)-40; from-- {
		if l.rows[from].base < l.height*0.4 || l.rows[from].size > 0.95*l.body {
			break
		}
		if strings.ContainsAny(firstRune(l.rows[from].words[0].text), "¹²³⁴⁵⁶⁷⁸⁹") {
			best = from
		}
	}
	return best
}

// isNoteMark recognises the word that a footnote begins with: "1", "¹Se", "1)".
func isNoteMark(s string) bool {
	r := firstRune(s)
	return strings.ContainsAny(r, "¹²³⁴⁵⁶⁷⁸⁹*†") || strings.Trim(s, "0123456789.)") == "" || r >= "1" && r <= "9"
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// noteText gives the text of a footnote's first line with its mark raised and apart.
func noteText(s string) string {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	j := i
	if i == 0 {
		for j < len(s) && strings.ContainsAny(firstRune(s[j:]), "⁰¹²³⁴⁵⁶⁷⁸⁹") {
			j += len(firstRune(s[j:]))
		}
	}
	if j == 0 || j > 6 {
		return s
	}
	return raisedDigits.Replace(s[:j]) + " " + strings.TrimLeft(s[j:], " .)")
}

// beginsNote tells whether a row begins another footnote.
func beginsNote(rows []row, i int) bool {
	s := rows[i].words[0].text
	if strings.ContainsAny(firstRune(s), "¹²³⁴⁵⁶⁷⁸⁹*†") {
		return true
	}
	first := rows[0].words[0].text
	return first[0] >= '1' && first[0] <= '9' && s[0] >= '1' && s[0] <= '9' && rows[i].x0() < rows[0].x0()+2
}
