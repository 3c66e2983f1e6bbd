// Package cli is the face without a window: subcommands on files, words on
// standard output, faults on standard error, and an exit code. It needs no
// display, and takes no lock on a register but for the commands that change it.
//
// Exit codes: 0 fine, 1 stopping findings, a municipality's examples that do not
// hold or a damaged backup, 2 bad usage or input, 3 our own failure.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/spelling"
	"yttra/i18n"
	"yttra/reports"
)

// Exit codes.
const (
	Fine     = 0
	Stopping = 1
	BadInput = 2
	OurFault = 3
)

// errStopping ends a command whose paper must not be made final.
var errStopping = errors.New("stopping findings")

// Terminal is where the words go.
type Terminal struct {
	In       io.Reader
	Out, Err io.Writer
	Version  string
	Speller  func() (*spelling.Dictionary, error)                       // nil: spelling is not checked
	Press    Press                                                      // nil: reports.Write
	Folder   func() (string, error)                                     // of the person's own register
	Open     func(folder string, passphrase []byte) (app.Keeper, error) // nil: nobody has been asked for it
	Restore  func(folder, backup string, passphrase []byte) error       // the whole register, from a backup
	Reader   *incoming.Reader                                           // of files that came in; nil: one that reads them in this process
}

// Press makes the file of a paper and reads it back, as reports.Write does.
type Press func(ctx context.Context, in reports.Input, step func(done, total int)) ([]byte, reports.Proof, error)

// speller reads the dictionary that this computer has.
func speller() (*spelling.Dictionary, error) { return spelling.Load(spelling.Here().Folders()) }

// Commands are the words that begin a subcommand; anything else opens the window.
var Commands = []string{"import", "check", "cost", "pdf", "unanswered", "word", "criteria", "register", "schema", "version", "help", "completion", "--help", "-h"}

// Run carries out one command line, without the program's name, and gives the
// exit code. It never panics: what goes wrong inside is our own failure.
func Run(t Terminal, args []string) (code int) {
	if t.Press == nil {
		t.Press = reports.Write
	}
	if t.Reader == nil {
		t.Reader = incoming.New()
	}
	f := &face{term: t}
	defer func() {
		if r := recover(); r != nil {
			code = f.fail(fmt.Errorf("%v", r))
		}
	}()
	root := f.root()
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case err == nil:
		return Fine
	case errors.Is(err, errStopping), errors.Is(err, errExamples), errors.Is(err, errDamagedBackup), errors.Is(err, errBrokenTrail), errors.Is(err, errSomeFailed):
		return Stopping
	case errors.Is(err, errFaults):
		return BadInput
	}
	return f.fail(err)
}

// face is one run of the program.
type face struct {
	term       Terminal
	lang       string
	folder     string                // of the register
	phraseFile string                // with its passphrase; may be empty
	read       map[string]i18n.Words // by language
}

// words are read from their file once: a report asks for them on every line.
func (f *face) words() i18n.Words {
	if w, ok := f.read[f.lang]; ok {
		return w
	}
	w, err := i18n.New(f.lang)
	if err != nil { // the words are embedded; a test reads them all
		return i18n.Words{}
	}
	if f.read == nil {
		f.read = map[string]i18n.Words{}
	}
	f.read[f.lang] = w
	return w
}

func (f *face) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "yttra",
		Short:         "Drafts, checks and prints answers to motions for Swedish municipal committees.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			return usage("%s", args)
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetIn(f.term.In)
	root.SetOut(f.term.Out)
	root.SetErr(f.term.Err)
	root.PersistentFlags().StringVar(&f.lang, "lang", "sv", "language of the words: sv or en")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%v", err) })
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if f.lang != "sv" && f.lang != "en" {
			return usage("--lang %s", f.lang)
		}
		return nil
	}
	root.AddCommand(f.importCommand(), f.checkCommand(), f.costCommand(), f.pdfCommand(), f.unansweredCommand(), f.wordCommand(),
		f.criteriaCommand(), f.registerCommand(), f.schemaCommand(), f.versionCommand())
	return root
}

// usage is a fault in the command line itself.
func usage(format string, args ...any) error {
	return &app.Problem{Code: app.CodeUsage, What: fmt.Sprintf(format, args...)}
}

// oneFile is the argument of most commands.
func oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("FILE × %d", len(args))
	}
	return nil
}

// noArguments is for commands that take none.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) != 0 {
		return usage("%v", args)
	}
	return nil
}

// fail prints a problem in the person's language and gives its exit code.
func (f *face) fail(err error) int {
	w := f.words()
	code, what, where := app.CodeInternal, "", ""
	if p := app.ProblemOf(err); p != nil {
		code, what, where = p.Code, p.What, p.Where
	}
	vars := i18n.Vars{"What": what, "Where": where}
	say := func(part string) string {
		if key := "error." + string(code) + part; w.Has(key) {
			return w.T(key, vars)
		}
		return ""
	}
	title, do := say(".title"), say(".do")
	fmt.Fprintln(f.term.Err, title)
	if where != "" && !strings.Contains(title+do, where) { // it may be a bound that the sentence says
		fmt.Fprintln(f.term.Err, w.T("cli.where", i18n.Vars{"Where": where}))
	}
	if do != "" {
		fmt.Fprintln(f.term.Err, do)
	}
	if code == app.CodeInternal || code == app.CodeUnproven { // a file that is not what was placed is our fault
		fmt.Fprintln(f.term.Err, err)
		return OurFault
	}
	return BadInput
}
