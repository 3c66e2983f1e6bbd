// Package locks knows how the data key of an encrypted register is kept: wrapped, once
// for each way to open it, in the file keys.json. It knows passphrases and the key
// store of the system; it knows no record and nothing of what the data key is used for.
//
// The file is JSON, in the order of Keys:
//
//	format   "yttra-keys"
//	version  1; a file of a larger one is refused
//	id       of the data key: another key has another, a new passphrase has not
//	slots    one for each way; see Slot
//	sha256   of the file as JSON without spaces, with this field empty
//
// Whoever has lost every way has lost the register: there is no other.
package locks

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"yttra/app"
)

// File is the name of the file, in the folder of a register and beside its backups.
const File = "keys.json"

const (
	format  = "yttra-keys"
	version = 1
)

// KeySize is the length of a data key, in bytes.
const KeySize = 32

// mostSlots bounds what is tried of a file.
const mostSlots = 16

// Keys is what stands in the file.
type Keys struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	ID      string `json:"id"`
	Slots   []Slot `json:"slots"`
	Sum     string `json:"sha256"`
}

// Fresh makes a random data key, and the file that no slot opens yet.
func Fresh() (key []byte, k Keys) {
	key, id := make([]byte, KeySize), make([]byte, 16)
	rand.Read(key)
	rand.Read(id)
	return key, Keys{Format: format, Version: version, ID: hex.EncodeToString(id)}
}

// Decode reads the file. It fails with CodeKeysGone when it is damaged, and with
// CodeNewer.
func Decode(data []byte) (Keys, error) {
	var k Keys
	if err := json.Unmarshal(data, &k); err != nil {
		return Keys{}, damaged(err)
	}
	if k.Format == format && k.Version > version {
		return Keys{}, &app.Problem{Code: app.CodeNewer, What: File, Where: fmt.Sprintf("version %d", k.Version)}
	}
	switch sum, err := k.sum(); {
	case err != nil:
		return Keys{}, damaged(err)
	case k.Format != format || k.Version < 1:
		return Keys{}, damaged(errors.New("it is no file with keys"))
	case sum != k.Sum:
		return Keys{}, damaged(errors.New("the checksum does not match"))
	case len(k.Slots) == 0 || len(k.Slots) > mostSlots:
		return Keys{}, damaged(fmt.Errorf("%d slots", len(k.Slots)))
	}
	for _, s := range k.Slots {
		if err := s.sound(); err != nil {
			return Keys{}, damaged(err)
		}
	}
	return k, nil
}

// Encode gives the file.
func (k Keys) Encode() ([]byte, error) {
	var err error
	if k.Sum, err = k.sum(); err != nil {
		return nil, err
	}
	data, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode keys: %w", err)
	}
	return append(data, '\n'), nil
}

func (k Keys) sum() (string, error) {
	k.Sum = ""
	data, err := json.Marshal(k)
	if err != nil {
		return "", fmt.Errorf("encode keys: %w", err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
}

// Has reports whether there is a slot of a kind.
func (k Keys) Has(kind Kind) bool {
	return slices.ContainsFunc(k.Slots, func(s Slot) bool { return s.Kind == kind })
}

// without is the file without the slots of a kind.
func (k Keys) without(kind Kind) Keys {
	k.Slots = slices.DeleteFunc(slices.Clone(k.Slots), func(s Slot) bool { return s.Kind == kind })
	return k
}

// Same reports whether two data keys are one.
func Same(a, b []byte) bool { return len(a) == KeySize && bytes.Equal(a, b) }

func damaged(err error) error {
	return &app.Problem{Code: app.CodeKeysGone, What: File, Err: err}
}
