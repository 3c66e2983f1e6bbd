package app

// Deadline is the one-year rule for motions: a motion should, if possible, be
// prepared so that the council can decide within a year from the day it was
// moved (kommunallagen 5 kap. 35 §).
type Deadline struct {
	From  Date // the day the motion was moved
	Day   Date // the same day next year
	Left  int  // whole days from today; negative when passed
	Used  int  // per mille of the year that has gone, 0–1000
	Asked bool // it is the last day to answer that the sender set, not the one-year rule
	Warn  int  // the last warning that is due: 0 none, 9, 10 or 11 months, 12 when the day has passed
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
	for _, n := range []int{9, 10, 11} {
		if !today.Before(received.AddMonths(n)) {
			d.Warn = n
		}
	}
	if d.Passed() {
		d.Warn = 12
	}
	return d, true
}

// Passed reports whether the day is over.
func (d Deadline) Passed() bool { return d.Left < 0 }

// Short reports whether fewer than thirty days are left.
func (d Deadline) Short() bool { return d.Left >= 0 && d.Left < 30 }

// LastDay counts to the last day to answer that the sender of a remiss or skrivelse has
// set; without one a motion has its one-year day, and other papers none.
func LastDay(source SourceKind, received, due, today Date) (d Deadline, ok bool) {
	switch {
	case due.Valid() && today.Valid():
		return Deadline{Day: due, Left: today.DaysTo(due), Asked: true}, true
	case source != MotionSource:
		return Deadline{}, false
	}
	return DeadlineFor(received, today)
}

// Clock is the one-year rule for the matter; ok is false when it has been decided,
// nobody knows when the motion was moved, or it did not begin with a motion.
func (m *Matter) Clock(today Date) (d Deadline, ok bool) {
	if m.Stage == Decided || m.SourceKind() != MotionSource {
		return Deadline{}, false
	}
	return DeadlineFor(m.Received, today)
}

// SourceKind is what the matter began with; without a paper it counts as a motion.
func (m *Matter) SourceKind() SourceKind {
	if m.Motion == nil {
		return MotionSource
	}
	return m.Motion.Kind
}

// Due is the last day to answer that the sender has set; empty when none is.
func (m *Matter) Due() Date {
	if m.Motion == nil {
		return ""
	}
	return m.Motion.Due
}
