package draft

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/app/figures"
	"yttra/app/markup"
	"yttra/i18n"
)

// Figures that are bound to the estimate, in the hand of the person who writes.
// An edit inside such a figure makes plain text of it; see live.turn.

// figureAt is the bound figure round an offset of a text.
func figureAt(text string, at int) (markup.Field, bool) {
	for _, f := range markup.Fields(text) {
		if f.Span.Start <= at && at <= f.Span.End {
			return f, true
		}
	}
	return markup.Field{}, false
}

// wholeFigures widens a span that begins or ends inside a bound figure to all of
// it, so that marks are put round it.
func wholeFigures(text string, s app.Span) app.Span {
	for _, f := range markup.Fields(text) {
		if s.Start < f.Span.End && s.End > f.Span.Start || s.Empty() && f.Span.Start < s.Start && s.Start < f.Span.End {
			s.Start, s.End = min(s.Start, f.Span.Start), max(s.End, f.Span.End)
		}
	}
	return s
}

// changed is the part of the old text that an edit has replaced. The caret tells
// where, when letters alike stand beside each other.
func changed(was, text string, at int) (from, to int) {
	grown := len(text) - len(was)
	for from < len(was) && from < len(text) && was[from] == text[from] {
		from++
	}
	from = max(0, min(from, at-max(0, grown)))
	to = len(was)
	for end := len(text); to > from && end > from && end > at && was[to-1] == text[end-1]; {
		to, end = to-1, end-1
	}
	return from, to
}

// Figure is an amount of the estimate that can be put in the text.
type Figure struct {
	figures.Figure
	Name   string // in the person's language
	Amount string // as it will stand
}

// Figures lists the amounts of the estimate whose names have all the words that
// are sought, written in a form.
func (m *Model) Figures(sought string, form app.MoneyForm) []Figure {
	var out []Figure
	if m.state.Matter == nil {
		return nil
	}
	words := strings.Fields(strings.ToLower(sought))
	for _, f := range m.desk.Figures().List() {
		x := Figure{f, m.nameOf(f), f.Written(form)}
		if hasAll(strings.ToLower(x.Name+" "+strings.ReplaceAll(x.Amount, "\u00a0", " ")+" "+digits(x.Amount)), words) {
			out = append(out, x)
		}
	}
	return out
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// digits of an amount alone, so that it is found however it is written.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// nameOf names a figure: what it is, and of which way.
func (m *Model) nameOf(f figures.Figure) string {
	e := &m.state.Matter.Estimate
	v := i18n.Vars{"Year": strconv.Itoa(f.Year)}
	if f.Year < 1000 { // the estimate does not say which year is the first
		v["Year"] = m.words.T("draft.figure_year", i18n.Vars{"N": f.Year})
	}
	if f.Code == figures.OfKind {
		v["Kind"] = m.words.T("cost_kind." + string(f.Kind))
	}
	if f.Line >= 0 && f.Line < len(e.Lines) {
		l := e.Lines[f.Line]
		if v["Line"] = l.What; l.What == "" {
			v["Line"] = m.words.T("cost_kind." + string(l.Kind))
		}
	}
	v["Unit"] = e.UnitName
	if e.UnitName == "" {
		v["Unit"] = m.words.T("draft.figure_unit")
	}
	v["Way"] = m.wayName(f.Way)
	name := m.words.T("draft.figure."+string(f.Code), v)
	if f.Way > 0 && f.Code != figures.Difference && f.Code != figures.Lower && f.Code != figures.Against {
		return m.words.T("draft.figure_of", i18n.Vars{"Way": v["Way"], "Figure": name})
	}
	return name
}

// wayName is what a way is called.
func (m *Model) wayName(way int) string {
	e := m.state.Matter.Estimate
	switch {
	case way == 0:
		return ""
	case e.Alternatives[way-1].Name != "":
		return e.Alternatives[way-1].Name
	case way == e.Way(app.Today):
		return m.words.T("draft.figure_today")
	case way == e.Way(app.Full):
		return m.words.T("draft.figure_full")
	}
	return m.words.T("draft.figure_way", i18n.Vars{"N": way})
}

// SetFigure puts a bound figure in the place of a span of the caret's spot, or in
// the place of the figure that is there. No letter runs into it.
func (m *Model) SetFigure(sel app.Span, key string, form app.MoneyForm) bool {
	bound, why := m.desk.Figures().Bound(figures.Name(key, form))
	if why != figures.Found {
		return false
	}
	section, _, s := m.Block()
	text := m.text(section)
	sel = wholeFigures(text, shift(sel, s.Start))
	if n := sel.Start; n > s.Start && inWord(lastRune(text[:n])) {
		bound = " " + bound
	}
	if r := []rune(text[sel.End:min(s.End, sel.End+4)]); len(r) > 0 && inWord(r[0]) {
		bound += " "
	}
	out, at := change(text, sel, bound)
	m.set(section, out, at, "")
	return true
}

// AtFigure is the bound figure that the caret stands in.
func (m *Model) AtFigure() (markup.Field, bool) {
	if !m.inText || m.state.Document() == nil {
		return markup.Field{}, false
	}
	f, ok := figureAt(m.text(m.caret.Section), m.caret.At)
	return f, ok && f.Span.Start < m.caret.At && m.caret.At < f.Span.End
}

// Origin is where in the estimate a figure comes from: the way, and the first line
// that is part of it; -1: the way as a whole.
func (m *Model) Origin(name string) (way, line int, ok bool) {
	key, _, _ := figures.Split(name)
	f, ok := m.desk.Figures().Find(key)
	if !ok || m.state.Matter == nil {
		return 0, -1, false
	}
	if f.Line >= 0 {
		return f.Way, f.Line, true
	}
	e := m.state.Matter.Estimate
	return f.Way, slices.IndexFunc(e.View(f.Way).Lines, func(l app.CostLine) bool {
		from := max(l.From, 1)
		year := f.Year
		if e.FirstYear > 0 {
			year -= e.FirstYear - 1
		}
		return f.Code == figures.OfKind && l.Kind == f.Kind || f.Code == figures.OfYear && from <= year && year <= max(from, l.To)
	}), true
}

// costWanted goes to where the amount of a bound figure comes from.
func (s *Screen) costWanted(name string) {
	if way, line, ok := s.model.Origin(name); ok && s.Cost != nil {
		s.Cost(way, line)
		return
	}
	s.host.Go("costs")
}

// toCost goes to Kostnad when a bound figure is clicked with Ctrl down.
func (p *page) toCost(e *desktop.MouseEvent) bool {
	if e.Button != desktop.MouseButtonPrimary || e.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return false
	}
	f, ok := figureAt(p.live.source, p.live.at())
	if ok {
		p.hears.costWanted(f.Name)
	}
	return ok
}

