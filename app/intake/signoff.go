package intake

import (
	"strings"
	"unicode"
)

var signOffWords = setOf(`hälsningar vänligen mvh undertecknat underskrift underskrifter namnteckning namnförtydligande ort
	ortochdatum motionär motionärer undertecknas`)

// isSignOff recognises a line of a signature block: a name with its party, a
// place and a day, a party, a title, "För Moderaterna".
func isSignOff(s string) bool {
	s = strings.Trim(s, " \t*_/")
	if s == "" || len(s) > 160 || strings.HasSuffix(s, ":") && len(s) > 40 {
		return false
	}
	w, _ := nextWord(s, 0, len(s))
	switch {
	case signOffWords[w.lower], strings.HasPrefix(strings.ToLower(s), "med vänlig"):
		return len(s) < 80
	case isPlaceAndDay(s), isTitleLine(s):
		return true
	case w.lower == "för" || w.lower == "å" || w.lower == "gruppledare":
		return len(s) < 70 && partyName(s[w.end:]) != "" && !endsSentence(s)
	case partyName(s) != "" && isPartyLine(s), isSignerLine(s):
		return true
	}
	return isNameLine(s)
}

// isSignerLine recognises a name, a comma and a title or party: "Anna Berg, gruppledare
// Exempelpartiet i Exempelstad."
func isSignerLine(s string) bool {
	i := strings.IndexByte(s[:min(len(s), 60)], ',')
	if i < 0 || len(s) > 140 || !isNameAlone(s[:i]) || len(wordsOf(s, 14)) > 12 {
		return false
	}
	rest := strings.TrimSpace(s[i+1:])
	return isTitle(rest) || partyName(rest) != ""
}

func isTitleLine(s string) bool {
	if !isTitle(s) || endsSentence(s) {
		return false
	}
	ws := wordsOf(s, 9)
	return len(ws) < 9 && unicode.IsUpper(firstRune(s))
}

// isPartyLine tells a party's name alone, perhaps with a place, from a sentence
// about it.
func isPartyLine(s string) bool {
	if endsSentence(s) || unicode.IsLower(firstRune(s)) {
		return false
	}
	for _, w := range wordsOf(s, 7) {
		if unicode.IsLower(firstRune(s[w.start:])) && !partyLineWords[w.lower] {
			return false
		}
	}
	return true
}

var partyLineWords = setOf(`i för de gröna och genom fullmäktigegrupp fullmäktigegruppen kommunfullmäktigegrupp gruppen arbetarekommun
	kommun stad partigrupp grupp samlingspartiet initiativ kommunfullmäktige fullmäktige socialdemokraterna`)

// isPlaceAndDay recognises "Exempelstad den 3 mars 2026" and a day alone.
func isPlaceAndDay(s string) bool {
	if len(s) > 70 {
		return false
	}
	d, ok := firstDay(s)
	if !ok {
		return strings.HasSuffix(strings.ToLower(s), "dag som ovan")
	}
	rest := s[:d.start] + " " + s[d.end:]
	for _, w := range wordsOf(rest, 8) {
		if unicode.IsLower(firstRune(rest[w.start:])) && !placeWords[w.lower] {
			return false
		}
	}
	return len(wordsOf(rest, 8)) < 6
}

var placeWords = setOf(`den i dag som ovan dagen datum daterad`)

// isNameLine recognises a line that is little else than names with parties.
func isNameLine(s string) bool {
	f := flow{text: s, blocks: []block{{end: len(s)}}}
	ps := f.personsIn(0)
	if len(ps) == 0 {
		return false
	}
	return restOfNames(s, 0, ps) <= len(s)*2/5
}

// restOfNames counts the letters of a block that are not names, parties, titles
// or joining words.
func restOfNames(s string, base int, ps []person) int {
	rest := 0
	at := 0
	count := func(part string) {
		for _, w := range wordsOf(part, 60) {
			if !titles[w.lower] && !bodiesOfTitles[w.lower] && !nameJoiners[w.lower] && partyCodeOf(w.lower) == "" && !isLocalParty(w.lower) {
				rest += w.end - w.start
			}
		}
	}
	for i, p := range ps {
		if p.start-base > at {
			count(s[at : p.start-base])
		}
		at = max(at, p.end-base)
		shared := i+1 < len(ps) && ps[i+1].pStart == p.pStart
		if !shared && p.pEnd > 0 && p.pStart-base >= at {
			count(s[at : p.pStart-base])
			at = max(at, p.pEnd-base)
		}
	}
	count(s[min(at, len(s)):])
	return rest
}

var nameJoiners = setOf(`och samt av från för i den genom undertecknat undertecknad undertecknas signerat signerad inlämnad motionär motionärer`)

// isLabel recognises a word that heads a field in a letterhead.
func isLabel(s string) bool {
	return len(s) < 40 && labels[strings.ToLower(strings.TrimRight(s, ": "))]
}

var labels = setOf(`datum adress diarienummer diarienr dnr till från yttrande motion handläggare ärende beslut sammanfattning bakgrund
	yrkande yrkanden bilaga bilagor plats ordförande sekreterare justerande underskrifter motionärer motionär parti namn inkom ankom mottagare
	motivering ärendenummer beslutsunderlag reservation inledning telefon förvaltning`)
