package locks

import (
	"errors"
	"time"

	"github.com/zalando/go-keyring"

	"yttra/app"
)

// KeyStore is where a system keeps secrets of the person who is logged in.
type KeyStore interface {
	Get(account string) (string, error)
	Set(account, secret string) error
	Delete(account string) error
}

// errNothing is that the key store has nothing under a name.
var errNothing = errors.New("nothing under that name")

// service is what the person sees in the key store.
const service = "Yttra"

// answerIn is how long the key store may take: the system may ask the person to unlock
// it, and then Yttra asks for the passphrase instead.
const answerIn = 30 * time.Second

// System is the key store of this system: the Credential Manager of Windows, the
// Keychain of macOS, or the Secret Service (GNOME Keyring, KWallet) by D-Bus. Whatever
// it fails with is CodeNoKeyStore.
func System() KeyStore { return system{} }

type system struct{}

func (system) Get(account string) (string, error) {
	return inTime(func() (string, error) { return keyring.Get(service, account) })
}

func (system) Set(account, secret string) error {
	_, err := inTime(func() (string, error) { return "", keyring.Set(service, account, secret) })
	return err
}

func (system) Delete(account string) error {
	_, err := inTime(func() (string, error) { return "", keyring.Delete(service, account) })
	return err
}

type answer struct {
	secret string
	err    error
}

// inTime gives up on a key store that does not answer.
func inTime(ask func() (string, error)) (string, error) {
	came := make(chan answer, 1)
	go func() {
		secret, err := ask()
		came <- answer{secret, err}
	}()
	select {
	case a := <-came:
		switch {
		case errors.Is(a.err, keyring.ErrNotFound):
			return "", errNothing
		case a.err != nil:
			return "", &app.Problem{Code: app.CodeNoKeyStore, Err: a.err}
		}
		return a.secret, nil
	case <-time.After(answerIn):
		return "", &app.Problem{Code: app.CodeNoKeyStore, Err: errors.New("it does not answer")}
	}
}

// InMemory is a key store that is gone when the program ends; for trying things out.
func InMemory() KeyStore { return inMemory{} }

type inMemory map[string]string

func (m inMemory) Get(account string) (string, error) {
	secret, ok := m[account]
	if !ok {
		return "", errNothing
	}
	return secret, nil
}

func (m inMemory) Set(account, secret string) error { m[account] = secret; return nil }

func (m inMemory) Delete(account string) error { delete(m, account); return nil }
