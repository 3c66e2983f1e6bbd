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
	free        map[int]bool // holidays
	first, last int          // days whose years have been read
}

func newCalendar() *calendar { return &calendar{free: map[int]bool{}, first: 1} }

func (c *calendar) day(t time.Time) int { return int(t.Unix() / secondsADay) }

func (c *calendar) date(day int) app.Date { return app.DateOf(at(day)) }

const secondsADay = 24 * 60 * 60

func at(day int) time.Time { return time.Unix(int64(day)*secondsADay, 0).UTC() }

// works reports whether a day is a working day. Day 0 was a Thursday.
func (c *calendar) works(day int) bool {
	if w := (day + 4) % 7; w == 0 || w == 6 {
		return false
	}
	if day < c.first || day > c.last {
		c.read(at(day).Year())
	}
	return !c.free[day]
}

// read adds a year, and those between it and what has been read.
func (c *calendar) read(year int) {
	from, to := year, year
	if c.first <= c.last {
		from, to = min(year, at(c.first).Year()), max(year, at(c.last).Year())
	}
	for y := from; y <= to; y++ {
		for _, h := range se.Holidays {
			actual, _ := h.Calc(y)
			c.free[c.day(time.Date(y, actual.Month(), actual.Day(), 0, 0, 0, 0, time.UTC))] = true
		}
	}
	c.first, c.last = c.day(time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC)), c.day(time.Date(to, 12, 31, 0, 0, 0, 0, time.UTC))
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
