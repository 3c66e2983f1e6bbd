package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// In a narrow line the facts yield, the last first, and nothing is cut.
func TestTheStatusLineGivesWay(t *testing.T) {
	test.NewTempApp(t)
	var all []fyne.CanvasObject
	for range 5 { // saved, fact, fact, days, help
		all = append(all, parts.Rect(parts.Ink, 100, 10, 0))
	}
	r := &statusRow{left: 3, yields: []fyne.CanvasObject{all[4], all[2], all[1]}}
	for width, want := range map[float32][5]bool{540: {true, true, true, true, true}, 539: {true, true, true, true, false},
		430: {true, true, true, true, false}, 429: {true, true, false, true, false}, 210: {true, false, false, true, false}, 50: {true, false, false, true, false}} {
		r.Layout(all, fyne.NewSize(width, 30))
		var got [5]bool
		for i, o := range all {
			got[i] = o.Visible()
		}
		if got != want {
			t.Errorf("%v wide: %v", width, got)
		}
	}
	r.Layout(all, fyne.NewSize(900, 30))
	if x := all[3].Position().X; x != 690 {
		t.Errorf("the days stand at %v", x)
	}
}
