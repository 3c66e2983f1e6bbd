package app

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// Money is an amount in whole ören; 100 ören are one krona. There is no float.
// In JSON it is an integer number of ören.
type Money int64

// Kronor makes an amount of whole kronor.
func Kronor(n int64) Money { return Money(n * 100) }

// ErrAmount says that a text is not an amount of money or a number.
var ErrAmount = errors.New("not an amount")

// ParseMoney reads "35 000", "35 000,50" or "−1 200" kronor. Spaces of any kind
// group digits in threes, comma or point is the decimal sign.
func ParseMoney(s string) (Money, error) {
	n, err := parseDecimal(s, 2)
	return Money(n), err
}

// Quantity is a count in thousandths, so that half a post is exact: 0.5 is 500.
// In JSON it is a decimal number.
type Quantity int64

// Units makes a whole quantity.
func Units(n int64) Quantity { return Quantity(n * 1000) }

// ParseQuantity reads "12", "0,5" or "1 200" with up to three decimals.
func ParseQuantity(s string) (Quantity, error) {
	n, err := parseDecimal(s, 3)
	return Quantity(n), err
}

// Times multiplies a price by a quantity; halves of an öre round away from zero.
// A product beyond what an amount can hold stops at its limit, which every sum
// refuses as too large.
func (m Money) Times(q Quantity) Money {
	p := new(big.Int).Mul(big.NewInt(int64(m)), big.NewInt(int64(q)))
	half := big.NewInt(500)
	if p.Sign() < 0 {
		half.Neg(half)
	}
	p.Add(p, half).Quo(p, big.NewInt(1000))
	switch {
	case p.IsInt64():
		return Money(p.Int64())
	case p.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

func (q Quantity) String() string {
	s := strconv.FormatInt(int64(q)/1000, 10)
	if q < 0 && q > -1000 {
		s = "-0"
	}
	if frac := max(q, -q) % 1000; frac != 0 {
		s += "." + strings.TrimRight(strconv.Itoa(int(1000 + frac))[1:], "0")
	}
	return s
}

// MarshalJSON writes a decimal number with at most three decimals.
func (q Quantity) MarshalJSON() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalJSON reads any JSON number that is a whole number of thousandths.
func (q *Quantity) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	r, ok := new(big.Rat).SetString(string(b))
	if !ok || len(b) > 40 {
		return fmt.Errorf("quantity %s: %w", b, ErrAmount)
	}
	r.Mul(r, big.NewRat(1000, 1))
	if !r.IsInt() || !r.Num().IsInt64() {
		return fmt.Errorf("quantity %s: %w", b, ErrAmount)
	}
	*q = Quantity(r.Num().Int64())
	return nil
}

// written is a Swedish number: digits in groups of three or in a row, and
// decimals after a comma or a point.
var written = regexp.MustCompile(`^(-?)([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:([,.])([0-9]+))?$`)

// parseDecimal reads a Swedish decimal number as an integer of 10^-places. A
// point before exactly three digits is refused: it may be meant as a thousand.
func parseDecimal(s string, places int) (int64, error) {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u2212", "-", "\u2013", "-").Replace(strings.TrimSpace(s))
	m := written.FindStringSubmatch(strings.Replace(s, "- ", "-", 1))
	if m == nil || len(m[4]) > places || m[3] == "." && len(m[4]) == 3 {
		return 0, ErrAmount
	}
	n, err := strconv.ParseInt(m[1]+strings.ReplaceAll(m[2], " ", "")+m[4]+strings.Repeat("0", places-len(m[4])), 10, 64)
	if err != nil {
		return 0, ErrAmount
	}
	return n, nil
}