// carried is what was copied last: the words, which other programs get, and the
// text with its bound figures, for this one.
type carried struct{ words, source string }

// carry gives the words of a text that is copied, and keeps its figures.
func (p *page) carry(text string) string {
	p.carried = carried{markup.Read(text).Text, text}
	return p.carried.words
}

// back is the text that was copied here, when the clipboard still has its words.
func (c carried) back(clip string) string {
	if c.words != "" && strings.ReplaceAll(clip, "\r\n", "\n") == c.words {
		return c.source
	}
	return clip
}

// copyFigures copies what is selected in the live text when it holds a whole bound
// figure; all else the entry copies itself.
func (p *page) copyFigures(c fyne.Clipboard) bool {
	s := p.live.selection()
	text := p.live.source[s.Start:s.End]
	if len(markup.Fields(text)) == 0 {
		return false
	}
	c.SetContent(p.carry(text))
	return true
}

// AppendText puts paragraphs last in a section, above its footnotes, in one step to
// undo. What stands there already is not touched; the caret goes to what came in.
func (m *Model) AppendText(section int, words string) {
	if words == "" || !m.editable(section) {
		return
	}
	text := m.text(section)
	units := m.units(text)
	last := len(units) - 1
	for last > 0 && units[last].kind == noteUnit {
		last--
	}
	var out string
	var at []int
	switch u := units[last]; {
	case u.kind == noteUnit:
		out, at = words+gap+text, []int{0}
	case u.kind == plainUnit && u.text.Empty():
		out, at = splice(text, units, last, last, words)
	default:
		out, at = splice(text, units, last, last, text[u.span.Start:u.span.End], words)
	}
	m.set(section, out, at[len(at)-1], "")
}

// economyWanted drafts the section about economy from the estimate.
func (s *Screen) economyWanted(section int) {
	s.model.AppendText(section, s.desk.DraftEconomy())
	s.view.show()
	s.view.page.reveal()
	s.view.page.focusText()
}
