package settings

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"yttra/app"
)

// Rescued is a matter whose register would not take it.
type Rescued struct {
	Matter   *app.Matter
	Register string // folder
	Base     uint64 // revision it was made from
	At       time.Time
}

// rescuedFile is how it lies in the folder; the matter is a whole matter file.
type rescuedFile struct {
	Register string          `json:"register"`
	Base     uint64          `json:"base"`
	At       time.Time       `json:"at"`
	Matter   json.RawMessage `json:"matter,omitempty"`
	Sealed   []byte          `json:"sealed,omitempty"` // the same, of a register that is encrypted
}

// Safe makes what belongs to an encrypted register unreadable outside it, and opens it
// again.
type Safe interface {
	Wrap(name string, data []byte) []byte
	Unwrap(name string, wrapped []byte) ([]byte, error)
}

// Guard tells which register is open now; its texts lie here encrypted when it is. nil:
// it is not.
func (k *Keeper) Guard(register string, s Safe) { k.register, k.safe = register, s }

// safeOf is what guards the texts of a register; nil: nothing does.
func (k *Keeper) safeOf(register string) Safe {
	if register != k.register {
		return nil
	}
	return k.safe
}

// rescuedText is what such a text is bound to.
const rescuedText = "rescued"

// errSealed is a text of an encrypted register that is not open.
var errSealed = errors.New("it belongs to a register that is not open")

func (k *Keeper) rescuedIn() string { return filepath.Join(k.dir, "rescued") }

// rescuedAs is the file of a matter; an identity may hold any character.
func (k *Keeper) rescuedAs(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(k.rescuedIn(), fmt.Sprintf("%x.json", sum[:8]))
}

// Rescue keeps a matter outside its register, in place of what was rescued of it
// before.
func (k *Keeper) Rescue(r Rescued) error {
	if k.dir == "" {
		return nil
	}
	m, err := app.EncodeMatter(r.Matter)
	if err != nil {
		return fmt.Errorf("rescue: %w", err)
	}
	f := rescuedFile{Register: r.Register, Base: r.Base, At: r.At.Round(0), Matter: m}
	if s := k.safeOf(r.Register); s != nil {
		f.Matter, f.Sealed = nil, s.Wrap(rescuedText, m)
	}
	data, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("rescue: %w", err)
	}
	return k.write(k.rescuedAs(r.Matter.ID), data)
}

// Settle takes away what was rescued of a matter, once the register has it.
func (k *Keeper) Settle(id string) error {
	if k.dir == "" {
		return nil
	}
	if err := os.Remove(k.rescuedAs(id)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return &app.Problem{Code: app.CodeNoFile, What: k.rescuedIn(), Err: err}
	}
	return nil
}

// Rescued lists what lies there, oldest first; the texts of an encrypted register only
// while it is open. What cannot be read is left where
// it is and told in the error; the others come all the same.
func (k *Keeper) Rescued() ([]Rescued, error) {
	paths, _ := filepath.Glob(filepath.Join(k.rescuedIn(), "*.json"))
	var out []Rescued
	var bad error
	for _, p := range paths {
		r, err := k.readRescued(p)
		if errors.Is(err, errSealed) {
			continue // it comes when its register is opened
		}
		if err != nil {
			bad = cmp.Or(bad, err)
			continue
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Rescued) int { return a.At.Compare(b.At) })
	return out, bad
}

func (k *Keeper) readRescued(path string) (Rescued, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Rescued{}, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	var f rescuedFile
	if err := json.Unmarshal(data, &f); err != nil {
		return Rescued{}, &app.Problem{Code: app.CodeNotMatter, What: path, Err: err}
	}
	if f.Sealed != nil {
		s := k.safeOf(f.Register)
		if s == nil {
			return Rescued{}, errSealed
		}
		if f.Matter, err = s.Unwrap(rescuedText, f.Sealed); err != nil {
			return Rescued{}, fmt.Errorf("read %s: %w", path, err)
		}
	}
	m, err := app.DecodeMatter(f.Matter)
	if err != nil {
		return Rescued{}, fmt.Errorf("read %s: %w", path, err)
	}
	return Rescued{m, f.Register, f.Base, f.At}, nil
}
