package costs

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// Seed is what a new alternative begins with.
type Seed int

const (
	SeedCopy  Seed = iota // the lines of the way that is shown
	SeedToday             // lines for running what there is today, without amounts
	SeedFull              // the lines of the proposal, for full scale
	SeedEmpty
)

// Ways names the proposal and its alternatives, in the order of Estimate.View.
func (m *Model) Ways() []string {
	if m.state.Matter == nil {
		return nil
	}
	e := m.state.Matter.Estimate
	var out []string
	for i := range len(e.Alternatives) + 1 {
		out = append(out, m.wayName(e.View(i).Name))
	}
	return out
}

// wayName names a way; a proposal without a name is called what it is.
func (m *Model) wayName(s string) string {
	if s == "" {
		return m.words.T("costs.proposal")
	}
	return s
}

// Way is the one that is shown: 0 is the proposal.
func (m *Model) Way() int { return m.way }

// ShowWay shows another way; the active cell stays where it is.
func (m *Model) ShowWay(i int) {
	m.way = max(0, i)
	m.Take(m.state)
}

func (m *Model) lastWay() int {
	if m.state.Matter == nil {
		return 0
	}
	return len(m.state.Matter.Estimate.Alternatives)
}

// wayNamed finds a way by its name; -1 when there is none.
func wayNamed(e app.Estimate, name string) int {
	for i := range len(e.Alternatives) + 1 {
		if e.View(i).Name == name {
			return i
		}
	}
	return -1
}

// AddWay adds an alternative and shows it.
func (m *Model) AddWay(seed Seed) {
	if !m.Open() {
		return
	}
	var a app.Alternative
	from := m.way
	switch seed {
	case SeedCopy:
		a.Name = m.words.T("costs.copy_of", i18n.Vars{"Name": m.Ways()[m.way]})
	case SeedToday:
		a.Name, a.Lines, a.Role = m.words.T("costs.today"), m.todayLines(), m.vacant(app.Today)
	case SeedFull:
		a.Name, a.Role, from = m.words.T("costs.full_name"), m.vacant(app.Full), 0
	case SeedEmpty:
		a.Name = m.words.T("costs.new_way")
	}
	a.Name = m.free(a.Name)
	m.structure(m.lastWay()+1, func(matter *app.Matter) {
		if seed == SeedCopy || seed == SeedFull {
			a.Lines = matter.Clone().Estimate.View(from).Lines // lines of its own
		}
		matter.Estimate.Alternatives = append(matter.Estimate.Alternatives, a)
	})
}

// vacant is a role, when no way has it.
func (m *Model) vacant(r app.WayRole) app.WayRole {
	if m.state.Matter.Estimate.Way(r) > 0 {
		return app.OtherWay
	}
	return r
}

// Role is what the way that is shown is beside the proposal.
func (m *Model) Role() app.WayRole { return m.wayRole(m.way) }

func (m *Model) wayRole(way int) app.WayRole {
	if way == 0 || way > m.lastWay() {
		return app.OtherWay
	}
	return m.state.Matter.Estimate.Alternatives[way-1].Role
}

// SetRole says what the alternative that is shown is; no two have the same.
func (m *Model) SetRole(r app.WayRole) {
	at := m.way
	if at == 0 || m.Role() == r {
		return
	}
	m.structure(at, func(matter *app.Matter) {
		all := matter.Estimate.Alternatives
		for i := range all {
			if all[i].Role == r {
				all[i].Role = app.OtherWay
			}
		}
		all[at-1].Role = r
	})
}

// OwnUnits is how many the alternative that is shown is shared by, when that is not
// as many as the proposal; else nothing.
func (m *Model) OwnUnits() string {
	if m.way == 0 || m.way > m.lastWay() {
		return ""
	}
	return digits(m.state.Matter.Estimate.Alternatives[m.way-1].Units)
}

// UnitsFault says what is wrong with a number to share by; empty when nothing is.
func (m *Model) UnitsFault(s string) string {
	var e app.Estimate
	if setTerm(&e, Units, strings.TrimSpace(s)) {
		return ""
	}
	return m.words.T("costs.no_whole")
}

// SetOwnUnits takes how many the alternative that is shown is shared by; nothing
// means as many as the proposal.
func (m *Model) SetOwnUnits(s string) {
	var e app.Estimate
	if at := m.way; at > 0 && setTerm(&e, Units, strings.TrimSpace(s)) {
		m.structure(at, func(matter *app.Matter) { matter.Estimate.Alternatives[at-1].Units = e.Units })
	}
}

// Lacks is a way that is missing beside the proposal, and what it is made from: the
// one without which nothing can be compared comes first. ok is false when none is.
func (m *Model) Lacks() (r app.WayRole, seed Seed, ok bool) {
	if m.state.Matter == nil || m.way > 0 || len(m.lines()) == 0 {
		return "", 0, false
	}
	switch e := m.state.Matter.Estimate; {
	case e.Way(app.Today) == 0:
		return app.Today, SeedToday, true
	case e.Pilot && e.Way(app.Full) == 0:
		return app.Full, SeedFull, true
	}
	return "", 0, false
}

// todayLines are the kinds that go on costing when nothing is changed.
func (m *Model) todayLines() []app.CostLine {
	var out []app.CostLine
	for _, k := range []app.CostKind{app.CostOperation, app.CostSupport, app.CostNewWork} {
		l := app.CostLine{Kind: k, What: m.words.T("costs.today_line." + string(k)), Quantity: app.Units(1), From: 1, To: max(1, m.estimate().Years)}
		if k == app.CostNewWork {
			choosePayee(m, &l, paidAsTime)
		}
		out = append(out, l)
	}
	return out
}

// free makes a name that no other way has.
func (m *Model) free(name string) string {
	out := name
	for n := int64(2); slices.Contains(m.Ways(), out); n++ {
		out = name + " " + m.words.Int(n)
	}
	return out
}

// NameFault says what is wrong with a new name for the way that is shown; empty
// when nothing is.
func (m *Model) NameFault(name string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		return m.words.T("costs.no_name")
	}
	if i := slices.IndexFunc(m.Ways(), func(s string) bool { return strings.EqualFold(s, name) }); i >= 0 && i != m.way {
		return m.words.T("costs.same_name")
	}
	return ""
}

// Rename names the way that is shown.
func (m *Model) Rename(name string) {
	if m.Open() && m.NameFault(name) == "" {
		m.edit(func(e *app.Estimate) { e.Name = strings.TrimSpace(name) })
	}
}

// Propose makes the alternative that is shown the proposal.
func (m *Model) Propose() {
	from := m.way
	if from == 0 {
		return
	}
	former := m.free(m.words.T("costs.former"))
	m.structure(0, func(matter *app.Matter) {
		if matter.Estimate.Name == "" { // among the alternatives it needs a name
			matter.Estimate.Name = former
		}
		matter.Estimate.Propose(from)
	})
}

// RemoveWay takes the alternative that is shown away; the proposal stays.
func (m *Model) RemoveWay() {
	if at := m.way; at > 0 {
		m.structure(at-1, func(matter *app.Matter) {
			matter.Estimate.Alternatives = slices.Delete(matter.Estimate.Alternatives, at-1, at)
		})
	}
}

// structure changes which ways there are, and then shows one of them.
func (m *Model) structure(show int, change func(*app.Matter)) {
	m.own, m.told = true, nil
	m.desk.Edit("", change)
	m.way = show
	m.Take(m.desk.State())
	m.own = false
}
