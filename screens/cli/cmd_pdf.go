package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
)

func (f *face) pdfCommand() *cobra.Command {
	var out, document, profile string
	c := &cobra.Command{
		Use:   "pdf matter.json -o out.pdf",
		Short: "Makes the paper of a document as a tagged PDF",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return usage("-o")
			}
			return f.pdf(args[0], out, document, profile)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the PDF file to write")
	c.Flags().StringVar(&document, "document", "", "identity of the document; without it, the first")
	c.Flags().StringVar(&profile, "profile", "", "the municipality's profile as a JSON file")
	return c
}

// pdf writes the paper. A final paper with stopping findings is not written; a
// draft always is, and says that it is one.
func (f *face) pdf(path, out, document, profilePath string) error {
	p, err := packs.Load()
	if err != nil {
		return fmt.Errorf("load packs: %w", err)
	}
	m, _, err := readMatter(path)
	if err != nil {
		return err
	}
	profile, err := readProfile(profilePath)
	if err != nil {
		return err
	}
	docs, err := (&paper{matter: m}).documents("", document)
	if err != nil {
		return named(path, err)
	}
	d := &m.Documents[docs[0]]
	if d.Status == app.Final {
		if err := f.heldBack(p, m, docs[0]); err != nil {
			return err
		}
	}
	in, err := reports.Of(p, m, d, profile, cost.Sum(m.Estimate, p.Thresholds, d.Date), "Yttra "+f.term.Version)
	if err != nil {
		return named(path, err)
	}
	set, err := reports.Build(in)
	if err != nil {
		return named(path, err)
	}
	data, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		return fmt.Errorf("write paper: %w", err)
	}
	if err := writeFile(out, data); err != nil {
		return err
	}
	fmt.Fprintln(f.term.Err, f.words().T("cli.written", i18n.Vars{"File": out}))
	return nil
}

// heldBack fails when a final paper has stopping findings that nobody accepted.
func (f *face) heldBack(p *packs.Packs, m *app.Matter, doc int) error {
	c, err := check.Compile(p, f.lang)
	if err != nil {
		return fmt.Errorf("compile rules: %w", err)
	}
	n := app.TallyOf(c.Run(m, doc).Findings).Blocking
	if n == 0 {
		return nil
	}
	fmt.Fprintln(f.term.Err, f.words().N("cli.held_back", n))
	return errStopping
}
