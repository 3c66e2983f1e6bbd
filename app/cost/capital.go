package cost

import (
	"math/big"

	"yttra/app"
)

// Capital is what investments burden a year's budget with (kapitalkostnad): the
// part that is written off, and interest on what is not yet. It is another way to
// see the outlay, spread over the years it is used; it is no part of any sum, where
// the outlay itself is.
type Capital struct {
	Rest     app.Money // not written off when the year begins
	WriteOff app.Money // Year.Depreciation
	Interest app.Money // on Rest
}

// Sum is what the year is burdened with.
func (c Capital) Sum() app.Money { return c.WriteOff + c.Interest }

// Capital gives what the investments burden each year of the horizon with. The
// interest (internränta) is in hundredths of a per cent a year, 0 to 10000, and is
// rounded once a year, halves away from zero; any other rate is none. It begins
// with the year after an outlay, as the writing off does.
func (r *Result) Capital(interest int) []Capital {
	if interest < 0 || interest > hundred {
		interest = 0
	}
	out := make([]Capital, len(r.Years))
	var rest app.Money
	for i := range r.Years {
		y := &r.Years[i]
		owed := new(big.Int).Mul(big.NewInt(int64(rest)), big.NewInt(int64(interest)))
		out[i] = Capital{Rest: rest, WriteOff: y.Depreciation, Interest: app.Money(quotient(owed, big.NewInt(hundred)).Int64())}
		rest += y.Investment - y.Depreciation
	}
	return out
}
