package office

import (
	"strings"
	"unicode/utf8"
)

// bullet gives the mark of a list as it is read: a dash for dashes, "•" for dots,
// squares and whatever a symbol font draws, another mark as it is.
func bullet(s, font string) string {
	s = strings.TrimSpace(s)
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	if len(s) > size { // a word as the mark
		return s
	}
	if isSymbolFont(font) || r >= 0xf000 && r <= 0xf0ff {
		return bulletOf(symbol(r, font))
	}
	return bulletOf(string(r))
}

func bulletOf(s string) string {
	switch {
	case s == "":
		return "•"
	case strings.Contains("-‐‑‒–—−⁃", s):
		return "–"
	case strings.Contains("oO·∙•●○◦▪■□◾◼⚫*¤", s):
		return "•"
	}
	return s
}

func isSymbolFont(font string) bool {
	font = strings.ToLower(font)
	return strings.HasPrefix(font, "wingdings") || font == "symbol" || font == "webdings" || font == "opensymbol" || font == "starsymbol"
}

// symbol gives the character that a code of a symbol font draws; empty when nobody
// here knows.
func symbol(r rune, font string) string {
	if r >= 0xf000 && r <= 0xf0ff {
		r -= 0xf000
	}
	table := wingdings
	switch strings.ToLower(font) {
	case "symbol", "":
		table = symbolFont
	case "wingdings 2":
		table = wingdings2
	case "wingdings", "opensymbol", "starsymbol", "webdings":
	default:
		if r < 0x20 {
			return ""
		}
		return string(r) // an ordinary font
	}
	return table[r]
}

// Codes of the fonts, as the Unicode Consortium's mappings have them: those that stand
// in papers.
var (
	wingdings = map[rune]string{0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2a: "✉", 0x4a: "☺", 0x6c: "●", 0x6d: "❍", 0x6e: "■", 0x6f: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐",
		0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9f: "•", 0xa0: "▪", 0xa1: "○", 0xa7: "▪", 0xa8: "☐", 0xab: "★", 0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔",
		0xf0: "⇨", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑"}
	wingdings2 = map[rune]string{0x2a: "☐", 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xa3: "☐"}
	symbolFont = map[rune]string{0x2d: "–", 0xb7: "•", 0xa8: "♦", 0xa7: "♣", 0xae: "→", 0xac: "←", 0xad: "↑", 0xaf: "↓", 0xde: "⇒", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xa3: "≤", 0xb4: "×",
		0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xbc: "…", 0xd2: "®", 0xd3: "©", 0xd4: "™", 0xe2: "®", 0xe3: "©", 0xe4: "™", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6d: "µ", 0x70: "π",
		0x53: "Σ", 0x57: "Ω", 0x44: "Δ", 0xa5: "∞", 0x2b: "+", 0x3d: "=", 0x20: " "}
)
