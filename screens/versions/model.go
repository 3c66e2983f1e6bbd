package versions

import (
	"slices"

	"yttra/app"
	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/i18n"
)

// Model knows which version is looked at, what it is compared with, and what
// differs.
type Model struct {
	desk  *desk.Desk
	words i18n.Words

	matter  *app.Matter // as it is now
	list    []app.Revision
	damaged bool            // of some version not even the number is left
	days    map[string]bool // days whose automatic versions are shown
	chosen  uint64
	with    int // index in Withs

	now     bool // the open matter is the newer side
	mine    bool // the chosen version is the newer side
	diff    desk.Comparison
	err     error
	opened  map[Fold]bool
	items   []Item
	outline []OutlineRow
	at      int // change that is looked at; -1: none yet
}

// NewModel makes a model that has seen nothing yet.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	return &Model{desk: d, words: w, days: map[string]bool{}, opened: map[Fold]bool{}, at: -1}
}

// Take takes a new state, and tells whether anything changed.
func (m *Model) Take(s desk.State) bool {
	if s.Matter == m.matter && (len(m.list) == 0 || m.list[0].Number == s.Revision) && m.matter != nil {
		return false
	}
	other := m.matter == nil || s.Matter == nil || m.matter.ID != s.Matter.ID
	m.matter = s.Matter
	var err error
	m.list, err = m.desk.Revisions()
	m.damaged = err != nil && !slices.ContainsFunc(m.list, func(r app.Revision) bool { return r.At.IsZero() })
	if other {
		m.days, m.with = map[string]bool{}, 0
	}
	if other || m.revision(m.chosen) < 0 {
		m.chosen = m.first(s)
	}
	m.compare()
	return true
}

// first is the version one most likely wants to see: the latest with a name that
// is not what is open, else the latest that is not.
func (m *Model) first(s desk.State) uint64 {
	older := slices.DeleteFunc(slices.Clone(m.list), func(r app.Revision) bool {
		return r.Number == s.Revision && s.Saved.State == desk.Kept
	})
	if i := slices.IndexFunc(older, func(r app.Revision) bool { return r.Name != "" }); i >= 0 {
		return older[i].Number
	}
	if len(older) > 0 {
		return older[0].Number
	}
	if len(m.list) > 0 {
		return m.list[0].Number
	}
	return desk.Now
}

// revision finds a version in the list; -1 when it is not there.
func (m *Model) revision(n uint64) int {
	return slices.IndexFunc(m.list, func(r app.Revision) bool { return r.Number == n })
}

// Choose looks at another version, and tells whether it is another.
func (m *Model) Choose(n uint64) bool {
	if n == m.chosen || m.revision(n) < 0 {
		return false
	}
	with := m.otherSide()
	m.chosen = n
	if m.with = slices.Index(m.others(), with); m.with < 0 {
		m.with = 0
	}
	m.compare()
	return true
}

// CompareWith compares with another version; i is an index in Withs.
func (m *Model) CompareWith(i int) {
	if i >= 0 && i < len(m.others()) && i != m.with {
		m.with = i
		m.compare()
	}
}

// previous, among what one can compare with, is the version before the chosen.
const previous = ^uint64(0)

// others are the versions one can compare with: now, the one before, and those
// with a name.
func (m *Model) others() []uint64 {
	out := []uint64{desk.Now}
	if i := m.revision(m.chosen); i >= 0 && i+1 < len(m.list) {
		out = append(out, previous)
	}
	for _, r := range m.list {
		if r.Name != "" && r.Number != m.chosen {
			out = append(out, r.Number)
		}
	}
	return out
}

func (m *Model) otherSide() uint64 {
	if o := m.others(); m.with < len(o) {
		return o[m.with]
	}
	return desk.Now
}

// Withs names what the chosen version can be compared with, and which is chosen.
func (m *Model) Withs() (names []string, chosen int) {
	for _, n := range m.others() {
		switch n {
		case desk.Now:
			names = append(names, m.words.T("versions.with_now"))
		case previous:
			names = append(names, m.words.T("versions.with_previous"))
		default:
			names = append(names, m.list[m.revision(n)].Name)
		}
	}
	return names, m.with
}

func (m *Model) compare() {
	m.at, m.opened, m.diff, m.err = -1, map[Fold]bool{}, desk.Comparison{}, nil
	if m.chosen == desk.Now {
		m.items, m.outline = nil, nil
		return
	}
	other := m.otherSide()
	if other == previous {
		other = m.list[m.revision(m.chosen)+1].Number
	}
	m.now = other == desk.Now
	m.mine = !m.now && m.chosen > other
	old, new := m.chosen, other
	if m.mine {
		old, new = other, m.chosen
	}
	m.diff, m.err = m.desk.Compare(old, new)
	m.build()
}

// Err is why the versions cannot be compared; nil when they are.
func (m *Model) Err() error { return m.err }

// Damaged reports that a version is missing from the list.
func (m *Model) Damaged() bool { return m.damaged }

// Changes counts what differs, and At is the change that is looked at, from 0.
func (m *Model) Changes() int { return m.diff.Changes() }

// At is the change that is looked at, from 0; -1 before the first.
func (m *Model) At() int { return m.at }

// Step goes to the next change or the one before, round the end, and tells
// whether there is one.
func (m *Model) Step(by int) bool {
	n := m.Changes()
	if n == 0 {
		return false
	}
	if m.at < 0 && by < 0 {
		m.at = 0
	}
	m.at = ((m.at+by)%n + n) % n
	return true
}

// GoTo makes a change the one that is looked at.
func (m *Model) GoTo(change int) { m.at = max(-1, min(change, m.Changes()-1)) }

// Facts count what differs.
func (m *Model) Facts() []string {
	if m.chosen == desk.Now || m.err != nil {
		return nil
	}
	if n := m.Changes(); n > 0 {
		return []string{m.words.N("versions.changes", n)}
	}
	return []string{m.words.T("versions.no_changes")}
}

// Restore is what a button offers to put back.
type Restore struct {
	Document, Section int  // in the chosen version; Section -1: all of the matter
	Drop              bool // take away what the chosen version does not have; then in the open matter
	Heading           string
}

// Restore puts something back, and says what happened and where.
func (m *Model) Restore(r Restore) (told string, at desk.Spot, err error) {
	name := m.Name(m.chosen)
	keep := m.words.T("versions.kept_name")
	vars := i18n.Vars{"Section": r.Heading, "Version": name}
	switch {
	case r.Drop:
		at = desk.Spot{Document: r.Document, Section: max(0, r.Section-1)}
		return m.words.T("versions.dropped", vars), at, m.desk.DropSection(desk.Spot{Document: r.Document, Section: r.Section}, keep)
	case r.Section < 0:
		err = m.desk.Restore(m.chosen, keep)
		return m.words.T("versions.restored_all", vars), desk.Spot{Document: -1, Section: -1}, err
	}
	at, err = m.desk.RestoreSection(m.chosen, r.Document, r.Section, keep)
	return m.words.T("versions.restored", vars), at, err
}

// Restorable reports whether all of the chosen version can be made the present
// one: it can be read, and differs from what is open or is not compared with it.
func (m *Model) Restorable() bool {
	return m.chosen != desk.Now && m.err == nil && (!m.now || m.Changes() > 0)
}

// sides gives of two indexes, old and new, the one in the chosen version and the
// one in the other.
func (m *Model) sides(old, new int) (mine, other int) {
	if m.mine {
		return new, old
	}
	return old, new
}

// headed is a section and its document as the comparison has them.
type headed struct {
	doc compare.Document
	sec compare.Section
}
