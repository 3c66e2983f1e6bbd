package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	"yttra/app"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// mostHead bounds the head of a backup, in bytes; mostFoot the foot.
const (
	mostHead = 1 << 20
	mostFoot = 512
)

// Contents hears what is in a backup, in order. Any may be nil. Keys and values
// are the hearer's.
type Contents struct {
	Record func(key, sealed []byte) error
	File   func(name, sum string) error // sum: SHA-256 of its bytes; see Bytes
	Frame  func(first []byte, at int64) // a frame of records: its first key, and the byte where it begins
	Step   func(done, total int)        // megabytes of the file
}

// Read reads a backup from end to end, and gives what is in it to c as it goes. Every
// frame and every envelope is checked before it is given; that the whole is what was
// written is known when nil is returned. It fails with CodeBackup, CodeNewer or
// CodeNoFile, and with what c fails with.
func Read(ctx context.Context, path string, c Contents) (Info, error) {
	f, err := os.Open(path)
	if err != nil {
		return Info{Path: path}, unread(path, err)
	}
	defer f.Close()
	info, at := look(f, path)
	if info.Fault != nil {
		return info, info.Fault
	}
	r := &through{ctx: ctx, f: f, sum: sha256.New(), path: path, step: c.Step, total: info.Size}
	if err := r.head(at); err != nil {
		return info, unread(path, err)
	}
	seen := Foot{Bytes: info.Foot.Bytes}
	if err := r.frames(at, info.Foot.Bytes, c, &seen); err != nil {
		return info, err
	}
	if seen.Files == 0 {
		seen.FilesAt = seen.Bytes
	}
	seen.SHA256 = hex.EncodeToString(r.sum.Sum(nil))
	if seen != info.Foot {
		return info, bad(path, "%d records and %d files with the sum %s, of %+v", seen.Records, seen.Files, seen.SHA256, info.Foot)
	}
	return info, nil
}

// Verify reads all of a backup, and every file that it needs out of dir, the folder
// that it lies in.
func Verify(ctx context.Context, path, dir string, step func(done, total int)) (Info, error) {
	return Read(ctx, path, Contents{Step: step, File: func(_, sum string) error { return whole(ctx, dir, sum) }})
}

// FileList gives the files that a backup names: their sums, by name. Only the end of the
// backup is read.
func FileList(info Info) (map[string]string, error) {
	if info.Fault != nil {
		return nil, info.Fault
	}
	f, err := os.Open(info.Path)
	if err != nil {
		return nil, unread(info.Path, err)
	}
	defer f.Close()
	out := map[string]string{}
	r := &through{ctx: context.Background(), f: f, sum: sha256.New(), path: info.Path}
	seen := Foot{}
	err = r.frames(info.Foot.FilesAt, info.Foot.Bytes, Contents{File: func(name, sum string) error { out[name] = sum; return nil }}, &seen)
	if err == nil && seen.Files != info.Foot.Files {
		err = bad(info.Path, "%d files of %d", seen.Files, info.Foot.Files)
	}
	return out, err
}

// through reads a file from its beginning to its end, once, and sums it.
type through struct {
	ctx   context.Context
	f     io.ReaderAt
	sum   hash.Hash
	at    int64
	path  string
	step  func(int, int)
	total int64
}

// ReadAt reads for the frames, which ask for one byte after the other as long as all
// is whole.
func (t *through) ReadAt(b []byte, at int64) (int, error) {
	if err := t.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := t.f.ReadAt(b, at)
	if at == t.at {
		t.sum.Write(b[:n])
		t.at += int64(n)
	}
	return n, err
}

func (t *through) head(n int64) error {
	_, err := t.ReadAt(make([]byte, n), 0)
	return err
}

func (t *through) frames(at, end int64, c Contents, seen *Foot) error {
	frames, number, last := journal.NewFrames(t, at, end), uint64(0), []byte(nil)
	for {
		begins := frames.At()
		b, err := frames.Next()
		if cancelled := t.ctx.Err(); cancelled != nil {
			return cancelled
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return bad(t.path, "%w", err)
		}
		switch {
		case b.Seq == 0:
			if seen.Files == 0 {
				seen.FilesAt = begins
			}
			err = t.files(b, c, seen)
		case b.Seq == number+1 && seen.Files == 0:
			number++
			if c.Frame != nil && len(b.Ops) > 0 {
				c.Frame(b.Ops[0].Key, begins)
			}
			last, err = t.records(b, last, c, seen)
		default:
			err = bad(t.path, "frame %d stands after %d", b.Seq, number)
		}
		if err != nil {
			return err
		}
		if t.step != nil {
			t.step(int(frames.At()>>20), int(t.total>>20))
		}
	}
}

