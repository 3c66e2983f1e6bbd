package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/app/disk"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/reports"
)

func (f *face) pdfCommand() *cobra.Command {
	var o pdfOptions
	c := &cobra.Command{
		Use:   "pdf matter.json -o out.pdf",
		Short: "Makes the paper of a document as a tagged PDF",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.sound(); err != nil {
				return err
			}
			return f.pdf(args[0], o)
		},
	}
	o.flags(c, "the PDF file to write")
	return c
}

// pdfOptions are what was asked for on the command line.
type pdfOptions struct {
	out, document, profile, rules, today string
	part                                 reports.Part
	lines                                int
	copy                                 app.Copy
}

// flags are those of every command that makes a paper.
func (o *pdfOptions) flags(c *cobra.Command, output string) {
	c.Flags().StringVarP(&o.out, "output", "o", "", output)
	c.Flags().StringVar(&o.document, "document", "", "identity of the document; without it, the first")
	c.Flags().StringVar(&o.profile, "profile", "", "the municipality's profile as a JSON file")
	c.Flags().StringVar(&o.rules, "rules", "", "folder of a municipality's own rules")
	c.Flags().IntVar(&o.lines, "lines", 0, "number every n-th line of a draft, for a reading copy")
	c.Flags().StringVar((*string)(&o.part), "part", "", "cost: only the cost sheet; protocol: how it answers the criteria; without it, the whole paper")
	c.Flags().StringVar((*string)(&o.copy), "copy", "", "web: a copy for publishing, without personal data; what is removed is told")
	c.Flags().StringVar(&o.today, "today", "", "the day a protocol is made, as 2026-11-22; without it, the day of the last check")
}

// sound refuses what cannot be asked for.
func (o pdfOptions) sound() error {
	switch {
	case o.out == "":
		return usage("-o")
	case o.lines < 0:
		return usage("--lines %d", o.lines)
	case o.part != reports.WholePaper && o.part != reports.CostSheet && o.part != reports.Protocol:
		return usage("--part %s", o.part)
	case o.copy != app.FullCopy && o.copy != app.WebCopy:
		return usage("--copy %s", o.copy)
	case o.copy == app.WebCopy && o.part == reports.Protocol:
		return &app.Problem{Code: app.CodeProtocolWeb}
	}
	return nil
}

// pdf writes the paper as a tagged PDF.
func (f *face) pdf(path string, o pdfOptions) error {
	in, err := f.paperOf(path, o)
	if err != nil {
		return err
	}
	data, proof, err := f.term.Press(context.Background(), in, nil)
	var left *reports.LeftError
	switch {
	case errors.As(err, &left):
		return f.left(left)
	case err != nil:
		return made(path, err)
	}
	if err := f.written(o.out, data); err != nil {
		return err
	}
	w := f.words()
	fmt.Fprintln(f.term.Err, w.T("cli.proof", i18n.Vars{"Pages": w.N("paper.pages", proof.Pages), "Words": w.Int(int64(proof.Words)), "Tags": w.Int(int64(proof.Tags)),
		"Claims": strings.Join(proof.Claims, ", "), "Sum": proof.Sum}))
	return nil
}

// written puts a finished file in its place and says where.
func (f *face) written(path string, data []byte) error {
	if err := disk.Write(path, data, disk.Shared); err != nil {
		return err
	}
	fmt.Fprintln(f.term.Err, f.words().T("cli.written", i18n.Vars{"File": path}))
	return nil
}

// paperOf gathers what a paper is made from. A final paper with stopping findings is
// not made; a draft always is, and says that it is one.
func (f *face) paperOf(path string, o pdfOptions) (in reports.Input, err error) {
	file, err := openMatter(path)
	if err != nil {
		return in, err
	}
	m := file.matter
	l, err := f.paperRules(m, o)
	if err != nil {
		return in, err
	}
	profile, err := readProfile(o.profile)
	if err != nil {
		return in, err
	}
	for _, err := range reports.Remarks(profile) { // told; the paper is made all the same
		f.fail(err)
	}
	if o.part == reports.CostSheet && len(m.Documents) == 0 && o.document == "" {
		m.Documents = []app.Document{{Kind: l.Packs.Kinds[0].ID}} // it needs no paper to be beside
	}
	docs, err := file.documents("", o.document)
	if err != nil {
		return in, named(path, err)
	}
	d := &m.Documents[docs[0]]
	if d.Status == app.Final && o.part != reports.Protocol {
		if err := f.heldBack(l.Checker, file, docs[0], profile); err != nil {
			return in, err
		}
	}
	if o.copy == app.WebCopy {
		in, err = f.webInput(l.Packs, m, docs[0], profile)
	} else {
		c := cost.Compare(m.Estimate, profile.Limits(l.Packs.Thresholds), d.Date).Follow(l.Packs.Buying)
		in, err = reports.Of(l.Packs, m, d, profile, c, "Yttra "+f.term.Version)
	}
	if err != nil {
		return in, named(path, err)
	}
	if in.Part = o.part; d.Status != app.Final {
		in.LineNumbers = o.lines
	}
	if o.part == reports.Protocol {
		in.Control, err = f.control(l, m, docs[0], profile, o.today)
	}
	return in, err
}

// paperRules reads what a paper is made from. A draft is not checked, and is made
// without reading the rules; unless a municipality has its own, whose faults are told.
func (f *face) paperRules(m *app.Matter, o pdfOptions) (check.Laid, error) {
	final := slices.ContainsFunc(m.Documents, func(d app.Document) bool { return d.Status == app.Final })
	if final || o.rules != "" || o.part == reports.Protocol {
		return f.rules(o.rules)
	}
	e, kind := m.Estimate, ""
	if i := slices.IndexFunc(m.Documents, func(d app.Document) bool { return o.document == "" || d.ID == o.document }); i >= 0 {
		kind = m.Documents[i].Kind
	}
	p, err := packs.Papers(kind, o.part == reports.CostSheet || len(e.Lines) > 0 || len(e.Spent) > 0 || len(e.Alternatives) > 0)
	if err != nil {
		return check.Laid{}, fmt.Errorf("load packs: %w", err)
	}
	return check.Laid{Packs: p}, nil
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
