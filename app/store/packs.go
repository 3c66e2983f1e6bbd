package store

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Pieces that are written at once, as all of a new matter are, lie together in one
// record, a pack: what they have in common is then stored once, and they need one
// envelope. What is written later lies by itself, and refers to nothing.

const (
	leastPacked = 4       // pieces that are worth a pack
	mostPacked  = 200_000 // bytes of a pack
)

// pack lays pieces together: the length of each, and its bytes.
func pack(pieces []piece) []byte {
	var out []byte
	for _, p := range pieces {
		out = binary.AppendUvarint(out, uint64(len(p.body)))
		out = append(out, p.body...)
	}
	return out
}

// unpack gives the pieces of a pack.
func unpack(body []byte) (out []piece, err error) {
	for len(body) > 0 {
		n, k := binary.Uvarint(body)
		if k <= 0 || n > uint64(len(body)-k) {
			return nil, errors.New("the pack is cut off")
		}
		p := body[k : k+int(n)]
		sum := sumOf(p)
		out = append(out, piece{sum[:partSum], p})
		body = body[k+int(n):]
	}
	return out, nil
}

// packed gives the pieces that lie in the packs of a revision, by their sums, and those
// of the revision itself when they are just those of its one pack.
func (t tx) packed(id string, rec *record) (map[string][]byte, error) {
	out := map[string][]byte{}
	whole := len(rec.Parts) == 0
	for sum := range slices.Chunk(rec.In, partSum) {
		key := keyPart(t.box, id, sum)
		body, err := t.body(key)
		if err != nil {
			return nil, err
		}
		pieces, err := unpack(body)
		if err != nil {
			return nil, damaged(key, err)
		}
		for _, p := range pieces {
			out[string(p.sum)] = p.body
			if whole {
				rec.Parts = append(rec.Parts, p.sum...)
			}
		}
	}
	return out, nil
}

// lay decides where the pieces of a revision lie: in the packs of the revision before,
// by themselves, or in packs of their own. It gives the records that are to be written.
func (r *register) lay(id string, rec *record, pieces []piece, before uint64) (out []piece, err error) {
	err = r.view(func(t tx) error {
		var old record
		if before == 0 || t.must(keyRev(t.box, id, before), &old) != nil {
			return nil // a damaged old revision must not stop a save
		}
		for sum := range slices.Chunk(old.In, partSum) {
			one := record{In: sum}
			has, err := t.packed(id, &one)
			if err != nil {
				continue
			}
			n := len(pieces)
			pieces = slices.DeleteFunc(pieces, func(p piece) bool { return has[string(p.sum)] != nil })
			if len(pieces) < n {
				rec.In = append(rec.In, sum...)
			}
		}
		var there error
		pieces = slices.DeleteFunc(pieces, func(p piece) bool {
			has, err := t.has(keyPart(t.box, id, p.sum))
			there = errors.Join(there, err)
			return has
		})
		return there
	})
	if err != nil || len(pieces) < leastPacked {
		return pieces, err
	}
	for len(pieces) > 0 {
		n, size := 0, 0
		for n < len(pieces) && (n == 0 || size+len(pieces[n].body) <= mostPacked) {
			size += len(pieces[n].body)
			n++
		}
		body := pack(pieces[:n])
		sum := sumOf(body)
		out, pieces = append(out, piece{sum[:partSum], body}), pieces[n:]
		rec.In = append(rec.In, sum[:partSum]...)
	}
	return out, nil
}

// shorten leaves the sums out that the one pack of a revision gives as well.
func (c *record) shorten(written []piece) {
	if len(written) != 1 || len(c.In) != partSum || string(written[0].sum) != string(c.In) {
		return
	}
	pieces, err := unpack(written[0].body)
	if err != nil || len(pieces)*partSum != len(c.Parts) {
		return
	}
	for i, p := range pieces {
		if string(c.Parts[i*partSum:(i+1)*partSum]) != string(p.sum) {
			return
		}
	}
	c.Parts = nil
}
