//go:build !headless

package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens"
	"yttra/screens/cli"
)

// flags are the words that open the window.
type flags struct {
	demo       bool
	register   string
	firstFrame bool
	file       string
}

func readFlags(args []string, t cli.Terminal) (flags, error) {
	var f flags
	set := flag.NewFlagSet("yttra", flag.ContinueOnError)
	set.SetOutput(t.Err)
	set.BoolVar(&f.demo, "demo", false, "open a temporary register with three invented matters")
	set.StringVar(&f.register, "register", "", "folder of the register; without it, the person's own")
	set.BoolVar(&f.firstFrame, "first-frame", false, "print the milliseconds to the first frame and close")
	if err := set.Parse(args); err != nil {
		return f, err
	}
	f.file = set.Arg(0)
	return f, nil
}

// openWindow opens the register and the window over it.
func openWindow(args []string, t cli.Terminal) int {
	start := time.Now()
	f, err := readFlags(args, t)
	if errors.Is(err, flag.ErrHelp) {
		return cli.Fine
	}
	if err != nil {
		return cli.BadInput
	}
	h, err := openHouse(f)
	if err != nil {
		return screens.Refuse(t.Err, err)
	}
	defer h.close()
	return screens.Guard(t.Err, func() {
		a := fyneapp.NewWithID("se.yttra.desk")
		if f.firstFrame {
			a.Lifecycle().SetOnStarted(func() {
				fyne.Do(func() { fyne.Do(func() { fmt.Fprintln(t.Out, time.Since(start).Milliseconds()); a.Quit() }) })
			})
		}
		screens.Run(a, h.options(f, t.Version))
	})
}

// house is everything below the window.
type house struct {
	store app.Store
	desk  *desk.Desk
	packs *packs.Packs
	temp  string // folder to remove when the window closes
}

func openHouse(f flags) (*house, error) {
	h := &house{}
	var err error
	if h.packs, err = packs.Load(); err != nil {
		return nil, fmt.Errorf("load packs: %w", err)
	}
	folder := f.register
	switch {
	case f.demo:
		if h.temp, err = os.MkdirTemp("", "yttra-demo-"); err != nil {
			return nil, &app.Problem{Code: app.CodeNoFile, What: os.TempDir(), Err: err}
		}
		folder = filepath.Join(h.temp, "register")
	case folder == "":
		if folder, err = store.Folder(); err != nil {
			return nil, fmt.Errorf("find register: %w", err)
		}
	}
	if h.store, err = store.Open(folder); err != nil {
		h.close()
		return nil, fmt.Errorf("open register: %w", err)
	}
	if err := h.furnish(f.demo); err != nil {
		h.close()
		return nil, err
	}
	return h, nil
}

// furnish puts the desk over the register.
func (h *house) furnish(demo bool) error {
	if demo {
		if err := h.store.SaveProfile(sample.Profile()); err != nil {
			return fmt.Errorf("save sample profile: %w", err)
		}
	}
	profile, err := h.store.Profile()
	if err != nil {
		return fmt.Errorf("read profile: %w", err)
	}
	checker, err := check.Compile(h.packs, profile.Language)
	if err != nil {
		return fmt.Errorf("compile rules: %w", err)
	}
	if demo {
		if err := fill(h.store, checker); err != nil {
			return err
		}
	}
	h.desk, err = desk.New(desk.Parts{Store: h.store, Packs: h.packs, Checker: checker, Now: time.Now})
	return err
}

// fill puts the three invented matters into an empty register, with their first
// documents checked, so that the list shows what waits.
func fill(s app.Store, c *check.Checker) error {
	for _, m := range sample.Register() {
		change := app.Change{Matter: &m, Tally: app.TallyOf(c.Run(&m, 0).Findings), At: time.Now()}
		if _, err := s.Save(change); err != nil {
			return fmt.Errorf("save sample: %w", err)
		}
	}
	return nil
}

func (h *house) options(f flags, version string) screens.Options {
	words, err := i18n.New(h.desk.State().Profile.Language)
	return screens.Options{
		Desk:    h.desk,
		Words:   words,
		Checker: func(lang string) (*check.Checker, error) { return check.Compile(h.packs, lang) },
		Samples: samples,
		Creator: "Yttra " + version,
		Log:     func(err error) { log.Print(err) },
		Fault:   err,
		Open:    f.file,
	}
}

func (h *house) close() {
	if h.store != nil {
		if err := h.store.Close(); err != nil {
			log.Printf("close register: %v", err)
		}
	}
	if h.temp != "" {
		os.RemoveAll(h.temp)
	}
}

func samples() ([]*app.Matter, error) {
	var out []*app.Matter
	for _, m := range sample.Register() {
		out = append(out, &m)
	}
	return out, nil
}
