package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// remote says that a folder lies on a server: by its name, \\server\folder, or by a
// letter that stands for one. Google's drive is a letter of its own.
func remote(abs, there string) string {
	for _, path := range []string{abs, there} {
		if what := remoteVolume(filepath.VolumeName(path), driveType, volumeLabel); what != "" {
			return what
		}
	}
	if real, err := filepath.EvalSymlinks(there); err == nil {
		return remoteVolume(filepath.VolumeName(real), driveType, volumeLabel)
	}
	return ""
}

func driveType(root string) uint32 {
	p, err := windows.UTF16PtrFromString(root)
	if err != nil {
		return windows.DRIVE_UNKNOWN
	}
	return windows.GetDriveType(p)
}

// remoteVolume judges a volume: C:, \\server\folder, \\?\UNC\server\folder.
func remoteVolume(volume string, driveType func(root string) uint32, label func(root string) string) string {
	bare := strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(volume, "/", `\`), `\\?\`), `\\.\`)
	switch {
	case strings.HasPrefix(strings.ToUpper(bare), `UNC\`):
		return `\\` + bare[len(`UNC\`):]
	case strings.HasPrefix(bare, `\\`):
		return bare
	case len(bare) != 2 || bare[1] != ':':
		return ""
	case driveType(bare+`\`) == windows.DRIVE_REMOTE:
		return strings.ToUpper(bare)
	case label(bare+`\`) == googleDrive:
		return googleDrive
	}
	return ""
}

func volumeLabel(root string) string {
	p, err := windows.UTF16PtrFromString(root)
	if err != nil {
		return ""
	}
	var name [windows.MAX_PATH + 1]uint16
	if windows.GetVolumeInformation(p, &name[0], uint32(len(name)), nil, nil, nil, nil, 0) != nil {
		return ""
	}
	return windows.UTF16ToString(name[:])
}
