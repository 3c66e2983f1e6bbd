package assess

import (
	"flag"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// The flag is read by parttest.
var _ = flag.Bool("update", false, "rewrite the pictures in testdata")

// The row of a criterion in every state, chosen and in focus; the head of a group.
func TestRowInEveryState(t *testing.T) {
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	draw := func(*testing.T, fyne.Window) fyne.CanvasObject {
		var rows []fyne.CanvasObject
		add := func(x Row, height float32, chosen, focused bool) {
			r := newRow()
			r.show(x, w, chosen, focused)
			rows = append(rows, parts.Fixed(0, height, r))
		}
		add(Row{Head: true, Title: "Nödvändighet", Count: "2 av 5 besvarade"}, headHeight, false, false)
		add(Row{Head: true, Title: "Rimlig avvägning", Count: "5 av 14 besvarade", Folded: true}, headHeight, false, false)
		for i, mark := range []string{parts.MarkMet, parts.MarkIndicated, parts.MarkFailed, parts.MarkNotAddressed, parts.MarkWaived} {
			x := Row{ID: "PROP-ALT-01", Title: "Mindre ingripande alternativ", Mark: mark, State: w.T("state." + mark), Stops: mark == parts.MarkFailed}
			if mark != parts.MarkNotAddressed {
				x.Evidence, x.Section = "Två åtgärder har övervägts.", "Bedömning"
			}
			add(x, rowHeight, i == 1 || i == 2, i == 2)
		}
		return parts.Column(0, rows...)
	}
	parttest.HoldSheets(t, parttest.Sheet{Name: "rows", Width: 560, Height: 384, Draw: draw})
}
