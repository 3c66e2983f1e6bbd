package app

import "slices"

// Screening (förhandsfrågorna) is the clerk's word on what decides which criteria
// apply: the kinds of measure, those affected and the purchase stand in the
// matter itself. A matter without one has only been proposed by the program.
type Screening struct {
	Topics []string `json:"topics,omitempty"` // other answers that are yes: pilot
	Found  []string `json:"found,omitempty"`  // answers that the text had signs of when the clerk confirmed
	By     string   `json:"by,omitempty"`
	On     Date     `json:"on,omitempty"`
	Extra  Extra    `json:"-"`
}

// Names of answers that are neither a measure nor a group.
const (
	AnswerPurchase = "purchase"
	TopicPilot     = "pilot"
	TopicState     = "state" // plainly a task for the state; told by what is asked, never a question
)

// Says reports whether the matter holds an answer of the screening: the code of a
// measure or a group, AnswerPurchase or a topic.
func (m *Matter) Says(answer string) bool {
	return m.Has(Measure(answer)) || m.Touches(Group(answer)) || answer == AnswerPurchase && m.Purchase ||
		m.Screening != nil && slices.Contains(m.Screening.Topics, answer)
}

// Confirm takes the clerk's answers, all of those that were asked, and what the
// text had signs of. What was not asked stays. A matter about no other kind of
// measure is about a general one.
func (m *Matter) Confirm(yes map[string]bool, found []string, by string, on Date) {
	m.Measures = answered(Measures[:len(Measures)-1], m.Measures, yes)
	if !slices.ContainsFunc(m.Measures, func(k Measure) bool { return k != General }) {
		m.Measures = []Measure{General}
	}
	m.Affected = answered(Groups, m.Affected, yes)
	if buys, asked := yes[AnswerPurchase]; asked {
		m.Purchase = buys
	}
	s := &Screening{Found: found, By: by, On: on}
	if old := m.Screening; old != nil {
		s.Extra, s.Topics = old.Extra, slices.Clone(old.Topics)
	}
	s.Topics = answered([]string{TopicPilot}, s.Topics, yes)
	m.Screening = s
}

// answered gives what is yes, in the order of all: as answered, or as it was when
// it was not asked. What a newer version has put there stays; the general measure
// goes, and comes back when there is no other.
func answered[T ~string](all, was []T, yes map[string]bool) []T {
	var out []T
	for _, k := range all {
		on, asked := yes[string(k)]
		if on || !asked && slices.Contains(was, k) {
			out = append(out, k)
		}
	}
	for _, k := range was {
		if !slices.Contains(all, k) && string(k) != string(General) {
			out = append(out, k)
		}
	}
	return out
}

// Checked tells which rules a paper was checked by, so that an old one can be
// explained when the rules have changed.
type Checked struct {
	Packs   string `json:"packs"`             // version of the packs
	Program string `json:"program,omitempty"` // name and version
	On      Date   `json:"on"`
	Extra   Extra  `json:"-"`
}
