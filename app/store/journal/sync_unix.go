//go:build unix

package journal

import (
	"errors"
	"os"
)

// SyncFolder makes a new name in a folder survive a power cut.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
