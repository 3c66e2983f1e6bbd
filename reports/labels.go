package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"yttra/reports/layout"
)

//go:embed labels_sv.json
var labelFile []byte

// labels are the words printed on every paper. The paper is always Swedish, in
// whatever language the window is.
type labels struct {
	Page             string `json:"page"`
	Watermark        string `json:"watermark"`
	Draft            string `json:"draft"`
	DraftNumbered    string `json:"draft_numbered"`
	Final            string `json:"final"`
	WebCopy          string `json:"web_copy"`
	WebDraft         string `json:"web_draft"`
	WebDraftNumbered string `json:"web_draft_numbered"`
	Table            string `json:"table"`
	Figure           string `json:"figure"`
	Officer          string `json:"officer"`
	To               string `json:"to"`
	Date             string `json:"date"`
	CaseRef          string `json:"case_ref"`
	YourRef          string `json:"your_ref"`
	GivenBy          string `json:"given_by"` // over those whose own paper it is
	Decision         string `json:"decision"` // over the decision that a dissent is about
	Logo             string `json:"logo"`
	Head             string `json:"head"`
	Foot             string `json:"foot"`
	Title            string `json:"title"`
	Untitled         string `json:"untitled"`
	Signatures       string `json:"signatures"`
	Link             string `json:"link"`
	Note             string `json:"note"`
	Back             string `json:"back"`
	Ticked           string `json:"ticked"`
	Unticked         string `json:"unticked"`
	Contents         string `json:"contents"`
	ToPage           string `json:"to_page"`
	Annexes          string `json:"annexes"`
	AnnexDated       string `json:"annex_dated"`
	AnnexFile        string `json:"annex_file"`
	AnnexWithheld    string `json:"annex_withheld"`
	AnnexFollows     string `json:"annex_follows"` // before the pages of a paper that is appended
	ClaimsOfOne      string `json:"claims_of_one"`
	ClaimsOfMany     string `json:"claims_of_many"`
	ClaimsOpening    string `json:"claims_opening"` // how a paragraph ends that the claims follow

	Sitting     string `json:"sitting"`
	Place       string `json:"place"`
	Deciding    string `json:"deciding"`
	Others      string `json:"others"`
	Adjusters   string `json:"adjusters"`
	Adjusting   string `json:"adjusting"`
	Items       string `json:"items"`
	Digitally   string `json:"digitally"`
	Clock       string `json:"clock"`
	ItemNumber  string `json:"item_number"`
	ItemNumbers string `json:"item_numbers"`

	Vote        string `json:"vote"`
	VoteSummary string `json:"vote_summary"`
	Member      string `json:"member"`
	Yes         string `json:"yes"`
	No          string `json:"no"`
	Abstains    string `json:"abstains"`
	Unnamed     string `json:"unnamed"`
	Sum         string `json:"sum"`

	Adjusted     string `json:"adjusted"`
	AdjustedOn   string `json:"adjusted_on"`
	AdjustedBy   string `json:"adjusted_by"`
	Attested     string `json:"attested"`
	AttestedText string `json:"attested_text"`
	PersonName   string `json:"person_name"`
	PersonTitle  string `json:"person_title"`
	Task         string `json:"task"`

	Notice     string `json:"notice"`
	NoticeText string `json:"notice_text"`
	Organ      string `json:"organ"`
	SittingDay string `json:"sitting_day"`
	Posted     string `json:"posted"`
	Removed    string `json:"removed"`
	Kept       string `json:"kept"`
	Signed     string `json:"signed"`

	On       string `json:"on"`       // before a day
	Months   string `json:"months"`   // twelve, from January
	Weekdays string `json:"weekdays"` // seven, from Sunday
}

func readLabels() (labels, error) {
	var l labels
	if err := json.Unmarshal(labelFile, &l); err != nil {
		return l, fmt.Errorf("read labels: %w", err)
	}
	return l, nil
}

func (l labels) words() layout.Words {
	return layout.Words{Page: l.Page, Watermark: l.Watermark, Table: l.Table, Figure: l.Figure, Link: l.Link, Note: l.Note, Back: l.Back,
		Ticked: l.Ticked, Unticked: l.Unticked, Contents: l.Contents, ToPage: l.ToPage}
}

// fill puts a value in place of {name}.
func fill(s, name, value string) string { return strings.ReplaceAll(s, "{"+name+"}", value) }
