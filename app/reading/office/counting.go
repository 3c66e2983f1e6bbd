package office

import (
	"strconv"
	"strings"
)

// Numbers of lists, as Word and OpenDocument write them.

// counted writes a number in a format of ST_NumberFormat (ISO 29500-1, 17.18.59).
func counted(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lowerLetter":
		return letters(n, 'a')
	case "upperLetter":
		return letters(n, 'A')
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "ordinal":
		if n%10 == 1 && n%100 != 11 || n%10 == 2 && n%100 != 12 {
			return strconv.Itoa(n) + ":a"
		}
		return strconv.Itoa(n) + ":e"
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalEnclosedFullstop":
		return strconv.Itoa(n) + "."
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "chicago":
		if n >= 1 && n <= 100 {
			return strings.Repeat(string([]rune("*†‡§")[(n-1)%4]), (n-1)/4+1)
		}
	}
	return strconv.Itoa(n)
}

// letters writes a, b … z, aa, bb …
func letters(n int, a rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(a+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.n {
			b.WriteString(d.s)
			n -= d.n
		}
	}
	return b.String()
}

// raised writes the mark of a note as superscript figures and letters, where there are
// such; others stay as they are.
func raised(s string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune("0123456789ivxabcdefghjklmnoprstuwyz", r); i >= 0 && r < 0x80 {
			return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐⁿᵒᵖʳˢᵗᵘʷʸᶻ")[i]
		}
		return r
	}, strings.TrimSpace(s))
}
