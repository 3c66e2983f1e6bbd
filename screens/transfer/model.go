package transfer

import (
	"strings"
	"time"

	"yttra/app/archive"
	"yttra/i18n"
	"yttra/screens/parts"
)

// model is an archive that was opened, and what somebody chooses of it.
type model struct {
	words i18n.Words
	a     *archive.Archive
	plan  *archive.Plan
	order []int // of the items, as they are listed
	at    int   // the chosen row; -1: none
}

func newModel(w i18n.Words, a *archive.Archive, p *archive.Plan) *model {
	return &model{words: w, a: a, plan: p, order: p.Sorted(), at: -1}
}

func (m *model) len() int { return len(m.order) }

// item is that of a row.
func (m *model) item(row int) *archive.Item { return &m.plan.Items[m.order[row]] }

// chosen is the item that is looked at; nil: none.
func (m *model) chosen() *archive.Item {
	if m.at < 0 || m.at >= len(m.order) {
		return nil
	}
	return m.item(m.at)
}

// row is what is shown of a matter: its shape, its name, what it is to the register,
// and what will be done.
type row struct{ mark, title, second, take string }

func (m *model) row(i int) row {
	x, w := m.item(i), m.words
	r := row{mark: parts.MarkNote, title: x.Title}
	if strings.TrimSpace(r.title) == "" {
		r.title = w.T("matters.untitled")
	}
	second := []string{w.T("transfer.state." + string(x.State))}
	if x.Reference != "" {
		second = append(second, x.Reference)
	}
	if x.ByReference {
		second = append(second, w.T("transfer.by_reference"))
	}
	if x.Bin {
		second = append(second, w.T("transfer.was_in_bin"))
	}
	if n := len(x.Faults); n > 0 && x.State != archive.Unreadable {
		second = append(second, w.N("transfer.remarks", n))
	}
	r.second = strings.Join(second, " · ")
	r.take = w.T("transfer.will." + string(x.Take))
	switch x.State {
	case archive.Same:
		r.mark, r.take = parts.MarkMet, ""
	case archive.Unreadable:
		r.mark, r.take, r.title = parts.MarkFailed, "", x.Faults[0].Name
	case archive.Differs:
		r.mark = parts.MarkIndicated
	case archive.Erased:
		r.mark = parts.MarkSerious
	}
	return r
}

// takes are what may be done with the item that is looked at, and which is.
func (m *model) takes() (all []archive.Take, at int) {
	x := m.chosen()
	switch {
	case x == nil || x.State == archive.Same || x.State == archive.Unreadable:
		return nil, -1
	case x.State == archive.Differs:
		all = []archive.Take{archive.Leave, archive.Theirs, archive.Both}
		if x.Take == archive.Parts {
			all = append(all, archive.Parts)
		}
	default:
		all = []archive.Take{archive.Theirs, archive.Leave}
	}
	for i, t := range all {
		if t == x.Take {
			at = i
		}
	}
	return all, at
}

// take chooses for the item that is looked at.
func (m *model) take(i int) {
	if all, _ := m.takes(); i >= 0 && i < len(all) {
		m.chosen().Take = all[i]
	}
}

// turn goes to the next choice for the item that is looked at, or the one before.
func (m *model) turn(by int) bool {
	all, at := m.takes()
	if len(all) == 0 {
		return false
	}
	m.take(min(max(at+by, 0), len(all)-1))
	return true
}

// takeWord is what a choice is called for an item.
func (m *model) takeWord(t archive.Take) string {
	x := m.chosen()
	if x != nil && x.State != archive.Differs && t == archive.Theirs {
		return m.words.T("transfer.choose.in")
	}
	if x != nil && x.State != archive.Differs {
		return m.words.T("transfer.choose.out")
	}
	return m.words.T("transfer.choose." + string(t))
}

// about explains what the item that is looked at meets, and what the choice does.
func (m *model) about() string {
	x, w := m.chosen(), m.words
	if x == nil {
		return w.T("transfer.about_none")
	}
	switch x.State {
	case archive.Same:
		return w.T("transfer.about_same")
	case archive.Unreadable:
		return strings.Join(faultLines(w, x.Faults), " ")
	case archive.Erased:
		day := string(x.ErasedOn)
		return w.T("transfer.about_erased", i18n.Vars{"Day": day})
	case archive.New:
		return strings.Join(append([]string{w.N("transfer.about_new", x.Versions)}, faultLines(w, x.Faults)...), " ")
	}
	at := x.Here.Saved.Local()
	vars := i18n.Vars{"Day": at.Format(time.DateOnly), "Time": w.Clock(at), "Title": x.Here.Title}
	out := []string{w.T("transfer.about_differs", vars)}
	if x.ByReference {
		out = append(out, w.T("transfer.about_reference", vars))
	}
	if x.HereInBin {
		out = append(out, w.T("transfer.about_bin"))
	}
	out = append(out, w.T("transfer.does."+string(x.Take)))
	return strings.Join(append(out, faultLines(w, x.Faults)...), " ")
}

// summary tells what the archive is, and how much of it is new.
func (m *model) summary() string {
	w := m.words
	var out []string
	if !m.a.Made.IsZero() {
		out = append(out, w.T("transfer.made", i18n.Vars{"File": m.a.Name, "Day": m.a.Made.Format(time.DateOnly), "Program": m.a.Program}))
	} else {
		out = append(out, m.a.Name+".")
	}
	var counts []string
	for _, s := range []archive.State{archive.New, archive.Differs, archive.Same, archive.Erased, archive.Unreadable} {
		if n := m.plan.Count(s); n > 0 {
			counts = append(counts, w.N("transfer.count."+string(s), n))
		}
	}
	return strings.Join(append(out, strings.Join(counts, ", ")+"."), " ")
}

// comes tells what will be written.
func (m *model) comes() string {
	if m.nothing() {
		return m.words.T("transfer.comes_nothing")
	}
	n := m.plan.Comes()
	if m.plan.TakeProfile && m.plan.Profile != nil {
		return m.words.N("transfer.comes_profile", n)
	}
	return m.words.N("transfer.comes", n)
}

// nothing reports that nothing would be written.
func (m *model) nothing() bool { return m.plan.Comes() == 0 && !m.plan.TakeProfile }

// told is what was written, in a sentence.
func told(w i18n.Words, t archive.Taken) string {
	var out []string
	for _, x := range []struct {
		key string
		n   int
	}{{"new", t.New}, {"replaced", t.Replaced}, {"merged", t.Merged}, {"copied", t.Copied}} {
		if x.n > 0 {
			out = append(out, w.N("transfer.wrote."+x.key, x.n))
		}
	}
	if t.Profile {
		out = append(out, w.T("transfer.took_profile"))
	}
	if len(out) == 0 {
		return w.T("transfer.took_nothing")
	}
	return w.T("transfer.took", i18n.Vars{"What": strings.Join(out, ", ")})
}
