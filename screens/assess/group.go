package assess

import (
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// Group is a step of the proportionality test, or what is asked beside it.
type Group string

const (
	Suitability Group = "suitability"
	Necessity   Group = "necessity"
	Balance     Group = "balance"
	Other       Group = "beside" // purpose, support in law, preparation
	Privacy     Group = "privacy"
	Rights      Group = "rights" // children, equality, accessibility
	Cost        Group = "cost"
	Procurement Group = "procurement"
)

// Groups lists them in the order of the list; the first three are the steps of 5 §
// tredje stycket förvaltningslagen.
var Groups = []Group{Suitability, Necessity, Balance, Other, Privacy, Rights, Cost, Procurement}

// Steps are the groups that have a card.
var Steps = Groups[:3]

func groupOf(r *packs.Rule) Group {
	switch {
	case r == nil:
		return Other
	case r.Step != "":
		return Group(r.Step)
	case r.Area == packs.Cost && strings.Contains(r.When, "purchase") && !strings.Contains(r.When, "cost"):
		return Procurement // asked of what is bought, and of nothing else
	case r.Area == packs.Cost:
		return Cost
	}
	switch r.Section {
	case "privacy":
		return Privacy
	case "children", "equality", "accessibility":
		return Rights
	}
	return Other
}

// Card is a step, counted.
type Card struct {
	Group    Group
	Number   int // 1, 2, 3; 0 for what is no step
	Title    string
	Question string
	Verdict  string // in words: Delvis visat
	Mark     string
	States   []app.CriterionState // of each criterion, as shown
}

// Answered counts what is done.
func (c Card) Answered() int {
	n := 0
	for _, s := range c.States {
		if s == setAside || answered(s) {
			n++
		}
	}
	return n
}

// Card counts a group.
func (m *Model) Card(g Group) Card {
	c := Card{Group: g, Title: m.words.T("assess.group." + string(g))}
	for i, s := range Steps {
		if s == g {
			c.Number, c.Question = i+1, m.words.T("assess.step_question."+string(g))
		}
	}
	failed, sure := false, true
	for _, r := range m.all {
		if m.group(r.ID) != g {
			continue
		}
		c.States = append(c.States, shown(r))
		failed = failed || r.State == app.Failed
		sure = sure && (r.State == app.Met || shown(r) == app.Waived) && !r.Stale
	}
	state := verdict(len(c.States), c.Answered(), failed, sure)
	c.Verdict, c.Mark = m.words.T("assess.verdict."+state.word), string(state.mark)
	return c
}

// answered: the text speaks to it, or the clerk has accepted it.
func answered(s app.CriterionState) bool {
	return s == app.Met || s == app.Waived || s == app.Indicated
}

type verdictWord struct {
	word string
	mark app.CriterionState
}

// verdict says how a step stands: one failure is enough to fail it, and it is
// shown only when the clerk has confirmed every answer.
func verdict(all, done int, failed, sure bool) verdictWord {
	switch {
	case all == 0:
		return verdictWord{"nothing", app.NotAddressed}
	case failed:
		return verdictWord{"failed", app.Failed}
	case done == 0:
		return verdictWord{"untried", app.NotAddressed}
	case done < all:
		return verdictWord{"partly", app.Indicated}
	case !sure:
		return verdictWord{"found", app.Indicated}
	}
	return verdictWord{"shown", app.Met}
}
