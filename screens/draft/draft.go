// Package draft is the screen Skriv: the outline at the left, the page in the
// middle, the findings at the right. It knows how a section's text is edited as
// blocks and how a page shows them.
//
// It never keeps text of its own: every key goes through the desk and comes back
// in a state. It never judges a text; app/check does.
package draft

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// Screen joins the model with what draws it.
type Screen struct {
	desk  *desk.Desk
	host  parts.Host
	model *Model
	view  *view

	// Criterion shows a question in Pröva; nil: nothing is shown.
	Criterion func(id string)
	// Cost shows in Kostnad the way, counted as in app.Estimate.View, and the line
	// that a figure comes from; -1: no line in particular. Nil: nothing is shown.
	Cost func(way, line int)
	// Record opens what the document says around its text; nil: nothing is shown.
	Record func()
	// Original shows where a claim stands in the paper that came in; nil: nothing is
	// shown.
	Original func(claim int)
	// Moved is told when the caret has gone to another block; nil: nobody is.
	Moved func()
}

var (
	_ parts.Screen     = (*Screen)(nil)
	_ parts.Finder     = (*Screen)(nil)
	_ parts.Stepper    = (*Screen)(nil)
	_ parts.Inserter   = (*Screen)(nil)
	_ parts.Waiver     = (*Screen)(nil)
	_ parts.Escaper    = (*Screen)(nil)
	_ parts.Jumper     = (*Screen)(nil)
	_ parts.Mover      = (*Screen)(nil)
	_ parts.Emphasizer = (*Screen)(nil)
	_ parts.Formatter  = (*Screen)(nil)
	_ parts.Facts      = (*Screen)(nil)
	_ parts.Placer     = (*Screen)(nil)
)

