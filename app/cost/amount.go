package cost

import (
	"math/big"
	"math/bits"

	"yttra/app"
)

// amount is what a year of a line costs at the prices of year 1, without VAT, as
// an exact fraction of ören: over ÷ under.
type amount struct {
	high, low   uint64 // over, 128 bits
	under       uint64
	whole, part uint64 // the same as whole + part/2^64; what is left out is less than 1/2^64
}

// amountOf multiplies price by quantity and takes off the VAT the price was given
// with. Neither is below zero. ok is false beyond most.
func amountOf(price app.Money, q app.Quantity, vat int) (a amount, ok bool) {
	up, down, _ := without(vat)
	over, product := bits.Mul64(uint64(price), uint64(q))
	if over != 0 {
		return amount{}, false
	}
	a.under = 1000 * down
	a.high, a.low = bits.Mul64(product, up)
	var rest uint64
	a.whole, rest = bits.Div64(a.high, a.low, a.under) // high is less than up, and that less than under
	a.part, _ = bits.Div64(rest, 0, a.under)
	return a, a.rounded() <= most
}

// without is the fraction that takes VAT off a price: with 25 per cent, 4/5.
func without(vat int) (up, down uint64, ok bool) {
	switch vat {
	case 0:
		return 1, 1, true
	case 25:
		return 4, 5, true
	case 12:
		return 25, 28, true
	case 6:
		return 50, 53, true
	}
	return 1, 1, false
}

// rounded is the amount at the prices of year 1. No such fraction lies between a
// half and 1/2^64 below it, so part tells.
func (a *amount) rounded() app.Money {
	n := a.whole
	if a.part >= 1<<63 {
		n++
	}
	return app.Money(min(n, uint64(most)+1))
}

// in is the amount n years after year 1; more than most when it is beyond it.
func (a *amount) in(n int, index *powers) app.Money {
	if n == 0 || index == nil {
		return a.rounded()
	}
	if m, sure := index.of[n].times(a.whole, a.part); sure {
		return app.Money(min(m, uint64(most)+1))
	}
	over := new(big.Int).SetUint64(a.high)
	over.Lsh(over, 64).Add(over, new(big.Int).SetUint64(a.low))
	m := index.exactly(over, a.under, n)
	if m.Cmp(big.NewInt(int64(most))) > 0 {
		return most + 1
	}
	return app.Money(m.Int64())
}

// spanIn is the span n years after year 1. The lowest is never above the likely
// nor the highest below it, however they are rounded.
func (a *span) in(n int, index *powers) Span {
	likely := a.likely.in(n, index)
	if !a.ranged {
		return Span{likely, likely, likely}
	}
	return Span{min(a.low.in(n, index), likely), likely, max(a.high.in(n, index), likely)}
}

// span is an amount with its range, before it is rounded.
type span struct {
	low, likely, high amount
	ranged            bool
}

// indexes remembers the powers of the price changes met last, so that lines with
// the same change share them.
type indexes [32]powers

// of gives the powers of a yearly change in hundredths of a per cent; nil for none.
// They hold until the next call.
func (x *indexes) of(change int) *powers {
	if change == 0 {
		return nil
	}
	at := &x[uint(change)%uint(len(x))]
	if up := uint64(hundred + change); at.up != up {
		*at = powersOf(up, hundred)
	}
	return at
}
