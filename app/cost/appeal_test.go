package cost

import (
	"testing"

	"yttra/app"
)

func TestAppeal(t *testing.T) {
	for _, c := range []struct{ adjusted, posted, post, latest, end, removed app.Date }{
		{"2026-04-20", "2026-04-21", "2026-04-21", "2026-04-22", "2026-05-12", "2026-05-13"},
		{"2026-04-23", "2026-04-24", "2026-04-24", "2026-04-25", "2026-05-15", "2026-05-16"}, // a Friday
		{"", "2026-04-25", "", "", "2026-05-18", "2026-05-19"},                               // a Saturday goes on to Monday
		{"", "2026-12-04", "", "", "2026-12-28", "2026-12-29"},                               // Christmas Day, Boxing Day, Sunday
		{"", "2026-12-11", "", "", "2027-01-04", "2027-01-05"},                               // New Year's Day and a weekend
		{"2026-02-27", "", "2026-02-27", "2026-03-01", "", ""},                               // approved on a Friday: the Monday is too late
		{"2026-02-28", "", "2026-03-02", "2026-03-02", "", ""},                               // on a Saturday: the Monday is in time
		{"igår", "2026-13-01", "", "", "", ""},
		{"", "", "", "", "", ""},
	} {
		if got := AppealOf(c.adjusted, c.posted); got != (Appeal{c.post, c.latest, c.end, c.removed}) {
			t.Errorf("%s, %s: %+v", c.adjusted, c.posted, got)
		}
	}
}