// New makes the screen over a desk.
func New(d *desk.Desk, h parts.Host) *Screen {
	s := &Screen{desk: d, host: h, model: NewModel(d, h.Words())}
	s.view = newView(s.model, h.Words(), s)
	s.view.show()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Show draws a new state of the desk. What another hand changed, as by undo, is
// scrolled into sight.
func (s *Screen) Show(state desk.State) {
	moved := s.model.Show(state)
	s.view.show()
	if moved {
		s.view.page.reveal()
	}
}

// Focus puts the keyboard in the text, where it was.
func (s *Screen) Focus() {
	if s.model.State().Document() == nil {
		return
	}
	if _, ok := s.model.Caret(); !ok {
		s.model.ToStart()
		s.view.show()
	}
	s.view.page.focusText()
}

// Facts is words and LIX.
func (s *Screen) Facts() []string { return s.model.Facts() }

// ShowPlace sets the caret at a place of the open document and scrolls it into
// the upper third. A [field] in it that waits for words is selected.
func (s *Screen) ShowPlace(p app.Place) {
	if s.model.State().Document() == nil || p.Section < 0 {
		return
	}
	at := p.Span.Start + s.model.fieldIn(p)
	s.model.Place(Caret{p.Section, at})
	s.view.show()
	s.view.page.showPlace(p.Section, at)
	s.view.page.focusText()
	s.view.page.chooseField()
	s.moved()
}

// CaretPlace is where the caret is; ok is false before it has been in the text.
func (s *Screen) CaretPlace() (p app.Place, ok bool) {
	c, ok := s.model.Caret()
	return app.Place{Section: c.Section, Span: app.Span{Start: c.At, End: c.At}}, ok
}

// Step opens the next finding, or the one before, and shows its sentence.
func (s *Screen) Step(by int) {
	if !s.model.Step(by) {
		return
	}
	s.view.uncover()
	s.view.show()
	s.view.findings.reveal(s.model.open)
	if c := s.host.Window().Canvas(); c.Focused() == fyne.Focusable(s.view.page.live) || s.view.page.holds(c.Focused()) {
		s.cardShow(s.model.open) // the keyboard is on the page: it goes along, or it would be out of sight
		return
	}
	s.showFinding()
}

// Waive asks for the reason the open card's finding is accepted with.
func (s *Screen) Waive() {
	if _, f, ok := s.model.Opened(); ok && f.Waived == "" {
		if n := s.model.Same(f); n > 1 {
			parts.AskReasonEverywhere(s.host.Window(), s.host.Words(), f.Title, f.Quote, n, func(reason string, everywhere bool) {
				s.model.WaiveIn(reason, everywhere)
				s.keepKeyboard()
			})
			return
		}
		parts.AskReason(s.host.Window(), s.host.Words(), f.Title, "", func(reason string) {
			s.model.Waive(reason)
			s.keepKeyboard()
		})
	}
}

// Jump puts the keyboard in the "outline", the "text" or the "findings".
func (s *Screen) Jump(to string) {
	switch to {
	case "outline", "findings":
		s.view.leaveTo(s.host.Window().Canvas(), to)
	default:
		s.view.closeList()
		s.view.setAside(false)
		s.Focus()
	}
}

// Escape closes the search, or the list over a narrow page, and goes back to the
// text.
func (s *Screen) Escape() {
	if s.view.find.outer.Visible() {
		s.view.find.close()
		return
	}
	s.view.closeList()
	s.view.setAside(false)
	s.Focus()
}

// Emphasize turns emphasis on or off: "**" or "*".
func (s *Screen) Emphasize(mark string) { s.view.page.emphasize(mark) }

// Format makes of the caret's paragraph what an order says, or changes its table.
func (s *Screen) Format(order string) { s.view.page.order(order) }

// Find opens the search in the document.
func (s *Screen) Find() {
	if s.model.State().Document() != nil {
		s.view.find.open(s.host.Window().Canvas(), s.view.page.live.SelectedText())
	}
}

// What the view tells.

func (s *Screen) caretMoved() {
	s.view.show()
	s.moved()
}

func (s *Screen) moved() {
	if s.Moved != nil {
		s.Moved()
	}
}

func (s *Screen) foldChanged() { s.view.show() }

// leaveText goes on from the text: to what comes "next", or as Jump.
func (s *Screen) leaveText(to string) {
	if to == "next" {
		s.view.tabOut(s.host.Window().Canvas())
		return
	}
	s.Jump(to)
}

func (s *Screen) pasteRefused(bytes int) {
	s.host.Problem(&app.Problem{Code: app.CodePaste, What: strconv.Itoa((bytes+500_000)/1_000_000) + "\u00a0MB"})
}

func (s *Screen) undo(redo bool) {
	if redo {
		s.desk.Redo()
	} else {
		s.desk.Undo()
	}
}

func (s *Screen) phraseWanted(section int) {
	insert := func(phrase string) {
		s.model.InsertText(section, phrase)
		s.view.show()
		s.view.page.reveal()
		s.view.page.focusText()
	}
	switch phrases := s.model.Phrases(section); len(phrases) {
	case 0:
	case 1:
		insert(phrases[0])
	default:
		s.view.openPhrases(s.host.Window(), phrases, insert)
	}
}

func (s *Screen) examplesWanted(section int) {
	s.view.openExamples(s.host.Window(), s.model.Examples(section))
}

func (s *Screen) cardWanted(k Key) {
	s.model.reveal(k)
	s.view.show()
	s.view.findings.reveal(k)
}

// cardTapped opens a card and shows its sentence; on the open one it goes there.
func (s *Screen) cardTapped(k Key) {
	if was, _, ok := s.model.Opened(); ok && was == k {
		s.cardShow(k)
		return
	}
	s.model.Open(k)
	s.view.show()
	s.view.findings.reveal(k)
	s.showFinding()
}

// cardShow goes to the words of a finding, to the claim it speaks of, or to the
// start of its section.
func (s *Screen) cardShow(k Key) {
	s.model.reveal(k)
	_, f, ok := s.model.Opened()
	if !ok || f.Place.Section < 0 {
		s.view.show()
		return
	}
	s.view.closeList()
	if claim, ok := s.model.claimOf(f); ok {
		s.view.show()
		s.view.page.focusClaim(claim)
		return
	}
	if !s.model.editable(f.Place.Section) {
		s.sectionPicked(OutlineRow{Section: f.Place.Section, At: -1})
		return
	}
	s.ShowPlace(f.Place)
	if f.Place.Span.Empty() {
		s.view.page.showSection(f.Place.Section)
	}
}

// showFinding scrolls the page to the open card's words; the keyboard stays.
func (s *Screen) showFinding() {
	_, f, ok := s.model.Opened()
	if !ok || f.Place.Section < 0 {
		return
	}
	if claim, ok := s.model.claimOf(f); ok {
		s.view.page.showClaim(claim)
		return
	}
	if f.Place.Span.Empty() {
		s.view.page.showSection(f.Place.Section)
		return
	}
	s.view.page.showPlace(f.Place.Section, f.Place.Span.Start)
}

func (s *Screen) cardInsert(k Key) {
	s.model.reveal(k)
	s.Insert()
}

func (s *Screen) cardWaive(k Key) {
	s.model.reveal(k)
	s.Waive()
}

func (s *Screen) cardUnwaive(k Key) {
	s.model.Unwaive(k)
	s.keepKeyboard()
}

// keepKeyboard sees to it that the keyboard is in the text or in the findings,
// after what had it may be gone.
func (s *Screen) keepKeyboard() {
	c := s.host.Window().Canvas()
	if c.Focused() == fyne.Focusable(s.view.page.live) {
		return
	}
	if s.view.narrow.on && !s.view.narrow.list {
		s.Focus()
		return
	}
	s.view.findings.focusOpen(c)
}

func (s *Screen) sectionAdded(role string) {
	s.view.closeList()
	s.model.AddSection(role)
	s.view.show()
	s.view.page.showSection(s.model.where())
	s.view.page.focusText()
}

func (s *Screen) groupFolded(group string, fold bool) {
	s.model.FoldGroup(group, fold)
	s.view.show()
}

func (s *Screen) filtered(f Filter) {
	s.model.Filter(f)
	s.view.show()
}

func (s *Screen) stepped(by int) { s.Step(by) }

func (s *Screen) documentWanted(kind string) {
	if err := s.desk.AddDocument(kind); err != nil {
		s.host.Problem(err)
		return
	}
	s.Focus()
}

func (s *Screen) matterWanted() { s.host.Go("matters") }

func (s *Screen) whyWanted(k Key) {
	s.model.reveal(k)
	s.view.toggleList()
	s.cardWanted(k)
}

func (s *Screen) barChanged() { s.view.outer.Refresh() }
