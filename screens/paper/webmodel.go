package paper

import (
	"errors"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/webcopy"
	"yttra/i18n"
	"yttra/reports"
)

// Copy is which copy the pages are of.
func (m *Model) Copy() app.Copy { return m.copy }

// SetCopy shows the pages of a copy.
func (m *Model) SetCopy(c app.Copy) {
	m.copy = c
	m.build()
}

// Web is the copy for the web that the pages are of; nil when they are of the full
// paper, or nothing is open.
func (m *Model) Web() *webcopy.Copy {
	if m.copy != app.WebCopy {
		return nil
	}
	return m.web
}

// webInput is what a paper of the copy for the web is made from.
func (m *Model) webInput(status app.Status) (reports.Input, error) {
	c, err := m.masker.Make(m.state.Matter, m.state.Doc, m.state.Profile)
	if err != nil {
		return reports.Input{}, err
	}
	c.Document.Status = status
	m.web = c
	return reports.OfWeb(m.packs, c, m.state.Profile.Limits(m.packs.Thresholds), m.state.Today, m.creator)
}

// Publishing is what has been decided of the copy for the web.
func (m *Model) Publishing() app.Publishing {
	if d := m.state.Document(); d != nil && d.Publishing != nil {
		return *d.Publishing
	}
	return app.Publishing{}
}

// Approved reports whether somebody has approved the copy for the web, and whether
// that holds still: of other texts, or with other things removed, it does not.
func (m *Model) Approved() (given, holds bool) {
	p := m.Publishing()
	given = p.By != "" || p.On != ""
	return given, given && m.Web() != nil && p.Sum == m.web.Sum
}

// Publishable reports whether a final copy for the web may be made: of a final
// paper, by somebody's approval of just this copy. Another is a draft, with UTKAST
// on it, so that somebody else can read it before it is approved.
func (m *Model) Publishable() bool {
	_, holds := m.Approved()
	return m.Final() && holds
}

// publish changes what is decided of the copy for the web. What was there is never
// changed in place.
func (v *view) publish(change func(p *app.Publishing)) {
	next := v.m.Publishing()
	next.Keep, next.Remove = slices.Clone(next.Keep), slices.Clone(next.Remove)
	change(&next)
	i := v.d.State().Doc
	v.d.Edit("", func(m *app.Matter) {
		if i >= 0 && i < len(m.Documents) {
			m.Documents[i].Publishing = &next
		}
	})
}

// who is the person at the desk, and what day it is.
func (v *view) who() (by string, on app.Date) {
	s := v.d.State()
	return s.Profile.Officer.Name, s.Today
}

// keep lets an item stand.
func (v *view) keep(i webcopy.Item, reason string) {
	v.publish(func(p *app.Publishing) {
		k := app.Kept{Words: i.Words[0], Reason: strings.TrimSpace(reason)}
		k.By, k.On = v.who()
		p.Keep = append(unkept(p.Keep, i), k)
	})
}

// takeOut takes an item out after all: it may have been let stand, or never have been
// found to be anything.
func (v *view) takeOut(i webcopy.Item) {
	v.publish(func(p *app.Publishing) {
		if p.Keep = unkept(p.Keep, i); i.Kept == nil {
			p.Remove = append(p.Remove, i.Words...)
		}
	})
}

// unkept is what is kept without the decisions about an item.
func unkept(kept []app.Kept, i webcopy.Item) []app.Kept {
	return slices.DeleteFunc(kept, func(k app.Kept) bool {
		return slices.ContainsFunc(i.Words, app.Answer{Words: k.Words, All: true}.Covers)
	})
}

// alsoRemove takes words out besides what is found.
func (v *view) alsoRemove(words string) {
	v.publish(func(p *app.Publishing) {
		if words = strings.Join(strings.Fields(words), " "); !slices.Contains(p.Remove, words) {
			p.Remove = append(p.Remove, words)
		}
	})
}

// removeNoMore takes back that an item is to be taken out.
func (v *view) removeNoMore(i webcopy.Item) {
	v.publish(func(p *app.Publishing) {
		p.Remove = slices.DeleteFunc(p.Remove, func(s string) bool { return slices.Contains(i.Asked, s) })
	})
}

// approve notes who approves the copy as it is, and when.
func (v *view) approve() {
	v.publish(func(p *app.Publishing) {
		p.By, p.On = v.who()
		p.Sum = v.m.web.Sum
	})
}

// left says in words what is left in a file and ought to be gone; any other fault
// is as it was.
func (f File) left(err error) error {
	var left *reports.LeftError
	if !errors.As(err, &left) {
		return err
	}
	return &app.Problem{Code: app.CodeLeft, What: left.Words, Where: f.words.T("web.left."+string(left.Where), i18n.Vars{"Page": f.words.Int(int64(left.Page))}), Err: err}
}
