package main

import (
	"path/filepath"
	"time"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/search"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens"
	"yttra/screens/settings"
)

// house is what stands below the window that is walked: a person who has not been
// here before, an empty register of their own, and the example.
type house struct {
	dir    string
	keeper *settings.Keeper
	packs  *packs.Packs
	desk   *desk.Desk // of the register that was opened last
	kept   app.Keeper // that of the example
}

func newHouse(dir string) *house {
	h := &house{dir: dir}
	var err error
	h.packs, err = packs.Load()
	must(err)
	h.keeper, err = settings.Open(filepath.Join(dir, "settings"))
	must(err)
	return h
}

func (h *house) options() screens.Options {
	return screens.Options{Begin: h.begin, Open: h.open, Example: h.example, Convert: h.convert, Checker: h.checker, Settings: h.keeper,
		Folder: filepath.Join(h.dir, "register"), Creator: "Yttra"}
}

func (h *house) checker(lang string) (*check.Checker, error) { return check.Compile(h.packs, lang) }

func (h *house) begin() screens.Beginning {
	words, err := i18n.New("sv")
	must(err)
	s, err := store.OpenMemory(nil)
	must(err)
	r, err := h.furnish(s)
	must(err)
	return screens.Beginning{Register: r, Words: words, New: true}
}

func (h *house) open(folder string) (screens.Register, error) {
	s, err := store.Open(folder, store.Options{})
	if err != nil {
		return screens.Register{}, err
	}
	r, err := h.furnish(s)
	r.Folder = folder
	return r, err
}

func (h *house) example() (screens.Register, error) {
	folder := filepath.Join(h.dir, "example")
	var err error
	if h.kept, err = h.exampleIn(folder); err != nil {
		return screens.Register{}, err
	}
	r, err := h.furnish(h.kept)
	r.Example, r.Folder = true, folder
	return r, err
}

func (h *house) furnish(s app.Store) (screens.Register, error) {
	c, err := h.checker("sv")
	must(err)
	h.desk, err = desk.New(desk.Parts{Store: s, Packs: h.packs, Checker: c, Now: time.Now})
	if err != nil {
		return screens.Register{}, err
	}
	texts := search.New(s, "")
	trail, _ := s.(app.Trail)
	keeper, _ := s.(app.Keeper)
	if keeper != nil && keeper.Folder() == "" {
		keeper = nil
	}
	return screens.Register{Keeper: keeper, Desk: h.desk, Texts: texts, Store: s, Trail: trail, Close: func() error { texts.Close(); return s.Close() }}, nil
}
