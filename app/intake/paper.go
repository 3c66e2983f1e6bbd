package intake

import "strings"

// paperKind tells a motion from papers that retell one.
type paperKind int

const (
	motionPaper paperKind = iota
	opinionPaper
	minutesPaper
)

// kindOf looks for the name of the paper among the first blocks.
func (f *flow) kindOf() paperKind {
	for _, b := range f.blocks[:min(14, len(f.blocks))] {
		text := strings.ToLower(f.of(b))
		w, ok := nextWord(text, 0, len(text))
		if !ok || len(text) > 300 {
			continue
		}
		switch w.lower {
		case "motion":
			return motionPaper
		case "yttrande", "tjänsteskrivelse", "tjänsteutlåtande", "remissvar", "remiss", "motionssvar":
			return opinionPaper
		case "svar":
			if strings.Contains(text, "motion") || strings.Contains(text, "skrivelse") {
				return opinionPaper
			}
		case "protokollsutdrag", "protokoll", "sammanträdesprotokoll":
			return minutesPaper
		}
	}
	return motionPaper
}

// headEnd gives the number of blocks before the running text: letterhead, title
// and names.
func (f *flow) headEnd() int {
	for i, b := range f.blocks {
		if i == 25 || b.end-b.start > 180 && endsSentence(f.of(b)) && i > 0 {
			return i
		}
	}
	return len(f.blocks)
}
