package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"yttra/app"
)

// maxMatterFile bounds a matter file, in bytes.
const maxMatterFile = 20 << 20

// readMatter reads a matter file and its bytes.
func readMatter(path string) (*app.Matter, []byte, error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, nil, err
	}
	m, err := app.DecodeMatter(data)
	if err != nil {
		return nil, nil, named(path, err)
	}
	return m, data, nil
}

func readBytes(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxMatterFile+1))
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	if len(data) > maxMatterFile {
		return nil, &app.Problem{Code: app.CodeTooLarge, What: path, Where: fmt.Sprintf("%d MB", maxMatterFile>>20)}
	}
	if len(data) == 0 {
		return nil, &app.Problem{Code: app.CodeEmpty, What: path}
	}
	return data, nil
}

// named says which file a problem is about, when the problem does not.
func named(path string, err error) error {
	if p := app.ProblemOf(err); p != nil {
		q := *p
		if q.What == "" {
			q.What = path
		} else if q.What != path {
			q.What = path + ": " + q.What
		}
		return &q
	}
	return err
}

// writeFile writes beside the target first and renames, so that a half-written
// file never stands where a whole one was. What is no ordinary file, like a pipe,
// is written to as it is.
func writeFile(path string, data []byte) error {
	fault := func(err error) error { return &app.Problem{Code: app.CodeNoFile, What: path, Err: err} }
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return fault(err)
		}
		return nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".yttra-*")
	if err != nil {
		return fault(err)
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return fault(err)
	}
	if err := tmp.Sync(); err != nil {
		tmp.Close()
		return fault(err)
	}
	if err := tmp.Close(); err != nil {
		return fault(err)
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return fault(err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return fault(err)
	}
	return nil
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
