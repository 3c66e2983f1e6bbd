package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/dgraph-io/badger/v4/fb"

	"yttra/app/disk"
	"yttra/app/store/journal"
)

// The clean mark is written when a register has been closed and everything of it is on
// the disk, and taken away before it is opened. What it says of each file in data/ is
// what Badger reads when it opens: of a table its last block and its index, of the
// others everything. So a file that was damaged since is noticed before Badger gets at
// it, without reading a register of 600 MB; the other blocks of a table are verified
// as they are read.
type cleanMark struct {
	Seq   uint64      `json:"seq"` // of the last change that data/ has
	Files []filePrint `json:"files"`
}

// filePrint is the print of a file: its size, and the SHA-256 of what lies from a byte
// to its end.
type filePrint struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	From int64  `json:"from,omitempty"`
	Sum  string `json:"sum"`
}

func cleanIn(dir string) string { return filepath.Join(dir, "clean") }

// ending is how a register was left.
type ending struct {
	clean bool
	why   error     // why it is not clean
	mark  cleanMark // what was noted; zero when there is no mark that can be read
}

// lookBack tells how the register in a folder was left. It changes nothing.
func lookBack(dir string) ending {
	m, err := readClean(dir)
	if err == nil {
		err = m.holds(dataIn(dir))
	}
	return ending{clean: err == nil, why: err, mark: m}
}

func readClean(dir string) (m cleanMark, err error) {
	data, err := os.ReadFile(cleanIn(dir))
	if errors.Is(err, os.ErrNotExist) {
		return m, errors.New("it was not closed")
	}
	if err != nil {
		return m, err
	}
	body, sum, _ := bytes.Cut(data, []byte("\n"))
	if string(bytes.TrimSpace(sum)) != sumHex(body) {
		return m, errors.New("the clean mark is damaged")
	}
	err = json.Unmarshal(body, &m)
	return m, err
}

// holds compares the files of data/ with what the mark says of them.
func (m cleanMark) holds(data string) error {
	there, err := dataFiles(data)
	if err != nil {
		return err
	}
	if len(there) != len(m.Files) {
		return fmt.Errorf("%d files, %d when it was closed", len(there), len(m.Files))
	}
	for i, want := range m.Files {
		if there[i] != want.Name {
			return fmt.Errorf("%s is not there", want.Name)
		}
	}
	const workers = 4
	var work sync.WaitGroup
	bad := make([]error, workers)
	for w := range workers {
		work.Go(func() {
			for i := w; i < len(m.Files) && bad[w] == nil; i += workers {
				bad[w] = m.Files[i].holds(data)
			}
		})
	}
	work.Wait()
	return errors.Join(bad...)
}

// holds compares a file with its print.
func (p filePrint) holds(data string) error {
	got, err := printFrom(filepath.Join(data, p.Name), p.From)
	if err == nil && got != p {
		err = fmt.Errorf("%s is not as it was", p.Name)
	}
	return err
}

// dataFiles are the names of the files in data/, in order, without Badger's lock.
func dataFiles(data string) (out []string, err error) {
	entries, err := os.ReadDir(data)
	for _, e := range entries {
		if e.Name() != "LOCK" {
			out = append(out, e.Name())
		}
	}
	return out, err
}

// takeClean takes the mark away, for good.
func takeClean(dir string) error {
	if err := os.Remove(cleanIn(dir)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return journal.SyncFolder(dir)
}

// writeClean forces what has changed since the register was opened to the disk, and
// says that it was left whole. Tables never change: what was known of one is kept.
func writeClean(dir string, seq uint64, before cleanMark) error {
	names, err := dataFiles(dataIn(dir))
	if err != nil {
		return err
	}
	known := map[string]filePrint{}
	for _, p := range before.Files {
		if isTable(p.Name) {
			known[p.Name] = p
		}
	}
	m := cleanMark{Seq: seq, Files: make([]filePrint, 0, len(names))}
	for _, name := range names {
		p, ok := known[name]
		if !ok {
			if p, err = printAndSync(filepath.Join(dataIn(dir), name)); err != nil {
				return err
			}
		}
		m.Files = append(m.Files, p)
	}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := disk.Write(cleanIn(dir), fmt.Appendf(nil, "%s\n%s\n", body, sumHex(body)), disk.Private); err != nil {
		return err
	}
	return journal.SyncFolder(dir)
}

func isTable(name string) bool { return strings.HasSuffix(name, ".sst") }

// printAndSync forces a file to the disk and takes its print.
func printAndSync(path string) (filePrint, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return filePrint{}, err
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return filePrint{}, err
	}
	from := int64(0)
	if isTable(path) {
		if from, err = lastBlock(f); err != nil {
			return filePrint{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return printFrom(path, from)
}

// prints are buffers to read files with.
var prints = sync.Pool{New: func() any { b := make([]byte, 1<<17); return &b }}

func printFrom(path string, from int64) (filePrint, error) {
	f, err := os.Open(path)
	if err != nil {
		return filePrint{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return filePrint{}, err
	}
	if from < 0 || from > info.Size() {
		return filePrint{}, fmt.Errorf("%s is cut off", filepath.Base(path))
	}
	h := sha256.New()
	buf := prints.Get().(*[]byte)
	defer prints.Put(buf)
	if _, err := io.CopyBuffer(h, io.NewSectionReader(f, from, info.Size()-from), *buf); err != nil {
		return filePrint{}, err
	}
	return filePrint{Name: filepath.Base(path), Size: info.Size(), From: from, Sum: hex.EncodeToString(h.Sum(nil))}, nil
}

// lastBlock finds where the last block of a whole table begins: with its index behind
// it, it is all that Badger reads of a table when it opens.
func lastBlock(f *os.File) (at int64, err error) {
	defer func() {
		if p := recover(); p != nil { // an index that is none
			err = fmt.Errorf("its index cannot be read: %v", p)
		}
	}()
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, err
	}
	var index []byte
	for range 2 { // from the end: its length, checksum; its length, index
		var b [4]byte
		if _, err := f.ReadAt(b[:], end-4); err != nil {
			return 0, err
		}
		size := int64(binary.BigEndian.Uint32(b[:]))
		if end -= 4 + size; end < 0 {
			return 0, errors.New("it is cut off")
		}
		index = make([]byte, size)
		if _, err := f.ReadAt(index, end); err != nil {
			return 0, err
		}
	}
	table := fb.GetRootAsTableIndex(index, 0)
	var block fb.BlockOffset
	if n := table.OffsetsLength(); n > 0 && table.Offsets(&block, n-1) {
		at = int64(block.Offset())
	}
	return min(at, end), nil
}

func sumHex(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
