package costs

import (
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Swing is a line, or a term, that may move the sum: how far down and up, in per
// mille of the room all of them share.
type Swing struct {
	Name          string
	Row           int // of the grid; -1: a term
	Lower, Higher int
	Numbers       string // −32 +51
	Says          string
}

// Tornado is the picture of what moves the sum, the widest first.
type Tornado struct {
	Title  string
	Says   string
	Swings []Swing
	Middle int // where the likely sum stands, in per mille of the room
	More   int // swings that are not drawn
}

// mostSwings are drawn; those after them move little.
const mostSwings = 8

// Tornado is the picture of what moves the sum.
func (m *Model) Tornado() Tornado {
	all := m.sum.Swings
	t := Tornado{More: max(0, len(all)-mostSwings)}
	all = all[:len(all)-t.More]
	var lowest, highest app.Money
	for _, s := range all {
		down, up := m.reach(s)
		lowest, highest = max(lowest, down), max(highest, up)
	}
	room, scale := lowest+highest, scaleOf(max(lowest, highest))
	t.Title = m.words.T("costs.swings", i18n.Vars{"Unit": m.unitOf(scale)})
	t.Says = m.swingsSay(all)
	if room == 0 {
		return t
	}
	t.Middle = perMille(lowest, room)
	for _, s := range all {
		down, up := m.reach(s)
		t.Swings = append(t.Swings, Swing{Name: m.swingName(s), Row: s.Line, Lower: perMille(down, room), Higher: perMille(up, room),
			Numbers: m.ends(down, up, scale), Says: m.swingSays(s)})
	}
	return t
}

// ends writes how far down and up; a way it does not go is left out.
func (m *Model) ends(down, up app.Money, s Scale) string {
	var out []string
	if down > 0 {
		out = append(out, "−"+m.number(down, s))
	}
	if up > 0 {
		out = append(out, "+"+m.number(up, s))
	}
	return strings.Join(out, " ")
}

// reach is how far a swing goes below and above what is likely.
func (m *Model) reach(s cost.Swing) (down, up app.Money) {
	likely := m.sum.Total.Likely
	if s.Line < 0 {
		likely = m.sum.Present
	}
	return max(0, likely-s.Low), max(0, s.High-likely)
}

// swingName names a swing by its line's words, or by its kind when it has none.
func (m *Model) swingName(s cost.Swing) string {
	if s.Line < 0 {
		rate := m.estimate().RealRate
		return m.words.T("costs.swing_term."+s.Term, i18n.Vars{"Low": strings.TrimSuffix(m.words.Percent(max(0, rate-cost.RateSwing)), "\u00a0%"),
			"High": m.words.Percent(rate + cost.RateSwing)})
	}
	return m.lineOf(m.estimate(), s.Line)
}

// swingSays tells a swing in whole kronor.
func (m *Model) swingSays(s cost.Swing) string {
	w := m.words
	key := "costs.swing_says"
	if s.Line < 0 {
		key = "costs.swing_says_rate"
	}
	return w.T(key, i18n.Vars{"Name": m.swingName(s), "Low": w.Amount(int64(nearest(s.Low))), "High": w.Kronor(int64(nearest(s.High)))})
}

// swingsSay tells the picture in a sentence or two.
func (m *Model) swingsSay(all []cost.Swing) string {
	w := m.words
	var lines []cost.Swing
	for _, s := range all {
		if s.Line >= 0 {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return w.T("costs.swings_none")
	}
	s := toldIn(lines[0].Low, lines[0].High)
	says := w.T("costs.swings_say", i18n.Vars{"Name": m.swingName(lines[0]), "Range": m.tellRange(lines[0].Low, lines[0].High, s)})
	if len(lines) > 1 {
		says += " " + w.T("costs.swings_then", i18n.Vars{"Name": m.swingName(lines[1])})
	}
	return says
}
