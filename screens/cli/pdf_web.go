package cli

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/webcopy"
	"yttra/i18n"
	"yttra/reports"
)

// webInput makes the copy for the web of a document, and says what was taken out of
// it. A final copy that nobody has approved, or not as it is now, is not made.
func (f *face) webInput(p *packs.Packs, m *app.Matter, doc int, profile app.Profile) (reports.Input, error) {
	c, err := webcopy.NewMaker().Make(m, doc, profile)
	if err != nil {
		return reports.Input{}, err
	}
	f.printWeb(c, &m.Documents[doc])
	if d := &m.Documents[doc]; d.Status == app.Final {
		said := d.Publishing
		switch {
		case said == nil || said.By == "" && said.On == "":
			fmt.Fprintln(f.term.Err, f.words().T("cli.web_unapproved"))
			return reports.Input{}, errStopping
		case said.Sum != c.Sum:
			fmt.Fprintln(f.term.Err, f.words().T("web.lapsed", i18n.Vars{"Day": string(said.On)}))
			return reports.Input{}, errStopping
		}
	}
	return reports.OfWeb(p, c, profile.Limits(p.Thresholds), m.Documents[doc].Date, "Yttra "+f.term.Version)
}

// printWeb lists what was taken out and what stands instead, what stands by
// somebody's decision, and the annexes that are not in the copy.
func (f *face) printWeb(c *webcopy.Copy, d *app.Document) {
	w, out := f.words(), f.term.Out
	text := w.T("web.removed_none")
	if n := c.Removed(); n > 0 {
		text = w.N("web.removed", n)
	}
	fmt.Fprintln(out, text)
	for _, i := range c.Items {
		fmt.Fprintf(out, "    %s\n        %s\n", i.Becomes(w), i.What(w, d))
		if i.Kept != nil {
			fmt.Fprintln(out, "        "+strings.Trim(i.Kept.Reason+" · "+strings.Trim(i.Kept.By+", "+string(i.Kept.On), ", "), " ·"))
		}
	}
	if len(c.Withheld) > 0 {
		fmt.Fprintln(out, w.N("web.withheld", len(c.Withheld))+" "+strings.Join(c.Withheld, ", "))
	}
}

// left says what ought to be gone from a file and is not, and where.
func (f *face) left(e *reports.LeftError) error {
	where := f.words().T("web.left."+string(e.Where), i18n.Vars{"Page": f.words().Int(int64(e.Page))})
	fmt.Fprintln(f.term.Err, f.words().T("cli.web_left", i18n.Vars{"Words": e.Words, "Where": where}))
	return errStopping
}
