//go:build !headless

package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"yttra/app/incoming"
	"yttra/app/spelling"
	"yttra/app/store"
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
	rest := hurry()
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
		o.Reader = incoming.Apart(incoming.Itself)
		defer o.Reader.Close()
		o.Begin = func() screens.Beginning { return <-began }
		a := fyneapp.NewWithID("se.yttra.desk")
		o.Filled = rest
		if f.firstFrame {
			o.Filled = func() {
				fyne.Do(func() { fyne.Do(func() { fmt.Fprintln(t.Out, time.Since(start).Milliseconds()); a.Quit() }) })
			}
		}
		screens.Run(a, o)
	})
}

// hurry lets memory grow while the window comes up: collecting what a start
// leaves behind, in the midst of it, costs the person time. rest goes back to
// thrift, and gives the system what the start used.
func hurry() (rest func()) {
	before := debug.SetGCPercent(-1)
	return func() {
		time.AfterFunc(restAfter, func() {
			debug.SetGCPercent(before)
			debug.FreeOSMemory()
		})
	}
}

// restAfter is well after the first frame.
const restAfter = time.Second

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
		Step:     h.step.now,
		Unlock:   h.unlock,
		Convert:  h.convert,
		Example:  h.example,
		Copy:     store.Copy,
		Backup:   store.FindBackup,
		Restore:  restoreStepwise,
		Checker:  h.checker,
		Rules:    h.rules,
		Speller:  func() (*spelling.Dictionary, error) { return spelling.Load(spelling.Here().Folders()) },
		Settings: h.keeper,
		Folder:   h.folder,
		Local:    local(),
		Creator:  "Yttra " + version,
		Log:      func(err error) { log.Print(err) },
		File:     h.flags.file,
		Screen:   screenRoom,
	}
}

// local is where a register lies on this computer when nobody says otherwise; empty
// when the system names no such place.
func local() string {
	folder, err := store.Folder()
	if err != nil {
		return ""
	}
	return folder
}

// titleBar is the room the system's title bar takes, in pixels.
const titleBar = 40

// screenRoom is the room for a window on the screen in its own pixels, without
// the system's panels and title bar; nothing when nobody knows. A screen without
// panels is taken for one without title bars.
func screenRoom() fyne.Size {
	if os.Getenv("WAYLAND_DISPLAY") != "" { // the compositor decides there
		return fyne.Size{}
	}
	m := glfw.GetPrimaryMonitor()
	if m == nil {
		return fyne.Size{}
	}
	_, _, w, h := m.GetWorkarea()
	if mode := m.GetVideoMode(); mode != nil && (w < mode.Width || h < mode.Height) {
		h -= titleBar
	}
	return fyne.NewSize(float32(w), float32(h))
}
