package assess

import (
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// mostAlternatives is how many alternatives the picture has room to name.
const mostAlternatives = 6

// Point is something that stands in the picture.
type Point struct {
	Name  string // empty: the measure itself
	Label string
	Mark  string // shape of the measure's state; empty: a ring, an alternative
	Spot
	Reason string // why it stands there; empty: it follows from the answers
}

// move is a point that is on its way: moved, but without a reason yet.
type move struct {
	name string
	spot Spot
	new  bool // an alternative that is not yet in the matter
}

// Points lists what stands in the picture, the measure first.
func (m *Model) Points() []Point {
	if m.state.Matter == nil {
		return nil
	}
	var out []Point
	if p, ok := m.measure(); ok {
		out = append(out, p)
	}
	for _, a := range m.state.Matter.Placements {
		if a.Name != "" {
			out = append(out, Point{Name: a.Name, Label: a.Name, Spot: Spot{a.Need, a.Intrusion}, Reason: a.Reason})
		}
	}
	if m.moving == nil {
		return out
	}
	if m.moving.new {
		out = append(out, Point{Name: m.moving.name, Label: m.moving.name})
	}
	for i := range out {
		if out[i].Name == m.moving.name {
			out[i].Spot = m.moving.spot
		}
	}
	return out
}

// measure is where the measure stands: where the clerk has put it, else where
// the answers put it.
func (m *Model) measure() (Point, bool) {
	p := Point{Label: m.words.T("assess.picture.measure"), Mark: m.overall()}
	at, ok := Place(m.state.Matter, m.all, m.rule)
	p.Spot = at
	if i := m.state.Matter.Placement(""); i >= 0 {
		a := m.state.Matter.Placements[i]
		p.Spot, p.Reason, ok = Spot{a.Need, a.Intrusion}, a.Reason, true
	}
	return p, ok
}

// overall is the shape of how the three steps stand together: the worst of them.
func (m *Model) overall() string {
	worst := string(app.Met)
	for _, g := range Steps {
		c := m.Card(g)
		switch {
		case len(c.States) == 0 || worst == string(app.Failed):
		case c.Mark == string(app.Failed), c.Mark == string(app.NotAddressed), worst == string(app.Met):
			worst = c.Mark
		}
	}
	return worst
}

// Point finds a point by its name.
func (m *Model) Point(name string) (Point, bool) {
	for _, p := range m.Points() {
		if p.Name == name {
			return p, true
		}
	}
	return Point{}, false
}

// Moving is the point that waits for a reason.
func (m *Model) Moving() (name string, ok bool) {
	if m.moving == nil {
		return "", false
	}
	return m.moving.name, true
}

// MoveTo puts a point somewhere, to be kept with a reason. Another point that
// waited for one goes back.
func (m *Model) MoveTo(name string, s Spot) {
	p, ok := m.Point(name)
	if !ok {
		return
	}
	s = Spot{Need: min(max(s.Need, 0), 100), Intrusion: min(max(s.Intrusion, 0), 100)}
	if m.moving != nil && m.moving.name == name {
		m.moving.spot = s
	} else if s != p.Spot {
		m.moving = &move{name: name, spot: s}
	}
}

// Begin puts a new alternative in the middle, where nothing is said yet, and
// reports a fault of its name in words.
func (m *Model) Begin(name string) (fault string) {
	name = strings.Join(strings.Fields(name), " ")
	if fault := m.NameFault(name); fault != "" {
		return fault
	}
	m.moving = &move{name: name, spot: Spot{50, 50}, new: true}
	return ""
}

// NameFault says what is wrong with the name of a new alternative.
func (m *Model) NameFault(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	switch {
	case m.state.Matter == nil:
		return m.words.T("assess.picture.no_matter")
	case name == "":
		return m.words.T("assess.picture.no_name")
	case m.state.Matter.Placement(name) >= 0 || name == m.words.T("assess.picture.measure"):
		return m.words.T("assess.picture.same_name")
	}
	return ""
}

// Full reports whether the picture has room for no more alternatives.
func (m *Model) Full() bool {
	n := 0
	for _, p := range m.Points() {
		if p.Name != "" {
			n++
		}
	}
	return n >= mostAlternatives
}

// Keep keeps the point that was moved, with the reason; it gives back what is
// wrong with the reason, in words.
func (m *Model) Keep(reason string) (fault string) {
	if m.moving == nil {
		return ""
	}
	reason = strings.Join(strings.Fields(reason), " ")
	if len(strings.Fields(reason)) < 3 {
		return m.words.T("assess.picture.short")
	}
	p := app.Placement{Name: m.moving.name, Need: m.moving.spot.Need, Intrusion: m.moving.spot.Intrusion,
		Reason: reason, By: m.state.Profile.Officer.Name, On: m.state.Today}
	m.moving = nil
	m.edit(func(matter *app.Matter) {
		if i := matter.Placement(p.Name); i >= 0 {
			p.Extra = matter.Placements[i].Extra
			matter.Placements[i] = p
			return
		}
		matter.Placements = append(matter.Placements, p)
	})
	return ""
}

// Back forgets a move that has no reason yet.
func (m *Model) Back() { m.moving = nil }

// Away takes an alternative away, or lets the measure's place follow from the
// answers again. It can be undone.
func (m *Model) Away(name string) bool {
	if m.state.Matter == nil || m.state.Matter.Placement(name) < 0 {
		return false
	}
	m.moving = nil
	m.edit(func(matter *app.Matter) { matter.Placements = without(matter.Placements, name) })
	return true
}

// Rename gives an alternative another name; it gives back what is wrong with it.
func (m *Model) Rename(name, to string) (fault string) {
	to = strings.Join(strings.Fields(to), " ")
	if to == name {
		return ""
	}
	if fault := m.NameFault(to); fault != "" {
		return fault
	}
	m.edit(func(matter *app.Matter) {
		if i := matter.Placement(name); i >= 0 && name != "" {
			matter.Placements[i].Name = to
		}
	})
	return ""
}

// equal is how near need and intrusion may be to be called as heavy.
const equal = 5

// Says tells the result of the picture in words, or why there is none.
func (m *Model) Says() string {
	p, ok := m.Point("")
	switch {
	case m.state.Matter != nil && len(m.state.Matter.Measures) == 0 && !ok:
		return m.words.T("assess.picture.no_measure")
	case !ok:
		return m.words.T("assess.picture.nothing")
	}
	result := "assess.picture.equal"
	switch {
	case p.Over() > equal:
		result = "assess.picture.need_more"
	case p.Over() < -equal:
		result = "assess.picture.intrusion_more"
	}
	return m.words.T(result, m.numbers(p))
}

// Because says where the measure's place comes from.
func (m *Model) Because() string {
	p, ok := m.Point("")
	if !ok {
		return ""
	}
	if p.Reason != "" {
		return m.words.T("assess.picture.moved", i18n.Vars{"Reason": p.Reason})
	}
	return m.words.T("assess.picture.follows")
}

// Tells says in words where a point stands, and why.
func (m *Model) Tells(p Point) string {
	s := m.words.T("assess.picture.stands", m.numbers(p))
	if p.Reason != "" {
		s += " ”" + p.Reason + "”"
	} else if p.Mark != "" {
		s += " " + m.words.T("assess.picture.follows")
	}
	return s
}

func (m *Model) numbers(p Point) i18n.Vars {
	return i18n.Vars{"Name": p.Label, "Need": m.words.Int(int64(p.Need)), "Intrusion": m.words.Int(int64(p.Intrusion))}
}
