package reports

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/reports/layout"
)

// findingTables tell what stands against the document besides its criteria, and
// what somebody has accepted with a reason.
func (m *maker) findingTables() {
	w, open, accepted := m.control, []app.Finding(nil), []app.Finding(nil)
	for _, f := range m.in.Control.Findings {
		switch {
		case slices.ContainsFunc(m.in.Control.Criteria, func(c app.CriterionResult) bool { return c.ID == f.ID }):
		case says(f.Waived):
			accepted = append(accepted, f)
		default:
			open = append(open, f)
		}
	}
	m.heading(w.Findings)
	lead := w.NoFindings
	switch n := len(open); {
	case n == 1:
		lead = w.FindingOne
	case n > 1:
		lead = upperFirst(fill(w.FindingMany, "n", inWords(n)))
	}
	m.add(layout.Block{Runs: layout.Plain(joined(" ", lead, m.silenced()))})
	slices.SortStableFunc(open, func(a, b app.Finding) int { return b.Severity.Rank() - a.Severity.Rank() })
	m.findingTable(w.Stand, w.Where, open, m.spot)
	m.findingTable(w.Accepted, w.Reason, accepted, func(f app.Finding) string {
		return joined(" ", sentence(f.Waived), m.noted(m.answer(f.ID)), m.spot(f))
	})
}

func (m *maker) silenced() string {
	switch n := m.in.Control.Silenced; {
	case n == 1:
		return m.control.SilencedOne
	case n > 1:
		return upperFirst(fill(m.control.Silenced, "n", inWords(n)))
	}
	return ""
}

func (m *maker) findingTable(caption, last string, all []app.Finding, tell func(app.Finding) string) {
	if len(all) == 0 {
		return
	}
	w := m.control
	t := layout.Table{Caption: layout.Plain(caption), Summary: caption, Wide: true, Columns: []layout.TableColumn{
		{Head: layout.Plain(w.Finding), Width: protocolFirst}, {Head: layout.Plain(w.Weight), Width: protocolSecond}, {Head: layout.Plain(last)}}}
	for _, f := range all {
		t.Rows = append(t.Rows, layout.TableRow{Cells: [][]layout.Run{layout.Plain(flat(f.Title)), layout.Plain(w.Severity[f.Severity]), layout.Plain(tell(f))}})
	}
	m.add(layout.Block{Role: layout.TableBlock, Table: t})
}

// spot is where a finding stands, with its sentence; of personal data only the
// place, so that the protocol does not spread it.
func (m *maker) spot(f app.Finding) string {
	w := m.control
	words := first(f.Sentence, f.Quote)
	where := ""
	switch {
	case f.Place.Section < 0 || f.Place.Section >= len(m.d.Sections):
		where = upperFirst(w.PlaceWhole) + "."
	case f.Personal || words == "":
		where = sentence(first(m.d.Sections[f.Place.Section].Heading, m.l.Title))
	default:
		where = m.at(quoted(words), f.Place) + "."
	}
	switch {
	case f.Repeats == 1:
		where += " " + w.RepeatsOne
	case f.Repeats > 1:
		where += " " + upperFirst(fill(w.Repeats, "n", inWords(f.Repeats)))
	}
	return where
}

// screened tells the answers that decided which criteria apply.
func (m *maker) screened() {
	w, a := m.control, m.in.Matter
	m.heading(w.Answers)
	confirmed := w.Unconfirmed
	if s := a.Screening; s != nil {
		switch {
		case says(s.By) && s.On != "":
			confirmed = w.ConfirmedByOn
		case says(s.By):
			confirmed = w.ConfirmedBy
		case s.On != "":
			confirmed = w.ConfirmedOn
		default:
			confirmed = w.Confirmed
		}
		confirmed = say(confirmed, "{by}", s.By, "{on}", string(s.On))
	}
	var measures, groups []string
	for _, k := range a.Measures {
		measures = append(measures, first(w.Measure[k], string(k)))
	}
	for _, g := range a.Affected {
		groups = append(groups, first(w.Group[g], string(g)))
	}
	if len(measures) == 0 {
		measures = []string{w.Measure[app.General]}
	}
	facts := []string{fill(w.Measures, "list", inList(measures, w.And)), fill(w.Affected, "list", first(inList(groups, w.And), w.Nobody)), w.NoPurchase}
	if a.Purchase {
		facts[2] = w.Purchase
	}
	if a.Says(app.TopicPilot) {
		facts = append(facts, w.Pilot)
	}
	m.add(layout.Block{Runs: layout.Plain(joined(" ", w.About, confirmed))})
	list := layout.List{}
	for _, f := range facts {
		list.Items = append(list.Items, []layout.Block{{Runs: layout.Plain(strings.TrimSuffix(f, "."))}})
	}
	m.add(layout.Block{Role: layout.ListBlock, List: list})
}
