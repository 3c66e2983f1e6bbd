package language

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Amount is a sum of money in a text.
type Amount struct {
	Span  app.Span
	Money app.Money
}

// unit is a word between a number and its currency, or a word for both.
type unit struct {
	name  string
	scale int64
	money bool
}

// units and currencies, of those that begin alike the longest first.
var (
	units = []unit{{"miljarder", 1e9, false}, {"miljard", 1e9, false}, {"miljoner", 1e6, false}, {"miljon", 1e6, false}, {"milj.", 1e6, false},
		{"milj", 1e6, false}, {"mdkr", 1e9, true}, {"mdr", 1e9, false}, {"mnkr", 1e6, true}, {"mkr", 1e6, true}, {"msek", 1e6, true},
		{"tusen", 1e3, false}, {"tkr", 1e3, true}, {"tsek", 1e3, true}, {"ksek", 1e3, true}}
	currencies = []string{"kronor", "krona", "kr", "sek", ":-"}
)

// Amounts finds "35 000 kr", "2,4 miljoner kronor", "120 tkr" and the like. A
// number without a word for money is no amount; one too large to hold is left out.
func Amounts(s string) []Amount {
	var out []Amount
	for at := 0; at < len(s); {
		i := strings.IndexAny(s[at:], "0123456789")
		if i < 0 {
			break
		}
		at += i
		end := numberEnd(s, at)
		if at > 0 && strings.IndexByte(".,:/", s[at-1]) >= 0 {
			at = end
			continue
		}
		if stop, scale, ok := moneyAfter(s, end); ok {
			if v, ok := times(s[at:end], scale); ok {
				out = append(out, Amount{app.Span{Start: at, End: stop}, v})
			}
			end = stop
		}
		at = end
	}
	return out
}

// numberEnd finds the end of the number that begins at i: groups of three digits
// after a first of one to three, and decimals.
func numberEnd(s string, i int) int {
	end := digitsEnd(s, i)
	if end-i <= 3 {
		for {
			n := spaceAt(s, end)
			if n == 0 || digitsEnd(s, end+n) != end+n+3 {
				break
			}
			end += n + 3
		}
	}
	if end < len(s) && (s[end] == ',' || s[end] == '.') {
		most := 3
		if s[end] == '.' {
			most = 2
		}
		if n := digitsEnd(s, end+1) - end - 1; n > 0 && n <= most {
			return end + 1 + n
		}
	}
	return end
}

func digitsEnd(s string, i int) int {
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// spaceAt gives the length of a space inside a number; 0 when there is none.
func spaceAt(s string, i int) int {
	for _, space := range []string{" ", "\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(s[i:], space) {
			return len(space)
		}
	}
	return 0
}

// moneyAfter reads the words after a number; end is where they end.
func moneyAfter(s string, i int) (end int, scale int64, ok bool) {
	i, scale = skipSpace(s, i), 1
	for _, u := range units {
		if n := word(s, i, u.name); n > 0 {
			end, scale, ok = i+n, u.scale, u.money
			i = skipSpace(s, end)
			break
		}
	}
	for _, c := range currencies {
		if n := word(s, i, c); n > 0 {
			return i + n, scale, true
		}
	}
	return end, scale, ok
}

// skipSpace passes at most two spaces or line ends.
func skipSpace(s string, i int) int {
	for range 2 {
		if i < len(s) && (s[i] == '\n' || s[i] == '\t') {
			i++
			continue
		}
		i += spaceAt(s, i)
	}
	return i
}

// word gives the length of a word at i, in any case, when no letter or digit
// follows; else 0.
func word(s string, i int, name string) int {
	if len(s)-i < len(name) || !strings.EqualFold(s[i:i+len(name)], name) {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s[i+len(name):]); n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0
	}
	return len(name)
}

// times reads a decimal number and multiplies it, in ören, exactly; what is
// smaller than an öre is cut off.
func times(number string, factor int64) (app.Money, bool) {
	q, err := app.ParseQuantity(number)
	if err != nil || q < 0 || int64(q) > math.MaxInt64/(factor*100) {
		return 0, false
	}
	return app.Money(int64(q) * factor * 100 / 1000), true
}
