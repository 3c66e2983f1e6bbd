package screens

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"yttra/app"
	"yttra/screens/facts"
)

// profileModel is a profile while it is being changed.
type profileModel struct {
	kept    app.Profile // as the register has it
	p       app.Profile
	signs   []string // of each body, one person on each line: Namn, titel
	body    int      // the one that is shown
	economy *economyModel
	look    *lookModel
	known   string // who and what may stand in every paper, one on each line

	logoFault string // key of why the chosen picture was not taken
}

// Names of fields with faults.
const (
	fieldMunicipality = "municipality"
	fieldReference    = "reference"
	fieldBody         = "body"

	fieldBodyReference = "body_reference"
)

func newProfileModel(kept, p app.Profile) *profileModel {
	m := &profileModel{kept: kept}
	m.put(p)
	return m
}

// put takes another profile to change. The person at the desk stays, when the
// other one names nobody.
func (m *profileModel) put(p app.Profile) {
	if p.Officer.Name == "" {
		p.Officer = m.kept.Officer
	}
	p.Quiet = m.kept.Quiet // a person's own, which no file brings
	for _, w := range m.kept.Words {
		p.AddWord(w)
	}
	p.Bodies = slices.Clone(p.Bodies)
	p.Foot = slices.Clone(p.Foot)
	m.p, m.signs, m.body, m.known = p, nil, 0, strings.Join(p.Known, "\n")
	m.look = newLookModel(p.Look)
	m.economy = newEconomyModel(p.Economy, m.economy != nil && m.economy.english)
	for i := range p.Bodies {
		m.signs = append(m.signs, facts.Lines(p.Bodies[i].Signatories))
	}
	if len(p.Bodies) == 0 {
		m.addBody()
	}
}

// bodies names the bodies, for a person to choose from.
func (m *profileModel) bodies(untitled string) []string {
	var out []string
	for _, b := range m.p.Bodies {
		if b.Name == "" {
			b.Name = untitled
		}
		out = append(out, b.Name)
	}
	return out
}

func (m *profileModel) addBody() {
	m.p.Bodies = append(m.p.Bodies, app.Body{Level: app.Committee})
	m.signs = append(m.signs, "")
	m.body = len(m.p.Bodies) - 1
}

func (m *profileModel) removeBody() {
	m.p.Bodies = slices.Delete(m.p.Bodies, m.body, m.body+1)
	m.signs = slices.Delete(m.signs, m.body, m.body+1)
	m.body = max(0, m.body-1)
	if len(m.p.Bodies) == 0 {
		m.addBody()
	}
}

func (m *profileModel) setFoot(column int, text string) {
	for len(m.p.Foot) <= column {
		m.p.Foot = append(m.p.Foot, "")
	}
	m.p.Foot[column] = text
}

func (m *profileModel) footAt(column int) string {
	if column < len(m.p.Foot) {
		return m.p.Foot[column]
	}
	return ""
}

// profile is what is kept: trimmed, without bodies that have no name.
func (m *profileModel) profile() app.Profile {
	p := m.p
	for _, s := range []*string{&p.Municipality, &p.Department, &p.Officer.Name, &p.Officer.Title, &p.Reference, &p.LogoText} {
		*s = strings.TrimSpace(*s)
	}
	p.Bodies = nil
	for i, b := range m.p.Bodies {
		b.Name, b.Reference = strings.TrimSpace(b.Name), strings.TrimSpace(b.Reference)
		b.Signatories = facts.People(m.signs[i], b.Signatories)
		if b.Name != "" {
			p.Bodies = append(p.Bodies, b)
		}
	}
	p.Foot = slices.Clone(m.p.Foot)
	for len(p.Foot) > 0 && strings.TrimSpace(p.Foot[len(p.Foot)-1]) == "" {
		p.Foot = p.Foot[:len(p.Foot)-1]
	}
	m.keepPersonal(&p)
	p.Economy, p.Look = m.economy.economy(), m.look.kept()
	return p
}

// changed reports whether something would be lost by leaving.
func (m *profileModel) changed() bool {
	kept := newProfileModel(m.kept, m.kept).profile()
	return !reflect.DeepEqual(emptied(kept), emptied(m.profile()))
}

// emptied makes an empty list and none the same.
func emptied(p app.Profile) app.Profile {
	if len(p.Bodies) == 0 {
		p.Bodies = nil
	}
	if len(p.Economy.Limits) == 0 {
		p.Economy.Limits = nil
	}
	if len(p.Look.Labels) == 0 {
		p.Look.Labels = nil
	}
	if len(p.Quiet) == 0 {
		p.Quiet = nil
	}
	for _, list := range []*[]string{&p.Foot, &p.Known, &p.Levels, &p.Words} {
		if len(*list) == 0 {
			*list = nil
		}
	}
	return p
}

// faults names the fields that cannot be kept, by the key of the sentence that
// says why.
func (m *profileModel) faults() map[string]string {
	out := map[string]string{}
	if _, fault := referenceExample(m.p.Reference, "2026-01-01"); fault != "" {
		out[fieldReference] = fault
	}
	if _, fault := referenceExample(m.p.Bodies[m.body].Reference, "2026-01-01"); fault != "" {
		out[fieldBodyReference] = fault
	}
	name := func(i int) string { return strings.ToLower(strings.TrimSpace(m.p.Bodies[i].Name)) }
	if name(m.body) == "" && strings.TrimSpace(m.signs[m.body]) != "" {
		out[fieldBody] = "profile.body_nameless"
	}
	for i := range m.p.Bodies {
		if i != m.body && name(i) == name(m.body) && name(i) != "" {
			out[fieldBody] = "profile.body_twice"
		}
	}
	maps.Copy(out, m.economy.faults())
	return out
}

// faultsAnywhere looks at every body, and shows the first with a fault.
func (m *profileModel) faultsAnywhere() map[string]string {
	shown := m.body
	for m.body = range m.p.Bodies {
		if out := m.faults(); out[fieldBody] != "" || out[fieldBodyReference] != "" {
			return out
		}
	}
	m.body = shown
	return m.faults()
}
