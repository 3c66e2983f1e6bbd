package app

import (
	"encoding/json"
	"errors"
	"math/big"
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
// group digits, comma is the decimal sign; a point is taken as one only when one
// or two digits follow it.
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
func (m Money) Times(q Quantity) Money {
	p := new(big.Int).Mul(big.NewInt(int64(m)), big.NewInt(int64(q)))
	half := big.NewInt(500)
	if p.Sign() < 0 {
		half.Neg(half)
	}
	return Money(p.Add(p, half).Quo(p, big.NewInt(1000)).Int64())
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

func (q Quantity) MarshalJSON() ([]byte, error) { return []byte(q.String()), nil }

func (q *Quantity) UnmarshalJSON(b []byte) error {
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	v, err := ParseQuantity(n.String())
	*q = v
	return err
}

// parseDecimal reads a Swedish decimal number as an integer of 10^-places.
func parseDecimal(s string, places int) (int64, error) {
	s = strings.NewReplacer("\u00a0", "", "\u202f", "", "\u2009", "", " ", "", "\u2212", "-", "\u2013", "-").Replace(strings.TrimSpace(s))
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	whole, frac, _ := strings.Cut(strings.Replace(s, ".", ",", 1), ",")
	if whole == "" || len(frac) > places || strings.Trim(whole+frac, "0123456789") != "" {
		return 0, ErrAmount
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", places-len(frac)), 10, 64)
	if err != nil {
		return 0, ErrAmount
	}
	if neg {
		n = -n
	}
	return n, nil
}
