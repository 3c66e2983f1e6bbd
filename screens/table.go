package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/assess"
	"yttra/screens/costs"
	"yttra/screens/draft"
	"yttra/screens/facts"
	"yttra/screens/matters"
	"yttra/screens/paper"
	"yttra/screens/parts"
)

// tableRow is one screen: its name, which is also its word's key, its icon and
// key, and how it is made.
type tableRow struct {
	name string
	icon string
	key  fyne.KeyName // with Ctrl
	open func(*Window) (parts.Screen, func(desk.State))
}

// table lists the screens in the order of the rail.
func table() []tableRow {
	return []tableRow{
		{"matters", parts.IconMatters, fyne.Key1, openMatters},
		{"draft", parts.IconDraft, fyne.Key2, openDraft},
		{"assess", parts.IconAssess, fyne.Key3, openAssess},
		{"costs", parts.IconCosts, fyne.Key4, openCosts},
		{"paper", parts.IconPaper, fyne.Key5, openPaper},
	}
}

func rowOf(name string) (tableRow, bool) {
	for _, r := range table() {
		if r.name == name {
			return r, true
		}
	}
	if name == versionsScreen {
		return tableRow{name: versionsScreen, open: openVersions}, true
	}
	return tableRow{}, false
}

func openMatters(w *Window) (parts.Screen, func(desk.State)) {
	s := matters.New(w.o.Desk, w, matters.Orders{New: w.newMatter, OpenMotion: w.openMotion, Referrals: w.showReferrals, Samples: w.samples(), Texts: w.reg.Texts, Erase: w.eraser(), Original: func() { w.dialogOriginal(-1) },
		Counted: func() { w.status.show(w.o.Desk.State()) }})
	return s, s.Show
}

func openDraft(w *Window) (parts.Screen, func(desk.State)) {
	s := draft.New(w.o.Desk, w)
	s.Criterion, s.Cost, s.Record = w.showCriterion, w.showCost, w.showFacts(facts.PaperSection)
	s.Moved, s.Original = w.besideSoon, w.showClaim
	w.putBeside(s)
	return s, s.Show
}

func openAssess(w *Window) (parts.Screen, func(desk.State)) {
	s := assess.New(w.o.Desk, w, w.showPlace)
	s.Cost = w.showCost
	return s, s.Show
}

func openCosts(w *Window) (parts.Screen, func(desk.State)) {
	s := costs.New(w.o.Desk, w)
	return s, s.Show
}

func openPaper(w *Window) (parts.Screen, func(desk.State)) {
	s := paper.New(w.o.Desk, w, paper.Options{Creator: w.o.Creator, Finding: w.showFinding,
		Place: w.showPlace, Caret: w.caretPlace, Record: w.showFacts(facts.PaperSection), Annexes: w.showFacts(facts.AnnexSection)})
	return s, s.Show
}

// caretPlace is where the caret is in the text, when the text has been shown.
func (w *Window) caretPlace() (app.Place, bool) {
	if s, ok := w.screens["draft"].(*draft.Screen); ok {
		return s.CaretPlace()
	}
	return app.Place{}, false
}

// showPlace shows a place of the open document in the text.
func (w *Window) showPlace(p app.Place) {
	w.Go("draft")
	if s, ok := w.screen().(parts.Placer); ok {
		s.ShowPlace(p)
	}
}

// showCriterion shows a question in Pröva.
func (w *Window) showCriterion(id string) {
	w.Go("assess")
	if c, ok := w.screen().(parts.Chooser); ok {
		w.handed = id
		c.ChooseRule(id)
	}
}

// showCost shows in Kostnad the way and line that an amount comes from.
func (w *Window) showCost(way, line int) {
	w.Go("costs")
	if s, ok := w.screen().(*costs.Screen); ok {
		s.ShowLine(way, line)
	}
}

// showFinding shows a finding's place in the text.
func (w *Window) showFinding(f app.Finding) { w.showPlace(f.Place) }
