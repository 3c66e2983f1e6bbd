package assess

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// side shows the chosen criterion: what is asked, the sentence that answers, and
// the clerk's judgement.
type side struct {
	v      *view
	outer  *fyne.Container
	last   string       // what was drawn
	asking string       // id of the criterion a reason is being written for
	reason *parts.Field // it
	note   app.Place    // where a wording was inserted
	noted  bool
	all    bool         // all sentences are shown
	first  *parts.Press // the first judgement, for the keyboard
}

func newSide(v *view) *side { return &side{v: v, outer: container.NewStack()} }

// draw shows the chosen criterion, unless it already does: a field that is being
// typed in, and a button that has the focus, are left alone.
func (s *side) draw() {
	m := s.v.m
	c, ok := m.Chosen()
	answer, _ := m.Answer()
	key := fmt.Sprint(ok, c, m.Weight(), answer, m.Said(), m.Asked(), s.asking, s.noted, s.note, s.all, m.Fitting())
	if key == s.last {
		return
	}
	s.last, s.first = key, nil
	s.outer.Objects = nil
	if ok {
		s.outer.Objects = []fyne.CanvasObject{parts.Dock(nil, s.foot(), parts.NewScroll(parts.Pad(14, 18, 14, 18, parts.Column(12, s.rows(c)...))).Outer)}
	}
	s.outer.Refresh()
}

// leave forgets what belongs to the criterion that was chosen.
func (s *side) leave() {
	s.asking, s.noted, s.all = "", false, false
}

func (s *side) t(key string) string { return s.v.h.Words().T(key) }

func label(s string, o ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.Column(3, append([]fyne.CanvasObject{parts.Text(s, parts.TextHint, parts.Muted, parts.Bold)}, o...)...)
}

func para(s string) fyne.CanvasObject {
	return parts.NewPara(s, parts.TextControl, parts.Ink, parts.Regular)
}

func (s *side) rows(c app.CriterionResult) []fyne.CanvasObject {
	asked := s.v.m.Asked()
	mark := parts.SeverityMark(c.Severity)
	rows := []fyne.CanvasObject{
		parts.Column(2, parts.NewPara(c.Title, parts.TextTitle, parts.Ink, parts.Bold),
			parts.RowTop(6, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 16, parts.Panel)), parts.Grow(parts.Flow(6, parts.Text(s.v.m.Weight(), parts.TextHint, parts.MarkWord(mark), parts.Bold), parts.Hint("· "+c.ID))))),
		para(c.Question),
		s.said(c),
	}
	if asked.Why != "" {
		why := s.t("part.why")
		if c.State == app.Failed {
			why = s.t("assess.why_failed")
		}
		rows = append(rows, label(why, para(asked.Why)))
	}
	rows = append(rows, label(s.t("assess.judgement"), s.judgement(c)...))
	if asked.Wording != "" {
		rows = append(rows, label(s.t("assess.wording"), parts.Box(parts.Page, parts.Line, 4, parts.Pad(7, 10, 9, 10,
			parts.Column(0, parts.NewPara(asked.Wording, parts.TextControl, parts.Ink, parts.Serif))))))
	}
	if len(asked.Laws) > 0 {
		rows = append(rows, label(s.t("part.law"), s.laws(asked.Laws)...))
	}
	if asked.Accept != "" {
		rows = append(rows, label(s.t("assess.accept"), para(asked.Accept)))
	}
	if asked.Fail != "" && asked.Fail != asked.Why {
		rows = append(rows, label(s.t("assess.fail"), para(asked.Fail)))
	}
	return rows
}

// laws are what the question rests on, each with the day it was read against its
// source, or that it has not been.
func (s *side) laws(laws []Law) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range laws {
		sure := parts.Hint(s.v.h.Words().T("assess.checked", i18n.Vars{"Day": string(l.Checked)}))
		if l.Checked == "" {
			sure = parts.Row(6, parts.Mark(parts.MarkSerious, 14, parts.Panel), parts.Text(s.t("assess.not_checked"), parts.TextHint, parts.Serious, parts.Bold))
		}
		out = append(out, parts.Column(1, para(l.Text), parts.Left(sure)))
	}
	return out
}

// fewSentences is how many of the sentences that answer are shown at first.
const fewSentences = 4

