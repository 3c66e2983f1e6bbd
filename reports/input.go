package reports

import (
	"yttra/app"
	"yttra/app/packs"
	"yttra/app/privacy"
	"yttra/reports/estimate"
)

// Input is everything a paper is made from. Nothing else decides how it looks:
// the same Input gives the same pages.
type Input struct {
	Matter   *app.Matter
	Document *app.Document
	Profile  app.Profile
	Kind     packs.Kind     // of the document: its printed name and the levels of its headings
	Title    string         // as packs.Title makes it; empty: the document's, or the matter's
	Sitting  packs.Sitting  // how those are called who have a task at a meeting
	Proposal app.Proposal   // the numbered decisions, as packs.Proposal words them; may be empty
	Sheet    estimate.Sheet // what the measure costs; empty: no tables and no annex
	Part     Part
	Motions  Motions         // of UnansweredMotions only
	Events   EventsInput     // of EventList only
	Control  Control         // how the document answers the criteria; of a Protocol only
	Copy     app.Copy        // which copy; see OfWeb
	Gone     *privacy.Seeker // finds what must not be left in a copy for the web

	DigitalNote string // "… undertecknas digitalt."; empty: none
	LineNumbers int    // number every n-th line, for a reading copy; 0: none
	Creator     string // Yttra and its version
	Rules       string // version of the packs it is checked by; may be empty
}
