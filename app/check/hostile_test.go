package check

import (
	"strings"
	"testing"
	"time"
)

// A megabyte of anything is checked in seconds, not minutes.
func TestHostileTexts(t *testing.T) {
	c := compiled(t)
	for name, unit := range map[string]string{
		"one sentence":   "nämnden föreslår kommunfullmäktige avslå samtycke inte alternativ ",
		"many sentences": "Nämnden föreslår kommunfullmäktige att avslå. Samtliga säger IMY och 5%. ",
		"one word":       "ansiktsigen",
		"half a word":    "ansiktsigenkä ",
		"commas":         "barn,",
		"quotation":      "” ",
		"numbers":        "1 000 ",
		"lines":          "Beslut\n\n",
		"points":         "t.ex. A. 1. ",
	} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		begin := time.Now()
		c.Run(opinion("summary: "+text, "proposal: "+text), 0)
		SplitPaper(c.packs, text, "")
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%s took %s", name, took)
		} else {
			t.Logf("%s: %s", name, took.Round(time.Millisecond))
		}
	}
}
