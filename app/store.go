package app

import "time"

// Store keeps matters. The contract, which the suite in app/store proves for
// every engine:
//
// A Save that returned nil is there after a restart. A Save whose Base is not
// the stored revision changes nothing and fails with CodeConflict. What Load
// returns is what was saved, or an error: never something else, never empty
// where there was something. Every Save leaves a revision; unnamed ones less
// than ten minutes older than the next may be thinned away, named ones never.
// Remove puts a matter in the bin, from which Unremove takes it.
type Store interface {
	List() (Rows, error)                       // without the bin, latest saved first
	Load(id string) (*Matter, Revision, error) // the latest
	Save(c Change) (Revision, error)           //
	Revisions(id string) ([]Revision, error)   // latest first; those there are also with CodeDamaged
	LoadRevision(id string, n uint64) (*Matter, error)
	Remove(id string) error
	Unremove(id string) error
	Bin() ([]Row, error)
	Profile() (Profile, error) // the zero Profile when none is saved
	SaveProfile(Profile) error
	Close() error
}

// Change is one save: the whole matter, as it stands.
type Change struct {
	Matter *Matter
	Tally  Tally
	Base   uint64 // revision it was made from; 0 for a new matter
	Name   string // a name the clerk gave this version; empty for an autosave
	By     string // who sat at the desk; may be empty
	Packs  string // version of the rules it was checked by; may be empty
	At     time.Time
	Why    Why     // it is kept besides for its name; empty: for that alone
	Events []Event // what was done in it, beside writing: accepted, approved, exported; see Trail
}

// Why is the reason for which a version is kept, whatever its age; i18n has the words
// (versions.why.<why>).
type Why string

const (
	WhyNone     Why = ""         // it has a name, or it may be thinned away
	WhySent     Why = "sent"     // it was sent, as a draft for review
	WhySigned   Why = "signed"   // somebody approved it
	WhyFinal    Why = "final"    // a final file was made of it
	WhyRestored Why = "restored" // an older one took its place
)

// Revision is a saved version of a matter.
type Revision struct {
	Number uint64    `json:"number"` // 1, 2, 3 … within a matter
	Name   string    `json:"name,omitempty"`
	By     string    `json:"by,omitempty"`
	At     time.Time `json:"at"` // zero: the description is damaged, only the number is known
	Words  int       `json:"words"`
	Packs  string    `json:"packs,omitempty"` // version of the rules it was checked by
	Why    Why       `json:"why,omitempty"`
}

// Lasts tells whether a version is kept whatever its age.
func (r Revision) Lasts() bool { return r.Name != "" || r.Why != WhyNone }

// Row is what the list of matters shows of one; small, so that a register of
// 100,000 can be listed.
type Row struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	References []string   `json:"references,omitempty"`
	Movers     []Mover    `json:"movers,omitempty"`
	Received   Date       `json:"received,omitempty"`
	Due        Date       `json:"due,omitempty"`    // the last day to answer, of a remiss or skrivelse
	Source     SourceKind `json:"source,omitempty"` // what it began with
	Stage      Stage      `json:"stage,omitempty"`
	Holder     string     `json:"holder,omitempty"`
	Meeting    Date       `json:"meeting,omitempty"`
	Officers   []string   `json:"officers,omitempty"` // who handle its documents
	Outcome    Decision   `json:"outcome,omitempty"`  // what is proposed of every claim alike
	Claims     int        `json:"claims"`
	Undecided  int        `json:"undecided"`
	Tally      Tally      `json:"tally"`
	Revision   uint64     `json:"revision"`
	Saved      time.Time  `json:"saved"`

	Removed   time.Time `json:"removed,omitzero"` // when it was put in the bin; zero: it is not there
	RemovedBy string    `json:"removed_by,omitempty"`
}

// RowOf makes the row of a change.
func RowOf(c Change, revision uint64) Row {
	m := c.Matter
	return Row{ID: m.ID, Title: m.Title, References: m.References, Movers: m.Movers, Received: m.Received, Due: m.Due(), Source: m.SourceKind(),
		Stage: m.Stage, Holder: m.Holder, Meeting: m.Meeting, Officers: m.Officers(), Outcome: m.Outcome(), Claims: len(m.Claims), Undecided: m.Undecided(),
		Tally: c.Tally, Revision: revision, Saved: c.At}
}

// BinDays is how many days a matter lies in the bin before it goes for good.
const BinDays = 30

// Goes is when a row in the bin goes for good: the first moment at which it may.
func (r Row) Goes() time.Time { return r.Removed.AddDate(0, 0, BinDays) }
