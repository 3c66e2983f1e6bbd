package app

// Deadline is the one-year rule for motions: a motion should, if possible, be
// prepared so that the council can decide within a year from the day it was
// moved (kommunallagen 5 kap. 35 §).
type Deadline struct {
	From Date // the day the motion was moved
	Day  Date // the same day next year
	Left int  // whole days from today; negative when passed
	Used int  // per mille of the year that has gone, 0–1000
}

// DeadlineFor counts from the day a motion was received; ok is false without one.
func DeadlineFor(received, today Date) (d Deadline, ok bool) {
	if !received.Valid() || !today.Valid() {
		return Deadline{}, false
	}
	d = Deadline{From: received, Day: received.NextYear()}
	d.Left = today.DaysTo(d.Day)
	whole := received.DaysTo(d.Day)
	d.Used = min(1000, max(0, 1000*received.DaysTo(today)/whole))
	return d, true
}

// Passed reports whether the day is over.
func (d Deadline) Passed() bool { return d.Left < 0 }

// Short reports whether fewer than thirty days are left.
func (d Deadline) Short() bool { return d.Left >= 0 && d.Left < 30 }
