package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"yttra/app"
)

// Control is how a document answers the criteria, as app/check found it in Swedish,
// for a Protocol. What somebody has answered stands in the matter.
type Control struct {
	Criteria []app.CriterionResult
	Findings []app.Finding // those of criteria too, which are not told twice
	Silenced int           // findings that somebody does not want to see
	On       app.Date      // the day of the check; empty: not known
}

//go:embed control_sv.json
var controlFile []byte

// controlWords are those printed in a protocol.
type controlWords struct {
	Kind        string                        `json:"kind"`
	Title       string                        `json:"title"`
	What        string                        `json:"what"`
	Made        string                        `json:"made"`
	MadeUndated string                        `json:"made_undated"`
	One         string                        `json:"one"`
	Many        string                        `json:"many"`
	None        string                        `json:"none"`
	And         string                        `json:"and"`
	CountsOne   map[app.CriterionState]string `json:"counts_one"`
	CountsMany  map[app.CriterionState]string `json:"counts_many"`
	States      map[app.CriterionState]string `json:"states"`

	Criteria        string `json:"criteria"`
	Proportionality string `json:"proportionality"`
	Cost            string `json:"cost"`
	Criterion       string `json:"criterion"`
	State           string `json:"state"`
	Evidence        string `json:"evidence"`
	Key             string `json:"key"`
	Place           string `json:"place"`
	PlaceSection    string `json:"place_section"`
	PlaceWhole      string `json:"place_whole"`
	MoreOne         string `json:"more_one"`
	More            string `json:"more"`
	Nothing         string `json:"nothing"`
	Reckoned        string `json:"reckoned"`
	Stale           string `json:"stale"`
	NoReason        string `json:"no_reason"`
	Noted           string `json:"noted"`
	NotedBy         string `json:"noted_by"`
	NotedOn         string `json:"noted_on"`

	Findings    string                  `json:"findings"`
	NoFindings  string                  `json:"no_findings"`
	FindingOne  string                  `json:"finding_one"`
	FindingMany string                  `json:"finding_many"`
	Stand       string                  `json:"stand"`
	Accepted    string                  `json:"accepted"`
	Finding     string                  `json:"finding"`
	Weight      string                  `json:"weight"`
	Where       string                  `json:"where"`
	Reason      string                  `json:"reason"`
	RepeatsOne  string                  `json:"repeats_one"`
	Repeats     string                  `json:"repeats"`
	SilencedOne string                  `json:"silenced_one"`
	Silenced    string                  `json:"silenced"`
	Severity    map[app.Severity]string `json:"severity"`

	Answers       string                 `json:"answers"`
	About         string                 `json:"about"`
	Confirmed     string                 `json:"confirmed"`
	ConfirmedBy   string                 `json:"confirmed_by"`
	ConfirmedOn   string                 `json:"confirmed_on"`
	ConfirmedByOn string                 `json:"confirmed_by_on"`
	Unconfirmed   string                 `json:"unconfirmed"`
	Measures      string                 `json:"measures"`
	Affected      string                 `json:"affected"`
	Nobody        string                 `json:"nobody"`
	Purchase      string                 `json:"purchase"`
	NoPurchase    string                 `json:"no_purchase"`
	Pilot         string                 `json:"pilot"`
	Measure       map[app.Measure]string `json:"measure"`
	Group         map[app.Group]string   `json:"group"`
}

func readControlWords() (controlWords, error) {
	var w controlWords
	if err := json.Unmarshal(controlFile, &w); err != nil {
		return w, fmt.Errorf("read the words of a protocol: %w", err)
	}
	return w, nil
}
