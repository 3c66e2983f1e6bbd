package costs

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

// rich is a matter with everything the side can show.
func rich() *app.Matter {
	m := matterOf(0)
	line := func(k app.CostKind, what string, quantity app.Quantity, price int64, from, to int) app.CostLine {
		return app.CostLine{Kind: k, What: what, Quantity: quantity, Price: app.Kronor(price), From: from, To: to, Source: app.SourceQuote}
	}
	ranged := func(l app.CostLine, low, high int64) app.CostLine {
		l.Low, l.High = app.Kronor(low), app.Kronor(high)
		return l
	}
	own := func(l app.CostLine) app.CostLine {
		l.Internal = true
		return l
	}
	m.Estimate = app.Estimate{FirstYear: 2027, Years: 6, RealRate: 350, Units: 1240, UnitName: "elev", Start: "2027-02-01", Lines: []app.CostLine{
		line(app.CostPurchase, "Kameror", app.Units(12), 28_500, 1, 1),
		ranged(line(app.CostPeripherals, "Servrar", app.Units(3), 94_000, 1, 1), 210_000, 360_000),
		line(app.CostInstallation, "Montering", app.Units(12), 9_800, 1, 1),
		ranged(line(app.CostIntegration, "Koppling till elevregistret", app.Units(1), 185_000, 1, 1), 120_000, 320_000),
		line(app.CostLicences, "Licens per entré och år", app.Units(12), 6_400, 1, 6),
		line(app.CostOperation, "Drift", app.Units(1), 48_000, 1, 6),
		own(line(app.CostSupport, "Systemförvaltare", 200, 640_000, 1, 6)),
		own(line(app.CostTraining, "Utbildning", app.Units(96), 420, 1, 1)),
		own(ranged(line(app.CostNewWork, "Rättning av felaktiga träffar", app.Units(380), 420, 1, 6), 80_000, 320_000)),
		own(line(app.CostLegal, "Konsekvensbedömning", app.Units(120), 690, 1, 1)),
		line(app.CostRisk, "Riskbuffert", app.Units(1), 90_000, 1, 2),
		line(app.CostExit, "Nedmontering", app.Units(1), 70_000, 6, 6),
		ranged(line(app.CostSaving, "Taggar som inte behövs", app.Units(1), 180_000, 2, 6), 100_000, 190_000),
	}}
	e := &m.Estimate
	e.Alternatives = []app.Alternative{{Name: "Taggar som i dag", Role: app.Today, Lines: []app.CostLine{
		ranged(line(app.CostOperation, "Drift", app.Units(1), 300_000, 1, 6), 280_000, 600_000)}}}
	e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000), Back: app.Kronor(5_000)}}
	e.Purchase.Needed = "2027-03-01"
	return m
}

func (b *bench) focus(f fyne.Focusable) { b.Win.Canvas().Focus(f) }

