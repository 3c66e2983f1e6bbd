package store

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/store/backup"
)

// The second place is a folder that was chosen: on a stick, or on a network. In it the
// register has one of its own. That one is made when the place is chosen and never
// after: where it is not there, the stick is not there either, and what looks like the
// place is only where it is put in.

// spare is how much room is left at the second place, in bytes.
const spare = 16 << 20

func (r *register) secondIn(folder, id string) string {
	return filepath.Join(folder, "Yttra "+strings.ToLower(id[:min(8, len(id))]))
}

// SetSecond chooses the second place.
func (r *register) SetSecond(folder string) error {
	ctx, done := r.work(context.Background())
	defer done()
	if folder == "" {
		return r.notes(func(n *backupNote) { n.Second, n.State, n.Latest, n.Copied = "", app.SecondNone, time.Time{}, nil })
	}
	no := func(where string, err error) error {
		return &app.Problem{Code: app.CodeSecond, What: folder, Where: where, Err: err}
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return no("folder", err)
	}
	if within(r.dir, folder) || within(folder, r.dir) {
		return no("inside", nil)
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return no("folder", err)
	}
	id, err := r.identity()
	if err != nil {
		return err
	}
	place := r.secondIn(folder, id)
	if err := os.MkdirAll(place, 0o700); err != nil {
		return no("write", err)
	}
	if err := probe(place); err != nil {
		return no("write", err)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return r.notes(func(n *backupNote) { n.Second, n.State, n.Copied = folder, app.SecondBehind, nil })
}

// within tells whether a path leads to a folder or below it.
func within(folder, path string) bool {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	rel, err := filepath.Rel(folder, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}

// toSecond brings the second place up with the backups here. It is never in the way:
// what cannot be done is noted, and tried again at the next chance.
func (r *register) toSecond(ctx context.Context) {
	n := r.noted()
	if n.Second == "" {
		return
	}
	state, latest, has := r.bringUp(ctx, n.Second, n.Stale)
	if ctx.Err() != nil {
		return
	}
	_ = r.notes(func(n *backupNote) {
		n.State = state
		if state != app.SecondAway {
			n.Latest, n.Copied = latest, has
		}
		n.Stale = n.Stale && state != app.SecondFine
	})
}

func (r *register) bringUp(ctx context.Context, folder string, stale bool) (state app.SecondState, latest time.Time, has []string) {
	id, err := r.identity()
	if err != nil {
		return app.SecondFailed, latest, nil
	}
	place := r.secondIn(folder, id)
	if _, err := os.Stat(place); err != nil {
		return app.SecondAway, latest, nil
	}
	if err := r.dropOthers(ctx, place); err != nil {
		return app.SecondFailed, latest, nil
	}
	state, copied, err := r.copyOver(ctx, place)
	if err == nil {
		err = thinSecond(ctx, place, stale || copied)
	}
	if err != nil {
		state = app.SecondFailed
		if _, gone := os.Stat(place); gone != nil {
			state = app.SecondAway
		}
	}
	all, _ := backup.List(place)
	if b, ok := newest(all); ok {
		latest = b.Header.Made
	}
	for _, b := range all {
		if b.Fault == nil {
			has = append(has, filepath.Base(b.Path))
		}
	}
	return state, latest, has
}

// copyOver copies the backups that are kept and are not there, the latest first.
func (r *register) copyOver(ctx context.Context, place string) (_ app.SecondState, any bool, err error) {
	here, err := backup.List(r.backupDir())
	if err != nil {
		return app.SecondFailed, any, err
	}
	there, err := backup.List(place)
	if err != nil {
		return app.SecondFailed, any, err
	}
	for _, b := range here {
		if b.Fault != nil || slices.ContainsFunc(there, func(o backup.Info) bool { return sameBackup(o, b) }) {
			continue
		}
		there = slices.DeleteFunc(there, func(o backup.Info) bool { return filepath.Base(o.Path) == filepath.Base(b.Path) }) // it is written over
		keep, _ := backup.Keep(append(slices.Clone(there), b))
		if !slices.ContainsFunc(keep, func(o backup.Info) bool { return o.Path == b.Path }) {
			continue
		}
		if there, err = makeRoomAt(ctx, place, there, b, bytesUnder(filepath.Join(r.backupDir(), "files"))-bytesUnder(filepath.Join(place, "files"))); err != nil {
			return app.SecondFull, any, nil
		}
		copied, err := backup.Copy(ctx, b, place, nil)
		if err != nil {
			return app.SecondFailed, any, err
		}
		there, any = append(there, copied), true
	}
	return app.SecondFine, any, nil
}

// sameBackup tells whether two files are the same backup.
func sameBackup(a, b backup.Info) bool {
	return a.Fault == nil && filepath.Base(a.Path) == filepath.Base(b.Path) && a.Foot.SHA256 == b.Foot.SHA256
}

// makeRoomAt makes room for a backup at the second place: older ones go while a whole
// one stays.
func makeRoomAt(ctx context.Context, place string, there []backup.Info, b backup.Info, files int64) ([]backup.Info, error) {
	there = slices.Clone(there)
	slices.SortFunc(there, func(a, b backup.Info) int { return cmp.Compare(b.Header.Seq, a.Header.Seq) })
	for {
		err := room(place, uint64(b.Size+max(0, files)+spare), app.CodeBackupRoom)
		if err == nil || len(there) < 2 || there[len(there)-1].Header.Seq > b.Header.Seq {
			return there, err
		}
		if err := errors.Join(backup.Remove(there[len(there)-1]), backup.Sweep(ctx, place)); err != nil {
			return there, err
		}
		there = there[:len(there)-1]
	}
}

// thinSecond lets go of what is kept no longer there.
func thinSecond(ctx context.Context, place string, changed bool) error {
	all, err := backup.List(place)
	if err != nil {
		return err
	}
	_, drop := backup.Keep(all)
	for _, b := range drop {
		if err := backup.Remove(b); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if len(drop) == 0 && !changed {
		return nil
	}
	return backup.Sweep(ctx, place)
}
