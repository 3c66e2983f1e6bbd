package matters

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/search"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Row is one line of the list, ready to draw.
type Row struct {
	ID     string
	Title  string
	Second string // reference and movers
	Found  *Found // in a text, in place of Second; nil when the row says it
	Tally  app.Tally
	Icon   string // of the stage
	Stage  string
	Holder string // who has it, and when they meet
	Time   string // "144 dagar kvar"
	Mark   string // octagon when over, triangle when short; else empty
	Used   int    // of the year, per mille
	Year   bool   // whether the bar is drawn
}

// Found is where the words of a search stand in a text, and the words around.
type Found struct {
	Where string
	Runs  []search.Run
}

func (f *Found) same(o *Found) bool {
	return f == o || f != nil && o != nil && f.Where == o.Where && slices.Equal(f.Runs, o.Runs)
}

// Row gives the i-th shown row.
func (m *Model) Row(i int) Row {
	out := m.rowOf(m.source().At(m.visible[i]))
	if q, ok := m.quote(i); ok {
		out.Found = &Found{m.whereOf(q), q.Runs}
	}
	return out
}

func (m *Model) whereOf(q search.Quote) string {
	switch q.Place {
	case search.InMotion:
		return m.words.T("matters.in_motion")
	case search.InClaim:
		return m.words.T("matters.in_claim", i18n.Vars{"N": m.words.Int(int64(q.Number))})
	case search.InCosts:
		return m.words.T("matters.in_costs")
	}
	return m.words.T("matters.in_section", i18n.Vars{"Heading": q.Heading})
}

func (m *Model) rowOf(r app.Row) Row {
	out := Row{ID: r.ID, Title: r.Title, Tally: r.Tally, Holder: m.holderOf(r)}
	if out.Title == "" {
		out.Title = m.words.T("matters.untitled")
	}
	out.Second = strings.Join(nonEmpty(strings.Join(r.References, ", "), moverNames(r.Movers)), " · ")
	out.Icon, out.Stage = stageOf(r.Stage, m.words)
	if r.Stage == app.Decided && r.Outcome != app.Undecided {
		out.Stage = m.words.T("matters.decided_as", i18n.Vars{"Stage": out.Stage, "Decision": strings.ToLower(m.words.T("decision." + string(r.Outcome)))})
	}
	out.Time, out.Mark, out.Used, out.Year = m.timeOf(&r)
	if !r.Removed.IsZero() {
		out.Holder, out.Time, out.Mark, out.Used, out.Year = m.words.T("matters.goes_row", i18n.Vars{"Day": m.words.Day(string(app.DateOf(r.Goes().Local())))}), "", "", 0, false
	}
	return out
}

// holderOf tells who has a matter and when they meet.
func (m *Model) holderOf(r app.Row) string {
	if r.Holder == "" && r.Meeting == "" {
		return m.words.T("matters.nobody")
	}
	return strings.Join(nonEmpty(r.Holder, string(r.Meeting)), " ")
}

// goes says when a matter in the bin goes for good: on a day, the day after the last of
// its days.
func (m *Model) goes(r app.Row) string {
	day := app.DateOf(r.Goes().Local())
	if n := m.today.DaysTo(day); n > 0 {
		return m.words.N("matters.goes_in", n, i18n.Vars{"Day": m.words.Day(string(day))})
	}
	return m.words.T("matters.goes_soon")
}

