package cost

import "yttra/app"

// Appeal is how long minutes must be announced on the notice board. The weeks are
// counted in the calendar; that the last day moves on from a Saturday, Sunday or
// holiday follows from lagen (1930:173) 2 §, which nobody has read for this program.
type Appeal struct {
	Post    app.Date // when to announce: the first working day after they were approved that is in time, else that day itself
	Latest  app.Date // the last day to announce: the second after the minutes were approved (8 kap. 12 § kommunallagen (2017:725))
	End     app.Date // the last day to appeal: three weeks from the announcement (13 kap. 5 §), or the next working day
	Removed app.Date // the first day on which the announcement may be gone
}

// AppealOf reckons from the day of approval and the day of announcement. What
// follows from a day that is not given, or is none, is empty.
func AppealOf(adjusted, posted app.Date) Appeal {
	var out Appeal
	c := newCalendar()
	if t, ok := adjusted.Time(); ok {
		out.Post, out.Latest = adjusted, adjusted.AddDays(2)
		if d := c.date(c.next(c.day(t) + 1)); !out.Latest.Before(d) {
			out.Post = d
		}
	}
	if t, ok := posted.Time(); ok {
		out.End = c.date(c.end(c.day(t), 21, false))
		out.Removed = out.End.AddDays(1)
	}
	return out
}
