package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleFound is the title as it stands, what it is about, and its block.
type titleFound struct {
	field, subject Field
	block          int
}

// findTitle finds the title among the first blocks: a line that begins with
// "Motion", else the first that looks like a title.
func (f *flow) findTitle(kind paperKind) titleFound {
	head := min(len(f.blocks), max(f.headEnd()+1, 12))
	best, bestScore := -1, 0
	for i := range head {
		if s := f.titleScore(i, kind); s > bestScore {
			best, bestScore = i, s
		}
	}
	if best < 0 {
		return titleFound{field: Field{Doubt: NotFound}, subject: Field{Doubt: NotFound}, block: -1}
	}
	start, end := f.titleRange(best)
	t := titleFound{field: f.fieldOf(start, end), block: best}
	t.field.Sure = bestScore >= sureTitle
	if !t.field.Sure {
		t.field.Doubt = Guessed
	}
	t.subject = f.fieldOf(f.unquoted(start+subjectAt(f.text[start:end]), end))
	t.subject.Value = upperFirst(t.subject.Value)
	t.subject.Sure, t.subject.Doubt = t.field.Sure, t.field.Doubt
	return t
}

func (f *flow) fieldOf(start, end int) Field {
	return Field{Value: tidy(f.text[start:end]), Span: f.span(start, end)}
}

// tidy makes one line of a stretch of the flow.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

const sureTitle = 60

// titleScore weighs a block as title; 0 when it cannot be one.
func (f *flow) titleScore(i int, kind paperKind) int {
	b := f.blocks[i]
	text := f.of(b)
	low := strings.ToLower(strings.TrimLeft(text, "\"”“'»# "))
	n := utf8.RuneCountInString(text[:min(len(text), 900)])
	if n < 3 || n > 400 {
		return 0
	}
	rest, isMotion := afterMotion(text)
	switch {
	case isMotion && rest != "" && n < 250 && !isAddress(rest) && !speaksOfMotion(low):
		return 100 - i
	case labelledTitle(text) > 0 && labelledTitle(text) < len(text):
		return 90 - i
	case kind != motionPaper && strings.Contains(low, "motion") && n < 330 && !endsSentence(text) && !b.isListItem():
		return 95 - i
	case isMotion: // "MOTION" alone, or to the council: the title is the next block
		return f.nextTitleScore(i)
	}
	return f.looseTitleScore(i, text, n)
}

func (b block) isListItem() bool { return b.mark != noMark }

// nextTitleScore scores "MOTION" alone by the block that follows it.
func (f *flow) nextTitleScore(i int) int {
	for k := i + 1; k < min(i+5, len(f.blocks)); k++ {
		text := f.of(f.blocks[k])
		if _, again := afterMotion(text); again {
			return 0
		}
		if f.isTitleAfterMotion(k) {
			return 80 - i
		}
		if len(text) > 180 {
			return 0
		}
	}
	return 0
}

// looseTitleScore weighs a line that does not say that it is a title.
func (f *flow) looseTitleScore(i int, text string, n int) int {
	b := f.blocks[i]
	w, ok := nextWord(text, 0, len(text))
	switch {
	case !ok || n > 170 || n < 4 || b.att || isSignOff(text) || isLabel(text) || isAddress(text) || isLeadHeading(text):
		return 0
	case strings.HasSuffix(text, ":") || strings.HasSuffix(text, ",") || unicode.IsLower(firstRune(text[w.start:])) && b.level == 0:
		return 0
	case strings.HasSuffix(text, ".") && !endsAbbreviation(text) && !isShortSentence(text) || len(f.referencesIn(b)) > 0 && n < 40:
		return 0
	case letterheadWords[w.lower] || isHeadingWord(text) || strings.Contains(text, "@") || strings.Contains(text, "www."):
		return 0
	}
	score := 40 - i
	if b.level > 0 {
		score += 25
	}
	if strings.Contains(text, "\t") || strings.HasSuffix(text, "kommun") || partyName(text) != "" && len(wordsOf(text, 9)) < 4 {
		score -= 25
	}
	if len(wordsOf(text, 3)) < 2 {
		score -= 10
	}
	if strings.HasSuffix(text, ".") {
		score -= 15
	}
	if _, _, isName := bareName(f.text, b.start, b.end); isName {
		score -= 25
	}
	return max(1, score)
}

// isShortSentence allows a title to end with a stop.
func isShortSentence(s string) bool {
	return len(s) < 70 && len(wordsOf(s, 9)) < 8 && sentenceEnd(s, 0, len(s)) == len(s) && !hasLeadVerb(s)
}

