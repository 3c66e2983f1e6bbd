package app

import "slices"

// Profile is the municipality and the person at the desk: what every paper has
// in common.
type Profile struct {
	Municipality string   `json:"municipality"`
	Department   string   `json:"department,omitempty"`
	Bodies       []Body   `json:"bodies,omitempty"`
	Officer      Person   `json:"officer"`
	Foot         []string `json:"foot,omitempty"` // up to three columns, lines split by \n
	Logo         []byte   `json:"logo,omitempty"` // PNG
	LogoText     string   `json:"logo_text,omitempty"`
	Reference    string   `json:"reference_form,omitempty"` // "UN {år}/{löpnr:5}"
	Words        []string `json:"words,omitempty"`          // own words that are spelt right, in order
	Quiet        []Quiet  `json:"quiet,omitempty"`          // advice not wanted in any matter
	Known        []string `json:"known,omitempty"`          // who and what may stand in every paper: names, addresses, numbers, "@kommunen.se"
	Protection   int      `json:"protection,omitempty"`     // level of protection where children are affected; 0: the highest
	Levels       []string `json:"levels,omitempty"`         // what the levels are called here, from the lowest; empty: as the program calls them
	Economy      Economy  `json:"economy,omitzero"`         // how this municipality reckons
	Look         Look     `json:"look,omitzero"`            // how its papers look
	Extra        Extra    `json:"-"`
}

// Economy is how the municipality reckons: what a new estimate begins with, and
// the limits somebody here has looked up.
type Economy struct {
	Years     int         `json:"years,omitempty"`     // horizon; 0: not set
	RealRate  int         `json:"real_rate,omitempty"` // hundredths of a per cent
	Inflation int         `json:"inflation,omitempty"` // hundredths of a per cent
	Interest  int         `json:"interest,omitempty"`  // on capital in investments (internränta), hundredths of a per cent
	Hour      Money       `json:"hour,omitempty"`      // an hour of own staff, in ören
	Limits    []Confirmed `json:"limits,omitempty"`
	Extra     Extra       `json:"-"`
}

// Confirmed is a row of the dated table whose kronor somebody has looked up.
type Confirmed struct {
	Law         ProcurementLaw     `json:"law"`
	Subject     ProcurementSubject `json:"subject"`
	From        Date               `json:"from"`                   // of the row it confirms
	SEK         Money              `json:"sek,omitempty"`          // EU threshold, in ören; 0: not confirmed
	DirectAward Money              `json:"direct_award,omitempty"` // in ören; 0: not confirmed
	Source      string             `json:"source"`                 // where it was read
	By          string             `json:"by,omitempty"`
	On          Date               `json:"on,omitempty"` // the day it was read
	Extra       Extra              `json:"-"`
}

// Limits lays what the municipality has confirmed over a dated table. A row that
// is not in the table is left aside; one whose other amount is the table's is no
// surer than that.
func (p Profile) Limits(table []Threshold) []Threshold {
	if len(p.Economy.Limits) == 0 {
		return table
	}
	out := slices.Clone(table)
	for _, c := range p.Economy.Limits {
		i := slices.IndexFunc(out, func(t Threshold) bool { return t.Law == c.Law && t.Subject == c.Subject && t.From == c.From })
		if i < 0 || c.Source == "" || c.SEK < 0 || c.DirectAward < 0 {
			continue
		}
		row := &out[i]
		if c.SEK == 0 && row.SEK > 0 || c.DirectAward == 0 && row.DirectAward > 0 { // half of it is the table's still
			row.Source += "; " + c.Source
		} else {
			row.Sure, row.Source = Verified, c.Source
		}
		if c.SEK > 0 {
			row.SEK = c.SEK
		}
		if c.DirectAward > 0 {
			row.DirectAward = c.DirectAward
		}
		row.Own = true
	}
	return out
}

// Body is a committee or board that meets, with those who sign for it.
type Body struct {
	Name        string   `json:"name"`
	Level       Level    `json:"level"`
	Signatories []Person `json:"signatories,omitempty"`
	Reference   string   `json:"reference_form,omitempty"` // its own; empty: the profile's
	Extra       Extra    `json:"-"`
}
