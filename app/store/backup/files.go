package backup

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"yttra/app/store/journal"
)

// Bytes is where the bytes of a file that a backup names lie; dir is the folder of
// the backup.
func Bytes(dir, sum string) string { return fileIn(dir, sum) }

// keep copies a file to those of the backups in dir, when it is not there already,
// and gives the sum of its bytes. What was copied is read back.
func keep(ctx context.Context, dir, path string) (sum string, err error) {
	if sum, err = sumOf(ctx, path); err != nil {
		return "", unread(path, err)
	}
	return sum, place(ctx, dir, path, sum)
}

// place sees to it that the bytes with a sum, which lie at path, lie in dir too.
func place(ctx context.Context, dir, path, sum string) error {
	to := fileIn(dir, sum)
	if whole(ctx, dir, sum) == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return unread(to, err)
	}
	return unread(to, copied(ctx, path, to, func(beside string) error {
		if got, err := sumOf(ctx, beside); err != nil || got != sum {
			return cmp.Or(err, bad(path, "its bytes are others"))
		}
		return nil
	}))
}

// copied copies a file to another name beside its place, forces it to the disk, has
// it proven there, and puts it in place.
func copied(ctx context.Context, from, to string, proven func(beside string) error) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := os.CreateTemp(filepath.Dir(to), "*"+part)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = errors.Join(f.Close(), os.Remove(f.Name()))
		}
	}()
	for done := false; !done; {
		if err = ctx.Err(); err != nil {
			return err
		}
		if _, err = io.CopyN(f, in, stretch); err != nil && err != io.EOF {
			return err
		}
		done = err == io.EOF
		if err = f.Sync(); err != nil {
			return err
		}
	}
	if err = f.Close(); err != nil {
		return err
	}
	forget(f.Name())
	if err = proven(f.Name()); err != nil {
		return err
	}
	return settle(f.Name(), to)
}

// settle gives a finished file its name, which is to survive a power cut. Some file
// systems of sticks and networks cannot promise that; what is in the file is on the
// disk by then.
func settle(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	_ = journal.SyncFolder(filepath.Dir(to))
	return nil
}

// whole reads the file with a sum in a folder of backups, and fails with CodeBackup
// when it is not there or its bytes are others.
func whole(ctx context.Context, dir, sum string) error {
	got, err := sumOf(ctx, fileIn(dir, sum))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return bad(sum, "%w", err)
	}
	if got != sum {
		return bad(sum, "its bytes are others")
	}
	return nil
}

func sumOf(ctx context.Context, path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if _, err := io.CopyN(h, f, stretch); err == io.EOF {
			return hex.EncodeToString(h.Sum(nil)), nil
		} else if err != nil {
			return "", err
		}
	}
}
