package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is lines that go on with each other.
type paragraph struct {
	lines []line
	gap   bool // it stands apart from the one before
	level int  // of a heading; 0: none
}

// paragraphsOf puts lines together.
func paragraphsOf(ls []line, s setting) []paragraph {
	var out []paragraph
	for i, l := range ls {
		if len(out) > 0 {
			p := &out[len(out)-1]
			if s.joins(*p, l) {
				p.lines = append(p.lines, l)
				continue
			}
		}
		gap := true
		if i > 0 && ls[i-1].column == l.column {
			gap = l.lead > 1.3*max(s.lead(l), s.lead(ls[i-1]))
		}
		out = append(out, paragraph{lines: []line{l}, gap: gap})
	}
	for i := range out {
		out[i].level = s.heading(out[i])
	}
	return out
}

// joins tells whether a line goes on with a paragraph.
func (s setting) joins(p paragraph, l line) bool {
	prev := p.lines[len(p.lines)-1]
	switch {
	case l.mark != "" || l.cells != nil || prev.cells != nil, l.hanging():
		return false
	case abs(l.size-prev.size) > 0.08*max(l.size, prev.size):
		return false
	case l.bold != prev.bold && (len(l.words) > 1 || len(prev.words) > 1) && !(startsSmall(l.text) && !endsClause(prev.text)):
		return false
	case l.column != prev.column:
		return s.goesOver(p, prev, l)
	case l.lead <= 0 || l.lead > 1.28*s.lead(l):
		return l.lead > 0 && l.lead < 1.9*s.lead(l) && s.broken(prev, l) && !beginAlike(p.lines[0], l) &&
			(l.size > 1.12*s.size || !s.fits(prev, l)) // a heading is broken by hand
	case p.hangs(l):
		return !s.fits(prev, l) || !endsClause(prev.text)
	case s.setOff(p, prev, l):
		return false
	}
	return s.broken(prev, l) || !s.fits(prev, l) && !s.begins(p, prev, l)
}

// hangs tells that a line begins where the text after the paragraph's mark does.
func (p paragraph) hangs(l line) bool {
	first := p.lines[0]
	return first.textX > first.x0+1 && abs(l.x0-first.textX) < 0.6*l.size
}

// broken tells that a word or sentence surely runs over the line end.
func (s setting) broken(prev, l line) bool {
	if endsHyphen(prev.text) && startsSmall(l.text) {
		return true
	}
	return startsSmall(l.text) && !startsAtt(l.text) && !endsClause(prev.text) && prev.x1-prev.left > 0.45*(s.edge(prev)-prev.left)
}

// fits tells that the first word of a line had room on the line before it, so that
// somebody ended the line there.
func (s setting) fits(prev, l line) bool {
	first := l.words[0]
	if s.full && prev.x1 < s.edge(prev)-0.5*prev.size {
		return true
	}
	return prev.x1+0.25*l.size+first.x1-first.x0 < s.edge(prev)-0.35*l.size
}

// begins tells that a line begins a paragraph although the one before it is full.
func (s setting) begins(p paragraph, prev, l line) bool {
	if isSignature(l.text) && !governs(prev.text) || len(l.words) < 6 && len(prev.words) < 6 && addressRE.MatchString(l.text) {
		return true
	}
	if !startsAtt(l.text) {
		return false
	}
	switch last := prev.text[len(prev.text)-1]; {
	case strings.IndexByte(".;:", last) >= 0, last == ',' && startsAtt(p.lines[0].text):
		return true
	case unicode.IsUpper(firstOf(l.text)):
		return true
	}
	return startsAtt(p.lines[0].text) && (strings.HasSuffix(prev.text, " samt") || strings.HasSuffix(prev.text, " och")) && l.textX > l.x0
}

// setOff tells that a line begins elsewhere than the one before it, as the first line of
// a paragraph does, or the first after a list.
func (s setting) setOff(p paragraph, prev, l line) bool {
	first, in := p.lines[0], l.x0-prev.x0
	em := 0.3 * l.size
	switch {
	case len(p.lines) == 1 && first.textX > first.x0+1: // after a mark
		if abs(l.x0-first.textX) < 2*em || l.x0 > first.x0+em {
			return false
		}
		return l.x0 < first.x0-em || s.fits(prev, l)
	case abs(in) <= em && len(p.lines) == 1 && s.in > 1 && first.mark == "" && l.x0 > l.left+em && l.x0 < l.left+4*l.size:
		return !(startsSmall(l.text) && !endsClause(prev.text) && !startsAtt(l.text)) // the next first line that is set in
	case abs(in) <= em:
		return false
	case centred(prev, l):
		return false
	case in > 0:
		return !(startsSmall(l.text) && !endsClause(prev.text))
	case len(p.lines) == 1: // the first line was set in
		return false
	}
	return !(startsSmall(l.text) && !endsClause(prev.text) && !startsAtt(l.text))
}

// centred tells that two lines have one middle, and not the same ends.
func centred(a, b line) bool {
	return abs(a.x0+a.x1-b.x0-b.x1) < 6 && abs(a.x0-b.x0) > 4
}

// goesOver tells that a paragraph goes on in the next column or on the next page.
func (s setting) goesOver(p paragraph, prev, l line) bool {
	if endsHyphen(prev.text) && startsSmall(l.text) {
		return true
	}
	full := len(prev.words) > 3 && (prev.x1 > s.edge(prev)-6*prev.size || l.small() && !s.fits(prev, l))
	switch {
	case !full || endsClause(prev.text) || startsAtt(l.text) && (!l.small() || startsAtt(p.lines[0].text)):
		return false
	case startsSmall(l.text):
		return true
	}
	return len(l.words) > 4 && !s.fits(prev, l) && l.x1 > s.edge(l)-6*l.size && !strings.HasSuffix(prev.text, "!")
}

func (l line) small() bool { return startsSmall(l.text) }

// heading gives the level of a heading: larger or bolder than the text, and short.
func (s setting) heading(p paragraph) int {
	first := p.lines[0]
	runes := 0
	for _, l := range p.lines {
		runes += utf8.RuneCountInString(l.text)
		if l.size < 1.12*s.size && (!l.bold || s.bold) || l.cells != nil {
			return 0
		}
	}
	last := p.lines[len(p.lines)-1].text
	if runes > 160 || runes < 2 || startsAtt(first.text) || isBullet(first.mark) || strings.ContainsAny(last[len(last)-1:], ".,;") {
		return 0
	}
	switch ratio := first.size / s.size; {
	case ratio >= 1.4:
		return 1
	case ratio >= 1.12:
		return 2
	}
	return 3
}
