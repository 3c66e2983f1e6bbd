package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/fb"
	boptions "github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/badger/v4/table"
	"github.com/dgraph-io/badger/v4/y"
	"github.com/klauspost/compress/snappy"
)

// What Badger wrote is read here without Badger: through no memory map, so that a
// fault of the disk is an error, and block by block, so that what stands beside a
// damaged one is not lost with it.

// entry is what Badger has of a key, at one time.
type entry struct {
	key, value []byte
	version    uint64 // Badger's own number
	deleted    bool
}

// The bits Badger sets on an entry.
const (
	entryDeleted = 1 << 0
	entryPointer = 1 << 1 // its value lies in the value log
	entryTxnEnd  = 1 << 7
)

var errBlock = errors.New("a block does not match its checksum")

// tables are Badger's tables in a folder and how each is compressed, as the manifest
// has it; of one that it does not name, both ways are tried.
type tables struct {
	paths    []string
	manifest badger.Manifest
}

func tablesIn(data string) tables {
	var t tables
	t.paths = like(data, "*.sst")
	if f, err := os.Open(filepath.Join(data, badger.ManifestFilename)); err == nil {
		defer f.Close()
		t.manifest = manifestOf(f, data)
	}
	return t
}

func manifestOf(f *os.File, data string) (m badger.Manifest) {
	defer func() { _ = recover() }() // one that is damaged
	m, _, _ = badger.ReplayManifestFile(f, 0, options(data))
	return m
}

// scrub verifies every block of every table, and gives the names of those that are
// damaged. It reads them from end to end.
func (t tables) scrub(step func(done, all int)) (bad []string) {
	for i, path := range t.paths {
		step(i, len(t.paths))
		if eachBlock(path, func(_ []byte, err error) error { return err }) != nil {
			bad = append(bad, filepath.Base(path))
		}
	}
	return bad
}

// each gives every entry that can be read from the tables to fn; what stands in a
// damaged block may be anything, and its envelope tells.
func (t tables) each(fn func(entry)) {
	for _, path := range t.paths {
		ways := []boptions.CompressionType{boptions.Snappy, boptions.None}
		if id, ok := table.ParseFileID(path); ok {
			if m, ok := t.manifest.Tables[id]; ok {
				ways = []boptions.CompressionType{m.Compression}
			}
		}
		_ = eachBlock(path, func(stored []byte, _ error) error {
			for _, way := range ways {
				if block, err := unpacked(stored, way); err == nil && eachEntry(block, fn) == nil {
					break
				}
			}
			return nil
		})
	}
}

// eachBlock gives every block of a table to fn, as it lies on the disk, with an error
// when it does not match its checksum, whichever way it is compressed. It fails when
// the table has no foot that can be read, and as fn.
func eachBlock(path string, fn func(stored []byte, err error) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("its index cannot be read: %v", p)
		}
	}()
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	index, end, err := indexOf(f)
	if err != nil {
		return err
	}
	root := fb.GetRootAsTableIndex(index, 0)
	var at fb.BlockOffset
	for i := range root.OffsetsLength() {
		if !root.Offsets(&at, i) || int64(at.Offset())+int64(at.Len()) > end {
			return errBlock
		}
		stored := make([]byte, at.Len())
		if _, err = f.ReadAt(stored, int64(at.Offset())); err == nil {
			err = checkBlock(stored)
		}
		if err := fn(stored, err); err != nil {
			return err
		}
	}
	return nil
}

// indexOf reads the index of a table, which stands before its checksum at the end.
func indexOf(f *os.File) (index []byte, end int64, err error) {
	if end, err = f.Seek(0, io.SeekEnd); err != nil {
		return nil, 0, err
	}
	var part [2][]byte // checksum, index
	for i := range part {
		var b [4]byte
		if end -= 4; end < 0 {
			return nil, 0, errors.New("the table is cut off")
		}
		if _, err := f.ReadAt(b[:], end); err != nil {
			return nil, 0, err
		}
		size := int64(binary.BigEndian.Uint32(b[:]))
		if size == 0 || size > end {
			return nil, 0, errors.New("the table has no index")
		}
		end -= size
		part[i] = make([]byte, size)
		if _, err := f.ReadAt(part[i], end); err != nil {
			return nil, 0, err
		}
	}
	if !matches(part[1], part[0]) {
		return nil, 0, errors.New("the index does not match its checksum")
	}
	return part[1], end, nil
}

