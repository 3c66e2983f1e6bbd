package seal

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"

	"golang.org/x/crypto/chacha20poly1305"

	"yttra/app"
)

// KeySize is the length of the data key of an encrypted register, in bytes.
const KeySize = 32

// keyed is what a box with a key has: bodies are encrypted by XChaCha20-Poly1305, and
// names are replaced by their HMAC-SHA-256. Both have a key of their own, made of the
// data key by HKDF.
type keyed struct {
	aead  cipher.AEAD
	names []byte
}

// nameSize is how much of a name's HMAC is kept, in bytes: two names meet by chance
// once in 2^64.
const nameSize = 16

// NewBox gives the box of a register that is encrypted with a data key of KeySize
// bytes. It keeps nothing of the slice.
func NewBox(key []byte) (Box, error) {
	if len(key) != KeySize {
		return Box{}, fmt.Errorf("a data key of %d bytes", len(key))
	}
	bodies, err := hkdf.Key(sha256.New, key, nil, "yttra bodies", chacha20poly1305.KeySize)
	if err != nil {
		return Box{}, fmt.Errorf("derive key: %w", err)
	}
	names, err := hkdf.Key(sha256.New, key, nil, "yttra names", sha256.Size)
	if err != nil {
		return Box{}, fmt.Errorf("derive key: %w", err)
	}
	aead, err := chacha20poly1305.NewX(bodies)
	clear(bodies)
	if err != nil {
		return Box{}, fmt.Errorf("derive key: %w", err)
	}
	return Box{&keyed{aead, names}}, nil
}

// Encrypts reports whether the box has a key.
func (b Box) Encrypts() bool { return b.keyed != nil }

// Name is what stands for an identity in a key, or for the sum of a text or file in a
// key or in the name of a file: what can be looked at without the key says nothing of
// what is inside. Without a key it is the identity, escaped so that it has no slash;
// with one, 32 hexadecimal digits.
func (b Box) Name(id string) string {
	if b.keyed == nil {
		return url.PathEscape(id)
	}
	h := hmac.New(sha256.New, b.names)
	h.Write([]byte(id))
	return hex.EncodeToString(h.Sum(nil)[:nameSize])
}

// encrypt takes an envelope whose body is not encrypted yet, and gives it with nonce
// and encrypted body in its place. Key and head are bound to the body.
func (k *keyed) encrypt(key, out []byte) []byte {
	sealed := make([]byte, bodyAt+chacha20poly1305.NonceSizeX, len(out)+chacha20poly1305.NonceSizeX+chacha20poly1305.Overhead)
	copy(sealed, out[:headSize])
	sealed[4] |= encrypted
	nonce := sealed[bodyAt:]
	rand.Read(nonce)
	return k.aead.Seal(sealed, nonce, out[bodyAt:], bound(key, sealed))
}

// decrypt gives the body of a whole envelope. That it does not open means another key.
func (b Box) decrypt(key, sealed []byte) ([]byte, error) {
	if b.keyed == nil {
		return nil, &app.Problem{Code: app.CodeNoKey, What: string(key)}
	}
	body := sealed[bodyAt:]
	if len(body) < chacha20poly1305.NonceSizeX+chacha20poly1305.Overhead {
		return nil, damaged(key, errors.New("the encrypted body is cut off"))
	}
	nonce, body := body[:chacha20poly1305.NonceSizeX], body[chacha20poly1305.NonceSizeX:]
	out, err := b.aead.Open(nil, nonce, body, bound(key, sealed))
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoKey, What: string(key), Err: err}
	}
	return out, nil
}

// bound is what an encrypted body is bound to.
func bound(key, sealed []byte) []byte {
	return append(append(make([]byte, 0, headSize+len(key)), sealed[:headSize]...), key...)
}
