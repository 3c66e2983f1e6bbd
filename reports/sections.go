package reports

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// PartCosts is the part of layout.Source that tables and figures of costs are made from; the
// sections of the document are parts 1, 2 and so on, and a place in one is a byte
// in its text.
// PartAnnexes is that of the page before an appended annex, and the place is which
// of the document's.
const (
	PartCosts   = -1
	PartAnnexes = -2
)

// section is a section of the document, made ready.
type section struct {
	part          int // as Source.Part: its index and one
	role, heading string
	level         int // of the heading; 0: none
	blocks        []layout.Block
}

// sections adds every section that says something, in the document's order, the
// signatures before reservations and annexes.
func (m *maker) sections() {
	all := m.ready()
	signed := len(all)
	for signed > 0 && (all[signed-1].role == roleReservation && !m.sits() || all[signed-1].role == roleAnnexes) {
		signed--
	}
	m.flow(all[:signed])
	m.signatures()
	m.attest()
	m.notice()
	m.flow(all[signed:])
	m.annexes()
}

// flow adds sections. A heading without text of its own stands when a section of
// the next level below it has something to say.
func (m *maker) flow(all []section) {
	for i, s := range all {
		if len(s.blocks) == 0 && !(s.level == 2 && i+1 < len(all) && m.below(all[i+1:])) {
			continue
		}
		if m.place = s.heading; s.level == 0 && s.heading == "" {
			m.place = m.l.Title
		}
		if role := (layout.Heading); s.level > 0 && says(s.heading) {
			if s.level > 2 {
				role = layout.Subheading
			}
			m.add(layout.Block{Role: role, Runs: layout.Plain(s.heading), Source: layout.Source{Part: s.part}})
		}
		m.add(s.blocks...)
	}
}

// below reports whether a section of the third level says something before the
// next of the second.
func (m *maker) below(rest []section) bool {
	for _, s := range rest {
		if s.level < 3 {
			return false
		}
		if len(s.blocks) > 0 {
			return true
		}
	}
	return false
}

// ready makes the blocks of every section.
func (m *maker) ready() []section {
	var out []section
	for i, s := range m.d.Sections {
		r := section{part: i + 1, role: s.Role, heading: s.Heading, level: m.level(s.Role), blocks: m.kept.body(s.Text)}
		switch s.Role {
		case app.RoleMotion:
			r.blocks = m.claims(r.blocks, s.Text)
		case app.RoleProposal:
			r.blocks = append(numbered(r.blocks), m.proposal()...)
		case roleAnnexes:
			r.blocks = m.listed(r.blocks)
		}
		for j := range r.blocks {
			r.blocks[j].Source.Part = i + 1
		}
		out = append(out, r)
	}
	return m.withCosts(m.withVotes(m.withAnnexes(out)))
}

// withAnnexes adds the section of annexes to a paper that has some and lacks it.
func (m *maker) withAnnexes(all []section) []section {
	if len(m.d.Annexes) == 0 || m.d.Section(roleAnnexes) >= 0 {
		return all
	}
	list := m.listed(nil)
	if len(list) == 0 {
		return all
	}
	heading := m.l.Annexes
	if s, ok := m.in.Kind.Section(roleAnnexes); ok {
		heading = first(s.SV.Heading, heading)
	}
	return append(all, section{role: roleAnnexes, heading: heading, level: max(2, m.level(roleAnnexes)), blocks: list})
}

// level is that of the section's heading in its kind of document; a role that
// the kind does not know has a heading of the second level.
func (m *maker) level(role string) int {
	if s, ok := m.in.Kind.Section(role); ok {
		return s.Level
	}
	return 2
}

// proposal is the lead-in and the numbered decisions.
func (m *maker) proposal() []layout.Block {
	p := m.in.Proposal
	var out []layout.Block
	list := layout.Block{Role: layout.Decisions}
	for _, point := range p.Points {
		if says(point) {
			list.List.Items = append(list.List.Items, []layout.Block{{Runs: layout.Plain(point)}})
		}
	}
	if len(list.List.Items) == 0 {
		return nil
	}
	if says(p.Lead) {
		out = append(out, layout.Block{Role: layout.LeadIn, Runs: layout.Plain(p.Lead)})
	}
	return append(out, list)
}

