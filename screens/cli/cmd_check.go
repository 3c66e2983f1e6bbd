package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/check"
)

// kindList names the kinds that are built in, for the help.
const kindList = "opinion, motion_response, official_report, minutes_extract, referral_response, opinions_summary, reservation, separate_statement, unanswered_motions"

func (f *face) checkCommand() *cobra.Command {
	var kind, format, document, profile, rules string
	var all bool
	c := &cobra.Command{
		Use:   "check FILE",
		Short: "Checks a matter file, or a finished paper (PDF, Word, OpenDocument, RTF, HTML, text), against the criteria",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return usage("--format %s", format)
			}
			return f.check(args[0], kind, document, format, profile, rules, all)
		},
	}
	c.Flags().StringVar(&kind, "kind", "", "kind of document: "+kindList)
	c.Flags().StringVar(&document, "document", "", "identity of the document in a matter file; without it, all")
	c.Flags().StringVar(&profile, "profile", "", "the municipality's profile as a JSON file: who and what may stand in its papers")
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().BoolVar(&all, "all", false, "as text: every note in full, however many they are")
	c.Flags().StringVar(&rules, "rules", "", "folder of a municipality's own rules; faults in it are told on standard error")
	return c
}

func (f *face) check(path, kind, document, format, profilePath, rules string, all bool) error {
	l, err := f.rules(rules)
	if err != nil {
		return err
	}
	p, checker := l.Packs, l.Checker
	if _, ok := p.Kind(kind); kind != "" && !ok {
		return &app.Problem{Code: app.CodeUnknownKind, What: kind}
	}
	profile, err := readProfile(profilePath)
	if err != nil {
		return err
	}
	checker.Know(profile)
	f.spell(checker)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	f.term.Reader.TryPictures(f.tellPicture)
	paper, err := f.open(ctx, p, path, kind)
	if err != nil {
		return err
	}
	docs, err := paper.documents(kind, document)
	if err != nil {
		return err
	}
	today := app.DateOf(time.Now())
	report := Report{File: path, Pack: p.Version, Checked: app.Checked{Packs: p.Version, Program: "Yttra " + f.term.Version, On: today},
		Findings: []ReportFinding{}, Criteria: []ReportCriterion{}, Approved: []ReportApproval{}, Faults: f.reportFaults(l.Faults)}
	for _, i := range docs {
		report.add(paper, i, checker.RunOn(paper.matter, i, today))
	}
	if format == "json" {
		e := json.NewEncoder(f.term.Out)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		if err := e.Encode(report); err != nil {
			return err
		}
	} else if err := f.printReport(report, all); err != nil {
		return err
	}
	if report.stopping() {
		return errStopping
	}
	return nil
}

// Report is what check --format json prints: one object. Offsets are bytes in the file
// that was given; of one that is no text, in what was read of it, as yttra import --text
// prints it.
type Report struct {
	File     string            `json:"file"`
	Pack     string            `json:"pack"`    // version of the rules
	Checked  app.Checked       `json:"checked"` // the same, with the program and the day
	Findings []ReportFinding   `json:"findings"`
	Criteria []ReportCriterion `json:"criteria"`
	Approved []ReportApproval  `json:"approved"`              // personal data that somebody lets stand
	Faults   []ReportFault     `json:"rule_faults,omitempty"` // of the municipality's own rules
}

// ReportApproval says who let which personal data stand, when and why. All tells
// that it holds wherever the words stand.
type ReportApproval struct {
	ID       string   `json:"id"`
	Document string   `json:"document,omitempty"`
	Text     string   `json:"text"`
	Reason   string   `json:"reason"`
	By       string   `json:"by"`
	On       app.Date `json:"on"`
	All      bool     `json:"all"`
}

// ReportFinding is one finding. Section is the role of its section, empty for
// the whole document; start and end are 0 when something is missing.
type ReportFinding struct {
	ID       string       `json:"id"`
	Severity app.Severity `json:"severity"`
	Document string       `json:"document,omitempty"`
	Section  string       `json:"section"`
	Heading  string       `json:"heading"`
	Start    int          `json:"start"`
	End      int          `json:"end"`
	Page     int          `json:"page,omitempty"` // from 1, of a paper with pages
	Text     string       `json:"text"`
	Message  string       `json:"message"`
	Why      string       `json:"why"`
	Source   string       `json:"source"`
	Waived   string       `json:"waived,omitempty"`
	repeats  int          // more places it speaks of
}

// ReportCriterion is one applicable criterion and its state.
type ReportCriterion struct {
	ID       string             `json:"id"`
	Document string             `json:"document,omitempty"`
	Title    string             `json:"title"`
	Severity app.Severity       `json:"severity"`
	State    app.CriterionState `json:"state"`
	Said     bool               `json:"said"`  // by the clerk; a waiver that is not stands in the text
	Stale    bool               `json:"stale"` // the sentence the clerk pointed at is gone
	Reason   string             `json:"reason,omitempty"`
	Evidence []ReportEvidence   `json:"evidence"`
}

// ReportEvidence is a sentence that speaks to a criterion.
type ReportEvidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Page  int    `json:"page,omitempty"`
	Text  string `json:"text"`
}

func (r *Report) add(p *paper, doc int, res check.Result) {
	d := p.matter.Documents[doc]
	id := d.ID
	if p.plain {
		id = ""
	}
	for _, x := range res.Findings {
		out := ReportFinding{ID: x.ID, Severity: x.Severity, Document: id, Text: x.Quote, Message: x.Title, Why: x.Why, Source: x.Source, Waived: x.Waived, repeats: x.Repeats}
		if s := x.Place.Section; s >= 0 && s < len(d.Sections) {
			out.Section, out.Heading = d.Sections[s].Role, d.Sections[s].Heading
			if !x.Place.Span.Empty() {
				out.Start, out.End = p.span(doc, x.Place)
				out.Page = p.pageOf(doc, x.Place)
			}
		}
		r.Findings = append(r.Findings, out)
	}
	for _, a := range res.Approved {
		r.Approved = append(r.Approved, ReportApproval{ID: a.Criterion, Document: id, Text: cmp.Or(a.Words, a.Sentence), Reason: a.Reason, By: a.By, On: a.On, All: a.All})
	}
	for _, c := range res.Criteria {
		out := ReportCriterion{ID: c.ID, Document: id, Title: c.Title, Severity: c.Severity, State: c.State, Said: c.Said, Stale: c.Stale, Reason: c.Reason, Evidence: []ReportEvidence{}}
		for _, e := range c.Evidence {
			start, end := p.span(doc, e.Place)
			out.Evidence = append(out.Evidence, ReportEvidence{Start: start, End: end, Page: p.pageOf(doc, e.Place), Text: e.Text})
		}
		r.Criteria = append(r.Criteria, out)
	}
}

// stopping reports whether a finding that is not waived keeps the paper from
// being made final.
func (r *Report) stopping() bool {
	for _, x := range r.Findings {
		if x.Severity == app.Blocking && x.Waived == "" {
			return true
		}
	}
	return false
}

// spell gives the checker a dictionary, or says on the side why there is none: the
// rest is checked all the same.
func (f *face) spell(c *check.Checker) {
	if f.term.Speller == nil {
		return
	}
	d, err := f.term.Speller()
	if err != nil {
		f.fail(err) // only what it says is wanted
	}
	c.Spell(d)
}
