package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var signature = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4} ?\(\p{L}{1,4}\)|\p{Lu}[\p{L}-]+,? (?:den )?\d[\d/. -]*(?: ?\p{L}+ \d{4})?)$`)

// governs tells whether a text ends so that a name must follow: "motion av".
func governs(s string) bool {
	switch s[strings.LastIndexByte(s, ' ')+1:] {
	case "av", "och", "samt", "med", "från", "till", "för", "genom", "hos", "av:", "&", "–":
		return true
	}
	return strings.HasSuffix(s, ",")
}

// isSignature recognises a line that is a name with its party, or a place and a day.
func isSignature(s string) bool { return len(s) < 70 && signature.MatchString(s) }

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'”’“‘»(`))
	return r
}

func startsSmall(s string) bool { return unicode.IsLower(firstOf(s)) }

// startsAtt tells whether a text begins as claims do.
func startsAtt(s string) bool {
	w, rest, _ := strings.Cut(strings.TrimLeft(s, `"”’'`), " ")
	w = strings.ToLower(strings.TrimRight(w, ":)0123456789"))
	switch w {
	case "att":
		return true
	case "samt", "dels":
		return strings.HasPrefix(rest, "att ")
	}
	return false
}

// beginAlike tells that two lines begin with the same word, as the lines of a list do that
// has no marks: "uppdra åt ...".
func beginAlike(a, b line) bool {
	w := a.words[0].text
	return len(w) > 5 && startsSmall(w) && w == b.words[0].text
}

// endsClause tells whether a line ends as a sentence or the head of a list does.
func endsClause(s string) bool {
	s = strings.TrimRight(s, `"'”’»)¹²³⁴⁵⁶⁷⁸⁹⁰`)
	return s != "" && strings.IndexByte(".:;!?", s[len(s)-1]) >= 0
}

func endsHyphen(s string) bool {
	t := strings.TrimSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(t)
	return len(t) < len(s) && unicode.IsLetter(r)
}
