package app

import (
	"context"
	"time"
)

// BackupKind is why a backup was made; i18n has the words (backup.kind.<kind>).
type BackupKind string

const (
	BackupDaily    BackupKind = "daily"    // the first quiet moment of a day, or when much has changed
	BackupUpgrade  BackupKind = "upgrade"  // before another version of the program takes over
	BackupOwn      BackupKind = "own"      // somebody asked for it
	BackupBefore   BackupKind = "before"   // before an older backup was restored
	BackupRestored BackupKind = "restored" // what came of that

	BackupConverted BackupKind = "converted" // after everything was encrypted, or no longer is
)

// Backup is a register as it was, in a file.
type Backup struct {
	Path     string
	Made     time.Time
	Kind     BackupKind
	Seq      uint64 // number of the last change in it: what is later, whatever the clock said
	Schema   int
	Program  string
	Register string    // identity of the register
	Matters  int       // in the list
	Bin      int       // and in the bin
	Erased   int       // taken out of it since, because they were erased
	Size     int64     // bytes of the file, without annexes
	Verified time.Time // when all of it was read last; zero: nobody knows
	Second   bool      // it lies at the second place too
	Fault    error     // nil: whole, as far as is known without reading all of it
	Trail    TrailHead // where the trail ended
}

// BackupState is how it stands with the backups of a register.
type BackupState struct {
	List   []Backup // latest first; damaged ones too
	Second SecondPlace
	Fault  *BackupFault // what went wrong last time; nil: nothing
	Fewer  bool         // there is no room for as many as ought to be kept
	Erased time.Time    // when the last erased matter was gone from all backups; zero: none has been
	Erase  int          // erased matters that still lie in some backup
}

// SecondPlace is where backups are copied besides.
type SecondPlace struct {
	Folder string // as it was chosen; empty: none
	State  SecondState
	Latest time.Time // when the latest backup that lies there was made; zero: none
	Stale  bool      // erased matters may still lie there: it has not been within reach since
}

// SecondState says how it stands; i18n has the words (backup.second.<state>).
type SecondState string

const (
	SecondNone   SecondState = ""       // none is chosen
	SecondFine   SecondState = "fine"   // the latest backup lies there too
	SecondBehind SecondState = "behind" // it does not yet
	SecondAway   SecondState = "away"   // unplugged, or out of reach
	SecondFull   SecondState = "full"
	SecondFailed SecondState = "failed" // it cannot be written, or what was written was not what was read back
)

// BackupFault is why no backup could be made by itself.
type BackupFault struct {
	Code  Code
	What  string
	Where string
	At    time.Time
	Seen  bool // somebody has been told
}

// Problem gives the fault as an error with its words.
func (f *BackupFault) Problem() *Problem {
	return &Problem{Code: f.Code, What: f.What, Where: f.Where}
}

// Backups is what a register does about being kept a second time. All but the first
// three take their time and are called elsewhere than on the window's thread; saves go
// on meanwhile.
type Backups interface {
	// BackupState tells what there is. It looks only at the head and foot of each.
	BackupState() (BackupState, error)

	// BackupSeen notes that somebody has been told of the fault.
	BackupSeen() error

	// SetSecond chooses the second place, or with an empty folder none. It fails with
	// CodeSecond when the folder cannot be one, and copies nothing yet.
	SetSecond(folder string) error

	// BackUp makes a backup, unless nothing has changed since the latest: then that is
	// given, and made is false. It fails with CodeBackupRoom, CodeNoFile or CodeDamaged;
	// then all is as it was.
	BackUp(ctx context.Context, kind BackupKind, step func(done, total int)) (b Backup, made bool, err error)

	// KeepUp does what is due by itself: a backup when the day has none or much has
	// changed, what the second place lacks, the erased out of older backups. What goes
	// wrong is kept as a fault too.
	KeepUp(ctx context.Context) error

	// VerifyBackup reads all of a backup and its annexes. It fails with CodeBackup.
	VerifyBackup(ctx context.Context, path string, step func(done, total int)) error

	// OpenBackup reads a backup, of this register or of another one, to look into. It
	// fails with CodeBackup or CodeNewer.
	OpenBackup(ctx context.Context, path string, step func(done, total int)) (BackupView, error)

	// RestoreMatters brings matters back from a backup: as the next version of a matter
	// that is there, or anew. It gives how many were brought back.
	RestoreMatters(ctx context.Context, path string, ids []string, step func(done, total int)) (int, error)

	// RestoreAll puts the whole of a backup in the place of the register, which is backed
	// up first. Its trail goes on, and what was erased stays so. When it fails, the
	// register is as it was and still open; otherwise it is closed, and is to be opened
	// anew. Nothing may be saved meanwhile. It fails as OpenBackup, and with
	// CodeBackupOther or CodeBackupRoom.
	RestoreAll(ctx context.Context, path string, step func(s Step, done, total int)) error
}

// BackupView is a backup that is looked into. It is to be closed.
type BackupView interface {
	Backup() Backup
	Changes() BackupChanges
	Load(id string) (*Matter, Revision, error)
	Close() error
}

// BackupChanges is what would become of the register if the whole of a backup took its
// place.
type BackupChanges struct {
	Back    []BackupMatter // not in the register now
	Gone    []BackupMatter // not in the backup
	Changed []BackupMatter
	Same    int
	Erased  int  // in the backup, but erased since: they stay erased
	Profile bool // the profile would be another
	Other   bool // it is a backup of another register
}

// None tells that nothing would change.
func (c BackupChanges) None() bool {
	return len(c.Back)+len(c.Gone)+len(c.Changed) == 0 && !c.Profile
}

// BackupMatter is a matter then and now; the zero Row: it was not there.
type BackupMatter struct {
	Then, Now       Row
	BinThen, BinNow bool // it lay in the bin
}

// Row is the row as it is now, or as it was.
func (m BackupMatter) Row() Row {
	if m.Now.ID == "" {
		return m.Then
	}
	return m.Now
}
