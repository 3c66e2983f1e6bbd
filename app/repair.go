package app

import "time"

// Repairs are the reports of what was found damaged in a register and what was done.
type Repairs interface {
	// Repairs gives the reports, newest first. One that cannot be read is left out.
	Repairs() ([]Repair, error)

	// RepairSeen notes that a person has seen a report, so that it is not shown again
	// by itself. It fails with CodeNotSaved.
	RepairSeen(Repair) error
}

// Repair is the report of one repair. What is empty did not happen.
type Repair struct {
	At    time.Time `json:"at"`
	Found []Damage  `json:"found"`

	Rebuilt bool      `json:"rebuilt,omitempty"` // everything was put together anew
	Backup  time.Time `json:"backup,omitzero"`   // when the backup was made that it was put together from; zero: none
	Changes int       `json:"changes,omitempty"` // that were taken from the journal
	Rescued int       `json:"rescued,omitempty"` // records that were found only in what was damaged
	Healed  int       `json:"healed,omitempty"`  // records and files that were written anew in place

	Whole bool   `json:"whole"`           // everything that had been accepted is there
	Lost  []Lost `json:"lost,omitempty"`  // what is not
	Aside string `json:"aside,omitempty"` // folder where what was damaged lies, whole path
	Seen  bool   `json:"seen,omitempty"`
}

// Damage is one thing that was found.
type Damage struct {
	Kind   DamageKind `json:"kind"`
	Name   string     `json:"name,omitempty"`   // of the file, as it lies in the folder of the register
	Title  string     `json:"title,omitempty"`  // of the matter it is about, when it is about one
	Detail string     `json:"detail,omitempty"` // for somebody who helps; English
}

// DamageKind says what was damaged; i18n has the words (repair.found.<kind>).
type DamageKind string

const (
	DamageData    DamageKind = "data"    // the files that the matters are read from
	DamageEnd     DamageKind = "end"     // the program was ended in mid-work, and not all was there
	DamageJournal DamageKind = "journal" // the latest changes
	DamageMark    DamageKind = "mark"    // the mark that says what the folder is
	DamageKeys    DamageKind = "keys"    // what opens an encrypted register
	DamageBackup  DamageKind = "backup"  // a backup
	DamageFile    DamageKind = "file"    // an annex
	DamageRecord  DamageKind = "record"  // a single record of a matter
)

// Lost is something that was accepted once and is found nowhere.
type Lost struct {
	Kind     LostKind  `json:"kind"`
	Matter   string    `json:"matter,omitempty"`   // its id
	Title    string    `json:"title,omitempty"`    // of the matter, when it is known
	Revision uint64    `json:"revision,omitempty"` // the version that is lost
	Name     string    `json:"name,omitempty"`     // of the annex
	Last     time.Time `json:"last,omitzero"`      // from when the last version is that is whole; zero: there is none
}

// LostKind says what was lost; i18n has the words (repair.lost.<kind>).
type LostKind string

const (
	LostMatter  LostKind = "matter"
	LostVersion LostKind = "version"
	LostAnnex   LostKind = "annex"
	LostProfile LostKind = "profile"
	LostUnknown LostKind = "unknown" // changes of which nothing is known any more
)
