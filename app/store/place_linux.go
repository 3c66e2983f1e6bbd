package store

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// File systems of servers, by the numbers that the kernel knows them by (statfs(2)).
var networks = map[uint32]string{
	0x6969: "NFS", 0x517b: "SMB", 0xfe534d42: "SMB", 0xff534d42: "CIFS", 0x01021997: "9P", 0x564c: "NCP",
	0x73757245: "Coda", 0x5346414f: "AFS", 0x6b414653: "AFS", 0x00c36400: "Ceph", 0x786f4256: "vboxsf", 0xbacbacbc: "HGFS",
}

const fuse = 0x65735546

// fuses are file systems of this computer that run beside the kernel.
var fuses = []string{"fuseblk", "fuse.ntfs-3g", "fuse.exfat", "fuse.encfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.securefs", "fuse.veracrypt",
	"fuse.bindfs", "fuse.mergerfs", "fuse.unionfs", "fuse.fuse-overlayfs", "virtiofs"}

// remote says which server's file system a folder lies on; empty: one of this computer.
func remote(_, there string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(there, &s); err != nil {
		return "" // what comes next says why
	}
	magic := uint32(s.Type)
	if magic != fuse {
		return networks[magic]
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	real, err := filepath.EvalSymlinks(there)
	if err != nil {
		real = there
	}
	fstype := mountedAs(string(mounts), real)
	for _, own := range fuses {
		if fstype == own || fstype == "" {
			return ""
		}
	}
	return strings.TrimPrefix(fstype, "fuse.")
}

// mountedAs finds the file system that a path lies on in the kernel's list of mounts
// (proc_pid_mountinfo(5)): the last one of the longest place above it.
func mountedAs(mounts, path string) (fstype string) {
	longest := -1
	for line := range strings.Lines(mounts) {
		before, after, ok := strings.Cut(line, " - ")
		fields, more := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(more) == 0 {
			continue
		}
		if at := unescaped(fields[4]); within(at, path) && len(at) >= longest {
			longest, fstype = len(at), more[0]
		}
	}
	return fstype
}

// unescaped reads what the kernel writes for white space in a path.
func unescaped(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}
