package backup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store/seal"
)

var made = time.Date(2026, 11, 22, 9, 30, 0, 0, time.Local)

var box seal.Box

func sealed(key string, seq uint64) []byte {
	return box.Seal([]byte(key), seal.Head{Schema: 2, Seq: seq}, []byte("värdet av "+key))
}

// written makes a backup of n records and the given files, which lie in a folder of
// their own.
func written(t *testing.T, dir string, seq uint64, n int, files ...string) Info {
	t.Helper()
	w, err := Create(dir, Header{Made: made.AddDate(0, 0, int(seq)), Kind: app.BackupDaily, Register: "R", Schema: 2, Seq: seq, Program: "test", Matters: n})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Drop()
	for i := range n {
		key := fmt.Sprintf("matter/%06d", i)
		if err := w.Add([]byte(key), sealed(key, seq)); err != nil {
			t.Fatal(err)
		}
	}
	from := t.TempDir()
	for _, name := range files {
		path := filepath.Join(from, name)
		if err := os.WriteFile(path, []byte("bilaga "+name), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := w.File(context.Background(), "ab/"+name, path); err != nil {
			t.Fatal(err)
		}
	}
	info, err := w.Finish(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func contents(path string) (records, files map[string]string, err error) {
	records, files = map[string]string{}, map[string]string{}
	_, err = Read(context.Background(), path, Contents{
		Record: func(k, v []byte) error { records[string(k)] = string(v); return nil },
		File:   func(name, sum string) error { files[name] = sum; return nil }})
	return records, files, err
}

func TestBackupComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "säkerhetskopior")
	info := written(t, dir, 7, 3000, "karta.pdf", "bild.png")
	if filepath.Base(info.Path) != "2026-11-29_000000000007.backup" || info.Foot.Records != 3000 || info.Foot.Files != 2 || info.Fault != nil {
		t.Errorf("%+v", info)
	}
	records, files, err := contents(info.Path)
	if list, err := FileList(info); err != nil || len(list) != 2 || list["ab/karta.pdf"] != files["ab/karta.pdf"] {
		t.Errorf("%v %v", list, err)
	}
	if err != nil || len(records) != 3000 || records["matter/000001"] != string(sealed("matter/000001", 7)) || len(files) != 2 {
		t.Fatalf("%d records, %v, %v", len(records), files, err)
	}
	if b, err := os.ReadFile(Bytes(dir, files["ab/karta.pdf"])); err != nil || string(b) != "bilaga karta.pdf" {
		t.Errorf("%q %v", b, err)
	}
	got, err := Verify(context.Background(), info.Path, dir, nil)
	if err != nil || got.Header.Seq != 7 || got.Header.Kind != app.BackupDaily || !got.Header.Made.Equal(made.AddDate(0, 0, 7)) {
		t.Errorf("%+v %v", got, err)
	}
	head, _ := os.ReadFile(info.Path)
	if !bytes.HasPrefix(head, []byte("yttra-backup 1\n{\"made\":")) {
		t.Errorf("no person reads %q", head[:60])
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*"+part)); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// Every byte of a backup, turned in three ways, and every cut, is found.
func TestEveryByteFlipped(t *testing.T) {
	dir := t.TempDir()
	info := written(t, dir, 1, 12, "a")
	data, err := os.ReadFile(info.Path)
	if err != nil {
		t.Fatal(err)
	}
	for _, turn := range []byte{1, 0x20, 0xff} {
		for i := range data {
			bad := bytes.Clone(data)
			bad[i] ^= turn
			if err := os.WriteFile(info.Path, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := Verify(context.Background(), info.Path, dir, nil); err == nil {
				t.Fatalf("byte %d of %d turned by %x is not found", i, len(data), turn)
			} else if c := app.CodeOf(err); c != app.CodeBackup && c != app.CodeNewer {
				t.Fatalf("byte %d: %v", i, err)
			}
		}
	}
	for n := range data {
		if err := os.WriteFile(info.Path, data[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Look(info.Path); app.CodeOf(got.Fault) != app.CodeBackup || got.Header.Seq != 1 {
			t.Fatalf("%d bytes of %d: %+v", n, len(data), got)
		}
	}
	if err := os.WriteFile(info.Path, append(data, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(context.Background(), info.Path, dir, nil); err == nil {
		t.Error("a byte too many is not found")
	}
}

func TestNewerBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2026-11-22_000000000001.backup")
	if err := os.WriteFile(path, []byte("yttra-backup 2\n{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := Look(path); app.CodeOf(got.Fault) != app.CodeNewer {
		t.Errorf("%v", got.Fault)
	}
}

// The file of an annex that is changed or gone makes a backup damaged; the next one
// copies it anew.
func TestFilesOfBackups(t *testing.T) {
	dir := t.TempDir()
	info := written(t, dir, 1, 2, "a", "b")
	_, files, _ := contents(info.Path)
	at := Bytes(dir, files["ab/a"])
	for _, harm := range []func() error{func() error { return os.WriteFile(at, []byte("annat"), 0o600) }, func() error { return os.Remove(at) }} {
		if err := harm(); err != nil {
			t.Fatal(err)
		}
		if _, err := Verify(context.Background(), info.Path, dir, nil); app.CodeOf(err) != app.CodeBackup {
			t.Fatal(err)
		}
		written(t, dir, 2, 2, "a")
		if _, err := Verify(context.Background(), info.Path, dir, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := Remove(info); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "1234.part"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Sweep(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(Bytes(dir, files["ab/b"])); !errors.Is(err, os.ErrNotExist) {
		t.Error("a file that no backup needs is left")
	}
	if _, err := os.Stat(at); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*"+part)); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestListAndCopy(t *testing.T) {
	dir, other := t.TempDir(), filepath.Join(t.TempDir(), "stick")
	one, two := written(t, dir, 1, 5, "a"), written(t, dir, 2, 6)
	got, err := Copy(context.Background(), one, other, nil)
	if err != nil || filepath.Dir(got.Path) != other {
		t.Fatalf("%+v %v", got, err)
	}
	if _, err := Verify(context.Background(), got.Path, other, nil); err != nil {
		t.Error(err)
	}
	if err := os.Truncate(two.Path, two.Size/2); err != nil {
		t.Fatal(err)
	}
	all, err := List(dir)
	if err != nil || len(all) != 2 || all[0].Header.Seq != 2 || all[0].Fault == nil || all[1].Fault != nil {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := Copy(context.Background(), all[0], other, nil); app.CodeOf(err) != app.CodeBackup {
		t.Error("a damaged backup is copied:", err)
	}
	if none, err := List(filepath.Join(dir, "none")); none != nil || err != nil {
		t.Error(none, err)
	}
	if all, _ := List(other); len(all) != 1 {
		t.Errorf("%+v", all)
	}
}

func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	info := written(t, dir, 3, 20, "a", "b")
	_, err := Rewrite(context.Background(), info.Path, 1, func(key, v []byte) ([]byte, bool) {
		return v, string(key) != "matter/000004" && (v != nil || string(key) != "ab/b")
	})
	if err != nil {
		t.Fatal(err)
	}
	records, files, err := contents(info.Path)
	if _, ok := records["matter/000004"]; ok || err != nil || len(records) != 19 || len(files) != 1 {
		t.Errorf("%d %v %v", len(records), files, err)
	}
	if again := Look(info.Path); again.Header.Erased != 1 || !again.Header.Made.Equal(info.Header.Made) || again.Header.Seq != 3 {
		t.Errorf("%+v", again)
	}
}

func TestWriterRefuses(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Header{Made: made, Seq: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Drop()
	if err := errors.Join(w.Add([]byte("b"), sealed("b", 1))); err != nil {
		t.Fatal(err)
	}
	if err := w.Add([]byte("a"), sealed("a", 1)); err == nil {
		t.Error("records out of order")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := w.Finish(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("%v is left", entries)
	}
	if _, err := Create(filepath.Join(dir, "a\x00b"), Header{Made: made}); app.CodeOf(err) != app.CodeNoFile {
		t.Error(err)
	}
}

func TestArchive(t *testing.T) {
	dir := t.TempDir()
	info := written(t, dir, 1, 9000, "a")
	a, err := Open(context.Background(), info.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if len(a.frames) < 3 {
		t.Fatalf("%d frames try nothing", len(a.frames))
	}
	for _, i := range []int{0, 1, 4444, 8999} {
		key := fmt.Sprintf("matter/%06d", i)
		if v, ok, err := a.Get([]byte(key)); err != nil || !ok || !bytes.Equal(v, sealed(key, 1)) {
			t.Errorf("%s: %v %v", key, ok, err)
		}
	}
	for _, key := range []string{"", "a", "matter/00000", "matter/9", "z"} {
		if _, ok, err := a.Get([]byte(key)); ok || err != nil {
			t.Errorf("%q: %v %v", key, ok, err)
		}
	}
	for prefix, want := range map[string]int{"": 9000, "matter/0001": 100, "matter/": 9000, "b": 0, "x": 0} {
		n := 0
		if err := a.Each([]byte(prefix), func(_, _ []byte) error { n++; return nil }); err != nil || n != want {
			t.Errorf("%q: %d %v", prefix, n, err)
		}
	}
}
