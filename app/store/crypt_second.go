package store

import (
	"context"
	"errors"
	"path/filepath"

	"yttra/app/disk"
	"yttra/app/locks"
	"yttra/app/store/backup"
)

// keyOf is the identity of the key that a backup is encrypted with; empty: none.
func keyOf(h backup.Header) string {
	if len(h.Keys) == 0 {
		return ""
	}
	k, err := locks.Decode(h.Keys)
	if err != nil {
		return "?"
	}
	return k.ID
}

// ours tells whether a backup is encrypted as the register is now.
func (r *register) ours(h backup.Header) bool { return keyOf(h) == r.secret.keys.ID }

// dropOthers takes the backups from before a conversion away from the second place,
// once it is there, and puts the keys beside those of an encrypted register.
func (r *register) dropOthers(ctx context.Context, place string) error {
	if data, err := keysFor(r.dir); err == nil && data != nil {
		if err := disk.Write(filepath.Join(place, locks.File), data, disk.Private); err != nil {
			return err
		}
	}
	if !r.noted().Others {
		return nil
	}
	all, err := backup.List(place)
	if err != nil {
		return err
	}
	gone := 0
	for _, b := range all {
		if b.Fault == nil && r.ours(b.Header) {
			continue
		}
		gone++
		if err := overwrite(b.Path); err != nil {
			return err
		}
	}
	if gone > 0 {
		err = backup.Sweep(ctx, place)
	}
	return errors.Join(err, r.notes(func(n *backupNote) { n.Others = false }))
}
