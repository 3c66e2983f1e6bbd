package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"yttra/app"
)

// A register lies on a disk of the computer itself. A server's disk keeps no promise
// about what is written when, and lets two programs in; what synchronises a folder
// carries away files in mid-change, and puts copies beside them. Both are refused
// before anything is touched. What is met on the way there:
//
//	network   by the file system (place_linux.go, place_darwin.go, place_windows.go)
//	synced    by names that only such folders have, by what such programs leave in
//	          them, and on Windows by where OneDrive says that it is
//
// Every folder above is looked at, as it is written and where its links lead.

// suited refuses a folder on which a register cannot lie: CodeNetwork and CodeSynced
// (Where says what it is), CodeNotFolder and CodeReadOnly. It makes nothing.
func suited(dir string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	there, err := nearest(abs)
	if err != nil {
		return &app.Problem{Code: app.CodeNotFolder, What: dir, Where: there, Err: err}
	}
	real, err := filepath.EvalSymlinks(there)
	if err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	real += strings.TrimPrefix(abs, there)
	if what := remote(abs, there); what != "" {
		code := app.CodeNetwork
		if what == googleDrive {
			code = app.CodeSynced
		}
		return &app.Problem{Code: code, What: dir, Where: what}
	}
	for _, path := range []string{abs, real} {
		if what := syncedBy(path, os.Getenv, exists); what != "" {
			return &app.Problem{Code: app.CodeSynced, What: dir, Where: what}
		}
	}
	return nil
}

// nearest finds the folder itself or the nearest one above that is there. It fails
// with what is in the way when that is no folder.
func nearest(path string) (string, error) {
	for {
		info, err := os.Stat(path)
		switch {
		case err == nil && !info.IsDir():
			return path, syscall.ENOTDIR
		case err == nil:
			return path, nil
		}
		if up := filepath.Dir(path); up != path {
			path = up
			continue
		}
		return path, nil // not even the root: whatever comes next will say why
	}
}

// kind is what is in a folder under a name.
type kind int

const (
	nothing kind = iota
	aFile
	aFolder
)

func exists(path string) kind {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return nothing
	case info.IsDir():
		return aFolder
	}
	return aFile
}

// cloudNames are what folders are called that are synchronised; with a star whatever
// begins so.
var cloudNames = map[string]string{
	"onedrive": "OneDrive", "onedrive - *": "OneDrive", "onedrive-*": "OneDrive",
	"dropbox": "Dropbox", "dropbox (*": "Dropbox",
	"google drive": googleDrive, "googledrive": googleDrive, "googledrive-*": googleDrive,
	"iclouddrive": "iCloud Drive", "icloud drive": "iCloud Drive", "mobile documents": "iCloud Drive", "com~apple~clouddocs": "iCloud Drive",
	"nextcloud": "Nextcloud", "owncloud": "ownCloud", "cloudstorage": "CloudStorage",
}

// cloudMarks are what the programs leave in the folders they synchronise.
var cloudMarks = []struct {
	name string
	kind kind
	of   string
}{
	{".dropbox", aFile, "Dropbox"}, {".dropbox.cache", aFolder, "Dropbox"}, // in a home folder .dropbox is a folder, and something else
	{".tmp.driveupload", aFolder, googleDrive}, {".tmp.drivedownload", aFolder, googleDrive},
	{".stfolder", aFolder, "Syncthing"}, {".stfolder", aFile, "Syncthing"},
	{".nextcloudsync.log", aFile, "Nextcloud"}, {".owncloudsync.log", aFile, "ownCloud"},
}

// googleDrive is also the name of the volume that Google's program makes on Windows.
const googleDrive = "Google Drive"

// oneDrives are where OneDrive tells that it keeps its folders.
var oneDrives = []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"}

// syncedBy says what synchronises a folder; empty: nothing that is known.
func syncedBy(path string, env func(string) string, exists func(string) kind) string {
	for _, name := range oneDrives {
		if root := env(name); root != "" && within(root, path) {
			return "OneDrive"
		}
	}
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if of := calledBy(filepath.Base(at), filepath.Dir(filepath.Dir(at)) == filepath.Dir(at)); of != "" {
			return of
		}
		for _, m := range cloudMarks {
			if exists(filepath.Join(at, m.name)) == m.kind {
				return m.of
			}
		}
		if journalled(at) {
			return "Nextcloud"
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

// calledBy tells a synchronised folder by its name. Google's drive has a letter of its
// own on Windows, and in its root a folder that is called so in the person's language.
func calledBy(base string, inRoot bool) string {
	base = strings.ToLower(base)
	if of, ok := cloudNames[base]; ok {
		return of
	}
	for name, of := range cloudNames {
		if begin, ok := strings.CutSuffix(name, "*"); ok && strings.HasPrefix(base, begin) {
			return of
		}
	}
	if inRoot && runtime.GOOS == "windows" && (base == "my drive" || base == "min enhet") {
		return googleDrive
	}
	return ""
}

// journalled finds the database that Nextcloud and ownCloud keep in their folders.
func journalled(dir string) bool {
	for _, pattern := range []string{".sync_*.db", "._sync_*.db"} {
		if len(like(dir, pattern)) > 0 {
			return true
		}
	}
	return false
}

// Local tells whether a register can lie in a folder. It fails as Open does for one
// that cannot.
func Local(dir string) error { return suited(dir) }
