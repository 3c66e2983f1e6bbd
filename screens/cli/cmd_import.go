package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/check"
	"yttra/app/disk"
	"yttra/app/incoming"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/i18n"
)

// importOptions are what the command line says of an import.
type importOptions struct {
	out, kind, as string
	deep, text    bool
}

func (f *face) importCommand() *cobra.Command {
	var o importOptions
	c := &cobra.Command{
		Use:   "import FILE|FOLDER… -o matter.json|FOLDER",
		Short: "Proposes a matter from a motion, remiss or letter: PDF, Word, OpenDocument, RTF, HTML, e-mail or text",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("FILE × 0")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			f.term.Reader.TryPictures(f.tellPicture)
			if len(args) > 1 || isFolder(args[0]) || isFolder(o.out) {
				return f.importMany(ctx, args, o)
			}
			return f.importOne(ctx, args[0], o)
		},
	}
	c.Flags().StringVarP(&o.out, "output", "o", "", "the matter file to write, or the folder for many; without it, standard output")
	c.Flags().StringVar(&o.kind, "kind", "", "also begin a document of this kind: opinion, motion_response, referral_response …")
	c.Flags().StringVar(&o.as, "as", "", "what the paper is, whatever it seems to be: motion, referral, letter or paper")
	c.Flags().BoolVarP(&o.deep, "recursive", "r", false, "of a folder: also the folders in it")
	c.Flags().BoolVar(&o.text, "text", false, "only print what is read of the file")
	return c
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// importOne takes in one file.
func (f *face) importOne(ctx context.Context, path string, o importOptions) error {
	if archive.Is(path) {
		return &app.Problem{Code: app.CodeArchive, What: path}
	}
	matter, err := f.matterMaker(o)
	if err != nil {
		return err
	}
	paper, err := f.take(ctx, path)
	if err != nil {
		return err
	}
	if o.text {
		return f.put(o.out, []byte(paper.Text.String))
	}
	m, err := matter(paper)
	if err != nil {
		return err
	}
	data, err := app.EncodeMatter(m)
	if err != nil {
		return err
	}
	if err := f.put(o.out, data); err != nil {
		return err
	}
	if o.out != "" {
		f.tellImport(m, paper.Proposal.KindDoubt, o.out)
	}
	return nil
}

// tellPicture says on standard error that a page is read by a machine: it takes seconds,
// and what comes of it is not sure.
func (f *face) tellPicture(name string, done, of int) {
	if done < of {
		fmt.Fprintln(f.term.Err, f.words().T("cli.picture_read", i18n.Vars{"File": name, "N": done + 1, "Of": of}))
	}
}

// take reads a file, and of a letter the paper that it is about: which, and what else
// came with it, is said on standard error, and what must be known of how it was read.
func (f *face) take(ctx context.Context, path string) (*incoming.Paper, error) {
	letter, err := f.term.Reader.Take(ctx, path)
	paper := letter
	if err == nil {
		_, paper = f.term.Reader.Main(ctx, letter)
	}
	switch {
	case ctx.Err() != nil:
		return nil, &app.Problem{Code: app.CodeCancelled, What: path}
	case err != nil:
		return nil, named(path, err)
	}
	w := f.words()
	if paper != letter {
		fmt.Fprintln(f.term.Err, w.T("batch.inside", i18n.Vars{"File": paper.Name}))
		if left := letter.Besides(paper); len(left) > 0 {
			fmt.Fprintln(f.term.Err, w.N("batch.left", len(left), i18n.Vars{"Files": strings.Join(left, ", ")}))
		}
	}
	for _, t := range incoming.Tell(w, paper.Text.Remarks) {
		fmt.Fprintln(f.term.Err, t.Text)
	}
	return paper, nil
}

// put writes a file, or to standard output without a name.
func (f *face) put(path string, data []byte) error {
	if path == "" {
		_, err := f.term.Out.Write(data)
		return err
	}
	return disk.Write(path, data, disk.Shared)
}

// matterMaker makes matters of papers as the command line says.
func (f *face) matterMaker(o importOptions) (func(*incoming.Paper) (*app.Matter, error), error) {
	p, err := packs.Load()
	if err != nil {
		return nil, fmt.Errorf("load packs: %w", err)
	}
	if _, ok := p.Kind(o.kind); o.kind != "" && !ok {
		return nil, &app.Problem{Code: app.CodeUnknownKind, What: o.kind}
	}
	as, known := app.MotionSource, o.as == ""
	for _, k := range app.SourceKinds {
		if k.Word() == o.as {
			as, known = k, true
		}
	}
	if !known {
		return nil, usage("--as %s", o.as)
	}
	return func(paper *incoming.Paper) (*app.Matter, error) {
		if o.as != "" {
			paper.As(as)
		}
		m := paper.Matter(app.DateOf(time.Now()))
		m.ID = app.NewID()
		m.Measures, m.Affected, m.Purchase = check.Propose(p, paper.Text.String)
		if o.kind != "" {
			doc, err := p.NewDocument(o.kind, m, app.Profile{})
			if err != nil {
				return nil, fmt.Errorf("begin document: %w", err)
			}
			doc.ID = app.NewID()
			m.Documents = append(m.Documents, doc)
		}
		return m, nil
	}, nil
}

// tellImport says on standard error what was found, so that a person sees at
// once what to correct.
func (f *face) tellImport(m *app.Matter, doubt intake.Doubt, out string) {
	w := f.words()
	fmt.Fprintln(f.term.Err, w.T("cli.imported", i18n.Vars{"File": out, "Title": m.Title}))
	fmt.Fprintln(f.term.Err, w.N("cli.movers", len(m.Movers)), "·", w.N("cli.claims", len(m.Claims)), "·", w.N("cli.references", len(m.References)))
	s := m.Motion
	line := w.T("batch.kind." + s.Kind.Word())
	if doubt != "" {
		line += " – " + w.T("doubt."+string(doubt))
	}
	fmt.Fprintln(f.term.Err, line)
	if s.Sender != "" {
		fmt.Fprintln(f.term.Err, strings.TrimSpace(w.T("cli.sender", i18n.Vars{"Name": s.Sender})+" "+s.Reference))
	}
	if s.Due != "" {
		fmt.Fprintln(f.term.Err, w.T("cli.due_day", i18n.Vars{"Day": string(s.Due)}))
	}
	for i, q := range s.Questions {
		if i == 0 {
			fmt.Fprintln(f.term.Err, w.N("cli.questions", len(s.Questions))+":")
		}
		fmt.Fprintln(f.term.Err, "– "+q)
	}
	if len(m.Claims) == 0 && s.Kind == app.MotionSource {
		fmt.Fprintln(f.term.Err, w.T("cli.no_claims"))
	}
}