func (t *through) records(b journal.Batch, last []byte, c Contents, seen *Foot) ([]byte, error) {
	for _, o := range b.Ops {
		if seen.Records > 0 && bytes.Compare(o.Key, last) <= 0 {
			return last, bad(t.path, "record %q stands after %q", o.Key, last)
		}
		last = o.Key
		seen.Records++
		if _, err := seal.Check(o.Key, o.Value); err != nil {
			if app.CodeOf(err) == app.CodeNewer {
				return last, err
			}
			return last, bad(t.path, "%w", err)
		}
		if c.Record != nil {
			if err := c.Record(o.Key, o.Value); err != nil {
				return last, err
			}
		}
	}
	return last, nil
}

func (t *through) files(b journal.Batch, c Contents, seen *Foot) error {
	for _, o := range b.Ops {
		seen.Files++
		if len(o.Value) != sha256.Size || !inside(string(o.Key)) {
			return bad(t.path, "%q is no file", o.Key)
		}
		if c.File != nil {
			if err := c.File(string(o.Key), hex.EncodeToString(o.Value)); err != nil {
				return err
			}
		}
	}
	return nil
}

// inside reports whether a name, with slashes, leads to a place inside a folder.
func inside(name string) bool { return filepath.IsLocal(filepath.FromSlash(name)) }

// look reads head and foot of a backup; at is where its frames begin. What is wrong
// is the info's fault.
func look(f *os.File, path string) (info Info, at int64) {
	info.Path = path
	info.Header, _ = named(filepath.Base(path))
	stat, err := f.Stat()
	if err != nil {
		info.Fault = unread(path, err)
		return info, 0
	}
	info.Size = stat.Size()
	if info.Header, at, err = readHead(f, path, info.Header); err == nil {
		info.Foot, err = readFoot(f, path, info.Size)
	}
	if err == nil && info.Foot.Bytes < at {
		err = bad(path, "the foot stands in the head")
	}
	info.Fault = unread(path, err)
	return info, at
}

func readHead(f *os.File, path string, guess Header) (h Header, at int64, err error) {
	head := make([]byte, mostHead)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return guess, 0, err
	}
	head = head[:n]
	if !bytes.HasPrefix(head, []byte(first)) {
		if line, _, ok := strings.Cut(string(head[:min(n, 40)]), "\n"); ok && strings.HasPrefix(line, "yttra-backup ") {
			return guess, 0, &app.Problem{Code: app.CodeNewer, What: filepath.Base(path), Where: line}
		}
		return guess, 0, bad(path, "it does not begin as a backup")
	}
	line := head[len(first):]
	end := bytes.IndexByte(line, '\n')
	if end < 0 {
		return guess, 0, bad(path, "its head has no end")
	}
	if err := json.Unmarshal(line[:end], &h); err != nil {
		return guess, 0, bad(path, "its head: %w", err)
	}
	return h, int64(len(first) + end + 1), nil
}

// readFoot reads the last line, which must be written exactly as a foot is.
func readFoot(f *os.File, path string, size int64) (foot Foot, err error) {
	from := max(0, size-mostFoot)
	tail := make([]byte, size-from)
	if _, err := f.ReadAt(tail, from); err != nil && !errors.Is(err, io.EOF) {
		return foot, err
	}
	body := bytes.TrimSuffix(tail, []byte("\n"))
	at := bytes.LastIndex(body, []byte(`{"records":`))
	if at < 0 || len(body) == len(tail) {
		return foot, bad(path, "it was not written to its end")
	}
	if err := json.Unmarshal(body[at:], &foot); err != nil {
		return foot, bad(path, "its foot: %w", err)
	}
	if again, err := json.Marshal(foot); err != nil || !bytes.Equal(again, body[at:]) || foot.Bytes != from+int64(at) {
		return Foot{}, bad(path, "its foot is not as it was written")
	}
	return foot, nil
}
