package cost

import (
	"math/big"

	"yttra/app"
)

// The arithmetic that has fractions: whole numbers of any size, rounded once.

// quotient divides, halves away from zero.
func quotient(a, b *big.Int) *big.Int {
	twice := new(big.Int).Lsh(new(big.Int).Abs(a), 1)
	q := twice.Add(twice, b)
	q.Quo(q, new(big.Int).Lsh(b, 1))
	if a.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// net divides an amount by a whole number and takes off the VAT it was given
// with, per cent: with 25, five quarters of the net price. fits is false beyond most.
func net(amount *big.Int, by int64, vat int) (m app.Money, fits bool) {
	over := big.NewInt(by)
	if vat > 0 {
		amount = new(big.Int).Mul(amount, big.NewInt(100))
		over.Mul(over, big.NewInt(int64(100+vat)))
	}
	q := quotient(amount, over)
	if q.CmpAbs(big.NewInt(int64(most))) > 0 {
		return 0, false
	}
	return app.Money(q.Int64()), true
}

// present is what an amount so many years away is worth in the money of year 1;
// rate is the real rate in hundredths of a per cent.
func present(m app.Money, rate, years int) app.Money {
	whole := new(big.Int).Exp(big.NewInt(10000), big.NewInt(int64(years)), nil)
	grown := new(big.Int).Exp(big.NewInt(10000+int64(rate)), big.NewInt(int64(years)), nil)
	return app.Money(quotient(whole.Mul(whole, big.NewInt(int64(m))), grown).Int64())
}

func divide(m app.Money, by int64) app.Money {
	return app.Money(quotient(big.NewInt(int64(m)), big.NewInt(by)).Int64())
}

func kronor(m app.Money) int64 { return int64(divide(m, 100)) }
