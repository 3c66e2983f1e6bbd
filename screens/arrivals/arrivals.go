// Package arrivals is where papers that came in are looked at before they become
// matters: the form of a matter, alone or beside the original it was drawn from, and
// many papers at once.
//
// What was proposed is never mixed up with what a person wrote: each field knows its
// words in the original, and what it said before somebody changed it.
package arrivals

import (
	"yttra/app"
)

// Fields of a form, named as they are in app.Drawn. Claims and questions are rows.
const (
	Title     = "title"
	Movers    = "mover" // one on each line: Namn (P)
	Refs      = "reference"
	Received  = "received"
	Sender    = "sender"
	SenderRef = "sender_reference"
	Due       = "due"
	Claims    = "claim"
	Questions = "question"
)

// fieldsOf gives the fields a form has for a kind of paper, in the order they are filled
// in. of tells that a remiss is of a motion, whose movers and claims are asked for too.
func fieldsOf(kind app.SourceKind, of bool) []string {
	switch kind {
	case app.ReferralSource:
		if of {
			return []string{Title, Sender, SenderRef, Due, Received, Refs, Movers, Claims, Questions}
		}
		return []string{Title, Sender, SenderRef, Due, Received, Refs, Questions}
	case app.LetterSource:
		return []string{Title, Sender, SenderRef, Received, Due, Refs, Questions}
	}
	return []string{Title, Movers, Refs, Received, Claims}
}

// isRows tells whether a field is a list of rows.
func isRows(field string) bool { return field == Claims || field == Questions }

// isDay tells whether a field is a day.
func isDay(field string) bool { return field == Received || field == Due }
