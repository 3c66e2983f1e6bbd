package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"weak"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// The files of annexes, the paper a matter came from, and pieces of a matter that are
// as large as files, lie beside the records, each once, under its own SHA-256: a matter is saved every few seconds,
// and a letter of fifty megabytes that nobody has touched is not written again. In the
// text of a matter stands which file is meant (storedAs); the record of a revision
// names all that it needs. A file lies in an envelope like every other value, under
// the key file/<sum>. It is on the disk, and so is its name, before any change is
// written that needs it.
//
// A register in memory keeps them among its records, in slices.

// storedAs is the field of an annex, and of the paper a matter came from, in the text
// of a matter in the register, that names its file.
const storedAs = "file_sha256"

// sliceOfFile is how many bytes of a file lie in one record.
const sliceOfFile = 512_000

// fileHead is the record of a whole file in memory; it is written when all its slices
// are.
type fileHead struct {
	Size int `json:"size"`
}

func keyFile(b seal.Box, sum string) []byte { return []byte("file/" + b.Name(sum)) }

func keySlice(b seal.Box, sum string, n int) []byte { return fmt.Appendf(keyFile(b, sum), "/%06d", n) }

func filesIn(dir string) string { return filepath.Join(dir, "files") }

// fileIn is where a file lies: two hundred and fifty-six folders with a part each.
func fileIn(dir string, b seal.Box, sum string) string {
	name := b.Name(sum)
	return filepath.Join(filesIn(dir), name[:2], name)
}

// sums remembers the sums of files that are in memory, as long as they are: their
// bytes are never changed in place.
type sums struct {
	mu   sync.Mutex
	seen map[weak.Pointer[byte]]sumOfFile

	whole map[string]bool // files on the disk that have been found whole since the start
}

type sumOfFile struct {
	size int
	sum  string
}

func (s *sums) of(data []byte) string {
	at := weak.Make(&data[0])
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.seen[at]; ok && known.size == len(data) {
		return known.sum
	}
	raw := sha256.Sum256(data)
	sum := hex.EncodeToString(raw[:])
	if s.seen == nil {
		s.seen = map[weak.Pointer[byte]]sumOfFile{}
	}
	maps.DeleteFunc(s.seen, func(p weak.Pointer[byte], _ sumOfFile) bool { return p.Value() == nil })
	s.seen[at] = sumOfFile{len(data), sum}
	return sum
}

// setAside writes the files of a matter that are not there yet, and gives the
// matter as it lies in the register, without them, and their sums. A matter without
// files is given back as it is.
func (r *register) setAside(m *app.Matter) (*app.Matter, []string, error) {
	if !slices.ContainsFunc(m.Files(), func(f app.File) bool { return len(*f.Data) > 0 || (*f.Extra)[storedAs] != nil }) {
		return m, nil, nil
	}
	m = m.Clone()
	var files []string
	for _, f := range m.Files() {
		if len(*f.Data) == 0 {
			if sum := fileOf(f); sum != "" { // damaged or gone; it may come back
				files = append(files, sum)
			}
			continue
		}
		if len(*f.Data) > app.MostAnnex {
			return nil, nil, tooLarge(f)
		}
		sum := r.sums.of(*f.Data)
		if err := r.writeFile(sum, *f.Data); err != nil {
			return nil, nil, err
		}
		files = append(files, sum)
		*f.Data = nil
		f.Put(app.Extra{storedAs: json.RawMessage(`"` + sum + `"`)})
	}
	return m, files, nil
}

// tooLarge says which file is larger than one may be. The window and the terminal keep
// only the text of so large an original; a matter file of somebody else's may have it.
func tooLarge(f app.File) error {
	code := app.CodeAnnexSize
	if f.Original {
		code = app.CodeOriginalSize
	}
	return &app.Problem{Code: code, What: f.Name, Where: fmt.Sprintf("%d MB", app.MostAnnex>>20)}
}

// fileOf is the sum of the file that a place without one had; empty: it had none.
func fileOf(f app.File) string {
	var sum string
	if json.Unmarshal((*f.Extra)[storedAs], &sum) != nil || !isSum(sum) {
		return ""
	}
	return sum
}

// isSum tells whether a text is a SHA-256 as it is written here; others never become
// the name of a file.
func isSum(s string) bool {
	raw, err := hex.DecodeString(s)
	return err == nil && len(raw) == sha256.Size && hex.EncodeToString(raw) == s
}

// bringBack puts the files into a matter that was read. A file that is damaged or
// gone leaves its place empty, and says which it was; the text is not lost for it.
func (r *register) bringBack(m *app.Matter) {
	for _, f := range m.Files() {
		sum := fileOf(f)
		if sum == "" || len(*f.Data) > 0 {
			continue
		}
		data, err := r.readFile(sum)
		if err != nil {
			continue
		}
		*f.Data = data
		f.Drop(storedAs)
	}
}

