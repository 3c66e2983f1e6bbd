package incoming

import (
	"yttra/app"
	"yttra/app/intake"
)

// As reads the paper as one of a kind that a person has decided.
func (p *Paper) As(kind app.SourceKind) { p.Proposal = intake.As(p.Text, kind) }

// First is the kind of document that such a matter begins with; empty when it has its
// document already.
func First(m *app.Matter) string {
	if m.Motion == nil {
		return "opinion"
	}
	switch m.Motion.Kind {
	case app.PaperSource:
		return ""
	case app.LetterSource:
		return "official_report"
	case app.ReferralSource:
		if len(m.Claims) == 0 {
			return "referral_response"
		}
	}
	return "opinion"
}
