package privacy

import (
	"slices"
	"strings"

	"yttra/app"
)

// KnownOf gives who and what a profile lets stand in every paper.
func KnownOf(p app.Profile) *Known {
	known := &Known{}
	known.Add(p.Officer.Name)
	for _, b := range p.Bodies {
		for _, s := range b.Signatories {
			known.Add(s.Name)
		}
	}
	for _, text := range slices.Concat(p.Foot, p.Known) {
		known.Add(text)
	}
	return known
}

// Acting gives a copy that also knows those who act in a matter: the movers, those
// who handle, sign and attest its papers, and those who sat at its meetings.
func (k *Known) Acting(m *app.Matter) *Known {
	known := k.Clone()
	for _, mover := range m.Movers {
		known.Add(mover.Name)
	}
	for _, d := range m.Documents {
		for _, p := range slices.Concat(d.Officers, d.Signatories) {
			known.Add(p.Name)
		}
		for _, a := range d.Attested {
			known.Add(a.Name)
		}
		if d.Meeting != nil {
			known.sat(d.Meeting)
		}
	}
	return known
}

// sat takes up those who were at a meeting. Somebody who is there as a child or a
// relative acts for nobody, and is not known by it.
func (k *Known) sat(m *app.Meeting) {
	rows := slices.Concat(m.Deciding, m.Others, m.Adjusters)
	for _, v := range m.Votes {
		rows = append(rows, v.Name)
	}
	if m.Notice != nil {
		rows = append(rows, m.Notice.By)
	}
	for _, row := range rows {
		private := slices.ContainsFunc(Read(row).names, func(n name) bool { return n.child || n.maybe || n.kin })
		if at := strings.IndexAny(row, "(,"); at >= 0 {
			row = row[:at]
		}
		if !private {
			k.Add(row)
		}
	}
}

// Sections where those who act for a body stand with their names and numbers.
var officialRoles = []string{"signatures", "attest", "sent_to"}

// maxHead is how many bytes a letterhead may have; a longer text without headings
// is a paper that could not be split.
const maxHead = 2500

// Official tells whether a section of a role holds the names and addresses of those
// who act for a body, and nobody else's.
func Official(role, text string) bool {
	return slices.Contains(officialRoles, role) || role == "head" && len(text) <= maxHead
}
