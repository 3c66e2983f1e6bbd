package cli

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// notesFrom is how many open notes there are at least before they are told in
// short, as the list of findings in the window folds them.
const notesFrom = 20

// printReport writes a report for a person: the worst first, then how many
// criteria stand in each state. Many notes are told in short, unless all are
// asked for.
func (f *face) printReport(r Report, all bool) error {
	w, out := f.words(), bufio.NewWriter(f.term.Out)
	counts := map[app.CriterionState]int{}
	for _, c := range r.Criteria {
		counts[c.State]++
	}
	notes := openNotes(r)
	fold := !all && len(notes) > notesFrom
	for _, sev := range app.Severities {
		for _, x := range r.Findings {
			if x.Severity != sev || fold && isOpenNote(x) {
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
	if fold {
		f.printFolded(out, notes)
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

func isOpenNote(x ReportFinding) bool { return x.Severity == app.Note && x.Waived == "" }

func openNotes(r Report) []ReportFinding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(x ReportFinding) bool { return !isOpenNote(x) })
}

// printFolded writes notes one rule to a line, in the order they come first, with
// how many places each speaks of.
func (f *face) printFolded(out io.Writer, notes []ReportFinding) {
	w := f.words()
	fmt.Fprintln(out, w.N("cli.notes_folded", len(notes)))
	told := map[string]bool{}
	for _, x := range notes {
		rule := ruleOf(x)
		if told[rule] {
			continue
		}
		told[rule] = true
		n := 0
		for _, y := range notes {
			if ruleOf(y) == rule {
				n += 1 + y.repeats
			}
		}
		fmt.Fprintf(out, "    %-16s %s", rule, x.Message)
		if n > 1 {
			fmt.Fprint(out, " · "+w.N("cli.places", n))
		}
		fmt.Fprintln(out)
	}
}

// ruleOf is the rule of a finding, without the part that tells missing things apart.
func ruleOf(x ReportFinding) string {
	rule, _, _ := strings.Cut(x.ID, "/")
	return rule
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
	switch {
	case x.Text == "":
	case x.Page > 0:
		fmt.Fprintf(out, "    ”%s” (%s)\n", flat(x.Text), f.words().T("cli.page", i18n.Vars{"N": x.Page}))
	default:
		fmt.Fprintf(out, "    ”%s” (%d–%d)\n", flat(x.Text), x.Start, x.End)
	}
}

// flat writes a text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
