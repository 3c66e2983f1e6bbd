package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// printReport writes a report for a person: the worst first, then how many
// criteria stand in each state.
func (f *face) printReport(r Report) error {
	w, out := f.words(), bufio.NewWriter(f.term.Out)
	counts := map[app.CriterionState]int{}
	for _, c := range r.Criteria {
		counts[c.State]++
	}
	for _, sev := range app.Severities {
		for _, x := range r.Findings {
			if x.Severity != sev {
				continue
			}
			f.printPlace(out, x)
			for _, line := range []string{x.Why, x.Source, x.Waived} {
				if line != "" {
					fmt.Fprintf(out, "    %s\n", line)
				}
			}
		}
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(out)
	}
	if len(r.Approved) > 0 {
		fmt.Fprintln(out, w.T("cli.approved"))
		for _, a := range r.Approved {
			fmt.Fprintf(out, "    ”%s” · %s · %s\n    %s\n", flat(a.Text), a.ID, flat(a.By+" "+string(a.On)), a.Reason)
		}
		fmt.Fprintln(out)
	}
	var states []string
	for _, s := range app.CriterionStates {
		if counts[s] > 0 {
			states = append(states, fmt.Sprintf("%s %d", w.T("state."+string(s)), counts[s]))
		}
	}
	fmt.Fprintf(out, "%s · %s\n", w.N("cli.findings", len(r.Findings)), w.N("cli.criteria", len(r.Criteria)))
	if len(states) > 0 {
		fmt.Fprintln(out, strings.Join(states, " · "))
	}
	fmt.Fprintln(out, w.T("part.checked", i18n.Vars{"Day": string(r.Checked.On), "Rules": r.Pack}))
	return out.Flush()
}

// printPlace writes what a finding is and where it stands.
func (f *face) printPlace(out io.Writer, x ReportFinding) {
	word := f.words().T("severity." + string(x.Severity))
	if x.Waived != "" {
		word = f.words().T("state.waived")
	}
	fmt.Fprintf(out, "%s · %s · %s", word, x.Message, x.ID)
	if x.Heading != "" {
		fmt.Fprintf(out, " · %s", x.Heading)
	}
	fmt.Fprintln(out)
	if x.Text != "" {
		fmt.Fprintf(out, "    ”%s” (%d–%d)\n", flat(x.Text), x.Start, x.End)
	}
}

// flat writes a text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
