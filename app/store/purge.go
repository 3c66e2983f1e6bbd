package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"yttra/app/disk"
	"yttra/app/store/journal"
)

// What is removed from Badger lies in its tables until they are written anew, which
// merging does as it comes. When something must really go they are all written anew as
// soon as the register is closed: until that is done a file of its own says so.

const taskPurge = "purge"

func purgeIn(dir string) string { return filepath.Join(dir, "purge") }

// purgeLater notes that the tables are to be written anew, and lets the journal go on
// in a new file, so that the next backup lets the older ones go.
func (r *register) purgeLater() error {
	if r.dir == "" {
		return nil
	}
	if err := disk.Write(purgeIn(r.dir), []byte("tables\n"), disk.Private); err != nil {
		return err
	}
	if err := os.Remove(listIn(r.dir)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.RemoveAll(asideIn(r.dir)); err != nil { // what repairs set aside has it too
		return err
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	r.journal.Turn()
	return journal.SyncFolder(r.dir)
}

// toPurge tells whether the tables are still to be written anew.
func (r *register) toPurge() bool {
	_, err := os.Stat(purgeIn(r.dir))
	return r.dir != "" && err == nil
}

// purgeTables writes the tables anew, in a child. Nobody has them open, and nothing lies
// in a log beside them. What fails is done the next time.
func (r *register) purgeTables() error {
	if !r.toPurge() {
		return nil
	}
	if err := r.o.ask(taskPurge, dataIn(r.dir), func(line) {}); err != nil {
		return err
	}
	return os.Remove(purgeIn(r.dir))
}

// purge merges all tables into one level: what was removed is then in none of them.
func purge(data string, out *lines) error {
	if err := merge(data, time.Minute, out); err != nil {
		return err
	}
	db, err := openBadger(options(data))
	if err != nil {
		return err
	}
	return errors.Join(db.Flatten(2), db.Close())
}