// checkBlock verifies a block as it is stored: compressed blocks have their checksum
// inside.
func checkBlock(stored []byte) error {
	if plain, err := snappy.Decode(nil, stored); err == nil && blockHolds(plain) {
		return nil
	}
	if blockHolds(stored) {
		return nil
	}
	return errBlock
}

func unpacked(stored []byte, way boptions.CompressionType) ([]byte, error) {
	switch way {
	case boptions.None:
		return stored, nil
	case boptions.Snappy:
		return snappy.Decode(nil, stored)
	}
	return nil, fmt.Errorf("compression %d is not known", way)
}

// blockHolds holds a block against its checksum: entries, their places, how many they
// are, checksum, its length.
func blockHolds(block []byte) bool {
	body, sum, ok := footOf(block)
	return ok && matches(body, sum)
}

func footOf(block []byte) (body, sum []byte, ok bool) {
	end := len(block) - 4
	if end < 0 {
		return nil, nil, false
	}
	n := int(binary.BigEndian.Uint32(block[end:]))
	if n > end {
		return nil, nil, false
	}
	return block[:end-n], block[end-n : end], true
}

// matches holds data against a checksum as Badger writes it: a small message with the
// algorithm, which is always CRC-32C here, and the sum.
func matches(data, message []byte) bool {
	for len(message) > 0 {
		field, n := binary.Uvarint(message)
		if n <= 0 {
			return false
		}
		value, m := binary.Uvarint(message[n:])
		if m <= 0 {
			return false
		}
		message = message[n+m:]
		switch {
		case field == 1<<3 && value != 0: // another algorithm
			return false
		case field == 2<<3:
			return uint64(crc32.Checksum(data, y.CastagnoliCrcTable)) == value
		}
	}
	return false
}

// eachEntry gives the entries of a block to fn. Keys share their beginnings with the
// first of the block.
func eachEntry(block []byte, fn func(entry)) (err error) {
	defer func() {
		if recover() != nil {
			err = errBlock
		}
	}()
	body, _, ok := footOf(block)
	if !ok || len(body) < 4 {
		return errBlock
	}
	n := int(binary.BigEndian.Uint32(body[len(body)-4:]))
	end := len(body) - 4 - 4*n
	place := func(i int) int {
		if i == n {
			return end
		}
		return int(binary.NativeEndian.Uint32(body[end+4*i:]))
	}
	var base []byte
	for i := range n {
		e := body[place(i):place(i+1)]
		overlap, rest := int(binary.NativeEndian.Uint16(e)), int(binary.NativeEndian.Uint16(e[2:]))
		key := append(append([]byte(nil), base[:overlap]...), e[4:4+rest]...)
		if i == 0 {
			base = key
		}
		var v y.ValueStruct
		v.Decode(e[4+rest:])
		if v.Meta&entryPointer == 0 {
			fn(entry{key: y.ParseKey(key), value: v.Value, version: y.ParseTs(key), deleted: v.Meta&entryDeleted != 0})
		}
	}
	return nil
}

// eachLogged gives the entries of the logs of the memory tables in a folder to fn:
// what Badger had been given and not written into a table.
func eachLogged(data string, fn func(entry)) {
	for _, path := range like(data, "*.mem") {
		if b, err := os.ReadFile(path); err == nil {
			eachInLog(b, fn)
		}
	}
}

// eachInLog reads a log: a header of twenty bytes, then entries with a checksum each,
// up to the first that has none.
func eachInLog(b []byte, fn func(entry)) {
	const header = 20
	for at := header; at+2 < len(b); {
		meta, p := b[at], b[at+2:]
		var size [3]uint64 // of the key, of the value, when it ends
		used := 2
		for i := range size {
			v, n := binary.Uvarint(p)
			if n <= 0 {
				return
			}
			size[i], p, used = v, p[n:], used+n
		}
		if size[0] < 8 || size[0] > uint64(len(p)) || size[1]+4 > uint64(len(p))-size[0] {
			return
		}
		n := int(size[0] + size[1])
		if crc32.Checksum(b[at:at+used+n], y.CastagnoliCrcTable) != binary.BigEndian.Uint32(p[n:]) {
			return
		}
		if key := p[:size[0]]; meta&(entryPointer|entryTxnEnd) == 0 {
			fn(entry{key: y.ParseKey(key), value: p[size[0]:n], version: y.ParseTs(key), deleted: meta&entryDeleted != 0})
		}
		at += used + n + 4
	}
}
