package cost

import (
	"time"

	"github.com/rickar/cal/v2/se"

	"yttra/app"
)

// calendar counts days as whole numbers from 1970, and knows which are free:
// Saturdays, Sundays and public holidays, and Midsummer Eve, Christmas Eve and New
// Year's Eve, which are as free in the reckoning of legal periods (lagen 1930:173,
// 2 §). Years are read when they are asked for.
type calendar struct {
	free  map[int]bool
	years map[int]bool
}

func newCalendar() *calendar { return &calendar{map[int]bool{}, map[int]bool{}} }

func (c *calendar) day(t time.Time) int { return int(t.Unix() / secondsADay) }

func (c *calendar) date(day int) app.Date { return app.DateOf(at(day)) }

const secondsADay = 24 * 60 * 60

func at(day int) time.Time { return time.Unix(int64(day)*secondsADay, 0).UTC() }

// works reports whether a day is a working day.
func (c *calendar) works(day int) bool {
	t := at(day)
	if w := t.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	if y := t.Year(); !c.years[y] {
		c.years[y] = true
		for _, h := range se.Holidays {
			actual, _ := h.Calc(y)
			c.free[c.day(time.Date(y, actual.Month(), actual.Day(), 0, 0, 0, 0, time.UTC))] = true
		}
	}
	return !c.free[day]
}

// next is the first working day from a day on.
func (c *calendar) next(day int) int {
	for !c.works(day) {
		day++
	}
	return day
}

// previous is the last working day up to a day.
func (c *calendar) previous(day int) int {
	for !c.works(day) {
		day--
	}
	return day
}

// end is the last day of a period that is counted from the day after another: so
// many working days, or so many days of the calendar, and then on to a working day.
func (c *calendar) end(before, days int, working bool) int {
	if !working {
		return c.next(before + days)
	}
	for ; days > 0; days-- {
		before = c.next(before + 1)
	}
	return before
}
