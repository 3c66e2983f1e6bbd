package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/archive"
	"yttra/i18n"
	"yttra/reports"
)

// exportOptions are what `yttra register export` is asked for.
type exportOptions struct {
	out, rules string
	matters    []string
	noBin      bool
	noPDF      bool
}

func (f *face) exportCommand() *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export -o all.zip",
		Short: "Writes everything as one open zip: pages to read, JSON, PDFs and the files that belong to it",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if o.out == "" {
				return usage("-o")
			}
			return f.withRegister(func(k app.Keeper) error { return f.export(k, o) })
		},
	}
	c.Flags().StringVarP(&o.out, "output", "o", "", "the zip file to write")
	c.Flags().StringArrayVar(&o.matters, "matter", nil, "identity of a matter; may be repeated. Without it, all")
	c.Flags().BoolVar(&o.noBin, "no-bin", false, "leave out what lies in the bin")
	c.Flags().BoolVar(&o.noPDF, "no-pdf", false, "make no PDFs")
	c.Flags().StringVar(&o.rules, "rules", "", "folder of a municipality's own rules")
	return c
}

func (f *face) export(k app.Keeper, o exportOptions) error {
	l, err := f.rules(o.rules)
	if err != nil {
		return err
	}
	profile, err := k.Profile()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return err
	}
	l.Checker.Know(profile)
	sv, err := i18n.New("sv")
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	program := "Yttra " + f.term.Version
	a := archive.Options{Matters: o.matters, Bin: !o.noBin, At: time.Now(), Program: program, Packs: l.Packs,
		Say: func(err error) string { return problemTitle(sv, err) }}
	if !o.noPDF {
		a.Paper = reports.Each(l.Packs, profile, program, func(m *app.Matter, doc int) []app.Finding { return l.Checker.Run(m, doc).Findings })
	}
	tell, err := f.teller(k, sv)
	if err != nil {
		return err
	}
	a.Events = tell.Stream(k, o.matters)
	told, err := archive.Write(ctx, o.out, k, a)
	if err != nil {
		return err
	}
	if err := k.Record(app.Event{Action: app.ActRegisterExported}); err != nil {
		return err
	}
	w := f.words()
	fmt.Fprintln(f.term.Err, w.N("transfer.exported", told.Matters, i18n.Vars{"File": o.out, "Size": w.Size(told.Bytes)}))
	f.transferFaults(f.term.Err, told.Faults)
	return nil
}

// transferFaults writes a line for each thing that could not be read or written.
func (f *face) transferFaults(out io.Writer, faults []archive.Fault) {
	w := f.words()
	for _, x := range faults {
		line := w.T("transfer.fault."+string(x.Kind), i18n.Vars{"Name": x.Name})
		if x.Title != "" {
			line = x.Title + ": " + line
		}
		if app.ProblemOf(x.Err) != nil {
			line += " " + problemTitle(w, x.Err)
		}
		fmt.Fprintln(out, "- "+strings.TrimSpace(line))
	}
}

// problemTitle is what a problem is called, in words.
func problemTitle(w i18n.Words, err error) string {
	p := app.ProblemOf(err)
	if p == nil {
		p = &app.Problem{Code: app.CodeInternal}
	}
	return w.T("error."+string(p.Code)+".title", i18n.Vars{"What": p.What, "Where": p.Where})
}
