// Package trail is the dialog Händelser: who did what when in the register or in one
// matter, whether the chain of it is whole, and the list as CSV and PDF.
package trail

import (
	"slices"
	"time"

	"yttra/app"
	"yttra/app/audit"
	"yttra/i18n"
)

// page is how many events are read at once.
const page = 200

// Model is what the dialog shows, without Fyne.
type Model struct {
	tell     audit.Teller
	matter   string // id of the matter that may be chosen; empty: none is open
	only     bool   // the events of that matter alone
	by       string
	group    int // in audit.Groups; -1: all
	from, to app.Date
	now      func() time.Time

	events  []app.Event
	more    bool // there may be earlier ones
	check   app.TrailCheck
	checked bool
}

// NewModel shows the events of a register, or of its open matter alone.
func NewModel(o Options) *Model {
	return &Model{tell: o.Tell, matter: o.Matter, only: o.Only && o.Matter != "", group: -1, now: o.Now}
}

func (m *Model) words() i18n.Words { return m.tell.Words }

// filter is what has been chosen.
func (m *Model) filter() app.EventFilter {
	f := app.EventFilter{By: m.by}
	if m.only {
		f.Matter = m.matter
	}
	if m.group >= 0 {
		f.Actions = audit.Groups[m.group].Actions
	}
	return f.Days(m.from, m.to, m.now().Location())
}

// read reads a page of events before a number; 0: the latest. It touches nothing of
// the model and may run elsewhere.
func read(t app.Trail, f app.EventFilter, before uint64) ([]app.Event, error) {
	f.Before, f.Most = before, page
	return t.Events(f)
}

// take shows what was read: anew, or after what is there.
func (m *Model) take(events []app.Event, anew bool) {
	if anew {
		m.events = nil
	}
	m.events = append(m.events, events...)
	m.more = len(events) == page
}

// next is the number before which the next page is read; 0 when there is none.
func (m *Model) next() uint64 {
	if !m.more || len(m.events) == 0 {
		return 0
	}
	return m.events[len(m.events)-1].Number
}

// Line is the i-th event in words.
func (m *Model) Line(i int) audit.Line { return m.tell.Line(m.events[i]) }

// Hash is the sum of the i-th event in the chain.
func (m *Model) Hash(i int) string { return m.events[i].Hash }

// Len is how many events have been read.
func (m *Model) Len() int { return len(m.events) }

// Verified keeps what the chain was found to be.
func (m *Model) Verified(c app.TrailCheck) { m.check, m.checked = c, true }

// mostBreaks is how many places where the chain breaks are told.
const mostBreaks = 3

// Stands says whether the chain holds: in one sentence, and where it does not.
func (m *Model) Stands() (whole bool, head string, breaks []string) {
	w := m.words()
	switch {
	case !m.checked:
		return true, w.T("trail.checking"), nil
	case m.check.Whole():
		return true, w.N("trail.stands", int(m.check.Count)), nil
	}
	return false, w.T("trail.broken"), m.tell.Faults(m.check.Faults, mostBreaks)
}

// Whose are the choices of whose events are shown.
func (m *Model) Whose() (names []string, chosen int) {
	names = []string{m.words().T("trail.all_matters")}
	if m.matter != "" {
		names = append(names, m.tell.Line(app.Event{Matter: m.matter}).Matter)
	}
	if m.only {
		chosen = 1
	}
	return names, chosen
}

// People are the choices of who acted.
func (m *Model) People() (names []string, chosen int) {
	names = append([]string{m.words().T("trail.everybody")}, m.check.People...)
	if m.by != "" {
		chosen = 1 + slices.Index(m.check.People, m.by)
	}
	return names, chosen
}

// Sorts are the choices of what was done.
func (m *Model) Sorts() (names []string, chosen int) {
	names = []string{m.words().T("trail.all_sorts")}
	for _, g := range audit.Groups {
		names = append(names, m.words().T("trail.group."+g.Name))
	}
	return names, m.group + 1
}

// pickWhose, pickWho and pickSort choose among them.
func (m *Model) pickWhose(i int) { m.only = i == 1 }
func (m *Model) pickSort(i int)  { m.group = i - 1 }
func (m *Model) pickWho(i int) {
	m.by = ""
	if i > 0 {
		m.by = m.check.People[i-1]
	}
}

// pickDay bounds the time; ok is false when what was typed is no day.
func (m *Model) pickDay(last bool, typed string) (ok bool) {
	d, err := app.Date(""), error(nil)
	if typed != "" {
		if d, err = app.ParseDate(typed); err != nil {
			return false
		}
	}
	if last {
		m.to = d
	} else {
		m.from = d
	}
	return true
}

// chosen says in words what was chosen besides whose events and when, for the paper.
func (m *Model) chosen() (out []string) {
	if m.by != "" {
		out = append(out, m.by)
	}
	if names, i := m.Sorts(); i > 0 {
		out = append(out, names[i])
	}
	return out
}
