package matters

import (
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Row is one line of the list, ready to draw.
type Row struct {
	ID     string
	Title  string
	Second string // reference and movers
	Tally  app.Tally
	Icon   string // of the stage
	Stage  string
	Holder string
	Time   string // "144 dagar kvar"
	Mark   string // octagon when over, triangle when short; else empty
	Used   int    // of the year, per mille
	Year   bool   // whether the bar is drawn
	Open   bool
}

func (m *Model) rowOf(r app.Row) Row {
	out := Row{ID: r.ID, Title: r.Title, Tally: r.Tally, Holder: r.Holder, Open: r.ID == m.open}
	if out.Title == "" {
		out.Title = m.words.T("matters.untitled")
	}
	out.Second = strings.Join(nonEmpty(strings.Join(r.References, ", "), moverNames(r.Movers)), " · ")
	out.Icon, out.Stage = stageOf(r.Stage, m.words)
	out.Time, out.Mark, out.Used, out.Year = m.timeOf(&r)
	return out
}

func (m *Model) timeOf(r *app.Row) (text, mark string, used int, year bool) {
	if r.Stage == app.Decided {
		return m.words.T("deadline.closed"), "", 0, false
	}
	d, ok := app.DeadlineFor(r.Received, m.today)
	switch {
	case !ok:
		return m.words.T("deadline.none"), "", 0, false
	case d.Passed():
		return m.words.N("deadline.over", -d.Left), parts.MarkBlocking, d.Used, true
	case d.Short():
		return m.words.N("deadline.left", d.Left), parts.MarkSerious, d.Used, true
	}
	return m.words.N("deadline.left", d.Left), "", d.Used, true
}

// stageOf gives a stage's icon and word.
func stageOf(s app.Stage, w i18n.Words) (icon, word string) {
	switch s {
	case app.Drafting:
		return parts.IconDraft, w.T("stage.drafting")
	case app.Referred:
		return parts.IconArrow, w.T("stage.referred")
	case app.Waiting:
		return parts.MarkPending, w.T("stage.waiting")
	case app.Decided:
		return parts.IconCheck, w.T("stage.decided")
	}
	return parts.IconPlus, w.T("stage.new")
}

func moverNames(ms []app.Mover) string {
	var names []string
	for _, v := range ms {
		names = append(names, moverName(v))
	}
	return strings.Join(names, ", ")
}

func moverName(v app.Mover) string {
	if v.Party == "" {
		return v.Name
	}
	return v.Name + " (" + v.Party + ")"
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Facts count what is shown, for the status line.
func (m *Model) Facts() []string {
	out := []string{m.words.T("matters.shown", i18n.Vars{"N": m.words.Int(int64(m.Len())), "Of": m.words.Int(int64(m.Count(m.filter)))})}
	if m.over > 0 {
		out = append(out, m.words.N("matters.over", m.over))
	}
	return out
}

// Side is what stands beside the list about the open matter.
type Side struct {
	Title  string
	Facts  [][2]string // label and value; an empty label goes on with the one above
	Claims []ClaimLine
	Papers []PaperLine
}

// ClaimLine is a claim and what is proposed about it.
type ClaimLine struct {
	Text     string
	Proposed string
	Chosen   bool
}

// PaperLine is a document, or the motion.
type PaperLine struct {
	Name   string
	Second string
	Doc    int // index of the document; -1: the motion
}

// SideOf makes the side panel of a state; ok is false when nothing is open.
func (m *Model) SideOf(s desk.State, kind func(id string) string) (Side, bool) {
	if s.Matter == nil {
		return Side{}, false
	}
	w, x := m.words, s.Matter
	side := Side{Title: x.Title}
	fact := func(label, value string) {
		if value != "" {
			side.Facts = append(side.Facts, [2]string{label, value})
		}
	}
	fact(w.T("matters.reference"), strings.Join(x.References, ", "))
	fact(w.T("matters.received"), string(x.Received))
	for i, v := range x.Movers {
		label := ""
		if i == 0 {
			label = w.T("matters.movers")
		}
		fact(label, moverName(v))
	}
	fact(w.T("matters.holder"), x.Holder)
	for _, c := range x.Claims {
		line := ClaimLine{Text: c.Text, Chosen: c.Decision != app.Undecided, Proposed: w.T("matters.undecided")}
		if line.Chosen {
			line.Proposed = w.T("matters.proposed", i18n.Vars{"Decision": strings.ToLower(w.T("decision." + string(c.Decision)))})
		}
		side.Claims = append(side.Claims, line)
	}
	for i, d := range x.Documents {
		second := strings.ToLower(w.T("word.draft"))
		if d.Status == app.Final {
			second = strings.ToLower(w.T("word.final"))
		}
		if i == s.Doc {
			second += ", " + w.N("matters.findings", s.Tally.All())
		}
		side.Papers = append(side.Papers, PaperLine{Name: kind(d.Kind), Second: second, Doc: i})
	}
	if x.Motion != nil {
		side.Papers = append(side.Papers, PaperLine{Name: w.T("matters.motion"), Second: x.Motion.Name, Doc: -1})
	}
	return side, true
}
