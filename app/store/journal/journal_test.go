package journal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func opened(t *testing.T, dir string) *Journal {
	t.Helper()
	j, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func batch(seq uint64, size int) Batch {
	return Batch{Seq: seq, Ops: []Op{{[]byte(fmt.Sprint(seq)), bytes.Repeat([]byte{byte(seq)}, size)}}}
}

func seqs(t *testing.T, j *Journal, after uint64) (out []uint64, holes []Hole) {
	t.Helper()
	holes, err := j.Each(after, func(b Batch) error { out = append(out, b.Seq); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return out, holes
}

func TestBatchesAreThereAgain(t *testing.T) {
	dir := t.TempDir()
	for round := range uint64(3) {
		j := opened(t, dir)
		if j.Last() != 2*round {
			t.Fatalf("round %d begins after %d", round, j.Last())
		}
		for i := range uint64(2) {
			if err := j.Append(batch(2*round+i+1, 9<<20)); err != nil {
				t.Fatal(err)
			}
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	j := opened(t, dir)
	got, holes := seqs(t, j, 2)
	if fmt.Sprint(got) != "[3 4 5 6]" || len(holes) != 0 {
		t.Errorf("%v %v", got, holes)
	}
	if err := j.Drop(3); err != nil {
		t.Fatal(err)
	}
	if got, holes := seqs(t, j, 0); fmt.Sprint(got) != "[4 5 6]" || len(holes) != 0 {
		t.Errorf("after the drop: %v %v", got, holes)
	}
	if err := j.Drop(99); err != nil {
		t.Fatal(err)
	}
	if got, _ := seqs(t, j, 0); fmt.Sprint(got) != "[6]" {
		t.Errorf("the latest file: %v", got)
	}
}

func TestWriteThatWasCutOff(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	for i := range uint64(3) {
		if err := j.Append(batch(i+1, 100)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, fmt.Sprintf("%020d", 1)+suffix)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) {
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		j := opened(t, dir)
		last := j.Last()
		if err := j.Append(batch(last+1, 100)); err != nil {
			t.Fatal(err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		got, holes := seqs(t, opened(t, dir), 0)
		if len(got) != int(last)+1 || cut >= len(header) && len(holes) != 0 {
			t.Fatalf("cut at %d: %v %v", cut, got, holes)
		}
	}
}

func TestUndo(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	for i := range uint64(2) {
		if err := j.Append(batch(i+1, 10)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(batch(2, 20)); err != nil {
		t.Fatal(err)
	}
	if got, holes := seqs(t, opened(t, dir), 0); fmt.Sprint(got) != "[1 2]" || len(holes) != 0 {
		t.Errorf("%v %v", got, holes)
	}
}

func TestDamageInTheMiddleIsAHole(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	for i := range uint64(4) {
		if err := j.Append(batch(i+1, 3<<20)); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, fmt.Sprintf("%020d", 1)+suffix)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte{0xee}, 4<<20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	got, holes := seqs(t, j, 0)
	if fmt.Sprint(got) != "[1 3 4]" || len(holes) != 1 || holes[0].After != 1 || holes[0].Before != 3 {
		t.Errorf("%v %+v", got, holes)
	}
	if got, holes := seqs(t, j, 2); fmt.Sprint(got) != "[3 4]" || len(holes) != 0 {
		t.Errorf("behind the hole: %v %+v", got, holes)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got, _ := seqs(t, j, 0); fmt.Sprint(got) != "[3 4]" {
		t.Errorf("%v", got)
	}
}
