package intake

import (
	"strings"
	"unicode/utf8"
)

// items reads list items from block i on. plain allows paragraphs that have
// neither a mark nor "att".
func (f *flow) items(i int, plain bool) (claims []claim, last int) {
	last = i - 1
	if i >= len(f.blocks) {
		return nil, last
	}
	if f.isSubheading(i) {
		i++
	}
	style := f.blocks[i]
	if style.att && style.mark == noMark && f.isProse(style) {
		return nil, last
	}
	marked := style.mark != noMark || style.att
	under := rune(0) // the mark of the items under the last one
	for first := i; i < min(first+40+8*len(claims), len(f.blocks)) && len(claims) < mostClaims; i++ {
		b := f.blocks[i]
		if (len(claims) == 0 || style.mark != noMark) && b.mark == noMark && b.att && f.leadsFurther(i) {
			last = i // "samt att uppdra åt socialnämnden" over a further list
			if len(claims) == 0 {
				style = f.blocks[i+1]
			}
			continue
		}
		kind := f.itemKind(i, style, claims, plain && !marked)
		if kind == newItem && !b.att && under != 0 && b.glyph == under && under != style.glyph {
			kind = goesOn
		}
		switch kind {
		case newItem:
			under = 0
			c := f.trimmed(b.start, b.end)
			c.sure = b.att || b.mark != noMark
			if c.end > c.start && !f.isEmptyStem(c) {
				claims = append(claims, c)
			}
		case goesOn:
			under = b.glyph
			claims[len(claims)-1].end = f.trimmed(claims[len(claims)-1].start, b.end).end
		case joiner:
		default:
			if len(claims) == 0 || !f.listGoesOn(i, style) {
				return claims, last
			}
			continue
		}
		last = i
	}
	return claims, last
}

// leadsFurther reports whether block i, which begins with "att", only leads in marked
// items after it.
func (f *flow) leadsFurther(i int) bool {
	b := f.blocks[i]
	return i+1 < len(f.blocks) && f.blocks[i+1].mark != noMark && f.isStem(b.start+max(0, attAt(f.of(b))), i) && f.stemOf(b.start+max(0, attAt(f.of(b))), b.end) == [2]int{}
}

// isSubheading recognises a short line over items: "Barn och unga".
func (f *flow) isSubheading(i int) bool {
	b := f.blocks[i]
	return i+1 < len(f.blocks) && b.end-b.start < 60 && !f.isItem(i) && f.blocks[i+1].att && !endsSentence(f.of(b)) && !isSignOff(f.of(b))
}

// listGoesOn reports whether the list is taken up again after block i: a
// sub-heading, or a reason given for the item before it.
func (f *flow) listGoesOn(i int, style block) bool {
	if isSignOff(f.of(f.blocks[i])) || len(f.of(f.blocks[i])) > 400 || isHeadingWord(f.of(f.blocks[i])) || isLeadHeading(f.of(f.blocks[i])) {
		return false
	}
	next := i + 1
	return next < len(f.blocks) && f.blocks[next].att && (style.mark != noMark && f.blocks[next].mark == style.mark || f.isSubheading(i))
}

type itemKind int

const (
	ended itemKind = iota
	newItem
	goesOn
	joiner // "samt" on a line of its own
)

func (f *flow) itemKind(i int, style block, claims []claim, plain bool) itemKind {
	b := f.blocks[i]
	text := f.of(b)
	open := len(claims) > 0
	switch {
	case isJoiner(text):
		return joiner
	case !b.att && isSignOff(text), b.level > 0, isHeadingWord(text):
		return ended
	case b.att && open && b.mark == noMark && (style.mark != noMark || !capitalAtt(f.of(style))) && f.isProse(b):
		return ended
	case b.att:
		return newItem
	case b.mark != noMark && open && b.mark != style.mark:
		if style.mark == noMark && !f.endsOpen(claims) {
			return ended
		}
		return goesOn
	case open && !b.att && b.isUnder(style):
		return goesOn
	case b.mark != noMark && open && style.att && !b.att && f.endsWithColon(claims):
		return goesOn
	case b.mark != noMark:
		return newItem
	case plain && len(text) < 600 && len(claims) < 12 && (!open || f.isLikeFirst(b, claims) || f.runsOn(i)):
		return newItem
	case open && startsLower(text) && !f.endedSentence(claims):
		return goesOn
	}
	return ended
}

