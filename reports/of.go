package reports

import (
	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/estimate"
)

// Of gathers what the paper of a document is made from. c is the
// matter's estimate, summed way by way; creator is Yttra and its version.
func Of(p *packs.Packs, m *app.Matter, d *app.Document, profile app.Profile, c cost.Comparison, creator string) (Input, error) {
	kind, ok := p.Kind(d.Kind)
	if !ok {
		return Input{}, &app.Problem{Code: app.CodeUnknownKind, What: d.Kind}
	}
	sheet := estimate.Of(p, m, c)
	sheet.Interest = profile.Economy.Interest
	return Input{Matter: m, Document: d, Profile: profile, Kind: *kind, Sitting: p.Decisions.Sitting, Title: p.Title(m, d), Proposal: p.Proposal(m, d), Sheet: sheet, Creator: creator, Rules: p.Version}, nil
}
