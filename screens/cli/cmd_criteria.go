package cli

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
)

func (f *face) criteriaCommand() *cobra.Command {
	var rules, folder string
	c := &cobra.Command{
		Use:   "criteria",
		Short: "Lists all loaded rules and runs their examples",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case !c.Flags().Changed("check"):
				return f.criteria(rules)
			case folder == "" || rules != "":
				return usage("--check %s --rules %s", folder, rules)
			}
			return f.checkFolder(folder)
		},
	}
	c.Flags().StringVar(&rules, "rules", "", "folder of a municipality's own rules")
	c.Flags().StringVar(&folder, "check", "", "tell what a folder of own rules does and every fault in it; exit 1 for examples that do not hold, 2 for faults")
	return c
}

// criteria prints one line a rule: id, severity, how many of its examples hold,
// title. An example that does not hold is told in full; a built-in one is our own
// failure.
func (f *face) criteria(folder string) error {
	l, err := f.rules(folder)
	if err != nil {
		return err
	}
	results, err := check.RunExamples(l.Packs)
	if err != nil {
		return fmt.Errorf("run examples: %w", err)
	}
	w, out := f.words(), bufio.NewWriter(f.term.Out)
	defer out.Flush()
	run, ours := map[string]int{}, 0
	var failed []check.ExampleResult
	for _, r := range results {
		run[r.Rule.ID]++
		if !r.OK {
			failed = append(failed, r)
			if !r.Rule.Own {
				ours++
			}
		}
	}
	for _, r := range l.Packs.Rules {
		fmt.Fprintf(out, "%-16s %-13s %2d  %s\n", r.ID, w.T("severity."+string(r.Severity)), run[r.ID], r.In(f.lang).General().Title)
	}
	f.printExamples(out, failed)
	fmt.Fprintf(out, "%s · %s · %s\n", w.N("cli.rules", len(l.Packs.Rules)), w.N("cli.examples", len(results)), w.N("cli.examples_failed", len(failed)))
	switch {
	case ours > 0:
		return &app.Problem{Code: app.CodePack, What: fmt.Sprint(ours)}
	case len(failed) > 0:
		return errExamples
	}
	return nil
}
