package reports

import (
	"fmt"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// Of gathers what the paper of a document is made from. sum is the matter's
// estimate, summed; creator is Yttra and its version.
func Of(p *packs.Packs, m *app.Matter, d *app.Document, profile app.Profile, sum cost.Result, creator string) (Input, error) {
	kind, ok := p.Kind(d.Kind)
	if !ok {
		return Input{}, &app.Problem{Code: app.CodeUnknownKind, What: d.Kind}
	}
	costs, err := CostTable(m.Estimate, sum)
	if err != nil {
		return Input{}, fmt.Errorf("gather paper: %w", err)
	}
	return Input{Matter: m, Document: d, Profile: profile, Kind: *kind, Title: p.Title(m, d), Proposal: p.Proposal(m, d), Costs: costs, Creator: creator, Rules: p.Version}, nil
}
