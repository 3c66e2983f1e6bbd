package intake

import (
	"strings"
	"unicode/utf8"
)

// mostClaims bounds what one text can propose; a motion has a handful.
const mostClaims = 120

// claim is a stretch of the flow that asks for something.
type claim struct {
	start, end int
	sure       bool
}

// region is what one lead leads in.
type region struct {
	lead   lead
	claims []claim
	list   bool // the claims stand as items or paragraphs of their own
	last   int  // the last block that belongs to it

	concludes bool // its sentence says "därför" or the like
}

// region reads the claims after a lead: in the same sentence, in the items that
// follow, or both.
func (f *flow) region(l lead) region {
	b := f.blocks[l.block]
	r := region{lead: l, last: l.block, concludes: f.concludes(l)}
	att, ok := f.attAfter(l.end, b.end)
	switch {
	case !ok && f.isOpen(l, b):
		r.claims, r.last = f.items(l.block+1, f.endsAsLead(b) || onlyFillers(f.text[l.end:b.end]))
		r.list = len(r.claims) > 0
		if len(r.claims) == 1 && f.blocks[r.last].att && f.blocks[r.last].mark == noMark {
			r.claims = f.split(r.claims[0].start, r.claims[0].end)
		}
		return r
	case !ok:
		r.claims = f.asNoun(l, b)
		return r
	case f.isStem(att, l.block):
		claims, last := f.items(l.block+1, f.endsAsLead(b))
		if len(claims) > 0 {
			r.claims, r.last, r.list = claims, last, true
			return r
		}
	}
	var end int
	r.claims, end = f.inline(att, b.end)
	if end >= b.end { // the block is out: att-items may go on
		if next := l.block + 1; next < len(f.blocks) && f.blocks[next].att && (f.blocks[next].mark != noMark || !f.isProse(f.blocks[next])) {
			more, last := f.items(next, false)
			r.claims = append(r.claims, more...)
			r.last = last
			r.list = len(more) > 0
		}
	}
	return r
}

// attAfter finds the "att" that opens the claim: not the one of "för att".
func (f *flow) attAfter(i, limit int) (int, bool) {
	limit = sentenceEnd(f.text, i, min(limit, i+4000))
	prev := ""
	for range 40 {
		w, ok := nextWord(f.text, i, limit)
		if !ok {
			return 0, false
		}
		if w.lower == "att" {
			switch prev {
			case "för", "så", "genom", "efter", "utan", "trots", "vikten", "av", "till":
			default:
				return w.start, true
			}
		}
		prev, i = w.lower, w.end
	}
	return 0, false
}

// isOpen reports whether nothing more is said in the block after the lead, so
// that the claims must follow.
func (f *flow) isOpen(l lead, b block) bool {
	rest := strings.TrimSpace(f.text[l.end:b.end])
	if strings.HasSuffix(rest, ":") || onlyFillers(rest) {
		return true
	}
	next := l.block + 1
	if next >= len(f.blocks) || !f.isItem(next) {
		return false
	}
	return len(rest) < 200 && sentenceEnd(f.text, l.end, b.end) >= b.end
}

func (f *flow) isItem(i int) bool { return f.blocks[i].att || f.blocks[i].mark != noMark }

// endsAsLead reports whether paragraphs without any mark may follow as claims.
func (f *flow) endsAsLead(b block) bool {
	text := f.of(b)
	return strings.HasSuffix(text, ":") || len(text) < 80 && isLeadHeading(text) || lastWord(text) == "att" || lastWord(text) == "besluta"
}

// isStem reports whether the text from the "att" at offset att to the end of its
// block only leads in the items after it: "att kommunfullmäktige beslutar".
func (f *flow) isStem(att, block int) bool {
	b := f.blocks[block]
	if b.end-att > 300 || block+1 >= len(f.blocks) || sentenceEnd(f.text, att, b.end) < b.end {
		return false
	}
	text := strings.TrimSpace(f.text[att:b.end])
	words := len(wordsOf(text, 30))
	next := f.blocks[block+1]
	last := lastWord(text)
	ends := last == "att" || last == "besluta" || last == "beslutar" || last == "följande" || last == "uppdrag" || last == "beslut"
	switch {
	case strings.HasSuffix(text, ":"):
		return words <= 8 || ends || next.att
	case strings.HasSuffix(text, ".") && words > 3:
		return false
	case ends:
		return true
	}
	if next.att && classAfter(text) == clauseAtt && classAfter(f.of(next)) == verbAtt && f.subjectIsBody(att+len("att")) {
		return words <= 16
	}
	return words <= 4 && next.att
}

