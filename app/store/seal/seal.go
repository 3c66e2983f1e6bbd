// Package seal knows the envelope around every value that the register keeps: in
// Badger, in the journal, in a backup, in a file. A value that is cut, changed, moved
// to another key or written by a newer version is never taken for whole.
//
// It knows no engine, no file and no matter.
package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"yttra/app"
)

// The envelope, big endian:
//
//	0  'Y'
//	1  format of the envelope: 2
//	2  schema version of the body, 2 bytes
//	4  flags: 1 the body is compressed (zstd), 2 it is encrypted, after that
//	5  zero, 3 bytes
//	8  revision of the record, 8 bytes
//	16 sequence number of the change that wrote it, 8 bytes; see package journal
//	24 SHA-256 over key, bytes 0–23 and body as it is stored, 32 bytes
//	56 body; of an encrypted one a random nonce, 24 bytes, and then what
//	   XChaCha20-Poly1305 makes of it, bound to bytes 0–23 and the key
//
// The key is part of the sum, so that a value under another key is damage too. The
// sum is over what is stored: a value can be told whole without being decrypted.
const (
	mark     = 'Y'
	format   = 2
	headSize = 24
	bodyAt   = headSize + sha256.Size
)

const (
	compressed = 1 << iota
	encrypted
)

// worth is the size of a body, in bytes, from which it is compressed.
const worth = 200

// Head is what an envelope says of its value.
type Head struct {
	Schema   uint16
	Revision uint64
	Seq      uint64 // of the change that wrote it
}

// Box seals values and opens them. The zero Box does not encrypt; see NewBox. It may be
// used by several goroutines.
type Box struct{ *keyed }

// The coders are made once: each has tables of its own. Coding whole buffers, they
// may be used by several goroutines.
var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostBody))
)

// mostBody is what a body may come to when it is unpacked, in bytes.
const mostBody = 256 << 20

// Seal wraps a body.
func (b Box) Seal(key []byte, h Head, body []byte) []byte {
	out := make([]byte, bodyAt, bodyAt+len(body))
	out[0], out[1] = mark, format
	binary.BigEndian.PutUint16(out[2:], h.Schema)
	binary.BigEndian.PutUint64(out[8:], h.Revision)
	binary.BigEndian.PutUint64(out[16:], h.Seq)
	if packed := pack(out, body); packed != nil {
		out = packed
		out[4] = compressed
	} else {
		out = append(out, body...)
	}
	if b.keyed != nil {
		out = b.encrypt(key, out)
	}
	sum := sumOf(key, out)
	copy(out[headSize:], sum[:])
	return out
}

// pack appends the body compressed, or gives nil when nothing is won.
func pack(out, body []byte) []byte {
	if len(body) < worth {
		return nil
	}
	packed := encoder.EncodeAll(body, out)
	if len(packed)-bodyAt >= len(body) {
		return nil
	}
	return packed
}

// Check tells whether an envelope is whole, without opening it. It fails as Open.
func Check(key, sealed []byte) (Head, error) {
	if len(sealed) < bodyAt || sealed[0] != mark {
		return Head{}, damaged(key, fmt.Errorf("%d bytes are no envelope", len(sealed)))
	}
	if sealed[1] > format {
		return Head{}, &app.Problem{Code: app.CodeNewer, What: string(key), Where: fmt.Sprintf("envelope %d", sealed[1])}
	}
	if sum := sumOf(key, sealed); !bytes.Equal(sum[:], sealed[headSize:bodyAt]) {
		return Head{}, damaged(key, errors.New("the checksum does not match"))
	}
	return Head{
		Schema:   binary.BigEndian.Uint16(sealed[2:]),
		Revision: binary.BigEndian.Uint64(sealed[8:]),
		Seq:      binary.BigEndian.Uint64(sealed[16:]),
	}, nil
}

// Sum is the checksum in an envelope, as it stands there; ok is false when there is none.
func Sum(sealed []byte) (sum [sha256.Size]byte, ok bool) {
	if len(sealed) < bodyAt || sealed[0] != mark {
		return sum, false
	}
	return [sha256.Size]byte(sealed[headSize:bodyAt]), true
}

// Open opens an envelope. It fails with CodeDamaged, CodeNewer or, when it is encrypted
// with a key that this box has not got, CodeNoKey, and the key of the value. A box with a
// key takes a value that is not encrypted for damage: it is none of this register's.
func (b Box) Open(key, sealed []byte) (Head, []byte, error) {
	h, err := Check(key, sealed)
	if err != nil {
		return h, nil, err
	}
	body := sealed[bodyAt:]
	if sealed[4]&encrypted != 0 {
		if body, err = b.decrypt(key, sealed); err != nil {
			return h, nil, err
		}
	} else if b.keyed != nil {
		return h, nil, damaged(key, errors.New("it is not encrypted"))
	}
	if sealed[4]&compressed != 0 {
		if body, err = decoder.DecodeAll(body, nil); err != nil {
			return h, nil, damaged(key, err)
		}
	}
	return h, body, nil
}

func sumOf(key, sealed []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(key)
	h.Write(sealed[:headSize])
	h.Write(sealed[bodyAt:])
	h.Sum(sum[:0])
	return sum
}

func damaged(key []byte, err error) error {
	return &app.Problem{Code: app.CodeDamaged, What: string(key), Err: err}
}
