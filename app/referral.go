package app

import (
	"slices"
	"strings"
)

// Replied reports whether the body has answered: a day, a stand or reasons.
func (r Referral) Replied() bool {
	return r.Answered != "" || r.Stand != NoStand || strings.TrimSpace(r.Summary) != ""
}

// answering is the kind of paper by which a body answers a referral.
const answering = "opinion"

// OwnAnswer is what the matter's own papers answer to a referral: a final opinion
// of the body. ok is false when there is none. What is known of the referral stays.
func (m *Matter) OwnAnswer(r Referral) (answer Referral, ok bool) {
	for i := len(m.Documents) - 1; i >= 0; i-- {
		d := &m.Documents[i]
		if d.Kind != answering || d.Status != Final || r.Body == "" || !strings.EqualFold(strings.TrimSpace(d.Body), strings.TrimSpace(r.Body)) {
			continue
		}
		r.Answered, r.Reference, r.Stand = d.Date, d.CaseRef, m.stand()
		if d.Meeting != nil {
			r.Item = d.Meeting.Item
			if d.Meeting.Date != "" {
				r.Answered = d.Meeting.Date
			}
		}
		r.Summary, r.Dissent = d.textOf(RoleSummary), rows(d.textOf("reservation"))
		return r, true
	}
	return r, false
}

// Replies are the matter's referrals, with what its own papers answer where
// nothing has been written down.
func (m *Matter) Replies() []Referral {
	out := slices.Clone(m.Referrals)
	for i, r := range out {
		if own, ok := m.OwnAnswer(r); ok && !r.Replied() {
			out[i] = own
		}
	}
	return out
}

// stand is what the claims' decisions say of the motion as a whole.
func (m *Matter) stand() Stand {
	yes, no := 0, 0
	for _, c := range m.Claims {
		switch c.Decision {
		case Approve:
			yes++
		case Reject:
			no++
		case PartialApprove:
			return InPart
		}
	}
	switch n := len(m.Claims); {
	case n == 0 || yes+no == 0:
		return NoStand
	case yes == n:
		return Supports
	case no == n:
		return Opposes
	case yes > 0:
		return InPart
	}
	return NoStand
}

// textOf is the text of the first section with the role.
func (d *Document) textOf(role string) string {
	if i := d.Section(role); i >= 0 {
		return d.Sections[i].Text
	}
	return ""
}

// rows gives each paragraph of a text on a line of its own.
func rows(text string) string {
	var out []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n")
}
