package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"testing"
)

func three(t *testing.T) (data []byte, ends []int) {
	t.Helper()
	for i := range 3 {
		var err error
		b := Batch{Seq: uint64(i + 1), Ops: []Op{{[]byte(fmt.Sprint("key", i)), []byte("värde YtF1 med märket i sig")}, {Key: []byte("gone")}, {[]byte("tom"), []byte{}}}}
		if data, err = AppendFrame(data, b); err != nil {
			t.Fatal(err)
		}
		ends = append(ends, len(data))
	}
	return data, ends
}

func all(data []byte) (seqs []uint64, damages []Damage) {
	f := NewFrames(bytes.NewReader(data), 0, int64(len(data)))
	for {
		b, err := f.Next()
		var d *Damage
		switch {
		case err == io.EOF:
			return seqs, damages
		case errors.As(err, &d):
			damages = append(damages, *d)
		default:
			seqs = append(seqs, b.Seq)
		}
	}
}

func TestFramesComeBack(t *testing.T) {
	data, _ := three(t)
	f := NewFrames(bytes.NewReader(data), 0, int64(len(data)))
	for i := range 3 {
		b, err := f.Next()
		if err != nil || b.Seq != uint64(i+1) || len(b.Ops) != 3 || string(b.Ops[0].Key) != fmt.Sprint("key", i) ||
			b.Ops[1].Value != nil || b.Ops[2].Value == nil || len(b.Ops[2].Value) != 0 {
			t.Fatalf("%+v %v", b, err)
		}
	}
	if _, err := f.Next(); err != io.EOF {
		t.Error(err)
	}
}

// Whatever byte is changed, the other frames are found, and the changed one is not
// taken for whole.
func TestDamagedFrameLeavesTheOthers(t *testing.T) {
	data, ends := three(t)
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 0x41
		hit := 0
		for i >= ends[hit] {
			hit++
		}
		seqs, damages := all(bad)
		if len(seqs) != 2 || seqs[0] == uint64(hit+1) || seqs[1] == uint64(hit+1) || len(damages) != 1 || damages[0].End != (hit == 2) {
			t.Fatalf("byte %d of frame %d: %v %v", i, hit+1, seqs, damages)
		}
	}
}

func TestCutFrames(t *testing.T) {
	data, ends := three(t)
	for n := range data {
		whole := 0
		for whole < 3 && n >= ends[whole] {
			whole++
		}
		seqs, damages := all(data[:n])
		clean := n == 0 || whole > 0 && n == ends[whole-1]
		if len(seqs) != whole || (len(damages) == 0) != clean || !clean && !damages[0].End {
			t.Fatalf("%d bytes: %v %v", n, seqs, damages)
		}
	}
}

func TestTooLargeBatch(t *testing.T) {
	if _, err := AppendFrame(nil, Batch{Ops: []Op{{Key: []byte("k"), Value: make([]byte, MostFrame)}}}); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}
