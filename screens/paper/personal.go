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

// Level is the level of protection that holds in the matter, and whether the
// clerk chose it.
func (m *Model) Level() (level int, chosen bool) {
	if m.state.Matter == nil {
		return app.NoProtection, false
	}
	return m.state.Profile.ProtectionOf(m.state.Matter), m.state.Matter.Protection != app.NoProtection
}

// Concerned reports whether there is anything to say of personal data: a level
// holds, something has been accepted, or something is found.
func (m *Model) Concerned() bool {
	if level, _ := m.Level(); level != app.NoProtection || len(m.state.Approved) > 0 {
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
	level, _ := v.m.Level()
	text := w.T("paper.level", i18n.Vars{"Level": w.Int(int64(level)), "Name": parts.LevelName(w, v.m.state.Profile.Levels, level)})
	if level == app.NoProtection {
		text = w.T("protection.name0")
	}
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(4,
		parts.Text(w.T("paper.personal"), parts.TextControl, parts.Ink, parts.Bold),
		parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular),
		parts.NewPara(w.N("paper.approved", len(v.m.Approvals())), parts.TextHint, parts.Muted, parts.Regular),
		parts.Left(parts.NewLink(w.T("paper.personal_open"), v.showPersonal)))))
}

// showPersonal shows the level of protection with what to ask by it, and the log.
func (v *view) showPersonal() {
	w := v.h.Words()
	body := parts.Column(0)
	var scroll *parts.Scroll
	draw := func() {
		own := v.m.state.Profile.Levels
		level, chosen := v.m.Level()
		at := 0
		if chosen {
			at = level
		}
		options := []parts.Option{{Text: w.T("paper.level_profile")}}
		for l := 1; l <= app.MaxProtection; l++ {
			options = append(options, parts.Option{Text: w.T("paper.level_n", i18n.Vars{"Level": w.Int(int64(l))})})
		}
		body.Objects = []fyne.CanvasObject{parts.Column(10,
			parts.NewPara(w.T("paper.level_text"), parts.TextControl, parts.Ink, parts.Regular),
			parts.Left(parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: at, Pick: func(i int) { v.setLevel(i); v.redrawPersonal() }})),
			parts.LevelQuestions(w, own, level),
			parts.HLine(parts.Line),
			parts.Text(w.T("paper.log"), parts.TextControl, parts.Ink, parts.Bold),
			v.log())}
		if scroll != nil {
			scroll.Refit()
		}
		body.Refresh()
	}
	v.redrawPersonal = draw
	draw()
	scroll = parts.NewScroll(parts.Pad(14, 20, 16, 20, body))
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
