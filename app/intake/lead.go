package intake

import (
	"slices"
	"strings"
	"unicode"
)

// lead is the phrase that leads in claims: "Vi yrkar därför", a heading
// "Yrkande", "Kommunfullmäktige föreslås besluta".
type lead struct {
	block    int
	end      int // offset in flow.text where what is asked for may begin
	strength strength
}

// strength tells how surely a lead announces claims.
type strength int

const (
	wish     strength = 1 // "vi vill att": claims only when nothing firmer is said
	proposal strength = 2 // "vi föreslår att"
	formal   strength = 3 // "yrkar", "hemställer", a heading
)

var leadVerbs = map[string]strength{
	"yrkar": formal, "yrkas": formal, "yrka": formal, "yrkes": formal, "hemställer": formal, "hemställs": formal, "hemställes": formal,
	"hemställa": formal, "föreslår": proposal, "förslår": proposal, "föreslås": proposal, "föreslå": proposal, "motionerar": proposal, "förslag": proposal,
	"anhåller": formal, "ber": wish, "vill": wish, "önskar": wish, "anser": wish, "begär": wish, "kräver": wish, "uppmanar": wish,
}

// hasLeadVerb reports whether a verb that leads in claims stands in s.
func hasLeadVerb(s string) bool {
	for _, w := range wordsOf(s[max(0, len(s)-200):], 40) {
		if leadVerbs[w.lower] >= proposal || strings.HasPrefix(w.lower, "beslut") {
			return true
		}
	}
	return false
}

// leads finds every lead in the text, in order.
func (f *flow) leads() []lead {
	var out []lead
	for i, b := range f.blocks {
		if l, ok := f.headingLead(i); ok {
			out = append(out, l)
			continue
		}
		if b.att && b.mark != noMark {
			continue
		}
		before := len(out)
		for at := b.start; at < b.end; {
			w, ok := nextWord(f.text, at, b.end)
			if !ok {
				break
			}
			at = w.end
			s := leadVerbs[w.lower]
			if s == 0 {
				continue
			}
			if s = f.strengthOf(b, w, s); s > 0 {
				if s == wish && len(out) > before && f.addsTo(b, w) {
					s = out[len(out)-1].strength
				}
				out = append(out, lead{i, w.end, s})
			}
		}
		if len(out) == before && (f.isDecisionStem(i) || namesClaims(f.of(b))) {
			out = append(out, lead{i, b.end, formal})
		}
	}
	return out
}

// addsTo recognises a sentence that goes on asking after the one before it in the
// paragraph: "Jag vill också att …".
func (f *flow) addsTo(b block, w word) bool {
	from := f.sentenceStart(b, w.start)
	for _, near := range wordsOf(f.text[from:min(b.end, w.end+40)], 8) {
		switch near.lower {
		case "också", "även", "dessutom", "vidare":
			return true
		}
	}
	return false
}

// strengthOf weighs a lead verb by who speaks; 0 when it leads in nothing.
func (f *flow) strengthOf(b block, w word, s strength) strength {
	from := f.sentenceStart(b, w.start)
	head := f.text[from:w.start]
	tail := f.text[w.end:min(b.end, w.end+160)]
	before := wordsOf(head, 60)
	after := wordsOf(tail, 8)
	if len(after) > 0 && after[0].lower == "inte" || inRelativeClause(before) {
		return 0
	}
	speaker := speaks(f.text[max(from, w.start-90):w.start], tail)
	switch {
	case w.lower == "förslag":
		return ownProposal(before, after)
	case w.lower == "föreslås":
		return passiveProposal(before, after)
	case w.lower == "föreslå" || w.lower == "yrka" || w.lower == "hemställa":
		if !speaker {
			return 0
		}
		return formal
	case s == formal:
		if otherSpeaker(before) {
			return 0
		}
		return formal
	case s == proposal && !speaker:
		if otherSpeaker(before) || len(before) == 0 {
			return 0
		}
		return wish
	case s == proposal && asksCouncil(after):
		return formal
	case s == wish:
		if !adjacentSpeaker(before, after) || !wishesSomething(w.lower, before, after) {
			return 0
		}
	}
	return s
}

func (f *flow) sentenceStart(b block, i int) int {
	from := max(b.start, i-400)
	for j := i - 2; j > from; j-- {
		if strings.IndexByte(".!?", f.text[j]) >= 0 && f.text[j+1] == ' ' && !shortBefore(f.text, from, j) {
			return j + 2
		}
	}
	return from
}

var speakers = setOf(`jag vi undertecknad undertecknade motionär motionären motionärerna motionärer undertecknads motion motionen`)

