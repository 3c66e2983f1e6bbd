package backup

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"

	"yttra/app/store/journal"
)

// Records are gathered into frames of about so many bytes, and what has been written
// is forced to the disk at every such stretch: a save that is forced there meanwhile
// would otherwise wait for all of it.
const (
	frameSize = 256 << 10
	stretch   = 512 << 10
	pause     = 12 * time.Millisecond // after each stretch: the disk belongs to whoever saves
)

// Writer writes a backup beside its place. It comes there, by Finish, when all of it
// has been read back.
type Writer struct {
	dir, path string
	f         *os.File
	out       *bufio.Writer
	sum       hash.Hash
	header    Header
	foot      Foot
	frame     journal.Batch
	size      int // bytes in frame
	at        int64
	synced    int64
	last      []byte // key that was added last
	buf       []byte
}

// Create begins a backup in a folder, which is made when it is not there. It fails
// with CodeNoFile.
func Create(dir string, h Header) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, unread(dir, err)
	}
	f, err := os.CreateTemp(dir, "*"+part)
	if err != nil {
		return nil, unread(dir, err)
	}
	w := &Writer{dir: dir, path: filepath.Join(dir, NameOf(h)), f: f, sum: sha256.New(), header: h, frame: journal.Batch{Seq: 1}}
	w.out = bufio.NewWriterSize(io.MultiWriter(f, w.sum), 64<<10)
	head, err := json.Marshal(h)
	if err == nil {
		err = w.write(append(append([]byte(first), head...), '\n'))
	}
	if err != nil {
		w.Drop()
		return nil, unread(dir, err)
	}
	return w, nil
}

// Add adds a record. Keys come in their order, and before all files.
func (w *Writer) Add(key, sealed []byte) error {
	if bytes.Compare(key, w.last) <= 0 && w.foot.Records > 0 || w.foot.Files > 0 {
		return fmt.Errorf("add %s after %s", key, w.last)
	}
	w.last = append(w.last[:0], key...)
	w.foot.Records++
	return w.op(bytes.Clone(key), bytes.Clone(sealed))
}

// File copies a file of the register to those of the backups, when it is not there,
// and notes that this backup needs it, under its name in the register.
func (w *Writer) File(ctx context.Context, name, path string) error {
	sum, err := keep(ctx, w.dir, path)
	if err != nil {
		return err
	}
	return w.note(name, sum)
}

// Has notes that this backup needs a file that lies with the backups already, with its
// name in the register. It fails when the file is not there, or not whole.
func (w *Writer) Has(ctx context.Context, name, sum string) error {
	if err := whole(ctx, w.dir, sum); err != nil {
		return err
	}
	return w.note(name, sum)
}

// note names a file that lies with the backups already.
func (w *Writer) note(name, sum string) error {
	if w.foot.Files == 0 {
		if err := w.flush(); err != nil {
			return err
		}
		w.frame.Seq, w.foot.FilesAt = 0, w.at
	}
	w.foot.Files++
	raw, err := hex.DecodeString(sum)
	if err != nil {
		return err
	}
	return w.op([]byte(name), raw)
}

func (w *Writer) op(key, value []byte) error {
	w.frame.Ops = append(w.frame.Ops, journal.Op{Key: key, Value: value})
	w.size += len(key) + len(value)
	if w.size < frameSize {
		return nil
	}
	return w.flush()
}

// flush writes the frame that has been gathered.
func (w *Writer) flush() (err error) {
	if len(w.frame.Ops) == 0 {
		return nil
	}
	if w.buf, err = journal.AppendFrame(w.buf[:0], w.frame); err != nil {
		return err
	}
	if err := w.write(w.buf); err != nil {
		return err
	}
	w.frame.Ops, w.size = w.frame.Ops[:0], 0
	if w.frame.Seq > 0 {
		w.frame.Seq++
	}
	return nil
}

func (w *Writer) write(b []byte) error {
	n, err := w.out.Write(b)
	if w.at += int64(n); err != nil || w.at-w.synced < stretch {
		return unread(w.path, err)
	}
	from := w.synced
	w.synced = w.at
	if err := cmp.Or(w.out.Flush(), begin(w.f, from, w.at-from)); err != nil {
		return unread(w.path, err)
	}
	time.Sleep(pause)
	return nil
}

// Finish ends the backup, reads all of it back, and puts it in its place. When it
// fails there is no new backup, and an old one of the same name is as it was.
func (w *Writer) Finish(ctx context.Context) (Info, error) {
	if w.f == nil {
		return Info{}, errEnded
	}
	info, err := w.finish(ctx)
	if err != nil {
		w.Drop()
		return Info{}, unread(w.path, err)
	}
	return info, nil
}

func (w *Writer) finish(ctx context.Context) (info Info, err error) {
	if err := w.flush(); err != nil {
		return info, err
	}
	if err := w.out.Flush(); err != nil {
		return info, err
	}
	if w.foot.Files == 0 {
		w.foot.FilesAt = w.at
	}
	w.foot.Bytes, w.foot.SHA256 = w.at, hex.EncodeToString(w.sum.Sum(nil))
	foot, err := json.Marshal(w.foot)
	if err != nil {
		return info, err
	}
	if _, err := w.f.Write(append(foot, '\n')); err != nil {
		return info, err
	}
	if err := cmp.Or(w.f.Sync(), w.f.Close()); err != nil {
		return info, err
	}
	forget(w.f.Name())
	if info, err = Read(ctx, w.f.Name(), Contents{}); err != nil {
		return info, err
	}
	if info.Foot != w.foot {
		return info, bad(w.path, "it was written with %d records and read back with %d", w.foot.Records, info.Foot.Records)
	}
	if err := settle(w.f.Name(), w.path); err != nil {
		return info, err
	}
	w.f, info.Path = nil, w.path
	return info, nil
}

// Drop ends a backup that shall not be. It may be called after Finish.
func (w *Writer) Drop() {
	if w.f != nil {
		_ = errors.Join(w.f.Close(), os.Remove(w.f.Name())) // what is left is taken away by Sweep
		w.f = nil
	}
}
