package costs

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// side is what follows from the cells: sections that fold, the most important
// first. Sections and pictures are made once, so that the keyboard stays in them.
type side struct {
	v *view

	years, kinds, swings, ways, buy, time, duties, beyond *section

	yearPlot, kindPlot, swingPlot, wayPlot, planPlot      *plot
	yearWords, kindWords, swingWords, wayWords, planWords *caption

	yearChart YearChart
	kindChart KindChart
	tornado   Tornado
	wayChart  WayChart
	plan      Plan
	exposure  Exposure
	cases     bool // what has been decided elsewhere is shown

	compare, value, confirm, explain, more *parts.Press
}

func newSide(v *view) *side {
	s := &side{v: v}
	for _, x := range []**section{&s.years, &s.kinds, &s.swings, &s.ways, &s.buy, &s.time, &s.duties, &s.beyond} {
		*x = newSection(s.keys, s.refit)
		v.side.Add((*x).outer)
	}
	s.yearPlot, s.yearWords = s.picture(func(i int) { v.openWorkings(Asked{Of: YearSum, At: i}) },
		func(i int) string { return s.yearChart.Bars[i].Says }, func() string { return s.yearChart.Says })
	s.kinds.shut = true // it answers a question few ask
	s.kindPlot, s.kindWords = s.picture(func(i int) { v.openWorkings(Asked{Of: KindSum, Kind: s.kindChart.Kinds[i]}) },
		func(i int) string { return s.kindChart.Bars[i].Says }, func() string { return s.kindChart.Says })
	s.swingPlot, s.swingWords = s.picture(func(i int) { v.openSwing(s.tornado.Swings[i]) },
		func(i int) string { return s.tornado.Swings[i].Says }, func() string { return s.tornado.Says })
	s.wayPlot, s.wayWords = s.picture(func(i int) { v.ways.show(i) },
		func(i int) string { return s.wayChart.Bars[i].Says }, func() string { return s.wayChart.Says })
	s.planPlot, s.planWords = s.picture(nil,
		func(i int) string { return s.plan.Steps[i].Says }, func() string { return s.plan.Says })
	t := v.h.Words().T
	s.compare = parts.NewButton(parts.ButtonOptions{Text: t("costs.compare.open"), Tap: v.openComparison})
	s.value = s.link(func() string { return t("costs.working.open") }, func() { v.openWorkings(Asked{Of: ValueSum}) })
	s.confirm = s.link(func() string { return t("costs.confirm") }, func() { v.h.Go("economy") })
	s.explain = s.link(func() string { return either(v.explain, t("costs.duties_short"), t("costs.duties_long")) }, s.turnExplain)
	s.more = s.link(func() string {
		return either(s.cases, t("costs.exposure.hide"), v.h.Words().N("costs.exposure.show", len(s.exposure.Cases)))
	}, s.turnCases)
	return s
}

func either(on bool, a, b string) string {
	if on {
		return a
	}
	return b
}

// link is a link whose words may change, and which scrolls the side.
func (s *side) link(words func() string, tap func()) *parts.Press {
	return parts.NewPress(parts.PressOptions{Tap: tap, Gap: 4, Key: s.keys, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Calm(parts.Clear), parts.Clear, 3, parts.Pad(1, 0, 2, 0, parts.Text(words(), parts.TextSecond, parts.Accent, parts.Bold)))
	}})
}

// focus goes to the head of the first section that is shown.
func (s *side) focus() {
	for _, x := range []*section{s.years, s.buy} {
		if x.outer.Visible() {
			s.v.h.Window().Canvas().Focus(x.head)
			return
		}
	}
}

// picture makes a plot and the words under it: of the bar the keyboard is on, or
// else of the whole.
func (s *side) picture(enter func(int), bar func(int) string, whole func() string) (*plot, *caption) {
	c := newCaption()
	p := newPlot(enter, func(i int) {
		says := whole()
		if i >= 0 {
			says = bar(i)
		}
		if c.set(says) {
			s.refit()
		}
	})
	p.keys = s.keys
	p.seen = func(at fyne.Position, size fyne.Size) { s.seen(p, at, size) }
	return p, c
}

// drawSide shows what has changed since it was last shown.
func (v *view) drawSide() {
	if v.follows == nil {
		v.follows = newSide(v)
	}
	if v.follows.draw() {
		v.follows.refit()
	}
}

