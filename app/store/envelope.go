package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"yttra/app"
)

// Schema is the version of the records. A register with a newer one is refused.
const Schema = 1

// The envelope around every value, big endian:
//
//	0  'Y'
//	1  format of the envelope: 1
//	2  schema version of the body, 2 bytes
//	4  revision of the record, 8 bytes
//	12 SHA-256 over key, bytes 0–11 and body, 32 bytes
//	44 body: JSON
//
// The key is part of the sum, so that a value under another key is damage too.
const (
	envelopeMark   = 'Y'
	envelopeFormat = 1
	headSize       = 12
	bodyAt         = headSize + sha256.Size
)

// seal wraps a value. This and bodyOf are the only two places that know what
// lies on the disk.
func seal(key []byte, revision uint64, v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", key, err)
	}
	out := make([]byte, bodyAt, bodyAt+len(body))
	out[0], out[1] = envelopeMark, envelopeFormat
	binary.BigEndian.PutUint16(out[2:], Schema)
	binary.BigEndian.PutUint64(out[4:], revision)
	sum := sumOf(key, out[:headSize], body)
	copy(out[headSize:], sum[:])
	return append(out, body...), nil
}

// unseal opens an envelope into v and gives the record's revision. It fails with
// CodeDamaged or CodeNewer and the key.
func unseal(key, sealed []byte, v any) (uint64, error) {
	revision, body, err := bodyOf(key, sealed)
	if err != nil {
		return 0, err
	}
	if err := json.Unmarshal(body, v); err != nil {
		return 0, damaged(key, err)
	}
	return revision, nil
}

// bodyOf gives the revision and the body of an envelope that is whole, and fails
// as unseal does.
func bodyOf(key, sealed []byte) (revision uint64, body []byte, err error) {
	if len(sealed) < bodyAt || sealed[0] != envelopeMark {
		return 0, nil, damaged(key, fmt.Errorf("%d bytes are no envelope", len(sealed)))
	}
	if sealed[1] > envelopeFormat {
		return 0, nil, &app.Problem{Code: app.CodeNewer, What: string(key), Where: fmt.Sprintf("envelope %d", sealed[1])}
	}
	head, body := sealed[:headSize], sealed[bodyAt:]
	sum := sumOf(key, head, body)
	if !bytes.Equal(sum[:], sealed[headSize:bodyAt]) {
		return 0, nil, damaged(key, fmt.Errorf("the checksum does not match"))
	}
	if schema := binary.BigEndian.Uint16(head[2:]); schema > Schema {
		return 0, nil, &app.Problem{Code: app.CodeNewer, What: string(key), Where: fmt.Sprintf("schema %d", schema)}
	}
	return binary.BigEndian.Uint64(head[4:]), body, nil
}

func sumOf(key, head, body []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(key)
	h.Write(head)
	h.Write(body)
	h.Sum(sum[:0])
	return sum
}

func damaged(key []byte, err error) error {
	return &app.Problem{Code: app.CodeDamaged, What: string(key), Err: err}
}
