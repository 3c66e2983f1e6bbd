package sheet

import (
	"slices"

	"yttra/app"
)

// Into lays what was read over an estimate: the lines of each way that the table
// speaks of are those of the table, other ways and everything else stay. Lines
// without an alternative, or with the proposal's name, are the proposal's; an
// alternative that is not there is made.
func (r Lines) Into(e app.Estimate) app.Estimate {
	e.Alternatives = slices.Clone(e.Alternatives)
	if e.FirstYear == 0 {
		e.FirstYear = r.FirstYear
	}
	cleared := map[int]bool{}
	for i, l := range r.Lines {
		w := wayNamed(&e, r.Ways[i])
		lines := &e.Lines
		if w > 0 {
			lines = &e.Alternatives[w-1].Lines
		}
		if !cleared[w] {
			*lines, cleared[w] = nil, true
		}
		*lines = append(*lines, l)
	}
	return e
}

// wayNamed finds a way by its name, as app.Estimate.View counts them, or makes it.
func wayNamed(e *app.Estimate, name string) int {
	if name == "" || name == e.Name {
		return 0
	}
	for i, a := range e.Alternatives {
		if a.Name == name {
			return i + 1
		}
	}
	e.Alternatives = append(e.Alternatives, app.Alternative{Name: name})
	return len(e.Alternatives)
}
