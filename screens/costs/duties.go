package costs

import (
	"slices"

	"yttra/app"
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
