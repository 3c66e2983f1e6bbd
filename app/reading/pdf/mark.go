package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the marks of lists that are no letters.
const bullets = "•·●○▪■□◦‣►▶➢➤✓✔→⇒∙⁃❖◆◇»›–—-−*¤"

var numberMark = regexp.MustCompile(`^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]|[A-Z][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(\d{1,2}\)\.?|§ ?\d{1,4}|\d{1,2})$`)

// isMark recognises the mark of a list item: "1.", "a)", "•", "–", "2.1".
func isMark(s string) bool {
	return isBullet(s) || numberMark.MatchString(s)
}

// isBullet recognises a mark that is no number, also that of a symbol font.
func isBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) || n == 0 {
		return false
	}
	return strings.ContainsRune(bullets, r) || isSymbol(r) || r == 'o' || r == utf8.RuneError
}

// isSymbol recognises letters of symbol fonts, which have a place of their own and no
// meaning outside them.
func isSymbol(r rune) bool { return unicode.Is(unicode.Co, r) }

// isHangingAtt recognises the "att" that many motions set out in the margin.
func isHangingAtt(s string) bool { return s == "att" || s == "Att" || s == "ATT" }

// symbols are the signs of Symbol and Wingdings that say something in a paper, by the
// low byte of their place.
var symbols = map[rune]string{0xb7: "•", 0xa7: "▪", 0xd8: "➢", 0xfc: "✓", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x76: "❖", 0xa8: "◻", 0xe0: "→", 0xae: "→", 0x2d: "–", 0xbe: "–", 0x96: "–"}

// legible gives the letters of a text with signs of symbol fonts as those they look like.
func legible(s string) string {
	if strings.IndexFunc(s, isSymbol) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !isSymbol(r):
			b.WriteRune(r)
		case symbols[r&0xff] != "":
			b.WriteString(symbols[r&0xff])
		default:
			b.WriteRune('•')
		}
	}
	return b.String()
}

// mark reads the mark that a line begins with, and how many words it is. Only one that
// words follow counts.
func markOf(ws []word) (mark string, n int) {
	if len(ws) < 2 {
		return "", 0
	}
	first := ws[0].text
	gap := ws[1].x0 - ws[0].x1
	switch {
	case isBullet(first) && first != "o" && !(first == "-" && gap < 0.1*ws[0].size):
		return first, 1
	case first == "o" && gap > 0.6*ws[0].size:
		return first, 1
	case !numberMark.MatchString(first):
		return "", 0
	case strings.ContainsAny(first, ".):") && !isInitial(ws):
		return first, 1
	case gap > 0.9*ws[0].size && len(first) <= 2 && first[0] >= '0' && first[0] <= '9':
		return first, 1
	}
	return "", 0
}

// isInitial tells "A. Berg" from an item "A. Kommunen".
func isInitial(ws []word) bool {
	r, _ := utf8.DecodeRuneInString(ws[0].text)
	return unicode.IsUpper(r) && strings.HasSuffix(ws[0].text, ".") && ws[1].x0-ws[0].x1 < 0.6*ws[0].size
}

// glued parts a bullet from the word that it is written together with: "•att".
func glued(ws []word) []word {
	if len(ws) == 0 {
		return ws
	}
	r, n := utf8.DecodeRuneInString(ws[0].text)
	if n == len(ws[0].text) || !strings.ContainsRune("•·●○▪■□◦‣►▶➢➤✓✔→⇒❖◆◇", r) && !isSymbol(r) {
		return ws
	}
	mark, rest := ws[0], ws[0]
	mark.text, rest.text = ws[0].text[:n], ws[0].text[n:]
	mark.x1 = min(mark.x0+0.5*mark.size, rest.x1)
	rest.x0 = mark.x1
	return append([]word{mark, rest}, ws[1:]...)
}
