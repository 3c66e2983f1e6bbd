package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/locks"
	"yttra/app/store/backup"
	"yttra/app/store/seal"
)

// keyring is what an open register knows of its own locks. The data key is in memory as
// long as the register is open: without it nothing could be read.
type keyring struct {
	key  []byte // nil: it is not encrypted
	keys locks.Keys
	here bool // the key store of this computer opened it
}

func keysIn(dir string) string { return filepath.Join(dir, locks.File) }

// keysBeside is the copy that lies with the backups: it opens them when the register
// itself is gone.
func keysBeside(dir string) string { return filepath.Join(dir, backup.Folder, locks.File) }

// unlock finds the data key of an encrypted register before anything of it is touched.
// It fails with CodeNeedsKey, CodePassphrase or CodeKeysGone.
func (r *register) unlock() error {
	k, locked, err := keysOf(r.dir)
	if err != nil || !locked {
		return err
	}
	if s := r.o.known; s != nil && s.keys.ID == k.ID {
		r.secret.key, r.secret.here = s.key, s.here
	} else if r.secret.key, r.secret.here, err = openKeys(k, r.o); err != nil {
		if p := app.ProblemOf(err); p != nil && p.What == "" {
			p.What = r.dir
		}
		return err
	}
	r.o.known, r.o.Passphrase, r.secret.keys = nil, nil, k
	r.box, err = seal.NewBox(r.secret.key)
	return err
}

// keysOf reads the keys of the register in a folder; locked is false when it has none.
// The copy beside the backups takes the place of a file that is gone or damaged.
func keysOf(dir string) (k locks.Keys, locked bool, err error) {
	m, unmarked := markOf(dir)
	id := m.Keys
	k, err = readKeys(keysIn(dir))
	if err == nil && id != "" && k.ID != id {
		err = fmt.Errorf("%s is that of another key", locks.File)
	}
	if err == nil || app.CodeOf(err) == app.CodeNewer {
		return k, err == nil, err
	}
	spare, other := readKeys(keysBeside(dir))
	if errors.Is(err, os.ErrNotExist) && id == "" && (!spoilt(unmarked) || other != nil) {
		return k, false, nil
	}
	if other != nil || id != "" && spare.ID != id {
		return k, true, &app.Problem{Code: app.CodeKeysGone, What: dir, Err: err}
	}
	return spare, true, writeKeys(dir, spare)
}

func readKeys(path string) (locks.Keys, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return locks.Keys{}, err
	}
	return locks.Decode(data)
}

// openKeys gives the data key: the key store is asked first, and nobody notices.
func openKeys(k locks.Keys, o Options) (key []byte, here bool, err error) {
	var silent error
	if k.Has(locks.Stored) {
		if o.KeyStore == nil {
			silent = &app.Problem{Code: app.CodeNoKeyStore}
		} else if key, silent = k.ByKeyStore(o.KeyStore); silent == nil {
			return key, true, nil
		}
	}
	switch {
	case !k.Has(locks.Passphrase):
		return nil, false, silent
	case o.Passphrase == nil:
		return nil, false, &app.Problem{Code: app.CodeNeedsKey, Err: silent}
	}
	key, err = k.ByPassphrase(o.Passphrase)
	return key, false, err
}

// writeKeys writes the file with the keys, and the copy beside the backups.
func writeKeys(dir string, k locks.Keys) error {
	data, err := k.Encode()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(keysBeside(dir)), 0o700); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	if err := disk.Write(keysIn(dir), data, disk.Private); err != nil {
		return err
	}
	return disk.Write(keysBeside(dir), data, disk.Private)
}

// Lock tells how the register is locked.
func (r *register) Lock() app.Lock {
	r.locking.Lock()
	defer r.locking.Unlock()
	k := r.secret.keys
	return app.Lock{Encrypted: r.box.Encrypts(), Passphrase: k.Has(locks.Passphrase), KeyStore: k.Has(locks.Stored), Here: r.secret.here}
}

// SetPassphrase wraps the data key anew.
func (r *register) SetPassphrase(before, after []byte) error {
	err := r.relock(func(s keyring) (locks.Keys, error) {
		if s.keys.Has(locks.Passphrase) {
			key, err := s.keys.ByPassphrase(before)
			clear(key)
			if err != nil {
				return s.keys, err
			}
		}
		return s.keys.WithPassphrase(s.key, after, r.cost())
	})
	if err != nil {
		return fmt.Errorf("change passphrase: %w", err)
	}
	return r.Record(app.Event{Action: app.ActPassphrase})
}

// KeepKey puts a key into the key store of this computer, or takes it out.
func (r *register) KeepKey(keep bool) error {
	err := r.relock(func(s keyring) (locks.Keys, error) {
		switch {
		case keep && r.o.KeyStore == nil:
			return s.keys, &app.Problem{Code: app.CodeNoKeyStore}
		case keep:
			return s.keys.WithKeyStore(s.key, r.o.KeyStore)
		case !s.keys.Has(locks.Passphrase):
			return s.keys, &app.Problem{Code: app.CodeInternal, Err: errors.New("no way into the register would be left")}
		}
		return s.keys.WithoutKeyStore(r.o.KeyStore), nil
	})
	if err != nil {
		return fmt.Errorf("change key store: %w", err)
	}
	return nil
}

// relock changes the keys, of which the file is written whole or not at all.
func (r *register) relock(change func(keyring) (locks.Keys, error)) error {
	r.locking.Lock()
	defer r.locking.Unlock()
	if r.secret.key == nil {
		return &app.Problem{Code: app.CodeInternal, Err: errors.New("the register is not encrypted")}
	}
	k, err := change(r.secret)
	if err != nil {
		return err
	}
	if err := writeKeys(r.dir, k); err != nil {
		return err
	}
	r.secret.keys = k
	return nil
}

// cost is what a try of a new passphrase costs.
func (r *register) cost() locks.Cost {
	if r.o.Cost != (locks.Cost{}) {
		return r.o.Cost
	}
	return locks.Measure()
}

// keyAside is what is bound to something that lies elsewhere.
func keyAside(name string) []byte { return []byte("aside/" + name) }

// Wrap encrypts something that is to lie outside the register.
func (r *register) Wrap(name string, data []byte) []byte {
	if !r.box.Encrypts() {
		return data
	}
	return r.box.Seal(keyAside(name), seal.Head{Schema: Schema}, data)
}

// Unwrap opens it again. It fails with CodeDamaged or CodeNoKey.
func (r *register) Unwrap(name string, wrapped []byte) ([]byte, error) {
	if !r.box.Encrypts() {
		return wrapped, nil
	}
	_, data, err := r.box.Open(keyAside(name), wrapped)
	return data, err
}

// forget wipes the data key, as far as that can be done.
func (r *register) forget() {
	r.locking.Lock()
	defer r.locking.Unlock()
	clear(r.secret.key)
	r.secret.key = nil
}

// keyOf is what opens another folder with the records of this register; nil: nothing
// else does than the options themselves.
func (r *register) keyOf(o Options) *keyring {
	r.locking.Lock()
	defer r.locking.Unlock()
	if r.secret.key == nil {
		return o.known
	}
	s := r.secret
	s.key = bytes.Clone(s.key)
	return &s
}

// WithKeyOf gives options that open what a register that is open, or was, can open:
// nobody is asked for its passphrase again. They are to be used once.
func (o Options) WithKeyOf(k app.Keeper) Options {
	if r, ok := k.(*register); ok {
		o.known = r.keyOf(o)
	}
	return o
}
