package incoming

import (
	"slices"
	"sync"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/app/reading"
)

// As reads the paper as one of a kind that a person has decided.
func (p *Paper) As(kind app.SourceKind) { p.Proposal = intake.As(p.Text, kind) }

// First is the kind of document that such a matter begins with; empty when it has its
// document already. A remiss from outside the municipality is answered with a remissvar,
// a motion that was remitted inside it with an opinion, a skrivelse with a report that
// has its questions as headings.
func First(m *app.Matter) string {
	if len(m.Documents) > 0 {
		return ""
	}
	if m.Motion == nil {
		return "opinion"
	}
	switch m.Motion.Kind {
	case app.LetterSource:
		return "official_report"
	case app.ReferralSource:
		if len(m.Claims) == 0 {
			return "referral_response"
		}
	}
	return "opinion"
}

// headRole is the section of what stands above a paper's first heading and text.
const headRole = "head"

// Finished makes a matter of a finished paper: one document, with the sections that its
// headings make, of the kind that is given or, when that is empty, the one its words
// tell; that is empty for what is no such paper. offsets tells where in the text each
// section begins.
func Finished(p *packs.Packs, text reading.Text, kind string) (m *app.Matter, offsets []int) {
	m = intake.Motion(text).Matter()
	m.Claims = nil // the motion's claims as the paper retells them are not the motion's
	m.Motion = nil // and the paper is not its own original
	m.Measures, m.Affected, m.Purchase = check.Propose(p, text.Body())
	doc, offsets := check.SplitText(p, text, kind)
	doc.ID = "paper"
	if doc.Date == "" { // what stands in the head is the paper's day; others are of what it tells
		doc.Date = m.Received
	}
	m.Received = ""
	m.Documents = []app.Document{doc}
	return m, offsets
}

// finished gives the matter of a finished paper its document: what its letterhead says
// stands in the document's own fields, and the rest in sections that can be written in.
func (p *Paper) finished(m *app.Matter) {
	rules := p.Rules
	if rules == nil {
		var err error
		if rules, err = builtIn(); err != nil {
			return
		}
	}
	made, _ := Finished(rules, p.Text, "")
	d := made.Documents[0]
	if d.Kind == "" { // no paper of any kind that is known
		return
	}
	d.ID = app.NewID()
	d.Sections = slices.DeleteFunc(d.Sections, func(s app.Section) bool { return s.Role == headRole })
	d.Title, d.Body = p.Proposal.Title.Value, p.Proposal.Sender.Value
	if len(m.References) > 0 {
		d.CaseRef = m.References[0]
	}
	if len(m.References) > 1 {
		d.YourRef = m.References[1]
	}
	if p.Proposal.KindDoubt == intake.NoDoubt { // claims that are only retold
		m.Claims = nil
	}
	m.Received, m.Documents = "", []app.Document{d}
}

// builtIn are the kinds of paper that come with the program.
var builtIn = sync.OnceValues(packs.Load)
