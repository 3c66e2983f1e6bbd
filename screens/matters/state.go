package matters

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// standing is how far a matter has come, who has it, and when they meet.
type standing struct {
	Stage   app.Stage
	Holder  string
	Meeting string // ISO day or empty
}

// stages lists them in the order a matter goes through.
var stages = []app.Stage{app.New, app.Drafting, app.Referred, app.Waiting, app.Decided}

func standingOf(m *app.Matter) standing {
	return standing{m.Stage, m.Holder, string(m.Meeting)}
}

// fault reports whether the day cannot be taken as it is.
func (s standing) fault() bool {
	d := strings.TrimSpace(s.Meeting)
	return d != "" && !app.Date(d).Valid()
}

func (s standing) into(m *app.Matter) {
	m.Stage, m.Holder, m.Meeting = s.Stage, strings.TrimSpace(s.Holder), app.Date(strings.TrimSpace(s.Meeting))
}

// holders are those who can have a matter, as the profile knows them: the person
// at the desk and the bodies.
func holders(p app.Profile) []string {
	out := nonEmpty(p.Officer.Name)
	for _, b := range p.Bodies {
		out = append(out, nonEmpty(b.Name)...)
	}
	return out
}

// askStanding opens a dialog with the chosen matter's stage, holder and meeting.
func (v *view) askStanding() {
	id := v.chosen()
	if id == "" || v.m.Chosen() == Bin || !v.openNow(id) {
		return
	}
	t := v.h.Words().T
	s := standingOf(v.d.State().Matter)
	var d *parts.Dialog
	stage := parts.NewDropdown(parts.DropdownOptions{Options: v.stageNames(), Chosen: indexOf(stages, s.Stage), Width: 280, Pick: func(i int) { s.Stage = stages[i] }})
	holder := parts.NewField(parts.FieldOptions{Label: t("matters.holder_label"), Text: s.Holder, Changed: func(x string) { s.Holder = x }})
	var known fyne.CanvasObject = parts.Column(0)
	if names := holders(v.d.State().Profile); len(names) > 0 {
		known = parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: -1, Ghost: t("matters.holder_pick"), Width: 280, Pick: func(i int) {
			s.Holder = names[i]
			holder.SetText(names[i])
		}})
	}
	var meeting *parts.Field
	finish := func() {
		if s.fault() {
			meeting.Fault(t("matters.fault_day"))
			d.Relayout()
			return
		}
		d.Close()
		v.stand(s)
	}
	meeting = parts.NewField(parts.FieldOptions{Label: t("matters.meeting_label"), Hint: t("matters.meeting_hint"), Text: s.Meeting,
		Changed: func(x string) { s.Meeting = x }, Submit: func(string) { finish() }})
	d = parts.ShowDialog(v.h.Window(), v.h.Words(), parts.DialogOptions{Title: t("matters.stand"), Width: 480,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(12, parts.Column(3, parts.Text(t("matters.stage"), parts.TextSecond, parts.Ink, parts.Bold), stage),
			parts.Column(6, holder.Outer, known), meeting.Outer)),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: t("word.save"), Kind: parts.Primary, Tap: finish})}}, stage)
}

func (v *view) stageNames() []string {
	var out []string
	for _, s := range stages {
		_, word := stageOf(s, v.h.Words())
		out = append(out, word)
	}
	return out
}

func indexOf(list []app.Stage, s app.Stage) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// stand keeps a new standing of the open matter, and offers to take it back.
func (v *view) stand(s standing) {
	m := v.d.State().Matter
	if m == nil || s == standingOf(m) {
		return
	}
	at := v.list.At()
	v.d.Edit("", s.into)
	if err := v.d.Save(); err != nil {
		v.h.Problem(err)
		return
	}
	r := v.m.rowOf(app.RowOf(app.Change{Matter: v.d.State().Matter}, 0))
	id, old := m.ID, standingOf(m)
	v.say(v.h.Words().T("matters.stands", i18n.Vars{"Title": m.Title, "Stage": r.Stage, "Holder": r.Holder}), func() { v.standAgain(id, old) })
	v.near(at)
}

// standAgain puts a standing back, whatever has been opened since.
func (v *view) standAgain(id string, old standing) {
	v.unsay()
	if !v.openNow(id) {
		return
	}
	v.d.Edit("", old.into)
	if err := v.d.Save(); err != nil {
		v.h.Problem(err)
	}
	v.near(max(0, v.m.Index(id)))
}
