package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"yttra/app"
	"yttra/app/unzip"
)

// State is what a matter of an archive is to the register; i18n has the words
// (transfer.state.<state>).
type State string

const (
	New        State = "new"        // it is not here
	Same       State = "same"       // it is here, alike
	Differs    State = "differs"    // it is here, and is another
	Erased     State = "erased"     // it was here, and was taken away for good
	Unreadable State = "unreadable" // it cannot be read
)

// Take is what is done with a matter; i18n has the words (transfer.take.<take>).
type Take string

const (
	Leave  Take = "leave"  // what is here stays, and nothing comes
	Theirs Take = "theirs" // it comes in; what is here stays as a version below it
	Both   Take = "both"   // it comes in beside what is here
	Parts  Take = "parts"  // some of it comes in
)

// Item is one matter of an archive, held against the register.
type Item struct {
	ID, Title, Reference string
	State                State
	Versions             int  // that the archive has of it
	Bin                  bool // it lay in the bin there
	Faults               []Fault

	Here        app.Row // what it meets; only of Same and Differs
	ByReference bool    // it meets it by its case reference: the identities differ
	HereInBin   bool
	ErasedOn    app.Date // only of Erased; may be empty

	Take   Take
	Chosen []bool // of Parts: which parts are theirs; see PartsOf

	at  int // in the archive
	sum [sha256.Size]byte
}

// Plan is what an archive would do to a register. Nothing has been written.
type Plan struct {
	Items          []Item
	Profile        *app.Profile // nil: none comes, or it is the one that is here
	TakeProfile    bool         // never unless somebody says so
	ProfileIsEmpty bool         // the register has none of its own
}

// Planning is what a plan is made from.
type Planning struct {
	Store app.Store             // when it is an app.Eraser, what was erased is not brought back without a word
	Step  func(done, total int) // may be nil
}

// Plan reads every matter of the archive and holds it against the register: new ones
// are taken and the others left, until somebody says otherwise.
func (a *Archive) Plan(ctx context.Context, p Planning) (*Plan, error) {
	out := &Plan{}
	seen := map[string]bool{}
	for i := range a.Len() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		item := a.item(i)
		if item.ID != "" && seen[item.ID] {
			item.State, item.Faults = Unreadable, append(item.Faults, Fault{Kind: Twice, Title: item.Title, Name: item.ID})
		}
		if item.State != Unreadable {
			seen[item.ID] = true
		}
		out.Items = append(out.Items, item)
	}
	k, err := inRegister(p.Store, seen)
	if err != nil {
		return nil, err
	}
	for i := range out.Items {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := k.meet(&out.Items[i], p); err != nil {
			return nil, err
		}
		if p.Step != nil {
			p.Step(i+1, len(out.Items))
		}
	}
	return out, out.profile(a, p.Store)
}

// item reads a matter as it is in the archive.
func (a *Archive) item(i int) Item {
	item := Item{at: i, State: New, Take: Theirs}
	m, faults, err := a.Matter(i)
	if err != nil {
		item.State, item.Take, item.Faults = Unreadable, Leave, []Fault{{Kind: Damaged, Name: a.nameOf(i), Err: err}}
		return item
	}
	k := a.versions(i)
	item.ID, item.Title, item.Faults, item.Versions, item.Bin = m.ID, m.Title, faults, len(k.Versions), k.Bin
	if len(m.References) > 0 {
		item.Reference = m.References[0]
	}
	item.sum = content(m)
	if m.ID == "" || len(m.ID) > longestID {
		item.ID = ""
	}
	return item
}

// Read reads the matter of an item.
func (a *Archive) Read(x *Item) (*app.Matter, []Fault, error) { return a.Matter(x.at) }

// longestID is how long an identity may be that a register takes.
const longestID = 1000

func (a *Archive) nameOf(i int) string {
	if a.one != nil {
		return a.Name
	}
	return unzip.Shown(a.dirs[i])
}

// content is the sum of all that a matter says, but for its identity.
func content(m *app.Matter) (sum [sha256.Size]byte) {
	m = m.Clone()
	m.ID = ""
	for _, f := range m.Files() {
		if len(*f.Data) == 0 {
			continue
		}
		own := sha256.Sum256(*f.Data)
		*f.Data = nil
		f.Put(app.Extra{annexSum: quoted(fmt.Sprintf("%x", own))})
	}
	data, err := app.EncodeMatter(m)
	if err != nil { // one that is damaged is like no other
		return sum
	}
	return sha256.Sum256(data)
}

