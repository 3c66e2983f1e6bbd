package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"

	"yttra/app/disk"
)

// markName is the file that says which files the index is, with the sums over them.
// Nothing of an index is read before all of it has been held against the mark: what
// is damaged is thrown away unseen. The mark's own sum is its first line.
const markName = "index.json"

// format is the form of the index: the version of it all. One of another form is made
// anew.
const format = 2

type mark struct {
	Format   int        `json:"format"`
	Next     int        `json:"next"`
	Segments []markFile `json:"segments"`
}

type markFile struct {
	File string `json:"file"`
	Size int64  `json:"size"`
	Sum  uint32 `json:"sum"`
	Gone []byte `json:"gone,omitempty"` // as roaring writes them
}

// mark writes which files the index is now, and removes others.
func (x *index) mark() error {
	if x.folder == "" {
		return nil
	}
	m := mark{Format: format, Next: x.next}
	for _, s := range x.l.segs {
		if s.file == "" {
			continue
		}
		f := markFile{File: s.file, Size: s.size, Sum: s.sum}
		if s.gone != nil {
			gone, err := s.gone.ToBytes()
			if err != nil {
				return fmt.Errorf("write mark: %w", err)
			}
			f.Gone = gone
		}
		m.Segments = append(m.Segments, f)
	}
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("write mark: %w", err)
	}
	body = fmt.Appendf(nil, "%08x\n%s\n", crc32.Checksum(body, castagnoli), body)
	if err := disk.Write(filepath.Join(x.folder, markName), body, 0o600); err != nil {
		return fmt.Errorf("write mark: %w", err)
	}
	return clear(x.folder, m)
}

// clear removes what the mark does not name.
func clear(folder string, m mark) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("clear index: %w", err)
	}
	for _, e := range entries {
		if e.Name() == markName || slices.ContainsFunc(m.Segments, func(f markFile) bool { return f.File == e.Name() }) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(folder, e.Name())); err != nil {
			return fmt.Errorf("clear index: %w", err)
		}
	}
	return nil
}

// readMark opens the segments that the mark names, once each has been found to be as
// it was written.
func readMark(folder string) (segs []*segment, next int, err error) {
	m, err := readMarkFile(filepath.Join(folder, markName))
	if err != nil {
		return nil, 0, err
	}
	defer func() {
		if err != nil {
			for _, s := range segs {
				_ = s.x.Close() // was only read
			}
		}
	}()
	for _, f := range m.Segments {
		path := filepath.Join(folder, filepath.Base(f.File))
		size, sum, err := sumOf(path)
		if err != nil {
			return segs, 0, fmt.Errorf("read index: %w", err)
		}
		if size != f.Size || sum != f.Sum {
			return segs, 0, fmt.Errorf("%w: %s", errDamaged, f.File)
		}
		s, err := openSegment(path)
		if err != nil {
			return segs, 0, err
		}
		s.file, s.size, s.sum = f.File, f.Size, f.Sum
		segs = append(segs, s)
		if s.gone, err = bitmapOf(f.Gone); err != nil {
			return segs, 0, fmt.Errorf("read index: %w", err)
		}
	}
	return segs, m.Next, clear(folder, m)
}

func readMarkFile(path string) (m mark, err error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return m, fmt.Errorf("read mark: %w", err)
	}
	line, body, _ := bytes.Cut(body, []byte("\n"))
	body = bytes.TrimSuffix(body, []byte("\n"))
	if string(line) != fmt.Sprintf("%08x", crc32.Checksum(body, castagnoli)) {
		return m, fmt.Errorf("%w: its mark", errDamaged)
	}
	if err := json.Unmarshal(body, &m); err != nil {
		return m, fmt.Errorf("read mark: %w", err)
	}
	if m.Format != format {
		return m, fmt.Errorf("%w: it has another form", errDamaged)
	}
	return m, nil
}