// draw shows the model anew, and reports whether anything is not as it was.
func (s *side) draw() bool {
	t, m := s.v.h.Words().T, s.v.m
	s.yearChart, s.kindChart, s.tornado, s.wayChart, s.plan, s.exposure = m.Years(), m.Kinds(), m.Tornado(), m.WayChart(), m.Plan(), m.Exposure()
	lines, p := len(m.estimate().Lines) > 0, m.Purchase()
	changed := false
	set := func(x *section, on bool, title, hint string, what any, make func() fyne.CanvasObject) {
		changed = x.set(on, title, hint, what, make) || changed
	}
	set(s.years, lines, s.yearChart.Title, "", s.yearChart, s.drawYears)
	set(s.kinds, lines && len(s.kindChart.Kinds) > 1, s.kindChart.Title, "", s.kindChart, s.drawKinds)
	set(s.swings, lines, s.tornado.Title, "", s.tornado, s.drawSwings)
	set(s.ways, len(s.wayChart.Bars) > 0, s.wayChart.Title, "", s.wayChart, s.drawWays)
	set(s.buy, m.Open(), t("costs.purchase"), p.Day, p, func() fyne.CanvasObject { return s.drawPurchase(p) })
	set(s.duties, len(p.Duties) > 0, t("costs.duties"), m.dutiesLeft(p.Duties), []any{p.Duties, p.Perils, m.doneDuties()},
		func() fyne.CanvasObject { return s.drawDuties(p) })
	set(s.time, len(s.plan.Steps) > 0, t("costs.plan.title"), s.plan.Hint, s.plan, s.drawPlan)
	set(s.beyond, len(s.exposure.Caps) > 0, t("costs.exposure.title"), t("costs.exposure.hint"), s.exposure, s.drawExposure)
	return changed
}

func (s *side) drawYears() fyne.CanvasObject {
	s.yearPlot.show(newYearsDrawing(s.yearChart))
	s.yearWords.set(s.yearChart.Says)
	return parts.Column(8, s.yearPlot, s.groupLegend(s.yearChart), s.yearWords.outer)
}

func (s *side) drawKinds() fyne.CanvasObject {
	s.kindPlot.show(newYearsDrawing(s.kindChart.YearChart))
	s.kindWords.set(s.kindChart.Says)
	return parts.Column(8, s.kindPlot, s.groupLegend(s.kindChart.YearChart), s.kindWords.outer)
}

// groupLegend says what each pattern is.
func (s *side) groupLegend(c YearChart) fyne.CanvasObject {
	t := s.v.h.Words().T
	var out []fyne.CanvasObject
	for _, g := range c.Groups {
		out = append(out, legendEntry(pattern(g), t("costs.group."+string(g))))
	}
	if slices.ContainsFunc(c.Bars, func(b Bar) bool { return b.Net >= 0 }) {
		out = append(out, legendEntry(parts.Middle(parts.Rect(parts.Ink, 12, 2, 0)), t("costs.net")))
	}
	return parts.Flow(12, out...)
}

func (s *side) drawSwings() fyne.CanvasObject {
	w := s.v.h.Words()
	s.swingWords.set(s.tornado.Says)
	if len(s.tornado.Swings) == 0 {
		return s.swingWords.outer
	}
	s.swingPlot.show(newTornadoDrawing(s.tornado))
	out := []fyne.CanvasObject{s.swingPlot}
	if s.tornado.More > 0 {
		out = append(out, parts.Hint(w.N("costs.swings_more", s.tornado.More)))
	}
	out = append(out, parts.Flow(12, legendEntry(outlined(parts.Page), w.T("costs.lower")), legendEntry(parts.Rect(parts.Accent, 1, 1, 0), w.T("costs.higher"))))
	return parts.Column(8, append(out, s.swingWords.outer)...)
}

func (s *side) drawWays() fyne.CanvasObject {
	s.wayPlot.show(newWaysDrawing(s.wayChart))
	s.wayWords.set(s.wayChart.Says)
	return parts.Column(6, s.wayPlot, s.wayWords.outer, parts.Left(s.compare))
}

// keys scroll the side when what has the focus does not use them.
func (s *side) keys(e *fyne.KeyEvent) bool { return scrollBy(s.v.scroll, e) }

// seen brings a part of something into sight, unless it is taller than the side.
func (s *side) seen(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	inner, driver := s.v.scroll.Inner, fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil {
		return
	}
	const margin = 12
	if size.Height > inner.Size().Height-2*margin {
		return
	}
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(inner).Y + at.Y
	switch bottom := top + size.Height; {
	case top < margin:
		scrollTo(s.v.scroll, inner.Offset.Y+top-margin)
	case bottom > inner.Size().Height-margin:
		scrollTo(s.v.scroll, inner.Offset.Y+bottom-inner.Size().Height+margin)
	}
}

// refit lays the side out again after something in it has changed height.
func (s *side) refit() {
	s.v.side.Refresh()
	s.v.scroll.Refit()
}
