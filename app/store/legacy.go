package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/seal"
)

// Schema 1, which is only read: an envelope without flags and sequence number, every
// revision's whole text under text/<id>/<n>, the files of annexes in pieces of four
// megabytes among the records, and no journal.

// The envelope of schema 1, big endian: 'Y', 1, schema (2 bytes), revision (8 bytes),
// SHA-256 over key, these twelve bytes and body, body.
const (
	headOfOne = 12
	bodyOfOne = headOfOne + sha256.Size
)

// openOne opens an envelope of schema 1.
func openOne(key, sealed []byte) ([]byte, error) {
	if len(sealed) < bodyOfOne || sealed[0] != 'Y' || sealed[1] != 1 {
		return nil, damaged(key, fmt.Errorf("%d bytes are no envelope", len(sealed)))
	}
	h := sha256.New()
	h.Write(key)
	h.Write(sealed[:headOfOne])
	h.Write(sealed[bodyOfOne:])
	if !bytes.Equal(h.Sum(nil), sealed[headOfOne:bodyOfOne]) {
		return nil, damaged(key, errors.New("the checksum does not match"))
	}
	return sealed[bodyOfOne:], nil
}

// isOf tells whether data are of a schema already; they are not when they are of the
// one before. It fails when they are of neither.
func isOf(db *badger.DB, schema int) (done bool, err error) {
	err = db.View(func(t *badger.Txn) error {
		item, err := t.Get(keySchema)
		if err != nil {
			return err
		}
		return item.Value(func(sealed []byte) error {
			if schema == 2 {
				if _, err := openOne(keySchema, sealed); err == nil {
					return nil
				}
			}
			h, err := seal.Check(keySchema, sealed)
			done = int(h.Schema) == schema
			if err == nil && !done && int(h.Schema) != schema-1 {
				err = fmt.Errorf("the records are of schema %d", h.Schema)
			}
			return err
		})
	})
	return done, err
}

// one reads records of schema 1.
type one struct{ t *badger.Txn }

func (o one) get(key string, v any) error {
	item, err := o.t.Get([]byte(key))
	if err != nil {
		return damaged([]byte(key), err)
	}
	return item.Value(func(sealed []byte) error {
		body, err := openOne([]byte(key), sealed)
		if err == nil {
			err = json.Unmarshal(body, v)
		}
		return err
	})
}

// keys are those under a prefix, without it.
func (o one) keys(prefix string) (out []string) {
	i := badger.DefaultIteratorOptions
	i.Prefix, i.PrefetchValues = []byte(prefix), false
	it := o.t.NewIterator(i)
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		out = append(out, string(it.Item().Key()[len(prefix):]))
	}
	return out
}

// file reads a file, and holds its bytes against their sum.
func (o one) file(sum string) ([]byte, error) {
	var h fileHead
	if err := o.get("file/"+sum, &h); err != nil {
		return nil, err
	}
	var data []byte
	for n := 0; len(data) < h.Size; n++ {
		var p []byte
		if err := o.get(fmt.Sprintf("file/%s/%06d", sum, n), &p); err != nil {
			return nil, err
		}
		data = append(data, p...)
	}
	if raw := sha256.Sum256(data); hex.EncodeToString(raw[:]) != sum {
		return nil, damaged([]byte("file/"+sum), errors.New("the bytes are others"))
	}
	return data, nil
}

// bringBack puts the files into a matter, as far as they are whole.
func (o one) bringBack(m *app.Matter, read map[string][]byte) (err error) {
	for _, f := range m.Files() {
		sum := fileOf(f)
		if sum == "" || len(*f.Data) > 0 {
			continue
		}
		if read[sum] == nil {
			data, bad := o.file(sum)
			if err = cmp.Or(err, bad); bad != nil {
				continue
			}
			read[sum] = data
		}
		*f.Data = read[sum]
		f.Drop(storedAs)
	}
	return err
}

