package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// Facts is what conditions in the packs may speak of, by the names in the tags:
// "measure.BIO || (measure.KAM && public)", "decision.approve > 0 && !financing".
// Days are ISO text, which orders as it should; money is whole kronor.
type Facts struct {
	Measure      MeasureFacts  `expr:"measure" json:"measure"`
	Children     bool          `expr:"children" json:"children"`
	Employees    bool          `expr:"employees" json:"employees"`
	Public       bool          `expr:"public" json:"public"`
	Purchase     bool          `expr:"purchase" json:"purchase"`
	PersonalData bool          `expr:"personal_data" json:"personal_data"` // any measure but ALLM
	Pilot        bool          `expr:"pilot" json:"pilot"`                 // the clerk says it is a trial; until then, the matter speaks of one
	StateTask    bool          `expr:"state_task" json:"state_task"`       // the matter asks for what is plainly for the state
	Stages       bool          `expr:"stages" json:"stages"`               // the text speaks of a purchase in stages or parts
	Supplier     bool          `expr:"supplier" json:"supplier"`           // of a supplier by name, or of a conflict of interest
	Contract     bool          `expr:"contract" json:"contract"`           // of a contract over several years
	Processor    bool          `expr:"processor" json:"processor"`         // of a supplier who handles personal data
	Advertised   bool          `expr:"advertised" json:"advertised"`       // of a procurement that is advertised
	Direct       bool          `expr:"direct" json:"direct"`               // of a direct award
	Amounts      int           `expr:"amounts" json:"amounts"`             // sums of money in the body's own text
	Imported     bool          `expr:"imported" json:"imported"`           // the paper came from elsewhere and has its own letterhead
	Person       bool          `expr:"person" json:"person"`               // the place stands with a private person or at a home; of personal data only
	Child        bool          `expr:"child" json:"child"`                 // the place stands with one particular child
	Protection   int           `expr:"protection" json:"protection"`       // level of protection of a child's data: 0–3
	Kind         string        `expr:"kind" json:"kind"`
	Level        string        `expr:"level" json:"level"`
	Claims       int           `expr:"claims" json:"claims"`
	Votes        int           `expr:"votes" json:"votes"` // cast at the meeting that the paper is from
	Undecided    int           `expr:"undecided" json:"undecided"`
	Decision     DecisionFacts `expr:"decision" json:"decision"`
	Proposes     DecisionFacts `expr:"proposes" json:"proposes"`       // the claims' decisions, or those that the proposal names when there are no claims
	Declines     bool          `expr:"declines" json:"declines"`       // nothing is to be carried out: all that is proposed is to reject or to answer
	TestFailed   bool          `expr:"test_failed" json:"test_failed"` // the clerk has failed a step of the proportionality test
	Received     string        `expr:"received" json:"received"`
	Clock        int           `expr:"clock" json:"clock"` // the last warning due by the one-year rule: 0, 9, 10, 11 or 12
	Date         string        `expr:"date" json:"date"`   // of the paper; empty when not given
	Words        int           `expr:"words" json:"words"`
	Signed       int           `expr:"signed" json:"signed"` // signatories that the document names
	About        bool          `expr:"about" json:"about"`   // its head names the paragraph of a decision
	Late         bool          `expr:"late" json:"late"`     // it is dated after the minutes were approved

	CostLines      int    `expr:"cost_lines" json:"cost_lines"`           // rows in the estimate
	Cost           int    `expr:"cost" json:"cost"`                       // what the estimate costs over its life
	Net            int    `expr:"net" json:"net"`                         // the same less savings
	Financing      bool   `expr:"financing" json:"financing"`             // the estimate says how it is paid
	Years          int    `expr:"years" json:"years"`                     // of the estimate
	Units          int    `expr:"units" json:"units"`                     // pupils or places
	Procurement    int    `expr:"procurement" json:"procurement"`         // what is bought from others
	Law            string `expr:"law" json:"law"`                         // LOU or LUF
	Start          string `expr:"start" json:"start"`                     // the day the procurement starts
	DirectAward    int    `expr:"direct_award" json:"direct_award"`       // limit that day; 0 when not confirmed
	Threshold      int    `expr:"threshold" json:"threshold"`             // EU threshold in kronor; 0 when not confirmed
	LimitConfirmed bool   `expr:"limit_confirmed" json:"limit_confirmed"` // the direct-award limit was read in a source

	Estimate EstimateFacts `expr:"estimate" json:"estimate"`
}

// MeasureFacts tells which kinds of measure the matter is about.
type MeasureFacts struct {
	BIO   bool `expr:"BIO" json:"BIO"`
	KAM   bool `expr:"KAM" json:"KAM"`
	WEAR  bool `expr:"WEAR" json:"WEAR"`
	MOLN  bool `expr:"MOLN" json:"MOLN"`
	AI    bool `expr:"AI" json:"AI"`
	SKYDD bool `expr:"SKYDD" json:"SKYDD"`
	ALLM  bool `expr:"ALLM" json:"ALLM"`
}

// DecisionFacts counts the claims by proposed decision.
type DecisionFacts struct {
	Approve        int `expr:"approve" json:"approve"`
	PartialApprove int `expr:"partial_approve" json:"partial_approve"`
	DeemedAnswered int `expr:"deemed_answered" json:"deemed_answered"`
	Reject         int `expr:"reject" json:"reject"`
}

