package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/audit"
	"yttra/i18n"
	"yttra/reports"
)

// errBrokenTrail ends a look at a chain of events that does not hold; it has been told.
var errBrokenTrail = errors.New("a broken chain of events")

// logOptions are what `yttra register log` is asked for.
type logOptions struct {
	matter, by, from, to string
	csv, pdf             string
	check                bool
	heads                []string
	at                   string
}

func (f *face) logCommand() *cobra.Command {
	var o logOptions
	c := &cobra.Command{
		Use:   "log",
		Short: "Lists who did what when in a register, and checks that nothing of it was changed",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return f.withRegister(func(k app.Keeper) error { return f.log(k, o) })
		},
	}
	c.Flags().StringVar(&o.matter, "matter", "", "id of the matter whose events are listed")
	c.Flags().StringVar(&o.by, "by", "", "name of the person whose events are listed")
	c.Flags().StringVar(&o.from, "from", "", "the first day, as 2026-11-22")
	c.Flags().StringVar(&o.to, "to", "", "the last day, as 2026-11-22")
	c.Flags().StringVar(&o.csv, "csv", "", "the table to write instead, for a spreadsheet")
	c.Flags().StringVar(&o.pdf, "pdf", "", "the tagged PDF to write instead")
	c.Flags().BoolVar(&o.check, "check", false, "list nothing, only check")
	c.Flags().StringArrayVar(&o.heads, "head", nil, "where the chain ended once, as 12:9f86d0…, from a list or an earlier check; may be repeated")
	c.Flags().StringVar(&o.at, "at", "", "the time that the PDF says it was made, as 2026-11-22T20:05:00+01:00; without it, now")
	return c
}

// log lists, writes and checks. A chain that does not hold gives exit code 1, whatever
// else was asked for.
func (f *face) log(k app.Keeper, o logOptions) error {
	filter, err := o.filter()
	if err != nil {
		return err
	}
	heads, err := o.known()
	if err != nil {
		return err
	}
	check, err := k.CheckTrail(heads, nil)
	if err != nil {
		return err
	}
	if !o.check {
		if err := f.logged(k, o, filter, check); err != nil {
			return err
		}
	}
	if !f.chainSaid(check) {
		return errBrokenTrail
	}
	return nil
}

// logged lists the events, or writes them to a file.
func (f *face) logged(k app.Keeper, o logOptions, filter app.EventFilter, check app.TrailCheck) error {
	all, err := k.Events(filter)
	if err != nil {
		return err
	}
	slices.Reverse(all) // as they were done
	tell, err := f.teller(k, f.words())
	if err != nil {
		return err
	}
	switch {
	case o.csv != "":
		data, err := tell.CSV(all)
		if err != nil {
			return err
		}
		return f.written(o.csv, data)
	case o.pdf != "":
		return f.logPaper(k, o, all, check)
	}
	for _, e := range all {
		f.eventSaid(tell.Line(e))
	}
	return nil
}

// logPaper makes the list as a paper, which is in Swedish whatever the terminal speaks.
func (f *face) logPaper(k app.Keeper, o logOptions, all []app.Event, check app.TrailCheck) error {
	sv, err := i18n.New("sv")
	if err != nil {
		return err
	}
	tell, err := f.teller(k, sv)
	if err != nil {
		return err
	}
	profile, err := k.Profile()
	if err != nil {
		return err
	}
	at := time.Now()
	if o.at != "" {
		if at, err = time.Parse(time.RFC3339, o.at); err != nil {
			return usage("--at %s", o.at)
		}
	}
	list := reports.EventsInput{Lines: tell.Lines(all), From: app.Date(o.from), To: app.Date(o.to), Check: check, Faults: tell.Faults(check.Faults, mostBreaks), At: at}
	if o.matter != "" {
		list.Matter = tell.Line(app.Event{Matter: o.matter}).Matter
	}
	if o.by != "" {
		list.Chosen = append(list.Chosen, o.by)
	}
	in, err := reports.Events(list, profile, "Yttra "+f.term.Version)
	if err != nil {
		return err
	}
	data, _, err := reports.Write(context.Background(), in, nil)
	if err != nil {
		return err
	}
	return f.written(o.pdf, data)
}

// mostBreaks is how many places where a chain breaks are told.
const mostBreaks = 20

func (f *face) teller(k app.Keeper, w i18n.Words) (audit.Teller, error) {
	l, err := f.rules("")
	if err != nil {
		return audit.Teller{}, err
	}
	rows, err := k.List()
	if err != nil && app.CodeOf(err) != app.CodeDamaged { // titles that cannot be read are not what is asked for
		return audit.Teller{}, err
	}
	bin, err := k.Bin()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return audit.Teller{}, err
	}
	return audit.Teller{Words: w, Packs: l.Packs, Matter: audit.Called(rows, app.NewRows(bin))}, nil
}

// eventSaid prints an event on a line, and below it what was said.
func (f *face) eventSaid(l audit.Line) {
	w := f.words()
	line := fmt.Sprintf("%d  %s %s  %s  %s", l.Number, l.At.Format(time.DateOnly), w.Clock(l.At), l.Who, l.What)
	if l.Matter != "" {
		line += "  " + l.Matter
	}
	fmt.Fprintln(f.term.Out, line)
	said := l.Said
	if l.Sum != "" {
		said = append(said, w.T("trail.sum", i18n.Vars{"Sum": l.Sum}))
	}
	for _, s := range said {
		fmt.Fprintln(f.term.Out, "    "+s)
	}
}

// chainSaid prints whether the chain holds, and where it ends.
func (f *face) chainSaid(c app.TrailCheck) bool {
	w := f.words()
	for _, s := range (audit.Teller{Words: w}).Faults(c.Faults, mostBreaks) {
		fmt.Fprintln(f.term.Err, s)
	}
	if !c.Whole() {
		return false
	}
	f.sayLine("trail.whole", i18n.Vars{"Events": w.N("trail.events", int(c.Count)), "Head": audit.Head(c.TrailHead)})
	return true
}

// filter reads what is listed; the days are whole ones, as the clock here goes.
func (o logOptions) filter() (app.EventFilter, error) {
	from, err := day("--from", o.from)
	if err != nil {
		return app.EventFilter{}, err
	}
	to, err := day("--to", o.to)
	if err != nil {
		return app.EventFilter{}, err
	}
	return app.EventFilter{Matter: o.matter, By: o.by}.Days(from, to, time.Local), nil
}

func (o logOptions) known() (out []app.TrailHead, err error) {
	for _, s := range o.heads {
		h, ok := audit.ReadHead(s)
		if !ok {
			return nil, usage("--head %s", s)
		}
		h.Where = "--head " + strings.SplitN(s, ":", 2)[0]
		out = append(out, h)
	}
	return out, nil
}
