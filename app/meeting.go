package app

import "slices"

// Meeting is the sitting that an extract of minutes is from (5 kap. 65–69 §§ and
// 6 kap. 35 § kommunallagen (2017:725)).
type Meeting struct {
	Date      Date     `json:"date,omitempty"`
	Time      string   `json:"time,omitempty"` // 13.00–15.40
	Place     string   `json:"place,omitempty"`
	Deciding  []string `json:"deciding,omitempty"`  // one a row: Karin Påhittad (A), ordförande
	Others    []string `json:"others,omitempty"`    // who were there without deciding
	Adjusters []string `json:"adjusters,omitempty"` // counter-signatories (justerare)
	Adjusted  Date     `json:"adjusted,omitempty"`  // the day the minutes were approved (justerades)
	Digitally bool     `json:"digitally,omitempty"` // approved without ink
	Item      string   `json:"item,omitempty"`      // the number of this item: 84
	Items     string   `json:"items,omitempty"`     // those the minutes comprise: 84–85
	Votes     []Vote   `json:"votes,omitempty"`     // how each of those deciding voted; empty: no vote was taken
	Notice    *Notice  `json:"notice,omitempty"`    // nil: the paper has none
	Extra     Extra    `json:"-"`
}

// Vote is how somebody voted (omröstning).
type Vote struct {
	Name  string `json:"name"`
	Cast  Cast   `json:"cast"`
	Extra Extra  `json:"-"`
}

// Cast is a vote.
type Cast string

const (
	Yes     Cast = "yes"
	No      Cast = "no"
	Abstain Cast = "abstain" // avstår
)

// Casts lists the votes in the order they are offered and counted.
var Casts = []Cast{Yes, No, Abstain}

// Notice says that the minutes have been posted on the official notice board
// (anslagsbevis; 8 kap. 12 § kommunallagen).
type Notice struct {
	Posted  Date   `json:"posted,omitempty"`
	Removed Date   `json:"removed,omitempty"`
	Kept    string `json:"kept,omitempty"` // where the minutes are kept
	By      string `json:"by,omitempty"`   // who posted it
	Extra   Extra  `json:"-"`
}

// Attested is a person who has approved a paper in the municipality's own system.
type Attested struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	On    Date   `json:"on,omitempty"`
	Extra Extra  `json:"-"`
}

// Referral is a body that the matter was sent to for its opinion (remiss), and
// what came back.
type Referral struct {
	Body      string `json:"body"`
	Sent      Date   `json:"sent,omitempty"`
	Due       Date   `json:"due,omitempty"`
	Answered  Date   `json:"answered,omitempty"`  // the day of its decision; empty: no answer yet
	Reference string `json:"reference,omitempty"` // its diarienummer
	Item      string `json:"item,omitempty"`      // paragraph of its minutes: 27
	Stand     Stand  `json:"stand,omitempty"`
	Summary   string `json:"summary,omitempty"` // its reasons, in the small Markdown of app/markup
	Dissent   string `json:"dissent,omitempty"` // reservations and separate statements, one a row
	Extra     Extra  `json:"-"`
}

// Late reports whether no answer has come although the day for it has passed.
func (r Referral) Late(today Date) bool {
	return r.Answered == "" && r.Due != "" && r.Due.Before(today)
}

// Stand is what a body says of a referral.
type Stand string

const (
	NoStand   Stand = ""          // not told
	Supports  Stand = "supports"  // tillstyrker
	InPart    Stand = "in_part"   // tillstyrker delvis
	Opposes   Stand = "opposes"   // avstyrker
	NoObjects Stand = "no_object" // har inget att invända
	Abstains  Stand = "abstains"  // avstår från att yttra sig
)

// Stands lists what a body may say, in the order it is offered.
var Stands = []Stand{Supports, InPart, Opposes, NoObjects, Abstains}

// Count tells how many voted so.
func (m *Meeting) Count(c Cast) int {
	n := 0
	for _, v := range m.Votes {
		if v.Cast == c {
			n++
		}
	}
	return n
}

func (m *Meeting) clone() *Meeting {
	if m == nil {
		return nil
	}
	c := *m
	c.Deciding, c.Others, c.Adjusters, c.Votes = slices.Clone(m.Deciding), slices.Clone(m.Others), slices.Clone(m.Adjusters), slices.Clone(m.Votes)
	if m.Notice != nil {
		n := *m.Notice
		c.Notice = &n
	}
	return &c
}
