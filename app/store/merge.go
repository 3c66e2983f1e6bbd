package store

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// Every time the register is opened and written in, a table comes to level zero of
// Badger, and every read looks into all of these. Compacting merges them away. It reads
// whole tables, and one that is damaged ends the process from a goroutine of Badger's:
// so it is done by a child, while nobody has the register open but its lock is held.
// When the child fails the register is as before, and is as usable: a matter is loaded
// in 0.56 ms with none of them and with forty-eight.
const (
	manyTables = 12               // of level zero, from which they are merged when the register is closed
	tooMany    = 48               // from which it is done before the register is opened
	closing    = 15 * time.Second // how long a closing may merge; it goes on where it was the next time
	opening    = time.Minute
)

// The tasks of a child.
const (
	taskMerge     = "merge"
	taskMergeLong = "merge-long"
)

// looseTables counts the tables of level zero; 0 when the manifest cannot be read.
func looseTables(data string) int {
	f, err := os.Open(filepath.Join(data, badger.ManifestFilename))
	if err != nil {
		return 0
	}
	defer f.Close()
	m, _, err := badger.ReplayManifestFile(f, 0, options(data))
	if err != nil || len(m.Levels) == 0 {
		return 0
	}
	return len(m.Levels[0].Tables)
}

// mergeTables merges tables when there are at least so many. It is of no consequence when it
// fails: what is read stays the same.
func (r *register) mergeTables(task string, from int) error {
	if looseTables(dataIn(r.dir)) < from {
		return nil
	}
	if err := r.o.ask(task, dataIn(r.dir), func(line) {}); err != nil {
		return fmt.Errorf("merge tables: %w", err)
	}
	return nil
}

// merge merges the tables of level zero into those below, and lets the levels below
// come to rest, for so long at the most.
func merge(data string, most time.Duration, out *lines) error {
	db, err := openBadger(options(data).WithNumCompactors(2).WithNumLevelZeroTables(1).WithNumLevelZeroTablesStall(math.MaxInt32))
	if err != nil {
		return err
	}
	until := time.Now().Add(most)
	for before := waiting(db); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		now := waiting(db)
		if now == 0 {
			break
		}
		out.send(line{At: before - now, Of: before})
	}
	return db.Close()
}

// waiting counts the tables of level zero, and the levels below that are too full.
func waiting(db *badger.DB) (n int) {
	for _, l := range db.Levels() {
		if l.Level == 0 {
			n += l.NumTables
		} else if l.Adjusted >= 1 {
			n++
		}
	}
	return n
}
