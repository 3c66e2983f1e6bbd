package store

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/klauspost/compress/zstd"

	"yttra/app"
)

// sizeOfFiles counts what the files below a folder hold, in bytes; what Badger only reserves
// is not counted.
func sizeOfFiles(t *testing.T, dir string) (n int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if name := e.Name(); err == nil && name != "DISCARD" && filepath.Ext(name) != ".vlog" {
			n += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// recordsOf counts what all records come to, keys and envelopes.
func recordsOf(t *testing.T, r *register) (n int, bytes int64) {
	t.Helper()
	if err := r.view(func(t tx) error {
		t.each("", func(item *badger.Item) { n++; bytes += item.KeySize() + item.ValueSize() })
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return n, bytes
}

// A save of one changed section in a matter of 10 KB, and what many of them come to
// beside as many full copies, each compressed alone by the same compressor.
func TestSizeOfVersions(t *testing.T) {
	n := bulkRows()
	dir := t.TempDir()
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	m := bulkMatter(random, 1)
	save(t, r, app.Change{Matter: m, Why: app.WhySent, At: noon})
	alone, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	var full, journaled int64
	_, before := recordsOf(t, r)
	for i := range n {
		s := &m.Documents[0].Sections[i/50%12] // written in for a while, then the next
		s.Text += prose(random, 20)
		if len(s.Text) > 1200 {
			s.Text = s.Text[len(s.Text)-800:]
		}
		at := sizeOfFiles(t, journalIn(dir))
		save(t, r, app.Change{Matter: m, Base: uint64(i + 1), Why: app.WhySent, At: noon.Add(time.Duration(i) * 11 * time.Minute)})
		if now := sizeOfFiles(t, journalIn(dir)); now > at {
			journaled += now - at
		}
		body, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		full += int64(len(alone.EncodeAll(body, nil)))
	}
	_, after := recordsOf(t, r)
	if err := r.journal.Drop(r.applied); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d saves of one section in 10 KB: %d bytes each in the journal, %d bytes each in records; %.1f MB on the disk, full copies compressed %.1f MB",
		n, journaled/int64(n), (after-before)/int64(n), float64(sizeOfFiles(t, dataIn(dir)))/1e6, float64(full)/1e6)
	if (after-before)/int64(n) > 1200 {
		t.Errorf("a version costs %d bytes", (after-before)/int64(n))
	}
}

// A register beside what its matters would come to if the JSON of each were compressed
// alone, by the same compressor.
func TestSizeOfRegister(t *testing.T) {
	n := bulkRows()
	dir := t.TempDir()
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		t.Fatal(err)
	}
	fillBulk(t, r, n)
	random := rand.New(rand.NewPCG(1, 2))
	alone, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	var raw, plain int64
	for i := range n {
		body, err := json.Marshal(bulkMatter(random, i))
		if err != nil {
			t.Fatal(err)
		}
		plain += int64(len(body))
		raw += int64(len(alone.EncodeAll(body, nil)))
	}
	count, bytes := recordsOf(t, r)
	if err := r.journal.Drop(r.applied); err != nil {
		t.Fatal(err)
	}
	if err := r.purgeLater(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	disk := sizeOfFiles(t, dir)
	t.Logf("%d matters of %d bytes: %.1f MB compressed alone, %.1f MB in %d records, %.1f MB on the disk (journal %.1f): %.2f times",
		n, plain/int64(n), float64(raw)/1e6, float64(bytes)/1e6, count, float64(disk)/1e6, float64(sizeOfFiles(t, journalIn(dir)))/1e6, float64(disk)/float64(raw))
}