func (b *bench) key(names ...fyne.KeyName) {
	b.t.Helper()
	for _, n := range names {
		f := b.Win.Canvas().Focused()
		if f == nil {
			b.t.Fatalf("nothing has the focus at %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (b *bench) sees(s string) bool {
	return slices.ContainsFunc(parttest.Texts(b.screen.Content()), func(t string) bool { return strings.Contains(plain(t), s) })
}

func (b *bench) dialogSays(s string) bool {
	top := b.Win.Canvas().Overlays().Top()
	return top != nil && slices.ContainsFunc(parttest.Texts(top), func(t string) bool { return strings.Contains(plain(t), s) })
}

// The keyboard goes from year to year, is told what each is made of, and opens it.
func TestYearsByKeyboard(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	side := b.screen.view.follows
	b.focus(side.yearPlot)
	if !b.sees("2027: engångskostnader 1 049 720 kr") {
		t.Error("the first year is not told")
	}
	b.key(fyne.KeyRight, fyne.KeyRight)
	if !b.sees("2029: löpande 412 400 kr, besparing −180 000") {
		t.Errorf("the third year is not told: %q", side.yearWords.says)
	}
	b.key(fyne.KeyEnd, fyne.KeyRight, fyne.KeyReturn)
	if !b.dialogSays("2032") || !b.dialogSays("302 400 kr") {
		t.Errorf("%q", parttest.Texts(b.Win.Canvas().Overlays().Top()))
	}
	b.Win.Canvas().Overlays().Top().(*parts.Dialog).Dismiss()
	if b.Win.Canvas().Focused() != fyne.Focusable(side.yearPlot) {
		t.Error("the keyboard did not come back to the picture")
	}
	b.focus(b.screen.view.grid)
	if b.sees("2032:") || !b.sees("2027 är dyrast") {
		t.Error("the picture does not tell its result again")
	}
}

// A row of the workings leads to its cell, however deep it was found.
func TestWorkingsLeadToTheCell(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	v := b.screen.view
	v.openWorkings(Asked{Of: PresentSum})
	b.key(fyne.KeyDown, fyne.KeyReturn) // 2028
	if len(v.dialogs) != 2 || !b.dialogSays("Trolig kostnad ett år") {
		t.Fatalf("%d dialogs", len(v.dialogs))
	}
	b.key(fyne.KeyDown, fyne.KeyReturn)
	if len(v.dialogs) != 0 || !b.inGrid() || b.screen.model.At() != (At{5, PriceColumn}) {
		t.Errorf("%d dialogs, at %v", len(v.dialogs), b.screen.model.At())
	}
	v.openWorkings(Asked{Of: SunkSum})
	b.key(fyne.KeyReturn)
	if b.screen.model.Tab() != Spent || b.screen.model.At() != (At{0, SpentAmount}) {
		t.Errorf("tab %d, at %v", b.screen.model.Tab(), b.screen.model.At())
	}
}

func TestWorkingsAreCopied(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	b.screen.view.openWorkings(Asked{Of: YearSum, At: 1})
	parttest.Press(t, b.Win.Canvas().Overlays().Top(), "Kopiera som text")
	got := plain(fyne.CurrentApp().Clipboard().Content())
	if !strings.Contains(got, "Licens per entré och år\t12 × 6 400 kr\t76 800 kr\n") || !strings.Contains(got, "2028\t\t322 400 kr\n") {
		t.Error(got)
	}
}

func TestSwingLeadsToItsRange(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	b.focus(b.screen.view.follows.swingPlot)
	b.key(fyne.KeyReturn)
	if at := b.screen.model.At(); at != (At{8, LowColumn}) || !b.inGrid() {
		t.Errorf("at %v", at)
	}
	b.focus(b.screen.view.follows.swingPlot)
	b.key(fyne.KeyEnd, fyne.KeyReturn)
	if b.Win.Canvas().Focused() != fyne.Focusable(b.screen.view.terms.fields[RealRate].Entry) {
		t.Error("the rate did not lead to its field")
	}
}

func TestComparingInATable(t *testing.T) {
	for _, width := range []float32{1196, 560} {
		b := open(t, rich(), width, 689)
		b.screen.view.openComparison()
		for _, want := range []string{"Taggar som i dag", "dagens lösning", "Mot dagens lösning", "+1 074 120 kr", "Redan betalt: 35 000 kr.", "billigast"} {
			if !b.dialogSays(want) {
				t.Errorf("%v: no %q in %q", width, want, parttest.Texts(b.Win.Canvas().Overlays().Top()))
			}
		}
		b.key(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyUp)
		b.key(fyne.KeyReturn)
		if len(b.screen.view.dialogs) != 0 || b.screen.model.Way() != 0 {
			t.Errorf("way %d", b.screen.model.Way())
		}
	}
}

// A head folds its section with the arrows, and stays folded when the sums change.
func TestSectionsFold(t *testing.T) {
	b := open(t, rich(), 1196, 1600)
	s := b.screen.view.follows.years
	b.focus(s.head)
	b.key(fyne.KeyRight)
	if !b.sees("2027 är dyrast") {
		t.Error("Right folded")
	}
	b.key(fyne.KeyLeft)
	if b.sees("2027 är dyrast") {
		t.Error("Left did not fold")
	}
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price = app.Kronor(1) })
	if b.sees("2027 är dyrast") || !b.sees("Kostnad per år, tkr") {
		t.Error("it unfolded by itself")
	}
	b.key(fyne.KeyReturn)
	if !b.sees("2027 är dyrast: 1,2 mnkr") {
		t.Error("Enter did not unfold what there is now")
	}
}

// The side scrolls by keys wherever in it the keyboard is.
func TestSideScrollsByKeyboard(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	side := b.screen.view.follows
	offset := func() float32 { return b.screen.view.scroll.Inner.Offset.Y }
	for name, f := range map[string]fyne.Focusable{"head": side.years.head, "plot": side.yearPlot, "link": side.value, "duty": b.screen.view.duties["standstill"].press} {
		b.focus(f)
		before := offset()
		b.key(fyne.KeyPageDown)
		if offset() <= before {
			t.Errorf("%s: Page Down stayed at %v", name, before)
		}
		b.key(fyne.KeyPageUp)
	}
	b.focus(side.years.head)
	b.key(fyne.KeyEnd)
	if end := offset(); end == 0 {
		t.Error("End did not scroll")
	}
	b.key(fyne.KeyHome)
	if offset() != 0 {
		t.Error("Home did not scroll")
	}
	b.focus(side.planPlot) // all of it is seen where there is room
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(side.planPlot).Y; top < 0 || top+side.planPlot.Size().Height > 689 {
		t.Errorf("the plan is at %v", top)
	}
	b.key(fyne.KeyEnd)
	at, size := side.planPlot.d.spot(len(side.plan.Steps)-1, side.planPlot.Size())
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(side.planPlot).Y + at.Y
	if top < 0 || top+size.Height > 689 {
		t.Errorf("the last step is at %v", top)
	}
}

// Everything in the side can be reached with Tab, and nothing holds the keyboard.
func TestSideIsReached(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	side := b.screen.view.follows
	want := map[fyne.Focusable]string{side.yearPlot: "years", side.swingPlot: "swings", side.wayPlot: "ways", side.planPlot: "plan", side.compare: "compare",
		side.value: "value", side.confirm: "confirm", side.explain: "explain", side.more: "cases"}
	for i, s := range []*section{side.years, side.swings, side.ways, side.buy, side.time, side.duties, side.beyond} {
		want[s.head] = "head " + string(rune('0'+i))
	}
	b.focus(side.years.head)
	for range 60 {
		delete(want, b.Win.Canvas().Focused())
		b.Win.Canvas().FocusNext()
	}
	for _, name := range want {
		t.Errorf("%s is not reached", name)
	}
}

// What is decided elsewhere is under a fold, and the outcome that nobody knows is
// told as such; a matter without personal data shows nothing of it.
func TestExposureStandsBeside(t *testing.T) {
	b := open(t, rich(), 1196, 4000)
	if !b.sees("Utöver kalkylen") || !b.sees("ingår inte i summan") || !b.sees("Högst 10 000 000 kr") || b.sees("Laga kraft") {
		t.Error("the caps are not shown alone")
	}
	test.Tap(b.screen.view.follows.more)
	if !b.sees("Laga kraft") || !b.sees("Utgången i domstol") || !b.sees("Dölj besluten") {
		t.Error("the decisions are not unfolded")
	}
	before := b.screen.model.sum.Total
	m := rich()
	m.Measures = nil
	b = open(t, m, 1196, 2000)
	if b.sees("Utöver kalkylen") || b.screen.model.sum.Total != before {
		t.Error("a matter without personal data has it")
	}
}

func TestDutiesAreExplained(t *testing.T) {
	b := open(t, rich(), 1196, 4000)
	if b.sees("Avtal får inte ingås") {
		t.Error("explained before it was asked for")
	}
	test.Tap(b.screen.view.follows.explain)
	if !b.sees("Avtal får inte ingås") || !b.sees("Dölj vad kraven innebär") {
		t.Error("not explained")
	}
}

// A purchase that cannot be in use in time says so, and when it should have begun.
func TestPlanInWords(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	p := b.screen.model.Plan()
	if p.Hint != "avtal tidigast 2027-06-14" || !strings.HasPrefix(p.Late, "Det ska vara i bruk 2027-03-01 men kan vara det tidigast 2027-") || len(p.Steps) < 6 {
		t.Errorf("%+v", p)
	}
	last := 0
	for _, s := range p.Steps {
		if s.From < 0 || s.To > 1000 || s.To <= s.From || s.From < last && !s.Beside {
			t.Errorf("%+v", s)
		}
		if !s.Beside {
			last = s.From
		}
	}
	if !strings.HasSuffix(p.Late, "Upphandlingen skulle ha startat senast 2026-07-22.") {
		t.Error(p.Late)
	}
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Purchase.Needed = "2027-08-16" })
	if late := b.screen.model.Plan().Late; !strings.HasSuffix(late, "Upphandlingen måste då starta senast 2027-01-11.") {
		t.Error(late)
	}
	if s := p.Steps[0]; s.Dates != "2027-02-01–03-30" || !strings.HasPrefix(s.Says, "Underlag: 40 arbetsdagar, så lång tid tar det ofta. ") {
		t.Errorf("%+v", s)
	}
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Purchase.Needed = "2029-01-01" })
	if p := b.screen.model.Plan(); p.Late != "" || !strings.Contains(p.Says, "då måste upphandlingen starta senast 2028-") {
		t.Errorf("%+v", p)
	}
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines = nil })
	if p := b.screen.model.Plan(); len(p.Steps) != 0 {
		t.Errorf("nothing is bought: %+v", p)
	}
}

// A key that changes nothing the side shows makes nothing anew.
func TestNothingIsDrawnForNothing(t *testing.T) {
	b := open(t, rich(), 1196, 689)
	side := b.screen.view.follows
	before := []fyne.CanvasObject{side.years.body.Objects[0], side.time.body.Objects[0], side.buy.body.Objects[0]}
	b.typed("↓②")
	b.typed("\x1b")
	b.screen.view.draw()
	for i, s := range []*section{side.years, side.time, side.buy} {
		if s.body.Objects[0] != before[i] {
			t.Errorf("section %d was made anew", i)
		}
	}
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[8].Price += 100 })
	if side.years.body.Objects[0] == before[0] {
		t.Error("the years did not follow")
	}
	if side.time.body.Objects[0] != before[1] {
		t.Error("own staff's time made the timeline anew")
	}
}
