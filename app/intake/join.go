package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/reading"
)

// joins reports whether the line goes on with the open block.
func (m *flowMaker) joins(l line) bool {
	before, after := m.source[m.prev.start:m.prev.end], m.source[l.start:l.end]
	switch {
	case l.goesOn:
		return true
	case l.mark != noMark || l.level > 0 || m.prev.level > 0:
		return false
	case before == "" || after == "": // a mark on a line of its own
		return !l.gap && before == ""
	case m.isOnlyAtt():
		return true
	case l.gap:
		return m.joinsAcrossGap(before, after)
	case startsAtt(after):
		return m.attGoesOn(l, before, after)
	case isTitle(after) && isNameAlone(before), opensWithName(before) && opensWithName(after):
		return false
	case isSignOff(after) || isLabel(before) || standsAlone(after) || standsAlone(before):
		return false
	case isBrokenWord(before, after):
		return true
	case m.beginsAlike(after):
		return false
	case isDigit(after[0]) && m.prev.width >= 50 && !endsSentence(before) && !strings.HasSuffix(before, ":") && !isPlaceAndDay(after):
		return true
	case startsLower(after) && !strings.HasSuffix(before, ":"):
		return true
	case isSignOff(before):
		return false
	case openEnded[lastWord(before)] && !endsSentence(before):
		return true
	case isMotionLine(before), isNameAlone(after) && endsSentence(before):
		return false
	}
	return m.wasFull(after)
}

// beginsAlike reports whether a line begins with the verb that the open block begins
// with, as items without marks do: "uppdra åt …", "uppdra åt …".
func (m *flowMaker) beginsAlike(after string) bool {
	w, ok := nextWord(after, 0, min(len(after), 30))
	if !ok || !infinitives[w.lower] && !instructs[w.lower] {
		return false
	}
	b := m.blocks[len(m.blocks)-1]
	head := string(m.text[b.start:min(len(m.text), b.start+30)])
	first, ok := nextWord(head, 0, len(head))
	return ok && first.lower == w.lower
}

// instructs are the verbs that items without marks most often begin with.
var instructs = setOf(`uppdra införa utreda inrätta tillsätta avsätta anta bygga starta ta ge låta öka minska höja sänka`)

// isOnlyAtt reports whether the open block is "att" and no more.
func (m *flowMaker) isOnlyAtt() bool {
	b := m.blocks[len(m.blocks)-1]
	return len(m.text)-b.start <= len("att :") && strings.EqualFold(strings.Trim(string(m.text[b.start:]), " :…."), "att")
}

// isMotionLine recognises the line "Motion om …": what follows it with a capital
// is not part of it.
func isMotionLine(s string) bool {
	rest, ok := afterMotion(s)
	return ok && (rest == "" || aboutWord(rest) > 0)
}

// standsAlone recognises headings, and lines that are a reference and no more.
func standsAlone(s string) bool {
	if len(s) > 60 || !unicode.IsUpper(firstRune(s)) {
		return false
	}
	if isLeadHeading(s) || isHeadingWord(s) {
		return true
	}
	f := flow{text: s}
	rs := f.referencesIn(block{end: len(s)})
	return len(rs) == 1 && rs[0].start == 0 && rs[0].end == len(s)
}

func isNameAlone(s string) bool {
	_, _, ok := bareName(s, 0, len(s))
	return ok
}

// opensWithName recognises a line that begins with a name and a comma or bracket, as the
// lines of those who sign do: "Anna Berg, ledamot i kommunfullmäktige".
func opensWithName(s string) bool {
	i := strings.IndexAny(s[:min(len(s), 60)], ",(")
	return i > 0 && isNameAlone(strings.TrimSpace(s[:i]))
}

func isBrokenWord(before, after string) bool {
	keep, space := reading.Seam(before, after)
	return !keep || !space
}

// joinsAcrossGap finds a paragraph that goes on after an empty line, as at the
// end of a page: it ended without a stop and goes on with a small letter.
func (m *flowMaker) joinsAcrossGap(before, after string) bool {
	if governsAtt[lastWord(before)] && startsLower(after) && !strings.ContainsAny(before[len(before)-1:], ".:;,") {
		return true
	}
	if startsAtt(after) || endsSentence(before) || strings.HasSuffix(before, ":") || isSignOff(after) || m.beginsAlike(after) {
		return false
	}
	if prepositions[lastWord(before)] && !isLabel(before) {
		return true
	}
	b := m.blocks[len(m.blocks)-1]
	long := len(m.text)-b.start > 60 || b.att || b.mark != noMark
	return long && startsLower(after) || isBrokenWord(before, after) && unicode.IsLower(firstRune(after))
}

// wasFull reports whether the first word of the next line had no room on the
// line before, so that the line was broken by the margin and not by a person.
func (m *flowMaker) wasFull(after string) bool {
	if m.width == 0 || m.prev.width*100 > m.width*125 {
		return false
	}
	w, _ := nextWord(after, 0, min(len(after), 60))
	return (m.prev.width+1+utf8.RuneCountInString(after[:w.end]))*100 > m.width*86
}

// attGoesOn reports whether a line that begins with "att" goes on with the
// clause before it rather than begin a claim.
func (m *flowMaker) attGoesOn(l line, before, after string) bool {
	b := m.blocks[len(m.blocks)-1]
	last := lastWord(before)
	switch {
	case strings.ContainsRune(":;,.!", lastRune(before)), isSignOff(before):
		return false
	case unicode.IsUpper(firstRune(after[max(0, attAt(after)):])):
		return false
	case governsAtt[last], takesAtt[last] && strings.Contains(before[max(0, len(before)-60):], "att "):
		return true
	case b.mark != noMark && m.width > 0:
		return true
	case m.width == 0:
		return takesAtt[last] && !hasLeadVerb(before)
	case !m.wasFull(after):
		return false
	case takesAtt[last]:
		return true
	case b.att || startsAtt(before):
		return m.first != classAfter(after) && classOf(last) == verbAtt
	}
	return true
}
