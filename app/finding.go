package app

import "strings"

// Severity says what a finding does to the paper.
type Severity string

const (
	Note     Severity = "note"     // anmärkning: advice
	Serious  Severity = "serious"  // allvarlig: answer it or say why not
	Blocking Severity = "blocking" // stoppande: no final paper while it stands
)

// Severities lists them, worst first.
var Severities = []Severity{Blocking, Serious, Note}

// Rank orders severities: note 1, serious 2, blocking 3, unknown 0.
func (s Severity) Rank() int {
	switch s {
	case Note:
		return 1
	case Serious:
		return 2
	case Blocking:
		return 3
	}
	return 0
}

// Span is a half-open range of bytes in a section's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Place is a span in one section of the document that was checked. Section -1
// means the document as a whole.
type Place struct {
	Section int
	Span    Span
}

// Overlaps tells whether two places have a byte in common.
func (p Place) Overlaps(o Place) bool {
	return p.Section == o.Section && p.Span.Start < o.Span.End && o.Span.Start < p.Span.End
}

// Finding (påpekande) is one thing a check has to say about a document.
type Finding struct {
	ID       string // of the criterion or rule; "/" and a part tells missing things apart
	Severity Severity
	Place    Place
	Quote    string // the words; empty when something is missing
	Sentence string // in which the words stand; empty when something is missing
	Title    string // one line, as on the card
	Why      string
	Source   string // law or paper, with "kontrollera" when it is not verified
	Wording  string // model wording to insert, may be empty
	Mend     string // what may stand instead of Quote, best first, one a line; empty: nothing is known
	Word     string // the word or slip it is about, by which it can be silenced; may be empty
	Repeats  int    // how many more places it speaks of, that are not told one by one
	Cost     bool   // belongs to the cost criteria
	Personal bool   // personal data: accepted with a reason only, and the acceptance is listed
	Waived   string // the reason, when it has been accepted
}

// CriterionState is the result of one criterion.
type CriterionState string

const (
	Met          CriterionState = "met"           // uppfyllt: the clerk confirmed it
	Indicated    CriterionState = "indicated"     // funnet i texten: not proof
	Failed       CriterionState = "failed"        // underkänt
	NotAddressed CriterionState = "not_addressed" // ej behandlat
	Waived       CriterionState = "waived"        // godkänt med skäl
)

// CriterionStates lists them from worst to best.
var CriterionStates = []CriterionState{Failed, NotAddressed, Indicated, Waived, Met}

// Evidence is a sentence that speaks to a criterion.
type Evidence struct {
	Place Place
	Text  string
}

// CriterionResult is one applicable criterion and how the document answers it.
type CriterionResult struct {
	ID       string
	Title    string
	Question string
	Severity Severity
	State    CriterionState
	Evidence []Evidence
	Source   string
	Reason   string // of a waiver or of the clerk's own judgement
	Said     bool   // the state is the clerk's own word; a waiver that is not so stands in the text
	Stale    bool   // the sentence the clerk pointed at is gone
	Was      string // that sentence
	Cost     bool
	Reckoned []Reckoned // what the estimate says to it
	Lacks    string     // what the estimate should say and does not, in the person's language
}

// Reckoned is something in the estimate that answers a criterion.
type Reckoned struct {
	Line int // of the proposal; -1: the estimate as a whole
	Text string
}

// Answer is what the clerk said about a criterion or finding. It is kept in the
// matter. The sentence ties it to the text: when it is edited away, the answer
// no longer holds and says so.
type Answer struct {
	Criterion string         `json:"criterion"` // or id of a rule
	State     CriterionState `json:"state"`     // met, failed or waived
	Document  string         `json:"document,omitempty"`
	Sentence  string         `json:"sentence,omitempty"`
	Words     string         `json:"words,omitempty"` // those in the sentence that a rule speaks of; empty: all of it
	Reason    string         `json:"reason,omitempty"`
	All       bool           `json:"all,omitempty"` // it holds for the words wherever they stand in the document
	By        string         `json:"by,omitempty"`
	On        Date           `json:"on,omitempty"`
	Extra     Extra          `json:"-"`
}

// Covers tells whether an answer that holds everywhere is about the words: a name
// is the same in the genitive, and white space does not count.
func (a Answer) Covers(words string) bool {
	said := a.Words
	if said == "" {
		said = a.Sentence
	}
	plain := func(s string) string { return strings.TrimSuffix(strings.Join(strings.Fields(s), " "), "s") }
	return a.All && said != "" && plain(said) == plain(words)
}

// Tally counts findings that are not waived.
type Tally struct {
	Blocking int `json:"blocking"`
	Serious  int `json:"serious"`
	Note     int `json:"note"`
}

// TallyOf counts the open findings by severity.
func TallyOf(fs []Finding) Tally {
	var t Tally
	for _, f := range fs {
		if f.Waived != "" {
			continue
		}
		switch f.Severity {
		case Blocking:
			t.Blocking++
		case Serious:
			t.Serious++
		case Note:
			t.Note++
		}
	}
	return t
}

// Of gives the count for one severity.
func (t Tally) Of(s Severity) int {
	switch s {
	case Blocking:
		return t.Blocking
	case Serious:
		return t.Serious
	}
	return t.Note
}

// All is the sum.
func (t Tally) All() int { return t.Blocking + t.Serious + t.Note }