func (c *Checker) factsOf(r *run) Facts {
	m, d := r.matter, r.doc
	f := Facts{
		Measure: MeasureFacts{m.Has(app.Biometrics), m.Has(app.Cameras), m.Has(app.Wearables), m.Has(app.CloudService),
			m.Has(app.AISystem), m.Has(app.Protected), m.Has(app.General)},
		Children: m.Touches(app.Children), Employees: m.Touches(app.Employees), Public: m.Touches(app.Public),
		Purchase: m.Purchase, Kind: d.Kind, Level: string(d.Level), Claims: len(m.Claims), Undecided: m.Undecided(),
		Received: string(m.Received), Date: string(d.Date), Words: r.counts().Words,
	}
	f.dissent(d)
	f.Protection = c.profile.ProtectionOf(m)
	f.PersonalData = m.PersonalData()
	f.Decision = decisionsOf(m)
	f.Imported = r.imported()
	if d.Meeting != nil {
		f.Votes = len(d.Meeting.Votes)
	}
	f.Proposes = f.Decision
	if len(m.Claims) == 0 {
		f.Proposes = r.proposes()
	}
	f.Declines = c.declines(r)
	f.TestFailed = r.testFailed()
	if d, ok := m.Clock(r.today); ok {
		f.Clock = d.Warn
	}
	if f.Pilot = m.Says(app.TopicPilot); m.Screening == nil {
		f.Pilot = c.speaksOf(app.TopicPilot, r)
	}
	f.Pilot = f.Pilot || m.Estimate.Pilot
	f.StateTask = c.asksFor(app.TopicState, r)
	f.Stages, f.Supplier, f.Contract = c.speaksOf("stages", r), c.speaksOf("supplier", r), c.speaksOf("contract", r)
	f.Processor, f.Advertised, f.Direct = c.speaksOf("processor", r), c.speaksOf("advertised", r), c.speaksOf("direct", r)
	f.Amounts = r.amounts()
	r.limits = c.profile.Limits(c.packs.Thresholds)
	r.sum = cost.Sum(m.Estimate, r.limits, d.Date)
	f.estimate(m.Estimate, r.sum)
	f.Estimate = estimateFacts(m.Estimate, r.sum)
	return f
}

// dissent takes what is asked of a reservation.
func (f *Facts) dissent(d *app.Document) {
	for _, p := range d.Signatories {
		if strings.TrimSpace(p.Name) != "" {
			f.Signed++
		}
	}
	if m := d.Meeting; m != nil {
		f.About = strings.TrimSpace(m.Item) != ""
		f.Late = m.Adjusted.Valid() && d.Date.Valid() && m.Adjusted.Before(d.Date)
	}
}

// amounts counts the sums of money in what the body itself says.
func (r *run) amounts() (n int) {
	for _, s := range r.sections {
		if slices.Contains(notOwn, s.role) {
			continue
		}
		for _, p := range s.parts {
			n += len(p.amounts)
		}
	}
	return n
}

func decisionsOf(m *app.Matter) (f DecisionFacts) {
	for _, claim := range m.Claims {
		switch claim.Decision {
		case app.Approve:
			f.Approve++
		case app.PartialApprove:
			f.PartialApprove++
		case app.DeemedAnswered:
			f.DeemedAnswered++
		case app.Reject:
			f.Reject++
		}
	}
	return f
}

// proposes counts the sentences of the proposal that name each decision.
func (r *run) proposes() (f DecisionFacts) {
	l := &look{roles: []string{app.RoleProposal}}
	count := func(d app.Decision) int { return len(bySentence(r.spots(l, r.checker.forms[d]))) }
	f.Approve, f.PartialApprove = count(app.Approve), count(app.PartialApprove)
	f.DeemedAnswered, f.Reject = count(app.DeemedAnswered), count(app.Reject)
	f.Approve = max(0, f.Approve-f.PartialApprove) // the words of a part hold those of the whole
	return f
}

// testFailed tells whether the clerk's latest word on a step of the
// proportionality test is that it fails.
func (r *run) testFailed() bool {
	return slices.ContainsFunc(r.packs.Rules, func(rule *packs.Rule) bool {
		if rule.Step == "" {
			return false
		}
		a, ok := r.latest(func(a app.Answer) bool { return a.Criterion == rule.ID })
		return ok && a.State == app.Failed
	})
}

// estimate takes the sums that the room of costs makes.
func (f *Facts) estimate(e app.Estimate, sum cost.Result) {
	f.CostLines, f.Financing, f.Years, f.Units = len(e.Lines), strings.TrimSpace(e.Financing) != "" || len(e.Funding) > 0, len(sum.Years), int(e.Units)
	for _, k := range sum.Kinds {
		if k.Kind != app.CostSaving {
			f.Cost += int(k.Total.Likely / 100)
		}
	}
	f.Net, f.Procurement = int(sum.Kronor()), int(sum.Procurement.Kronor())
	f.Law, f.Start = string(sum.Procurement.Law), string(e.Start)
	t := sum.Procurement.Row // in force when the procurement starts, or on the paper's day
	f.DirectAward, f.Threshold = int(t.DirectAward/100), int(t.SEK/100)
	f.LimitConfirmed = t.DirectAward > 0 && t.Sure == app.Verified
}
