package assess

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yttra/i18n"
	"yttra/screens/parts"
)

// screeningView shows in one line what decides which questions are asked, and,
// open, the screening in the place of the steps.
type screeningView struct {
	v     *view
	line  *fyne.Container // what applies, under the steps
	about *canvas.Text
	text  *parts.Label
	open  *parts.Press
	now   *fyne.Container // what the text has come to say; or nothing
	panel *fyne.Container
	body  *parts.Scroll
	first fyne.Focusable // of the answers
	last  string         // what the panel was drawn from
	told  string         // what stands in now
}

func newScreeningView(v *view) *screeningView {
	s := &screeningView{v: v, now: container.NewStack(), panel: container.NewStack()}
	s.about = parts.Text("", parts.TextHint, parts.Muted, parts.Bold)
	s.text = parts.NewLabel("", parts.TextHint, parts.Ink, parts.Regular)
	s.open = parts.NewPress(parts.PressOptions{Gap: 2, Tap: v.openScreening, Draw: func(t parts.Touch) fyne.CanvasObject {
		word := v.h.Words().T("assess.change")
		if v.m.Confirmed() == nil {
			word = v.h.Words().T("assess.confirm_short")
		}
		return link(word, t)
	}})
	s.line = container.NewStack(parts.Column(2, parts.Row(8, s.about, parts.Grow(parts.Middle(s.text)), s.open), s.now))
	s.panel.Hide()
	return s
}

// link draws a quiet word to press.
func link(word string, t parts.Touch) fyne.CanvasObject {
	return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(1, 4, 2, 4, parts.Text(word, parts.TextSecond, parts.Accent, parts.Bold)))
}

// draw shows the model anew. The panel keeps its answers, and so the focus, as
// long as it asks the same.
func (s *screeningView) draw() {
	m, w := s.v.m, s.v.h.Words()
	about := w.T("assess.about")
	if m.Confirmed() == nil {
		about = w.T("assess.about_proposed")
	}
	parts.Write(s.about, about)
	s.text.Set(m.Applies(), parts.Ink)
	s.open.Refresh()
	if told := m.Differs(); told != s.told {
		s.told, s.now.Objects = told, nil
		if told != "" {
			s.now.Objects = []fyne.CanvasObject{parts.RowTop(6, parts.Mark(parts.MarkSerious, 16, parts.Panel), parts.Grow(parts.NewPara(told, parts.TextHint, parts.Ink, parts.Bold)))}
		}
	}
	s.panel.Hidden = !m.Screening()
	if s.panel.Hidden {
		s.panel.Objects, s.last, s.first = nil, "", nil
		return
	}
	asks := m.Asks()
	if key := fmt.Sprint(asks, m.Confirmed(), m.draftKey()); key != s.last {
		s.last = key
		s.build(asks)
	}
}

func (s *screeningView) build(asks []Ask) {
	w := s.v.h.Words()
	s.first = nil
	var rows []fyne.CanvasObject
	for i, a := range asks {
		if i > 0 {
			rows = append(rows, parts.HLine(parts.Line))
		}
		rows = append(rows, s.question(a))
	}
	under := w.T("assess.screening_text")
	said := w.T("assess.unconfirmed")
	if c := s.v.m.Confirmed(); c != nil {
		said = w.T("assess.confirmed", i18n.Vars{"Day": string(c.On), "Name": c.By})
	}
	head := parts.Pad(12, 16, 8, 20, parts.Column(1, parts.Text(w.T("assess.screening"), parts.TextTitle, parts.Ink, parts.Bold), parts.NewPara(under, parts.TextSecond, parts.Muted, parts.Regular)))
	foot := parts.Pad(8, 16, 10, 20, parts.Row(8, parts.Grow(parts.Middle(parts.NewLabel(said, parts.TextHint, parts.Muted, parts.Regular))),
		parts.NewButton(parts.ButtonOptions{Text: w.T("assess.later"), Kind: parts.Quiet, Tap: s.v.closeScreening}),
		parts.NewButton(parts.ButtonOptions{Text: w.T("assess.confirm"), Icon: parts.IconCheck, Kind: parts.Primary, Tap: s.v.confirm})))
	s.body = parts.NewScroll(parts.Pad(0, 16, 4, 20, parts.Column(0, rows...)))
	s.panel.Objects = []fyne.CanvasObject{parts.Dock(head, parts.Column(0, parts.HLine(parts.Line), foot), s.body.Outer)}
	s.panel.Refresh()
}

// natural is how tall the panel is when all of it is seen.
func (s *screeningView) natural(width float32) float32 {
	if len(s.panel.Objects) == 0 {
		return 0
	}
	content := s.body.Inner.Content
	content.Resize(fyne.NewSize(width, content.Size().Height)) // what wraps must know its width before its height
	return s.panel.Objects[0].MinSize().Height - s.body.Outer.MinSize().Height + content.MinSize().Height
}

// question is a row: what is asked, the sentence that made the program think so,
// and the answer.
func (s *screeningView) question(a Ask) fyne.CanvasObject {
	w := s.v.h.Words()
	text := []fyne.CanvasObject{parts.NewPara(a.Question, parts.TextControl, parts.Ink, parts.Regular)}
	if a.New {
		text = append(text, parts.Row(6, parts.Mark(parts.MarkSerious, 15, parts.Panel), parts.Text(w.T("assess.text_changed"), parts.TextHint, parts.Serious, parts.Bold)))
	}
	if a.Because != "" {
		text = append(text, parts.Row(6, parts.Text(a.From, parts.TextHint, parts.Muted, parts.Bold), parts.Grow(parts.Middle(parts.NewLabel("”"+a.Because+"”", parts.TextHint, parts.Muted, parts.Italic)))))
	}
	if len(a.Answers) > 1 {
		var chips []fyne.CanvasObject
		for _, x := range a.Answers {
			chip := parts.NewToggle(x.Label, s.v.m.Drafted(x.Name), func(on bool) { s.say(x.Name, on) })
			chips = append(chips, chip)
			s.begin(chip)
		}
		return parts.Pad(4, 0, 5, 0, parts.Column(4, append(text, parts.Flow(8, chips...))...))
	}
	name, chosen := a.Answers[0].Name, 1
	if s.v.m.Drafted(name) {
		chosen = 0
	}
	choice := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: w.T("assess.yes")}, {Text: w.T("assess.no")}}, Chosen: chosen, Pick: func(i int) { s.say(name, i == 0) }})
	s.begin(choice)
	return parts.Pad(3, 0, 3, 0, parts.RowTop(12, parts.Grow(parts.Pad(3, 0, 0, 0, parts.Column(1, text...))), choice))
}

func (s *screeningView) begin(o fyne.Focusable) {
	if s.first == nil {
		s.first = o
	}
}

// say takes an answer whose choice already looks as it should.
func (s *screeningView) say(name string, yes bool) {
	s.v.m.Answering(name, yes)
	s.last = fmt.Sprint(s.v.m.Asks(), s.v.m.Confirmed(), s.v.m.draftKey())
}

// openScreening shows the questions; the keyboard goes to the first.
func (v *view) openScreening() {
	v.m.OpenScreening()
	v.draw()
	v.focusScreening()
}

func (v *view) focusScreening() {
	if v.screening.first != nil {
		v.h.Window().Canvas().Focus(v.screening.first)
	}
}

// closeScreening leaves the questions unconfirmed.
func (v *view) closeScreening() {
	v.m.CloseScreening()
	v.draw()
	v.focus()
}

// confirm keeps the answers; what then applies stands in the list.
func (v *view) confirm() {
	v.m.Confirm()
	v.draw()
	v.focus()
}
