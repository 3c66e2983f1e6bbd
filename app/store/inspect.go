package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/table"
)

// smallestManifest is a manifest with nothing in it: its magic and one empty record.
const smallestManifest = 16

// inspect looks for what Badger would answer by deleting tables or by ending the
// process from a goroutine of its own: a manifest that is gone or cut off, and
// tables that are gone, cut off or zeroed. It changes nothing.
func inspect(data string, known bool) error {
	tables := like(data, "*.sst")
	f, err := os.Open(filepath.Join(data, badger.ManifestFilename))
	if errors.Is(err, os.ErrNotExist) {
		if known || len(tables) > 0 {
			return errors.New("the manifest is gone")
		}
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < smallestManifest && (known || len(tables) > 0) {
		return fmt.Errorf("the manifest has only %d bytes", info.Size())
	}
	return inspectTables(data, tables, f, info.Size())
}

func inspectTables(data string, tables []string, f *os.File, size int64) error {
	m, read, err := badger.ReplayManifestFile(f, 0, options(data))
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	if read < size { // a table it would have named next is deleted at opening
		for _, path := range tables {
			if id, ok := table.ParseFileID(path); ok && !named(m, id) {
				return fmt.Errorf("the manifest is cut off and does not name %s", filepath.Base(path))
			}
		}
	}
	if len(m.Tables) == 0 && len(tables) > 0 && !logged(data) {
		return fmt.Errorf("the manifest names none of %d tables", len(tables))
	}
	for id := range m.Tables {
		path := table.NewFilename(id, data)
		if err := inspectTable(path); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return nil
}

// logged reports whether a log of the memory table holds anything. A process that
// died while it wrote its first table leaves a table that is not named yet; what
// is in it is then still in the log.
func logged(data string) bool {
	const header = 20
	for _, path := range like(data, "*.mem") {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		var b [header + 8]byte
		_, err = io.ReadFull(f, b[:])
		f.Close()
		if err == nil && [8]byte(b[header:]) != [8]byte{} {
			return true
		}
	}
	return false
}

func named(m badger.Manifest, id uint64) bool {
	_, ok := m.Tables[id]
	return ok
}

// inspectTable reads a table's foot: … index, its length, checksum, its length.
func inspectTable(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	for _, part := range []string{"checksum", "index"} {
		var b [4]byte
		if end -= 4; end < 0 {
			return errors.New("the table is cut off")
		}
		if _, err := f.ReadAt(b[:], end); err != nil {
			return err
		}
		n := int64(binary.BigEndian.Uint32(b[:]))
		if n == 0 || n > end {
			return fmt.Errorf("the table has no %s", part)
		}
		end -= n
	}
	return nil
}
