//go:build !headless

package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/app/search"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens"
	"yttra/screens/settings"
)

// house is everything below the window.
type house struct {
	flags  flags
	dir    string // of the person's settings
	keeper *settings.Keeper
	folder string // of the register
	packs  *packs.Packs
	step   progress
}

// progress is how far an opening has come; it is told on one thread and asked for on
// another.
type progress struct {
	mu        sync.Mutex
	step      app.Step
	done, all int
}

func (p *progress) tell(step app.Step, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step, p.done, p.all = step, done, all
}

func (p *progress) now() (app.Step, int, int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.step, p.done, p.all
}

// newHouse finds the person's settings and where the register is. What cannot be
// found is told once the window is there.
func newHouse(f flags) *house {
	h := &house{flags: f}
	var err error
	if h.dir, err = settings.Folder(); err != nil {
		log.Print(err)
	}
	if h.keeper, err = settings.Open(h.dir); err != nil {
		log.Print(err)
	}
	h.folder = f.register
	if h.folder == "" {
		h.folder = h.keeper.Get().Register
	}
	if h.folder == "" {
		if h.folder, err = store.Folder(); err != nil {
			log.Print(err)
		}
	}
	return h
}

// begin opens what the window starts with. It runs beside the making of the
// window, and touches nothing of it.
func (h *house) begin() (b screens.Beginning) {
	var err error
	known := h.keeper.Get()
	if b.Words, err = i18n.New(known.Language); err != nil {
		return h.empty(b, err)
	}
	switch {
	case h.flags.demo:
		b.Register, err = h.example()
	case !known.Greeted && unused(h.folder):
		b.New = true
		return h.empty(b, nil)
	default:
		b.Register, err = h.open(h.folder)
	}
	if err != nil {
		return h.empty(b, err)
	}
	return b
}

// empty puts a register with nothing in it under a window that has no other.
func (h *house) empty(b screens.Beginning, fault error) screens.Beginning {
	b.Fault = fault
	s, err := store.OpenMemory(nil)
	if err == nil {
		b.Register, err = h.furnish(s, "")
	}
	if err != nil { // memory and embedded rules: a test reads them all
		b.Fault = errors.Join(fault, err)
	}
	return b
}

// unused reports whether nobody has kept anything in a folder; a municipality may
// have laid its rules there beforehand.
func unused(folder string) bool {
	entries, err := os.ReadDir(folder)
	kept := func(e os.DirEntry) bool { return e.Name() != screens.RulesFolder }
	return errors.Is(err, os.ErrNotExist) || err == nil && !slices.ContainsFunc(entries, kept)
}

// open opens the register of a folder. One that is encrypted opens by itself when the
// key store of the system has its key, and fails with CodeNeedsKey else.
func (h *house) open(folder string) (screens.Register, error) { return h.unlock(folder, nil) }

// unlock is open with a passphrase, which is the caller's.
func (h *house) unlock(folder string, passphrase []byte) (screens.Register, error) {
	if folder == "" {
		return screens.Register{}, &app.Problem{Code: app.CodeNoFile, Err: errors.New("the system names no folder for a register")}
	}
	o := registerOptions(passphrase)
	o.Tell = h.step.tell
	s, err := store.Open(folder, o)
	if err != nil {
		return screens.Register{}, fmt.Errorf("open register: %w", err)
	}
	r, err := h.furnish(s, folder)
	if err != nil {
		return screens.Register{}, errors.Join(err, s.Close())
	}
	return r, nil
}

// restoreStepwise puts a backup in the place of a register that is not open. Nobody is
// asked for a passphrase: whoever opens it is.
func restoreStepwise(ctx context.Context, folder, backup string, step func(done, total int)) error {
	o := registerOptions(nil)
	o.Tell = func(_ app.Step, done, total int) { step(done, total) }
	return store.Restore(ctx, folder, backup, o)
}

// convert encrypts a register, or no longer. What is given is open whatever happened:
// the new register, or the old one as it was.
func (h *house) convert(ctx context.Context, r screens.Register, c app.Conversion, step func(done, total int)) (screens.Register, error) {
	if err := r.Texts.Close(); err != nil { // its files are about to go
		log.Print(err)
	}
	next, err := r.Keeper.Convert(ctx, c, step)
	if err != nil {
		next = r.Keeper
	}
	out, other := h.furnish(next, r.Folder)
	return out, errors.Join(err, other)
}

// furnish puts the desk over a store. The index of its texts and the municipality's
// own rules lie in the folder; without one, or when it is encrypted, the index is in
// memory.
func (h *house) furnish(s app.Store, folder string) (screens.Register, error) {
	known := h.keeper.Get()
	rules, err := h.rules(folder, known.Rules, known.Language)
	if err != nil {
		return screens.Register{}, err
	}
	return h.lay(s, folder, rules)
}

// lay is furnish with the rules that have been read.
func (h *house) lay(s app.Store, folder string, rules screens.Rules) (screens.Register, error) {
	index := ""
	var keeper app.Keeper // one in memory is only a store
	if folder != "" {
		keeper, _ = s.(app.Keeper)
	}
	trail, _ := s.(app.Trail)
	if keeper != nil && !keeper.Lock().Encrypted { // the words of an encrypted one lie nowhere in the clear
		index = filepath.Join(folder, "search")
	}
	runtime.GC() // the rows get the room that reading the rules has used: memory at rest is less by 4 MB
	d, err := desk.New(desk.Parts{Store: s, Packs: rules.Packs, Checker: rules.Checker, Now: time.Now, Program: "Yttra " + version})
	if err != nil {
		return screens.Register{}, err
	}
	texts := search.New(s, index)
	return screens.Register{Desk: d, Texts: texts, Folder: folder, Store: s, Keeper: keeper, Trail: trail, Rules: rules, Fault: d.Fault(), Close: func() error { return errors.Join(texts.Close(), s.Close()) }}, nil
}

// rules reads the rules, and the municipality's own on them.
func (h *house) rules(register, chosen, lang string) (screens.Rules, error) {
	r, err := screens.ReadRules(register, chosen, lang)
	if err != nil {
		return r, fmt.Errorf("read rules: %w", err)
	}
	h.packs = r.Packs
	return r, nil
}

func (h *house) checker(lang string) (*check.Checker, error) { return check.Compile(h.packs, lang) }

// example is the three invented matters, in memory, with their first documents
// checked, so that the list shows what waits.
func (h *house) example() (screens.Register, error) {
	s, err := store.OpenMemory(nil)
	if err != nil {
		return screens.Register{}, err
	}
	known := h.keeper.Get()
	rules, err := h.rules("", known.Rules, known.Language)
	if err == nil {
		err = fill(s, rules.Checker)
	}
	if err != nil {
		return screens.Register{}, errors.Join(err, s.Close())
	}
	r, err := h.lay(s, "", rules)
	r.Example = true
	return r, err
}

func fill(s app.Store, c *check.Checker) error {
	if err := s.SaveProfile(sample.Profile()); err != nil {
		return fmt.Errorf("save sample profile: %w", err)
	}
	for _, m := range sample.Register() {
		change := app.Change{Matter: &m, Tally: app.TallyOf(c.Run(&m, 0).Findings), At: time.Now()}
		if _, err := s.Save(change); err != nil {
			return fmt.Errorf("save sample: %w", err)
		}
	}
	return nil
}
