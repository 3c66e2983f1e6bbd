//go:build linux

package store

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

// smallDisk gives a disk of so many bytes in memory. Where nobody may mount one, the
// test is skipped, unless YTTRA_DEMAND_DISK says that it must not be.
func smallDisk(t *testing.T, size int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		if os.Getenv("YTTRA_DEMAND_DISK") != "" {
			t.Fatalf("a small disk is demanded: %v", err)
		}
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// readOnly makes a disk one that cannot be written, until the function it gives is called.
func readOnly(t *testing.T, dir string) (writable func()) {
	t.Helper()
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	return func() {
		if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT, ""); err != nil {
			t.Fatal(err)
		}
	}
}
