package app

import "context"

// Lock tells how a register is locked. The zero Lock is that of one which is not.
type Lock struct {
	Encrypted  bool
	Passphrase bool // a passphrase opens it
	KeyStore   bool // the key store of a computer opens it without asking
	Here       bool // that of this computer opened it now
}

// Locks is what can be done about how a register is locked while it is open. All of it
// takes its time, and is called elsewhere than on the window's thread. A passphrase is
// the caller's, who wipes it.
type Locks interface {
	Lock() Lock

	// SetPassphrase changes the passphrase of an encrypted register; the records stay as
	// they are. The one before must be given when there is one. It fails with
	// CodePassphrase.
	SetPassphrase(before, after []byte) error

	// KeepKey lets the key store of this computer open an encrypted register, or no
	// longer. It fails with CodeNoKeyStore, and when no other way in would be left.
	KeepKey(bool) error

	// Convert writes everything anew: under a new key, or without one. When it fails all
	// is as it was, and the register is still open. When it does not, this register is
	// closed, and the one that is given takes its place. Nothing can be saved meanwhile.
	Convert(context.Context, Conversion, func(done, total int)) (Keeper, error)

	// Wrap makes something that belongs to the register safe to lie elsewhere, and Unwrap
	// opens it again. Of a register that is not encrypted it is as it was.
	Wrap(name string, data []byte) []byte
	Unwrap(name string, wrapped []byte) ([]byte, error)
}

// Conversion says how a register is to be locked from now on.
type Conversion struct {
	Encrypt     bool   // false: whoever has the folder can read it
	Passphrase  []byte // nil: none opens it
	KeyStore    bool   // the key store of this computer opens it
	KeepBackups bool   // the backups from before stay, in a folder of their own
}
