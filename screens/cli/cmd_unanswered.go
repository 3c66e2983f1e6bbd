package cli

import (
	"context"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/reports"
)

func (f *face) unansweredCommand() *cobra.Command {
	var out, profile, rules, today string
	c := &cobra.Command{
		Use:   "unanswered matter.json … -o list.pdf --today 2026-11-22",
		Short: "Makes the list of motions that have not been answered as a tagged PDF",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case out == "":
				return usage("-o")
			case today == "":
				return usage("--today")
			}
			return f.unanswered(args, out, profile, rules, today)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the PDF file to write")
	c.Flags().StringVar(&profile, "profile", "", "the municipality's profile as a JSON file")
	c.Flags().StringVar(&rules, "rules", "", "folder of a municipality's own rules")
	c.Flags().StringVar(&today, "today", "", "the day from which days are counted, as 2026-11-22")
	return c
}

// unanswered makes the list of the matters' motions, which may be none.
func (f *face) unanswered(paths []string, out, profilePath, rules, on string) error {
	today, err := day("--today", on)
	if err != nil {
		return err
	}
	l, err := f.rules(rules)
	if err != nil {
		return err
	}
	profile, err := readProfile(profilePath)
	if err != nil {
		return err
	}
	list := reports.Motions{Today: today}
	for _, path := range paths {
		m, _, err := readMatter(path)
		if err != nil {
			return err
		}
		list.Rows = append(list.Rows, app.RowOf(app.Change{Matter: m}, 0))
	}
	in, err := reports.Unanswered(l.Packs, list, profile, "Yttra "+f.term.Version)
	if err != nil {
		return err
	}
	data, _, err := reports.Write(context.Background(), in, nil)
	if err != nil {
		return err
	}
	return f.written(out, data)
}
