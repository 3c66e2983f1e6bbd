package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"yttra/app"
)

// A register is read by its description alone, by a program in another language: from
// the journal, and from a backup and what came after it.
func TestDescriptionIsTrue(t *testing.T) {
	for _, tool := range []string{"python3", "zstd"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(err)
		}
	}
	dir := t.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if text, err := os.ReadFile(filepath.Join(dir, "README.txt")); err != nil || !bytes.Equal(text, about) {
		t.Fatal("the description is not in the folder", err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	change := func(round int) {
		for i, id := range []string{"a", "å/ä ö", "stor"} {
			m := bulkMatter(random, i)
			m.ID, m.Title = id, fmt.Sprint("Motion ", round)
			m.Documents[0].Annexes = []app.Annex{{Title: "Karta", How: app.AnnexAttached, Name: "karta.tif", Data: noise(2000 + 300_000*round)}}
			if id == "stor" {
				m.Documents[0].Sections[3].Text = prose(random, 2<<20)
			}
			save(t, r, app.Change{Matter: m, Base: uint64(round), At: noon})
		}
	}
	compare := func(what, in string) {
		t.Helper()
		out, err := exec.Command("python3", "testdata/reader.py", in).Output()
		if err != nil {
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				t.Fatalf("%s: %v %s", what, err, exit.Stderr)
			}
			t.Fatal(err)
		}
		var read map[string]json.RawMessage
		if err := json.Unmarshal(out, &read); err != nil || len(read) != 3 {
			t.Fatal(what, len(read), err)
		}
		for id, text := range read {
			plain, err := url.PathUnescape(id)
			if err != nil {
				t.Fatal(err)
			}
			want, _, err := r.Load(plain)
			var got app.Matter
			if err = errors.Join(err, json.Unmarshal(text, &got)); err != nil {
				t.Fatal(err)
			}
			same(t, &got, want)
		}
	}
	change(0)
	compare("the journal alone", dir)
	if _, _, err := r.BackUp(context.Background(), app.BackupOwn, nil); err != nil {
		t.Fatal(err)
	}
	change(1)
	compare("backup and journal", dir)
	if _, _, err := r.BackUp(context.Background(), app.BackupOwn, nil); err != nil {
		t.Fatal(err)
	}
	lost := copyOf(t, dir)
	if err := errors.Join(os.RemoveAll(dataIn(lost)), os.RemoveAll(filesIn(lost)), os.RemoveAll(journalIn(lost)), os.Mkdir(journalIn(lost), 0o700)); err != nil {
		t.Fatal(err)
	}
	compare("the backup alone", lost)
}
