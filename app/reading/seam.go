package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Seam tells how two lines of one paragraph are put together: whether the last
// character stays (a hyphen may go) and whether a space comes between.
func Seam(before, after string) (keep, space bool) {
	last, width := utf8.DecodeLastRuneInString(before)
	switch last {
	case '\u00ad':
		return false, false
	case '-', '/', ':', '\u2010':
	default:
		return true, true
	}
	stem := before[:len(before)-width]
	left, _ := utf8.DecodeLastRuneInString(stem)
	right, _ := utf8.DecodeRuneInString(after)
	switch {
	case !isLetter(left) || !isLetter(right):
		return true, true
	case unicode.IsDigit(left) && unicode.IsDigit(right):
		return true, false
	case last == '/' || last == ':':
		return true, true
	}
	if sharesStem[firstWord(after)] {
		return true, true
	}
	return !isHyphenation(stem, right), false
}

// sharesStem are the words before which a hyphen is one of its own: "skol- och fritidslokaler".
var sharesStem = map[string]bool{"och": true, "eller": true, "samt": true, "respektive": true, "till": true, "men": true, "som": true}

// isHyphenation tells a word broken at the line end from one with a hyphen of
// its own: "skol-|miljö" but "IT-|stöd", "e-|post", "Anna-|Karin".
func isHyphenation(stem string, right rune) bool {
	part := stem[strings.LastIndexFunc(stem, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	return unicode.IsLower(right) && utf8.RuneCountInString(part) > 1 && strings.ToUpper(part) != part
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// firstWord gives the letters that s begins with, in lower case.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) }); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}
