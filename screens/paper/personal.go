package paper

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Approval is one line of the log of personal data that somebody lets stand.
type Approval struct {
	Words  string // what stands
	Rule   string // what it is, as the finding was called
	Reason string
	Who    string // by whom and when
	All    bool   // wherever it stands
}

// Level is the level of protection that holds in the matter.
func (m *Model) Level() int {
	if m.state.Matter == nil {
		return app.NoProtection
	}
	return m.state.Profile.ProtectionOf(m.state.Matter)
}

// Concerned reports whether there is anything to say of personal data: a level
// holds, something has been accepted, or something is found.
func (m *Model) Concerned() bool {
	if m.Level() != app.NoProtection || len(m.state.Approved) > 0 {
		return true
	}
	for _, f := range m.state.Findings {
		if f.Personal {
			return true
		}
	}
	return false
}

// Approvals lists what has been accepted, in the order it was.
func (m *Model) Approvals() []Approval {
	var out []Approval
	for _, a := range m.state.Approved {
		id, _, _ := strings.Cut(a.Criterion, "/")
		l := Approval{Words: strings.Join(strings.Fields(cmp.Or(a.Words, a.Sentence)), " "), Rule: id, Reason: a.Reason, All: a.All}
		if r, ok := m.packs.Rule(id); ok {
			l.Rule = r.SV.Title
			if m.words.Lang() == "en" {
				l.Rule = r.EN.Title
			}
		}
		l.Who = strings.Trim(a.By+", "+string(a.On), ", ")
		out = append(out, l)
	}
	return out
}

// personal says which level of protection holds and how much has been accepted,
// and is the way to both.
func (v *view) personal() fyne.CanvasObject {
	w := v.h.Words()
	level := v.m.Level()
	text := w.T("protection.name0")
	if level != app.NoProtection {
		text = w.T("paper.level", i18n.Vars{"Level": w.Int(int64(level)), "Name": parts.LevelName(w, v.m.state.Profile.Levels, level)})
	}
	rows := []fyne.CanvasObject{
		parts.Row(8, parts.Text(w.T("paper.personal"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), parts.NewLink(w.T("paper.personal_open"), v.showPersonal)),
		parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular)}
	if n := len(v.m.Approvals()); n > 0 {
		rows = append(rows, parts.RowTop(7, parts.Mark(parts.MarkWaived, 18, parts.Page), parts.Grow(parts.NewPara(w.N("paper.approved", n), parts.TextSecond, parts.Ink, parts.Regular))))
	}
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(4, rows...)))
}

// showPersonal shows the level of protection with what to ask by it, and the log.
func (v *view) showPersonal() {
	w := v.h.Words()
	asks := parts.Column(0)
	scroll := parts.NewScroll(parts.Column(0))
	draw := func() {
		asks.Objects = []fyne.CanvasObject{parts.LevelQuestions(w, v.m.state.Profile.Levels, v.m.Level())}
		asks.Refresh()
		scroll.Refit()
	}
	options := []parts.Option{{Text: w.T("paper.level_profile")}}
	for l := 1; l <= app.MaxProtection; l++ {
		options = append(options, parts.Option{Text: w.T("paper.level_n", i18n.Vars{"Level": w.Int(int64(l))})})
	}
	choice := parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: v.m.state.Matter.Protection, Pick: func(i int) { v.setLevel(i); draw() }})
	scroll.Set(parts.Pad(14, 20, 16, 20, parts.Column(10,
		parts.NewPara(w.T("paper.level_text"), parts.TextControl, parts.Ink, parts.Regular), parts.Left(choice), asks,
		parts.HLine(parts.Line), parts.Text(w.T("paper.log"), parts.TextControl, parts.Ink, parts.Bold), v.log())))
	draw()
	var d *parts.Dialog
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("paper.personal_head"), Width: 620, Height: 520, Body: scroll.Outer, Buttons: []fyne.CanvasObject{shut}}, shut)
}

// setLevel takes the level the clerk chooses in this matter; 0 is the profile's.
func (v *view) setLevel(level int) {
	v.d.Edit("", func(m *app.Matter) { m.Protection = level })
}

// log lists who let what stand, when and why.
func (v *view) log() fyne.CanvasObject {
	w := v.h.Words()
	list := v.m.Approvals()
	if len(list) == 0 {
		return parts.NewPara(w.T("paper.log_none"), parts.TextSecond, parts.Muted, parts.Regular)
	}
	var rows []fyne.CanvasObject
	for _, a := range list {
		what := w.T("paper.log_what", i18n.Vars{"Words": a.Words, "Rule": a.Rule})
		if a.Words == "" {
			what = a.Rule
		}
		if a.All {
			what = w.T("paper.log_all", i18n.Vars{"What": what})
		}
		rows = append(rows, parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(parts.MarkWaived, 18, parts.Panel)), parts.Grow(parts.Column(1,
			parts.NewPara(what, parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(a.Reason, parts.TextSecond, parts.Ink, parts.Regular),
			parts.NewPara(a.Who, parts.TextHint, parts.Muted, parts.Regular)))))
	}
	return parts.Column(9, rows...)
}
