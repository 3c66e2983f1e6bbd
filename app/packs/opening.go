package packs

import (
	"slices"
	"strings"

	"yttra/app"
)

// Basis is how a paper stands among those that a decision rests on. {name} is what
// its kind is called, {title} its own title, and so on; what is not known stands as
// a field to fill in.
type Basis struct {
	Paper    string `toml:"paper"`
	Minutes  string `toml:"minutes"`
	Referral string `toml:"referral"`
	Undated  string `toml:"undated"` // a referral whose paragraph is not known
	Motion   string `toml:"motion"`
	Date     string `toml:"date"` // the fields
	Title    string `toml:"title"`
	Movers   string `toml:"movers"`
}

// answered is the summary of the matter's latest paper that proposes something.
func (p *Packs) answered(m *app.Matter) string {
	for _, d := range slices.Backward(m.Documents) {
		i := d.Section(app.RoleSummary)
		if i >= 0 && p.proposes(d.Kind) && strings.TrimSpace(d.Sections[i].Text) != "" {
			return d.Sections[i].Text
		}
	}
	return ""
}

// proposes tells whether papers of a kind end in a proposal.
func (p *Packs) proposes(kind string) bool {
	k, ok := p.Kind(kind)
	if !ok {
		return false
	}
	_, ok = k.Section(app.RoleProposal)
	return ok
}

// basis lists the papers of a matter: the latest report first, then opinions that
// came from elsewhere, and the motion last.
func (p *Packs) basis(m *app.Matter) string {
	b := p.Decisions.Basis
	var out []string
	spoken := map[string]bool{} // bodies whose own paper is in the matter
	for _, d := range slices.Backward(m.Documents) {
		k, ok := p.Kind(d.Kind)
		if !ok || !p.proposes(d.Kind) {
			continue
		}
		if k.Records && d.Meeting != nil {
			out = append(out, fill(b.Minutes, "{name}", k.SV.Name, "{body}", lowerFirst(d.Body), "{date}", first(string(d.Meeting.Date), b.Date), "{item}", first(d.Meeting.Item, "–")))
			continue
		}
		if k.Form.Speaks == FormBody {
			spoken[d.Body] = true
		}
		out = append(out, fill(b.Paper, "{name}", k.SV.Name, "{title}", first(p.Title(m, &d), b.Title), "{date}", first(string(d.Date), b.Date)))
	}
	for _, r := range m.Referrals {
		if spoken[r.Body] || r.Answered == "" {
			continue
		}
		text := b.Referral
		if r.Item == "" {
			text = b.Undated
		}
		out = append(out, fill(text, "{body}", lowerFirst(r.Body), "{date}", string(r.Answered), "{item}", r.Item))
	}
	if len(m.Movers) > 0 || m.Received != "" {
		out = append(out, fill(b.Motion, "{title}", first(p.about(m), b.Title), "{movers}", first(p.movers(m.Movers), b.Movers), "{date}", first(string(m.Received), b.Date)))
	}
	if len(out) == 0 {
		return ""
	}
	return "- " + strings.Join(out, "\n- ")
}

// askedAs makes sub-headings of the questions that a paper asks, with room to answer
// below each.
func askedAs(letter *app.Source) string {
	if letter == nil || len(letter.Questions) == 0 {
		return ""
	}
	return "### " + strings.Join(letter.Questions, "\n\n### ")
}

// senderOf is who asks. A private person's name, unless somebody has corrected it, stays
// with the paper that came in: it is not needed in the answer, which is published.
func senderOf(s *app.Source) string {
	if s == nil || slices.ContainsFunc(s.Drawn, func(d app.Drawn) bool {
		return d.Field == "sender" && d.Doubt == "private_sender" && d.Value == s.Sender
	}) {
		return ""
	}
	return s.Sender
}
