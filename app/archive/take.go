package archive

import (
	"context"
	"fmt"
	"time"

	"yttra/app"
	"yttra/app/compare"
	"yttra/app/cost"
	"yttra/app/packs"
)

// Taking is what is needed to carry out a plan.
type Taking struct {
	Store app.Store
	Packs *packs.Packs
	By    string // who sits at the desk
	Now   func() time.Time

	Mine, Theirs string                    // what the versions are called, that was here and that came
	Copy         func(title string) string // what a copy beside is called
	Tally        func(*app.Matter) app.Tally
	Step         func(done, total int) // may be nil
}

// Taken is what was written.
type Taken struct {
	New, Replaced, Copied, Merged int
	Profile                       bool
	Faults                        []Fault // what was not
}

// All is how many matters were written.
func (t Taken) All() int { return t.New + t.Replaced + t.Copied + t.Merged }

// Carry writes what the plan says, matter by matter: one that the register does not
// take, or that was changed here after it was looked at, is told and left, and the
// others are taken. When ctx is done it stops between two, and what was taken stays.
func (a *Archive) Carry(ctx context.Context, p *Plan, t Taking) (Taken, error) {
	var out Taken
	all, done := p.Comes(), 0
	for i := range p.Items {
		item := &p.Items[i]
		if item.Take == Leave || item.State == Unreadable {
			continue
		}
		if err := ctx.Err(); err != nil {
			return out, err
		}
		if err := a.carry(item, t, &out); err != nil {
			kind := NotTaken
			if app.CodeOf(err) == app.CodeConflict {
				kind = Moved
			}
			out.Faults = append(out.Faults, Fault{Kind: kind, Title: item.Title, Name: item.Reference, Err: err})
		}
		if done++; t.Step != nil {
			t.Step(done, all)
		}
	}
	if p.TakeProfile && p.Profile != nil {
		if err := t.profile(*p.Profile); err != nil {
			return out, err
		}
		out.Profile = true
	}
	return out, nil
}

// profile puts the municipality's profile in place of the register's. Who sits at the
// desk, and what advice that person wants, stays.
func (t Taking) profile(p app.Profile) error {
	own, err := t.Store.Profile()
	if err != nil {
		return fmt.Errorf("take profile: %w", err)
	}
	p.Officer, p.Quiet = own.Officer, own.Quiet
	if err := t.Store.SaveProfile(p); err != nil {
		return fmt.Errorf("take profile: %w", err)
	}
	return nil
}

func (a *Archive) carry(item *Item, t Taking, out *Taken) error {
	m, faults, err := a.Matter(item.at)
	if err != nil {
		return err
	}
	out.Faults = append(out.Faults, faults...)
	switch {
	case item.State == New || item.State == Erased:
		id := item.ID
		if item.State == Erased { // its identity never comes back
			id = ""
		}
		if err = a.bringIn(item, m, t, id, ""); err == nil {
			out.New++
		}
	case item.Take == Both:
		if err = a.bringIn(item, m, t, "", t.Copy(m.Title)); err == nil {
			out.Copied++
		}
	default:
		err = t.replace(item, m, out)
	}
	return err
}

// bringIn takes a matter in with its versions as its history.
func (a *Archive) bringIn(item *Item, latest *app.Matter, t Taking, id, title string) error {
	came := app.Event{Action: app.ActImported}
	if id == "" {
		id = app.NewID()
		came.About = latest.ID
	}
	k := a.versions(item.at)
	base := uint64(0)
	for i, v := range k.Versions {
		m, last := latest, i == len(k.Versions)-1
		if !last {
			var err error
			if m, _, err = a.text(a.dirs[item.at], v.File); err != nil {
				continue // told when the archive was opened
			}
		}
		m.ID = id
		if title != "" && last {
			m.Title = title
		}
		c := app.Change{Matter: m, Base: base, Name: v.Revision.Name, By: v.Revision.By, Packs: v.Revision.Packs, At: v.Revision.At, Why: v.Revision.Why}
		if c.At.IsZero() {
			c.At = t.Now()
		}
		if base == 0 {
			c.Events = []app.Event{{Action: came.Action, About: came.About, By: t.By, At: t.Now()}}
		}
		if c.Tally = k.Tally; k.Format == "" && t.Tally != nil {
			c.Tally = t.Tally(m)
		}
		rev, err := t.Store.Save(c)
		if err != nil {
			return err
		}
		base = rev.Number
	}
	if item.Bin && title == "" {
		return t.Store.Remove(id)
	}
	return nil
}

// replace makes a matter that is here as the archive has it, or partly. What was here
// is kept as a version with a name.
func (t Taking) replace(item *Item, theirs *app.Matter, out *Taken) error {
	id := item.Here.ID
	base, err := t.base(id)
	if err != nil {
		return err
	}
	if base != item.Here.Revision {
		return &app.Problem{Code: app.CodeConflict, What: item.Here.Title}
	}
	mine, rev, err := t.Store.Load(id)
	if err == nil {
		base, err = t.keep(mine, rev, item.Here.Tally)
	} else if app.CodeOf(err) == app.CodeDamaged && item.Take == Theirs {
		err = nil // there is nothing whole to keep
	}
	if err != nil {
		return err
	}
	made := theirs.Clone()
	if item.Take == Parts {
		made = Merge(mine, theirs, Compare(t.Packs, mine, theirs), item.Chosen)
	}
	made.ID = id
	c := app.Change{Matter: made, Base: base, Name: t.Theirs, By: t.By, At: t.Now(), Tally: item.Here.Tally,
		Events: []app.Event{{Action: app.ActMerged, About: theirs.ID}}}
	if t.Tally != nil {
		c.Tally = t.Tally(made)
	}
	if _, err := t.Store.Save(c); err != nil {
		return err
	}
	if item.HereInBin && !item.Bin {
		if err := t.Store.Unremove(id); err != nil {
			return err
		}
	}
	if item.Take == Parts {
		out.Merged++
	} else {
		out.Replaced++
	}
	return nil
}

// base is the number of the latest revision, also when it is damaged.
func (t Taking) base(id string) (uint64, error) {
	list, err := t.Store.Revisions(id)
	if len(list) == 0 {
		return 0, err
	}
	return list[0].Number, nil
}

// keep saves what is here under a name, unless it is kept for good already.
func (t Taking) keep(m *app.Matter, rev app.Revision, tally app.Tally) (uint64, error) {
	if rev.Lasts() {
		return rev.Number, nil
	}
	rev, err := t.Store.Save(app.Change{Matter: m, Base: rev.Number, Name: t.Mine, By: t.By, At: t.Now(), Tally: tally, Packs: rev.Packs})
	return rev.Number, err
}

// Compare tells what differs between a matter here and one that comes.
func Compare(p *packs.Packs, mine, theirs *app.Matter) compare.Result {
	return compare.Matters(side(p, mine), side(p, theirs))
}

func side(p *packs.Packs, m *app.Matter) compare.Side {
	s := compare.Side{Matter: m, Total: cost.Sum(m.Estimate, nil, "").Total.Likely}
	for i := range m.Documents {
		if p != nil {
			s.Proposals = append(s.Proposals, p.Proposal(m, &m.Documents[i]))
		}
	}
	return s
}
