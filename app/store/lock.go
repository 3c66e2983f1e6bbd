package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"yttra/app"
)

// errHeld is a lock that somebody else has.
var errHeld = errors.New("the lock is held")

// takeLock takes the register for this process: from before anything in it is looked
// at until it is closed, nobody else enters, also while a repair has data/ closed or a
// child works in it. The system lets go of the lock when the process ends. It fails
// with CodeLocked or CodeNoFile, which name the folder.
func takeLock(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, cannotWrite(dir, err)
	}
	err = lockFile(f)
	for wait := 5 * time.Millisecond; errors.Is(err, errHeld) && wait < 200*time.Millisecond; wait *= 2 { // as in openBadger
		time.Sleep(wait)
		err = lockFile(f)
	}
	if err != nil {
		code := app.CodeNoFile
		if errors.Is(err, errHeld) {
			code = app.CodeLocked
		}
		return nil, errors.Join(&app.Problem{Code: code, What: dir, Err: err}, f.Close())
	}
	return f, nil
}
