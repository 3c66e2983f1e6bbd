package cost

import (
	"math/big"
	"math/bits"

	"yttra/app"
)

// The arithmetic that has fractions. Each amount is a fraction of whole numbers,
// rounded once, halves away from zero, and always right: it is reckoned with 128
// bits and a bound on what those leave out, and when that cannot tell on which
// side of a half it lies, with whole numbers of any size.

// scale is a factor: at least m and less than m+2, times 2^(e−64). The highest
// bit of m is set.
type scale struct {
	m uint64
	e int
}

// powers are the powers 0, 1, 2 … of a fraction up, over down.
type powers struct {
	up, down uint64
	of       [longest]scale
}

// powersOf makes the powers of a fraction from a fifth to two; both numbers are
// less than 2^32. Each step leaves out less than a part in 2^124, and the whole
// therefore less than one more of m's last place.
func powersOf(up, down uint64) powers {
	p := powers{up: up, down: down}
	hi, lo, e := uint64(1)<<63, uint64(0), 1
	for n := range p.of {
		p.of[n] = scale{hi, e}
		h1, l1 := bits.Mul64(hi, up)
		h0, l0 := bits.Mul64(lo, up)
		mid, carry := bits.Add64(l1, h0, 0)
		top := h1 + carry
		w2, rest := top/down, top%down
		w1, rest := bits.Div64(rest, mid, down)
		w0, _ := bits.Div64(rest, l0, down)
		if s := bits.Len64(w2); s > 0 {
			hi, lo, e = w2<<(64-s)|w1>>s, w1<<(64-s)|w0>>s, e+s
		} else {
			s = bits.LeadingZeros64(w1)
			hi, lo, e = w1<<s|w0>>(64-s), w0<<s, e-s
		}
	}
	return p
}

// times multiplies whole + part/2^64, of which less than 1/2^64 may have been left
// out, and rounds. sure is false when it is too near a half to tell, or too large
// for an amount.
func (s scale) times(whole, part uint64) (n uint64, sure bool) {
	n, rest := bits.Mul64(whole, s.m)
	more, _ := bits.Mul64(part, s.m)
	rest, carry := bits.Add64(rest, more, 0)
	n += carry
	left := 2*whole + 6 // what is left out so far, in 1/2^64: of m, of part, and of the two products
	switch {
	case s.e > 0:
		if bits.Len64(n)+s.e > 56 {
			return 0, false
		}
		n, rest, left = n<<s.e|rest>>(64-s.e), rest<<s.e, left<<s.e
	case s.e < 0:
		n, rest, left = n>>-s.e, n<<(64+s.e)|rest>>-s.e, left>>-s.e+2
	}
	const half = 1 << 63
	if rest >= half {
		return n + 1, true
	}
	return n, rest <= half-left
}

// present is what an amount so many years away is worth in the money of year 1;
// the powers are those of the discount.
func (p *powers) present(m app.Money, years int) app.Money {
	if years == 0 || m == 0 {
		return m
	}
	if n, sure := p.of[years].times(uint64(max(m, -m)), 0); sure {
		if m < 0 {
			return -app.Money(n)
		}
		return app.Money(n)
	}
	return app.Money(p.exactly(big.NewInt(int64(m)), 1, years).Int64())
}

// exactly multiplies a fraction by a power and rounds it.
func (p *powers) exactly(over *big.Int, under uint64, n int) *big.Int {
	up := power(p.up, n)
	down := power(p.down, n)
	return quotient(up.Mul(up, over), down.Mul(down, new(big.Int).SetUint64(under)))
}

func power(base uint64, n int) *big.Int {
	return new(big.Int).Exp(new(big.Int).SetUint64(base), big.NewInt(int64(n)), nil)
}

// discount gives the powers that a year takes off the worth of an amount; rate and
// inflation are in hundredths of a per cent.
func discount(rate, inflation int) powers {
	return powersOf(hundred*hundred, uint64(hundred+rate)*uint64(hundred+inflation))
}

// hundred per cent, in hundredths of a per cent.
const hundred = 10000

// quotient divides, halves away from zero; b is above zero.
func quotient(a, b *big.Int) *big.Int {
	twice := new(big.Int).Lsh(new(big.Int).Abs(a), 1)
	q := twice.Add(twice, b)
	q.Quo(q, new(big.Int).Lsh(b, 1))
	if a.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// divide divides an amount, halves away from zero; by is above zero.
func divide(m app.Money, by int64) app.Money {
	return app.Money(quotient(big.NewInt(int64(m)), big.NewInt(by)).Int64())
}

func kronor(m app.Money) int64 { return int64(divide(m, 100)) }