// said are the sentences that answer. When there are several, the judgement is
// tied to the one that is chosen.
func (s *side) said(c app.CriterionResult) fyne.CanvasObject {
	var out []fyne.CanvasObject
	again := "assess.point"
	if c.Stale {
		again = "assess.point_again"
		out = append(out, parts.Banner(parts.MarkSerious, s.t("assess.stale_text"), nil), label(s.t("assess.was"), s.was(c.Was)))
	}
	if shown(c) == setAside {
		out = append(out, parts.Banner(parts.MarkSetAside, s.t("assess.set_aside"), nil))
	}
	switch {
	case len(c.Evidence) > 0:
		out = append(out, label(s.t("assess.evidence"), parts.Column(6, s.sentences(c)...)))
	case len(c.Reckoned) == 0:
		out = append(out, label(s.t("assess.evidence"), para(s.t("assess.no_evidence"))))
	}
	out = append(out, s.reckoned(c)...)
	does := []fyne.CanvasObject{}
	if shown(c) == setAside {
		does = append(does, parts.NewButton(parts.ButtonOptions{Text: s.t("assess.accept_reason"), Icon: parts.IconCheck, Tap: s.v.acceptReason}))
	}
	does = append(does, parts.NewLink(s.t(again), s.v.point))
	return parts.Column(8, append(out, parts.Flow(10, does...))...)
}

// was shows the sentence that is gone, struck by a bar and without a colour.
func (s *side) was(text string) fyne.CanvasObject {
	return parts.Box(parts.Fog, parts.Clear, 0, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.Edge, 4, 1, 0),
		parts.Pad(6, 8, 7, 8, parts.Column(0, parts.NewPara(text, parts.TextControl, parts.Muted, parts.SerifItalic)))))
}

// sentences are the first of those that answer, and a way to the others.
func (s *side) sentences(c app.CriterionResult) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	few := max(fewSentences, s.v.m.Said()+1)
	for i, e := range c.Evidence {
		if i == few && !s.all && len(c.Evidence) > few+1 {
			more := s.v.h.Words().N("assess.more_sentences", len(c.Evidence)-few)
			return append(out, parts.Left(parts.NewLink(more, func() { s.all = true; s.draw() })))
		}
		out = append(out, s.sentence(c, i, e))
	}
	return out
}

func (s *side) sentence(c app.CriterionResult, i int, e app.Evidence) fyne.CanvasObject {
	mark := parts.StateMark(shown(c))
	bar := parts.MarkColor(mark)
	if i != s.v.m.Said() {
		bar = parts.Clear
	}
	return parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() { s.v.m.Say(i); s.draw() }, Draw: func(t parts.Touch) fyne.CanvasObject {
		text := parts.Column(2, parts.NewPara(e.Text, parts.TextControl, parts.Ink, parts.Serif),
			parts.NewLabel(s.v.m.section(e.Place.Section), parts.TextHint, parts.Muted, parts.Regular))
		return parts.Box(t.Ground(parts.MarkSoft(mark)), parts.Clear, 0, parts.Columns(0, []float32{4, 0}, parts.Rect(bar, 4, 1, 0), parts.Pad(6, 8, 7, 8, text)))
	}})
}

// reckoned is what the estimate answers, each with its way to Kostnad, or what it
// lacks.
func (s *side) reckoned(c app.CriterionResult) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, x := range c.Reckoned {
		rows = append(rows, parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() { s.v.toCost(x.Line) }, Draw: func(t parts.Touch) fyne.CanvasObject {
			text := parts.Column(0, parts.NewPara(x.Text, parts.TextControl, parts.Ink, parts.Regular))
			return parts.Box(t.Ground(parts.Fog), parts.Line, 4, parts.Pad(6, 8, 7, 8, parts.RowTop(8, parts.Pad(2, 0, 0, 0, parts.Icon(parts.IconCosts, 16, parts.Muted, parts.Fog)), parts.Grow(text))))
		}}))
	}
	if len(rows) > 0 {
		return []fyne.CanvasObject{label(s.t("assess.in_estimate"), parts.Column(6, rows...))}
	}
	if c.Lacks == "" {
		return nil
	}
	return []fyne.CanvasObject{label(s.t("assess.estimate_lacks"), para(c.Lacks), parts.Left(parts.NewLink(s.t("assess.to_cost"), func() { s.v.toCost(-1) })))}
}

