package intake

import "strings"

// mostClaims bounds what one text can propose; a motion has a handful.
const mostClaims = 120

// claim is a stretch of the flow that asks for something.
type claim struct {
	start, end int
	sure       bool
	stem       [2]int // in flow.text: "att kommunen", said once over a list of what it is to do
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
			r.claims, r.last, r.list = f.withStem(att, b.end, claims), last, true
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
	whole := sentenceEnd(f.text, l.end, b.end) >= b.end
	if strings.HasSuffix(rest, ":") && (whole || l.strength < formal || len(f.asNoun(l, b)) == 0) || onlyFillers(rest) {
		return true
	}
	next := l.block + 1
	if next >= len(f.blocks) || !f.isItem(next) {
		return false
	}
	return len(rest) < 200 && whole
}

func (f *flow) isItem(i int) bool { return f.blocks[i].att || f.blocks[i].mark != noMark }

// endsAsLead reports whether paragraphs without any mark may follow as claims.
func (f *flow) endsAsLead(b block) bool {
	text := f.of(b)
	return strings.HasSuffix(text, ":") || len(text) < 80 && isLeadHeading(text) || lastWord(text) == "att" || lastWord(text) == "besluta" || lastWord(text) == "beslutar"
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
	case strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ".."):
		return false
	case ends:
		return true
	}
	if next.att && classAfter(text) == clauseAtt && classAfter(f.of(next)) == verbAtt && f.subjectIsBody(att+len("att")) {
		return words <= 16
	}
	return words <= 4 && next.att || words <= 7 && next.mark != noMark && !next.att && f.stemOf(att, b.end) != [2]int{}
}

// stemOf gives the subject that a list's items share: "att kommunen" of
// "att kommunfullmäktige beslutar att kommunen:". Empty when the stem is not a
// body alone, perhaps with "ska".
func (f *flow) stemOf(att, end int) (stem [2]int) {
	text := strings.TrimRight(f.text[att:end], " \t:–-")
	if i := strings.LastIndex(strings.ToLower(text), "att "); i > 0 && text[i-1] == ' ' {
		att, text = att+i, text[i:]
	}
	ws := wordsOf(text, 8)
	if len(ws) < 2 || len(ws) > 5 || !f.subjectIsBody(att+len("att")) {
		return stem
	}
	last := ws[len(ws)-1].lower
	body := strings.HasSuffix(last, "kommunen") || strings.HasSuffix(last, "kommun") || strings.HasSuffix(last, "nämnden") || strings.HasSuffix(last, "nämnd") ||
		strings.HasSuffix(last, "styrelsen") || strings.HasSuffix(last, "staden") || strings.HasSuffix(last, "fullmäktige") || strings.HasSuffix(last, "förvaltningen")
	if !body && last != "ska" && last != "skall" && last != "bör" {
		return stem
	}
	return [2]int{att, att + len(text)}
}

// withStem gives items that begin with what is to be done the subject that
// stands once over them; an item with its own "att" needs none.
func (f *flow) withStem(att, end int, claims []claim) []claim {
	stem := f.stemOf(att, end)
	for i := range claims {
		if !startsAtt(f.text[claims[i].start:claims[i].end]) {
			claims[i].stem = stem
		}
	}
	return claims
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