// isTitleAfterMotion weighs the line after "MOTION"; it may end with a stop.
func (f *flow) isTitleAfterMotion(k int) bool {
	text := f.of(f.blocks[k])
	if len(text) < 90 && !hasLeadVerb(text) && sentenceEnd(text, 0, len(text)) == len(text) {
		text = strings.TrimSuffix(text, ".")
	}
	return f.looseTitleScore(k, text, utf8.RuneCountInString(text)) > 0
}

var letterheadWords = setOf(`datum dnr diarienummer diarienr adress telefon till handläggare kommunfullmäktige kommunstyrelsen inkom ankom
	plats närvarande beslutande postadress besöksadress epost e-post organisationsnummer webb diarieförd protokoll protokollsutdrag
	sammanträdestid tjänsteskrivelse kopia`)

// afterMotion reads "Motion" at the head of a line and gives what follows the
// address, if any: "Motion till kommunfullmäktige i Exempelstad om …".
func afterMotion(s string) (rest string, ok bool) {
	t := s[paragraphMark(s):]
	w, found := nextWord(t, 0, len(t))
	if !found || w.lower != "motion" && w.lower != "motionen" && w.lower != "motioner" || strings.TrimLeft(t[:w.start], " \"”“'»") != "" {
		return "", false
	}
	if w.lower != "motion" {
		return "", false
	}
	rest = strings.TrimLeft(t[w.end:], " \t:.-–—,")
	rest = strings.TrimSpace(rest[statedTo(rest):])
	rest = strings.TrimSpace(rest[addressLength(rest):])
	if isNumberOfMotion(rest) || isOnlyMovers(rest) {
		rest = ""
	}
	if inside, after, ok := strings.Cut(strings.TrimPrefix(rest, "("), ")"); ok && strings.HasPrefix(rest, "(") {
		if _, isParty := partyIn(inside); isParty { // "Motion (V): …"
			rest = strings.TrimLeft(after, " :.-–—")
		}
	}
	if strings.IndexFunc(rest, unicode.IsLetter) < 0 { // "Motion 10/26"
		rest = ""
	}
	return rest, true
}

// statedTo gives the width of "ställd " before an address.
func statedTo(s string) int {
	w, ok := nextWord(s, 0, min(len(s), 14))
	if ok && w.start == 0 && (w.lower == "ställd" || w.lower == "ställt" || w.lower == "riktad" || w.lower == "inlämnad") && strings.HasPrefix(s[w.end:], " till ") {
		return w.end + 1
	}
	return 0
}

// isOnlyMovers recognises a party or persons and no more, perhaps after "av" or "från".
func isOnlyMovers(s string) bool {
	w, ok := nextWord(s, 0, min(len(s), 8))
	if slices.ContainsFunc(wordsOf(s, 40), func(w word) bool { return aboutWords[w.lower] }) {
		return false
	}
	if by := ok && w.start == 0 && (w.lower == "av" || w.lower == "från"); by {
		s = strings.TrimSpace(s[w.end:])
		if isNameAlone(s) || isNameLine(s) {
			return true
		}
	}
	return partyName(s) != "" && isPartyLine(s)
}

// isNumberOfMotion recognises "nr 7" and "nummer 12/2026" after "Motion".
func isNumberOfMotion(s string) bool {
	w, ok := nextWord(s, 0, min(len(s), 12))
	return ok && (w.lower == "nr" || w.lower == "nummer") && strings.Trim(s[w.end:], " .:/-0123456789") == ""
}

// paragraphMark gives the width of "§ 458 " before a heading in minutes.
func paragraphMark(s string) int {
	if !strings.HasPrefix(s, "§") {
		return 0
	}
	return len(s) - len(strings.TrimLeft(s[len("§"):], " 0123456789/."))
}

// addressLength gives the width of "till kommunfullmäktige i Exempelstad" at the
// head of s, with the mark after it.
func addressLength(s string) int {
	low := lowered(s)
	if !strings.HasPrefix(low, "till ") || !strings.Contains(low[:min(len(low), 60)], "fullmäktige") && !strings.HasPrefix(low, "till kf") {
		return 0
	}
	for _, w := range wordsOf(low, 14) {
		switch w.lower {
		case "om", "angående", "ang", "rörande", "gällande", "avseående", "för", "kring":
			return w.start
		}
		if i := strings.IndexAny(s[w.end:min(len(s), w.end+3)], ":–—"); i >= 0 && w.end+i+1 < len(s) {
			return len(s) - len(strings.TrimLeft(s[w.end:], " :–—-"))
		}
	}
	return len(s)
}

