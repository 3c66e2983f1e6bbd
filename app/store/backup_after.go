package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"yttra/app"
	"yttra/app/store/backup"
)

const (
	muchChanged = 64 << 20 // bytes in the journal since the latest backup, from which one is due
	fewest      = 3        // backups that are kept however little room there is
	proven      = 7 * 24 * time.Hour
)

// makeRoom sees to it that there is room for a backup before it is begun. The oldest
// go only while newer whole ones stay, and it is noted that there are fewer.
func (r *register) makeRoom(all []backup.Info, latest backup.Info) error {
	need := latest.Size + latest.Size/4
	if need == 0 {
		need = bytesUnder(dataIn(r.dir))
	}
	need += r.newFiles(latest)
	err := room(r.dir, r.reserve+uint64(need), app.CodeBackupRoom)
	fewer := false
	for i := len(all) - 1; i >= 0 && err != nil && wholeOf(all[:i]) >= 2; i-- {
		if all[i].Path == r.backups.spare || backup.Remove(all[i]) != nil {
			continue
		}
		fewer = true
		err = room(r.dir, r.reserve+uint64(need), app.CodeBackupRoom)
	}
	if fewer {
		err = errors.Join(err, r.notes(func(n *backupNote) { n.Fewer = true }), backup.Sweep(context.Background(), r.backupDir()))
	}
	return err
}

func wholeOf(all []backup.Info) (n int) {
	for _, b := range all {
		if b.Fault == nil {
			n++
		}
	}
	return n
}

// newFiles is how many bytes the files take that the latest backup has not got.
func (r *register) newFiles(latest backup.Info) int64 {
	size := bytesUnder(filepath.Join(r.dir, "files"))
	if latest.Path != "" {
		size -= bytesUnder(filepath.Join(r.backupDir(), "files"))
	}
	return max(0, size)
}

// afterBackup lets go of what a new backup makes needless: changes in the journal, and
// older backups. What cannot be removed is no reason to fail.
func (r *register) afterBackup(ctx context.Context) error {
	all, err := backup.List(r.backupDir())
	if err != nil {
		return err
	}
	keep, drop := backup.Keep(all)
	drop, fewer := r.tooMuch(keep, drop)
	drop = slices.DeleteFunc(drop, func(b backup.Info) bool { return b.Path == r.backups.spare })
	var bad error
	for _, b := range drop {
		bad = errors.Join(bad, backup.Remove(b))
	}
	if len(drop) > 0 {
		bad = errors.Join(bad, backup.Sweep(ctx, r.backupDir()))
	}
	bad = errors.Join(bad, r.dropJournal(ctx), r.notes(func(n *backupNote) {
		n.Fewer = fewer
		for name := range n.Verified {
			if !slices.ContainsFunc(all, func(b backup.Info) bool { return filepath.Base(b.Path) == name }) {
				delete(n.Verified, name)
			}
		}
	}))
	return bad
}

// tooMuch adds the oldest of those that are kept to those that go, as long as the next
// backup would have no room.
func (r *register) tooMuch(keep, drop []backup.Info) (_ []backup.Info, fewer bool) {
	left, err := free(r.dir)
	if err != nil || len(keep) == 0 {
		return drop, false
	}
	want := r.reserve + uint64(2*keep[0].Size)
	for _, b := range drop {
		left += uint64(b.Size)
	}
	for len(keep) > fewest && left < want {
		last := keep[len(keep)-1]
		keep, drop, fewer = keep[:len(keep)-1], append(drop, last), true
		left += uint64(last.Size)
	}
	return drop, fewer
}

// dropJournal lets the changes go that two whole backups have: should the latest be
// damaged, the one before it and the journal still make everything.
func (r *register) dropJournal(ctx context.Context) error {
	all, err := backup.List(r.backupDir())
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(b backup.Info) bool { return b.Fault != nil })
	if len(all) < 2 {
		return nil
	}
	second := all[1]
	if read := r.noted().Verified[filepath.Base(second.Path)]; r.now().Sub(read).Abs() > proven {
		if err := r.VerifyBackup(ctx, second.Path, nil); err != nil {
			return err
		}
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	return r.journal.Drop(second.Header.Seq)
}

// KeepUp does what is due by itself.
func (r *register) KeepUp(ctx context.Context) error {
	ctx, done := r.work(ctx)
	defer done()
	err := r.keepUp(ctx)
	if err != nil && !errors.Is(err, context.Canceled) {
		err = fmt.Errorf("keep up backups: %w", coded(err, app.CodeNoFile, r.backupDir()))
		_ = r.notes(func(n *backupNote) { n.Fault = r.faultOf(err, n.Fault) }) // on a full disk it is told this once only
	}
	return err
}

func (r *register) keepUp(ctx context.Context) error {
	due, err := r.backupDue()
	if err != nil {
		return err
	}
	if due {
		if _, _, err := r.backUp(ctx, app.BackupDaily, nil); err != nil {
			return err
		}
	}
	if err := r.eraseFromBackups(ctx); err != nil {
		return err
	}
	r.toSecond(ctx)
	return ctx.Err()
}

// faultOf notes a fault; the same as before has been seen when that was.
func (r *register) faultOf(err error, before *app.BackupFault) *app.BackupFault {
	p := app.ProblemOf(err)
	f := &app.BackupFault{Code: p.Code, What: p.What, Where: p.Where, At: r.now()}
	if before != nil && before.Code == f.Code && before.Where == f.Where {
		f.Seen = before.Seen
	}
	return f
}

// backupDue tells whether a backup is to be made now: something has changed since the
// latest, and that was made another day, whichever that was; or much has changed, or
// the journal has lost changes that only Badger has.
func (r *register) backupDue() (bool, error) {
	all, err := backup.List(r.backupDir())
	if err != nil {
		return false, err
	}
	latest, known := newest(all)
	r.writing.Lock()
	seq, short := r.applied, r.short
	r.writing.Unlock()
	switch {
	case known && latest.Header.Seq == seq, !known && seq <= 1: // nothing but the record of the register itself
		return false, nil
	case !known, short, latest.Header.Made.Local().Format(time.DateOnly) != r.now().Local().Format(time.DateOnly):
		return true, nil
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	size, err := r.journal.Since(latest.Header.Seq)
	return size > muchChanged, err
}

// beforeUpgrade makes a backup when another version of the program had the register
// open last, before this one writes anything of its own. That it cannot be made is
// noted, and no reason not to open the register.
func (r *register) beforeUpgrade() {
	last := r.noted().Program
	if r.o.Program == "" || last == r.o.Program {
		return
	}
	ctx, done := r.work(context.Background())
	defer done()
	if last != "" {
		if _, _, err := r.backUp(ctx, app.BackupUpgrade, r.o.step(app.StepBackup)); err != nil {
			_ = r.notes(func(n *backupNote) { n.Fault = r.faultOf(coded(err, app.CodeNoFile, r.backupDir()), n.Fault) })
		}
	}
	_ = r.notes(func(n *backupNote) { n.Program = r.o.Program }) // otherwise the next opening does it again
}
