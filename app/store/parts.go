package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"yttra/app"
	"yttra/app/store/seal"
)

// A matter lies in pieces: what is large in it lies under its own sum, and the frame,
// the matter without them, says where each belongs. A save writes the pieces that are
// not there, which is the section that was written in, and a record that names all of
// them. Sections are pieces one by one, since one is written in at a time; other
// fields of the matter and of its documents are when they are large.

const (
	smallSection = 200     // bytes; a smaller one stays in the frame
	smallField   = 400     // the same, of other fields
	largePart    = 256_000 // bytes; a larger piece is a file
	partSum      = 16      // bytes of the sum that names a piece within its matter
)

// record is what is kept of a revision.
type record struct {
	app.Revision
	Parts []byte   `json:"parts,omitempty"` // sums of its pieces, the frame first; none: they are those of its one pack
	In    []byte   `json:"in,omitempty"`    // sums of the packs in which some of them lie
	Files []string `json:"files,omitempty"` // SHA-256 of the files it needs, in hex: of annexes, and of large pieces
}

// A place in a frame where a piece belongs is written {"§":7}.
var placeMark = []byte(`{"§":`)

// split takes a matter apart: the frame first, each piece once.
func split(matter []byte) ([][]byte, error) {
	parts, at := [][]byte{nil}, map[string]int{}
	frame, err := walk(matter, func(value json.RawMessage, small int) (json.RawMessage, error) {
		if len(value) < small && !bytes.HasPrefix(value, placeMark) {
			return value, nil
		}
		n, ok := at[string(value)]
		if !ok {
			n = len(parts)
			at[string(value)] = n
			parts = append(parts, value)
		}
		return fmt.Appendf(nil, `%s%d}`, placeMark, n), nil
	})
	parts[0] = frame
	return parts, err
}

// join puts a matter together again. It fails when a piece that the frame names is
// not there.
func join(parts [][]byte) ([]byte, error) {
	return walk(parts[0], func(value json.RawMessage, _ int) (json.RawMessage, error) {
		if !bytes.HasPrefix(value, placeMark) {
			return value, nil
		}
		n, err := strconv.Atoi(string(bytes.TrimSuffix(value[len(placeMark):], []byte("}"))))
		if err != nil || n < 1 || n >= len(parts) {
			return nil, errors.New("the frame names a piece that is not there")
		}
		return parts[n], nil
	})
}

// walk writes a matter anew, with what piece makes of every value that may be one of
// its own.
func walk(matter []byte, piece func(value json.RawMessage, small int) (json.RawMessage, error)) ([]byte, error) {
	section := func(s json.RawMessage) (json.RawMessage, error) { return piece(s, smallSection) }
	document := func(d json.RawMessage) (json.RawMessage, error) {
		return eachField(d, func(name string, value json.RawMessage) (json.RawMessage, error) {
			if name == "sections" {
				return eachItem(value, section)
			}
			return piece(value, smallField)
		})
	}
	return eachField(matter, func(name string, value json.RawMessage) (json.RawMessage, error) {
		if name == "documents" {
			return eachItem(value, document)
		}
		return piece(value, smallField)
	})
}

// eachField writes an object anew, with what fn makes of each value.
func eachField(object []byte, fn func(name string, value json.RawMessage) (json.RawMessage, error)) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(object))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.Join(errors.New("no object where one belongs"), err)
	}
	out := append(make([]byte, 0, len(object)), '{')
	for d.More() {
		t, err := d.Token()
		name, ok := t.(string)
		if err != nil || !ok {
			return nil, errors.Join(errors.New("an object without names"), err)
		}
		value, err := next(d, func(v json.RawMessage) (json.RawMessage, error) { return fn(name, v) })
		if err != nil {
			return nil, err
		}
		quoted, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, quoted...), ':'), value...)
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	return append(out, '}'), nil
}

// eachItem writes an array anew, with what fn makes of each value.
func eachItem(array []byte, fn func(json.RawMessage) (json.RawMessage, error)) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(array))
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return nil, errors.Join(errors.New("no list where one belongs"), err)
	}
	out := append(make([]byte, 0, len(array)), '[')
	for d.More() {
		value, err := next(d, fn)
		if err != nil {
			return nil, err
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, value...)
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	return append(out, ']'), nil
}

func next(d *json.Decoder, fn func(json.RawMessage) (json.RawMessage, error)) (json.RawMessage, error) {
	var value json.RawMessage
	if err := d.Decode(&value); err != nil {
		return nil, err
	}
	return fn(value)
}

// sumOf names a piece.
func sumOf(part []byte) [sha256.Size]byte { return sha256.Sum256(part) }

// keyPart is where a piece lies, when it is no file.
func keyPart(b seal.Box, id string, sum []byte) []byte {
	return append(keyParts(b, id), b.Name(base64.RawURLEncoding.EncodeToString(sum))...)
}

// sums of the pieces of a revision; none when they are those of its one pack, which has
// not been read.
func (c *record) sums() ([][]byte, error) {
	if len(c.Parts)+len(c.In) == 0 || len(c.Parts)%partSum != 0 || len(c.In)%partSum != 0 {
		return nil, fmt.Errorf("%d bytes are no sums", len(c.Parts))
	}
	return slices.Collect(slices.Chunk(c.Parts, partSum)), nil
}

// file tells which of the revision's files a piece is; empty: it is none.
func (c *record) file(sum []byte) string {
	name := hex.EncodeToString(sum)
	for _, f := range c.Files {
		if len(f) >= len(name) && f[:len(name)] == name {
			return f
		}
	}
	return ""
}
