package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/check"
	"yttra/app/disk"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/app/reading"
	"yttra/i18n"
)

func (f *face) importCommand() *cobra.Command {
	var out, kind string
	c := &cobra.Command{
		Use:   "import FILE -o matter.json",
		Short: "Proposes a matter from a motion in a text file",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			return f.importMotion(args[0], out, kind)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the matter file to write; without it, standard output")
	c.Flags().StringVar(&kind, "kind", "", "also begin a document of this kind: opinion or motion_response")
	return c
}

func (f *face) importMotion(path, out, kind string) error {
	if archive.Is(path) {
		return &app.Problem{Code: app.CodeArchive, What: path}
	}
	text, err := reading.ReadFile(path)
	if err != nil {
		return named(path, err)
	}
	p, err := packs.Load()
	if err != nil {
		return fmt.Errorf("load packs: %w", err)
	}
	proposal := intake.Motion(text)
	m := proposal.Matter()
	m.ID = app.NewID()
	m.Motion = &app.Source{Name: baseName(path), Text: text.String}
	m.Measures, m.Affected, m.Purchase = check.Propose(p, text.String)
	if kind != "" {
		doc, err := p.NewDocument(kind, m, app.Profile{})
		if err != nil {
			return fmt.Errorf("begin document: %w", err)
		}
		doc.ID = app.NewID()
		m.Documents = append(m.Documents, doc)
	}
	data, err := app.EncodeMatter(m)
	if err != nil {
		return err
	}
	if out == "" {
		_, err := f.term.Out.Write(data)
		return err
	}
	if err := disk.Write(out, data, disk.Shared); err != nil {
		return err
	}
	f.tellImport(m, out)
	return nil
}

// tellImport says on standard error what was found, so that a person sees at
// once what to correct.
func (f *face) tellImport(m *app.Matter, out string) {
	w := f.words()
	fmt.Fprintln(f.term.Err, w.T("cli.imported", i18n.Vars{"File": out, "Title": m.Title}))
	fmt.Fprintln(f.term.Err, w.N("cli.movers", len(m.Movers)), "·", w.N("cli.claims", len(m.Claims)), "·", w.N("cli.references", len(m.References)))
	if len(m.Claims) == 0 {
		fmt.Fprintln(f.term.Err, w.T("cli.no_claims"))
	}
}
