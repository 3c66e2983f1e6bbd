package store

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// unzipped lays a register that an earlier version of the program made into a folder.
func unzipped(t *testing.T, name string) string {
	t.Helper()
	z, err := zip.OpenReader(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir := t.TempDir()
	for _, f := range z.File {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if strings.HasSuffix(f.Name, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// everything is what a register says, in words that can be compared.
func everything(t *testing.T, s app.Store) string {
	t.Helper()
	var out strings.Builder
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	bin, err := s.Bin()
	if err != nil {
		t.Fatal(err)
	}
	all := list.List()
	fmt.Fprintln(&out, len(all), "in the list,", len(bin), "in the bin")
	for _, row := range append(all, bin...) {
		row.Removed = time.Time{}
		fmt.Fprintf(&out, "%s\n", written(t, row))
		revs, err := s.Revisions(row.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, rev := range revs {
			m, err := s.LoadRevision(row.ID, rev.Number)
			if err != nil {
				t.Fatal(err)
			}
			text, err := app.EncodeMatter(m)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "  %d %q %s %s %d %s %s: %x\n", rev.Number, rev.Name, rev.By, rev.At, rev.Words, rev.Packs, rev.Why, sha256.Sum256(text))
		}
	}
	p, err := s.Profile()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "%s\n", written(t, p))
	return out.String()
}

// written is a value as JSON, where a field that came with a later version is not seen
// until something is in it.
func written(t *testing.T, v any) []byte {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inOne reads a register of schema 1 as its own version did.
func inOne(t *testing.T, dir string) string {
	t.Helper()
	db, err := badger.Open(options(dataIn(copyOf(t, dir))))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var out strings.Builder
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(db.View(func(x *badger.Txn) error {
		o := one{x}
		var all []app.Row
		n := map[string]int{}
		for _, list := range []string{rows, bin} {
			var some []app.Row
			for _, k := range o.keys(list) {
				var row app.Row
				must(o.get(list+k, &row))
				some = append(some, row)
			}
			slices.SortFunc(some, func(a, b app.Row) int { return cmp.Or(b.Saved.Compare(a.Saved), cmp.Compare(a.ID, b.ID)) })
			n[list] = len(some)
			all = append(all, some...)
		}
		fmt.Fprintln(&out, n[rows], "in the list,", n[bin], "in the bin")
		for _, row := range all {
			fmt.Fprintf(&out, "%s\n", written(t, row))
			id := url.PathEscape(row.ID)
			keys := o.keys("rev/" + id + "/")
			slices.Reverse(keys)
			for _, k := range keys {
				var rev app.Revision
				m := &app.Matter{}
				must(o.get("rev/"+id+"/"+k, &rev))
				must(o.get("text/"+id+"/"+k, m))
				must(o.bringBack(m, map[string][]byte{}))
				text, err := app.EncodeMatter(m)
				must(err)
				fmt.Fprintf(&out, "  %d %q %s %s %d %s %s: %x\n", rev.Number, rev.Name, rev.By, rev.At, rev.Words, rev.Packs, rev.Why, sha256.Sum256(text))
			}
		}
		var p app.Profile
		must(o.get("profile", &p))
		fmt.Fprintf(&out, "%s\n", written(t, p))
		return nil
	}))
	return out.String()
}

func TestSchemaOneComesAlong(t *testing.T) {
	dir := unzipped(t, "schema1.zip")
	want := inOne(t, dir)
	before := content(t, dir)
	var steps []string
	now := noon
	s, err := Open(dir, Options{Now: func() time.Time { return now }, Tell: func(s app.Step, done, all int) { steps = append(steps, fmt.Sprint(s, done, all)) }})
	if err != nil {
		t.Fatal(err)
	}
	got := everything(t, s)
	if got != want {
		t.Errorf("it is now\n%s\nit was\n%s", got, want)
	}
	if strings.Count(want, "\n") < 20 || !strings.Contains(want, "1 in the bin") {
		t.Errorf("the register to compare with says only\n%s", want)
	}
	m, _, err := s.Load("m1")
	if err != nil || len(m.Documents[0].Annexes) == 0 || len(m.Documents[0].Annexes[0].Data) != 5<<20 {
		t.Error("the annex did not come along", err)
	}
	bin, _ := s.Bin()
	if !bin[0].Removed.Equal(noon) {
		t.Errorf("the bin begins its days at %v", bin[0].Removed)
	}
	if !slices.Contains(steps, "migrate4 4") {
		t.Errorf("it told %v", steps)
	}
	events, err := s.Events(app.EventFilter{Actions: []app.Action{app.ActMigrated}})
	if err != nil || len(events) != 1 || events[0].About != "1→2" {
		t.Errorf("%+v %v", events, err)
	}
	if reports, err := s.Repairs(); err != nil || len(reports) != 0 {
		t.Errorf("%+v %v", reports, err)
	}
	// It can be written in, and opened again.
	save(t, s, app.Change{Matter: m, Base: 5, At: noon})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := revisions(t, s, "m1"); got[0].Number != 6 {
		t.Errorf("%+v", got)
	}
	s.Close()
	// The copy is what was there, and opens.
	copies := like(backupsIn(dir), beforeName+"*")
	if len(copies) != 1 {
		t.Fatalf("%d copies", len(copies))
	}
	if got := content(t, copies[0]); got != before {
		t.Errorf("copied was\n%s\nthere was\n%s", got, before)
	}
	if got := inOne(t, copies[0]); got != want {
		t.Error("the copy says something else")
	}
}

// content lists the files of a folder with their sums.
func content(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		sum := sha256.Sum256(data)
		fmt.Fprintln(&out, filepath.ToSlash(rel), len(data), hex.EncodeToString(sum[:]))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Wherever a migration ends, the next opening brings everything along.
func TestMigrationInterrupted(t *testing.T) {
	made := unzipped(t, "schema1.zip")
	want := inOne(t, made)
	finished := copyOf(t, made)
	s, err := Open(finished, Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, stop := range map[string]func(dir string) error{
		"the copy is begun": func(dir string) error {
			return os.MkdirAll(filepath.Join(dir, "backups", "before-schema-2-2026.part", "data"), 0o700)
		},
		"the new data are begun": func(dir string) error {
			return errors.Join(copyTree(dataIn(finished), dataIn(dir)+partSuffix), os.Remove(filepath.Join(dataIn(dir)+partSuffix, badger.ManifestFilename)))
		},
		"the new data are whole": func(dir string) error { return copyTree(dataIn(finished), dataIn(dir)+newSuffix) },
		"the old have made way": func(dir string) error {
			return errors.Join(os.Rename(dataIn(dir), dataIn(dir)+oldSuffix), copyTree(dataIn(finished), dataIn(dir)+newSuffix), copyTree(filesIn(finished), filesIn(dir)))
		},
		"the mark is not written": func(dir string) error {
			return errors.Join(os.RemoveAll(dataIn(dir)), copyTree(dataIn(finished), dataIn(dir)), copyTree(filesIn(finished), filesIn(dir)))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, made)
			if name == "the new data are whole" {
				if err := copyTree(filesIn(finished), filesIn(dir)); err != nil {
					t.Fatal(err)
				}
			}
			if err := stop(dir); err != nil {
				t.Fatal(err)
			}
			s, err := Open(dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if got := everything(t, s); got != want {
				t.Errorf("it is now\n%s\nit was\n%s", got, want)
			}
		})
	}
}

// What is damaged in an old register is told, and keeps nothing else from coming along.
func TestSchemaOneDamaged(t *testing.T) {
	spoil := func(t *testing.T, key string) string {
		dir := unzipped(t, "schema1.zip")
		db, err := badger.Open(options(dataIn(dir)))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Update(func(x *badger.Txn) error { return flip(x, []byte(key)) }), db.Close()); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	for key, versions := range map[string]int{"text/m1/00000000000000000003": 4, "rev/m1/00000000000000000003": 5, "row/m1": 5, "matter/m1": 5, "profile": 5,
		"file/e61a26cf460030f6f3f2a9b0e5aa8ecf6245384947b3b527b5bc51591f995b35/000001": 5, "meta/count": 5} {
		t.Run(key, func(t *testing.T) {
			s, err := Open(spoil(t, key), Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if got := revisions(t, s, "m1"); len(got) != versions {
				t.Errorf("%d versions", len(got))
			}
			if got := ids(t, s.List); len(strings.Fields(got)) != 4 { // "å/ä ö" is two
				t.Errorf("listed %s", got)
			}
			reports, err := s.Repairs()
			told := key != "meta/count" && key != "matter/m1" && key != "row/m1" // what they said is found out anew
			if err != nil || told != (len(reports) == 1) {
				t.Errorf("%+v %v", reports, err)
			}
		})
	}
	dir := spoil(t, "meta/schema")
	_, err := Open(dir, Options{})
	wantCode(t, err, app.CodeDamaged)
}

// A register of a newer version is left as it is: every byte, every name, every time.
func TestNewerRegisterIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	save(t, s, app.Change{Matter: withFiles("m"), At: noon})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := writeMark(dir, mark{Schema: Schema + 1}); err != nil {
		t.Fatal(err)
	}
	see := func() string {
		var out bytes.Buffer
		_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			info, bad := e.Info()
			if err = errors.Join(err, bad); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&out, path, info.Size(), info.Mode(), info.ModTime().UnixNano())
			return nil
		})
		return out.String() + content(t, dir)
	}
	before := see()
	_, err := Open(dir, Options{})
	wantCode(t, err, app.CodeNewer)
	if after := see(); after != before {
		t.Errorf("it was\n%s\nit is\n%s", before, after)
	}
}