// judgement is the clerk's own word, over the machine's.
func (s *side) judgement(c app.CriterionResult) []fyne.CanvasObject {
	answer, given := s.v.m.Answer()
	met := s.t("assess.met_hint")
	switch {
	case !s.v.m.CanMeet():
		met = s.t("assess.met_needs")
	case len(c.Evidence) == 0:
		met = s.t("assess.met_estimate")
	}
	is := func(state app.CriterionState) bool { return given && answer.State == state && s.asking == "" }
	s.first = parts.NewRadio(parts.RadioOptions{Mark: parts.MarkMet, Text: s.t("state.met"), Hint: "1 · " + met, Chosen: is(app.Met), Tap: func() { s.v.judge(app.Met) }})
	rows := []fyne.CanvasObject{
		s.first,
		parts.NewRadio(parts.RadioOptions{Mark: parts.MarkFailed, Text: s.t("state.failed"), Hint: "2 · " + s.t("assess.failed_hint"), Chosen: is(app.Failed), Tap: func() { s.v.judge(app.Failed) }}),
		parts.NewRadio(parts.RadioOptions{Mark: parts.MarkWaived, Text: s.t("part.waive"), Hint: "3 · " + s.t("assess.waive_hint"), Chosen: is(app.Waived) || s.asking != "", Tap: s.v.waive}),
	}
	switch {
	case s.asking != "":
		rows = append(rows, parts.Pad(4, 0, 4, 26, parts.Column(8, s.reason.Outer, parts.Row(8, parts.Grow(),
			parts.NewButton(parts.ButtonOptions{Text: s.t("word.cancel"), Tap: s.cancel}),
			parts.NewButton(parts.ButtonOptions{Text: s.t("part.waive_yes"), Kind: parts.Primary, Tap: s.accept})))))
	case c.Reason != "" && c.Said:
		rows = append(rows, parts.Pad(2, 0, 2, 26, parts.Column(0, parts.NewPara(c.Reason, parts.TextSecond, parts.Ink, parts.Regular))))
	}
	if given && (answer.By != "" || answer.On != "") {
		rows = append(rows, parts.Pad(0, 0, 0, 26, parts.Left(parts.Hint(s.v.h.Words().T("assess.by", i18n.Vars{"Name": answer.By, "Day": string(answer.On)})))))
	}
	if s.v.m.Judged() {
		rows = append(rows, parts.Left(parts.NewButton(parts.ButtonOptions{Text: s.t("assess.take_back"), Icon: parts.IconUndo, Kind: parts.Quiet, Tap: s.v.takeBack})))
	}
	return rows
}

// askReason opens the field for why the text need not change.
func (s *side) askReason(c app.CriterionResult) {
	if s.asking != c.ID {
		s.asking = c.ID
		s.reason = parts.NewField(parts.FieldOptions{Label: s.t("part.waive_ask"), Hint: s.t("part.waive_hint"), Text: c.Reason, Lines: 3, Key: s.reasonKey})
		s.draw()
	}
	s.v.h.Window().Canvas().Focus(s.reason.Entry)
}

func (s *side) reasonKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.cancel()
		return true
	}
	return false
}

func (s *side) cancel() {
	s.asking = ""
	s.draw()
	s.v.focus()
}

// accept takes the reason when it is one.
func (s *side) accept() {
	reason := s.reason.Text()
	if fault := parts.ReasonFault(s.v.h.Words(), reason); fault != "" {
		s.reason.Fault(fault)
		s.last = ""
		s.draw()
		s.v.h.Window().Canvas().Focus(s.reason.Entry)
		return
	}
	s.asking = ""
	s.v.m.Judge(app.Waived, reason)
	s.v.draw()
	s.v.focus()
}

// inserted tells where a wording was put.
func (s *side) inserted(p app.Place) { s.note, s.noted = p, true }

// foot is what can be done, and what has just been done.
func (s *side) foot() fyne.CanvasObject {
	m := s.v.m
	var rows []fyne.CanvasObject
	if s.noted {
		text := s.v.h.Words().T("assess.inserted", i18n.Vars{"Section": m.section(s.note.Section)})
		rows = append(rows, parts.Banner(parts.MarkMet, text, &parts.Action{Text: s.t("part.show"), Do: func() { s.v.goTo(s.note) }}))
	}
	show := parts.NewButton(parts.ButtonOptions{Text: s.t("part.show"), Icon: parts.IconJump, Tap: s.v.show})
	buttons := []fyne.CanvasObject{show}
	if m.Asked().Wording != "" && m.Fitting() >= 0 {
		buttons = []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: s.t("assess.insert"), Icon: parts.IconPlus, Kind: parts.Primary, Tap: s.v.insert}), show}
	}
	rows = append(rows, parts.HLine(parts.Line), parts.Pad(9, 18, 10, 18, parts.Row(8, buttons...)))
	return parts.Column(0, rows...)
}
