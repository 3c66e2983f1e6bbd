package reports

import (
	"context"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// Each gives what makes the PDF of any document of any matter, for those who want all
// of them: as it stands, a draft as a draft. findings tells what a check has to say of a
// final paper, which is not made while something stops it (CodeHeld).
func Each(p *packs.Packs, profile app.Profile, creator string, findings func(m *app.Matter, doc int) []app.Finding) func(context.Context, *app.Matter, int) ([]byte, error) {
	limits := profile.Limits(p.Thresholds)
	return func(ctx context.Context, m *app.Matter, doc int) ([]byte, error) {
		d := &m.Documents[doc]
		if d.Status == app.Final && app.TallyOf(findings(m, doc)).Blocking > 0 {
			return nil, &app.Problem{Code: app.CodeHeld}
		}
		in, err := Of(p, m, d, profile, cost.Compare(m.Estimate, limits, d.Date).Follow(p.Buying), creator)
		if err != nil {
			return nil, err
		}
		data, _, err := Write(ctx, in, nil)
		return data, err
	}
}
