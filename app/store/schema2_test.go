package store

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
)

// schemaTwo is the register of testdata/schema2.zip, as it was saved.
func schemaTwo(t *testing.T, s app.Keeper) {
	t.Helper()
	if err := s.SaveProfile(app.Profile{Municipality: "Exempelkommun", Officer: app.Person{Name: "Ada Ek"}, Logo: bytes.Repeat([]byte("vapen"), largePart/5+1)}); err != nil {
		t.Fatal(err)
	}
	for i, id := range []string{"m1", "å/ä ö", "bin", "gone", "last"} {
		m := many(id, 4)
		m.Documents[0].Annexes[0].Data = bytes.Repeat([]byte(id), 300_000)
		for n := range 4 {
			m.Documents[0].Sections[1].Text += fmt.Sprintf(" Mening %d.", n)
			c := app.Change{Matter: m, Base: uint64(n), By: "Ada Ek", Packs: "2026-11", At: noon.Add(time.Duration(20*n+i) * time.Minute)}
			switch n {
			case 1:
				c.Name = "Till nämnden"
			case 2:
				c.Why = app.WhyFinal
			}
			save(t, s, c)
		}
	}
	if err := errors.Join(s.Remove("bin"), s.Erase("gone", "gallringsbeslut 7", nil)); err != nil {
		t.Fatal(err)
	}
}

// A register of schema 2 says what it said when the schema was settled.
func TestSchemaTwo(t *testing.T) {
	if os.Getenv("YTTRA_MAKE_FIXTURE") != "" {
		makeSchemaTwo(t)
	}
	s, err := Open(unzipped(t, "schema2.zip"), Options{Now: func() time.Time { return noon.AddDate(0, 0, 1) }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	said := everything(t, s)
	const want = "2c61558b39a5e508c131bb24f462aabe29efb2d45999abf10e3fb2a3be52c836"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(said))); got != want {
		t.Errorf("%s, it says\n%.4000s", got, said)
	}
	if stones, err := s.Erased(); err != nil || len(stones) != 1 || stones[0].ID != "gone" {
		t.Error(stones, err)
	}
	if c, err := s.CheckTrail(nil, nil); err != nil || !c.Whole() || c.Count == 0 {
		t.Errorf("%+v %v", c, err)
	}
	if repairs, err := s.Repairs(); err != nil || len(repairs) != 0 {
		t.Error(repairs, err)
	}
	if bin, err := s.Bin(); err != nil || len(bin) != 1 || bin[0].RemovedBy != "Ada Ek" || !bin[0].Removed.Equal(noon) {
		t.Errorf("%+v %v", bin, err)
	}
}

func makeSchemaTwo(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	schemaTwo(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join("testdata", "schema2.zip"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == "LOCK" || e.Name() == "lock" {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		w, err := z.Create(filepath.ToSlash(rel))
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
	if err := errors.Join(err, z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
}
