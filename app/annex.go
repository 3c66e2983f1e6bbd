package app

import (
	"slices"
	"time"
)

// Annex is a paper that belongs to another (bilaga). Its number is its place.
type Annex struct {
	Title string   `json:"title"`
	Date  Date     `json:"date,omitempty"`
	How   AnnexHow `json:"how,omitempty"`
	Name  string   `json:"name,omitempty"` // of the file, as it was
	Data  []byte   `json:"data,omitempty"` // the file; never changed in place
	Extra Extra    `json:"-"`
}

// MostAnnex is the largest file an annex may have, in bytes.
const MostAnnex = 50 << 20

// AnnexHow is how an annex goes with the paper.
type AnnexHow string

const (
	AnnexListed   AnnexHow = ""         // only named; it lies elsewhere
	AnnexAppended AnnexHow = "appended" // a PDF whose pages follow the paper's own
	AnnexAttached AnnexHow = "attached" // the file as it is, inside the PDF, which is then PDF/A-3
	AnnexWithheld AnnexHow = "withheld" // named, and said not to be published
)

// Copy is which copy of a paper is made.
type Copy string

const (
	FullCopy Copy = ""    // all that the paper says
	WebCopy  Copy = "web" // for publishing: personal data taken out
)

// Publishing is what somebody has decided about the copy of a document that is
// published (dataskyddsförordningen art. 6; 8 kap. 10 § kommunallagen).
type Publishing struct {
	Keep   []Kept   `json:"keep,omitempty"`   // found, and allowed to stand
	Remove []string `json:"remove,omitempty"` // words that are taken out besides what is found
	By     string   `json:"by,omitempty"`     // who approved the copy
	On     Date     `json:"on,omitempty"`
	Sum    string   `json:"sum,omitempty"` // SHA-256 of what was approved, in hex; of anything else the approval does not hold
	Extra  Extra    `json:"-"`
}

// Kept is personal data that may stand in a published copy.
type Kept struct {
	Words  string `json:"words"`
	Reason string `json:"reason"`
	By     string `json:"by,omitempty"`
	On     Date   `json:"on,omitempty"`
	Extra  Extra  `json:"-"`
}

// Export is one file that was made of a document, and what was found when it was
// read back.
type Export struct {
	At     time.Time `json:"at"`
	Name   string    `json:"name,omitempty"` // of the file, without its folder
	Copy   Copy      `json:"copy,omitempty"`
	Status Status    `json:"status,omitempty"`
	Claims []string  `json:"claims,omitempty"` // PDF/UA-1, PDF/A-2a
	Pages  int       `json:"pages,omitempty"`
	Words  int       `json:"words,omitempty"`
	Tags   int       `json:"tags,omitempty"`
	Sum    string    `json:"sum,omitempty"`   // SHA-256 of the file, in hex
	Fault  string    `json:"fault,omitempty"` // what it failed on; empty: it is what was placed
	By     string    `json:"by,omitempty"`
	Extra  Extra     `json:"-"`
}

// mostExports is how many files a document remembers.
const mostExports = 50

// Made notes a file that was made of the document.
func (d *Document) Made(e Export) {
	d.Exports = append(slices.Clone(d.Exports), e)
	if over := len(d.Exports) - mostExports; over > 0 {
		d.Exports = d.Exports[over:]
	}
}

// Look is how a municipality's papers look, within what the house's pages bear.
type Look struct {
	Sans    bool              `json:"sans,omitempty"`         // running text without serifs
	Large   bool              `json:"large,omitempty"`        // large print
	Colour  string            `json:"colour,omitempty"`       // #1f3a5f, for rules and bars; empty: black
	Number  int               `json:"line_step,omitempty"`    // reading copies number every n-th line; 0: the fifth
	Abreast int               `json:"signatures,omitempty"`   // signatures side by side, 1–3; 0: two, or three when they are three
	Plain   bool              `json:"no_archive,omitempty"`   // no claim to be PDF/A
	Digital string            `json:"digital_note,omitempty"` // stands below the signatures: undertecknas digitalt
	Labels  map[string]string `json:"labels,omitempty"`       // own words for those printed on every paper, by name
	Extra   Extra             `json:"-"`
}
