package store

import "testing"

const mounts = `22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home/eva/server rw - fuse.sshfs eva@server: rw
31 22 0:41 / /home/eva/min\040disk rw - fuseblk /dev/sdb1 rw
32 22 0:42 / /home/eva/server/inne rw shared:7 - tmpfs tmpfs rw
33 22 0:43 / /home/eva/Drive rw - fuse.rclone drive: rw
damaged line
`

func TestMounts(t *testing.T) {
	for path, want := range map[string]string{
		"/":                            "ext4",
		"/home/eva":                    "ext4",
		"/home/eva/server/Yttra":       "fuse.sshfs",
		"/home/eva/servern":            "ext4",
		"/home/eva/min disk/Yttra":     "fuseblk",
		"/home/eva/server/inne/djup/a": "tmpfs",
		"/home/eva/Drive":              "fuse.rclone",
	} {
		if got := mountedAs(mounts, path); got != want {
			t.Errorf("%s lies on %q, want %q", path, got, want)
		}
	}
	if got := remote("/", t.TempDir()); got != "" {
		t.Errorf("a folder for tests lies on %s", got)
	}
	for magic, name := range networks {
		if name == "" || magic == fuse {
			t.Errorf("%x", magic)
		}
	}
}
