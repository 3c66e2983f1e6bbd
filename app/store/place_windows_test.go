package store

import (
	"testing"

	"golang.org/x/sys/windows"
)

func TestVolumes(t *testing.T) {
	kind := func(root string) uint32 {
		if root == `H:\` {
			return windows.DRIVE_REMOTE
		}
		return windows.DRIVE_FIXED
	}
	label := func(root string) string {
		if root == `G:\` {
			return "Google Drive"
		}
		return "Windows"
	}
	for volume, want := range map[string]string{
		"C:": "", `\\?\C:`: "", "": "", "H:": "H:", "h:": "H:", "G:": "Google Drive",
		`\\server\gemensam`: `\\server\gemensam`, `//server/gemensam`: `\\server\gemensam`, `\\?\UNC\server\gemensam`: `\\server\gemensam`, `\\wsl$\Debian`: `\\wsl$\Debian`,
	} {
		small := func(root string) uint32 {
			if root == `h:\` {
				return windows.DRIVE_REMOTE
			}
			return kind(root)
		}
		if got := remoteVolume(volume, small, label); got != want {
			t.Errorf("%s: %q, want %q", volume, got, want)
		}
	}
}
