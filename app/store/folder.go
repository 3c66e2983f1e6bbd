package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/disk"
)

// The folder of a register:
//
//	register.json   that it is one, and of which schema; written when the first
//	                record is safe, so that it promises there is something inside
//	keys.json       what opens it when it is encrypted; see package locks. A copy lies
//	                with the backups
//	journal/        every change since the last backups, as it was accepted
//	list            the rows of the list, packed, from one close to the next opening
//	data/           Badger's files
//	lock            held by the process that has the register open
//	clean           that it was closed whole, and what data/ held then; not there
//	                while it is open
const markFormat = "yttra-register"

type mark struct {
	Format string `json:"format"`
	Schema int    `json:"schema"`
	Keys   string `json:"keys,omitempty"` // identity of the key that it is encrypted with; see keys.json
	Sum    string `json:"sum,omitempty"`  // over the three above; versions before had none
}

// sum is the checksum: a bit that turned must make a register neither a newer one nor a
// former one.
func (m mark) sum() string {
	return sumHex(fmt.Appendf(nil, "%s %d %s", m.Format, m.Schema, m.Keys))
}

func markIn(dir string) string { return filepath.Join(dir, "register.json") }
func dataIn(dir string) string { return filepath.Join(dir, "data") }

func journalIn(dir string) string { return filepath.Join(dir, "journal") }

// Folder is where this computer keeps the register unless the clerk says
// otherwise: local to the machine, never a folder that follows the person around.
// It fails with CodeNoFile when the system names no such place.
func Folder() (string, error) { return folderOn(runtime.GOOS, os.Getenv) }

func folderOn(system string, env func(string) string) (string, error) {
	place := func(parts ...string) (string, error) {
		if parts[0] == "" {
			return "", &app.Problem{Code: app.CodeNoFile, Where: system, Err: errors.New("no home folder is named")}
		}
		return filepath.Join(parts...), nil
	}
	switch data := env("XDG_DATA_HOME"); {
	case system == "windows":
		return place(env("LOCALAPPDATA"), "Yttra")
	case system == "darwin":
		return place(env("HOME"), "Library", "Application Support", "Yttra")
	case path.IsAbs(data): // the XDG rules say that any other value is ignored
		return place(data, "yttra")
	}
	return place(env("HOME"), ".local", "share", "yttra")
}

// enter makes the folder and takes it for this process. A register of a newer version
// is refused before anything is made in it.
func enter(r *register) (err error) {
	if _, err := readMark(r.dir); app.CodeOf(err) == app.CodeNewer {
		return err
	}
	if err := suited(r.dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dataIn(r.dir), 0o700); err != nil {
		return cannotWrite(r.dir, err)
	}
	if r.lock, err = takeLock(r.dir); err == nil {
		r.latest = r.readLatest()
	}
	return err
}

// prepare looks at what is in the folder before Badger may touch anything. known tells
// that a register was kept here before; mark, that its mark is damaged.
func prepare(dir string) (known bool, mark, err error) {
	if known, err = readMark(dir); spoilt(err) {
		known, mark = true, err
	} else if err != nil {
		return known, nil, err
	}
	if err := probe(dir); err != nil {
		return known, mark, cannotWrite(dir, err)
	}
	if !freed(dataIn(dir)) { // by a version that knows no lock of the folder
		return known, mark, &app.Problem{Code: app.CodeLocked, What: dir}
	}
	return known, mark, nil
}

// freed waits until nobody has data/ open: a child of a process that was killed needs a
// moment to notice that it is alone.
func freed(data string) bool {
	for range 60 {
		if !held(data) {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// readMark refuses a register of a newer version, and one whose mark is not ours.
func readMark(dir string) (known bool, err error) {
	m, err := markOf(dir)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err == nil && m.Schema > Schema {
		err = &app.Problem{Code: app.CodeNewer, What: dir, Where: fmt.Sprintf("schema %d", m.Schema)}
	}
	return true, err
}

func markOf(dir string) (m mark, err error) {
	data, err := os.ReadFile(markIn(dir))
	if errors.Is(err, os.ErrNotExist) {
		return m, err
	}
	if err != nil {
		return m, &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	if err := json.Unmarshal(data, &m); err != nil || m.Format != markFormat || m.Schema < 1 || m.Sum != "" && m.Sum != m.sum() {
		return mark{}, &app.Problem{Code: app.CodeDamaged, What: dir, Where: filepath.Base(markIn(dir)), Err: err}
	}
	return m, nil
}

func writeMark(dir string, m mark) error {
	m.Format = markFormat
	if m.Schema == 0 { // of a backup that is restored it is that one's
		m.Schema = Schema
	}
	m.Sum = m.sum()
	data, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("encode mark: %w", err)
	}
	if err := disk.Write(markIn(dir), append(data, '\n'), disk.Private); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	return nil
}

// cannotWrite says why nothing can be written in a folder.
func cannotWrite(dir string, err error) error {
	p := &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	switch {
	case errors.Is(err, os.ErrPermission) || writeProtected(err):
		p.Code = app.CodeReadOnly
	case noRoom(err):
		p.Code, p.Where = app.CodeDiskFull, megabytes(reserve)
	}
	return p
}

// roomToOpen fails with CodeDiskFull, which says how much is needed.
func roomToOpen(dir string, reserve uint64) error {
	err := room(dir, reserve, app.CodeNoFile)
	if p := app.ProblemOf(err); p != nil && p.Where == "disk" {
		p.Code, p.Where = app.CodeDiskFull, megabytes(reserve)
	}
	return err
}

// takeRoom takes the room on the disk that the logs of Badger's memory table may come
// to, which are files with holes that are written through memory: a disk that somebody
// else fills is then no signal that ends the process in the middle of a save, but an
// answer of the journal's.
func takeRoom(data string) (err error) {
	for _, path := range like(data, "*.mem") {
		err = errors.Join(err, fillHoles(path, memTable+memTable/4))
	}
	return err
}

func megabytes(n uint64) string { return fmt.Sprintf("%d MB", n>>20) }

// probe finds out whether files can be made in the folder.
func probe(dir string) error {
	f, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// openingCode reads Badger's words, for it gives no codes.
func openingCode(err error) app.Code {
	says := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(strings.ToLower(err.Error()), w) {
				return true
			}
		}
		return false
	}
	switch {
	case says("cannot acquire directory lock", "cannot create lock file", "sharing violation", "being used by another process"):
		return app.CodeLocked
	case says("permission denied", "access is denied", "read-only file system", "no space left", "not enough space"):
		return app.CodeNoFile
	}
	return app.CodeDamaged
}

// like gives the paths in a folder whose names match a pattern, in order; none when it
// cannot be read. Glob would take what is in the folder's own name for a pattern too.
func like(dir, pattern string) (paths []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if ok, _ := filepath.Match(pattern, e.Name()); ok {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}