// isAddress recognises "Till kommunfullmäktige i Exempelstad", "Kommunfullmäktige".
func isAddress(s string) bool {
	low := strings.ToLower(strings.Trim(s, " :.,"))
	if len(low) > 70 {
		return false
	}
	low = strings.TrimPrefix(low, "till ")
	return strings.HasPrefix(low, "kommunfullmäktige") || strings.HasPrefix(low, "fullmäktige") || strings.HasPrefix(low, "kommunstyrelsen") ||
		strings.HasPrefix(low, "i kommunfullmäktige")
}

// speaksOfMotion tells a sentence about a motion from a title.
func speaksOfMotion(low string) bool {
	return strings.Contains(low, "har inkommit") || strings.Contains(low, "lämnat in") || strings.HasSuffix(low, ".") && strings.Count(low, ". ") > 0
}

// labelledTitle gives the width of a label before a title: "Rubrik:", "Ärende:".
func labelledTitle(s string) int {
	low := lowered(s[:min(len(s), 30)])
	for _, l := range []string{"motionens rubrik:", "motionens titel:", "rubrik på motionen:", "rubrik på motion:", "motionsrubrik:", "ärenderubrik:"} {
		if strings.HasPrefix(low, l) {
			return len(s) - len(strings.TrimLeft(s[len(l):], " \t"))
		}
	}
	w, ok := nextWord(s, 0, min(len(s), 30))
	if !ok || w.start > 0 || !strings.HasPrefix(s[w.end:], ":") && !strings.HasPrefix(s[w.end:], "\t") {
		return 0
	}
	switch w.lower {
	case "rubrik", "titel", "ärende", "ämne", "ärendemening", "rör", "ang", "angående", "motionens", "motionsrubrik":
		return len(s) - len(strings.TrimLeft(s[w.end:], ": \t."))
	}
	return 0
}

// titleRange gives the title's range in the flow: the block less its label and
// the address, or the block after "MOTION" alone.
func (f *flow) titleRange(i int) (start, end int) {
	b := f.blocks[i]
	text := f.of(b)
	rest, isMotion := afterMotion(text)
	if isMotion && rest == "" || isMotion && isAddress(rest) {
		for k := i + 1; k < min(i+5, len(f.blocks)); k++ {
			if f.isTitleAfterMotion(k) {
				return f.continued(k, f.blocks[k].start)
			}
		}
	}
	start = b.start + paragraphMark(text) + labelledTitle(text)
	if isMotion {
		at := strings.Index(text, rest)
		switch {
		case addressLength(afterWordMotion(text)) > 0:
			start = b.start + at + aboutWord(rest)
		case hasColonAfterMotion(text):
			start = b.start + at
		}
	}
	return f.continued(i, start)
}

// aboutWord gives the width of "om " and the like at the head of s.
func aboutWord(s string) int {
	w, ok := nextWord(s, 0, len(s))
	if !ok || w.start > 0 || !aboutWords[w.lower] {
		return 0
	}
	return len(s) - len(strings.TrimLeft(s[w.end:], " .:"))
}

var aboutWords = setOf(`om angående ang rörande gällande avseende avseående kring`)

func afterWordMotion(s string) string {
	w, _ := nextWord(s, 0, len(s))
	return strings.TrimLeft(s[w.end:], " \t:.-–—,")
}

// hasColonAfterMotion recognises "Motion: Cykelväg" and "Motion – Cykelväg".
func hasColonAfterMotion(s string) bool {
	s = s[paragraphMark(s):]
	w, _ := nextWord(s, 0, len(s))
	rest := strings.TrimLeft(s[w.end:], " \t")
	return rest != "" && strings.ContainsRune(":-–—.,\"”“", firstRune(rest)) || strings.HasPrefix(s[w.end:], "\t")
}

// isCapitals reports whether s is written in capitals.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s && len(s) > 3
}

// continued goes on over the blocks that the title runs into, and trims quotes
// and stops.
func (f *flow) continued(i, start int) (int, int) {
	end := f.blocks[i].end
	for k := i + 1; k < len(f.blocks) && k < i+3; k++ {
		b := f.blocks[k]
		text := f.of(b)
		open := openEnded[lastWord(f.text[start:end])]
		_, hasDay := firstDay(text)
		if hasDay || len(f.referencesIn(b)) > 0 || b.gap && !open || b.mark != noMark || b.level > 0 || len(text) > 120 || isSignOff(text) || !open && !startsLower(text) && !(isCapitals(text) && isCapitals(f.text[start:end])) {
			break
		}
		end = b.end
	}
	return f.unquoted(start, end)
}