// isUnder reports whether an item stands one step in from the list's own.
func (b block) isUnder(style block) bool {
	if style.depth > 0 && b.depth != style.depth {
		return b.mark != noMark && b.depth > style.depth
	}
	return b.mark == bulletMark && style.mark == bulletMark && b.glyph != style.glyph && b.indent >= style.indent
}

// isLikeFirst reports whether a paragraph goes on with a list without marks: it
// begins as the first did, or with a body that is to act, or the one before it
// had no stop.
func (f *flow) isLikeFirst(b block, claims []claim) bool {
	first, _ := nextWord(f.text, claims[0].start, claims[0].end)
	w, ok := nextWord(f.text, b.start, b.end)
	return ok && (w.lower == first.lower || f.subjectIsBody(b.start) || !f.endedSentence(claims))
}

func (f *flow) endsWithColon(claims []claim) bool {
	c := claims[len(claims)-1]
	return strings.HasPrefix(strings.TrimLeft(f.text[c.end:min(len(f.text), c.end+3)], " "), ":")
}

// runsOn reports whether the paragraphs from block i to the signatures or the next
// heading are a sentence each, and none in which the movers speak for themselves.
func (f *flow) runsOn(i int) bool {
	for n := 0; i < len(f.blocks); i++ {
		b := f.blocks[i]
		text := f.of(b)
		if isSignOff(text) || b.level > 0 || isHeadingWord(text) {
			return n > 0
		}
		w, _ := nextWord(text, 0, min(len(text), 30))
		if n++; n > 12 || len(text) > 300 || b.mark != noMark || b.att || speaksOfItself[w.lower] || strings.HasSuffix(text, "?") || strings.HasSuffix(text, ":") ||
			!demands(text) || sentenceEnd(text, 0, len(text)) < len(text) {
			return false
		}
	}
	return true
}

// demands reports whether s says that something is to be.
func demands(s string) bool {
	for _, w := range wordsOf(s, 40) {
		switch w.lower {
		case "ska", "skall", "bör", "måste", "ges":
			return true
		}
	}
	return false
}

// speaksOfItself are first words of sentences that are no claims.
var speaksOfItself = setOf(`vi jag tack detta det denna vår vårt våra mitt därför genom således på med för då om när dessutom vidare samtidigt men och så
	idag flera många enligt under efter`)

// endsOpen reports whether the last claim ended without any stop, or with a colon, so
// that what follows goes on with it.
func (f *flow) endsOpen(claims []claim) bool {
	rest := strings.TrimLeft(f.text[claims[len(claims)-1].end:min(len(f.text), claims[len(claims)-1].end+3)], " ")
	return rest == "" || rest[0] == '\n' || rest[0] == ':'
}

func (f *flow) endedSentence(claims []claim) bool {
	c := claims[len(claims)-1]
	return strings.HasPrefix(strings.TrimLeft(f.text[c.end:min(len(f.text), c.end+3)], " "), ".")
}

func isJoiner(s string) bool {
	switch strings.ToLower(strings.Trim(s, " ,;.:-")) {
	case "samt", "och", "dels", "samt att", "och att", "":
		return true
	}
	return false
}

// isEmptyStem drops an item that is only "att kommunfullmäktige beslutar".
func (f *flow) isEmptyStem(c claim) bool {
	text := strings.ToLower(f.text[c.start:c.end])
	last := lastWord(text)
	return utf8.RuneCountInString(text) < 60 && (last == "beslutar" || last == "besluta" || last == "att") && len(wordsOf(text, 9)) < 7
}

var headingWords = setOf(`bakgrund motivering inledning sammanfattning bilagor bilaga källor beskrivning ekonomi ekonomiska finansiering syfte referenser
	källa konsekvenser fotnoter underskrift motiv`)

func isHeadingWord(s string) bool {
	w, ok := nextWord(s, 0, min(len(s), 40))
	return ok && len(s) < 50 && headingWords[w.lower] && !endsSentence(s) && len(wordsOf(s, 6)) < 5
}
