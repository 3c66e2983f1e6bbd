package draft

import (
	"flag"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// The flag is read by parttest.
var _ = flag.Bool("update", false, "rewrite the pictures in testdata")

// The rows of the outline: clean, empty, with findings of every severity, the one
// the person is in, one under it, and under the pointer.
func TestOutlineRowInEveryState(t *testing.T) {
	draw := func(*testing.T, fyne.Window) fyne.CanvasObject {
		var rows []fyne.CanvasObject
		for i, r := range []OutlineRow{
			{Heading: "Sammanfattning"},
			{Heading: "Bedömning", Worst: app.Blocking, Count: 4, Ancestor: true},
			{Heading: "Mindre ingripande alternativ", Level: 1, Worst: app.Serious, Count: 2, Active: true},
			{Heading: "Barnets bästa", Level: 1, Worst: app.Note, Count: 1},
			{Heading: "Uppföljning", Empty: true},
			{Heading: "Beslutet skickas till"},
		} {
			rows = append(rows, parts.Fixed(0, outlineRow, drawOutlineRow(r, i == 5)))
		}
		return parts.Fill(parts.Panel, parts.Column(0, rows...))
	}
	parttest.HoldSheets(t, parttest.Sheet{Name: "outline", Width: 248, Height: 224, Draw: draw})
}
