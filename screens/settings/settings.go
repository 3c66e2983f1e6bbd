// Package settings is what the program remembers of one person on one computer:
// language, look and size, where the register is, the window and the place in
// each document. It also keeps text a register would not take (rescue.go), and
// the door by which a second start finds the first (door.go).
//
// It never keeps anything of a matter that is safe in the register, and it knows
// neither Fyne nor the desk.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"yttra/app"
	"yttra/app/disk"
)

// Settings is everything remembered; the zero value is somebody new.
type Settings struct {
	Language string            `json:"language,omitempty"` // sv or en; empty: sv
	Look     string            `json:"look,omitempty"`     // light, dark, or empty for the system's
	Scale    int               `json:"scale,omitempty"`    // per cent, 90–200; 0 means 100
	Register string            `json:"register,omitempty"` // folder; empty: the system's own place
	Rules    string            `json:"rules,omitempty"`    // folder of the municipality's own rules; empty: the one beside the register
	Greeted  bool              `json:"greeted,omitempty"`  // the first start is over
	Width    float32           `json:"width,omitempty"`    // of the window, in pixels of the screen
	Height   float32           `json:"height,omitempty"`
	Screen   string            `json:"screen,omitempty"` // in front
	Matter   string            `json:"matter,omitempty"` // open, by its identity
	Document string            `json:"document,omitempty"`
	Beside   bool              `json:"beside,omitempty"`   // the page is shown beside the text
	Original bool              `json:"original,omitempty"` // the original is, in the page's place
	Places   []Place           `json:"places,omitempty"`   // latest first
	Folders  map[string]string `json:"folders,omitempty"`  // last used, by what was chosen
}

// Place is where the caret was in a document: a section, counted from 0, and a
// byte in its text.
type Place struct {
	Document string `json:"document"`
	Section  int    `json:"section"`
	At       int    `json:"at"`
}

// mostPlaces bounds the memory of places.
const mostPlaces = 400

// Put remembers a place; an older one in the same document goes.
func (s *Settings) Put(p Place) {
	s.Places = slices.DeleteFunc(slices.Clone(s.Places), func(o Place) bool { return o.Document == p.Document })
	s.Places = slices.Insert(s.Places, 0, p)
	s.Places = s.Places[:min(len(s.Places), mostPlaces)]
}

// PlaceIn gives the place in a document.
func (s Settings) PlaceIn(document string) (Place, bool) {
	i := slices.IndexFunc(s.Places, func(p Place) bool { return p.Document == document })
	if i < 0 {
		return Place{}, false
	}
	return s.Places[i], true
}

// Keeper keeps settings in a folder. It is not for concurrent use.
type Keeper struct {
	dir string
	now Settings

	register string // that is open
	safe     Safe   // nil: it is not encrypted
}

// Folder is where this computer keeps a person's settings; CodeNoFile when the
// system names no such place.
func Folder() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", &app.Problem{Code: app.CodeNoFile, Where: "settings", Err: err}
	}
	return filepath.Join(dir, "yttra"), nil
}

// Open reads the settings of a folder; nothing there is somebody new. A keeper
// is always given: with an error it begins anew, and keeps what is changed.
// With an empty folder everything lives in memory alone.
func Open(dir string) (*Keeper, error) {
	k := &Keeper{dir: dir}
	if dir == "" {
		return k, nil
	}
	data, err := os.ReadFile(k.file())
	switch {
	case errors.Is(err, os.ErrNotExist):
		return k, nil
	case err != nil:
		return k, &app.Problem{Code: app.CodeNoFile, What: k.file(), Err: err}
	}
	var s Settings
	if err := json.Unmarshal(data, &s); err != nil {
		return k, &app.Problem{Code: app.CodeDamaged, What: k.file(), Err: err}
	}
	k.now = s
	return k, nil
}

func (k *Keeper) file() string { return filepath.Join(k.dir, "settings.json") }

// Get gives the settings; what is in them is the caller's own.
func (k *Keeper) Get() Settings {
	s := k.now
	s.Places, s.Folders = slices.Clone(s.Places), maps.Clone(s.Folders)
	return s
}

// Change changes the settings and keeps them. When they cannot be written they
// hold until the window closes; CodeNoFile says so.
func (k *Keeper) Change(change func(*Settings)) error {
	s := k.Get()
	change(&s)
	k.now = s
	if k.dir == "" {
		return nil
	}
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("encode settings: %w", err)
	}
	return k.write(k.file(), append(data, '\n'))
}

// write writes a file in the settings folder, for this person alone.
func (k *Keeper) write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	return disk.Write(path, data, disk.Private)
}
