// Package store keeps matters in a folder on the clerk's own computer, with
// Badger under app.Store.
//
// It knows keys, records, revisions and damage: every value lies in a sealed
// envelope (package seal), so that a flipped byte is said and never shown as
// text. It never looks at what a matter says, never shows anything, and no other
// room knows Badger.
//
// A matter in the bin is only out of the list: it can still be loaded, and a
// save that was on its way when it was removed lands in the bin with it.
package store

import (
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"
	boptions "github.com/dgraph-io/badger/v4/options"

	"yttra/app"
	"yttra/app/locks"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// reserve is how much room a disk must have left before anything is written:
// Badger writes through memory maps, and a full disk there is a signal that ends
// the process, not an error.
const reserve = 64 << 20

type register struct {
	db      *badger.DB
	dir     string // empty in memory
	reserve uint64
	box     seal.Box
	sums    sums

	locking sync.Mutex // the secret is read or changed
	secret  keyring

	o       Options
	healing healing

	lock    *os.File // held as long as the register is open; nil in memory
	aside   string   // what was set aside, and can go when the register is closed; empty: nothing
	left    ending   // how it was left before it was opened
	scrub   scrubbing
	closing atomic.Bool // what is done beside the work is to end

	forward bool           // it was brought forward to this schema just now
	sharing sync.RWMutex   // held for reading by a save from its first write to its last, for writing by whatever takes pieces away
	tidying sync.WaitGroup // what is tidied up beside the work

	writing    sync.Mutex       // one change at a time
	converting bool             // and none while the register is written anew
	journal    *journal.Journal // nil in memory
	applied    uint64           // number of the last change
	latest     uint64           // what the lock said of it when the register was opened
	behind     error            // why Badger lacks a change that the journal has
	doubt      error            // why data/ is not to be written in until it was looked at; what is read is healed
	short      bool             // the journal lacks changes that Badger has: a backup is due at once
	listed     listed           // the rows after it
	total      total            // what all records come to after it
	backups    backups
}

// Options are what a register needs of the program around it.
type Options struct {
	Now func() time.Time // nil: time.Now

	// Child makes a command that is this program itself, told to look into a folder
	// instead of opening its window: what may end a process is done in another. nil:
	// everything is done in this one.
	Child func(args ...string) *exec.Cmd

	// Program is what the program calls itself, with its version.
	Program string

	// Tell hears what is being done when an opening takes its time, and how far it has
	// come; nil: nobody does.
	Tell func(app.Step, int, int)

	Passphrase []byte         // of an encrypted register; nil: nobody has been asked
	KeyStore   locks.KeyStore // is asked first; nil: there is none
	Cost       locks.Cost     // of a new passphrase; zero: what fits this computer
	known      *keyring       // of a register that has just been converted
}

// Open opens the register in a folder and makes it when it is not there. It
// fails with CodeNoFile (the folder cannot be made), CodeReadOnly (or written),
// CodeDiskFull, CodeLocked (open in another window or process), CodeNewer (written by a
// newer version; nothing is touched), CodeNeedsKey, CodePassphrase or CodeKeysGone (it
// is encrypted; nothing is touched either), CodeUnreadable (nothing can be read; a copy
// lies aside) or CodeDamaged; the problem names the folder.
func Open(dir string, o Options) (app.Keeper, error) {
	r, err := openFolder(dir, o, reserve)
	if err != nil {
		return nil, fmt.Errorf("open register: %w", err)
	}
	r.beforeUpgrade()
	return r, nil
}

// Folder is where the register lies.
func (r *register) Folder() string { return r.dir }

// OpenMemory opens an empty register that is gone when it is closed. now is its clock;
// nil: the computer's.
func OpenMemory(now func() time.Time) (app.Store, error) {
	db, err := badger.Open(options("").WithInMemory(true))
	if err != nil {
		return nil, fmt.Errorf("open register in memory: %w", err)
	}
	r := &register{db: db, o: Options{Now: now}}
	if err := r.greet(false); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return r, nil
}

// openFolder opens the register of a folder, step by step: nobody else may enter; how
// was it left; may Badger be let at it; what does Badger lack that the journal has.
func openFolder(dir string, o Options, reserve uint64) (r *register, err error) {
	r = &register{dir: dir, reserve: reserve, o: o}
	defer func() {
		if err != nil {
			err = errors.Join(err, r.letGo())
			r = nil
		}
	}()
	defer caught(&err, dir)
	if err := enter(r); err != nil {
		return r, err
	}
	if err := endConversion(dir); err != nil {
		return r, err
	}
	if err := endSwap(dir); err != nil {
		return r, coded(err, app.CodeNoFile, dir)
	}
	swapped, err := finishSwap(dir)
	if err == nil {
		err = settlePending(dir, swapped)
	}
	if err != nil {
		return r, coded(err, app.CodeNoFile, dir)
	}
	known, bad, err := prepare(dir)
	if err != nil {
		return r, err
	}
	if err := roomToOpen(dir, reserve); err != nil {
		return r, err
	}
	if err := r.unlock(); err != nil {
		return r, err
	}
	if err := r.migrate(); err != nil {
		return r, err
	}
	r.left = lookBack(dir)
	if err := takeClean(dir); err != nil {
		return r, &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	if err := r.guarded(known, bad); err != nil {
		return r, err
	}
	r.healing.ready = true
	r.begun()
	r.scrubSoon()
	if !known || bad != nil {
		if err := writeMark(dir, mark{Keys: r.secret.keys.ID}); err != nil {
			return r, err
		}
	}
	return r, describe(dir)
}

// openData opens Badger and the journal, and takes from the journal what Badger lacks.
func (r *register) openData(known bool) (err error) {
	_ = r.mergeTables(taskMergeLong, tooMany) // it is as usable without
	if r.db, err = openBadger(options(dataIn(r.dir))); err != nil {
		r.db = nil
		return &app.Problem{Code: openingCode(err), What: r.dir, Err: err}
	}
	if err := takeRoom(dataIn(r.dir)); err != nil {
		return cannotWrite(r.dir, err)
	}
	if r.journal, err = journal.Open(journalIn(r.dir)); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
	}
	if err := r.replay(); err != nil {
		return err
	}
	return r.greet(known)
}

// shutData closes what openData opened.
func (r *register) shutData() (err error) {
	defer caught(&err, r.dir)
	if r.db != nil {
		err = r.db.Close()
	}
	if r.journal != nil {
		err = errors.Join(err, r.journal.Close())
	}
	r.db, r.journal = nil, nil
	return err
}

// letGo lets go of everything that is open, and of the register itself.
func (r *register) letGo() (err error) {
	defer caught(&err, r.dir)
	if r.db != nil {
		err = r.db.Close()
	}
	if r.journal != nil {
		err = errors.Join(err, r.journal.Close())
	}
	if r.lock != nil {
		err = errors.Join(err, r.lock.Close())
		r.lock = nil
	}
	r.forget()
	return err
}

// options are Badger's settings for a small desktop program; its own defaults
// reserve gigabytes. The cache of blocks is small: a list is read from end to
// end, once, and what is then kept of it is of use to nobody. The memory table
// must not become smaller than in the version before: after a crash it takes in
// what that one had written.
//
// Badger never compacts here: a table that is damaged would end the process from a
// goroutine of Badger's own; see merge.go. A block's checksum is verified whenever it
// is read from the disk. No value is so large that it goes into the value log.
func options(dir string) badger.Options {
	return badger.DefaultOptions(dir).
		WithLogger(nil).
		WithMetricsEnabled(false).
		WithSyncWrites(false).      // the journal is; see journal.go
		WithDetectConflicts(false). // one change at a time
		WithChecksumVerificationMode(boptions.OnBlockRead).
		WithMemTableSize(memTable).
		WithNumMemtables(2).
		WithNumCompactors(0).
		WithNumLevelZeroTablesStall(math.MaxInt32).
		WithBaseTableSize(4 << 20).
		WithBlockCacheSize(2 << 20).
		WithIndexCacheSize(16 << 20).
		WithValueThreshold(1 << 20).
		WithValueLogFileSize(16 << 20)
}

// openBadger opens a folder that only this process may have open: the register's own
// lock was taken first, or the folder is new. A process that is being started at this
// moment holds, for some milliseconds, all that this one has open, also the lock of a
// folder that was just closed; so a lock is waited for.
func openBadger(o badger.Options) (*badger.DB, error) {
	for wait := 5 * time.Millisecond; ; wait *= 2 {
		db, err := badger.Open(o)
		if err == nil || wait > time.Second || !strings.Contains(err.Error(), "Another process is using this Badger database") {
			return db, err
		}
		time.Sleep(wait)
	}
}

// memTable is the size of Badger's memory table, in bytes. A change may come to 15 %
// of it.
const memTable = 16 << 20

// closingRoom is what a closing may write: the memory table as a table.
const closingRoom = memTable + 8<<20

// Close ends the register. It may be called twice. On a full disk it fails with
// CodeDiskFull and the register stays open: nothing is lost when the process ends so.
func (r *register) Close() (err error) {
	r.closing.Store(true)
	r.tidying.Wait()
	r.endBackups()
	r.writing.Lock()
	defer r.writing.Unlock()
	if r.db.IsClosed() {
		return nil
	}
	if r.dir != "" {
		if err := roomToOpen(r.dir, closingRoom); app.CodeOf(err) == app.CodeDiskFull {
			r.closing.Store(false)
			return fmt.Errorf("close register: %w", err)
		}
	}
	if err = r.close(); err != nil {
		return fmt.Errorf("close register: %w", coded(err, app.CodeNoFile, r.dir))
	}
	return nil
}

func (r *register) close() (err error) {
	defer func() { err = errors.Join(err, r.letGo()) }()
	defer caught(&err, r.dir)
	if err := r.db.Close(); err != nil || r.dir == "" {
		return err
	}
	_ = dropAside(r.aside)
	err = r.leaveList()
	if errors.Join(r.purgeTables(), r.mergeTables(taskMerge, manyTables)) != nil { // a table that a child died of is looked at before the next opening
		return err
	}
	if r.short || r.tainted() { // it is looked at before the next opening
		return err
	}
	return errors.Join(err, writeClean(r.dir, r.applied, r.left.mark))
}

// view runs a reading transaction, and again when it met a record that could be healed;
// fn may be called more than once.
func (r *register) view(fn func(tx) error) error {
	return r.healed(func() error { return r.look(fn) })
}

// look runs a reading transaction. A fault of the memory map, which is one of the disk,
// is an error and no end of the program.
func (r *register) look(fn func(tx) error) (err error) {
	defer caught(&err, r.dir)
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return r.db.View(func(t *badger.Txn) error { return fn(tx{t: t, box: r.box, now: r.o.Now, scrub: &r.scrub}) })
}

// room refuses to write on a disk that is nearly full ("disk"), and in a folder
// that is gone ("folder").
func room(dir string, reserve uint64, code app.Code) error {
	left, err := free(dir)
	if err != nil {
		return &app.Problem{Code: code, What: dir, Where: "folder", Err: err}
	}
	if left < reserve {
		return &app.Problem{Code: code, What: dir, Where: "disk", Err: fmt.Errorf("%d bytes left, %d needed", left, reserve)}
	}
	return nil
}

// caught turns a panic below into damage with the folder's name.
func caught(err *error, dir string) {
	if p := recover(); p != nil {
		*err = &app.Problem{Code: app.CodeDamaged, What: dir, Err: fmt.Errorf("the register gave up: %v", p)}
	}
}

// coded gives an error without a code the one that fits the caller.
func coded(err error, code app.Code, what string) error {
	if err == nil || app.ProblemOf(err) != nil {
		return err
	}
	return &app.Problem{Code: code, What: what, Err: err}
}
