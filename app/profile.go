package app

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
	Extra        Extra    `json:"-"`
}

// Body is a committee or board that meets, with those who sign for it.
type Body struct {
	Name        string   `json:"name"`
	Level       Level    `json:"level"`
	Signatories []Person `json:"signatories,omitempty"`
	Extra       Extra    `json:"-"`
}
