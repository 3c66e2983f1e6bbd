package journal

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// header begins every file of a journal; it tells a person what it is.
const header = "yttra-journal 1\n"

const (
	suffix    = ".journal"
	cutSuffix = ".cut" // of what was cut off the end of a file, beside it
)

// mostFile is the size, in bytes, from which a new file is begun. The latest file is
// read from end to end when a journal is opened.
const mostFile = 8 << 20

// Journal is the journal of a register: a folder of files, each named by the number
// of its first batch. One goroutine at a time may use it.
type Journal struct {
	dir    string
	f      *os.File // where batches are appended; nil: the next begins a file
	at     int64    // where its last whole frame ends
	before int64    // where the one before that ends
	last   uint64   // number of the last batch; 0: none
	full   bool     // the next batch begins a new file
	broken error    // why nothing more may be appended
	force  func(*os.File) error
}

// Open opens the journal in a folder, which is made when it is not there. A last
// frame that was cut off by an end in mid-write was never acknowledged and is moved out
// of the way, to a file beside; any other damage is left, and told by Each.
func Open(dir string) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &Journal{dir: dir, force: (*os.File).Sync}
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
	if err := j.toEnd(f, latest); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	j.f = f
	return j, nil
}

// toEnd finds the end of the latest file, and cuts off what was never finished.
func (j *Journal) toEnd(f *os.File, which file) error {
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
			return cmp.Or(which.keepTail(f, j.at, info.Size()), f.Truncate(j.at), f.Sync())
		}
	}
}

// keepTail copies what is about to be cut off: whether it was promised, or had never
// been finished, cannot be told from it. Zeros are what a file that was grown and not
// written has, and say nothing. A disk without room for the copy must not keep the
// register shut.
func (w file) keepTail(f *os.File, from, to int64) error {
	tail := make([]byte, min(to-from, MostFrame))
	if _, err := f.ReadAt(tail, from); err != nil || len(bytes.Trim(tail, "\x00")) == 0 {
		return nil
	}
	_ = os.WriteFile(w.path+cutSuffix, tail, 0o600)
	return nil
}

// Last is the number of the last batch; 0 when there is none.
func (j *Journal) Last() uint64 { return j.last }

// Append writes a batch and forces it to the disk: when nil is returned it survives a
// power cut. Its number follows on the last. When it fails the batch counts as never
// having been there.
//
// When forcing fails, nobody knows what of the file is on the disk, and the system may
// say the next time that all is well. So nothing more is written to that file: the next
// batch begins another, and what the old one holds from its number on is void.
func (j *Journal) Append(b Batch) error {
	if j.broken != nil {
		return j.broken
	}
	if b.Seq != j.last+1 {
		return fmt.Errorf("batch %d does not follow on %d", b.Seq, j.last)
	}
	frame, err := AppendFrame(nil, b)
	if err != nil {
		return err
	}
	if err := j.room(b.Seq, int64(len(frame))); err != nil {
		return err
	}
	if _, err = j.f.WriteAt(frame, j.at); err == nil {
		if err = j.force(j.f); err != nil {
			return errors.Join(err, j.f.Truncate(j.at), j.abandon())
		}
	}
	if err != nil {
		return errors.Join(err, j.cut(j.at))
	}
	j.before, j.at, j.last = j.at, j.at+int64(len(frame)), b.Seq
	return nil
}

// Undo takes the last batch away again, when what it is for could not be done. When it
// fails the batch may be there when the journal is opened again, and nothing more is
// appended until then.
func (j *Journal) Undo() error {
	if j.broken != nil || j.f == nil {
		return cmp.Or(j.broken, errors.New("there is no last batch"))
	}
	if err := cmp.Or(j.f.Truncate(j.before), j.force(j.f)); err != nil {
		j.broken = fmt.Errorf("the journal cannot be written: %w", err)
		return j.broken
	}
	j.at, j.last = j.before, j.last-1
	return nil
}

// Skip begins a new file at the next batch, which is numbered from here: what lies
// between is not in the journal.
func (j *Journal) Skip(to uint64) error {
	if j.broken != nil || to <= j.last {
		return j.broken
	}
	j.last = to
	return j.abandon()
}

// cut ends the file at a byte. When that cannot be done nothing more is written to it.
func (j *Journal) cut(at int64) error {
	if err := cmp.Or(j.f.Truncate(at), j.force(j.f)); err != nil {
		return errors.Join(err, j.abandon())
	}
	return nil
}

