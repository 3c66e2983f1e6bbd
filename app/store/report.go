package store

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/seal"
)

// The reports of repairs lie in reports/, each under the moment it was made. That of a
// repair that is under way is pending until its swap is done.
const pending = "pending"

// keyReport is what a report of an encrypted register is bound to.
var keyReport = []byte("report")

func reportsIn(dir string) string { return filepath.Join(dir, "reports") }

func reportIn(dir, name string) string { return filepath.Join(reportsIn(dir), name+".json") }

func nameOfReport(p app.Repair) string { return p.At.UTC().Format(stamp) }

// A report names matters: of an encrypted register it lies in an envelope.
func writeReport(dir, name string, p app.Repair, box seal.Box) error {
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if box.Encrypts() {
		data = box.Seal(keyReport, seal.Head{Schema: Schema}, data)
	}
	if err := os.MkdirAll(reportsIn(dir), 0o700); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: reportsIn(dir), Err: err}
	}
	return disk.Write(reportIn(dir, name), data, disk.Private)
}

// keepReport keeps a report that is finished.
func keepReport(dir string, p app.Repair, box seal.Box) error {
	if err := writeReport(dir, nameOfReport(p), p, box); err != nil {
		return err
	}
	return dropPending(dir)
}

func dropPending(dir string) error {
	err := os.Remove(reportIn(dir, pending))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &app.Problem{Code: app.CodeNoFile, What: reportsIn(dir), Err: err}
	}
	return nil
}

// settlePending keeps the report of a repair that a process did not live to tell of;
// when its swap never came to be, another repair is made, and it goes.
func settlePending(dir string, swapped bool) error {
	p, err := readReport(reportIn(dir, pending), seal.Box{})
	if err == nil && swapped {
		return keepReport(dir, p, seal.Box{}) // it names no matter yet
	}
	return dropPending(dir)
}

func readReport(path string, box seal.Box) (p app.Repair, err error) {
	data, err := os.ReadFile(path)
	if err == nil && len(data) > 0 && data[0] != '{' {
		_, data, err = box.Open(keyReport, data)
	}
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	return p, err
}

// Repairs gives the reports, newest first. One that cannot be read is left out.
func (r *register) Repairs() ([]app.Repair, error) {
	if r.dir == "" { // in memory nothing is repaired
		return nil, nil
	}
	entries, err := os.ReadDir(reportsIn(r.dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: reportsIn(r.dir), Err: err}
	}
	var out []app.Repair
	for _, e := range slices.Backward(entries) { // in the order of their names
		name, ok := strings.CutSuffix(e.Name(), ".json")
		if !ok || name == pending {
			continue
		}
		if p, err := readReport(filepath.Join(reportsIn(r.dir), e.Name()), r.box); err == nil {
			out = append(out, p)
		}
	}
	return out, nil
}

// RepairSeen notes that a person has seen a report.
func (r *register) RepairSeen(p app.Repair) error {
	p.Seen = true
	return coded(writeReport(r.dir, nameOfReport(p), p, r.box), app.CodeNotSaved, reportsIn(r.dir))
}
