// Package desk is the one door for change: the open matter is edited, checked,
// summed and told about here, and nowhere else. Screens hand it orders and get a
// State, a value, back.
//
// It lives on the interface's thread: no goroutine, no timer, no lock. It never
// draws, and it knows the store only by its contract.
package desk

import (
	"fmt"
	"time"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/app/packs"
)

// Parts is what a desk is made of. All are needed but Program.
type Parts struct {
	Store   app.Store
	Packs   *packs.Packs
	Checker *check.Checker
	Now     func() time.Time
	Program string // its name and version, for the record of what was checked
}

// Desk holds the open matter.
type Desk struct {
	parts     Parts
	profile   app.Profile
	rows      app.Rows
	matter    *app.Matter
	doc       int
	revision  uint64
	kept      *app.Matter // as it was last saved; nil: never, here
	done      []app.Event // since then, beside what the matter itself tells
	saved     Saved
	past      []step
	future    []step
	listeners []*func(State)
	state     State
	fault     error // of what was damaged at the start
	spelling  Spelling
}

// New opens a desk over a register. What is damaged in it is left out and told by
// Fault; the rest is there.
func New(p Parts) (*Desk, error) {
	d := &Desk{parts: p, doc: -1}
	var err error
	d.profile, err = p.Store.Profile()
	if err = faulty(err, &d.fault); err != nil {
		return nil, fmt.Errorf("open desk: %w", err)
	}
	p.Checker.Know(d.profile)
	d.rows, err = p.Store.List()
	if err = faulty(err, &d.fault); err != nil {
		return nil, fmt.Errorf("open desk: %w", err)
	}
	d.compute()
	return d, nil
}

// State is what the screens draw. It is a value: nobody changes what is in it.
type State struct {
	Today    app.Date
	Profile  app.Profile
	Rows     app.Rows
	Matter   *app.Matter // nil: no matter is open
	Doc      int         // index of the open document; -1: the matter has none
	Kind     *packs.Kind // of the open document; nil when it is unknown
	Findings []app.Finding
	Spelling Spelling
	Silenced int // findings that are not among them, since somebody does not want them
	Criteria []app.CriterionResult
	Tally    app.Tally
	Approved []app.Answer    // personal data that somebody lets stand in the open document
	Cost     cost.Result     // of the proposal: the first of Compared
	Compared cost.Comparison // every way of the estimate, on the same terms
	Proposal app.Proposal
	Broken   []BrokenFigure // bound figures of the open document that have no amount, in the order of the text
	Saved    Saved
	Revision uint64
	CanUndo  bool
	CanRedo  bool
}

// Document gives the open document, or nil.
func (s State) Document() *app.Document {
	if s.Matter == nil || s.Doc < 0 || s.Doc >= len(s.Matter.Documents) {
		return nil
	}
	return &s.Matter.Documents[s.Doc]
}

// Saved tells how safe the open matter is.
type Saved struct {
	State SavedState
	At    time.Time // of the last save
	Err   error     // why the last one failed
}

// SavedState is one of the three things the status line says.
type SavedState int

const (
	Kept    SavedState = iota // all is in the register
	Changed                   // something is not yet saved
	Failed                    // the last save failed; the text is in memory
)

// State gives the present state.
func (d *Desk) State() State { return d.state }

// Packs gives the rules the desk checks by.
func (d *Desk) Packs() *packs.Packs { return d.parts.Packs }

// Listen calls f at once and after every change, until stop is called.
func (d *Desk) Listen(f func(State)) (stop func()) {
	p := &f
	d.listeners = append(d.listeners, p)
	f(d.state)
	return func() {
		for i, q := range d.listeners {
			if q == p {
				d.listeners = append(d.listeners[:i:i], d.listeners[i+1:]...)
				return
			}
		}
	}
}

// Use changes the checker, when the person has changed language.
func (d *Desk) Use(c *check.Checker) {
	c.Know(d.profile)
	c.Spell(d.spelling.dictionary)
	d.parts.Checker = c
	d.tell()
}

// tell computes the state anew and shows it to the listeners.
func (d *Desk) tell() {
	d.compute()
	for _, f := range append([]*func(State){}, d.listeners...) {
		(*f)(d.state)
	}
}

func (d *Desk) today() app.Date { return app.DateOf(d.parts.Now()) }

// limits are those of the packs, with what the municipality has confirmed itself.
func (d *Desk) limits() []app.Threshold { return d.profile.Limits(d.parts.Packs.Thresholds) }

func (d *Desk) compute() {
	s := State{Today: d.today(), Profile: d.profile, Spelling: d.spelling, Rows: d.rows, Matter: d.matter, Doc: d.doc,
		Saved: d.saved, Revision: d.revision, CanUndo: len(d.past) > 0, CanRedo: len(d.future) > 0}
	if d.matter != nil {
		s.Compared = cost.Compare(d.matter.Estimate, d.limits(), s.Today).Follow(d.parts.Packs.Buying)
		s.Cost = s.Compared.Ways[0]
	}
	if doc := s.Document(); doc != nil {
		s.Kind, _ = d.parts.Packs.Kind(doc.Kind)
		r := d.parts.Checker.RunOn(d.matter, d.doc, s.Today)
		s.Silenced = r.Silenced
		s.Findings, s.Criteria, s.Tally = r.Findings, r.Criteria, app.TallyOf(r.Findings)
		s.Approved = r.Approved
		s.Broken = broken(s.Compared, d.limits(), d.matter, doc)
		s.Proposal = d.parts.Packs.Proposal(d.matter, doc)
	}
	d.state = s
}