// abandon leaves the file that is written to; one without a batch is removed, for the
// next will have its name. When that cannot be done nothing more is appended.
func (j *Journal) abandon() error {
	f := j.f
	if j.f = nil; f == nil {
		return nil
	}
	err := f.Close()
	if j.at == int64(len(header)) {
		if gone := os.Remove(f.Name()); gone != nil {
			j.broken = fmt.Errorf("the journal cannot be written: %w", gone)
		}
	}
	return err
}

// room begins a new file when there is none, or when the latest is full.
func (j *Journal) room(seq uint64, size int64) error {
	if j.f != nil && (j.at+size <= mostFile && !j.full || j.at == int64(len(header))) { // one batch fits any file
		return nil
	}
	path := filepath.Join(j.dir, fmt.Sprintf("%020d", seq)+suffix)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err = f.WriteString(header); err == nil {
		err = cmp.Or(j.force(f), SyncFolder(j.dir))
	}
	if err != nil {
		return errors.Join(err, f.Close(), os.Remove(path))
	}
	if j.f != nil {
		if err := j.f.Close(); err != nil {
			return errors.Join(err, f.Close(), os.Remove(path))
		}
	}
	j.f, j.at, j.before, j.full = f, int64(len(header)), int64(len(header)), false
	return nil
}

// Turn lets the next batch begin a new file, so that those before it can be dropped as
// soon as a backup has what is in them.
func (j *Journal) Turn() { j.full = true }

// Hole is where batches are missing.
type Hole struct {
	File   string // its name, without the folder
	Damage        // what lies there instead; of no bytes when nothing does
	After  uint64 // number of the last batch before it
	Before uint64 // number of the first behind it; 0: nobody knows where it ends
}

// Each calls fn with every batch whose number is larger than after, in order, and
// tells the holes among these. Damage where no number is missing is no hole. It fails
// only when fn does or the folder cannot be read.
func (j *Journal) Each(after uint64, fn func(Batch) error) ([]Hole, error) {
	files, err := j.files()
	if err != nil {
		return nil, err
	}
	var holes []Hole
	var open *Hole // damage, until it is known what comes behind it
	seen := uint64(0)
	for i, file := range files {
		void := uint64(math.MaxUint64)
		if i+1 < len(files) {
			if void = files[i+1].first; void <= after+1 {
				continue
			}
		}
		if seen == 0 {
			seen = file.first - 1
		}
		err := eachIn(file.path, func(b Batch, d *Damage) error {
			name := filepath.Base(file.path)
			if d != nil {
				if open == nil {
					open = &Hole{File: name, Damage: *d, After: seen}
				}
				return nil
			}
			if b.Seq >= void || b.Seq <= seen {
				return nil // written where forcing failed, or a second time
			}
			if b.Seq != seen+1 {
				if open == nil {
					open = &Hole{File: name, After: seen}
				}
				if open.Before = b.Seq; b.Seq > after+1 {
					holes = append(holes, *open)
				}
			}
			if open, seen = nil, b.Seq; seen <= after {
				return nil
			}
			return fn(b)
		})
		if err != nil {
			return holes, err
		}
	}
	if open != nil {
		holes = append(holes, *open)
	}
	return holes, nil
}

// Read is Each of the journal in a folder that is not open, and changes nothing in it.
// One that is not there has no batches.
func Read(dir string, after uint64, fn func(Batch) error) ([]Hole, error) {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return (&Journal{dir: dir}).Each(after, fn)
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
			if gone := os.Remove(f.path + cutSuffix); !errors.Is(gone, os.ErrNotExist) {
				err = errors.Join(err, gone)
			}
		}
	}
	return err
}

// Since is how many bytes the files take that hold batches after one.
func (j *Journal) Since(after uint64) (size int64, err error) {
	files, err := j.files()
	for i, f := range files {
		if i+1 < len(files) && files[i+1].first <= after+1 {
			continue
		}
		info, err := os.Stat(f.path)
		if err != nil {
			return size, err
		}
		size += info.Size()
	}
	return size, err
}

// Close ends the journal. Everything in it is on the disk already.
func (j *Journal) Close() error {
	j.broken = errors.New("the journal is closed")
	if j.f == nil {
		return nil
	}
	err := j.f.Close()
	j.f = nil
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
