package app

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestMoney(t *testing.T) {
	for in, want := range map[string]Money{"35 000": 3500000, "35\u00a0000,50": 3500050, "−1 200": -120000, "12.5": 1250, "0": 0} {
		if got, err := ParseMoney(in); err != nil || got != want {
			t.Errorf("ParseMoney(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "tolv", "1,234", "1.000.000", "99999999999999999999", "-", "1-2", "12 5", "1 2000", "1.200"} {
		if got, err := ParseMoney(in); err == nil {
			t.Errorf("ParseMoney(%q) = %d, want a fault", in, got)
		}
	}
}

func TestTimesRoundsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		price Money
		q     Quantity
		want  Money
	}{{100, 500, 50}, {1, 500, 1}, {1, 499, 0}, {-1, 500, -1}, {33, 1500, 50}, {Kronor(450), Units(640), Kronor(288000)}} {
		if got := c.price.Times(c.q); got != c.want {
			t.Errorf("%d × %s = %d, want %d", c.price, c.q, got, c.want)
		}
	}
}

func TestTimesStopsAtTheLimit(t *testing.T) {
	if got := Money(1 << 62).Times(Units(8)); got != math.MaxInt64 {
		t.Errorf("wrapped to %d", got)
	}
	if got := Money(-1 << 62).Times(Units(8)); got != math.MinInt64 {
		t.Errorf("wrapped to %d", got)
	}
}

func TestQuantityInJSON(t *testing.T) {
	for in, want := range map[string]Quantity{"0.5": 500, "1e2": 100000, "null": 7, "1.200": 1200, "-0.25": -250} {
		q := Quantity(7)
		if err := json.Unmarshal([]byte(in), &q); err != nil || q != want {
			t.Errorf("%s is read as %d, %v", in, int64(q), err)
		}
	}
	for _, in := range []string{"0.0001", "1e30", `"5"`} {
		var q Quantity
		if err := json.Unmarshal([]byte(in), &q); err == nil {
			t.Errorf("%s is read as %d", in, int64(q))
		}
	}
	for in, want := range map[string]Quantity{"0,5": 500, "1 200": 1200000, "1,250": 1250} {
		if q, err := ParseQuantity(in); err != nil || q != want {
			t.Errorf("%s is read as %d, %v", in, int64(q), err)
		}
	}
	if q, err := ParseQuantity("1.200"); err == nil {
		t.Errorf("1.200 is read as %d: a thousand or one and a fifth?", int64(q))
	}
}

func TestQuantityText(t *testing.T) {
	for q, want := range map[Quantity]string{500: "0.5", 12000: "12", -250: "-0.25", 1001: "1.001", -1500: "-1.5", 0: "0"} {
		if got := q.String(); got != want {
			t.Errorf("%d is written %q, want %q", int64(q), got, want)
		}
	}
}

func TestOneYearRule(t *testing.T) {
	for _, c := range []struct {
		received, today, day Date
		left                 int
	}{
		{"2026-04-15", "2026-11-22", "2027-04-15", 144},
		{"2024-02-29", "2024-03-01", "2025-02-28", 364},
		{"2025-11-03", "2026-11-22", "2026-11-03", -19},
		{"2026-01-01", "2027-01-01", "2027-01-01", 0},
	} {
		d, ok := DeadlineFor(c.received, c.today)
		if !ok || d.Day != c.day || d.Left != c.left {
			t.Errorf("%s seen on %s: %+v", c.received, c.today, d)
		}
	}
	if _, ok := DeadlineFor("", "2026-01-01"); ok {
		t.Error("a matter without a day has no deadline")
	}
}

func TestFourWarningsOfTheOneYearRule(t *testing.T) {
	for _, c := range []struct {
		received, today Date
		warn            int
	}{
		{"2026-01-15", "2026-10-14", 0},
		{"2026-01-15", "2026-10-15", 9},
		{"2026-01-15", "2026-11-14", 9},
		{"2026-01-15", "2026-11-15", 10},
		{"2026-01-15", "2026-12-15", 11},
		{"2026-01-15", "2027-01-15", 11}, // the day itself is in time
		{"2026-01-15", "2027-01-16", 12},
		{"2026-05-31", "2027-02-27", 0},
		{"2026-05-31", "2027-02-28", 9}, // February has no 31st
		{"2024-02-29", "2024-11-29", 9},
		{"2024-02-29", "2025-02-28", 11}, // a leap day's year ends on the 28th
		{"2024-02-29", "2025-03-01", 12},
		{"2026-01-15", "2025-12-01", 0}, // read before it was moved
	} {
		d, ok := DeadlineFor(c.received, c.today)
		if !ok || d.Warn != c.warn {
			t.Errorf("%s seen on %s: %d", c.received, c.today, d.Warn)
		}
	}
}

func TestClockStopsWhenDecided(t *testing.T) {
	m := &Matter{Received: "2025-01-15"}
	if d, ok := m.Clock("2026-11-22"); !ok || d.Warn != 12 {
		t.Errorf("%+v %v", d, ok)
	}
	m.Stage = Decided
	if _, ok := m.Clock("2026-11-22"); ok {
		t.Error("a decided matter has no clock")
	}
	m.Stage, m.Received = Drafting, ""
	if _, ok := m.Clock("2026-11-22"); ok {
		t.Error("a matter without a day has no clock")
	}
}

