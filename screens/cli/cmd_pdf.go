package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
)

func (f *face) pdfCommand() *cobra.Command {
	var out, document, profile, rules string
	c := &cobra.Command{
		Use:   "pdf matter.json -o out.pdf",
		Short: "Makes the paper of a document as a tagged PDF",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return usage("-o")
			}
			return f.pdf(args[0], out, document, profile, rules)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the PDF file to write")
	c.Flags().StringVar(&document, "document", "", "identity of the document; without it, the first")
	c.Flags().StringVar(&profile, "profile", "", "the municipality's profile as a JSON file")
	c.Flags().StringVar(&rules, "rules", "", "folder of a municipality's own rules")
	return c
}

// pdf writes the paper. A final paper with stopping findings is not written; a
// draft always is, and says that it is one.
func (f *face) pdf(path, out, document, profilePath, rules string) error {
	l, err := f.rules(rules)
	if err != nil {
		return err
	}
	file, err := openMatter(path)
	if err != nil {
		return err
	}
	m := file.matter
	profile, err := readProfile(profilePath)
	if err != nil {
		return err
	}
	docs, err := file.documents("", document)
	if err != nil {
		return named(path, err)
	}
	d := &m.Documents[docs[0]]
	if d.Status == app.Final {
		if err := f.heldBack(l.Checker, file, docs[0], profile); err != nil {
			return err
		}
	}
	sum := cost.Sum(m.Estimate, profile.Limits(l.Packs.Thresholds), d.Date).Follow(l.Packs.Buying)
	in, err := reports.Of(l.Packs, m, d, profile, sum, "Yttra "+f.term.Version)
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

// heldBack fails when a final paper has stopping findings that nobody accepted,
// and says which they are and where they stand.
func (f *face) heldBack(c *check.Checker, file *paper, doc int, profile app.Profile) error {
	c.Know(profile)
	report := Report{}
	report.add(file, doc, c.Run(file.matter, doc))
	report.Findings = slices.DeleteFunc(report.Findings, func(x ReportFinding) bool { return x.Severity != app.Blocking || x.Waived != "" })
	if len(report.Findings) == 0 {
		return nil
	}
	fmt.Fprintln(f.term.Err, f.words().N("cli.held_back", len(report.Findings)))
	for _, x := range report.Findings {
		f.printPlace(f.term.Err, x)
	}
	return errStopping
}
