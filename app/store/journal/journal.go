package journal

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// header begins every file of a journal; it tells a person what it is.
const header = "yttra-journal 1\n"

const suffix = ".journal"

// mostFile is the size, in bytes, from which a new file is begun.
const mostFile = 16 << 20

// Journal is the journal of a register: a folder of files, each named by the number
// of its first batch. One goroutine at a time may use it.
type Journal struct {
	dir    string
	f      *os.File // where batches are appended; nil before the first
	at     int64    // where its last whole frame ends
	before int64    // where the one before that ends
	last   uint64   // number of the last batch; 0: none
	broken error    // why nothing more may be appended
}

// Open opens the journal in a folder, which is made when it is not there. A last
// frame that was cut off by an end in mid-write was never acknowledged and is taken
// away; any other damage is left, and told by Each.
func Open(dir string) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &Journal{dir: dir}
	files, err := j.files()
	if err != nil || len(files) == 0 {
		return j, err
	}
	latest := files[len(files)-1]
	j.last = latest.first - 1
	f, err := os.OpenFile(latest.path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	if err := j.toEnd(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	j.f = f
	return j, nil
}

// toEnd finds the end of the latest file, and cuts off what was never finished.
func (j *Journal) toEnd(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	j.at, j.before = int64(len(header)), int64(len(header))
	if info.Size() < j.at { // it was begun, and nothing was promised yet
		_, err := f.WriteAt([]byte(header), 0)
		return cmp.Or(err, f.Sync())
	}
	frames := NewFrames(f, j.at, info.Size())
	for {
		b, err := frames.Next()
		var d *Damage
		switch {
		case err == nil:
			j.last, j.at = max(j.last, b.Seq), frames.At()
		case errors.As(err, &d) && !d.End:
			j.at = d.To
		case err == io.EOF || d != nil:
			j.before = j.at
			if j.at == info.Size() {
				return nil
			}
			return cmp.Or(f.Truncate(j.at), f.Sync())
		}
	}
}

// Last is the number of the last batch; 0 when there is none.
func (j *Journal) Last() uint64 { return j.last }

// Append writes a batch and forces it to the disk: when nil is returned it survives a
// power cut. When it fails nothing has been appended.
func (j *Journal) Append(b Batch) error {
	if j.broken != nil {
		return j.broken
	}
	frame, err := AppendFrame(nil, b)
	if err != nil {
		return err
	}
	if err := j.room(b.Seq, int64(len(frame))); err != nil {
		return err
	}
	if _, err = j.f.WriteAt(frame, j.at); err == nil {
		err = j.f.Sync()
	}
	if err != nil {
		return errors.Join(err, j.cut(j.at))
	}
	j.before, j.at, j.last = j.at, j.at+int64(len(frame)), b.Seq
	return nil
}

// Undo takes the last batch away again, when what it is for could not be done.
func (j *Journal) Undo() error {
	if err := j.cut(j.before); err != nil {
		return err
	}
	j.at, j.last = j.before, j.last-1
	return nil
}

// cut ends the file at a byte. When that cannot be done nothing more is appended: it
// would stand behind something that nobody was promised.
func (j *Journal) cut(at int64) error {
	if err := cmp.Or(j.f.Truncate(at), j.f.Sync()); err != nil {
		j.broken = fmt.Errorf("the journal cannot be written: %w", err)
		return j.broken
	}
	return nil
}

// room begins a new file when there is none, or when the latest is full.
func (j *Journal) room(seq uint64, size int64) error {
	if j.f != nil && j.at+size <= mostFile {
		return nil
	}
	if j.f != nil && j.at == int64(len(header)) { // a batch that no file is large enough for
		return nil
	}
	path := filepath.Join(j.dir, fmt.Sprintf("%020d", seq)+suffix)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err = f.WriteString(header); err == nil {
		err = cmp.Or(f.Sync(), SyncFolder(j.dir))
	}
	if err != nil {
		return errors.Join(err, f.Close(), os.Remove(path))
	}
	if j.f != nil {
		if err := j.f.Close(); err != nil {
			return errors.Join(err, f.Close(), os.Remove(path))
		}
	}
	j.f, j.at, j.before = f, int64(len(header)), int64(len(header))
	return nil
}

// Hole is a part of the journal that cannot be read.
type Hole struct {
	File string // its name, without the folder
	Damage
	After uint64 // number of the last batch before it
}

// Each calls fn with every batch whose number is larger than after, in order, and
// tells the holes it went past. Numbers that are missing between two files are a hole
// of no bytes. It fails only when fn does or the folder cannot be read.
func (j *Journal) Each(after uint64, fn func(Batch) error) ([]Hole, error) {
	files, err := j.files()
	if err != nil {
		return nil, err
	}
	var holes []Hole
	seen := uint64(0)
	for i, file := range files {
		if i+1 < len(files) && files[i+1].first <= after+1 {
			continue
		}
		err := eachIn(file.path, func(b Batch, d *Damage) error {
			name := filepath.Base(file.path)
			if d != nil {
				holes = append(holes, Hole{File: name, Damage: *d, After: seen})
				return nil
			}
			if seen > 0 && b.Seq != seen+1 && (len(holes) == 0 || holes[len(holes)-1].After != seen) {
				holes = append(holes, Hole{File: name, After: seen})
			}
			seen = b.Seq
			if b.Seq <= after {
				return nil
			}
			return fn(b)
		})
		if err != nil {
			return holes, err
		}
	}
	return holes, nil
}

// eachIn calls fn with every batch of a file, and with every damage.
func eachIn(path string, fn func(Batch, *Damage) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var head [len(header)]byte
	if _, err := f.ReadAt(head[:], 0); err != nil || string(head[:]) != header {
		if err := fn(Batch{}, &Damage{To: min(info.Size(), int64(len(header)))}); err != nil {
			return err
		}
	}
	frames := NewFrames(f, int64(len(header)), info.Size())
	for {
		b, err := frames.Next()
		var d *Damage
		if err == io.EOF {
			return nil
		}
		if errors.As(err, &d) {
			err = fn(Batch{}, d)
		} else if err == nil {
			err = fn(b, nil)
		}
		if err != nil {
			return err
		}
	}
}

// Drop removes the files whose batches all have numbers of at most upTo; what was
// kept otherwise, in a verified backup, needs them no more. The latest file stays.
func (j *Journal) Drop(upTo uint64) error {
	files, err := j.files()
	if err != nil {
		return err
	}
	for i, f := range files {
		if i+1 < len(files) && files[i+1].first <= upTo+1 {
			err = errors.Join(err, os.Remove(f.path))
		}
	}
	return err
}

// Close ends the journal. Everything in it is on the disk already.
func (j *Journal) Close() error {
	if j.f == nil {
		return nil
	}
	err := j.f.Close()
	j.f, j.broken = nil, errors.New("the journal is closed")
	return err
}

type file struct {
	path  string
	first uint64
}

// files are those of the journal, in order. Others in the folder are let be.
func (j *Journal) files() ([]file, error) {
	entries, err := os.ReadDir(j.dir)
	if err != nil {
		return nil, err
	}
	var out []file
	for _, e := range entries {
		number, ok := strings.CutSuffix(e.Name(), suffix)
		first, err := strconv.ParseUint(number, 10, 64)
		if ok && err == nil && first > 0 && !e.IsDir() {
			out = append(out, file{filepath.Join(j.dir, e.Name()), first})
		}
	}
	slices.SortFunc(out, func(a, b file) int { return cmp.Compare(a.first, b.first) })
	return out, nil
}
