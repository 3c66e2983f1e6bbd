package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/packs"
	"yttra/i18n"
)

// errExamples ends a look at rules whose examples do not hold, and errFaults one
// at a folder with faults; both have been told.
var (
	errExamples = errors.New("examples that do not hold")
	errFaults   = errors.New("faults in rules")
)

// lay reads the rules, with a municipality's folder on them when one is named.
func (f *face) lay(folder string) (check.Laid, error) {
	var own fs.FS
	if folder != "" {
		var err error
		if own, err = packs.OpenFolder(folder); err != nil {
			return check.Laid{}, err
		}
	}
	l, err := check.Lay(own, f.lang)
	if err != nil {
		return l, fmt.Errorf("load packs: %w", err)
	}
	return l, nil
}

// rules is lay for commands that go on whatever is wrong in the folder: its faults
// are told on standard error.
func (f *face) rules(folder string) (check.Laid, error) {
	l, err := f.lay(folder)
	if err == nil {
		f.printFaults(f.term.Err, l.Faults)
	}
	return l, err
}

// printFaults writes a line for each fault as compilers do: file:line: key: what.
func (f *face) printFaults(out io.Writer, faults []*app.Problem) {
	w := f.words()
	for _, p := range faults {
		at := packs.FaultOf(p)
		fmt.Fprintf(out, "%s:", at.File)
		if at.Line > 0 {
			fmt.Fprintf(out, "%d:", at.Line)
		}
		if at.Key != "" {
			fmt.Fprintf(out, " %s:", at.Key)
		}
		fmt.Fprintf(out, " %s\n", w.T(at.Flaw.Key(), i18n.Vars(at.Vars())))
	}
}

// ReportFault is a fault in a municipality's own rules; line is 0 for a whole file.
type ReportFault struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Key  string `json:"key"`
	Text string `json:"text"`
}

func (f *face) reportFaults(faults []*app.Problem) (out []ReportFault) {
	for _, p := range faults {
		at := packs.FaultOf(p)
		out = append(out, ReportFault{at.File, at.Line, at.Key, f.words().T(at.Flaw.Key(), i18n.Vars(at.Vars()))})
	}
	return out
}

// checkFolder is for the person who writes rules: every fault, what the folder
// does, and how its examples come out.
func (f *face) checkFolder(folder string) error {
	l, err := f.lay(folder)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f.term.Out)
	f.printFaults(out, l.Faults)
	f.printOwn(out, l.Packs)
	failed := l.Failed()
	f.printExamples(out, failed)
	w := f.words()
	fmt.Fprintf(out, "%s · %s · %s\n", w.N("cli.own_faults", len(l.Faults)), w.N("cli.examples", len(l.Examples)), w.N("cli.examples_failed", len(failed)))
	switch err := out.Flush(); {
	case err != nil:
		return err
	case len(l.Faults) > 0:
		return errFaults
	case len(failed) > 0:
		return errExamples
	}
	return nil
}

// printOwn tells what a folder adds, changes and switches off.
func (f *face) printOwn(out io.Writer, p *packs.Packs) {
	w, nothing := f.words(), true
	group := func(key string, rules []*packs.Rule, more func(*packs.Rule) string) {
		if len(rules) == 0 {
			return
		}
		nothing = false
		fmt.Fprintf(out, "%s:\n", w.N(key, len(rules)))
		for _, r := range rules {
			fmt.Fprintf(out, "  %-16s %s%s  %s\n", r.ID, w.T("severity."+string(r.Severity)), more(r), r.In(f.lang).General().Title)
		}
	}
	plain := func(*packs.Rule) string { return "" }
	group("cli.own_added", p.Added(), plain)
	group("cli.own_changed", p.Changed(), func(r *packs.Rule) string {
		if r.Base.Severity == r.Severity {
			return ""
		}
		return " (" + w.T("cli.was", i18n.Vars{"Severity": w.T("severity." + string(r.Base.Severity))}) + ")"
	})
	group("cli.own_off", p.Own.Off, plain)
	kinds := 0
	for _, k := range p.Kinds {
		if k.Own {
			kinds++
		}
	}
	for _, c := range []struct {
		key string
		n   int
	}{{"cli.own_kinds", kinds}, {"cli.own_rows", p.Own.Rows}, {"cli.own_signs", p.Own.Signs}, {"cli.own_headings", p.Own.Headings}, {"cli.own_words", p.Own.Words},
		{"cli.own_costs", p.Own.Costs}, {"cli.own_charges", p.Own.Charges}} {
		if c.n > 0 {
			nothing = false
			fmt.Fprintln(out, w.N(c.key, c.n))
		}
	}
	if p.Own.Decisions {
		nothing = false
		fmt.Fprintln(out, w.T("cli.own_decisions"))
	}
	if p.Own.Economy {
		nothing = false
		fmt.Fprintln(out, w.T("cli.own_economy"))
	}
	if p.Own.Referrals {
		nothing = false
		fmt.Fprintln(out, w.T("cli.own_referrals"))
	}
	if p.Own.Waivers {
		nothing = false
		fmt.Fprintln(out, w.T("cli.own_waivers"))
	}
	if nothing {
		fmt.Fprintln(out, w.T("cli.own_nothing"))
	}
}

// printExamples tells of examples that did not come out as written.
func (f *face) printExamples(out io.Writer, failed []check.ExampleResult) {
	for _, r := range failed {
		fmt.Fprintf(out, "%s/%s: %s\n", r.Rule.ID, r.Name, f.words().T(r.Flaw.Key(), i18n.Vars(r.Flaw.Vars())))
	}
}