// writeFile keeps the bytes of a file, unless it is there already.
func (r *register) writeFile(sum string, data []byte) error {
	if r.dir == "" {
		return r.writeSlices(sum, data)
	}
	path := fileIn(r.dir, r.box, sum)
	if r.isWhole(sum) {
		return nil
	}
	if err := room(r.dir, r.reserve+uint64(len(data)), app.CodeNotSaved); err != nil {
		return err
	}
	sealed := r.box.Seal(keyFile(r.box, sum), seal.Head{Schema: Schema}, data)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return &app.Problem{Code: app.CodeNotSaved, What: r.dir, Err: err}
	}
	if err := disk.Write(path, sealed, disk.Private); err != nil {
		return &app.Problem{Code: app.CodeNotSaved, What: r.dir, Err: err}
	}
	for _, dir := range []string{filepath.Dir(path), filesIn(r.dir), r.dir} {
		if err := journal.SyncFolder(dir); err != nil {
			return &app.Problem{Code: app.CodeNotSaved, What: r.dir, Err: err}
		}
	}
	r.sums.found(sum)
	return nil
}

// isWhole tells whether a file is there; one that is damaged is written again, since
// whoever asks has its bytes. It is read once, and from then on only looked for.
func (r *register) isWhole(sum string) bool {
	if _, err := os.Stat(fileIn(r.dir, r.box, sum)); err != nil {
		return false
	}
	r.sums.mu.Lock()
	known := r.sums.whole[sum]
	r.sums.mu.Unlock()
	if known {
		return true
	}
	_, err := r.readFile(sum)
	if err == nil {
		r.sums.found(sum)
	}
	return err == nil
}

// found notes that a file is whole on the disk.
func (s *sums) found(sum string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.whole == nil {
		s.whole = map[string]bool{}
	}
	s.whole[sum] = true
}

// readFile reads a file, and holds its bytes against their sum.
func (r *register) readFile(sum string) (data []byte, err error) {
	if !isSum(sum) {
		return nil, damaged(keyFile(r.box, sum), errors.New("it is named by no sum"))
	}
	if r.dir == "" {
		data, err = r.readSlices(sum)
	} else {
		data, err = r.readSealed(sum)
	}
	if err != nil {
		return nil, err
	}
	if raw := sha256.Sum256(data); hex.EncodeToString(raw[:]) != sum {
		return nil, damaged(keyFile(r.box, sum), errors.New("the bytes are others"))
	}
	return data, nil
}

func (r *register) readSealed(sum string) ([]byte, error) {
	sealed, err := r.wholeFile(sum)
	if err != nil && r.fetchFile(sum, err) {
		sealed, err = r.wholeFile(sum)
	}
	if err != nil {
		return nil, err
	}
	h, data, err := r.box.Open(keyFile(r.box, sum), sealed)
	if err == nil && h.Schema > Schema {
		err = &app.Problem{Code: app.CodeNewer, What: string(keyFile(r.box, sum)), Where: fmt.Sprintf("schema %d", h.Schema)}
	}
	return data, err
}

// wholeFile reads a file as it lies on the disk, and fails when it is not whole.
func (r *register) wholeFile(sum string) ([]byte, error) {
	key := keyFile(r.box, sum)
	sealed, err := disk.Read(fileIn(r.dir, r.box, sum), app.MostAnnex+1<<16)
	if err != nil {
		return nil, damaged(key, err)
	}
	_, err = seal.Check(key, sealed)
	return sealed, err
}

// writeSlices writes a file in slices, and then that it is whole.
func (r *register) writeSlices(sum string, data []byte) error {
	there := false
	if err := r.view(func(t tx) (err error) { there, err = t.has(keyFile(r.box, sum)); return err }); err != nil || there {
		return err
	}
	n := 0
	for p := range slices.Chunk(data, sliceOfFile) {
		if err := r.update(func(t tx) error { return t.putBody(keySlice(r.box, sum, n), 0, p) }); err != nil {
			return err
		}
		n++
	}
	return r.update(func(t tx) error { return t.put(keyFile(r.box, sum), 0, fileHead{len(data)}) })
}

func (r *register) readSlices(sum string) (data []byte, err error) {
	err = r.view(func(t tx) error {
		var h fileHead
		if err := t.must(keyFile(r.box, sum), &h); err != nil {
			return err
		}
		for n := 0; len(data) < h.Size; n++ {
			p, err := t.body(keySlice(r.box, sum, n))
			if err != nil {
				return err
			}
			data = append(data, p...)
		}
		return nil
	})
	return data, err
}
