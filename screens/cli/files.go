package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"yttra/app"
	"yttra/app/disk"
)

// mostBytes bounds what is read besides matter files: sheets and profiles.
const mostBytes = 20 << 20

// readMatter reads a matter file and its bytes.
func readMatter(path string) (*app.Matter, []byte, error) {
	data, err := some(disk.ReadMatter(path))
	if err != nil {
		return nil, nil, named(path, err)
	}
	m, err := app.DecodeMatter(data)
	if err != nil {
		return nil, nil, named(path, err)
	}
	return m, data, nil
}

// readBytes reads a sheet or a profile.
func readBytes(path string) ([]byte, error) {
	data, err := some(disk.Read(path, mostBytes))
	return data, named(path, err)
}

// some refuses a file with nothing in it.
func some(data []byte, err error) ([]byte, error) {
	if err == nil && len(data) == 0 {
		return nil, &app.Problem{Code: app.CodeEmpty}
	}
	return data, err
}

// named says which file a problem is about, when the problem does not.
func named(path string, err error) error {
	if p := app.ProblemOf(err); p != nil {
		q := *p
		if q.What == "" {
			q.What = path
		} else if rest, ok := strings.CutPrefix(q.What, filepath.Base(path)); ok {
			q.What = path + rest
		} else if q.What != path {
			q.What = path + ": " + q.What
		}
		return &q
	}
	return err
}

// made names the file of a problem with the paper made from it. A problem with an
// annex has the annex's title, which is enough.
func made(path string, err error) error {
	if p := app.ProblemOf(err); p != nil && strings.HasPrefix(string(p.Code), "annex_") {
		return err
	}
	return named(path, err)
}

// readProfile reads a municipality's profile; no path gives an empty one.
func readProfile(path string) (app.Profile, error) {
	var p app.Profile
	if path == "" {
		return p, nil
	}
	data, err := readBytes(path)
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, &app.Problem{Code: app.CodeNotMatter, What: path, Err: err}
	}
	return p, nil
}
