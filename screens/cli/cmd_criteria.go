package cli

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/packs"
)

func (f *face) criteriaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "criteria",
		Short: "Lists all loaded rules and runs their examples",
		Args:  noArguments,
		RunE:  func(*cobra.Command, []string) error { return f.criteria() },
	}
}

// criteria prints one line a rule: id, severity, how many of its examples hold,
// title. An example that does not hold is told in full, and is our own failure.
func (f *face) criteria() error {
	p, err := packs.Load()
	if err != nil {
		return fmt.Errorf("load packs: %w", err)
	}
	results, err := check.RunExamples(p)
	if err != nil {
		return fmt.Errorf("run examples: %w", err)
	}
	w, out := f.words(), bufio.NewWriter(f.term.Out)
	defer out.Flush()
	run, broken := map[string]int{}, 0
	for _, r := range results {
		run[r.Rule.ID]++
	}
	for _, r := range p.Rules {
		words := r.SV
		if f.lang == "en" {
			words = r.EN
		}
		fmt.Fprintf(out, "%-16s %-13s %2d  %s\n", r.ID, w.T("severity."+string(r.Severity)), run[r.ID], words.Title)
	}
	for _, r := range results {
		if !r.OK {
			broken++
			fmt.Fprintf(out, "%s/%s: %s\n", r.Rule.ID, r.Name, r.Got)
		}
	}
	fmt.Fprintf(out, "%s · %s · %s\n", w.N("cli.rules", len(p.Rules)), w.N("cli.examples", len(results)), w.N("cli.examples_failed", broken))
	if broken > 0 {
		return &app.Problem{Code: app.CodePack, What: fmt.Sprint(broken)}
	}
	return nil
}
