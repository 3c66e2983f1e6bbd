package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
)

func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

// withFiles is a matter with the paper it came from, of five megabytes, and annexes:
// one of a file that is larger than a record may be, two of the same small file, one
// without any.
func withFiles(id string) *app.Matter {
	m := matter(id, "Med bilagor", "text")
	small := []byte("%PDF-1.7")
	m.Motion = original(noise(5 << 20))
	m.Documents[0].Annexes = []app.Annex{{Title: "Stor", Name: "stor.pdf", Data: noise(9<<20 + 17), How: app.AnnexAppended, Extra: app.Extra{"x": []byte("1")}},
		{Title: "Liten", Name: "a.pdf", Data: small}, {Title: "Samma", Name: "b.pdf", Data: bytes.Clone(small)}, {Title: "Bara nämnd"}}
	return m
}

// original is a paper that came in as a file.
func original(data []byte) *app.Source {
	sum := sha256.Sum256(data)
	return &app.Source{Name: "motion.pdf", Format: app.PDF, Taken: "2026-11-20", SHA256: hex.EncodeToString(sum[:]), Pages: 4, Text: "Motion om fler bänkar",
		Data: data, Remarks: []app.Remark{{Code: app.RemarkPictures, N: 1}}, Drawn: []app.Drawn{{Field: "title", Value: "Fler bänkar", End: 6}}}
}

func filesOfAnnexes(t *testing.T, s *opened) {
	m := withFiles("m")
	before := m.Clone()
	save(t, s.Store, app.Change{Matter: m, Name: "ett", At: noon})
	same(t, m, before) // the caller keeps his
	s.next()
	got, _, err := s.Store.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, m)
	got.Documents[0].Annexes = got.Documents[0].Annexes[1:]
	save(t, s.Store, app.Change{Matter: got, Base: 1, At: noon.Add(time.Hour)})
	s.next()
	old, err := s.Store.LoadRevision("m", 1)
	if err != nil {
		t.Fatal(err)
	}
	same(t, old, m)
	now, _, err := s.Store.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	same(t, now, got)
}

// A text that is saved again and again does not write its files again, and a file
// that two annexes have lies once.
func TestFilesLieOnce(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m := withFiles("m")
	count := func() int {
		paths, err := filepath.Glob(filepath.Join(filesIn(r.dir), "??", "*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(paths)
	}
	save(t, r, app.Change{Matter: m, At: noon})
	first := count()
	if first != 3 {
		t.Errorf("%d files", first)
	}
	for i := range 5 {
		m.Documents[0].Sections[0].Text += " mer"
		save(t, r, app.Change{Matter: m, Base: uint64(i + 1), At: noon})
	}
	if n := count(); n != first {
		t.Errorf("%d files after five more saves, %d before", n, first)
	}
}

func TestADamagedFileLeavesTheText(t *testing.T) {
	for how, spoil := range map[string]func(path string) error{
		"flipped": func(path string) error { return flipFile(path, 5<<20) },
		"cut":     func(path string) error { return os.Truncate(path, 1<<20) },
		"emptied": func(path string) error { return os.Truncate(path, 0) },
		"grown":   func(path string) error { return os.Truncate(path, app.MostAnnex+1<<20) },
		"gone":    os.Remove,
	} {
		t.Run(how, func(t *testing.T) {
			dir := t.TempDir()
			r, err := open(dir, 0)
			if err != nil {
				t.Fatal(err)
			}
			m := withFiles("m")
			save(t, r, app.Change{Matter: m, At: noon})
			sum := r.sums.of(m.Documents[0].Annexes[0].Data)
			if err := errors.Join(r.Close(), spoil(fileIn(dir, r.box, sum))); err != nil {
				t.Fatal(err)
			}
			if r, err = open(dir, 0); err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			got, rev, err := r.Load("m")
			if err != nil {
				t.Fatal(err)
			}
			as := got.Documents[0].Annexes
			if len(as[0].Data) != 0 || as[0].Extra[storedAs] == nil || as[0].Title != "Stor" || len(as[1].Data) == 0 {
				t.Fatalf("%d bytes, %v", len(as[0].Data), as[0].Extra)
			}
			save(t, r, app.Change{Matter: got, Base: rev.Number, Name: "utan", At: noon}) // what it was is not forgotten
			if got, _, _ = r.Load("m"); got.Documents[0].Annexes[0].Extra[storedAs] == nil {
				t.Error("it is forgotten which file it was")
			}
			// Somebody who has the file puts it back, and both versions have it again.
			save(t, r, app.Change{Matter: m, Base: rev.Number + 1, At: noon})
			for n := range uint64(3) {
				got, err := r.LoadRevision("m", n+1)
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, m)
			}
		})
	}
}

// An original that is damaged or gone is told from one that never was; its text is
// there. With the backup it comes back by itself.
func TestADamagedOriginalLeavesItsText(t *testing.T) {
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	m := withFiles("m")
	save(t, r, app.Change{Matter: m, At: noon})
	sum := r.sums.of(m.Motion.Data)
	if sum != m.Motion.SHA256 || m.Motion.State() != app.FileWhole {
		t.Fatalf("%s is not %s", sum, m.Motion.SHA256)
	}
	if err := errors.Join(r.Close(), flipFile(fileIn(dir, r.box, sum), 3<<20)); err != nil {
		t.Fatal(err)
	}
	if r, err = open(dir, 0); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got, rev, err := r.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	if s := got.Motion; s.State() != app.FileGone || s.Text != m.Motion.Text || s.SHA256 != sum || len(got.Documents[0].Annexes[0].Data) == 0 {
		t.Errorf("%s, %q", s.State(), s.Text)
	}
	save(t, r, app.Change{Matter: m, Base: rev.Number, Name: "igen", At: noon})
	if got, _, _ = r.Load("m"); got.Motion.State() != app.FileWhole {
		t.Errorf("whoever has the file puts it back: %s", got.Motion.State())
	}
}

func TestTooLargeAnOriginalIsRefused(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m := matter("m", "Stor", "x")
	m.Motion = original(make([]byte, app.MostAnnex+1))
	_, err = r.Save(app.Change{Matter: m, At: noon})
	wantCode(t, err, app.CodeOriginalSize)
}

// The largest annex there may be goes into the register and out again.
func TestTheLargestFile(t *testing.T) {
	r, err := open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	m := matter("m", "Stor", "x")
	m.Documents[0].Annexes = []app.Annex{{Title: "Stor", Name: "s.pdf", Data: noise(app.MostAnnex)}}
	start := time.Now()
	save(t, r, app.Change{Matter: m, At: noon})
	first := time.Since(start)
	start = time.Now()
	save(t, r, app.Change{Matter: m, Base: 1, At: noon})
	second := time.Since(start)
	start = time.Now()
	got, _, err := r.Load("m")
	if err != nil || !bytes.Equal(got.Documents[0].Annexes[0].Data, m.Documents[0].Annexes[0].Data) {
		t.Fatal("it is not the same", err)
	}
	t.Logf("first save %v, next %v, load %v", first, second, time.Since(start))
	if second > first/4 {
		t.Errorf("a save that changes nothing about the file takes %v, the first %v", second, first)
	}
}