// speaks reports whether the movers speak: "jag", "undertecknad", a party.
func speaks(head, tail string) bool {
	ws := wordsOf(head, 40)
	ws = ws[max(0, len(ws)-9):]
	for _, w := range append(ws, wordsOf(tail, 7)...) {
		if speakers[w.lower] || partyCodeOf(w.lower) != "" || isLocalParty(w.lower) || strings.HasSuffix(w.lower, "gruppen") {
			return true
		}
	}
	i := strings.LastIndexByte(head, '(')
	if i < 0 {
		head, i = tail, strings.IndexByte(tail, '(')
	}
	if i < 0 {
		return false
	}
	inside, _, ok := strings.Cut(head[i+1:], ")")
	_, isParty := partyIn(inside)
	return ok && isParty
}

// wishesSomething tells "vi vill att" and "vi anser därför att" from "vi vill
// understryka att" and "vi anser att".
func wishesSomething(verb string, before, after []word) bool {
	therefore := len(before) > 0 && before[0].lower == "därför"
	for _, w := range after {
		switch {
		case w.lower == "att" || w.lower == "se":
			return verb != "anser" || therefore
		case w.lower == "därför":
			therefore = true
		case !leadFillers[w.lower] && partyCodeOf(w.lower) == "" && !isLocalParty(w.lower) && !unwishful[w.lower]:
			return false
		}
	}
	return verb != "anser" || therefore
}

// unwishful words may stand between "vill" and "att".
var unwishful = setOf(`mot denna bakgrund av det med anledning ovanstående detta därmed nu helst gärna istället i exempelstad kommunen kommun av kommunfullmäktige fullmäktige`)

func adjacentSpeaker(before, after []word) bool {
	if i := slices.IndexFunc(after, func(w word) bool { return w.lower == "att" }); i >= 0 {
		after = after[:i]
	}
	for _, w := range append(before[max(0, len(before)-4):], after[:min(2, len(after))]...) {
		if w.lower == "jag" || w.lower == "vi" || strings.HasPrefix(w.lower, "undertecknad") || partyCodeOf(w.lower) != "" || isLocalParty(w.lower) {
			return true
		}
	}
	return false
}

// others propose and demand things too, but not in this motion.
var others = setOf(`regeringen riksdagen skolverket utredningen utredaren skr skl myndigheten boverket trafikverket socialstyrelsen
	kommissionen rapporten forskare forskarna folkhälsomyndigheten naturvårdsverket förvaltningen förvaltningens nämnden nämndens
	kommunstyrelsen kontoret stadskontoret regionen åklagaren experter lagen staten eu arbetsutskottet majoriteten styret alliansen
	kommunalrådet polisen hyresgästföreningen medborgarförslaget remissinstansen konsulten utskottet kommunstyrelsens ordföranden
	gvn yttrandet tjänsteskrivelsen revisorerna granskningen länsstyrelsen statens imy`)

func otherSpeaker(before []word) bool {
	for _, w := range before[max(0, len(before)-3):] {
		if others[w.lower] || strings.HasSuffix(w.lower, "nämnden") || strings.HasSuffix(w.lower, "förvaltningen") || strings.HasSuffix(w.lower, "myndigheten") {
			return true
		}
	}
	return false
}

// inRelativeClause finds "som vi yrkar", "det vi föreslår", "om vi föreslår".
func inRelativeClause(before []word) bool {
	n := len(before)
	if n > 0 && (before[n-1].lower == "som" || before[n-1].lower == "inte") {
		return true
	}
	if n > 1 && (before[n-1].lower == "vi" || before[n-1].lower == "jag") {
		switch before[n-2].lower {
		case "som", "det", "vad", "om", "när", "innan":
			return true
		}
	}
	return false
}

// ownProposal weighs "förslag": "vårt förslag är att", "följande förslag:".
func ownProposal(before, after []word) strength {
	if len(before) == 0 {
		return 0
	}
	switch before[len(before)-1].lower {
	case "vårt", "mitt", "våra", "mina", "konkreta":
		if len(after) > 0 && (after[0].lower == "är" || after[0].lower == "till" || after[0].lower == "blir") {
			return proposal
		}
	case "följande":
		return proposal
	}
	return 0
}

// passiveProposal weighs "föreslås": the council is asked, or it is "härmed" or
// "därför" proposed.
func passiveProposal(before, after []word) strength {
	for _, w := range before[max(0, len(before)-4):] {
		switch w.lower {
		case "kommunfullmäktige", "fullmäktige", "kf":
			return formal
		case "härmed", "därför", "motionen":
			return proposal
		}
	}
	if asksCouncil(after) {
		return formal
	}
	for _, w := range after[:min(2, len(after))] {
		if w.lower == "härmed" || w.lower == "därför" {
			return proposal
		}
	}
	return 0
}

