// Package screens is the window: rail, header, status line, menu, the table of
// screens, and the one place where threads are crossed (threads.go). It tells
// the desk what a person wants and shows what the desk says.
//
// It never changes a matter itself, and never knows the store.
package screens

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/incoming"
	"yttra/app/spelling"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// Options is what a window needs. Desk and Words, or Begin, are needed, and
// Checker and Settings; the rest may be nil.
type Options struct {
	Desk     *desk.Desk // with Words: a register that is open already
	Words    i18n.Words
	Begin    func() Beginning                      // opens the first register, once the window is on the screen
	Step     func() (step app.Step, done, all int) // how far Begin has come; may be nil
	Open     func(folder string) (Register, error)
	Unlock   func(folder string, passphrase []byte) (Register, error) // one that is encrypted; away from the window's thread
	Convert  func(ctx context.Context, r Register, c app.Conversion, step func(done, total int)) (Register, error)
	Example  func() (Register, error) // the three invented matters, in memory
	Copy     func(from, to string) error
	Backup   func(path string) (app.Backup, error)                                              // the one to restore from, of a file, a folder or a register; see store.FindBackup
	Restore  func(ctx context.Context, folder, backup string, step func(done, total int)) error // puts it in the place of a register that is not open
	Checker  func(lang string) (*check.Checker, error)                                          // when the language changes
	Rules    func(register, chosen, lang string) (Rules, error)                                 // reads the rules anew; see ReadRules
	Reader   *incoming.Reader                                                                   // of files that came in; nil: one that reads them in this process
	Speller  func() (*spelling.Dictionary, error)                                               // reads the dictionary; away from the window's thread
	Settings *settings.Keeper
	Folder   string           // where the person's register is, or will be
	Local    string           // where one lies on this computer when nobody says otherwise; may be empty
	Creator  string           // Yttra and its version, for the file
	Log      func(error)      // where the chain of a problem goes
	File     string           // to open at once; may be empty
	Screen   func() fyne.Size // room on the screen, in its own pixels
	Filled   func()           // called when the content has been laid in the window
	Stuck    func()           // ends the process when the window is closed and everything kept, and Fyne does not come to its end; nil: os.Exit
}

// Run opens the window and returns when it has closed. What had not been saved
// is saved before it closes, also when something of ours breaks.
//
// The window comes up empty first: what is slow about it is done by the system
// while the register is being opened elsewhere.
func Run(a fyne.App, o Options) {
	w := newWindow(a, o, realThreads())
	drawn := false
	defer func() {
		if r := recover(); r != nil {
			w.rescue()
			if !drawn { // no screen, or no OpenGL to draw with
				r = noDisplay{r}
			}
			panic(r)
		}
	}()
	w.win.Show()
	w.fit()
	filled := func() {
		if o.Filled != nil {
			o.Filled()
		}
	}
	if o.Begin != nil {
		w.start(filled)
	} else {
		filled()
	}
	w.threads.back(func() { drawn = true }) // once the loop runs
	ended := func() bool { return true }
	w.win.SetOnClosed(func() { ended = w.threads.later(patient, w.end) })
	a.Run()
	ended()
	w.letGo()
}

// patient is how long Fyne has to come to its end once the window is closed.
const patient = 5 * time.Second

// end ends a process whose window is closed but whose loop is not: an event that comes
// to Fyne between its last look and its end waits for ever, and the register with it.
func (w *Window) end() {
	w.letGo()
	if w.o.Stuck != nil {
		w.o.Stuck()
		return
	}
	os.Exit(fine)
}

// noDisplay is what breaks before the window has been drawn once.
type noDisplay struct{ cause any }

// rescue keeps what has not been saved when something of ours has broken.
func (w *Window) rescue() {
	if w.o.Desk == nil {
		return
	}
	if err := w.o.Desk.Save(); err != nil {
		w.log(err)
		w.keepElsewhere()
	}
}

// whole runs a command and turns what breaks in it into a problem row: the
// window, and the text in it, stay.
func (w *Window) whole(do func()) {
	defer func() {
		if r := recover(); r != nil {
			w.Problem(&app.Problem{Code: app.CodeInternal, Err: fmt.Errorf("%v\n%s", r, debug.Stack())})
		}
	}()
	do()
}

// Exit codes of the window, the same as the terminal's.
const (
	fine     = 0
	badInput = 2
	ourFault = 3
)

// Guard runs a window and gives the program's exit code. What breaks in it, like
// a missing OpenGL, is told: the program must never die in silence. start is
// everything from making the Fyne app to the end of Run.
func Guard(out io.Writer, start func()) (code int) {
	defer func() {
		if r := recover(); r != nil {
			code = Refuse(out, broken(r))
		}
	}()
	start()
	return fine
}

// Refuse tells, without a window, that none could be opened: in a message box on
// Windows, and on out. It gives the exit code.
func Refuse(out io.Writer, err error) int {
	words, wordsErr := i18n.New(lang.SystemLocale().LanguageString())
	if wordsErr != nil { // the words are embedded; a test reads them all
		fmt.Fprintln(out, err)
		return ourFault
	}
	title, safe, do := parts.ProblemWords(words, err)
	text := title + "\n" + safe + " " + do
	fmt.Fprintf(out, "%s\n(%v)\n", text, err)
	messageBox("Yttra", text)
	switch app.CodeOf(err) {
	case app.CodeInternal, app.CodeNoDisplay, app.CodePack:
		return ourFault
	}
	return badInput
}

// broken makes a problem of a panic.
func broken(r any) error {
	code := app.CodeInternal
	if n, ok := r.(noDisplay); ok {
		code, r = app.CodeNoDisplay, n.cause
	}
	return &app.Problem{Code: code, Err: fmt.Errorf("%v\n%s", r, debug.Stack())}
}
