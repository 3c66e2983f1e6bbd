package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var errDisk = errors.New("the disk says no")

// After a failed sync nobody knows what is on the disk: what is appended next stands
// in a new file, and what the old one may hold of the failed batch counts for nothing.
func TestFailedSync(t *testing.T) {
	for name, ghost := range map[string]bool{"cut off": false, "left on the disk": true} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := opened(t, dir)
			for i := range uint64(2) {
				if err := j.Append(batch(i+1, 10)); err != nil {
					t.Fatal(err)
				}
			}
			old := j.f.Name()
			j.force = func(*os.File) error { return errDisk }
			for range 2 { // the second finds no file it could begin
				if err := j.Append(batch(3, 10)); !errors.Is(err, errDisk) || j.Last() != 2 {
					t.Fatal(err, j.Last())
				}
			}
			if ghost {
				frame, _ := AppendFrame(nil, batch(3, 99))
				f, err := os.OpenFile(old, os.O_APPEND|os.O_WRONLY, 0)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := f.Write(frame); err != nil {
					t.Fatal(err)
				}
				f.Close()
			}
			j.force = (*os.File).Sync
			for i := range uint64(2) {
				if err := j.Append(batch(3+i, 10)); err != nil {
					t.Fatal(err)
				}
			}
			if j.f.Name() == old {
				t.Error("the old file is written to")
			}
			var sizes []int
			holes, err := opened(t, dir).Each(0, func(b Batch) error {
				sizes = append(sizes, int(b.Seq)*100+len(b.Ops[0].Value))
				return nil
			})
			if err != nil || fmt.Sprint(sizes) != "[110 210 310 410]" || len(holes) > 0 {
				t.Errorf("%v %v %v", sizes, holes, err)
			}
		})
	}
}

// A file that was begun for a batch whose sync failed gives way to another.
func TestFailedSyncOfTheFirstBatch(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	n := 0
	j.force = func(f *os.File) error {
		if n++; n == 2 {
			return errDisk
		}
		return f.Sync()
	}
	if err := j.Append(batch(1, 10)); !errors.Is(err, errDisk) {
		t.Fatal(err)
	}
	if err := j.Append(batch(1, 20)); err != nil {
		t.Fatal(err)
	}
	if got, holes := seqs(t, opened(t, dir), 0); fmt.Sprint(got) != "[1]" || len(holes) != 0 {
		t.Errorf("%v %v", got, holes)
	}
}

func TestFailedWrite(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	if err := j.Append(batch(1, 10)); err != nil {
		t.Fatal(err)
	}
	whole := j.f
	var err error
	if j.f, err = os.Open(whole.Name()); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(batch(2, 10)); err == nil || j.Last() != 1 {
		t.Fatal("a file that cannot be written took a batch")
	}
	if err := j.Append(batch(2, 10)); err != nil {
		t.Fatal(err)
	}
	whole.Close()
	if got, holes := seqs(t, opened(t, dir), 0); fmt.Sprint(got) != "[1 2]" || len(holes) != 0 {
		t.Errorf("%v %v", got, holes)
	}
}

// A batch that could not be taken away again may be there: nothing more is appended.
func TestFailedUndo(t *testing.T) {
	j := opened(t, t.TempDir())
	if err := j.Append(batch(1, 10)); err != nil {
		t.Fatal(err)
	}
	j.force = func(*os.File) error { return errDisk }
	if err := j.Undo(); !errors.Is(err, errDisk) {
		t.Fatal(err)
	}
	j.force = (*os.File).Sync
	if err := j.Append(batch(2, 10)); !errors.Is(err, errDisk) {
		t.Error(err)
	}
	if err := j.Undo(); !errors.Is(err, errDisk) {
		t.Error(err)
	}
}

func TestSkip(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	if err := j.Append(batch(7, 10)); err == nil {
		t.Error("it does not follow on nothing")
	}
	if err := errors.Join(j.Skip(6), j.Append(batch(7, 10)), j.Skip(7), j.Skip(9), j.Append(batch(10, 10))); err != nil {
		t.Fatal(err)
	}
	j = opened(t, dir)
	got, holes := seqs(t, j, 0)
	if fmt.Sprint(got) != "[7 10]" || len(holes) != 1 || holes[0].After != 7 || holes[0].Before != 10 || j.Last() != 10 {
		t.Errorf("%v %+v", got, holes)
	}
}

// What is cut off the end may have been promised and damaged since: it is kept, until
// the file is let go.
func TestTailIsKept(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	for i := range uint64(2) {
		if err := j.Append(batch(i+1, 100)); err != nil {
			t.Fatal(err)
		}
	}
	path, from := j.f.Name(), j.before
	j.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)-5] ^= 1
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	j = opened(t, dir)
	kept, err := os.ReadFile(path + cutSuffix)
	if err != nil || !bytes.Equal(kept, data[from:]) || j.Last() != 1 {
		t.Errorf("%d bytes, %v", len(kept), err)
	}
	if err := errors.Join(j.Skip(5), j.Append(batch(6, 10)), j.Drop(5)); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
}

// A file that was made longer and never written has zeros at its end.
func TestZerosAtTheEnd(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	if err := j.Append(batch(1, 100)); err != nil {
		t.Fatal(err)
	}
	path, at := j.f.Name(), j.at
	j.Close()
	if err := os.Truncate(path, at+5000); err != nil {
		t.Fatal(err)
	}
	j = opened(t, dir)
	if _, err := os.Stat(path + cutSuffix); err == nil {
		t.Error("zeros are kept")
	}
	if err := j.Append(batch(2, 100)); err != nil {
		t.Fatal(err)
	}
	if got, holes := seqs(t, j, 0); fmt.Sprint(got) != "[1 2]" || len(holes) != 0 {
		t.Errorf("%v %v", got, holes)
	}
}
