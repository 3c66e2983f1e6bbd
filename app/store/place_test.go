package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// cloud makes a folder somewhere below what a program that synchronises has left.
func cloud(t *testing.T, leave func(root string), under ...string) string {
	t.Helper()
	root := t.TempDir()
	if leave != nil {
		leave(root)
	}
	return filepath.Join(append([]string{root}, under...)...)
}

func touch(t *testing.T, parts ...string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(parts...), nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func folder(t *testing.T, parts ...string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(parts...), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestSynchronisedFoldersAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		dir  string
		want string
	}{
		"OneDrive":          {cloud(t, nil, "OneDrive", "Dokument", "Yttra"), "OneDrive"},
		"of a municipality": {cloud(t, nil, "OneDrive - Exempelkommun", "Skrivbord"), "OneDrive"},
		"on a Mac":          {cloud(t, nil, "Library", "CloudStorage", "OneDrive-Exempelkommun", "Yttra"), "OneDrive"},
		"another on a Mac":  {cloud(t, nil, "Library", "CloudStorage", "Något"), "CloudStorage"},
		"iCloud":            {cloud(t, nil, "Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud Drive"},
		"iCloud on Windows": {cloud(t, nil, "iCloudDrive", "Yttra"), "iCloud Drive"},
		"Google":            {cloud(t, nil, "Google Drive", "Yttra"), "Google Drive"},
		"Google's mark":     {cloud(t, func(r string) { folder(t, r, ".tmp.driveupload") }, "Yttra"), "Google Drive"},
		"Dropbox":           {cloud(t, nil, "Dropbox (Exempelkommun)", "å"), "Dropbox"},
		"Dropbox's mark":    {cloud(t, func(r string) { touch(t, r, ".dropbox") }, "a", "b", "Yttra"), "Dropbox"},
		"Dropbox's cache":   {cloud(t, func(r string) { folder(t, r, ".dropbox.cache") }), "Dropbox"},
		"Syncthing":         {cloud(t, func(r string) { folder(t, r, ".stfolder") }, "Yttra"), "Syncthing"},
		"Nextcloud":         {cloud(t, func(r string) { touch(t, r, ".sync_0a1b2c.db") }, "Yttra"), "Nextcloud"},
		"Nextcloud before":  {cloud(t, func(r string) { touch(t, r, "._sync_0a1b2c.db") }, "Yttra"), "Nextcloud"},
		"ownCloud":          {cloud(t, func(r string) { touch(t, r, ".owncloudsync.log") }, "Yttra"), "ownCloud"},
		"strange name":      {cloud(t, func(r string) { folder(t, r, "[a]"); touch(t, r, "[a]", ".sync_1.db") }, "[a]", "Yttra"), "Nextcloud"},
		"home of Dropbox":   {cloud(t, func(r string) { folder(t, r, ".dropbox") }, "Yttra"), ""},
		"like OneDrive":     {cloud(t, nil, "OneDriver", "Dropboxes", "Yttra"), ""},
		"own":               {cloud(t, nil, "Yttra"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := suited(c.dir)
			if c.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			wantCode(t, err, app.CodeSynced)
			if p := app.ProblemOf(err); p.Where != c.want || p.What != c.dir {
				t.Errorf("%v", p)
			}
			if _, err := os.Stat(filepath.Join(c.dir, "data")); err == nil {
				t.Error("the folder was touched")
			}
		})
	}
}

func TestWhereOneDriveSaysThatItIs(t *testing.T) {
	root := t.TempDir()
	for _, name := range oneDrives {
		env := func(s string) string {
			if s == name {
				return root
			}
			return ""
		}
		none := func(string) kind { return nothing }
		if got := syncedBy(filepath.Join(root, "Dokument", "Yttra"), env, none); got != "OneDrive" {
			t.Errorf("%s: %q", name, got)
		}
		if got := syncedBy(root+"-annan", env, none); got != "" {
			t.Errorf("beside %s: %q", name, got)
		}
	}
}

// A link out of a folder of one's own into one that is synchronised is followed.
func TestLinksAreFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links there are another's to make")
	}
	root := t.TempDir()
	folder(t, root, "Nextcloud", "inne")
	link := filepath.Join(root, "genväg")
	if err := os.Symlink(filepath.Join(root, "Nextcloud", "inne"), link); err != nil {
		t.Skip("links are not allowed here")
	}
	_, err := Open(filepath.Join(link, "Yttra"), Options{})
	wantCode(t, err, app.CodeSynced)
	if entries, _ := os.ReadDir(filepath.Join(root, "Nextcloud", "inne")); len(entries) > 0 {
		t.Error("something was made there")
	}
}

func TestAFileIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "fil å")
	touch(t, file)
	for _, dir := range []string{file, filepath.Join(file, "under", "mer")} {
		_, err := Open(dir, Options{})
		wantCode(t, err, app.CodeNotFolder)
		if p := app.ProblemOf(err); p == nil || p.What != dir || p.Where != file {
			t.Errorf("%v", err)
		}
	}
}

func TestReadOnlyIsTold(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Log("root may write everywhere: the rest is tried as another")
		return
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	_, err := Open(filepath.Join(dir, "Yttra"), Options{})
	wantCode(t, err, app.CodeReadOnly)
}

// åäö as one sign or two, spaces, and as long as Windows once allowed: a register is
// opened, saved in, closed, and opened again.
func TestStrangeFoldersBearARegister(t *testing.T) {
	root := t.TempDir()
	long := root
	for len(long) < 250-8 {
		long = filepath.Join(long, "åäö "+strings.Repeat("x", min(24, 250-8-len(long))))
	}
	for name, dir := range map[string]string{
		"one sign":     filepath.Join(root, "Nämndens ärenden ÅÄÖ"),
		"two signs":    filepath.Join(root, "Na\u0308mndens a\u0308renden"),
		"signs":        filepath.Join(root, "a'b (c) & d = 100 % #1;~"),
		"long":         long,
		"ends in dots": filepath.Join(root, "a..b"),
	} {
		t.Run(name, func(t *testing.T) {
			for n := range 2 {
				s := openIn(t, dir)
				save(t, s, app.Change{Matter: matter("å", "Titel", "text"), Base: uint64(n), At: noon.Add(time.Duration(n) * time.Hour)})
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			s := openIn(t, dir)
			if m, rev, err := s.Load("å"); err != nil || rev.Number != 2 || m.Title != "Titel" {
				t.Fatalf("%+v %v", rev, err)
			}
			t.Logf("%s was opened again with what was saved", name)
		})
	}
}
