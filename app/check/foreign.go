package check

import (
	"yttra/app/language"
)

// tellForeign marks the paragraphs of a section that are somebody else's words as
// a whole: below a heading that says so, and in a list after "I motionen yrkas:".
func tellForeign(parts []part) {
	under, announced := false, false
	for i := range parts {
		p := &parts[i]
		if p.kind == language.Heading {
			under, announced = p.text.TitlesOthers(), false
			continue
		}
		listed := announced && (p.kind == language.Item || p.kind == language.Quote)
		p.foreign = under || listed
		announced = p.announces || listed
	}
}
