package app

import (
	"fmt"
	"slices"
)

// Placement says where the measure or an alternative to it stands when need is
// weighed against intrusion. The measure itself has no name: its place follows
// from the answers until the clerk moves it. An alternative is named and placed
// by the clerk.
type Placement struct {
	Name      string `json:"name"`      // of an alternative; empty: the measure that is proposed
	Need      int    `json:"need"`      // 0–100: how much need is shown to be met
	Intrusion int    `json:"intrusion"` // 0–100: how far it goes into somebody's life
	Reason    string `json:"reason"`    // why it stands there
	By        string `json:"by,omitempty"`
	On        Date   `json:"on,omitempty"`
	Extra     Extra  `json:"-"`
}

// Placement finds a placement by its name; -1 when there is none. The empty name
// is the measure.
func (m *Matter) Placement(name string) int {
	return slices.IndexFunc(m.Placements, func(p Placement) bool { return p.Name == name })
}

// validPlacements refuses what cannot be drawn: a place outside the picture, or
// two with the same name.
func (m *Matter) validPlacements() error {
	for i, p := range m.Placements {
		switch {
		case p.Need < 0 || p.Need > 100:
			return &Problem{Code: CodeNotMatter, What: fmt.Sprint(p.Need), Where: fmt.Sprintf("placements[%d].need", i)}
		case p.Intrusion < 0 || p.Intrusion > 100:
			return &Problem{Code: CodeNotMatter, What: fmt.Sprint(p.Intrusion), Where: fmt.Sprintf("placements[%d].intrusion", i)}
		case m.Placement(p.Name) != i:
			return &Problem{Code: CodeNotMatter, What: p.Name, Where: fmt.Sprintf("placements[%d].name", i)}
		}
	}
	return nil
}
