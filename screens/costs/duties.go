package costs

import (
	"slices"

	"yttra/app"
	"yttra/i18n"
)

// Done reports whether the clerk has ticked a duty.
func (m *Model) Done(code string) bool { return slices.Contains(m.estimate().Done, code) }

// Tick marks a duty as done, or takes the mark away.
func (m *Model) Tick(code string) {
	if !m.Open() {
		return
	}
	done := m.Done(code)
	m.edit(func(e *app.Estimate) {
		e.Done = slices.DeleteFunc(e.Done, func(s string) bool { return s == code })
		if !done {
			e.Done = append(e.Done, code)
		}
	})
}

// doneDuties are the codes that are ticked.
func (m *Model) doneDuties() []string { return slices.Clone(m.estimate().Done) }

// dutiesLeft counts those that are not ticked: 2 av 3 gjorda.
func (m *Model) dutiesLeft(all []Duty) string {
	done := 0
	for _, d := range all {
		if m.Done(d.Code) {
			done++
		}
	}
	return m.words.T("costs.duties_done", i18n.Vars{"N": m.words.Int(int64(done)), "Of": m.words.Int(int64(len(all)))})
}
