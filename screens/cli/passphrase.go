package cli

import (
	"bytes"
	"fmt"
	"os"

	"golang.org/x/term"

	"yttra/app"
	"yttra/app/disk"
)

// passphraseVariable is where a script may have the passphrase of a register.
const passphraseVariable = "YTTRA_PASSPHRASE"

// longestPassphrase bounds the file it may be in, in bytes.
const longestPassphrase = 64 << 10

// unlocked does something that an encrypted register needs its passphrase for: without
// one first, since the key store of the system may open it.
func (f *face) unlocked(do func(passphrase []byte) error) error {
	err := do(nil)
	if app.CodeOf(err) != app.CodeNeedsKey {
		return err
	}
	passphrase, other := f.passphrase()
	if other != nil || passphrase == nil {
		if other == nil {
			other = err
		}
		return other
	}
	defer clear(passphrase)
	return do(passphrase)
}

// passphrase is what a file, the environment or the person at the terminal says; nil
// when there is nobody to ask. The end of the line in a file is no part of it.
func (f *face) passphrase() ([]byte, error) {
	if f.phraseFile != "" {
		data, err := disk.Read(f.phraseFile, longestPassphrase)
		return bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r")), err
	}
	if s, ok := os.LookupEnv(passphraseVariable); ok {
		return []byte(s), nil
	}
	in, ok := f.term.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, nil
	}
	fmt.Fprint(f.term.Err, f.words().T("unlock.prompt"), " ")
	passphrase, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(f.term.Err)
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNeedsKey, Err: err}
	}
	return passphrase, nil
}