func TestMonthsLater(t *testing.T) {
	for _, c := range []struct {
		d    Date
		n    int
		want Date
	}{{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-11-30", 3, "2027-02-28"}, {"2026-12-31", 12, "2027-12-31"}, {"", 3, ""}, {"2026-02-30", 3, "2026-02-30"}} {
		if got := c.d.AddMonths(c.n); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.d, c.n, got, c.want)
		}
	}
}

func TestTallyLeavesOutWaived(t *testing.T) {
	got := TallyOf([]Finding{{Severity: Blocking}, {Severity: Serious}, {Severity: Serious, Waived: "skäl"}, {Severity: Note}})
	if got != (Tally{1, 1, 1}) || got.All() != 3 {
		t.Errorf("%+v", got)
	}
}

func TestRowOfGathersWhatTheListShows(t *testing.T) {
	for name, c := range map[string]struct {
		m        Matter
		officers string
		outcome  Decision
	}{
		"nothing":        {Matter{}, "", Undecided},
		"all alike":      {Matter{Claims: []Claim{{Decision: Reject}, {Decision: Reject}}}, "", Reject},
		"one undecided":  {Matter{Claims: []Claim{{Decision: Reject}, {}}}, "", Undecided},
		"several":        {Matter{Claims: []Claim{{Decision: Approve}, {Decision: Reject}}}, "", Undecided},
		"each name once": {Matter{Documents: []Document{{Officers: []Person{{Name: "Åsa"}, {}}}, {Officers: []Person{{Name: "Åsa"}, {Name: "Bo"}}}}}, "Åsa+Bo", Undecided},
	} {
		c.m.Meeting = "2026-12-09"
		r := RowOf(Change{Matter: &c.m}, 3)
		if got := strings.Join(r.Officers, "+"); got != c.officers || r.Outcome != c.outcome || r.Meeting != "2026-12-09" || r.Revision != 3 {
			t.Errorf("%s: %q %q %q", name, got, r.Outcome, r.Meeting)
		}
	}
}

func TestEstimateBeginsAsTheMunicipalityReckons(t *testing.T) {
	economy := Economy{Years: 6, RealRate: 350, Inflation: 200}
	var e Estimate
	e.Begin(economy)
	if e.Years != 6 || e.RealRate != 350 || e.Inflation != 200 {
		t.Errorf("%+v", e)
	}
	for name, written := range map[string]Estimate{"lines": {Lines: []CostLine{{}}}, "another way": {Alternatives: []Alternative{{}}}, "years": {Years: 3}, "first year": {FirstYear: 2026}, "rate": {RealRate: 100}, "inflation": {Inflation: 100}} {
		was := written.clone()
		if written.Begin(economy); written.Years != was.Years || written.RealRate != was.RealRate || written.Inflation != was.Inflation {
			t.Errorf("%s: what somebody has written was changed: %+v", name, written)
		}
	}
	var none Estimate
	if none.Begin(Economy{}); none.Years != 0 {
		t.Error("years out of nothing")
	}
}

// A row is as sure as the amount that nobody here has looked up.
func TestConfirmedLimits(t *testing.T) {
	table := []Threshold{
		{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", EUR: 216_000, DirectAward: Kronor(700_000), Sure: Known, Source: "tabellen"},
		{Law: LUF, Subject: SocialServices, From: "2017-01-01", EUR: 1_000_000, Sure: Calculated, Source: "beräknat"},
	}
	for name, c := range map[string]struct {
		c    Confirmed
		row  int
		want Threshold
	}{
		"both":            {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", SEK: 7, DirectAward: 5, Source: "s"}, 0, Threshold{SEK: 7, DirectAward: 5, Sure: Verified, Source: "s", Own: true}},
		"direct only":     {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", DirectAward: 5, Source: "s"}, 0, Threshold{DirectAward: 5, Sure: Verified, Source: "s", Own: true}},
		"threshold only":  {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", SEK: 7, Source: "s"}, 0, Threshold{SEK: 7, DirectAward: Kronor(700_000), Sure: Known, Source: "tabellen; s", Own: true}},
		"of a calculated": {Confirmed{Law: LUF, Subject: SocialServices, From: "2017-01-01", SEK: 7, Source: "s"}, 1, Threshold{SEK: 7, Sure: Verified, Source: "s", Own: true}},
		"no source":       {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", SEK: 7}, 0, Threshold{DirectAward: Kronor(700_000), Sure: Known, Source: "tabellen"}},
		"negative":        {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-01", SEK: -7, Source: "s"}, 0, Threshold{DirectAward: Kronor(700_000), Sure: Known, Source: "tabellen"}},
		"another day":     {Confirmed{Law: LOU, Subject: GoodsAndServices, From: "2026-01-02", SEK: 7, Source: "s"}, 0, Threshold{DirectAward: Kronor(700_000), Sure: Known, Source: "tabellen"}},
	} {
		w := c.want
		w.Law, w.Subject, w.From, w.EUR = table[c.row].Law, table[c.row].Subject, table[c.row].From, table[c.row].EUR
		if got := (Profile{Economy: Economy{Limits: []Confirmed{c.c}}}).Limits(table)[c.row]; got != w {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, w)
		}
	}
	if table[0].SEK != 0 || table[0].Own {
		t.Error("the table itself was changed")
	}
}
