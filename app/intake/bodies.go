package intake

import (
	"strings"
	"unicode"
)

// bodyEnds are the ends of words that name an authority, a body of a municipality or
// another that sends remisser, with how particular they are: a department says more
// than the offices it belongs to.
var bodyEnds = []struct {
	end    string
	weight int
}{
	{"departementet", 5}, {"departement", 4}, {"länsstyrelsen", 5}, {"kommunstyrelsen", 5}, {"styrelsen", 4}, {"styrelse", 3}, {"nämnden", 5}, {"nämnd", 4}, {"verket", 4}, {"verk", 3},
	{"myndigheten", 4}, {"inspektionen", 4}, {"ombudsmannen", 4}, {"kollegiet", 4}, {"delegationen", 4}, {"utskottet", 4}, {"fullmäktige", 4}, {"revisionen", 4}, {"revisorerna", 4}, {"revisorer", 4},
	{"institutet", 4}, {"lantmäteriet", 4}, {"rådet", 3}, {"förvaltningen", 3}, {"förvaltning", 3}, {"kontoret", 3}, {"kontor", 2}, {"kansliet", 2}, {"kansli", 2}, {"förbundet", 4}, {"förbund", 4},
	{"föreningen", 4}, {"förening", 4}, {"bolaget", 3}, {"domstolen", 4}, {"domstol", 4}, {"rätten", 3}, {"universitet", 4}, {"universitetet", 4}, {"högskola", 4}, {"högskolan", 4}, {"kyrkan", 3},
	{"regionen", 3}, {"kommunen", 2}, {"centralen", 3}, {"stiftelsen", 4}, {"stiftelse", 4}, {"klubben", 4}, {"klubb", 4}, {"sällskapet", 4}, {"rörelsen", 3}, {"organisationen", 3}, {"facket", 3},
	{"föräldraråd", 4}, {"pensionärsråd", 4}, {"ungdomsråd", 4}, {"elevråd", 4}, {"elevkår", 4}, {"råd", 2}, {"akademin", 3}, {"utredningen", 3}, {"kommittén", 3}, {"gruppen", 2}, {"nätverket", 3},
	{"bygderåd", 4}, {"byalag", 4}, {"byalaget", 4}, {"företagarna", 4}, {"handelskammaren", 4}, {"räddningstjänsten", 4}, {"polisen", 4},
}

// bodyWords are whole words that do.
var bodyWords = map[string]int{"region": 4, "kommun": 2, "stad": 2, "skr": 4, "ab": 3, "hsb": 3, "skolverket": 5, "boverket": 5, "säpo": 3, "regeringskansliet": 1,
	"landsting": 3, "ek": 0, "kommunal": 3, "vision": 3, "lärarförbundet": 4, "lrf": 3, "pro": 3, "spf": 3, "brf": 3, "stift": 3, "pastorat": 3, "församling": 3}

// bodyWeight tells how surely s names a body; 0 when it names none.
func bodyWeight(s string) int {
	best := 0
	for _, w := range wordsOf(s, 14) {
		if n := bodyWords[w.lower]; n > best && (w.lower == "kommun" || w.lower == "stad" || unicode.IsUpper(firstRune(s[w.start:]))) {
			best = n
		}
		for _, e := range bodyEnds {
			if e.weight > best && strings.HasSuffix(w.lower, e.end) && (len(w.lower) > len(e.end) || wholeBodies[w.lower]) {
				best = e.weight
				break
			}
		}
	}
	return best
}

// wholeBodies are ends that name a body alone.
var wholeBodies = setOf(`länsstyrelsen kommunstyrelsen kommunfullmäktige lantmäteriet revisionen revisorerna polisen företagarna räddningstjänsten handelskammaren regionen
	kommunen nämnden styrelsen`)

// isBodyLine recognises a line of a letterhead that is the name of a body and no more.
func isBodyLine(s string) bool {
	if len(s) < 3 || len(s) > 80 || strings.ContainsAny(s, "@:;0123456789?!") || strings.HasSuffix(s, ".") || !unicode.IsUpper(firstRune(s)) {
		return false
	}
	ws := wordsOf(s, 10)
	if len(ws) > 8 || bodyWeight(s) == 0 {
		return false
	}
	small := 0
	for i, w := range ws {
		if bodyStops[w.lower] {
			return false
		}
		if unicode.IsLower(firstRune(s[w.start:])) && bodyWeight(s[w.start:w.end]) == 0 && !nameWords[w.lower] && !(i > 0 && nameWords[ws[i-1].lower]) {
			small++
		}
	}
	return small <= 1 && !hasVerb(s)
}

// nameWords stand inside names of bodies.
var nameWords = setOf(`och i för av vid på med län läns kommuns stads samt sveriges`)

// bodyStops stand in no name of a body.
var bodyStops = setOf(`har är ska skall senast remiss yttrande motion om till dnr datum svar angående beslutar beslutade remitterar avdelningen enheten chef direktör
	ordförande sekreterare handläggare förslag remissvar till: stadsdirektör kommundirektör förvaltningschef registrator via sida besöksadress postadress hälsningar`)

// nameOfBody cuts the name of a body out of the words that stand between two others:
// its articles and titles go. ok is false when they name none.
func (f *flow) nameOfBody(start, end int) (s, e int, weight int, ok bool) {
	start, end = f.trimmedRange(start, end)
	for {
		w, found := nextWord(f.text, start, end)
		if !found || !leadingIns[w.lower] {
			break
		}
		start = w.end
		start, end = f.trimmedRange(start, end)
	}
	text := f.text[start:end]
	for _, cut := range []string{" genom ", " gm ", ", genom "} {
		if k := strings.Index(text, cut); k > 0 {
			text = text[:k]
		}
	}
	text = strings.TrimRight(text, " .,;:–-")
	end = start + len(text)
	weight = bodyWeight(text)
	if weight == 0 || len(wordsOf(text, 12)) > 10 || len(text) > 110 || strings.ContainsAny(text, "@?!\t") {
		return 0, 0, 0, false
	}
	for _, w := range wordsOf(text, 12) {
		if bodyStops[w.lower] {
			return 0, 0, 0, false
		}
	}
	return start, end, weight, true
}

var leadingIns = setOf(`den det från av till vi inom hos nu härmed därför`)
