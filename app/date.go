package app

import (
	"fmt"
	"time"
)

// Date is a calendar day in ISO form, 2026-04-15. The empty Date is "not given".
// Documents carry their own dates; nothing on paper comes from the clock.
type Date string

// DateOf gives the calendar day of t in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// ParseDate reads an ISO day and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("read date %q: %w", s, err)
	}
	return Date(s), nil
}

// Time gives midnight UTC of the day; ok is false for an empty or impossible date.
func (d Date) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

// Valid reports whether the date is a real day.
func (d Date) Valid() bool { _, ok := d.Time(); return ok }

// Before reports whether d is an earlier day than o. ISO days order as text.
func (d Date) Before(o Date) bool { return d < o }

// AddDays gives the day n days later; an invalid date stays as it is.
func (d Date) AddDays(n int) Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return DateOf(t.AddDate(0, 0, n))
}

// DaysTo counts whole days from d to o; negative when o has passed.
func (d Date) DaysTo(o Date) int {
	a, _ := d.Time()
	b, _ := o.Time()
	return int(b.Sub(a).Hours() / 24)
}

// AddMonths gives the same day n months later, or the last of that month when it
// is shorter; an invalid date stays as it is.
func (d Date) AddMonths(n int) Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	first := t.AddDate(0, n, 1-t.Day())
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// NextYear gives the same day next year; 29 February becomes 28 February.
func (d Date) NextYear() Date { return d.AddMonths(12) }
