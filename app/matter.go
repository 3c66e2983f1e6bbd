package app

import (
	"crypto/rand"
	"encoding/json"
	"slices"
)

// Matter (ärende) is one thing to be decided, with everything that is written
// about it. It is also what the open matter file holds; see EncodeMatter.
type Matter struct {
	ID         string     `json:"id,omitempty"`
	Title      string     `json:"title"`
	References []string   `json:"references"` // case references (diarienummer), own first
	Movers     []Mover    `json:"movers"`
	Claims     []Claim    `json:"claims"`
	Received   Date       `json:"received"` // the day the motion was moved
	Measures   []Measure  `json:"measures"`
	Affected   []Group    `json:"affected,omitempty"`
	Purchase   bool       `json:"purchase,omitempty"` // the measure means buying something
	Stage      Stage      `json:"stage,omitempty"`
	Holder     string     `json:"holder,omitempty"`    // who has it now, in words
	Meeting    Date       `json:"meeting,omitempty"`   // the day they decide, or decided
	Motion     *Source    `json:"motion,omitempty"`    // the paper it came from, of whatever kind
	Referrals  []Referral `json:"referrals,omitempty"` // bodies that were asked for their opinion
	Documents  []Document `json:"documents"`
	Estimate   Estimate   `json:"estimate"`
	Answers    []Answer   `json:"answers"`
	Protection int        `json:"protection,omitempty"` // level of protection the clerk chose, 1–3; 0: as Profile.ProtectionOf says

	Placements []Placement `json:"placements,omitempty"` // in the picture of need against intrusion
	Quiet      []Quiet     `json:"quiet,omitempty"`      // advice not wanted in this matter
	Screening  *Screening  `json:"screening,omitempty"`  // nil: what applies is only proposed

	Extra Extra `json:"-"`
}

// Extra holds the fields of a JSON object that this version does not know. They
// are written back as they came.
type Extra map[string]json.RawMessage

// Mover is a council member behind a motion.
type Mover struct {
	Name  string `json:"name"`
	Party string `json:"party"` // short form without parentheses: S, M, SD
	Extra Extra  `json:"-"`
}

// Claim (yrkande) is one thing the motion asks for, and what is proposed about it.
type Claim struct {
	Text     string   `json:"text"` // begins with "att"
	Decision Decision `json:"decision"`
	Reason   string   `json:"reason,omitempty"` // "med hänvisning till …" when deemed answered
	Extra    Extra    `json:"-"`
}

// Decision is the proposed outcome of a claim (beslutsform). Empty: not chosen.
type Decision string

const (
	Undecided      Decision = ""
	Approve        Decision = "approve"         // bifall
	PartialApprove Decision = "partial_approve" // delvis bifall
	DeemedAnswered Decision = "deemed_answered" // anses besvarad
	Reject         Decision = "reject"          // avslag
)

// Decisions lists the choices in the order they are offered.
var Decisions = []Decision{Approve, PartialApprove, DeemedAnswered, Reject}

// Measure is the kind of thing a motion proposes; it decides which criteria apply.
type Measure string

const (
	Biometrics   Measure = "BIO"   // biometri
	Cameras      Measure = "KAM"   // kamerabevakning
	Wearables    Measure = "WEAR"  // positionering, armband
	CloudService Measure = "MOLN"  // e-tjänst, molntjänst
	AISystem     Measure = "AI"    // AI-system
	Protected    Measure = "SKYDD" // skyddade personuppgifter
	General      Measure = "ALLM"  // any other measure
)

// Measures lists them in catalogue order.
var Measures = []Measure{Biometrics, Cameras, Wearables, CloudService, AISystem, Protected, General}

// Group is somebody whom the measure touches.
type Group string

const (
	Children  Group = "children"
	Employees Group = "employees"
	Public    Group = "public"
)

// Groups lists them in the order they are offered.
var Groups = []Group{Children, Employees, Public}

// Stage says how far a matter has come.
type Stage string

const (
	New      Stage = "" // ny
	Drafting Stage = "drafting"
	Referred Stage = "referred"
	Waiting  Stage = "waiting" // for the committee
	Decided  Stage = "decided"
)

// NewID makes an identity for a matter or document: 26 letters, never reused.
func NewID() string { return rand.Text() }

// Has reports whether the matter concerns the measure.
func (m *Matter) Has(k Measure) bool { return slices.Contains(m.Measures, k) }

// PersonalData reports whether the matter is about a measure that handles personal
// data: every kind but the general one.
func (m *Matter) PersonalData() bool {
	return slices.ContainsFunc(m.Measures, func(k Measure) bool { return k != General })
}

// Touches reports whether the matter affects the group.
func (m *Matter) Touches(g Group) bool { return slices.Contains(m.Affected, g) }

// Clone gives a deep copy; changing one never shows in the other.
func (m *Matter) Clone() *Matter {
	c := *m
	c.References = slices.Clone(m.References)
	c.Movers = slices.Clone(m.Movers)
	c.Claims = slices.Clone(m.Claims)
	c.Measures = slices.Clone(m.Measures)
	c.Affected = slices.Clone(m.Affected)
	c.Answers = slices.Clone(m.Answers)
	c.Placements = slices.Clone(m.Placements)
	c.Quiet = slices.Clone(m.Quiet)
	c.Referrals = slices.Clone(m.Referrals)
	c.Estimate = m.Estimate.clone()
	c.Documents = slices.Clone(m.Documents)
	for i := range c.Documents {
		c.Documents[i].Sections = slices.Clone(m.Documents[i].Sections)
		c.Documents[i].Signatories = slices.Clone(m.Documents[i].Signatories)
		c.Documents[i].Officers = slices.Clone(m.Documents[i].Officers)
		c.Documents[i].Attested = slices.Clone(m.Documents[i].Attested)
		c.Documents[i].Annexes = slices.Clone(m.Documents[i].Annexes)
		c.Documents[i].Exports = slices.Clone(m.Documents[i].Exports)
		c.Documents[i].Meeting = m.Documents[i].Meeting.clone()
	}
	c.Motion = m.Motion.clone()
	if m.Screening != nil {
		s := *m.Screening
		s.Topics, s.Found = slices.Clone(s.Topics), slices.Clone(s.Found)
		c.Screening = &s
	}
	return &c
}

// Document finds a document by its identity; -1 when there is none.
func (m *Matter) Document(id string) int {
	return slices.IndexFunc(m.Documents, func(d Document) bool { return d.ID == id })
}

// Outcome is the decision that all claims share; empty when they have none, or
// several.
func (m *Matter) Outcome() Decision {
	var first Decision
	for i, c := range m.Claims {
		if i == 0 {
			first = c.Decision
		}
		if c.Decision != first {
			return Undecided
		}
	}
	return first
}

// Officers names those who handle the matter's documents, each once.
func (m *Matter) Officers() []string {
	var out []string
	for _, d := range m.Documents {
		for _, p := range d.Officers {
			if p.Name != "" && !slices.Contains(out, p.Name) {
				out = append(out, p.Name)
			}
		}
	}
	return out
}

// Undecided counts the claims that have no proposed decision.
func (m *Matter) Undecided() int {
	n := 0
	for _, c := range m.Claims {
		if c.Decision == Undecided {
			n++
		}
	}
	return n
}