func (m *Model) timeOf(r *app.Row) (text, mark string, used int, year bool) {
	if r.Stage == app.Decided {
		return m.words.T("deadline.closed"), "", 0, false
	}
	d, ok := app.LastDay(r.Source, r.Received, r.Due, m.today)
	switch {
	case !ok && r.Source != app.MotionSource:
		return m.words.T("deadline.none_asked"), "", 0, false
	case !ok:
		return m.words.T("deadline.none"), "", 0, false
	case d.Asked && d.Passed():
		return m.words.N("deadline.over", -d.Left), parts.MarkBlocking, 0, false
	case d.Asked && d.Short():
		return m.words.N("deadline.left", d.Left), parts.MarkSerious, 0, false
	case d.Asked:
		return m.words.N("deadline.left", d.Left), "", 0, false
	case d.Passed():
		return m.words.N("deadline.over", -d.Left), parts.MarkBlocking, d.Used, true
	case d.Short(), d.Warn >= 11:
		return m.words.N("deadline.left", d.Left), parts.MarkSerious, d.Used, true
	case d.Warn > 0:
		return m.words.N("deadline.left", d.Left), parts.MarkNote, d.Used, true
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
		return parts.MarkMet, w.T("stage.decided")
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
	switch {
	case m.inTexts > 0:
		out = append(out, m.words.N("matters.in_texts", m.inTexts))
	case m.over > 0 && m.typed == "":
		out = append(out, m.words.N("matters.over", m.over))
	}
	return out
}

// Side is what stands beside the list about the open matter.
type Side struct {
	Title  string
	Facts  [][2]string // label and value; an empty label goes on with the one above
	Icon   string      // of the stage
	Stage  string
	Claims []ClaimLine
	Papers []PaperLine

	Referrals string   // how many were asked and have answered
	Late      []string // those whose answer should have come
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
	Doc    int // index of the document, or one of those below
}

// Papers that are not documents.
const (
	PaperMotion = -1
	PaperCosts  = -2
)

// SideOf makes the side panel of a state; ok is false when nothing is open.
func (m *Model) SideOf(s desk.State, kind func(id string) string) (Side, bool) {
	if s.Matter == nil {
		return Side{}, false
	}
	x := s.Matter
	side := Side{Title: x.Title, Facts: m.facts(s), Claims: m.claimsOf(x), Papers: m.papersOf(s, kind)}
	if side.Title == "" {
		side.Title = m.words.T("matters.untitled")
	}
	side.Icon, side.Stage = stageOf(x.Stage, m.words)
	side.Referrals, side.Late = m.referrals(s)
	return side, true
}

// referrals counts those who were asked for their opinion, and names those who are
// late.
func (m *Model) referrals(s desk.State) (count string, late []string) {
	w, list := m.words, s.Matter.Referrals
	if len(list) == 0 {
		return w.T("matters.referrals_none"), nil
	}
	answered := 0
	for _, r := range list {
		if r.Answered != "" {
			answered++
		}
		if r.Late(s.Today) {
			_, state := parts.ReferralWords(w, r, s.Today)
			late = append(late, w.T("matters.referral_late", i18n.Vars{"Body": r.Body, "State": strings.ToLower(state[:1]) + state[1:]}))
		}
	}
	return w.T("matters.referrals_count", i18n.Vars{"N": w.Int(int64(len(list))), "Answered": w.Int(int64(answered))}), late
}

func (m *Model) facts(s desk.State) (out [][2]string) {
	w, x := m.words, s.Matter
	add := func(label string, values ...string) {
		for _, v := range nonEmpty(values...) {
			out = append(out, [2]string{label, v})
			label = ""
		}
	}
	add(w.T("matters.reference"), x.References...)
	add(w.T("matters.received"), string(x.Received))
	if d, ok := x.Clock(s.Today); ok {
		add(w.T("deadline.day"), string(d.Day), m.toDo(d))
	}
	if s := x.Motion; s != nil {
		add(w.T("matters.sender"), s.Sender, s.Reference)
		add(w.T("matters.due"), string(s.Due))
	}
	var movers []string
	for _, v := range x.Movers {
		movers = append(movers, moverName(v))
	}
	add(w.T("matters.movers"), movers...)
	if d := s.Document(); d != nil {
		add(w.T("matters.answers"), d.Body)
	}
	add(w.T("matters.holder"), x.Holder)
	add(w.T("matters.meeting"), string(x.Meeting))
	return out
}

// toDo says what the one-year rule asks for, once a warning is due.
func (m *Model) toDo(d app.Deadline) string {
	switch {
	case d.Warn == 0:
		return ""
	case d.Passed():
		return m.words.T("deadline.report_late")
	}
	return m.words.T("deadline.report", i18n.Vars{"Day": string(d.Day)})
}

func (m *Model) claimsOf(x *app.Matter) (out []ClaimLine) {
	for _, c := range x.Claims {
		line := ClaimLine{Text: c.Text, Chosen: c.Decision != app.Undecided, Proposed: m.words.T("matters.undecided")}
		if line.Chosen {
			line.Proposed = m.words.T("matters.proposed", i18n.Vars{"Decision": strings.ToLower(m.words.T("decision." + string(c.Decision)))})
		}
		out = append(out, line)
	}
	return out
}

func (m *Model) papersOf(s desk.State, kind func(id string) string) (out []PaperLine) {
	w, x := m.words, s.Matter
	for i, d := range x.Documents {
		second := strings.ToLower(w.T("word.draft"))
		if d.Status == app.Final {
			second = strings.ToLower(w.T("word.final"))
		}
		if i == s.Doc {
			second += ", " + w.N("matters.findings", s.Tally.All())
		}
		out = append(out, PaperLine{Name: kind(d.Kind), Second: second, Doc: i})
	}
	if x.Motion != nil {
		out = append(out, PaperLine{Name: w.T("matters.motion"), Second: x.Motion.Name, Doc: PaperMotion})
	}
	if n := len(x.Estimate.Lines); n > 0 {
		second := w.N("matters.lines", n)
		if a := len(x.Estimate.Alternatives); a > 0 {
			second = w.N("matters.alternatives", a+1)
		}
		out = append(out, PaperLine{Name: w.T("screen.costs"), Second: second, Doc: PaperCosts})
	}
	return out
}

// BinSide makes the side panel of the i-th shown row in the bin.
func (m *Model) BinSide(i int) (Side, bool) {
	r := m.Source(i)
	if r.ID == "" {
		return Side{}, false
	}
	x := &app.Matter{Title: r.Title, References: r.References, Movers: r.Movers, Received: r.Received, Stage: r.Stage, Holder: r.Holder, Meeting: r.Meeting}
	if r.Source != app.MotionSource || r.Due != "" {
		x.Motion = &app.Source{Kind: r.Source, Due: r.Due}
	}
	s, ok := m.SideOf(desk.State{Matter: x, Doc: -1}, nil)
	if ok && !r.Removed.IsZero() {
		s.Facts = append(s.Facts, [2]string{m.words.T("matters.removed_on"), strings.Join(nonEmpty(string(app.DateOf(r.Removed.Local())), r.RemovedBy), " · ")},
			[2]string{m.words.T("matters.goes"), m.goes(r)})
	}
	return s, ok
}
