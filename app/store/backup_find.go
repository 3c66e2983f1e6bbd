package store

import (
	"fmt"
	"os"

	"yttra/app"
	"yttra/app/store/backup"
)

// FindBackup gives the backup that a register would be restored from: a file, or of a
// folder the latest that is whole as far as head and foot tell. The folder may be a
// register, whose second place is looked at too, one with backups, or a second place
// that has the backups of registers in folders of theirs. It fails with CodeBackup when
// there is none.
func FindBackup(path string) (app.Backup, error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		b := backup.Look(path)
		if err := readable(b); err != nil {
			return app.Backup{}, fmt.Errorf("find backup: %w", err)
		}
		return backupNote{}.backup(b), nil
	}
	note := (&register{dir: path}).noted()
	best, found := latestUnder(path)
	if note.Second != "" {
		if b, ok := latestUnder(note.Second); ok && (!found || b.Header.Made.After(best.Header.Made)) {
			best, found = b, true
		}
	}
	if !found {
		return app.Backup{}, &app.Problem{Code: app.CodeBackup, What: path, Err: os.ErrNotExist}
	}
	return note.backup(best), nil
}

// latestUnder finds the latest backup in a folder, or in those in it that have backups.
func latestUnder(folder string) (best backup.Info, found bool) {
	folders := []string{folder, backupsIn(folder)}
	for _, dir := range append(folders, like(folder, "Yttra *")...) {
		all, err := backup.List(dir)
		if err != nil {
			continue
		}
		for _, b := range all {
			if readable(b) != nil {
				continue
			}
			if !found || b.Header.Made.After(best.Header.Made) {
				best, found = b, true
			}
			break // of one register the numbers decide, whatever the clock said
		}
	}
	return best, found
}
