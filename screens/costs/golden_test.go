package costs

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
)

// The parts of the screen in their states, drawn as they stood when they were
// looked at beside the drawing.
func TestGoldens(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	v := b.screen.view
	b.typed("↓↓→tolv\n")
	draw := func(name string, o fyne.CanvasObject, width float32) {
		t.Helper()
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		test.AssertObjectRendersToMarkup(t, name+".xml", parts.Fixed(width, o.MinSize().Height, o))
	}
	row := func(i int) fyne.CanvasObject {
		l := newLine(v.grid)
		l.show(i)
		return l
	}
	draw("row-bad", row(2), 851)
	draw("row-active", row(3), 851)
	draw("row-own", row(7), 851)
	draw("row-plus", row(12), 851)
	draw("notice-bad", parts.Column(0, v.notices.Objects...), 851)
	draw("duty", v.drawDuty(b.screen.model.Purchase().Duties[0], parts.Touch{}), 312)
	b.screen.model.Tick(b.screen.model.Purchase().Duties[0].Code)
	draw("duty-done", v.drawDuty(b.screen.model.Purchase().Duties[0], parts.Touch{Focused: true}), 312)
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Financing = "" })
	draw("dock-unfinanced", parts.Column(0, v.dock.Objects...), 851)
	b.screen.model.AddWay(SeedToday)
	v.draw()
	draw("dock-alternative", parts.Column(0, v.dock.Objects...), 851)
	draw("ways", v.ways.outer, 600)
	draw("ways-narrow", v.ways.outer, 290)
}

// What follows from the cells, in its states.
func TestGoldensOfTheSide(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	v := b.screen.view
	side, draw := v.follows, drawer(t)
	draw("side-years", side.drawYears())
	draw("side-kinds", side.drawKinds())
	draw("side-swings", side.drawSwings())
	draw("side-ways", side.drawWays())
	draw("side-plan", side.drawPlan())
	draw("side-purchase", side.drawPurchase(b.screen.model.Purchase()))
	draw("side-exposure", side.drawExposure())
	draw("side-case", drawCharge(side.exposure.Cases[1], "kontrollera"))
	draw("side-head", side.duties.drawHead(parts.Touch{Hovered: true}))
	side.duties.turn()
	draw("side-head-shut", side.duties.drawHead(parts.Touch{}))
	v.explain = true
	draw("side-duty-explained", v.drawDuty(b.screen.model.Purchase().Duties[0], parts.Touch{}))
	row := newWorkRow()
	row.show(b.screen.model.Working(Asked{Of: YearSum}).Rows[0], true)
	draw("work-row", row)
	x := b.screen.model.Comparison()
	draw("compare-below", below(x, []*parts.Press{parts.NewLink("A", nil), parts.NewLink("B", nil)}))
}

func drawer(t *testing.T) func(name string, o fyne.CanvasObject) {
	return func(name string, o fyne.CanvasObject) {
		t.Helper()
		const width = 312
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		test.AssertObjectRendersToMarkup(t, name+".xml", parts.Fixed(width, o.MinSize().Height, o))
	}
}
