package app

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// Trail is who did what when in a register: events in a chain, each with a sum over
// itself and the one before. They are written with what they tell, in one change.
type Trail interface {
	// Events gives those that a filter lets through, newest first. One that is damaged
	// is left out; CheckTrail names it.
	Events(EventFilter) ([]Event, error)

	// Record notes something that is no change of a matter. When and by whom may be
	// empty: now, and the profile's officer.
	Record(Event) error

	// TrailHead is where the chain ends now, to be kept elsewhere.
	TrailHead() (TrailHead, error)

	// CheckTrail holds every event against its sum, the chain against its head, and
	// both against every head that is known from elsewhere. step hears how far it has
	// come; it may be nil.
	CheckTrail(known []TrailHead, step func(done, all int)) (TrailCheck, error)
}

// Event is one thing that somebody did. Matter, Document and About are identities and
// numbers, never anybody's words: what a matter is called is looked up when an event
// is shown. Name and Reason are words; they belong to the matter and go with it when
// it is erased. The chain has a sum of them, salted, and holds without them.
type Event struct {
	Number   uint64    `json:"number"` // 1, 2, 3 … within a register
	At       time.Time `json:"at"`
	By       string    `json:"by,omitempty"` // who acted; may be empty
	Action   Action    `json:"action"`
	Matter   string    `json:"matter,omitempty"`
	Document string    `json:"document,omitempty"`
	About    string    `json:"about,omitempty"` // id of a rule, number of a version, schema; see Action
	Sum      string    `json:"sum,omitempty"`   // SHA-256 of the file it is about, in hex
	Name     string    `json:"-"`               // of a file, a version, a section
	Reason   string    `json:"-"`               // as somebody gave it
	Salt     string    `json:"-"`               // of Said
	Gone     bool      `json:"-"`               // name and reason have gone with their matter
	Said     string    `json:"said,omitempty"`  // SaidSum of name and reason; empty: there were none
	Prev     string    `json:"prev,omitempty"`  // Hash of the event before; empty in the first
	Hash     string    `json:"hash"`            // ChainHash
}

// Action says what was done; i18n has the words (trail.action.<action>).
type Action string

const (
	ActCreated          Action = "created"
	ActImported         Action = "imported" // from a file of another register; About: its id there, when it is another
	ActCopied           Action = "copied"   // a copy was kept, somebody else having saved first; About the id of the first
	ActMerged           Action = "merged"   // an imported matter was taken into this one
	ActNamed            Action = "named"    // a version got a name; About its number
	ActFinal            Action = "final"    // a document was made final
	ActReopened         Action = "reopened" // a final document may be changed again
	ActDocumentRemoved  Action = "document_removed"
	ActExported         Action = "exported"           // a final file; Name and Sum are the file's
	ActExportedWeb      Action = "exported_web"       // a final copy for the web
	ActWebApproved      Action = "web_approved"       // what is taken out of the copy for the web
	ActWebWithdrawn     Action = "web_withdrawn"      // that approval was taken back
	ActPersonal         Action = "personal"           // personal data may stand; About the rule
	ActPersonalWeb      Action = "personal_web"       // … in the copy for the web
	ActPersonalNot      Action = "personal_withdrawn" // they may not, after all
	ActWaived           Action = "waived"             // a finding was accepted with a reason; About the rule
	ActMet              Action = "met"                // somebody says that a criterion is met
	ActFailed           Action = "failed"             // … that it is not
	ActWithdrawn        Action = "withdrawn"          // a judgement or an acceptance was taken back
	ActRestored         Action = "restored"           // an older version is the present one; About its number
	ActRestoredSection  Action = "restored_section"   // … of one section
	ActRemoved          Action = "removed"            // put in the bin
	ActUnremoved        Action = "unremoved"
	ActExpired          Action = "expired" // taken out of the bin for good, its days being over
	ActErased           Action = "erased"  // taken away for good, by somebody
	ActProfile          Action = "profile"
	ActBackupRestored   Action = "backup_restored"
	ActRegisterExported Action = "register_exported" // everything was written to a file
	ActRepaired         Action = "repaired"
	ActMigrated         Action = "migrated" // About the schemas: 1→2
	ActEncrypted        Action = "encrypted"
	ActDecrypted        Action = "decrypted"
	ActPassphrase       Action = "passphrase" // another passphrase
)

