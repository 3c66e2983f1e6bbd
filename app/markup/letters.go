package markup

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letters makes text from elsewhere fit to be written on: letters composed (a
// with a ring is å), ligatures of f taken apart, broken UTF-8 marked, and what
// cannot be seen away, such as byte order marks and the signs that turn the
// direction of text. Line ends, tabs, soft hyphens and no-break spaces stay.
func Letters(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return ligatures.Replace(strings.Map(visible, s))
}

var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st")

// visible drops a rune that shows nothing and means nothing in a paper.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\t', r == '\v', r == '\f', r == '\u00ad', r == '\u200d', r == '\u2028', r == '\u2029', r == '\u0085':
		return r
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && (r < 0xE0020 || r > 0xE007F), r == '\u200b', r >= '\ufff0' && r <= '\ufffb':
		return -1
	}
	return r
}
