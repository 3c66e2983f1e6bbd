package app

import "testing"

// A remiss has the last day that its sender set, a motion its year, and what neither
// asks nor moves has none.
func TestLastDay(t *testing.T) {
	const today = Date("2026-11-22")
	for _, c := range []struct {
		source        SourceKind
		received, due Date
		day           Date
		left          int
		asked, ok     bool
	}{
		{MotionSource, "2026-01-10", "", "2027-01-10", 49, false, true},
		{MotionSource, "2026-01-10", "2026-12-04", "2026-12-04", 12, true, true}, // what the committee was given
		{ReferralSource, "2026-01-10", "2026-12-04", "2026-12-04", 12, true, true},
		{ReferralSource, "2026-01-10", "2026-11-20", "2026-11-20", -2, true, true},
		{ReferralSource, "2026-01-10", "", "", 0, false, false},
		{LetterSource, "", "2026-11-22", "2026-11-22", 0, true, true},
		{PaperSource, "2026-01-10", "fel", "", 0, false, false},
		{MotionSource, "", "", "", 0, false, false},
	} {
		d, ok := LastDay(c.source, c.received, c.due, today)
		if ok != c.ok || d.Day != c.day || d.Left != c.left || d.Asked != c.asked {
			t.Errorf("%+v: %+v, %v", c, d, ok)
		}
	}
	m := &Matter{Received: "2026-01-10", Motion: &Source{Kind: ReferralSource, Due: "2026-12-04"}}
	if _, ok := m.Clock(today); ok || m.Due() != "2026-12-04" || (&Matter{}).SourceKind() != MotionSource {
		t.Error("a remiss has no one-year day")
	}
	if r := RowOf(Change{Matter: m}, 1); r.Due != m.Due() || r.Source != ReferralSource {
		t.Errorf("%+v", r)
	}
}
