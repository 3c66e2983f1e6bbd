package reports

import (
	"yttra/app"
	"yttra/app/packs"
)

// Input is everything a paper is made from. Nothing else decides how it looks:
// the same Input gives the same pages.
type Input struct {
	Matter   *app.Matter
	Document *app.Document
	Profile  app.Profile
	Kind     packs.Kind   // of the document: its printed name and the levels of its headings
	Title    string       // as packs.Title makes it; empty: the document's, or the matter's
	Proposal app.Proposal // the numbered decisions, as packs.Proposal words them; may be empty
	Costs    *Costs       // nil: no table

	DigitalNote string // "… undertecknas digitalt."; empty: none
	LineNumbers int    // number every n-th line, for a reading copy; 0: none
	Creator     string // Yttra and its version
	Rules       string // version of the packs it is checked by; may be empty
}

// Costs is a table of amounts, already summed by app/cost. Amounts are printed
// as whole kronor, or with ören everywhere when any amount has them.
type Costs struct {
	Role    string    // of the section it ends; empty: economy. Without such a section it ends the text
	Caption string    // with the unit: "Kostnad per år, kronor"
	Heads   []string  // of all columns; the first is over the row names
	Rows    []CostRow // sums last
	Note    string    // price level, VAT, source
}

// CostRow is a kind of cost and its amounts, one for each head but the first.
type CostRow struct {
	Name    string
	Amounts []Amount
	Sum     bool
}

// Amount is money in a cell. Absent prints –, a true nought prints 0.
type Amount struct {
	Money  app.Money
	Absent bool
}
