package app

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// leastContrast is what a colour must have against white paper: what WCAG 2.2 asks
// of text (1.4.3), since a rule is thinner than a letter.
const leastContrast = 4.5

// Ink is the look's colour in sRGB; black when none is chosen. With a colour that
// cannot be read it fails with CodeColour, with one that is too light for rules on
// white paper with CodePale; the ink is then black, too.
func (l Look) Ink() (rgb [3]uint8, err error) {
	s := strings.TrimSpace(l.Colour)
	if s == "" {
		return rgb, nil
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != len("#123456") || s[0] != '#' {
		return rgb, &Problem{Code: CodeColour, What: s}
	}
	read := [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}
	if c := contrast(read); c < leastContrast {
		told := math.Floor(c*10) / 10 // 4.46 is not told as 4.5
		return rgb, &Problem{Code: CodePale, What: s, Where: strings.Replace(fmt.Sprintf("%.1f:1", told), ".", ",", 1)}
	}
	return read, nil
}

// contrast of a colour against white, as WCAG reckons it (relative luminance).
func contrast(rgb [3]uint8) float64 {
	linear := func(v uint8) float64 {
		c := float64(v) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*linear(rgb[0]) + 0.7152*linear(rgb[1]) + 0.0722*linear(rgb[2]) + 0.05)
}