// onlyFillers reports whether nothing is asked for in what follows the lead:
// "Jag yrkar därför på".
func onlyFillers(s string) bool {
	if strings.ContainsAny(s, ".!?") || len(s) > 120 {
		return false
	}
	for _, w := range wordsOf(s, 20) {
		if !leadFillers[w.lower] && partyCodeOf(w.lower) == "" {
			return false
		}
	}
	return true
}

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
	marked := style.mark != noMark || style.att
	for ; i < len(f.blocks) && len(claims) < mostClaims; i++ {
		b := f.blocks[i]
		switch f.itemKind(b, style, claims, plain && !marked) {
		case newItem:
			c := f.trimmed(b.start, b.end)
			c.sure = b.att || b.mark != noMark
			if c.end > c.start && !f.isEmptyStem(c) {
				claims = append(claims, c)
			}
		case goesOn:
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

// isSubheading recognises a short line over items: "Barn och unga".
func (f *flow) isSubheading(i int) bool {
	b := f.blocks[i]
	return i+1 < len(f.blocks) && b.end-b.start < 60 && !f.isItem(i) && f.blocks[i+1].att && !endsSentence(f.of(b)) && !isSignOff(f.of(b))
}

// listGoesOn reports whether the list is taken up again after block i: a
// sub-heading, or a reason given for the item before it.
func (f *flow) listGoesOn(i int, style block) bool {
	if isSignOff(f.of(f.blocks[i])) || len(f.of(f.blocks[i])) > 400 || isHeadingWord(f.of(f.blocks[i])) {
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

func (f *flow) itemKind(b, style block, claims []claim, plain bool) itemKind {
	text := f.of(b)
	open := len(claims) > 0
	switch {
	case isJoiner(text):
		return joiner
	case isSignOff(text) || b.level > 0 || isHeadingWord(text):
		return ended
	case b.att && open && b.mark == noMark && (style.mark != noMark || !capitalAtt(f.of(style))) && f.isProse(b):
		return ended
	case b.att:
		return newItem
	case b.mark != noMark && open && b.mark != style.mark:
		if style.mark == noMark && !f.endsWithColon(claims) {
			return ended
		}
		return goesOn
	case b.mark != noMark && open && style.att && !b.att && f.endsWithColon(claims):
		return goesOn
	case b.mark != noMark:
		return newItem
	case plain && len(text) < 600 && len(claims) < 12:
		return newItem
	case open && startsLower(text) && !f.endedSentence(claims):
		return goesOn
	}
	return ended
}

func (f *flow) endsWithColon(claims []claim) bool {
	c := claims[len(claims)-1]
	return strings.HasPrefix(strings.TrimLeft(f.text[c.end:min(len(f.text), c.end+3)], " "), ":")
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

var headingWords = setOf(`bakgrund motivering inledning sammanfattning bilagor bilaga källor beskrivning ekonomi finansiering syfte referenser
	källa konsekvenser fotnoter underskrift motiv`)

func isHeadingWord(s string) bool {
	w, ok := nextWord(s, 0, min(len(s), 40))
	return ok && len(s) < 50 && headingWords[w.lower] && !endsSentence(s) && len(wordsOf(s, 6)) < 5
}

// asNoun reads a claim without "att": "yrkar på en utredning av …".
func (f *flow) asNoun(l lead, b block) []claim {
	if l.strength < formal {
		return nil
	}
	end := sentenceEnd(f.text, l.end, min(b.end, l.end+1500))
	i := l.end
	for {
		w, ok := nextWord(f.text, i, end)
		if !ok {
			return nil
		}
		if !leadFillers[w.lower] && partyCodeOf(w.lower) == "" {
			i = w.start
			break
		}
		i = w.end
	}
	c := f.trimmed(i, end)
	if len(wordsOf(f.text[c.start:c.end], 4)) < 3 {
		return nil
	}
	return []claim{c}
}

var leadFillers = setOf(`jag vi undertecknad undertecknade därför härmed på om följande också även således alltså sålunda motionären motionärerna
	därmed vidare bifall i enlighet med ovan ovanstående enligt att`)
