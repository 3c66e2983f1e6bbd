package costs

import (
	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// WayBar is a way in the picture of the alternatives, in per mille of its room.
type WayBar struct {
	Name, Note, Number string // Note: cheapest, not counted
	To, Low, High      int    // Low and High alike: no range
	Proposal           bool
	Says               string
}

// WayChart is the picture of the alternatives.
type WayChart struct {
	Title string
	Says  string
	Bars  []WayBar
	Zero  int
}

// counted reports whether a way has a sum to compare: one that nobody has given
// an amount is not the cheapest.
func counted(r cost.Result) bool { return r.Total != (cost.Span{}) }

// compares reports whether a way can be held against the others.
func (m *Model) compares(i int) bool {
	c := m.state.Compared
	return counted(c.Ways[i]) && (i == 0 || c.Rivals(i))
}

// cheapest is the way with the lowest likely sum; -1 when fewer than two can be
// compared, or two cost the same.
func (m *Model) cheapest() int {
	at, n, same := -1, 0, false
	ways := m.state.Compared.Ways
	for i, r := range ways {
		if !m.compares(i) {
			continue
		}
		n++
		switch {
		case at < 0 || r.Total.Likely < ways[at].Total.Likely:
			at, same = i, false
		case r.Total.Likely == ways[at].Total.Likely:
			same = true
		}
	}
	if n < 2 || same {
		return -1
	}
	return at
}

// WayChart is the picture of the alternatives; it has no bars when there are none.
func (m *Model) WayChart() WayChart {
	c := m.state.Compared
	if len(c.Ways) < 2 {
		return WayChart{}
	}
	var low, high app.Money
	for _, r := range c.Ways {
		low, high = min(low, r.Total.Low), max(high, r.Total.High)
	}
	scale, room := scaleOf(max(high, -low)), high-low
	out := WayChart{Title: m.words.T("costs.way_chart", i18n.Vars{"Unit": m.unitOf(scale)}), Says: m.waysSay()}
	at := func(a app.Money) int {
		if room == 0 {
			return 0
		}
		return perMille(a-low, room)
	}
	out.Zero = at(0)
	best := m.cheapest()
	for i, name := range m.Ways() {
		t := c.Ways[i].Total
		b := WayBar{Name: name, Number: m.number(t.Likely, scale), To: at(t.Likely), Low: at(t.Low), High: at(t.High), Proposal: i == 0, Says: m.waySays(i)}
		switch {
		case !counted(c.Ways[i]):
			b.Note, b.Number = m.words.T("costs.way_empty"), "–"
		case i == best:
			b.Note = m.words.T("costs.way_best")
		case !m.compares(i):
			b.Note = m.words.T("costs.role.full")
		}
		out.Bars = append(out.Bars, b)
	}
	return out
}

// waySays tells a way's sum and range in whole kronor.
func (m *Model) waySays(i int) string {
	w, t := m.words, m.state.Compared.Ways[i].Total
	vars := i18n.Vars{"Name": m.Ways()[i], "Sum": w.Kronor(int64(nearest(t.Likely))), "Low": w.Amount(int64(nearest(t.Low))), "High": w.Kronor(int64(nearest(t.High)))}
	switch {
	case !counted(m.state.Compared.Ways[i]):
		return w.T("costs.way_says_none", vars)
	case t.Low == t.High:
		return w.T("costs.way_says_one", vars)
	}
	return w.T("costs.way_says", vars)
}

// waysSay tells which way is the cheapest, and what the proposal costs beside it.
func (m *Model) waysSay() string {
	w, ways, names := m.words, m.state.Compared.Ways, m.Ways()
	best := m.cheapest()
	switch c := m.state.Compared; {
	case best < 0 && c.Full > 0 && m.state.Matter.Estimate.Pilot:
		return m.pilotSays(ways[0], ways[c.Full])
	case best < 0:
		return w.T("costs.ways_no_best")
	}
	other := 0
	if best == 0 { // the proposal: against the next
		other = -1
		for i, r := range ways {
			if i > 0 && m.compares(i) && (other < 0 || r.Total.Likely < ways[other].Total.Likely) {
				other = i
			}
		}
	}
	says := w.T("costs.ways_best", i18n.Vars{"Name": names[best], "Sum": m.tell(ways[best].Total.Likely, toldIn(ways[best].Total.Likely))})
	if !m.compares(other) {
		return says
	}
	more := ways[other].Total.Likely - ways[best].Total.Likely
	says += " " + w.T("costs.ways_more", i18n.Vars{"Name": names[other], "Sum": m.tell(more, toldIn(more))})
	if a, b := ways[best].Total, ways[other].Total; a.High >= b.Low && (a.Low != a.High || b.Low != b.High) {
		says += " " + w.T("costs.ways_overlap")
	}
	return says
}

// Figure is a row of the comparison: what is compared, and each way's.
type Figure struct {
	Name   string
	Values []string
	Strong bool
}

// Table holds the ways against each other.
type Table struct {
	Names []string // of the ways
	Roles []string // what each is: the proposal, today, full scale
	Rows  []Figure
	Says  []string // what follows: tipping points, pilot, what is spent
}

// Comparison is the table of all ways.
func (m *Model) Comparison() Table {
	c, w := m.state.Compared, m.words
	t := Table{Names: m.Ways()}
	e := m.state.Matter.Estimate
	base, against := 0, w.T("costs.compare.against", i18n.Vars{"Name": m.Ways()[0]})
	if c.Today > 0 {
		base, against = c.Today, w.T("costs.compare.against_today")
	}
	kr := func(a app.Money) string { return w.Kronor(int64(nearest(a))) }
	rows := []struct {
		name   string
		strong bool
		value  func(i int, r cost.Result) string
	}{
		{w.T("costs.one_off"), false, func(_ int, r cost.Result) string { return kr(r.OneOff) }},
		{w.T("costs.compare.yearly"), false, func(_ int, r cost.Result) string {
			return kr(app.Money(rounded(r.Running, app.Money(max(1, len(r.Years))))))
		}},
		{w.T("costs.total"), true, func(_ int, r cost.Result) string { return kr(r.Total.Likely) }},
		{w.T("costs.compare.range"), false, func(_ int, r cost.Result) string {
			if r.Total.Low == r.Total.High {
				return w.T("word.none")
			}
			return w.Amount(int64(nearest(r.Total.Low))) + " – " + kr(r.Total.High)
		}},
		{w.T("costs.present"), false, func(_ int, r cost.Result) string { return kr(r.Present) }},
		{w.T("costs.compare.unit", i18n.Vars{"Unit": m.unitName()}), false, func(i int, r cost.Result) string {
			if e.View(i).Units == 0 {
				return "–"
			}
			return kr(r.PerUnit)
		}},
		{against, true, func(i int, r cost.Result) string {
			if i == base || !counted(c.Ways[base]) {
				return "–"
			}
			return m.signed(r.Total.Likely - c.Ways[base].Total.Likely)
		}},
	}
	for i := range t.Names {
		t.Roles = append(t.Roles, m.roleOf(i))
	}
	for _, row := range rows {
		f := Figure{Name: row.name, Strong: row.strong}
		for i, r := range c.Ways {
			s := "–"
			if counted(r) {
				s = row.value(i, r)
			}
			f.Values = append(f.Values, s)
		}
		t.Rows = append(t.Rows, f)
	}
	t.Says = m.compareSays()
	return t
}

// compareTerms are what all ways are reckoned on.
func (m *Model) compareTerms() string {
	s := m.TermsLine()
	if i := m.estimate().Inflation; i > 0 {
		s += " · " + m.words.T("costs.inflation", i18n.Vars{"Rate": m.words.Percent(i)})
	}
	return s
}

// signed writes a difference with its sign.
func (m *Model) signed(a app.Money) string {
	s := m.words.Kronor(int64(nearest(a)))
	if nearest(a) > 0 {
		return "+" + s
	}
	return s
}

// roleOf says what a way is.
func (m *Model) roleOf(i int) string {
	switch e := m.state.Matter.Estimate; {
	case i == 0 && e.Pilot:
		return m.words.T("costs.role.pilot")
	case i == 0:
		return m.words.T("costs.role.proposal")
	default:
		return m.words.T("costs.role." + roleKey(e.Alternatives[i-1].Role))
	}
}

func roleKey(r app.WayRole) string {
	if r == app.OtherWay {
		return "another"
	}
	return string(r)
}
