package language

import (
	"math"
	"regexp"
	"strings"

	"yttra/app"
)

// Amount is a sum of money in a text.
type Amount struct {
	Span  app.Span
	Money app.Money
}

const (
	digits = `\d{1,3}(?:[ \x{00a0}\x{202f}\x{2009}]\d{3})+|\d+`
	space  = `[ \t\n\x{00a0}\x{202f}\x{2009}]{0,2}`
)

var amountPattern = regexp.MustCompile(`(?i)(?:^|[^\d.,:/-])((?:` + digits + `)(?:,\d{1,3}|\.\d{1,2})?)` + space +
	`(miljarder|miljard|miljoner|miljon|mnkr|mkr|mdkr|tusen|tkr)?` + space + `(kronor|krona|kr|sek|:-)?(?:[^\pL\d]|$)`)

// scale gives the power of ten of a unit word.
var scale = map[string]int64{"": 1, "tusen": 1e3, "tkr": 1e3, "miljon": 1e6, "miljoner": 1e6, "mnkr": 1e6, "mkr": 1e6,
	"miljard": 1e9, "miljarder": 1e9, "mdkr": 1e9}

// Amounts finds "35 000 kr", "2,4 miljoner kronor", "120 tkr" and the like. A
// number without a word for money is no amount; one too large to hold is left out.
func Amounts(s string) []Amount {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []Amount
	for at := 0; at < len(s); {
		m := amountPattern.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		number, unit, currency := part(s[at:], m, 1), strings.ToLower(part(s[at:], m, 2)), part(s[at:], m, 3)
		end := max(m[3], m[5], m[7])
		if strings.HasSuffix(unit, "kr") || currency != "" {
			if v, ok := times(number, scale[unit]); ok {
				out = append(out, Amount{app.Span{Start: at + m[2], End: at + end}, v})
			}
		}
		at += end
	}
	return out
}

func part(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
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
