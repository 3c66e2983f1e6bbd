package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"
	"weak"

	"yttra/app"
	"yttra/app/store/seal"
)

// The files of annexes lie beside the texts, each once, under its own SHA-256: a
// matter is saved every few seconds, and a letter of fifty megabytes that nobody
// has touched is not written again. In the text of a matter stands which file is
// meant (storedAs). Files are never thinned away: a revision may need them.

// storedAs is the field of an annex, in the text of a matter in the register, that
// names its file.
const storedAs = "file_sha256"

// fileHead is the record of a whole file; it is written when all its pieces are.
type fileHead struct {
	Size int `json:"size"`
}

func keyFile(b seal.Box, sum string) []byte { return []byte("file/" + b.Name(sum)) }

func keyPiece(b seal.Box, sum string, n int) []byte { return fmt.Appendf(keyFile(b, sum), "/%06d", n) }

// sums remembers the sums of files that are in memory, as long as they are: their
// bytes are never changed in place.
type sums struct {
	mu   sync.Mutex
	seen map[weak.Pointer[byte]]sumOfFile
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
// matter as it lies in the register: without them. A matter without files is given
// back as it is.
func (r *register) setAside(m *app.Matter) (*app.Matter, error) {
	if !slices.ContainsFunc(m.Documents, func(d app.Document) bool {
		return slices.ContainsFunc(d.Annexes, func(a app.Annex) bool { return len(a.Data) > 0 })
	}) {
		return m, nil
	}
	m = m.Clone()
	for i := range m.Documents {
		for j := range m.Documents[i].Annexes {
			a := &m.Documents[i].Annexes[j]
			if len(a.Data) == 0 {
				continue
			}
			sum := r.sums.of(a.Data)
			if err := r.writeFile(sum, a.Data); err != nil {
				return nil, err
			}
			a.Data, a.Extra = nil, maps.Clone(a.Extra)
			if a.Extra == nil {
				a.Extra = app.Extra{}
			}
			a.Extra[storedAs] = json.RawMessage(`"` + sum + `"`)
		}
	}
	return m, nil
}

// writeFile writes a file in pieces, and then that it is whole.
func (r *register) writeFile(sum string, data []byte) error {
	there := false
	if err := r.view(func(t tx) (err error) { there, err = t.has(keyFile(t.box, sum)); return err }); err != nil || there {
		return err
	}
	n := 0
	for p := range slices.Chunk(data, r.largest/2) { // in base64 well below what a record may be
		if err := r.update(func(t tx) error { return t.put(keyPiece(t.box, sum, n), 0, p) }); err != nil {
			return err
		}
		n++
	}
	return r.update(func(t tx) error { return t.put(keyFile(t.box, sum), 0, fileHead{len(data)}) })
}

// bringBack puts the files into a matter that was read. A file that is damaged or
// gone leaves its annex without one, and says which it was; the text is not lost
// for it.
func (t tx) bringBack(m *app.Matter) {
	for i := range m.Documents {
		for j := range m.Documents[i].Annexes {
			a := &m.Documents[i].Annexes[j]
			var sum string
			if json.Unmarshal(a.Extra[storedAs], &sum) != nil || len(a.Data) > 0 {
				continue
			}
			data, err := t.readFile(sum)
			if err != nil {
				continue
			}
			a.Data = data
			if delete(a.Extra, storedAs); len(a.Extra) == 0 {
				a.Extra = nil
			}
		}
	}
}

// readFile reads a file, and holds its bytes against their sum.
func (t tx) readFile(sum string) ([]byte, error) {
	var h fileHead
	if err := t.must(keyFile(t.box, sum), &h); err != nil {
		return nil, err
	}
	if h.Size < 0 || h.Size > app.MostAnnex {
		return nil, damaged(keyFile(t.box, sum), fmt.Errorf("%d bytes", h.Size))
	}
	data := make([]byte, 0, h.Size)
	for n := 0; len(data) < h.Size; n++ {
		var p []byte
		if err := t.must(keyPiece(t.box, sum, n), &p); err != nil {
			return nil, err
		}
		if len(p) == 0 {
			return nil, damaged(keyPiece(t.box, sum, n), fmt.Errorf("it is empty"))
		}
		data = append(data, p...)
	}
	if raw := sha256.Sum256(data); hex.EncodeToString(raw[:]) != sum {
		return nil, damaged(keyFile(t.box, sum), fmt.Errorf("the bytes are others"))
	}
	return data, nil
}
