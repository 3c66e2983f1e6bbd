package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// parties gives the short form of the names parties go by.
var parties = map[string]string{
	"socialdemokraterna": "S", "socialdemokratiska": "S", "arbetarepartiet": "S", "moderaterna": "M", "moderata": "M",
	"sverigedemokraterna": "SD", "centerpartiet": "C", "centern": "C", "vänsterpartiet": "V", "kristdemokraterna": "KD",
	"liberalerna": "L", "folkpartiet": "FP", "miljöpartiet": "MP", "piratpartiet": "PP", "socialdemokrater": "S",
	"moderater": "M", "sverigedemokrater": "SD", "vänstern": "V", "feministiskt": "FI",
}

// shortForms writes the known short forms as they are written today.
var shortForms = map[string]string{"s": "S", "m": "M", "sd": "SD", "c": "C", "v": "V", "kd": "KD", "kds": "KD", "l": "L",
	"fp": "FP", "mp": "MP", "fi": "FI", "pp": "PP"}

// notParties are short forms in parentheses that explain a word.
var notParties = setOf(`GDPR IMY SKR SKL EU EG FN KF KS KSAU AI IT LOU LUF LSS BVC BUP PBL DO JO HVB SFI APL VA NPF WHO SCB BRÅ MSB OSL
	BUN UBN SN VON ON TN KFN MBN SBN GSN IOP NGO ADHD HBTQ LED DNR BR AB HB SFS NR KL FL SOL HSL LVU RF TF PUB API USB IKT IOT VR OECD
	IPCC SMHI SGU SVT SR TV PISA BO UF EPA FBA PTS VGR LKAB SJ UNHCR ILO DPIA IVO FHM RKA NKI MR BRA CO2 ELF SLU KTH TEN`)

// partyIn reads what stands in parentheses after a name: a short form or the
// name of a party, "-" for somebody without one.
func partyIn(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if code, ok := shortForms[strings.ToLower(s)]; ok {
		return code, true
	}
	if s == "-" || s == "–" || strings.EqualFold(s, "obunden") || strings.EqualFold(s, "politisk vilde") {
		return "-", true
	}
	if code := partyName(s); code != "" {
		return code, true
	}
	if notParties[s] || s == "" || utf8.RuneCountInString(s) > 6 || !unicode.IsUpper(firstRune(s)) {
		return "", false
	}
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsLetter(r):
			return "", false
		}
	}
	return s, upper*2 > utf8.RuneCountInString(s)
}

// partyName gives the short form of a text that names one party, or the name
// itself for a local one: "Exempelpartiet". Empty when it names none.
func partyName(s string) string {
	ws := wordsOf(s, 7)
	if len(ws) == 0 || len(ws) > 6 || len(s) > 70 {
		return ""
	}
	for i, w := range ws {
		if code := partyCodeOf(w.lower); code != "" {
			return code
		}
		if i == 0 && isLocalParty(w.lower) && unicode.IsUpper(firstRune(s[w.start:])) && !strings.Contains(s, ",") {
			return strings.TrimSuffix(s[w.start:w.end], "s")
		}
	}
	return ""
}

func partyCodeOf(w string) string {
	if code := parties[w]; code != "" {
		return code
	}
	return parties[strings.TrimSuffix(w, "s")] // Moderaternas fullmäktigegrupp
}

func isLocalParty(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return len(w) > 9 && (strings.HasSuffix(w, "partiet") || strings.HasSuffix(w, "demokraterna") || strings.HasSuffix(w, "listan") ||
		strings.HasSuffix(w, "initiativet") && len(w) > 13 || strings.HasSuffix(w, "alternativet") && len(w) > 14) &&
		w != "oppositionspartiet" && w != "kollegiet" && w != "medborgarinitiativet" && w != "lagstiftningsinitiativet"
}