// fromOne takes a register from schema 1 to schema 2: every revision is taken apart into
// a frame and pieces, annexes become files, and the days of what lies in the bin begin
// now, since nobody noted when it was put there.
func (m *migration) fromOne() error {
	return m.old.View(func(t *badger.Txn) error {
		o := one{t}
		ids := o.keys("matter/")
		for i, escaped := range ids {
			m.step(i, len(ids))
			if err := m.matterOfOne(o, escaped); err != nil {
				return err
			}
		}
		m.step(len(ids), len(ids))
		return m.restOfOne(o)
	})
}

// matterOfOne takes a matter along with its revisions. What is damaged is noted and left
// in the copy; it must not keep the rest from coming along.
func (m *migration) matterOfOne(o one, escaped string) error {
	id, err := url.PathUnescape(escaped)
	if err != nil {
		m.bad("", err)
		return nil
	}
	row, list := m.rowOfOne(o, escaped)
	var h head
	read := map[string][]byte{}
	for _, n := range o.keys("rev/" + escaped + "/") {
		var rev app.Revision
		text := &app.Matter{}
		if err := o.get("text/"+escaped+"/"+n, text); err != nil {
			m.bad(row.Title, err)
			m.lost = append(m.lost, app.Lost{Kind: app.LostVersion, Matter: id, Title: row.Title, Revision: revOf([]byte("/" + n))})
			continue
		}
		if err := o.get("rev/"+escaped+"/"+n, &rev); err != nil {
			m.bad(row.Title, err)
			rev = app.Revision{Number: revOf([]byte("/" + n)), Words: words(text)}
		}
		if err := o.bringBack(text, read); err != nil {
			m.bad(row.Title, err)
		}
		if err := m.into.takeOver(text, rev, &h); err != nil {
			return err
		}
		if list == "" { // its row is damaged: the latest revision tells
			row = app.RowOf(app.Change{Matter: text, At: rev.At}, rev.Number)
		}
	}
	if h.Kept == 0 {
		m.lost = append(m.lost, app.Lost{Kind: app.LostMatter, Matter: id, Title: row.Title})
		return nil
	}
	row.ID, row.Revision = id, h.Number
	return m.into.update(func(t tx) error {
		if list = cmp.Or(list, rows); list == bin {
			row.Removed = t.clock().Round(0)
		}
		h.Day = dayOf(t.clock())
		return errors.Join(t.put(keyHead(t.box, id), h.Number, h), t.add(list, 1), t.put(keyRow(t.box, list, id), row.Revision, row))
	})
}

// rowOfOne finds the row of a matter, and the list it stands in.
func (m *migration) rowOfOne(o one, escaped string) (row app.Row, list string) {
	for _, list := range []string{rows, bin} {
		if o.get(list+escaped, &row) == nil {
			return row, list
		}
	}
	if _, err := o.t.Get([]byte(bin + escaped)); err == nil {
		return row, bin
	}
	return app.Row{}, ""
}

// restOfOne takes along what belongs to no matter.
func (m *migration) restOfOne(o one) error {
	err := m.into.update(func(t tx) error { return t.add(rows, 0) })
	if err != nil || len(o.keys(string(keyProfile))) == 0 {
		return err
	}
	var p app.Profile
	if err := o.get(string(keyProfile), &p); err != nil {
		m.bad("", err)
		m.lost = append(m.lost, app.Lost{Kind: app.LostProfile})
		return nil
	}
	return m.into.keepProfile(p, nil)
}

// takeOver keeps a revision as it was, with the number it had.
func (r *register) takeOver(m *app.Matter, rev app.Revision, h *head) error {
	rec, pieces, err := r.takeApart(m, h.Number)
	if err == nil {
		pieces, err = r.putMost(m.ID, pieces)
	}
	if err != nil {
		return err
	}
	rec.Revision = rev
	h.Before, h.Number = h.Number, rev.Number
	h.Kept++
	return r.update(func(t tx) error {
		for _, f := range rec.Files {
			if err := t.hold(f, m.ID); err != nil {
				return err
			}
		}
		return errors.Join(t.putPieces(m.ID, pieces), t.put(keyRev(t.box, m.ID, rev.Number), rev.Number, rec))
	})
}
