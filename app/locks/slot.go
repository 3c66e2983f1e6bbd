package locks

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"yttra/app"
)

// Kind is a way to the data key.
type Kind string

const (
	Passphrase Kind = "passphrase"
	Stored     Kind = "key_store" // the key store of the system, on one computer
)

// Slot is the data key wrapped in one way: by XChaCha20-Poly1305, with a key made of
// the passphrase by argon2id, or with a random one that the key store has. All that is
// in a slot, and the identity of the data key, is bound to what is wrapped.
type Slot struct {
	Kind    Kind   `json:"kind"`
	Time    uint32 `json:"argon2id_passes,omitempty"`
	Memory  uint32 `json:"argon2id_kib,omitempty"`
	Threads uint8  `json:"argon2id_lanes,omitempty"`
	Salt    []byte `json:"salt,omitempty"`    // 16 bytes
	Account string `json:"account,omitempty"` // the name it has in the key store
	Nonce   []byte `json:"nonce,omitempty"`   // 24 bytes
	Wrapped []byte `json:"wrapped,omitempty"` // the data key, 32 bytes, and 16 that tell whether it is right
}

const saltSize = 16

// What a slot may ask of a computer: a file that somebody has changed must not be able
// to take all memory, or a day.
const (
	mostPasses  = 64
	mostMemory  = 1 << 20 // KiB
	leastMemory = 8       // KiB for each lane
)

// sound refuses a slot that cannot be tried.
func (s Slot) sound() error {
	switch {
	case len(s.Nonce) != chacha20poly1305.NonceSizeX || len(s.Wrapped) != KeySize+chacha20poly1305.Overhead:
		return errors.New("a slot is cut off")
	case s.Kind == Stored && s.Account == "":
		return errors.New("a slot names nothing in the key store")
	case s.Kind == Passphrase && (s.Time < 1 || s.Time > mostPasses || s.Threads < 1 ||
		s.Memory < leastMemory*uint32(s.Threads) || s.Memory > mostMemory || len(s.Salt) != saltSize):
		return errors.New("a slot has a cost that is not taken")
	}
	return nil
}

// derive makes the key that wraps, of a passphrase as Normal gives it.
func (s Slot) derive(passphrase []byte) []byte {
	return argon2.IDKey(passphrase, s.Salt, s.Time, s.Memory, s.Threads, chacha20poly1305.KeySize)
}

// wrap puts the data key into a slot; the wrapping key is wiped.
func (s Slot) wrap(id string, wrapping, key []byte) (Slot, error) {
	defer clear(wrapping)
	s.Nonce = make([]byte, chacha20poly1305.NonceSizeX)
	rand.Read(s.Nonce)
	aead, err := chacha20poly1305.NewX(wrapping)
	if err != nil {
		return s, fmt.Errorf("wrap key: %w", err)
	}
	bound, err := s.bound(id)
	if err != nil {
		return s, err
	}
	s.Wrapped = aead.Seal(nil, s.Nonce, key, bound)
	return s, nil
}

// unwrap gives the data key; ok is false when the wrapping key, which is wiped, is
// another.
func (s Slot) unwrap(id string, wrapping []byte) (key []byte, ok bool) {
	defer clear(wrapping)
	aead, err := chacha20poly1305.NewX(wrapping)
	if err != nil {
		return nil, false
	}
	bound, err := s.bound(id)
	if err != nil {
		return nil, false
	}
	key, err = aead.Open(nil, s.Nonce, s.Wrapped, bound)
	return key, err == nil
}

func (s Slot) bound(id string) ([]byte, error) {
	s.Nonce, s.Wrapped = nil, nil
	data, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode slot: %w", err)
	}
	return append([]byte(format+" 1 "+id+" "), data...), nil
}

// ByPassphrase gives the data key. It takes as long for a wrong passphrase as for the
// right one, about a second: call it elsewhere than on the window's thread. It fails
// with CodePassphrase.
func (k Keys) ByPassphrase(passphrase []byte) ([]byte, error) {
	normal := Normal(passphrase)
	defer clear(normal)
	for _, s := range k.Slots {
		if s.Kind != Passphrase {
			continue
		}
		if key, ok := s.unwrap(k.ID, s.derive(normal)); ok {
			return key, nil
		}
	}
	return nil, &app.Problem{Code: app.CodePassphrase}
}

// WithPassphrase gives the file with a slot for this passphrase in place of that for
// another.
func (k Keys) WithPassphrase(key, passphrase []byte, c Cost) (Keys, error) {
	normal := Normal(passphrase)
	defer clear(normal)
	s := Slot{Kind: Passphrase, Time: c.Time, Memory: c.Memory, Threads: c.Threads, Salt: make([]byte, saltSize)}
	rand.Read(s.Salt)
	s, err := s.wrap(k.ID, s.derive(normal), key)
	if err != nil {
		return k, err
	}
	k = k.without(Passphrase)
	k.Slots = append([]Slot{s}, k.Slots...)
	return k, nil
}

// WithoutPassphrase gives the file without that slot.
func (k Keys) WithoutPassphrase() Keys { return k.without(Passphrase) }

// ByKeyStore gives the data key without asking anybody. It fails with CodeNoKeyStore
// when the system has no key store, and with CodeOtherKey when it has nothing of this
// register's.
func (k Keys) ByKeyStore(store KeyStore) ([]byte, error) {
	var bad error = &app.Problem{Code: app.CodeOtherKey}
	for _, s := range k.Slots {
		if s.Kind != Stored {
			continue
		}
		secret, err := store.Get(s.Account)
		if errors.Is(err, errNothing) {
			continue
		}
		if err != nil {
			return nil, err
		}
		wrapping, err := hex.DecodeString(secret)
		if err != nil {
			continue
		}
		if key, ok := s.unwrap(k.ID, wrapping); ok {
			return key, nil
		}
	}
	return nil, bad
}

// WithKeyStore puts a random key into the key store, reads it back, and gives the file
// with a slot for it. Slots of other computers stay. It fails with CodeNoKeyStore.
func (k Keys) WithKeyStore(key []byte, store KeyStore) (Keys, error) {
	wrapping, account := make([]byte, chacha20poly1305.KeySize), make([]byte, 8)
	rand.Read(wrapping)
	rand.Read(account)
	s := Slot{Kind: Stored, Account: hex.EncodeToString(account)}
	if err := store.Set(s.Account, hex.EncodeToString(wrapping)); err != nil {
		return k, err
	}
	s, err := s.wrap(k.ID, wrapping, key)
	if err != nil {
		return k, err
	}
	with := k
	with.Slots = append(slices.Clone(k.Slots), s)
	if again, err := with.only(s).ByKeyStore(store); err != nil || !Same(again, key) {
		return k, errors.Join(&app.Problem{Code: app.CodeNoKeyStore, Err: errors.New("what was put there did not come back")}, err)
	}
	return with, nil
}

func (k Keys) only(s Slot) Keys {
	k.Slots = []Slot{s}
	return k
}

// WithoutKeyStore takes what is this register's out of the key store, and gives the
// file without those slots. That the key store does not answer does not matter: what
// lies there opens nothing any more.
func (k Keys) WithoutKeyStore(store KeyStore) Keys {
	for _, s := range k.Slots {
		if s.Kind == Stored && store != nil {
			store.Delete(s.Account)
		}
	}
	return k.without(Stored)
}
