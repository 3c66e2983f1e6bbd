package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/locks"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
)

// The new register takes the place of the old in three phases, of which the file
// convert/plan tells the present one. Each can be begun anew wherever it was broken
// off; a register is opened only when all are over.
//
//	(no plan)  convert/ was not finished, and is taken away
//	out        what the old register had is moved to convert/old
//	in         what convert/ has is moved to where it belongs
//	drop       the old is wiped and removed, or its backups are kept, and convert/ goes
type plan struct {
	Format string `json:"format"`
	Phase  string `json:"phase"`
	Wipe   bool   `json:"wipe"`           // the old is overwritten before it is removed
	Keep   string `json:"keep,omitempty"` // the folder where the backups from before go; empty: they are removed
}

const (
	planFormat = "yttra-conversion 1"
	phaseOut   = "out"
	phaseIn    = "in"
	phaseDrop  = "drop"
)

// belongings are what a register has in its folder. The rules of the municipality are
// nobody's secret and stay.
var belongings = []string{"data", "journal", "files", backup.Folder, "clean", "list", locks.File, "register.json", "search", "aside", "reports"}

// keptBefore are those of them that stay when the clerk says so.
var keptBefore = []string{backup.Folder, "aside", "reports"}

func planIn(dir string) string { return filepath.Join(convertIn(dir), "plan") }
func oldIn(dir string) string  { return filepath.Join(convertIn(dir), "old") }

// write makes the plan hold, also after a power cut.
func (p plan) write(dir string) error {
	data, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode plan: %w", err)
	}
	if err := disk.Write(planIn(dir), append(data, '\n'), disk.Private); err != nil {
		return err
	}
	return errors.Join(journal.SyncFolder(convertIn(dir)), journal.SyncFolder(dir))
}

// endConversion brings a conversion to its end that was decided, and takes away one
// that was not. The register is locked for this process.
func endConversion(dir string) error {
	if _, err := os.Lstat(convertIn(dir)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := swapConverted(dir, os.Rename)
	return coded(err, app.CodeNoFile, dir)
}

func swapConverted(dir string, move func(from, to string) error) error {
	data, err := os.ReadFile(planIn(dir))
	if errors.Is(err, fs.ErrNotExist) {
		if _, old := os.Lstat(oldIn(dir)); old == nil { // never take away what nobody has decided
			return &app.Problem{Code: app.CodeDamaged, What: dir, Where: "convert", Err: err}
		}
		return os.RemoveAll(convertIn(dir))
	}
	if err != nil {
		return err
	}
	var p plan
	if err := json.Unmarshal(data, &p); err != nil || p.Format != planFormat {
		return &app.Problem{Code: app.CodeDamaged, What: dir, Where: "convert", Err: err}
	}
	for {
		switch p.Phase {
		case phaseOut:
			err, p.Phase = moveOut(dir, move), phaseIn
		case phaseIn:
			err, p.Phase = moveIn(dir, move), phaseDrop
		case phaseDrop:
			return p.drop(dir, move)
		default:
			return &app.Problem{Code: app.CodeDamaged, What: dir, Where: "convert " + p.Phase}
		}
		if err == nil {
			err = p.write(dir)
		}
		if err != nil {
			return err
		}
	}
}

// moveOut moves what the old register has. What was moved before it was broken off is
// in its place already; an empty folder that stands there since is nobody's.
func moveOut(dir string, move func(from, to string) error) error {
	if err := os.MkdirAll(oldIn(dir), 0o700); err != nil {
		return err
	}
	for _, name := range belongings {
		from, to := filepath.Join(dir, name), filepath.Join(oldIn(dir), name)
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		if err := ignoreGone(move(from, to)); err != nil {
			return err
		}
	}
	return errors.Join(journal.SyncFolder(oldIn(dir)), journal.SyncFolder(dir))
}

// moveIn moves what the new register has.
func moveIn(dir string, move func(from, to string) error) error {
	for _, name := range belongings {
		from, to := filepath.Join(convertIn(dir), name), filepath.Join(dir, name)
		if _, err := os.Lstat(from); err != nil {
			continue
		}
		_ = os.Remove(to) // an empty folder that was made since
		if err := move(from, to); err != nil {
			return err
		}
	}
	return errors.Join(journal.SyncFolder(convertIn(dir)), journal.SyncFolder(dir))
}

// drop lets the old register go.
func (p plan) drop(dir string, move func(from, to string) error) error {
	if p.Keep != "" && filepath.IsLocal(p.Keep) {
		if err := os.MkdirAll(filepath.Join(dir, p.Keep), 0o700); err != nil {
			return err
		}
		for _, name := range keptBefore {
			if err := ignoreGone(move(filepath.Join(oldIn(dir), name), filepath.Join(dir, p.Keep, name))); err != nil {
				return err
			}
		}
		if err := journal.SyncFolder(filepath.Join(dir, p.Keep)); err != nil {
			return err
		}
	}
	if p.Wipe {
		if err := wipe(oldIn(dir)); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(oldIn(dir)); err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(convertIn(dir)), journal.SyncFolder(dir))
}

// wipe overwrites the files of a folder before they are removed.
func wipe(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return ignoreGone(err)
		}
		return overwrite(path)
	})
}

// overwrite writes zeros over a file and removes it. On a disk that writes elsewhere
// than it is told to, as an SSD does, that is no guarantee.
func overwrite(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return ignoreGone(err)
	}
	zero := make([]byte, 1<<16)
	info, err := f.Stat()
	for at := int64(0); err == nil && at < info.Size(); at += int64(len(zero)) {
		_, err = f.WriteAt(zero[:min(int64(len(zero)), info.Size()-at)], at)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close(), ignoreGone(os.Remove(path)))
}