// asksCouncil reports whether the words after the verb ask the council to decide.
func asksCouncil(after []word) bool {
	for i, w := range after {
		if i > 0 && (w.lower == "besluta" || w.lower == "beslutar") {
			return true
		}
		if w.lower == "kommunfullmäktige" || w.lower == "fullmäktige" {
			return true
		}
	}
	return false
}

func isLeadHeading(s string) bool {
	s = strings.ToLower(strings.Trim(s, " :.*_–-\t"))
	s = strings.TrimSpace(strings.TrimPrefix(s, "mitt "))
	s = strings.TrimSpace(strings.TrimPrefix(s, "vårt "))
	s = strings.TrimSpace(strings.TrimPrefix(s, "våra "))
	switch s {
	case "yrkande", "yrkanden", "yrkande/n", "yrkande(n)", "att-satser", "att-sats", "attsatser", "att-sats(er)", "hemställan", "förslag",
		"förslag till beslut", "förslag på beslut", "beslutsförslag", "förslag till beslut i kommunfullmäktige", "motionens yrkanden",
		"yrkanden i motionen", "förslag till yrkande", "förslag till yrkanden", "vi yrkar", "jag yrkar", "motionsyrkanden", "begäran",
		"motionärens förslag", "motionärens yrkande", "motionärernas yrkanden", "motionärens yrkanden", "konkreta förslag", "krav",
		"kommunfullmäktige föreslås besluta", "föreslås besluta", "förslag till åtgärder", "förslag till fullmäktige",
		"förslag till kommunfullmäktige", "beslutssatser", "att kommunfullmäktige beslutar", "förslag och yrkanden", "yrkande och förslag":
		return true
	}
	return false
}

// headingLead recognises a heading alone in its block, and one with a colon and
// the claim after it: "Yrkande: att …".
func (f *flow) headingLead(i int) (lead, bool) {
	b := f.blocks[i]
	text := f.of(b)
	if b.mark == labelMark && !b.att && len(text) < 80 && i+1 < len(f.blocks) && f.blocks[i+1].att && f.blocks[i+1].mark == noMark { // "Yrkande 1: Båtar"
		return lead{i, b.end, formal}, true
	}
	if end, ok := f.countsClaims(b); ok {
		return lead{i, end, formal}, true
	}
	if len(text) < 80 && isLeadHeading(text) {
		return lead{i, b.end, formal}, true
	}
	if j := strings.IndexByte(text[:min(len(text), 60)], ':'); j > 0 && isLeadHeading(text[:j]) {
		return lead{i, b.start + j + 1, formal}, true
	}
	return lead{}, false
}

// countsClaims recognises a sentence about the claims before the claims themselves: "Vår
// motion har tre att-satser. Att kommunen …".
func (f *flow) countsClaims(b block) (end int, ok bool) {
	end = sentenceEnd(f.text, b.start, b.end)
	if end >= b.end || !startsAtt(strings.TrimLeft(f.text[end:b.end], " ")) {
		return 0, false
	}
	low := strings.ToLower(f.text[b.start:end])
	return end, len(low) < 120 && (strings.Contains(low, "att-sats") || strings.Contains(low, "attsats") || strings.Contains(low, "yrkanden"))
}

// concludes reports whether the sentence up to the lead, or the words just after
// it, draw a conclusion.
func (f *flow) concludes(l lead) bool {
	b := f.blocks[l.block]
	for _, w := range wordsOf(f.text[f.sentenceStart(b, l.end):min(b.end, l.end+40)], 60) {
		switch w.lower {
		case "därför", "härmed", "ovanstående", "bakgrund", "därmed", "alltså", "anledning", "hänvisning":
			return true
		}
	}
	return false
}

// namesClaims recognises a line with a colon that speaks of what follows as
// claims: "Mina yrkanden är följande:".
func namesClaims(s string) bool {
	if len(s) > 200 || !strings.HasSuffix(s, ":") {
		return false
	}
	low := strings.ToLower(s)
	return strings.Contains(low, "yrkand") || strings.Contains(low, "att-sats") || strings.Contains(low, "förslag till beslut")
}

// isDecisionStem recognises "Kommunfullmäktige beslutar" over a list.
func (f *flow) isDecisionStem(i int) bool {
	text := f.of(f.blocks[i])
	if len(text) > 160 || i+1 >= len(f.blocks) || !f.blocks[i+1].att && f.blocks[i+1].mark == noMark {
		return false
	}
	switch lastWord(text) {
	case "besluta", "beslutar", "beslutet", "beslutade", "att":
	default:
		return false
	}
	low := strings.ToLower(text)
	return strings.Contains(low, "fullmäktige") && !strings.Contains(low, "beslutade") && unicode.IsLetter(firstRune(low))
}
