package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

func TestFolderPlace(t *testing.T) {
	for name, c := range map[string]struct {
		system string
		env    map[string]string
		want   string
	}{
		"windows":      {"windows", map[string]string{"LOCALAPPDATA": "/u/Local", "HOME": "/h"}, "/u/Local/Yttra"},
		"mac":          {"darwin", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/h/Library/Application Support/Yttra"},
		"linux":        {"linux", map[string]string{"HOME": "/h"}, "/h/.local/share/yttra"},
		"xdg":          {"linux", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/yttra"},
		"relative xdg": {"linux", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "x"}, "/h/.local/share/yttra"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := folderOn(c.system, func(k string) string { return c.env[k] })
			if err != nil || filepath.ToSlash(got) != c.want {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
	for _, system := range []string{"windows", "darwin", "linux"} {
		_, err := folderOn(system, func(string) string { return "" })
		wantCode(t, err, app.CodeNoFile)
	}
	if dir, err := Folder(); err == nil && !strings.Contains(strings.ToLower(dir), "yttra") {
		t.Errorf("here it is %q", dir)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "fil")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]app.Code{file: app.CodeNotFolder, filepath.Join(file, "under"): app.CodeNotFolder, "a\x00b": app.CodeNoFile} {
		_, err := Open(dir, Options{})
		wantCode(t, err, want)
		if p := app.ProblemOf(err); p != nil && p.What != dir {
			t.Errorf("the problem names %q", p.What)
		}
	}
	if os.Getuid() > 0 { // root may write everywhere
		dir := t.TempDir()
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		_, err := Open(dir, Options{})
		wantCode(t, err, app.CodeReadOnly)
	}
}

func TestSecondWindowIsToldItIsLocked(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	_, err := Open(dir, Options{})
	wantCode(t, err, app.CodeLocked)
	if p := app.ProblemOf(err); p != nil && p.What != dir {
		t.Errorf("the problem names %q", p.What)
	}
	if !held(dataIn(dir)) {
		t.Error("an open register does not look held, so its files would be inspected while they change")
	}
	c := exec.Command(os.Args[0], "-test.run=^$") // and another process
	c.Env = append(os.Environ(), child+"="+dir)
	if out, err := c.CombinedOutput(); err == nil || !strings.Contains(string(out), "fault: open register: locked "+dir) {
		t.Errorf("%v %s", err, out)
	}
	save(t, s, app.Change{Matter: matter("m", "T", "y"), Base: 1, At: noon})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if held(dataIn(dir)) {
		t.Error("a closed register looks held")
	}
	if got := ids(t, openIn(t, dir).List); got != "m" {
		t.Errorf("after all: %s", got)
	}
}

// Badger gives no codes; these are its words on the systems.
func TestWordsOfBadger(t *testing.T) {
	for words, want := range map[string]app.Code{
		`Cannot acquire directory lock on "/x".  Another process is using this Badger database. error: resource temporarily unavailable`: app.CodeLocked,
		`Cannot create lock file "C:\x\LOCK".  Another process is using this Badger database error: Sharing violation.`:                  app.CodeLocked,
		`The process cannot access the file because it is being used by another process.`:                                                app.CodeLocked,
		`Cannot write pid file "/x/LOCK" error: open /x/LOCK: permission denied`:                                                         app.CodeNoFile,
		`open C:\x: Access is denied.`:          app.CodeNoFile,
		`write /x: no space left on device`:     app.CodeNoFile,
		`manifest has bad magic`:                app.CodeDamaged,
		`Level validation error: gap in tables`: app.CodeDamaged,
	} {
		if got := openingCode(errors.New(words)); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

func TestNewerRegisterIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(markIn(dir), fmt.Appendf(nil, `{"format":%q,"schema":%d,"more":[1]}`, markFormat, Schema+1), 0o600); err != nil {
		t.Fatal(err)
	}
	before := printOf(t, dir)
	_, err := Open(dir, Options{})
	wantCode(t, err, app.CodeNewer)
	if printOf(t, dir) != before {
		t.Error("the refused register was touched")
	}
}

// The record inside says so as well, when the mark has been lost.
func TestNewerWithoutMark(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	err = r.update(func(t tx) error { return t.put(keySchema, 1, map[string]int{"schema": Schema + 1}) })
	if err := errors.Join(err, r.Close(), os.Remove(markIn(dir))); err != nil {
		t.Fatal(err)
	}
	_, err = Open(dir, Options{})
	wantCode(t, err, app.CodeNewer)
	if _, err := os.Stat(markIn(dir)); err == nil {
		t.Error("a refused register got a mark")
	}
}

func TestLostMarkIsWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if err := errors.Join(s.Close(), os.Remove(markIn(dir))); err != nil {
		t.Fatal(err)
	}
	if got := ids(t, openIn(t, dir).List); got != "m" {
		t.Errorf("listed %s", got)
	}
	if _, err := os.Stat(markIn(dir)); err != nil {
		t.Error(err)
	}
}

func TestFullDiskRefusesBeforeWriting(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := open(dir, 1<<62)
	wantCode(t, err, app.CodeDiskFull)
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.reserve = 1 << 62
	_, err = r.Save(app.Change{Matter: matter("m", "T", "y"), Base: 1, At: noon})
	wantCode(t, err, app.CodeNotSaved)
	if p := app.ProblemOf(err); p.Where != "disk" {
		t.Errorf("%v", err)
	}
	if _, rev, err := r.Load("m"); err != nil || rev.Number != 1 {
		t.Errorf("%+v %v", rev, err)
	}
}

// printOf is a fingerprint of all files in a folder, with their times.
func printOf(t *testing.T, dir string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		info, err := d.Info()
		fmt.Fprintln(h, path, info.ModTime().UnixNano(), len(data))
		h.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func TestFolderThatIsGoneIsNoFullDisk(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "windows" {
		t.Skip("an open folder cannot be moved there")
	}
	if err := os.Rename(dir, dir+"-borta"); err != nil {
		t.Fatal(err)
	}
	_, err = r.Save(app.Change{Matter: matter("m", "T", "y"), At: noon})
	wantCode(t, err, app.CodeNotSaved)
	if p := app.ProblemOf(err); p.Where != "folder" {
		t.Errorf("%v", err)
	}
	if err := os.Rename(dir+"-borta", dir); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// No bit of the mark makes a register one of another schema or key: it opens, and the
// mark is written anew.
func TestEveryBitOfTheMark(t *testing.T) {
	dir := t.TempDir()
	if err := writeMark(dir, mark{Keys: "abc"}); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(markIn(dir))
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(good) * 8 {
		bad := slices.Clone(good)
		bad[i/8] ^= 1 << (i % 8)
		if err := os.WriteFile(markIn(dir), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := markOf(dir)
		if err == nil && (m.Schema != Schema || m.Keys != "abc") || err != nil && (!spoilt(err) || m != mark{}) {
			t.Errorf("bit %d: %s: %+v, %v", i, bad, m, err)
		}
	}
}