// Actions lists them in the order in which they are offered.
var Actions = []Action{ActCreated, ActImported, ActCopied, ActMerged, ActNamed, ActFinal, ActReopened, ActDocumentRemoved, ActExported, ActExportedWeb,
	ActWebApproved, ActWebWithdrawn, ActPersonal, ActPersonalWeb, ActPersonalNot, ActWaived, ActMet, ActFailed, ActWithdrawn, ActRestored, ActRestoredSection,
	ActRemoved, ActUnremoved, ActExpired, ActErased, ActProfile, ActBackupRestored, ActRegisterExported, ActRepaired, ActMigrated,
	ActEncrypted, ActDecrypted, ActPassphrase}

// EventFilter chooses events. The zero filter lets all through.
type EventFilter struct {
	Matter   string
	By       string
	Actions  []Action  // empty: all
	From, To time.Time // at or after, and before; zero: no bound
	Before   uint64    // a number: only earlier ones; 0: from the newest
	Most     int       // how many; 0: all
}

// Lets tells whether an event comes through, its place and number aside.
func (f EventFilter) Lets(e Event) bool {
	switch {
	case f.Matter != "" && e.Matter != f.Matter, f.By != "" && e.By != f.By:
		return false
	case !f.From.IsZero() && e.At.Before(f.From), !f.To.IsZero() && !e.At.Before(f.To):
		return false
	}
	for _, a := range f.Actions {
		if a == e.Action {
			return true
		}
	}
	return len(f.Actions) == 0
}

// Days bounds a filter by whole days at a place; an empty one is no bound.
func (f EventFilter) Days(from, to Date, at *time.Location) EventFilter {
	if t, ok := from.Time(); ok {
		f.From = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, at)
	}
	if t, ok := to.Time(); ok {
		f.To = time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, at)
	}
	return f
}

// TrailHead is where a chain ends: how many events, and the hash of the last. Kept
// elsewhere (a backup, a printed list) it tells whether the chain was cut off or
// written anew since then. Where says where it was kept; empty: in the register.
type TrailHead struct {
	Count uint64 `json:"count"`
	Hash  string `json:"hash,omitempty"`
	Where string `json:"-"`
}

// TrailCheck is what a chain was found to be: whole when there are no faults.
type TrailCheck struct {
	TrailHead
	First, Last time.Time
	People      []string // who have acted, in order of their names
	Faults      []TrailFault
}

// Whole reports that nothing is wrong.
func (c TrailCheck) Whole() bool { return len(c.Faults) == 0 }

// TrailFault is a place where a chain does not hold.
type TrailFault struct {
	Number uint64 // of the event; with TrailMissing and TrailCut the first that is gone
	Last   uint64 // the last that is gone; otherwise 0
	Kind   TrailBreak
	Where  string // of the head that tells it (see TrailHead)
}

// TrailBreak is how a chain breaks; i18n has the words (trail.break.<break>).
type TrailBreak string

const (
	TrailChanged   TrailBreak = "changed"   // the event is not what its sum says
	TrailReplaced  TrailBreak = "replaced"  // the one after it follows another event
	TrailMoved     TrailBreak = "moved"     // it lies under another number
	TrailMissing   TrailBreak = "missing"   // events are gone in the middle
	TrailCut       TrailBreak = "cut"       // the last ones are gone
	TrailAdded     TrailBreak = "added"     // it stands after the last one
	TrailWords     TrailBreak = "words"     // its name or reason is another, or gone though its matter is not erased
	TrailDamaged   TrailBreak = "damaged"   // it cannot be read
	TrailRewritten TrailBreak = "rewritten" // a head that is known from elsewhere is another
)

// ChainHash is the sum of an event in its chain: SHA-256, in hex, over number, time,
// person, action, matter, document, about, sum, said and the hash before, each as a
// netstring ("5:hello,"); the time in UTC as RFC 3339 writes it.
func (e Event) ChainHash() string {
	return netsum(strconv.FormatUint(e.Number, 10), e.At.UTC().Format(time.RFC3339Nano), e.By, string(e.Action), e.Matter, e.Document,
		e.About, e.Sum, e.Said, e.Prev)
}

// SaidSum is the sum of words: SHA-256, in hex, over salt, name and reason, each as a
// netstring. Empty when there are none.
func (e Event) SaidSum() string {
	if e.Name == "" && e.Reason == "" {
		return ""
	}
	return netsum(e.Salt, e.Name, e.Reason)
}

func netsum(fields ...string) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(strconv.Itoa(len(f)))
		b.WriteByte(':')
		b.WriteString(f)
		b.WriteByte(',')
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}
