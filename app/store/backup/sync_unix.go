//go:build unix

package backup

import (
	"os"
)

// syncFolder makes a new name in a folder survive a power cut. Some file systems of
// sticks and networks cannot; what is in the file is on the disk by then.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}
