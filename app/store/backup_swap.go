package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/locks"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
)

// What is restored is made in a folder of its own and proven there. Then it is decided
// (swap), and what it has takes the place of what was there, which is kept aside for a
// while. Whenever that is broken off, the next opening goes on where it was: either all
// is as before, or all is as restored.

const (
	restoredFolder = "restored"
	lookFolder     = "look-" // of a backup that is looked into
)

func restoredIn(dir string) string { return filepath.Join(dir, restoredFolder) }
func swapIn(dir string) string     { return filepath.Join(dir, "swap") }

// swapped are what the restored register brings. What it does not have and was there,
// like the list of the old one, goes too.
var swapped = []string{"data", "journal", "clean", "list", locks.File, "register.json"}

type swapPlan struct {
	Aside  string   `json:"aside"`  // name of the folder where the old is kept
	Brings []string `json:"brings"` // what the restored has of swapped
}

// decideSwap makes it hold that what lies in restored/ is the register, and brings it
// about.
func decideSwap(dir string, now time.Time) error {
	p := swapPlan{}
	for free := false; !free; now = now.Add(time.Millisecond) {
		p.Aside = now.UTC().Format(stamp)
		_, err := os.Lstat(filepath.Join(asideIn(dir), p.Aside))
		free = errors.Is(err, fs.ErrNotExist)
		if err != nil && !free {
			return err
		}
	}
	for _, name := range swapped {
		if _, err := os.Lstat(filepath.Join(restoredIn(dir), name)); err == nil {
			p.Brings = append(p.Brings, name)
		}
	}
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := errors.Join(journal.SyncFolder(restoredIn(dir)), disk.Write(swapIn(dir), append(data, '\n'), disk.Private), journal.SyncFolder(dir)); err != nil {
		return err
	}
	return endSwap(dir)
}

// endSwap brings a restore to its end that was decided, and takes away what is left of
// one that was not. The register is locked for this process.
func endSwap(dir string) error {
	data, err := os.ReadFile(swapIn(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return leftAlone(dir)
	}
	var p swapPlan
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil || !filepath.IsLocal(p.Aside) || strings.ContainsAny(p.Aside, `/\`) {
		return &app.Problem{Code: app.CodeDamaged, What: dir, Where: "swap", Err: err}
	}
	aside := filepath.Join(asideIn(dir), p.Aside)
	if err := os.MkdirAll(aside, 0o700); err != nil {
		return err
	}
	for _, name := range swapped {
		if err := p.move(dir, aside, name); err != nil {
			return err
		}
	}
	return errors.Join(journal.SyncFolder(aside), journal.SyncFolder(dir), os.RemoveAll(restoredIn(dir)), os.Remove(swapIn(dir)), journal.SyncFolder(dir))
}

// move moves the old of a name aside and the restored in its place. What has been moved
// is not among the restored any more.
func (p swapPlan) move(dir, aside, name string) error {
	there := func(path string) bool { _, err := os.Lstat(path); return err == nil }
	old, made, kept := filepath.Join(dir, name), filepath.Join(restoredIn(dir), name), filepath.Join(aside, name)
	brings := slices.Contains(p.Brings, name)
	if brings && !there(made) {
		return nil
	}
	if there(old) {
		if there(kept) {
			_ = os.Remove(old) // an empty folder that was made since
		} else if err := os.Rename(old, kept); err != nil {
			return err
		}
	}
	if !brings {
		return nil
	}
	return os.Rename(made, old)
}

// numberedIn is where it stands after which number the changes of what is restored begin.
func numberedIn(dir string) string { return filepath.Join(restoredIn(dir), "numbered") }

// undone removes what a restore made that nobody decided: the register that was to be,
// and the backups of it, which have later changes than the one that stays.
func undone(dir string) error {
	if text, err := os.ReadFile(numberedIn(dir)); err == nil {
		last, err := strconv.ParseUint(string(text), 10, 64)
		if err != nil {
			last = math.MaxUint64 // cut off before there was a backup
		}
		all, err := backup.List(backupsIn(dir))
		if err != nil {
			return err
		}
		for _, b := range all {
			if b.Fault == nil && b.Header.Kind == app.BackupRestored && b.Header.Seq >= last {
				if err := os.Remove(b.Path); err != nil {
					return err
				}
			}
		}
	}
	return os.RemoveAll(restoredIn(dir))
}

// leftAlone removes what was being made when nobody had decided yet.
func leftAlone(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if e.Name() == restoredFolder {
			err = errors.Join(err, undone(dir))
		} else if e.IsDir() && strings.HasPrefix(e.Name(), lookFolder) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return err
}
