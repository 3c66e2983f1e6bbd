package draft

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/packs"
	"yttra/screens/parts"
)

// What the cards tell about advice, and what becomes of it.

// Insert does what the open card offers first: other words in the place of those it
// speaks of, else its wording into the text.
func (s *Screen) Insert() {
	if f, ok := s.model.AtFigure(); ok && s.view.page.focus {
		s.costWanted(f.Name)
		return
	}
	if k, f, ok := s.model.Opened(); ok {
		if mends := s.model.mends(f); len(mends) > 0 {
			s.cardMend(k, mends[0])
			return
		}
	}
	if s.model.Insert() {
		s.view.show()
		s.view.page.reveal()
		s.view.page.focusText()
		s.view.page.chooseField()
	}
}

func (s *Screen) cardMend(k Key, with string) {
	s.model.reveal(k)
	if s.model.Mend(with) {
		s.view.show()
		s.keepKeyboard()
	}
}

func (s *Screen) cardMendAll(k Key) {
	s.model.reveal(k)
	s.model.MendAll()
	s.keepKeyboard()
}

// cardReckon goes to the estimate, which lacks what a finding asks for.
func (s *Screen) cardReckon() { s.host.Go("costs") }

// cardHush asks what not to hear of again, in a menu under what was pressed.
func (s *Screen) cardHush(k Key, under fyne.CanvasObject) {
	f, ok := s.model.finding(k)
	if !ok {
		return
	}
	hushes := s.model.Hushes(f)
	var names []string
	for _, h := range hushes {
		names = append(names, h.Text)
	}
	parts.OpenMenuAt(under, fyne.NewPos(0, under.Size().Height), names, -1, func(i int) { s.tell(s.desk.Silence(hushes[i].Quiet)) })
}

func (s *Screen) cardWord(k Key) {
	f, ok := s.model.finding(k)
	if word := s.model.misspelt(f); ok && word != "" {
		s.tell(s.desk.AddWord(word))
	}
}

// tell shows what went wrong with an order about advice; the card may be gone.
func (s *Screen) tell(err error) {
	if err != nil {
		s.host.Problem(err)
	}
	s.keepKeyboard()
}

func (s *Screen) narrowed(a packs.Area) {
	s.model.Narrow(a)
	s.view.show()
}

// silencedWanted lists what is silenced, each with a way to hear of it again.
func (s *Screen) silencedWanted() {
	var d *parts.Dialog
	w := s.host.Words()
	hushes := s.model.Silenced()
	if len(hushes) == 0 {
		return
	}
	var list []fyne.CanvasObject
	var first fyne.Focusable
	for _, h := range hushes {
		again := parts.NewButton(parts.ButtonOptions{Text: w.T("draft.hear_again"), Kind: parts.Quiet, Tap: func() {
			d.Close()
			s.hear(h.Quiet)
		}})
		if first == nil {
			first = again
		}
		list = append(list, parts.Pad(7, 14, 7, 20, parts.Row(8, parts.Grow(parts.Middle(parts.NewPara(h.Text, parts.TextControl, parts.Ink, parts.Regular))), again)), parts.HLine(parts.Line))
	}
	d = parts.ShowDialog(s.host.Window(), w, parts.DialogOptions{Title: w.T("draft.silenced_title"), Width: dialogWidth, Body: scrolled(list)}, first)
}

func (s *Screen) hear(q app.Quiet) {
	s.tell(s.desk.Unsilence(q))
	s.silencedWanted()
}

// criterionWanted shows a question in Pröva.
func (s *Screen) criterionWanted(id string) {
	if s.Criterion != nil {
		s.Criterion(id)
	}
}
