// Package archive writes matters as one open file that can be read without the program,
// and takes such a file in again.
//
// The file is a zip: a page to begin with (index.html), and for each matter a folder with
// a page to read, the matter file (arende.json), its versions, its papers as PDF and the
// files that came with it as they were. What is where, and what each file is to be, stands
// in innehall.json.
//
// Writing keeps as much in memory as one matter needs, however many there are, and the
// same register gives the same bytes. Reading believes nothing: what has been changed,
// cut off or put there by somebody else is told by name, and nothing is put on a disk
// under a name that stands in the file. It knows the register by its contract alone,
// makes no PDF itself, and asks nobody anything.
package archive

import (
	"context"
	"io"
	"time"

	"yttra/app"
	"yttra/app/packs"
)

// Format and Version of the archive, as they stand in innehall.json. A newer version is
// refused.
const (
	Format  = "yttra-archive"
	Version = 1
)

// Names of files in the archive. Those of a matter lie in a folder of its own.
const (
	manifestName = "innehall.json"
	readMeName   = "LÄS MIG.txt"
	indexName    = "index.html"
	styleName    = "stil.css"
	profileName  = "profil.json"
	eventsName   = "handelser.csv"
	listFolder   = "register"
	mattersName  = "arenden"
	matterName   = "arende.json"
	pageName     = "arende.html"
	versionsName = "versioner.json"
	versionsIn   = "versioner"
	annexesIn    = "bilagor"
	papersIn     = "handlingar"
)

// Fields of an annex in a matter file of an archive: where its file lies, from the
// matter's folder, and its SHA-256.
const (
	annexFile = "file"
	annexSum  = "file_sum"
)

// Options say what is written, and by whom.
type Options struct {
	Matters []string  // by identity; nil: all
	Bin     bool      // those in the bin too
	At      time.Time // when it is made; it stands in the file
	Program string    // Yttra and its version
	Packs   *packs.Packs

	// Paper makes the PDF of a document; nil: the archive has none.
	Paper func(ctx context.Context, m *app.Matter, doc int) ([]byte, error)

	// Say gives the words, in Swedish, for why something could not be made; nil: the
	// error's own.
	Say func(error) string

	// Events writes what has been done in the register as CSV; nil: nobody has kept it.
	Events func(w io.Writer) error

	// Step hears how far it has come; nil: nobody does.
	Step func(done, total int)
}

// Written is what was written.
type Written struct {
	Matters, Versions, Papers, Files int
	Bytes                            int64
	Faults                           []Fault // what could not be
}

// Fault is something that could not be written or read whole. The rest is there.
type Fault struct {
	Kind  FaultKind
	Title string // of the matter; may be empty
	Name  string // of the document or file
	Err   error  // may be nil
}

// FaultKind names a fault; i18n has the words (transfer.fault.<kind>).
type FaultKind string

const (
	NoMatter  FaultKind = "no_matter"  // a matter could not be read
	NoVersion FaultKind = "no_version" // a version could not be read
	NoPaper   FaultKind = "no_paper"   // a PDF could not be made
	NoProfile FaultKind = "no_profile" // the profile could not be read
	NoEvents  FaultKind = "no_events"  // the list of events could not be read
	NoFile    FaultKind = "no_file"    // the file of an annex is not there
	Missing   FaultKind = "missing"    // the list of contents has a file that is not there
	Altered   FaultKind = "altered"    // a file is not what the list of contents says
	Unlisted  FaultKind = "unlisted"   // a file that the list of contents does not have
	Damaged   FaultKind = "damaged"    // a file cannot be unpacked or read
	Twice     FaultKind = "twice"      // two files, or two matters, of the same name
	BadName   FaultKind = "bad_name"   // a name that leads out of the archive
	Locked    FaultKind = "locked"     // a file with a password
	TooLarge  FaultKind = "too_large"  // a file that unpacks to more than is read
	Cut       FaultKind = "cut"        // the end of the archive is missing
	NoList    FaultKind = "no_list"    // there is no list of contents
	Moved     FaultKind = "moved"      // the matter here was changed after it was looked at
	NotTaken  FaultKind = "not_taken"  // the register did not take it
)

// told is how many faults of one reading are kept.
const mostFaults = 1000
