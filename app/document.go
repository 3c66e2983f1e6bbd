package app

import "slices"

// Document is one paper in a matter: an opinion, a motion response.
type Document struct {
	ID          string      `json:"id"`
	Kind        string      `json:"kind"`            // id of a document kind in the packs: opinion, motion_response
	Title       string      `json:"title,omitempty"` // empty: made from the matter's title
	Status      Status      `json:"status,omitempty"`
	Draft       int         `json:"draft,omitempty"`      // number of the draft, shown as "Utkast 3"
	Date        Date        `json:"date,omitempty"`       // of the paper
	Body        string      `json:"body,omitempty"`       // the body that meets, by name: Utbildningsnämnden
	Level       Level       `json:"level,omitempty"`      // what kind of body that is
	Department  string      `json:"department,omitempty"` // förvaltning
	To          string      `json:"to,omitempty"`         // addressee, one per line
	CaseRef     string      `json:"case_ref,omitempty"`   // own diarienummer
	YourRef     string      `json:"your_ref,omitempty"`   // the sender's diarienummer
	Officers    []Person    `json:"officers,omitempty"`   // handläggare
	Signatories []Person    `json:"signatories,omitempty"`
	Sections    []Section   `json:"sections"`
	NoCostSheet bool        `json:"no_cost_sheet,omitempty"` // the cost sheet does not follow as an annex
	Meeting     *Meeting    `json:"meeting,omitempty"`       // of minutes; nil: it is no record of a meeting
	Attested    []Attested  `json:"attested,omitempty"`      // who have approved it digitally
	Annexes     []Annex     `json:"annexes,omitempty"`       // after those that its text lists
	Publishing  *Publishing `json:"publishing,omitempty"`    // of the copy for the web; never changed in place
	Exports     []Export    `json:"exports,omitempty"`       // files that were made of it, latest last
	Checked     *Checked    `json:"checked,omitempty"`       // by what it was checked when it was last kept or sent; never changed in place
	Extra       Extra       `json:"-"`
}

// Status tells whether a paper may still change.
type Status string

const (
	Draft Status = ""
	Final Status = "final"
)

// Level is the kind of body that meets; it decides how a proposal is worded.
type Level string

const (
	Committee          Level = "committee"           // nämnd
	ExecutiveCommittee Level = "executive_committee" // kommunstyrelsens arbetsutskott
	ExecutiveBoard     Level = "executive_board"     // kommunstyrelsen
	Council            Level = "council"             // kommunfullmäktige
)

// Levels lists the bodies from the lowest.
var Levels = []Level{Committee, ExecutiveCommittee, ExecutiveBoard, Council}

// Person signs a paper or handles a matter.
type Person struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	Extra Extra  `json:"-"`
}

// Section is a headed part of a document. Text is the small Markdown of
// app/markup; all offsets in findings are bytes in it.
type Section struct {
	Role    string `json:"role"`    // what the section is for: summary, assessment …
	Heading string `json:"heading"` // as printed
	Text    string `json:"text"`
	Extra   Extra  `json:"-"`
}

// Roles that the code itself speaks of; a kind may have others.
const (
	RoleIngress    = "ingress"
	RoleProposal   = "proposal" // the numbered decisions; follows from the claims
	RoleSummary    = "summary"
	RoleMotion     = "motion_content"
	RoleAssessment = "assessment"
)

// Section finds the first section with the role; -1 when there is none.
func (d *Document) Section(role string) int {
	return slices.IndexFunc(d.Sections, func(s Section) bool { return s.Role == role })
}

// Proposal is what a body is asked to decide: the line that leads in, and the
// numbered points, each a sentence that can stand alone in the minutes.
type Proposal struct {
	Lead   string
	Points []string
}
