package check

// formKind gives the ways to look that rules of form and contradictions use.
func formKind(name string) (kind, bool) {
	switch name {
	case "section":
		return kind{find: findMissingSections}, true
	case "asked":
		return kind{find: findUnnamed}, true
	case "order":
		return kind{find: findWrongOrder}, true
	case "reference":
		return kind{find: findReferences}, true
	case "name":
		return kind{find: findNames}, true
	case "calendar":
		return kind{takes: []string{"max"}, find: findImpossibleDays}, true
	case "days":
		return kind{takes: []string{"phrases", "unless", "with", "max"}, needs: []string{"phrases"}, find: findDays}, true
	case "term":
		return kind{find: findTerms}, true
	case "empty_label":
		return kind{takes: []string{"phrases", "needs"}, needs: []string{"phrases"}, find: findEmptyLabels}, true
	case "label_days":
		return kind{takes: []string{"phrases", "with", "max"}, needs: []string{"phrases", "with", "max"}, find: findLabelDays}, true
	case "item":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findWrongItem}, true
	case "sitting_days":
		return kind{takes: []string{"phrases", "with", "max"}, needs: []string{"phrases", "with", "max"}, find: findSittingDays}, true
	case "sitting_missing":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findSittingMissing}, true
	case "sitting_end":
		return kind{find: findSittingEnd}, true
	case "sitting_item":
		return kind{find: findSittingItem}, true
	case "sitting_votes":
		return kind{find: findSittingVotes}, true
	case "level":
		return kind{find: findOtherLevel}, true
	case "no_reference":
		return kind{find: findNoReference}, true
	case "unnumbered":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findUnnumbered}, true
	case "begins":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findPointsBeginning}, true
	case "measures":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findManyMeasures}, true
	case "undated":
		return kind{find: findUndated}, true
	case "own_paper":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findOwnPaperLater}, true
	case "estimate":
		return kind{takes: []string{"phrases", "unless", "given", "with"}, needs: []string{"phrases"}, find: findOtherAmounts}, true
	case "broken_figure":
		return kind{find: findBrokenFigures}, true
	case "near_amount":
		return kind{takes: []string{"unless"}, find: findSummaryAmounts}, true
	case "task":
		return kind{find: findOtherTasks}, true
	case "undecided":
		return kind{find: findUndecided}, true
	case "proposal":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findOtherDecision}, true
	case "chain":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findBrokenChain}, true
	case "climb":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findWrongClimb}, true
	case "double":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findDoubleDecisions}, true
	case "unanswered":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findUnansweredClaims}, true
	case "unknown_claim":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findUnknownClaims}, true
	case "papers":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findOtherPapers}, true
	case "facts":
		return kind{takes: []string{"needs"}, needs: []string{"when"}, find: findFacts}, true
	case "field":
		return kind{find: findFields}, true
	}
	return kind{}, false
}