// numbered turns the numbered points that a clerk has written as a proposal into
// decisions.
func numbered(blocks []layout.Block) []layout.Block {
	for i, b := range blocks {
		if b.Role == layout.ListBlock && b.List.Mark == layout.Decimal {
			blocks[i].Role = layout.Decisions
			if i > 0 && blocks[i-1].Role == layout.Paragraph && strings.HasSuffix(strings.TrimSpace(textOf(blocks[i-1].Runs)), ":") {
				blocks[i-1].Role = layout.LeadIn
			}
		}
	}
	return blocks
}

// claims sets the motion's claims after the paragraph that ends with "yrkar", or
// else last with a line of its own. A text that gives them itself is left alone.
func (m *maker) claims(blocks []layout.Block, text string) []layout.Block {
	list := layout.Block{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal}}
	for _, c := range m.in.Matter.Claims {
		if !says(c.Text) {
			continue
		}
		if strings.Contains(flat(text), strings.TrimRight(flat(c.Text), ",.;")) {
			return blocks
		}
		list.List.Items = append(list.List.Items, []layout.Block{{Runs: layout.Plain(c.Text)}})
	}
	if len(list.List.Items) == 0 {
		return blocks
	}
	for i, b := range blocks {
		if b.Role == layout.Paragraph && strings.HasSuffix(strings.TrimRight(textOf(b.Runs), " :"), m.l.ClaimsOpening) {
			blocks[i].Role = layout.LeadIn
			return slices.Insert(blocks, i+1, list)
		}
	}
	lead := m.l.ClaimsOfOne
	if len(m.in.Matter.Movers) > 1 {
		lead = m.l.ClaimsOfMany
	}
	return append(blocks, layout.Block{Role: layout.LeadIn, Runs: layout.Plain(lead)}, list)
}

// withCosts puts the tables of the estimate last in its section; without that section,
// last in the text before the proposal, the papers or the annexes.
func (m *maker) withCosts(all []section) []section {
	if len(m.economy) == 0 {
		return all
	}
	role := roleEconomy
	at := slices.IndexFunc(all, func(s section) bool { return s.role == role })
	if at < 0 {
		at = slices.IndexFunc(all, func(s section) bool { return s.role == "assessment" })
	}
	if at < 0 {
		at = len(all) - 1
	}
	if at < 0 {
		return []section{{role: role, blocks: m.economy}}
	}
	all[at].blocks = append(all[at].blocks, m.economy...)
	return all
}

// signatures are those of the document, else of the body that meets, else the
// officers'; a kind may have none.
func (m *maker) signatures() {
	if m.in.Kind.Form.Signs == packs.FormNone {
		return
	}
	m.place = m.l.Signatures
	people := m.d.Signatories
	if len(people) == 0 && m.in.Kind.Form.Signs == packs.FormBody {
		for _, b := range m.in.Profile.Bodies {
			if b.Name == m.d.Body {
				people = b.Signatories
			}
		}
	}
	if len(people) == 0 && !m.own() {
		people = m.d.Officers
	}
	if m.in.Kind.Form.Signs == packs.FormMeeting {
		if people = m.sitters(m.d.Signatories); m.meeting().Digitally {
			m.digital(people)
			return
		}
	}
	s := layout.Block{Role: layout.Signatures}
	for _, p := range people {
		if says(p.Name) {
			s.Signed = append(s.Signed, layout.Signature{Name: p.Name, Title: p.Title})
		}
	}
	m.add(s)
	m.add(layout.Block{Role: layout.DigitalNote, Runs: layout.Plain(first(m.in.DigitalNote, m.in.Profile.Look.Digital))})
}

// flat is a text with single spaces, to compare.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// says reports whether a text has something to print.
func says(s string) bool { return strings.TrimSpace(s) != "" }

func textOf(runs []layout.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
