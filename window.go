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
	"github.com/go-gl/glfw/v3.4/glfw"

	"yttra/i18n"
	"yttra/screens"
	"yttra/screens/cli"
	"yttra/screens/settings"
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
	set.BoolVar(&f.demo, "demo", false, "show three invented matters; nothing is kept")
	set.StringVar(&f.register, "register", "", "folder of the register; without it, the person's own")
	set.BoolVar(&f.firstFrame, "first-frame", false, "print the milliseconds to the first frame with everything in it, and close")
	if err := set.Parse(args); err != nil {
		return f, err
	}
	if f.file = set.Arg(0); f.file != "" {
		abs, err := filepath.Abs(f.file)
		if err != nil {
			return f, fmt.Errorf("find %s: %w", f.file, err)
		}
		f.file = abs
	}
	return f, nil
}

// openWindow opens the window, while the register is opened beside it. When the
// register is open in a window already, that one comes forward instead.
func openWindow(args []string, t cli.Terminal) int {
	start := time.Now()
	f, err := readFlags(args, t)
	if errors.Is(err, flag.ErrHelp) {
		return cli.Fine
	}
	if err != nil {
		return cli.BadInput
	}
	h := newHouse(f)
	if h.forward(t) {
		return cli.Fine
	}
	began := make(chan screens.Beginning, 1)
	go func() { began <- h.begin() }()
	return screens.Guard(t.Err, func() {
		o := h.options(t.Version)
		o.Begin = func() screens.Beginning { return <-began }
		a := fyneapp.NewWithID("se.yttra.desk")
		if f.firstFrame {
			o.Filled = func() {
				fyne.Do(func() { fyne.Do(func() { fmt.Fprintln(t.Out, time.Since(start).Milliseconds()); a.Quit() }) })
			}
		}
		screens.Run(a, o)
	})
}

// forward asks a window that has the register open to come forward.
func (h *house) forward(t cli.Terminal) bool {
	if h.flags.demo || h.folder == "" || !settings.Knock(h.folder, h.dir, settings.Visit{File: h.flags.file}) {
		return false
	}
	if words, err := i18n.New(h.keeper.Get().Language); err == nil {
		fmt.Fprintln(t.Err, words.T("window.forward"))
	}
	return true
}

func (h *house) options(version string) screens.Options {
	return screens.Options{
		Open:     h.open,
		Example:  h.example,
		Copy:     copyRegister,
		Checker:  h.checker,
		Settings: h.keeper,
		Folder:   h.folder,
		Creator:  "Yttra " + version,
		Log:      func(err error) { log.Print(err) },
		File:     h.flags.file,
		Screen:   screenRoom,
	}
}

// screenRoom is the room on the screen in its own pixels, without the system's
// panels; nothing when nobody knows.
func screenRoom() fyne.Size {
	if os.Getenv("WAYLAND_DISPLAY") != "" { // the compositor decides there
		return fyne.Size{}
	}
	m := glfw.GetPrimaryMonitor()
	if m == nil {
		return fyne.Size{}
	}
	_, _, w, h := m.GetWorkarea()
	return fyne.NewSize(float32(w), float32(h))
}