// here is what the register has, by identity and by reference.
type here struct {
	rows map[string]app.Row
	bin  map[string]bool
	gone map[string]app.Date // when those were erased that were
	refs map[string]string   // the identity of the first with a reference that has not its own in the archive
}

func inRegister(s app.Store, inArchive map[string]bool) (*here, error) {
	k := &here{rows: map[string]app.Row{}, bin: map[string]bool{}, refs: map[string]string{}}
	put := func(r app.Row) {
		k.rows[r.ID] = r
		for _, ref := range r.References {
			if _, there := k.refs[ref]; !there && ref != "" && !inArchive[r.ID] {
				k.refs[ref] = r.ID
			}
		}
	}
	list, err := s.List()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return nil, fmt.Errorf("list matters: %w", err)
	}
	for r := range each(list) {
		put(r)
	}
	bin, err := s.Bin()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return nil, fmt.Errorf("list matters in the bin: %w", err)
	}
	for _, r := range bin {
		put(r)
		k.bin[r.ID] = true
	}
	if k.gone, err = erasedIn(s); err != nil {
		return nil, err
	}
	return k, nil
}

// meet finds what a matter meets: the same identity, or else the same reference,
// unless that one has its own in the archive.
func (k *here) meet(item *Item, p Planning) error {
	if item.State == Unreadable {
		return nil
	}
	row, there := k.rows[item.ID]
	if id, same := k.refs[item.Reference]; !there && same {
		row, there, item.ByReference = k.rows[id], true, true
	}
	if !there {
		if on, was := k.gone[item.ID]; was {
			item.State, item.Take, item.ErasedOn = Erased, Leave, on
		}
		return nil
	}
	item.Here, item.HereInBin, item.Take = row, k.bin[row.ID], Leave
	item.State = Differs
	m, rev, err := p.Store.Load(row.ID)
	if err != nil {
		if app.CodeOf(err) != app.CodeDamaged {
			return fmt.Errorf("read what is here: %w", err)
		}
		return nil // what is here cannot be read: the choice is the person's
	}
	item.Here.Revision = rev.Number
	if own := content(m); own == item.sum && own != [sha256.Size]byte{} {
		item.State = Same
	}
	return nil
}

// erasedIn tells what was taken away for good, and when.
func erasedIn(s app.Store) (map[string]app.Date, error) {
	e, ok := s.(app.Eraser)
	if !ok {
		return nil, nil
	}
	list, err := e.Erased()
	if err != nil {
		return nil, fmt.Errorf("list what was erased: %w", err)
	}
	out := map[string]app.Date{}
	for _, x := range list {
		out[x.ID] = app.Date(x.At.Local().Format(time.DateOnly))
	}
	return out, nil
}

// profile is offered only when it is another than the one that is here.
func (p *Plan) profile(a *Archive, s app.Store) error {
	if a.Profile == nil {
		return nil
	}
	own, err := s.Profile()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return fmt.Errorf("read profile: %w", err)
	}
	theirs, err1 := app.EncodeProfile(*a.Profile)
	mine, err2 := app.EncodeProfile(own)
	if err1 == nil && err2 == nil && bytes.Equal(theirs, mine) {
		return nil
	}
	p.Profile, p.ProfileIsEmpty = a.Profile, own.Municipality == ""
	return nil
}

// Count tells how many of the matters are in a state.
func (p *Plan) Count(s State) int {
	n := 0
	for i := range p.Items {
		if p.Items[i].State == s {
			n++
		}
	}
	return n
}

// Comes tells how many matters would be written, and whether the profile would.
func (p *Plan) Comes() int {
	n := 0
	for i := range p.Items {
		if p.Items[i].Take != Leave {
			n++
		}
	}
	return n
}

// Choose does the same with every matter that differs.
func (p *Plan) Choose(t Take) {
	for i := range p.Items {
		if p.Items[i].State == Differs {
			p.Items[i].Take = t
		}
	}
}

// order of the states in a list: what must be decided first.
var order = []State{Differs, Erased, New, Unreadable, Same}

// Sorted gives the places of the items as a person looks through them: those to decide
// about first.
func (p *Plan) Sorted() []int {
	out := make([]int, len(p.Items))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		x, y := p.Items[a], p.Items[b]
		if d := slices.Index(order, x.State) - slices.Index(order, y.State); d != 0 {
			return d
		}
		if d := natural(x.Reference, y.Reference); d != 0 {
			return d
		}
		return natural(x.Title, y.Title)
	})
	return out
}
