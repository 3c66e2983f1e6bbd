package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/archive"
	"yttra/app/check"
	"yttra/i18n"
)

// takes are what may be done with matters that differ, as they are written.
var takes = map[string]archive.Take{"mine": archive.Leave, "theirs": archive.Theirs, "both": archive.Both}

// takeOptions are what `yttra register import` is asked for.
type takeOptions struct {
	take, rules string
	dry         bool
	profile     bool
	erased      bool
}

func (f *face) takeCommand() *cobra.Command {
	var o takeOptions
	c := &cobra.Command{
		Use:   "import all.zip",
		Short: "Takes matters in from an exported zip, or from a matter file; what is here is never lost",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if _, ok := takes[o.take]; !ok {
				return usage("--take %s", o.take)
			}
			return f.withRegister(func(k app.Keeper) error { return f.takeIn(k, args[0], o) })
		},
	}
	c.Flags().StringVar(&o.take, "take", "mine", "what is done with a matter that is here and differs: mine (it stays), theirs (it becomes the latest version), both")
	c.Flags().BoolVar(&o.dry, "dry-run", false, "tell what would come, and write nothing")
	c.Flags().BoolVar(&o.profile, "profile", false, "take the municipality's profile too")
	c.Flags().BoolVar(&o.erased, "erased", false, "take matters back that were taken away here for good")
	c.Flags().StringVar(&o.rules, "rules", "", "folder of a municipality's own rules")
	return c
}

func (f *face) takeIn(k app.Keeper, file string, o takeOptions) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	a, err := archive.OpenFile(ctx, file, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	f.transferFaults(f.term.Err, a.Faults)
	plan, err := a.Plan(ctx, archive.Planning{Store: k})
	if err != nil {
		return err
	}
	plan.Choose(takes[o.take])
	plan.TakeProfile = o.profile
	for i := range plan.Items {
		if x := &plan.Items[i]; x.State == archive.Erased && o.erased {
			x.Take = archive.Theirs
		}
	}
	f.tellPlan(plan)
	if o.dry {
		fmt.Fprintln(f.term.Err, f.words().T("transfer.dry"))
		return nil
	}
	l, err := f.rules(o.rules)
	if err != nil {
		return err
	}
	profile, err := k.Profile()
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return err
	}
	l.Checker.Know(profile)
	taken, err := a.Carry(ctx, plan, f.taking(k, l, a, profile))
	f.tellTaken(taken)
	return err
}

func (f *face) taking(k app.Keeper, l check.Laid, a *archive.Archive, profile app.Profile) archive.Taking {
	w := f.words()
	return archive.Taking{Store: k, Packs: l.Packs, By: profile.Officer.Name, Now: time.Now, Mine: w.T("transfer.mine_name"), Theirs: w.T("transfer.theirs_name", i18n.Vars{"File": a.Name}),
		Copy:  func(title string) string { return w.T("transfer.copy_title", i18n.Vars{"Title": title}) },
		Tally: func(m *app.Matter) app.Tally { return app.TallyOf(l.Checker.Run(m, 0).Findings) }}
}

// tellPlan lists what comes, by what it is to the register.
func (f *face) tellPlan(p *archive.Plan) {
	w := f.words()
	for _, i := range p.Sorted() {
		x := &p.Items[i]
		if x.State == archive.Same {
			continue
		}
		name := strings.TrimSpace(x.Reference + " " + x.Title)
		if name == "" {
			name = x.ID
		}
		line := w.T("transfer.state."+string(x.State)) + ": " + name
		if x.State != archive.Unreadable {
			line += " – " + w.T("transfer.take."+string(x.Take))
		}
		fmt.Fprintln(f.term.Out, line)
		f.transferFaults(f.term.Out, x.Faults)
	}
	fmt.Fprintln(f.term.Out, w.N("transfer.same", p.Count(archive.Same)))
	if p.Profile != nil && !p.TakeProfile {
		fmt.Fprintln(f.term.Err, w.T("transfer.profile_offered"))
	}
}

func (f *face) tellTaken(t archive.Taken) {
	w := f.words()
	fmt.Fprintln(f.term.Err, w.T("transfer.taken", i18n.Vars{"New": w.Int(int64(t.New)), "Replaced": w.Int(int64(t.Replaced + t.Merged)), "Copied": w.Int(int64(t.Copied))}))
	f.transferFaults(f.term.Err, t.Faults)
}
