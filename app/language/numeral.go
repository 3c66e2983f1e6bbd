package language

import "slices"

var cardinals = []string{"noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"}

// Cardinal writes a number from 0 to 12 in words; empty for another.
func Cardinal(n int) string {
	if n < 0 || n >= len(cardinals) {
		return ""
	}
	return cardinals[n]
}

// Month names a month, 1 to 12; empty for another number.
func Month(n int) string {
	if n < 1 || n > len(months) {
		return ""
	}
	return months[n-1]
}

// IsMonth tells whether a folded word is the name of a month.
func IsMonth(word string) bool { return slices.Contains(months, word) }
